// Stand-in for `reqwest` 0.12.28: an answer hands on what its JSON is read as.

pub async fn get<T>(url: T) -> crate::Result<Response> {}
pub struct Client;
impl Clone for Client {}
impl Client {
    pub fn new() -> Client {}
    pub fn get<U>(&self, url: U) -> RequestBuilder {}
    pub fn post<U>(&self, url: U) -> RequestBuilder {}
    pub fn put<U>(&self, url: U) -> RequestBuilder {}
    pub fn patch<U>(&self, url: U) -> RequestBuilder {}
    pub fn delete<U>(&self, url: U) -> RequestBuilder {}
    pub fn head<U>(&self, url: U) -> RequestBuilder {}
}
pub struct RequestBuilder;
impl RequestBuilder {
    pub fn header<K, V>(self, key: K, value: V) -> RequestBuilder {}
    pub fn basic_auth<U, P>(self, username: U, password: Option<P>) -> RequestBuilder {}
    pub fn bearer_auth<T>(self, token: T) -> RequestBuilder {}
    pub fn body<T>(self, body: T) -> RequestBuilder {}
    pub fn timeout(self, timeout: std::time::Duration) -> RequestBuilder {}
    pub fn query<T: ?Sized>(self, query: &T) -> RequestBuilder {}
    pub fn form<T: ?Sized>(self, form: &T) -> RequestBuilder {}
    pub fn json<T: ?Sized>(self, json: &T) -> RequestBuilder {}
    pub async fn send(self) -> crate::Result<Response> {}
}
pub struct Response;
impl Response {
    pub async fn text(self) -> crate::Result<String> {}
    pub async fn json<T>(self) -> crate::Result<T> {}
    pub fn error_for_status(self) -> crate::Result<Self> {}
    pub fn error_for_status_ref(&self) -> crate::Result<&Self> {}
}
pub type Result<T> = std::result::Result<T, Error>;
pub struct Error;
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
