//! Pictures of what is asked for, laid out when the first of them is.

use super::layout_lock::LayoutLock;
use stateline_draw::picture::Language;
use stateline_draw::{Atlas, Journey, Picture, Sheet};
use std::cell::OnceCell;
use std::path::Path;

/// What there is to be seen.
pub(super) enum Show<'s> {
    Map {
        atlas: &'s Atlas,
        /// Drawn over the map.
        journey: Option<&'s Journey>,
        /// Whether nothing is left out, so that the layout lock is about it.
        is_all: bool,
    },
    /// Both maps in the same layout.
    Difference { since: &'s str, before: &'s Atlas, after: &'s Atlas },
    /// Timetables are no pictures.
    Nothing,
}

pub(super) struct Gallery<'g> {
    show: Show<'g>,
    title: &'g str,
    lock: LayoutLock,
    picture: OnceCell<Picture>,
}

impl<'g> Gallery<'g> {
    pub(super) fn new(show: Show<'g>, title: &'g str, lock: LayoutLock) -> Self {
        Gallery { show, title, lock, picture: OnceCell::new() }
    }

    /// The files of a language; `stem` is what their names begin with.
    ///
    /// # Errors
    /// A sentence, where there is no such picture.
    pub(super) fn files(&self, language: Language, stem: &str) -> Result<Vec<Sheet>, String> {
        match self.show {
            Show::Map { atlas, journey, is_all } => {
                // A part of the map has a layout of its own.
                let lock = self.lock.lock.as_ref().filter(|_| is_all);
                let picture = || Picture::new(atlas, self.title, journey, lock);
                self.picture.get_or_init(picture).files(language, stem)
            }
            Show::Difference { since, before, after } => {
                let picture = || Picture::new(before, since, None, self.lock.lock.as_ref());
                let old = self.picture.get_or_init(picture);
                let new = Picture::new(after, self.title, None, Some(&old.lock()));
                old.compared(&new, language, stem)
            }
            Show::Nothing => {
                Err("a process has no picture, but its way has: `--journey` in place of `--process`"
                    .to_owned())
            }
        }
    }

    /// The lock as this layout leaves it, if anything was laid out that it is about.
    pub(super) fn new_lock(&self) -> Vec<Sheet> {
        let Show::Map { is_all: true, .. } = self.show else { return Vec::new() };
        let lock = self.picture.get().map(Picture::lock);
        lock.map(|lock| self.lock.sheet(&lock)).into_iter().collect()
    }

    /// How well the picture came out, if one was laid out.
    pub(super) fn told(&self) -> Option<String> {
        self.picture.get().map(Picture::told)
    }

    /// How a README shows it, if it was laid out.
    pub(super) fn snippet(&self, folder: &str, stem: &str) -> Option<String> {
        let Show::Map { .. } = self.show else { return None };
        self.picture.get().map(|picture| picture.snippet(folder, stem))
    }

    pub(super) fn lock_folder(&self) -> &Path {
        self.lock.folder()
    }
}
