//! Whatever is written, macros answer with tokens, and refuse what they do not understand.

use super::{place, refusals, tokens};
use proc_macro2::TokenStream;
use stateline_schema::attribute::Attribute;

const ARGUMENTS: [&str; 14] = [
    "",
    ",",
    "process",
    "process =",
    "process = ,",
    "process = \"\"",
    "process = \"payout\" calls(ledger::load_account)",
    "calls",
    "calls()",
    "calls(,)",
    "calls(\"ledger\")",
    "calls(crate, self, super, ::ledger, Self::x, r#type::r#fn)",
    "crate = 1, context = \"nobody\", effect, topic = 'a'",
    "{ } [ ] ( )",
];

const ITEMS: [&str; 14] = [
    "",
    ";",
    "fn",
    "fn unload",
    "fn unload() {}",
    "fn unload(;) {}",
    "fn __(data: u64) {}",
    "fn r#type(r#fn: r#struct, _: &&mut impl) -> {}",
    "fn ß(self: Box<Self>, ...) {}",
    "extern \"C\" { fn unload(data: u64); }",
    "impl Step for Data { fn unload(self) {} }",
    "fn unload<'a, T: 'a + ?Sized, const N: usize>(data: [T; N], ctx: &'a dyn UnloadCtx) -> impl Sized where T: Copy {}",
    "struct Unload<T>(T) where T: Copy;",
    "enum Blocked { One, Two { three: u64 } }",
];

/// Every macro, on every item, with all arguments.
fn all() -> Vec<TokenStream> {
    let with = |arguments: &str, item: &str| {
        let (place, arguments, item) = (place(), tokens(arguments), tokens(item));
        [
            crate::operation::expand(arguments.clone(), item.clone(), &place),
            crate::step::expand(Attribute::Step, arguments.clone(), item.clone(), &place),
            crate::step::expand(Attribute::Compensation, arguments.clone(), item.clone(), &place),
            crate::receives::expand(arguments.clone(), item.clone(), &place),
            crate::message::expand(arguments, item.clone(), &place),
            crate::process::expand(item.clone(), &place),
            crate::environment::expand(item),
        ]
    };
    ARGUMENTS.iter().flat_map(|arguments| ITEMS.iter().flat_map(move |item| with(arguments, item))).collect()
}

#[test]
fn garbage_is_refused_in_words_and_never_panics() {
    let mut refused = 0;
    for expansion in all() {
        for sentence in refusals(expansion) {
            assert!(sentence.len() > 10, "{sentence}");
            refused += 1;
        }
    }
    assert!(refused > 500, "{refused}");
}
