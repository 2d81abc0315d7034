//! What attributes of serde say of a type, a variant or a field.

use super::case::Case;
use super::codec::{OF_SERDE, real_name};
use crate::graph::Graph;
use stateline_rust::Site;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{Attribute, Cfg, Namespace, PathId, Serde};
use stateline_schema::entries::fingerprint;
use std::collections::BTreeSet;

/// All that attributes of serde say of something.
#[derive(Clone, Debug, Default)]
pub(super) struct Said<'g> {
    words: Vec<(&'g str, Option<&'g str>)>,
    /// The paths in texts: what code means by `with = "…"`.
    paths: Vec<PathId>,
    /// Which of serde's traits are derived.
    pub(super) serializes: bool,
    pub(super) deserializes: bool,
    /// An attribute of another package writes what serde's derives read.
    pub(super) foreign: bool,
    /// The conditions under which it is said, and those under which serde's traits are derived.
    under: BTreeSet<usize>,
    derived_under: BTreeSet<usize>,
    /// Of all that is said, and of whether the conditions hold here.
    pub(super) hash: u64,
}

impl<'g> Said<'g> {
    pub(super) fn new(graph: &'g Graph<'_>, site: Site<'g>, attributes: IdxRange<Attribute>) -> Self {
        let summary = graph.world().summary(site.file);
        let mut said = Said::default();
        let first = |path: PathId| {
            let segment = summary.terms.segments[summary.terms.paths[path].segments].first();
            segment.map_or("", |segment| &*summary.names[segment.name])
        };
        // A derive has the name of its trait.
        let derived = |path: PathId| {
            let names = [Namespace::Macro, Namespace::Type].map(|of| real_name(graph, site, path, of));
            names.into_iter().find(|name| OF_SERDE.contains(name)).unwrap_or(names[0])
        };
        let krate = graph.world().def(site.scope).krate;
        let start = attributes.start();
        for (offset, attribute) in summary.attributes[attributes].iter().enumerate() {
            let loose = summary.terms.loose[attribute.loose].iter();
            let cfg = attribute.cfg.map(|cfg| (cfg, &summary.cfgs[cfg]));
            // What stands under no condition that could hold is not said.
            if cfg.is_some_and(|(_, cfg)| matches!(cfg, Cfg::Any(none) if none.is_empty())) {
                continue;
            }
            let holds = cfg.is_none_or(|(_, cfg)| graph.world().holds(krate, cfg));
            if attribute.is_derive {
                let is_serde = loose.clone().any(|loose| OF_SERDE.contains(&derived(loose.path)));
                said.derived_under.extend(cfg.filter(|_| is_serde).map(|(cfg, _)| cfg.index()));
                for loose in loose {
                    match derived(loose.path) {
                        "Serialize" => said.serializes = true,
                        "Deserialize" => said.deserializes = true,
                        other => said.foreign |= other.to_ascii_lowercase().contains("serialize"),
                    }
                }
                continue;
            }
            match first(attribute.path) {
                "serde" => {
                    let index = start.index() + offset;
                    said.under.extend(cfg.map(|(cfg, _)| cfg.index()));
                    let found = summary.serde.binary_search_by_key(&index, |serde| serde.attribute.index());
                    let words = found.ok().map(|at| &summary.serde[at]).into_iter().flat_map(words);
                    said.words.extend(words);
                    let text = format!("{:?} {holds}", said.words);
                    said.hash = said.hash.wrapping_add(fingerprint(text.as_bytes()));
                    said.paths.extend(loose.filter(|loose| loose.in_string).map(|loose| loose.path));
                }
                other => said.foreign |= other.starts_with("serde"),
            }
        }
        said
    }

    /// Whether some builds have what it says of serde, and others have not, though all have the derive that these
    /// attributes have.
    pub(super) fn is_conditional(&self, derive: &Said<'_>) -> bool {
        !self.under.is_subset(&derive.derived_under)
    }

    /// Whether a word is said.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|(said, _)| *said == word)
    }

    /// The text of a word.
    pub(super) fn text(&self, word: &str) -> Option<&'g str> {
        self.words.iter().find(|(said, _)| *said == word).and_then(|(_, text)| *text)
    }

    /// The texts of a word that may be said several times.
    pub(super) fn texts(&self, word: &str) -> impl Iterator<Item = &'g str> {
        self.words.iter().filter(move |(said, _)| *said == word).filter_map(|(_, text)| *text)
    }

    /// The text of a word for each direction, where `word(serialize = …, deserialize = …)` may say two.
    fn both(&self, word: &str) -> (Option<&'g str>, Option<&'g str>) {
        let of = |direction: &str| {
            let key = format!("{word}.{direction}");
            let found = self.words.iter().find(|(said, _)| *said == key);
            found.and_then(|(_, text)| *text).or_else(|| self.text(word))
        };
        (of("serialize"), of("deserialize"))
    }

    /// The names under which something is written and read, by its own attributes, or by the rules around it.
    pub(super) fn names(
        &self,
        name: &str,
        rules: Rules,
        apply: fn(Case, &str) -> String,
    ) -> (String, String) {
        let by = |rule: Option<Case>| rule.map_or_else(|| name.to_owned(), |rule| apply(rule, name));
        let (written, read) = self.both("rename");
        (written.map_or_else(|| by(rules.0), str::to_owned), read.map_or_else(|| by(rules.1), str::to_owned))
    }

    /// The name that something has in the code, where its own attribute says another for the wire.
    pub(super) fn in_code(&self, own: &str, name: &str) -> Option<String> {
        let is_said = self.both("rename").0.is_some() && own != name;
        is_said.then(|| own.to_owned())
    }

    /// The rules that it sets for what is in it.
    pub(super) fn rules(&self, word: &str) -> Rules {
        let (written, read) = self.both(word);
        (written.and_then(Case::named), read.and_then(Case::named))
    }

    /// The paths in its texts.
    pub(super) fn paths(&self) -> &[PathId] {
        &self.paths
    }
}

/// How names are written, and how they are read.
pub(super) type Rules = (Option<Case>, Option<Case>);

fn words(serde: &Serde) -> impl Iterator<Item = (&str, Option<&str>)> {
    serde.words.iter().map(|(word, text)| (&**word, text.as_deref()))
}
