// Stand-in for `eyre` 0.6.14: what a chain passes through when a report gets its context.

pub type Result<T = (), E = Report> = std::result::Result<T, E>;
pub struct Report;
pub type Error = Report;
pub fn Ok<T>(value: T) -> Result<T> {}
impl Report {
    pub fn new<E: std::error::Error>(error: E) -> Report {}
    pub fn msg<M: std::fmt::Display>(message: M) -> Report {}
    pub fn wrap_err<D: std::fmt::Display>(self, msg: D) -> Report {}
    pub fn chain(&self) -> Chain {}
    pub fn root_cause(&self) -> &dyn std::error::Error {}
    pub fn is<E>(&self) -> bool {}
    pub fn downcast<E>(self) -> std::result::Result<E, Report> {}
    pub fn downcast_ref<E>(&self) -> Option<&E> {}
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E> {}
}
impl std::ops::Deref for Report {
    type Target = dyn std::error::Error;
}
impl std::fmt::Debug for Report {}
impl std::fmt::Display for Report {}
impl<E: std::error::Error> From<E> for Report {}
pub struct Chain;
impl Iterator for Chain {
    type Item = &dyn std::error::Error;
}
pub trait WrapErr<T, E> {
    fn wrap_err<D: std::fmt::Display>(self, msg: D) -> std::result::Result<T, Report>;
    fn wrap_err_with<D: std::fmt::Display, F: FnOnce() -> D>(self, f: F) -> std::result::Result<T, Report>;
    fn context<D: std::fmt::Display>(self, msg: D) -> std::result::Result<T, Report>;
    fn with_context<D: std::fmt::Display, F: FnOnce() -> D>(self, f: F) -> std::result::Result<T, Report>;
}
pub use self::WrapErr as Context;
impl<T, E> WrapErr<T, E> for std::result::Result<T, E> {}
pub trait ContextCompat<T> {
    fn context<D: std::fmt::Display>(self, msg: D) -> std::result::Result<T, Report>;
    fn with_context<D: std::fmt::Display, F: FnOnce() -> D>(self, f: F) -> std::result::Result<T, Report>;
    fn wrap_err<D: std::fmt::Display>(self, msg: D) -> std::result::Result<T, Report>;
}
impl<T> ContextCompat<T> for Option<T> {}
pub trait OptionExt<T> {
    fn ok_or_eyre<M>(self, message: M) -> Result<T>;
}
impl<T> OptionExt<T> for Option<T> {}
