//! The proof that a map can bite: violations planted in memory, each of which must be found.
//!
//! Planted are: one violation for each rule; a reference for each ordered pair of contexts of which
//! the map does not let the one name the other; and for each permission its own item, with that
//! permission struck out. Nothing is read again.

use crate::graph::permission::{GrantKind, Verdict};
use crate::graph::{ContextId, GrantId, Graph, Input, Use};
use crate::rules::{self, RULES, Rule, RuleKind, Sandbox, UNDECLARED_CALL, level};
use rustc_hash::FxHashSet;
use stateline_rust::{DefId, Reference};

/// What was planted, and whether it was found.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    pub planted: Vec<Planted>,
    /// Rules for which nothing could be planted here, and why.
    pub skipped: Vec<Skipped>,
}

/// A violation that was planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The rule that must find it.
    pub rule: &'static str,
    /// What it is, as a sentence.
    pub what: String,
    pub found: bool,
}

/// A rule for which nothing could be planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub rule: &'static str,
    pub why: &'static str,
}

impl Proof {
    /// What was not found: then the map cannot bite there.
    pub fn missed(&self) -> impl Iterator<Item = &Planted> {
        self.planted.iter().filter(|planted| !planted.found)
    }

    /// Whether something was planted, and all of it was found.
    pub fn holds(&self) -> bool {
        !self.planted.is_empty() && self.missed().next().is_none()
    }
}

/// Plants violations in what is there, and looks whether they are found.
pub fn prove(graph: &Graph<'_>) -> Proof {
    let mut proof = prove_rules(graph, RULES);
    prove_borders(graph, &mut proof);
    prove_permissions(graph, &mut proof);
    proof
}

/// Each of these rules finds what its own `plant` plants, and did not find it before.
pub fn prove_rules(graph: &Graph<'_>, rules: &[&'static Rule]) -> Proof {
    let mut proof = Proof::default();
    let sandbox = Sandbox::new(graph);
    let bare = Graph::new(sandbox.input());
    for &rule in rules {
        if level(rule, graph.input.map).is_none() {
            proof.skipped.push(Skipped { rule: rule.name, why: "the map turns it off" });
            continue;
        }
        let mut sandbox = Sandbox::new(graph);
        let Some(what) = (rule.plant)(&mut sandbox) else {
            proof.skipped.push(Skipped { rule: rule.name, why: "there is too little here to plant it in" });
            continue;
        };
        let before = messages(&bare, rule);
        let found = messages(&Graph::new(sandbox.input()), rule);
        let found = found.iter().any(|message| !before.contains(message));
        proof.planted.push(Planted { rule: rule.name, what, found });
    }
    proof
}

fn messages(graph: &Graph<'_>, rule: &'static Rule) -> FxHashSet<String> {
    rules::findings_of(rule, graph).into_iter().map(|finding| finding.message).collect()
}

/// For each ordered pair of contexts, the one names something of the other that it may not.
fn prove_borders(graph: &Graph<'_>, proof: &mut Proof) {
    let sandbox = Sandbox::new(graph);
    let contexts = sandbox.contexts();
    let candidates: Vec<Vec<DefId>> = contexts.iter().map(|context| sandbox.sample(*context)).collect();
    let mut pairs: Vec<(ContextId, DefId, Reference)> = Vec::new();
    for &from in &contexts {
        let Some(root) = sandbox.root(from) else { continue };
        for (to, items) in contexts.iter().zip(&candidates) {
            let denied = |item: &DefId| !matches!(sandbox.judge(from, *item), Verdict::Allowed(_));
            if let Some(&item) = items.iter().find(|item| denied(item)).filter(|_| *to != from) {
                pairs.push((from, item, sandbox.reference(root, item)));
            }
        }
    }
    let references: Vec<Reference> = pairs.iter().map(|(_, _, reference)| *reference).collect();
    let planted = Graph::new(Input { references: &references, ..graph.input });
    let found: FxHashSet<(String, String)> = rules::of_kind(RuleKind::Crossing)
        .flat_map(|rule| rules::findings_of(rule, &planted))
        .filter_map(|finding| finding.edge)
        .map(|edge| (edge.from, edge.item))
        .collect();
    for (from, item, _) in pairs {
        let (who, what) = (graph.name(from).to_owned(), graph.path(item));
        let found = found.contains(&(who.clone(), what.clone()));
        let what = format!("{who} names {what}");
        proof.planted.push(Planted { rule: UNDECLARED_CALL.name, what, found });
    }
}

/// Each permission alone is what lets code name its item: struck out, the item is refused.
fn prove_permissions(graph: &Graph<'_>, proof: &mut Proof) {
    let permissions = &graph.permissions;
    for (id, grant) in permissions.grants.iter().enumerate() {
        let id = GrantId::new(id);
        if grant.kind == GrantKind::Message {
            continue;
        }
        let Some(item) = permissions.items_of(id).next() else { continue };
        let planted = Use { from: grant.from, item, code: grant.code, passing: false };
        let mut allowing = permissions.grants_for(planted).filter(|granted| granted.offered).peekable();
        if allowing.peek().is_none() || !allowing.all(|granted| granted.by == id) {
            // Another permission covers the same item, so striking this one out changes nothing.
            continue;
        }
        let verdict = permissions.judge_without(planted, id);
        let (who, what) = (graph.name(grant.from), graph.path(item));
        proof.planted.push(Planted {
            rule: UNDECLARED_CALL.name,
            what: format!("{who} names {what} without `{}`", grant.text),
            found: !matches!(verdict, Verdict::Allowed(_)),
        });
    }
}
