//! A file with borders inside: only `context` says whose an item is.
//@ map: borders
//@ checker: unowned-code

pub mod front {
    #[stateline::operation(effect = "read")]
    pub fn ask(amount: u64) -> u64 {
        amount
    }
}

pub mod back {
    #[stateline::operation(effect = "read", context = "back")]
    pub fn answer(amount: u64) -> u64 {
        amount
    }
}
