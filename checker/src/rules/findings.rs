//! What a rule found, at the level that the map sets for it.

use super::Rule;
use crate::finding::{Edge, Finding, Level, Place};
use stateline_schema::Map;

/// A violation, before the rule's name and level are on it.
pub struct Found {
    message: String,
    places: Vec<Place>,
    help: Option<String>,
    edge: Option<Edge>,
}

impl Found {
    /// One sentence without a full stop, and the place of what is wrong.
    pub fn new(message: impl Into<String>, place: Place) -> Self {
        Found { message: message.into(), places: vec![place], help: None, edge: None }
    }

    /// A further place: first the line of the map that decides.
    pub fn place(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Further places.
    pub fn places(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.places.extend(places);
        self
    }

    /// What would be allowed; what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// More of it.
    pub fn more_help(mut self, more: &str) -> Self {
        if let Some(help) = &mut self.help {
            help.push_str(more);
        }
        self
    }

    /// The same, where there is something to say.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// The crossing that it is about, so that an exception can name it.
    pub fn edge(mut self, edge: Edge) -> Self {
        self.edge = Some(edge);
        self
    }
}

/// Where a rule puts what it finds.
pub struct Findings<'f> {
    rule: &'static Rule,
    /// None where the map turns the rule off.
    level: Option<Level>,
    found: &'f mut Vec<Finding>,
}

impl<'f> Findings<'f> {
    pub(super) fn of(rule: &'static Rule, map: &Map, found: &'f mut Vec<Finding>) -> Self {
        Findings { rule, level: level(rule, map), found }
    }

    /// Notes a violation.
    pub fn add(&mut self, found: Found) {
        let Some(level) = self.level else { return };
        let Found { message, places, help, edge } = found;
        self.found.push(Finding { rule: self.rule.name, level, message, places, help, edge });
    }

    /// Notes what will be a violation, and is none yet.
    pub fn warn(&mut self, found: Found) {
        let level = self.level;
        self.level = level.map(|_| Level::Warning);
        self.add(found);
        self.level = level;
    }

    /// What the rules before this one found, for rules about exceptions.
    pub fn so_far(&self) -> &[Finding] {
        self.found
    }
}

/// The level of a rule in a map; none where it is turned off.
pub fn level(rule: &Rule, map: &Map) -> Option<Level> {
    match map.level(rule.name).map(|level| level.value) {
        Some(stateline_schema::Level::Error) => Some(Level::Error),
        Some(stateline_schema::Level::Warning) => Some(Level::Warning),
        Some(stateline_schema::Level::Off) => None,
        None => Some(rule.level),
    }
}
