//! Keeps what files, names and paths contain from acting on the reader's terminal.

use std::borrow::Cow;

/// The text with control characters made visible: `␛` for an escape, `\u{202e}` for what turns
/// the direction of writing. Line breaks and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => cleaned.push(' '),
            '\0'..='\x1f' => cleaned.push(picture(char as u32)),
            '\x7f' => cleaned.push('␡'),
            _ if is_harmless(char) => cleaned.push(char),
            _ => cleaned.extend(char.escape_unicode()),
        }
    }
    Cow::Owned(cleaned)
}

/// The same line by line, for text that may have several.
pub fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// A line of code without what `annotate-snippets` lets through, the control characters U+0080 to
/// U+009F: each becomes another character of two bytes, so that places in the line stay.
pub fn clean_code(code: &str) -> String {
    code.chars().map(|char| if matches!(char, '\u{80}'..='\u{9f}') { '¿' } else { char }).collect()
}

/// The picture that Unicode has for each control character.
fn picture(code: u32) -> char {
    char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn is_harmless(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_would_act_on_a_terminal() {
        assert_eq!(clean("plain ä"), "plain ä");
        assert_eq!(clean("\u{1b}[31mred\u{7}"), "␛[31mred␇");
        assert_eq!(clean("a\u{202e}b\u{9b}c\r\nd"), "a\\u{202e}b\\u{9b}c  d");
    }
}
