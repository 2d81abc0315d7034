//! The political map as SVG: one file, no script, no style sheet, no font of its own.
//!
//! It says nothing by colour alone: borders are dashed and coasts are not, a border of those that only
//! name each other's items is dotted, mail is dashed and calls are not, each kind of line has numbers with
//! a letter of its own, externals are hatched, and what was gained or lost since another map bears `+` or `−`.

mod changes;
mod frame;
mod ink;
mod land;
mod look;
mod matrix;
mod ways;
mod writing;

use crate::Diff;
use crate::layout::{Fate, Journey, LineKind, Plan, Rect, Sheet, clean, rings};
use crate::theme::Theme;
use frame::{heading, legend};
pub(super) use ink::escaped;
use ink::{Ink, number};
pub use matrix::matrix;

const HEADER: f64 = 44.0;
const MARGIN: f64 = 14.0;
/// Narrower than this, title and legend have no room.
const LEAST_WIDTH: f64 = 620.0;

/// What to draw beside the sheet.
#[derive(Clone, Copy)]
pub struct Options<'o> {
    pub title: &'o str,
    pub theme: &'static Theme,
    /// The process whose journey is drawn.
    pub journey: Option<&'o str>,
    /// What the plan, which is two maps as one, has gained and lost.
    pub diff: Option<&'o Diff>,
}

/// Draws a sheet of a plan.
pub fn svg(sheet: &Sheet, plan: &Plan, options: &Options<'_>) -> String {
    let Options { title, theme, journey, diff } = *options;
    let rings = rings(&plan.canonical());
    Picture { sheet, plan, title, theme, journey, rings, diff }.page()
}

/// A sheet with all that is needed to draw it.
struct Picture<'p> {
    sheet: &'p Sheet,
    plan: &'p Plan,
    title: &'p str,
    theme: &'static Theme,
    journey: Option<&'p str>,
    /// Contexts that call each other in a circle.
    rings: Vec<Vec<usize>>,
    diff: Option<&'p Diff>,
}

