// Stand-in for `axum` 0.8.9: what handlers take of a request hands on what was asked for.
// Hands on `axum-core@0.5.6`.

pub mod extract {
    pub use crate::{Extension, Form, Json};
    pub trait FromRef<T> {
        fn from_ref(input: &T) -> Self;
    }
    impl<T: Clone> FromRef<T> for T {
        fn from_ref(input: &T) -> Self {}
    }
    pub struct Path<T>(pub T);
    // Differs: written by a macro of axum-core.
    impl<T> std::ops::Deref for Path<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    // Differs: written by a macro of axum-core.
    impl<T> std::ops::DerefMut for Path<T> {
        fn deref_mut(&mut self) -> &mut T {}
    }
    pub struct Query<T>(pub T);
    // Differs: written by a macro of axum-core.
    impl<T> std::ops::Deref for Query<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    // Differs: written by a macro of axum-core.
    impl<T> std::ops::DerefMut for Query<T> {
        fn deref_mut(&mut self) -> &mut T {}
    }
    pub struct State<S>(pub S);
    impl<S> std::ops::Deref for State<S> {
        type Target = S;
        fn deref(&self) -> &S {}
    }
    impl<S> std::ops::DerefMut for State<S> {
        fn deref_mut(&mut self) -> &mut S {}
    }
}
pub struct Extension<T>(pub T);
// Differs: written by a macro of axum-core.
impl<T> std::ops::Deref for Extension<T> {
    type Target = T;
    fn deref(&self) -> &T {}
}
// Differs: written by a macro of axum-core.
impl<T> std::ops::DerefMut for Extension<T> {
    fn deref_mut(&mut self) -> &mut T {}
}
pub struct Form<T>(pub T);
// Differs: written by a macro of axum-core.
impl<T> std::ops::Deref for Form<T> {
    type Target = T;
    fn deref(&self) -> &T {}
}
// Differs: written by a macro of axum-core.
impl<T> std::ops::DerefMut for Form<T> {
    fn deref_mut(&mut self) -> &mut T {}
}
pub struct Json<T>(pub T);
// Differs: written by a macro of axum-core.
impl<T> std::ops::Deref for Json<T> {
    type Target = T;
    fn deref(&self) -> &T {}
}
// Differs: written by a macro of axum-core.
impl<T> std::ops::DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {}
}
impl<T> From<T> for Json<T> {
    fn from(inner: T) -> Self {}
}
