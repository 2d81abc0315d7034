//! Words as the lock writes them: plain, or in quotes where they have other characters.

#[cfg(feature = "lock")]
use std::fmt::Write;

/// A name as the lock writes it: in quotes unless it is plain.
#[cfg(feature = "lock")]
pub(crate) fn quoted(name: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.');
    if !name.is_empty() && name.chars().all(plain) && !RESERVED.contains(&name) {
        return name.to_owned();
    }
    let mut text = String::from("\"");
    for char in name.chars() {
        match char {
            '"' | '\\' => {
                text.push('\\');
                text.push(char);
            }
            char if char.is_control() || matches!(char, '\u{2028}' | '\u{2029}') => {
                let _ = write!(text, "\\u{{{:x}}}", u32::from(char));
            }
            char => text.push(char),
        }
    }
    text.push('"');
    text
}

/// Words that would be taken for something else at the beginning of a line.
#[cfg(feature = "lock")]
const RESERVED: &[&str] = &["flatten"];

/// Reads words and signs from a line.
pub(crate) struct Cursor<'t> {
    left: &'t str,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Cursor { left: text }
    }

    #[cfg(feature = "lock")]
    pub(crate) fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    /// All that is left.
    #[cfg(feature = "lock")]
    pub(crate) fn rest(&self) -> &'t str {
        self.left
    }

    /// Whether this stands next; then it is taken.
    pub(crate) fn take(&mut self, text: &str) -> bool {
        match self.left.strip_prefix(text) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }

    pub(crate) fn expect(&mut self, text: &str) -> Result<(), String> {
        if self.take(text) { Ok(()) } else { Err(format!("expected `{text}`, found `{}`", shown(self.left))) }
    }

    /// A name, in quotes or plain.
    pub(crate) fn name(&mut self) -> Result<String, String> {
        if self.take("\"") {
            return self.quoted();
        }
        let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.');
        self.run(plain, "a name").map(str::to_owned)
    }

    /// A path of Rust, perhaps with arguments: `payments::Page<payments::Order>`, `Vec<(u8, String)>`.
    pub(crate) fn path(&mut self) -> Result<&'t str, String> {
        let mut depth = 0_usize;
        let end = self.left.char_indices().find(|(_, char)| match char {
            '<' | '(' | '[' => {
                depth += 1;
                false
            }
            '>' | ')' | ']' if depth > 0 => {
                depth -= 1;
                false
            }
            '_' | ':' => false,
            char => depth == 0 && !char.is_alphanumeric(),
        });
        let (path, left) = self.left.split_at(end.map_or(self.left.len(), |(at, _)| at));
        // `name:` ends a line that has others below.
        let (path, left) = match path.strip_suffix(':') {
            Some(before) if !before.ends_with(':') => (before, &self.left[before.len()..]),
            _ => (path, left),
        };
        if path.is_empty() || depth > 0 {
            return Err(format!("expected a path, found `{}`", shown(self.left)));
        }
        self.left = left;
        Ok(path)
    }

    /// A number.
    pub(crate) fn number(&mut self) -> Result<u32, String> {
        let digits = self.run(|char| char.is_ascii_digit(), "a number")?;
        digits.parse().map_err(|_| format!("{digits} is no number that a version can have"))
    }

    pub(crate) fn run(&mut self, is: impl Fn(char) -> bool, what: &str) -> Result<&'t str, String> {
        let end = self.left.find(|char| !is(char)).unwrap_or(self.left.len());
        if end == 0 {
            return Err(format!("expected {what}, found `{}`", shown(self.left)));
        }
        let (run, left) = self.left.split_at(end);
        self.left = left;
        Ok(run)
    }

    fn quoted(&mut self) -> Result<String, String> {
        let mut text = String::new();
        let mut chars = self.left.char_indices();
        while let Some((at, char)) = chars.next() {
            match char {
                '"' => {
                    self.left = &self.left[at + 1..];
                    return Ok(text);
                }
                '\\' => match chars.next().map(|(_, char)| char) {
                    Some('u') => {
                        let code: String = chars
                            .by_ref()
                            .map(|(_, char)| char)
                            .skip(1)
                            .take_while(|char| *char != '}')
                            .collect();
                        let char = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                        text.push(char.ok_or_else(|| format!("`\\u{{{code}}}` is no character"))?);
                    }
                    Some(char) => text.push(char),
                    None => break,
                },
                char => text.push(char),
            }
        }
        Err("a quote is not closed".to_owned())
    }
}

fn shown(text: &str) -> String {
    if text.is_empty() { "the end of the line".to_owned() } else { text.chars().take(40).collect() }
}
