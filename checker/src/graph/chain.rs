//! What a step takes and returns, as far as its source says so beyond doubt.

use super::Graph;
use super::region::inside;
use super::shape::{Shape, Why};
use super::signature::mentions;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{Function, ItemKind, Namespace, PathId, Type, TypeId};
use stateline_rust::{DefId, DefKind, Named, Site, Target};
use stateline_schema::attribute::{DONE, Ending, Returned};

/// What a step takes and hands on.
#[derive(Clone, Debug)]
pub struct StepTypes {
    pub input: Shape,
    pub output: Shape,
    /// Whether it can wait: it cannot if it is beyond doubt that it returns no `Flow`.
    pub waits: bool,
}

/// What a function with `#[step]` or `#[compensation]` takes and hands on; none if it takes nothing.
pub fn step_types(graph: &Graph<'_>, step: DefId) -> Option<StepTypes> {
    let (function, site) = signature(graph, step)?;
    let input = Shape::of(graph, site, *function.params.first()?).owned();
    // What cannot be stored is refused as such.
    let input = if input.is_text(graph) { Shape::Open(Why::NotKnown) } else { input };
    let nothing = Ending { returned: Returned::Value, value: Shape::Tuple(Vec::new()), error: None };
    let ending = function.ret.map_or(nothing, |ret| handed(graph, step, Shape::of(graph, site, ret)));
    let waits = matches!(ending.returned, Returned::Outcome | Returned::Flow)
        || matches!(ending.value, Shape::Open(_));
    Some(StepTypes { input, output: ending.value, waits })
}

/// What a return type hands on; what is not known of it is not known of that either.
fn handed(graph: &Graph<'_>, step: DefId, outcome: Shape) -> Ending<Shape> {
    let applied = |shape: &Shape| {
        let name = shape.name(graph, step)?;
        let returned = match name.strip_prefix("stateline::").and_then(Returned::named) {
            Some(ours) => ours,
            None if name == "Result" || name.ends_with("::Result") => Returned::Result,
            None => return None,
        };
        let arguments = match shape.arguments() {
            [] => vec![Shape::Open(Why::NotKnown)],
            arguments => arguments.to_vec(),
        };
        Some((returned, arguments))
    };
    Ending::of(outcome, applied)
}

/// What a compensation is told that its step has returned: of `Done<T>`, `T`. None where it takes none.
pub fn told_of(graph: &Graph<'_>, undo: DefId) -> Option<Shape> {
    let (function, site) = signature(graph, undo)?;
    function.params.iter().skip(1).find_map(|param| {
        let taken = Shape::of(graph, site, *param);
        let is_done = taken.name(graph, undo)?.strip_prefix("stateline::") == Some(DONE);
        taken.arguments().first().filter(|_| is_done).cloned().map(Shape::owned)
    })
}

/// The type of the workspace that is a step's first parameter; none where it is anything else.
pub fn input(graph: &Graph<'_>, step: DefId) -> Option<DefId> {
    let (function, site) = signature(graph, step)?;
    let first = *function.params.first()?;
    let found = match site.terms.types[first] {
        Type::Path(_) => graph.world().named_type(site, first)?,
        _ => return None,
    };
    let kind = graph.world().def(found).kind;
    matches!(kind, DefKind::Struct | DefKind::Enum | DefKind::Union).then_some(found)
}

