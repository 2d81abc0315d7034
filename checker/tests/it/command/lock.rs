//! `lock`, and `check` against one.

use super::workspace::Workspace;

const MAP: &str = "\
stateline: 1
contexts:
  payments: { owns: [payments], publishes: [paid] }
  ledger: { owns: [ledger], subscribes: [paid] }
topics:
  paid: { message: payments::Paid, ack: { within: 5m } }
processes:
  pay:
    context: payments
    version: 1
    steps: [screen, transfer]
";

const CODE: &str = "\
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Payment {
    pub number: u64,
    pub sum: Sum,
}

#[derive(Serialize, Deserialize)]
pub struct Sum(u64);

#[derive(Serialize, Deserialize)]
pub enum Paid {
    Whole { number: u64 },
    Part(Payment, Sum),
}

pub fn screen(payment: Payment) -> Payment {
    if payment.number == 7 { return payment; }
    match payment.sum { Sum(0) => { payment } _ => payment }
}

pub fn transfer(payment: Payment) -> Payment {
    payment
}
";

fn locked() -> Workspace {
    let workspace = Workspace::kept();
    workspace.write("stateline.yaml", MAP);
    workspace.write("payments/src/lib.rs", CODE);
    let ended = workspace.run(&["lock"]);
    assert_eq!(
        ended.out,
        "wrote stateline.lock  1 version, 1 message, 0 operations, 3 types\n",
        "{}",
        ended.all()
    );
    workspace
}

#[test]
fn a_lock_that_comes_is_a_reason_to_build_again() {
    let workspace = Workspace::kept();
    workspace.write("stateline.yaml", MAP);
    workspace.write("payments/src/lib.rs", CODE);
    let map = workspace.path("stateline.yaml");
    let written = || std::fs::metadata(&map).and_then(|data| data.modified()).expect("it is there");
    let file = std::fs::File::options().append(true).open(&map).expect("it is ours");
    file.set_modified(std::time::UNIX_EPOCH).expect("it is ours");
    workspace.run(&["lock", "--check"]);
    assert_eq!(written(), std::time::UNIX_EPOCH, "nothing was written");
    workspace.run(&["lock"]);
    assert!(written() > std::time::UNIX_EPOCH, "Cargo would not look for the lock");
    assert_eq!(workspace.read("stateline.yaml"), MAP);
    // From then on it looks at the lock itself.
    file.set_modified(std::time::UNIX_EPOCH).expect("it is ours");
    workspace.run(&["lock"]);
    assert_eq!(written(), std::time::UNIX_EPOCH);
}

#[test]
fn the_same_tree_has_the_same_lock() {
    let workspace = locked();
    let lock = workspace.read("stateline.lock");
    assert!(lock.contains("  step screen: Payment -> Payment\n    takes: payments::Payment\n"), "{lock}");
    assert_eq!(
        workspace.run(&["lock"]).out,
        "current: stateline.lock  1 version, 1 message, 0 operations, 3 types\n"
    );
    assert_eq!(workspace.run(&["lock", "--check"]).out, "current: stateline.lock\n");
    assert_eq!(workspace.read("stateline.lock"), lock);

    let stays = |files: &[(&str, &str)], what: &str| {
        let other = locked();
        files.iter().for_each(|(path, text)| other.write(path, text));
        assert_eq!(other.run(&["lock"]).code, Some(0), "{what}");
        assert_eq!(other.read("stateline.lock"), lock, "{what}");
    };
    let formatted = CODE
        .replace("{ return payment; }", "{\n        return payment;\n    }")
        .replace("Sum(0) => { payment } _", "Sum(0) => payment, // none\n        _")
        .replace("Part(Payment, Sum),", "Part(\n        Payment,\n        Sum,\n    ),");
    assert_ne!(formatted, CODE);
    stays(&[("payments/src/lib.rs", &formatted)], "reformatted");
    let (types, functions) = CODE.split_at(CODE.find("pub fn screen").expect("it is there"));
    let (head, types) = types.split_once("\n\n").expect("imports come first");
    let moved = "pub mod steps;\nmod types;\npub use types::*;\n";
    let steps = format!("use super::*;\n\n{functions}");
    let types = format!("{head}\n\n{}", types.replace("Sum(u64)", "Sum(pub(crate) u64)"));
    let in_modules = [
        ("payments/src/lib.rs", moved),
        ("payments/src/steps.rs", &steps),
        ("payments/src/types.rs", &types),
    ];
    stays(&in_modules, "moved into modules");
    let renamed = [
        ("payments/src/lib.rs", "mod data;\npub use data::types::*;\npub mod line;\n"),
        ("payments/src/line/mod.rs", &*steps),
        ("payments/src/data.rs", "pub mod types;\n"),
        ("payments/src/data/types.rs", &*types),
    ];
    stays(&renamed, "renamed files");
    let reordered = format!(
        "{head}\n\n{functions}\n{}",
        CODE.split_once("\n\n")
            .expect("imports come first")
            .1
            .split("pub fn screen")
            .next()
            .expect("it is there")
    );
    stays(&[("payments/src/lib.rs", &reordered)], "reordered items");
}

