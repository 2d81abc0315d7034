//! Finds the map and reads it, once for as long as its files stay as they are.

use super::Place;
use super::crates::{self, TakenCrate};
use super::root::{root, way};
use stateline_schema::{Known, Map, Mistake, Source, SourceId, context_files};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::SystemTime;

/// The map's file name.
const NAME: &str = "stateline.yaml";

/// So many mistakes of a map are told by macros; `cargo stateline check` tells all.
const TOLD: usize = 5;

/// A map that is there.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What it says; nothing after mistakes.
    pub(crate) map: Option<Arc<Map>>,
    /// The way from the package's folder to its own: `/../..`.
    pub(crate) way: String,
    /// Its own folder.
    pub(crate) folder: PathBuf,
    /// Its files, named relative to its folder.
    pub(crate) sources: Arc<[Source]>,
    /// The crates that contexts own by a pattern or a folder, each with its context.
    pub(crate) taken: Arc<[TakenCrate]>,
}

/// The map of a place.
///
/// # Errors
/// There is none, or it cannot be read or has mistakes: the sentence that says so, which is given only
/// once for each crate.
pub(crate) fn read(place: &Place) -> Result<Arc<Found>, Option<String>> {
    let found = find(place).and_then(|(way, path)| {
        let text = remembered(&path);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        text.result.clone().map(|map| Found {
            map: Some(map),
            way,
            folder,
            sources: Arc::clone(&text.sources),
            taken: Arc::clone(&text.taken),
        })
    });
    found.map(Arc::new).map_err(|sentence| first_time(place).then_some(sentence))
}

/// The map of a place's workspace, and the way there. It lies beside the workspace's manifest, as it does for
/// the checker; one that is nearer to the package would be another map.
fn find(place: &Place) -> Result<(String, PathBuf), String> {
    let package = place.package_folder.as_deref().ok_or_else(|| missing(None))?;
    let root = place.workspace_folder.clone().map_or_else(|| root(package), Ok)?;
    let between = package.ancestors().take_while(|folder| *folder != root && folder.starts_with(&root));
    if let Some(nearer) = between.map(|folder| folder.join(NAME)).find(|path| path.is_file()) {
        let name = nearer.strip_prefix(&root).unwrap_or(&nearer).display().to_string();
        return Err(format!(
            "a workspace can have only one map, `{NAME}` beside its Cargo.toml, but `{name}` is another; remove \
             `{name}`, or rename it and add it as the `file` of a context"
        ));
    }
    let path = root.join(NAME);
    if path.is_file() { Ok((way(package, &root), path)) } else { Err(missing(Some(package))) }
}

fn missing(package: Option<&Path>) -> String {
    match package {
        Some(_) => format!("there is no `{NAME}` beside the workspace's Cargo.toml; run `cargo stateline init` to write one"),
        None => "the macros cannot find the map, because this build does not run under Cargo; build with `cargo build`".into(),
    }
}

/// A crate: its package's folder, and its name.
type Crate = (Option<PathBuf>, String);

/// Whether nothing was said of this crate's map before.
fn first_time(place: &Place) -> bool {
    static SAID: LazyLock<Mutex<HashSet<Crate>>> = LazyLock::new(Mutex::default);
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    said.insert((place.package_folder.clone(), place.crate_name.clone()))
}

/// A map as it was read.
struct Read {
    stamps: Vec<Stamp>,
    sources: Arc<[Source]>,
    taken: Arc<[TakenCrate]>,
    result: Result<Arc<Map>, String>,
}

/// A file that is as it was: of the same length, written at the same time.
pub(super) type Stamp = (PathBuf, Option<(u64, SystemTime)>);

/// The map at a path, from memory if all its files are as they were.
fn remembered(path: &Path) -> Arc<Read> {
    static MEMORY: LazyLock<Mutex<HashMap<PathBuf, Arc<Read>>>> = LazyLock::new(Mutex::default);
    let mut memory = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
    let as_it_was = |read: &&Arc<Read>| read.stamps.iter().all(|(path, stamp)| *stamp == self::stamp(path));
    if let Some(read) = memory.get(path).filter(as_it_was) {
        return Arc::clone(read);
    }
    let read = Arc::new(read_anew(path));
    memory.insert(path.to_owned(), Arc::clone(&read));
    read
}

pub(super) fn stamp(path: &Path) -> Option<(u64, SystemTime)> {
    let data = std::fs::metadata(path).ok()?;
    Some((data.len(), data.modified().ok()?))
}

fn read_anew(path: &Path) -> Read {
    let mut stamps = vec![(path.to_owned(), stamp(path))];
    let (sources, result) = match read_sources(path, &mut stamps) {
        Ok(sources) => {
            let (map, mistakes) = stateline_schema::read(&sources[0], &sources[1..], &Known::default());
            let result = if mistakes.is_empty() { Ok(Arc::new(map)) } else { Err(told(&mistakes, &sources)) };
            (sources, result)
        }
        Err(sentence) => (Vec::new(), Err(sentence)),
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let with_patterns = result.as_ref().ok().filter(|map| map.has_patterns());
    let taken = with_patterns.map(|map| {
        // Whoever adds a package to a workspace changes one of them.
        stamps
            .extend(["Cargo.toml", "Cargo.lock"].map(|name| (folder.join(name), stamp(&folder.join(name)))));
        crates::taken(map, folder)
    });
    Read { stamps, sources: sources.into(), taken: taken.unwrap_or_default().into(), result }
}

/// The main file of a map, and then its parts.
fn read_sources(path: &Path, stamps: &mut Vec<Stamp>) -> Result<Vec<Source>, String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut sources = vec![source(0, NAME, path)?];
    for name in context_files(&sources[0]) {
        let path = folder.join(&name.value);
        stamps.push((path.clone(), stamp(&path)));
        // The schema tells of a file that is not there.
        if path.is_file() {
            sources.push(source(sources.len(), &name.value, &path)?);
        }
    }
    Ok(sources)
}

fn source(id: usize, name: &str, path: &Path) -> Result<Source, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read `{name}`: {error}"))?;
    Source::from_bytes(SourceId(id), name, bytes).map_err(|mistake| {
        format!("byte {} of `{name}` is not UTF-8; save the file as UTF-8", mistake.span.end)
    })
}

/// The mistakes of a map as a compiler's message.
fn told(mistakes: &[Mistake], sources: &[Source]) -> String {
    let mut text = String::from("the map has mistakes; correct them first");
    for mistake in mistakes.iter().take(TOLD) {
        text.push_str("\n  ");
        text.push_str(&mistake.line(sources));
    }
    if mistakes.len() > TOLD {
        text.push_str(&format!("\n  and {} more; `cargo stateline check` lists all", mistakes.len() - TOLD));
    }
    text
}
