//! The power fails: what was written since the last synchronisation is there in part, or not at all.
//!
//! A process of its own writes into a store, under a shim that writes down each of its writes and each time
//! that it has waited for the disk. Of that, images are made of what may be on the disk after a power loss at
//! any moment: each opens, verifies, and holds every commit that was answered by then.

use super::{Dice, folder};
use crate::store::conformance::Scribe;
use crate::store::{LaneId, LineKind, Sqlite, Store, verify};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// A write to the disk, as the shim has written it down.
struct Record {
    kind: u8,
    file: String,
    offset: usize,
    data: Vec<u8>,
}

/// The shim's records, in their order.
fn records(journal: &[u8]) -> Vec<Record> {
    let (mut rest, mut all) = (journal, Vec::new());
    let mut take = |number: usize| {
        let (taken, left) = rest.split_at(number.min(rest.len()));
        rest = left;
        taken.to_vec()
    };
    while let [kind] = take(1)[..] {
        let mut number = || usize::from_ne_bytes(take(8).try_into().expect("eight bytes"));
        let (name, offset, length) = (number(), number(), number());
        let file = String::from_utf8(take(name)).expect("a name of ours");
        all.push(Record { kind, file, offset, data: take(length) });
    }
    all
}

/// What may be in each file after a power loss behind so many records. Whole is what was written before the
/// file was last synchronised; of each later write, nothing, some sectors or all.
fn image(records: &[Record], dice: &mut Dice) -> BTreeMap<String, Vec<u8>> {
    let mut synced: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, record) in records.iter().enumerate().filter(|(_, record)| record.kind == b'S') {
        synced.insert(&record.file, at);
    }
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (at, Record { kind, file, offset, data }) in records.iter().enumerate() {
        let is_safe = synced.get(file.as_str()).is_some_and(|synced| at < *synced);
        let kept = match dice.below(4) {
            _ if is_safe => data.len(),
            0 | 1 => 0,
            2 => dice.below(data.len() / 512 + 1) * 512,
            _ => data.len(),
        };
        let bytes = files.entry(file.clone()).or_default();
        match kind {
            b'W' if kept > 0 => {
                bytes.resize(bytes.len().max(offset + kept), 0);
                bytes[*offset..offset + kept].copy_from_slice(&data[..kept]);
            }
            b'T' if is_safe || dice.below(2) == 0 => bytes.resize(*offset, 0),
            b'U' => _ = files.remove(file),
            _ => {}
        }
    }
    files
}

/// The process that writes. After each answer, it notes lane and number of the commit in another file.
async fn write(folder: &Path, synchronous: &'static str) {
    let mut answered = fs::File::create(folder.join("answered")).expect("it can be made");
    let mut note = |lane: LaneId, n: u64| {
        writeln!(answered, "{} {n}", lane.0).expect("it can be written");
    };
    for owner in 1..=3_u8 {
        let store = Sqlite::open(folder.join("store.db")).expect("it opens");
        store.0.writer.as_ref().expect("it writes").run(move |connection| {
            // Often, so that a power loss meets it.
            connection.pragma_update(None, "wal_autocheckpoint", 30).expect("it can be set");
            connection.pragma_update(None, "synchronous", synchronous).expect("it can be set");
        });
        let mut scribe = Scribe::join(&store, owner).await.expect("nobody owns it");
        note(scribe.lane.id, 1);
        let mut rows = Vec::new();
        for n in 2..=25_u16 {
            let mut commit = scribe.commit();
            rows.push(scribe.start(
                &mut commit,
                u16::from(owner) * 1_000 + n,
                Some(u64::from(n * 3 + u16::from(owner)).into()),
            ));
            for row in rows.iter_mut().rev().take(usize::from(n % 7)) {
                scribe.tell(&mut commit, LineKind::Retried, row, true);
            }
            scribe.write(commit).await.expect("it is whole");
            note(scribe.lane.id, n.into());
        }
    }
}

