//! Whose code it is: by crate, by file, or by what is said.

use super::{place, refusals, tokens};
use crate::map::Place;
use stateline_schema::attribute::Attribute;

/// The context of an operation in a file of a crate, or what is refused.
fn owner(crate_name: &str, file: &str, said: &str) -> Result<String, Vec<String>> {
    let place = Place {
        crate_name: crate_name.into(),
        package: crate_name.into(),
        file: (!file.is_empty()).then(|| place().package_folder.expect("it has one").join(file)),
        ..place()
    };
    let arguments = tokens(&format!("effect = \"read\"{said}"));
    let expansion = crate::operation::expand(arguments, tokens("fn ask(name: String) -> u64 { 1 }"), &place);
    let text = expansion.to_string();
    let refused = refusals(expansion);
    let context =
        text.split("const CONTEXT : & 'static str = \"").nth(1).and_then(|rest| rest.split('"').next());
    if refused.is_empty() { Ok(context.unwrap_or_default().to_owned()) } else { Err(refused) }
}

#[test]
fn a_crate_of_one_context_is_its_own_wherever_the_file_lies() {
    assert_eq!(owner("payments", "src/any/where.rs", ""), Ok("payments".into()));
    assert_eq!(owner("payments", "", ""), Ok("payments".into()));
    assert_eq!(owner("stocks", "", ""), Ok("stocks".into()));
}

#[test]
fn a_file_belongs_to_who_owns_its_module() {
    assert_eq!(owner("shop", "src/front.rs", ""), Ok("front".into()));
    assert_eq!(owner("shop", "src/front/deep/mod.rs", ""), Ok("front".into()));
    assert_eq!(owner("shop", "src/back/till.rs", ""), Ok("till".into()));
    assert_eq!(owner("shop", "src/back/till/drawer.rs", ""), Ok("till".into()));
    assert_eq!(owner("shop", "src/back/office.rs", ""), Ok("back".into()));
    assert_eq!(owner("shop", "src/yard.rs", ""), Ok("yard".into()));
}

#[test]
fn a_file_of_several_contexts_needs_the_argument_context() {
    let refused = owner("shop", "src/back.rs", "").expect_err("`till` may be in it");
    assert_eq!(refused.len(), 1);
    assert!(refused[0].ends_with("`context = \"back\"` or `context = \"till\"`"), "{refused:?}");
    assert_eq!(owner("shop", "src/back.rs", ", context = \"till\""), Ok("till".into()));
    assert!(owner("shop", "src/lib.rs", "").is_err());
    assert!(owner("shop", "", "").is_err());
}

#[test]
fn code_without_an_owner_is_refused() {
    let refused = owner("shop", "src/yard/gate.rs", "").expect_err("`yard` owns one level only");
    assert!(refused[0].contains("`shop::yard::gate`"), "{refused:?}");
    let refused = owner("nobody", "src/lib.rs", "").expect_err("the map does not know it");
    assert!(refused[0].contains("no context owns `nobody`"), "{refused:?}");
}

#[test]
fn tests_and_examples_follow_their_package() {
    let place = Place { crate_name: "anything".into(), file: None, ..place() };
    let expansion = crate::step::expand(
        Attribute::Step,
        tokens("process = \"payout\", calls(ledger::load_account)"),
        tokens("fn unload(data: u64, ctx: &impl UnloadCtx) -> u64 { data }"),
        &place,
    );
    assert_eq!(refusals(expansion), Vec::<String>::new());
}
