//! Markdown for the terminal: as much of it as rules' pages use.
//!
//! Headings, paragraphs, lists, fenced code, and within lines code, strong, emphasis and links.
//! Code is never wrapped: it is there to be copied.

use anstyle::{AnsiColor, Style};
use stateline_draw::terminal::{FAINT, NAME, STRONG, TextStyle, clean};
use textwrap::core::display_width;

/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: usize = 92;
const HEADING: Style = AnsiColor::Yellow.on_default().bold();
const EMPHASIS: Style = Style::new().italic();

/// The page as lines that fit, with a line break at the end.
pub fn render(page: &str, style: &TextStyle) -> String {
    let style = TextStyle { width: style.width().min(WIDEST), ..*style };
    let mut out = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(fence) = fence_of(line) {
            if out.last().is_some_and(|before: &String| !before.is_empty()) {
                out.push(String::new());
            }
            let code = lines.by_ref().take_while(|line| !closes(line, fence));
            out.extend(code.map(|line| code_line(line, &style)));
        } else if let Some(heading) = line.strip_prefix('#') {
            out.push(style.paint(HEADING, &clean(heading.trim_start_matches('#').trim())));
        } else if line.trim().is_empty() {
            out.push(String::new());
        } else {
            let (first, rest) = indents(line);
            let mut text =
                line.trim_start()[first.trim_start().len().min(line.trim_start().len())..].trim().to_owned();
            while let Some(next) = lines.next_if(|next| continues(next)) {
                text.push(' ');
                text.push_str(next.trim());
            }
            let marker = first.replacen("- ", "• ", 1);
            out.push(style.wrap(&inline(&text, &style), &marker, &rest));
        }
    }
    let mut text = out.join("\n").trim().to_owned();
    text.push('\n');
    text
}

/// The run of backticks or tildes that opens fenced code.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let len = line.find(|char| char != mark).unwrap_or(line.len());
    (len >= 3).then(|| &line[..len])
}

fn closes(line: &str, fence: &str) -> bool {
    line.trim().starts_with(fence) && line.trim().chars().all(|char| fence.starts_with(char))
}

/// A line of code, its comments less loud: they say which file it is.
fn code_line(line: &str, style: &TextStyle) -> String {
    let code = line.replace('\t', "    ");
    let is_comment =
        ["//", "#"].iter().any(|mark| code.trim_start().starts_with(mark)) && !code.contains("#[");
    let color = if is_comment { FAINT } else { NAME };
    format!("    {}", style.paint(color, &clean(&code))).trim_end().to_owned()
}

/// What the first and the other lines of a paragraph or a list's item begin with.
fn indents(line: &str) -> (String, String) {
    let indent = " ".repeat(line.len() - line.trim_start().len());
    let text = line.trim_start();
    let number =
        text.find(". ").filter(|at| *at > 0 && text[..*at].bytes().all(|byte| byte.is_ascii_digit()));
    let marker = match number {
        Some(at) => &text[..at + 2],
        None if text.starts_with("- ") || text.starts_with("* ") => "- ",
        None => "",
    };
    let indent = if marker.is_empty() { String::new() } else { format!("{indent}  ") };
    (format!("{indent}{marker}"), format!("{indent}{}", " ".repeat(marker.len())))
}

/// Whether a line belongs to the paragraph or the item before it.
fn continues(line: &str) -> bool {
    let marker = indents(line).0;
    !line.trim().is_empty() && !line.starts_with('#') && fence_of(line).is_none() && marker.trim().is_empty()
}

/// Code, strong, emphasis and links within a line. Each word is painted by itself, so that no
/// style runs over the end of a line.
fn inline(text: &str, style: &TextStyle) -> String {
    let text = clean(text);
    let mut out = String::new();
    let mut rest: &str = &text;
    while let Some(at) = rest.find(['`', '*', '[']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((painted, len)) = span(rest, style) else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        out.push_str(&painted);
        rest = &rest[len..];
    }
    out.push_str(rest);
    out
}

/// The marked span at the beginning, painted, and its length with the marks.
fn span(text: &str, style: &TextStyle) -> Option<(String, usize)> {
    let enclosed = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close).filter(|end| *end > 0)?;
        Some((&inner[..end], open.len() + end + close.len()))
    };
    if let Some((code, len)) = enclosed("``", "``").or_else(|| enclosed("`", "`")) {
        let plain = format!("`{code}`");
        return Some((if style.color { words(code, NAME, style) } else { plain }, len));
    }
    if let Some((strong, len)) = enclosed("**", "**") {
        return Some((words(strong, STRONG, style), len));
    }
    if let Some((stressed, len)) = enclosed("*", "*").filter(|(inner, _)| !inner.starts_with(' ')) {
        return Some((words(stressed, EMPHASIS, style), len));
    }
    let (label, len) = enclosed("[", "](")?;
    let end = text[len..].find(')')?;
    let url = &text[len..len + end];
    let label = inline(label, style);
    let shown =
        if display_width(&label) == 0 || url.starts_with('#') { label } else { format!("{label} <{url}>") };
    Some((shown, len + end + 1))
}

fn words(text: &str, color: Style, style: &TextStyle) -> String {
    text.split(' ').map(|word| style.paint(color, word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# undeclared-call\n\n## What it does\nFinds calls of *operations* that `calls` does not grant; see [the map](https://example.org/map).\n\n- one item that is long enough to be wrapped at forty columns\n  and goes on\n- **two**\n\n1. first\n\n```rust\n// payments/src/lib.rs\nfn f() { ledger::set(1, 2, 3); } // never wrapped\n```\n```yaml\n# stateline.yaml\n```\n";

    #[test]
    fn fits_the_paper() {
        insta::assert_snapshot!(render(PAGE, &TextStyle::plain(40)), @r"
        undeclared-call

        What it does
        Finds calls of operations that `calls`
        does not grant; see the map
        <https://example.org/map>.

          • one item that is long enough to be
            wrapped at forty columns and goes on
          • two

          1. first

            // payments/src/lib.rs
            fn f() { ledger::set(1, 2, 3); } // never wrapped

            # stateline.yaml
        ");
    }

    #[test]
    fn colours_hide_the_marks() {
        let painted = render(PAGE, &TextStyle { width: 80, color: true });
        assert!(!painted.contains('`') && painted.contains("\u{1b}["), "{painted}");
    }
}
