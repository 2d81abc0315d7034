//! The files of exceptions, that of the map and those beside code: changed, read again, and written.

use super::mapping::{Mapping, exceptions_beside, exceptions_path, shown};
use super::options::Global;
use super::patch;
use crate::graph::Graph;
use crate::report::{Failure, Failures};
use stateline_draw::terminal::TextStyle;
use stateline_rust::Workspace;
use stateline_schema::edit::{self, Changed, New};
use stateline_schema::{Exceptions, Known, Source, SourceId, read_exceptions};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// All of them, that of the map first; it need not be there.
pub(super) struct Files(Vec<File>);

struct File {
    /// Of one beside code.
    folder: Option<String>,
    path: PathBuf,
    source: Source,
}

/// What each of them is to hold.
pub(super) type Texts = Vec<String>;

/// The files that take new exceptions of a context, if that of the map does not.
pub(super) type Homes = BTreeMap<String, usize>;

impl Files {
    /// # Errors
    /// When one is there and cannot be read.
    pub(super) fn of(global: &Global, workspace: &Workspace) -> Result<Self, Failure> {
        let root = &workspace.root;
        let beside = exceptions_beside(global, workspace).into_iter();
        let beside = beside.map(|(folder, path)| (Some(folder), path));
        let all = std::iter::once((None, exceptions_path(global, root))).chain(beside);
        all.map(|(folder, path)| File::of(folder, path, root)).collect::<Result<_, _>>().map(Files)
    }

    /// New exceptions go beside code where all code of their context is.
    pub(super) fn homes(&self, graph: &Graph<'_>) -> Homes {
        let home = |context| {
            let folders = graph.package_folders(context);
            let holds = |file: &File| {
                let inside =
                    |folder: &&str| Path::new(folder).starts_with(file.folder.as_deref().unwrap_or(""));
                file.folder.is_some() && !folders.is_empty() && folders.iter().all(inside)
            };
            let at = self.0.iter().rposition(holds)?;
            Some((graph.name(context).to_owned(), at))
        };
        graph.contexts().filter_map(home).collect()
    }

    /// The texts after a change, of which there is one for each exception.
    ///
    /// # Errors
    /// When a text is written in a way that cannot be changed in place.
    pub(super) fn changed(
        &self,
        exceptions: &Exceptions,
        changed: &[Changed],
        new: &[New],
        homes: &Homes,
    ) -> Result<Texts, Failure> {
        let home = |new: &New| {
            let from = new.edges.first().and_then(|edge| edge.split(" -> ").next());
            from.and_then(|from| homes.get(from)).copied().unwrap_or(0)
        };
        let text = |(at, file): (usize, &File)| {
            let own = exceptions.entries.iter().zip(changed).filter(|(entry, _)| entry.folder == file.folder);
            let own: Vec<Changed> = own.map(|(_, changed)| changed.clone()).collect();
            let new: Vec<New> = new.iter().filter(|new| home(new) == at).cloned().collect();
            if own.is_empty() && new.is_empty() {
                return Ok(file.source.text.clone());
            }
            edit::change_exceptions(&file.source, &own, &new).ok_or_else(|| {
                Failure::new(format!("{} could not be changed in place", file.source.name))
                    .help("write `exceptions` as a list of mappings, one below the other")
            })
        };
        self.0.iter().enumerate().map(text).collect()
    }

    /// The exceptions of these texts.
    ///
    /// # Errors
    /// When they could not be read, which would be our own mistake.
    pub(super) fn read(&self, mapping: &mut Mapping, texts: &Texts) -> Result<Exceptions, Failures> {
        let mut all = Exceptions::default();
        for (file, text) in self.0.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
            let name = &file.source.name;
            let source = Source::new(SourceId(mapping.sources.len()), name, text);
            let (exceptions, mistakes) = read_exceptions(&source, &Known::default());
            mapping.sources.push(source);
            if let Some(mistake) = mistakes.first() {
                return Err(Failure::new(mistake.line(&mapping.sources))
                    .help(format!("{name} was not written: this is a mistake of the command"))
                    .into());
            }
            match &file.folder {
                Some(folder) => all.add_beside(folder, exceptions),
                None => all.entries.extend(exceptions.entries),
            }
        }
        Ok(all)
    }

    fn differing<'t>(&'t self, texts: &'t Texts) -> impl Iterator<Item = (&'t File, &'t String)> {
        self.0.iter().zip(texts).filter(|(file, text)| file.source.text != **text)
    }

    /// The files that are to change, and what they are to hold.
    pub(super) fn files<'t>(&'t self, texts: &'t Texts) -> impl Iterator<Item = (PathBuf, &'t [u8])> {
        self.differing(texts).map(|(file, text)| (file.path.clone(), text.as_bytes()))
    }

    /// The change as a patch.
    pub(super) fn patch(&self, texts: &Texts, style: &TextStyle) -> String {
        let patch =
            |(file, text): (&File, &String)| patch::render(&file.source.name, &file.source.text, text, style);
        self.differing(texts).map(patch).collect()
    }

    pub(super) fn are_current(&self, texts: &Texts) -> bool {
        self.differing(texts).next().is_none()
    }

    /// The names of those that change, or of the first.
    pub(super) fn names(&self, texts: &Texts) -> String {
        let names: Vec<&str> = self.differing(texts).map(|(file, _)| &*file.source.name).collect();
        if names.is_empty() { self.0[0].source.name.clone() } else { names.join(", ") }
    }
}

impl File {
    fn of(folder: Option<String>, path: PathBuf, root: &Path) -> Result<Self, Failure> {
        let name = shown(&path, root);
        let text = match path.symlink_metadata() {
            Err(_) => String::new(),
            Ok(_) => stateline_rust::map_text(&path, &name, stateline_schema::MAX_BYTES)
                .map_err(|problem| Failure::from(&problem))?,
        };
        Ok(File { folder, source: Source::new(SourceId(0), name, text), path })
    }
}
