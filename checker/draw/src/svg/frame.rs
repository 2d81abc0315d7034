//! What stands around the map: title, legend and index.

use super::ink::{Ink, Pen, number};
use super::land::{BORDER, PROVINCE, USES_BORDER};
use super::writing::hub_sign;
use super::{Picture, changes, look};
use crate::layout::{
    Content, Entry, Fate, LineKind, Plan, Point, Rect, State, Style, Tag, clean, rings_without, shortened,
    width, wrapped,
};
use crate::theme::Theme;
use std::collections::BTreeSet;

const HEADING: Style = Style { size: 22.0, bold: true, italic: false, spacing: 0.0 };
const NOTE: Style = Style { size: 12.5, bold: false, italic: false, spacing: 0.0 };
const ENTRY: Style = Style { size: 11.0, bold: false, italic: false, spacing: 0.0 };
const NUMBER: Style = Style { size: 11.0, bold: true, italic: false, spacing: 0.0 };
const ROW: f64 = 16.0;
const LEGEND_ROW: f64 = 24.0;
const COLUMN: f64 = 340.0;

impl Picture<'_> {
    /// What there is, and what of it is not drawn.
    pub(super) fn figures(&self) -> String {
        let mut figures = figures(self.plan);
        let rings = self.rings.len();
        if rings > 0 {
            figures.push(many(rings, "call ring", "call rings"));
        }
        let undrawn = self.sheet.undrawn.len();
        if undrawn > 0 {
            figures.push(many(undrawn, "way not drawn", "ways not drawn"));
        }
        figures.extend(self.diff.map(changes::figures).unwrap_or_default());
        figures.join(" · ")
    }

    /// The signs that the map uses, each with what it says.
    pub(super) fn signs(&self) -> Vec<(String, String)> {
        let theme = self.theme;
        let line = |look: String| format!("<path d=\"M0 0H28\" fill=\"none\" {look}/>");
        let tip = |colour: &str| format!("<path d=\"M30 0L23 -3L23 3Z\" fill=\"{colour}\"/>");
        let has =
            |test: &dyn Fn(&Content) -> bool| self.sheet.labels.iter().any(|label| test(&label.content));
        let goes = |kind: LineKind| self.sheet.index.iter().any(|entry| entry.kind == kind);
        let mut star = Ink::new();
        self.capital(&mut star, Point { x: 14.0, y: 0.0 });
        let mut signs = vec![(star.text.replace('\n', ""), "context".to_owned())];
        use crate::layout::CityKind;
        if has(&|content| matches!(content, Content::City { kind: CityKind::Crate, .. })) {
            let sign = format!(
                "<circle cx=\"16\" cy=\"0\" r=\"3.6\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.7\"/>",
                theme.plate, theme.text
            );
            signs.push((sign, "crate".to_owned()));
        }
        if has(&|content| matches!(content, Content::City { kind: CityKind::Module, .. })) {
            let sign = format!("<rect x=\"13\" y=\"-3\" width=\"6\" height=\"6\" fill=\"{}\"/>", theme.faint);
            signs.push((sign, "module".to_owned()));
        }
        if has(&|content| matches!(content, Content::Railway { .. })) {
            let sign = line(format!("stroke=\"{}\" stroke-width=\"4\"", theme.text))
                + &line(format!("stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"3 3\"", theme.plate));
            signs.push((sign, "process, step by step".to_owned()));
        }
        if has(&|content| matches!(content, Content::Loose { .. })) {
            let sign = format!(
                "<path d=\"M2 -3.5h11v7h-11zl5.5 4l5.5 -4M15 0h7m-3 -2.5l3 2.5l-3 2.5M25.5 -3.5v7\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.1\"/>",
                theme.text
            );
            signs.push((sign, "topic without another end".to_owned()));
        }
        for kind in LineKind::ALL {
            if has(&|content| matches!(content, Content::Hub { kind: own, .. } if *own == kind)) {
                let sign = hub_sign(kind, self.colour(kind, Fate::Kept), Point { x: 4.0, y: 0.0 });
                let says = if kind == LineKind::Call { "calls" } else { "may name items of" };
                signs.push((sign, format!("{says} what half of all do: a sign in place of a way")));
            }
        }
        for kind in LineKind::ALL.into_iter().filter(|kind| goes(*kind)) {
            let colour = self.colour(kind, Fate::Kept);
            let sign = line(format!("stroke=\"{colour}\" {}", look::stroke(kind, 10))) + &tip(colour);
            signs.push((sign, look::words(kind).to_owned()));
        }
        signs.extend(self.diff.map(|diff| changes::signs(theme, diff)).unwrap_or_default());
        if !self.rings.is_empty() {
            let sign =
                line(format!("stroke=\"{}\" stroke-width=\"9\" stroke-opacity=\"0.5\"", theme.forbidden))
                    + &line(format!("stroke=\"{}\" stroke-width=\"3\"", theme.plate));
            signs.push((sign, "call ring".to_owned()));
        }
        if let Some(journey) = self.travelled() {
            let sign = line(format!(
                "stroke=\"{}\" stroke-width=\"9\" stroke-opacity=\"0.38\" stroke-linecap=\"round\"",
                theme.journey
            ));
            signs.push((sign, format!("journey: {}", clean(&journey.name))));
        }
        if self.sheet.neighbours.0 > 0 {
            let sign = line(format!("stroke=\"{}\" {BORDER}", theme.border));
            signs.push((sign, "shared border: they exchange topics or calls".to_owned()));
        }
        let is_province = |(state, region): (usize, &crate::layout::Region)| region.country != state;
        if self.sheet.regions.iter().enumerate().any(is_province) {
            let sign = line(format!("stroke=\"{}\" {PROVINCE}", theme.border));
            signs.push((sign, "provinces: one context lies within the other, or both within one".to_owned()));
        }
        if self.sheet.named_neighbours.0 > 0 {
            let sign = line(format!("stroke=\"{}\" {USES_BORDER}", theme.uses));
            signs.push((sign, "shared border: one may name items of the other".to_owned()));
        }
        signs
    }

    /// What neither a way nor a tag can say, a line for each with the sign before it.
    pub(super) fn told(&self) -> Vec<(&'static str, String)> {
        let name = |state: &usize| clean(&self.sheet.called[*state]);
        let ring = |ring: &Vec<usize>| {
            let names: Vec<String> = ring.iter().map(name).collect();
            ("↻", format!("call ring: {} call each other in a circle", names.join(", ")))
        };
        let mut told: Vec<_> = self.rings.iter().map(ring).collect();
        if self.diff.is_some() {
            let before = rings_without(&self.plan.canonical(), Fate::Gained);
            let gone = before.iter().filter(|ring| !self.rings.contains(ring)).map(ring);
            told.extend(gone.map(|(_, words)| ("−", words)));
        }
        if let Some(journey) = self.travelled() {
            let stop = |(place, (context, step)): (usize, &(String, String))| {
                let step = if step.is_empty() { String::new() } else { format!(" ({})", clean(step)) };
                format!("{} {}{step}", place + 1, clean(self.sheet.called(context)))
            };
            let stops: Vec<String> = journey.stops.iter().enumerate().map(stop).collect();
            told.push(("●", format!("stops of {}: {}", clean(&journey.name), stops.join(", "))));
        }
        if !self.plan.idle.is_empty() {
            let names: Vec<String> = self.plan.idle.iter().map(|name| clean(name)).collect();
            told.push(("–", format!("nobody publishes or subscribes to: {}", names.join(", "))));
        }
        if !self.sheet.undrawn.is_empty() {
            let pairs: Vec<String> =
                self.sheet.undrawn.iter().map(|(a, b)| format!("{} – {}", name(a), name(b))).collect();
            let pairs = crate::scene::shortened(&pairs).join(", ");
            told.push(("!", format!("not drawn, as there is no room: {pairs}; a matrix shows all of them")));
        }
        told
    }

    /// The same, below the legend; returns its height.
    pub(super) fn notes(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) -> f64 {
        let told = self.told().into_iter();
        let lines = told.map(|(sign, text)| (self.theme.forbidden, sign.to_owned(), text)).collect();
        Lines { lines, text: self.theme.text, wide: true }
            .write(ink, Rect { x: left, y: top, width: wide, height: 0.0 })
    }

    /// What the numbers on the map stand for, in columns; returns its height.
    pub(super) fn index(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) -> f64 {
        let told = self.sheet.index.iter().filter(|entry| self.needs_telling(entry));
        let line = |entry: &Entry| {
            (self.colour(entry.kind, entry.fate), entry.number.clone(), self.entry_text(entry))
        };
        let lines = Lines { lines: told.map(line).collect(), text: self.theme.text, wide: false };
        lines.write(ink, Rect { x: left, y: top, width: wide, height: 0.0 })
    }

    /// Whether some tag leaves something of an entry out, or has no place on the map.
    fn needs_telling(&self, entry: &Entry) -> bool {
        let tells = |to: usize| {
            let ends = (entry.from.min(to), entry.from.max(to));
            let tags = self.sheet.tags.iter().filter(|tag| self.sheet.routes[tag.route].ends == ends);
            tags.into_iter().any(Tag::is_whole)
        };
        !entry.to.iter().all(|to| tells(*to))
    }

    fn entry_text(&self, entry: &Entry) -> String {
        let name = |state: &usize| clean(&self.sheet.called[*state]);
        let to: Vec<String> = entry.to.iter().map(name).collect();
        let names: Vec<String> = entry.names.iter().map(|name| clean(name)).collect();
        format!("{}: {} → {}", names.join(", "), name(&entry.from), to.join(", "))
    }
}

