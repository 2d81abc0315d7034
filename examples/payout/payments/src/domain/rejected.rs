//! Why a payout does not go on, and what is to be done about it.

use crate::bank::BankError;
use ledger::LedgerError;
use screening::ScreeningError;
use stateline::{CallError, Failure};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, Failure)]
pub enum Rejected {
    #[fail]
    ByCompliance,
    #[fail]
    Ledger(#[from] LedgerError),
    #[fail]
    Bank(#[from] BankError),
    /// The lists cannot be asked now.
    #[again]
    Screening(#[from] ScreeningError),
    /// Nobody answered: asking again may help.
    Call(#[from] CallError),
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejected::ByCompliance => f.write_str("compliance has rejected it"),
            Rejected::Ledger(error) => error.fmt(f),
            Rejected::Bank(error) => error.fmt(f),
            Rejected::Screening(error) => error.fmt(f),
            Rejected::Call(error) => error.fmt(f),
        }
    }
}
