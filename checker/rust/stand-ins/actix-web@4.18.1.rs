// Stand-in for `actix-web` 4.18.1: what handlers take of a request hands on what was asked for.

pub mod web {
    use std::sync::Arc;
    pub struct Data<T: ?Sized>(Arc<T>);
    impl<T> Data<T> {
        pub fn new(state: T) -> Data<T> {}
    }
    impl<T: ?Sized> Data<T> {
        pub fn get_ref(&self) -> &T {}
        pub fn into_inner(self) -> Arc<T> {}
    }
    impl<T: ?Sized> std::ops::Deref for Data<T> {
        type Target = Arc<T>;
        fn deref(&self) -> &Arc<T> {}
    }
    impl<T: ?Sized> Clone for Data<T> {
        fn clone(&self) -> Data<T> {}
    }
    impl<T: ?Sized> From<Arc<T>> for Data<T> {
        fn from(arc: Arc<T>) -> Self {}
    }
    pub struct ReqData<T>(T);
    impl<T> ReqData<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> std::ops::Deref for ReqData<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    pub struct Form<T>(pub T);
    impl<T> Form<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> std::ops::Deref for Form<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    impl<T> std::ops::DerefMut for Form<T> {
        fn deref_mut(&mut self) -> &mut T {}
    }
    pub struct Json<T>(pub T);
    impl<T> Json<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> std::ops::Deref for Json<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    impl<T> std::ops::DerefMut for Json<T> {
        fn deref_mut(&mut self) -> &mut T {}
    }
    pub struct Path<T>(T);
    impl<T> Path<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> std::ops::Deref for Path<T> {
        type Target = T;
        // Differs: written by a derive.
        fn deref(&self) -> &T {}
    }
    impl<T> std::ops::DerefMut for Path<T> {
        // Differs: written by a derive.
        fn deref_mut(&mut self) -> &mut T {}
    }
    pub struct Query<T>(pub T);
    impl<T> Query<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> std::ops::Deref for Query<T> {
        type Target = T;
        fn deref(&self) -> &T {}
    }
    impl<T> std::ops::DerefMut for Query<T> {
        fn deref_mut(&mut self) -> &mut T {}
    }
}
