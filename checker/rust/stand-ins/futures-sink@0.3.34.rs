// Stand-in for `futures-sink` 0.3.34: sinks.

pub trait Sink<Item> {
    type Error;
    fn poll_ready(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context,
    ) -> std::task::Poll<Result<(), Self::Error>>;
    fn start_send(self: std::pin::Pin<&mut Self>, item: Item) -> Result<(), Self::Error>;
    fn poll_flush(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context,
    ) -> std::task::Poll<Result<(), Self::Error>>;
    fn poll_close(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context,
    ) -> std::task::Poll<Result<(), Self::Error>>;
}