/// The title at the left, the figures at the right, below it where both have no room.
pub(super) fn heading(ink: &mut Ink, theme: &Theme, title: &str, figures: &str, place: Rect) {
    let title = shortened(&clean(title), HEADING, place.width);
    let left = Point { x: place.x, y: place.y + 24.0 };
    ink.write(left, Pen::start(HEADING, theme.text), &title);
    let needed = width(figures, NOTE);
    let free = place.width - width(&title, HEADING) - 30.0;
    // Rather in smaller letters than not at all.
    let style =
        if needed < free { NOTE } else { Style { size: NOTE.size * (free / needed).max(0.6), ..NOTE } };
    let needed = width(figures, style);
    if needed <= free {
        let at = Point { x: place.x + place.width - needed, y: place.y + 24.0 };
        ink.write(at, Pen::start(style, theme.faint), figures);
    } else {
        let figures = shortened(figures, style, place.width);
        ink.write(Point { y: place.y + 36.0, ..left }, Pen::start(style, theme.faint), &figures);
    }
}

/// Signs with what they say, in rows; returns its height.
pub(super) fn legend(ink: &mut Ink, theme: &Theme, signs: Vec<(String, String)>, place: Rect) -> f64 {
    let (mut x, mut y) = (place.x, place.y + 14.0);
    for (sign, text) in signs {
        let needed = 36.0 + width(&text, NOTE) + 22.0;
        if x > place.x && x + needed > place.x + place.width {
            x = place.x;
            y += LEGEND_ROW;
        }
        ink.raw(&format!("<g transform=\"translate({} {})\">{sign}</g>", number(x), number(y)));
        let at = Point { x: x + 36.0, y: y + 4.3 };
        ink.write(at, Pen::start(NOTE, theme.faint), &text);
        x += needed;
    }
    y - place.y + 16.0
}

