//! `list references`: every resolved reference that crosses a crate or a top-level module, for other
//! tools and for measuring how well we resolve.

use crate::cli::options::{Global, ReferenceFormat, References};
use crate::cli::output::Output;
use crate::cli::pipeline::{self, Resolved};
use crate::cli::selection;
use crate::report::text::Text;
use crate::report::{Exit, Failures, Sources};
use rustc_hash::FxHashMap;
use serde::Serialize;
use stateline_draw::terminal::clean;
use stateline_rust::{DefId, DefKind, FileId, How, Reference, Target, World};
use std::fmt::Write;
use std::sync::Arc;

pub(super) fn run(options: &References, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let text = pipeline::resolved(global, |resolved| {
        let packages = selection::packages(&options.package, resolved.workspace)?;
        let mut rows = Rows::new(resolved, global);
        let mut text = String::new();
        let asked = |reference: &&Reference| reference.enabled || options.all_cfg;
        let mut references: Vec<_> = resolved.references.iter().filter(asked).collect();
        references.sort_by_key(|reference| (reference.file, reference.at));
        for reference in references {
            let read = field_of_getter(resolved.world, reference);
            for (reference, is_read) in [(Some(*reference), false), (read, true)] {
                let Some(mut row) = reference.as_ref().and_then(|reference| rows.row(reference)) else {
                    continue;
                };
                if is_read {
                    row.how = "generated";
                }
                if packages.as_ref().is_none_or(|chosen| chosen.contains(row.own_crate)) {
                    write(&mut text, &row, options.format);
                }
            }
        }
        Ok(text)
    })?;
    output.write(&text)?;
    Ok(Exit::Clean)
}

/// Lines and columns count from one, columns in bytes.
#[derive(Serialize)]
struct Row<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    name: &'r str,
    how: &'static str,
    own_crate: &'r str,
    own_module: &'r str,
    target_crate: &'r str,
    target: &'r str,
    /// `false` behind a condition that is off; nothing is said of the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
}

fn write(text: &mut String, row: &Row<'_>, format: ReferenceFormat) {
    match format {
        ReferenceFormat::Tsv => {
            let Row { file, line, column, name, how, own_crate, own_module, target_crate, target, .. } = row;
            // Only the name of a file can hold what would break a row, or act on a terminal.
            let file = clean(file);
            let _ = writeln!(
                text,
                "{file}\t{line}\t{column}\t{name}\t{how}\t{own_crate}\t{own_module}\t{target_crate}\t{target}"
            );
        }
        ReferenceFormat::Jsonl => {
            text.push_str(&serde_json::to_string(row).expect("a row is plain text and numbers"));
            text.push('\n');
        }
    }
}

/// Turns references into rows; what many rows share is worked out once.
struct Rows<'r> {
    resolved: &'r Resolved<'r>,
    sources: Sources<'r>,
    /// The file of the row before: rows come file by file.
    current: Option<(FileId, Option<Arc<Text>>)>,
    targets: FxHashMap<(Target, Option<DefId>), String>,
}

impl<'r> Rows<'r> {
    fn new(resolved: &'r Resolved<'r>, global: &'r Global) -> Self {
        let sources = pipeline::sources(resolved.workspace, global);
        Self { resolved, sources, current: None, targets: FxHashMap::default() }
    }

    /// `None` for what stays within a top-level module, or leaves the workspace.
    ///
    /// A row's own module is that of its file, as indexes of code know it: what stands in an inline
    /// `mod tests { … }` at the root of a crate is at the root, and all targets of a package are one.
    fn row(&mut self, reference: &Reference) -> Option<Row<'_>> {
        let world = self.resolved.world;
        let target = inside(world, reference)?;
        let (own, other) = (world.def(reference.from).krate, world.def(target).krate);
        // As the rows say it: by package and name, so that a test belongs to its library's root.
        let own_module = world.top_module_name(world.file_module(reference.from));
        let own_crate = world.package_name(own);
        if own_crate == world.package_name(other) && own_module == world.top_module_name(target) {
            return None;
        }
        let file = &self.resolved.workspace.files.get(reference.file)?.path;
        if self.current.as_ref().is_none_or(|(current, _)| *current != reference.file) {
            self.current = Some((reference.file, self.sources.text(file)));
        }
        let key = (reference.to, reference.derived);
        let descriptor = || world.target_descriptor(reference).unwrap_or_default();
        let descriptor = self.targets.entry(key).or_insert_with(descriptor);
        let (_, text) = self.current.as_ref().expect("it was set above");
        let text = text.as_ref()?;
        let at = text.position(reference.at as usize);
        Some(Row {
            file,
            line: at.line,
            column: at.byte_column,
            name: text.slice(&(reference.at as usize..(reference.at + reference.len) as usize)),
            how: match reference.how {
                _ if world.def(target).kind == DefKind::Generated => "generated",
                How::Path => "path",
                How::Dot => "dot",
                How::Operator => "operator",
                How::Expansion | How::ExpandedDot => "expansion",
            },
            own_crate,
            own_module,
            target_crate: world.package_name(other),
            target: descriptor,
            enabled: (!reference.enabled).then_some(false),
        })
    }
}

/// Whoever calls a getter that a derive writes reads the field that it gives.
fn field_of_getter(world: &World<'_>, reference: &Reference) -> Option<Reference> {
    let field = world.field_of_getter(inside(world, reference)?)?;
    Some(Reference { to: Target::Def(field), derived: None, ..*reference })
}

/// The definition a reference leads to, if it is one of the workspace's.
fn inside(world: &World<'_>, reference: &Reference) -> Option<DefId> {
    match reference.to {
        Target::Def(id) if !world.is_std(id) => Some(id),
        _ => None,
    }
}
