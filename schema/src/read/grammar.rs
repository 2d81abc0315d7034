//! Holds a document against the table of the language: keys, kinds and forms, but no meanings.

use std::collections::HashMap;

use crate::document::{Entry, Kind, Node, Scalar};
use crate::language::{Form, Mapping, Shape};
use crate::mistake::{Mistakes, quoted};
use crate::suggest::did_you_mean;
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
                format!("{} must be a mapping, but this is {}", table.what, root.kind_name()),
            )
            .help("begin with `stateline: 1`")
        }),
    }
}

struct Grammar<'m> {
    whole: bool,
    mistakes: &'m mut Mistakes,
}

impl Grammar<'_> {
    /// `of` is whose value it is, for a sentence; `at` is where that stands.
    fn value(&mut self, node: &Node<'_>, shape: &'static Shape, of: &str, at: Span) {
        match (shape, &node.kind) {
            (_, Kind::Refused) => {}
            (Shape::Mapping(table) | Shape::NameOrMapping(_, table), Kind::Mapping(entries)) => {
                self.mapping(entries, table, at);
            }
            (Shape::Named(name, each), Kind::Mapping(entries)) => self.named(entries, name, each),
            (Shape::List(each), Kind::List(items)) => self.list(node, items, each, of),
            (Shape::NameOrMapping(_, table), Kind::List(_)) if !table.left_to_a_rule.is_empty() => {}
            (Shape::Form(form) | Shape::NameOrMapping(form, _), Kind::Scalar { .. }) => {
                if let Some(text) = self.text(node, shape, of) {
                    self.form(text, form, node.span);
                }
            }
            (Shape::Text, Kind::Scalar { .. }) => {
                if self.text(node, shape, of).is_some_and(|text| text.trim().is_empty()) {
                    self.mistakes.push(|| {
                        Mistake::new(node.span, format!("`{of}` is blank"))
                            .help("leave it out, or say something")
                    });
                }
            }
            (Shape::TextOrNumber, Kind::Scalar { text, .. }) => {
                let fits = matches!(node.scalar(), Some(Scalar::Number | Scalar::Text));
                if !fits || text.trim().is_empty() {
                    self.wrong_kind(node, shape, of);
                }
            }
            (Shape::Flag, _) if node.truth().is_some() => {}
            (Shape::Number, _) if node.number().is_some() => {}
            (Shape::Edition, _) if node.number() == Some(1) => {}
            (Shape::Edition, _) if node.number().is_some() => self.mistakes.push(|| {
                Mistake::new(node.span, "this edition of the language is not known here")
                    .help("this program reads edition 1: take a newer one")
            }),
            (Shape::OneOf(words), Kind::Scalar { .. }) => {
                let Some(text) = self.text(node, shape, of).filter(|text| !words.contains(text)) else {
                    return;
                };
                self.mistakes.push(|| {
                    let mistake = Mistake::new(node.span, format!("`{of}` cannot be {}", quoted(text)));
                    with_help(mistake, did_you_mean(text, words.iter().copied(), "it is one of"))
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
                Some(known) => self.value(value, &known.shape, known.name, key.span),
                None if table.left_to_a_rule.contains(&&*key.value) => is_bent = true,
                None => self.mistakes.push(|| {
                    let mistake =
                        Mistake::new(key.span, format!("{} has no key {}", table.what, quoted(key)));
                    let keys = table.all_keys().map(|key| key.name);
                    with_help(mistake, did_you_mean(key, keys, "its keys are"))
                }),
            }
        }
        for (one, other) in table.never_both {
            if let (Some(_), Some(other)) = (has(one), has(other)) {
                self.mistakes.push(|| {
                    Mistake::new(
                        other.key.span,
                        format!("`{}` has no meaning beside `{one}`", other.key.value),
                    )
                });
            }
        }
        if !self.whole || is_bent {
            return;
        }
        for missing in table.all_keys().filter(|key| key.required && has(key.name).is_none()) {
            self.mistakes.push(|| {
                Mistake::new(at, format!("{} needs the key `{}`", table.what, missing.name))
                    .help(missing.about)
            });
        }
        if !table.any_of.is_empty() && !table.any_of.iter().any(|name| has(name).is_some()) {
            self.mistakes.push(|| {
                Mistake::new(
                    at,
                    format!("{} needs one of the keys `{}`", table.what, table.any_of.join("`, `")),
                )
            });
        }
    }

    fn named(&mut self, entries: &[Entry<'_>], name: &'static Form, each: &'static Shape) {
        self.duplicates(entries);
        for Entry { key, value } in entries {
            self.form(key, name, key.span);
            self.value(value, each, key, key.span);
        }
    }

    fn list(&mut self, node: &Node<'_>, items: &[Node<'_>], each: &'static Shape, of: &str) {
        if items.is_empty() && self.whole {
            self.mistakes.push(|| {
                Mistake::new(node.span, format!("`{of}` is an empty list"))
                    .help("leave it out, or name something")
            });
        }
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for item in items {
            self.value(item, each, of, item.span);
            // Steps are told apart by their reader, which knows their names in either form.
            let Some(text) = item.text().filter(|_| !matches!(each, Shape::NameOrMapping(..))) else {
                continue;
            };
            match seen.get(text) {
                Some(&first) => self.mistakes.push(|| {
                    Mistake::new(item.span, format!("`{of}` names {} twice", quoted(text)))
                        .related(first, "first named here")
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
                let kebab = text.trim().to_lowercase().replace([' ', '/'], "-");
                match (form.check)(&kebab) {
                    Ok(()) if kebab.len() < 60 => mistake.help(format!("did you mean `{kebab}`?")),
                    _ => mistake.help(format!("here stands {}", form.what)),
                }
            });
        }
    }

    /// A scalar's text, if it is one.
    fn text<'n>(&mut self, node: &'n Node<'_>, shape: &Shape, of: &str) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_kind(node, shape, of);
        }
        text
    }

    fn wrong_kind(&mut self, node: &Node<'_>, shape: &Shape, of: &str) {
        self.mistakes.push(|| {
            let mistake = Mistake::new(
                node.span,
                format!("{} must be {}, but this is {}", quoted(of), shape.describe(), node.kind_name()),
            );
            match (shape, node.scalar(), node.raw()) {
                (_, Some(Scalar::Nothing), _) => mistake.help("give it a value, or leave it out"),
                (Shape::List(_), Some(_), Some(text)) if text.len() < 60 => {
                    mistake.help(format!("write `[{text}]`"))
                }
                (Shape::Number | Shape::Edition | Shape::Flag, Some(Scalar::Text), _) => {
                    mistake.help("write it without quotes, as `1` or `true`")
                }
                (Shape::Number | Shape::Edition | Shape::Flag, ..) => mistake,
                (_, Some(Scalar::Truth | Scalar::Number), _) => {
                    mistake.help("if it is a name, put it in quotes")
                }
                _ => mistake,
            }
        });
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
