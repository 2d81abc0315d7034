//! Whose each cell is: land by the power of discs, and water between strangers.

use super::bonds::Bonds;
use super::discs::Discs;
use super::noise::Warp;
use super::point::{Point, Rect};
use super::raster::Raster;

/// The owner of a cell that nobody owns.
pub(crate) const SEA: u16 = u16::MAX;
/// Half of the least water between strangers, in pixels.
const HALF_STRAIT: f64 = 5.0;
/// Sea around all land, for lanes and labels at the margin.
const SHORE: f64 = 64.0;
/// As far as a point can be moved before it is looked up, in pixels.
const WARP: f64 = 28.0;
/// So many cells of a row are asked at once which discs reach them, and how far aside of a disc one may
/// lie that it has a say in.
const BLOCK: usize = 16;
const AROUND: f64 = WARP + 2.0 * HALF_STRAIT;
/// Water of fewer cells that no sea reaches is no lake but a gap.
const LEAST_LAKE: usize = 14;

/// The raster with its owners.
#[derive(Clone)]
pub(crate) struct Territory {
    pub(crate) raster: Raster,
    pub(crate) owner: Vec<u16>,
    /// How many steps to a cell of another owner; 1 at the border, up to [`DEEP`].
    pub(crate) depth: Vec<u8>,
}

pub(crate) const DEEP: u8 = 12;

impl Territory {
    pub(crate) fn new(discs: &Discs, bonds: &Bonds) -> Territory {
        let raster = Raster::covering(bounds(discs).grown(SHORE));
        let owner = claims(&raster, discs, bonds);
        let mut territory = Territory { depth: Vec::new(), raster, owner };
        for _ in 0..3 {
            territory.fill_gaps(bonds);
            territory.wear(bonds);
            territory.part_strangers(bonds);
            territory.keep_largest(bonds.count);
        }
        territory.settled(bonds);
        territory
    }

    /// Keeps strangers apart and countries in one piece, once land has changed hands.
    pub(crate) fn settled(&mut self, bonds: &Bonds) {
        self.part_strangers(bonds);
        self.keep_largest(bonds.count);
        self.depth = depths(&self.raster, &self.owner);
    }

    pub(crate) fn is_land(&self, cell: usize) -> bool {
        self.owner[cell] != SEA
    }

    /// Whose land a point is; none on water.
    pub(crate) fn owner_at(&self, point: Point) -> Option<usize> {
        let cell = self.raster.at(point)?;
        self.is_land(cell).then(|| usize::from(self.owner[cell]))
    }

    /// Whether some of a box is neither water nor land of one of two contexts.
    pub(crate) fn is_abroad(&self, bounds: &Rect, (a, b): (usize, usize)) -> bool {
        self.raster
            .any_within(bounds, |cell| self.is_land(cell) && ![a, b].contains(&usize::from(self.owner[cell])))
    }

    /// Water that no sea reaches becomes land, unless it is a lake or keeps strangers apart; and narrow
    /// inlets are filled.
    fn fill_gaps(&mut self, bonds: &Bonds) {
        for _ in 0..2 {
            for cell in self.raster.inner() {
                if self.owner[cell] == SEA
                    && let Some(owner) = self.most(cell, 4)
                    && self.may_own(cell, owner, bonds)
                {
                    self.owner[cell] = owner;
                }
            }
        }
        for gap in self.pieces(SEA) {
            if gap.len() < LEAST_LAKE && gap.iter().all(|cell| self.raster.is_inner(*cell)) {
                for cell in gap {
                    if let Some(owner) = self.most(cell, 2).filter(|owner| self.may_own(cell, *owner, bonds))
                    {
                        self.owner[cell] = owner;
                    }
                }
            }
        }
    }

