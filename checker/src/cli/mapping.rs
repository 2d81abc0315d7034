//! Loads the map: its file, the files of contexts beside their code, and the exceptions.

mod unread;

use super::git;
use super::options::Global;
use crate::finding::Place;
use crate::report::Failure;
use crate::rules::RULES;
use stateline_rust::{Fence, Overlay, Problem, Workspace};
use stateline_schema::lock::Lock;
use stateline_schema::population::Population;
use stateline_schema::{Exceptions, Known, MAX_BYTES, Map, Mistake, Source, SourceId, Span};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The map's usual name, at the workspace root.
pub(super) const MAP: &str = "stateline.yaml";
/// The exceptions' usual name, beside the map.
pub(super) const EXCEPTIONS: &str = "stateline.exceptions.yaml";

/// The usual name of a context's own file, beside its code.
const CONTEXT: &str = "stateline.context.yaml";

/// The map as meant, what is tolerated, and the texts that both stand in.
#[derive(Debug)]
pub(super) struct Mapping {
    pub(super) map: Map,
    pub(super) exceptions: Exceptions,
    /// What is locked, and what was at a revision: where that was asked for.
    pub(super) lock: Option<Lock>,
    pub(super) base: Option<Lock>,
    /// How many instances stand where, if that was asked for.
    pub(super) population: Option<Population>,
    /// Named relative to the workspace root, or absolutely outside it.
    pub(super) sources: Vec<Source>,
}

impl Mapping {
    /// No map: no contexts, and nothing that is tolerated.
    pub(super) fn none() -> Self {
        let (map, exceptions) = (Map::default(), Exceptions::default());
        Self { map, exceptions, lock: None, base: None, population: None, sources: Vec::new() }
    }

    /// A map and exceptions that are not on the disk yet; without exceptions if that text is empty.
    ///
    /// # Errors
    /// When the texts are wrong, which would be our own mistake.
    pub(super) fn of_texts(map: &str, exceptions: &str) -> Result<Self, Vec<Failure>> {
        let sources =
            vec![Source::new(SourceId(0), MAP, map), Source::new(SourceId(1), EXCEPTIONS, exceptions)];
        let too_long: Vec<_> = sources.iter().filter_map(too_long).collect();
        if !too_long.is_empty() {
            return Err(too_long);
        }
        let (map, mut mistakes) = stateline_schema::read(&sources[0], &[], &Known::default());
        let mut tolerated = Exceptions::default();
        if !exceptions.is_empty() {
            let (read, more) = stateline_schema::read_exceptions(&sources[1], &Known::default());
            tolerated = read;
            mistakes.extend(more);
        }
        let told =
            mistakes.iter().map(|mistake| Failure::new(format!("init wrote {}", mistake.line(&sources))));
        let told: Vec<_> = told.collect();
        if told.is_empty() {
            Ok(Self { map, exceptions: tolerated, lock: None, base: None, population: None, sources })
        } else {
            Err(told)
        }
    }
}

/// What is longer than `check` reads is not written.
fn too_long(source: &Source) -> Option<Failure> {
    let (name, length) = (&source.name, source.text.len());
    (length > MAX_BYTES).then(|| {
        Failure::new(format!("{name} would have {length} bytes, and no more than {MAX_BYTES} are read"))
            .help("run `cargo stateline init` with `--by crate`, or in a part of the workspace")
    })
}

/// Where the map of a workspace is, or is to be.
pub(super) fn map_path(global: &Global, root: &Path) -> PathBuf {
    global.map.as_ref().map_or_else(|| root.join(MAP), |path| absolute(path))
}

/// Where the exceptions are, or are to be.
pub(super) fn exceptions_path(global: &Global, root: &Path) -> PathBuf {
    let beside = || map_path(global, root).with_file_name(EXCEPTIONS);
    global.exceptions.as_ref().map_or_else(beside, |path| absolute(path))
}

/// The files of exceptions beside code that are there: the folder of their package, and where they are.
pub(super) fn exceptions_beside(global: &Global, workspace: &Workspace) -> Vec<(String, PathBuf)> {
    // The root's is the one beside the map, or what the command line names in its place.
    let folders = workspace.packages.iter().map(|package| &package.folder);
    let folders: BTreeSet<&String> = folders.filter(|folder| !folder.is_empty()).collect();
    let main = exceptions_path(global, &workspace.root);
    let paths =
        folders.into_iter().map(|folder| (folder.clone(), workspace.root.join(folder).join(EXCEPTIONS)));
    let is_there = |path: &Path| {
        path.symlink_metadata().is_ok() || stateline_rust::overlaid(&global.map_overlays, path).is_some()
    };
    paths.filter(|(_, path)| *path != main && is_there(path)).collect()
}

