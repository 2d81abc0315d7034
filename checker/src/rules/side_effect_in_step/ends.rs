//! Calls from steps into packages and texts that are not read, and of which nothing is known.

use super::{noun, ways};
use crate::graph::Graph;
use crate::graph::body_paths::PathTarget;
use crate::graph::end::StepEnd;
use crate::graph::law::{below, normal};
use crate::graph::reach::Run;
use crate::rules::Found;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, DefKind, Reference, Role, Target};

/// What names other packages, and what a build writes, by the function or type in which it stands: looked for once for
/// all steps.
pub(super) struct Outside<'g>(FxHashMap<DefId, Vec<&'g Reference>>);

impl<'g> Outside<'g> {
    pub(super) fn new(graph: &Graph<'g>) -> Self {
        let mut by: FxHashMap<DefId, Vec<&Reference>> = FxHashMap::default();
        for reference in graph.input.references {
            let leads_out = matches!(reference.to, Target::Outside(_));
            if leads_out || (is_run(reference) && is_generated(graph, reference)) {
                by.entry(around(graph, reference.from)).or_default().push(reference);
            }
        }
        Outside(by)
    }

    /// Where the reach of a step ends, each path once: where it calls. Under a law that says what steps may run, a
    /// type or a trait may run too, by an operator, by formatting, or by a method; so there it is all that is named.
    pub(super) fn ends(&self, graph: &Graph<'_>, step: DefId, run: &Run) -> Vec<StepEnd> {
        let law = graph.regions.owner(step).map(|owner| &graph.context(owner).laws.pure);
        let pure: Vec<String> = law.into_iter().flatten().map(|path| normal(path.value.as_str())).collect();
        let is_strict = !pure.is_empty();
        let types = run.types.iter().filter(|_| is_strict);
        let named = run.functions.iter().chain(types).filter_map(|at| self.0.get(at)).flatten();
        let (calls, others): (Vec<&Reference>, Vec<&Reference>) = named.partition(|it| is_run(it));
        let others = others.into_iter().filter(|reference| is_strict && may_run(reference));
        let (mut told, mut packages) = (FxHashSet::default(), FxHashSet::default());
        let ends = calls.into_iter().chain(others).filter_map(|reference| {
            let place = || {
                graph.at_reference(reference, if is_run(reference) { "called here" } else { "named here" })
            };
            if let (Target::Def(id), true) = (reference.to, is_generated(graph, reference)) {
                let path = graph.path(id);
                let is_new = told.insert(path.clone());
                return is_new.then(|| StepEnd { step, place: place(), path, is_text: true });
            }
            let path = graph.beyond(reference.from, reference.to)?;
            let is_pure = is_pure(&path) && graph.is_published(reference.from, &path);
            // The way to what is listed is listed.
            let leads_to = |listed: &str| reference.role == Role::Qualifier && below(listed, &path);
            let is_listed = pure.iter().any(|listed| below(&path, listed) || leads_to(listed));
            if is_pure || is_listed || ways::way(&path).is_some() {
                return None;
            }
            // Of what only may run, the package is enough.
            let is_first = packages.insert(package(&path).to_owned());
            let is_new = told.insert(path.clone()) && (is_first || is_run(reference));
            is_new.then(|| StepEnd { step, place: place(), path, is_text: false })
        });
        let mut ends: Vec<StepEnd> = ends.collect();
        let included =
            run.reached.iter().find(|it| it.path_use.target == PathTarget::Outside(INCLUDE.into()));
        ends.extend(included.map(|reached| {
            let label = "this code is not read";
            let place = match reached.path_use.span {
                Some(span) => graph.at_code(reached.path_use.file, span, label),
                None => graph.at_def(reached.within, label),
            };
            StepEnd { step, place, path: "include!".to_owned(), is_text: true }
        }));
        ends
    }
}

/// Whether it runs what it names.
fn is_run(reference: &Reference) -> bool {
    matches!(reference.role, Role::Call | Role::Macro)
}

/// Whether what it names may run because of it: by an operator of a type, or by a method that a trait brings.
fn may_run(reference: &Reference) -> bool {
    matches!(reference.role, Role::Signature | Role::Body | Role::Qualifier | Role::Field | Role::Import)
}

/// The function around a block.
fn around(graph: &Graph<'_>, of: DefId) -> DefId {
    let world = graph.world();
    let up = |at: &DefId| world.def(*at).parent.filter(|_| world.def(*at).kind == DefKind::Block);
    std::iter::successors(Some(of), up).last().unwrap_or(of)
}

/// In the place of an expression, this brings in text that is not read.
const INCLUDE: &str = "std::include";

