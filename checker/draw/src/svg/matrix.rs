//! The matrix as SVG: a row and a column for each context, and few bytes, however many cells.

use super::frame::{Lines, figures, heading, legend};
use super::ink::{Ink, number};
use super::{MARGIN, Options, changes, full_name, opening};
use crate::Diff;
use crate::layout::{
    Cell, Circle, Class, Fate, Matrix, Plan, Point, Rect, Style, clean, rings, shortened, width,
};
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The side of a cell, and its share that is filled.
const WIDEST: f64 = 24.0;
const NARROWEST: f64 = 8.0;
/// What a matrix of many contexts shall be as wide as, without names.
const GOAL: f64 = 830.0;
/// The most that a name may take.
const NAME: f64 = 150.0;
const HEADER: f64 = 40.0;
/// A cell is as dark as it has at least so many items.
const STEPS: [usize; 4] = [1, 3, 10, 30];

/// Draws the matrix of a plan.
pub fn matrix(matrix: &Matrix, plan: &Plan, options: &Options<'_>) -> String {
    Page::new(matrix, plan, options).text()
}

struct Page<'p> {
    matrix: &'p Matrix,
    plan: &'p Plan,
    title: &'p str,
    theme: &'static Theme,
    pitch: f64,
    style: Style,
    /// The room for the names of rows; those of columns take as much.
    names: f64,
    diff: Option<&'p Diff>,
}

impl<'p> Page<'p> {
    fn new(matrix: &'p Matrix, plan: &'p Plan, options: &Options<'p>) -> Self {
        let Options { title, theme, diff, .. } = *options;
        let pitch = (GOAL / matrix.order.len().max(1) as f64).floor().clamp(NARROWEST, WIDEST);
        let style = Style { size: (pitch - 0.5).min(12.0), bold: false, italic: false, spacing: 0.0 };
        let widest = matrix.called.iter().map(|name| width(&clean(name), style)).fold(30.0, f64::max);
        Page { matrix, plan, title, theme, pitch, style, names: widest.min(NAME).ceil() + 8.0, diff }
    }

    fn side(&self) -> f64 {
        self.pitch * self.matrix.order.len() as f64
    }

    fn text(&self) -> String {
        let side = self.side();
        let wide = (self.names + side + 8.0).max(620.0);
        let (left, top) = (-self.names, -self.names);
        let mut below = Ink::new();
        let signs = self.signs();
        let mut tall =
            legend(&mut below, self.theme, signs, Rect { x: left, y: side + 8.0, width: wide, height: 0.0 });
        if let Some(diff) = self.diff {
            let place = Rect { x: left, y: side + tall, width: wide, height: 0.0 };
            tall += changes::written(&mut below, self.theme, diff, place);
        }
        let lines = self.told().into_iter().map(|(sign, text)| (self.theme.forbidden, sign.to_owned(), text));
        let notes = Lines { lines: lines.collect(), text: self.theme.text, wide: true };
        tall += notes.write(&mut below, Rect { x: left, y: side + tall, width: wide, height: 0.0 });
        let page = Rect {
            x: left - MARGIN,
            y: top - HEADER,
            width: wide + 2.0 * MARGIN,
            height: HEADER + self.names + side + tall + 8.0 + MARGIN,
        };
        let mut ink = Ink::new();
        opening(&mut ink, self.theme, &page, self.title, &self.described());
        heading(
            &mut ink,
            self.theme,
            self.title,
            &self.figures(),
            Rect { x: left, y: page.y, width: wide, height: 0.0 },
        );
        self.grid(&mut ink);
        self.cells(&mut ink);
        self.changed(&mut ink);
        self.names(&mut ink);
        ink.text.push_str(&below.text);
        ink.raw("</svg>");
        ink.text
    }

    fn figures(&self) -> String {
        let mut figures = figures(self.plan);
        let rings = rings(&self.plan.canonical()).len();
        if rings > 0 {
            figures.push(format!("{rings} call {}", if rings == 1 { "ring" } else { "rings" }));
        }
        figures.extend(self.diff.map(changes::figures).unwrap_or_default());
        figures.join(" · ")
    }

