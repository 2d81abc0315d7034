//! What is drawn where: all geometry of the picture, and none of its colours or fonts.

use super::borders::{Arc, Side};
use super::labels::Label;
use super::point::{Point, Rect};
use super::routes::Route;
use super::tags::Tag;
use super::{Entry, Fate};

/// A map that is ready to be drawn. Contexts are numbered in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The names of the contexts.
    pub names: Vec<String>,
    /// What is written as their names.
    pub called: Vec<String>,
    /// All that is drawn lies in here.
    pub bounds: Rect,
    pub arcs: Vec<Arc>,
    pub regions: Vec<Region>,
    pub labels: Vec<Label>,
    pub routes: Vec<Route>,
    pub tags: Vec<Tag>,
    /// Whether tags bear names; else numbers, which the index explains.
    pub named: bool,
    pub index: Vec<Entry>,
    /// Pairs for whose way, or for whose tag, there was no room; the index has them.
    pub undrawn: Vec<(usize, usize)>,
    /// How many of these are not too many for a plane, but found no room on this one.
    pub(crate) tight: usize,
    /// Of the pairs that talk: how many share a border, and how many there are.
    pub neighbours: (usize, usize),
    /// The same of the pairs of which one may only name items of the other.
    pub named_neighbours: (usize, usize),
    pub crossings: usize,
    /// What the lock keeps: the place of each context, and what it calls each entry of the index.
    pub(crate) seats: Vec<super::lock::Seat>,
    pub(crate) keys: Vec<Vec<String>>,
}

/// A context's land.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    pub external: bool,
    pub fate: Fate,
    /// The context around all that it lies within; itself, unless it is a province.
    pub country: usize,
    /// One of [`super::COLOURS`].
    pub colour: usize,
    /// Its land lies to the left of each: the outline, and lakes.
    pub rings: Vec<Vec<Side>>,
    /// The middle of the capital's star.
    pub capital: Point,
}

impl Sheet {
    /// The points of a spline, as many as the eye needs.
    pub(crate) fn flat(&self, arc: usize) -> Vec<Point> {
        flattened(&self.arcs[arc].points, self.arcs[arc].closed)
    }

    /// A ring of a region as a polygon.
    pub(crate) fn polygon(&self, ring: &[Side]) -> Vec<Point> {
        let mut points = Vec::new();
        for side in ring {
            let mut piece = self.flat(side.arc);
            if side.backwards {
                piece.reverse();
            }
            points.extend(piece);
        }
        points
    }

    /// What is written as the name of a context.
    pub(crate) fn called<'s>(&'s self, name: &'s str) -> &'s str {
        self.names.iter().position(|other| other == name).map_or(name, |state| &self.called[state])
    }

    /// Whether two contexts exchange topics or calls.
    pub(crate) fn exchange(&self, a: usize, b: usize) -> bool {
        let traffic = self.index.iter().filter(|entry| entry.kind.is_traffic());
        traffic.into_iter().any(|entry| entry.goes(a, b) || entry.goes(b, a))
    }

    /// Whether one of two contexts has to do with the other in whatever way; provinces of one country need not.
    pub(crate) fn are_related(&self, a: usize, b: usize) -> bool {
        self.index.iter().any(|entry| entry.goes(a, b) || entry.goes(b, a))
    }

    /// What became of all that two contexts have to do with each other; kept, unless it is the same for all.
    pub(crate) fn fate(&self, a: usize, b: usize) -> Fate {
        let related = self.index.iter().filter(|entry| entry.goes(a, b) || entry.goes(b, a));
        let mut fates = related.map(|entry| entry.fate);
        let first = fates.next().unwrap_or_default();
        if fates.all(|fate| fate == first) { first } else { Fate::Kept }
    }

    pub(crate) fn route(&self, a: usize, b: usize) -> Option<&Route> {
        self.routes.iter().find(|route| route.ends == (a.min(b), a.max(b)))
    }
}

/// A quadratic B-spline as straight pieces: through the middles between its control points, and, unless
/// it is closed, from its first point to its last.
pub(crate) fn flattened(points: &[Point], closed: bool) -> Vec<Point> {
    let count = points.len();
    if count < 3 {
        return points.to_vec();
    }
    let middle = |a: usize, b: usize| (points[a % count] + points[b % count]) * 0.5;
    let mut flat = Vec::with_capacity(4 * count);
    let mut bend = |from: Point, control: Point, to: Point| {
        for step in 1..=3 {
            let share = f64::from(step) / 3.0;
            flat.push(from.towards(control, share).towards(control.towards(to, share), share));
        }
    };
    if closed {
        for place in 1..=count {
            bend(middle(place - 1, place), points[place % count], middle(place, place + 1));
        }
        return flat;
    }
    let mut from = points[0];
    for place in 1..count - 1 {
        let to = if place + 2 == count { points[count - 1] } else { middle(place, place + 1) };
        bend(from, points[place], to);
        from = to;
    }
    flat.insert(0, points[0]);
    flat
}
