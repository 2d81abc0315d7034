//! The stores: what is written is there, once.

use stateline::store::{
    About, Commit, Definition, DefinitionId, Epoch, Fault, Incarnation, InstanceId, LaneId, LineKind,
    LogLine, Member, Memory, Phase, Position, Query, Row, RowChange, Seal, Standing, Store, StoreErrorKind,
    Timestamp,
};
use stateline::{Json, State};
use std::sync::Arc;

fn member(number: u8) -> Member {
    let joined = Timestamp::from_millis(1_000);
    let incarnation = Incarnation::new(joined, [number; 10]);
    Member { incarnation, build: "test".into(), process_id: 1, joined, serves: Vec::new() }
}

fn state() -> State {
    let text = r#"{"process":"payout","version":1,"rehearsal":false,"key":"payout-1","at":{"step":"load"},
        "data":{"type":"Request","json":{"consumer":1,"amount":5}}}"#;
    serde_json::from_str(text).expect("it is a state")
}

/// The first commit of the first lane: an instance is started.
fn start() -> Commit {
    let (at, definition) = (Timestamp::from_millis(2_000), DefinitionId(1));
    let id = InstanceId::new(at, [1; 10]);
    let standing = Standing::new(Phase::Ready);
    let (before, rehearsal, key) = (None, false, Some("payout-1".into()));
    let about = About { instance: id, seq: 1, before, definition, rehearsal, key, standing };
    let (key, standing) = (about.key.clone(), about.standing.clone());
    let line = LogLine { state: Some(state()), ..LogLine::new(at, LineKind::Started, Some(about)) };
    let (first, last) = (Position(1), Position(1));
    let row = Row { id, key, state: state(), definition, standing, seq: 1, first, last, changed: at };
    let structure = Json::write(&"the steps".to_owned()).expect("it is data");
    let definition =
        Definition { id: definition, process: "payout".into(), version: 1, structure, shapes: None };
    let (epoch, lane, n, before) = (Epoch(1), LaneId(1), 1, Seal::NONE);
    let rows = vec![RowChange { before: 0, row }];
    let (lines, definitions, consumed) = (vec![line], vec![definition], Vec::new());
    Commit { epoch, lane, n, before, first, lines, rows, definitions, consumed }
}

#[tokio::test]
async fn s60_a_commit_whose_answer_was_cut_off_is_asked_for_by_its_number() {
    let store = Memory::new();
    store.join(&member(1)).await.expect("nobody owns it");
    let commit = Arc::new(start());
    store.fail_commit(Fault::Before(StoreErrorKind::Unknown));
    store.fail_commit(Fault::After(StoreErrorKind::Unknown));
    for written in [None, Some(commit.seal())] {
        let error = store.commit(commit.clone()).await.expect_err("the answer is cut off");
        assert_eq!(error.kind(), StoreErrorKind::Unknown);
        assert_eq!(store.committed(LaneId(1), 1).await, Ok(written));
    }
    // Once more, and it is there once.
    assert_eq!(store.commit(commit.clone()).await, Ok(commit.committed()));
    assert_eq!(store.feed(Position::START, 10).await.expect("it reads").len(), 1);
    assert_eq!(store.find(&Query::all(10)).await.expect("it reads").rows, [commit.rows[0].row.clone()]);
}

#[tokio::test]
async fn who_lost_the_fence_writes_nothing() {
    let store = Memory::new();
    store.join(&member(1)).await.expect("nobody owns it");
    let other = store.clone().join(&member(2)).await.expect("a takeover");
    assert_eq!((other.id, other.epoch, other.first), (LaneId(2), Epoch(2), Position(1)));
    let error = store.commit(Arc::new(start())).await.expect_err("another owns it");
    assert_eq!(error.kind(), StoreErrorKind::FenceLost);
    assert_eq!(store.feed(Position::START, 10).await.expect("it reads"), []);
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::{member, start};
    use stateline::store::{Position, Query, Sqlite, Store, StoreErrorKind};
    use std::path::PathBuf;
    use std::sync::Arc;

    /// A folder of this test's own, empty.
    fn folder(name: &str) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("store").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        folder
    }

    #[tokio::test]
    async fn s40_what_was_answered_is_there_when_it_is_opened_again() {
        let path = folder("again").join("store.db");
        let store = Sqlite::open(&path).expect("it opens");
        store.join(&member(1)).await.expect("nobody owns it");
        let commit = Arc::new(start());
        assert_eq!(store.commit(commit.clone()).await, Ok(commit.committed()));
        assert_eq!(store.commit(commit.clone()).await, Ok(commit.committed()));
        drop(store);

        let store = Sqlite::open(&path).expect("it opens");
        let row = commit.rows[0].row.clone();
        assert_eq!(store.row(row.id).await, Ok(Some(row.clone())));
        assert_eq!(store.find(&Query::all(10)).await.expect("it reads").rows, [row]);
        let lines = store.feed(Position::START, 10).await.expect("it reads");
        assert_eq!(
            lines.iter().map(|stored| &stored.line).collect::<Vec<_>>(),
            commit.lines.iter().collect::<Vec<_>>()
        );
        assert_eq!(lines[0].seal, Some(commit.seal()));
    }

    #[cfg(feature = "testing")]
    #[tokio::test]
    async fn every_promise_is_kept() {
        let folder = folder("promises");
        for promise in stateline::store::conformance::promises() {
            let store = Sqlite::open(folder.join(promise.name())).expect("it opens");
            promise.check(store).await.unwrap_or_else(|broken| panic!("{broken}"));
        }
    }

    #[tokio::test]
    async fn a_second_owner_is_refused_and_told_who_the_first_is() {
        let path = folder("owner").join("store.db");
        let first = Sqlite::open(&path).expect("it opens");
        first.join(&member(1)).await.expect("nobody owns it");
        let second = Sqlite::open(&path).expect("it opens");
        let error = second.join(&member(2)).await.expect_err("the first is alive");
        assert_eq!(error.kind(), StoreErrorKind::Owned);
        let told = "the store is owned by process 1 (build test), which has been silent for ";
        assert!(error.to_string().starts_with(told), "{error}");
        // It ends, and at once the other takes over.
        drop(first);
        second.join(&member(2)).await.expect("nobody owns it");
        let error = second.commit(Arc::new(start())).await.expect_err("it was the first one's");
        assert_eq!(error.kind(), StoreErrorKind::FenceLost);
    }
}
