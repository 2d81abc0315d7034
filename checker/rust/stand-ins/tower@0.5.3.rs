// Stand-in for `tower` 0.5.3: calling a service hands on its answer.
// Hands on `tower-service@0.3.3`.

pub trait Service<Request> {
    type Response;
    type Error;
    type Future: std::future::Future<Output = Result<Self::Response, Self::Error>>;
    fn call(&mut self, req: Request) -> Self::Future;
}
pub mod util {
    use crate::Service;
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    pub trait ServiceExt<Request>: Service<Request> {
        fn ready(&mut self) -> Ready<Self, Request> {}
        fn oneshot(self, req: Request) -> Oneshot<Self, Request> {}
    }
    impl<T: ?Sized + Service<Request>, Request> ServiceExt<Request> for T {}
    pub struct Ready<T, Request>;
    impl<T: Service<Request>, Request> Future for Ready<T, Request> {
        type Output = Result<&mut T, T::Error>;
        fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {}
    }
    pub struct Oneshot<S, Req>;
    impl<S: Service<Req>, Req> Future for Oneshot<S, Req> {
        type Output = Result<S::Response, S::Error>;
        fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {}
    }
}
pub use self::util::ServiceExt;