    /// Guides, layers, the diagonal, and frames around circles.
    fn grid(&self, ink: &mut Ink) {
        let (side, pitch) = (self.side(), self.pitch);
        let n = number;
        ink.raw(&format!("<path d=\"M0 0h{0}v{0}h-{0}z\" fill=\"{1}\"/>", n(side), self.theme.plate));
        let mut lines = [String::new(), String::new()];
        for row in 1..self.matrix.order.len() {
            let is_layer = self.matrix.layers.contains(&row);
            if is_layer || row % 5 == 0 {
                let at = n(row as f64 * pitch);
                let _ = write!(lines[usize::from(is_layer)], "M0 {at}h{0}M{at} 0v{0}", n(side));
            }
        }
        let looks = [(self.theme.sea, "1"), (self.theme.coast, "1")];
        for (path, (colour, wide)) in lines.iter().zip(looks).filter(|(path, _)| !path.is_empty()) {
            ink.raw(&format!(
                "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{wide}\"/>"
            ));
        }
        let mut diagonal = String::new();
        for row in 0..self.matrix.order.len() {
            let at = n(row as f64 * pitch);
            let _ = write!(diagonal, "M{at} {at}h{0}v{0}h-{0}z", n(pitch));
        }
        ink.raw(&format!("<path d=\"{diagonal}\" fill=\"{}\"/>", self.theme.shallows[1]));
        for Circle { from, before, calls } in &self.matrix.circles {
            let (at, wide) = (n(*from as f64 * pitch), n((before - from) as f64 * pitch));
            let (class, colour) =
                if *calls { ("ring", self.theme.forbidden) } else { ("circle", self.theme.uses) };
            ink.raw(&format!(
                "<path class=\"{class}\" d=\"M{at} {at}h{wide}v{wide}h-{wide}z\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>"
            ));
        }
    }

    /// One path for each class and darkness.
    fn cells(&self, ink: &mut Ink) {
        let order: Vec<String> = self.matrix.order.iter().map(usize::to_string).collect();
        ink.raw(&format!(
            "<g class=\"matrix\" data-pitch=\"{}\" data-order=\"{}\" transform=\"translate({2} {2})\">",
            number(self.pitch),
            order.join(" "),
            number(self.gap())
        ));
        let mut paths: BTreeMap<(Class, bool, usize), String> = BTreeMap::new();
        for cell in &self.matrix.cells {
            let shares = |class: Class| {
                self.matrix
                    .cells
                    .iter()
                    .any(|other| (other.row, other.column, other.class) == (cell.row, cell.column, class))
            };
            // Where code is permitted too, the others are a small sign upon it.
            let small =
                cell.class != Class::Permitted && cell.class != Class::Broken && shares(Class::Permitted);
            let step = STEPS.iter().filter(|least| cell.items >= **least).count().max(1) - 1;
            self.cell(cell, small, paths.entry((cell.class, small, step)).or_default());
        }
        for ((class, small, step), path) in paths {
            let look = self.look(class, small, step);
            ink.raw(&format!("<path class=\"{}\" d=\"{path}\" {look}/>", class.name()));
        }
        ink.raw("</g>");
    }

    /// A frame with a sign around each cell in which something was gained or lost.
    fn changed(&self, ink: &mut Ink) {
        let pitch = self.pitch;
        let mut paths: BTreeMap<Fate, (String, String)> = BTreeMap::new();
        for cell in &self.matrix.cells {
            let (x, y) = (cell.column as f64 * pitch, cell.row as f64 * pitch);
            // Where both is so, the two share the cell.
            let both = cell.gained > 0 && cell.lost > 0;
            for (fate, count, share) in [(Fate::Gained, cell.gained, 0.3), (Fate::Lost, cell.lost, 0.7)] {
                if count > 0 {
                    let at = Point { x: x + pitch * if both { share } else { 0.5 }, y: y + pitch / 2.0 };
                    let (frames, signs) = paths.entry(fate).or_default();
                    let n = number;
                    let _ = write!(frames, "M{} {}h{2}v{2}h-{2}z", n(x), n(y), n(pitch));
                    signs.push_str(&changes::sign(fate, at, pitch * if both { 0.18 } else { 0.3 }));
                }
            }
        }
        for (fate, (frames, signs)) in paths {
            let colour = changes::mark(self.theme, fate).unwrap_or(self.theme.text);
            ink.raw(&format!(
                "<g class=\"changed\" fill=\"none\"><path d=\"{frames}\" stroke=\"{colour}\" stroke-width=\"2\"/><path d=\"{signs}\" stroke=\"{}\" stroke-width=\"4.5\"/><path d=\"{signs}\" stroke=\"{colour}\" stroke-width=\"2\"/></g>",
                self.theme.plate
            ));
        }
    }

