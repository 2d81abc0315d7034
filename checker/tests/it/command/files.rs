//! What a command writes is whole, or as it was: killed in the middle, and where the disk is full.
#![cfg(unix)]

use super::workspace::{Ended, Workspace};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

/// The files that commands write.
const WRITTEN: [&str; 9] = [
    "stateline.yaml",
    "stateline.exceptions.yaml",
    "AGENTS.md",
    "stateline.schema.json",
    "stateline.lock",
    "stateline.map.lock",
    "pictures/map.light.svg",
    "comment.md",
    "rules.txt",
];

/// Each command that writes into the workspace, and so many kilobytes that a file of its may have: the base, which
/// some write out, is shorter.
const COMMANDS: [(u8, &[&str]); 10] = [
    (0, &["init", "--force"]),
    (1, &["permit", "payments", "ledger"]),
    (1, &["permit", "--revoke", "payments", "ledger::load_account", REASON, OWNER, "--until=2099-01-01"]),
    (1, &["renew", OWNER]),
    (1, &["generate", "instructions"]),
    (1, &["generate", "schema"]),
    (0, &["lock"]),
    (0, &["map", "--format", "svg", "--out", "pictures"]),
    (0, &["check", "--since", "HEAD", "--comment", "comment.md"]),
    (0, &["list", "rules", "--output", "rules.txt"]),
];

const REASON: &str = "--reason=it moves";
const OWNER: &str = "--owner=ada";

/// A map that is kept but for an exception, each file with two kilobytes of somebody's own words.
fn workspace() -> Workspace {
    let workspace = Workspace::broken().committed();
    let own = format!("# {}\n", "A line of our own. ".repeat(110));
    let exceptions = "\
stateline: 1
exceptions:
  - edge: payments -> ledger::set_balance
    reason: observed
    owner: ada
    until: 2099-01-01
  - edge: payments -> ledger::gone
    reason: observed
    owner: ada
    until: 2099-01-01
";
    let map = workspace.read("stateline.yaml");
    for (file, text) in
        [("stateline.yaml", map.as_str()), ("stateline.exceptions.yaml", exceptions), ("AGENTS.md", "")]
    {
        workspace.write(file, format!("{own}{text}"));
    }
    workspace.write("pictures/ours.md", "");
    workspace.write("rules.txt", "ours\n");
    // It writes Cargo.lock, which is none of our business.
    workspace.run(&["check"]);
    workspace
}

fn contents(workspace: &Workspace) -> Vec<Option<String>> {
    WRITTEN.iter().map(|file| std::fs::read_to_string(workspace.path(file)).ok()).collect()
}

fn entries(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).expect("it is there").flatten();
    let mut names: Vec<_> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Where no file may be longer.
fn limited(workspace: &Workspace, before: &str, kilobytes: u8, arguments: &[&str]) -> Ended {
    // In a shell's blocks of 512 bytes.
    let script = format!("{before} ulimit -f {}; exec \"$0\" \"$@\"", 2 * kilobytes);
    let mut command = Command::new("sh");
    command
        .args(["-c", &script, env!("CARGO_BIN_EXE_cargo-stateline"), "stateline"])
        .args(arguments)
        .arg("--no-cache");
    let output = command.current_dir(workspace.root()).output().expect("there is a shell");
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ended { code: output.status.code(), out: told(&output.stdout), err: told(&output.stderr) }
}

#[test]
fn each_command_writes_where_there_is_room() {
    for (_, arguments) in COMMANDS {
        let workspace = workspace();
        let before = contents(&workspace);
        let ended = workspace.run(arguments);
        assert!(contents(&workspace) != before, "{arguments:?} writes nothing: {}", ended.all());
    }
}

#[test]
fn what_is_killed_in_the_middle_leaves_files_as_they_were() {
    for (kilobytes, arguments) in COMMANDS {
        let workspace = workspace();
        let before = contents(&workspace);
        let ended = limited(&workspace, "", kilobytes, arguments);
        assert_eq!(ended.code, None, "{arguments:?} goes on: {}", ended.all());
        assert!(contents(&workspace) == before, "{arguments:?} changes a file");
    }
}

#[test]
fn a_full_disk_is_an_error_that_leaves_everything_as_it_was() {
    for (kilobytes, arguments) in COMMANDS {
        let workspace = workspace();
        let names = || [workspace.root(), workspace.path("pictures")].map(|folder| entries(&folder));
        let (before, there) = (contents(&workspace), names());
        let ended = limited(&workspace, "trap '' XFSZ;", kilobytes, arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}: {}", ended.all());
        assert!(ended.err.contains("cannot be written"), "{arguments:?}: {}", ended.all());
        assert!(contents(&workspace) == before, "{arguments:?} changes a file");
        assert_eq!(names(), there, "{arguments:?}");
    }
}

