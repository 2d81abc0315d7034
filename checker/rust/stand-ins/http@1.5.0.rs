// Stand-in for `http` 1.5.0: requests and responses hand on their bodies, extensions what was put into them.

pub mod request {
    pub use crate::Request;
    pub struct Parts {
        pub extensions: crate::Extensions,
    }
}
pub mod response {
    pub use crate::Response;
    pub struct Parts {
        pub extensions: crate::Extensions,
    }
}
pub struct Request<T>;
impl<T> Request<T> {
    pub fn new(body: T) -> Request<T> {}
    pub fn from_parts(parts: request::Parts, body: T) -> Request<T> {}
    pub fn extensions(&self) -> &Extensions {}
    pub fn extensions_mut(&mut self) -> &mut Extensions {}
    pub fn body(&self) -> &T {}
    pub fn body_mut(&mut self) -> &mut T {}
    pub fn into_body(self) -> T {}
    pub fn into_parts(self) -> (request::Parts, T) {}
    pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Request<U> {}
}
pub struct Response<T>;
impl<T> Response<T> {
    pub fn new(body: T) -> Response<T> {}
    pub fn from_parts(parts: response::Parts, body: T) -> Response<T> {}
    pub fn extensions(&self) -> &Extensions {}
    pub fn extensions_mut(&mut self) -> &mut Extensions {}
    pub fn body(&self) -> &T {}
    pub fn body_mut(&mut self) -> &mut T {}
    pub fn into_body(self) -> T {}
    pub fn into_parts(self) -> (response::Parts, T) {}
    pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Response<U> {}
}
pub struct Extensions;
impl Extensions {
    pub fn new() -> Extensions {}
    pub fn insert<T>(&mut self, val: T) -> Option<T> {}
    pub fn get<T>(&self) -> Option<&T> {}
    pub fn get_mut<T>(&mut self) -> Option<&mut T> {}
    pub fn get_or_insert<T>(&mut self, value: T) -> &mut T {}
    pub fn get_or_insert_with<T, F: FnOnce() -> T>(&mut self, f: F) -> &mut T {}
    pub fn remove<T>(&mut self) -> Option<T> {}
}
