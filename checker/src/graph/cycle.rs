//! Cycles of a small directed graph, and a smallest set of edges that breaks each of them.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

/// Above this many nodes the smallest cut is searched for, not proved: the exact search takes
/// `2^n` steps.
const EXACT: usize = 16;

/// Nodes that all reach each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// In ascending order.
    pub nodes: Vec<usize>,
    /// Every edge among them, as indices into the edges given.
    pub edges: Vec<usize>,
    /// Without these no cycle is left; among sets of the same size, one that touches the fewest places.
    pub cut: Vec<usize>,
    /// No smaller set exists. Otherwise the cut is good, but not proved to be smallest.
    pub exact: bool,
}

/// The cycles among `count` nodes. An edge is `(from, to, places)`: how many places in the code
/// would have to change for it to disappear.
pub fn cycles(count: usize, edges: &[(usize, usize, usize)]) -> Vec<Cycle> {
    let mut graph = DiGraph::<(), usize>::with_capacity(count, edges.len());
    let nodes: Vec<NodeIndex> = (0..count).map(|_| graph.add_node(())).collect();
    for (index, &(from, to, _)) in edges.iter().enumerate() {
        graph.add_edge(nodes[from], nodes[to], index);
    }
    let mut found: Vec<Cycle> = tarjan_scc(&graph)
        .into_iter()
        .filter(|component| component.len() > 1 || graph.contains_edge(component[0], component[0]))
        .map(|component| cut(&graph, &component, edges))
        .collect();
    found.sort_by(|a, b| a.nodes.cmp(&b.nodes));
    found
}

fn cut(graph: &DiGraph<(), usize>, component: &[NodeIndex], edges: &[(usize, usize, usize)]) -> Cycle {
    let mut nodes: Vec<usize> = component.iter().map(|node| node.index()).collect();
    nodes.sort_unstable();
    let inside: Vec<usize> = {
        let mut inside: Vec<usize> = nodes
            .iter()
            .flat_map(|&node| graph.edges(NodeIndex::new(node)))
            .filter(|edge| nodes.binary_search(&edge.target().index()).is_ok())
            .map(|edge| *edge.weight())
            .collect();
        inside.sort_unstable();
        inside
    };
    let costs = costs(&nodes, &inside, edges);
    let exact = nodes.len() <= EXACT;
    let order = if exact { best_order(&costs) } else { good_order(&costs) };
    let mut position = vec![0; order.len()];
    for (place, &node) in order.iter().enumerate() {
        position[node] = place;
    }
    let local = |node: usize| nodes.binary_search(&node).expect("an edge inside joins two of the nodes");
    let cut = inside
        .iter()
        .copied()
        .filter(|&edge| position[local(edges[edge].0)] >= position[local(edges[edge].1)])
        .collect();
    Cycle { nodes, edges: inside, cut, exact }
}

/// What it costs to cut the edges from one node to another: first their number, then their places.
fn costs(nodes: &[usize], inside: &[usize], edges: &[(usize, usize, usize)]) -> Vec<Vec<u64>> {
    let mut costs = vec![vec![0; nodes.len()]; nodes.len()];
    for &edge in inside {
        let (from, to, places) = edges[edge];
        let local = |node: usize| nodes.binary_search(&node).expect("an edge inside joins two of the nodes");
        if from != to {
            costs[local(from)][local(to)] += (1 << 32) + places as u64;
        }
    }
    costs
}

/// The order of nodes whose backward edges cost least, by dynamic programming over sets: the best
/// order of a set ends with some node, whose edges back into the rest are cut.
fn best_order(costs: &[Vec<u64>]) -> Vec<usize> {
    let count = costs.len();
    let mut best = vec![u64::MAX; 1 << count];
    let mut last = vec![0_usize; 1 << count];
    best[0] = 0;
    for set in 1..1_usize << count {
        for node in (0..count).filter(|node| set & (1 << node) != 0) {
            let rest = set & !(1 << node);
            let back: u64 = (0..count).filter(|other| rest & (1 << other) != 0).map(|o| costs[node][o]).sum();
            if best[rest] + back < best[set] {
                best[set] = best[rest] + back;
                last[set] = node;
            }
        }
    }
    let mut order = Vec::with_capacity(count);
    let mut set = (1 << count) - 1;
    while set != 0 {
        order.push(last[set]);
        set &= !(1 << last[set]);
    }
    order.reverse();
    order
}

/// Nodes by what leaves them against what enters them, then each moved to where it costs least
/// until nothing improves.
fn good_order(costs: &[Vec<u64>]) -> Vec<usize> {
    let count = costs.len();
    let surplus = |node: usize| {
        let out: u64 = costs[node].iter().sum();
        let into: u64 = costs.iter().map(|row| row[node]).sum();
        i128::from(into) - i128::from(out)
    };
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&node| (surplus(node), node));
    let mut improved = true;
    while improved {
        improved = false;
        for node in 0..count {
            improved |= move_to_best(&mut order, node, costs);
        }
    }
    order
}

fn move_to_best(order: &mut Vec<usize>, node: usize, costs: &[Vec<u64>]) -> bool {
    let from = order.iter().position(|&other| other == node).expect("the order holds every node");
    order.remove(from);
    // Standing first, every edge into the node goes backward; each node that it passes turns
    // that node's edge forward, and its own edge to it backward.
    let mut cost: i128 = order.iter().map(|&other| i128::from(costs[other][node])).sum();
    let mut all = vec![cost];
    for &other in order.iter() {
        cost += i128::from(costs[node][other]) - i128::from(costs[other][node]);
        all.push(cost);
    }
    let best = (0..all.len()).min_by_key(|&place| (all[place], place)).expect("there is a first place");
    let to = if all[best] < all[from] { best } else { from };
    order.insert(to, node);
    to != from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_cycle() {
        assert_eq!(cycles(3, &[(0, 1, 1), (1, 2, 1), (0, 2, 1)]), []);
    }

    #[test]
    fn the_edge_with_fewest_places_is_cut() {
        let found = cycles(3, &[(0, 1, 5), (1, 0, 2), (1, 2, 1)]);
        assert_eq!(found, [Cycle { nodes: vec![0, 1], edges: vec![0, 1], cut: vec![1], exact: true }]);
    }

    #[test]
    fn one_edge_may_break_two_cycles() {
        // 0 → 1 → 2 → 0 and 0 → 1 → 3 → 0 share 0 → 1, which has many places but is one edge.
        let found = cycles(4, &[(0, 1, 40), (1, 2, 1), (2, 0, 1), (1, 3, 1), (3, 0, 1)]);
        assert_eq!(found[0].cut, [0]);
    }

    #[test]
    fn a_node_may_be_its_own_cycle() {
        assert_eq!(cycles(2, &[(1, 1, 1)])[0].cut, [0]);
    }

    #[test]
    fn large_cycles_are_cut_too() {
        // A ring of twenty with every node also pointing two ahead: one place of the ring opens it.
        let edges: Vec<_> = (0..20).flat_map(|n| [(n, (n + 1) % 20, 1), (n, (n + 2) % 20, 1)]).collect();
        let found = cycles(20, &edges);
        assert_eq!(found.len(), 1);
        assert!(!found[0].exact);
        assert_eq!(found[0].cut.len(), 3);
        let left: Vec<_> = (0..edges.len()).filter(|e| !found[0].cut.contains(e)).map(|e| edges[e]).collect();
        assert_eq!(cycles(20, &left), []);
    }
}
