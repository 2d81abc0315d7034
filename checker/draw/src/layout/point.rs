//! Points and boxes in the plane, in pixels, y downwards.

use std::ops::{Add, Mul, Sub};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub(crate) const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    pub(crate) fn dot(self, other: Point) -> f64 {
        self.x * other.x + self.y * other.y
    }

    pub(crate) fn cross(self, other: Point) -> f64 {
        self.x * other.y - self.y * other.x
    }

    pub(crate) fn square(self) -> f64 {
        self.dot(self)
    }

    pub(crate) fn length(self) -> f64 {
        self.square().sqrt()
    }

    pub(crate) fn distance(self, other: Point) -> f64 {
        (self - other).length()
    }

    /// Length one, or nothing for nothing.
    pub(crate) fn unit(self) -> Point {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { Point::default() }
    }

    pub(crate) fn left(self) -> Point {
        Point::new(self.y, -self.x)
    }

    pub(crate) fn towards(self, other: Point, share: f64) -> Point {
        self + (other - self) * share
    }

    /// How far from the segment between two points.
    pub(crate) fn to_segment(self, a: Point, b: Point) -> f64 {
        let along = b - a;
        let square = along.square();
        let share = if square > 0.0 { ((self - a).dot(along) / square).clamp(0.0, 1.0) } else { 0.0 };
        self.distance(a.towards(b, share))
    }
}

impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Point;
    fn sub(self, other: Point) -> Point {
        Point::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Point;
    fn mul(self, factor: f64) -> Point {
        Point::new(self.x * factor, self.y * factor)
    }
}

/// Whether two segments cross, each in its inside.
pub(crate) fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).cross(r - p);
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    c_side * d_side < 0.0 && a_side * b_side < 0.0
}

/// A straight piece of a line, with the number of the line.
pub(crate) type Piece = (usize, Point, Point);

/// The lines of each two pieces that cross, each in its inside.
pub(crate) fn crossing_pieces(mut pieces: Vec<Piece>) -> impl Iterator<Item = (usize, usize)> {
    // From left to right, a piece can cross only those that begin before it ends.
    pieces.sort_by(|one, other| one.1.x.min(one.2.x).total_cmp(&other.1.x.min(other.2.x)));
    let mut place = 0;
    let mut next = 1;
    std::iter::from_fn(move || {
        while let Some(&(line, a, b)) = pieces.get(place) {
            let (right, top, bottom) = (a.x.max(b.x), a.y.min(b.y), a.y.max(b.y));
            while let Some(&(other, c, d)) = pieces.get(next).filter(|(_, c, d)| c.x.min(d.x) <= right) {
                next += 1;
                if c.y.min(d.y) <= bottom && c.y.max(d.y) >= top && segments_cross(a, b, c, d) {
                    return Some((line, other));
                }
            }
            place += 1;
            next = place + 1;
        }
        None
    })
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub(crate) fn around(centre: Point, width: f64, height: f64) -> Rect {
        Rect { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }

    /// The least box around some points; nothing around none.
    pub(crate) fn holding(points: impl Iterator<Item = Point>) -> Rect {
        let far = Point::new(f64::MAX, f64::MAX);
        let (low, high) = points.fold((far, far * -1.0), |(low, high), point| {
            (
                Point::new(low.x.min(point.x), low.y.min(point.y)),
                Point::new(high.x.max(point.x), high.y.max(point.y)),
            )
        });
        if low.x > high.x {
            return Rect::default();
        }
        Rect { x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y }
    }

    pub(crate) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub(crate) fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    pub(crate) fn grown(&self, by: f64) -> Rect {
        Rect { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    pub(crate) fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The point of it that is nearest to another.
    pub(crate) fn nearest(&self, to: Point) -> Point {
        Point::new(to.x.clamp(self.x, self.right()), to.y.clamp(self.y, self.bottom()))
    }

    pub(crate) fn holds(&self, point: Point) -> bool {
        self.x < point.x && point.x < self.right() && self.y < point.y && point.y < self.bottom()
    }

    /// Whether some of a segment lies inside.
    pub(crate) fn meets(&self, a: Point, b: Point) -> bool {
        if self.holds(a) || self.holds(b) {
            return true;
        }
        let corners = [
            Point::new(self.x, self.y),
            Point::new(self.right(), self.y),
            Point::new(self.right(), self.bottom()),
            Point::new(self.x, self.bottom()),
        ];
        segments_cross(a, b, corners[0], corners[2]) || segments_cross(a, b, corners[1], corners[3])
    }

    pub(crate) fn corners(&self) -> [Point; 4] {
        [
            Point::new(self.x, self.y),
            Point::new(self.right(), self.y),
            Point::new(self.right(), self.bottom()),
            Point::new(self.x, self.bottom()),
        ]
    }
}
