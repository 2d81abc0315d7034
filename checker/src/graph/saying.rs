//! What the attributes on a definition say, in words.

use super::{Graph, Mark};
use stateline_rust::read::MarkKind;
use stateline_rust::resolve::{DefId, Meant};

/// What one attribute says of what carries it.
#[derive(Clone, Debug)]
pub struct Saying {
    pub kind: MarkKind,
    pub process: Option<String>,
    pub topic: Option<String>,
    pub effect: Option<String>,
    /// The path of the function that stands in for an operation.
    pub rehearsed_by: Option<String>,
    /// The paths of the operations that a step calls, each with its effect where it says one.
    pub calls: Vec<(String, Option<String>)>,
    /// The paths of the messages that it publishes.
    pub publishes: Vec<String>,
}

impl Graph<'_> {
    /// What the attributes on a definition say.
    pub(super) fn sayings(&self, id: DefId) -> Vec<Saying> {
        self.marks_of(id)
            .filter(|mark| mark.kind != MarkKind::Environment)
            .map(|mark| self.saying(&mark))
            .collect()
    }

    fn saying(&self, mark: &Mark<'_>) -> Saying {
        let text =
            |said: &Option<stateline_rust::read::Text>| said.as_ref().map(|said| said.text.to_string());
        let called = |meant: &Meant| {
            let def = meant.def?;
            Some((self.path(def), self.effect(def).map(str::to_owned)))
        };
        Saying {
            kind: mark.kind,
            process: text(&mark.process),
            topic: text(&mark.topic),
            effect: text(&mark.effect),
            rehearsed_by: mark.stand_in().and_then(|meant| meant.def).map(|def| self.path(def)),
            calls: mark.called().iter().filter_map(called).collect(),
            publishes: mark
                .published()
                .iter()
                .filter_map(|meant| meant.def)
                .map(|def| self.path(def))
                .collect(),
        }
    }
}
