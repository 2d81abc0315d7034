//! The lock: its text reads back as what it says, and says what is wrong with one that is damaged.

use proptest::prelude::*;
use stateline_schema::entries::{Entries, FORMAT};
use stateline_schema::lock::{
    Accepted, Lock, LockedAwait, LockedCall, LockedMessage, LockedOperation, LockedProcess, LockedStep,
    read_lock,
};
use stateline_schema::shape::{Body, Conversion, Definition, Field, Plain, Tagging, Term, Value, Variant};
use stateline_schema::{Source, SourceId, Span, Spanned};
use std::collections::BTreeMap;

fn text(value: &str) -> Spanned<String> {
    Spanned::new(value.to_owned(), Span::default())
}

fn term(text: &str) -> Spanned<Term> {
    Spanned::new(Term::parse(text).expect("it is a term"), Span::default())
}

fn field(name: &str, of: &str) -> Field {
    Field { name: text(name), term: term(of).value, ..Field::default() }
}

fn definition(name: &str, body: Body) -> (String, Definition) {
    (name.to_owned(), Definition { name: text(name), body })
}

fn value(how: Conversion, writes: &str, reads: Option<&str>) -> Body {
    Body::Value(Value { how, writes: term(writes).value, reads: reads.map(|reads| term(reads).value) })
}

/// One that says everything that a lock can say.
fn full() -> Lock {
    let awaited = LockedAwait {
        topic: "compliance.decided".into(),
        by: Some("transaction".into()),
        fills: vec!["decision".into(), "by".into()],
    };
    let call = LockedCall { operation: "ledger::load_account".into(), effect: "write".into() };
    let step = LockedStep {
        name: text("possible_revert"),
        stored_input: "Option<Vec<Request>>".into(),
        stored_output: "()".into(),
        takes: term("Option<Vec<payments::Request>>"),
        returns: term("()"),
        awaits: vec![Spanned::new(awaited, Span::default())],
        calls: Some(vec![call.clone()]),
        undone_by: Some(text("give_back")),
        undoing_calls: Some(Vec::new()),
        undoing_code: Some(9),
        code: Some(7),
    };
    let process = LockedProcess {
        name: text("pay-out"),
        version: 12,
        key: Some("transaction".into()),
        rolls_back: true,
        steps: vec![step, LockedStep { name: text("done"), ..LockedStep::default() }],
    };
    let odd = Field {
        read_as: Some("röad".into()),
        aliases: vec!["a b".into(), "quo\"te".into()],
        flatten: true,
        default: Some("crate::none".into()),
        omitted_if: Some("Option::is_none".into()),
        unwritten: true,
        unread: true,
        ..field("flatten", "[u8; 4]")
    };
    let variants = vec![
        Variant { aliases: vec!["Open".into()], ..Variant::new(text("Pending")) },
        Variant { value: Some(term("(u8, String)").value), other: true, ..Variant::new(text("Rejected")) },
        Variant {
            fields: Some(vec![field("to", "uuid::Uuid"), field("at", "f64")]),
            untagged: true,
            unwritten: true,
            unread: true,
            read_as: Some("moved".into()),
            ..Variant::new(text("Moved"))
        },
        Variant { fields: Some(Vec::new()), ..Variant::new(text("Nothing")) },
    ];
    let tagging = Tagging::Adjacent("kind".into(), "what is it".into());
    let types = BTreeMap::from([
        definition("payments::Request", Body::Object { fields: vec![odd, field("id", "u64")], strict: true }),
        definition("payments::Decision", Body::Enum { tagging, variants, strict: false }),
        definition("payments::Id", value(Conversion::Newtype, "u64", None)),
        definition("payments::Pair<payments::Id>", value(Conversion::Tuple, "(payments::Id,)", None)),
        definition("payments::Unit", value(Conversion::Unit, "()", None)),
        definition("payments::Clear", value(Conversion::Transparent, "Set<bool>", None)),
        definition(
            "payments::Text",
            value(
                Conversion::Converted { checked: true, code: 3 },
                "Map<String, char>",
                Some("opaque(x::y #01)"),
            ),
        ),
        definition(
            "payments::ByHand",
            Body::Opaque {
                code: u64::MAX,
                below: vec![Term::Named("payments::Request".into()), Plain::U8.into()],
            },
        ),
    ]);
    let message = LockedMessage {
        topic: text("payout.blocked"),
        term: term("payments::Decision").value,
        from: vec!["payments".into(), "ledger".into()],
        key: Some("id".into()),
    };
    let operation = LockedOperation {
        name: text("ledger::load_account"),
        effect: "write".into(),
        takes: term("payments::Pair<payments::Id>"),
        returns: term("()"),
    };
    let reason = "no instance of version 11 is left:\n\"checked\" on Monday";
    Lock {
        processes: BTreeMap::from([(("pay-out".into(), 12), process)]),
        messages: BTreeMap::from([("payout.blocked".into(), message)]),
        operations: BTreeMap::from([("ledger::load_account".into(), operation)]),
        types,
        accepted: vec![Accepted {
            reason: text(reason),
            changes: vec!["dropped-version: it is gone".into()],
        }],
    }
}

