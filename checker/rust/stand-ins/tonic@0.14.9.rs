// Stand-in for `tonic` 0.14.9: requests, responses and streams hand on messages.

pub struct Request<T>;
impl<T> Request<T> {
    pub fn new(message: T) -> Self {}
    pub fn get_ref(&self) -> &T {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub fn into_inner(self) -> T {}
    pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Request<U> {}
}
pub trait IntoRequest<T> {
    fn into_request(self) -> Request<T>;
}
impl<T> IntoRequest<T> for T {
    fn into_request(self) -> Request<T> {}
}
impl<T> IntoRequest<T> for Request<T> {
    fn into_request(self) -> Request<T> {}
}
pub struct Response<T>;
impl<T> Response<T> {
    pub fn new(message: T) -> Self {}
    pub fn get_ref(&self) -> &T {}
    pub fn get_mut(&mut self) -> &mut T {}
    pub fn into_inner(self) -> T {}
    pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Response<U> {}
}
impl<T> From<T> for Response<T> {
    fn from(inner: T) -> Self {}
}
pub struct Streaming<T>;
impl<T> Streaming<T> {
    pub async fn message(&mut self) -> Result<Option<T>, Status> {}
}
pub struct Status;
impl std::fmt::Debug for Status {}
impl std::fmt::Display for Status {}
impl std::error::Error for Status {}
