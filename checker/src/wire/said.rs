//! What attributes of serde say of a type, a variant or a field.

use super::case::Case;
use super::codec::{OF_SERDE, real_name};
use crate::graph::Graph;
use stateline_rust::Site;
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{Attribute, Namespace, PathId, Serde};

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
        let start = attributes.start();
        for (offset, attribute) in summary.attributes[attributes].iter().enumerate() {
            let loose = summary.terms.loose[attribute.loose].iter();
            if attribute.is_derive {
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
                    let found = summary.serde.binary_search_by_key(&index, |serde| serde.attribute.index());
                    let words = found.ok().map(|at| &summary.serde[at]).into_iter().flat_map(words);
                    said.words.extend(words);
                    said.paths.extend(loose.filter(|loose| loose.in_string).map(|loose| loose.path));
                }
                other => said.foreign |= other.starts_with("serde"),
            }
        }
        said
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