#[test]
fn its_difference_reads_like_the_change() {
    let workspace = locked();
    let before = workspace.read("stateline.lock");
    let changed = CODE.replace("pub sum: Sum,", "pub sum: Sum,\n    #[serde(skip_serializing_if = \"Option::is_none\")]\n    pub note: Option<String>,");
    workspace.write("payments/src/lib.rs", changed);
    assert_eq!(workspace.run(&["lock"]).code, Some(0));
    let after = workspace.read("stateline.lock");
    let new: Vec<&str> = after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    let [head, field] = new[..] else { panic!("{new:?}") };
    assert!(head.starts_with("struct payments::Payment:  #"), "{head}");
    assert_eq!(
        field,
        "  note: Option<String>, omitted if Option::is_none"
            .replace("Option::is_none", "\"Option::is_none\"")
    );
}

#[test]
fn a_lock_that_is_none_is_told() {
    let workspace = locked();
    let lock = workspace.read("stateline.lock");
    for (text, told) in [
        (lock.replace("number: u64", "number: u32"), "was edited by hand, or damaged"),
        (
            lock.replace("lock 1", "lock 7"),
            "this lock was written by a newer version of Stateline, in format 7",
        ),
        (lock.replacen("payments::", "shop::", 1), "was edited by hand, or damaged"),
        (format!("{lock}<<<<<<< ours\n"), "this is the mark of a merge conflict"),
        (lock[..lock.len() / 2].to_owned(), "damaged"),
        (String::new(), "this lock is empty"),
        ("{}".to_owned(), "this is no lock of Stateline"),
        ("\0".to_owned(), "stateline.lock"),
    ] {
        workspace.write("stateline.lock", &text);
        for command in [&["check"][..], &["lock"], &["lock", "--check"]] {
            let ended = workspace.run(command);
            assert_eq!(ended.code, Some(2), "{command:?}: {}", ended.all());
            assert!(ended.err.contains("stateline.lock"), "{}", ended.all());
            let plain = ended.err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(plain.contains(told), "{told}: {}", ended.all());
        }
        assert_eq!(workspace.read("stateline.lock"), text, "it is left as it is");
    }
    let other = Workspace::kept();
    other.write(
        "ledger/src/lib.rs",
        "#[derive(serde::Serialize)] pub struct Entry { pub sum: u64 }\npub fn load_account(_: u64) {}",
    );
    assert_eq!(other.run(&["lock", "--types"]).code, Some(0));
    workspace.write("stateline.lock", other.read("stateline.lock"));
    workspace.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"payments\"]\n");
    workspace.write(
        "payments/Cargo.toml",
        "[package]\nname = \"payments\"\nversion = \"0.1.0\"\nedition = \"2024\"\n",
    );
    workspace.write("stateline.yaml", "stateline: 1\ncontexts:\n  payments: { owns: [payments] }\n");
    let ended = workspace.run(&["check"]);
    assert_eq!(ended.code, Some(2), "{}", ended.all());
    assert!(ended.err.contains("stateline.lock is the lock of another workspace"), "{}", ended.all());
}

