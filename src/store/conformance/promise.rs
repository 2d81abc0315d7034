//! A promise, and what breaks it.

use crate::store::{Result as StoreResult, StoreError, StoreErrorKind};
use std::error::Error;
use std::fmt;
use std::pin::Pin;

type Checking = Pin<Box<dyn Future<Output = Result<(), Broken>> + Send>>;

/// Something that every store promises, and a test of it.
#[derive(Debug)]
pub struct Promise<S> {
    name: &'static str,
    test: fn(S) -> Checking,
}

/// A promise that a store does not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    promise: &'static str,
    what: String,
}

impl<S> Promise<S> {
    pub(super) fn new(name: &'static str, test: fn(S) -> Checking) -> Promise<S> {
        Promise { name, test }
    }

    /// What is promised, as a name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Looks whether an empty store keeps it.
    ///
    /// # Errors
    ///
    /// If it does not, or fails meanwhile.
    pub async fn check(&self, store: S) -> Result<(), Broken> {
        (self.test)(store).await.map_err(|broken| Broken { promise: self.name, ..broken })
    }
}

/// Looks whether what was found is what was wanted.
pub(super) fn same<T: PartialEq + fmt::Debug>(what: &str, found: T, wanted: T) -> Result<(), Broken> {
    if found == wanted {
        return Ok(());
    }
    Err(broken(format!("{what}: wanted is {wanted:?}, and found was {found:?}")))
}

/// Looks whether it failed, and with an error of this kind.
pub(super) fn fails<T: fmt::Debug>(
    what: &str,
    done: StoreResult<T>,
    kind: StoreErrorKind,
) -> Result<(), Broken> {
    match done {
        Err(error) if error.kind() == kind => Ok(()),
        Err(error) => Err(broken(format!(
            "{what}: wanted is the error {kind:?}, and it is {:?}: {error}",
            error.kind()
        ))),
        Ok(done) => Err(broken(format!("{what}: wanted is the error {kind:?}, and it was done: {done:?}"))),
    }
}

/// What is there, if something is.
pub(super) fn there<T>(what: &str, found: Option<T>) -> Result<T, Broken> {
    found.ok_or_else(|| broken(format!("{what}: it is not there")))
}

fn broken(what: String) -> Broken {
    Broken { promise: "", what }
}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Broken {
        broken(format!("it failed ({:?}): {error}", error.kind()))
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.promise, self.what)
    }
}

impl Error for Broken {}
