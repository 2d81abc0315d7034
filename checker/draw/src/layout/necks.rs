//! Necks of land: two that talk and have no border reach out for each other, over the sea and along the
//! coasts of others, which give way a little.

use super::bonds::{Bonds, Pair, Tie};
use super::frontier::Frontier;
use super::territory::{SEA, Territory};
use std::collections::BTreeSet;
use std::ops::Range;

/// A neck is so many cells long at most; a cell that it takes from a third counts as one more.
const LONGEST: u32 = 30;
/// How deep a neck may cut into the coast of another, and how deep water may that keeps strangers apart.
const CUT: u8 = 2;
const STRAIT: u8 = 3;

/// Builds necks between pairs without a border, the shortest first and the heavier of equals, and keeps
/// those that bring more borders than they cost, if what results is accepted.
pub(crate) fn join(territory: &mut Territory, bonds: &Bonds, accepts: &mut dyn FnMut(&Territory) -> bool) {
    let mut have = borders(territory, bonds);
    let mut missing: Vec<Pair> =
        bonds.pairs.iter().copied().filter(|pair| bonds.tie(pair.0, pair.1) >= Tie::Uses).collect();
    missing.sort_by(|one, other| {
        let weight = |pair: &Pair| bonds.weight(pair.0, pair.1);
        let tie = |pair: &Pair| bonds.tie(pair.0, pair.1);
        tie(other).cmp(&tie(one)).then(weight(other).total_cmp(&weight(one))).then(one.cmp(other))
    });
    let mut frontier = Frontier::new(2 * territory.owner.len());
    let mut lands = territory.lands(bonds.count);
    missing.retain(|pair| !have.contains(pair));
    let mut found: Vec<(Pair, Neck)> = missing
        .into_iter()
        .filter_map(|pair| Some((pair, territory.cheapest(bonds, pair, &lands, &mut frontier)?)))
        .collect();
    // Short ones come first, since they leave the most room. Sorting is stable.
    found.sort_by_key(|(_, neck)| neck.price);
    let mut is_changed = false;
    for (pair, mut neck) in found {
        if have.contains(&pair) {
            continue;
        }
        if is_changed {
            let Some(now) = territory.cheapest(bonds, pair, &lands, &mut frontier) else { continue };
            neck = now;
        }
        let mut joined = territory.clone();
        joined.claim(bonds, pair, &neck.path);
        let now = borders(&joined, bonds);
        if now.contains(&pair) && worth(&now, bonds) > worth(&have, bonds) && accepts(&joined) {
            *territory = joined;
            lands = territory.lands(bonds.count);
            have = now;
            is_changed = true;
        }
    }
}

/// The middle of a neck: its cells, each with its owner.
struct Neck {
    price: u32,
    path: Vec<(usize, usize)>,
}

/// The pairs that share a border, sorted.
fn borders(territory: &Territory, bonds: &Bonds) -> BTreeSet<Pair> {
    let mut seen = vec![false; bonds.count * bonds.count];
    for cell in territory.raster.inner() {
        let owner = territory.owner[cell];
        if owner == SEA {
            continue;
        }
        // The other three directions are those of the cells there.
        for other in territory.raster.neighbours(cell).into_iter().take(3).map(|other| territory.owner[other])
        {
            if other != SEA && other != owner {
                let (a, b) = (usize::from(owner), usize::from(other));
                seen[a.min(b) * bonds.count + a.max(b)] = true;
            }
        }
    }
    (0..seen.len())
        .filter(|place| seen[*place])
        .map(|place| (place / bonds.count, place % bonds.count))
        .collect()
}

fn worth(borders: &BTreeSet<Pair>, bonds: &Bonds) -> usize {
    let each = |pair: &Pair| match bonds.tie(pair.0, pair.1) {
        Tie::Talk => 3,
        Tie::Uses => 1,
        Tie::Strangers | Tie::Near | Tie::Kin => 0,
    };
    borders.iter().map(each).sum()
}

/// What a search for a neck has to know of a context's land.
#[derive(Clone, Default)]
struct Land {
    /// The cells of others that lie beside it, in their order.
    shore: Vec<usize>,
    /// The rows and the columns in which it lies.
    rows: Range<usize>,
    columns: Range<usize>,
}

impl Land {
    fn add(&mut self, row: usize, column: usize) {
        let with = |range: &Range<usize>, at: usize| match range.is_empty() {
            true => at..at + 1,
            false => range.start.min(at)..range.end.max(at + 1),
        };
        (self.rows, self.columns) = (with(&self.rows, row), with(&self.columns, column));
    }

    /// A neck that has come to a cell takes at least so many others until it lies beside this land.
    fn left(&self, row: usize, column: usize) -> u32 {
        let beyond = |range: &Range<usize>, at: usize| {
            range.start.saturating_sub(at).max((at + 1).saturating_sub(range.end)) as u32
        };
        beyond(&self.rows, row).max(beyond(&self.columns, column)).saturating_sub(1)
    }
}

impl Territory {
    fn lands(&self, count: usize) -> Vec<Land> {
        let mut lands = vec![Land::default(); count];
        let columns = self.raster.columns;
        for cell in self.raster.inner().filter(|cell| self.depth[*cell] == 1) {
            let owner = self.owner[cell];
            if owner != SEA {
                lands[usize::from(owner)].add(cell / columns, cell % columns);
            }
            for other in self.raster.neighbours(cell).map(|other| self.owner[other]) {
                if other != owner && other != SEA && lands[usize::from(other)].shore.last() != Some(&cell) {
                    lands[usize::from(other)].shore.push(cell);
                }
            }
        }
        lands
    }

