//! What a map without mistakes says, and where.

use stateline_schema::map::{CodeKind, OnFailure, Version};
use stateline_schema::{
    Known, Level, MAX_BYTES, Map, Path, Pattern, Source, SourceId, Span, Tolerated, read, read_exceptions,
};

const CLEAN: &str = include_str!("../mistakes/clean.yaml");

fn clean() -> (Map, Source) {
    let source = Source::new(SourceId(7), "stateline.yaml", CLEAN);
    let (map, mistakes) = read(&source, &[], &Known::default());
    assert_eq!(mistakes, []);
    (map, source)
}

#[test]
fn all_of_the_language_is_understood() {
    let (map, source) = clean();
    let at = |span: Span| &source.text[span.range()];
    let names: Vec<&str> = map.contexts.names().map(|name| name.value.as_str()).collect();
    assert_eq!(names, ["payments", "ledger", "screening", "compliance", "shop", "mail-house"]);
    assert_eq!(map.level("unused-permission").map(|level| level.value), Some(Level::Warning));
    let share = map.unresolved_at_most.as_ref().expect("it is set");
    assert_eq!((share.to_string().as_str(), at(share.span)), ("2.5%", "2.5%"));

    let payments = map.context("payments").expect("it is declared");
    let owns: Vec<&str> = payments.owns.iter().map(|owned| at(owned.span)).collect();
    assert_eq!(owns, ["payments", "shop::billing", "shop::money::*", "shop::payout::**"]);
    assert_eq!(payments.exports[1].value, Pattern::parse("money::*").expect("it is a pattern"));
    assert_eq!(at(payments.exports[1].span), "'money::*'");
    assert_eq!(payments.exports[3].value.to_string(), "type::Thing");
    assert_eq!(payments.laws.layers.len(), 3);
    assert_eq!(payments.laws.deny[1].module.value, Pattern::Everything);
    assert_eq!(payments.laws.allow[0].packages[0].value.as_str(), "sqlx");
    let (ledger, calls) = payments.permits.calls.entry("ledger").expect("it is called");
    assert_eq!((at(ledger.span), calls.len(), calls[1].last()), ("ledger", 3, "close"));
    assert_eq!(payments.permits(CodeKind::Tests).count(), 2);
    assert_eq!(payments.permits(CodeKind::Main).count(), 1);
    assert!(payments.build.uses.contains("ledger") && payments.benches.calls.contains("ledger"));
    assert_eq!(map.around(payments).map(|context| context.name.value.as_str()).collect::<Vec<_>>(), ["shop"]);
    assert!(map.context("screening").is_some_and(|context| context.is_external()));
    assert!(map.context("shop").is_some_and(|context| !context.is_external()));
    assert_eq!(map.publishers("payout.blocked").count(), 1);
    assert_eq!(
        map.subscribers("payout.blocked").map(|(context, _)| &*context.name.value).last(),
        Some("compliance")
    );

    let blocked = map.topic("payout.blocked").expect("it is declared");
    let ack = blocked.ack.as_ref().expect("it wants one");
    assert_eq!(ack.within.as_ref().map(|within| within.as_millis()), Some(86_400_000));
    assert_eq!((ack.by[0].as_str(), ack.to.as_ref().map(|to| to.as_str())), ("compliance", Some("ledger")));

    let payout = map.process("payout").expect("it is declared");
    assert_eq!(payout.versions().map(|version| version.number.value).collect::<Vec<_>>(), [3, 1, 2]);
    let revert = payout.current.step("possible_revert").expect("it is a step");
    let [decided] = &revert.awaits[..] else { panic!("it awaits one message") };
    assert_eq!(
        (at(decided.topic.span), decided.by.as_ref(), decided.fills.len()),
        ("compliance.decided", None, 0)
    );
    let key = payout.key.as_ref().expect("it has a key");
    assert_eq!(
        (at(key.span), payout.starts_on.as_ref().map(|topic| at(topic.span))),
        ("consumer", Some("heartbeat"))
    );
    assert_eq!(payout.on_failure.as_ref().map(|said| said.value), Some(OnFailure::Rollback));
    let three = payout.current.step("three_sign").expect("it is a step");
    let topics: Vec<&str> = three.awaits.iter().map(|awaited| &*awaited.topic.value).collect();
    assert_eq!(topics, ["compliance.decided", "law.signed"]);
    let law = three.awaited("law.signed").expect("it awaits that");
    assert_eq!((law.by.as_ref().map(|by| at(by.span)), at(law.fills[1].span)), (Some("client"), "by_law"));
    assert_eq!(law.within.as_ref().map(|within| within.as_millis()), Some(172_800_000));
    let retry = three.retry.as_ref().expect("it is tried again");
    assert_eq!(retry.times.as_ref().map(|times| times.value), Some(5));
    assert_eq!(retry.cap.as_ref().map(|cap| cap.as_millis()), Some(60_000));
    assert_eq!(three.within.as_ref().map(|within| within.as_millis()), Some(30_000));
    let first = payout.earlier[1].step("start_transfer").expect("it is a step");
    assert_eq!(
        (first.function().as_str(), transfer_of(&payout.current)),
        ("start_transfer_v2", "start_transfer")
    );
    let transfer = payout.current.step("start_transfer").expect("it is a step");
    assert!(transfer.is_irreversible());
    assert_eq!(transfer.compensated_by.as_ref().map(|path| path.as_str()), Some("transfers::reverse"));
    assert!(!transfer.compensation_is_irreversible());
    let tell = payout.current.step("tell").expect("it is a step");
    assert_eq!(tell.compensated_by.as_ref().map(|path| path.as_str()), Some("transfers::untell"));
    assert!(tell.compensation_is_irreversible() && !tell.is_irreversible());
    assert_eq!(payout.nonlinear().count(), 0);
}

