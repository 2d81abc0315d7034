//! What a change does, as a comment on its pull request: findings, exceptions gained and lost, the map's difference.

use super::git::{self, Fork};
use super::map::Folder;
use super::mapping::{self, EXCEPTIONS, exceptions_path, shown};
use super::options::Global;
use super::pipeline::Mapped;
use crate::finding::{Finding, Level};
use crate::report::survey::count;
use crate::report::{Failure, Since, Sources, place_line};
use stateline_draw::terminal::TextStyle;
use stateline_draw::{Atlas, Diff, Format, OutputFile, Request, Subject};
use stateline_rust::Workspace;
use stateline_schema::{Exceptions, Known, Source, SourceId, Tolerated, read_exceptions};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// So many findings and edges are listed; a comment has a bound, and nobody reads more.
const LISTED: usize = 20;
/// So many items of an edge are spelt out.
const ITEMS: usize = 5;
/// GitHub takes comments of 65,536 characters; what posts this one may add to it.
const CHARACTERS: usize = 65_000;

/// # Errors
/// When git has no answer, or the file cannot be written.
pub(super) fn write(
    path: &Path,
    findings: &[Finding],
    since: &Since,
    (mapped, sources): (&Mapped<'_>, &Sources<'_>),
    (fork, global): (&Fork, &Global),
) -> Result<(), Failure> {
    let root = &mapped.workspace.root;
    let before = exceptions_at(fork, mapped.workspace, global)?;
    let mut text = format!("<!-- stateline -->\n## The map since {}\n\n", code(&since.revision));
    text.push_str(&verdict(findings, since));
    text.push_str(&listed(findings, sources));
    text.push_str(&exceptions(&before, mapped.graph.input.exceptions));
    let old = mapping::at_revision(global, root, &fork.commit)?;
    let (old, new) = (Atlas::from_map(&old), Atlas::from_map(mapped.graph.input.map));
    let diff = Diff::new(&since.revision, &old, &new);
    if !diff.is_empty() {
        let subject = Subject::Diff { diff: &diff, before: &old, after: &new };
        let format = Format::named("markdown").expect("it is one of the formats");
        let files =
            format.draw(&Request::new(subject, "diff"), TextStyle::plain(80)).map_err(Failure::new)?;
        let drawn = String::from_utf8_lossy(&files[0].content).into_owned();
        // Its own head says what this one's says already.
        let body =
            drawn.split_once("\n## ").and_then(|(_, rest)| rest.split_once('\n')).map(|(_, body)| body);
        let room = CHARACTERS.saturating_sub(text.chars().count());
        text.push_str(&map_diff(body.unwrap_or(&drawn), &since.revision, room));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = OutputFile { path: name, content: text.into_bytes() };
    Folder::new(path.parent().unwrap_or(Path::new(""))).write(&[file]).map(drop)
}

/// The map's difference, as far as there is room: without the picture, or without the lists, if need be.
fn map_diff(body: &str, revision: &str, room: usize) -> String {
    let title = "\n### What the map has gained and lost\n";
    let left_out = |what: &str| {
        let command = code(&format!("cargo stateline map --diff {revision}"));
        format!("\n{what}: the comment would be too long. {command} shows all of it.\n")
    };
    let lists = body.split("\n```mermaid").next().unwrap_or(body);
    let less = [
        format!("{title}{body}"),
        format!("{title}{lists}{}", left_out("There is no picture")),
        format!("{title}{}", left_out("The lists and the picture are not shown")),
    ];
    less.iter().find(|text| text.chars().count() <= room).unwrap_or(&less[2]).clone()
}

fn verdict(findings: &[Finding], since: &Since) -> String {
    let of = |level: Level| findings.iter().filter(|finding| finding.level == level).count();
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    let mut parts = vec![match errors {
        0 => "No new error".to_owned(),
        errors => format!("**{}**", count(errors, "new error")),
    }];
    parts.extend((warnings > 0).then(|| count(warnings, "new warning")));
    let known = match since.known {
        0 => String::new(),
        known => format!(" {} existed before.", count(known, "finding")),
    };
    format!("{}.{known}\n", parts.join(", "))
}

fn listed(findings: &[Finding], sources: &Sources<'_>) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let mut text = "\n| rule | finding | where |\n|---|---|---|\n".to_owned();
    for finding in findings.iter().take(LISTED) {
        let place = finding.places.first().map(|place| {
            let bare = crate::finding::Place { label: "".into(), ..place.clone() };
            code(&place_line(&bare, sources))
        });
        let (rule, message) = (code(finding.rule), plain(&finding.message));
        text.push_str(&format!("| {rule} | {message} | {} |\n", place.unwrap_or_default()));
    }
    if findings.len() > LISTED {
        text.push_str(&format!("\nand {} more.\n", findings.len() - LISTED));
    }
    text
}

/// The exceptions where the branch parted, as far as today's command understands them.
fn exceptions_at(fork: &Fork, workspace: &Workspace, global: &Global) -> Result<Exceptions, Failure> {
    let root = &workspace.root;
    let path = exceptions_path(global, root);
    let folder = path.parent().unwrap_or(root);
    let read = |text: Option<String>| {
        let source = text.map(|text| Source::new(SourceId(0), "exceptions", text));
        source.map(|source| read_exceptions(&source, &Known::default()).0).unwrap_or_default()
    };
    let mut exceptions = read(git::file_at(folder, &fork.commit, &shown(&path, folder))?);
    let listed = git::files_named(root, &fork.commit, EXCEPTIONS)?;
    for package in &workspace.packages {
        let beside = format!("{}/{EXCEPTIONS}", package.folder);
        if listed.contains(&beside) && root.join(&beside) != path {
            exceptions.add_beside(&package.folder, read(git::file_at(root, &fork.commit, &beside)?));
        }
    }
    Ok(exceptions)
}

/// A row for each edge of which something is tolerated now and was not, or the other way round.
fn exceptions(before: &Exceptions, after: &Exceptions) -> String {
    let (before, after) = (tolerated(before), tolerated(after));
    let only = |these: &BTreeSet<(String, String)>, those: &BTreeSet<(String, String)>| {
        let mut by_edge: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (edge, item) in these.difference(those) {
            by_edge.entry(edge.clone()).or_default().push(code(item));
        }
        by_edge
    };
    let (gained, lost) = (only(&after, &before), only(&before, &after));
    let edges: BTreeSet<&String> = gained.keys().chain(lost.keys()).collect();
    if edges.is_empty() {
        return String::new();
    }
    let total = |by_edge: &BTreeMap<String, Vec<String>>| by_edge.values().map(Vec::len).sum::<usize>();
    let mut text = format!(
        "\n### Exceptions: {} gained, {} lost\n\n| | gained | lost |\n|---|---|---|\n",
        total(&gained),
        total(&lost)
    );
    let cell = |items: Option<&Vec<String>>| match items {
        None => String::new(),
        Some(items) if items.len() <= ITEMS => items.join(", "),
        Some(items) => format!("{} and {} more", items[..ITEMS].join(", "), items.len() - ITEMS),
    };
    for edge in edges.iter().take(LISTED) {
        text.push_str(&format!(
            "| {} | {} | {} |\n",
            code(edge),
            cell(gained.get(*edge)),
            cell(lost.get(*edge))
        ));
    }
    if edges.len() > LISTED {
        text.push_str(&format!("\nand {} more rows.\n", edges.len() - LISTED));
    }
    text
}

/// What is tolerated, item by item, with the edge that it belongs to: who names something, and of which crate.
fn tolerated(exceptions: &Exceptions) -> BTreeSet<(String, String)> {
    let all = exceptions.entries.iter().flat_map(|entry| &entry.tolerates);
    let named = all.map(|tolerated| match tolerated {
        Tolerated::Edge { from, to, .. } => {
            let krate = to.value.base().map_or("*", |path| path.first());
            (format!("{from} → {krate}"), to.to_string())
        }
        Tolerated::Rule { rule, at } => {
            (rule.value.clone(), at.as_ref().map_or("everywhere".to_owned(), |at| at.value.clone()))
        }
    });
    named.collect()
}

/// A name in a cell of a table, as code.
fn code(text: &str) -> String {
    format!("`{}`", text.replace(['`', '\n', '\r'], " ").replace('|', "\\|"))
}

/// A sentence in a cell of a table, with nothing in it that Markdown would read as its own.
fn plain(text: &str) -> String {
    text.chars().fold(String::new(), |mut plain, char| {
        match char {
            '\n' | '\r' => plain.push(' '),
            '<' => plain.push_str("&lt;"),
            '`' | '*' | '_' | '[' | ']' | '|' | '#' | '\\' | '~' | '@' => plain.extend(['\\', char]),
            char => plain.push(char),
        }
        plain
    })
}

#[cfg(test)]
mod tests {
    use super::map_diff;

    #[test]
    fn what_has_no_room_is_left_out_and_told() {
        let body = "\n| calls | `a` |\n\n```mermaid\nflowchart LR\n```\n";
        let of = |room: usize| map_diff(body, "origin/main", room);
        assert!(of(1_000).ends_with(body));
        let lists = of(of(1_000).len());
        assert_eq!(lists, of(1_000));
        let shorter = "\n### What the map has gained and lost\n\n| calls | `a` |\n\nThere is no picture: the comment would be too long. `cargo stateline map --diff origin/main` shows all of it.\n";
        let long = format!("{body}{}", "x".repeat(1_000));
        assert_eq!(map_diff(&long, "origin/main", 500), shorter);
        assert!(!map_diff(&"| calls |".repeat(200), "origin/main", 500).contains("calls |"));
    }
}
