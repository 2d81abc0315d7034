//! What our attributes say, in whatever form; and that no attribute is too strange.

use crate::marks::MARKS;
use stateline_rust::summary::{FileSummary, PathId};
use stateline_rust::{Invocation, Problem, summarise_with};
use stateline_schema::attribute::Attribute;

fn summarise(text: &str) -> Result<FileSummary, Problem> {
    summarise_with("x.rs", text, &MARKS)
}

fn read(text: &str) -> FileSummary {
    summarise(text).unwrap_or_else(|problem| panic!("{}: {text}", problem.message))
}

fn kind(invocation: &Invocation) -> Attribute {
    Attribute::ALL[invocation.invoked as usize]
}

fn path(summary: &FileSummary, path: PathId) -> String {
    let segments = &summary.terms.segments[summary.terms.paths[path].segments];
    let names: Vec<&str> = segments.iter().map(|segment| &*summary.names[segment.name]).collect();
    names.join("::")
}

/// A mark in short, and that each of its words stands where it says.
fn told(text: &str, summary: &FileSummary, mark: &Invocation) -> String {
    let mut parts = vec![format!("{:?} {}", kind(mark), path(summary, mark.path))];
    let process = mark.name.as_ref().or_else(|| mark.text("process"));
    for (name, said) in [
        ("process", process),
        ("context", mark.text("context")),
        ("topic", mark.text("topic")),
        ("effect", mark.text("effect")),
    ] {
        let Some(said) = said else { continue };
        assert_eq!(&text[said.span.0 as usize..said.span.1 as usize], &*said.text, "{text}");
        parts.push(format!("{name} {}", said.text));
    }
    for key in ["rehearse", "calls", "publishes"] {
        let paths = mark.value(key).map_or(&[][..], |value| value.paths());
        parts.extend(paths.iter().map(|named| format!("{key} {}", path(summary, *named))));
    }
    parts.push(format!("derives {}", mark.derived.len()));
    parts.join(", ")
}

