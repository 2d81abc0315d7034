//! Every derived name stands at the user's token that it is made of, so that hover, going to the
//! definition and renaming find their way.

use super::{flat, place, tokens};
use proc_macro2::{Ident, TokenStream, TokenTree};
use stateline_schema::attribute::Attribute;

/// The text at which each name of an expansion stands, as far as the user wrote one.
fn places(expansion: TokenStream, name: &str) -> Vec<Option<String>> {
    let named = |token| match token {
        TokenTree::Ident(ident) if ident == name => Some(ident),
        _ => None,
    };
    flat(expansion).into_iter().filter_map(named).map(|ident: Ident| ident.span().source_text()).collect()
}

/// Holds that a name is derived, and always at this text of the user's.
#[track_caller]
fn stands_at(expansion: &TokenStream, name: &str, text: &str) {
    let places = places(expansion.clone(), name);
    assert!(!places.is_empty(), "there is no `{name}`");
    assert!(places.iter().all(|place| place.as_deref() == Some(text)), "`{name}` stands at {places:?}");
}

#[test]
fn names_of_an_operation_stand_at_its_own() {
    let function = "pub async fn load_account(db: &Db, consumer: ConsumerId) -> Amount { db.load(consumer) }";
    let arguments = tokens("effect = \"write\", rehearse = pretend_load");
    let expansion = crate::operation::expand(arguments, tokens(function), &place());
    for name in ["RequestLoadAccount", "CallLoadAccount", "load_account"] {
        stands_at(&expansion, name, "load_account");
    }
    for name in ["consumer", "ConsumerId", "Db", "Amount", "pretend_load"] {
        // In the stand-in's call, what the caller gives stands at the stand-in, which may not take it.
        let places = places(expansion.clone(), name);
        let allowed = |place: &Option<String>| matches!(place.as_deref(), Some(text) if text == name || text == "pretend_load");
        assert!(places.iter().all(allowed), "`{name}` stands at {places:?}");
    }
}

#[test]
fn names_of_a_step_stand_at_its_own_and_calls_at_their_paths() {
    let function =
        "pub async fn possible_revert(data: Order, ctx: &impl PossibleRevertCtx) -> Order { data }";
    let arguments = tokens("process = \"payout\", calls(ledger::load_account), publishes(Blocked)");
    let expansion = crate::step::expand(Attribute::Step, arguments, tokens(function), &place());
    stands_at(&expansion, "possible_revert", "possible_revert");
    stands_at(&expansion, "ledger", "ledger");
    stands_at(&expansion, "load_account", "load_account");
    stands_at(&expansion, "Blocked", "Blocked");
    stands_at(&expansion, "Order", "Order");
    // The ctx's own type, as the user wrote it, and the interface, which is named by the function.
    let places = places(expansion, "PossibleRevertCtx");
    let user = |place: &&Option<String>| place.as_deref() == Some("PossibleRevertCtx");
    assert_eq!(places.iter().filter(user).count(), 1);
    assert!(
        places.iter().filter(|place| !user(place)).all(|place| place.as_deref() == Some("possible_revert"))
    );
}

#[test]
fn names_of_a_process_stand_at_its_own() {
    let expansion = crate::process::expand(tokens("pub payout"), &place());
    for name in ["payout", "unload", "possible_revert", "transfer", "reverse"] {
        stands_at(&expansion, name, "payout");
    }
}

#[test]
fn names_of_the_map_are_names_in_code() {
    let name = |text| crate::names::of_map(text, proc_macro2::Span::call_site()).to_string();
    let pairs =
        [("load", "load"), ("type", "r#type"), ("r#type", "r#type"), ("self", "nobody"), ("ⓐ", "nobody")];
    for (written, meant) in pairs {
        assert_eq!(name(written), meant);
    }
}
