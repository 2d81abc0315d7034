//! The layout lock: where each context lay, and which colour and numbers were given.

use std::collections::BTreeMap;

use super::point::Point;

/// What a layout keeps from the one before. Contexts and lines are known by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    pub seats: BTreeMap<String, Seat>,
    /// The numbers of what crosses borders, by what `index::keys` calls it.
    pub numbers: BTreeMap<String, u32>,
    /// The kind of sheet, once one was chosen: it does not change by itself.
    pub kind: Option<SheetKind>,
    /// How many ways found no room, so that nobody makes room for them again and again.
    pub left_out: usize,
}

/// How a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Contexts as countries.
    Land,
    /// A row and a column for each context.
    Matrix,
}

impl SheetKind {
    pub const ALL: [SheetKind; 2] = [SheetKind::Land, SheetKind::Matrix];

    /// As the command line and the lock have it.
    pub fn name(self) -> &'static str {
        match self {
            SheetKind::Land => "land",
            SheetKind::Matrix => "matrix",
        }
    }

    /// What it is, as help says it.
    pub fn about(self) -> &'static str {
        match self {
            SheetKind::Land => "Contexts as countries",
            SheetKind::Matrix => "A row and a column for each context, for dense systems",
        }
    }

    pub fn named(name: &str) -> Option<SheetKind> {
        SheetKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A context's place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seat {
    /// In tenths of a pixel, as all that the lock holds: the layout itself rounds to what can be stored.
    pub at: Point,
    /// How strongly it pushes against its neighbours: the radius of its disc.
    pub reach: f64,
    pub colour: usize,
}

pub(crate) fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
