//! Why a payout does not go on.

use crate::bank::BankError;
use ledger::LedgerError;
use stateline::CallError;
use std::error::Error;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    ByCompliance,
    Ledger(LedgerError),
    Bank(BankError),
    /// Nobody answered: asking again may help.
    Call(CallError),
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejected::ByCompliance => f.write_str("compliance has rejected it"),
            Rejected::Ledger(error) => error.fmt(f),
            Rejected::Bank(error) => error.fmt(f),
            Rejected::Call(error) => error.fmt(f),
        }
    }
}

impl Error for Rejected {}

impl From<LedgerError> for Rejected {
    fn from(error: LedgerError) -> Self {
        Rejected::Ledger(error)
    }
}

impl From<BankError> for Rejected {
    fn from(error: BankError) -> Self {
        Rejected::Bank(error)
    }
}

impl From<CallError> for Rejected {
    fn from(error: CallError) -> Self {
        Rejected::Call(error)
    }
}