    /// A cell from its upper left corner, in as few letters as may be: there are thousands.
    fn cell(&self, cell: &Cell, small: bool, path: &mut String) {
        let side = self.pitch - 2.0 * self.gap();
        let (x, y) = (cell.column as f64 * self.pitch, cell.row as f64 * self.pitch);
        let middle = side / 2.0;
        let n = number;
        let _ = match cell.class {
            Class::Permitted => write!(path, "M{} {}h{side}v{side}h-{side}z", n(x), n(y)),
            Class::Told => write!(path, "M{} {}h0", n(x + middle), n(y + middle)),
            Class::Tolerated => {
                let half = n(if small { side * 0.3 } else { middle });
                let top = if small { y + middle - side * 0.3 } else { y };
                write!(path, "M{} {}l{half} {half}-{half} {half}-{half}-{half}z", n(x + middle), n(top))
            }
            Class::Broken => write!(path, "M{} {}l{side} {side}m0-{side}l-{side} {side}", n(x), n(y)),
        };
    }

    fn gap(&self) -> f64 {
        if self.pitch > 12.0 { 2.0 } else { 0.5 }
    }

    fn look(&self, class: Class, small: bool, step: usize) -> String {
        let fill = self.pitch - 2.0 * self.gap();
        let theme = self.theme;
        match class {
            Class::Permitted => format!("fill=\"{}\"", theme.permitted[step]),
            Class::Told => {
                let (colour, wide) =
                    if small { (theme.plate, fill * 0.4) } else { (theme.permitted[step], fill) };
                format!("stroke=\"{colour}\" stroke-width=\"{}\" stroke-linecap=\"round\"", number(wide))
            }
            Class::Tolerated if small => {
                format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.6\"", theme.tolerance[step], theme.plate)
            }
            Class::Tolerated => format!("fill=\"{}\"", theme.tolerance[step]),
            Class::Broken => format!(
                "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                theme.refusal[step],
                number((fill * 0.3).max(2.0))
            ),
        }
    }

    /// Names at the left and, upright, at the top.
    fn names(&self, ink: &mut Ink) {
        ink.raw(&format!(
            "<g font-size=\"{}\" fill=\"{}\" text-anchor=\"end\" transform=\"translate(-5)\">",
            number(self.style.size),
            self.theme.text
        ));
        let states = &self.plan.states;
        let label = |state: usize| {
            let fate = states.iter().find(|other| other.name == self.matrix.names[state]);
            let fate = fate.map_or(Fate::Kept, |state| state.fate);
            let short = shortened(&fate.signed(&clean(&self.matrix.called[state])), self.style, NAME);
            let full = fate.signed(&full_name(&self.matrix.called[state], &self.matrix.names[state]));
            let full = if short == full {
                String::new()
            } else {
                format!("<title>{}</title>", super::escaped(&full))
            };
            (super::escaped(&short), full)
        };
        for (row, state) in self.matrix.order.iter().enumerate() {
            let (name, full) = label(*state);
            let y = (row as f64 + 0.5) * self.pitch + self.style.size * 0.35;
            ink.raw(&format!(
                "<text class=\"label\" data-state=\"{state}\" y=\"{}\">{name}{full}</text>",
                number(y)
            ));
        }
        ink.raw("</g>");
        ink.raw(&format!("<g font-size=\"{}\" fill=\"{}\">", number(self.style.size), self.theme.faint));
        for (column, state) in self.matrix.order.iter().enumerate() {
            let (name, _) = label(*state);
            let x = (column as f64 + 0.5) * self.pitch + self.style.size * 0.35;
            ink.raw(&format!("<text transform=\"translate({} -5)rotate(-90)\">{name}</text>", number(x)));
        }
        ink.raw("</g>");
    }

    fn signs(&self) -> Vec<(String, String)> {
        let theme = self.theme;
        let has = |class: Class| self.matrix.cells.iter().any(|cell| cell.class == class);
        // On dark paper what is more stands out by light.
        let more = if theme.name == "dark" { "brighter" } else { "darker" };
        let mut signs = vec![(String::new(), format!("rows name columns; {more} is more"))];
        for class in Class::ALL.into_iter().filter(|class| has(*class)) {
            let (sign, says) = match class {
                Class::Permitted => (
                    format!("<path d=\"M12 -6h12v12h-12z\" fill=\"{}\"/>", theme.permitted[2]),
                    "may call, or name items",
                ),
                Class::Told => (
                    format!(
                        "<path d=\"M18 0h0\" stroke=\"{}\" stroke-width=\"12\" stroke-linecap=\"round\"/>",
                        theme.permitted[2]
                    ),
                    "publishes topics to",
                ),
                Class::Tolerated => (
                    format!("<path d=\"M18 -6l6 6l-6 6l-6 -6z\" fill=\"{}\"/>", theme.tolerance[2]),
                    "not allowed, tolerated for now",
                ),
                Class::Broken => (
                    format!(
                        "<path d=\"M13 -5l10 10m0 -10l-10 10\" stroke=\"{}\" stroke-width=\"3\"/>",
                        theme.refusal[2]
                    ),
                    "not allowed by the map",
                ),
            };
            signs.push((sign, says.to_owned()));
        }
        signs.extend(self.diff.map(|diff| changes::signs(theme, diff)).unwrap_or_default());
        for (calls, colour, says) in
            [(true, theme.forbidden, "call ring"), (false, theme.uses, "circle of names")]
        {
            if self.matrix.circles.iter().any(|circle| circle.calls == calls) {
                let sign = format!(
                    "<path d=\"M12 -6h12v12h-12z\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>"
                );
                signs.push((sign, says.to_owned()));
            }
        }
        signs
    }

    /// What no cell says.
    fn told(&self) -> Vec<(&'static str, String)> {
        let plan = self.plan.canonical();
        let mut told: Vec<_> = rings(&plan)
            .iter()
            .map(|ring| {
                let names: Vec<String> =
                    ring.iter().map(|state| clean(plan.states[*state].called())).collect();
                ("↻", format!("call ring: {} call each other in a circle", names.join(", ")))
            })
            .collect();
        let loose = |published: bool| -> Vec<String> {
            let all = plan.states.iter().flat_map(|state| &state.loose);
            all.filter(|loose| loose.published == published).map(|loose| clean(&loose.topic)).collect()
        };
        let idle = plan.idle.iter().map(|name| clean(name)).collect();
        for (topics, says) in [
            (loose(true), "nobody else subscribes to"),
            (loose(false), "nobody else publishes"),
            (idle, "nobody publishes or subscribes to"),
        ] {
            if !topics.is_empty() {
                told.push(("–", format!("{says}: {}", topics.join(", "))));
            }
        }
        told
    }

    /// The matrix in words: its figures and its heaviest cells.
    fn described(&self) -> String {
        let mut text =
            format!("A matrix of {}: the context of a row names that of a column.", self.figures());
        let mut heaviest: Vec<&Cell> = self.matrix.cells.iter().collect();
        heaviest.sort_by_key(|cell| (std::cmp::Reverse(cell.items), cell.row, cell.column));
        let name = |row: usize| clean(&self.matrix.called[self.matrix.order[row]]);
        for cell in heaviest.into_iter().take(12) {
            let says = match cell.class {
                Class::Permitted => "permitted",
                Class::Told => "topics",
                Class::Tolerated => "tolerated",
                Class::Broken => "not allowed",
            };
            let (from, to) = (name(cell.row), name(cell.column));
            let _ = write!(text, " {from} to {to}: {} {says}.", cell.items);
        }
        for (fate, words) in self.diff.map(Diff::lines).unwrap_or_default() {
            let said = match fate {
                Fate::Gained => "Gained",
                Fate::Lost => "Lost",
                Fate::Kept => "Changed",
            };
            let _ = write!(text, " {said}: {}.", clean(&words));
        }
        for (_, words) in self.told() {
            let _ = write!(text, " {words}.");
        }
        text
    }
}
