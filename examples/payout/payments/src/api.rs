//! Everything that payouts touch.

use crate::bank::Bank;
use ledger::Ledger;
use screening::Lists;
use stateline::Environment;

/// What operations borrow.
#[derive(Debug, Default, Environment)]
pub struct Desk {
    pub ledger: Ledger,
    pub lists: Lists,
    pub bank: Bank,
}

#[cfg(test)]
mod tests;
