//! Writes SVG: numbers, texts and paths, everything escaped.

use std::fmt::Write;

use crate::layout::{Point, Style, clean, width};

/// An SVG in the making.
pub(super) struct Ink {
    pub(super) text: String,
}

/// The fonts whose widths the layout knows, and what else a system may have.
const FONTS: &str =
    "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', 'Noto Sans', 'DejaVu Sans', sans-serif";

/// How a text is written.
#[derive(Clone, Copy)]
pub(super) struct Pen<'p> {
    pub(super) anchor: Anchor,
    pub(super) style: Style,
    pub(super) colour: &'p str,
}

impl<'p> Pen<'p> {
    /// From its place to the right.
    pub(super) fn start(style: Style, colour: &'p str) -> Self {
        Pen { anchor: Anchor::Start, style, colour }
    }

    /// With its place in the middle.
    pub(super) fn middle(style: Style, colour: &'p str) -> Self {
        Pen { anchor: Anchor::Middle, style, colour }
    }
}

/// How a text stands to its place.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

impl Ink {
    pub(super) fn new() -> Ink {
        Ink { text: String::new() }
    }

    /// Adds a line of markup as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
        self.text.push('\n');
    }

    pub(super) fn fonts() -> &'static str {
        FONTS
    }

    /// A line of text on its baseline. It is drawn as wide as the layout thought, whatever the font.
    pub(super) fn write(&mut self, at: Point, pen: Pen<'_>, text: &str) {
        let Pen { anchor, style, colour } = pen;
        let text = clean(text);
        let wide = width(&text, style);
        if text.is_empty() || wide <= 0.0 {
            return;
        }
        let mut attributes = String::new();
        if style.bold {
            attributes.push_str(" font-weight=\"700\"");
        }
        if style.italic {
            attributes.push_str(" font-style=\"italic\"");
        }
        if style.spacing > 0.0 {
            let _ = write!(attributes, " letter-spacing=\"{}\"", number(style.spacing));
        }
        let x = if anchor == Anchor::Middle { at.x - wide / 2.0 } else { at.x };
        // A single letter has no gaps to stretch.
        let fit = if text.chars().count() > 1 {
            format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(wide))
        } else {
            String::new()
        };
        let line = format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{colour}\"{attributes}{fit}>{}</text>",
            number(x),
            number(at.y),
            number(style.size),
            escaped(&text),
        );
        self.raw(&line);
    }
}

/// With one digit behind the point, if it is not 0.
pub(super) fn number(value: f64) -> String {
    decimal((value * 10.0).round() as i64)
}

/// A text as content or as an attribute's value.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// A path's data. Its steps are relative, so that it stays short, from points that are rounded first, so
/// that no error grows.
#[derive(Default)]
pub(super) struct Path {
    pub(super) data: String,
    /// Where it is, in tenths.
    at: (i64, i64),
}

impl Path {
    /// An open spline.
    pub(super) fn open(points: &[Point]) -> Path {
        let mut path = Path::default();
        path.begin(points[0]);
        path.curve(points);
        path
    }

    pub(super) fn begin(&mut self, at: Point) {
        self.at = tenths(at);
        let _ = write!(self.data, "M{} {}", number(at.x), number(at.y));
    }

    pub(super) fn close(&mut self) {
        self.data.push('z');
    }

    /// A quadratic B-spline from where the path is, as Bézier curves through the middles.
    pub(super) fn curve(&mut self, points: &[Point]) {
        let count = points.len();
        if count == 2 {
            self.bend(points[0], points[1]);
        }
        for place in 1..count.saturating_sub(1) {
            let last = place + 2 == count;
            let to = if last { points[count - 1] } else { (points[place] + points[place + 1]) * 0.5 };
            self.bend(points[place], to);
        }
    }

    /// A closed spline, whole.
    pub(super) fn ring(&mut self, points: &[Point]) {
        let count = points.len();
        if count < 3 {
            return;
        }
        self.begin((points[count - 1] + points[0]) * 0.5);
        for place in 0..count {
            self.bend(points[place], (points[place] + points[(place + 1) % count]) * 0.5);
        }
        self.close();
    }

    fn bend(&mut self, control: Point, to: Point) {
        let (control, to) = (tenths(control), tenths(to));
        self.data.push('q');
        for (place, value) in
            [control.0 - self.at.0, control.1 - self.at.1, to.0 - self.at.0, to.1 - self.at.1]
                .into_iter()
                .enumerate()
        {
            if place > 0 && value >= 0 {
                self.data.push(' ');
            }
            self.data.push_str(&decimal(value));
        }
        self.at = to;
    }
}

fn tenths(point: Point) -> (i64, i64) {
    ((point.x * 10.0).round() as i64, (point.y * 10.0).round() as i64)
}

fn decimal(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match (whole, rest) {
        (_, 0) => format!("{sign}{whole}"),
        (0, _) => format!("{sign}.{rest}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}
