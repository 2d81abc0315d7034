//! From references to crossings: one for each context, item, way of naming it and kind of code.

use super::permission::{Use, Verdict};
use super::{ContextId, Graph, ReferenceId};
use rustc_hash::FxHashMap;
use stateline_rust::{DefId, DefKind, Reference, Role, Target};
use stateline_schema::map::CodeKind;

/// A context's code names an item of another context.
#[derive(Clone, Debug)]
pub struct Crossing {
    pub from: ContextId,
    /// The context that owns the item.
    pub to: ContextId,
    pub item: DefId,
    /// The kind of code that names it.
    pub code: CodeKind,
    /// Whether it is a call of a function or method, in ordinary code or a build script.
    pub is_call: bool,
    /// Whether the map permits it.
    pub verdict: Verdict,
    /// Where, in the order of the code; at least one.
    pub references: Vec<ReferenceId>,
    /// Whether the item is only imported, or named on the way to a member.
    passing: bool,
}

impl Crossing {
    /// What the map is asked to permit.
    pub fn asks(&self) -> Use {
        Use { from: self.from, item: self.item, code: self.code, passing: self.passing }
    }
}

/// Everything that crosses a border.
pub(super) fn crossings(graph: &Graph<'_>) -> Vec<Crossing> {
    let mut crossings: Vec<Crossing> = Vec::new();
    let mut known: FxHashMap<(Use, bool), usize> = FxHashMap::default();
    let mut named: FxHashMap<Use, Option<DefId>> = FxHashMap::default();
    for (index, reference) in graph.input.references.iter().enumerate() {
        let Some((from, target)) = crossing(graph, reference) else { continue };
        let code = graph.codes.around(graph.world(), reference);
        let of_target = Use { from, item: target, code, passing: is_passing(reference.role) };
        let item = *named.entry(of_target).or_insert_with(|| unit(graph, of_target));
        let Some((item, to)) = item.and_then(|item| Some((item, graph.regions.owner(item)?))) else {
            continue;
        };
        let (asked, is_call) = (Use { item, ..of_target }, is_call(graph, reference, code));
        let at = *known.entry((asked, is_call)).or_insert_with(|| {
            let (verdict, passing) = (graph.permissions.judge(asked), asked.passing);
            crossings.push(Crossing {
                from,
                to,
                item,
                code,
                is_call,
                verdict,
                references: Vec::new(),
                passing,
            });
            crossings.len() - 1
        });
        crossings[at].references.push(ReferenceId::new(index));
    }
    crossings
}

/// Whether a reference only passes by: it imports, or names what a member belongs to.
fn is_passing(role: Role) -> bool {
    matches!(role, Role::Import | Role::Qualifier)
}

/// The context that names, and what is named, where the two belong to different contexts.
fn crossing(graph: &Graph<'_>, reference: &Reference) -> Option<(ContextId, DefId)> {
    let Target::Def(target) = reference.to else { return None };
    let to = graph.regions.owner(target)?;
    let from = graph.regions.owner(reference.from)?;
    if from == to {
        return None;
    }
    // A module on the way to something else is granted with it, and `mod x;` is no use of it.
    let kind = graph.world().def(target).kind;
    let on_the_way = kind == DefKind::Module && reference.role != Role::Import;
    (!on_the_way && !matches!(kind, DefKind::Block | DefKind::Impl)).then_some((from, target))
}

/// What of the other context is named, as far as permissions go: the very item where it is granted
/// by itself, else what it is a member of. None if that is the user's own: a method of its own trait,
/// which another context implements, is its own word.
fn unit(graph: &Graph<'_>, of_target: Use) -> Option<DefId> {
    let Use { from, item: target, .. } = of_target;
    let unit = graph.members.unit(graph.world(), target);
    if graph.members.is_nameless(graph.world(), target) {
        return None;
    }
    let own = |item: DefId| graph.regions.owner(item) == Some(from);
    if own(unit.item) || unit.or.is_some_and(own) {
        return None;
    }
    let by_itself = graph.permissions.exact.contains_key(&(from, target));
    let permissions = &graph.permissions;
    let acts = of_target.code == CodeKind::Main && permissions.acts(target);
    let only_lent = acts && permissions.is_only_lent(unit.item);
    if by_itself || unit.item == target || only_lent {
        return Some(target);
    }
    let is_allowed =
        |item: DefId| matches!(graph.permissions.judge(Use { item, ..of_target }), Verdict::Allowed(_));
    match unit.or {
        Some(of_trait) if !is_allowed(unit.item) && is_allowed(of_trait) => Some(of_trait),
        _ => Some(unit.item),
    }
}

fn is_call(graph: &Graph<'_>, reference: &Reference, code: CodeKind) -> bool {
    let Target::Def(target) = reference.to else { return false };
    matches!(code, CodeKind::Main | CodeKind::Build)
        && reference.role == Role::Call
        && reference.derived.is_none()
        && graph.world().def(target).kind == DefKind::Function
}
