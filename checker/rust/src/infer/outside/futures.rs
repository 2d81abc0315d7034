// 12 lines of futures: its parts under one roof.
pub use futures_channel as channel;
pub use futures_executor as executor;
pub use futures_util::{
    AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, Future, FutureExt, Sink, SinkExt, Stream, StreamExt, TryFuture, TryFutureExt, TryStream,
    TryStreamExt, future, io, lock, sink, stream, task,
};
pub mod prelude {
    pub use futures_util::{
        AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, Future, FutureExt, Sink, SinkExt, Stream, StreamExt, TryFuture, TryFutureExt,
        TryStream, TryStreamExt, future, sink, stream,
    };
}
