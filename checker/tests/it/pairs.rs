//! What the checker says of a change, held against what really happens: see `tests/pairs/table.rs`.

// `scripts/pairs` has these files from elsewhere.
#[path = "pairs/samples.rs"]
pub(crate) mod samples;
#[path = "pairs/truth.rs"]
pub(crate) mod truth;

#[cfg(test)]
#[path = "../pairs/table.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the file is read as a crate, and of most values only the text counts"
)]
mod table;

use crate::layout::Layout;
use cargo_stateline::graph::Graph;
use cargo_stateline::wire::Wire;
use samples::samples;
use stateline_schema::shape::{
    Body, Definition, Field, Mode, Plain, Problem, Tagging, Term, Types, problems,
};
use stateline_schema::{Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};
use truth::{Pair, Truth};

/// Pairs in which a value is received under another name, because an attribute says that it is the same:
/// which no comparison of texts can know.
const MEANT: &[&str] = &["variant_alias", "variant_other", "variant_other_tagged"];

/// The root of each pair, and all that it leads to.
pub(crate) struct Side {
    types: Types,
    roots: BTreeMap<String, Term>,
}

/// The text with the modules `old`, or the modules `new`, in place of those around them.
pub(crate) fn side(text: &str, which: &str) -> Side {
    let mut kept = String::new();
    for line in text.lines().take_while(|line| *line != "/// All pairs.") {
        let modules = line.strip_prefix("    pub mod ").and_then(|rest| rest.split_once(" { "));
        let line = if line.starts_with("use crate::") { "" } else { line };
        let inside = modules.map(|(name, rest)| (name, rest.strip_suffix('}').expect("a module is a line")));
        match inside {
            Some((name, inside)) if name == which => kept.push_str(inside),
            Some(_) => {}
            None => kept.push_str(line),
        }
        kept.push('\n');
    }
    let files = BTreeMap::from([
        ("stateline.yaml".to_owned(), "stateline: 1\ncontexts:\n  pairs: { owns: [pairs] }\n".to_owned()),
        (
            "pairs/Cargo.toml".to_owned(),
            "[package]\nname = \"pairs\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\nserde = \"1\"\n".to_owned(),
        ),
        ("Cargo.toml".to_owned(), "[workspace]\nresolver = \"3\"\nmembers = [\"pairs\"]\n".to_owned()),
        ("pairs/src/lib.rs".to_owned(), kept),
    ]);
    Layout { files }.with(|input| {
        let graph = Graph::new(input);
        let mut wire = Wire::new(&graph);
        let mut roots = BTreeMap::new();
        for id in wire.all() {
            let path = graph.path(id);
            if let Some(name) = path.strip_prefix("pairs::").and_then(|rest| rest.strip_suffix("::T")) {
                roots.insert(name.to_owned(), wire.named(id));
            }
        }
        Side { types: wire.types, roots }
    })
}

/// The variants in a term that the wire does not name.
fn unnamed(types: &Types, term: &Term) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = term.names();
    let mut seen = BTreeSet::new();
    while let Some(name) = left.pop() {
        let Some(definition) = types.get(name).filter(|_| seen.insert(name)) else { continue };
        left.extend(definition.terms().into_iter().flat_map(Term::names));
        if let Body::Enum { tagging, variants, .. } = &definition.body {
            let unnamed = variants.iter().filter(|it| it.untagged || *tagging == Tagging::Untagged);
            found.extend(unnamed.map(|variant| variant.name.value.clone()));
        }
    }
    found
}

/// What the checker says of one direction, and what happens.
struct Judged {
    said: [Vec<Problem>; 2],
    happens: Truth,
}

impl Judged {
    fn new(pair: &Pair, (from, to): (&Side, &Side), backwards: bool) -> Judged {
        let (written, read) = (&from.roots[pair.name], &to.roots[pair.name]);
        let said = [Mode::Strict, Mode::Lenient]
            .map(|mode| problems((&from.types, written), (&to.types, read), mode));
        let texts = samples(&from.types, written);
        let unnamed =
            [unnamed(&from.types, written), unnamed(&to.types, read)].concat().into_iter().collect();
        let happens = match backwards {
            true => pair.backwards(&texts, &unnamed),
            false => pair.forwards(&texts, &unnamed),
        };
        Judged { said, happens }
    }

    /// For each of the two readers: whether the checker says that it is safe, and whether it is.
    fn verdicts(&self) -> [(bool, bool); 2] {
        [(&self.said[0], &self.happens.not_stored), (&self.said[1], &self.happens.not_received)]
            .map(|(said, fails)| (said.is_empty(), fails.is_empty()))
    }
}

/// How often the checker was right.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) safe: usize,
    pub(crate) unsafe_: usize,
    /// Said to be unsafe, and yet nothing went wrong.
    pub(crate) careful: Vec<String>,
    /// Said to be safe, and something went wrong.
    pub(crate) wrong: Vec<String>,
    /// Pairs of which no value could be made.
    pub(crate) untried: Vec<String>,
    /// A line for each pair.
    pub(crate) lines: BTreeMap<String, String>,
}

