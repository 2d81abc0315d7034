//! Macros by example of other files: which of them a file calls, and what they say.
//!
//! A file is read by itself, and cannot know what a macro of another one makes. So all files are read,
//! then asked for the macros that they define and call; those that call one of another file which may
//! declare something are read once more, with its definition behind their own text. Names decide here,
//! since nothing is resolved yet: a macro of the same package, or one that a package of the workspace
//! exports which this one depends on. Where several bear the name, and none lies nearer, nothing is said.

use super::summary::{FileSummary, ItemKind, PathId};
use super::workspace::Package;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Write as _;

/// Words without which a macro declares nothing that another place may name.
const DECLARING: &[&str] =
    &["const", "enum", "fn", "impl", "let", "mod", "static", "struct", "trait", "type", "union", "use"];

/// A definition.
struct Shared<'s> {
    package: usize,
    /// The path of its file.
    file: &'s str,
    exported: bool,
    name: &'s str,
    rules: &'s str,
    /// Whether its own rules have a word that declares something.
    declaring: bool,
    /// The macros that its rules call.
    calls: Vec<&'s str>,
}

/// All definitions of a workspace.
pub(super) struct SharedMacros<'s> {
    packages: &'s [Package],
    all: Vec<Shared<'s>>,
    by_name: FxHashMap<&'s str, Vec<usize>>,
}

/// A file, and the package that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Asking<'s> {
    pub(super) package: usize,
    pub(super) path: &'s str,
    pub(super) summary: &'s FileSummary,
}

impl<'s> SharedMacros<'s> {
    pub(super) fn of(packages: &'s [Package], files: impl Iterator<Item = Asking<'s>>) -> Self {
        let mut all = Vec::new();
        for Asking { package, path, summary } in files {
            for item in summary.items.iter() {
                let ItemKind::MacroRules { exported, rules, .. } = &item.kind else { continue };
                if rules.is_empty() {
                    continue;
                }
                let (name, rules) = (&*summary.names[item.name], &**rules);
                all.push(Shared {
                    package,
                    file: path,
                    exported: *exported,
                    name,
                    rules,
                    declaring: words(rules).any(|(word, _)| DECLARING.contains(&word)),
                    calls: calls_in(rules),
                });
            }
        }
        let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (index, shared) in all.iter().enumerate() {
            by_name.entry(shared.name).or_default().push(index);
        }
        SharedMacros { packages, all, by_name }
    }

    /// The macros of other files that a file calls, by name.
    pub(super) fn asked(&self, asking: Asking<'s>) -> Vec<&'s str> {
        let summary = asking.summary;
        let before = summary.asked.iter().map(AsRef::as_ref).filter(|name| self.by_name.contains_key(name));
        let mut asked: Vec<&str> = summary
            .macro_calls
            .iter()
            .filter_map(|call| self.called(asking, call.path))
            .chain(before)
            .collect();
        asked.sort_unstable();
        asked.dedup();
        asked
    }

    /// The definitions that a file is to be read with which asks for these, as text.
    pub(super) fn for_file(&self, asking: Asking<'s>, asked: &[&'s str]) -> Vec<String> {
        if asked.is_empty() {
            return Vec::new();
        }
        let summary = asking.summary;
        let is_own = |item: &super::summary::Item| matches!(item.kind, ItemKind::MacroRules { .. });
        let own: FxHashSet<&str> =
            summary.items.iter().filter(|item| is_own(item)).map(|item| &*summary.names[item.name]).collect();
        let mut wanted: Vec<usize> = Vec::new();
        for name in asked.iter().filter(|name| !own.contains(*name)) {
            let Some(found) = self.meant(asking, name).filter(|found| self.declares(*found)) else {
                continue;
            };
            if !wanted.contains(&found) {
                wanted.push(found);
            }
        }
        // What they call in turn.
        let mut at = 0;
        while at < wanted.len() {
            for name in &self.all[wanted[at]].calls {
                let found = self.meant(asking, name).filter(|_| !own.contains(name));
                wanted.extend(found.filter(|found| !wanted.contains(found)));
            }
            at += 1;
        }
        wanted.sort_by_key(|found| self.all[*found].name);
        wanted.into_iter().filter_map(|found| self.text(asking.package, found)).collect()
    }

