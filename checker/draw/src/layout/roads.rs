//! Straight roads between the middles of discs: what it costs that they cross, or lead through a third.
//!
//! Each price is remembered, so that a move asks anew only for the roads that it changes.

use super::bonds::Bonds;
use super::discs::Discs;
use super::point::{Point, segments_cross};

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
    /// Around each pair's road.
    span: Vec<Span>,
    /// What [`Roads::tried`] found, and nothing of what costs nothing: the roads through the context by
    /// pair, and for each of its own roads what it costs at each context, then at each pair.
    found_through: Vec<(usize, f64)>,
    found_own: Vec<Found>,
}

#[derive(Default)]
struct Found {
    span: Span,
    through: Vec<(usize, f64)>,
    across: Vec<(usize, f64)>,
}

/// The box around a road.
#[derive(Clone, Copy, Default)]
struct Span {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Span {
    fn new(from: Point, to: Point) -> Span {
        Span {
            left: from.x.min(to.x),
            right: from.x.max(to.x),
            top: from.y.min(to.y),
            bottom: from.y.max(to.y),
        }
    }

    fn of(bonds: &Bonds, discs: &Discs, pair: usize) -> Span {
        let (a, b) = bonds.pairs[pair];
        Span::new(discs.centre[a], discs.centre[b])
    }

    fn meets(&self, other: &Span) -> bool {
        self.right >= other.left
            && other.right >= self.left
            && self.bottom >= other.top
            && other.bottom >= self.top
    }

    fn is_near(&self, centre: Point, reach: f64) -> bool {
        self.left - centre.x <= reach
            && centre.x - self.right <= reach
            && self.top - centre.y <= reach
            && centre.y - self.bottom <= reach
    }
}

impl Roads {
    pub(crate) fn new(bonds: &Bonds, discs: &Discs) -> Roads {
        let (pairs, count) = (bonds.pairs.len(), bonds.count);
        let span: Vec<Span> = (0..pairs).map(|pair| Span::of(bonds, discs, pair)).collect();
        let through: Vec<f64> = (0..pairs * count)
            .map(|at| self::through(bonds, discs, &span[at / count], (at / count, at % count)))
            .collect();
        let mut across = vec![0.0; pairs * pairs];
        for one in 0..pairs {
            for other in (0..one).filter(|other| span[one].meets(&span[*other])) {
                let price = crossing(bonds, discs, (one, other));
                (across[one * pairs + other], across[other * pairs + one]) = (price, price);
            }
        }
        let of_context = |one: usize| (0..pairs).map(|pair| through[pair * count + one]).sum();
        let of_pair = |pair: usize| {
            through[pair * count..][..count].iter().sum::<f64>()
                + across[pair * pairs..][..pairs].iter().sum::<f64>()
        };
        Roads {
            of_context: (0..count).map(of_context).collect(),
            of_pair: (0..pairs).map(of_pair).collect(),
            through,
            across,
            span,
            ..Roads::default()
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
        let pairs = 0..bonds.pairs.len();
        // Its own do not count as roads through it.
        keep_dear(&mut self.found_through, pairs.clone(), |pair| {
            through(bonds, discs, &self.span[pair], (pair, one))
        });
        let mut sum = total(&self.found_through);
        let own = &bonds.of[one];
        if self.found_own.len() < own.len() {
            self.found_own.resize_with(own.len(), Found::default);
        }
        for (found, own) in self.found_own.iter_mut().zip(own) {
            if sum > most {
                break;
            }
            found.span = Span::of(bonds, discs, *own);
            keep_dear(&mut found.through, 0..bonds.count, |third| {
                through(bonds, discs, &found.span, (*own, third))
            });
            let span = found.span;
            keep_dear(&mut found.across, pairs.clone(), |other| {
                if span.meets(&self.span[other]) { crossing(bonds, discs, (*own, other)) } else { 0.0 }
            });
            sum += total(&found.through) + total(&found.across);
        }
        sum
    }

    /// Remembers what [`Roads::tried`] found last, which must not have given up.
    pub(crate) fn keep(&mut self, bonds: &Bonds, one: usize) {
        let (pairs, count) = (bonds.pairs.len(), bonds.count);
        for (pair, price) in dense(&self.found_through, pairs) {
            let change = price - std::mem::replace(&mut self.through[pair * count + one], price);
            self.of_context[one] += change;
            self.of_pair[pair] += change;
        }
        for (own, found) in bonds.of[one].iter().zip(&self.found_own) {
            self.span[*own] = found.span;
            for (third, price) in dense(&found.through, count) {
                let change = price - std::mem::replace(&mut self.through[own * count + third], price);
                self.of_context[third] += change;
                self.of_pair[*own] += change;
            }
            for (other, price) in dense(&found.across, pairs) {
                let change = price - std::mem::replace(&mut self.across[own * pairs + other], price);
                if change != 0.0 {
                    self.across[other * pairs + own] = price;
                    self.of_pair[*own] += change;
                    self.of_pair[other] += change;
                }
            }
        }
    }
}

/// What costs something, with its price.
fn keep_dear(found: &mut Vec<(usize, f64)>, all: std::ops::Range<usize>, price: impl Fn(usize) -> f64) {
    found.clear();
    found.extend(all.map(|place| (place, price(place))).filter(|(_, price)| *price > 0.0));
}

fn total(found: &[(usize, f64)]) -> f64 {
    found.iter().map(|(_, price)| price).sum()
}

/// All prices, also of what costs nothing.
fn dense(found: &[(usize, f64)], count: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
    let mut dear = found.iter().peekable();
    (0..count).map(move |place| {
        (place, dear.next_if(|(other, _)| *other == place).map_or(0.0, |(_, price)| *price))
    })
}

#[inline]
fn through(bonds: &Bonds, discs: &Discs, span: &Span, (pair, third): (usize, usize)) -> f64 {
    let reach = 0.8 * discs.radius[third];
    let centre = discs.centre[third];
    if !span.is_near(centre, reach) {
        return 0.0;
    }
    let (a, b) = bonds.pairs[pair];
    if third == a || third == b {
        return 0.0;
    }
    let distance = centre.to_segment(discs.centre[a], discs.centre[b]);
    if distance >= reach { 0.0 } else { THROUGH * (1.0 - distance / reach) }
}

/// Of two roads whose boxes meet.
fn crossing(bonds: &Bonds, discs: &Discs, (pair, other): (usize, usize)) -> f64 {
    let ((a, b), (c, d)) = (bonds.pairs[pair], bonds.pairs[other]);
    if a == c || a == d || b == c || b == d {
        return 0.0;
    }
    let at = |context: usize| discs.centre[context];
    if segments_cross(at(a), at(b), at(c), at(d)) { CROSSING } else { 0.0 }
}
