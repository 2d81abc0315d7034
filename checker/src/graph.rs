//! The graph: contexts, items, topics, processes and steps, and every edge between them.
//!
//! It is built once, from the map and from what resolving found; rules and questions only read it.

mod ask;
pub mod chain;
pub mod code;
mod context;
mod crossing;
pub mod cycle;
mod folder;
pub mod grant;
pub mod law;
mod line;
pub mod lookup;
mod mark;
pub mod member;
pub mod naming;
mod nesting;
mod net;
pub mod permission;
mod place;
pub mod region;
pub mod shape;
pub mod signature;

pub use ask::{Description, Neighbour, Unassigned, Unused};
pub use context::ContextId;
pub use folder::{Escape, Shared};
pub use mark::{Mark, Saying};
pub use net::{Edge, Kind, Node, Where};

use crate::rules::Input;
use code::Codes;
use law::Laws;
use lookup::Lookup;
use member::Members;
use permission::{Permissions, Verdict};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use region::Regions;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::resolve::world::Symbol;
use stateline_rust::resolve::{DefId, World};
use std::cell::OnceCell;

/// Everything that rules may ask.
pub struct Graph<'g> {
    pub input: Input<'g>,
    /// Who owns what.
    pub regions: Regions,
    /// What belongs to which type.
    pub members: Members,
    /// Which kind of code each definition is.
    pub codes: Codes,
    /// Who may name what.
    pub permissions: Permissions,
    /// The laws inside each context.
    pub laws: Laws,
    /// Nodes and edges.
    pub net: DiGraph<Node, Edge>,
    nodes: FxHashMap<Node, NodeIndex>,
    /// The crossings among the edges: those before this index.
    crossings: usize,
    /// References that cross a border between two contexts.
    pub crossing_references: usize,
    free_by_name: OnceCell<FxHashMap<Symbol, Vec<DefId>>>,
    marks_index: OnceCell<mark::MarkIndex>,
}

/// A context's code names an item of another context.
#[derive(Clone, Copy, Debug)]
pub struct Crossing<'g> {
    pub id: EdgeIndex,
    pub from: ContextId,
    pub to: ContextId,
    pub item: DefId,
    pub edge: &'g Edge,
}

impl<'g> Graph<'g> {
    /// Builds it.
    pub fn new(input: Input<'g>) -> Self {
        let world = input.world;
        let regions = Regions::new(world, input.map);
        let members = Members::new(world);
        let lookup = Lookup { world, regions: &regions, members: &members };
        let permissions = grant::permissions(lookup, input.map);
        let laws = Laws::new(lookup, input.map);
        let mut graph = Graph {
            input,
            regions,
            members,
            codes: Codes::new(world),
            permissions,
            laws,
            net: DiGraph::new(),
            nodes: FxHashMap::default(),
            crossings: 0,
            crossing_references: 0,
            free_by_name: OnceCell::new(),
            marks_index: OnceCell::new(),
        };
        for index in 0..input.map.contexts.len() {
            graph.node(Node::Context(ContextId::new(index)));
        }
        crossing::add(&mut graph);
        graph.crossings = graph.net.edge_count();
        graph.add_mail();
        graph.add_lines();
        graph.add_steps();
        graph
    }

    pub fn world(&self) -> &'g World<'g> {
        self.input.world
    }

    /// Finds what paths of the map name.
    pub fn lookup(&self) -> Lookup<'_> {
        Lookup { world: self.input.world, regions: &self.regions, members: &self.members }
    }

    /// The node of a thing, made if need be.
    fn node(&mut self, node: Node) -> NodeIndex {
        let net = &mut self.net;
        *self.nodes.entry(node).or_insert_with(|| net.add_node(node))
    }

    /// The node of a thing, if it has one.
    pub fn find(&self, node: Node) -> Option<NodeIndex> {
        self.nodes.get(&node).copied()
    }

    /// Every crossing of a border, in the order of the code.
    pub fn crossings(&self) -> impl Iterator<Item = Crossing<'_>> {
        self.net.edge_indices().take(self.crossings).filter_map(|id| self.crossing(id))
    }

    fn crossing(&self, id: EdgeIndex) -> Option<Crossing<'_>> {
        let (from, to) = self.net.edge_endpoints(id)?;
        let Node::Context(from) = self.net[from] else { return None };
        let (Node::Item(item) | Node::Operation(item)) = self.net[to] else { return None };
        let to = self.regions.owner(item)?;
        Some(Crossing { id, from, to, item, edge: &self.net[id] })
    }

    /// Whether a crossing is permitted.
    pub fn judge(&self, crossing: &Crossing<'_>) -> Verdict {
        let Crossing { from, item, edge, .. } = *crossing;
        self.permissions.judge(self.lookup(), from, item, edge.code, self.is_passing(edge))
    }

    /// The grants that code makes use of, as indices into those of the permissions.
    pub fn used_grants(&self) -> FxHashSet<u32> {
        self.named_grants(false)
    }

    /// The same; with `in_vain`, also those whose items code names although nobody offers them.
    fn named_grants(&self, in_vain: bool) -> FxHashSet<u32> {
        let mut used = FxHashSet::default();
        for Crossing { from, item, edge, .. } in self.crossings() {
            let passing = self.is_passing(edge);
            self.permissions.each(self.lookup(), from, item, edge.code, passing, &mut |grant, offered| {
                if offered || in_vain {
                    used.insert(grant);
                }
            });
        }
        used
    }

    fn is_passing(&self, edge: &Edge) -> bool {
        edge.places.iter().all(|place| match place {
            Where::Code(index) => crossing::is_passing(self.input.references[*index as usize].role),
            Where::Map(_) | Where::Attribute(..) => false,
        })
    }

    /// The full path of an item: `ledger::account::load_account`.
    pub fn path(&self, item: DefId) -> String {
        lookup::path_of(self.input.world, &self.members, item)
    }

    /// A context's name.
    pub fn name(&self, context: ContextId) -> &'g str {
        context.name(self.input.map)
    }

    /// A context's part of the map.
    pub fn context(&self, context: ContextId) -> &'g stateline_schema::Context {
        context.of(self.input.map)
    }

    /// All contexts.
    pub fn contexts(&self) -> impl Iterator<Item = ContextId> + use<> {
        (0..self.input.map.contexts.len()).map(ContextId::new)
    }

    /// A number for each topic of the map, by name.
    pub fn topic(&self, name: &str) -> Option<usize> {
        self.input.map.topics.names().position(|known| known.value == name)
    }

    fn add_mail(&mut self) {
        let map = self.input.map;
        for (index, context) in map.contexts.values().enumerate() {
            let context_node = self.node(Node::Context(ContextId::new(index)));
            for (topics, kind) in
                [(&context.publishes, Kind::Publish), (&context.subscribes, Kind::Subscribe)]
            {
                for topic in topics {
                    let Some(number) = self.topic(&topic.value) else { continue };
                    let topic_node = self.node(Node::Topic(number));
                    let edge = Edge::said(kind, topic.span);
                    match kind {
                        Kind::Publish => self.net.add_edge(context_node, topic_node, edge),
                        _ => self.net.add_edge(topic_node, context_node, edge),
                    };
                }
            }
        }
    }
}

impl Edge {
    /// An edge that the map says.
    fn said(kind: Kind, span: stateline_schema::Span) -> Self {
        Edge { kind, code: stateline_schema::map::CodeKind::Main, places: vec![Where::Map(span)] }
    }
}
