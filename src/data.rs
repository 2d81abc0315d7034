//! Data that is stored between steps, in calls and in messages.

mod error;
mod fields;
mod json;
mod name;
mod tree;

pub use error::DataError;
pub(crate) use fields::fields;
pub use json::Json;
#[cfg(feature = "runner")]
pub(crate) use json::differing;
pub(crate) use json::field;
pub(crate) use name::name;
pub(crate) use tree::{Tree, within};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Data that can be stored and read back: whatever is `Serialize` and `DeserializeOwned`.
///
/// What is stored is read strictly, whatever its `Deserialize` would tolerate: see [`Json`].
///
/// ```
/// fn is_data<T: stateline::Data>() {}
///
/// is_data::<Vec<Option<u64>>>();
/// ```
///
/// ```compile_fail,E0277
/// fn is_data<T: stateline::Data>() {}
///
/// is_data::<std::sync::Mutex<std::fs::File>>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored, because it does not implement `Serialize` and `DeserializeOwned`",
    label = "add `#[derive(serde::Serialize, serde::Deserialize)]`; stored data must not borrow"
)]
pub trait Data: Serialize + DeserializeOwned + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> Data for T {}
