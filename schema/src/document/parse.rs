//! From YAML's events to a tree of our own, without what a map has no use for.
//!
//! Anchors, aliases and tags are refused here, so that no later stage can meet one: an alias is never
//! followed, and a bomb of them costs no more than its own bytes.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError};

use super::{Document, Entry, Kind, Node};
use crate::{Mistake, Source, Span, Spanned, mistake::Mistakes};

/// The size in bytes above which a map or its exceptions are refused unread: some 200,000 lines. What
/// `init` writes for bevy, module by module, has a quarter of it; a text of this size that is as dense as
/// can be costs two seconds of CPU.
pub const MAX_BYTES: usize = 8 << 20;

/// The depth from which on a text is refused. The deepest place of the language is the seventh.
const MAX_DEPTH: usize = 40;

/// Reads a text to its end, or to the first place where it is no YAML.
pub(crate) fn parse<'t>(source: &'t Source, mistakes: &mut Mistakes) -> Document<'t> {
    if source.text.len() > MAX_BYTES {
        let span = Span { source: source.id, start: 0, end: 0 };
        mistakes.push(|| {
            Mistake::new(span, format!("`{}` has {} bytes", source.name, source.text.len()))
                .help(format!("at most {MAX_BYTES} are read"))
        });
        return Document { root: None, whole: false };
    }
    let mut tree = Tree::new(source);
    let mut events = Parser::new_from_str_with_options(&source.text, options());
    let whole = loop {
        match events.next_event() {
            None => break true,
            Some(Err(error)) => {
                mistakes.push(|| tree.broken(&error));
                break false;
            }
            Some(Ok((event, span))) => {
                let place = tree.span(&span);
                if let Some(tag) = span.tag_span() {
                    mistakes.push(|| tagged(tree.span(&tag)));
                }
                if !tree.take(event, place, mistakes) {
                    break true;
                }
            }
        }
    };
    Document { root: tree.finish(), whole }
}

fn options() -> Options {
    let mut options = Options::default();
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.set_emit_comments(false);
    options
}

/// The tree as far as it has grown.
struct Tree<'t> {
    source: &'t Source,
    root: Option<Node<'t>>,
    open: Vec<Open<'t>>,
    documents: usize,
}

/// A collection whose end has not come yet.
struct Open<'t> {
    node: Node<'t>,
    /// Whether its place is known only when its first entry comes.
    unplaced: bool,
    /// The key that waits for its value; none inside stands for a key that is no scalar.
    key: Option<Option<Spanned<Cow<'t, str>>>>,
}

impl<'t> Tree<'t> {
    fn new(source: &'t Source) -> Self {
        Tree { source, root: None, open: Vec::new(), documents: 0 }
    }

    /// Takes the next event, and says whether to go on.
    fn take(&mut self, event: Event<'t>, span: Span, mistakes: &mut Mistakes) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    mistakes.push(|| {
                        Mistake::new(span, "a second YAML document begins here")
                            .help("put each document into a file of its own")
                    });
                    return false;
                }
            }
            Event::Anchor(..) => mistakes.push(|| no_sharing(span, "an anchor")),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                mistakes.push(|| no_sharing(span, "an alias"));
                self.put(Node { kind: Kind::Refused, span }, mistakes);
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                self.put(Node { kind: Kind::Scalar { text, plain }, span }, mistakes);
            }
            Event::SequenceStart(..) => self.open(Kind::List(Vec::new()), span),
            Event::MappingStart(..) => self.open(Kind::Mapping(Vec::new()), span),
            Event::SequenceEnd | Event::MappingEnd => self.close(Some(span), mistakes),
            // The stream's and the document's own ends, and whatever a later parser may tell besides.
            _ => {}
        }
        true
    }

    fn open(&mut self, kind: Kind<'t>, span: Span) {
        let key = self.open.last().and_then(|open| open.key.as_ref()?.as_ref()).map(|key| key.span);
        // Block collections begin with an empty place.
        let is_block = span.start == span.end;
        let node = Node { kind, span: if is_block { key.unwrap_or(span) } else { span } };
        self.open.push(Open { node, unplaced: is_block && key.is_none(), key: None });
    }

    /// Ends the innermost collection; without a place where the text breaks off.
    fn close(&mut self, end: Option<Span>, mistakes: &mut Mistakes) {
        let Some(mut open) = self.open.pop() else { return };
        if let (Some(Some(key)), Kind::Mapping(entries)) = (open.key, &mut open.node.kind) {
            let value = Node { kind: Kind::Refused, span: key.span };
            entries.push(Entry { key, value });
        }
        if let Some(end) = end.filter(|end| end.end > end.start) {
            open.node.span.end = end.end;
        }
        self.put(open.node, mistakes);
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, mut node: Node<'t>, mistakes: &mut Mistakes) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        if open.unplaced {
            open.unplaced = false;
            open.node.span = node.span;
        }
        match (&mut open.node.kind, open.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (Kind::Mapping(entries), Some(Some(key))) => {
                if node.span.start == node.span.end {
                    // A value that is not written has no place of its own.
                    node.span = key.span;
                }
                entries.push(Entry { key, value: node });
            }
            (_, Some(_)) => {}
            (_, None) => open.key = Some(key(node, mistakes)),
        }
    }

    /// Ends all that is open.
    fn finish(mut self) -> Option<Node<'t>> {
        while !self.open.is_empty() {
            self.close(None, &mut Mistakes::default());
        }
        self.root.filter(
            |root| !matches!(&root.kind, Kind::Scalar { plain: true, .. } if root.kind_name() == "nothing"),
        )
    }

    fn span(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or_default();
        Span { source: self.source.id, start: range.start, end: range.end }
    }

    /// A sentence for a text that is no YAML.
    fn broken(&self, error: &ScanError) -> Mistake {
        let text = &self.source.text;
        let start = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
        let end = start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span { source: self.source.id, start, end };
        match error.kind() {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart => {
                Mistake::new(span, "YAML does not allow tabs for indentation").help("indent with spaces")
            }
            ErrorKind::MissingAnchorOrAliasName => {
                Mistake::new(span, "a bare `*` or `&` begins an alias or an anchor")
                    .help("put it in quotes: '*'")
            }
            ErrorKind::RecursionLimitExceeded => {
                Mistake::new(span, "nested too deeply").help(format!("at most {MAX_DEPTH} levels are read"))
            }
            _ => Mistake::new(span, format!("this is not YAML: {}", error.info())),
        }
    }
}

/// A key, which is a scalar; none for any other, which is a mistake.
fn key<'t>(node: Node<'t>, mistakes: &mut Mistakes) -> Option<Spanned<Cow<'t, str>>> {
    match node.kind {
        Kind::Scalar { text, .. } => Some(Spanned::new(text, node.span)),
        Kind::Refused => None,
        _ => {
            mistakes.push(|| Mistake::new(node.span, "a key must be a name, not a list or mapping"));
            None
        }
    }
}

fn no_sharing(span: Span, what: &str) -> Mistake {
    Mistake::new(span, format!("{what} is not allowed in a map")).help("write the value out where it applies")
}

fn tagged(span: Span) -> Mistake {
    Mistake::new(span, "YAML tags are not allowed in a map").help("remove the tag")
}