/// Lets a process of its own write, and answers what it wrote.
fn written(folder: &Path, synchronous: &str) -> Vec<Record> {
    let inside = folder.join(format!("inside-{synchronous}"));
    fs::create_dir_all(&inside).expect("it can be made");
    let (source, shim) = (folder.join("shim.c"), folder.join("shim.so"));
    fs::write(&source, include_str!("shim.c")).expect("it can be written");
    let compiler = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).args([&shim, &source]).status();
    assert!(compiler.expect("there is a C compiler, which SQLite needs too").success());
    let journal = folder.join(format!("journal-{synchronous}"));
    let test = "store::sqlite::tests::power_loss::what_was_answered_survives_a_power_loss";
    let child = Command::new(std::env::current_exe().expect("it is this program"))
        .args([test, "--exact"])
        .env("LD_PRELOAD", &shim)
        .env("STATELINE_SHIM_FOLDER", &inside)
        .env("STATELINE_SHIM_JOURNAL", &journal)
        .env("STATELINE_SHIM_SYNCHRONOUS", synchronous)
        .output()
        .expect("it starts");
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
    records(&fs::read(&journal).expect("the shim has written it"))
}

/// What is wrong with an image.
async fn wrong(path: &Path, answered: &[u8]) -> Option<String> {
    let store = match Sqlite::open(path) {
        Ok(store) => store,
        Err(error) => return Some(error.to_string()),
    };
    match verify(&store, None).await {
        Ok(verified) if verified.flaws.is_empty() => {}
        Ok(verified) => return Some(verified.flaws[0].to_string()),
        Err(error) => return Some(error.to_string()),
    }
    let answered = std::str::from_utf8(answered).expect("numbers");
    let (lane, n) = answered.lines().last()?.split_once(' ')?;
    let (lane, n) = (LaneId(lane.parse().ok()?), n.parse().ok()?);
    match store.committed(lane, n).await {
        Ok(Some(_)) => None,
        Ok(None) => Some(format!("commit {n} of lane {lane} was answered and is not there")),
        Err(error) => Some(error.to_string()),
    }
}

/// How many images are wrong, and what the first is; each of a power loss at another moment.
async fn wrong_images(folder: &Path, records: &[Record], number: u64) -> Vec<String> {
    let mut all = Vec::new();
    for seed in 1..=number {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let moment = dice.below(records.len() + 1);
        let mut files = image(&records[..moment], &mut dice);
        // This file is ours, and not a part of the store: what was noted was answered.
        let notes = records[..moment].iter().filter(|record| record.file == "answered");
        let answered: Vec<u8> = notes.flat_map(|record| record.data.clone()).collect();
        files.retain(|name, _| name.starts_with("store.db") && !name.ends_with("-shm"));
        let images = folder.join("images");
        let _ = fs::remove_dir_all(&images);
        fs::create_dir_all(&images).expect("it can be made");
        for (name, bytes) in &files {
            fs::write(images.join(name), bytes).expect("it can be written");
        }
        if let Some(wrong) = wrong(&images.join("store.db"), &answered).await {
            all.push(format!("seed {seed}, behind {moment} of {} records: {wrong}", records.len()));
        }
    }
    all
}

#[tokio::test]
async fn what_was_answered_survives_a_power_loss() {
    if let (Ok(inside), Ok(synchronous)) =
        (std::env::var("STATELINE_SHIM_FOLDER"), std::env::var("STATELINE_SHIM_SYNCHRONOUS"))
    {
        return write(Path::new(&inside), if synchronous == "FULL" { "FULL" } else { "OFF" }).await;
    }
    let number =
        std::env::var("STATELINE_POWER_LOSSES").ok().and_then(|number| number.parse().ok()).unwrap_or(100);
    let folder = folder("power").canonicalize().expect("it is there");
    let records = written(&folder, "FULL");
    let synced = records.iter().filter(|record| record.kind == b'S').count();
    assert!(synced > 75, "each of 75 commits waits for the disk, and it was {synced} times");
    let wrong = wrong_images(&folder, &records, number).await;
    assert!(wrong.is_empty(), "{} of {number} images are wrong:\n{}", wrong.len(), wrong.join("\n"));
    // The same is found to be wrong where commits do not wait for the disk.
    let records = written(&folder, "OFF");
    let wrong = wrong_images(&folder, &records, 50).await;
    assert!(wrong.iter().any(|wrong| wrong.ends_with("was answered and is not there")), "{wrong:?}");
    fs::remove_dir_all(&folder).expect("it can be removed");
}
