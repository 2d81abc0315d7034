//! Errors of steps that do not say what is to be done about them.
//@ compiler alone
//@ map: steps

use ledger::LedgerError;
use stateline::{CallError, Failure, step};
use std::error::Error;
use std::fmt;

/// It forgot the derive.
#[derive(Debug)]
pub struct Silent;

impl fmt::Display for Silent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("silent")
    }
}
impl Error for Silent {}

#[step(process = "many")]
pub fn fails_silently(data: u64) -> Result<u64, Silent> {
    Ok(data)
}

#[step(process = "many")]
pub fn fails_with_a_text(data: u64) -> Result<u64, String> {
    Ok(data)
}

#[step(process = "many")]
pub fn fails_on_its_thread(data: u64) -> Result<u64, Box<dyn Error>> {
    Ok(data)
}

#[derive(Debug, Failure)]
pub enum Rejected {
    Unsaid,
    #[again]
    #[fail]
    Both,
    #[park = "because"]
    Valued,
    #[fail]
    Many(#[from] LedgerError, u64),
    Other(#[from] fmt::Error),
    Call(#[from] CallError),
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rejected")
    }
}
