//! What another durable runtime does with the process that `benches/floor` measures: four steps that call
//! nothing, on SQLite.
//!
//! It is durare, an embedded one like ours. Of its own accord it lets SQLite answer before the disk has (`synchronous
//! = NORMAL`); here it is measured both so and as we write, with `FULL`.

use durare::{DurableContext, DurableEngine, Result, SqliteProvider, WorkflowOptions};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// As large as the one that our runner carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Payout {
    account: u64,
    holder: String,
    amount: u64,
    open: bool,
}

#[durare::step]
async fn pass(ctx: &DurableContext, payout: Payout) -> Result<Payout> {
    Ok(payout)
}

#[durare::workflow]
async fn pay_out(ctx: DurableContext, payout: Payout) -> Result<Payout> {
    let mut payout = payout;
    for _ in 0..4 {
        payout = pass(&ctx, payout).await?;
    }
    Ok(payout)
}

fn payout(account: u64) -> Payout {
    Payout { account, holder: "Ada Lovelace, London".to_owned(), amount: 1_250, open: true }
}

async fn engine(path: &std::path::Path, synchronous: SqliteSynchronous) -> Result<DurableEngine> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .busy_timeout(Duration::from_secs(60));
    let pool = SqlitePoolOptions::new().max_connections(5).connect_with(options).await.expect("it connects");
    DurableEngine::new(Arc::new(SqliteProvider::from_pool(pool))).await
}

/// So many instances, at most `at_once` at a time; steps a second.
async fn measure(instances: u64, at_once: usize, synchronous: SqliteSynchronous) -> Result<f64> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let engine = Arc::new(engine(&folder.path().join("store.db"), synchronous).await?);
    let permits = Arc::new(tokio::sync::Semaphore::new(at_once));
    let begun = Instant::now();
    let runs: Vec<_> = (0..instances)
        .map(|at| {
            let (engine, permits) = (engine.clone(), permits.clone());
            tokio::spawn(async move {
                let _permit = permits.acquire_owned().await.expect("it is not closed");
                let options = WorkflowOptions::with_id(format!("payout-{at}"));
                engine.start_with(PayOut, payout(at), options).await?.await.map(drop)
            })
        })
        .collect();
    for run in runs {
        run.await.expect("no run panics")?;
    }
    Ok(4.0 * instances as f64 / begun.elapsed().as_secs_f64())
}

#[tokio::main]
async fn main() -> Result<()> {
    for (name, synchronous) in
        [("durable as ours is", SqliteSynchronous::Full), ("as it is set up", SqliteSynchronous::Normal)]
    {
        let many = measure(1_000, 256, synchronous).await?;
        println!("peer: durare 0.5.0, {name}: steps a second, many {many:>15.0}");
        let alone = measure(100, 1, synchronous).await?;
        println!("peer: durare 0.5.0, {name}: steps a second, alone {alone:>14.0}");
    }
    Ok(())
}