#[test]
fn a_change_is_looked_at_since_a_revision() {
    let workspace = locked();
    let commit = |what: &str| {
        workspace.git(&["add", "."]);
        workspace.git(&["commit", "--quiet", "-m", what]);
    };
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    commit("first");
    workspace.git(&["checkout", "--quiet", "-b", "release"]);
    workspace.write("payments/src/lib.rs", CODE.replace("pub struct Sum(u64);", "pub struct Sum(u32);"));
    let told = |arguments: &[&str], code: i32, words: &[&str]| {
        let ended = workspace.run(arguments);
        assert_eq!(ended.code, Some(code), "{}", ended.all());
        let plain = ended.all().split_whitespace().collect::<Vec<_>>().join(" ");
        words.iter().for_each(|words| assert!(plain.contains(words), "{words}: {}", ended.all()));
    };
    told(&["lock"], 1, &["incompatible-step-data", "incompatible-message", "stateline.lock was not written"]);
    // A reason is kept, and seen by whoever looks at the branch.
    for none in ["  ", ".", "ok"] {
        told(&["lock", "--accept", none], 2, &["`--accept` needs a reason"]);
    }
    told(&["lock", "--accept", "nothing is stored yet"], 0, &["wrote stateline.lock"]);
    assert!(workspace.read("stateline.lock").contains("accepted \"nothing is stored yet\":"));
    told(&["check"], 0, &["3 unsafe changes accepted"]);
    told(&["check", "--since", "main"], 0, &["3 unsafe changes accepted"]);
    commit("accepted");
    // What nobody accepted is found against main, though the lock was forced.
    workspace.write("payments/src/lib.rs", CODE.replace("pub struct Sum(u64);", "pub struct Sum(u16);"));
    std::fs::remove_file(workspace.path("stateline.lock")).expect("it is there");
    told(&["check"], 0, &["ok: no violations"]);
    told(
        &["check", "--since", "main"],
        1,
        &["stale-lock", "`stateline.lock` is missing", "incompatible-step-data", "stateline.lock@main:"],
    );
    // Nor is it written anew without a reason: git still has what was locked.
    told(&["lock"], 1, &["incompatible-step-data", "was `u32` and is now `u16`", "was not written"]);
    told(&["lock", "--accept", "nothing is stored yet"], 0, &["wrote"]);
    told(&["check"], 0, &["ok: no violations"]);
    told(&["check", "--since", "main"], 1, &["incompatible-step-data", "was `u64` and is now `u16`"]);
    told(&["check", "--since", "nowhere"], 2, &["git does not know the revision `nowhere`"]);
}

#[test]
fn what_some_builds_have_is_known_of_none() {
    let field = (
        "    pub number: u64,\n",
        "    pub number: u64,\n    #[cfg(feature = \"more\")]\n    pub more: u8,\n",
    );
    let variant = ("    Whole {", "    #[cfg(not(test))]\n    None,\n    Whole {");
    for ((from, to), name) in [(field, "Payment"), (variant, "Paid")] {
        let workspace = locked();
        workspace.write("payments/src/lib.rs", CODE.replace(from, to));
        let ended = workspace.run(&["lock", "--accept", "it is new"]);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        let lock = workspace.read("stateline.lock");
        assert!(lock.contains(&format!("opaque payments::{name} #")), "{lock}");
    }
}

/// What is locked once is current, whatever stands in the code.
#[test]
fn a_lock_is_current_when_it_is_written() {
    const PARAMETER: &str = "pub struct Mark;\n#[derive(serde::Serialize, serde::Deserialize)]\n\
        pub struct Sum<M = Mark>(u64, std::marker::PhantomData<M>);";
    const SKIPPED: &str = "pub struct Mark;\n#[derive(serde::Serialize, serde::Deserialize)]\n\
        pub struct Sum<M = Mark> { of: u64, #[serde(skip)] by: Option<M> }";
    const ARGUMENT: &str = "pub struct W<U>(U); pub struct Cent;\n#[derive(serde::Serialize, serde::Deserialize)]\n\
        pub struct Sum(#[serde(with = \"W::<Cent>\")] u64);";
    const OF_TRAIT: &str = "pub trait Read { fn of() {} } pub struct Cent; impl Read for Cent {}\n\
        #[derive(serde::Serialize, serde::Deserialize)]\n\
        pub struct Sum(#[serde(deserialize_with = \"<Cent as Read>::of\")] u64);";
    for sum in [PARAMETER, SKIPPED, ARGUMENT, OF_TRAIT] {
        let workspace = locked();
        let code = CODE.replace("#[derive(Serialize, Deserialize)]\npub struct Sum(u64);", sum);
        workspace.write("payments/src/lib.rs", code.replace("Sum(0) => { payment } ", ""));
        let ended = workspace.run(&["lock", "--accept", "nothing is stored yet"]);
        assert_eq!(ended.code, Some(0), "{sum}: {}", ended.all());
        for asked in [&["lock", "--check"][..], &["check"]] {
            let ended = workspace.run(asked);
            assert_eq!(ended.code, Some(0), "{sum}: {}\n{}", ended.all(), workspace.read("stateline.lock"));
        }
    }
}