    /// The name of the macro that a path may lead to, if it does not say that it is of elsewhere.
    fn called(&self, asking: Asking<'s>, path: PathId) -> Option<&'s str> {
        let summary = asking.summary;
        let segments = &summary.terms.segments[summary.terms.paths[path].segments];
        let last = segments.last()?;
        let name = &*summary.names[last.name];
        if !self.by_name.contains_key(name) {
            return None;
        }
        let is_elsewhere = match segments {
            [_] => summary.uses.iter().filter(|leaf| leaf.name == last.name).any(|leaf| {
                let segments = &summary.terms.segments[summary.terms.paths[leaf.path].segments];
                segments.first().is_some_and(|first| self.is_outside(asking, &summary.names[first.name]))
            }),
            [first, ..] => !first.name.is_keyword() && self.is_outside(asking, &summary.names[first.name]),
            [] => true,
        };
        (!is_elsewhere).then_some(name)
    }

    /// Whether a path that begins so leads out of the workspace.
    fn is_outside(&self, asking: Asking<'_>, first: &str) -> bool {
        let mut dependencies = self.packages[asking.package].dependencies.iter();
        matches!(first, "std" | "core" | "alloc")
            || dependencies.any(|found| found.local.is_none() && found.code_name == first)
    }

    /// The one definition of this name that a file may mean.
    fn meant(&self, asking: Asking<'_>, name: &str) -> Option<usize> {
        let named = self.by_name.get(name)?;
        let of_package = |index: &&usize| self.all[**index].package == asking.package;
        let own: Vec<usize> = named.iter().filter(of_package).copied().collect();
        if !own.is_empty() {
            return self.nearest(asking, &own);
        }
        let exported: Vec<usize> = named
            .iter()
            .filter(|index| {
                let shared = &self.all[**index];
                shared.exported && self.code_name(asking.package, shared.package).is_some()
            })
            .copied()
            .collect();
        self.only(&exported)
    }

    /// Of several in one package, the one that lies in the innermost folder around the file.
    fn nearest(&self, asking: Asking<'_>, found: &[usize]) -> Option<usize> {
        let folder = |path: &str| path.rsplit_once('/').map_or(0, |(folder, _)| folder.len() + 1);
        let holds = |index: &usize| {
            let file = self.all[*index].file;
            asking.path.starts_with(&file[..folder(file)])
        };
        let depth = |index: &usize| folder(self.all[*index].file);
        let deepest = found.iter().filter(|index| holds(index)).map(depth).max();
        let nearest: Vec<usize> =
            found.iter().filter(|index| holds(index) && Some(depth(index)) == deepest).copied().collect();
        self.only(if nearest.is_empty() { found } else { &nearest })
    }

    /// The one, or one of several that say the same.
    fn only(&self, found: &[usize]) -> Option<usize> {
        let (first, rest) = found.split_first()?;
        let same = |other: &usize| self.all[*other].rules == self.all[*first].rules;
        rest.iter().all(same).then_some(*first)
    }

    /// Whether it may declare something, by itself or by what it calls.
    fn declares(&self, index: usize) -> bool {
        let (mut open, mut seen) = (vec![index], FxHashSet::default());
        while let Some(index) = open.pop() {
            if !seen.insert(index) {
                continue;
            }
            let shared = &self.all[index];
            if shared.declaring {
                return true;
            }
            let called = shared.calls.iter().filter_map(|name| self.by_name.get(name));
            open.extend(called.flatten());
        }
        false
    }

    /// How a package's code calls another of the workspace that it depends on.
    fn code_name(&self, of: usize, package: usize) -> Option<&str> {
        let mut dependencies = self.packages[of].dependencies.iter();
        dependencies.find(|found| found.local == Some(package)).map(|found| found.code_name.as_str())
    }

    /// Its definition as a file of this package may have it: `$crate` is the crate that it comes from.
    fn text(&self, package: usize, index: usize) -> Option<String> {
        let Shared { name, rules, package: of, .. } = self.all[index];
        let mut text = String::with_capacity(rules.len() + name.len() + 24);
        let _ = write!(text, "macro_rules! {name} {{");
        if of == package {
            text.push_str(rules);
        } else {
            let code_name = self.code_name(package, of)?;
            text.push_str(&rules.replace("$crate", &format!("::{code_name}")));
        }
        text.push('}');
        Some(text)
    }
}

/// What a file is read with that calls macros of others; a summary keeps it.
pub(super) fn hash_of(definitions: &[String]) -> [u8; 16] {
    let mut hash = [0; 16];
    if !definitions.is_empty() {
        let mut all = blake3::Hasher::new();
        for text in definitions {
            all.update(text.as_bytes()).update(&[0]);
        }
        hash.copy_from_slice(&all.finalize().as_bytes()[..16]);
    }
    hash
}

/// The words of a text, and what stands behind each.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_word = |c: char| c == '_' || c.is_alphanumeric();
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(is_word)?..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some((word, after))
    })
}

fn calls_in(rules: &str) -> Vec<&str> {
    let is_call = |after: &str| {
        let after = after.trim_start().strip_prefix('!');
        after.is_some_and(|after| after.trim_start().starts_with(['(', '[', '{']))
    };
    let mut found: Vec<&str> =
        words(rules).filter(|(_, after)| is_call(after)).map(|(word, _)| word).collect();
    found.sort_unstable();
    found.dedup();
    found
}
