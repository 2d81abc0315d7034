//! Where a way over a large map is looked for: the raster in squares, and a chain of them from end to end.
//!
//! A search over all cells would look at half of the sheet for each way. A search over squares is short, and
//! what it finds leaves few cells to the search for the way itself.

use super::frontier::Frontier;
use super::raster::Hex;
use super::territory::Territory;

/// The side of a square, in cells.
const SIDE: usize = 5;
/// The price of a step to the next square, over own land, over sea and along a coast; and what each way adds
/// that leads there already, up to so many.
const LAND: u32 = 8;
const SEA: u32 = 10;
const RIM: u32 = 24;
const WAY: u32 = 10;
const MOST_WAYS: u32 = 40;
/// The inside of a country.
const CLOSED: u32 = u32::MAX;

/// The squares of a raster.
pub(crate) struct Squares {
    columns: usize,
    rows: usize,
    /// What a step into each costs those that have no land in it.
    price: Vec<u32>,
    /// The squares in which each context has land.
    lands: Vec<Vec<usize>>,
    /// How many ways lead through each.
    ways: Vec<i32>,
    frontier: Frontier,
    search: u32,
    /// The last search in which a square was land of one of the ends, and in which it was part of the
    /// corridor.
    own: Vec<u32>,
    inside: Vec<u32>,
}

impl Squares {
    pub(crate) fn new(territory: &Territory, contexts: usize) -> Squares {
        let raster = &territory.raster;
        let (columns, rows) = (raster.columns.div_ceil(SIDE), raster.rows.div_ceil(SIDE));
        let count = columns * rows;
        let mut price = vec![CLOSED; count];
        let mut lands: Vec<Vec<usize>> = vec![Vec::new(); contexts];
        for cell in 0..raster.count() {
            let square = cell / raster.columns / SIDE * columns + cell % raster.columns / SIDE;
            if !territory.is_land(cell) {
                price[square] = SEA;
                continue;
            }
            if territory.depth[cell] == 1 {
                price[square] = price[square].min(RIM);
            }
            // One that has land and no title has no way either.
            if let Some(squares) = lands.get_mut(usize::from(territory.owner[cell]))
                && squares.last() != Some(&square)
            {
                squares.push(square);
            }
        }
        for squares in &mut lands {
            squares.sort_unstable();
            squares.dedup();
        }
        Squares {
            columns,
            rows,
            price,
            lands,
            ways: vec![0; count],
            frontier: Frontier::new(count),
            search: 0,
            own: vec![0; count],
            inside: vec![0; count],
        }
    }

    fn square(&self, at: Hex) -> usize {
        let (column, row) = at.column_and_row();
        row / SIDE * self.columns + column / SIDE
    }

    /// Whether a cell lies in the corridor that was found last.
    #[inline]
    pub(crate) fn holds(&self, at: Hex) -> bool {
        self.inside[self.square(at)] == self.search
    }

    /// Takes squares into use, or out of it.
    pub(crate) fn mark(&mut self, cells: impl Iterator<Item = Hex>, by: i32) {
        let mut squares: Vec<usize> = cells.map(|at| self.square(at)).collect();
        squares.sort_unstable();
        squares.dedup();
        for square in squares {
            self.ways[square] += by;
        }
    }

    /// Finds a corridor between two cells for a way of two contexts: the squares of the cheapest chain, and
    /// all around them. It says whether there is one.
    pub(crate) fn find(&mut self, (from, to): (Hex, Hex), pair: (usize, usize)) -> bool {
        self.search += 1;
        for square in self.lands[pair.0].iter().chain(&self.lands[pair.1]) {
            self.own[*square] = self.search;
        }
        let (from, to) = (self.square(from), self.square(to));
        let (column, row) = (to % self.columns, to / self.columns);
        let left = |square: usize| {
            let across = (square % self.columns).abs_diff(column) as u32;
            let down = (square / self.columns).abs_diff(row) as u32;
            across.max(down) * SEA + across.min(down) * (SEA * 2 / 5)
        };
        let mut frontier = std::mem::take(&mut self.frontier);
        frontier.begin(left(from));
        frontier.reach(from, 0, left(from), from);
        let mut path = Vec::new();
        while let Some((square, paid)) = frontier.next() {
            if square == to {
                path = frontier.path(to);
                break;
            }
            for (next, is_straight) in self.around(square) {
                // No step costs less: there is no need to ask what this one does.
                if !frontier.is_news(next, paid + LAND) {
                    continue;
                }
                let price = self.step(next);
                if price != CLOSED {
                    let price = if is_straight { price } else { price * 7 / 5 };
                    frontier.reach(next, paid + price, left(next), square);
                }
            }
        }
        self.frontier = frontier;
        for square in &path {
            self.inside[*square] = self.search;
            for (next, _) in self.around(*square) {
                self.inside[next] = self.search;
            }
        }
        !path.is_empty()
    }

