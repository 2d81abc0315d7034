//! Errors that say what is to be done about them.
//@ compiles

use stateline::{CallError, Failure, Verdict};
use std::error::Error;
use std::fmt;

pub mod renamed {
    pub use stateline as flow;
}

#[derive(Debug, Failure)]
#[fail]
pub enum Rejected {
    ByCompliance,
    #[again]
    Closed {
        until: u64,
    },
    #[park]
    Garbage(String, u64),
    Ledger(#[from] ledger::LedgerError),
    #[again]
    Named {
        #[from]
        inner: Whole,
    },
}

/// Without a verdict of its own, a variant has that of what it is made from.
#[derive(Debug, Failure)]
pub enum Either {
    Call(#[from] CallError),
    Rejected(#[from] Rejected),
}

#[derive(Debug, Failure)]
#[park]
pub struct Whole;

#[derive(Debug, Failure)]
#[failure(crate = crate::renamed::flow)]
#[again]
pub struct Wraps<T: fmt::Debug + Send + Sync + 'static>(pub T);

#[derive(Debug, Failure)]
pub enum Never {}

/// Another derive writes that it is an error.
#[derive(Debug, Failure)]
#[fail]
pub enum Told {
    #[cfg_attr(any(), error("not there"))]
    One,
}

macro_rules! told {
    ($($name:ident $(<$t:ident>)?),*) => { $(
        impl$(<$t: fmt::Debug + Send + Sync + 'static>)? fmt::Display for $name$(<$t>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self:?}")
            }
        }
    )* };
}
told!(Rejected, Either, Whole, Wraps<T>, Never, Told);

#[stateline::step(process = "refund")]
pub fn load(amount: u64) -> Result<u64, Either> {
    let _ = Rejected::Garbage(String::new(), 1);
    let _ = Rejected::Closed { until: 1 };
    if amount == 0 { Err(Rejected::ByCompliance)? } else { Ok(amount) }
}

pub fn known(error: Either) -> bool {
    let _ = (Told::One, Wraps(1));
    error.source().is_some() && error.verdict() == Verdict::Fail
}