/// What a condition decides is no text of a type.
#[test]
fn a_condition_inside_of_a_type_is_part_of_its_hash() {
    let conditions = [
        "#[cfg(feature = \"cents\")]\n    pub number: u32,\n    #[cfg(not(feature = \"cents\"))]\n    pub number: u64,",
        "#[cfg_attr(feature = \"cents\", serde(rename = \"no\"))]\n    pub number: u64,",
    ];
    for field in conditions {
        let workspace = locked();
        let manifest = workspace.read("payments/Cargo.toml");
        let with = |on: &str| format!("{manifest}\n[features]\ndefault = [{on}]\ncents = []\n");
        workspace.write("payments/Cargo.toml", with(""));
        workspace.write("payments/src/lib.rs", CODE.replacen("pub number: u64,", field, 1));
        let ended = workspace.run(&["lock", "--accept", "nothing is stored yet"]);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        assert_eq!(workspace.run(&["lock", "--check"]).code, Some(0));
        workspace.write("payments/Cargo.toml", with("\"cents\""));
        let ended = workspace.run(&["lock"]);
        assert_eq!(ended.code, Some(1), "{field}: {}", ended.all());
        assert!(ended.out.contains("incompatible-step-data"), "{field}: {}", ended.all());
    }
}

#[test]
fn a_lock_of_a_folder_that_moved_is_compared() {
    let workspace = locked();
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "first"]);
    let inner = |path: &str| format!("moved/{path}");
    std::fs::create_dir(workspace.path("moved")).expect("it is new");
    for name in ["stateline.yaml", "Cargo.toml", "payments", "ledger"] {
        std::fs::rename(workspace.path(name), workspace.path(&inner(name))).expect("it is there");
    }
    std::fs::remove_file(workspace.path("stateline.lock")).expect("it is there");
    let code = CODE.replace("pub struct Sum(u64);", "pub struct Sum(u32);");
    workspace.write(&inner("payments/src/lib.rs"), code);
    let manifest = workspace.path("moved/Cargo.toml");
    let manifest = manifest.to_str().expect("it is text");
    let ended = workspace.run(&["check", "--manifest-path", manifest, "--since", "main"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.all().contains("incompatible-step-data"), "{}", ended.all());
    assert!(ended.all().contains("`stateline.lock` is missing"), "{}", ended.all());
}

