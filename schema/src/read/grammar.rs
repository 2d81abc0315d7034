//! Holds a document against the table of the language: keys, kinds and forms, but no meanings.

use std::collections::HashMap;
use std::fmt;

use crate::document::{Entry, Kind, Node, Scalar, whole_number};
use crate::language::{Form, Key, Mapping, Shape};
use crate::mistake::{Mistakes, quoted};
use crate::suggest::{did_you_mean, listed, suggest, suggestion};
use crate::{Mistake, Span};

/// Tells all mistakes of grammar in a file. Of a text that is not `whole`, nothing is called missing.
pub(super) fn check_file(root: &Node<'_>, table: &'static Mapping, whole: bool, mistakes: &mut Mistakes) {
    let mut grammar = Grammar { whole, mistakes };
    match &root.kind {
        Kind::Mapping(entries) => grammar.mapping(entries, table, root.span),
        Kind::Refused => {}
        _ => grammar.mistakes.push(|| {
            Mistake::new(
                root.span,
                format!("expected a mapping of keys to values, found {}", root.kind_name()),
            )
            .help("begin the file with `stateline: 1`")
        }),
    }
}

struct Grammar<'m> {
    whole: bool,
    mistakes: &'m mut Mistakes,
}

impl Grammar<'_> {
    /// `at` is where the key stands whose value it is.
    fn value(&mut self, node: &Node<'_>, shape: &'static Shape, of: Of<'_>, at: Span) {
        match (shape, &node.kind) {
            (_, Kind::Refused) => {}
            (Shape::Mapping(table) | Shape::NameOrMapping(_, table), Kind::Mapping(entries)) => {
                self.mapping(entries, table, at);
            }
            (Shape::Named(name, each), Kind::Mapping(entries)) => self.named(entries, name, each),
            (Shape::OneOrMore(each), Kind::Mapping(_)) if matches!(each, Shape::NameOrMapping(..)) => {
                self.value(node, each, of, at);
            }
            (Shape::OneOrMore(each), _) if node.text().is_some() => self.value(node, each, of, at),
            (Shape::List(each) | Shape::OneOrMore(each), Kind::List(items)) => {
                if items.is_empty() && self.whole {
                    self.mistakes.push(|| {
                        Mistake::new(node.span, format!("{of} is an empty list")).help(match of {
                            Of::Key(_) => "remove the key, or add an entry",
                            Of::EntryOf(_) => "remove the entry `[]`, or add names to it",
                        })
                    });
                }
                self.list(items, each, of);
            }
            (Shape::MaybeEmpty(each), Kind::List(items)) => self.list(items, each, of),
            (Shape::NameOrMapping(_, table), Kind::List(_)) if !table.left_to_a_rule.is_empty() => {}
            (Shape::Form(form) | Shape::NameOrMapping(form, _), Kind::Scalar { .. }) => {
                if let Some(text) = self.text(node, shape, of) {
                    self.form(text, form, node.span);
                }
            }
            (Shape::TextOrNumber, _) if node.scalar() == Some(Scalar::Number) => {}
            (Shape::Text | Shape::TextOrNumber, Kind::Scalar { .. }) => {
                if self.text(node, shape, of).is_some_and(|text| text.trim().is_empty()) {
                    self.mistakes.push(|| {
                        Mistake::new(node.span, format!("{of} is blank"))
                            .help("remove the key, or add a text")
                    });
                }
            }
            (Shape::Flag, _) if node.truth().is_some() => {}
            (Shape::Number, _) if node.number().is_some() => {}
            (Shape::Edition, _) if node.number() == Some(1) => {}
            (Shape::Edition, _) if node.number().is_some() => self.mistakes.push(|| {
                Mistake::new(node.span, "this edition of the map's language is not supported")
                    .help("write `stateline: 1`, or update Stateline")
            }),
            (Shape::OneOf(words), Kind::Scalar { .. }) => {
                let Some(text) = self.text(node, shape, of).filter(|text| !words.contains(text)) else {
                    return;
                };
                self.mistakes.push(|| {
                    let mistake = Mistake::new(node.span, format!("{of} cannot be {}", quoted(text)));
                    with_help(mistake, did_you_mean(text, words.iter().copied(), "possible values are"))
                });
            }
            _ => self.wrong_kind(node, shape, of),
        }
    }

    fn mapping(&mut self, entries: &[Entry<'_>], table: &'static Mapping, at: Span) {
        self.duplicates(entries);
        let has = |name: &str| entries.iter().find(|entry| entry.key.value == name);
        let mut is_bent = false;
        for Entry { key, value } in entries {
            match table.key(key) {
                Some(known) => self.value(value, &known.shape, Of::Key(known.name), key.span),
                None if table.left_to_a_rule.contains(&&*key.value) => is_bent = true,
                None if key.value == "<<" => self.mistakes.push(|| {
                    Mistake::new(key.span, "merge keys are not allowed in a map")
                        .help("write the keys out where they apply")
                }),
                None => self.mistakes.push(|| {
                    let mistake =
                        Mistake::new(key.span, format!("unknown key {} in {}", quoted(key), table.what));
                    let keys = table.all_keys().map(|key| key.name);
                    mistake.help(match suggest(key, keys.clone()) {
                        Some(meant) => suggestion(meant),
                        // One that is like none of ours may be of a version that is to come.
                        None => format!(
                            "possible keys are {}; if a newer version has it, update Stateline",
                            listed(keys)
                        ),
                    })
                }),
            }
        }
        for (one, other) in table.never_both {
            if let (Some(_), Some(other)) = (has(one), has(other)) {
                self.mistakes.push(|| {
                    Mistake::new(
                        other.key.span,
                        format!("`{}` and `{one}` cannot be used together", other.key.value),
                    )
                    .help("remove one of them")
                });
            }
        }
        if !self.whole || is_bent {
            return;
        }
        for missing in table.all_keys().filter(|key| key.required && has(key.name).is_none()) {
            self.mistakes.push(|| {
                Mistake::new(at, format!("missing key `{}` in {}", missing.name, table.what))
                    .help(add(missing))
            });
        }
        if !table.any_of.is_empty() && !table.any_of.iter().any(|name| has(name).is_some()) {
            self.mistakes.push(|| {
                Mistake::new(at, format!("missing key in {}: `{}`", table.what, table.any_of.join("` or `")))
            });
        }
    }

    fn named(&mut self, entries: &[Entry<'_>], name: &'static Form, each: &'static Shape) {
        self.duplicates(entries);
        for Entry { key, value } in entries {
            self.form(key, name, key.span);
            self.value(value, each, Of::Key(key), key.span);
        }
    }

    fn list(&mut self, items: &[Node<'_>], each: &'static Shape, of: Of<'_>) {
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for item in items {
            self.value(item, each, of.entry(), item.span);
            // Steps are told apart by their reader, which knows their names in either form.
            let Some(text) = item.text().filter(|_| !matches!(each, Shape::NameOrMapping(..))) else {
                continue;
            };
            match seen.get(text) {
                Some(&first) => self.mistakes.push(|| {
                    Mistake::new(item.span, format!("{of} lists {} twice", quoted(text)))
                        .help("remove one of them")
                        .related(first, "first listed here")
                }),
                None => drop(seen.insert(text, item.span)),
            }
        }
    }

    fn duplicates(&mut self, entries: &[Entry<'_>]) {
        let mut seen: HashMap<&str, Span> = HashMap::with_capacity(entries.len());
        for Entry { key, .. } in entries {
            match seen.get(&*key.value) {
                Some(&first) => self.mistakes.push(|| {
                    Mistake::new(key.span, format!("the key {} is given twice", quoted(key)))
                        .help("remove one of them")
                        .related(first, "first given here")
                }),
                None => drop(seen.insert(&key.value, key.span)),
            }
        }
    }

    fn form(&mut self, text: &str, form: &Form, span: Span) {
        if let Err(wrong) = (form.check)(text) {
            self.mistakes.push(|| {
                let mistake = Mistake::new(span, clipped(wrong));
                let is_right = |meant: &String| meant.len() < 60 && (form.check)(meant).is_ok();
                match plainer(text).into_iter().find(is_right) {
                    Some(meant) => mistake.help(suggestion(meant)),
                    None => mistake,
                }
            });
        }
    }

    /// A scalar's text, if it is one.
    fn text<'n>(&mut self, node: &'n Node<'_>, shape: &Shape, of: Of<'_>) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_kind(node, shape, of);
        }
        text
    }

    fn wrong_kind(&mut self, node: &Node<'_>, shape: &Shape, of: Of<'_>) {
        self.mistakes.push(|| {
            let shape_told = shape.describe();
            let comma = if shape_told.contains(',') { "," } else { "" };
            let found = match (shape, node.raw()) {
                (Shape::Number, Some(text)) if node.scalar() == Some(Scalar::Number) && text.len() < 60 => {
                    quoted(text)
                }
                _ => node.kind_name().to_owned(),
            };
            let message = format!("expected {shape_told}{comma} {}, found {found}", of.place());
            with_help(Mistake::new(node.span, message), right_kind(node, shape))
        });
    }
}

