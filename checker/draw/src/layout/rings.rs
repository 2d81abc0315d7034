//! Call rings: contexts that call each other in a circle, which the rule `call-cycle` finds.

use super::plan::{Fate, LineKind, Plan};
use super::sheet::Sheet;

/// The rings of a canonical plan, as numbers of contexts, each sorted.
pub(crate) fn rings(plan: &Plan) -> Vec<Vec<usize>> {
    rings_without(plan, Fate::Lost)
}

/// The rings of a map that has nothing of such a fate: the newer one has lost nothing, the older gained.
pub(crate) fn rings_without(plan: &Plan, fate: Fate) -> Vec<Vec<usize>> {
    let mut to = vec![Vec::new(); plan.states.len()];
    for line in plan.lines.iter().filter(|line| line.kind == LineKind::Call && line.fate != fate) {
        if let (Some(from), Some(called)) = (plan.number(&line.from), plan.number(&line.to)) {
            to[from].push(called);
        }
    }
    let mut rings = components(&to);
    rings.retain(|ring| ring.len() > 1);
    rings.sort();
    rings
}

/// The strongly connected components of a graph (R. Tarjan, Depth-first search and linear graph
/// algorithms, 1972), each after those that it reaches; without recursion.
pub(crate) fn components(to: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let count = to.len();
    let (mut index, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut open = vec![false; count];
    let (mut stack, mut found, mut next) = (Vec::new(), Vec::new(), 0);
    for root in 0..count {
        if index[root] != UNSEEN {
            continue;
        }
        // A node, and how many of its edges were followed.
        let mut work = vec![(root, 0)];
        while let Some((node, edge)) = work.pop() {
            if edge == 0 {
                (index[node], low[node], open[node]) = (next, next, true);
                next += 1;
                stack.push(node);
            } else {
                let child = to[node][edge - 1];
                low[node] = low[node].min(low[child]);
            }
            let follow = to[node][edge..].iter().position(|child| {
                if index[*child] != UNSEEN && open[*child] {
                    low[node] = low[node].min(index[*child]);
                }
                index[*child] == UNSEEN
            });
            if let Some(further) = follow {
                work.push((node, edge + further + 1));
                work.push((to[node][edge + further], 0));
                continue;
            }
            if low[node] == index[node] {
                let begin = stack.iter().rposition(|other| *other == node).expect("it was put there");
                let mut component = stack.split_off(begin);
                component.iter().for_each(|member| open[*member] = false);
                component.sort_unstable();
                found.push(component);
            }
        }
    }
    found
}

impl Sheet {
    /// Whether a way leads from one member of a ring to another.
    pub(crate) fn is_in_ring(rings: &[Vec<usize>], (a, b): (usize, usize)) -> bool {
        rings.iter().any(|ring| ring.contains(&a) && ring.contains(&b))
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn circles_are_found_and_nothing_else() {
        let to = vec![vec![1], vec![2], vec![0, 3], vec![4], vec![], vec![5, 4]];
        assert_eq!(components(&to), vec![vec![4], vec![3], vec![0, 1, 2], vec![5]]);
    }
}
