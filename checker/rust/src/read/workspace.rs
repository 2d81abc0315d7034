//! A workspace as read: packages, targets, and every source file with its summary.

use super::cache::Store;
use super::cfg::CfgSet;
use super::derive::Derive;
use super::renamed::Renamed;
use super::summary::{FileSummary, ItemId};
use super::templates::Templates;
use crate::arena::{Arena, Idx};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything that later stages know of the disk.
#[derive(Debug, Default)]
pub struct Workspace {
    /// Absolute; all other paths are relative to it where they lie inside.
    pub root: PathBuf,
    pub packages: Vec<Package>,
    pub targets: Vec<Target>,
    /// Each file once, sorted by path, even when several targets hold it.
    pub files: Arena<SourceFile>,
    /// Where a `mod x;` (or an `include!` in item position) leads: from the file and the item to
    /// the file it names.
    pub outlines: FxHashMap<(FileId, ItemId), FileId>,
    /// Files that another one leads to by a link: the first of its paths that was read.
    pub same: FxHashMap<FileId, FileId>,
    /// What else a `mod x;` may be, under conditions that do not hold in an ordinary build.
    pub others: FxHashMap<(FileId, ItemId), Vec<FileId>>,
    /// What a `mod x;` or an `include!` leads to where there is no such file, and none is needed in an
    /// ordinary build.
    pub absent: Vec<Absent>,
    /// Folders outside of the root that dependencies lead to.
    pub neighbours: BTreeSet<PathBuf>,
    /// `.rs` files below a package's folder that no target reaches.
    pub orphans: Vec<PathBuf>,
    /// Which conditions hold in an ordinary build; features are each package's.
    pub cfg: CfgSet,
    /// What derives code, beside what stands in the files.
    pub derive: &'static dyn Derive,
    /// By which other names the workspace hands on the macros of that.
    pub renamed: Renamed,
    /// What derives and attributes of other packages write.
    pub templates: Templates,
    /// Where builds leave things; nothing in it is ours to read.
    pub target_directory: PathBuf,
    /// Where this run may keep what the next one wants to know, see [`super::cache`].
    pub cache: Option<Store>,
    /// What could not be read. Any of them makes the run fail.
    pub problems: Vec<Problem>,
}

/// A file that is not there.
#[derive(Debug)]
pub struct Absent {
    pub file: FileId,
    /// The `mod x;` or the `include!` that names it.
    pub item: ItemId,
    /// Where it was looked for, relative to the workspace root.
    pub sought: Vec<String>,
}

/// Index into [`Workspace::files`]; those behind them are of stand-ins.
pub type FileId = Idx<SourceFile>;

#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the workspace root, with `/`.
    pub path: Arc<str>,
    /// Hash of its bytes.
    pub content: [u8; 16],
    pub summary: FileSummary,
}

#[derive(Debug)]
pub struct Package {
    pub name: String,
    /// Folder of its manifest, relative to the workspace root ("" at the root).
    pub folder: String,
    pub edition: u16,
    pub dependencies: Vec<Dependency>,
    /// Features that are on: the default ones, and those that other workspace packages ask for.
    pub features: Vec<String>,
    /// For messages in the compiler's own form.
    pub id: String,
}

#[derive(Debug, Clone)]
pub struct Dependency {
    /// As the code writes it: the rename, or the library's name; `-` become `_`.
    pub code_name: String,
    pub package: String,
    /// The name of its library in code, where the workspace tells: not for one from a registry.
    pub library: Option<String>,
    pub kind: DependencyKind,
    /// Index into [`Workspace::packages`], if it is one of them.
    pub local: Option<usize>,
    /// It comes from a registry, and so is what its name says: not from a folder, from git, or a patch.
    pub is_published: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum DependencyKind {
    Normal,
    Development,
    Build,
}

#[derive(Debug)]
pub struct Target {
    pub package: usize,
    pub kind: TargetKind,
    pub name: String,
    /// The crate's name in code: `-` become `_`.
    pub code_name: String,
    pub root: FileId,
    pub edition: u16,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum TargetKind {
    Library,
    ProcMacro,
    Binary,
    Example,
    Test,
    Bench,
    BuildScript,
}

/// Something on the disk that could not be read, with its place.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Relative to the root, or absolute outside it.
    pub path: PathBuf,
    /// Byte range in that file, if it has one.
    pub span: Option<(u32, u32)>,
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}
