//! Necks of land: two that talk and have no border reach out for each other, over the sea and along the
//! coasts of others, which give way a little.

use super::bonds::{Bonds, Pair, Tie};
use super::frontier::Frontier;
use super::territory::{SEA, Territory};
use std::collections::BTreeSet;

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
    let mut shores = territory.shores(bonds.count);
    missing.retain(|pair| !have.contains(pair));
    let mut found: Vec<(Pair, Neck)> = missing
        .into_iter()
        .filter_map(|pair| Some((pair, territory.cheapest(bonds, pair, &shores[pair.0], &mut frontier)?)))
        .collect();
    // Short ones come first, since they leave the most room. Sorting is stable.
    found.sort_by_key(|(_, neck)| neck.price);
    let mut is_changed = false;
    for (pair, mut neck) in found {
        if have.contains(&pair) {
            continue;
        }
        if is_changed {
            let Some(now) = territory.cheapest(bonds, pair, &shores[pair.0], &mut frontier) else { continue };
            neck = now;
        }
        let mut joined = territory.clone();
        joined.claim(bonds, pair, &neck.path);
        let now = borders(&joined, bonds);
        if now.contains(&pair) && worth(&now, bonds) > worth(&have, bonds) && accepts(&joined) {
            *territory = joined;
            shores = territory.shores(bonds.count);
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

impl Territory {
    /// Of each context the cells of others that lie beside its land, in their order.
    fn shores(&self, count: usize) -> Vec<Vec<usize>> {
        let mut shores = vec![Vec::new(); count];
        for cell in self.raster.inner().filter(|cell| self.depth[*cell] == 1) {
            let owner = self.owner[cell];
            for other in self.raster.neighbours(cell).map(|other| self.owner[other]) {
                if other != owner && other != SEA && shores[usize::from(other)].last() != Some(&cell) {
                    shores[usize::from(other)].push(cell);
                }
            }
        }
        shores
    }

    /// The cheapest neck between two, from the shore of the first. Each cell is there twice: as land of the
    /// one, and of the other.
    fn cheapest(&self, bonds: &Bonds, pair: Pair, shore: &[usize], frontier: &mut Frontier) -> Option<Neck> {
        let cells = self.owner.len();
        let ends = [pair.0, pair.1];
        let is_beside = |cell: usize, owner: usize| {
            self.raster.neighbours(cell).iter().any(|other| usize::from(self.owner[*other]) == owner)
        };
        let step = |cell: usize, end: usize| self.neck(bonds, cell, ends[end], ends[1 - end]);
        frontier.begin();
        for cell in shore {
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
                if least > LONGEST || !frontier.is_news(reached, least) {
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
