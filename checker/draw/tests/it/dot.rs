//! DOT as `layout-rs` reads it.

use crate::given::{atlas, maps, text, wicked};
use layout::gv::parser::DotParser;
use layout::gv::parser::ast::{Graph, Stmt};
use stateline_draw::{Scene, Subject};

/// Nodes with a label, and edges; of the clusters too.
fn count(graph: &Graph) -> (usize, usize) {
    graph.list.list.iter().fold((0, 0), |(nodes, edges), statement| match statement {
        Stmt::Node(node) => (nodes + usize::from(node.list.iter().any(|(key, _)| key == "label")), edges),
        Stmt::Edge(_) => (nodes, edges + 1),
        Stmt::SubGraph(inner) => {
            let (more_nodes, more_edges) = count(inner);
            (nodes + more_nodes, edges + more_edges)
        }
        Stmt::Attribute(_) => (nodes, edges),
    })
}

#[test]
fn maps_hold_every_node_and_arrow() {
    let mut all: Vec<_> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    for atlas in all {
        let scene = Scene::map(&atlas);
        let text = text("dot", Subject::Map(&atlas));
        let read = DotParser::new(&text).process();
        let graph = read.unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(count(&graph), (atlas.contexts.len() + atlas.topics.len(), scene.arrows.len()), "{text}");
    }
}
