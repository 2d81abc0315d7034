//! Necks of land: two that talk and have no border reach out for each other, over the sea and along the
//! coasts of others, which give way a little.

use super::bonds::{Bonds, Pair, Tie};
use super::territory::{SEA, Territory};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

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
    let mut ways = Ways::new(territory.owner.len());
    missing.retain(|pair| !have.contains(pair));
    let mut found: Vec<(Pair, Neck)> =
        missing.into_iter().filter_map(|pair| Some((pair, ways.cheapest(territory, bonds, pair)?))).collect();
    // Short ones come first, since they leave the most room. Sorting is stable.
    found.sort_by_key(|(_, neck)| neck.price);
    let mut is_changed = false;
    for (pair, mut neck) in found {
        if have.contains(&pair) {
            continue;
        }
        if is_changed {
            let Some(now) = ways.cheapest(territory, bonds, pair) else { continue };
            neck = now;
        }
        let mut joined = territory.clone();
        joined.claim(bonds, pair, &neck.path);
        let now = borders(&joined, bonds);
        if now.contains(&pair) && worth(&now, bonds) > worth(&have, bonds) && accepts(&joined) {
            *territory = joined;
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

/// A search for the way of a neck. Each cell is there twice: as land of the one, and of the other.
struct Ways {
    price: Vec<u32>,
    from: Vec<u32>,
    stamp: Vec<u32>,
    search: u32,
}

impl Ways {
    fn new(cells: usize) -> Ways {
        Ways { price: vec![0; 2 * cells], from: vec![0; 2 * cells], stamp: vec![0; 2 * cells], search: 0 }
    }

    fn reach(&mut self, state: usize, price: u32, from: usize) -> bool {
        if self.stamp[state] == self.search && self.price[state] <= price {
            return false;
        }
        (self.stamp[state], self.price[state], self.from[state]) = (self.search, price, from as u32);
        true
    }

    /// The cheapest neck between two.
    fn cheapest(&mut self, territory: &Territory, bonds: &Bonds, pair: Pair) -> Option<Neck> {
        self.search += 1;
        let raster = &territory.raster;
        let cells = territory.owner.len();
        let ends = [pair.0, pair.1];
        let is_beside = |cell: usize, owner: usize| {
            raster.neighbours(cell).iter().any(|other| usize::from(territory.owner[*other]) == owner)
        };
        let step = |cell: usize, end: usize| territory.neck(bonds, cell, ends[end], ends[1 - end]);
        let mut open = BinaryHeap::new();
        for cell in raster.inner() {
            if usize::from(territory.owner[cell]) != pair.0
                && is_beside(cell, pair.0)
                && let Some(price) = step(cell, 0)
                && self.reach(cell, price, cell)
            {
                open.push(Reverse((price, cell)));
            }
        }
        while let Some(Reverse((paid, state))) = open.pop() {
            let (cell, end) = (state % cells, state / cells);
            if paid > self.price[state] {
                continue;
            }
            if is_beside(cell, ends[1]) {
                return Some(Neck { price: paid, path: self.path(state, cells, ends) });
            }
            let across = (end == 0).then_some((cell, 1));
            for (next, end) in raster.neighbours(cell).map(|next| (next, end)).into_iter().chain(across) {
                let Some(price) = step(next, end) else { continue };
                let price = if next == cell { paid } else { paid + price };
                let to = next + end * cells;
                if price <= LONGEST && self.reach(to, price, state) {
                    open.push(Reverse((price, to)));
                }
            }
        }
        None
    }

    fn path(&self, last: usize, cells: usize, ends: [usize; 2]) -> Vec<(usize, usize)> {
        let mut path = vec![(last % cells, ends[last / cells])];
        let mut at = last;
        while self.from[at] as usize != at {
            at = self.from[at] as usize;
            // Where the owner changes, a cell is there twice.
            if path.last().is_some_and(|(cell, _)| *cell != at % cells) {
                path.push((at % cells, ends[at / cells]));
            }
        }
        path.reverse();
        path
    }
}

impl Territory {
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
