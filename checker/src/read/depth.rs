//! How deep a file's syntax can nest, found out before anybody walks it by recursion.
//!
//! Parsing, lowering and dropping a tree take stack for each level of it, and a stack that is used
//! up ends the process. So what is deeper than any author writes is refused in a sentence: of 66,000
//! files of published crates none had brackets more than 45 deep, nor more than 4,200 tokens in a row.

/// Brackets within brackets.
const BRACKETS: usize = 250;
/// Tokens in a row without a `;` or `,`, summed over all open brackets: no tree over them is deeper.
const TOKENS: usize = 10_000;

/// Where a text begins to be too deep, and what to say of it.
pub(super) fn too_deep(text: &str) -> Option<(usize, String)> {
    // Few files have so many tokens at all, and counting them is quicker than looking at them.
    let bytes = text.as_bytes();
    if tokens_at_most(bytes) <= BRACKETS {
        return None;
    }
    Scan { bytes, at: 0, open: Vec::new(), run: 0, sum: 0 }.run()
}

/// At least as many as there are tokens.
fn tokens_at_most(bytes: &[u8]) -> usize {
    let (mut count, mut in_word) = (0, false);
    for &byte in bytes {
        let word = is_word(byte);
        count += usize::from(!(byte.is_ascii_whitespace() || word && in_word));
        in_word = word;
    }
    count
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    /// For each open bracket the tokens before it, since the last separator beside it.
    open: Vec<usize>,
    /// Tokens since the last separator, in the innermost bracket.
    run: usize,
    /// `run` and all of `open`.
    sum: usize,
}

