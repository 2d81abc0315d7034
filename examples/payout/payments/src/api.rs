//! Everything that payouts touch.

use crate::Pager;
use crate::bank::Bank;
use ledger::{Amount, ConsumerId, Ledger};
use screening::Lists;
use stateline::Environment;
use std::path::Path;

/// What operations borrow.
#[derive(Debug, Default, Environment)]
pub struct Desk {
    pub ledger: Ledger,
    pub lists: Lists,
    pub bank: Bank,
    pub pager: Pager,
}

impl Desk {
    /// What is kept in this folder: the ledger, the bank, the pager, and where the owner of the lists is asked.
    ///
    /// A mute bank sends the money and never says so.
    pub fn open(folder: &Path, is_mute: bool) -> std::io::Result<Desk> {
        let balances = [(ConsumerId(1), Amount::cents(10_000_000)), (ConsumerId(2), Amount::cents(5_000))];
        let ledger = Ledger::open(folder.join("ledger.json"), balances)?;
        let lists = Lists::At(std::fs::read_to_string(folder.join("screening.address"))?);
        let bank = Bank::open(folder.join("bank.json"), is_mute)?;
        let pager = Pager::open(folder.join("pager.json"))?;
        Ok(Desk { ledger, lists, bank, pager })
    }
}

#[cfg(test)]
mod tests;
