//! `init`: a map of what is there, and everything that it does not permit as dated exceptions.
#![expect(clippy::disallowed_methods, reason = "the command writes the map")]

mod plan;
mod tolerated;

use super::mapping::{self, Mapping};
use super::options::{Global, Init};
use super::output::Output;
use super::pipeline::{self, Resolved};
use super::{git, today};
use crate::finding::{Finding, Level};
use crate::report::{Exit, Failure, Failures, Format, Report};
use crate::rules;
use stateline_draw::terminal::{FAINT, GOOD, NAME, STRONG, TextStyle, clean};
use stateline_schema::Date;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tolerated::Terms;

pub(super) fn run(options: &Init, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let as_of = today::asked(global)?;
    let until = today::later(as_of, options.days)?;
    let (text, exit) = pipeline::resolved(global, |resolved| {
        let root = &resolved.workspace.root;
        let paths = [mapping::map_path(global, root), mapping::exceptions_path(global, root)];
        if !options.force {
            refuse_to_overwrite(&paths, root)?;
        }
        let owner = git::user(root).unwrap_or_else(|| "unassigned".to_owned());
        let terms = Terms { day: &as_of.to_string(), owner: &owner, until: &until.to_string() };
        let draft = Draft::of(resolved, options, as_of, terms)?;
        for (path, text) in paths.iter().zip([&draft.map, &draft.exceptions]) {
            write(path, text, options.force)?;
        }
        let left = Report { findings: &draft.left, brief: output.quiet, ..Report::default() };
        let mut text = String::new();
        if !output.quiet {
            text.push_str(&render(&draft, &paths, root, terms, &output.style));
        }
        // Mistakes that no exception can name are told right away.
        if !draft.left.is_empty() {
            text.push('\n');
            text.push_str(&left.render(
                Format::Human,
                &output.style,
                &pipeline::sources(resolved.workspace, global),
                None,
            ));
        }
        Ok((text, left.exit()))
    })?;
    output.write(&text)?;
    Ok(exit)
}

/// Both files as text, and what they leave wrong.
struct Draft {
    map: String,
    exceptions: String,
    contexts: usize,
    entries: usize,
    left: Vec<Finding>,
}

impl Draft {
    fn of(resolved: &Resolved<'_>, options: &Init, as_of: Date, terms: Terms<'_>) -> Result<Self, Failures> {
        let planned = plan::plan(resolved, options.by);
        let map = plan::map(&planned, terms.day);
        let check = |exceptions: &str| -> Result<Vec<Finding>, Failures> {
            let mapping = Mapping::of_texts(&map, exceptions)?;
            Ok(resolved.under(&mapping, as_of, |graph| rules::check_graph(graph).findings))
        };
        let entries = tolerated::entries(&check("")?, terms);
        let exceptions = tolerated::file(&entries, terms);
        let mut left = check(&exceptions)?;
        left.retain(|finding| finding.level == Level::Error);
        Ok(Self { contexts: planned.len(), entries: entries.len(), map, exceptions, left })
    }
}

fn refuse_to_overwrite(paths: &[PathBuf], root: &Path) -> Result<(), Failures> {
    let there = paths.iter().filter(|path| path.symlink_metadata().is_ok());
    let refused: Vec<_> = there.map(|path| exists(path, root)).collect();
    if refused.is_empty() { Ok(()) } else { Err(refused.into()) }
}

fn exists(path: &Path, root: &Path) -> Failure {
    Failure::new(format!("{} is there already", mapping::shown(path, root)))
        .help("`--force` overwrites it; `cargo stateline check` checks it")
}

fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).truncate(true).create(true).create_new(!force);
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::new(format!("{} is there already", path.display())),
        _ => Failure::new(format!("{} cannot be written: {error}", path.display())),
    })
}

/// What was written, and what to do with it.
fn render(draft: &Draft, paths: &[PathBuf; 2], root: &Path, terms: Terms<'_>, style: &TextStyle) -> String {
    let [map, exceptions] = paths.each_ref().map(|path| clean(&mapping::shown(path, root)).into_owned());
    let mut text = String::new();
    let wrote = style.paint(GOOD, "wrote");
    let contexts =
        if draft.contexts == 1 { "1 context".to_owned() } else { format!("{} contexts", draft.contexts) };
    text.push_str(&format!("{wrote} {}  {contexts}\n", style.paint(STRONG, &map)));
    let entries =
        if draft.entries == 1 { "1 exception".to_owned() } else { format!("{} exceptions", draft.entries) };
    let rest = format!("{entries}, owner {}, until {}", clean(terms.owner), terms.until);
    text.push_str(&format!("{wrote} {}  {rest}\n\n", style.paint(STRONG, &exceptions)));
    let steps = [
        ("cargo stateline check", "passes now, and fails on every new crossing: put it into CI"),
        ("stateline.yaml", "give contexts the names that people use, and join what belongs together"),
        (
            "cargo stateline explain A B",
            "shows what stands behind an exception: permit it in the map as an operation, an export or a message, or remove it from the code",
        ),
    ];
    for (what, why) in steps {
        text.push_str(&format!("  {}\n", style.paint(NAME, what)));
        text.push_str(&style.paint(FAINT, &style.wrap(why, "      ", "      ")));
        text.push('\n');
    }
    text
}