#[test]
fn links_and_permissions_stay() {
    let workspace = workspace();
    let map = workspace.path("stateline.yaml");
    std::fs::rename(&map, workspace.path("ours.yaml")).expect("it can be moved");
    symlink("ours.yaml", &map).expect("a link can be made");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(workspace.path("ours.yaml"), mode).expect("it is ours");
    let before = workspace.read("ours.yaml");
    workspace.run(&["permit", "payments", "ledger"]);
    assert!(map.symlink_metadata().expect("it is there").is_symlink());
    assert_ne!(workspace.read("ours.yaml"), before);
    let data = workspace.path("ours.yaml").metadata().expect("it is there");
    assert_eq!(data.permissions().mode() & 0o777, 0o640);
    // One that leads to nothing yet leads to the new file.
    std::fs::remove_file(workspace.path("ours.yaml")).expect("it is ours");
    workspace.run(&["init", "--force"]);
    assert!(map.symlink_metadata().expect("it is there").is_symlink());
    assert!(workspace.read("ours.yaml").contains("contexts:"));
}

/// A byte order mark, line ends of another system, deep and uneven indentation, comments, tabs and blanks at the
/// end of lines, quotes, no end of the last line: what an edit does not mean stays as it is.
#[test]
fn each_byte_that_is_not_meant_stays() {
    let workspace = Workspace::broken();
    let map = "\u{feff}# Ours\t\r\nstateline:    1\r\ncontexts:\r\n     payments:   {owns:   [payments]}   # pays\r\n\r\n     ledger:\r\n            owns:  \r\n                 - 'ledger'\r\nexceptions_at_most:   9  # few";
    let exceptions = "\u{feff}# Ours\r\nstateline: 1\r\nexceptions:\r\n   -   edge:   \r\n         -    payments -> ledger::load_account\r\n         - \"payments -> ledger::set_balance\"  # two\r\n       reason:  observed  \r\n       owner: ada\r\n       until: 2099-01-01\r\n   - { edge: payments -> ledger::gone,   reason: y, owner: bo, until: 2099-01-01 }";
    let agents = "\u{feff}# Agents\r\n\r\n\tOur own.  \r\nlast line";
    workspace.write("stateline.yaml", map);
    workspace.write("stateline.exceptions.yaml", exceptions);
    workspace.write("AGENTS.md", agents);
    let workspace = workspace.committed();

    let kept = |map: &str, exceptions: &str, after: &Ended| {
        assert_eq!(after.code, Some(0), "{}", after.all());
        assert_eq!(workspace.read("stateline.yaml"), map);
        assert_eq!(workspace.read("stateline.exceptions.yaml"), exceptions);
    };
    let renewed = exceptions.split("   - { edge").next().expect("it begins");
    let fewer = map.replace("9  # few", "2  # few");
    kept(&fewer, renewed, &workspace.run(&["renew", OWNER]));
    let permitted = renewed.replace("         -    payments -> ledger::load_account\r\n", "");
    let with_call = fewer.replace("[payments]}", "[payments], calls: { ledger: [load_account] }}");
    kept(&with_call, &permitted, &workspace.run(&["permit", "payments", "ledger::load_account"]));
    let until = "--until=2099-01-01";
    let revoke = ["permit", "--revoke", "payments", "ledger::load_account", REASON, OWNER, until];
    let back = "   - edge:\r\n       - payments -> ledger::load_account\r\n     reason: it moves\r\n     owner: ada\r\n     until: 2099-01-01\r\n";
    let revoked = permitted.replace("exceptions:\r\n", &format!("exceptions:\r\n{back}"));
    kept(&fewer, &revoked, &workspace.run(&revoke));

    assert_eq!(workspace.run(&["generate", "instructions"]).code, Some(0));
    let told = workspace.read("AGENTS.md");
    assert!(told.starts_with(&format!("{agents}\r\n\r\n<!-- stateline: begin -->\r\n")), "{told:?}");
    assert_eq!(told.matches('\n').count(), told.matches("\r\n").count(), "{told:?}");
    // Git may give a file other line ends on each system.
    workspace.write("AGENTS.md", told.replace("\r\n", "\n"));
    assert_eq!(workspace.run(&["generate", "schema"]).code, Some(0));
    workspace.write("stateline.schema.json", workspace.read("stateline.schema.json").replace('\n', "\r\n"));
    for what in ["instructions", "schema"] {
        let ended = workspace.run(&["generate", what, "--check"]);
        assert_eq!(ended.code, Some(0), "{}", ended.all());
    }
}

#[test]
fn a_device_takes_what_is_written() {
    let ended = workspace().run(&["list", "rules", "--output", "/dev/null"]);
    assert_eq!((ended.code, ended.all().lines().count()), (Some(0), 1), "{}", ended.all());
}

#[test]
fn lines_end_as_they_did() {
    let workspace = workspace();
    for file in ["stateline.yaml", "stateline.exceptions.yaml"] {
        workspace.write(file, workspace.read(file).replace('\n', "\r\n"));
    }
    workspace.run(&["permit", "payments", "ledger"]);
    let map = workspace.read("stateline.yaml");
    assert!(map.contains("set_balance"), "{map}");
    assert_eq!(map.matches('\n').count(), map.matches("\r\n").count(), "{map:?}");
}