/// Whether a reference leads into text that is not read.
fn is_generated(graph: &Graph<'_>, reference: &Reference) -> bool {
    matches!(reference.to, Target::Def(id) if graph.world().def(id).kind == DefKind::Generated)
}

/// The ends of one step's reach, for whoever asks about it.
pub(in crate::rules) fn of_step(graph: &Graph<'_>, step: DefId) -> Vec<StepEnd> {
    Outside::new(graph).ends(graph, step, &graph.reach().of(graph, step))
}

/// What to do with code that a step must not run.
pub(super) const IN_AN_OPERATION: &str = "move the code into an operation in another module, add that to `calls(…)`, and call it as `ctx.OPERATION(…)`";

/// What a context's law refuses: a call into a package that it does not list.
pub(super) fn refused(graph: &Graph<'_>, end: &StepEnd) -> Option<Found> {
    let owner = graph.regions.owner(end.step)?;
    let pure = &graph.context(owner).laws.pure;
    let first = pure.first()?;
    let listed: Vec<&str> = pure.iter().map(|path| path.value.as_str()).collect();
    let (step, package) = (graph.world().text(graph.world().def(end.step).name), end.package());
    let message = format!(
        "the {} `{step}` uses the package `{package}`, which Stateline does not know to be pure",
        noun(graph, end.step)
    );
    let name = graph.name(owner);
    if end.is_text {
        let message = format!(
            "the {} `{step}` runs `{}`, whose code Stateline cannot read",
            noun(graph, end.step),
            end.path
        );
        let label = format!("steps of `{name}` may only run code that is known to be pure");
        return Some(
            Found::new(message, end.place.clone())
                .place(graph.at_map(first.span, label))
                .help(format!("write the code as a module of the crate; or {IN_AN_OPERATION}")),
        );
    }
    let label =
        format!("steps may only run code of {} and of packages that are known to be pure", listed.join(", "));
    Some(Found::new(message, end.place.clone()).place(graph.at_map(first.span, label)).help(format!(
        "add `{package}` to `contexts.{name}.laws.steps.pure` if it has no side effects; otherwise {IN_AN_OPERATION}"
    )))
}

/// Whether a path leads to the standard library, to us, or into a package that is known to have no side effects
/// but those in the table of ways.
fn is_pure(path: &str) -> bool {
    PURE.contains(&package(path))
}

fn package(path: &str) -> &str {
    path.split_once("::").map_or(path, |(package, _)| package)
}

#[rustfmt::skip]
const PURE: &[&str] = &[
    "std", "stateline",
    "aho_corasick", "anyhow", "approx", "arrayvec", "async_trait", "base64", "bigdecimal", "bincode", "bitflags",
    "blake3", "bon", "bstr", "bytemuck", "byteorder", "bytes", "chrono", "ciborium", "compact_str", "convert_case",
    "crc32fast", "csv", "data_encoding", "derive_builder", "derive_more", "digest", "displaydoc", "either",
    "email_address", "enum_map", "eyre", "fixed", "flagset", "fnv", "futures", "futures_core", "futures_util",
    "garde", "generic_array", "half", "hashbrown", "heck", "hex", "hmac", "http", "humantime", "iban_validate",
    "idna", "indexmap", "itertools", "itoa", "jiff", "lazy_regex", "libm", "log", "logos", "memchr", "miette",
    "mime", "nalgebra", "ndarray", "nom", "num", "num_bigint", "num_complex", "num_derive",
    "num_integer", "num_rational", "num_traits", "ordered_float", "paste", "percent_encoding", "petgraph", "phf",
    "pin_project", "pin_project_lite", "pretty_assertions", "prost", "quick_xml", "regex", "regex_lite",
    "regex_syntax", "rmp_serde", "ron", "rust_decimal", "rust_decimal_macros", "rustc_hash", "rusty_money", "ryu",
    "secrecy", "semver", "serde", "serde_json", "serde_path_to_error", "serde_qs", "serde_repr",
    "serde_urlencoded", "serde_with", "serde_yaml", "sha1", "sha2", "sha3", "simdutf8", "slab", "smallvec",
    "smol_str", "snafu", "static_assertions", "strsim", "strum", "subtle", "tap", "textwrap", "thiserror", "time",
    "tinyvec", "toml", "tracing", "typenum", "ulid", "unicode_normalization", "unicode_segmentation",
    "unicode_width", "url", "uuid", "validator", "winnow", "xxhash_rust", "zerocopy", "zeroize",
];

#[cfg(test)]
mod tests {
    use super::{PURE, is_pure};

    #[test]
    fn the_list_is_sorted_and_goes_by_packages() {
        assert!(PURE[2..].is_sorted() && is_pure("rust_decimal::Decimal::round_dp") && is_pure("std"));
        assert!(!is_pure("rust_decimals::round") && !is_pure("reqwest::get"));
    }
}
