//! How wide a text is, in fonts that nobody has asked.
//!
//! Letters are as wide as in Helvetica and its metric twins (Arial, Liberation Sans, Nimbus Sans); the
//! picture tells the reader's program to keep to that, whatever font it has. Source: Adobe's font
//! metrics for the 14 core fonts.

use unicode_width::UnicodeWidthChar;

/// How a label is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    /// Pixels between letters.
    pub(crate) spacing: f64,
}

impl Style {
    const fn of(size: f64, bold: bool, italic: bool, spacing: f64) -> Style {
        Style { size, bold, italic, spacing }
    }

    pub(crate) const TITLE: Style = Style::of(17.0, true, false, 2.0);
    pub(crate) const CRATE: Style = Style::of(11.5, true, false, 0.0);
    pub(crate) const MODULE: Style = Style::of(11.5, false, false, 0.0);
    pub(crate) const PROCESS: Style = Style::of(11.5, true, true, 0.0);
    pub(crate) const STEP: Style = Style::of(11.0, false, false, 0.0);
    pub(crate) const TAG: Style = Style::of(11.0, false, false, 0.0);
    pub(crate) const NUMBER: Style = Style::of(10.0, true, false, 0.0);

    /// The height of a line.
    pub(crate) fn line(&self) -> f64 {
        self.size * 1.36
    }
}

#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// The width of a text in pixels.
pub(crate) fn width(text: &str, style: Style) -> f64 {
    let table = if style.bold { &BOLD } else { &REGULAR };
    let mut thousandths = 0;
    let mut letters = 0;
    for letter in text.chars() {
        let wide = advance(table, letter);
        thousandths += wide;
        letters += usize::from(wide > 0);
    }
    f64::from(thousandths) * style.size / 1000.0 + letters as f64 * style.spacing
}

/// In thousandths of the size. Letters beyond ASCII differ from font to font and are counted wide.
fn advance(table: &[u16; 95], letter: char) -> u32 {
    let code = letter as u32;
    if let Some(index) = code.checked_sub(32).filter(|index| *index < 95) {
        return u32::from(table[index as usize]);
    }
    match letter.width().unwrap_or(0) {
        0 => 0,
        1 if letter.is_lowercase() && code < 0x250 => 600,
        1 => 740,
        _ => 1000,
    }
}

/// A name that no program chokes on: control and direction characters are shown as what they are not.
pub(crate) fn clean(name: &str) -> String {
    let is_odd = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(letter, '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{fffe}' | '\u{ffff}')
    };
    let shown = name.chars().filter(|letter| *letter != SOFT_HYPHEN);
    shown.map(|letter| if is_odd(letter) { '\u{fffd}' } else { letter }).collect()
}

/// Where a word may be broken; it is not seen anywhere else.
const SOFT_HYPHEN: char = '\u{ad}';

/// A title in lines, with a hyphen where a word of a script that has one is broken: at its soft hyphens, or
/// else where the line ends.
pub(crate) fn hyphenated(title: &str, style: Style, most: f64) -> Vec<String> {
    let pieces: Vec<String> = title.split(SOFT_HYPHEN).map(clean).collect();
    let lines = in_lines(&pieces.join("\u{ad}"), style, most, "-");
    let shown = |line: &String| match line.strip_suffix(SOFT_HYPHEN) {
        Some(broken) => format!("{}-", clean(broken)),
        None => clean(line),
    };
    lines.iter().map(shown).collect()
}

/// A text that is at most so wide, with a sign where something is missing.
pub(crate) fn shortened(text: &str, style: Style, most: f64) -> String {
    if width(text, style) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        short.push(letter);
        if width(&short, style) + width("…", style) > most {
            short.pop();
            break;
        }
    }
    short.push('…');
    short
}

/// A text in lines that are at most so wide, broken where words end, and inside words that are wider.
pub(crate) fn wrapped(text: &str, style: Style, most: f64) -> Vec<String> {
    in_lines(text, style, most, "")
}

fn in_lines(text: &str, style: Style, most: f64, hyphen: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let last = lines.last_mut().expect("it begins with one");
        if last.is_empty() || width(&format!("{last}{}", word.trim_end()), style) <= most {
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
        // A word that no line can take.
        while let Some(last) = lines.last().filter(|last| width(last.trim_end(), style) > most) {
            let fits = fitting(last, style, most - width(hyphen, style));
            if fits == 0 || fits == last.len() {
                break;
            }
            let (first, rest) = last.split_at(fits);
            // Scripts without two cases have no hyphens.
            let is_cased = |letter: char| letter.is_uppercase() || letter.is_lowercase();
            let is_word = first.ends_with(is_cased) && rest.starts_with(is_cased);
            let (first, rest) = (format!("{first}{}", if is_word { hyphen } else { "" }), rest.to_owned());
            *lines.last_mut().expect("it was there") = first;
            lines.push(rest);
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// How many bytes of a text are at most so wide; at least one letter.
fn fitting(text: &str, style: Style, most: f64) -> usize {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        if end > 0 && width(&text[..next], style) > most {
            break;
        }
        end = next;
    }
    end
}

/// A text's pieces, each with what separates it from the next.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    for (at, letter) in text.char_indices() {
        if matches!(letter, ' ' | '_' | '-' | '.' | ':' | '/' | ',' | SOFT_HYPHEN) {
            let end = at + letter.len_utf8();
            pieces.push(&text[begin..end]);
            begin = end;
        }
    }
    pieces.push(&text[begin..]);
    pieces
}
