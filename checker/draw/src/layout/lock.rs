//! The layout lock: where each context lay, and which colour and numbers were given.

use std::collections::BTreeMap;

use super::point::Point;

/// What a layout keeps from the one before. Contexts and lines are known by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    pub seats: BTreeMap<String, Seat>,
    /// The numbers of topics and calls, by what `tags::key` calls them.
    pub numbers: BTreeMap<String, u32>,
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
