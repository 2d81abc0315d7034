//! Operations, steps, compensations, messages and processes, as the attributes in the code say them.

use super::member::unalias;
use super::{ContextId, Edge, Graph, Kind, Node, Where};
use petgraph::graph::NodeIndex;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::read::{self, MarkKind, Text};
use stateline_rust::resolve::world::Target;
use stateline_rust::resolve::{DefId, How, Marked, Meant, Reference, Role};
use stateline_schema::map::CodeKind;
use std::ops::Deref;

/// An attribute of ours, or a call of `process!`, with all that it says.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'g> {
    said: &'g read::Mark,
    found: &'g Marked,
    /// The context that owns what carries it.
    pub owner: Option<ContextId>,
}

/// What the attribute itself says: its kind, its words and their places.
impl Deref for Mark<'_> {
    type Target = read::Mark;

    fn deref(&self) -> &read::Mark {
        self.said
    }
}

impl<'g> Mark<'g> {
    /// The function, the message's type, or the function that `process!` makes.
    pub fn def(&self) -> DefId {
        self.found.item
    }

    /// The file that it stands in, for every place of it.
    pub fn file(&self) -> read::FileId {
        self.found.file
    }

    /// The operations that a step lists.
    pub fn called(&self) -> &'g [Meant] {
        &self.found.calls
    }

    /// The messages that a step lists.
    pub fn published(&self) -> &'g [Meant] {
        &self.found.publishes
    }

    /// The function that stands in for an operation.
    pub fn stand_in(&self) -> Option<Meant> {
        self.found.rehearse
    }

    /// The process that a step says it belongs to, or that `process!` makes.
    pub fn process(&self) -> Option<&'g Text> {
        self.said.process.as_ref()
    }
}

impl<'g> Graph<'g> {
    /// Everything that carries an attribute of ours, and every `process!`, in the order of the code.
    pub fn marks(&self) -> impl Iterator<Item = Mark<'g>> {
        self.input.world.marks.iter().map(|found| self.mark(found))
    }

    /// One of the world's marks, with all that it says.
    pub(super) fn mark(&self, found: &'g Marked) -> Mark<'g> {
        let said = &self.input.world.summary(found.file).marks[found.index as usize];
        Mark { said, found, owner: self.regions.owner(found.item) }
    }

    /// The marks on a definition.
    pub fn marks_of(&self, id: DefId) -> impl Iterator<Item = Mark<'g>> {
        self.marks().filter(move |mark| mark.def() == id)
    }
}

impl<'g> Graph<'g> {
    /// What steps do through their ctx although they do not list it: operations that they call, messages
    /// that they publish.
    pub fn unlisted(&self) -> Vec<(Mark<'g>, &'g Reference, DefId)> {
        let does = |mark: &Mark<'_>| matches!(mark.kind, MarkKind::Step | MarkKind::Compensation);
        let steps: FxHashMap<DefId, Mark<'g>> =
            self.marks().filter(does).map(|mark| (mark.def(), mark)).collect();
        if steps.is_empty() {
            return Vec::new();
        }
        let done = |kind| matches!(kind, MarkKind::Operation | MarkKind::Message);
        let through: FxHashSet<DefId> =
            self.marks().filter(|mark| done(mark.kind)).map(|mark| mark.def()).collect();
        let references: &'g [Reference] = self.input.references;
        let calls = references.iter().filter(|found| found.how == How::Dot && found.role == Role::Call);
        let unlisted = |found: &'g Reference| {
            let Target::Def(def) = found.to else { return None };
            let mark = steps.get(&found.from).filter(|_| through.contains(&def))?;
            let is_it = |meant: &Meant| meant.def.and_then(|def| unalias(self.world(), def)) == Some(def);
            let listed = mark.called().iter().chain(mark.published()).any(is_it);
            (!listed).then_some((*mark, found, def))
        };
        calls.filter_map(unlisted).collect()
    }
}

impl Graph<'_> {
    /// Adds what steps call and publish, as their attributes list it.
    pub(super) fn add_steps(&mut self) {
        if self.world().marks.is_empty() {
            return;
        }
        let steps: Vec<(NodeIndex, DefId)> =
            self.net.node_indices().filter_map(|at| self.step_at(at)).collect();
        for (step, function) in steps {
            for mark in self.marks_of(function).collect::<Vec<_>>() {
                let listed = |kind| move |meant: &Meant| Some((kind, meant.span, meant.def?));
                let calls = mark.called().iter().filter_map(listed(Kind::Call));
                let publishes = mark.published().iter().filter_map(listed(Kind::Publish));
                for (kind, span, def) in calls.chain(publishes) {
                    let to = match kind {
                        Kind::Call => Some(Node::Operation(def)),
                        _ => self.topic_of(def).map(Node::Topic),
                    };
                    let Some(to) = to.map(|to| self.node(to)) else { continue };
                    let places = vec![Where::Attribute(mark.file(), span)];
                    self.net.add_edge(step, to, Edge { kind, code: CodeKind::Main, places });
                }
            }
        }
    }

    fn step_at(&self, at: NodeIndex) -> Option<(NodeIndex, DefId)> {
        let Node::Step(process, version, index) = self.net[at] else { return None };
        let process = self.input.map.processes.values().nth(process)?;
        let step = process.versions().nth(version)?.steps.get(index)?;
        Some((at, self.step_function(process, &step.name.value)?))
    }

    /// The topic of a message, by its attribute.
    fn topic_of(&self, message: DefId) -> Option<usize> {
        self.marks_of(message).find_map(|mark| self.topic(&mark.topic.as_ref()?.text))
    }

    /// What a function does to the world, if it is an operation that says so.
    pub fn effect(&self, operation: DefId) -> Option<&str> {
        let mut marks = self.marks_of(operation).filter(|mark| mark.kind == MarkKind::Operation);
        marks.find_map(|mark| mark.said.effect.as_ref().map(|effect| &*effect.text))
    }
}
