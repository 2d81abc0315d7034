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

impl Lock {
    /// The places of countries alone: each where its provinces lay, as large as all of them together, and
    /// in their colour.
    pub fn of_countries(&self, country: impl Fn(&str) -> String) -> Lock {
        let mut provinces: BTreeMap<String, Vec<Seat>> = BTreeMap::new();
        for (name, seat) in &self.seats {
            provinces.entry(country(name)).or_default().push(*seat);
        }
        let joined = |seats: Vec<Seat>| {
            let area: f64 = seats.iter().map(|seat| seat.reach * seat.reach).sum();
            let share = |seat: &Seat| seat.at * (seat.reach * seat.reach / area.max(1.0));
            let at = seats.iter().fold(Point::default(), |sum, seat| sum + share(seat));
            let lines = seats.iter().map(|seat| seat.lines).sum();
            Seat { at, reach: area.sqrt(), colour: seats[0].colour, lines }
        };
        let seats = provinces.into_iter().map(|(name, seats)| (name, joined(seats))).collect();
        Lock { seats, numbers: self.numbers.clone(), kind: None, left_out: 0 }
    }

    /// The lines by which a context that has so many now has its land: those of the lock, until they have
    /// doubled or halved. So not every commit makes another picture.
    pub(crate) fn lines(&self, name: &str, now: usize) -> usize {
        let known = self.seats.get(name).map_or(0, |seat| seat.lines);
        let is_alike = now < 2 * known && known < 2 * now;
        if now == 0 || is_alike { known } else { now }
    }
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
    /// The lines of code by which it has its land; 0 where none were known.
    pub lines: usize,
}

pub(crate) fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
