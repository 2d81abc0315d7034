//! The program is killed again and again, and goes on: in the end, each effect has happened once.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where the effects are kept.
const EFFECTS: [&str; 4] = ["stock.json", "till.json", "carrier.json", "mailbox.json"];

/// What each file holds: what is asked for once more, as nobody knew that it was done, changes none.
fn written(folder: &Path) -> [Option<Vec<u8>>; 4] {
    EFFECTS.map(|file| std::fs::read(folder.join(file)).ok())
}

/// Runs the shop in this folder, and kills it where it has done something, before it has written down that it did;
/// says whether it came to its end.
fn run(folder: &Path) -> bool {
    let before = written(folder);
    let mut shop = Command::new(env!("CARGO_BIN_EXE_shop"));
    let mut shop = shop.arg(folder).stdout(Stdio::null()).spawn().expect("it is built with this test");
    loop {
        if written(folder) != before {
            shop.kill().expect("it is ours");
            shop.wait().expect("it ends");
            return false;
        }
        if let Some(ended) = shop.try_wait().expect("it is ours") {
            assert!(ended.success());
            return true;
        }
    }
}

/// Runs the shop in a new folder until the day is over, and looks at it after each kill.
fn day(name: &str, after_each: impl Fn(&Path)) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("stateline-shop-{name}-{}", std::process::id()));
    std::fs::remove_dir_all(&folder).ok();
    let kills = (0..100).take_while(|_| {
        let is_over = run(&folder);
        after_each(&folder);
        !is_over
    });
    let kills = kills.count();
    assert!((8..100).contains(&kills), "it came to its end after {kills} kills");
    folder
}

fn kept(folder: &Path, file: &str) -> Value {
    let text = std::fs::read(folder.join(file)).expect("it is kept there");
    serde_json::from_slice(&text).expect("it is whole")
}

#[test]
fn s55_killed_at_each_effect_it_does_everything_once() {
    let folder = day("once", |_| {});
    // Again, it finds everything done.
    assert!(run(&folder));

    // Three orders are paid, once each; the fourth finds too few pieces, and pays nothing.
    let till = kept(&folder, "till.json");
    let paid = |order: u64, back: bool| {
        let moves = till["moves"].as_array().expect("it is a list").iter();
        moves.filter(|it| **it == serde_json::json!([order, back])).count()
    };
    let moves: Vec<_> = (1..=4).map(|order| (paid(order, false), paid(order, true))).collect();
    assert_eq!(moves, [(1, 0), (1, 0), (1, 0), (0, 0)]);
    assert_eq!(kept(&folder, "stock.json")["pieces"], 0);
    let carrier = kept(&folder, "carrier.json");
    let mut parcels: Vec<_> = carrier.as_object().expect("it is a map").values().collect();
    parcels.sort_by_key(|parcel| parcel["number"].to_string());
    let numbers: Vec<_> =
        parcels.iter().map(|parcel| parcel["number"].as_str().expect("it is text")).collect();
    assert_eq!(numbers, ["parcel 1 of 1", "parcel 2 of 2", "parcel 3 of 3"]);
    let mailbox = kept(&folder, "mailbox.json");
    let mut told: Vec<_> = mailbox.as_object().expect("it is a map").values().map(|mail| &mail[0]).collect();
    told.sort_by_key(|order| order.as_u64());
    assert_eq!(told, [1, 2, 3]);
    std::fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn s9_wherever_it_is_killed_no_parcel_leaves_that_is_not_paid() {
    let folder = day("paid", |folder| {
        if !folder.join("carrier.json").exists() {
            return;
        }
        let (till, carrier) = (kept(folder, "till.json"), kept(folder, "carrier.json"));
        for parcel in carrier.as_object().expect("it is a map").values() {
            let number = parcel["number"].as_str().expect("it is text");
            let order = number.rsplit(' ').next().expect("it ends with the order");
            assert!(till["charged"][order].as_u64() > Some(0), "{number} is not paid: {till}");
        }
    });
    std::fs::remove_dir_all(&folder).expect("it is ours");
}