#[test]
fn what_attributes_say() {
    for (text, expected) in [
        (
            r##"#[operation(effect = "write", rehearse = a::pretend, context = r#"ledger"#)] pub async fn load(db: &Db, x: u8) {}"##,
            "Operation operation, context ledger, effect write, rehearse a::pretend, derives 9",
        ),
        (
            r#"#[doc = "x"] #[stateline::step(process = "payout", calls(a::b, c,), publishes(d::E),)] fn go(x: X, ctx: &impl GoCtx) -> u8 {}"#,
            "Step stateline::step, process payout, calls a::b, calls c, publishes d::E, derives 7",
        ),
        (
            r#"#[compensation(process = "payout")] fn back(x: X) {}"#,
            "Compensation compensation, process payout, derives 5",
        ),
        (r#"#[message(topic = "a.b")] struct Told;"#, "Message message, topic a.b, derives 1"),
        ("stateline::process!(pub payout);", "Process stateline::process, process payout, derives 1"),
        (
            "#[derive(Environment)] #[environment(crate = a)] struct Desk<'a, T: X<u8> = Y, const N: usize> where T: Z { pub a: &'a T, #[environment(skip)] b: u8, c: [T; N] }",
            "Environment Environment, derives 2",
        ),
        (
            "fn f() { process!(#[cfg(any())] payout, crate = a); payout() }",
            "Process process, process payout, derives 1",
        ),
        (
            "#[derive(Clone, stateline::Environment)] struct Desk(u8, &'static Db);",
            "Environment stateline::Environment, derives 2",
        ),
        (
            r#"#[cfg_attr(feature = "x", message(topic = "a"))] enum Told {}"#,
            "Message message, topic a, derives 1",
        ),
        (
            r#"use stateline::message as mail; #[mail(topic = "a")] struct Told {}"#,
            "Message mail, topic a, derives 1",
        ),
        (
            r#"macro_rules! m { ($n:ident) => { #[message(topic = "a")] struct $n; } } m!(A);"#,
            "Message message, topic a, derives 1",
        ),
        (r#"fn outer() { #[message(topic = "a")] struct Told; }"#, "Message message, topic a, derives 1"),
    ] {
        let summary = read(text);
        let found: Vec<String> = summary.invocations.iter().map(|mark| told(text, &summary, mark)).collect();
        assert_eq!(found, [expected], "{text}");
        let own = &summary.items[summary.invocations[0].item];
        for derived in &summary.items[summary.invocations[0].derived] {
            assert!(own.at <= derived.at || own.parent.is_some(), "{text}");
        }
    }
}

#[test]
fn nothing_else_is_a_mark() {
    for text in [
        "#[steps] fn f() {}",
        "#[step::other] fn f() {}",
        "fn f(#[step] x: u8) { #[step] let y = 1; }",
        "struct S { #[message] x: u8 }",
        "macro_rules! m { () => { #[step] fn f() {} } }",
        "process!();",
        "process!(x + 1);",
    ] {
        assert!(read(text).invocations.is_empty(), "{text}");
    }
}

#[test]
fn strange_arguments_say_nothing() {
    for arguments in [
        "",
        "()",
        "(,)",
        "(,,,)",
        "(process)",
        "(process = )",
        "(process = x)",
        "(process = 1)",
        "(process = \"a\" \"b\")",
        "(process = b\"a\")",
        "(process == \"a\")",
        "(process(\"a\"))",
        "(calls)",
        "(calls())",
        "(calls(,))",
        "(calls = a)",
        "(calls(a b))",
        "(calls(a::))",
        "(calls(::a, <T as X>::y, a<b>, 1, \"x\", $, #[x] a))",
        "(calls[a], publishes{a})",
        "(rehearse = )",
        "(rehearse = 1)",
        "(rehearse = a::)",
        "(crate = )",
        "(crate = 1 + 1)",
        "(crate = $crate)",
        "(crate = crate::x)",
        "(crate = self)",
        "([({<>})])",
        "(<<<, >>>, ->)",
        "[process = \"a\"]",
        "{process = \"a\"}",
        " = \"a\"",
        " = process",
        "(\"\\u{1F600}\", 'a, 'b')",
        "(process = \"\\\"\")",
        "(process = r\"\", topic = r##\"#\"##)",
    ] {
        for name in ["operation", "step", "compensation", "message", "a::step", "::step"] {
            for item in [
                "fn f<T>(a: T, (b, c): (u8, u8), _: &mut dyn Fn(u8) -> u8, d: [u8; { 1 }]) -> impl Sized where T: X {}",
                "async fn r#fn(&self, mut x: u8) -> Outcome<Vec<Option<u8>>, E> {}",
                "fn __() -> Result<Flow<>, > {}",
                "struct S;",
                "struct S<T>(T);",
                "impl S { fn f() {} }",
                "use a::step as operation;",
                "mod m;",
                "m! { fn f() {} }",
                "extern { fn f(x: u8, ...); }",
            ] {
                // What is no Rust at all is refused; nothing else matters here but that there is an answer.
                drop(summarise(&format!("#[{name}{arguments}] {item}")));
            }
        }
        drop(summarise(&format!("process!{arguments};")));
    }
}

/// Signatures are copied for what is derived; copies of copies would never end.
#[test]
fn marks_within_marks_take_no_time() {
    let mut text = String::from("u8");
    for _ in 0..40 {
        text = format!("[u8; {{ #[operation] fn f(a: {text}, b: &{text}) {{}} 1 }}]")
            .replace(&format!("&{text}"), "&u8");
    }
    drop(summarise(&format!("#[operation] fn f(a: {text}) {{}}")));
    let many = "#[step(calls(a, b))] ".repeat(2_000);
    let found = read(&format!("{many} fn f(x: ({}), ctx: &impl FCtx) {{}}", "u8, ".repeat(2_000)));
    assert_eq!(found.invocations.len(), 2_000);
    assert!(
        found.invocations.iter().skip(1).all(|mark| mark.derived.is_empty() && kind(mark) == Attribute::Step)
    );
}
