//! What people see: text that fits their terminal, or JSON, one object a line.

use super::complaint::Complaint;
use crate::store::Timestamp;
use anstyle::{AnsiColor, Style};
use serde::Serialize;
use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::time::{Duration, SystemTime};
use textwrap::core::display_width;

pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(super) const BAD: Style = AnsiColor::BrightRed.on_default().bold();
pub(super) const DOUBTFUL: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();
pub(super) const PLAIN: Style = Style::new();

/// Where nobody says how wide it is.
const USUAL_WIDTH: usize = 100;
/// Below this nothing would be left of the text between margins.
const NARROWEST: usize = 24;
/// Below this a table is told as paragraphs.
const TABLE: usize = 60;
/// What is left to the last column of a table, at least.
const LAST: usize = 32;
/// What is longer ago is told with its date.
const DAY: Duration = Duration::from_secs(86_400);

/// Where people read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    pub(super) json: bool,
    width: usize,
    now: Timestamp,
}

/// A cell of a table: its text, and how it is painted.
pub(super) struct Cell(pub(super) String, pub(super) Style);

/// Text whose columns are aligned. The last column has what is left of the width.
pub(super) struct Table {
    heads: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

impl Screen {
    pub(super) fn new(json: bool) -> Screen {
        let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = said.or_else(seen).unwrap_or(USUAL_WIDTH).max(NARROWEST);
        Screen { json, width, now: SystemTime::now().into() }
    }

    /// A line for people.
    pub(super) fn say(&self, text: impl Display) {
        if !self.json {
            put(&text);
        }
    }

    /// A paragraph for people, its lines indented by so much behind the first.
    pub(super) fn paragraph(&self, text: &str, first: &str, rest: &str) {
        self.say(self.wrapped(text, first, rest));
    }

    /// A file, which is the same for people and for programs.
    pub(super) fn text(&self, file: &impl Display) {
        put(&file.to_string().trim_end());
    }

    /// An object for programs.
    pub(super) fn object(&self, object: &impl Serialize) {
        if self.json {
            put(&serde_json::to_string(object).unwrap_or_default());
        }
    }

    /// A complaint, on standard error.
    pub(super) fn complain(&self, complaint: &Complaint) {
        let mut err = anstream::stderr().lock();
        let _ = match self.json {
            true => {
                let told = serde_json::json!({"error": complaint.what(), "help": complaint.helps()});
                writeln!(err, "{told}")
            }
            false => {
                let text = self.wrapped(&clean(complaint.what()), "error: ", "       ");
                let text = text.strip_prefix("error").unwrap_or(&text);
                writeln!(err, "{BAD}error{BAD:#}{text}")
            }
        };
        for help in complaint.helps().iter().filter(|_| !self.json) {
            let _ = writeln!(err, "{}", self.wrapped(&clean(help), "  = help: ", "          "));
        }
    }

    /// Something that happens meanwhile, on standard error.
    pub(super) fn note(&self, text: &str) {
        let mut err = anstream::stderr().lock();
        if self.json {
            let _ = writeln!(err, "{}", serde_json::json!({"note": text}));
            return;
        }
        let text = self.wrapped(&clean(text), "note: ", "      ");
        let _ = writeln!(err, "{STRONG}note{STRONG:#}{}", text.strip_prefix("note").unwrap_or(&text));
    }

    /// Shows that something takes long, if people look: a spinner with a text that can be set.
    pub(super) fn spinner(&self, text: &'static str) -> indicatif::ProgressBar {
        if self.json || !std::io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        let spinner = indicatif::ProgressBar::new_spinner().with_message(text);
        spinner.enable_steady_tick(Duration::from_millis(120));
        spinner
    }

    fn wrapped(&self, text: &str, first: &str, rest: &str) -> String {
        let options = textwrap::Options::new(self.width).break_words(false).initial_indent(first);
        let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation).subsequent_indent(rest);
        if text.is_empty() {
            return first.trim_end().to_owned();
        }
        text.lines().enumerate().fold(String::new(), |mut all, (at, line)| {
            if at > 0 {
                all.push('\n');
            }
            let options = if at > 0 { options.clone().initial_indent(rest) } else { options.clone() };
            all + &textwrap::fill(line, options)
        })
    }

    /// How long ago it was.
    pub(super) fn ago(&self, then: Timestamp) -> String {
        span(self.now.since(then))
    }

    /// When it will be, or how long that is over.
    pub(super) fn until(&self, then: Timestamp) -> String {
        match then > self.now {
            true => format!("in {}", span(then.since(self.now))),
            false => format!("{} ago", self.ago(then)),
        }
    }

