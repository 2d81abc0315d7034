//! What a store in SQLite costs: bytes an instance, writing, verifying, loading.
//!
//!     cargo bench --package stateline --features sqlite,testing --bench store -- [INSTANCES]
//!
//! Each instance has five lines, as a process of four steps has, with data of 75 bytes: one that starts it and
//! four that step. They are written in groups of 100, or at rest (the five lines of an instance in one commit,
//! with one row), or one line a commit. Figures vary with the disk and with what else the machine does: compare
//! those of one run, and the CPU seconds.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use stateline::State;
use stateline::store::conformance::Scribe;
use stateline::store::{Commit, InstanceId, LineKind, Phase, Position, Query, Row, Sqlite, Store, verify};
use std::path::Path;
use std::time::Instant;

/// As many lines as a commit has.
const GROUP: usize = 100;

/// Seconds of CPU of this process, all threads, its own and the system's.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<i64> =
        stat.rsplit(')').next().unwrap_or_default().split(' ').filter_map(|it| it.parse().ok()).collect();
    // After the name and the state, the tenth and eleventh number.
    fields.get(10..12).map_or(0.0, |ticks| ticks.iter().sum::<i64>() as f64 / 100.0)
}

/// Tells what was done so often, and what each took.
fn told<T>(what: &str, number: usize, done: impl FnOnce() -> T) -> T {
    let (wall, before) = (Instant::now(), cpu());
    let result = done();
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), cpu() - before);
    let each = 1e6 / number as f64;
    println!("{what:<32} {:>10.0}/s {:>8.2} µs CPU each", number as f64 / wall, cpu * each);
    result
}

fn state(step: &str) -> State {
    let text = format!(
        r#"{{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{{"step":"{step}"}},"data":{{
        "type":"Loaded","json":{{"consumer":1234567,"amount":100000,"account":"DE02 1203 0000 0000 2020 5"}}}}}}"#
    );
    let state: State = serde_json::from_str(&text).expect("it is written as a state is");
    assert_eq!(state.data().text().len(), 75);
    state
}

/// Tells what befalls an instance next: its start, or its next step.
fn tell(scribe: &mut Scribe<'_, Sqlite>, commit: &mut Commit, row: &mut Row) {
    let steps = ["load", "screen", "transfer", "release"];
    let at = usize::try_from(row.seq).expect("it has few lines");
    row.state = state(steps[at.min(3)]);
    let end = at == 4;
    row.standing.phase = if end { Phase::Finished } else { Phase::Ready };
    let kind = if end { LineKind::Finished } else { LineKind::Stepped };
    scribe.tell(commit, if at == 0 { LineKind::Started } else { kind }, row, true);
}

