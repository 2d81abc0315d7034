//! Contexts before they have coasts: discs that push against each other.
//!
//! Where discs overlap, each keeps what is nearer to it by the power of a point, as in a power diagram
//! (F. Aurenhammer, Power diagrams: properties, algorithms and applications, 1987). The border of two
//! is then a piece of a straight line, and its length follows from a few cuts.

use super::point::Point;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Discs {
    pub(crate) centre: Vec<Point>,
    pub(crate) radius: Vec<f64>,
}

impl Discs {
    pub(crate) fn count(&self) -> usize {
        self.centre.len()
    }

    /// Below 0 inside the disc; the disc with the least owns a point.
    pub(crate) fn power(&self, disc: usize, point: Point) -> f64 {
        (point - self.centre[disc]).square() - self.radius[disc] * self.radius[disc]
    }

    pub(crate) fn touch(&self, a: usize, b: usize) -> bool {
        let reach = self.radius[a] + self.radius[b];
        (self.centre[a] - self.centre[b]).square() < reach * reach
    }

    /// How long the border between two discs is, when all others have taken theirs.
    pub(crate) fn border(&self, a: usize, b: usize) -> f64 {
        let between = self.centre[b] - self.centre[a];
        let square = between.square();
        let (ra, rb) = (self.radius[a], self.radius[b]);
        if square <= 0.0 || square >= (ra + rb) * (ra + rb) {
            return 0.0;
        }
        // The radical line crosses the line of centres at this share of it.
        let share = (square + ra * ra - rb * rb) / (2.0 * square);
        let half_square = ra * ra - share * share * square;
        if half_square <= 0.0 {
            return 0.0;
        }
        let middle = self.centre[a] + between * share;
        let along = between.left().unit();
        let half = half_square.sqrt();
        let (mut low, mut high) = (-half, half);
        for other in 0..self.count() {
            if other == a || other == b || !self.touch(a, other) {
                continue;
            }
            // What is nearer to the other: linear along the line.
            let here = self.power(other, middle) - self.power(a, middle);
            let slope = 2.0 * (self.centre[a] - self.centre[other]).dot(along);
            let edge = -here / slope;
            if slope > 0.0 {
                low = low.max(edge);
            } else if slope < 0.0 {
                high = high.min(edge);
            } else if here < 0.0 {
                return 0.0;
            }
            if low >= high {
                return 0.0;
            }
        }
        high - low
    }
}
