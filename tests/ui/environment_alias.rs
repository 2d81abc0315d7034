//! Environments that have one type twice, by two names of it, or lend what has no place in them.
//@ compiler alone

pub type Other = ledger::Db;

#[derive(stateline::Environment)]
pub struct Desk {
    pub one: ledger::Db,
    pub other: Other,
}

#[stateline::operation(effect = "read")]
pub fn ask(db: Option<&ledger::Db>) -> u64 {
    db.map_or(0, |_| 1)
}