/// A row that has no line yet.
fn new(scribe: &mut Scribe<'_, Sqlite>, number: usize) -> Row {
    let mut scratch = scribe.commit();
    let mut row = scribe.start(&mut scratch, 0, None);
    // As an id of version 7 has it: in the order of time, and random behind it.
    let mut random = [0; 10];
    random[2..].copy_from_slice(&(number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    row.id = InstanceId::new(row.changed, random);
    row.seq = 0;
    row
}

async fn in_groups(store: &Sqlite, instances: usize) {
    let mut scribe = Scribe::join(store, 1).await.expect("nobody owns it");
    for group in 0..instances / GROUP {
        let mut rows: Vec<_> = (0..GROUP).map(|at| new(&mut scribe, group * GROUP + at)).collect();
        for line in 0..5 {
            let mut commit = scribe.commit();
            for row in &mut rows {
                if line == 0 {
                    row.first = commit.first.plus(commit.lines.len());
                }
                tell(&mut scribe, &mut commit, row);
            }
            scribe.write(commit).await.expect("it is whole");
        }
    }
}

/// Each instance in one commit with others, from its start to its end.
async fn at_rest(store: &Sqlite, instances: usize, group: usize) {
    let mut scribe = Scribe::join(store, 1).await.expect("nobody owns it");
    for first in (0..instances).step_by(group) {
        let mut commit = scribe.commit();
        for number in first..first + group {
            let mut row = new(&mut scribe, number);
            row.first = commit.first.plus(commit.lines.len());
            (0..5).for_each(|_| tell(&mut scribe, &mut commit, &mut row));
        }
        scribe.write(commit).await.expect("it is whole");
    }
}

async fn alone(store: &Sqlite, instances: usize) {
    let mut scribe = Scribe::join(store, 1).await.expect("nobody owns it");
    for number in 0..instances {
        let mut row = new(&mut scribe, number);
        for line in 0..5 {
            let mut commit = scribe.commit();
            if line == 0 {
                row.first = commit.first;
            }
            tell(&mut scribe, &mut commit, &mut row);
            scribe.write(commit).await.expect("it is whole");
        }
    }
}

/// A store in a new file of this name.
fn open(folder: &Path, name: &str) -> Sqlite {
    Sqlite::open(folder.join(name)).expect("it opens")
}

fn bytes(folder: &Path, name: &str, instances: usize) {
    let size = std::fs::metadata(folder.join(name)).map_or(0, |data| data.len());
    println!("{:<32} {:>10.0} B an instance", format!("{name}: size"), size as f64 / instances as f64);
}

fn main() {
    let number = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let instances: usize = number.unwrap_or(20_000) / GROUP * GROUP;
    let folder = std::env::temp_dir().join(format!("stateline-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("it can be made");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it can be built");
    println!("{instances} instances of five lines, in {}", folder.display());

    let store = open(&folder, "groups");
    told("groups: lines", instances * 5, || runtime.block_on(in_groups(&store, instances)));
    drop(store);
    bytes(&folder, "groups", instances);
    let store = open(&folder, "groups");
    let verified = told("verify: lines", instances * 5, || runtime.block_on(verify(&store, None)));
    let verified = verified.expect("it reads");
    assert_eq!((verified.flaws.len(), verified.instances), (0, instances as u64));
    let wrong =
        told("of it, SQLite's own check: lines", instances * 5, || runtime.block_on(store.integrity()));
    assert_eq!(wrong.expect("it reads").len(), 0);
    told("feed: lines", instances * 5, || {
        let (mut after, mut lines) = (Position::START, 0);
        loop {
            let page = runtime.block_on(store.feed(after, 4096)).expect("it reads");
            let Some(last) = page.last() else { break };
            (after, lines) = (last.position, lines + page.len());
        }
        assert_eq!(lines, instances * 5 + 2);
    });
    let rows = told("find: rows", instances, || runtime.block_on(store.find(&Query::all(instances))));
    let rows = rows.expect("it reads").rows;
    told("row: rows", instances, || {
        rows.iter().for_each(|row| _ = runtime.block_on(store.row(row.id)).expect("it reads"));
    });
    told("story: lines", instances * 5, || {
        rows.iter().for_each(|row| _ = runtime.block_on(store.story(row.id, None, 9)).expect("it reads"));
    });
    drop(store);

    let store = open(&folder, "at rest");
    told("at rest: lines", instances * 5, || runtime.block_on(at_rest(&store, instances, GROUP / 5)));
    drop(store);
    bytes(&folder, "at rest", instances);

    let few = instances / 20;
    let store = open(&folder, "alone");
    told("alone: lines", few * 5, || runtime.block_on(alone(&store, few)));
    drop(store);
    bytes(&folder, "alone", few);

    let store = open(&folder, "in flight");
    runtime.block_on(start(&store, instances));
    drop(store);
    let store = open(&folder, "in flight");
    let loaded = told("load: rows", instances, || runtime.block_on(store.load(None, instances)));
    assert_eq!(loaded.expect("it reads").len(), instances);
    drop(store);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// Starts instances, and leaves them there.
async fn start(store: &Sqlite, instances: usize) {
    let mut scribe = Scribe::join(store, 1).await.expect("nobody owns it");
    for first in (0..instances).step_by(GROUP) {
        let mut commit = scribe.commit();
        for number in first..first + GROUP {
            let mut row = new(&mut scribe, number);
            row.first = commit.first.plus(commit.lines.len());
            tell(&mut scribe, &mut commit, &mut row);
        }
        scribe.write(commit).await.expect("it is whole");
    }
}
