//! Places for what is written: inside its own country, off the border, clear of the straight roads.

use super::blocks::{Block, Content, STAR};
use super::bonds::Bonds;
use super::point::{Point, Rect};
use super::raster::{CELL, Raster};
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

/// What was written last. It holds where the land of a context and its roads are as they were.
#[derive(Default)]
pub(crate) struct Written {
    raster: Option<Raster>,
    pages: Vec<Page>,
}

/// What is written in a context.
#[derive(Default)]
struct Page {
    cells: Vec<usize>,
    /// To its partners' capitals.
    roads: Vec<Point>,
    labels: Vec<Label>,
    /// Whether it is too small for some of its labels.
    is_small: bool,
}

impl Written {
    /// All labels, context by context with the title first; and the contexts that were too small for theirs.
    pub(crate) fn labels(
        &mut self,
        territory: &Territory,
        bonds: &Bonds,
        blocks: &[Vec<Block>],
    ) -> (Vec<Label>, Vec<usize>) {
        let writer = Writer::new(territory, blocks.len());
        let is_known = self.raster.as_ref().is_some_and(|raster| raster.counts_as(&territory.raster));
        let mut old = std::mem::take(&mut self.pages);
        old.resize_with(blocks.len(), Page::default);
        let stays: Vec<bool> =
            old.iter().zip(&writer.cells).map(|(page, cells)| is_known && page.cells == *cells).collect();
        let title = |state: usize| match stays[state] {
            true => old[state].labels.first().cloned(),
            false => writer.title(state, &blocks[state][0]),
        };
        let titles: Vec<Option<Label>> = (0..blocks.len()).map(title).collect();
        let mut pages = Vec::new();
        for (state, blocks) in blocks.iter().enumerate() {
            let partner = |partner: usize| titles[partner].as_ref().map(Label::capital);
            let roads: Vec<Point> = bonds.partners(state).filter_map(partner).collect();
            if stays[state] && old[state].roads == roads {
                pages.push(std::mem::take(&mut old[state]));
                continue;
            }
            let (labels, is_small) = writer.page(state, blocks, titles[state].clone(), &roads);
            pages.push(Page { cells: writer.cells[state].clone(), roads, labels, is_small });
        }
        let labels = pages.iter().flat_map(|page| page.labels.iter().cloned()).collect();
        let small = (0..pages.len()).filter(|state| pages[*state].is_small).collect();
        *self = Written { raster: Some(territory.raster.clone()), pages };
        (labels, small)
    }
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

    /// The labels of a context, and whether some found no room.
    fn page(
        &self,
        state: usize,
        blocks: &[Block],
        title: Option<Label>,
        roads: &[Point],
    ) -> (Vec<Label>, bool) {
        let Some(title) = title else { return (Vec::new(), true) };
        let capital = title.capital();
        let mut placed = vec![title];
        let mut is_small = false;
        for block in &blocks[1..] {
            match self.beside(state, block, &Around { capital, roads, placed: &placed }) {
                Some(label) => placed.push(label),
                None => is_small = true,
            }
        }
        (placed, is_small)
    }

    fn title(&self, state: usize, block: &Block) -> Option<Label> {
        let cells = &self.cells[state];
        let sum = cells.iter().fold(Point::default(), |sum, cell| sum + self.territory.raster.centre(*cell));
        let middle = sum * (1.0 / cells.len().max(1) as f64);
        let price = |bounds: &Rect, _| bounds.centre().distance(middle);
        self.cheapest(state, block, price)
    }

    fn beside(&self, state: usize, block: &Block, around: &Around<'_>) -> Option<Label> {
        let &Around { capital, roads, placed } = around;
        self.cheapest(state, block, |bounds, best| {
            let far = 0.5 * bounds.centre().distance(capital);
            // All else only adds to it.
            if far >= best {
                return f64::INFINITY;
            }
            let grown = bounds.grown(4.0);
            if placed.iter().any(|label| label.bounds.overlaps(&grown)) {
                return f64::INFINITY;
            }
            let near = |label: &&Label| label.bounds.overlaps(&bounds.grown(11.0));
            let crowd = placed.iter().filter(near).count() as f64 * 14.0;
            let meets = |road: &&Point| bounds.grown(5.0).meets(capital, **road);
            let crossed = roads.iter().filter(meets).count() as f64 * 70.0;
            crowd + crossed + far
        })
    }

    /// The cheapest place for a block around the middle of some cell. Cells come in a fixed order, and
    /// the first of equals is taken. Prices are told of a place and the best price so far.
    fn cheapest(&self, state: usize, block: &Block, price: impl Fn(&Rect, f64) -> f64) -> Option<Label> {
        let mut best = (f64::INFINITY, None);
        for cell in &self.cells[state] {
            let bounds = Rect::around(self.territory.raster.centre(*cell), block.width, block.height);
            let price = price(&bounds, best.0);
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
