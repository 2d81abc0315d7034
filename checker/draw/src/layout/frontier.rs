//! What a search for the cheapest way has reached so far, and where it goes on.
//!
//! Prices are small whole numbers, so states wait in buckets, one for each price that is told of them
//! (R. Dial, Algorithm 360: shortest-path forest with topological ordering, 1969).

/// More than a step costs, with what is told of the rest of the way.
const BUCKETS: usize = 1024;

/// States are numbers, whatever they stand for.
#[derive(Default)]
pub(crate) struct Frontier {
    reached: Vec<Reached>,
    search: u32,
    /// Whether a state that was gone on from stays as it was, though a cheaper way to it be found: so it may,
    /// where what is told of the rest of the way is more than it costs.
    pub(crate) is_hasty: bool,
    /// States with their prices, each in the bucket of what was told of it.
    waiting: Vec<Vec<(u32, u32)>>,
    waits: usize,
    told: usize,
}

/// The best price so far and the state before, valid where the stamp is this search's.
#[derive(Clone, Copy, Default)]
struct Reached {
    stamp: u32,
    price: u32,
    from: u32,
    is_done: bool,
}

impl Frontier {
    pub(crate) fn new(states: usize) -> Frontier {
        Frontier {
            reached: vec![Reached::default(); states],
            waiting: vec![Vec::new(); BUCKETS],
            ..Frontier::default()
        }
    }

    /// Forgets what was reached, and starts where [`Frontier::reach`] says next: of no state is less told.
    pub(crate) fn begin(&mut self, least: u32) {
        self.search += 1;
        self.waiting.iter_mut().for_each(Vec::clear);
        (self.waits, self.told) = (0, least as usize);
    }

    /// Whether a way to a state at such a price would be better than what is known.
    pub(crate) fn is_news(&self, state: usize, price: u32) -> bool {
        let known = &self.reached[state];
        known.stamp != self.search || (price < known.price && !known.is_done)
    }

    /// A state at a price, from the state before it or, at the start, from itself; `left` is what the
    /// rest of the way may cost.
    pub(crate) fn reach(&mut self, state: usize, price: u32, left: u32, from: usize) {
        if !self.is_news(state, price) {
            return;
        }
        self.reached[state] = Reached { stamp: self.search, price, from: from as u32, is_done: false };
        // Where less was told than before, it is next.
        let told = ((price + left) as usize).max(self.told);
        debug_assert!(told < self.told + BUCKETS, "a step costs less than there are buckets");
        self.waiting[told % BUCKETS].push((state as u32, price));
        self.waits += 1;
    }

    /// The state of which the least is told, with its price; the last of equals.
    pub(crate) fn next(&mut self) -> Option<(usize, u32)> {
        while self.waits > 0 {
            let Some((state, price)) = self.waiting[self.told % BUCKETS].pop() else {
                self.told += 1;
                continue;
            };
            self.waits -= 1;
            // Unless it was reached for less in the meantime.
            let known = &mut self.reached[state as usize];
            if known.price == price && !known.is_done {
                known.is_done = self.is_hasty;
                return Some((state as usize, price));
            }
        }
        None
    }

    /// The states from the start to one that was reached.
    pub(crate) fn path(&self, last: usize) -> Vec<usize> {
        let mut path = vec![last];
        let mut at = last;
        while self.reached[at].from as usize != at {
            at = self.reached[at].from as usize;
            path.push(at);
        }
        path.reverse();
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: usize = 12;

    /// Against a search that goes over all steps until no price changes, for graphs in which many states are
    /// first reached for more than they cost.
    #[test]
    fn prices_and_ways_are_the_cheapest() {
        let mut frontier = Frontier::new(STATES);
        for salt in 0..50 {
            let step = |from: usize, to: usize| (1 + (from * 31 + to * 57 + salt) * (to + 3) % 40) as u32;
            let mut cheapest = [u32::MAX; STATES];
            cheapest[0] = 0;
            for _ in 0..STATES {
                for (from, to) in (0..STATES).flat_map(|from| (0..STATES).map(move |to| (from, to))) {
                    cheapest[to] = cheapest[to].min(cheapest[from].saturating_add(step(from, to)));
                }
            }
            let mut found = [u32::MAX; STATES];
            frontier.begin(0);
            frontier.reach(0, 0, 0, 0);
            while let Some((state, paid)) = frontier.next() {
                assert_eq!(found[state], u32::MAX, "{state} comes twice");
                found[state] = paid;
                for next in 0..STATES {
                    frontier.reach(next, paid + step(state, next), 0, state);
                }
            }
            assert_eq!(found, cheapest, "{salt}");
            for (state, price) in found.iter().enumerate() {
                let path = frontier.path(state);
                assert_eq!((path[0], path.last()), (0, Some(&state)));
                let paid: u32 = path.windows(2).map(|ends| step(ends[0], ends[1])).sum();
                assert_eq!(paid, *price, "{path:?}");
            }
        }
        frontier.begin(0);
        assert_eq!(frontier.next(), None);
    }

    #[test]
    fn of_several_starts_the_cheapest_comes_first() {
        let mut frontier = Frontier::new(8);
        frontier.begin(0);
        for (state, price) in [(0, 9), (3, 1), (1, 2)] {
            frontier.reach(state, price, 0, state);
        }
        let order: Vec<_> = std::iter::from_fn(|| frontier.next()).collect();
        assert_eq!(order, [(3, 1), (1, 2), (0, 9)]);
    }
}
