pub mod sync {
    pub use std::sync::OnceLock as OnceCell;
    pub struct Lazy<T, F = fn() -> T>;
    impl<T, F: FnOnce() -> T> Lazy<T, F> { pub fn new(f: F) -> Lazy<T, F> {} pub fn force(this: &Lazy<T, F>) -> &T {} }
    impl<T, F> std::ops::Deref for Lazy<T, F> { type Target = T; }
}
pub mod unsync {
    pub use std::cell::OnceCell;
    pub struct Lazy<T, F = fn() -> T>;
    impl<T, F: FnOnce() -> T> Lazy<T, F> { pub fn new(f: F) -> Lazy<T, F> {} pub fn force(this: &Lazy<T, F>) -> &T {} }
    impl<T, F> std::ops::Deref for Lazy<T, F> { type Target = T; }
}
