//! The seam and the chain, as derived code and whoever runs it use them.

pub(crate) mod bank {
    #![expect(unreachable_pub, reason = "the documentation includes it too")]

    include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs"));
}
mod addressed;
mod attempts;
mod chain;
mod chaotic;
mod durable;
mod handlers;
mod merging;
mod mocked;
mod recorded;
mod seam;
mod strict;
mod thousand;
mod versions;

use std::future::Future;

/// Runs it as a spawned task: whatever runs a step can be sent to another thread.
fn run<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    runtime.block_on(async { tokio::spawn(future).await.expect("it does not panic") })
}