/// What a plan has, counted: contexts, topics, operations, and not entries of an index.
pub(super) fn figures(plan: &Plan) -> Vec<String> {
    // What was lost is drawn, and is no longer there.
    let names =
        |kind: LineKind| plan.lines.iter().filter(move |line| line.kind == kind && line.fate != Fate::Lost);
    let is_there = |state: &&State| state.fate != Fate::Lost;
    let of_target = |kind: LineKind| {
        let each = names(kind).flat_map(|line| line.names.iter().map(move |name| (&line.to, name)));
        each.collect::<BTreeSet<_>>().len()
    };
    let loose = plan.states.iter().filter(is_there).flat_map(|state| &state.loose);
    let loose = loose.filter(|loose| loose.fate != Fate::Lost).map(|loose| &loose.topic);
    let topics: BTreeSet<&String> =
        names(LineKind::Mail).flat_map(|line| &line.names).chain(loose).chain(&plan.idle).collect();
    let external = plan.states.iter().filter(is_there).filter(|state| state.external).count();
    let findings = plan.findings + plan.states.iter().map(|state| state.findings).sum::<usize>();
    let mut figures = vec![many(plan.states.iter().filter(is_there).count(), "context", "contexts")];
    if external > 0 {
        figures[0].push_str(&format!(", {external} external"));
    }
    figures.push(many(topics.len(), "topic", "topics"));
    figures.push(many(of_target(LineKind::Call), "operation", "operations"));
    let uses = names(LineKind::Use).count();
    if uses > 0 {
        figures.push(many(uses, "use", "uses"));
    }
    for (kind, says) in [(LineKind::Tolerated, "tolerated"), (LineKind::Broken, "not allowed")] {
        let items: usize = names(kind).map(|line| line.names.len()).sum();
        if items > 0 {
            figures.push(format!("{items} {says}"));
        }
    }
    if findings > 0 {
        figures.push(many(findings, "finding", "findings"));
    }
    figures
}

fn many(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Lines with a number or sign before each, in columns.
pub(super) struct Lines {
    /// The colour of what stands before a line, that, and the line.
    pub(super) lines: Vec<(&'static str, String, String)>,
    /// The colour of lines.
    pub(super) text: &'static str,
    /// Whether each line takes the whole width.
    pub(super) wide: bool,
}

impl Lines {
    /// Writes them from a place downwards, in its width; returns the height.
    pub(super) fn write(&self, ink: &mut Ink, place: Rect) -> f64 {
        let columns = if self.wide { 1 } else { ((place.width / COLUMN).floor() as usize).clamp(1, 6) };
        let wide = place.width / columns as f64;
        let blocks: Vec<Vec<String>> =
            self.lines.iter().map(|(_, _, line)| wrapped(line, ENTRY, wide - 54.0)).collect();
        let rows: usize = blocks.iter().map(Vec::len).sum();
        let most = rows.div_ceil(columns);
        let (mut column, mut row, mut deepest) = (0, 0, 0);
        for ((colour, sign, _), lines) in self.lines.iter().zip(&blocks) {
            if row > 0 && row + lines.len() > most && column + 1 < columns {
                column += 1;
                row = 0;
            }
            let x = place.x + wide * column as f64;
            let y = place.y + 22.0 + ROW * row as f64;
            let at = Point { x: x + 28.0 - width(sign, NUMBER), y };
            ink.write(at, Pen::start(NUMBER, colour), sign);
            for (line, text) in lines.iter().enumerate() {
                let at = Point { x: x + 36.0, y: y + ROW * line as f64 };
                ink.write(at, Pen::start(ENTRY, self.text), text);
            }
            row += lines.len();
            deepest = deepest.max(row);
        }
        if deepest == 0 { 0.0 } else { 22.0 + ROW * deepest as f64 + 6.0 }
    }
}
