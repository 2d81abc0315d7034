// Stand-in for `crossbeam-channel` 0.5.17: channels.

pub use std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use std::time::{Duration, Instant};
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {}
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {}
pub fn never<T>() -> Receiver<T> {}
pub fn after(duration: Duration) -> Receiver<Instant> {}
pub fn tick(duration: Duration) -> Receiver<Instant> {}
#[derive(Debug)]
pub struct Sender<T>;
#[derive(Debug)]
pub struct Receiver<T>;
impl<T> Clone for Sender<T> {}
impl<T> Clone for Receiver<T> {}
impl<T> Sender<T> {
    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {}
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {}
    pub fn is_empty(&self) -> bool {}
    pub fn len(&self) -> usize {}
}
impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError> {}
    pub fn recv(&self) -> Result<T, RecvError> {}
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {}
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {}
    pub fn is_empty(&self) -> bool {}
    pub fn len(&self) -> usize {}
    pub fn iter(&self) -> Iter<T> {}
    pub fn try_iter(&self) -> Iter<T> {}
}
pub struct Iter<T>;
pub type TryIter<T> = Iter<T>;
impl<T> Iterator for Iter<T> {
    type Item = T;
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = Iter<T>;
}
impl<T> IntoIterator for &Receiver<T> {
    type Item = T;
    type IntoIter = Iter<T>;
}
