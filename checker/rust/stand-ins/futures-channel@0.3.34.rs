// Stand-in for `futures-channel` 0.3.34: channels between tasks.
// Needs `futures-core`, `futures-sink`.

pub mod mpsc {
    use futures_core::Stream;
    use std::fmt::{Debug, Display};
    pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {}
    pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {}
    #[derive(Debug)]
    pub struct Sender<T>;
    #[derive(Debug)]
    pub struct UnboundedSender<T>;
    #[derive(Debug)]
    pub struct Receiver<T>;
    pub type UnboundedReceiver<T> = Receiver<T>;
    impl<T> Clone for Sender<T> {}
    impl<T> Clone for UnboundedSender<T> {}
    impl<T> Sender<T> {
        pub fn try_send(&mut self, msg: T) -> Result<(), TrySendError<T>> {}
        pub fn start_send(&mut self, msg: T) -> Result<(), SendError> {}
        pub fn is_closed(&self) -> bool {}
        pub fn close_channel(&mut self) {}
    }
    impl<T> UnboundedSender<T> {
        pub fn unbounded_send(&self, msg: T) -> Result<(), TrySendError<T>> {}
        pub fn is_closed(&self) -> bool {}
        pub fn close_channel(&self) {}
    }
    impl<T> Receiver<T> {
        pub fn close(&mut self) {}
        pub fn try_next(&mut self) -> Result<Option<T>, TryRecvError> {}
        pub fn try_recv(&mut self) -> Result<T, TryRecvError> {}
    }
    impl<T> Stream for Receiver<T> {
        type Item = T;
    }
    impl<T> futures_sink::Sink<T> for Sender<T> {
        type Error = SendError;
    }
    impl<T> futures_sink::Sink<T> for UnboundedSender<T> {
        type Error = SendError;
    }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SendError;
    #[derive(Debug)]
    pub struct TryRecvError;
    pub struct TrySendError<T>;
    impl<T> TrySendError<T> {
        pub fn into_inner(self) -> T {}
        pub fn is_full(&self) -> bool {}
        pub fn is_disconnected(&self) -> bool {}
    }
    impl<T> Debug for TrySendError<T> {}
    impl Display for SendError {}
    impl std::error::Error for SendError {}
}
pub mod oneshot {
    pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
    #[derive(Debug)]
    pub struct Sender<T>;
    #[derive(Debug)]
    pub struct Receiver<T>;
    impl<T> Sender<T> {
        pub fn send(self, t: T) -> Result<(), T> {}
        pub fn is_canceled(&self) -> bool {}
    }
    impl<T> Receiver<T> {
        pub fn close(&mut self) {}
        pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> {}
    }
    impl<T> Future for Receiver<T> {
        type Output = Result<T, Canceled>;
    }
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Canceled;
    impl std::fmt::Display for Canceled {}
    impl std::error::Error for Canceled {}
}
