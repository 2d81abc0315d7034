//! What operations borrow to do their work: connections, clients, configuration.

/// An environment that has a `T`.
#[diagnostic::on_unimplemented(
    message = "the environment `{Self}` has no `{T}`",
    label = "give `{Self}` a field of the type `{T}`, and derive `Environment`"
)]
pub trait Has<T: ?Sized> {
    fn get(&self) -> &T;
}
