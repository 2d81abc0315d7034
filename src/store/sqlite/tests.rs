//! Databases that something is wrong with.

#[cfg(target_os = "linux")]
mod power_loss;
mod tampering;

use super::Sqlite;
use crate::store::{
    Command, CommandId, Expected, InstanceId, Put, Store, StoreErrorKind, Target, Timestamp, Verb,
};
use std::path::PathBuf;

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("stateline-store-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// Random numbers, of a seed that is not 0.
struct Dice(u64);

impl Dice {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}

fn command(number: u8, why: &str) -> Command {
    let at = Timestamp::from_millis(1_000);
    let verb = Verb::Hold(Target::Instance(InstanceId::new(at, [1; 10])));
    let (id, who) = (CommandId::new(at, [number; 10]), "a test".to_owned());
    Command { id, at, who, why: why.to_owned(), verb, expected: Expected::default(), trace: None }
}

/// The most pages that the database may have, as if the disk had no more.
fn limit_pages(store: &Sqlite, pages: u32) {
    store.0.writer.run(move |connection| {
        connection.pragma_update(None, "max_page_count", pages).expect("it can be limited");
    });
}

#[tokio::test]
async fn a_full_disk_is_an_error_and_loses_nothing() {
    let folder = folder("full");
    let store = Sqlite::open(folder.join("store.db")).expect("it opens");
    let (small, large) = (command(1, "small"), command(2, &"large ".repeat(100_000)));
    assert_eq!(store.put(std::slice::from_ref(&small)).await, Ok(vec![Put::New]));
    // Fewer than there are means: no more than there are.
    limit_pages(&store, 1);
    let error = store.put(&[command(3, "small"), large.clone()]).await.expect_err("the disk is full");
    assert_eq!(error.kind(), StoreErrorKind::Full);
    assert_eq!(error.to_string(), "database or disk is full: make room on the disk");
    assert_eq!(store.inbox(10).await, Ok(vec![small.clone()]));

    limit_pages(&store, 1_000_000);
    assert_eq!(store.put(std::slice::from_ref(&large)).await, Ok(vec![Put::New]));
    assert_eq!(store.inbox(10).await, Ok(vec![small, large]));
    drop(store);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
