//! The keys of calls, and new ids: both are hashes of what they are for.

mod sha256;

use crate::data::DataError;
use serde::{Deserialize, Serialize};
use sha256::sha256;
use std::fmt;

/// By what a call is known to whoever it reaches, however often it is made: hand it on to the third
/// party as its *idempotency key*.
///
/// It is the hash of the instance, the step, the operation, the request, and of how many equal requests
/// the step has made before; so it is the same in each attempt, in whatever order a step makes its calls.
/// Of the request, neither the order of fields nor fields that are null count: a release that moves a field
/// or adds an optional one keeps the keys of the calls that were under way. Written, it is 32 hexadecimal digits.
///
/// ```
/// use stateline::Key;
///
/// let key: Key = serde_json::from_str(r#""00112233445566778899aabbccddeeff""#).expect("it is a key");
/// assert_eq!(key.to_string(), "00112233445566778899aabbccddeeff");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key([u8; 16]);

/// An id that a step asked its `ctx` for: see [`Ctx::new_id`](crate::Ctx::new_id).
///
/// It is a UUID of version 8, and the same in each attempt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id([u8; 16]);

impl Key {
    /// The hash of some texts, told apart by their lengths.
    pub(crate) fn of(texts: &[&str]) -> Key {
        let mut all = Vec::with_capacity(texts.iter().map(|text| 8 + text.len()).sum());
        for text in texts {
            all.extend((text.len() as u64).to_be_bytes());
            all.extend(text.as_bytes());
        }
        let hash = sha256(&all);
        Key(std::array::from_fn(|at| hash[at]))
    }
}

impl Id {
    /// An id that was made elsewhere.
    #[cfg(feature = "runner")]
    pub(crate) fn stored(bytes: [u8; 16]) -> Id {
        Id(bytes)
    }

    /// An id of the same bits, but for those that say that they are a UUID.
    pub(crate) fn of(key: Key) -> Id {
        let mut bytes = key.0;
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Id(bytes)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(&self.0, |_| false))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(&self.0, |at| matches!(at, 4 | 6 | 8 | 10)))
    }
}

/// Bytes as digits, with hyphens before some of them. Each letter has several ids: this is quick.
fn written(bytes: &[u8; 16], hyphen: impl Fn(usize) -> bool) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if hyphen(at) {
            text.push('-');
        }
        text.push(digit(byte >> 4));
        text.push(digit(byte & 0xf));
    }
    text
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({self})")
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl From<Key> for String {
    fn from(key: Key) -> String {
        key.to_string()
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.to_string()
    }
}

impl TryFrom<String> for Key {
    type Error = DataError;

    /// # Errors
    ///
    /// If it is not written as a key is.
    fn try_from(text: String) -> Result<Key, DataError> {
        let key = digits(&text).map(Key).filter(|key| key.to_string() == text);
        key.ok_or_else(|| DataError::new("", "a key is 32 hexadecimal digits"))
    }
}

impl TryFrom<String> for Id {
    type Error = DataError;

    /// # Errors
    ///
    /// If it is not written as an id is.
    fn try_from(text: String) -> Result<Id, DataError> {
        let id = digits(&text.replace('-', "")).map(Id).filter(|id| id.to_string() == text);
        id.ok_or_else(|| DataError::new("", "an id is a UUID in lower case"))
    }
}

/// The bytes that are written so, if these are 32 digits.
fn digits(text: &str) -> Option<[u8; 16]> {
    let read = u128::from_str_radix(text, 16).ok().filter(|_| text.len() == 32)?;
    Some(read.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Id, Key};

    #[test]
    fn texts_are_told_apart_by_their_lengths() {
        assert_ne!(Key::of(&["ab", "c"]), Key::of(&["a", "bc"]));
        assert_eq!(Key::of(&["ab", "c"]), Key::of(&["ab", "c"]));
        // The same in every build, on every machine: it stands in stores, and at third parties.
        let known = Key::of(&["payout-7", "load", "ledger::load_account", "{}", "0"]);
        assert_eq!(known.to_string(), KNOWN);
    }

    const KNOWN: &str = "3323d631a4be5d52662fd5bffe8bedb4";

    #[test]
    fn what_is_no_key_or_no_id_is_refused() {
        let id = Id::of(Key::of(&["x"])).to_string();
        assert!(id.len() == 36 && id.as_bytes()[14] == b'8', "{id}");
        assert_eq!(Id::try_from(id.clone()).map(String::from), Ok(id.clone()));
        for wrong in [id.replace('-', ""), id.to_uppercase(), format!("{id}0"), String::new()] {
            assert!(Id::try_from(wrong.clone()).is_err(), "{wrong}");
        }
        for wrong in ["", "+0112233445566778899aabbccddeeff", "00112233445566778899AABBCCDDEEFF"] {
            assert!(Key::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