#[test]
fn an_entry_that_was_taken_out_by_hand_is_missed() {
    let workspace = locked();
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "first"]);
    let lock = workspace.read("stateline.lock");
    let (before, rest) = lock.split_once("process pay 1").expect("it is locked");
    let (_, after) = rest.split_once("\n\n").expect("another entry comes");
    workspace.write("stateline.lock", format!("{before}{after}"));
    workspace.write("stateline.yaml", MAP.replace("[screen, transfer]", "[transfer]"));
    let ended = workspace.run(&["lock"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(ended.all().contains("changed-in-flight-process"), "{}", ended.all());
}

#[test]
fn a_base_without_a_lock_is_said_to_have_none() {
    let workspace = locked();
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.git(&["add", "stateline.yaml"]);
    workspace.git(&["commit", "--quiet", "-m", "first"]);
    let ended = workspace.run(&["check", "--since", "HEAD"]);
    let note =
        "note: there was no stateline.lock where this branch and `HEAD` parted: nothing is compared with it";
    assert!(ended.all().contains(note), "{}", ended.all());
    assert_eq!(ended.code, Some(0), "{}", ended.all());
}

#[test]
fn types_are_locked_without_a_map() {
    let workspace = Workspace::without_map();
    // In the definition of a macro `$name` is no type; what a call of it makes is one.
    let made = "#[cfg(feature = \"none\")] mod gone { #[derive(serde::Serialize)] pub struct Gone(i32); #[derive(serde::Serialize)] pub struct Empty(); }\n\
        macro_rules! id { ($name:ident) => { #[derive(Serialize, Deserialize)] pub struct $name(u32); } }\nid!(Id);\n";
    let code = format!("{CODE}{made}");
    workspace.write("payments/src/lib.rs", &code);
    let ended = workspace.run(&["lock", "--types"]);
    assert_eq!(
        ended.out,
        "wrote stateline.lock  0 versions, 0 messages, 0 operations, 6 types\n",
        "{}",
        ended.all()
    );
    assert_eq!(workspace.run(&["lock", "--types", "--check"]).code, Some(0));
    assert!(workspace.read("stateline.lock").contains("newtype payments::Id: u32"));
    assert!(workspace.read("stateline.lock").contains("newtype payments::Gone: i32"));
    workspace.write("payments/src/lib.rs", code.replace("pub number: u64,", "pub number: u32,"));
    let ended = workspace.run(&["lock", "--types"]);
    assert_eq!(ended.code, Some(1), "{}", ended.all());
    assert!(
        ended.out.contains("incompatible-message") && ended.out.contains("`number` of `payments::Payment`"),
        "{}",
        ended.all()
    );
    assert!(ended.out.contains("cargo stateline lock --types --accept \"REASON\""), "{}", ended.all());
    let stale = workspace.run(&["lock", "--types", "--check"]);
    assert!(stale.out.contains("\n  cargo stateline lock --types\n      renews it\n"), "{}", stale.all());
}

#[test]
fn a_type_of_another_package_is_locked_by_its_whole_path() {
    let workspace = Workspace::without_map();
    let manifest = workspace.read("payments/Cargo.toml");
    let needs = "[dependencies]\nchrono = \"0.4\"\nuuid = \"1\"\nother = \"1\"\n";
    workspace.write("payments/Cargo.toml", manifest.replace("[dependencies]\n", needs));
    let code = "#[derive(serde::Serialize, serde::Deserialize)]\n\
        pub struct Day { pub at: chrono::NaiveDate, pub by: uuid::Uuid, pub of: other::part::Thing }\n";
    workspace.write("payments/src/lib.rs", code);
    let ended = workspace.run(&["lock", "--types"]);
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    let lock = workspace.read("stateline.lock");
    for line in ["at: chrono::NaiveDate", "by: uuid::Uuid", "of: opaque(other::part::Thing)"] {
        assert!(lock.contains(line), "{line}: {lock}");
    }
    for (was, is) in [("NaiveDate", "NaiveDateTime"), ("part::Thing", "whole::Thing")] {
        workspace.write("payments/src/lib.rs", code.replace(was, is));
        let ended = workspace.run(&["lock", "--types"]);
        assert_eq!(ended.code, Some(1), "{was}: {}", ended.all());
        assert!(ended.out.contains("`payments::Day`"), "{}", ended.all());
    }
}

/// What runs when a value is dropped, copied or put into a set writes nothing of it.
#[test]
fn what_does_not_write_is_not_told() {
    let code = |drop: &str, limit: &str| {
        format!(
            "fn log(_: &str) {{ {drop} }}\n\
             pub struct Sum(u64);\n\
             impl Drop for Sum {{ fn drop(&mut self) {{ log(\"gone\") }} }}\n\
             impl Clone for Sum {{ fn clone(&self) -> Sum {{ {drop} Sum(self.0) }} }}\n\
             impl std::hash::Hash for Sum {{ fn hash<H: std::hash::Hasher>(&self, to: &mut H) {{ {drop} }} }}\n\
             impl serde::Serialize for Sum {{ fn serialize<S: serde::Serializer>(&self, to: S) \
             -> Result<S::Ok, S::Error> {{ to.serialize_u64(self.0.min({limit})) }} }}"
        )
    };
    let workspace = Workspace::without_map();
    let manifest = workspace.read("payments/Cargo.toml");
    workspace.write("payments/Cargo.toml", format!("{manifest}serde = \"1\"\n"));
    workspace.write("payments/src/lib.rs", code("let _ = 1;", "9"));
    assert_eq!(workspace.run(&["lock", "--types"]).code, Some(0));
    workspace.write("payments/src/lib.rs", code("let _ = 2;", "9"));
    assert_eq!(workspace.run(&["lock", "--types", "--check"]).out, "current: stateline.lock\n");
    workspace.write("payments/src/lib.rs", code("let _ = 1;", "8"));
    assert_eq!(workspace.run(&["lock", "--types", "--check"]).code, Some(1));
}

/// Each pair differs in what is written, though no line of the type itself does.
#[test]
fn what_is_written_is_told_wherever_it_is_decided() {
    const BY_HAND: &str = "impl serde::Serialize for Sum { fn serialize<S: serde::Serializer>(&self, to: S) \
        -> Result<S::Ok, S::Error> { to.serialize_str(&self.text()) } }";
    const PRINTED: &str = "fn print<S: serde::Serializer>(sum: &Sum, to: S) -> Result<S::Ok, S::Error> \
        { to.collect_str(sum) }\n#[derive(serde::Serialize)]\npub struct Order { #[serde(serialize_with = \"print\")] pub sum: Sum }";
    const MODULES: &str = "pub mod old { #[derive(serde::Serialize, serde::Deserialize)] pub struct Sum { pub cents: u64 } }\n\
        pub mod new { #[derive(serde::Serialize, serde::Deserialize)] pub struct Sum { pub cents: String } }\n";
    let text = |body: &str| {
        format!("pub struct Sum(u64);\nimpl Sum {{ fn text(&self) -> String {{ {body} }} }}\n{BY_HAND}")
    };
    let shown = |body: &str| {
        let print = "fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result";
        format!("pub struct Sum(u64);\nimpl std::fmt::Display for Sum {{ {print} {{ {body} }} }}\n{PRINTED}")
    };
    let constant = |of: &str| format!("const SEPARATOR: &str = {of};\n{}", text("SEPARATOR.to_owned()"));
    let renamed = |ty: &str| {
        format!(
            "use serde::{{Deserialize as Read, Serialize as Write}};\n#[derive(Read, Write)]\npub struct Sum({ty});"
        )
    };
    let moved = |first: &str, second: &str| {
        let fields = format!("pub of: {first}::Sum, pub to: {second}::Sum");
        format!("{MODULES}#[derive(serde::Serialize, serde::Deserialize)]\npub struct Order {{ {fields} }}")
    };
    let by_macro = |ty: &str| {
        format!(
            "macro_rules! cents {{ () => {{ {ty} }} }}\n#[derive(serde::Serialize)]\npub struct Sum {{ pub cents: cents!() }}"
        )
    };
    let by_trait = |body: &str| {
        format!(
            "pub trait Text {{ fn text(&self) -> String; }}\npub struct Sum(u64);\nimpl Text for Sum {{ fn text(&self) -> String {{ {body} }} }}\n\
             fn print<S: serde::Serializer, T: Text>(sum: &T, to: S) -> Result<S::Ok, S::Error> {{ to.serialize_str(&sum.text()) }}\n\
             #[derive(serde::Serialize)]\npub struct Order {{ #[serde(serialize_with = \"print\")] pub sum: Sum }}"
        )
    };
    let compared = |body: &str| {
        format!(
            "impl PartialEq for Sum {{ fn eq(&self, other: &Sum) -> bool {{ {body} }} }}\n{}",
            text("if *self == Sum(0) { String::new() } else { self.0.to_string() }")
        )
    };
    let pairs = [
        ("a comparison", compared("self.0 == other.0"), compared("self.0 <= other.0")),
        ("an impl of a trait", by_trait("self.0.to_string()"), by_trait("format!(\"{} EUR\", self.0)")),
        ("a type that a macro makes", by_macro("u64"), by_macro("String")),
        ("a method", text("self.0.to_string()"), text("format!(\"{} EUR\", self.0)")),
        ("a constant", constant("\".\""), constant("\",\"")),
        ("Display", shown("write!(to, \"{}\", self.0)"), shown("write!(to, \"{} EUR\", self.0)")),
        ("a derive by another name", renamed("u64"), renamed("String")),
        ("another type of the name", moved("old", "new"), moved("new", "old")),
    ];
    for (what, was, is) in pairs {
        let workspace = Workspace::without_map();
        let manifest = workspace.read("payments/Cargo.toml");
        workspace.write("payments/Cargo.toml", format!("{manifest}serde = \"1\"\n"));
        workspace.write("payments/src/lib.rs", was);
        let ended = workspace.run(&["lock", "--types"]);
        assert_eq!(ended.code, Some(0), "{what}: {}", ended.all());
        workspace.write("payments/src/lib.rs", is);
        let ended = workspace.run(&["lock", "--types"]);
        assert_eq!(ended.code, Some(1), "{what}: {}", ended.all());
        assert!(ended.out.contains("incompatible-message"), "{what}: {}", ended.all());
    }
}
