//! Who has to do with whom, and how much: the pairs that have a way, and those that may share a border.

use super::index::Entry;
use super::plan::{Fate, LineKind, Plan};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Two contexts, the smaller number first.
pub(crate) type Pair = (usize, usize);

/// What two contexts are to each other, from the weakest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    #[default]
    Strangers,
    /// The code crosses between them, and the map does not allow it: they lie near each other, with water
    /// between.
    Near,
    /// They are provinces of one country, and may lie side by side.
    Kin,
    /// One may name items of the other: a border, but a quiet one.
    Uses,
    /// They exchange topics or calls.
    Talk,
}

/// Pairs of contexts by number.
pub(crate) struct Bonds {
    pub(crate) count: usize,
    /// Each pair that has a way once, the smaller number first, sorted.
    pub(crate) pairs: Vec<Pair>,
    /// Pairs for whose way a plane has no room: the lightest of them.
    pub(crate) left_out: Vec<Pair>,
    /// What has a sign on the caller's land in place of a way.
    pub(crate) signs: Vec<HubSign>,
    /// Of each context its pairs, as places in `pairs`.
    pub(crate) of: Vec<Vec<usize>>,
    /// Of each context the one around all that it lies within.
    pub(crate) country: Vec<usize>,
    /// For all of `count` × `count`.
    tie: Vec<Tie>,
    weight: Vec<f64>,
}

/// A context calls or names another that half of all others call or name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HubSign {
    pub(crate) caller: usize,
    pub(crate) hub: usize,
    pub(crate) kind: LineKind,
}

impl HubSign {
    fn pair(&self) -> Pair {
        (self.caller.min(self.hub), self.caller.max(self.hub))
    }
}

/// So much a line weighs, and each of its names.
fn weight(kind: LineKind) -> (f64, f64) {
    match kind {
        LineKind::Mail => (0.0, 1.0),
        LineKind::Call => (1.2, 0.3),
        LineKind::Use => (0.4, 0.02),
        LineKind::Tolerated => (0.2, 0.02),
        // What nobody tolerates is never left out.
        LineKind::Broken => (NEVER_LEFT_OUT, 0.02),
    }
}

const NEVER_LEFT_OUT: f64 = 1e6;

impl Bonds {
    /// From a canonical plan. A topic counts 1 either way, a call of one operation 1.5.
    pub(crate) fn new(plan: &Plan, index: &[Entry]) -> Bonds {
        let count = plan.states.len();
        let mut tie = vec![Tie::Strangers; count * count];
        let mut weights = vec![0.0; count * count];
        let mut all: BTreeMap<Pair, f64> = BTreeMap::new();
        for entry in index {
            let (base, each) = weight(entry.kind);
            let changed = if entry.fate == Fate::Kept { 0.0 } else { NEVER_LEFT_OUT };
            let more = base + each * entry.names.len() as f64 + changed;
            let kind = match entry.kind {
                LineKind::Mail | LineKind::Call => Tie::Talk,
                LineKind::Use => Tie::Uses,
                LineKind::Tolerated | LineKind::Broken => Tie::Near,
            };
            for to in &entry.to {
                let pair = (entry.from.min(*to), entry.from.max(*to));
                *all.entry(pair).or_default() += more;
                for place in [pair.0 * count + pair.1, pair.1 * count + pair.0] {
                    weights[place] += more.min(6.0);
                    tie[place] = tie[place].max(kind);
                }
            }
        }
        let country = plan.countries();
        for a in 0..count {
            for b in (0..count).filter(|b| *b != a && country[*b] == country[a]) {
                let place = a * count + b;
                tie[place] = tie[place].max(Tie::Kin);
            }
        }
        let signs = signs(plan, index, &all);
        for sign in &signs {
            all.remove(&sign.pair());
        }
        let (pairs, left_out) = heaviest(all, count);
        let mut of = vec![Vec::new(); count];
        for (place, (a, b)) in pairs.iter().enumerate() {
            of[*a].push(place);
            of[*b].push(place);
        }
        Bonds { count, pairs, left_out, signs, of, tie, weight: weights, country }
    }

