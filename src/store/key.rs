//! Business keys: by what people know an instance.

use crate::{DataError, Json};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// By what people know an instance: a text, an integer or a bool, kept as JSON.
///
/// ```
/// use stateline::store::BusinessKey;
///
/// assert_eq!(BusinessKey::from("payout-7").json(), r#""payout-7""#);
/// assert_eq!(BusinessKey::from(7_u64).json(), "7");
/// assert_ne!(BusinessKey::from("7"), BusinessKey::from(7_u64));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BusinessKey(Arc<str>);

impl BusinessKey {
    /// The key as JSON.
    pub fn json(&self) -> &str {
        &self.0
    }
}

impl From<&str> for BusinessKey {
    fn from(text: &str) -> BusinessKey {
        BusinessKey(serde_json::Value::from(text).to_string().into())
    }
}

impl From<u64> for BusinessKey {
    fn from(number: u64) -> BusinessKey {
        BusinessKey(number.to_string().into())
    }
}

impl From<i64> for BusinessKey {
    fn from(number: i64) -> BusinessKey {
        BusinessKey(number.to_string().into())
    }
}

impl From<bool> for BusinessKey {
    fn from(value: bool) -> BusinessKey {
        BusinessKey(value.to_string().into())
    }
}

impl From<BusinessKey> for String {
    fn from(key: BusinessKey) -> String {
        (*key.0).into()
    }
}

impl TryFrom<String> for BusinessKey {
    type Error = DataError;

    /// # Errors
    ///
    /// If the text is no JSON of a text, an integer or a bool.
    fn try_from(text: String) -> Result<BusinessKey, DataError> {
        let value: serde_json::Value =
            serde_json::from_str(&text).map_err(|error| DataError::json("", &error))?;
        let good = value.is_string() || value.is_u64() || value.is_i64() || value.is_boolean();
        // One value is one key: `"a"` may be written in more than one way.
        let written = value.to_string();
        if good && written == text {
            return Ok(BusinessKey(text.into()));
        }
        if good {
            return Err(DataError::new("", format!("the business key {text} has to be written {written}")));
        }
        Err(DataError::new("", format!("a business key is a text, an integer or a bool, and not {text}")))
    }
}

impl TryFrom<&Json> for BusinessKey {
    type Error = DataError;

    /// # Errors
    ///
    /// If it is neither a text nor an integer nor a bool.
    fn try_from(json: &Json) -> Result<BusinessKey, DataError> {
        let value: serde_json::Value = json.read()?;
        BusinessKey::try_from(value.to_string())
    }
}

impl fmt::Display for BusinessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for BusinessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BusinessKey({})", self.0)
    }
}
