//! Titles, capitals, cities, railways and tags.

use super::ink::{Ink, Pen, escaped, number};
use super::{Picture, full_name, name_attribute};
use crate::layout::{
    CityKind, Content, DOT, Fate, HUB_RIM, Item, Label, LineKind, Point, Rect, SIGN, Style, TRACK, Tag,
    city_style, number_rows, rows, title_note, width,
};

/// A five-pointed star around nothing, of radius 1.
const STAR: [(f64, f64); 10] = [
    (0.0, -1.0),
    (0.235, -0.324),
    (0.951, -0.309),
    (0.38, 0.124),
    (0.588, 0.809),
    (0.0, 0.4),
    (-0.588, 0.809),
    (-0.38, 0.124),
    (-0.951, -0.309),
    (-0.235, -0.324),
];

/// From the top of a line to its baseline, as a share of its height.
const BASELINE: f64 = 0.76;

impl Picture<'_> {
    pub(super) fn labels(&self, ink: &mut Ink) {
        for label in &self.sheet.labels {
            let bounds = &label.bounds;
            let (class, way) = match label.content {
                Content::Title { .. } => (" title", String::new()),
                Content::Hub { hub, .. } => (" hub", self.way(label.state, hub)),
                _ => ("", String::new()),
            };
            ink.raw(&format!(
                "<g class=\"label{class}\"{way} data-state=\"{}\" data-context=\"{}\" data-box=\"{} {} {} {}\">",
                label.state,
                name_attribute(&self.sheet.names[label.state]),
                number(bounds.x),
                number(bounds.y),
                number(bounds.width),
                number(bounds.height),
            ));
            if let Content::Title { lines, .. } = &label.content {
                // A title is in capitals, and may be cut.
                let full = full_name(&self.sheet.called[label.state], &self.sheet.names[label.state]);
                if lines.concat() != full {
                    ink.raw(&format!("<title>{}</title>", escaped(&full)));
                }
            }
            match &label.content {
                Content::Title { lines, external, within, findings } => {
                    let note = title_note(*external, within.as_deref(), *findings);
                    self.title(ink, label, lines, &note);
                }
                Content::City { name, kind } => self.city(ink, bounds, name, *kind),
                Content::Railway { name, steps } => self.railway(ink, bounds, name, steps),
                Content::Loose { name, published } => self.loose(ink, bounds, name, *published),
                Content::Hub { name, kind, .. } => self.hub(ink, bounds, name, *kind),
                Content::More(text) => {
                    let at = Point { x: bounds.x, y: bounds.y + bounds.height * BASELINE };
                    ink.write(at, Pen::start(Style::MODULE, self.theme.faint), text);
                }
            }
            ink.raw("</g>");
        }
    }

    fn title(&self, ink: &mut Ink, label: &Label, lines: &[String], note: &str) {
        let middle = label.bounds.centre().x;
        let line = Style::TITLE.line();
        for (place, text) in lines.iter().enumerate() {
            // The gap after the last letter is nobody's.
            let at = Point { x: middle + 1.0, y: label.bounds.y + line * (place as f64 + BASELINE) };
            ink.write(at, Pen::middle(Style::TITLE, self.theme.text), text);
        }
        let style = Style { italic: true, ..Style::STEP };
        let y = label.bounds.y + line * lines.len() as f64 + style.line() * 0.7;
        ink.write(Point { x: middle, y }, Pen::middle(style, self.theme.faint), note);
        self.capital(ink, label.capital());
    }

    pub(super) fn capital(&self, ink: &mut Ink, at: Point) {
        let (x, y) = (number(at.x), number(at.y));
        ink.raw(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"9\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"/>",
            self.theme.plate, self.theme.text
        ));
        let points: Vec<String> = STAR
            .iter()
            .map(|(right, down)| format!("{},{}", number(at.x + 6.0 * right), number(at.y + 6.0 * down)))
            .collect();
        ink.raw(&format!("<polygon points=\"{}\" fill=\"{}\"/>", points.join(" "), self.theme.text));
    }

    fn city(&self, ink: &mut Ink, bounds: &Rect, name: &str, kind: CityKind) {
        let middle = bounds.centre().y;
        let (mark, colour) = match kind {
            CityKind::Crate => (
                format!(
                    "<circle cx=\"{}\" cy=\"{}\" r=\"3.6\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.7\"/>",
                    number(bounds.x + 4.5),
                    number(middle),
                    self.theme.plate,
                    self.theme.text
                ),
                self.theme.text,
            ),
            CityKind::Module => (
                format!(
                    "<rect x=\"{}\" y=\"{}\" width=\"6\" height=\"6\" fill=\"{}\"/>",
                    number(bounds.x + 1.5),
                    number(middle - 3.0),
                    self.theme.faint
                ),
                self.theme.faint,
            ),
        };
        ink.raw(&mark);
        let at = Point { x: bounds.x + DOT, y: bounds.y + bounds.height * BASELINE };
        ink.write(at, Pen::start(city_style(kind), colour), name);
    }

    /// A process: a track with a station for each step.
    fn railway(&self, ink: &mut Ink, bounds: &Rect, name: &str, steps: &[String]) {
        let at = Point { x: bounds.x, y: bounds.y + Style::PROCESS.line() * BASELINE };
        ink.write(at, Pen::start(Style::PROCESS, self.theme.text), name);
        let line = Style::STEP.line();
        let top = bounds.y + Style::PROCESS.line() + 2.0;
        let station = |place: usize| top + line * (place as f64 + 0.5);
        let x = number(bounds.x + 6.0);
        if steps.len() > 1 {
            let ends = format!("M{x} {}V{}", number(station(0)), number(station(steps.len() - 1)));
            ink.raw(&format!("<path d=\"{ends}\" stroke=\"{}\" stroke-width=\"4\"/>", self.theme.text));
            ink.raw(&format!(
                "<path d=\"{ends}\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"3 3\"/>",
                self.theme.plate
            ));
        }
        for (place, step) in steps.iter().enumerate() {
            ink.raw(&format!(
                "<circle cx=\"{x}\" cy=\"{}\" r=\"3.6\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"/>",
                number(station(place)),
                self.theme.plate,
                self.theme.text
            ));
            let at = Point { x: bounds.x + TRACK, y: top + line * (place as f64 + BASELINE) };
            ink.write(at, Pen::start(Style::STEP, self.theme.text), step);
        }
    }

    /// A topic without another end: an envelope with an arrow out of it or into it, that ends in a bar.
    fn loose(&self, ink: &mut Ink, bounds: &Rect, name: &str, published: bool) {
        let n = number;
        let (x, y) = (bounds.x, bounds.centre().y);
        let way = if published {
            format!("M{0} {1}h7m-3 -2.5l3 2.5l-3 2.5", n(x + 13.0), n(y))
        } else {
            format!("M{0} {1}h-7m3 -2.5l-3 2.5l3 2.5", n(x + 21.0), n(y))
        };
        ink.raw(&format!(
            "<path d=\"{}{way}M{} {}v7\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.1\"/>",
            envelope(Point { x, y }),
            n(x + 23.5),
            n(y - 3.5),
            self.theme.text
        ));
        let at = Point { x: x + SIGN, y: bounds.y + bounds.height * BASELINE };
        ink.write(at, Pen::start(Style::TAG, self.theme.text), name);
    }

    /// A plate with the sign of a call or a use, and whom it goes to.
    fn hub(&self, ink: &mut Ink, bounds: &Rect, name: &str, kind: LineKind) {
        let colour = self.colour(kind, Fate::Kept);
        ink.raw(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{}\" stroke=\"{colour}\" stroke-width=\"1.1\"/>",
            number(bounds.x),
            number(bounds.y),
            number(bounds.width),
            number(bounds.height),
            self.theme.plate,
        ));
        let middle = Point { x: bounds.x + HUB_RIM + 1.0, y: bounds.centre().y };
        ink.raw(&hub_sign(kind, colour, middle));
        let y = bounds.y + HUB_RIM / 2.0 + Style::TAG.line() * BASELINE;
        let at = Point { x: bounds.x + SIGN, y };
        ink.write(at, Pen::start(Style::TAG, self.theme.text), name);
    }

    pub(super) fn tags(&self, ink: &mut Ink) {
        for tag in &self.sheet.tags {
            let bounds = &tag.bounds;
            let (a, b) = self.sheet.routes[tag.route].ends;
            let loudest = loudest(&tag.items);
            let fate = changed(&tag.items);
            let edge = self.colour(loudest, fate);
            ink.raw(&format!("<g class=\"tag\"{}>", self.way(a, b)));
            if let Some(from) = tag.leader {
                ink.raw(&format!(
                    "<path class=\"leader\" d=\"M{} {}L{} {}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"1\"/>",
                    number(from.x),
                    number(from.y),
                    number(tag.anchor.x),
                    number(tag.anchor.y)
                ));
            }
            ink.raw(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\" stroke=\"{edge}\" stroke-width=\"{}\"/>",
                number(bounds.x),
                number(bounds.y),
                number(bounds.width),
                number(bounds.height),
                if tag.named { 3 } else { 7 },
                self.theme.plate,
                if loudest == LineKind::Broken || fate != Fate::Kept { "2" } else { "1.1" }
            ));
            if tag.named {
                self.names(ink, tag)
            } else {
                self.numbers(ink, tag)
            }
            ink.raw("</g>");
        }
    }

    fn names(&self, ink: &mut Ink, tag: &Tag) {
        let line = Style::TAG.line();
        for (place, row) in rows(&tag.items).0.iter().enumerate() {
            let top = tag.bounds.y + 3.0 + line * place as f64;
            if let Some(item) = row.item {
                let at = Point { x: tag.bounds.x + 5.0, y: top + line / 2.0 };
                self.sign(ink, tag, &tag.items[item], at);
            }
            let at = Point { x: tag.bounds.x + 5.0 + SIGN, y: top + line * BASELINE };
            let colour = self.mark(row.fate).unwrap_or(self.theme.text);
            ink.write(at, Pen::start(Style::TAG, colour), &row.text);
        }
    }

    /// A sign of the kind, and an arrow that points where the way leads.
    fn sign(&self, ink: &mut Ink, tag: &Tag, item: &Item, at: Point) {
        let colour = self.colour(item.kind, item.fate);
        let (x, y) = (at.x, at.y);
        let n = number;
        ink.raw(&kind_sign(item.kind, colour, at));
        let route = &self.sheet.routes[tag.route];
        let (from, to) = (self.capital_of(route.ends.0), self.capital_of(route.ends.1));
        let along = if item.forward { to - from } else { from - to };
        let along = along.unit();
        let middle = Point { x: x + 20.0, y };
        let aside = along.left();
        let tips =
            [middle + along * 4.5, middle - along * 3.5 + aside * 3.2, middle - along * 3.5 - aside * 3.2];
        let points: Vec<String> = tips.iter().map(|tip| format!("{},{}", n(tip.x), n(tip.y))).collect();
        ink.raw(&format!("<polygon points=\"{}\" fill=\"{colour}\"/>", points.join(" ")));
    }

    fn numbers(&self, ink: &mut Ink, tag: &Tag) {
        let line = Style::NUMBER.line();
        let colour = self.colour(loudest(&tag.items), Fate::Kept);
        for (place, row) in number_rows(&tag.items).iter().enumerate() {
            let y = tag.bounds.y + 1.0 + line * (place as f64 + BASELINE);
            if self.diff.is_none() {
                let at = Point { x: tag.bounds.centre().x, y };
                ink.write(at, Pen::middle(Style::NUMBER, colour), row);
                continue;
            }
            let mut x = tag.bounds.centre().x - width(row, Style::NUMBER) / 2.0;
            for number in row.split(' ') {
                let fate = tag.items.iter().find(|item| item.number == number).map(|item| item.fate);
                let colour = fate.and_then(|fate| self.mark(fate)).unwrap_or(colour);
                ink.write(Point { x, y }, Pen::start(Style::NUMBER, colour), number);
                x += width(number, Style::NUMBER) + width(" ", Style::NUMBER);
            }
        }
    }

    fn capital_of(&self, state: usize) -> Point {
        self.sheet.regions[state].capital
    }

    /// The stops of the journey, numbered, at the upper left of their capitals.
    pub(super) fn stops(&self, ink: &mut Ink) {
        let Some(journey) = self.travelled() else { return };
        let mut seen: Vec<(usize, f64)> = Vec::new();
        for (place, (name, _)) in journey.stops.iter().enumerate() {
            let Some(state) = self.sheet.names.iter().position(|other| other == name) else { continue };
            let before = seen.iter().filter(|(other, _)| *other == state).count() as f64;
            seen.push((state, before));
            let capital = self.capital_of(state);
            let at = Point { x: capital.x - 15.0 - 13.0 * before, y: capital.y };
            ink.raw(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"6.5\" fill=\"{}\"/>",
                number(at.x),
                number(at.y),
                self.theme.journey_text
            ));
            let text = (place + 1).to_string();
            let base = Point { x: at.x, y: at.y + 3.4 };
            ink.write(base, Pen::middle(Style { size: 9.5, ..Style::NUMBER }, self.theme.plate), &text);
        }
    }
}

