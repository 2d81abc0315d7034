//! Requirements that the map and its checker alone can prove, each by a test named after its row.
//!
//! `tests/README.md` lists which row is proved where.

#[path = "support/workbench.rs"]
mod workbench;

use workbench::{Workspace, example};

const TWO: &str = "
stateline: 1
contexts:
  shop: { owns: [shop] }
  bank: { owns: [bank], exports: [Money] }
";

fn shop_and_bank(shop: &str, map: &str) -> Workspace {
    Workspace::new(map)
        .with_crate("bank", &[], "pub struct Money; pub fn pay() {} pub fn audit() {}")
        .with_crate("shop", &["bank"], shop)
}

#[test]
fn s22_one_example_holds_orchestration_and_choreography() {
    let run = example("payout").check(&[]);
    run.is_clean().says("topics").says("processes");
}

#[test]
fn s23_an_undeclared_call_is_refused_with_both_places() {
    let run = shop_and_bank("pub fn buy() { bank::pay() }", TWO).check(&[]);
    run.finds("undeclared-call").says("shop/src/lib.rs:1:").says("stateline.yaml:");
}

#[test]
fn s23_a_declared_call_is_not() {
    let map = TWO.replace("shop: { owns: [shop] }", "shop: { owns: [shop], calls: { bank: [pay] } }");
    shop_and_bank("pub fn buy() { bank::pay() }", &map).check(&[]).is_clean();
    let run = shop_and_bank("pub fn buy() { bank::pay(); bank::audit() }", &map).check(&[]);
    run.finds("undeclared-call").says("bank::audit");
}

#[test]
fn s23_overlapping_contexts_are_refused_with_both_places() {
    let map = TWO.replace("owns: [bank]", "owns: [bank, shop::till]");
    let run = shop_and_bank("pub mod till {}", &map).check(&[]);
    run.finds("overlapping-ownership")
        .says("claimed by shop")
        .says("claimed by bank")
        .says("stateline.yaml:4:");
}

#[test]
fn s24_inner_references_are_free_and_layers_hold_inside() {
    let layered = TWO.replace("owns: [shop] }", "owns: [shop], laws: { layers: [api, storage] } }");
    let down = "pub mod api { pub fn a() { crate::storage::s() } } pub mod storage { pub fn s() {} }";
    shop_and_bank(down, &layered).check(&[]).is_clean();
    let up = "pub mod api { pub fn a() {} } pub mod storage { pub fn s() { crate::api::a() } }";
    shop_and_bank(up, &layered).check(&[]).finds("broken-law");
    shop_and_bank(up, TWO).check(&[]).is_clean();
}

#[test]
fn s26_a_topic_without_subscriber_or_publisher_is_reported() {
    let topic = "topics: { paid: { message: bank::Money } }\n";
    let published = TWO.replace("exports: [Money]", "publishes: [paid]") + topic;
    shop_and_bank("", &published).check(&[]).finds("topic-without-subscriber").says("paid");
    let subscribed = TWO.replace("owns: [shop]", "owns: [shop], subscribes: [paid]") + topic;
    shop_and_bank("", &subscribed).check(&[]).finds("topic-without-publisher").says("paid");
}

#[test]
fn s26_naming_a_message_needs_a_subscription() {
    let topic = "topics: { paid: { message: bank::Money } }\n";
    let map = TWO.replace("exports: [Money]", "publishes: [paid]") + topic;
    shop_and_bank("pub fn got(_: bank::Money) {}", &map)
        .check(&[])
        .finds("undeclared-subscription")
        .says("bank::Money");
    let map = map.replace("owns: [shop]", "owns: [shop], subscribes: [paid]");
    shop_and_bank("pub fn got(_: bank::Money) {}", &map).check(&[]).is_clean();
}

#[test]
fn s41_a_process_with_logic_in_its_structure_is_refused() {
    for (entry, word) in [
        ("{ branch: { if: rich, then: pay } }", "branch"),
        ("{ loop: [pay] }", "loop"),
        ("{ goto: pay }", "goto"),
        ("{ label: again }", "label"),
        ("{ parallel: [pay, audit] }", "parallel"),
        ("[pay, audit]", "nested"),
    ] {
        let steps = format!("processes: {{ buy: {{ context: bank, version: 1, steps: [pay, {entry}] }} }}\n");
        shop_and_bank("", &(TWO.to_owned() + &steps)).check(&[]).finds("non-linear-process").says(word);
    }
}

#[test]
fn s44_a_domain_that_names_a_database_is_reported() {
    let law = "laws: { packages: { deny: { domain: [std::fs] } } }";
    let map = TWO.replace("owns: [shop]", &format!("owns: [shop], {law}"));
    let named = "pub mod domain { pub fn load() { let _ = std::fs::read(\"a\"); } }";
    shop_and_bank(named, &map).check(&[]).finds("broken-law").says("std::fs");
    let imported = "pub mod domain { use std::fs::read; pub fn load() { let _ = read(\"a\"); } }";
    shop_and_bank(imported, &map).check(&[]).finds("broken-law").says("std::fs");
    let beside = "pub mod domain {} pub mod storage { pub fn load() { let _ = std::fs::read(\"a\"); } }";
    shop_and_bank(beside, &map).check(&[]).is_clean();
}

#[test]
fn s58_the_grammar_for_processes_fits_one_page() {
    let schema = include_str!("../../schema/stateline.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("the schema is JSON");
    let mut keys = std::collections::BTreeSet::new();
    keys_of(&schema["properties"]["processes"], &mut keys);
    let all = "about awaits compensated_by context earlier irreversible step steps version";
    assert_eq!(keys.into_iter().collect::<Vec<_>>().join(" "), all, "a page has room for no dozen more");
}

/// Every key that a part of the map may have, at any depth.
fn keys_of<'s>(schema: &'s serde_json::Value, keys: &mut std::collections::BTreeSet<&'s str>) {
    let properties = schema["properties"].as_object();
    keys.extend(properties.into_iter().flatten().map(|(key, _)| key.as_str()));
    for below in schema.as_object().into_iter().flatten().map(|(_, below)| below) {
        keys_of(below, keys);
    }
    for below in schema.as_array().into_iter().flatten() {
        keys_of(below, keys);
    }
}

#[test]
fn s23_a_module_in_the_body_of_a_macro_needs_no_owner() {
    let source = "pub mod till { macro_rules! make { ($name:ident) => { mod $name {} } } make!(drawer); }";
    let map = TWO.replace("bank: {", "till: { owns: [shop::till], within: shop }\n  bank: {");
    shop_and_bank(source, &map).check(&[]).is_clean();
}
