// Stand-in for `futures` 0.3.34: its parts under one roof.
// Needs `futures-channel`, `futures-core`, `futures-executor`, `futures-sink`, `futures-util`.

pub use futures_channel as channel;
pub use futures_executor as executor;
pub use futures_util::{
    AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, Future, FutureExt, Sink, SinkExt, Stream, StreamExt,
    TryFuture, TryFutureExt, TryStream, TryStreamExt, future, io, lock, sink, stream, task,
};
pub mod prelude {
    pub use futures_util::{
        AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, Future, FutureExt, Sink, SinkExt, Stream,
        StreamExt, TryFuture, TryFutureExt, TryStream, TryStreamExt, future, sink, stream,
    };
}