    /// The cheapest neck between two, from the shore of the first. Each cell is there twice: as land of the
    /// one, and of the other.
    fn cheapest(&self, bonds: &Bonds, pair: Pair, lands: &[Land], frontier: &mut Frontier) -> Option<Neck> {
        let cells = self.owner.len();
        let ends = [pair.0, pair.1];
        let is_beside = |cell: usize, owner: usize| {
            self.raster.neighbours(cell).iter().any(|other| usize::from(self.owner[*other]) == owner)
        };
        let step = |cell: usize, end: usize| self.neck(bonds, cell, ends[end], ends[1 - end]);
        let goal = &lands[pair.1];
        let columns = self.raster.columns;
        let is_far = |cell: usize, paid: u32| paid + goal.left(cell / columns, cell % columns) > LONGEST;
        frontier.begin(0);
        for cell in lands[pair.0].shore.iter().filter(|cell| !is_far(**cell, 1)) {
            if let Some(price) = step(*cell, 0) {
                frontier.reach(*cell, price, 0, *cell);
            }
        }
        while let Some((state, paid)) = frontier.next() {
            let (cell, end) = (state % cells, state / cells);
            if is_beside(cell, ends[1]) {
                let path = frontier.path(state).into_iter().map(|state| (state % cells, ends[state / cells]));
                let mut path: Vec<(usize, usize)> = path.collect();
                // Where the owner changes, a cell is there twice: it is the second one's.
                path.reverse();
                path.dedup_by_key(|(cell, _)| *cell);
                path.reverse();
                return Some(Neck { price: paid, path });
            }
            let across = (end == 0).then_some((cell, 1));
            for (next, end) in self.raster.neighbours(cell).map(|next| (next, end)).into_iter().chain(across)
            {
                let reached = next + end * cells;
                // A step onto another cell costs 1 at least.
                let least = paid + u32::from(next != cell);
                if least > LONGEST || !frontier.is_news(reached, least) || is_far(next, least) {
                    continue;
                }
                let Some(price) = step(next, end) else { continue };
                let price = if next == cell { paid } else { paid + price };
                if price <= LONGEST {
                    frontier.reach(reached, price, 0, state);
                }
            }
        }
        None
    }

    /// What it costs that the middle of a neck lies on a cell, from one of two to the other; none where
    /// it must not. A neck is three cells wide, with water between it and strangers.
    fn neck(&self, bonds: &Bonds, cell: usize, owner: usize, partner: usize) -> Option<u32> {
        let own = |cell: usize| [owner, partner, usize::from(SEA)].contains(&usize::from(self.owner[cell]));
        if !self.raster.is_inner(cell) || self.owner[cell] != SEA && own(cell) {
            return None;
        }
        let mut price = 1;
        for near in self.raster.neighbours(cell).into_iter().chain([cell]) {
            if !self.raster.is_inner(near) {
                return None;
            }
            if !own(near) {
                if self.depth[near] > CUT {
                    return None;
                }
                price += 1;
            }
            for far in self.raster.neighbours(near) {
                if !own(far)
                    && !bonds.may_touch(owner, usize::from(self.owner[far]))
                    && self.depth[far] > STRAIT
                {
                    return None;
                }
            }
        }
        Some(price)
    }

    /// Gives a neck its land, and the water around it.
    fn claim(&mut self, bonds: &Bonds, pair: Pair, path: &[(usize, usize)]) {
        let is_end = |owner: u16| [pair.0, pair.1].contains(&usize::from(owner));
        for (cell, owner) in path {
            for near in self.raster.neighbours(*cell).into_iter().chain([*cell]) {
                if !is_end(self.owner[near]) {
                    self.owner[near] = *owner as u16;
                }
            }
        }
        for (cell, _) in path {
            for near in self.raster.neighbours(*cell) {
                for far in self.raster.neighbours(near) {
                    let (one, other) = (self.owner[near], self.owner[far]);
                    if one != SEA
                        && other != SEA
                        && one != other
                        && !is_end(other)
                        && !bonds.may_touch(usize::from(one), usize::from(other))
                    {
                        self.owner[far] = SEA;
                    }
                }
            }
        }
        self.settled(bonds);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Rect;
    use crate::layout::raster::Raster;

    #[test]
    fn no_neck_is_shorter_than_what_is_said_to_be_left_of_it() {
        let raster = Raster::covering(Rect { x: -40.0, y: -30.0, width: 180.0, height: 150.0 });
        let cells: Vec<usize> = raster.inner().collect();
        let place = |cell: usize| (cell / raster.columns, cell % raster.columns);
        for land in [[75usize, 75, 75], [200, 203, 290], [310, 350, 420]] {
            let land = land.map(|cell| cells[cell]);
            let mut known = Land::default();
            land.iter().for_each(|cell| known.add(place(*cell).0, place(*cell).1));
            for cell in &cells {
                let steps = land.iter().map(|other| raster.hex(*cell).steps(raster.hex(*other))).min();
                let others = steps.expect("there is land") as u32;
                let (row, column) = place(*cell);
                assert!(known.left(row, column) <= others.saturating_sub(1), "{cell} to {land:?}");
            }
            assert!(cells.iter().any(|cell| known.left(place(*cell).0, place(*cell).1) > 5));
        }
    }
}
