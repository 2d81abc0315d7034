//! An entry spoken in miette's protocol, so that any of its handlers can show it, ours included.

use super::entry::Entry;
use super::sources::Sources;
use super::text::Text;
use crate::finding::{Edge, Level, Place};
use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use stateline_draw::terminal::{clean, clean_lines};
use std::fmt;
use std::sync::Arc;

/// So many places of a crossing say enough; `explain A B` has them all.
const MOST_OF_CROSSING: usize = 3;
/// More places than these nobody reads; the formats for machines have them all.
pub const MOST_PLACES: usize = 16;

/// An entry together with the texts it quotes.
#[derive(Debug)]
pub struct Diagnosed {
    rule: Option<String>,
    level: Level,
    message: String,
    help: Option<String>,
    /// The first is the diagnostic's own, the others are related to it.
    ends: Vec<End>,
}

/// Places of one file that follow each other in an entry.
#[derive(Debug)]
pub struct End {
    source: Option<Arc<Text>>,
    /// What stands in for the lines where there are none.
    path: String,
    labels: Vec<LabeledSpan>,
}

impl Diagnosed {
    pub fn new(entry: &Entry<'_>, sources: &Sources<'_>) -> Self {
        let most = if entry.edge.is_some() { MOST_OF_CROSSING } else { MOST_PLACES };
        Self::with(entry, sources, most)
    }

    /// With so many places at most.
    pub fn with(entry: &Entry<'_>, sources: &Sources<'_>, most: usize) -> Self {
        let (shown, more) = entry.places.split_at(entry.places.len().min(most));
        let same_file = |a: &Place, b: &Place| a.path == b.path;
        let mut ends: Vec<_> = shown.chunk_by(same_file).map(|places| End::new(places, sources)).collect();
        if !more.is_empty() {
            ends.push(End { source: None, path: rest(more.len(), entry.edge), labels: Vec::new() });
        }
        Self {
            rule: entry.rule.map(str::to_owned),
            level: entry.level,
            message: clean_lines(entry.message),
            help: entry.help.map(clean_lines),
            ends,
        }
    }
}

/// How many places are not shown, and what shows them.
fn rest(count: usize, edge: Option<&Edge>) -> String {
    let places = if count == 1 { "1 more place".to_owned() } else { format!("{count} more places") };
    match edge {
        Some(Edge { from, item, .. }) => {
            format!("{places}: cargo stateline explain {} {}", clean(from), clean(item))
        }
        None => format!("{places}; `--format json` has them all"),
    }
}

impl End {
    fn new(places: &[Place], sources: &Sources<'_>) -> Self {
        let path = &places[0].path;
        let text = sources.text(path);
        let hidden = text.as_ref().filter(|text| !text.is_quotable);
        let at = hidden.map(|text| text.position(text.clamp(&places[0].span).start));
        let at = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        let source = text.filter(|text| text.is_quotable);
        let label = |place: &Place| {
            let span = source.as_ref().map_or(0..0, |text| text.clamp(&place.span));
            let label = Some(clean(&place.label).into_owned()).filter(|label| !label.is_empty());
            LabeledSpan::new_with_span(label, (span.start, span.len()))
        };
        Self { labels: places.iter().map(label).collect(), path: clean(path).into_owned() + &at, source }
    }
}

impl Diagnostic for Diagnosed {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.rule.as_ref().map(|rule| Box::new(rule) as _)
    }
    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
        })
    }
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as _)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.ends.first()?.source_code()
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.ends.first()?.labels()
    }
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let readable = self.ends.first().is_some_and(|end| end.source.is_some());
        let rest = &self.ends[usize::from(readable).min(self.ends.len())..];
        (!rest.is_empty()).then(|| Box::new(rest.iter().map(|end| end as &dyn Diagnostic)) as _)
    }
}

impl Diagnostic for End {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Advice)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|text| text as &dyn SourceCode)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref().map(|_| Box::new(self.labels.iter().cloned()) as _)
    }
}

impl SourceCode for Text {
    /// Whole lines; the lines of context are left out, since one line says enough here.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let range = span.offset()..span.offset() + span.len();
        let (line, start, content) = self.lines(&range);
        let span = SourceSpan::from((start, content.len()));
        let lines = content.lines().count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            content.as_bytes(),
            span,
            line,
            0,
            lines,
        )))
    }
}

impl fmt::Display for Diagnosed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Seen only where the file cannot be quoted.
impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        let mut labels = self.labels.iter().filter_map(LabeledSpan::label);
        labels.try_for_each(|label| write!(f, ": {label}"))
    }
}

impl std::error::Error for Diagnosed {}
impl std::error::Error for End {}
