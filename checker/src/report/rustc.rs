//! The compiler's own JSON messages as cargo passes them on, so that rust-analyzer's
//! `check.overrideCommand` shows findings in the editor.
//!
//! Formats: <https://doc.rust-lang.org/cargo/reference/external-tools.html#json-messages> and
//! <https://doc.rust-lang.org/rustc/json.html>. Each message bears a `package_id`: a bare
//! diagnostic would make rust-analyzer clear the findings of the whole workspace.

use super::diagnostic::Diagnosed;
use super::entry::Entry;
use super::human;
use super::sources::Sources;
use super::text::{Text, window};
use super::{Exit, Report};
use crate::finding::{Level, Place};
use serde_json::{Value, json};
use stateline_draw::terminal::{TextStyle, USUAL_WIDTH};
use stateline_rust::{BuildTarget, Package, TargetKind, Workspace};
use std::ops::Range;
use std::path::Path;

/// One line for each finding and failure, and the line that ends a build.
pub fn render(report: &Report<'_>, sources: &Sources<'_>, workspace: Option<&Workspace>) -> String {
    let mut text = String::new();
    for entry in report.entries() {
        let owner = workspace.and_then(|workspace| Owner::of(&entry, workspace));
        text.push_str(&line(&entry, sources, owner.as_ref()).to_string());
        text.push('\n');
    }
    text.push_str(
        &json!({ "reason": "build-finished", "success": report.exit() == Exit::Clean }).to_string(),
    );
    text.push('\n');
    text
}

/// The package and the target that a message is sent for.
struct Owner<'a> {
    package: &'a Package,
    target: Option<&'a BuildTarget>,
    workspace: &'a Workspace,
}

impl<'a> Owner<'a> {
    /// The package whose folder holds the first place; for places outside all packages the first.
    fn of(entry: &Entry<'_>, workspace: &'a Workspace) -> Option<Self> {
        let path = entry.places.first().map_or("", |place| &*place.path);
        let holds = |package: &Package| Path::new(path).starts_with(&package.folder);
        let packages = workspace.packages.iter().enumerate();
        let (index, package) = packages
            .filter(|(_, package)| holds(package))
            .max_by_key(|(_, package)| package.folder.len())
            .or_else(|| workspace.packages.iter().enumerate().next())?;
        let targets = || workspace.targets.iter().filter(move |target| target.package == index);
        let library = targets().find(|target| target.kind == TargetKind::Library);
        Some(Self { package, target: library.or_else(|| targets().next()), workspace })
    }

    fn manifest(&self) -> String {
        self.workspace.root.join(&self.package.folder).join("Cargo.toml").display().to_string()
    }

    fn target(&self) -> Value {
        let Some(target) = self.target else { return no_target() };
        let (kind, crate_type) = match target.kind {
            TargetKind::Library => ("lib", "lib"),
            TargetKind::ProcMacro => ("proc-macro", "proc-macro"),
            TargetKind::Binary => ("bin", "bin"),
            TargetKind::Example => ("example", "bin"),
            TargetKind::Test => ("test", "bin"),
            TargetKind::Bench => ("bench", "bin"),
            TargetKind::BuildScript => ("custom-build", "bin"),
        };
        let root = self.workspace.files.get(target.root).map_or("", |file| &file.path);
        json!({
            "kind": [kind],
            "crate_types": [crate_type],
            "name": target.name,
            "src_path": self.workspace.root.join(root).display().to_string(),
            "edition": target.edition.to_string(),
            "doc": kind == "lib", "doctest": kind == "lib", "test": true,
        })
    }
}

fn line(entry: &Entry<'_>, sources: &Sources<'_>, owner: Option<&Owner<'_>>) -> Value {
    json!({
        "reason": "compiler-message",
        "package_id": owner.map_or("", |owner| owner.package.id.as_str()),
        "manifest_path": owner.map_or(String::new(), Owner::manifest),
        "target": owner.map_or_else(no_target, Owner::target),
        "message": message(entry, sources),
    })
}

/// Stands in where no target was read: a message without one is not read as a message.
fn no_target() -> Value {
    json!({
        "kind": ["lib"], "crate_types": ["lib"], "name": "stateline", "src_path": "", "edition": "2024",
        "doc": false, "doctest": false, "test": false,
    })
}

fn message(entry: &Entry<'_>, sources: &Sources<'_>) -> Value {
    let level = match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let spans = |places: &[Place], primary: bool| -> Vec<Value> {
        places.iter().filter_map(|place| Some(span(place, &*sources.text(&place.path)?, primary))).collect()
    };
    let (first, others) = entry.places.split_at(entry.places.len().min(1));
    let mut children = Vec::new();
    // The other ends are notes of their own: a secondary span in another file would lose its label.
    for other in others {
        children.push(child("note", &other.label, spans(std::slice::from_ref(other), true)));
    }
    if let Some(help) = entry.help {
        children.push(child("help", help, Vec::new()));
    }
    let rendered = human::render(&Diagnosed::new(entry, sources), &TextStyle::plain(USUAL_WIDTH));
    json!({
        "$message_type": "diagnostic",
        "message": entry.message,
        "code": entry.rule.map(|rule| json!({ "code": rule, "explanation": null })),
        "level": level,
        "spans": spans(first, true),
        "children": children,
        "rendered": rendered + "\n\n",
    })
}

fn child(level: &str, message: &str, spans: Vec<Value>) -> Value {
    json!({ "message": message, "code": null, "level": level, "spans": spans, "children": [], "rendered": null })
}

fn span(place: &Place, text: &Text, primary: bool) -> Value {
    let range = text.clamp(&place.span);
    let (start, end) = (text.position(range.start), text.position(range.end));
    let highlight = |(line, range): (&str, Range<usize>)| {
        let shown = window(line, range.start);
        let line = &line[shown.clone()];
        let column = |at: usize| line[..at.saturating_sub(shown.start).min(line.len())].chars().count() + 1;
        json!({ "text": line.trim_end_matches('\r'), "highlight_start": column(range.start), "highlight_end": column(range.end) })
    };
    json!({
        "file_name": &*place.path,
        "byte_start": range.start,
        "byte_end": range.end,
        "line_start": start.line,
        "line_end": end.line,
        "column_start": start.column,
        "column_end": end.column,
        "is_primary": primary,
        "text": text.each_line(&range).filter(|_| text.is_quotable).map(highlight).collect::<Vec<_>>(),
        "label": Some(&place.label).filter(|label| !label.is_empty()),
        "suggested_replacement": null,
        "suggestion_applicability": null,
        "expansion": null,
    })
}
