//! Requirements that the map and its checker alone can prove, each by a test named after its row.
//!
//! `tests/README.md` lists which row is proved where.

use crate::workbench::{Workspace, example};

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
        .says("owned by `shop` here")
        .says("owned by `bank` here")
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
    // Being allowed all that a context exports is no subscription.
    let all = map.replace("owns: [shop]", "owns: [shop], uses: { bank: ['*'] }");
    let bank = "#[stateline::message(topic = \"paid\")] pub struct Money;";
    let marked = |map: &str| {
        let workspace = Workspace::new(map).with_crate("bank", &["stateline"], bank);
        workspace.with_crate("shop", &["bank"], "pub fn got(_: bank::Money) {}").check(&[])
    };
    marked(&all).finds("undeclared-subscription");
    let map = map.replace("owns: [shop]", "owns: [shop], subscribes: [paid]");
    marked(&map).is_clean();
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
    let schema = include_str!("../../../schema/stateline.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("the schema is JSON");
    let mut keys = std::collections::BTreeSet::new();
    keys_of(&schema["properties"]["processes"], &mut keys);
    let all = "about awaits by cap compensated_by context earlier factor fills first function irreversible key on_failure retry starts_on step steps times topic version within";
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

const STEPS: &str = "
stateline: 1
contexts:
  shop: { owns: [shop], calls: { bank: [pay] } }
  bank: { owns: [bank] }
processes: { buy: { context: shop, version: 1, steps: [order] } }
";

const BANK: &str = r#"
#[stateline::operation(effect = "irreversible", rehearse = pretend)]
pub fn pay(amount: u64) -> u64 { amount }
fn pretend(amount: u64) -> u64 { amount }
"#;

/// A shop whose code is a step, and perhaps more, over a bank with one irreversible operation.
fn shop_with_steps(shop: &str, bank: &str, map: &str) -> Workspace {
    let shop = format!("use stateline::{{compensation, step}};\n{shop}");
    Workspace::new(map).with_crate("bank", &["stateline"], bank).with_crate(
        "shop",
        &["bank", "stateline", "reqwest", "uuid"],
        &shop,
    )
}

const CALLS: &str = r#"
#[step(process = "buy", calls(bank::pay))]
pub async fn order(amount: u64, ctx: &impl OrderCtx) -> u64 { ctx.pay(amount).await.unwrap_or(0) }
"#;

const UNDO: &str = r#"
#[compensation(process = "buy")]
pub fn give_back(amount: u64) {}
"#;

/// The map in which the step is undone.
fn undone() -> String {
    STEPS.replace("[order]", "[{ step: order, compensated_by: give_back }]")
}

#[test]
fn s18_an_effect_that_is_not_marked_is_refused() {
    let kept = format!("{CALLS}{UNDO}");
    shop_with_steps(&kept, BANK, &undone()).check(&[]).is_clean();
    let around = kept.replace(
        "ctx.pay(amount).await.unwrap_or(0)",
        "reqwest::blocking::get(\"pay\").map_or(0, |_| amount)",
    );
    shop_with_steps(&around, BANK, &undone()).check(&[]).finds("side-effect-in-step").says("the network");
    let unsaid = BANK.replace("effect = \"irreversible\", ", "");
    shop_with_steps(&kept, &unsaid, &undone()).check(&[]).finds("missing-rehearsal").says("its effect");
    let unrehearsed = BANK.replace(", rehearse = pretend", "");
    shop_with_steps(&kept, &unrehearsed, &undone())
        .check(&[])
        .finds("missing-rehearsal")
        .says("no `rehearse`");
    let external = undone().replace("owns: [bank]", "owns: [bank], external: true");
    let reading = unrehearsed.replace("irreversible", "read");
    shop_with_steps(&kept, &reading, &undone()).check(&[]).is_clean();
    shop_with_steps(&kept, &reading, &external).check(&[]).finds("missing-rehearsal").says("external");
}

#[test]
fn s19_an_irreversible_call_without_compensation_is_refused() {
    let run = shop_with_steps(CALLS, BANK, STEPS).check(&[]);
    run.finds("irreversible-without-compensation").says("bank::pay").says("stateline.yaml:");
    let reversible = BANK.replace("irreversible", "write");
    shop_with_steps(CALLS, &reversible, STEPS).check(&[]).is_clean();
    let plain = format!("{CALLS}pub fn give_back(amount: u64) {{}}");
    shop_with_steps(&plain, BANK, &undone()).check(&[]).finds("irreversible-without-compensation");
    let other = format!("{CALLS}{}", UNDO.replace("amount: u64", "amount: String"));
    shop_with_steps(&other, BANK, &undone())
        .check(&[])
        .finds("broken-chain")
        .says("the compensation `give_back`");
}

#[test]
fn s25_every_message_has_a_topic_that_its_context_publishes_on() {
    let map = "
stateline: 1
contexts:
  bank: { owns: [bank], publishes: [paid] }
  shop: { owns: [shop], publishes: [other] }
  desk: { owns: [desk], subscribes: [paid, other] }
topics:
  paid: { message: bank::Paid, ack: { within: 1h } }
  other: { message: shop::Other, ack: { within: 1h } }
";
    let bank = |attribute: &str| {
        let bank = format!("#[stateline::message{attribute}] pub struct Paid(pub u64);");
        Workspace::new(map)
            .with_crate("bank", &["stateline"], &bank)
            .with_crate("shop", &["stateline"], "#[stateline::message(topic = \"other\")] pub struct Other;")
            .with_crate("desk", &[], "")
            .check(&[])
    };
    bank("(topic = \"paid\")").is_clean();
    bank("").finds("undeclared-publish").says("does not name its topic");
    bank("(topic = \"payd\")").finds("undeclared-publish").says("did you mean `paid`?");
    bank("(topic = \"other\")").finds("undeclared-publish").says("`bank` publishes paid");
}

#[test]
fn s41_a_step_that_runs_a_step_is_refused() {
    let map = STEPS.replace("[order]", "[order, pack]").replace(", calls: { bank: [pay] }", "");
    let pack = "#[step(process = \"buy\")]\npub fn pack(a: u64) -> u64 { a }\n";
    let calling = "#[step(process = \"buy\")]\npub fn order(a: u64) -> u64 { [a].map(|a| pack(a))[0] }\n";
    shop_with_steps(&format!("{calling}{pack}"), BANK, &map)
        .check(&[])
        .finds("step-calls-step")
        .says("shop/src/lib.rs:");
    let apart = calling.replace("pack(a)", "a");
    shop_with_steps(&format!("{apart}{pack}"), BANK, &map).check(&[]).is_clean();
}

#[test]
fn s44_a_step_that_names_an_io_crate_is_reported() {
    let map = STEPS.replace(", calls: { bank: [pay] }", "");
    let step = |body: &str| format!("#[step(process = \"buy\")]\npub fn order(a: u64) -> u64 {{ {body} }}\n");
    let check = |shop: &str| shop_with_steps(shop, BANK, &map).check(&[]);
    check(&step("a")).is_clean();
    check(&format!("{}fn far() -> bool {{ reqwest::blocking::get(\"a\").is_ok() }}", step("far() as u64")))
        .finds("side-effect-in-step")
        .says_wrapped("`reqwest` (the network) via `far`");
    check(&format!("use uuid::Uuid;\n{}", step("Uuid::nil().as_u128() as u64 + a"))).is_clean();
    check(&format!("pub fn desk() {{ let _ = stateline::World::live(()); }}\n{}", step("a"))).is_clean();
    check(&format!("use reqwest as web;\n{}", step("a")))
        .finds("side-effect-in-step")
        .says_wrapped("contains steps, so it must not use");
    for (body, what) in [
        ("std::fs::read(\"a\").map_or(a, |_| 0)", "files"),
        ("std::time::SystemTime::now().elapsed().map_or(a, |age| age.as_secs())", "the clock"),
        ("std::env::var(\"A\").map_or(a, |_| 0)", "the process environment"),
        ("std::thread::spawn(move || a).join().unwrap_or(0)", "threads"),
        ("std::net::TcpStream::connect(\"a:1\").map_or(a, |_| 0)", "the network"),
        (
            "{ static N: std::sync::Mutex<u64> = std::sync::Mutex::new(0); N.lock().map_or(a, |n| *n) }",
            "the mutable static",
        ),
        ("{ use uuid::Uuid; Uuid::new_v4().as_u128() as u64 }", "`uuid::Uuid::new_v4` (randomness)"),
        ("bank::pay(a)", "the operation `bank::pay`"),
        ("{ let live = stateline::World::live(()); a }", "calls operations without the ctx"),
        ("stateline::Handle::handle(a, &())", "operations"),
    ] {
        let calls = if body.starts_with("bank") { STEPS } else { &map };
        let run = shop_with_steps(&step(body), BANK, calls).check(&[]);
        run.finds("side-effect-in-step").says_wrapped(what);
    }
}

#[test]
fn s45_a_step_takes_its_input_and_perhaps_its_ctx() {
    let map = STEPS.replace(", calls: { bank: [pay] }", "");
    let check = |arguments: &str| {
        let step = format!("#[step(process = \"buy\")]\npub fn order({arguments}) -> u64 {{ 0 }}");
        shop_with_steps(&step, BANK, &map).check(&[])
    };
    check("a: u64").is_clean();
    check("a: &u64").is_clean();
    check("a: u64, ctx: &impl OrderCtx").is_clean();
    check("").finds("unknown-step").says("has no arguments");
    check("a: u64, b: &u64, c: &u64").finds("unknown-step").says("has 3 arguments");
    check("a: u64, b: u64").finds("unknown-step").says("not a shared reference to its");
}
