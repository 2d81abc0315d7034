//! The texts that a map stands in, changed in place.

use crate::cli::mapping::{self, Mapping, map_path, shown};
use crate::cli::options::Global;
use crate::report::{Failure, Failures};
use stateline_schema::{Exceptions, Known, Map, Source, SourceId, edit};
use std::path::{Path, PathBuf};

/// The map's own text, and those of contexts beside their code.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    /// All texts of the run, numbered as the map's places are. Those of the map are named as the map names them.
    sources: Vec<Source>,
    /// Which of them are the map's.
    ours: Vec<SourceId>,
    /// As they were, under the names that reports have for them.
    before: Vec<Source>,
    /// Where the map is.
    folder: PathBuf,
}

impl Texts {
    pub(super) fn of(mapping: &Mapping, global: &Global, root: &Path) -> Self {
        let path = map_path(global, root);
        let folder = path.parent().unwrap_or(root).to_owned();
        let files = mapping.map.contexts.values().filter_map(|context| context.file.as_ref());
        let mut ours: Vec<SourceId> = files.map(|file| file.span.source).collect();
        ours.push(SourceId(0));
        ours.sort_unstable();
        ours.dedup();
        let before = mapping.sources.clone();
        let named =
            |source: &Source| Source { name: shown(&root.join(&source.name), &folder), ..source.clone() };
        Texts { sources: before.iter().map(named).collect(), ours, before, folder }
    }

    /// Adds items to a list of a context, wherever its part of the map stands.
    ///
    /// # Errors
    /// When the text is written in a way that cannot be changed in place.
    pub(super) fn add(
        &mut self,
        map: &Map,
        context: &str,
        keys: &[&str],
        items: &[String],
    ) -> Result<(), Failure> {
        let (source, path, _) = self.place(map, context, keys);
        let text = edit::add(&self.sources[source.0], &path, items);
        self.put(source, text, &path)
    }

    /// Takes items out of a list of a context.
    ///
    /// # Errors
    /// When the text is written in a way that cannot be changed in place.
    pub(super) fn remove(
        &mut self,
        map: &Map,
        context: &str,
        keys: &[&str],
        items: &[&str],
    ) -> Result<(), Failure> {
        let (source, path, kept) = self.place(map, context, keys);
        let text = edit::remove(&self.sources[source.0], &path, items, kept);
        self.put(source, text, &path)
    }

    /// The text of a context, the path in it, and how many of its keys stay whatever is taken out.
    fn place<'k>(&self, map: &Map, context: &'k str, keys: &[&'k str]) -> (SourceId, Vec<&'k str>, usize) {
        let file = map.context(context).and_then(|context| context.file.as_ref());
        match file {
            Some(file) => (file.span.source, keys.to_vec(), 0),
            None => (SourceId(0), [&["contexts", context], keys].concat(), 2),
        }
    }

    fn put(&mut self, source: SourceId, text: Option<String>, path: &[&str]) -> Result<(), Failure> {
        let name = &self.before[source.0].name;
        self.sources[source.0].text = text.ok_or_else(|| {
            Failure::new(format!("{name} could not be changed in place at {}", path.join(".")))
                .help("write it there by hand, and run the command again")
        })?;
        Ok(())
    }

    /// The map as it would be, with no exceptions.
    ///
    /// # Errors
    /// When it would be wrong, which would be our own mistake.
    pub(super) fn mapping(&self, before: &Mapping) -> Result<Mapping, Failures> {
        let (main, others) = self.ours.split_first().expect("the map itself is among them");
        let parts: Vec<Source> = others.iter().map(|id| self.sources[id.0].clone()).collect();
        let (map, mistakes) = stateline_schema::read(&self.sources[main.0], &parts, &Known::default());
        if let Some(mistake) = mistakes.first() {
            let failure = Failure::new(mistake.line(&self.sources));
            return Err(failure.help("nothing was written: this is a mistake of the command").into());
        }
        let sources = before.sources.iter().zip(&self.sources);
        let sources = sources.map(|(old, new)| Source { text: new.text.clone(), ..old.clone() });
        Ok(Mapping {
            map,
            exceptions: Exceptions::default(),
            lock: None,
            base: None,
            population: None,
            sources: sources.collect(),
        })
    }

    /// Each text that differs from what it was: its name, and both.
    pub(super) fn changed(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let all = self.before.iter().zip(&self.sources);
        let changed = all.filter(|(before, after)| before.text != after.text);
        changed.map(|(before, after)| (before.name.as_str(), before.text.as_str(), after.text.as_str()))
    }

    /// The names of what changed.
    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self.changed().map(|(name, ..)| name).collect();
        if names.is_empty() { mapping::MAP.to_owned() } else { names.join(", ") }
    }

    /// The files that are to change, and what they are to hold.
    pub(super) fn files(&self) -> impl Iterator<Item = (PathBuf, &[u8])> {
        let all = self.before.iter().zip(&self.sources).filter(|(before, after)| before.text != after.text);
        all.map(|(_, after)| (self.folder.join(&after.name), after.text.as_bytes()))
    }
}
