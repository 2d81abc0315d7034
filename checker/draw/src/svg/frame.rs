//! What stands around the map: title, legend and index.

use super::Picture;
use super::ink::{Ink, Pen, number};
use crate::layout::{
    Content, Entry, LineKind, Point, Rect, Style, clean, name_lines, shortened, width, wrapped,
};

const HEADING: Style = Style { size: 22.0, bold: true, italic: false, spacing: 0.0 };
const NOTE: Style = Style { size: 12.5, bold: false, italic: false, spacing: 0.0 };
const ENTRY: Style = Style { size: 11.0, bold: false, italic: false, spacing: 0.0 };
const NUMBER: Style = Style { size: 11.0, bold: true, italic: false, spacing: 0.0 };
const ROW: f64 = 16.0;
const LEGEND_ROW: f64 = 24.0;
const COLUMN: f64 = 340.0;

impl Picture<'_> {
    /// The title at the left, the figures at the right, below it where both have no room.
    pub(super) fn heading(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) {
        let figures = self.figures();
        let title = shortened(&clean(self.title), HEADING, wide);
        ink.write(Point { x: left, y: top + 24.0 }, Pen::start(HEADING, self.theme.text), &title);
        let needed = width(&figures, NOTE);
        if width(&title, HEADING) + needed + 30.0 < wide {
            let at = Point { x: left + wide - needed, y: top + 24.0 };
            ink.write(at, Pen::start(NOTE, self.theme.faint), &figures);
        }
    }

    pub(super) fn figures(&self) -> String {
        let count = |kind: LineKind| {
            self.sheet.index.iter().filter(|entry| entry.allowed && entry.kind == kind).count()
        };
        let forbidden = self.sheet.index.iter().filter(|entry| !entry.allowed).count();
        let external = self.sheet.regions.iter().filter(|region| region.external).count();
        let states = self.sheet.names.len();
        let many =
            |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let mut figures = vec![many(states, "context", "contexts")];
        if external > 0 {
            figures[0].push_str(&format!(", {external} external"));
        }
        figures.push(many(count(LineKind::Mail), "topic", "topics"));
        figures.push(many(count(LineKind::Call), "call", "calls"));
        if forbidden > 0 {
            figures.push(format!("{forbidden} not allowed"));
        }
        figures.join(" · ")
    }

    /// The signs that the map uses, in rows; returns its height.
    pub(super) fn legend(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) -> f64 {
        let (mut x, mut y) = (left, top + 14.0);
        for (sign, text) in self.signs() {
            let needed = 36.0 + width(&text, NOTE) + 22.0;
            if x > left && x + needed > left + wide {
                x = left;
                y += LEGEND_ROW;
            }
            ink.raw(&format!("<g transform=\"translate({} {})\">{sign}</g>", number(x), number(y)));
            let at = Point { x: x + 36.0, y: y + 4.3 };
            ink.write(at, Pen::start(NOTE, self.theme.faint), &text);
            x += needed;
        }
        y - top + 16.0
    }

    fn signs(&self) -> Vec<(String, String)> {
        let theme = self.theme;
        let line = |look: String| format!("<path d=\"M0 0H28\" fill=\"none\" {look}/>");
        let tip = |colour: &str| format!("<path d=\"M30 0L23 -3L23 3Z\" fill=\"{colour}\"/>");
        let has =
            |test: &dyn Fn(&Content) -> bool| self.sheet.labels.iter().any(|label| test(&label.content));
        let goes = |kind: LineKind| self.sheet.index.iter().any(|entry| entry.allowed && entry.kind == kind);
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
        if goes(LineKind::Mail) {
            let sign =
                line(format!("stroke=\"{}\" stroke-width=\"1.4\" stroke-dasharray=\"5 3\"", theme.mail));
            signs.push((sign + &tip(theme.mail), "topic".to_owned()));
        }
        if goes(LineKind::Call) {
            let sign = line(format!("stroke=\"{}\" stroke-width=\"1.7\"", theme.call));
            signs.push((sign + &tip(theme.call), "declared call".to_owned()));
        }
        if self.sheet.index.iter().any(|entry| !entry.allowed) {
            let sign =
                line(format!("stroke=\"{}\" stroke-width=\"2.4\" stroke-dasharray=\"2 4\"", theme.forbidden));
            signs.push((sign + &tip(theme.forbidden), "not allowed by the map".to_owned()));
        }
        if let Some(journey) = self.travelled() {
            let sign = line(format!(
                "stroke=\"{}\" stroke-width=\"9\" stroke-opacity=\"0.38\" stroke-linecap=\"round\"",
                theme.journey
            ));
            signs.push((sign, format!("journey: {}", clean(&journey.name))));
        }
        if self.sheet.neighbours.0 > 0 {
            let sign = line(format!(
                "stroke=\"{}\" stroke-width=\"1.3\" stroke-dasharray=\"8 3 1.5 3\"",
                theme.border
            ));
            signs.push((sign, "shared border: they exchange mail or calls".to_owned()));
        }
        signs
    }

    /// What the numbers on the map stand for, in columns; returns its height.
    pub(super) fn index(&self, ink: &mut Ink, left: f64, top: f64, wide: f64) -> f64 {
        let hidden = !self.sheet.undrawn.is_empty();
        if (self.sheet.named && !hidden) || self.sheet.index.is_empty() {
            return 0.0;
        }
        let told = self.sheet.index.iter().filter(|entry| self.needs_telling(entry));
        let line = |entry: &Entry| {
            let colour = match (entry.allowed, entry.kind) {
                (false, _) => self.theme.forbidden,
                (true, LineKind::Mail) => self.theme.mail,
                (true, LineKind::Call) => self.theme.call,
            };
            (colour, entry.number.clone(), self.entry_text(entry))
        };
        let lines = Lines { lines: told.map(line).collect(), text: self.theme.text };
        let mut tall = lines.write(ink, Rect { x: left, y: top, width: wide, height: 0.0 });
        if hidden {
            let pairs = self.sheet.undrawn.len();
            let text = format!(
                "{pairs} more pairs exchange mail or calls: the index has them, the map has no room."
            );
            ink.write(Point { x: left, y: top + tall + 10.0 }, Pen::start(NOTE, self.theme.faint), &text);
            tall += 22.0;
        }
        tall
    }

    /// Whether some tag leaves something of an entry out, or has no place on the map.
    fn needs_telling(&self, entry: &Entry) -> bool {
        let tells = |to: usize| {
            let ends = (entry.from.min(to), entry.from.max(to));
            self.sheet
                .tags
                .iter()
                .filter(|tag| tag.named && self.sheet.routes[tag.route].ends == ends)
                .any(|tag| tag.items.iter().any(|item| item.number == entry.number && name_lines(item).1))
        };
        !entry.to.iter().all(|to| tells(*to))
    }

    fn entry_text(&self, entry: &Entry) -> String {
        let name = |state: &usize| clean(&self.sheet.names[*state]);
        let to: Vec<String> = entry.to.iter().map(name).collect();
        format!("{}  {} → {}", clean(&entry.name), name(&entry.from), to.join(", "))
    }
}

/// Lines with a number or sign before each, in columns.
pub(super) struct Lines {
    /// The colour of what stands before a line, that, and the line.
    pub(super) lines: Vec<(&'static str, String, String)>,
    /// The colour of lines.
    pub(super) text: &'static str,
}

impl Lines {
    /// Writes them from a place downwards, in its width; returns the height.
    pub(super) fn write(&self, ink: &mut Ink, place: Rect) -> f64 {
        let columns = ((place.width / COLUMN).floor() as usize).clamp(1, 6);
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
