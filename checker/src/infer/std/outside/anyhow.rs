pub struct Error;
impl Error {
    pub fn new<E>(error: E) -> Error {}
    pub fn msg<M>(message: M) -> Error {}
    pub fn context<C>(self, context: C) -> Error {}
    pub fn chain(&self) -> std::vec::IntoIter<&'static dyn std::error::Error> {}
    pub fn root_cause(&self) -> &dyn std::error::Error {}
    pub fn is<E>(&self) -> bool {}
    pub fn downcast<E>(self) -> Result<E, Error> {}
    pub fn downcast_ref<E>(&self) -> Option<&E> {}
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E> {}
}
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl std::ops::Deref for Error { type Target = dyn std::error::Error; }
pub type Result<T, E = Error> = std::result::Result<T, E>;
pub fn Ok<T>(value: T) -> Result<T> {}
pub trait Context<T, E> {
    fn context<C>(self, context: C) -> Result<T>;
    fn with_context<C, F: FnOnce() -> C>(self, f: F) -> Result<T>;
}
impl<T, E> Context<T, E> for std::result::Result<T, E> {}
impl<T> Context<T, std::convert::Infallible> for Option<T> {}
