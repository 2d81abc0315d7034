//! Documentation tests: blocks of code in doc comments, which `rustdoc` compiles. They are not read,
//! only found.

/// Where they begin, found while comments are skipped.
#[derive(Clone, Debug, Default)]
pub(super) struct DocTests {
    pub(super) found: Vec<u32>,
    /// The fence of the block that we are in.
    fence: Option<Fence>,
    /// How many tokens stood before the last line.
    tokens: usize,
}

/// A row of backticks or tildes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fence {
    byte: u8,
    length: usize,
}

impl DocTests {
    /// A line comment, with what it begins with. `tokens` tells whether code stands between two.
    pub(super) fn line_comment(&mut self, at: u32, comment: &str, tokens: usize) {
        let is_doc = comment.starts_with("///") && !comment.starts_with("////") || comment.starts_with("//!");
        if is_doc {
            self.begin(tokens);
            self.line(at, &comment[3..], 3);
        }
    }

    /// A block comment as a whole.
    pub(super) fn block_comment(&mut self, at: u32, comment: &str, tokens: usize) {
        let is_doc = comment.starts_with("/**") && !comment.starts_with("/***") || comment.starts_with("/*!");
        if !is_doc || comment.len() < 5 {
            return;
        }
        self.begin(tokens);
        let mut offset = 3;
        for line in comment[3..comment.len() - 2].split_inclusive('\n') {
            let text = line.trim_start();
            let starred = text.strip_prefix('*').unwrap_or(text);
            self.line(at, starred, offset + line.len() - starred.len());
            offset += line.len();
        }
    }

    /// A block ends with the comment that it stands in.
    fn begin(&mut self, tokens: usize) {
        if self.tokens != tokens {
            self.fence = None;
        }
        self.tokens = tokens;
    }

    fn line(&mut self, at: u32, line: &str, offset: usize) {
        let text = line.trim_start();
        let Some((fence, info)) = fence(text) else { return };
        match self.fence {
            Some(open) if open.byte == fence.byte && open.length <= fence.length && info.is_empty() => {
                self.fence = None;
            }
            Some(_) => {}
            None => {
                self.fence = Some(fence);
                if is_test(info) {
                    let before = u32::try_from(offset + line.len() - text.len()).unwrap_or(u32::MAX);
                    self.found.push(at.saturating_add(before));
                }
            }
        }
    }
}

/// The fence that a line is, and what stands behind it.
fn fence(line: &str) -> Option<(Fence, &str)> {
    let byte = *line.as_bytes().first()?;
    let length = line.bytes().take_while(|found| *found == byte).count();
    let is_fence = matches!(byte, b'`' | b'~') && length >= 3;
    is_fence.then(|| (Fence { byte, length }, line[length..].trim()))
}

/// Whether `rustdoc` compiles a block with these words behind its fence, and wants it to compile.
fn is_test(info: &str) -> bool {
    let words = info.split([',', ' ', '\t', '{', '}']).filter(|word| !word.is_empty());
    words.clone().all(|word| {
        matches!(
            word,
            "rust" | "should_panic" | "no_run" | "test_harness" | "standalone" | "standalone_crate"
        ) || word.starts_with("edition20")
    })
}

#[cfg(test)]
mod tests {
    use crate::read::summarise;

    #[test]
    fn blocks_that_rustdoc_compiles_are_found_where_they_begin() {
        let text = "//! Head.\n//! ```\n//! let a = 1;\n//! ```\n//! ```text\n//! no\n//! ```\n\
            /// ```rust,no_run\n/// b();\n/// ```\n/// ```ignore\n/// c();\n/// ```\npub fn f() {}\n\
            // ```\n//// ```\n/** Text.\n * ```should_panic\n * d();\n * ```\n */\npub fn g() {}\n\
            pub const S: &str = \"\n/// ```\n\";\n/// ~~~\n/// ```\n/// ~~~\npub fn h() {}\n\
            /// ```compile_fail\n/// e();\n/// ```\npub fn i() {}\n";
        let summary = summarise("lib.rs", text).expect("it is Rust");
        let line = |at: &u32| text[..*at as usize].lines().count();
        assert_eq!(summary.doc_tests.iter().map(line).collect::<Vec<_>>(), [2, 8, 18, 26]);
        assert!(summary.doc_tests.iter().all(|at| matches!(&text[*at as usize..][..3], "```" | "~~~")));
    }
}
