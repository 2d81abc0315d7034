//! Why data was not written or read.

use std::fmt;

/// Data that does not fit its type: where, and what is wrong there.
///
/// ```
/// let json: stateline::Json = serde_json::from_str(r#"[1, 2, "three"]"#).expect("it is JSON");
/// let error = json.read::<Vec<u64>>().expect_err("one is no number");
/// assert_eq!(error.path(), "[2]");
/// assert_eq!(error.to_string(), "invalid type: string \"three\", expected u64 at `[2]`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    path: String,
    what: String,
}

impl DataError {
    pub(crate) fn new(path: impl Into<String>, what: impl Into<String>) -> Self {
        DataError { path: path.into(), what: what.into() }
    }

    /// What serde found. A line and a column in stored JSON help nobody: it is one line, and the
    /// path is known.
    pub(crate) fn json(path: impl Into<String>, error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        DataError::new(path, text.strip_suffix(&place).unwrap_or(&text))
    }

    /// The field or element that is wrong, as `request.reasons[2]`; empty for the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.what),
            path => write!(f, "{} at `{path}`", self.what),
        }
    }
}

impl std::error::Error for DataError {}
