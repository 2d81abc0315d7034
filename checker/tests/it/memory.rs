//! What an earlier run found out changes no result: after each edit, the command says the same as
//! one that remembers nothing.

use std::path::Path;
use std::process::Command;

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"bank\", \"shop\"]\n"),
    (
        "bank/Cargo.toml",
        "[package]\nname = \"bank\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\nstateline = \"0.1\"\n",
    ),
    (
        "bank/src/lib.rs",
        "pub mod money;\npub struct Account { pub id: u8 }\n\
         #[macro_export] macro_rules! fund { () => { $crate::Account::open() }; }\nimpl Account { pub fn open() -> Account { Account { id: 1 } }\n\
         pub fn balance(&self) -> money::Amount { money::Amount(3) } }\n",
    ),
    (
        "bank/src/money.rs",
        "pub struct Amount(pub u8);\nimpl Amount { pub fn half(&self) -> Amount { Amount(self.0 / 2) } }\n",
    ),
    (
        "shop/Cargo.toml",
        "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\nbank = { path = \"../bank\" }\n",
    ),
    (
        "shop/src/lib.rs",
        "pub fn pay() { let account = bank::Account::open(); account.balance().half(); }\npub fn fund() { bank::fund!().balance(); }\n",
    ),
];

/// Edits in turn: file, what is there, what comes instead, and what the references then name.
const EDITS: &[(&str, &str, &str, &str)] = &[
    ("shop/src/lib.rs", ".half();", ".half().half();", "half"),
    ("shop/src/lib.rs", "pub fn pay", "\n\n// Further down.\npub fn pay", "balance"),
    ("bank/src/lib.rs", "Account { id: 1 }", "Account { id: 2 }", "open"),
    ("bank/src/money.rs", "pub fn half", "pub fn part", "balance"),
    ("shop/src/lib.rs", ".half().half();", ".part().0;", "part"),
    ("bank/src/lib.rs", "-> money::Amount {", "-> Self { return Account { id: 3 };", "balance"),
    (
        "bank/src/lib.rs",
        "pub fn balance",
        "pub fn part(&self) -> u8 { 0 } pub fn balance",
        "bank\timpl#[Account]part()",
    ),
    // A macro of ours that goes by another name: what it derives in files that did not change.
    (
        "shop/src/lib.rs",
        "pub fn pay",
        "mod asks {\n#[bank::offered(effect = \"read\")]\npub fn ask() {}\n}\nfn told(_: asks::RequestAsk) {}\npub fn pay",
        "part",
    ),
    ("bank/src/lib.rs", "pub mod", "pub use stateline::operation as offered;\npub mod", "shop\tasks/ask()."),
    ("bank/src/lib.rs", "as offered", "as lent", "part"),
    ("bank/src/lib.rs", "as lent", "as offered", "shop\tasks/ask()."),
];

#[test]
fn what_is_remembered_changes_no_result() {
    let place = tempfile::tempdir().expect("a folder can be made");
    let (folder, cache) = (place.path().join("tree"), place.path().join("cache"));
    for (path, text) in FILES {
        write(&folder, path, text);
    }
    let first = references(&folder);
    assert!(first.contains("half"), "{first}");
    for (path, old, new, expected) in EDITS {
        let file = folder.join(path);
        let text = std::fs::read_to_string(&file).expect("it was written before");
        assert!(text.contains(old), "{path} has no {old}");
        write(&folder, path, &text.replacen(old, new, 1));
        let remembered = references(&folder);
        let again = references(&folder);
        std::fs::remove_dir_all(&cache).expect("something was remembered");
        let forgotten = references(&folder);
        assert_eq!(remembered, forgotten, "after {new} in {path}");
        assert_eq!(again, forgotten, "after {new} in {path}, a second time");
        assert!(forgotten.contains(expected), "no {expected} after {new} in {path}:\n{forgotten}");
    }
}

#[test]
fn what_is_damaged_is_forgotten() {
    let place = tempfile::tempdir().expect("a folder can be made");
    let (folder, cache) = (place.path().join("tree"), place.path().join("cache"));
    for (path, text) in FILES {
        write(&folder, path, text);
    }
    let sound = references(&folder);
    for keep in [0, 20, 200] {
        for file in remembered(&cache) {
            let mut bytes = std::fs::read(&file).expect("it was written before");
            bytes.truncate(keep);
            std::fs::write(&file, bytes).expect("it can be written");
        }
        assert_eq!(references(&folder), sound, "with {keep} bytes left of each");
    }
    for flip in 0..12 {
        for file in remembered(&cache) {
            let mut bytes = std::fs::read(&file).expect("it was written before");
            let at = bytes.len() * flip / 12;
            bytes[at] ^= 0x55;
            std::fs::write(&file, bytes).expect("it can be written");
        }
        assert_eq!(references(&folder), sound, "with a byte changed at {flip}/12");
    }
}

fn remembered(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("something was remembered").flatten() {
        if entry.path().is_dir() {
            found.extend(remembered(&entry.path()));
        } else if entry.path().extension().is_some_and(|ending| ending == "cache") {
            found.push(entry.path());
        }
    }
    found
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().expect("a file has a folder")).expect("a folder can be made");
    std::fs::write(file, text).expect("a file can be written");
}

fn references(root: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-stateline"))
        .args(["list", "references", "--format", "tsv"])
        .current_dir(root)
        .env("XDG_CACHE_HOME", root.with_file_name("cache"))
        .output()
        .expect("the command can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints text")
}
