//! An amount of money, in cents.

use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Amount(u64);

impl Amount {
    pub const fn cents(cents: u64) -> Self {
        Amount(cents)
    }

    pub fn plus(self, other: Amount) -> Option<Amount> {
        self.0.checked_add(other.0).map(Amount)
    }

    pub fn minus(self, other: Amount) -> Option<Amount> {
        self.0.checked_sub(other.0).map(Amount)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;

    #[test]
    fn money_is_neither_made_nor_owed() {
        assert_eq!(Amount::cents(u64::MAX).plus(Amount::cents(1)), None);
        assert_eq!(Amount::cents(1).minus(Amount::cents(2)), None);
        assert_eq!(Amount::cents(1205).to_string(), "12.05");
    }
}
