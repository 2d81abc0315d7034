//! Where the contexts lie: discs are moved about until those that talk share borders.
//!
//! Threshold accepting (G. Dueck and T. Scheuer, 1990) over a price that is told by a few cuts of
//! circles, and of which a move changes only what lies near.

use super::bonds::{Bonds, Tie};
use super::discs::Discs;
use super::point::Point;
use super::random::Random;
use super::roads::Roads;

/// The border that a pair shall have, in pixels.
const BORDER: f64 = 46.0;
/// What it costs that a pair has none: one that talks, and one that only names the other's items.
const APART: f64 = 100.0;
const NAMED: f64 = 55.0;
/// What it costs that two lie far from each other whose code crosses without permission.
const NEAR: f64 = 30.0;
/// What it costs that a province lies far from its country.
const STRAY: f64 = 120.0;
/// How much wider than high the picture may become at no cost.
const ASPECT: f64 = 1.5;
/// What of its reach a disc keeps towards a neighbour, at least.
const HOLD: f64 = 0.6;
/// What it costs to lie too near, while places are found: little, so that one can pass by another.
const SOFT: f64 = 70.0;
/// And once everybody has a place.
const FIRM: f64 = 260.0;

/// A search in progress.
pub(crate) struct Search<'b> {
    bonds: &'b Bonds,
    pub(crate) discs: Discs,
    random: Random,
    /// Those that may be moved.
    free: Vec<usize>,
    scale: f64,
    middle: Point,
    /// Where each had better stay; empty if anywhere is as good.
    home: Vec<Point>,
    /// What it costs to lie too near: [`SOFT`] or [`FIRM`].
    squeeze: f64,
    roads: Roads,
    /// What each pair's border costs as things are.
    apart: Vec<f64>,
    /// The same after the move that is tried.
    changed: Vec<(usize, f64)>,
    /// Who lies near the one that is moved: 1 for its old place, 2 for the new one, 3 for both.
    near: Vec<u8>,
}

