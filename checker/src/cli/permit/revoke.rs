//! `permit --revoke`: a permission goes, and what still needs it becomes an exception with an end.

use super::outcome::Standing;
use super::texts::Texts;
use super::{Date, Done, Failure, Failures, New, Permit, Selector, Work, context, count};
use crate::graph::permission::{Grant, GrantKind};
use crate::graph::{GrantId, Graph};
use std::collections::BTreeMap;

pub(super) fn run(work: &Work<'_>, options: &Permit, mut texts: Texts) -> Result<Done, Failures> {
    let said = |text: &Option<String>, option: &str| {
        text.clone().filter(|text| !text.trim().is_empty()).ok_or_else(|| {
            Failure::new(format!("`--revoke` needs `{option}`")).help(
                "code that still needs the permission gets an exception, which needs a reason, an owner and a last day",
            )
        })
    };
    let (reason, owner) = (said(&options.reason, "--reason")?, said(&options.owner, "--owner")?);
    let until = said(&options.until, "--until")?;
    Date::parse(&until).map_err(|wrong| Failure::new(format!("--until: {wrong}")))?;
    let (grants, before) = work.under(&work.mapping, |graph| {
        Ok::<_, Failures>((revoked(graph, &options.from, &options.to)?, Standing::of(graph)))
    })?;
    let mut lines = Vec::new();
    let mut lists: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for revoked in &grants {
        let keys = revoked.grant.code.key().into_iter().chain([revoked.key(), revoked.to.as_str()]);
        lists.entry(keys.collect()).or_default().push(&revoked.grant.text);
    }
    for (keys, items) in &lists {
        texts.remove(&work.mapping.map, &options.from, keys, items)?;
        let verb = if keys.contains(&"calls") { "call" } else { "use" };
        let to = keys.last().copied().unwrap_or_default();
        lines.push(format!("{} may no longer {verb} {} of {to}", options.from, items.join(", ")));
    }
    let mapping = texts.mapping(&work.mapping)?;
    let after = work.under(&mapping, Standing::of);
    let mut by_edge: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (from, to, item) in after.newly_wrong(&before) {
        by_edge.entry((from.clone(), to)).or_default().push(format!("{from} -> {item}"));
    }
    let needed: usize = by_edge.values().map(Vec::len).sum();
    let new: Vec<New> = by_edge
        .into_values()
        .map(|edges| New {
            edges,
            rule: None,
            reason: reason.clone(),
            owner: owner.clone(),
            until: until.clone(),
        })
        .collect();
    let kept: Vec<_> = work.exceptions.entries.iter().map(unchanged).collect();
    let homes = work.under(&work.mapping, |graph| work.files.homes(graph));
    let exceptions = work.files.changed(&work.exceptions, &kept, &new, &homes)?;
    let patch = work.write(&texts, &exceptions, options.dry_run)?;
    lines.insert(0, texts.names());
    lines.push(match needed {
        0 => "no code needs it any more".to_owned(),
        needed => {
            format!(
                "{} in {}, owner {owner}, until {until}",
                count(needed, "item"),
                work.files.names(&exceptions)
            )
        }
    });
    Ok(Done::Written { patch, lines })
}

fn unchanged(entry: &stateline_schema::Exception) -> super::Changed {
    super::Changed { items: vec![None; entry.tolerates.len()], reason: None }
}

/// An entry of the map that goes.
struct Revoked {
    grant: Grant,
    to: String,
}

impl Revoked {
    fn key(&self) -> &'static str {
        match self.grant.kind {
            GrantKind::Call => "calls",
            GrantKind::Use | GrantKind::Message => "uses",
        }
    }
}

/// The entries of `calls` and `uses` that were asked for.
fn revoked(graph: &Graph<'_>, from: &str, to: &[String]) -> Result<Vec<Revoked>, Failures> {
    let from = context(graph, from)?;
    let selectors: Vec<Selector> = to.iter().map(|to| Selector::new(graph, to)).collect::<Result<_, _>>()?;
    let is_asked = |id: GrantId, grant: &Grant| {
        selectors.iter().any(|selector| match selector {
            Selector::Context(context) => grant.to == *context,
            Selector::Path(_) => graph.permissions.items_of(id).any(|item| selector.holds(graph, item)),
        })
    };
    let all = graph.permissions.grants.iter().enumerate();
    let listed = all.filter(|(_, grant)| grant.from == from && grant.kind != GrantKind::Message);
    let asked = listed.filter(|(at, grant)| is_asked(GrantId::new(*at), grant));
    let revoked: Vec<Revoked> = asked
        .map(|(_, grant)| Revoked { grant: grant.clone(), to: graph.name(grant.to).to_owned() })
        .collect();
    if revoked.is_empty() {
        let (from, to) = (graph.name(from), to.join(", "));
        let failure =
            Failure::new(format!("the map does not let {from} call or use anything of {to} by name"));
        return Err(failure.help(format!("`cargo stateline explain {from}` shows what it may do")).into());
    }
    Ok(revoked)
}
