//! Finding and reading the map, and what is said where that fails: once for each crate.

use super::{refusals, tokens};
use crate::map::Place;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const MAP: &str = "stateline: 1\ncontexts: { payments: { owns: [payments] } }\n";

/// A folder below the system's for such, so that no map lies above it. It goes when it is dropped.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    fs::create_dir_all(folder.path().join("package/inner")).expect("a folder can be made");
    folder
}

/// What is refused of an operation in a package of a folder.
fn said(folder: &Path, effect: &str) -> Vec<String> {
    let place = Place {
        package_folder: Some(folder.join("package/inner")),
        workspace_folder: Some(folder.to_owned()),
        crate_name: "payments".into(),
        package: "payments".into(),
        file: None,
    };
    let arguments = tokens(&format!("effect = \"{effect}\""));
    refusals(crate::operation::expand(arguments, tokens("fn ask(name: String) -> u64 { 1 }"), &place))
}

#[test]
fn a_missing_map_is_reported_once() {
    let folder = folder();
    let first = said(folder.path(), "read");
    assert_eq!(first.len(), 1);
    assert!(first[0].starts_with("there is no `stateline.yaml`"), "{first:?}");
    assert!(said(folder.path(), "read").is_empty());
    // What needs no map is refused all the same.
    assert_eq!(said(folder.path(), "raed").len(), 1);
}

#[test]
fn the_map_is_read_again_when_it_changes_and_a_nearer_one_is_refused() {
    let folder = folder();
    fs::write(folder.path().join("stateline.yaml"), MAP).expect("a file can be written");
    assert_eq!(said(folder.path(), "read"), Vec::<String>::new());

    let external = "stateline: 1\ncontexts: { payments: { owns: [payments], external: true } }\n";
    fs::write(folder.path().join("stateline.yaml"), external).expect("a file can be written");
    assert!(said(folder.path(), "read")[0].contains("has no stand-in for dry runs"));

    fs::write(folder.path().join("package/stateline.yaml"), MAP).expect("a file can be written");
    let refused = said(folder.path(), "read");
    assert!(
        refused[0].starts_with("a workspace can have only one map, `stateline.yaml` beside its Cargo.toml, but `package/stateline.yaml`"),
        "{refused:?}"
    );
}

#[test]
fn mistakes_of_the_map_are_reported_with_their_places() {
    let folder = folder();
    let keys: String = (0..7).map(|number| format!("key{number}: 1\n")).collect();
    fs::write(folder.path().join("stateline.yaml"), format!("{MAP}{keys}")).expect("a file can be written");
    let said = said(folder.path(), "read");
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("the map has mistakes; correct them first\n"), "{said:?}");
    assert!(said[0].contains("\n  stateline.yaml:3:1: "), "{said:?}");
    assert!(said[0].ends_with("\n  and 2 more; `cargo stateline check` lists all"), "{said:?}");
}

#[test]
fn a_map_that_is_not_utf8_is_reported() {
    let folder = folder();
    fs::write(folder.path().join("stateline.yaml"), b"stateline: \xff").expect("a file can be written");
    assert_eq!(
        said(folder.path(), "read"),
        ["byte 12 of `stateline.yaml` is not UTF-8; save the file as UTF-8"]
    );

    let folder = self::folder();
    let map = "stateline: 1\ncontexts: { payments: { file: package/part.yaml } }\n";
    fs::write(folder.path().join("stateline.yaml"), map).expect("a file can be written");
    fs::write(folder.path().join("package/part.yaml"), b"\xff").expect("a file can be written");
    assert_eq!(
        said(folder.path(), "read"),
        ["byte 1 of `package/part.yaml` is not UTF-8; save the file as UTF-8"]
    );
}

#[test]
fn each_file_of_the_map_is_tracked_relative_to_the_package() {
    let folder = folder();
    let map = "stateline: 1\ncontexts: { payments: { file: package/part.yaml } }\ntopics: { told: { message: payments::Told } }\n";
    fs::write(folder.path().join("stateline.yaml"), map).expect("a file can be written");
    fs::write(folder.path().join("package/part.yaml"), "stateline: 1\ncontext: payments\nowns: [payments]\n")
        .expect("a file can be written");
    let place = Place {
        package_folder: Some(folder.path().join("package/inner")),
        workspace_folder: Some(folder.path().to_owned()),
        crate_name: "payments".into(),
        package: "payments".into(),
        file: None,
    };
    let expansion = crate::message::expand(tokens(""), tokens("struct Told;"), &place).to_string();
    assert!(expansion.contains("\"/../../stateline.yaml\""), "{expansion}");
    assert!(expansion.contains("\"/../../package/part.yaml\""), "{expansion}");
}
