//! What our macros derive has names and types, and counts as what it is derived from.

use crate::marks::MARKS;
use stateline_rust::{
    BuildTarget, Dependency, DependencyKind, FileId, Package, Reference, SourceFile, TargetKind, Workspace,
    all_references, stand_ins, summarise_with,
};

/// What the pieces of code use. They stand at the crate's root, so that each use crosses.
const DEFS: &str = r#"
pub mod defs {
    pub struct Item { pub name: String }
    impl Item {
        pub fn new() -> Self { todo!() }
        pub fn touch(&self) -> u32 { 0 }
    }
    pub struct Error;
    pub struct Gadget;
    impl Gadget { pub fn turn(&self) -> &Self { self } }
}
use defs::*;
"#;

/// The references of a crate with this source, as `name=descriptor`.
fn references(source: &str) -> Vec<String> {
    let outside = |name: &str| Dependency {
        code_name: name.to_owned(),
        package: name.to_owned(),
        library: None,
        kind: DependencyKind::Normal,
        local: None,
        is_published: true,
    };
    let package = Package {
        name: "demo".to_owned(),
        folder: String::new(),
        edition: 2024,
        dependencies: vec![outside("stateline")],
        features: Vec::new(),
        id: "demo".to_owned(),
    };
    let target = BuildTarget {
        package: 0,
        kind: TargetKind::Library,
        name: "demo".to_owned(),
        code_name: "demo".to_owned(),
        root: FileId::new(0),
        edition: 2024,
    };
    let summary = summarise_with("src/lib.rs", source, &MARKS).expect("the pieces of code are Rust");
    let file = SourceFile { path: "src/lib.rs".into(), content: [0; 16], summary };
    let workspace = Workspace {
        packages: vec![package],
        targets: vec![target],
        files: vec![file].into(),
        derive: &MARKS,
        ..Workspace::default()
    };
    let stand_ins = stand_ins(&workspace);
    let mut world = stateline_rust::resolve(&workspace, &stand_ins);
    let mut references = all_references(&mut world).references;
    references.sort_by_key(|reference| reference.at);
    let name = |found: &Reference| &source[found.at as usize..(found.at + found.len) as usize];
    let told = |found| Some(format!("{}={}", name(found), world.target_descriptor(found)?));
    references.iter().filter_map(told).collect()
}

/// Each of the expected references is there, in this order; `!name` is not there at all.
fn check(code: &str, expected: &[&str]) {
    let found = references(&format!("{DEFS}{code}"));
    let mut left = found.iter();
    for wanted in expected {
        match wanted.strip_prefix('!') {
            Some(name) => {
                let is_there = found.iter().any(|found| found.starts_with(&format!("{name}=")));
                assert!(!is_there, "{code}\nhas {name}: {found:#?}");
            }
            None => assert!(left.any(|found| found == wanted), "{code}\nlacks {wanted}: {found:#?}"),
        }
    }
}

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

const TOUCH: &str = "touch=defs/impl#[Item]touch().";
const TURN: &str = "turn=defs/impl#[Gadget]turn().";

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
        "fn t(x: ledger::account::RequestLoadAccount) { x.item.touch(); }",
        &["RequestLoadAccount=ledger/account/load_account().", "item=ledger/account/load_account().", TOUCH],
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
        &[TOUCH, TURN],
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
                "{attribute} fn go(x: Item, y: &impl GoCtx) {{}} fn t(x: RequestLoadAccount, y: Go, z: &impl GoCtx) {{}}"
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
