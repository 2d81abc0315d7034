//! What is to go wrong with a call, and what went wrong.

use super::dice::Dice;
use std::fmt;

/// Something that went wrong on purpose.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Calls, Chaos, World};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let chaotic = World::live(Desk::default()).disturbed(Chaos::new(7).at_rate(0).dropping(1_000));
/// assert!(chaotic.call(Balance { consumer: 1 }).await.is_err());
/// assert_eq!(chaotic.faults()[0].to_string(), "call 1, ledger::balance: its request was dropped");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the call, from 1.
    pub call: u64,
    /// The context that was called, or that publishes.
    pub context: &'static str,
    /// The operation or the topic.
    pub name: &'static str,
    pub(super) trouble: Trouble,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    Delayed(u32),
    Dropped,
    Duplicated,
    Lost,
    Corrupted,
}

/// How many of a thousand calls each fault befalls.
#[derive(Clone, Debug)]
pub(super) struct Rates {
    pub(super) delay: u16,
    pub(super) drop: u16,
    pub(super) duplicate: u16,
    pub(super) lose: u16,
    pub(super) corrupt: u16,
}

/// What is to go wrong with one call.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) delay: u32,
    pub(super) drop: bool,
    pub(super) duplicate: bool,
    pub(super) lose: bool,
    pub(super) corrupt: Option<u64>,
}

impl Rates {
    pub(super) fn all(rate: u16) -> Self {
        Rates { delay: rate, drop: rate, duplicate: rate, lose: rate, corrupt: rate }
    }
}

impl Plan {
    /// Every call draws seven numbers, so that a rate that changes leaves the other faults where they were.
    pub(super) fn draw(dice: &mut Dice, rates: &Rates) -> Plan {
        let delayed = dice.befalls(rates.delay);
        let turns = 1 + (dice.next() % 8) as u32;
        let drop = dice.befalls(rates.drop);
        let duplicate = dice.befalls(rates.duplicate) && !drop;
        let lose = dice.befalls(rates.lose) && !drop;
        let corrupt = dice.befalls(rates.corrupt) && !drop && !lose;
        let place = dice.next();
        Plan {
            delay: if delayed { turns } else { 0 },
            drop,
            duplicate,
            lose,
            corrupt: corrupt.then_some(place),
        }
    }

    pub(super) fn troubles(&self) -> impl Iterator<Item = Trouble> {
        let all = [
            (self.delay > 0, Trouble::Delayed(self.delay)),
            (self.drop, Trouble::Dropped),
            (self.duplicate, Trouble::Duplicated),
            (self.lose, Trouble::Lost),
            (self.corrupt.is_some(), Trouble::Corrupted),
        ];
        all.into_iter().filter_map(|(befalls, trouble)| befalls.then_some(trouble))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "call {}, {}::{}: ", self.call, self.context, self.name)?;
        match self.trouble {
            Trouble::Delayed(turns) => write!(f, "it let others go first {turns} times"),
            Trouble::Dropped => f.write_str("its request was dropped"),
            Trouble::Duplicated => f.write_str("its request arrived twice"),
            Trouble::Lost => f.write_str("its answer was lost"),
            Trouble::Corrupted => f.write_str("its answer was damaged"),
        }
    }
}
