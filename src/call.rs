//! The seam: every call of an operation, and every message, goes through it.
//!
//! A step sees only `ctx`: [`Calls`], [`Publish`](crate::Publish), [`Ctx`]. What stands behind it
//! decides what a call is, and there are two of these: a [`World`], which carries operations out,
//! rehearses them or answers from a record, and a [`Mocked`], which a test answers. Whoever puts
//! something of their own between implements [`Answers`] and [`Stage`].

mod about;
mod answer;
mod asked;
mod attempt;
mod attempts;
mod chaos;
mod ctx;
mod error;
mod journal;
mod key;
mod mocked;
mod record;
mod world;

pub use about::Call;
pub use answer::{Answers, Calls, Stage};
pub use attempts::Attempts;
pub use chaos::{Chaos, Fault};
pub use ctx::Ctx;
pub use error::CallError;
pub use journal::{Answer, Entry, Journal};
pub use key::{Id, Key};
pub use mocked::Mocked;
pub use world::World;

pub(crate) use attempts::{Begins, Begun};

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a panicking step leaves behind is whole: nothing here is half written while it is locked.
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
