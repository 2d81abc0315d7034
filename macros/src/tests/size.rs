//! An expansion is thin: what a step adds fits a screen, and each call adds a few lines.

use super::{place, refusals, tokens};
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;
use syn::Item;

/// What is derived of a step with these arguments, as `cargo expand` shows it, without the step itself.
fn derived(arguments: &str, function: &str) -> String {
    let expansion = crate::step::expand(Attribute::Step, tokens(arguments), tokens(function), &place());
    assert!(refusals(expansion.clone()).is_empty(), "{expansion}");
    shown(expansion)
}

fn shown(expansion: TokenStream) -> String {
    let mut file: syn::File = syn::parse2(expansion).expect("an expansion is items");
    file.items.retain(|item| !matches!(item, Item::Fn(_)));
    prettyplease::unparse(&file)
}

#[test]
fn a_step_with_two_calls_and_a_message_adds_at_most_64_lines() {
    // Of these, six list what it calls, for whoever announces that before the step runs.
    let derived = derived(
        "process = \"payout\", calls(ledger::load_account, ledger::transaction_amount), publishes(Blocked)",
        "/// What for.
        pub async fn possible_revert(data: Compliance, ctx: &impl PossibleRevertCtx) -> Outcome<Order, Rejected> {
            Ok(Next(data.order()))
        }",
    );
    assert!(derived.lines().count() <= 64, "{}:\n{derived}", derived.lines().count());
}

#[test]
fn a_step_that_only_computes_adds_at_most_40_lines() {
    let derived =
        derived("process = \"payout\"", "pub fn unload(data: Request) -> Unloaded { data.unloaded() }");
    assert!(derived.lines().count() <= 40, "{}:\n{derived}", derived.lines().count());
    assert!(!derived.contains("trait"), "who does nothing needs no interface:\n{derived}");
}

#[test]
fn an_operation_adds_at_most_88_lines() {
    let function = "pub async fn screen(lists: &Lists, name: String, born: Date) -> Result<Verdict, Unknown> { ask(lists) }";
    let expansion = crate::operation::expand(
        tokens("effect = \"write\", rehearse = pretend"),
        tokens(function),
        &place(),
    );
    let derived = shown(expansion);
    // Every field has its documentation, so that a crate may forbid to leave it out. What tells the
    // function which call it is breaks two signatures into lines, and what holds its stand-in against it
    // one more.
    assert!(derived.lines().count() <= 88, "{}:\n{derived}", derived.lines().count());
}