/// The kind by which a tag is coloured: what is not allowed before mail, calls, and what is quiet.
fn loudest(items: &[Item]) -> LineKind {
    let kinds = items.iter().map(|item| item.kind);
    let has_broken = kinds.clone().any(|kind| kind == LineKind::Broken);
    if has_broken { LineKind::Broken } else { kinds.min().unwrap_or(LineKind::Mail) }
}

/// What became of the things on a tag: gained or lost, where any is.
fn changed(items: &[Item]) -> Fate {
    items.iter().map(|item| item.fate).find(|fate| *fate != Fate::Kept).unwrap_or_default()
}

/// What stands for a kind of line, by the middle of its left side.
fn kind_sign(kind: LineKind, colour: &str, at: Point) -> String {
    let (x, y, n) = (at.x, at.y, number);
    let sign = match kind {
        LineKind::Mail => envelope(at),
        LineKind::Call => format!("M{} {}v6m0 -3h9m-3 -3l3 3l-3 3", n(x + 0.5), n(y - 3.0)),
        LineKind::Use => format!("M{} {}h2m2.5 0h2m2.5 0h2", n(x), n(y)),
        LineKind::Tolerated => format!("M{} {}h10v4h-10z", n(x), n(y - 2.0)),
        LineKind::Broken => format!("M{} {}l7 7m0 -7l-7 7", n(x + 2.0), n(y - 3.5)),
    };
    format!("<path d=\"{sign}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.1\"/>")
}

/// The sign of a kind before the name of a hub, with an arrow that leads to it.
pub(super) fn hub_sign(kind: LineKind, colour: &str, at: Point) -> String {
    let tip = format!("M{} {}l6 3l-6 3z", number(at.x + 14.0), number(at.y - 3.0));
    format!("{}<path d=\"{tip}\" fill=\"{colour}\"/>", kind_sign(kind, colour, at))
}

/// An envelope, by the middle of its left side.
fn envelope(at: Point) -> String {
    format!("M{} {}h11v7h-11zl5.5 4l5.5 -4", number(at.x), number(at.y - 3.5))
}
