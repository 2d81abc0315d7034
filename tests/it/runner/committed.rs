//! What a reader sees beside the runner: what was committed, and all of it that was answered.

use super::{Does, GRACE, errand, errand_that, run};
use crate::runtime::bank::{Decided, Desk};
use stateline::runner::Runner;
use stateline::store::{Phase, Query, Row, Sqlite, Standing, Store, Target, Verb};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A folder for a store.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let folder = std::env::temp_dir().join(format!("stateline-committed-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("it can be made");
        Folder(folder)
    }

    /// The store, as another process opens it.
    fn open(&self) -> Sqlite {
        Sqlite::open(self.0.join("store.db")).expect("it opens")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Reads pages as `ps --all` does, until it is told to stop: no instance ever stands where no line says that it does,
/// or goes back. Answers how many rows it has read.
async fn reads_on(reader: Sqlite, stop: Arc<AtomicBool>) -> usize {
    let (mut seen, mut read) = (HashMap::new(), 0);
    while !stop.load(Ordering::Relaxed) {
        for row in reader.find(&Query::all(100)).await.expect("it reads").rows {
            let lines = reader.lines(&[row.last]).await.expect("the line is there");
            let about = lines[0].about.as_ref().expect("it is about an instance");
            assert_eq!((about.seq, &about.standing), (row.seq, &row.standing), "{row:?}");
            let before = seen.insert(row.id, row.seq).unwrap_or(0);
            assert!(before <= row.seq, "it has gone back from {before} lines: {row:?}");
            read += 1;
        }
        tokio::task::yield_now().await;
    }
    read
}

#[test]
fn s63_what_ps_shows_was_committed_and_a_reader_after_the_answer_sees_it() {
    run(async {
        let folder = Folder::new();
        let (reader, stop) = (folder.open(), Arc::new(AtomicBool::new(false)));
        let reading = std::thread::spawn({
            let (reader, stop) = (folder.open(), stop.clone());
            move || run(reads_on(reader, stop))
        });
        let row = async |id| -> Row { reader.row(id).await.expect("it reads").expect("it is there") };
        let mut answered = Vec::new();
        for round in 0..4_u64 {
            let runner = Runner::new(folder.open()).developing().serve(errand(), Arc::new(Desk::default()));
            let runner = runner.begin().await.expect("nothing else has the store");
            for number in 0..12 {
                let id = runner.start_as("errand", 100 * round + number, errand_that(Does::Waits)).await;
                let id = id.expect("it starts");
                assert!(row(id).await.seq >= 1, "it was answered that it has started");
                let hold = Verb::Hold(Target::Instance(id));
                runner.command("Ada", "to see", hold).await.expect("it may be held");
                assert!(row(id).await.standing.held, "it was answered that it is held");
                let release = Verb::Release(Target::Instance(id));
                runner.command("Ada", "to see", release).await.expect("it may go on");
                assert!(!row(id).await.standing.held, "it was answered that it is released");
                if number % 2 == 0 {
                    runner.deliver(id, Decided { approved: true }).await.expect("it is awaited");
                    assert!(runner.ended(id).await.expect("it ends").is_done());
                    assert_eq!(row(id).await.standing, Standing::new(Phase::Finished));
                    answered.push(id);
                }
            }
            // Killed in every other round: what was answered is there all the same.
            if round % 2 == 0 {
                drop(runner);
            } else {
                runner.stop(GRACE).await.expect("it stops");
            }
            for id in &answered {
                assert_eq!(row(*id).await.standing.phase, Phase::Finished);
            }
        }
        stop.store(true, Ordering::Relaxed);
        assert!(reading.join().expect("what it read was committed") > 0);
    });
}