/// Every type of the workspace that stands anywhere in what a step returns, aliases followed; none
/// where something in it is not known: a parameter, `impl Trait`, a macro, a type from outside that
/// could be an alias.
pub fn outputs(graph: &Graph<'_>, step: DefId) -> Option<Vec<DefId>> {
    let (function, site) = signature(graph, step)?;
    let mut found = Vec::new();
    if let Some(ret) = function.ret {
        Reader { graph, site, depth: 0 }.ty(ret, &mut found)?;
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// These types, and all that they hold: an outcome of one's own may carry the next step's input.
pub fn with_contents(graph: &Graph<'_>, types: &[DefId]) -> Vec<DefId> {
    let mut all = types.to_vec();
    let mut next = 0;
    while let Some(&at) = all.get(next) {
        for mention in mentions(graph.world(), &graph.members, at) {
            if !all.contains(&mention.what) {
                all.push(mention.what);
            }
        }
        next += 1;
    }
    all
}

fn signature<'g>(graph: &Graph<'g>, step: DefId) -> Option<(&'g Function, Site<'g>)> {
    match &graph.input.world.item(step)?.kind {
        ItemKind::Function(function) => Some((function, graph.input.world.site(step))),
        _ => None,
    }
}

/// Aliases of aliases of … are followed this far.
const DEEPEST: usize = 16;

struct Reader<'r, 'g> {
    graph: &'r Graph<'g>,
    site: Site<'g>,
    depth: usize,
}

impl<'g> Reader<'_, 'g> {
    /// `None` is doubt.
    fn ty(&self, ty: TypeId, found: &mut Vec<DefId>) -> Option<()> {
        match self.site.terms.types[ty] {
            Type::Path(path) => self.path(path, found),
            Type::Ref { inner, .. }
            | Type::Ptr { inner, .. }
            | Type::Slice(inner)
            | Type::Array { element: inner, .. } => self.ty(inner, found),
            Type::Tuple(elements) => self.list(elements, found),
            Type::Macro { ty: Some(ty), .. } => self.ty(ty, found),
            Type::Fn { .. } | Type::Never => Some(()),
            Type::Impl(_)
            | Type::Dyn(_)
            | Type::Infer
            | Type::Const { .. }
            | Type::Macro { ty: None, .. }
            | Type::Unknown => None,
        }
    }

    fn list(&self, types: IdxRange<TypeId>, found: &mut Vec<DefId>) -> Option<()> {
        self.site.terms.type_lists[types].iter().try_for_each(|ty| self.ty(*ty, found))
    }

    fn path(&self, id: PathId, found: &mut Vec<DefId>) -> Option<()> {
        let world = self.graph.input.world;
        let path = &self.site.terms.paths[id];
        let resolved = world.resolve(self.site, id, Namespace::Type);
        if path.qself.is_some() || resolved.broken || resolved.rest > 0 {
            return None;
        }
        for segment in &self.site.terms.segments[path.segments] {
            let Some(args) = segment.args else { continue };
            let args = self.site.terms.args[args];
            self.list(args.types, found)?;
            let bindings = &self.site.terms.bindings[args.bindings];
            bindings.iter().filter_map(|binding| binding.ty).try_for_each(|ty| self.ty(ty, found))?;
        }
        match *resolved.segments.last()? {
            Named::Primitive(_) => Some(()),
            Named::Target(target @ Target::Def(def)) => match inside(world, target) {
                Some(ours) => self.ours(ours, found),
                // The standard library's own types hold nothing but their arguments; an alias of it
                // (`io::Result`) could be anything only in what it leaves out.
                None => world.unalias(def).map(|_| ()),
            },
            // A type of another crate could be an alias for anything, but not for a type of ours.
            Named::Target(Target::Outside(_)) => Some(()),
            // What an alias's parameters stand for was read where they were given.
            Named::Parameter(..) if self.depth > 0 => Some(()),
            _ => None,
        }
    }

    fn ours(&self, id: DefId, found: &mut Vec<DefId>) -> Option<()> {
        let world = self.graph.input.world;
        match world.item(id).map(|item| &item.kind) {
            Some(ItemKind::TypeAlias { ty: Some(ty), .. }) if self.depth < DEEPEST => {
                let inner = Reader { graph: self.graph, site: world.site(id), depth: self.depth + 1 };
                inner.ty(*ty, found)
            }
            Some(ItemKind::Struct { .. } | ItemKind::Enum { .. } | ItemKind::Union { .. }) => {
                found.push(id);
                Some(())
            }
            _ => None,
        }
    }
}
