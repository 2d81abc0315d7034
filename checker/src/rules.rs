//! Rules: plain data, one file and one page each. They read no files and print nothing.

mod awaits_nothing;
pub(crate) mod border;
mod broken_chain;
mod broken_law;
mod call_cycle;
mod changed_in_flight_process;
mod choreography_loop;
mod dropped_version;
mod exception_without_reason;
mod expired_exception;
mod findings;
mod hash_order_in_step;
mod hidden_effect;
mod identity;
mod incompatible_message;
mod incompatible_operation;
mod incompatible_step_data;
mod irreversible_without_compensation;
mod leaked_private_type;
mod lost_crate;
mod missing_rehearsal;
mod non_linear_process;
mod opaque_reference;
mod overlapping_ownership;
mod private_item;
mod sandbox;
mod second_receiver;
mod side_effect_in_step;
mod since_lock;
mod stale_lock;
mod step_calls_step;
mod step_outside_context;
mod step_without_process;
mod survey;
mod tolerance;
mod too_many_exceptions;
mod topic_without_publisher;
mod topic_without_subscriber;
mod unacknowledged_topic;
mod unaddressed_message;
mod undeclared_call;
mod undeclared_publish;
mod undeclared_subscription;
mod undeclared_topic;
mod unknown_field;
mod unknown_owner_path;
mod unknown_step;
mod unmatched_exception;
mod unowned_code;
mod unused_permission;
mod waits_for_nothing;
mod wrong_payload;

use crate::finding::{Finding, Level};
use crate::graph::end::StepEnd;
use crate::graph::{Graph, Input};
pub use findings::{Findings, Found, level};
pub use identity::Identity;
pub use sandbox::Sandbox;
use stateline_rust::DefId;
pub use survey::{Ending, Survey, edge};
pub use undeclared_call::RULE as UNDECLARED_CALL;

/// One kind of problem: what it is called, how it is explained, how it is found.
pub struct Rule {
    /// Kebab-case; reads well after "allow".
    pub name: &'static str,
    /// What it is about.
    pub kind: RuleKind,
    /// The problem in one line.
    pub summary: &'static str,
    /// Unless the map's `rules` say otherwise.
    pub level: Level,
    /// Markdown: what it does, why it is bad, an example that is a test, what to do.
    pub page: &'static str,
    /// Looks for it.
    pub check: fn(&Graph<'_>, &mut Findings<'_>),
    /// Plants a violation that it must find, and says what it is; none where there is too little to
    /// plant it in.
    pub plant: fn(&mut Sandbox<'_>) -> Option<String>,
}

/// What a rule is about. Whoever treats some rules differently asks for their kind, never for their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// Code uses an item of another context without permission: its findings are crossings of a border.
    Crossing,
    /// The borders themselves: ownership, permissions, exports and laws.
    Border,
    /// Topics and their messages.
    Mail,
    /// Processes and their steps.
    Line,
    /// What changed since something was locked. No exception tolerates what they find: the lock itself says
    /// what was accepted, and why.
    Time,
    /// Exceptions. These rules run last, and no exception tolerates what they find.
    Exception,
}

/// Whether a rule finds exceptions that the code has no need of, as after a map was regrouped.
pub(crate) fn is_left_by_an_older_map(rule: &str) -> bool {
    rule == unmatched_exception::RULE.name
}

/// Whether a rule is about code that the map gives to no context.
pub(crate) fn is_about_owners(rule: &str) -> bool {
    rule == unowned_code::RULE.name
}

/// Whether what a rule finds keeps crossings from being seen, as it is not known whose code something is.
pub(crate) fn hides_crossings(rule: &str) -> bool {
    is_about_owners(rule) || [overlapping_ownership::RULE.name, unknown_owner_path::RULE.name].contains(&rule)
}

/// All rules, in the order in which they are explained. Those about exceptions come last: they ask what
/// the others found.
pub static RULES: &[&Rule] = &[
    &undeclared_call::RULE,
    &private_item::RULE,
    &unowned_code::RULE,
    &overlapping_ownership::RULE,
    &unknown_owner_path::RULE,
    &call_cycle::RULE,
    &unused_permission::RULE,
    &broken_law::RULE,
    &leaked_private_type::RULE,
    &opaque_reference::RULE,
    &undeclared_publish::RULE,
    &undeclared_subscription::RULE,
    &undeclared_topic::RULE,
    &topic_without_publisher::RULE,
    &topic_without_subscriber::RULE,
    &unacknowledged_topic::RULE,
    &wrong_payload::RULE,
    &second_receiver::RULE,
    &choreography_loop::RULE,
    &non_linear_process::RULE,
    &unknown_step::RULE,
    &broken_chain::RULE,
    &step_outside_context::RULE,
    &step_calls_step::RULE,
    &side_effect_in_step::RULE,
    &hash_order_in_step::RULE,
    &step_without_process::RULE,
    &awaits_nothing::RULE,
    &waits_for_nothing::RULE,
    &unaddressed_message::RULE,
    &unknown_field::RULE,
    &irreversible_without_compensation::RULE,
    &missing_rehearsal::RULE,
    &hidden_effect::RULE,
    &changed_in_flight_process::RULE,
    &incompatible_step_data::RULE,
    &incompatible_message::RULE,
    &incompatible_operation::RULE,
    &dropped_version::RULE,
    &stale_lock::RULE,
    &expired_exception::RULE,
    &unmatched_exception::RULE,
    &exception_without_reason::RULE,
    &too_many_exceptions::RULE,
];

/// What a check found, and what it looked at.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Sorted by file, place and rule.
    pub findings: Vec<Finding>,
    /// So that a clean run says what it looked at.
    pub survey: Survey,
}

/// Checks a workspace against its map.
pub fn check(input: &Input<'_>) -> Outcome {
    check_graph(&Graph::new(*input))
}

/// The same, where the graph is there already: for those who ask it more than this.
pub fn check_graph(graph: &Graph<'_>) -> Outcome {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.check)(graph, &mut Findings::of(rule, graph.input.map, &mut found));
    }
    let tolerated = tolerance::apply(graph, &mut found);
    found.sort_by(|a, b| order(a).cmp(&order(b)));
    Outcome { findings: found, survey: Survey::new(graph, tolerated) }
}

/// What one rule finds, exceptions aside.
pub fn findings_of(rule: &'static Rule, graph: &Graph<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    (rule.check)(graph, &mut Findings::of(rule, graph.input.map, &mut found));
    found
}

/// Where the reach of a step ends: calls into code that is not read, and not known to be pure.
pub fn step_ends(graph: &Graph<'_>, step: DefId) -> Vec<StepEnd> {
    side_effect_in_step::ends::of_step(graph, step)
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// The rules of a kind.
pub fn of_kind(kind: RuleKind) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(move |rule| rule.kind == kind)
}

fn order(finding: &Finding) -> (&str, usize, &str, &str) {
    let place = finding.places.first();
    let (path, start) = place.map_or(("", 0), |place| (&*place.path, place.span.start));
    (path, start, finding.rule, &finding.message)
}

/// The functions through which something is reached: `` via `keep` -> `append` ``.
fn via<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { String::new() } else { format!(" via {}", names.join(" -> ")) }
}

/// What an exception tolerates, in a few words.
fn describe_exception(entry: &stateline_schema::Exception) -> String {
    match entry.tolerates.as_slice() {
        [] => "nothing".to_owned(),
        [only] => format!("`{only}`"),
        [first, rest @ ..] => format!("`{first}` (and {} more)", rest.len()),
    }
}