impl Picture<'_> {
    fn page(&self) -> String {
        let map = self.panel();
        let wide = map.width;
        let mut below = Ink::new();
        let place = Rect { x: map.x + 4.0, y: map.bottom() + 8.0, width: wide - 8.0, height: 0.0 };
        let mut tall = legend(&mut below, self.theme, self.signs(), place) + 8.0;
        tall += self.changes(&mut below, map.x + 4.0, map.bottom() + tall, wide - 8.0);
        tall += self.notes(&mut below, map.x + 4.0, map.bottom() + tall, wide - 8.0);
        tall += self.index(&mut below, map.x + 4.0, map.bottom() + tall, wide - 8.0);

        let page = Rect {
            x: map.x - MARGIN,
            y: map.y - HEADER,
            width: wide + 2.0 * MARGIN,
            height: HEADER + map.height + tall + MARGIN,
        };
        let mut ink = Ink::new();
        opening(&mut ink, self.theme, &page, self.title, &self.described());
        ink.raw(&format!("<defs>{}{}</defs>", self.hatch(), self.lost_hatch()));
        ink.raw(&format!("<defs>{}</defs>", self.outlines()));
        let head = Rect { x: map.x + 4.0, y: page.y + 4.0, width: wide - 8.0, height: 0.0 };
        ink.raw("<g class=\"around\">");
        heading(&mut ink, self.theme, self.title, &self.figures(), head);
        ink.raw("</g>");
        self.map(&mut ink, &map);
        ink.raw(&format!("<g class=\"around\">\n{}</g>", below.text));
        ink.raw("</svg>");
        ink.text
    }

    /// The sea that the map lies in: at least as wide as title and legend.
    fn panel(&self) -> Rect {
        let bounds = self.sheet.bounds;
        let more = (LEAST_WIDTH - bounds.width).max(0.0);
        Rect { x: bounds.x - more / 2.0, width: bounds.width + more, ..bounds }
    }

    fn map(&self, ink: &mut Ink, map: &Rect) {
        ink.raw("<g class=\"map\">");
        ink.raw(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"9\" fill=\"{}\"/>",
            number(map.x),
            number(map.y),
            number(map.width),
            number(map.height),
            self.theme.sea
        ));
        self.land(ink);
        self.journey(ink);
        self.ways(ink);
        self.labels(ink);
        self.tags(ink);
        self.border_signs(ink);
        self.stops(ink);
        ink.raw("</g>");
    }

    /// The picture in words, for those who do not see it.
    fn described(&self) -> String {
        let name = |state: usize| clean(&self.sheet.called[state]);
        let mut text = format!("A political map of {}.", self.figures());
        for state in 0..self.sheet.names.len() {
            let others = 0..self.sheet.names.len();
            let around: Vec<String> =
                others.filter(|other| self.sheet.are_neighbours(state, *other)).map(name).collect();
            let external = if self.sheet.regions[state].external { " (external)" } else { "" };
            let borders = if around.is_empty() {
                "is an island".to_owned()
            } else {
                format!("borders {}", around.join(", "))
            };
            let fate = match self.sheet.regions[state].fate {
                Fate::Kept => "",
                Fate::Gained => " (gained)",
                Fate::Lost => " (lost)",
            };
            text.push_str(&format!(" {}{external}{fate} {borders}.", name(state)));
        }
        for entry in &self.sheet.index {
            let to: Vec<String> = entry.to.iter().copied().map(name).collect();
            let (from, to) = (name(entry.from), to.join(", "));
            let names: Vec<String> = entry.names.iter().map(|name| clean(name)).collect();
            let names = names.join(", ");
            text.push_str(match entry.fate {
                Fate::Kept => "",
                Fate::Gained => " Gained:",
                Fate::Lost => " Lost:",
            });
            text.push_str(&match entry.kind {
                LineKind::Mail => format!(" {from} publishes {names} to {to}."),
                LineKind::Call => format!(" {from} calls {names} of {to}."),
                LineKind::Use => format!(" {from} may name {names} of {to}."),
                LineKind::Tolerated => format!(" {from} uses {names} of {to}, which is tolerated."),
                LineKind::Broken => format!(" {from} uses {names} of {to}, which is not allowed."),
            });
        }
        for note in self.told() {
            text.push_str(&format!(" {}.", note.1));
        }
        let changes = self.diff.map(Diff::lines).unwrap_or_default();
        for (_, words) in changes.into_iter().filter(|(fate, _)| *fate == Fate::Kept) {
            text.push_str(&format!(" Changed: {}.", clean(&words)));
        }
        text
    }

    /// The attributes of what stands for a pair: its two contexts, the smaller number first.
    fn way(&self, one: usize, other: usize) -> String {
        let (a, b) = (one.min(other), one.max(other));
        let name = |state: usize| name_attribute(&self.sheet.names[state]);
        format!(" data-way=\"{a} {b}\" data-from=\"{}\" data-to=\"{}\"", name(a), name(b))
    }

    fn travelled(&self) -> Option<&Journey> {
        self.journey.and_then(|name| self.plan.journeys.iter().find(|journey| journey.name == name))
    }
}

/// The picture's own tag, what it is called, and what it shows in words.
fn opening(ink: &mut Ink, theme: &Theme, page: &Rect, title: &str, words: &str) {
    let id = theme.name;
    ink.raw(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{}\">",
        number(page.width),
        number(page.height),
        number(page.x),
        number(page.y),
        number(page.width),
        number(page.height),
        Ink::fonts(),
    ));
    ink.raw(&format!("<title id=\"{id}-title\">{}</title>", escaped(&clean(title))));
    ink.raw(&format!("<desc id=\"{id}-desc\">{}</desc>", escaped(words)));
    ink.raw(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
        number(page.x),
        number(page.y),
        number(page.width),
        number(page.height),
        theme.paper
    ));
}

/// A context's title with its name behind it, or its name alone.
fn full_name(called: &str, name: &str) -> String {
    if called == name { clean(name) } else { format!("{} ({})", clean(called), clean(name)) }
}

fn name_attribute(name: &str) -> String {
    escaped(&clean(name))
}