impl Scan<'_> {
    fn run(mut self) -> Option<(usize, String)> {
        while let Some(&byte) = self.bytes.get(self.at) {
            let start = self.at;
            self.at += 1;
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => continue,
                b'/' if self.peek() == Some(b'/') => {
                    self.skip_until(|byte| byte == b'\n');
                    continue;
                }
                b'/' if self.peek() == Some(b'*') => {
                    self.comment();
                    continue;
                }
                b'"' => self.string(),
                b'\'' => self.char_or_lifetime(),
                b'(' | b'[' | b'{' => self.push(),
                b')' | b']' | b'}' => self.pop(byte),
                b';' | b',' => self.separate(),
                _ if is_word(byte) => self.word(start),
                _ => {}
            }
            self.run += 1;
            self.sum += 1;
            if self.open.len() > BRACKETS {
                return Some((start, format!("brackets are nested more than {BRACKETS} deep here")));
            }
            if self.sum > TOKENS {
                let message =
                    format!("more than {TOKENS} tokens stand here without a `;` or `,` between them");
                return Some((start, message));
            }
        }
        None
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn push(&mut self) {
        self.open.push(self.run);
        self.run = 0;
    }

    fn pop(&mut self, bracket: u8) {
        self.separate();
        self.run = self.open.pop().unwrap_or_default();
        // After a block a new statement, arm or item begins, unless something continues it.
        if bracket == b'}' && self.begins_anew() {
            self.separate();
        }
    }

    fn separate(&mut self) {
        self.sum -= self.run;
        self.run = 0;
    }

    fn begins_anew(&self) -> bool {
        let rest = self.bytes[self.at..].trim_ascii_start();
        rest.first().is_none_or(|&byte| is_word(byte) || matches!(byte, b'#' | b'/' | b'"' | b'\'' | b'{'))
            && !rest.starts_with(b"else")
    }

    /// The rest of a word, and of the raw string that it may begin.
    fn word(&mut self, start: usize) {
        self.skip_until(|byte| !is_word(byte));
        if matches!(&self.bytes[start..self.at], b"r" | b"br" | b"cr") {
            let hashes = self.bytes[self.at..].iter().take_while(|byte| **byte == b'#').count();
            if self.bytes.get(self.at + hashes) == Some(&b'"') {
                self.at += hashes + 1;
                self.raw_string(hashes);
            }
        }
    }

    fn raw_string(&mut self, hashes: usize) {
        loop {
            self.skip_until(|byte| byte == b'"');
            if self.at >= self.bytes.len() {
                return;
            }
            self.at += 1;
            let closing = self.bytes[self.at..].iter().take(hashes).take_while(|byte| **byte == b'#').count();
            if closing == hashes {
                self.at += hashes;
                return;
            }
        }
    }

    fn string(&mut self) {
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    fn char_or_lifetime(&mut self) {
        if self.peek() == Some(b'\\') {
            self.at += 2;
            self.skip_until(|byte| byte == b'\'');
            self.at += 1;
            return;
        }
        let mut after = self.at + 1;
        while self.bytes.get(after).is_some_and(|byte| byte & 0xc0 == 0x80) {
            after += 1;
        }
        if self.bytes.get(after) == Some(&b'\'') {
            self.at = after + 1;
        }
    }

    fn comment(&mut self) {
        let mut depth = 1;
        self.at += 1;
        while depth > 0 && self.at < self.bytes.len() {
            match &self.bytes[self.at..] {
                [b'/', b'*', ..] => (depth, self.at) = (depth + 1, self.at + 2),
                [b'*', b'/', ..] => (depth, self.at) = (depth - 1, self.at + 2),
                _ => self.at += 1,
            }
        }
    }

    fn skip_until(&mut self, stop: impl Fn(u8) -> bool) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|&byte| stop(byte)).unwrap_or(rest.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(before: &str, what: &str, after: &str) -> String {
        format!("fn a() {{ {before}{}{after} }}", what.repeat(30_000))
    }

    #[test]
    fn what_makes_deep_trees_is_refused_where_it_begins_to_be() {
        for (before, what, after) in [
            ("", "(", ""),
            ("", "[{", ""),
            ("", "!", "1"),
            ("let x: ", "&", "u8;"),
            ("x", ".a()", ""),
            ("", "if a {} else ", "{}"),
            ("", "|| ", "1"),
            ("", "return ", "1"),
            ("1", " as u8", ""),
            ("1", " + 1", ""),
        ] {
            let text = repeated(before, what, after);
            let (at, message) = too_deep(&text).expect(what);
            assert!(at < text.len() && !message.is_empty());
        }
        let text = format!("mod a {{ {}", "(".repeat(600));
        assert_eq!(too_deep(&text).map(|(at, _)| at), Some(8 + BRACKETS - 1));
    }

    #[test]
    fn what_is_just_not_refused_is_survived() {
        let brackets = BRACKETS - 2;
        let deepest = [
            nested("fn a() -> u8 { ", "(", brackets, "1", ")"),
            nested("", "mod a {", brackets, "", "}"),
            nested("fn a() { ", "if a {", brackets, "", "}"),
            nested("fn a() { ", "vec![", brackets, "1", "]"),
            nested("fn a() { ", "!", TOKENS - 20, "1 }", ""),
            nested("fn a() -> ", "&", TOKENS - 20, "u8 {}", ""),
            nested("fn a() -> ", "A<", TOKENS / 2 - 20, "u8", ""),
            nested("fn a() -> ", "fn() -> ", TOKENS / 5 - 20, "u8 {}", ""),
            nested("fn a() { x", ".a()", TOKENS / 4 - 20, "}", ""),
            nested("fn a() { x", "?", TOKENS - 20, "}", ""),
            nested("fn a() { x", " = x", TOKENS / 2 - 20, "}", ""),
            nested("fn a() { x", " + x", TOKENS / 2 - 20, "}", ""),
            nested("fn a() { ", "if a {} else ", TOKENS / 4 - 20, "{} }", ""),
            nested("fn a() { ", "|| ", TOKENS / 2 - 20, "1 }", ""),
            nested("fn a() { ", "return ", TOKENS - 20, "1 }", ""),
            nested("fn a(", "&", TOKENS - 20, "x: u8) {}", ""),
            nested("use a", "::a", TOKENS / 3 - 20, ";", ""),
        ];
        let on_workers = std::thread::Builder::new().stack_size(crate::read::STACK).spawn(move || {
            for text in &deepest {
                assert_eq!(too_deep(text), None, "{text:.40}");
                // Whether it is Rust is not asked here.
                drop(crate::read::summarise("deep.rs", text));
            }
        });
        on_workers.expect("a thread").join().expect("no panic");
    }

    fn nested(before: &str, open: &str, times: usize, inside: &str, close: &str) -> String {
        format!("{before}{}{inside}{}", open.repeat(times), close.repeat(times))
    }

    #[test]
    fn long_files_are_not_deep() {
        for (before, what, after) in [
            ("", "call(1);", ""),
            ("let x = [", "1, ", "];"),
            ("match x {", "A => {} ", "}"),
            ("match x {", "\"a\" => { b() } ", "}"),
            ("", "{ b } ", ""),
            ("", "/* ( */ // (\n", ""),
            ("let s = [", "\"(\\\"(\", '(', '\\'', r#\"(\"(\"#, br\"(\\\", b'(', ", "];"),
            ("", "'a: loop {} ", ""),
            ("", "#[a] fn b() {} ", ""),
        ] {
            assert_eq!(too_deep(&repeated(before, what, after)), None, "{what}");
        }
    }

    #[test]
    fn what_is_not_rust_ends_too() {
        for text in ["\"", "r#\"", "'", "'\\", "/*", "b'", "\"\\", ")))", "'ä", "r###"] {
            assert_eq!(too_deep(&format!("{}{text}", "a ".repeat(600))), None);
        }
    }
}
