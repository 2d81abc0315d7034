//! Everything that is said to users of the map, the rules and the macros, on one page, so that it can be read in
//! one go. It is taken from the tests that have each message: cases of rules, mistakes of maps, what the compiler
//! says.

use cargo_stateline::rules::RULES;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// `STATELINE_RENEW=1 cargo test -p cargo-stateline --test it messages` writes it.
#[test]
fn the_page_of_messages_has_all_that_tests_have() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the repository");
    let page = format!("{HEAD}{}{}{}", of_rules(root), of_maps(root), of_macros(root));
    let path = root.join("docs/messages.md");
    if std::env::var_os("STATELINE_RENEW").is_some() {
        std::fs::write(&path, &page).expect("it can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == page, "docs/messages.md is stale: run this test with STATELINE_RENEW=1");
}

/// Each contract of another tool is shown by a case or a rule's page, which are tests.
#[test]
fn each_contract_of_another_tool_is_shown_by_a_test() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("it has one").join("docs");
    let page = read(&docs.join("laws.md"));
    let links: Vec<&str> =
        page.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect();
    assert!(links.len() > 30, "the table is there");
    let rows = page.lines().filter(|line| line.starts_with('|')).skip(2);
    for row in rows.filter(|row| !row.contains("](")) {
        let is_none =
            ["not supported", "there is no l", "warns of code"].iter().any(|told| row.contains(told));
        assert!(is_none, "no test shows this: {row}");
    }
    for link in links {
        assert!(docs.join(link).is_file(), "{link} is not there");
    }
}

const HEAD: &str = "\
# Messages

What rules, the map's reader and macros say, as tests have it: the message, and below it the help. This page is
generated; `STATELINE_RENEW=1 cargo test -p cargo-stateline --test it messages` writes it.
";

/// By rule, from the last block of each case.
fn of_rules(root: &Path) -> String {
    let mut text = String::from("\n## Rules\n");
    for rule in RULES {
        let mut said: BTreeSet<(String, String)> = BTreeSet::new();
        let prefix = format!("{}: ", rule.name);
        for case in files(&root.join("checker/tests/cases"), "md") {
            let case = read(&case);
            let (_, found) = case.rsplit_once("```text\n").unwrap_or_default();
            let mut lines = found.lines().peekable();
            while let Some(line) = lines.next() {
                let Some(message) = line.strip_prefix(&prefix) else { continue };
                let mut help = "";
                while let Some(more) = lines.next_if(|line| line.starts_with("  ")) {
                    help = more.strip_prefix("  = ").unwrap_or(help);
                }
                said.insert((message.to_owned(), help.to_owned()));
            }
        }
        if !said.is_empty() {
            let _ = writeln!(text, "\n### {}\n", rule.name);
            said.iter().for_each(|(message, help)| text.push_str(&entry(message, help)));
        }
    }
    text
}

/// From the marks under mistaken maps: `#   ^^^ message | help @ line:column words`.
fn of_maps(root: &Path) -> String {
    let mut said: BTreeSet<(String, String)> = BTreeSet::new();
    for file in files(&root.join("schema/tests/mistakes"), "yaml") {
        for line in read(&file).lines() {
            let Some(rest) = line.strip_prefix('#').map(str::trim_start) else { continue };
            let Some(rest) = rest.strip_prefix(['^', '<', '!']) else { continue };
            let rest = rest.trim_start_matches(['^', '<', '!']).trim();
            let rest = rest.split(" @ ").next().unwrap_or_default();
            let (message, help) = rest.split_once(" | ").unwrap_or((rest, ""));
            said.insert((message.to_owned(), help.to_owned()));
        }
    }
    let all: String = said.iter().map(|(message, help)| entry(message, help)).collect();
    format!("\n## The map and its exceptions\n\n{all}")
}

/// From what the compiler says of each misuse.
fn of_macros(root: &Path) -> String {
    let mut said: BTreeSet<String> = BTreeSet::new();
    for file in files(&root.join("tests/ui"), "stderr") {
        let text = read(&file);
        let messages = text.lines().filter_map(|line| {
            line.strip_prefix("error: ").or_else(|| line.strip_prefix("error[E0080]: evaluation panicked: "))
        });
        said.extend(messages.filter(|message| !message.starts_with("aborting")).map(str::to_owned));
    }
    let all: String = said.iter().map(|message| entry(message, "")).collect();
    format!("\n## Macros\n\n{all}")
}

/// As code, since a message may hold whatever Markdown takes for its own.
fn entry(message: &str, help: &str) -> String {
    let help = if help.is_empty() { String::new() } else { format!("\n  = help: {help}") };
    format!("```text\n{message}{help}\n```\n")
}

/// The files that end so, in a folder and below, by name.
fn files(folder: &Path, ends: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => found.extend(files(&path, ends)),
            false => found.extend(path.extension().is_some_and(|end| end == ends).then_some(path)),
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it is text").replace("\r\n", "\n")
}