    fn step(&self, square: usize) -> u32 {
        let price = if self.own[square] == self.search { LAND } else { self.price[square] };
        if price == CLOSED { CLOSED } else { price + WAY * (self.ways[square] as u32).min(MOST_WAYS) }
    }

    /// The squares around one, each with whether they share a side.
    fn around(&self, square: usize) -> impl Iterator<Item = (usize, bool)> + use<> {
        let (columns, rows) = (self.columns, self.rows);
        let (column, row) = (square % columns, square / columns);
        AROUND.into_iter().filter_map(move |(across, down)| {
            let column = column.wrapping_add_signed(across);
            let row = row.wrapping_add_signed(down);
            (column < columns && row < rows).then(|| (row * columns + column, across == 0 || down == 0))
        })
    }
}

const AROUND: [(isize, isize); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Rect;
    use crate::layout::raster::Raster;
    use crate::layout::territory::{DEEP, SEA as WATER};

    /// A square island of a third context between two cells, which lie in land of the first two.
    fn island() -> (Territory, Hex, Hex) {
        let raster = Raster::covering(Rect { x: 0.0, y: 0.0, width: 700.0, height: 700.0 });
        let owner = |cell: usize| match (cell / raster.columns, cell % raster.columns) {
            (40..60, 2..10) => 0,
            (40..60, 90..98) => 1,
            (20..95, 30..70) => 2,
            _ => WATER,
        };
        let owner: Vec<u16> = (0..raster.count()).map(owner).collect();
        let mut depth = vec![DEEP; owner.len()];
        for cell in raster.inner() {
            if raster.neighbours(cell).iter().any(|other| owner[*other] != owner[cell]) {
                depth[cell] = 1;
            }
        }
        let at = |row: usize, column: usize| raster.hex(row * raster.columns + column);
        let ends = (at(50, 5), at(50, 95));
        (Territory { raster, owner, depth }, ends.0, ends.1)
    }

    #[test]
    fn a_corridor_leads_around_a_third_country_and_has_few_cells() {
        let (territory, from, to) = island();
        let mut squares = Squares::new(&territory, 3);
        assert!(squares.find((from, to), (0, 1)));
        let raster = &territory.raster;
        let at = |row: usize, column: usize| raster.hex(row * raster.columns + column);
        assert!(squares.holds(from) && squares.holds(to) && squares.holds(at(15, 50)));
        assert!(!squares.holds(at(50, 50)), "it leads through");
        let inside = (0..raster.count()).filter(|cell| squares.holds(raster.hex(*cell))).count();
        assert!(inside * 4 < raster.count(), "{inside} of {}", raster.count());
        // The way of the third itself may lead straight through.
        assert!(squares.find((from, to), (0, 2)) && squares.holds(at(50, 50)));
    }

    #[test]
    fn where_ways_lead_already_others_keep_away() {
        let (territory, from, to) = island();
        let mut squares = Squares::new(&territory, 3);
        let north: Vec<Hex> = (0..20)
            .flat_map(|row| (0..100).map(move |column| (row, column)))
            .map(|(row, column)| territory.raster.hex(row * territory.raster.columns + column))
            .collect();
        let southern = territory.raster.hex(98 * territory.raster.columns + 50);
        for _ in 0..9 {
            squares.mark(north.iter().copied(), 1);
        }
        assert!(squares.find((from, to), (0, 1)) && squares.holds(southern));
        for _ in 0..9 {
            squares.mark(north.iter().copied(), -1);
        }
        assert!(squares.find((from, to), (0, 1)) && !squares.holds(southern));
    }
}
