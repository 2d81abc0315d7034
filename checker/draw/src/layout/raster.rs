//! The plane in hexagons: no two cells meet in a point alone, so a border is never in doubt.

use super::point::{Point, Rect};

/// How far apart the middles of neighbouring cells are, in pixels.
pub(crate) const CELL: f64 = 7.0;
/// How far apart rows are: `CELL` × √3 / 2.
const ROW: f64 = 6.062_177_826_491_071;

/// A piece of the plane. Cells lie in the same places whatever the piece.
#[derive(Clone, Debug)]
pub(crate) struct Raster {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    first: (i64, i64),
}

impl Raster {
    /// At least these bounds, and two cells more on each side.
    pub(crate) fn covering(bounds: Rect) -> Raster {
        let left = (bounds.x / CELL).floor() as i64 - 2;
        // An even row comes first, so that odd rows are always those that are shifted.
        let top = ((bounds.y / ROW).floor() as i64 - 2).div_euclid(2) * 2;
        let right = (bounds.right() / CELL).ceil() as i64 + 2;
        let bottom = (bounds.bottom() / ROW).ceil() as i64 + 2;
        Raster {
            columns: usize::try_from(right - left + 1).unwrap_or(1),
            rows: usize::try_from(bottom - top + 1).unwrap_or(1),
            first: (left, top),
        }
    }

    /// Whether a number stands for the same cell in both.
    pub(crate) fn counts_as(&self, other: &Raster) -> bool {
        (self.columns, self.first) == (other.columns, other.first)
    }

    pub(crate) fn count(&self) -> usize {
        self.columns * self.rows
    }

    pub(crate) fn centre(&self, cell: usize) -> Point {
        let (row, column) = (cell / self.columns, cell % self.columns);
        let shift = if row % 2 == 1 { CELL / 2.0 } else { 0.0 };
        Point::new(
            (self.first.0 + column as i64) as f64 * CELL + shift,
            (self.first.1 + row as i64) as f64 * ROW,
        )
    }

    /// The middle height of a row.
    pub(crate) fn height(&self, row: usize) -> f64 {
        (self.first.1 + row as i64) as f64 * ROW
    }

    /// Cells that have all six neighbours.
    pub(crate) fn inner(&self) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.rows);
        (1..rows.saturating_sub(1))
            .flat_map(move |row| (1..columns.saturating_sub(1)).map(move |column| row * columns + column))
    }

    pub(crate) fn is_inner(&self, cell: usize) -> bool {
        let (row, column) = (cell / self.columns, cell % self.columns);
        row > 0 && column > 0 && row + 1 < self.rows && column + 1 < self.columns
    }

    /// East, south-east, south-west, west, north-west, north-east of an inner cell.
    pub(crate) fn neighbours(&self, cell: usize) -> [usize; 6] {
        let odd = (cell / self.columns) % 2;
        let (below, above) = (cell + self.columns, cell - self.columns);
        [cell + 1, below + odd, below + odd - 1, cell - 1, above + odd - 1, above + odd]
    }

    /// The cell that a point lies in, or nearly; none outside.
    pub(crate) fn at(&self, point: Point) -> Option<usize> {
        let row = (point.y / ROW).round() as i64 - self.first.1;
        let row = usize::try_from(row).ok().filter(|row| *row < self.rows)?;
        let shift = if row % 2 == 1 { CELL / 2.0 } else { 0.0 };
        let column = ((point.x - shift) / CELL).round() as i64 - self.first.0;
        let column = usize::try_from(column).ok().filter(|column| *column < self.columns)?;
        Some(row * self.columns + column)
    }

    /// The cells whose middles lie in a box.
    pub(crate) fn within(&self, bounds: &Rect) -> Vec<usize> {
        let mut cells = Vec::new();
        self.any_within(bounds, |cell| {
            cells.push(cell);
            false
        });
        cells
    }

    /// Whether a test holds for any cell whose middle lies in a box.
    pub(crate) fn any_within(&self, bounds: &Rect, mut test: impl FnMut(usize) -> bool) -> bool {
        let top = ((bounds.y / ROW).ceil() as i64 - self.first.1).max(0);
        let bottom = ((bounds.bottom() / ROW).floor() as i64 - self.first.1).min(self.rows as i64 - 1);
        for row in top..=bottom {
            let shift = if row % 2 == 1 { CELL / 2.0 } else { 0.0 };
            let left = (((bounds.x - shift) / CELL).ceil() as i64 - self.first.0).max(0);
            let right = ((bounds.right() - shift) / CELL).floor() as i64 - self.first.0;
            for column in left..=right.min(self.columns as i64 - 1) {
                if test((row * self.columns as i64 + column) as usize) {
                    return true;
                }
            }
        }
        false
    }

    /// The place of a cell.
    pub(crate) fn hex(&self, cell: usize) -> Hex {
        let (row, column) = ((cell / self.columns) as i32, (cell % self.columns) as i32);
        Hex { slant: column - row / 2, row }
    }
}

/// The place of a cell in two of the three directions of hexagons, from which distances follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hex {
    slant: i32,
    row: i32,
}

impl Hex {
    /// In the order of [`Raster::neighbours`].
    pub(crate) fn neighbours(self) -> [Hex; 6] {
        let Hex { slant, row } = self;
        let at = |east: i32, south: i32| Hex { slant: slant + east, row: row + south };
        [at(1, 0), at(0, 1), at(-1, 1), at(-1, 0), at(0, -1), at(1, -1)]
    }

    /// Of a cell of the raster, not beyond it.
    pub(crate) fn column_and_row(self) -> (usize, usize) {
        ((self.slant + self.row / 2) as usize, self.row as usize)
    }

    /// How many steps to another.
    pub(crate) fn steps(self, to: Hex) -> i32 {
        let (slant, row) = (self.slant - to.slant, self.row - to.row);
        (slant.abs() + row.abs() + (slant + row).abs()) / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_one_step_away_wherever_a_cell_lies() {
        let raster = Raster::covering(Rect { x: -30.0, y: -20.0, width: 90.0, height: 70.0 });
        for cell in raster.inner() {
            let around = raster.neighbours(cell);
            assert_eq!(around.map(|other| raster.hex(other)), raster.hex(cell).neighbours());
            for other in around {
                assert_eq!(raster.hex(cell).steps(raster.hex(other)), 1);
                let apart = raster.centre(cell).distance(raster.centre(other));
                assert!((apart - CELL).abs() < 1e-9, "{apart}");
            }
        }
    }
}