/// Judges all pairs of a text that is compiled in.
pub(crate) fn judge(text: &str, all: &[Pair]) -> Tally {
    let (old, new) = (side(text, "old"), side(text, "new"));
    let mut tally = Tally::default();
    for pair in all {
        let forwards = Judged::new(pair, (&old, &new), false);
        let backwards = Judged::new(pair, (&new, &old), true);
        let mut cells = Vec::new();
        for (judged, way) in [(&forwards, "old to new"), (&backwards, "new to old")] {
            if judged.happens.written.is_empty() {
                tally.untried.push(format!("{} ({way})", pair.name));
            }
            let fails = [&judged.happens.not_stored, &judged.happens.not_received];
            for (at, (said, is)) in judged.verdicts().into_iter().enumerate() {
                let reader = ["stored", "received"][at];
                let what = format!("{} ({way}, {reader})", pair.name);
                match (said, is) {
                    (true, false) if at == 1 && MEANT.contains(&pair.name) => {}
                    (true, false) => tally.wrong.push(format!("{what}: {:?}", fails[at].first())),
                    (false, true) if judged.happens.written.is_empty() => {}
                    (false, true) => tally.careful.push(format!("{what}: {:?}", judged.said[at].first())),
                    _ => {}
                }
                tally.safe += usize::from(said);
                tally.unsafe_ += usize::from(!said);
                cells.push(if said { "safe" } else { "**unsafe**" });
            }
        }
        // Stored data is read by the build that comes after alone.
        tally.lines.insert(pair.name.to_owned(), format!("{} | {} | {}", cells[0], cells[1], cells[3]));
    }
    tally
}

#[test]
fn what_the_checker_says_is_what_happens() {
    let text = include_str!("../pairs/table.rs");
    let tally = judge(text, table::ALL);
    assert!(table::ALL.len() > 160 && text.matches("\npub mod ").count() == table::ALL.len());
    assert_eq!(tally.wrong, Vec::<String>::new(), "said to be safe, and it is not");
    // Numbers of 128 bits are read from no memory, so that nothing of these is ever written.
    let never = ["flatten_wide_number (new to old)", "tag_internal_wide (new to old)"];
    assert_eq!(tally.untried, never, "of these no value could be made");
    let right = tally.unsafe_ - tally.careful.len();
    assert!(
        right * 100 >= tally.unsafe_ * 95,
        "{right} of {} are right: {:#?}",
        tally.unsafe_,
        tally.careful
    );
}

/// Forty types, each twice in the one before: there are more ways to the last than could be gone.
#[test]
fn what_stands_in_many_places_is_compared_once() {
    let types = |last: Plain| {
        let field = |name: &str, term: &Term| Field {
            name: Spanned::new(name.to_owned(), Span::default()),
            term: term.clone(),
            ..Field::default()
        };
        let define = |at: u32| {
            let below = if at == 40 { last.into() } else { Term::Named(format!("a::T{}", at + 1)) };
            let name = Spanned::new(format!("a::T{at}"), Span::default());
            let fields = vec![field("a", &below), field("b", &below)];
            (name.value.clone(), Definition { name, body: Body::Object { fields, strict: false } })
        };
        (0..=40).map(define).collect::<Types>()
    };
    let (old, new, term) = (types(Plain::U32), types(Plain::U64), Term::Named("a::T0".to_owned()));
    assert_eq!(problems((&old, &term), (&new, &term), Mode::Strict), []);
    let narrower = problems((&new, &term), (&old, &term), Mode::Strict);
    assert!((1..100).contains(&narrower.len()));
}

/// `STATELINE_RENEW=1` writes it.
#[test]
fn the_table_in_the_docs_is_what_the_checker_says() {
    let text = include_str!("../pairs/table.rs");
    let tally = judge(text, table::ALL);
    let mut page = String::from(HEAD);
    let mut kind = "";
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("/// ") {
            kind = said;
        } else if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(" {")) {
            page.push_str(&format!("| {kind} | {} |\n", tally.lines[name]));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/changes.md");
    if std::env::var_os("STATELINE_RENEW").is_some() {
        std::fs::write(path, &page).expect("it can be written");
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == page, "docs/changes.md is stale: run this test with STATELINE_RENEW=1");
}

/// What stands above the table.
const HEAD: &str = "\
# What a change does

What `cargo stateline check` says of a change of a type, for data that is stored and for what is on its way. A test \
compiles each pair of types (`checker/tests/pairs/table.rs`), writes values with the one and reads them with the other, \
through the readers of the runtime, and holds the verdict against what happens: *safe* is never wrong, and *unsafe* is \
right in 95 of 100 cases at least.

- **stored**: data of instances in flight, written by the old build and read by the new one. It is read strictly: what \
was read is written again, and must be what is stored.
- **old to new**, **new to old**: messages, requests and answers that the one build writes and the other one reads, \
while a release rolls out. They are read leniently: unknown fields are ignored, and those with a default may be missing.

| change | stored | old to new | new to old |
|---|---|---|---|
";