fn transfer_of(version: &Version) -> &str {
    version.step("start_transfer").expect("it is a step").function()
}

#[test]
fn every_place_bears_its_source() {
    let (map, source) = clean();
    assert!(map.contexts.names().all(|name| name.span.source == source.id));
    assert!(map.contexts.names().all(|name| source.text[name.span.range()] == **name));
}

#[test]
fn what_bends_a_line_is_kept_for_its_rule() {
    let source = Source::new(SourceId(0), "map", include_str!("../mistakes/nonlinear-is-a-rule.yaml"));
    let (map, _) = read(&source, &[], &Known::default());
    let process = map.process("p").expect("it is declared");
    let bends: Vec<(&str, &str)> =
        process.nonlinear().map(|bend| (&*bend.what, &source.text[bend.span.range()])).collect();
    assert_eq!(
        bends,
        [
            ("loop", "loop"),
            ("if", "if"),
            ("then", "then"),
            ("else", "else"),
            ("nested steps", "[nested, steps]"),
            ("goto", "goto"),
            ("parallel", "parallel"),
        ]
    );
    let steps: Vec<&str> = process.current.steps.iter().map(|step| &*step.name.value).collect();
    assert_eq!(steps, ["one", "four"]);
}

#[test]
fn a_half_right_map_holds_what_is_right() {
    let text =
        "stateline: 1\ncontexts:\n  a: { owns: [a, 7, a::b], exports: 3, external: maybe }\n  b: nothing\n";
    let (map, mistakes) = read(&Source::new(SourceId(0), "map", text), &[], &Known::default());
    assert_eq!(mistakes.len(), 4);
    let a = map.context("a").expect("it is declared");
    assert_eq!(a.owns.iter().map(|owned| owned.to_string()).collect::<Vec<_>>(), ["a", "a::b"]);
    assert!(a.exports.is_empty() && map.context("b").is_some());
}

#[test]
fn windows_files_are_read_as_any() {
    let text = format!("\u{feff}{}", CLEAN.replace('\n', "\r\n"));
    let source = Source::new(SourceId(0), "stateline.yaml", text);
    let (map, mistakes) = read(&source, &[], &Known::default());
    assert_eq!((mistakes, &map), (vec![], &clean().0));
    let name = &map.context("payments").expect("it is declared").name;
    assert_eq!(&source.text[name.span.range()], "payments");
    assert_eq!(source.line_column(name.span.start), (10, 3));
}

#[test]
fn relative_paths_lie_below_what_a_context_owns() {
    let (map, _) = clean();
    let payments = map.context("payments").expect("it is declared");
    let absolute = |text: &str| -> Vec<String> {
        let pattern = Pattern::parse(text).expect("it is a pattern");
        let is_crate = |name: &str| name == "ledger";
        payments.absolute(&pattern, is_crate).iter().map(Pattern::to_string).collect()
    };
    assert_eq!(absolute("ledger::Amount"), ["ledger::Amount"]);
    assert_eq!(absolute("api::*")[..2], ["payments::api::*", "shop::billing::api::*"]);
    assert_eq!(absolute("*")[0], "payments::**");
}

