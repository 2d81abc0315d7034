//! The base: what its code does under the map of today, and what that was under the map of then.

use super::renames::Renames;
use super::{Subject, crates, subject};
use crate::cli::mapping::Mapping;
use crate::cli::pipeline::Resolved;
use crate::graph::permission::Verdict;
use crate::graph::{Graph, Use};
use crate::rules;
use stateline_schema::{Date, Exceptions, Source};
use std::collections::{BTreeMap, BTreeSet};

/// All that is asked of the base, by the names of today.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// What is wrong with its code under the map of today.
    pub(super) subjects: BTreeSet<Subject>,
    /// For each crossing among these: what it was.
    pub(super) origins: BTreeMap<(String, String), Origin>,
    /// The crates that each context owned something of; none where the base has no map that can be read.
    pub(super) crates: Option<BTreeMap<String, BTreeSet<String>>>,
}

/// What a crossing was under the map of then.
#[derive(Debug, Default)]
pub(super) struct Origin {
    /// The contexts whose code it was.
    pub(super) contexts: BTreeSet<String>,
    /// What the item was called.
    pub(super) item: String,
    /// Some of it stayed inside of a context.
    pub(super) was_inside: bool,
    /// The map of then permitted some of it.
    pub(super) was_permitted: bool,
}

impl Before {
    pub(super) fn new(
        base: &Resolved<'_>,
        old: Option<Mapping>,
        today: &Mapping,
        renames: &Renames,
        as_of: Date,
    ) -> Self {
        let under_today = Mapping {
            map: renames.backward(&today.map),
            exceptions: Exceptions::default(),
            lock: None,
            base: None,
            population: None,
            sources: today.sources.clone(),
        };
        let is_known = old.is_some();
        let forward = |(context, crates): (String, BTreeSet<String>)| {
            (context, crates.iter().map(|krate| renames.forward(krate)).collect())
        };
        base.under(&under_today, as_of, |new| {
            base.under(&old.unwrap_or_else(Mapping::none), as_of, |old| Before {
                subjects: subjects(new, renames, &today.sources),
                origins: origins(new, old, renames),
                crates: is_known.then(|| crates(old).into_iter().map(forward).collect()),
            })
        })
    }
}

/// Mistakes of the map are not among them, such as a path that leads nowhere or a crate without an owner: the
/// code of the base did not make them.
fn subjects(graph: &Graph<'_>, renames: &Renames, map: &[Source]) -> BTreeSet<Subject> {
    let found = subject::subjects(&rules::check_graph(graph).findings);
    let is_of_map = |subject: &Subject| match subject {
        Subject::Crossing { .. } => false,
        Subject::Rule { rule, file } => {
            rules::is_about_owners(rule) || map.iter().any(|source| source.name == *file)
        }
    };
    let found = found.into_keys().filter(|subject| !is_of_map(subject));
    let renamed = found.map(|subject| match subject {
        Subject::Crossing { from, item } => Subject::Crossing { from, item: renames.forward(&item) },
        other => other,
    });
    renamed.collect()
}

fn origins(new: &Graph<'_>, old: &Graph<'_>, renames: &Renames) -> BTreeMap<(String, String), Origin> {
    let mut origins: BTreeMap<(String, String), Origin> = BTreeMap::new();
    let refused = new.crossings().iter().filter(|crossing| !matches!(crossing.verdict, Verdict::Allowed(_)));
    for crossing in refused {
        let path = new.path(crossing.item);
        let key = (new.name(crossing.from).to_owned(), renames.forward(&path));
        let origin = origins.entry(key).or_default();
        origin.item = path;
        let to = old.regions.owner(crossing.item);
        for reference in &crossing.references {
            let Some(from) = old.regions.owner(new.reference(*reference).from) else { continue };
            if to == Some(from) {
                origin.was_inside = true;
                continue;
            }
            origin.contexts.insert(old.name(from).to_owned());
            let asked = Use { from, ..crossing.asks() };
            origin.was_permitted |= matches!(old.permissions.judge(asked), Verdict::Allowed(_));
        }
    }
    origins
}
