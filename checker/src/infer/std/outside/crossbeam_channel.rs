pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {}
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {}
pub fn never<T>() -> Receiver<T> {}
#[derive(Debug)]
pub struct Sender<T>;
#[derive(Debug)]
pub struct Receiver<T>;
impl<T> Clone for Sender<T> {}
impl<T> Clone for Receiver<T> {}
impl<T> Sender<T> {
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {}
    pub fn try_send(&self, msg: T) -> Result<(), SendError<T>> {}
    pub fn len(&self) -> usize {}
}
impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {}
    pub fn try_recv(&self) -> Result<T, TryRecvError> {}
    pub fn recv_timeout(&self, timeout: std::time::Duration) -> Result<T, RecvTimeoutError> {}
    pub fn iter(&self) -> std::vec::IntoIter<T> {}
    pub fn try_iter(&self) -> std::vec::IntoIter<T> {}
    pub fn len(&self) -> usize {}
    pub fn is_empty(&self) -> bool {}
}
impl<T> IntoIterator for Receiver<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
impl<T> IntoIterator for &Receiver<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; }
#[derive(Debug)]
pub struct SendError<T>(pub T);
#[derive(Debug)]
pub struct RecvError;
#[derive(Debug)]
pub enum TryRecvError { Empty, Disconnected }
#[derive(Debug)]
pub enum RecvTimeoutError { Timeout, Disconnected }
