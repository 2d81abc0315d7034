//! Environments of which an operation would not know what to borrow.
//@ compiler alone

#[derive(stateline::Environment)]
pub struct Desk {
    one: ledger::Db,
    other: ledger::Db,
    #[environment(ignore)]
    third: u64,
}