impl<'b> Search<'b> {
    pub(crate) fn new(bonds: &'b Bonds, discs: Discs, free: Vec<usize>, seed: u64) -> Search<'b> {
        let total: f64 = discs.radius.iter().map(|radius| radius * radius).sum();
        let scale = total.sqrt().max(1.0);
        let middle = centroid(&discs);
        let roads = Roads::default();
        let (apart, changed, near) = (Vec::new(), Vec::new(), Vec::new());
        let mut search = Search {
            bonds,
            discs,
            random: Random::new(seed),
            free,
            scale,
            middle,
            home: Vec::new(),
            squeeze: SOFT,
            roads,
            apart,
            changed,
            near,
        };
        search.remember();
        search
    }

    /// Tries so many moves, from a threshold down to nothing, and keeps the best that it met.
    pub(crate) fn run(&mut self, moves: usize, threshold: f64) -> f64 {
        if self.free.is_empty() {
            return self.price();
        }
        let mut price = self.price();
        let mut best = (price, self.discs.centre.clone());
        for step in 0..moves {
            let left = 1.0 - step as f64 / moves as f64;
            let allowed = threshold * left * left;
            price += self.attempt(allowed, left);
            if price < best.0 - 1e-9 {
                best = (price, self.discs.centre.clone());
            }
            if step % 500 == 0 {
                self.middle = centroid(&self.discs);
                // Sums of many small changes stray from what they stand for.
                self.remember();
                price = self.price();
            }
        }
        self.discs.centre = best.1;
        self.remember();
        self.middle = centroid(&self.discs);
        self.price()
    }

    /// Tries so many small moves, and keeps those that make things better.
    pub(crate) fn nudge(&mut self, moves: usize) {
        for _ in 0..if self.free.is_empty() { 0 } else { moves } {
            let one = self.free[self.random.below(self.free.len())];
            let old = self.discs.centre[one];
            let reach = 0.12 * self.discs.radius[one];
            let new = Point::new(old.x + reach * self.random.swing(), old.y + reach * self.random.swing());
            self.shift(one, old, new, -1e-6);
        }
        self.middle = centroid(&self.discs);
    }

    /// Lets every move away from these places cost.
    pub(crate) fn near_home(mut self, home: Option<&Vec<Point>>) -> Self {
        self.home = home.cloned().unwrap_or_default();
        self
    }

    /// Keeps each context its land.
    pub(crate) fn firm(mut self) -> Self {
        self.squeeze = FIRM;
        self
    }

    /// What everything would cost if a context lay elsewhere.
    pub(crate) fn price_at(&mut self, one: usize, place: Point) -> f64 {
        let old = std::mem::replace(&mut self.discs.centre[one], place);
        let borders: f64 = (0..self.bonds.pairs.len()).map(|pair| self.apart(pair)).sum();
        let price = borders + self.room(one) + self.roads.tried(self.bonds, &self.discs, one, f64::MAX);
        self.discs.centre[one] = old;
        price
    }

    /// Makes a move, and takes it back if it makes things worse by more than is allowed.
    fn attempt(&mut self, allowed: f64, left: f64) -> f64 {
        let one = self.free[self.random.below(self.free.len())];
        let kind = self.random.share();
        let old = self.discs.centre[one];
        let new = if kind < 0.20 {
            self.beside_partner(one)
        } else if kind < 0.30 {
            self.between_partners(one)
        } else {
            let reach = self.discs.radius[one] * (0.06 + 1.2 * left * left);
            Point::new(old.x + reach * self.random.swing(), old.y + reach * self.random.swing())
        };
        self.shift(one, old, new, allowed)
    }

    fn shift(&mut self, one: usize, old: Point, new: Point, allowed: f64) -> f64 {
        let near = self.neighbourhood(one, old, new);
        let own = &self.bonds.of[one];
        let known = |pairs: &[usize]| pairs.iter().map(|pair| self.apart[*pair]).sum::<f64>();
        let most = self.room(one) + known(own) + known(&near) + self.roads.of(self.bonds, one) + allowed;
        self.discs.centre[one] = new;
        // The cheap and telling parts first: most moves are refused before the roads are looked at.
        let mut after = self.room(one);
        self.changed.clear();
        for pair in own.iter().chain(&near) {
            if after > most {
                break;
            }
            let price = self.apart(*pair);
            after += price;
            self.changed.push((*pair, price));
        }
        if after <= most {
            after += self.roads.tried(self.bonds, &self.discs, one, most - after);
        }
        if after > most {
            self.discs.centre[one] = old;
            return 0.0;
        }
        for (pair, price) in &self.changed {
            self.apart[*pair] = *price;
        }
        self.roads.keep(self.bonds, one);
        after - (most - allowed)
    }

    /// The pairs of others whose border may feel a context at its old or at its new place.
    fn neighbourhood(&mut self, one: usize, old: Point, new: Point) -> Vec<usize> {
        let near = |other: usize, place: Point| {
            let reach = self.discs.radius[one] + self.discs.radius[other];
            other != one && (self.discs.centre[other] - place).square() < reach * reach
        };
        self.near.clear();
        let all = 0..self.discs.count();
        self.near.extend(all.map(|other| u8::from(near(other, old)) | u8::from(near(other, new)) << 1));
        let pairs = self.bonds.pairs.iter().enumerate();
        pairs.filter(|(_, (a, b))| self.near[*a] & self.near[*b] != 0).map(|(place, _)| place).collect()
    }

    /// A place at the side of somebody whom it talks to.
    fn beside_partner(&mut self, one: usize) -> Point {
        let partners = &self.bonds.of[one];
        let partner = if partners.is_empty() {
            self.random.below(self.discs.count())
        } else {
            let (a, b) = self.bonds.pairs[partners[self.random.below(partners.len())]];
            if a == one { b } else { a }
        };
        let away = Point::new(self.random.share() - 0.5, self.random.share() - 0.5).unit();
        self.discs.centre[partner] + away * (0.87 * (self.discs.radius[one] + self.discs.radius[partner]))
    }

    fn between_partners(&mut self, one: usize) -> Point {
        let mut sum = Point::default();
        let mut count = 0.0;
        for partner in self.bonds.partners(one) {
            if self.random.share() < 0.7 {
                sum = sum + self.discs.centre[partner];
                count += 1.0;
            }
        }
        if count == 0.0 { self.discs.centre[one] } else { sum * (1.0 / count) }
    }

    /// The price of everything.
    pub(crate) fn price(&self) -> f64 {
        let count = self.discs.count();
        let mut sum = self.roads.total() + self.apart.iter().sum::<f64>();
        for a in 0..count {
            sum += self.pull(a);
            sum += (a + 1..count).map(|b| self.squeeze(a, b)).sum::<f64>();
        }
        sum
    }

    /// The share of the price that is one context's own: where it lies.
    fn room(&self, one: usize) -> f64 {
        let others = (0..self.discs.count()).filter(|other| *other != one);
        self.pull(one) + others.map(|other| self.squeeze(one, other)).sum::<f64>()
    }

    fn remember(&mut self) {
        self.roads = Roads::new(self.bonds, &self.discs);
        self.apart = (0..self.bonds.pairs.len()).map(|pair| self.apart(pair)).collect();
    }

    /// Two that have to do with each other: what is missing of their border, or how far they lie apart.
    fn apart(&self, pair: usize) -> f64 {
        let (a, b) = self.bonds.pairs[pair];
        let weight = 1.0 + 0.12 * self.bonds.weight(a, b).min(6.0);
        let reach = self.discs.radius[a] + self.discs.radius[b];
        let away = self.discs.centre[a].distance(self.discs.centre[b]) / reach;
        let tie = self.bonds.tie(a, b);
        if tie < Tie::Kin {
            return NEAR * (away - 1.1).max(0.0);
        }
        let border = self.discs.border(a, b);
        if border >= BORDER {
            return 0.0;
        }
        let gap = (away - 0.9).max(0.0);
        let missing = 1.0 - border / BORDER;
        let first = if border < 8.0 { 0.35 } else { 0.0 };
        let worth = if tie == Tie::Talk { APART } else { NAMED };
        weight * worth * (0.65 * missing + first + 0.45 * gap)
    }

    /// Two that are too near: those with water between lose land to it, neighbours their middle. The
    /// smaller loses more.
    fn squeeze(&self, a: usize, b: usize) -> f64 {
        let (ra, rb) = (self.discs.radius[a], self.discs.radius[b]);
        let (small, large) = (ra.min(rb), ra.max(rb));
        let apart = 1.03 * (ra + rb);
        let square = (self.discs.centre[a] - self.discs.centre[b]).square();
        if square >= apart * apart {
            return 0.0;
        }
        let away = square.sqrt().max(1.0);
        let lost = if self.bonds.may_touch(a, b) {
            // How far from the middle of the smaller its border runs; below 0 beyond it.
            let border = (square + small * small - large * large) / (2.0 * away);
            HOLD - border / small
        } else {
            (apart - away) / small
        };
        let lost = lost.clamp(0.0, 2.0);
        self.squeeze * lost * lost
    }

    fn pull(&self, one: usize) -> f64 {
        let away = self.discs.centre[one] - self.middle;
        let square = away.x * away.x / ASPECT + away.y * away.y * ASPECT;
        let leave = self.home.get(one).map_or(0.0, |home| (self.discs.centre[one] - *home).square());
        8.0 * square / (self.scale * self.scale) + 0.05 * leave + self.stray(one)
    }

    /// How far a province lies from the middle of the others of its country.
    fn stray(&self, one: usize) -> f64 {
        let (mut sum, mut mass) = (Point::default(), 0.0);
        for other in self.bonds.kin(one) {
            let own = self.discs.radius[other] * self.discs.radius[other];
            sum = sum + self.discs.centre[other] * own;
            mass += own;
        }
        if mass == 0.0 {
            return 0.0;
        }
        let reach = mass.sqrt() + self.discs.radius[one];
        let away = self.discs.centre[one].distance(sum * (1.0 / mass)) / reach;
        STRAY * (away - 0.5).max(0.0)
    }
}

fn centroid(discs: &Discs) -> Point {
    let mut sum = Point::default();
    let mut mass = 0.0;
    for (centre, radius) in discs.centre.iter().zip(&discs.radius) {
        let own = radius * radius;
        sum = sum + *centre * own;
        mass += own;
    }
    if mass > 0.0 { sum * (1.0 / mass) } else { sum }
}
