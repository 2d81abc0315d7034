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

    /// Forgets what was reached, and starts where [`Frontier::reach`] says next.
    pub(crate) fn begin(&mut self) {
        self.search += 1;
        self.waiting.iter_mut().for_each(Vec::clear);
        (self.waits, self.told) = (0, 0);
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
        let told = (price + left) as usize;
        if self.waits == 0 {
            self.told = told;
        }
        // Where less was told than before, it is next.
        let told = told.max(self.told);
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

    /// The ways to the last of eight states that cost the least: one step over one, at any place.
    const SEVEN: [&[usize]; 4] = [&[0, 1, 3, 5, 7], &[0, 2, 3, 5, 7], &[0, 2, 4, 5, 7], &[0, 2, 4, 6, 7]];

    /// Eight states in a row: a step to the next costs 3, over two 5, and back to the start nothing pays.
    #[test]
    fn the_cheapest_way_is_found() {
        let mut frontier = Frontier::new(8);
        for (goal, price, paths) in [(7, 18, &SEVEN[..]), (4, 10, &[&[0, 2, 4][..]])] {
            frontier.begin();
            frontier.reach(0, 0, 0, 0);
            let mut found = None;
            while let Some((state, paid)) = frontier.next() {
                if state == goal {
                    found = Some(paid);
                    break;
                }
                frontier.reach(0, paid, 0, state);
                for (step, costs) in [(2, 5), (1, 3)] {
                    if state + step < 8 {
                        frontier.reach(state + step, paid + costs, 0, state);
                    }
                }
            }
            assert_eq!(found, Some(price));
            let seen = frontier.path(goal);
            assert!(paths.contains(&seen.as_slice()), "{seen:?}");
        }
        frontier.begin();
        assert_eq!(frontier.next(), None);
    }
}
