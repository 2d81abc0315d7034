//! The lock is not what the code would have locked.

use super::sandbox::Sandbox;
use super::since_lock::locked;
use super::{Findings, Found, Rule, RuleKind};
use crate::finding::Level;
use crate::graph::Graph;
use crate::lock::{changes, current, has_more};
use stateline_schema::Span;
use stateline_schema::lock::Lock;
use stateline_schema::shape::{Body, Definition};

pub(super) static RULE: Rule = Rule {
    name: "stale-lock",
    kind: RuleKind::Time,
    summary: "the lock is not current",
    level: Level::Error,
    page: include_str!("stale-lock.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    let Some(lock) = graph.input.lock else {
        if graph.input.base.is_some() {
            findings.add(gone(graph));
        }
        return;
    };
    // What is unsafe is decided first; whoever accepts it renews the lock.
    let undecided =
        graph.input.base.is_none() && changes(graph).iter().any(|change| change.verdict.is_unsafe());
    if undecided {
        return;
    }
    let tree = current(graph, has_more(lock));
    if lock.says_the_same(&tree) {
        return;
    }
    let (what, at) = first_difference(lock, &tree);
    findings.add(
        Found::new(format!("`stateline.lock` is not current: {what}"), graph.at_map(at, "locked here"))
            .help("run `cargo stateline lock`, and commit the lock with the change"),
    );
}

/// The revision has a lock, and the tree has none.
fn gone(graph: &Graph<'_>) -> Found {
    let map = graph.input.map;
    let process = map.processes.names().next().map(|name| name.span);
    let at = process.or_else(|| map.contexts.names().next().map(|name| name.span)).unwrap_or_default();
    Found::new("`stateline.lock` is missing", graph.at_map(at, "the processes were locked before")).help(
        "restore `stateline.lock` from the revision that is compared with, then run `cargo stateline lock`",
    )
}

/// The first entry that is another one, in words, and its place in the lock.
fn first_difference(lock: &Lock, tree: &Lock) -> (String, Span) {
    fn entries(lock: &Lock) -> Vec<(String, String, Span)> {
        let one = |part: Lock, name: String, at: Span| (name, part.hash().to_string(), at);
        let processes = lock.processes.iter().map(|(key, it)| {
            let part = Lock { processes: [(key.clone(), it.clone())].into(), ..Lock::default() };
            one(part, format!("version {} of `{}`", key.1, key.0), it.name.span)
        });
        let messages = lock.messages.iter().map(|(key, it)| {
            let part = Lock { messages: [(key.clone(), it.clone())].into(), ..Lock::default() };
            one(part, format!("the message of `{key}`"), it.topic.span)
        });
        let operations = lock.operations.iter().map(|(key, it)| {
            let part = Lock { operations: [(key.clone(), it.clone())].into(), ..Lock::default() };
            one(part, format!("the operation `{key}`"), it.name.span)
        });
        let types = lock.types.iter().map(|(key, it)| {
            let part = Lock { types: [(key.clone(), it.clone())].into(), ..Lock::default() };
            one(part, format!("the type `{key}`"), it.name.span)
        });
        processes.chain(messages).chain(operations).chain(types).collect()
    }
    let (old, new) = (entries(lock), entries(tree));
    for (name, hash, at) in &old {
        match new.iter().find(|(other, ..)| other == name) {
            None => return (format!("{name} was removed"), *at),
            Some((_, now, _)) if now != hash => return (format!("{name} changed"), *at),
            Some(_) => {}
        }
    }
    let first = old.first().map(|(.., at)| *at).unwrap_or_default();
    let added = new.iter().find(|(name, ..)| old.iter().all(|(other, ..)| other != name));
    (added.map_or_else(|| "it changed".to_owned(), |(name, ..)| format!("{name} is new")), first)
}

/// A type was locked that nobody wrote.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    let mut lock = locked(sandbox);
    let name = "planted::Planted".to_owned();
    let definition = Definition {
        name: super::sandbox::planted(&name),
        body: Body::Opaque { code: 0, below: Vec::new() },
    };
    lock.types.insert(name, definition);
    sandbox.lock = Some(lock);
    Some("a type is locked that is not there".to_owned())
}
