//! What a run looked at, for people.

use crate::rules::Survey;
use stateline_draw::terminal::{FAINT, TextStyle, clean};
use stateline_rust::{Counted, Coverage, UnresolvedKind};

impl Survey {
    /// One short line for each kind of thing.
    pub fn render(&self, style: &TextStyle) -> String {
        let mut text = String::new();
        for (name, value) in self.lines() {
            let first = format!("  {name:<12} ");
            let lines = style.wrap(&clean(&value), &first, &" ".repeat(first.len()));
            text.push_str(&lines.replacen(&first, &style.paint(FAINT, &first), 1));
            text.push('\n');
        }
        text
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![
            ("contexts", number(self.contexts) + &beside(self.external, "external")),
            (
                "files",
                format!("{} owned of {} read", number(self.files_owned), number(self.files_read))
                    + &beside(self.files_unreached, "that no target reaches"),
            ),
            (
                "edges",
                format!(
                    "{} used of {} permitted, {} crossings",
                    number(self.edges_used),
                    number(self.edges_permitted),
                    number(self.crossings)
                ),
            ),
            (
                "permissions",
                format!("{} used of {}", number(self.permissions_used), number(self.permissions)),
            ),
            ("topics", number(self.topics)),
            ("processes", number(self.processes) + &beside(self.steps, "steps")),
        ];
        lines.extend((self.step_ends > 0).then(|| {
            let calls = count(self.step_ends, "call");
            ("step ends", format!("{calls} into code that is not read: cargo stateline explain STEP"))
        }));
        lines.extend(self.locked.iter().map(|locked| {
            let counts = [
                count(locked.versions, "version"),
                count(locked.messages, "message"),
                count(locked.operations, "operation"),
            ];
            let accepted = (locked.accepted > 0)
                .then(|| format!(", {} accepted", count(locked.accepted, "unsafe change")));
            ("lock", counts.join(", ") + &accepted.unwrap_or_default())
        }));
        if self.locked.is_none() && self.processes > 0 {
            lines.push((
                "lock",
                "none: changes to what is in flight are not checked; run `cargo stateline lock`".to_owned(),
            ));
        }
        let harmless = self.locked.iter().flat_map(|locked| &locked.harmless);
        lines.extend(harmless.map(|change| ("changed", change.clone())));
        lines.extend((!self.rules_off.is_empty()).then(|| ("rules off", self.rules_off.join(", "))));
        lines.extend([
            ("exceptions", self.exceptions()),
            ("resolved", paths_and_members(self.coverage.paths_resolved, self.coverage.members_resolved)),
            ("outside", outside(&self.coverage)),
            ("unresolved", unresolved(&self.coverage)),
        ]);
        lines.extend(self.ending_soon.iter().take(ENDINGS).map(|ending| {
            let items =
                if ending.items == 1 { String::new() } else { format!(", {}", count(ending.items, "item")) };
            let owner = ending.owner.iter().map(|owner| format!(", {owner}")).collect::<String>();
            ("ends soon", format!("{}: {}{items}{owner}", ending.until, ending.what))
        }));
        lines.extend(self.ending_soon.len().checked_sub(ENDINGS).filter(|left| *left > 0).map(|left| {
            let edges = count(left, "more edge");
            ("ends soon", format!("{edges}: cargo stateline list exceptions"))
        }));
        lines
    }

    fn exceptions(&self) -> String {
        let expiry =
            self.next_expiry.as_ref().map_or(String::new(), |day| format!(", the next ends on {day}"));
        let what = if self.tolerated == 1 { "finding tolerated" } else { "findings tolerated" };
        number(self.exceptions) + &beside(self.tolerated, what) + &expiry
    }
}

/// So many coming ends of exceptions are listed.
const ENDINGS: usize = 5;

/// So many of something.
pub fn count(count: usize, what: &str) -> String {
    format!("{} {what}{}", number(count), if count == 1 { "" } else { "s" })
}

/// What goes with a count, unless there is none of it.
fn beside(count: usize, what: &str) -> String {
    if count == 0 { String::new() } else { format!(", {} {what}", number(count)) }
}

fn paths_and_members(paths: u64, members: u64) -> String {
    format!("{} paths, {} methods and fields", number(paths), number(members))
}

/// What leads out of the workspace.
fn outside(of: &Coverage) -> String {
    let generated = of.of(UnresolvedKind::GeneratedPath);
    let told = paths_and_members(of.outside(Counted::Path) - generated, of.outside(Counted::Member));
    match generated {
        0 => told,
        some => format!("{told}, {} {}", number(some), UnresolvedKind::GeneratedPath.plural()),
    }
}

/// Each kind of which there is some.
fn unresolved(of: &Coverage) -> String {
    let kinds = UnresolvedKind::all().filter(|kind| !kind.is_outside() && of.of(*kind) > 0);
    let told: Vec<_> = kinds.map(|kind| format!("{} {}", number(of.of(kind)), kind.plural())).collect();
    if told.is_empty() { "nothing".to_owned() } else { told.join(", ") }
}

/// With a comma between thousands.
pub fn number(count: impl TryInto<u64>) -> String {
    let digits = count.try_into().unwrap_or(u64::MAX).to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas() {
        assert_eq!([0_u64, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }
}
