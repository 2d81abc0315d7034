//! From the roots of targets to every file they are made of.
#![expect(clippy::disallowed_methods, reason = "the cache distrusts what is as young as itself")]

#[cfg(test)]
mod tests;

use super::cache::{Entry, Pack, Packed, Stamp};
use super::cfg::CfgSet;
use super::derive::Door;
use super::disk::{source_metadata, source_text};
use super::modules::{Outline, Place, outlines};
use super::overlay::{Overlay, overlaid};
use super::packages::{Root, relative};
use super::shared::{self, Asking, SharedMacros};
use super::summary::{FileSummary, ItemId};
use super::workspace::{Absent, FileId, Package, Problem, SourceFile};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Modules nest as deep as folders do; deeper than this only a loop of links goes.
const DEPTH_LIMIT: usize = 100;
/// What macros of other files make may hold modules, whose files define macros …: so often.
const ROUNDS: usize = 4;

/// What the walk is told.
pub(super) struct Walk<'w> {
    pub(super) root: &'w Path,
    pub(super) cfg: &'w CfgSet,
    pub(super) packages: &'w [Package],
    pub(super) door: Door<'w>,
    /// What an earlier run found, and where the next will look for what this one finds.
    pub(super) pack: &'w Pack<'w>,
    /// Read in place of what the disk has.
    pub(super) overlays: &'w [Overlay],
}

/// What it found: files sorted by path.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) files: Vec<SourceFile>,
    pub(super) outlines: FxHashMap<(FileId, ItemId), FileId>,
    pub(super) same: FxHashMap<FileId, FileId>,
    pub(super) others: FxHashMap<(FileId, ItemId), Vec<FileId>>,
    pub(super) absent: Vec<Absent>,
    pub(super) problems: Vec<Problem>,
    /// Absolute paths with their number; `None` for those that could not be read.
    pub(super) known: FxHashMap<PathBuf, Option<FileId>>,
}

/// A file to be read.
struct Task {
    place: Place,
    package: usize,
    edition: u16,
    depth: usize,
}

/// Where a module line leads.
struct Next {
    item: ItemId,
    place: Place,
    /// Under a condition that does not hold.
    is_other: bool,
}

/// A file that was read: its summary, and the files that its module lines lead to.
struct Done {
    summary: FileSummary,
    content: [u8; 16],
    next: Vec<Next>,
    absent: Vec<(ItemId, Vec<String>)>,
    problems: Vec<Problem>,
    stamp: Stamp,
    /// The pack has its summary.
    is_packed: bool,
    /// The pack has it, but not as it is now.
    is_stale: bool,
}

type TaskDone = (Task, Result<Done, Problem>);

/// A summary and how it was come by.
struct Found {
    summary: FileSummary,
    content: [u8; 16],
    is_packed: bool,
    is_stale: bool,
}