fn source(text: impl Into<String>) -> Source {
    Source::new(SourceId(0), "stateline.lock", text)
}

fn refused(text: &str) -> Vec<String> {
    let source = source(text);
    let mistakes = read_lock(&source).expect_err("it is damaged");
    mistakes.iter().map(|mistake| mistake.line(std::slice::from_ref(&source))).collect()
}

#[test]
fn what_is_written_reads_back() {
    let lock = full();
    let text = lock.to_string();
    assert_eq!(read_lock(&source(&*text)).expect("it was just written"), lock, "{text}");
    assert!(text.contains("  step possible_revert: Option<Vec<Request>> -> ()\n"), "{text}");
    assert!(text.contains("    awaits: compliance.decided by transaction fills decision, by\n"), "{text}");
    assert!(text.contains("  id: u64\n"), "{text}");
    // Line endings of another system are none of its business.
    assert_eq!(read_lock(&source(text.replace('\n', "\r\n"))).expect("it is the same"), lock);
}

#[test]
fn an_entry_is_a_lock_of_its_own() {
    let mut lock = full();
    let entry = |lock: &Lock, version| {
        let entries = Entries::read(&source(lock.to_string())).expect("it was just written");
        entries.served("pay-out", version)
    };
    let text = entry(&lock, 12).expect("it is served");
    let read = read_lock(&source(&*text)).expect("it is a lock");
    assert_eq!(read.types.keys().collect::<Vec<_>>(), ["payments::Request"]);
    assert_eq!(read.to_string(), text);
    assert!(!text.contains("code"), "{text}");
    assert_eq!(entry(&lock, 11), None);
    // A type that another one names comes with it, by its whole name.
    let step = &mut lock.processes.values_mut().next().expect("there is one").steps[0];
    step.returns = term("Map<String, payments::Pair<payments::Id>>");
    let read = read_lock(&source(entry(&lock, 12).expect("it is served"))).expect("it is a lock");
    let types: Vec<_> = read.types.keys().map(String::as_str).collect();
    assert_eq!(types, ["payments::Id", "payments::Pair<payments::Id>", "payments::Request"]);
    // Neither code nor what was accepted tells two apart.
    let mut other = lock.clone();
    other.accepted.clear();
    other.processes.values_mut().for_each(|process| process.steps[0].code = Some(8));
    other.processes.values_mut().for_each(|process| process.steps[0].undoing_code = None);
    assert_eq!((lock.hash(), lock == other), (other.hash(), false));
    assert!(lock.says_the_same(&other));
    other.processes.values_mut().for_each(|process| drop(process.steps.pop()));
    assert!(!lock.says_the_same(&other) && lock.hash() != other.hash());
}

