//! Stand-ins are compared with the sources of the packages that they stand for.
//!
//! Whatever a stand-in declares must be in the package: types, traits, functions, methods, variants
//! and modules by name; with as many arguments and type parameters, and `self` taken the same way.
//! Where a stand-in differs on purpose, a comment `// Differs: …` above the item says why.
//!
//! Sources are looked for in the registry's folder of `CARGO_HOME`. `scripts/stand-ins` fetches all of
//! them and sets `STATELINE_STAND_INS=all`, so that a missing one is a failure.

mod compare;
mod declared;
mod source;

use source::StandIn;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
#[expect(
    clippy::print_stdout,
    reason = "what was compared depends on the machine, and `--nocapture` shows it"
)]
fn agree_with_the_sources_on_this_machine() {
    let all = std::env::var("STATELINE_STAND_INS").is_ok_and(|value| value == "all");
    let (mut compared, mut without, mut differences) = (Vec::new(), Vec::new(), Vec::new());
    for stand_in in source::stand_ins() {
        if stand_in.package == "stateline" {
            continue;
        }
        let Some(originals) = stand_in.originals() else {
            without.push((stand_in.package, stand_in.version));
            continue;
        };
        let original = declared::Declared::of(&originals);
        differences.extend(compare::differences(&stand_in.declared(), &original));
        compared.push(stand_in.package);
    }
    println!("compared: {}", compared.join(", "));
    println!("no sources here: {without:?}");
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    // The standard library's sources are an optional component of the toolchain. Packages that our own
    // crates are compiled with are here in any case.
    let compiled = compiled();
    without.retain(|(package, _)| package != "std" && (all || compiled.contains(package)));
    assert!(without.is_empty(), "no sources of {without:?}");
}

#[test]
fn ours_says_what_our_own_crate_says() {
    let stand_in = source::stand_ins().into_iter().find(|stand_in| stand_in.package == "stateline");
    let stand_in = stand_in.expect("our own crate has a stand-in").declared();
    let sources = source::of_ours();
    if sources.is_empty() {
        return;
    }
    let differences = of_ours(&stand_in, &declared::Declared::of(&sources));
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

/// How our own stand-in and our own crate differ, in both directions.
fn of_ours(stand_in: &declared::Declared, original: &declared::Declared) -> Vec<String> {
    let mut found = compare::differences(stand_in, original);
    found.extend(compare::bounds(stand_in, original));
    found.extend(compare::missing(stand_in, original));
    found
}

#[test]
fn a_drift_of_ours_is_a_difference_whichever_side_moves() {
    let of = |text: &str| declared::Declared::of(&[("a".to_owned(), text.to_owned())]);
    let text = "pub trait Run<E: ?Sized>: Step { fn run(input: u8); }\n\
                pub struct Line; impl Line { pub fn then<S: Run<E>>(self) {} fn own() {} }";
    assert_eq!(of_ours(&of(text), &of(text)), Vec::<String>::new());
    let moved = [
        ("fn run(input: u8);", ""),
        ("fn run(input: u8);", "fn run(input: u8, more: u8);"),
        ("pub fn then", "pub fn next"),
        ("pub struct Line;", "pub struct Row;"),
        ("(self)", "(&self)"),
    ];
    for (what, with) in moved {
        let moved = text.replace(what, with);
        assert!(!of_ours(&of(&moved), &of(text)).is_empty(), "the stand-in says {with}");
        assert!(!of_ours(&of(text), &of(&moved)).is_empty(), "the crate says {with}");
    }
    for (what, with) in [(": Step", ": Task"), ("S: Run<E>", "S: Go<E>")] {
        assert!(!of_ours(&of(&text.replace(what, with)), &of(text)).is_empty(), "the stand-in says {with}");
    }
    // What only the crate itself can name may change.
    let other = of(&text.replace("fn own", "fn other"));
    assert_eq!(compare::missing(&of(text), &other), Vec::<String>::new());
}

#[test]
fn have_the_versions_that_we_use_ourselves() {
    let lock = lock();
    for StandIn { package, version, .. } in source::stand_ins() {
        let versions = locked(&lock, &package);
        assert!(
            versions.is_empty() || versions.contains(&&*version),
            "Cargo.lock has {package} {versions:?}: compare its stand-in with that and rename it, now {version}"
        );
    }
}

/// Our own `Cargo.lock`, which a packaged crate does not have.
/// The packages that our own crates are compiled with on this machine; Cargo.lock has those of others too.
fn compiled() -> BTreeSet<String> {
    let mut tree = std::process::Command::new(env!("CARGO"));
    tree.args(["tree", "--workspace", "--locked", "--prefix", "none", "--format", "{p}"]);
    let tree = tree.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs this test");
    let told = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.status.success() && !told.is_empty(), "{}", String::from_utf8_lossy(&tree.stderr));
    told.lines().filter_map(|line| line.split(' ').next().map(str::to_owned)).collect()
}

fn lock() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    std::fs::read_to_string(path).unwrap_or_default()
}

fn locked<'l>(lock: &'l str, package: &str) -> Vec<&'l str> {
    let name = format!("name = \"{package}\"\nversion = \"");
    lock.match_indices(&name).filter_map(|(at, found)| lock[at + found.len()..].split('"').next()).collect()
}

#[test]
fn a_renamed_method_is_a_difference() {
    let planted = |stand_in: &str| {
        let original = "pub struct Pot<T> { x: T } impl<T> Pot<T> { pub fn stir(&mut self, times: u8) {} }";
        let of = |name: &str, text: &str| declared::Declared::of(&[(name.to_owned(), text.to_owned())]);
        compare::differences(&of("stand-in", stand_in), &of("original", original))
    };
    assert!(planted("pub struct Pot<T>; impl<T> Pot<T> { pub fn stir(&mut self, n: u8) {} }").is_empty());
    for wrong in [
        "pub struct Pan<T>;",
        "pub struct Pot;",
        "pub trait Pot<T> {}",
        "pub struct Pot<T>; impl<T> Pot<T> { pub fn shake(&mut self, n: u8) {} }",
        "pub struct Pot<T>; impl<T> Pot<T> { pub fn stir(&mut self) {} }",
        "pub struct Pot<T>; impl<T> Pot<T> { pub fn stir(n: u8) {} }",
        "pub struct Pot<T>; impl<T> Pot<T> { pub fn stir<F>(&mut self, n: u8) {} }",
        // A reason where there is no difference.
        "pub struct Pot<T>;\nimpl<T> Pot<T> {\n// Differs: it does not.\npub fn stir(&mut self, n: u8) {}\n}",
    ] {
        assert_eq!(planted(wrong).len(), 1, "{wrong}: {:?}", planted(wrong));
    }
    let marked = "pub struct Pot<T>;\nimpl<T> Pot<T> {\n    // Differs: the trait's method.\n    pub fn shake(&mut self) {}\n}";
    assert!(planted(marked).is_empty());
}
