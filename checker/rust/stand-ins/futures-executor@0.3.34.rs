// Stand-in for `futures-executor` 0.3.34: running futures.
// Needs `futures-core`.

pub fn block_on<F: Future>(f: F) -> F::Output {}
pub fn block_on_stream<S: futures_core::Stream>(stream: S) -> std::vec::IntoIter<S::Item> {}
#[derive(Clone, Debug)]
pub struct ThreadPool;
impl ThreadPool {
    pub fn new() -> Result<ThreadPool, std::io::Error> {}
    pub fn spawn_ok<F: Future<Output = ()>>(&self, future: F) {}
}
pub struct LocalPool;
impl LocalPool {
    pub fn new() -> LocalPool {}
    pub fn run(&mut self) {}
    pub fn run_until<F: Future>(&mut self, future: F) -> F::Output {}
}
