//! Places for what is written: inside its own country, off the border, clear of the straight roads.

use super::blocks::{Block, Content, STAR};
use super::bonds::Bonds;
use super::point::{Point, Rect};
use super::raster::CELL;
use super::territory::Territory;

/// Something written at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The context that it lies in.
    pub state: usize,
    pub bounds: Rect,
    pub content: Content,
}

impl Label {
    /// The middle of the star below a title.
    pub fn capital(&self) -> Point {
        Point::new(self.bounds.centre().x, self.bounds.bottom() - STAR / 2.0 + 2.0)
    }
}

/// How deep a cell must lie for something to be written there: 8 px from the border, at least.
const DEPTH: u8 = 2;

/// All labels, context by context with the title first; and the contexts that were too small for theirs.
pub(crate) fn labels(
    territory: &Territory,
    bonds: &Bonds,
    blocks: &[Vec<Block>],
) -> (Vec<Label>, Vec<usize>) {
    let writer = Writer::new(territory, blocks.len());
    let mut small = Vec::new();
    let mut titles: Vec<Option<Label>> = Vec::new();
    for (state, blocks) in blocks.iter().enumerate() {
        titles.push(writer.title(state, &blocks[0]));
    }
    let mut labels = Vec::new();
    for (state, blocks) in blocks.iter().enumerate() {
        let Some(title) = titles[state].clone() else {
            small.push(state);
            continue;
        };
        let capital = title.capital();
        let partner = |partner: usize| titles[partner].as_ref().map(Label::capital);
        let roads: Vec<Point> = bonds.partners(state).filter_map(partner).collect();
        let mut placed = vec![title];
        for block in &blocks[1..] {
            match writer.beside(state, block, &Around { capital, roads: &roads, placed: &placed }) {
                Some(label) => placed.push(label),
                None if small.last() != Some(&state) => small.push(state),
                None => {}
            }
        }
        labels.append(&mut placed);
    }
    (labels, small)
}

/// What a label had better not cover.
struct Around<'a> {
    capital: Point,
    /// Where the roads from the capital end.
    roads: &'a [Point],
    placed: &'a [Label],
}

struct Writer<'t> {
    territory: &'t Territory,
    /// Of each context the cells that are deep enough.
    cells: Vec<Vec<usize>>,
}

impl<'t> Writer<'t> {
    fn new(territory: &'t Territory, count: usize) -> Self {
        let mut cells = vec![Vec::new(); count];
        for cell in territory.raster.inner() {
            if territory.is_land(cell) && territory.depth[cell] >= DEPTH {
                cells[usize::from(territory.owner[cell])].push(cell);
            }
        }
        Writer { territory, cells }
    }

    fn title(&self, state: usize, block: &Block) -> Option<Label> {
        let cells = &self.cells[state];
        let sum = cells.iter().fold(Point::default(), |sum, cell| sum + self.territory.raster.centre(*cell));
        let middle = sum * (1.0 / cells.len().max(1) as f64);
        let price = |bounds: &Rect| bounds.centre().distance(middle);
        self.cheapest(state, block, price)
    }

    fn beside(&self, state: usize, block: &Block, around: &Around<'_>) -> Option<Label> {
        let &Around { capital, roads, placed } = around;
        self.cheapest(state, block, |bounds| {
            let grown = bounds.grown(4.0);
            if placed.iter().any(|label| label.bounds.overlaps(&grown)) {
                return f64::INFINITY;
            }
            let near = |label: &&Label| label.bounds.overlaps(&bounds.grown(11.0));
            let crowd = placed.iter().filter(near).count() as f64 * 14.0;
            let meets = |road: &&Point| bounds.grown(5.0).meets(capital, **road);
            let crossed = roads.iter().filter(meets).count() as f64 * 70.0;
            crowd + crossed + 0.5 * bounds.centre().distance(capital)
        })
    }

    /// The cheapest place for a block around the middle of some cell. Cells come in a fixed order, and
    /// the first of equals is taken.
    fn cheapest(&self, state: usize, block: &Block, price: impl Fn(&Rect) -> f64) -> Option<Label> {
        let mut best = (f64::INFINITY, None);
        for cell in &self.cells[state] {
            let bounds = Rect::around(self.territory.raster.centre(*cell), block.width, block.height);
            let price = price(&bounds);
            if price < best.0 && self.is_inside(state, &bounds) {
                best = (price, Some(bounds));
            }
        }
        best.1.map(|bounds| Label { state, bounds, content: block.content.clone() })
    }

    /// Whether a box lies in a context, with a margin: no cell under it is another's or at the border.
    fn is_inside(&self, state: usize, bounds: &Rect) -> bool {
        let is_out = |cell: usize| {
            usize::from(self.territory.owner[cell]) != state || self.territory.depth[cell] < DEPTH
        };
        !self.territory.raster.any_within(&bounds.grown(CELL / 2.0), is_out)
    }
}
