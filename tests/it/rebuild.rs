//! A changed map is a reason to build again, whichever of its files changed.

use stateline_cases::cargo::{check, read, write, write_manifest};
use std::path::{Path, PathBuf};

const MAP: &str = "\
stateline: 1
contexts:
  payments: { file: payments/stateline.context.yaml }
  ledger: { owns: [ledger] }
processes:
  payout: { context: payments, version: 1, steps: [unload] }
";

const PART: &str = "\
stateline: 1
context: payments
owns: [payments]
calls: { ledger: [load_account] }
";

const LEDGER: &str = "\
#[stateline::operation(effect = \"read\")]
pub fn load_account(amount: u64) -> u64 { amount }
";

const PAYMENTS: &str = "\
#[stateline::step(process = \"payout\", calls(ledger::load_account))]
pub async fn unload(amount: u64, _: &impl UnloadCtx) -> u64 { amount }
stateline::process!(pub payout);
";

#[test]
fn a_changed_map_is_compiled_against() {
    let here = workspace();
    let (map, part) = (here.join("stateline.yaml"), here.join("payments/stateline.context.yaml"));
    let _ = std::fs::remove_file(here.join("stateline.lock"));
    assert_eq!(errors(&here), "");
    assert!(!rebuilt(&here), "nothing has changed");

    // Touched only.
    std::fs::write(&map, read(&map)).expect("the map can be written");
    assert!(rebuilt(&here), "the map was touched");
    assert!(!rebuilt(&here), "and has been built against");

    // The part beside the code forbids the call.
    write(&part, &PART.replace("calls: { ledger: [load_account] }\n", ""));
    assert!(
        errors(&here).contains("`payments` is not allowed to call `ledger::load_account`"),
        "{}",
        errors(&here)
    );
    write(&part, PART);
    assert_eq!(errors(&here), "");

    // The map knows another step.
    write(&map, &MAP.replace("[unload]", "[reload]"));
    assert!(errors(&here).contains("the process `payout` has no step `unload`"), "{}", errors(&here));
    write(&map, MAP);
    assert_eq!(errors(&here), "");
    a_lock_is_built_in_where_there_is_one(&here);
}

fn a_lock_is_built_in_where_there_is_one(here: &Path) {
    let lock = here.join("stateline.lock");
    let entry = "process payout 1:\n  step unload: u64 -> u64\n    takes: u64\n    returns: u64";
    let seal = |text: &str| {
        let (first, rest) = text.split_once('\n').expect("it has steps");
        format!(
            "stateline lock 1\n\n{first}  #{:016x}\n{rest}\n",
            stateline_schema::entries::fingerprint(text.as_bytes())
        )
    };
    // A lock that comes is looked for when the map or the code changes.
    write(&lock, &seal(entry));
    std::fs::write(here.join("stateline.yaml"), MAP).expect("the map can be written");
    assert!(rebuilt(here), "the map was touched");
    assert!(!rebuilt(here), "and has been built against");

    write(&lock, &seal(&entry.replace("u64", "u32")));
    assert!(rebuilt(here), "the lock changed");
    assert!(!rebuilt(here), "and has been built against");

    write(&lock, &seal(entry).replace("takes: u64", "takes: u32"));
    let told =
        "stateline.lock:3:1: `process payout 1` was edited by hand, or damaged: restore the committed lock";
    assert!(errors(here).contains(told), "{}", errors(here));

    std::fs::remove_file(&lock).expect("it is there");
    assert_eq!(errors(here), "");
}

fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild");
    write_manifest(&here, &["payments".into(), "ledger".into()], "ledger = { path = \"ledger\" }\n");
    for (name, uses, text) in [("ledger", "", LEDGER), ("payments", "ledger.workspace = true\n", PAYMENTS)] {
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             stateline.workspace = true\n{uses}"
        );
        write(&here.join(name).join("Cargo.toml"), &manifest);
        write(&here.join(name).join("src/lib.rs"), text);
    }
    write(&here.join("stateline.yaml"), MAP);
    write(&here.join("payments/stateline.context.yaml"), PART);
    here
}

/// The errors of the code, in the compiler's words.
fn errors(here: &Path) -> String {
    let (lines, others) = check(here);
    let messages: Vec<&str> = lines.lines().filter(|line| line.contains("\"level\":\"error\"")).collect();
    assert!(!messages.is_empty() || others.contains("Finished"), "{others}");
    messages.join("\n")
}

/// Whether the step's crate was compiled again.
fn rebuilt(here: &Path) -> bool {
    check(here).1.contains("Checking payments ")
}
