//! Where a `mod x;` leads: the rules by which files become modules.

use super::cfg::CfgSet;
use super::summary::{CfgId, FileSummary, ItemId, ItemKind};
use std::path::{Component, Path, PathBuf};

/// A file and how it was reached.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    /// Whether its modules lie beside it (a target's root, `mod.rs`, a `#[path]`) and not in a
    /// folder of its name.
    pub(super) is_folder: bool,
}

/// A `mod x;` or an `include!` of one file.
pub(super) struct Outline {
    pub(super) item: ItemId,
    /// Where its file may be, in the order of preference.
    pub(super) candidates: Vec<Place>,
    pub(super) name: String,
    /// Byte range in the file that has it.
    pub(super) span: (u32, u32),
    /// Nothing is amiss if there is no such file: behind a condition that does not hold, in a
    /// macro's argument.
    pub(super) may_be_missing: bool,
    /// What a module is under a condition that does not hold.
    pub(super) is_other: bool,
}

/// All outlines of a file.
pub(super) fn outlines(
    place: &Place,
    summary: &FileSummary,
    cfg: &CfgSet,
    features: &[String],
) -> Vec<Outline> {
    let modules = summary.items.enumerate().flat_map(|(item_id, item)| {
        let ItemKind::Module { inline: false, path, others, .. } = &item.kind else { return Vec::new() };
        let name = summary.names[item.name].to_string();
        let around = Around::of(place, summary, item.parent);
        let candidates = |path: &Option<Box<str>>| match path {
            Some(path) => vec![Place { path: normal(&around.folder.join(&**path)), is_folder: true }],
            None => {
                let base = around.folder.join(&around.pending);
                vec![
                    Place { path: normal(&base.join(format!("{name}.rs"))), is_folder: false },
                    Place { path: normal(&base.join(&name).join("mod.rs")), is_folder: true },
                ]
            }
        };
        let holds = around.cfgs.iter().copied().chain(item.cfg).all(|index| {
            let condition = &summary.cfgs[index];
            cfg.holds(condition, features) || cfg.holds_in_tests(condition, features)
        });
        let may_be_missing = !holds || item.in_macro || around.in_block;
        let outline = |(path, is_other)| Outline {
            item: item_id,
            candidates: candidates(path),
            name: name.clone(),
            span: item.span,
            may_be_missing: may_be_missing || is_other,
            is_other,
        };
        let paths = std::iter::once((path, false)).chain(others.iter().map(|other| (other, true)));
        paths.map(outline).collect()
    });
    let includes = summary.includes.iter().map(|(item, path)| {
        let folder = place.path.parent().unwrap_or(Path::new(""));
        Outline {
            item: *item,
            candidates: vec![Place { path: normal(&folder.join(&**path)), is_folder: place.is_folder }],
            name: path.to_string(),
            span: summary.items[*item].span,
            may_be_missing: true,
            is_other: false,
        }
    });
    modules.chain(includes).collect()
}

/// What stands around a module line.
struct Around {
    /// What a `#[path]` there is relative to.
    folder: PathBuf,
    /// The folder of the file's own name, if it was not entered yet: a `#[path]` does not enter it.
    pending: PathBuf,
    cfgs: Vec<CfgId>,
    in_block: bool,
}

impl Around {
    fn of(place: &Place, summary: &FileSummary, mut parent: Option<ItemId>) -> Self {
        let mut cfgs: Vec<CfgId> = summary.cfg.into_iter().collect();
        let mut in_block = false;
        let mut modules = Vec::new();
        while let Some(id) = parent {
            let item = &summary.items[id];
            match &item.kind {
                ItemKind::Module { path, .. } => {
                    modules.push((path.as_deref(), &*summary.names[item.name]));
                }
                ItemKind::Block => in_block = true,
                _ => {}
            }
            cfgs.extend(item.cfg);
            parent = item.parent;
        }
        let mut folder = place.path.parent().unwrap_or(Path::new("")).to_owned();
        let mut pending = match place.path.file_stem() {
            Some(stem) if !place.is_folder => PathBuf::from(stem),
            _ => PathBuf::new(),
        };
        for (path, name) in modules.into_iter().rev() {
            match path {
                Some(path) => folder.push(path),
                None => {
                    folder.push(&pending);
                    folder.push(name);
                }
            }
            pending = PathBuf::new();
        }
        Around { folder, pending, cfgs, in_block }
    }
}

/// A path without `.` and, as far as names go, without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                let last_is_name = matches!(normal.components().next_back(), Some(Component::Normal(_)));
                if last_is_name {
                    normal.pop();
                } else {
                    normal.push("..");
                }
            }
            other => normal.push(other),
        }
    }
    normal
}
