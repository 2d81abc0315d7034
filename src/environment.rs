//! What operations borrow to do their work: connections, clients, configuration.

use std::sync::Arc;

/// An environment that has a `T`.
///
/// ```
/// use stateline::Has;
///
/// struct Lists(Vec<String>);
/// struct Desk { lists: Lists }
///
/// impl Has<Lists> for Desk {
///     fn get(&self) -> &Lists {
///         &self.lists
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the environment `{Self}` has no `{T}`",
    label = "derive `Environment` for `{Self}`, with a field of the type `{T}`"
)]
pub trait Has<T: ?Sized> {
    /// Lends it.
    fn get(&self) -> &T;
}

impl<T: ?Sized, E: Has<T> + ?Sized> Has<T> for &E {
    fn get(&self) -> &T {
        (**self).get()
    }
}

impl<T: ?Sized, E: Has<T> + ?Sized> Has<T> for Arc<E> {
    fn get(&self) -> &T {
        (**self).get()
    }
}