impl Walk<'_> {
    /// Reads breadth first: all files at one depth in parallel, then what they lead to.
    pub(super) fn run(&self, roots: &[Root]) -> Walked {
        let mut known: FxHashMap<PathBuf, usize> = FxHashMap::default();
        let mut read: Vec<TaskDone> = Vec::new();
        let mut batch: Vec<Task> = Vec::new();
        for root in roots {
            let place = Place { path: root.path.clone(), is_folder: true };
            let task = Task { place, package: root.package, edition: root.edition, depth: 0 };
            enqueue(&mut known, &mut batch, read.len(), task);
        }
        let read_at = SystemTime::now();
        let mut rounds = ROUNDS;
        while !batch.is_empty() {
            let results: Vec<Result<Done, Problem>> =
                batch.par_iter().with_max_len(1).map(|task| self.read(task)).collect();
            let finished = read.len()..read.len() + batch.len();
            read.extend(batch.drain(..).zip(results));
            for index in finished {
                follow(&read[index], &mut known, &mut batch, read.len());
            }
            if batch.is_empty() && rounds > 0 {
                rounds -= 1;
                for index in self.with_macros_of_others(&mut read) {
                    follow(&read[index], &mut known, &mut batch, read.len());
                }
            }
        }
        self.sorted(&known, read, read_at)
    }

    fn read(&self, task: &Task) -> Result<Done, Problem> {
        let shown = relative(self.root, &task.place.path);
        let stamp = self.stamp(task, &shown)?;
        let found = self.find(task, &shown, stamp)?;
        self.done(task, &shown, stamp, found)
    }

    /// Reads files once more that call macros of others, with those; which ones.
    fn with_macros_of_others(&self, read: &mut [TaskDone]) -> Vec<usize> {
        let paths: Vec<String> = read.iter().map(|(task, _)| relative(self.root, &task.place.path)).collect();
        let asking = read.iter().zip(&paths).enumerate().filter_map(|(index, ((task, result), path))| {
            let summary = &result.as_ref().ok()?.summary;
            Some((index, Asking { package: task.package, path, summary }))
        });
        let shared = SharedMacros::of(self.packages, asking.clone().map(|(_, asking)| asking));
        let again: Vec<(usize, Vec<String>, Vec<Box<str>>)> = asking
            .filter_map(|(index, asking)| {
                let asked = shared.asked(asking);
                let definitions = shared.for_file(asking, &asked);
                let is_new = shared::hash_of(&definitions) != asking.summary.shared;
                is_new.then(|| (index, definitions, asked.into_iter().map(Box::from).collect()))
            })
            .collect();
        let once_more = |(index, definitions, asked): &(usize, Vec<String>, Vec<Box<str>>)| {
            let (task, shown) = (&read[*index].0, &paths[*index]);
            let stamp = self.stamp(task, shown)?;
            let (text, content) = self.text(task, shown)?;
            let door = Door { shared: definitions, ..self.door };
            let mut summary = super::parse::summarise_behind(shown, &text, task.edition, door)?;
            summary.asked.clone_from(asked);
            let found = Found { summary, content, is_packed: false, is_stale: true };
            self.done(task, shown, stamp, found)
        };
        let results: Vec<Result<Done, Problem>> = again.par_iter().with_max_len(1).map(once_more).collect();
        let changed: Vec<usize> = again.into_iter().map(|(index, ..)| index).collect();
        for (index, result) in std::iter::zip(&changed, results) {
            read[*index].1 = result;
        }
        changed
    }

    fn done(&self, task: &Task, shown: &str, stamp: Stamp, found: Found) -> Result<Done, Problem> {
        let Found { summary, content, is_packed, is_stale } = found;
        let features = &self.packages[task.package].features;
        let (mut next, mut absent) = (Vec::new(), Vec::new());
        let mut problems = Vec::new();
        for outline in outlines(&task.place, &summary, self.cfg, features) {
            let there = match self.candidate(&outline) {
                Ok(there) => there,
                // Also behind a condition: what cannot be looked at may be code.
                Err((place, error)) => {
                    problems.push(self.unreachable(shown, &outline, place, &error));
                    continue;
                }
            };
            match there {
                Some(_) if task.depth >= DEPTH_LIMIT => {
                    problems.push(too_deep(shown, &outline));
                }
                Some(place) => {
                    let (item, is_other) = (outline.item, outline.is_other);
                    next.push(Next { item, place: place.clone(), is_other });
                }
                // The file of its own name is there only if some condition may leave it its name.
                None if outline.is_other && outline.candidates.len() > 1 => {}
                None if outline.may_be_missing => absent.push((outline.item, self.sought(&outline))),
                None => problems.push(self.missing(shown, &outline)),
            }
        }
        Ok(Done { summary, content, next, absent, problems, stamp, is_packed, is_stale })
    }

    fn overlay(&self, path: &Path) -> Option<&str> {
        overlaid(self.overlays, path)
    }

    /// What the disk knows of a file; of one that has yet to be saved, it need not know anything.
    fn stamp(&self, task: &Task, shown: &str) -> Result<Stamp, Problem> {
        match source_metadata(&task.place.path, Path::new(shown)) {
            Ok(metadata) => Ok(Stamp::of(&metadata)),
            Err(_) if self.overlay(&task.place.path).is_some() => Ok(Stamp::default()),
            Err(problem) => Err(problem),
        }
    }

    /// The text of a file, and its hash.
    fn text(&self, task: &Task, shown: &str) -> Result<(String, [u8; 16]), Problem> {
        let text = match self.overlay(&task.place.path) {
            Some(text) => text.to_owned(),
            None => source_text(&task.place.path, Path::new(shown))?,
        };
        let mut content = [0; 16];
        content.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
        Ok((text, content))
    }

    /// The first candidate that is there.
    ///
    /// # Errors
    /// When that cannot be said of one, such as in a folder that may not be entered.
    fn candidate<'o>(&self, outline: &'o Outline) -> Result<Option<&'o Place>, (&'o Place, io::Error)> {
        for place in &outline.candidates {
            match std::fs::metadata(&place.path) {
                _ if self.overlay(&place.path).is_some() => return Ok(Some(place)),
                Ok(_) => return Ok(Some(place)),
                Err(error) if is_absent(&error) => {}
                Err(error) => return Err((place, error)),
            }
        }
        Ok(None)
    }

    /// The summary of a file: from the pack if the file is the same as then, else from its text.
    fn find(&self, task: &Task, shown: &str, stamp: Stamp) -> Result<Found, Problem> {
        let entry = self.pack.entry(shown);
        let is_young = entry.is_some_and(|entry| self.pack.is_too_young(entry));
        let from_pack = |entry: &Entry, is_stale| {
            let summary = self.pack.summary(entry).filter(|kept| kept.edition == task.edition)?;
            Some(Found { summary, content: entry.content, is_packed: true, is_stale })
        };
        if let Some(entry) = entry.filter(|entry| entry.stamp == stamp && !is_young)
            && self.overlay(&task.place.path).is_none()
            && let Some(found) = from_pack(entry, false)
        {
            return Ok(found);
        }
        let (text, content) = self.text(task, shown)?;
        if let Some(entry) = entry.filter(|entry| entry.content == content)
            && let Some(found) = from_pack(entry, true)
        {
            return Ok(found);
        }
        let summary = super::parse::summarise_behind(shown, &text, task.edition, self.door)?;
        Ok(Found { summary, content, is_packed: false, is_stale: true })
    }

    /// Packs what was found for the next run, unless the old pack says the same.
    fn pack(&self, files: &[(usize, String, Task, Done)], read_at: SystemTime) {
        let same = files.len() == self.pack.len() && files.iter().all(|(_, _, _, done)| !done.is_stale);
        if same {
            return;
        }
        let packed: Vec<Packed> = files
            .iter()
            .map(|(_, path, _, done)| Packed {
                path,
                stamp: done.stamp,
                content: done.content,
                summary: (!done.is_packed).then_some(&done.summary),
            })
            .collect();
        self.pack.write(&packed, read_at);
    }

    fn sought(&self, outline: &Outline) -> Vec<String> {
        outline.candidates.iter().map(|place| relative(self.root, &place.path)).collect()
    }

    fn missing(&self, shown: &str, outline: &Outline) -> Problem {
        let candidates: Vec<String> =
            self.sought(outline).into_iter().map(|path| format!("`{path}`")).collect();
        Problem {
            path: shown.into(),
            span: Some(outline.span),
            message: format!("there is no file for module `{}`", outline.name),
            help: Some(format!("expected at {}", candidates.join(" or "))),
        }
    }

    fn unreachable(&self, shown: &str, outline: &Outline, place: &Place, error: &io::Error) -> Problem {
        let path = relative(self.root, &place.path);
        Problem {
            path: shown.into(),
            span: Some(outline.span),
            message: format!("cannot look for module `{}` at `{path}`: {error}", outline.name),
            help: Some("make the file and the folders above it readable".to_owned()),
        }
    }

    /// Numbers files in the order of their paths.
    fn sorted(&self, known: &FxHashMap<PathBuf, usize>, read: Vec<TaskDone>, read_at: SystemTime) -> Walked {
        let mut walked = Walked::default();
        let mut order: Vec<(usize, String, Task, Done)> = Vec::new();
        for (index, (task, result)) in read.into_iter().enumerate() {
            match result {
                Ok(done) => order.push((index, relative(self.root, &task.place.path), task, done)),
                Err(problem) => walked.problems.push(problem),
            }
        }
        order.sort_by(|a, b| a.1.cmp(&b.1));
        self.pack(&order, read_at);
        let numbers: FxHashMap<usize, FileId> =
            order.iter().enumerate().map(|(number, (index, ..))| (*index, FileId::new(number))).collect();
        walked.same = same(&order);
        walked.known =
            known.iter().map(|(path, index)| (path.clone(), numbers.get(index).copied())).collect();
        for (number, (_, shown, _, done)) in order.into_iter().enumerate() {
            let from = FileId::new(number);
            for Next { item, place, is_other } in &done.next {
                let Some(Some(to)) = walked.known.get(&place.path) else { continue };
                if *is_other {
                    walked.others.entry((from, *item)).or_default().push(*to);
                } else {
                    walked.outlines.insert((from, *item), *to);
                }
            }
            let absent = done.absent.into_iter();
            walked.absent.extend(absent.map(|(item, sought)| Absent { file: from, item, sought }));
            walked.problems.extend(done.problems);
            walked.files.push(SourceFile {
                path: shown.into(),
                content: done.content,
                summary: done.summary,
            });
        }
        walked.problems.sort_by(|a, b| (&a.path, a.span).cmp(&(&b.path, b.span)));
        walked
    }
}