    pub(crate) fn weight(&self, a: usize, b: usize) -> f64 {
        self.weight[a * self.count + b]
    }

    pub(crate) fn tie(&self, a: usize, b: usize) -> Tie {
        self.tie[a * self.count + b]
    }

    /// Whether two contexts may share a border.
    pub(crate) fn may_touch(&self, a: usize, b: usize) -> bool {
        self.tie(a, b) >= Tie::Kin
    }

    /// The other provinces of a context's country.
    pub(crate) fn kin(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.count).filter(move |other| *other != of && self.country[*other] == self.country[of])
    }

    /// All pairs with such a tie, drawn or not.
    pub(crate) fn tied(&self, tie: Tie) -> impl Iterator<Item = Pair> + '_ {
        let all = (0..self.count).flat_map(|a| (a + 1..self.count).map(move |b| (a, b)));
        all.filter(move |(a, b)| self.tie(*a, *b) == tie)
    }

    /// The contexts to which one has a way.
    pub(crate) fn partners(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        self.of[of].iter().map(move |place| {
            let (a, b) = self.pairs[*place];
            if a == of { b } else { a }
        })
    }
}

/// So many ways at most are drawn on a map of so many contexts.
pub(crate) fn most_ways(count: usize) -> usize {
    3 * count + 12
}

/// Where there are more ways than a plane has room for, what half of all others call or name is a sign on
/// their land. Where more than that goes on between two, or something
/// has changed, or a journey leads, there is a way.
fn signs(plan: &Plan, index: &[Entry], all: &BTreeMap<Pair, f64>) -> Vec<HubSign> {
    let count = plan.states.len();
    if all.len() <= most_ways(count) {
        return Vec::new();
    }
    let mut kinds: BTreeMap<(usize, usize), Vec<LineKind>> = BTreeMap::new();
    let mut closed: Vec<Pair> = plan
        .journeys
        .iter()
        .flat_map(|journey| journey.stops.windows(2))
        .filter_map(|stops| Some((plan.number(&stops[0].0)?, plan.number(&stops[1].0)?)))
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .collect();
    for entry in index {
        for to in &entry.to {
            if matches!(entry.kind, LineKind::Call | LineKind::Use) && entry.fate == Fate::Kept {
                kinds.entry((entry.from, *to)).or_default().push(entry.kind);
            } else {
                closed.extend([(entry.from, *to), (*to, entry.from)]);
            }
        }
    }
    let is_plain = |from: usize, to: usize| !kinds.contains_key(&(to, from)) && !closed.contains(&(from, to));
    let sign = |caller: usize, hub: usize| {
        let kind = kinds.get(&(caller, hub))?.iter().copied().min()?;
        is_plain(caller, hub).then_some(HubSign { caller, hub, kind })
    };
    let callers = |hub: usize| (0..count).filter_map(|caller| sign(caller, hub)).collect::<Vec<_>>();
    (0..count).map(callers).filter(|callers| 2 * callers.len() >= count - 1).flatten().collect()
}

/// The pairs whose ways are drawn, and the rest, both sorted. Among equals those go last whose ends have
/// the most other ways, so that no context loses its only one.
fn heaviest(all: BTreeMap<Pair, f64>, count: usize) -> (Vec<Pair>, Vec<Pair>) {
    let mut degree = vec![0usize; count];
    for (a, b) in all.keys() {
        degree[*a] += 1;
        degree[*b] += 1;
    }
    let mut pairs: Vec<(Pair, f64)> = all.into_iter().collect();
    let others = |(a, b): Pair| (degree[a].min(degree[b]), degree[a].max(degree[b]));
    pairs.sort_by(|(a, heavy), (b, other)| {
        other.total_cmp(heavy).then_with(|| (others(*a), Reverse(*a)).cmp(&(others(*b), Reverse(*b))))
    });
    let mut rest: Vec<Pair> =
        pairs.split_off(most_ways(count).min(pairs.len())).into_iter().map(|(pair, _)| pair).collect();
    let mut drawn: Vec<Pair> = pairs.into_iter().map(|(pair, _)| pair).collect();
    drawn.sort_unstable();
    rest.sort_unstable();
    (drawn, rest)
}
