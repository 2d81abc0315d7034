// Stand-in for `anyhow` 1.0.105: what a chain passes through when an error gets its context.

pub type Result<T, E = Error> = std::result::Result<T, E>;
pub fn Ok<T>(value: T) -> Result<T> {}
pub struct Error;
impl Error {
    pub fn new<E: std::error::Error>(error: E) -> Error {}
    pub fn msg<M: std::fmt::Display>(message: M) -> Error {}
    pub fn context<C: std::fmt::Display>(self, context: C) -> Error {}
    pub fn chain(&self) -> Chain {}
    pub fn root_cause(&self) -> &dyn std::error::Error {}
    pub fn is<E>(&self) -> bool {}
    pub fn downcast<E>(self) -> std::result::Result<E, Error> {}
    pub fn downcast_ref<E>(&self) -> Option<&E> {}
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E> {}
}
impl std::ops::Deref for Error {
    type Target = dyn std::error::Error;
}
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl<E: std::error::Error> From<E> for Error {}
impl From<Error> for Box<dyn std::error::Error> {}
pub struct Chain;
impl Iterator for Chain {
    type Item = &dyn std::error::Error;
}
pub trait Context<T, E> {
    fn context<C: std::fmt::Display>(self, context: C) -> std::result::Result<T, Error>;
    fn with_context<C: std::fmt::Display, F: FnOnce() -> C>(self, f: F) -> std::result::Result<T, Error>;
}
impl<T, E> Context<T, E> for std::result::Result<T, E> {}
impl<T> Context<T, std::convert::Infallible> for Option<T> {}