#[test]
fn every_line_that_is_edited_or_lost_is_noticed() {
    let text = full().to_string();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let with = |changed: Option<String>| {
            let lines = lines.iter().enumerate().filter_map(|(other, line)| match other == at {
                true => changed.clone(),
                false => Some((*line).to_owned()),
            });
            lines.collect::<Vec<_>>().join("\n") + "\n"
        };
        let middle = line.char_indices().nth(line.chars().count() / 2).expect("it is not empty").0;
        let changed = format!("{}~{}", &line[..middle], &line[middle + 1..]);
        assert!(read_lock(&source(with(Some(changed)))).is_err(), "{line}");
        // An entry of one line can go unnoticed: then what it was about is missing, which is stale.
        let alone = !line.starts_with(' ') && lines.get(at + 1).is_none_or(|next| next.is_empty());
        assert!(alone || read_lock(&source(with(None))).is_err(), "{line}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let text = full().to_string();
    let edited = text.replace("  id: u64\n", "  id: u32\n");
    assert_eq!(refused(&edited).len(), 1);
    assert!(refused(&edited)[0].contains("`struct payments::Request` was edited by hand, or damaged"));
    let newer = text.replace(&format!("lock {FORMAT}"), "lock 99");
    assert_eq!(
        refused(&newer),
        ["stateline.lock:2:1: this lock was written by a newer version of Stateline, in format 99: update \
          Stateline: this version reads formats up to 1"]
    );
    let conflict = text.replace("message", "<<<<<<< ours\nmessage");
    assert!(
        refused(&conflict)[0].contains("this is the mark of a merge conflict"),
        "{:?}",
        refused(&conflict)
    );
    assert_eq!(
        refused("")[0],
        "stateline.lock:1:1: this lock is empty: run `cargo stateline lock` to write one"
    );
    assert!(refused("{}")[0].starts_with("stateline.lock:1:1: this is no lock of Stateline"));
    let mut incomplete = full();
    incomplete.types.remove("payments::Decision");
    assert!(refused(&incomplete.to_string())[0].contains("does not say what `payments::Decision` is"));
}

/// Any text whatever, also one that is nearly a lock: no panic, and places that are in the text.
fn nearly() -> impl Strategy<Value = String> {
    let text = full().to_string();
    let length = text.len();
    (0..length, 0..length, ".{0,8}").prop_map(move |(from, to, with)| {
        let (from, to) = (from.min(to), from.max(to));
        let (before, after) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
        format!("{before}{with}{after}")
    })
}

fn terms() -> impl Strategy<Value = Term> {
    let leaf = prop_oneof![
        (0..Plain::ALL.len()).prop_map(|at| Term::Plain(Plain::ALL[at])),
        "[a-z]{1,3}::[A-Z][a-z]{0,3}".prop_map(Term::Named),
        "[a-z]{1,3}::[A-Z]".prop_map(|name| Term::opaque(name, Some(1))),
        "[a-z]{1,3}".prop_map(|name| Term::opaque(name, None)),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        prop_oneof![
            boxed.clone().prop_map(Term::Option),
            boxed.clone().prop_map(Term::List),
            boxed.clone().prop_map(Term::Set),
            (boxed.clone(), boxed.clone()).prop_map(|(key, value)| Term::Map(key, value)),
            (boxed, "[0-9]{1,3}|LENGTH #0a").prop_map(|(inner, length)| Term::Array(inner, length)),
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Term::Tuple),
            inner.prop_map(|inner| Term::Named(format!("shop::Page<{inner}>"))),
        ]
    })
}

proptest! {
    #[test]
    fn damaged_locks_are_refused_or_read(text in nearly()) {
        let source = source(text);
        for mistake in read_lock(&source).err().into_iter().flatten() {
            prop_assert!(source.text.get(mistake.span.range()).is_some());
        }
    }

    #[test]
    fn terms_read_back(term in terms()) {
        prop_assert_eq!(Term::parse(&term.to_string()), Ok(term));
    }

    #[test]
    fn names_read_back(name in "\\PC{0,12}|.{0,8}") {
        let mut lock = full();
        let types = lock.types.get_mut("payments::Request").expect("it is there");
        let Body::Object { fields, .. } = &mut types.body else { unreachable!("it is an object") };
        fields[1].name = text(&name);
        fields[1].aliases = vec![name];
        let text = lock.to_string();
        prop_assert_eq!(read_lock(&source(&*text)), Ok(lock));
    }
}
