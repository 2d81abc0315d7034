//! What our macros derive has names and types, and counts as what it is derived from.

use super::check;

const LEDGER: &str = r#"
pub mod ledger {
    pub mod account {
        use stateline::operation;
        use crate::defs::{Error, Gadget, Item};
        pub struct Db;
        #[operation(effect = "write", rehearse = pretend)]
        pub async fn load_account(db: &Db, item: Item, many: Vec<Gadget>) -> Result<Item, Error> { todo!() }
        async fn pretend(db: &Db, item: Item, many: Vec<Gadget>) -> Result<Item, Error> { todo!() }
    }
    pub use account::{load_account as load, Db};
}
use stateline::{step, message, process, Environment, Outcome, Next, Flow};
"#;
const LOAD: &str = "load_account=ledger/account/load_account().";

fn checks(code: &str, expected: &[&str]) {
    check(&format!("{LEDGER}{code}"), expected);
}

const TOUCH: &str = super::TOUCH;

#[test]
fn calls_through_the_context() {
    let step = r#"#[step(process = "payout", calls(ledger::load, crate::ledger::account::load_account))]
        async fn go(x: Item, ctx: &impl GoCtx) -> Outcome<Item, Error>"#;
    let called = ["load=ledger/account/load_account().", LOAD];
    let body = "{ let y = ctx.load_account(x, vec![]).await??; y.touch(); Ok(Next(y)) }";
    checks(&format!("{step}{body}"), &[called[0], called[1], LOAD, TOUCH]);
}

#[test]
fn a_path_leads_through_the_function_to_what_is_derived() {
    let load = "load=ledger/account/load_account().";
    checks("fn t(x: &impl ledger::load::Call) {}", &[load, "Call=ledger/account/load_account()."]);
    checks(
        "fn t(x: ledger::account::LoadAccount) { x.item.touch(); }",
        &["LoadAccount=ledger/account/load_account().", "item=ledger/account/load_account().", TOUCH],
    );
    checks(
        "async fn t() { ledger::load(&ledger::Db, Item::new(), vec![]).await.unwrap().touch(); }",
        &[load, TOUCH],
    );
}

#[test]
fn chains_mocks_and_environments() {
    checks(
        "process!(pub payout); fn t() { let x = payout::<u8>().start(Item::new()).unwrap().read::<Item>().unwrap(); x.touch(); }",
        &[TOUCH],
    );
    checks(
        "#[derive(Environment)] struct Desk { item: Item } fn t(d: Desk) { use stateline::Has; Has::<Item>::get(&d).touch(); }",
        &[TOUCH],
    );
    checks(
        "fn t() { stateline::Mocked::new().on(|x: ledger::load::Request| { x.item.touch(); Ok(x.item) }).times(1); }",
        &[TOUCH],
    );
    checks(
        r#"#[step(process = "payout")] fn go(x: Item) -> Gadget { todo!() }
        fn t(x: <go as stateline::Step>::Input, y: <go as stateline::Step>::Output) { x.touch(); y.turn(); }"#,
        &[TOUCH, super::TURN],
    );
    checks(
        r#"#[step(process = "payout")] fn go(x: Item) -> Result<Flow<Item>, Error> { todo!() }
        fn t(y: <go as stateline::Step>::Output) { y.touch(); }"#,
        &[TOUCH],
    );
}

#[test]
fn an_import_by_another_name_and_a_condition_are_ours_too() {
    for attribute in [
        "use stateline::operation as offered; #[offered(effect = \"read\")]",
        "#[cfg_attr(all(), stateline::operation(effect = \"read\"))]",
        "#[::stateline::operation]",
        "use stateline as flow; #[flow::operation(effect = \"read\", crate = flow)]",
    ] {
        checks(
            &format!(
                "{attribute} fn look(x: u8) -> Item {{ todo!() }} async fn t(x: &impl CallLook) {{ x.look(1).await.unwrap().touch(); }}"
            ),
            &[TOUCH],
        );
    }
}

#[test]
fn what_others_call_so_is_theirs() {
    for attribute in [
        "#[cucumber::step]",
        "#[step2::operation(calls(a))]",
        "mod own { pub use serde::step; } #[own::step]",
    ] {
        checks(
            &format!(
                "{attribute} fn go(x: Item, y: &impl GoCtx) {{}} fn t(x: LoadAccount, y: Go, z: &impl GoCtx) {{}}"
            ),
            &["!GoCtx", "!Go"],
        );
    }
}

#[test]
fn what_a_step_does_not_list_is_seen() {
    let step = "#[stateline::message(topic = \"t\")] struct Told;
        #[step(process = \"payout\")] async fn go(x: Item, ctx: &impl GoCtx) {";
    checks(
        &format!("{step} ctx.load_account(x).await; ctx.publish(Told).await; }}"),
        &[LOAD, LOAD, "publish=Told#"],
    );
    checks("async fn go(ctx: &impl Copy) { ctx.load_account(1); ctx.publish(Item::new()); }", &["!publish"]);
}