    /// When it was: the time of the day alone, if that is less than a day ago. In UTC.
    pub(super) fn time(&self, at: Timestamp) -> String {
        let time = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default();
        let is_near = self.now.since(at) < DAY;
        time.strftime(if is_near { "%H:%M:%S" } else { "%Y-%m-%d %H:%M:%S" }).to_string()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// A table, or paragraphs where it is too narrow for one.
    pub(super) fn table(&self, table: &Table) {
        if self.width < TABLE {
            return table.rows.iter().for_each(|row| self.stacked(table.heads, row));
        }
        let last = table.heads.len() - 1;
        let others: usize = (1..last).map(|at| table.width(at, usize::MAX) + 2).sum();
        // A name that would leave too little to the last column has a line of its own.
        let least = table.width(last, usize::MAX).min(LAST);
        let longest = self.width.saturating_sub(others + least + 2);
        let widths: Vec<usize> =
            (0..last).map(|at| table.width(at, if at == 0 { longest } else { usize::MAX })).collect();
        let used = widths[0] + 2 + others;
        let rest = self.width.saturating_sub(used).max(16);
        let heads = table.heads.iter().map(|head| Cell((*head).to_owned(), FAINT)).collect::<Vec<_>>();
        for row in std::iter::once(&heads).chain(&table.rows) {
            let mut line = String::new();
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if at == 0 && display_width(&cell.0) > *width {
                    self.say(cell.painted());
                    line += &" ".repeat(width + 2);
                    continue;
                }
                let gap = " ".repeat(width - display_width(&cell.0).min(*width) + 2);
                line += &format!("{}{gap}", cell.painted());
            }
            let margin = " ".repeat(used);
            let text = row.last().map_or("", |cell| cell.0.as_str());
            let style = row.last().map_or(PLAIN, |cell| cell.1);
            for (at, part) in textwrap::wrap(text, rest).iter().enumerate() {
                if at > 0 {
                    line += &format!("\n{margin}");
                }
                line += &format!("{style}{part}{style:#}");
            }
            self.say(line.trim_end());
        }
    }

    fn stacked(&self, heads: &[&str], row: &[Cell]) {
        let [first, middle @ .., last] = row else { return };
        self.say(first.painted());
        // A mere number says nothing without what stands above it.
        let is_number = |cell: &Cell| cell.0.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        let told = |(cell, head): (&Cell, &&str)| match is_number(cell) && !cell.0.is_empty() {
            true => format!("{} {}", head.to_lowercase(), cell.painted()),
            false => cell.painted(),
        };
        let middle = middle.iter().zip(&heads[1..]).filter(|(cell, _)| cell.0 != "-").map(told);
        self.paragraph(&middle.collect::<Vec<_>>().join(", "), "  ", "    ");
        if let Some(head) = heads.last().filter(|_| !last.0.is_empty()) {
            self.paragraph(&told((last, head)), "  ", "    ");
        }
    }
}

impl Table {
    pub(super) fn new(heads: &'static [&'static str]) -> Table {
        Table { heads, rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells.into_iter().map(|Cell(text, style)| Cell(clean(&text), style)).collect());
    }

    /// How wide a column is, of cells that are not wider than so.
    fn width(&self, at: usize, most: usize) -> usize {
        let cells = self.rows.iter().map(|row| display_width(&row[at].0)).filter(|width| *width <= most);
        cells.chain([display_width(self.heads[at])]).max().unwrap_or(0)
    }
}

impl Cell {
    pub(super) fn plain(text: impl Into<String>) -> Cell {
        Cell(text.into(), PLAIN)
    }

    fn painted(&self) -> String {
        let Cell(text, style) = self;
        format!("{style}{text}{style:#}")
    }
}

/// A line on standard output. Whoever closes it has read enough.
fn put(text: &impl Display) {
    let mut out = anstream::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// A text that was stored or came from elsewhere, as it may stand on a terminal: what would move the cursor, paint,
/// or turn the direction of the text is spelt out.
pub(super) fn clean(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => clean.push(letter),
            '\t' => clean.push(' '),
            _ if letter.is_control() || turns(letter) => clean.extend(letter.escape_unicode()),
            _ => clean.push(letter),
        }
    }
    clean
}

/// A span of time, to two figures or so.
pub(super) fn span(span: Duration) -> String {
    let seconds = span.as_secs();
    match seconds {
        0 if span.as_millis() == 0 => "0 s".into(),
        0 => format!("{} ms", span.as_millis()),
        1..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    }
}

/// An instant, in UTC.
pub(super) fn instant(at: Timestamp) -> String {
    let time = jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// So many of them, with the noun's ending.
pub(super) fn counted(many: u64, noun: &str) -> String {
    format!("{} {noun}{}", number(many), if many == 1 { "" } else { "s" })
}

/// A number as people read it.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
