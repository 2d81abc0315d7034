//! The JSON Schema: committed, accepted by what reads it, and of one mind with the parser.

use std::path::PathBuf;

use serde_json::Value;
use stateline_schema::{Known, Source, SourceId, json_schema, read, read_exceptions};

const CLEAN: &str = include_str!("../mistakes/clean.yaml");
const EXCEPTIONS: &str = include_str!("../mistakes/exceptions-clean.yaml");

/// To renew: `STATELINE_RENEW=1 cargo test -p stateline-schema --features json-schema`.
#[test]
fn the_committed_schemas_are_those_of_the_language() {
    let files = [
        ("stateline.schema.json", json_schema::map()),
        ("stateline.context.schema.json", json_schema::context_file()),
        ("stateline.exceptions.schema.json", json_schema::exceptions_file()),
    ];
    for (name, schema) in files {
        assert!(jsonschema::meta::is_valid(&schema), "{name} is no JSON Schema");
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = format!("{schema:#}\n");
        if std::env::var_os("STATELINE_RENEW").is_some() {
            std::fs::write(&file, &text).expect("the schema can be written");
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        // Values, since another crate of the workspace may ask serde_json to keep the order of keys.
        assert!(
            serde_json::from_str::<Value>(&committed).is_ok_and(|committed| committed == schema),
            "{name} is not that of the language any more; renew it with\n  STATELINE_RENEW=1 cargo test -p stateline-schema \
             --features json-schema"
        );
    }
}

/// The values of a schema, all the way down.
fn each<'v>(value: &'v Value, see: &mut dyn FnMut(&'v Value)) {
    see(value);
    match value {
        Value::Object(entries) => entries.values().for_each(|value| each(value, see)),
        Value::Array(items) => items.iter().for_each(|value| each(value, see)),
        _ => {}
    }
}

#[test]
fn every_key_has_words_for_hovering() {
    let schema = json_schema::map();
    let mut keys = 0;
    each(&schema, &mut |value| {
        let Some(properties) = value.get("properties").and_then(Value::as_object) else { return };
        assert_eq!(value["additionalProperties"], Value::Bool(false));
        for (key, property) in properties {
            keys += 1;
            assert!(property["description"].as_str().is_some_and(|about| about.ends_with('.')), "{key}");
        }
    });
    assert!(keys > 40);
}

/// Whether the schema accepts a text, read by somebody else's YAML.
fn by_schema(schema: &Value, text: &str) -> bool {
    let value: Value = serde_yaml::from_str(text).expect("the text is YAML");
    let validator = jsonschema::options().should_validate_formats(true).build(schema);
    validator.expect("the schema is one").is_valid(&value)
}

fn by_parser(text: &str) -> bool {
    read(&Source::new(SourceId(0), "map", text), &[], &Known::default()).1.is_empty()
}

#[test]
fn what_is_right_is_accepted() {
    let payout = include_str!("../../../examples/payout/stateline.yaml");
    for map in [CLEAN, payout] {
        assert!(by_schema(&json_schema::map(), map) && by_parser(map));
    }
    assert!(by_schema(&json_schema::exceptions_file(), EXCEPTIONS));
    let part = "stateline: 1\ncontext: a\nowns: [a]\ntests: { uses: { b: ['*'] } }\n";
    assert!(by_schema(&json_schema::context_file(), part));
    assert!(!by_schema(&json_schema::context_file(), &part.replace("context: a", "file: a.yaml")));
}

/// A change to the clean map, and whether schema and parser accept the result.
const CHANGES: [(&str, &str, bool); 96] = [
    ("stateline: 1", "stateline: 2", false),
    ("stateline: 1", "stateline: '1'", false),
    ("stateline: 1", "edition: 1", false),
    ("external: true", "external: True", true),
    ("external: true", "external: 'true'", false),
    ("external: true", "external: yes", false),
    ("external: true", "external: 1", false),
    ("about: Money leaves.", "about: 5", false),
    ("about: Money leaves.", "about: '5'", true),
    ("about: Money leaves.", "about: true", false),
    ("about: Money leaves.", "about: ''", false),
    ("about: Money leaves.", "about: ' '", false),
    ("about: Money leaves.", "about:", false),
    ("about: Money leaves.", "about: ~", false),
    ("about: Money leaves.", "about: [x]", false),
    ("about: Money leaves.", "abuot: x", false),
    ("about: Money leaves.", "About: x", false),
    ("exports: [Amount, ConsumerId]", "exports: []", true),
    ("exports: [Amount, ConsumerId]", "exports: Amount", false),
    ("exports: [Amount, ConsumerId]", "exports: ['*']", true),
    ("exports: [Amount, ConsumerId]", "exports: [Amount, Amount]", false),
    ("exports: [Amount, ConsumerId]", "exports: [a-b]", false),
    ("exports: [Amount, ConsumerId]", "exports: ['a::*::b']", false),
    ("exports: [Amount, ConsumerId]", "exports: ['a::**']", true),
    ("exports: [Amount, ConsumerId]", "exports: [crate::a]", false),
    ("exports: [Amount, ConsumerId]", "exports: [[a]]", false),
    ("exports: [Amount, ConsumerId]", "exports: [3]", false),
    ("exports: [Amount, ConsumerId]", "exports: [ünïcode::Ok]", true),
    ("owns: [ledger]", "owns: ['*']", false),
    ("owns: [ledger]", "owns: []", false),
    ("tags: [core]", "tags: [core, Core]", false),
    ("tags: [core]", "tags: [core, infra]", true),
    ("owner: team-money", "owner: ''", false),
    ("used_only_by: { ledger: [payments, shop],", "used_only_by: { ledger: [],", true),
    ("used_only_by: { ledger: [payments, shop],", "used_only_by: { ledger: payments,", false),
    ("used_only_by: { ledger: [payments, shop],", "used_only_by: { Ledger: [payments],", false),
    ("uses_only: { compliance: [tag:core],", "uses_only: { compliance: ['tag: core'],", false),
    ("never_reaches: { ledger: [payments, tag:core] }", "never_reaches: { ledger: [] }", false),
    ("never_reaches: { ledger: [payments, tag:core] }", "never_reaches: []", false),
    ("independent: [[screening, compliance, mail-house], [tag:core]]", "independent: [screening]", false),
    ("exhaustive: true", "exhaustive: false", true),
    ("exhaustive: true", "exhaustive: 1", false),
    ("steps: { pure: [rust_decimal] }", "steps: { pure: [rust-decimal] }", false),
    ("steps: { pure: [rust_decimal] }", "steps: {}", false),
    ("owns: [ledger]", "owns: ['ledger_*', '*_ledger', ledger*2]", true),
    ("owns: [ledger]", "owns: ['ledger_**']", false),
    ("owns: [ledger]", "owns: ['ledger::a*']", false),
    ("owns: [ledger]", "owns: ['ledger-*']", false),
    ("owns: [ledger]", "owns: [{ folder: crates/ledger }]", true),
    ("owns: [ledger]", "owns: [{ folder: crates/ledger }, { folder: crates/ledger }]", false),
    ("owns: [ledger]", "owns: [{ folder: ../ledger }]", false),
    ("owns: [ledger]", "owns: [{ folder: [a] }]", false),
    ("owns: [ledger]", "owns: [{ folder: a, crate: b }]", false),
    ("owns: [ledger]", "owns: [{}]", false),
    ("publishes: [payout.blocked]", "publishes: []", true),
    ("publishes: [payout.blocked]", "publishes: [Payout.Blocked]", false),
    ("screening: [screen]", "screening: ['*']", false),
    ("screening: [screen]", "screening: []", false),
    ("screening: [screen]", "Screening: [screen]", false),
    ("layers: [api, domain, storage]", "layers: ['api::*']", false),
    ("storage::sql: [sqlx]", "'storage::*': [sqlx]", false),
    ("storage::sql: [sqlx]", "'*': [sqlx]", true),
    ("build: {", "build: { owns: [x],", false),
    ("build: {", "builds: {", false),
    ("within: 500ms", "within: 0ms", false),
    ("within: 500ms", "within: 500 ms", false),
    ("within: 500ms", "within: 500", false),
    ("within: 500ms", "within: 7d", true),
    ("{ within: 500ms }", "{}", false),
    ("{ within: 500ms }", "{ within: 5m, by: [] }", false),
    ("message: shop::Beat", "message: 'shop::*'", false),
    ("message: shop::Beat", "key: beat", false),
    ("key: consumer", "key: consumer.id", false),
    ("2.5%", "2.555%", false),
    ("2.5%", "100%", true),
    ("2.5%", "100.01%", false),
    ("unused-permission: warning", "unused-permission: warn", false),
    ("unused-permission: warning", "unused-permission: 'off'", true),
    ("version: 3", "version: 0", false),
    ("version: 3", "version: '3'", false),
    ("1: { steps: [unload_account] }", "one: { steps: [unload_account] }", false),
    ("1: { steps: [unload_account] }", "1: { steps: [] }", false),
    ("1: { steps: [unload_account] }", "1: {}", false),
    ("awaits: compliance.decided", "await: compliance.decided", false),
    ("awaits: compliance.decided", "awaits: [compliance.decided]", true),
    ("awaits: compliance.decided", "awaits: []", false),
    ("awaits: compliance.decided", "awaits: { by: consumer }", false),
    ("awaits: compliance.decided", "awaits: { topic: compliance.decided, by: [a] }", false),
    ("fills: [signed, by_law]", "fills: []", false),
    ("fills: [signed, by_law]", "fill: signed", false),
    ("key: consumer\n    starts", "key: [consumer]\n    starts", false),
    ("on_failure: rollback", "on_failure: end", true),
    ("on_failure: rollback", "on_failure: undo", false),
    ("factor: 2", "factor: 0", false),
    ("times: 5, ", "", false),
    ("function: start_transfer_v2", "function: v2::start_transfer", false),
];

#[test]
fn schema_and_parser_are_of_one_mind() {
    let schema = json_schema::map();
    for (what, with, is_right) in CHANGES {
        assert!(CLEAN.contains(what), "the clean map has no {what:?} any more");
        let text = CLEAN.replacen(what, with, 1);
        assert_eq!(by_schema(&schema, &text), is_right, "the schema: {what} -> {with}");
        assert_eq!(by_parser(&text), is_right, "the parser: {what} -> {with}");
    }
}

/// What a schema cannot know, so that only the parser, or a rule, tells it.
const BEYOND: [(&str, &str, bool); 6] = [
    ("screening: [screen]", "nobody: [screen]", false),
    ("screening: [screen]", "payments: [screen]", false),
    ("within: shop", "within: payments", false),
    ("version: 3", "version: 2", false),
    (
        "{ owner: team-money, tags: [core], owns: [ledger], exports: [Amount, ConsumerId] }",
        "{ about: It owns nothing. }",
        false,
    ),
    ("subscribes: [payout.blocked]", "subscribes: [nobody.declared]", true),
];

#[test]
fn meaning_is_beyond_the_schema() {
    for (what, with, by_the_parser) in BEYOND {
        assert!(CLEAN.contains(what), "the clean map has no {what:?} any more");
        let text = CLEAN.replacen(what, with, 1);
        assert!(by_schema(&json_schema::map(), &text), "the schema: {what} -> {with}");
        assert_eq!(by_parser(&text), by_the_parser, "the parser: {what} -> {with}");
    }
    // The other way round: an editor underlines what only a rule reports.
    let bent = include_str!("../mistakes/nonlinear-is-a-rule.yaml");
    assert!(by_parser(bent) && !by_schema(&json_schema::map(), bent));
}

#[test]
fn exceptions_are_of_one_mind_too() {
    let entries = [
        ("{ edge: a -> b::c }", true),
        ("{ edge: 'a -> b::*', rule: undeclared-call }", true),
        ("{ edge: [a -> b::c, a -> b::d, 'e -> f::**'] }", true),
        ("{ edge: [a -> b::c], rule: undeclared-call }", true),
        ("{ edge: [] }", false),
        ("{ edge: [a -> b::c, a -> b::c] }", false),
        ("{ edge: [a -> b::c, a->b::d] }", false),
        ("{ edge: [a -> b::c, 7] }", false),
        ("{ edge: [[a -> b::c]] }", false),
        ("{ edge: { a: b::c } }", false),
        ("{ edge: 7 }", false),
        ("{ edge: [a -> b], at: x }", false),
        ("{ edge: a->b::c }", false),
        ("{ edge: A -> b::c }", false),
        ("{ edge: a -> b-c }", false),
        ("{ edge: a -> b, at: x }", false),
        ("{ rule: x, at: a/b.rs }", true),
        ("{ rule: x, at: /a }", false),
        ("{ rule: x, at: ../a }", false),
        ("{ rule: x, at: a/./b }", false),
        ("{ at: x }", false),
        ("{ reason: x }", false),
        ("{ rule: x, until: 2026-02-28 }", true),
        ("{ rule: x, until: 2026-02-29 }", false),
        ("{ rule: x, until: 28.2.2026 }", false),
        ("{ rule: x, issue: 7, owner: y, reason: z }", true),
        ("{ rule: x, issue: true }", false),
        ("{ rule: x, reason: '' }", false),
        ("text", false),
    ];
    for (entry, is_right) in entries {
        let text = format!("stateline: 1\nexceptions:\n  - {entry}\n");
        assert_eq!(by_schema(&json_schema::exceptions_file(), &text), is_right, "the schema: {entry}");
        let mistakes = read_exceptions(&Source::new(SourceId(0), "x", text), &Known::default()).1;
        assert_eq!(mistakes.is_empty(), is_right, "the parser: {entry}");
    }
}
