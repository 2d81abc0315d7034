//! What is called otherwise since the base: crates, paths and contexts.

use crate::report::Failure;
use stateline_rust::{TargetKind, Workspace};
use stateline_schema::map::Owned;
use stateline_schema::{Map, Path, Pattern, Spanned};

/// Old names with their new ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Renames {
    list: Vec<(String, String)>,
    /// Folders, whose names have a `/`: `crates/db`, `shop/`.
    folders: Vec<(String, String)>,
}

impl Renames {
    /// From `OLD=NEW`.
    ///
    /// # Errors
    /// When one of them is something else.
    pub(super) fn new(asked: &[String]) -> Result<Self, Failure> {
        let pair = |text: &String| match text.split_once('=') {
            Some((old, new)) if !old.is_empty() && !new.is_empty() => Ok((old.to_owned(), new.to_owned())),
            _ => Err(Failure::new(format!("`--renamed {text}` is no pair of names"))
                .help("write the old name and the new one: `--renamed ledger=books`")),
        };
        let pairs = asked.iter().map(pair).collect::<Result<Vec<_>, _>>()?;
        let (folders, list) =
            pairs.into_iter().partition(|(old, new)| old.contains('/') || new.contains('/'));
        let plain = |folder: &String| folder.trim_end_matches('/').to_owned();
        let folders: Vec<(String, String)> = folders;
        let folders = folders.iter().map(|(old, new)| (plain(old), plain(new))).collect();
        Ok(Renames { list, folders })
    }

    /// Adds the crates whose package lies where it lay, and whose library has another name.
    pub(super) fn find_crates(&mut self, before: &Workspace, now: &Workspace) {
        let libraries = |workspace: &'_ Workspace| -> Vec<(String, String)> {
            let is_library = |kind: TargetKind| matches!(kind, TargetKind::Library | TargetKind::ProcMacro);
            let of = |target: &stateline_rust::BuildTarget| {
                (workspace.packages[target.package].folder.clone(), target.code_name.clone())
            };
            workspace.targets.iter().filter(|target| is_library(target.kind)).map(of).collect()
        };
        let now = libraries(now);
        for (folder, old) in libraries(before) {
            let new = now.iter().find(|(there, _)| *there == folder).map(|(_, name)| name);
            let is_told = self.list.iter().any(|(known, _)| *known == old);
            if let Some(new) = new.filter(|new| **new != old && !is_told) {
                self.list.push((old, new.clone()));
            }
        }
    }

    /// A path as it is now.
    pub(super) fn forward(&self, path: &str) -> String {
        let pairs = self.list.iter().map(|(old, new)| (old.as_str(), new.as_str()));
        renamed(path, pairs)
    }

    /// A pattern as it is now.
    pub(super) fn forward_pattern(&self, pattern: &Pattern) -> String {
        match pattern.base() {
            None => pattern.to_string(),
            Some(base) => {
                let stars = pattern.to_string().strip_prefix(base.as_str()).unwrap_or_default().to_owned();
                self.forward(base.as_str()) + &stars
            }
        }
    }

    /// The names that a context had.
    pub(super) fn former<'r>(&'r self, context: &'r str) -> impl Iterator<Item = &'r str> {
        self.list.iter().filter(move |(_, new)| new == context).map(|(old, _)| old.as_str())
    }

    /// Where a folder was.
    fn former_folder(&self, folder: &str) -> String {
        let was = |(old, new): &(String, String)| match folder.strip_prefix(new.as_str()) {
            Some(below) if below.is_empty() || below.starts_with('/') => Some(format!("{old}{below}")),
            _ => None,
        };
        self.folders.iter().find_map(was).unwrap_or_else(|| folder.to_owned())
    }

    /// Today's map with the names of before, to be laid over the code of before.
    pub(super) fn backward(&self, map: &Map) -> Map {
        let mut map = map.clone();
        if self.list.is_empty() && self.folders.is_empty() {
            return map;
        }
        let back =
            |text: &str| renamed(text, self.list.iter().map(|(old, new)| (new.as_str(), old.as_str())));
        let path = |path: &mut Spanned<Path>| {
            if let Ok(old) = Path::parse(&back(path.value.as_str())) {
                path.value = old;
            }
        };
        let pattern = |pattern: &mut Spanned<Pattern>| {
            if let Ok(old) = Pattern::parse(&back(&pattern.value.to_string())) {
                pattern.value = old;
            }
        };
        let names: Vec<String> = map.contexts.names().map(|name| name.value.clone()).collect();
        for name in &names {
            let Some(context) = map.contexts.get_mut(name) else { continue };
            let mut former = Vec::new();
            for owned in &mut context.owns {
                match &mut owned.value {
                    Owned::Code(code) => {
                        *code = Pattern::parse(&back(&code.to_string())).unwrap_or(code.clone())
                    }
                    Owned::Crates(glob) => {
                        let matching = self.list.iter().filter(|(_, new)| glob.matches(new));
                        let old = matching.filter_map(|(old, _)| Pattern::parse(old).ok());
                        former.extend(old.map(|old| Spanned::new(Owned::Code(old), owned.span)));
                    }
                    Owned::Folder(folder) => *folder = self.former_folder(folder),
                }
            }
            context.owns.extend(former);
            context.exports.iter_mut().for_each(pattern);
            let permits = [
                &mut context.permits,
                &mut context.tests,
                &mut context.benches,
                &mut context.examples,
                &mut context.build,
            ];
            for permits in permits {
                for to in &names {
                    permits.calls.get_mut(to).into_iter().flatten().for_each(path);
                    permits.uses.get_mut(to).into_iter().flatten().for_each(pattern);
                }
            }
        }
        map
    }
}

/// A path whose beginning is called otherwise.
fn renamed<'r>(path: &str, pairs: impl Iterator<Item = (&'r str, &'r str)>) -> String {
    for (from, to) in pairs {
        match path.strip_prefix(from) {
            Some(rest) if rest.is_empty() || rest.starts_with("::") || rest == "!" => {
                return format!("{to}{rest}");
            }
            _ => {}
        }
    }
    path.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_path_is_renamed_by_whole_names() {
        let renames =
            Renames::new(&["ledger=books".into(), "shop::cart=shop::basket".into()]).expect("pairs");
        let forward = |path: &str| renames.forward(path);
        assert_eq!(forward("ledger"), "books");
        assert_eq!(forward("ledger::Amount"), "books::Amount");
        assert_eq!(forward("ledgers::Amount"), "ledgers::Amount");
        assert_eq!(forward("shop::cart::Line"), "shop::basket::Line");
        let moved = Renames::new(&["crates/db/=store/".into()]).expect("pairs");
        assert_eq!(moved.former_folder("store"), "crates/db");
        assert_eq!(moved.former_folder("store/schema"), "crates/db/schema");
        assert_eq!(moved.former_folder("stores"), "stores");
        assert!(Renames::new(&["ledger".into()]).is_err());
    }
}