    /// Takes away what sticks out by a single cell.
    fn wear(&mut self, bonds: &Bonds) {
        for cell in self.raster.inner() {
            let owner = self.owner[cell];
            let around = self.raster.neighbours(cell).map(|other| self.owner[other]);
            if owner == SEA || around.iter().filter(|other| **other == owner).count() > 2 {
                continue;
            }
            self.owner[cell] = match self.most(cell, 3) {
                Some(other) if other != owner && self.may_own(cell, other, bonds) => other,
                _ if around.iter().filter(|other| **other == SEA).count() > 2 => SEA,
                _ => owner,
            };
        }
    }

    /// The owner that has the most cells around one, if they are at least so many.
    fn most(&self, cell: usize, least: usize) -> Option<u16> {
        let around = self.raster.neighbours(cell).map(|other| self.owner[other]);
        let count = |owner: u16| around.iter().filter(|other| **other == owner).count();
        let land = around.iter().copied().filter(|owner| *owner != SEA && count(*owner) >= least);
        land.max_by_key(|owner| (count(*owner), std::cmp::Reverse(*owner)))
    }

    fn may_own(&self, cell: usize, owner: u16, bonds: &Bonds) -> bool {
        self.raster.neighbours(cell).iter().all(|other| may_touch(bonds, owner, self.owner[*other]))
    }

    /// No stranger's land beside one's own: the one with the higher number gives way.
    fn part_strangers(&mut self, bonds: &Bonds) {
        for cell in self.raster.inner() {
            let owner = self.owner[cell];
            if owner != SEA && !self.may_own(cell, owner, bonds) {
                self.owner[cell] = SEA;
            }
        }
    }

    /// Of each context only the largest piece; of equal ones the first.
    fn keep_largest(&mut self, count: usize) {
        let mut best: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut seen = vec![false; self.owner.len()];
        let mut lost = Vec::new();
        for cell in self.raster.inner() {
            let owner = self.owner[cell];
            if owner == SEA || seen[cell] {
                continue;
            }
            let mut piece = self.piece(cell, &mut seen);
            let kept = &mut best[usize::from(owner)];
            if piece.len() > kept.len() {
                std::mem::swap(kept, &mut piece);
            }
            lost.append(&mut piece);
        }
        for cell in lost {
            self.owner[cell] = SEA;
        }
    }

    fn pieces(&self, of: u16) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.owner.len()];
        let mut pieces = Vec::new();
        for cell in 0..self.owner.len() {
            if self.owner[cell] == of && !seen[cell] {
                pieces.push(self.piece(cell, &mut seen));
            }
        }
        pieces
    }

    fn piece(&self, from: usize, seen: &mut [bool]) -> Vec<usize> {
        let owner = self.owner[from];
        let mut cells = vec![from];
        seen[from] = true;
        let mut next = 0;
        while let Some(cell) = cells.get(next).copied() {
            next += 1;
            if !self.raster.is_inner(cell) {
                continue;
            }
            for other in self.raster.neighbours(cell) {
                if self.owner[other] == owner && !seen[other] {
                    seen[other] = true;
                    cells.push(other);
                }
            }
        }
        cells
    }
}

fn may_touch(bonds: &Bonds, owner: u16, other: u16) -> bool {
    other == owner || other == SEA || bonds.may_touch(usize::from(owner), usize::from(other))
}

/// The area of each context, roughly: before coasts are drawn.
pub(crate) fn coarse_areas(discs: &Discs, bonds: &Bonds) -> Vec<f64> {
    const STEP: f64 = 12.0;
    let mut areas = vec![0.0; discs.count()];
    let bounds = bounds(discs);
    let mut powers: Vec<(f64, usize)> = Vec::new();
    let mut y = bounds.y;
    while y < bounds.bottom() {
        let near: Vec<usize> = (0..discs.count())
            .filter(|disc| (y - discs.centre[*disc].y).abs() < discs.radius[*disc])
            .collect();
        let mut x = bounds.x;
        while x < bounds.right() {
            powers.clear();
            powers.extend(near.iter().map(|disc| (discs.power(*disc, Point::new(x, y)), *disc)));
            if let Some(disc) = holder(&powers, discs, bonds) {
                areas[disc] += STEP * STEP;
            }
            x += STEP;
        }
        y += STEP;
    }
    areas
}

