//! Who talks to whom, and how much: the pairs that earn a border.

use super::plan::{LineKind, Plan};

/// Pairs of contexts by number.
pub(crate) struct Bonds {
    pub(crate) count: usize,
    /// Each pair once, the smaller number first, sorted; only those that talk.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Of each context its pairs, as places in `pairs`.
    pub(crate) of: Vec<Vec<usize>>,
    /// For all of `count` × `count`: 0 for strangers.
    weight: Vec<f64>,
}

impl Bonds {
    /// From a canonical plan. A topic counts 1 either way, a call 1.5.
    pub(crate) fn new(plan: &Plan) -> Bonds {
        let count = plan.states.len();
        let mut weight = vec![0.0; count * count];
        for line in plan.lines.iter().filter(|line| line.allowed) {
            let (Some(a), Some(b)) = (plan.number(&line.from), plan.number(&line.to)) else { continue };
            let more = if line.kind == LineKind::Call { 1.5 } else { 1.0 };
            weight[a * count + b] += more;
            weight[b * count + a] += more;
        }
        let pairs: Vec<(usize, usize)> = (0..count)
            .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
            .filter(|(a, b)| weight[a * count + b] > 0.0)
            .collect();
        let mut of = vec![Vec::new(); count];
        for (place, (a, b)) in pairs.iter().enumerate() {
            of[*a].push(place);
            of[*b].push(place);
        }
        Bonds { count, pairs, of, weight }
    }

    pub(crate) fn weight(&self, a: usize, b: usize) -> f64 {
        self.weight[a * self.count + b]
    }

    pub(crate) fn talk(&self, a: usize, b: usize) -> bool {
        self.weight(a, b) > 0.0
    }

    /// The contexts that one talks to.
    pub(crate) fn partners(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        self.of[of].iter().map(move |place| {
            let (a, b) = self.pairs[*place];
            if a == of { b } else { a }
        })
    }
}
