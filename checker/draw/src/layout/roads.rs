//! Straight roads between the middles of discs: what it costs that they cross, or lead through a third.
//!
//! Each price is remembered, so that a move asks anew only for the roads that it changes.

use super::bonds::Bonds;
use super::discs::Discs;
use super::point::segments_cross;

/// What it costs that two roads cross.
const CROSSING: f64 = 10.0;
/// What it costs that a road leads through the middle of a third context.
const THROUGH: f64 = 15.0;

/// The price of all roads.
#[derive(Default)]
pub(crate) struct Roads {
    /// For each pair and each context what the pair's road costs there.
    through: Vec<f64>,
    /// For each two pairs.
    across: Vec<f64>,
    /// The sums: for each context all roads through it, for each pair all that its road meets.
    of_context: Vec<f64>,
    of_pair: Vec<f64>,
    /// What [`Roads::tried`] found: first the roads through the context, then a row for each of its own.
    found: Vec<f64>,
}

impl Roads {
    pub(crate) fn new(bonds: &Bonds, discs: &Discs) -> Roads {
        let (pairs, count) = (bonds.pairs.len(), bonds.count);
        let through: Vec<f64> =
            (0..pairs * count).map(|at| self::through(bonds, discs, at / count, at % count)).collect();
        let across: Vec<f64> =
            (0..pairs * pairs).map(|at| crossing(bonds, discs, at / pairs, at % pairs)).collect();
        let of_context = |one: usize| (0..pairs).map(|pair| through[pair * count + one]).sum();
        let of_pair = |pair: usize| {
            through[pair * count..][..count].iter().sum::<f64>()
                + across[pair * pairs..][..pairs].iter().sum::<f64>()
        };
        Roads {
            of_context: (0..count).map(of_context).collect(),
            of_pair: (0..pairs).map(of_pair).collect(),
            found: Vec::new(),
            through,
            across,
        }
    }

    /// What all roads cost.
    pub(crate) fn total(&self) -> f64 {
        // A crossing is in the sums of both its roads.
        0.5 * (self.of_pair.iter().sum::<f64>() + self.of_context.iter().sum::<f64>())
    }

    /// What the roads from, to and through a context cost.
    pub(crate) fn of(&self, bonds: &Bonds, one: usize) -> f64 {
        self.of_context[one] + bonds.of[one].iter().map(|pair| self.of_pair[*pair]).sum::<f64>()
    }

    /// The same where the discs lie now; given up above a bound.
    pub(crate) fn tried(&mut self, bonds: &Bonds, discs: &Discs, one: usize, most: f64) -> f64 {
        self.found.clear();
        let pairs = 0..bonds.pairs.len();
        // Its own do not count as roads through it.
        self.found.extend(pairs.clone().map(|pair| through(bonds, discs, pair, one)));
        let mut sum: f64 = self.found.iter().sum();
        for own in &bonds.of[one] {
            if sum > most {
                break;
            }
            let row = self.found.len();
            self.found.extend((0..bonds.count).map(|third| through(bonds, discs, *own, third)));
            self.found.extend(pairs.clone().map(|other| crossing(bonds, discs, *own, other)));
            sum += self.found[row..].iter().sum::<f64>();
        }
        sum
    }

    /// Remembers what [`Roads::tried`] found last, which must not have given up.
    pub(crate) fn keep(&mut self, bonds: &Bonds, one: usize) {
        let (pairs, count) = (bonds.pairs.len(), bonds.count);
        let (through, rows) = self.found.split_at(pairs);
        for (pair, price) in through.iter().enumerate() {
            let change = price - std::mem::replace(&mut self.through[pair * count + one], *price);
            self.of_context[one] += change;
            self.of_pair[pair] += change;
        }
        for (own, row) in bonds.of[one].iter().zip(rows.chunks(count + pairs)) {
            let (through, across) = row.split_at(count);
            for (third, price) in through.iter().enumerate() {
                let change = price - std::mem::replace(&mut self.through[own * count + third], *price);
                self.of_context[third] += change;
                self.of_pair[*own] += change;
            }
            for (other, price) in across.iter().enumerate() {
                let change = price - std::mem::replace(&mut self.across[own * pairs + other], *price);
                self.across[other * pairs + own] = *price;
                self.of_pair[*own] += change;
                self.of_pair[other] += change;
            }
        }
    }
}

fn through(bonds: &Bonds, discs: &Discs, pair: usize, third: usize) -> f64 {
    let (a, b) = bonds.pairs[pair];
    if third == a || third == b {
        return 0.0;
    }
    let (from, to) = (discs.centre[a], discs.centre[b]);
    let reach = 0.8 * discs.radius[third];
    let centre = discs.centre[third];
    if (centre.x - from.x).min(centre.x - to.x) > reach
        || (from.x - centre.x).min(to.x - centre.x) > reach
        || (centre.y - from.y).min(centre.y - to.y) > reach
        || (from.y - centre.y).min(to.y - centre.y) > reach
    {
        return 0.0;
    }
    let distance = centre.to_segment(from, to);
    if distance >= reach { 0.0 } else { THROUGH * (1.0 - distance / reach) }
}

fn crossing(bonds: &Bonds, discs: &Discs, pair: usize, other: usize) -> f64 {
    let ((a, b), (c, d)) = (bonds.pairs[pair], bonds.pairs[other]);
    if a == c || a == d || b == c || b == d {
        return 0.0;
    }
    let at = |context: usize| discs.centre[context];
    let (a, b, c, d) = (at(a), at(b), at(c), at(d));
    if a.x.max(b.x) < c.x.min(d.x)
        || c.x.max(d.x) < a.x.min(b.x)
        || a.y.max(b.y) < c.y.min(d.y)
        || c.y.max(d.y) < a.y.min(b.y)
    {
        return 0.0;
    }
    if segments_cross(a, b, c, d) { CROSSING } else { 0.0 }
}
