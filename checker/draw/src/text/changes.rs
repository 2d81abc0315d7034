//! What a map has won and lost, line by line.

use crate::diff::{Change, Diff, Mail, Permit};
use crate::terminal::{BAD, DOUBTFUL, GOOD, STRONG, TextStyle, clean};
use anstyle::Style;

pub(super) fn changes(diff: &Diff, style: &TextStyle) -> String {
    let title = format!("the map since {}", clean(&diff.since));
    let mut text = format!("{}\n", style.paint(STRONG, &title));
    if diff.is_empty() {
        return text + "  nothing has changed\n";
    }
    let mut line = |sign: &str, color: Style, words: &str| {
        let lines = style.wrap(&clean(words), &format!("  {sign} "), "      ");
        text.push_str(&format!("{}\n", style.paint(color, &lines)));
    };
    for (sign, color, words) in
        [("+", GOOD, all(diff, |change| change.won)), ("-", BAD, all(diff, |change| change.lost))]
    {
        words.iter().for_each(|words| line(sign, color, words));
    }
    for one in &diff.changed {
        let shown = |words: &str| if words.is_empty() { "nothing".to_owned() } else { words.to_owned() };
        let (before, after) = (shown(&one.before), shown(&one.after));
        let words = format!("{} {}: {} was {before}, is {after}", one.kind, one.name, one.what);
        line("~", DOUBTFUL, &words);
    }
    text
}

/// Everything that was won, or that was lost, as `pick` says.
fn all(diff: &Diff, pick: fn(Change<String>) -> Vec<String>) -> Vec<String> {
    let permits = |kind: &'static str| {
        move |Permit { from, to, item }: &Permit| format!("{kind} {from} → {to}: {item}")
    };
    let mail = |verb: &'static str| move |Mail { context, topic }: &Mail| format!("{context} {verb} {topic}");
    let name = |kind: &'static str| move |name: &String| format!("{kind} {name}");
    let mut found = pick(each(&diff.contexts, name("context")));
    found.extend(pick(each(&diff.calls, permits("call"))));
    found.extend(pick(each(&diff.uses, permits("use"))));
    found.extend(pick(each(&diff.topics, name("topic"))));
    found.extend(pick(each(&diff.publishes, mail("publishes"))));
    found.extend(pick(each(&diff.subscribes, mail("subscribes"))));
    found.extend(pick(each(&diff.processes, name("process"))));
    found
}

fn each<T>(change: &Change<T>, render: impl Fn(&T) -> String) -> Change<String> {
    Change { won: change.won.iter().map(&render).collect(), lost: change.lost.iter().map(&render).collect() }
}
