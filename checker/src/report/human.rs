//! For people: the compiler's familiar form, with the code and the line of the map in one report.
//!
//! Drawn by `annotate-snippets` from what miette's protocol says. miette's own handler was tried
//! beside it: it spreads the two ends over two reports of twice the height, lets escape sequences
//! in source lines through, and does not shorten long lines.

use super::excerpt::Excerpt;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use miette::{Diagnostic, LabeledSpan, Severity, SourceSpan};
use stateline_draw::terminal::{TextStyle, clean, clean_code, clean_lines, wrap};
use std::ops::Range;
use textwrap::core::display_width;

/// What stands to the left of a line of code: its number, a bar and spaces around.
const GUTTER: usize = 8;
/// In narrower text the rule's name would take half of the title's lines.
const ROOM_FOR_RULE: usize = 60;
/// What a line that is shortened loses at both ends.
const ELLIPSES: usize = 7;

/// One diagnostic with all its ends, without a line break at the end.
pub fn render(diagnostic: &dyn Diagnostic, style: &TextStyle) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.term_width(style.width()).render(&[group(diagnostic, style)]);
    drawn.split('\n').filter(|line| !is_bare_origin(line)).collect::<Vec<_>>().join("\n")
}

/// The line that stands before an excerpt without a path: a cut one, whose place is told above it.
fn is_bare_origin(line: &str) -> bool {
    let without_style = line.split('\u{1b}').map(|part| match part.strip_prefix('[') {
        Some(style) => style.split_once('m').map_or("", |(_, rest)| rest),
        None => part,
    });
    without_style.collect::<String>().trim() == ":::"
}

fn group<'a>(diagnostic: &dyn Diagnostic, style: &TextStyle) -> Group<'a> {
    let level = match diagnostic.severity() {
        Some(Severity::Warning) => Level::WARNING,
        _ => Level::ERROR,
    };
    let rule = diagnostic.code().map(|code| code.to_string());
    let (beside, below) = if style.width() >= ROOM_FOR_RULE { (rule, None) } else { (None, rule) };
    let name = if diagnostic.severity() == Some(Severity::Warning) { "warning: " } else { "error: " };
    let taken = name.len() + beside.as_ref().map_or(0, |rule| rule.len() + 2);
    let title = level.primary_title(wrap(&diagnostic.to_string(), style.width().saturating_sub(taken)));
    let mut group = match beside {
        Some(rule) => Group::with_title(title.id(rule)),
        None => Group::with_title(title),
    };
    group = end(group, diagnostic, AnnotationKind::Primary, style);
    for other in diagnostic.related().into_iter().flatten() {
        group = end(group, other, AnnotationKind::Context, style);
    }
    if let Some(help) = diagnostic.help() {
        let room = style.width().saturating_sub(GUTTER + "help: ".len());
        group = group.element(Level::HELP.message(wrap(&help.to_string(), room)));
    }
    match below {
        Some(rule) => group.element(Level::NOTE.with_name("rule").message(rule)),
        None => group,
    }
}

/// Adds one end: its lines with what is said about them, or a sentence if there are no lines.
fn end<'a>(
    group: Group<'a>,
    diagnostic: &dyn Diagnostic,
    kind: AnnotationKind,
    style: &TextStyle,
) -> Group<'a> {
    let labels: Vec<_> = diagnostic.labels().into_iter().flatten().collect();
    let excerpt = covering(&labels).and_then(|span| diagnostic.source_code()?.read_span(&span, 0, 0).ok());
    let Some(excerpt) = excerpt else {
        let unreadable = diagnostic.severity() == Some(Severity::Advice);
        return if unreadable {
            group.element(Level::NOTE.message(clean(&diagnostic.to_string()).into_owned()))
        } else {
            group
        };
    };
    let whole = String::from_utf8_lossy(excerpt.data());
    let marks: Vec<Range<usize>> = labels
        .iter()
        .map(|label| first_line(&whole, label.offset() - excerpt.span().offset(), label.len()))
        .collect();
    let cut = Excerpt::new(&whole, &marks);
    let content = clean_code(&cut.content);
    let (mut below, mut annotations) = (Vec::new(), Vec::new());
    for (label, span) in labels.iter().zip(cut.marks) {
        let text = label.label().map(clean_lines);
        let Some(span) = span else {
            below.extend(text);
            continue;
        };
        let inline = text.as_ref().is_some_and(|text| fits(&content, &span, text, style));
        let annotation = if annotations.is_empty() { kind } else { AnnotationKind::Context }.span(span);
        annotations.push(if inline { annotation.label(text.clone()) } else { annotation });
        below.extend(text.filter(|_| !inline));
    }
    let snippet: Snippet<'a, Annotation<'a>> =
        Snippet::source(content).line_start(excerpt.line() + 1).annotations(annotations);
    let path = excerpt.name().map(|name| clean(name).into_owned());
    let group = match path.filter(|_| cut.is_cut) {
        None => group.element(snippet.path(excerpt.name().map(|name| clean(name).into_owned()))),
        Some(path) => {
            // Else the column would be counted in what is left of the line.
            let (line, column) = position(&whole, marks.first().map_or(0, |mark| mark.start));
            let origin = Origin::path(path).line(excerpt.line() + line).char_column(column);
            let group = if kind == AnnotationKind::Primary { group } else { group.element(Padding) };
            group.element(origin).element(snippet)
        }
    };
    let room = style.width().saturating_sub(GUTTER);
    below
        .into_iter()
        .fold(group, |group, text| group.element(Level::NOTE.no_name().message(wrap(&text, room))))
}

/// Line and column of a place in a text, counted from one.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The smallest span around all labels.
fn covering(labels: &[LabeledSpan]) -> Option<SourceSpan> {
    let start = labels.iter().map(LabeledSpan::offset).min()?;
    let end = labels.iter().map(|label| label.offset() + label.len()).max()?;
    Some(SourceSpan::from((start, end - start)))
}

/// A whole function need not be quoted to say where it begins. What points at a line's end, which
/// is not quoted, points behind its last character.
fn first_line(content: &str, start: usize, len: usize) -> Range<usize> {
    let start = start.min(content.len());
    let line_end = content[start..].find('\n').map_or(content.len(), |at| start + at);
    start..(start + len).min(line_end)
}

/// Whether a label can stand beside its mark without going over the edge.
fn fits(content: &str, span: &Range<usize>, label: &str, style: &TextStyle) -> bool {
    let line_start = content[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = content[line_start..].lines().next().unwrap_or_default();
    let width = |text: &str| display_width(&text.replace('\t', "    "));
    let room = style.width().saturating_sub(GUTTER);
    let beside = width(&content[line_start..span.end]) + 1 + display_width(label);
    let shortened = width(line) > room;
    if shortened {
        width(&content[span.clone()]) + display_width(label) + ELLIPSES <= room
    } else {
        beside <= room
    }
}

#[cfg(test)]
mod tests;