#[test]
fn exceptions_cover_what_they_name() {
    let source = Source::new(SourceId(1), "exceptions", include_str!("../mistakes/exceptions-clean.yaml"));
    let (exceptions, mistakes) = read_exceptions(&source, &Known::default());
    assert_eq!(mistakes, []);
    let [balance, all, tools, bare, several, one] = &exceptions.entries[..] else { panic!("there are six") };
    let edge = |item| Some(("payments", item));
    assert!(balance.covers("undeclared-call", edge("ledger::set_balance"), "payments/src/lib.rs"));
    assert!(!balance.covers("undeclared-call", edge("ledger::balance"), "payments/src/lib.rs"));
    assert!(!balance.covers("undeclared-call", Some(("shop", "ledger::set_balance")), "shop/src/lib.rs"));
    assert!(all.covers("undeclared-call", edge("ledger::balance"), "payments/src/lib.rs"));
    assert!(!all.covers("private-item", edge("ledger::balance"), "payments/src/lib.rs"));
    assert!(tools.covers("unowned-code", None, "tools/old/src/main.rs"));
    assert!(!tools.covers("unowned-code", None, "tools/older.rs"));
    assert!(bare.covers("unused-permission", None, "anywhere.rs"));
    assert!(bare.reason.is_none() && bare.owner.is_none() && bare.until.is_none());
    assert!(matches!(bare.tolerates[..], [Tolerated::Rule { at: None, .. }]));
    assert!(several.covers("private-item", edge("ledger::close"), "payments/src/lib.rs"));
    assert!(several.covers("private-item", Some(("shop", "ledger::book::Line")), "shop/src/lib.rs"));
    assert!(!several.covers("private-item", Some(("shop", "ledger::close")), "shop/src/lib.rs"));
    assert!(!several.covers("undeclared-call", edge("ledger::close"), "payments/src/lib.rs"));
    let at = |span: Span| &source.text[span.range()];
    let edges: Vec<&str> = several.tolerates.iter().map(|edge| at(edge.span())).collect();
    assert_eq!(edges, ["payments -> ledger::close", "shop -> ledger::Amount", "shop -> ledger::book::*"]);
    assert_eq!((at(several.span), one.tolerates.len()), ("edge", 1));
    assert_eq!(balance.issue.as_ref().map(|issue| issue.as_str()), Some("42"));

    let day = |text| stateline_schema::Date::parse(text).expect("it is a day");
    assert!(!balance.is_expired(day("2026-12-31")) && balance.is_expired(day("2027-01-01")));
    assert_eq!(exceptions.next_expiry(day("2027-01-01")), Some(day("2028-02-29")));
}

/// `init` writes as much for a large workspace, and what it wrote must be read.
#[test]
fn exceptions_of_millions_of_bytes_are_read() {
    let mut text = String::from(
        "stateline: 1\nexceptions:\n- reason: seen\n  owner: all\n  until: 2027-02-27\n  edge:\n",
    );
    let edges = 40_000;
    text.extend(
        (0..edges).map(|edge| format!("  - bevy-render -> bevy_ecs::system::query::Item{edge:032}\n")),
    );
    assert!((3 << 20..MAX_BYTES).contains(&text.len()), "{}", text.len());
    let (exceptions, mistakes) =
        read_exceptions(&Source::new(SourceId(0), "stateline.exceptions.yaml", &*text), &Known::default());
    assert_eq!(mistakes, []);
    assert_eq!(exceptions.entries[0].tolerates.len(), edges);
}

#[test]
fn what_is_longer_than_the_limit_is_refused_unread() {
    let text = format!("stateline: 1\n#{}\n", "-".repeat(MAX_BYTES));
    let (_, mistakes) = read(&Source::new(SourceId(0), "stateline.yaml", text), &[], &Known::default());
    assert_eq!(mistakes[0].message, format!("`stateline.yaml` has {} bytes", MAX_BYTES + 15));
    assert_eq!(mistakes.len(), 1);
}

#[test]
fn a_path_is_matched_by_level() {
    let matches = |pattern: &str, path: &str| Pattern::parse(pattern).expect("it is a pattern").matches(path);
    assert!(matches("x::y", "x::y") && !matches("x::y", "x::y::z") && !matches("x::y", "x::yy"));
    assert!(matches("x::*", "x::y") && !matches("x::*", "x") && !matches("x::*", "x::y::z"));
    assert!(matches("x::**", "x") && matches("x::**", "x::y::z") && !matches("x::**", "xy"));
    assert!(matches("*", "x::y"));
    let owns = |pattern: &str, path: &str| Pattern::parse(pattern).expect("it is a pattern").owns(path);
    assert!(owns("x", "x::y::z") && owns("x", "x") && !owns("x", "xy"));
    assert!(owns("x::*", "x") && !owns("x::*", "x::y") && owns("x::**", "x::y"));
    assert_eq!(Path::parse("a::b::c").map(|path| path.first().to_owned() + path.last()), Ok("ac".into()));
}
