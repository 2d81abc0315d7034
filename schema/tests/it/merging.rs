//! Contexts that are written beside their code.

use stateline_schema::{Known, Map, Source, SourceId, context_files, read};

/// Reads a main map and files beside it: the map, and its mistakes as lines.
fn check(main: &str, beside: &[(&str, &str)]) -> (Map, Vec<String>) {
    let mut sources = vec![Source::new(SourceId(0), "stateline.yaml", main)];
    for (name, text) in beside {
        sources.push(Source::new(SourceId(sources.len()), *name, *text));
    }
    let (map, mistakes) = read(&sources[0], &sources[1..], &Known::default());
    let lines = mistakes.iter().map(|mistake| {
        let also = mistake.related.iter().map(|(span, words)| {
            let (row, column) = sources[span.source.0].line_column(span.start);
            format!(" @ {}:{row}:{column} {words}", sources[span.source.0].name)
        });
        mistake.line(&sources) + &also.collect::<String>()
    });
    (map, lines.collect())
}

const PART: &str = "stateline: 1\ncontext: payments\nowns: [payments]\n";
const FILE: &str = "payments/stateline.context.yaml";

#[test]
fn a_listed_file_says_what_its_context_is() {
    let main = format!("stateline: 1\ncontexts:\n  payments: {{ file: {FILE} }}\n");
    let (map, mistakes) = check(&main, &[(FILE, PART)]);
    assert_eq!(mistakes, [""; 0]);
    let payments = map.context("payments").expect("it is declared");
    assert_eq!((payments.name.span.source, payments.owns[0].span.source), (SourceId(0), SourceId(1)));
    assert_eq!(payments.file.as_ref().map(|file| file.value.as_str()), Some(FILE));
    let files = context_files(&Source::new(SourceId(0), "stateline.yaml", main));
    assert_eq!(files.iter().map(|file| file.value.as_str()).collect::<Vec<_>>(), [FILE]);
}

#[test]
fn a_named_context_may_leave_its_file_unnamed() {
    let (map, mistakes) = check("stateline: 1\ncontexts: { payments: {} }\n", &[(FILE, PART)]);
    assert_eq!(mistakes, [""; 0]);
    assert_eq!(map.context("payments").map(|context| context.owns.len()), Some(1));
}

#[test]
fn no_file_adds_a_context_by_itself() {
    let (map, mistakes) = check("stateline: 1\ncontexts: { ledger: { owns: [ledger] } }\n", &[(FILE, PART)]);
    assert_eq!(
        mistakes,
        ["payments/stateline.context.yaml:2:10: the map lists no context `payments`: \
          add `payments: { file: payments/stateline.context.yaml }` to `contexts` in the map"]
    );
    assert!(map.context("payments").is_none());
}

#[test]
fn a_context_is_declared_in_one_place() {
    let main = format!("stateline: 1\ncontexts:\n  payments: {{ file: {FILE}, owns: [payments] }}\n");
    let (_, mistakes) = check(&main, &[(FILE, PART)]);
    assert_eq!(
        mistakes,
        [
            "stateline.yaml:3:54: the context `payments` is declared in two places: keep one of them; if the context \
          has a file, its entry in the map has only `file: payments/stateline.context.yaml` @ payments/stateline.context.yaml:2:10 \
          it has a file of its own"
        ]
    );
}

#[test]
fn a_context_has_one_file() {
    let main = format!("stateline: 1\ncontexts:\n  payments: {{ file: {FILE} }}\n");
    let (_, mistakes) = check(&main, &[(FILE, PART), ("b.yaml", PART)]);
    assert_eq!(
        mistakes,
        [
            "b.yaml:2:10: the context `payments` has two files @ payments/stateline.context.yaml:2:10 this is the other"
        ]
    );
}

#[test]
fn a_listed_file_is_there_and_speaks_of_its_context() {
    let main = "stateline: 1\ncontexts:\n  ledger: { file: l.yaml }\n  shop: { file: gone.yaml }\n  b: { file: a.yaml }\n";
    let other = "stateline: 1\ncontext: shop\nowns: [shop]\n";
    let (_, mistakes) = check(main, &[("l.yaml", other), ("a.yaml", "stateline: 1\nowns: [b]\n")]);
    assert_eq!(
        mistakes,
        [
            "stateline.yaml:3:19: `l.yaml` does not declare the context `ledger` @ l.yaml:2:10 it declares this one",
            "stateline.yaml:4:17: the context `shop` is written in `l.yaml` @ l.yaml:2:10 here",
            "stateline.yaml:5:14: `a.yaml` does not declare the context `b`: add the line `context: b`",
            "a.yaml:1:1: missing key `context` in a context's file: add `context: …`: the context that this file is about",
        ]
    );
    let (_, mistakes) = check("stateline: 1\ncontexts: { a: { file: gone.yaml } }\n", &[]);
    assert_eq!(mistakes, ["stateline.yaml:2:24: there is no file `gone.yaml`"]);
}

#[test]
fn a_file_speaks_the_language_of_contexts() {
    let part = "stateline: 1\ncontext: payments\ntopics: {}\nfile: x.yaml\nowns: []\ncalls: { leger: [x] }\n";
    let main = "stateline: 1\ncontexts: { payments: {}, ledger: { owns: [ledger] } }\n";
    let (_, mistakes) = check(main, &[("p.yaml", part)]);
    let keys = "possible keys are `stateline`, `context`, `title`, `about`, `owner`, `tags`, `owns`, `within`, `external`, `exports`, `calls`, `uses`, `publishes`, \
                `subscribes`, `laws`, `tests`, `benches`, `examples`, `build`; if a newer version has it, update Stateline";
    assert_eq!(
        mistakes,
        [
            format!("p.yaml:3:1: unknown key `topics` in a context's file: {keys}"),
            format!("p.yaml:4:1: unknown key `file` in a context's file: {keys}"),
            "p.yaml:5:7: `owns` is an empty list: remove the key, or add an entry".into(),
            "p.yaml:6:10: the map has no context `leger`: did you mean `ledger`?".into(),
        ]
    );
}

#[test]
fn a_file_that_breaks_off_is_told_of_once() {
    let main =
        format!("stateline: 1\ncontexts: {{ payments: {{ file: {FILE} }}, ledger: {{ file: l.yaml }} }}\n");
    let (_, mistakes) = check(&main, &[(FILE, "stateline: 1\nowns: [payments\n"), ("l.yaml", "")]);
    assert_eq!(
        mistakes,
        [
            "payments/stateline.context.yaml:2:7: this is not YAML: unclosed bracket '['",
            "l.yaml:1:1: `l.yaml` is empty: a context's file begins with `stateline: 1`",
        ]
    );
    let (_, mistakes) = check("stateline: 1\ncontexts: { ledger: {", &[(FILE, PART)]);
    assert_eq!(mistakes, ["stateline.yaml:2:21: this is not YAML: unclosed bracket '{'"]);
}