/// What may be quoted: files of the workspace, and files in the folders of those that are named on the
/// command line.
pub(super) fn fence(global: &Global, workspace: &Workspace) -> Fence {
    let named = [&global.map, &global.exceptions].into_iter().flatten();
    let folder = |path: &PathBuf| absolute(path).parent().map(Path::to_owned);
    Fence::new(workspace, named.filter_map(folder))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A text beside the map that need not be there, such as CODEOWNERS.
pub(super) fn exceptions_text(path: &Path) -> Option<String> {
    stateline_rust::map_text(path, &path.display().to_string(), MAX_BYTES).ok()
}

/// # Errors
/// All mistakes of the map, of the contexts' files and of the exceptions at once; or that there is
/// no map.
pub(super) fn load(global: &Global, workspace: &Workspace) -> Result<Mapping, Vec<Failure>> {
    let root = &workspace.root;
    let path = map_path(global, root);
    let folder = path.parent().unwrap_or(root).to_owned();
    let fence = fence(global, workspace);
    let overlays = &global.map_overlays;
    let mut loading =
        Loading { root, folder: &folder, fence: &fence, overlays, sources: Vec::new(), failures: Vec::new() };
    let text = loading.read(&path);
    let text = text.map_err(|problem| vec![no_map(&path, &problem)])?;
    loading.add(&path, text);
    loading.refuse_nearer_maps(workspace);
    loading.add_context_files(workspace);
    loading.finish()?;
    let (main, parts) = loading.sources.split_first().expect("the map itself was added");
    let rules: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    let known = Known { rules: Some(&rules) };
    let (map, mistakes) = stateline_schema::read(main, parts, &known);
    let exceptions = loading.add_exceptions(&exceptions_path(global, root), global.exceptions.is_some());
    let read = |source: &Source| stateline_schema::read_exceptions(source, &known);
    let (mut exceptions, mut more) = exceptions.as_ref().map(read).unwrap_or_default();
    for (folder, path) in exceptions_beside(global, workspace) {
        if let Some(source) = loading.add_exceptions(&path, false) {
            let (beside, wrong) = read(&source);
            exceptions.add_beside(&folder, beside);
            more.extend(wrong);
        }
    }
    mistakes.iter().chain(&more).for_each(|mistake| loading.tell(mistake));
    loading.failures.extend(unread::exceptions(global, workspace));
    loading.refuse_overlays_astray();
    loading.finish()?;
    let sources =
        loading.sources.iter().map(|source| Source { name: loading.name(source), ..source.clone() });
    Ok(Mapping { map, exceptions, lock: None, base: None, population: None, sources: sources.collect() })
}

/// The map as it was at a git revision, as far as today's command understands it; an empty one if there
/// was none.
///
/// # Errors
/// When git does not know the revision.
pub(super) fn at_revision(global: &Global, root: &Path, revision: &str) -> Result<Map, Failure> {
    let path = map_path(global, root);
    let folder = path.parent().unwrap_or(root);
    let Some(text) = git::file_at(folder, revision, &shown(&path, folder))? else {
        return Ok(Map::default());
    };
    let main = Source::new(SourceId(0), MAP, text);
    let mut parts = Vec::new();
    for file in stateline_schema::context_files(&main) {
        if let Some(text) = git::file_at(folder, revision, &file.value)? {
            parts.push(Source::new(SourceId(parts.len() + 1), file.value, text));
        }
    }
    // Its mistakes were that revision's, and are no reason not to compare.
    let (map, _) = stateline_schema::read(&main, &parts, &Known::default());
    Ok(map)
}

/// A path as reports write it: relative to the root where it lies inside, with `/`.
pub(super) fn shown(path: &Path, root: &Path) -> String {
    let within = |path: &Path| {
        let inside = path.strip_prefix(root).ok()?;
        Some(inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
    };
    // Cargo names the root without symbolic links, people write paths with them.
    let real = || within(&path.canonicalize().ok()?);
    within(path).or_else(real).unwrap_or_else(|| path.display().to_string())
}

fn no_map(path: &Path, problem: &Problem) -> Failure {
    let there = path.symlink_metadata().is_ok();
    if there || problem.span.is_some() {
        return Failure::from(problem);
    }
    Failure::new(format!("no map at {}", problem.path.display()))
        .help("`cargo stateline init` writes one of what is there")
}

/// What was read so far, and what is wrong with it. While the map is read, texts are named as the
/// map names them, from its own folder on.
struct Loading<'l> {
    root: &'l Path,
    folder: &'l Path,
    fence: &'l Fence,
    /// Texts to read in place of files.
    overlays: &'l [Overlay],
    sources: Vec<Source>,
    failures: Vec<Failure>,
}

impl Loading<'_> {
    fn read(&self, path: &Path) -> Result<String, Problem> {
        match stateline_rust::overlaid(self.overlays, path) {
            Some(text) => Ok(text.to_owned()),
            None => stateline_rust::map_text(path, &shown(path, self.root), MAX_BYTES),
        }
    }

    /// A text in place of a file that nothing reads would change nothing, and nobody would notice.
    fn refuse_overlays_astray(&mut self) {
        let read: Vec<PathBuf> = self.sources.iter().map(|source| self.folder.join(&source.name)).collect();
        for overlay in self.overlays {
            let alone = std::slice::from_ref(overlay);
            if !read.iter().any(|path| stateline_rust::overlaid(alone, path).is_some()) {
                let message = format!("{} is not part of the map", shown(&overlay.path, self.root));
                let help = "name the map, a context's file that it names, or the exceptions";
                self.failures.push(Failure::new(message).help(help));
            }
        }
    }

    fn add(&mut self, path: &Path, text: String) {
        self.sources.push(Source::new(SourceId(self.sources.len()), shown(path, self.folder), text));
    }

    /// A workspace has one map: macros would find one that lies nearer to a package, and hold its code to that.
    fn refuse_nearer_maps(&mut self, workspace: &Workspace) {
        let folders = workspace.packages.iter().flat_map(|package| Path::new(&package.folder).ancestors());
        let nearer: BTreeSet<PathBuf> = folders
            .filter(|folder| !folder.as_os_str().is_empty())
            .map(|folder| self.root.join(folder).join(MAP))
            .filter(|path| path.is_file())
            .collect();
        for path in nearer {
            let failure = Failure::new(format!("{} is a second map", shown(&path, self.root)));
            let help = format!(
                "a workspace has one, `{MAP}` at its root; name a context's part of it there by `file:`, and call it otherwise"
            );
            self.failures.push(failure.help(help));
        }
    }

    fn add_context_files(&mut self, workspace: &Workspace) {
        let named = stateline_schema::context_files(&self.sources[0]);
        for file in &named {
            let path = self.folder.join(&file.value);
            match self.read(&path) {
                Ok(text) => self.add(&path, text),
                Err(problem) => {
                    let named = self.place(file.span, "named here");
                    self.failures.push(Failure::from(&problem).at(named));
                }
            }
        }
        // One that nobody reads would guard nothing, and nobody would notice.
        let named: Vec<_> = named.iter().map(|file| self.folder.join(&file.value)).collect();
        let beside = workspace.packages.iter().map(|package| self.root.join(&package.folder).join(CONTEXT));
        let forgotten: Vec<_> = beside.filter(|path| path.is_file() && !named.contains(path)).collect();
        for path in forgotten {
            let file = shown(&path, self.folder);
            let failure = Failure::new(format!("no context of the map names {}", shown(&path, self.root)));
            self.failures
                .push(failure.help(format!("name it in the map: `contexts: {{ …: {{ file: {file} }} }}`")));
        }
    }

    /// The exceptions' text; a file that nobody asked for may be missing.
    fn add_exceptions(&mut self, path: &Path, asked: bool) -> Option<Source> {
        let is_there =
            path.symlink_metadata().is_ok() || stateline_rust::overlaid(self.overlays, path).is_some();
        if !asked && !is_there {
            return None;
        }
        match self.read(path) {
            Ok(text) => {
                self.add(path, text);
                self.sources.last().cloned()
            }
            Err(problem) => {
                self.failures.push(Failure::from(&problem));
                None
            }
        }
    }

    fn tell(&mut self, mistake: &Mistake) {
        let place = self.place(mistake.span, "");
        // A text that was given in place of a file may be quoted, wherever that file is.
        let is_given =
            stateline_rust::overlaid(self.overlays, &self.root.join(Path::new(&*place.path))).is_some();
        if !is_given && !self.fence.holds(Path::new(&*place.path)) {
            // The message and the help have words of the text in them.
            let message = "this is no valid map, nor a part of one";
            let help = "its text is not shown, because it lies outside the workspace";
            self.failures.push(Failure::new(message).at(place).help(help));
            return;
        }
        let mut failure = Failure::new(&mistake.message).at(place);
        failure.places.extend(mistake.related.iter().map(|(span, words)| self.place(*span, words)));
        failure.help.clone_from(&mistake.help);
        self.failures.push(failure);
    }

    fn place(&self, span: Span, label: &str) -> Place {
        let path = self.sources.get(span.source.0).map_or_else(String::new, |source| self.name(source));
        let path = path.into();
        Place { path, span: span.range(), label: label.to_owned().into() }
    }

    fn name(&self, source: &Source) -> String {
        shown(&self.folder.join(&source.name), self.root)
    }

    fn finish(&mut self) -> Result<(), Vec<Failure>> {
        match std::mem::take(&mut self.failures) {
            none if none.is_empty() => Ok(()),
            failures => Err(failures),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_check_would_refuse_is_not_written() {
        let map = "stateline: 1\n";
        let long = format!("{map}#{}", "-".repeat(MAX_BYTES));
        for (texts, name) in [((&*long, ""), MAP), ((map, &*long), EXCEPTIONS)] {
            let told = Mapping::of_texts(texts.0, texts.1).expect_err("it is too long");
            assert_eq!(told.len(), 1);
            let message =
                format!("{name} would have {} bytes, and no more than {MAX_BYTES} are read", long.len());
            assert_eq!(told[0].message, message);
        }
    }
}