/// What may have been meant by a text of the wrong form: a name, an edge, a date.
fn plainer(text: &str) -> Vec<String> {
    let text = text.trim();
    let name = text.to_lowercase().replace(' ', "-");
    let edge = text.split("->").map(str::trim).collect::<Vec<_>>().join(" -> ");
    let is_date = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date =
        is_date.then(|| text.split('-').map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-"));
    [name, edge].into_iter().chain(date).collect()
}

/// How to write what was probably meant.
fn right_kind(node: &Node<'_>, shape: &Shape) -> Option<String> {
    let (scalar, text) = (node.scalar()?, node.raw().filter(|text| text.len() < 60)?);
    let fits_in_quotes = match shape {
        Shape::Text => true,
        Shape::Form(form) | Shape::NameOrMapping(form, _) => (form.check)(text).is_ok(),
        _ => false,
    };
    match shape {
        _ if scalar == Scalar::Nothing => Some("add a value, or remove the key".into()),
        Shape::List(_) | Shape::MaybeEmpty(_) => Some(format!("write `[{text}]`")),
        Shape::Flag => Some("write `true` or `false`, without quotes".into()),
        Shape::Number | Shape::Edition if whole_number(text).is_some() => {
            Some(format!("write `{text}`, without quotes"))
        }
        // Of names, `true` is none that anybody means.
        Shape::Form(_) | Shape::NameOrMapping(..) if scalar == Scalar::Truth => None,
        _ if scalar != Scalar::Text && fits_in_quotes => Some(format!("put it in quotes: `'{text}'`")),
        _ => None,
    }
}

/// Whose value something is, for a sentence.
#[derive(Clone, Copy)]
enum Of<'a> {
    Key(&'a str),
    EntryOf(&'a str),
}

impl<'a> Of<'a> {
    fn entry(self) -> Self {
        let (Of::Key(key) | Of::EntryOf(key)) = self;
        Of::EntryOf(key)
    }

    /// After what is expected: ``for `owns` ``, ``in `owns` ``.
    fn place(self) -> String {
        match self {
            Of::Key(key) => format!("for {}", quoted(key)),
            Of::EntryOf(key) => format!("in {}", quoted(key)),
        }
    }
}

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Of::Key(key) => f.write_str(&quoted(key)),
            Of::EntryOf(key) => write!(f, "an entry of {}", quoted(key)),
        }
    }
}

fn with_help(mistake: Mistake, help: Option<String>) -> Mistake {
    match help {
        Some(help) => mistake.help(help),
        None => mistake,
    }
}

fn clipped(sentence: String) -> String {
    match sentence.char_indices().nth(300) {
        Some((at, _)) => format!("{}…", &sentence[..at]),
        None => sentence,
    }
}

/// What to do about a key that is not there: the first sentence of its description, as the schema has it.
fn add(missing: &Key) -> String {
    if matches!(missing.shape, Shape::Edition) {
        return format!("add `{}: 1`", missing.name);
    }
    let about = missing.about.split(". ").next().unwrap_or(missing.about);
    let mut about = about.trim_end_matches('.').chars();
    let first = about.next().into_iter().flat_map(char::to_lowercase);
    format!("add `{}: …`: {}{}", missing.name, first.collect::<String>(), about.as_str())
}