/// The files of which another path was read before, by way of a link to them or to a folder above.
fn same(files: &[(usize, String, Task, Done)]) -> FxHashMap<FileId, FileId> {
    let mut alike: FxHashMap<Stamp, Vec<FileId>> = FxHashMap::default();
    for (number, (_, _, _, done)) in files.iter().enumerate() {
        alike.entry(done.stamp).or_default().push(FileId::new(number));
    }
    let mut same = FxHashMap::default();
    for alike in alike.into_values().filter(|alike| alike.len() > 1) {
        let mut first: FxHashMap<PathBuf, FileId> = FxHashMap::default();
        for file in alike {
            let (_, _, task, _) = &files[file.index()];
            let Ok(real) = task.place.path.canonicalize() else { continue };
            let known = *first.entry(real).or_insert(file);
            if known != file {
                same.insert(file, known);
            }
        }
    }
    same
}

/// A name that is too long for the disk cannot be there either.
pub(super) fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidFilename)
}

/// Takes up the files that the modules of one lead to.
fn follow(
    (task, result): &TaskDone,
    known: &mut FxHashMap<PathBuf, usize>,
    batch: &mut Vec<Task>,
    before: usize,
) {
    let Ok(found) = result else { return };
    let Task { package, edition, depth, .. } = *task;
    for Next { place, .. } in &found.next {
        let task = Task { place: place.clone(), package, edition, depth: depth + 1 };
        enqueue(known, batch, before, task);
    }
}

fn enqueue(known: &mut FxHashMap<PathBuf, usize>, batch: &mut Vec<Task>, before: usize, task: Task) {
    if !known.contains_key(&task.place.path) {
        known.insert(task.place.path.clone(), before + batch.len());
        batch.push(task);
    }
}

fn too_deep(shown: &str, outline: &Outline) -> Problem {
    Problem {
        path: shown.into(),
        span: Some(outline.span),
        message: format!("module `{}` lies more than {DEPTH_LIMIT} modules deep", outline.name),
        help: Some("links between folders or `#[path]` may lead in a circle".to_owned()),
    }
}
