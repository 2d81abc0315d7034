//! The lines of all ways, to be asked which of them lie in a box.

use super::point::{Point, Rect, segments_cross};
use super::routes::Route;
use super::sheet::flattened;

/// The side of a square of the grid in which lines are looked up, in pixels.
const SQUARE: f64 = 32.0;
/// Between a way and what belongs to another.
const CLEAR: f64 = 2.0;
/// How far apart the strands of a way run, at most.
pub(crate) const APART: f64 = 5.0;

/// How far a way ends from the middle of the capital.
pub(crate) const STOP: f64 = 13.0;

/// Lines as straight pieces.
pub(crate) struct Lines {
    lines: Vec<Vec<Point>>,
    length: Vec<f64>,
    /// How far to each side of its line a way is drawn.
    half: Vec<f64>,
    left: f64,
    top: f64,
    columns: usize,
    rows: usize,
    /// Of each square the pieces that touch it: the line, and its place in it.
    squares: Vec<Vec<(usize, usize)>>,
}

impl Lines {
    /// `strands` says how many lines a way is drawn as.
    pub(crate) fn new(routes: &[Route], strands: &dyn Fn(&Route) -> usize) -> Lines {
        let lines: Vec<Vec<Point>> = routes.iter().map(|route| flattened(&route.points, false)).collect();
        let bounds = Rect::holding(lines.iter().flatten().copied()).grown(SQUARE);
        let columns = (bounds.width / SQUARE) as usize + 2;
        let rows = (bounds.height / SQUARE) as usize + 2;
        let half = routes.iter().map(|route| half(strands(route))).collect();
        let squares = vec![Vec::new(); columns * rows];
        let of = |line: &Vec<Point>| line.windows(2).map(|ends| ends[0].distance(ends[1])).sum();
        let length = lines.iter().map(of).collect();
        let mut all = Lines { lines, length, half, left: bounds.x, top: bounds.y, columns, rows, squares };
        for line in 0..all.lines.len() {
            for piece in 1..all.lines[line].len() {
                let ends = [all.lines[line][piece - 1], all.lines[line][piece]];
                for square in all.squares(&Rect::holding(ends.into_iter())) {
                    all.squares[square].push((line, piece));
                }
            }
        }
        all
    }

    pub(crate) fn line(&self, route: usize) -> &[Point] {
        &self.lines[route]
    }

    /// Whether a way is drawn so far along its line: it ends short of either capital.
    pub(crate) fn is_drawn(&self, route: usize, along: f64) -> bool {
        let length = self.length[route];
        let near = (STOP + 3.0).min(0.4 * length);
        along >= near && along <= length - near
    }

    fn squares(&self, bounds: &Rect) -> Vec<usize> {
        let place = |value: f64, count: usize| ((value / SQUARE).max(0.0) as usize).min(count - 1);
        let (left, right) =
            (place(bounds.x - self.left, self.columns), place(bounds.right() - self.left, self.columns));
        let (top, bottom) =
            (place(bounds.y - self.top, self.rows), place(bounds.bottom() - self.top, self.rows));
        (top..=bottom)
            .flat_map(|row| (left..=right).map(move |column| (row, column)))
            .map(|(row, column)| row * self.columns + column)
            .collect()
    }

    /// Whether a way leads through a box.
    pub(crate) fn is_at(&self, route: usize, bounds: &Rect) -> bool {
        self.lines[route].windows(2).any(|piece| bounds.meets(piece[0], piece[1]))
    }

    /// Whether any other way than this one leads through a box, or right beside it.
    pub(crate) fn others(&self, route: usize, bounds: &Rect) -> bool {
        let widest = bounds.grown(half(5) + CLEAR);
        self.squares(&widest).into_iter().any(|square| {
            self.squares[square].iter().any(|(line, piece)| {
                *line != route
                    && bounds
                        .grown(self.half[*line] + CLEAR)
                        .meets(self.lines[*line][piece - 1], self.lines[*line][*piece])
            })
        })
    }

    /// Whether a straight line crosses any other way than this one.
    pub(crate) fn crossed(&self, route: usize, from: Point, to: Point) -> bool {
        self.squares(&Rect::holding([from, to].into_iter()).grown(1.0)).into_iter().any(|square| {
            self.squares[square].iter().any(|(line, piece)| {
                *line != route
                    && segments_cross(from, to, self.lines[*line][piece - 1], self.lines[*line][*piece])
            })
        })
    }
}

/// How far to each side of its line a way of so many strands is drawn.
fn half(strands: usize) -> f64 {
    strands.saturating_sub(1) as f64 / 2.0 * APART + 1.5
}
