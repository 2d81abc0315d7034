//! Statics that can change.

use crate::graph::Graph;
use crate::graph::shape::Shape;
use rustc_hash::FxHashSet;
use stateline_rust::summary::ItemKind;
use stateline_rust::{DefId, DefKind, Site};

/// What can be changed behind a shared reference, by name. What is computed once (`LazyLock`,
/// `OnceLock`, `OnceCell`) counts by what it holds.
const CHANGING: &[&str] = &[
    "Mutex",
    "RwLock",
    "ReentrantMutex",
    "FairMutex",
    "Cell",
    "RefCell",
    "UnsafeCell",
    "SyncUnsafeCell",
    "Atomic",
    "AtomicCell",
    "AtomicRefCell",
    "AtomicBool",
    "AtomicPtr",
    "AtomicI8",
    "AtomicI16",
    "AtomicI32",
    "AtomicI64",
    "AtomicI128",
    "AtomicIsize",
    "AtomicU8",
    "AtomicU16",
    "AtomicU32",
    "AtomicU64",
    "AtomicU128",
    "AtomicUsize",
    "ArcSwap",
    "ArcSwapOption",
    "ArcSwapAny",
    "DashMap",
    "DashSet",
    "SkipMap",
    "SkipSet",
    "ConcurrentQueue",
    "ArrayQueue",
    "SegQueue",
    "Condvar",
    "Semaphore",
    "Notify",
];

/// What is filled once, by whoever comes first, by name.
const ONCE: &[&str] = &["OnceLock", "OnceCell", "OnceBox", "Once"];

/// Whether a static is filled once, by somebody: what it holds by then is not known.
pub(super) fn is_filled_once(graph: &Graph<'_>, id: DefId) -> bool {
    let world = graph.world();
    let name = match shape(graph, id) {
        Some(Shape::Named(of, _)) if world.is_std(of) => world.text(world.def(of).name).to_owned(),
        Some(Shape::Outside(path, _)) => path,
        _ => return false,
    };
    ONCE.contains(&name.rsplit("::").next().unwrap_or(&name))
}

/// The type of a static.
fn shape(graph: &Graph<'_>, id: DefId) -> Option<Shape> {
    let world = graph.world();
    let Some(ItemKind::Static { ty: Some(ty), .. }) = world.item(id).map(|item| &item.kind) else {
        return None;
    };
    Some(Shape::of(graph, world.site(id), *ty))
}

/// Whether what a static holds can change after it began.
pub(super) fn changes(graph: &Graph<'_>, id: DefId) -> bool {
    let mutable =
        matches!(graph.world().item(id).map(|item| &item.kind), Some(ItemKind::Static { mutable: true, .. }));
    mutable || shape(graph, id).is_some_and(|shape| holds_change(graph, &shape, &mut FxHashSet::default()))
}

fn holds_change(graph: &Graph<'_>, shape: &Shape, seen: &mut FxHashSet<DefId>) -> bool {
    let world = graph.world();
    match shape {
        Shape::Named(id, args) => {
            let known = world.is_std(*id) && CHANGING.contains(&world.text(world.def(*id).name));
            known || any(graph, args, seen) || (!world.is_std(*id) && contents_change(graph, *id, seen))
        }
        Shape::Outside(path, args) => {
            CHANGING.contains(&path.rsplit("::").next().unwrap_or(path)) || any(graph, args, seen)
        }
        Shape::Tuple(parts) => any(graph, parts, seen),
        Shape::Ref(inner) | Shape::Slice(inner) | Shape::Array(inner, _) => holds_change(graph, inner, seen),
        Shape::Primitive(_) | Shape::Open(_) => false,
    }
}

fn any(graph: &Graph<'_>, shapes: &[Shape], seen: &mut FxHashSet<DefId>) -> bool {
    shapes.iter().any(|shape| holds_change(graph, shape, seen))
}

/// The fields of a type of ours, and those of its variants.
fn contents_change(graph: &Graph<'_>, id: DefId, seen: &mut FxHashSet<DefId>) -> bool {
    let world = graph.world();
    if !seen.insert(id) {
        return false;
    }
    world.children(id).iter().any(|&child| match world.def(child).kind {
        DefKind::Variant => contents_change(graph, child, seen),
        DefKind::Field => {
            let def = world.def(child);
            let summary = world.summary(def.file);
            let site = Site { scope: id, file: def.file, terms: &summary.terms };
            let ty = def.field.map(|field| summary.fields[field].ty);
            ty.is_some_and(|ty| holds_change(graph, &Shape::of(graph, site, ty), seen))
        }
        _ => false,
    })
}
