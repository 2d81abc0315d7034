//! What was gained and lost since another map: on land, on ways and borders, and in words below the map.

use super::frame::Lines;
use super::ink::{Ink, number};
use super::{Picture, look};
use crate::Diff;
use crate::layout::{Fate, LineKind, Point, Rect, clean};
use crate::theme::Theme;

/// The radius of the sign on a border.
const SIGN: f64 = 6.5;

impl Picture<'_> {
    /// The colour of a line: that of its kind, unless the picture is about what was gained and lost.
    pub(super) fn colour(&self, kind: LineKind, fate: Fate) -> &'static str {
        match self.diff {
            None => look::colour(self.theme, kind),
            Some(_) => self.mark(fate).unwrap_or(self.theme.faint),
        }
    }

    pub(super) fn mark(&self, fate: Fate) -> Option<&'static str> {
        mark(self.theme, fate)
    }

    /// Of a border between two contexts.
    pub(super) fn border_fate(&self, arc: usize) -> Option<Fate> {
        let (left, right) = (self.sheet.arcs[arc].left?, self.sheet.arcs[arc].right?);
        Some(self.sheet.fate(left, right)).filter(|fate| *fate != Fate::Kept)
    }

    /// A band along the shore of a country that was gained or lost; lost land is crossed out besides.
    pub(super) fn shore(&self, ink: &mut Ink, state: usize) {
        let fate = self.sheet.regions[state].fate;
        let Some(colour) = self.mark(fate) else { return };
        let id = self.outline_id(state);
        if fate == Fate::Lost {
            ink.raw(&format!("<use href=\"#{id}\" fill=\"url(#{}-lost)\"/>", self.theme.name));
        }
        ink.raw(&format!(
            "<use class=\"changed\" href=\"#{id}\" clip-path=\"url(#{id}-clip)\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"9\" stroke-opacity=\"0.7\"/>"
        ));
    }

    /// What lost land is crossed out with.
    pub(super) fn lost_hatch(&self) -> String {
        if !self.sheet.regions.iter().any(|region| region.fate == Fate::Lost) {
            return String::new();
        }
        format!(
            "<pattern id=\"{}-lost\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\"><path d=\"M4 4l8 8m0 -8l-8 8\" fill=\"none\" stroke=\"{}\" stroke-width=\"1\" stroke-opacity=\"0.35\"/></pattern>",
            self.theme.name, self.theme.lost
        )
    }

    /// A sign on each border that was gained or lost, where no tag and no label lies. A tag that covers all of a
    /// border has signs of its own.
    pub(super) fn border_signs(&self, ink: &mut Ink) {
        for place in 0..self.sheet.arcs.len() {
            let Some(fate) = self.border_fate(place) else { continue };
            let line = self.sheet.flat(place);
            let taken = |at: &Point| {
                let own = Rect::around(*at, 2.0 * SIGN, 2.0 * SIGN).grown(1.0);
                self.sheet.tags.iter().any(|tag| tag.bounds.overlaps(&own))
                    || self.sheet.labels.iter().any(|label| label.bounds.overlaps(&own))
            };
            // The nearest to the middle that is free.
            let middle = line[line.len() / 2];
            let free = line.iter().filter(|at| !taken(at));
            if let Some(at) = free.min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle))) {
                ink.raw(&badge(self.theme, fate, *at));
            }
        }
    }

    /// Every change in words; returns the height.
    pub(super) fn changes(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) -> f64 {
        let Some(diff) = self.diff else { return 0.0 };
        written(ink, self.theme, diff, Rect { x: left, y: top, width: wide, height: 0.0 })
    }
}

/// The colour of what was gained or lost.
pub(super) fn mark(theme: &Theme, fate: Fate) -> Option<&'static str> {
    match fate {
        Fate::Kept => None,
        Fate::Gained => Some(theme.gained),
        Fate::Lost => Some(theme.lost),
    }
}

/// A plus or a minus in a circle.
fn badge(theme: &Theme, fate: Fate, at: Point) -> String {
    let Some(colour) = mark(theme, fate) else { return String::new() };
    let (x, y) = (number(at.x), number(at.y));
    format!(
        "<g class=\"changed\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{SIGN}\" fill=\"{}\" stroke=\"{colour}\" stroke-width=\"1.4\"/><path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/></g>",
        theme.plate,
        sign(fate, at, 3.5)
    )
}

/// The lines of a plus or a minus.
pub(super) fn sign(fate: Fate, at: Point, reach: f64) -> String {
    let n = number;
    let mut path = format!("M{} {}h{}", n(at.x - reach), n(at.y), n(2.0 * reach));
    if fate == Fate::Gained {
        path.push_str(&format!("M{} {}v{}", n(at.x), n(at.y - reach), n(2.0 * reach)));
    }
    path
}

/// What the legend says of the marks that are there.
pub(super) fn signs(theme: &Theme, diff: &Diff) -> Vec<(String, String)> {
    let fates = diff.lines().into_iter().map(|(fate, _)| fate).collect::<std::collections::BTreeSet<_>>();
    let sign = |fate: Fate| {
        let colour = mark(theme, fate)?;
        let band =
            format!("<path d=\"M0 0H30\" stroke=\"{colour}\" stroke-width=\"7\" stroke-opacity=\"0.4\"/>");
        let says = if fate == Fate::Gained { "gained" } else { "lost" };
        let words = format!("{says} since {}", clean(&diff.since));
        Some((band + &badge(theme, fate, Point { x: 15.0, y: 0.0 }), words))
    };
    fates.into_iter().filter_map(sign).collect()
}

/// `3 gained · 1 lost · 2 changed`
pub(super) fn figures(diff: &Diff) -> Vec<String> {
    let lines = diff.lines();
    let of = |fate: Fate| lines.iter().filter(|(other, _)| *other == fate).count();
    let all = [(of(Fate::Gained), "gained"), (of(Fate::Lost), "lost"), (of(Fate::Kept), "changed")];
    all.into_iter().filter(|(count, _)| *count > 0).map(|(count, says)| format!("{count} {says}")).collect()
}

/// Every change in words, each with its sign; returns the height.
pub(super) fn written(ink: &mut Ink, theme: &'static Theme, diff: &Diff, place: Rect) -> f64 {
    let line = |(fate, words): (Fate, String)| {
        let sign = if fate == Fate::Kept { "~" } else { fate.sign() };
        (mark(theme, fate).unwrap_or(theme.text), sign.to_owned(), clean(&words))
    };
    let mut lines: Vec<(&'static str, String, String)> = diff.lines().into_iter().map(line).collect();
    if lines.is_empty() {
        lines.push((theme.text, "=".to_owned(), format!("nothing has changed since {}", clean(&diff.since))));
    }
    Lines { lines, text: theme.text, wide: false }.write(ink, place)
}
