//! What a map has gained and lost, for a comment on a pull request.

use super::{Table, code, codes, escape};
use crate::HEAD;
use crate::diff::{Change, Diff, Mail, Permit};
use crate::mermaid;
use std::collections::BTreeMap;

pub(super) fn changes(diff: &Diff) -> String {
    let mut text = format!("<!-- {HEAD} -->\n## The map since {}\n", code(&diff.since));
    if diff.is_empty() {
        text.push_str("\nNothing has changed.\n");
        return text;
    }
    text.push_str(&listed(diff).rows());
    let mut changed = Table::new(&["", "what", "before", "now"]);
    for one in &diff.changed {
        let name = format!("{} {}", one.kind, code(&one.name));
        changed.row([name, one.what.to_owned(), escape(&one.before), escape(&one.after)]);
    }
    text.push_str(&changed.rows());
    text.push_str(&format!("\n```mermaid\n{}```\n", mermaid::changes(diff)));
    text
}

fn listed(diff: &Diff) -> Table {
    let mut table = Table::new(&["", "gained", "lost"]);
    let mut row = |title: &str, change: Change<String>| {
        if !(change.gained.is_empty() && change.lost.is_empty()) {
            table.row([title.to_owned(), change.gained.join("<br>"), change.lost.join("<br>")]);
        }
    };
    let names = |change: &Change<String>| each(change, |names| names.iter().map(|name| code(name)).collect());
    row("contexts", names(&diff.contexts));
    row("calls", each(&diff.calls, permits));
    row("uses", each(&diff.uses, permits));
    row("topics", names(&diff.topics));
    row("publishes", each(&diff.publishes, mail));
    row("subscribes", each(&diff.subscribes, mail));
    row("processes", names(&diff.processes));
    table
}

fn each<T>(change: &Change<T>, render: impl Fn(&[T]) -> Vec<String>) -> Change<String> {
    Change { gained: render(&change.gained), lost: render(&change.lost) }
}

/// A line for each two contexts.
fn permits(all: &[Permit]) -> Vec<String> {
    let mut by_ends: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for Permit { from, to, item } in all {
        by_ends.entry((from, to)).or_default().push(item);
    }
    let line = |((from, to), items): ((&str, &str), Vec<&str>)| {
        format!("{} → {}: {}", code(from), code(to), codes(items))
    };
    by_ends.into_iter().map(line).collect()
}

fn mail(all: &[Mail]) -> Vec<String> {
    all.iter().map(|Mail { context, topic }| format!("{}: {}", code(context), code(topic))).collect()
}
