//! An exception that does not say why, who, or until when.

use super::sandbox::Sandbox;
use super::{Findings, Found, Rule, RuleKind, describe_exception};
use crate::finding::Level;
use crate::graph::Graph;

pub(super) static RULE: Rule = Rule {
    name: "exception-without-reason",
    kind: RuleKind::Exception,
    summary: "an exception lacks its reason, its owner or its last day",
    level: Level::Error,
    page: include_str!("exception-without-reason.md"),
    check,
    plant,
};

fn check(graph: &Graph<'_>, findings: &mut Findings<'_>) {
    for entry in &graph.input.exceptions.entries {
        let said = |text: &Option<stateline_schema::Spanned<String>>| {
            text.as_ref().is_some_and(|text| !text.value.trim().is_empty())
        };
        let (lacking, add): (Vec<&str>, Vec<&str>) = [
            ("`reason`", "`reason: …` (why the code may stay)", said(&entry.reason)),
            ("`owner`", "`owner: …` (who removes the code)", said(&entry.owner)),
            ("`until`", "`until: YYYY-MM-DD` (the last day)", entry.until.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, what, there)| (!there).then_some((key, what)))
        .unzip();
        if lacking.is_empty() {
            continue;
        }
        let message =
            format!("the exception for {} has no {}", describe_exception(entry), lacking.join(", no "));
        let found = Found::new(message, graph.at_map(entry.span, "this exception"))
            .help(format!("add {}", add.join(", ")));
        findings.add(found);
    }
}

/// An exception without end.
fn plant(sandbox: &mut Sandbox<'_>) -> Option<String> {
    sandbox.exception(None);
    Some("an exception without end".to_owned())
}