/// What the discs claim, before tidying.
fn claims(raster: &Raster, discs: &Discs, bonds: &Bonds) -> Vec<u16> {
    let mut owner = vec![SEA; raster.count()];
    let mut powers: Vec<(f64, usize)> = Vec::new();
    let mut here: Vec<usize> = Vec::new();
    let mut warp = Warp::default();
    for row in 1..raster.rows.saturating_sub(1) {
        let height = raster.height(row);
        let is_near = |disc: &usize| {
            let away = height - discs.centre[*disc].y;
            away.abs() < discs.radius[*disc] + WARP
        };
        let near: Vec<usize> = (0..discs.count()).filter(is_near).collect();
        let columns: Vec<usize> = (1..raster.columns - 1).collect();
        for columns in columns.chunks(BLOCK) {
            let cell = |column: usize| row * raster.columns + column;
            let left = raster.centre(cell(columns[0])).x - AROUND;
            let right = raster.centre(cell(columns[columns.len() - 1])).x + AROUND;
            here.clear();
            here.extend(near.iter().copied().filter(|disc| {
                let (x, reach) = (discs.centre[*disc].x, discs.radius[*disc]);
                left - reach < x && x < right + reach
            }));
            if here.is_empty() {
                continue;
            }
            for cell in columns.iter().map(|column| cell(*column)) {
                let point = warp.warped(raster.centre(cell));
                powers.clear();
                powers.extend(here.iter().map(|disc| (discs.power(*disc, point), *disc)));
                if let Some(disc) = holder(&powers, discs, bonds) {
                    owner[cell] = disc as u16;
                }
            }
        }
    }
    owner
}

/// Who holds a point, unless it is water.
fn holder(powers: &[(f64, usize)], discs: &Discs, bonds: &Bonds) -> Option<usize> {
    let (power, disc) = powers.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0))?;
    if power > 0.0 {
        return None;
    }
    let strait = |(other_power, other): (f64, usize)| {
        if other == disc || bonds.may_touch(disc, other) {
            return false;
        }
        let apart = discs.centre[disc].distance(discs.centre[other]).max(1.0);
        // Outside the other's disc there is nobody to keep away from, but at its rim.
        let reach = 2.0 * HALF_STRAIT * discs.radius[other];
        other_power < reach && other_power - power < 2.0 * apart * HALF_STRAIT
    };
    if powers.iter().copied().any(strait) { None } else { Some(disc) }
}

/// The box around all discs.
pub(crate) fn bounds(discs: &Discs) -> Rect {
    if discs.count() == 0 {
        return Rect::around(Point::default(), 360.0, 200.0);
    }
    let boxes = discs.centre.iter().zip(&discs.radius);
    Rect::holding(
        boxes.flat_map(|(centre, radius)| Rect::around(*centre, 2.0 * radius, 2.0 * radius).corners()),
    )
}

/// How deep each cell lies inside its own country, or in the sea.
fn depths(raster: &Raster, owner: &[u16]) -> Vec<u8> {
    let mut depth = vec![DEEP; owner.len()];
    let mut ring: Vec<usize> = Vec::new();
    for cell in raster.inner() {
        if raster.neighbours(cell).iter().any(|other| owner[*other] != owner[cell]) {
            depth[cell] = 1;
            ring.push(cell);
        }
    }
    for step in 2..DEEP {
        let mut next = Vec::new();
        for cell in ring {
            for other in raster.neighbours(cell) {
                if depth[other] > step && raster.is_inner(other) {
                    depth[other] = step;
                    next.push(other);
                }
            }
        }
        ring = next;
    }
    depth
}
