//! Data that is stored between steps, in calls and in messages.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Data that can be stored and read back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored, because it is not `Serialize` and `DeserializeOwned`",
    label = "give it `#[derive(serde::Serialize, serde::Deserialize)]`; what is stored borrows nothing"
)]
pub trait Data: Serialize + DeserializeOwned + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> Data for T {}
