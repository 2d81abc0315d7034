//! What a word on the command line means: a context, or a path into the code.

use crate::graph::lookup::Found;
use crate::graph::{ContextId, Graph};
use crate::report::Failure;
use stateline_rust::DefId;
use stateline_schema::{Pattern, suggest, suggestion};

/// A context, or everything at and below a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selector {
    Context(ContextId),
    /// By its place of definition: `ledger::account::Account`.
    Path(String),
}

impl Selector {
    /// A context if there is one of that name; else a path, through re-exports as code would write it.
    ///
    /// # Errors
    /// When it is neither.
    pub(super) fn new(graph: &Graph<'_>, text: &str) -> Result<Self, Failure> {
        let map = graph.input.map;
        if let Some(context) = ContextId::find(map, text) {
            return Ok(Self::Context(context));
        }
        let names = || map.contexts.names().map(|name| name.value.as_str());
        let unknown = |meant: Option<String>| {
            let failure = Failure::new(format!("`{text}` is no context, and no path that the code defines"));
            match meant.or_else(|| suggest(text, names()).map(str::to_owned)) {
                Some(meant) => failure.help(suggestion(meant)),
                None => {
                    failure.help("the contexts are ".to_owned() + &names().collect::<Vec<_>>().join(", "))
                }
            }
        };
        let Ok(Pattern::Exact(path)) = Pattern::parse(text) else { return Err(unknown(None)) };
        let (mut items, mut meant) = (Vec::new(), None);
        // A path that begins with no crate is relative to what some context owns.
        for context in graph.contexts() {
            match graph.lookup().path(context, &path) {
                Found::Items(found) => items.extend(found),
                Found::Outside => return Err(Failure::new(format!("`{text}` is not of this workspace"))),
                Found::Nothing { similar, .. } => meant = meant.or(similar),
            }
        }
        items.sort_unstable();
        items.dedup();
        let mut paths: Vec<String> = items.iter().map(|item| graph.path(*item)).collect();
        paths.dedup();
        match paths.as_slice() {
            [] => Err(unknown(meant)),
            [only] => Ok(Self::Path(only.clone())),
            _ => {
                let failure = Failure::new(format!("`{text}` is the name of {} items", items.len()));
                let failure = failure.help(format!("write the path of one: {}", paths.join(", ")));
                Err(items.iter().fold(failure, |failure, item| failure.at(graph.defined(*item))))
            }
        }
    }

    /// Whether a definition is of the context, or at or below the path.
    pub(super) fn holds(&self, graph: &Graph<'_>, id: DefId) -> bool {
        match self {
            Self::Context(context) => graph.regions.owner(id) == Some(*context),
            Self::Path(path) => graph
                .path(id)
                .strip_prefix(path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
        }
    }
}
