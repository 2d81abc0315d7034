//! The nodes and edges of the graph.

use super::ContextId;
use stateline_rust::read::FileId;
use stateline_rust::resolve::DefId;
use stateline_schema::Span;
use stateline_schema::map::CodeKind;

/// What the graph is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A bounded context.
    Context(ContextId),
    /// An item that another context than its owner names.
    Item(DefId),
    /// A function that some context may call, or calls, across a border.
    Operation(DefId),
    /// A topic, by its place in the map.
    Topic(usize),
    /// A process, by its place in the map.
    Process(usize),
    /// A step of a process: its process, its version (0 is the current one), its place in the line.
    Step(usize, usize, usize),
}

/// How two nodes belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A context's code calls a function or method: context → item. A step says that it does: step → operation.
    Call,
    /// A context's code names an item: context → item.
    Use,
    /// Test code does either. The edge's [`CodeKind`] tells tests from benches and the rest.
    Test,
    /// context → topic, step → topic.
    Publish,
    /// topic → context.
    Subscribe,
    /// From a process to its first step, and from each step to the one after it.
    Next,
    /// step → the topic that resumes it.
    Await,
    /// step → the function that undoes it.
    Compensate,
}

/// An edge with all its places.
#[derive(Clone, Debug)]
pub struct Edge {
    pub kind: Kind,
    /// The kind of code that it stands in; for what the map says, [`CodeKind::Main`].
    pub code: CodeKind,
    /// At least one.
    pub places: Vec<Where>,
}

/// A place of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Index into the references.
    Code(u32),
    /// In the map.
    Map(Span),
    /// In an attribute of the code.
    Attribute(FileId, (u32, u32)),
}
