//! Texts of files that are not saved, which are read in place of what the disk has.

use super::disk::too_long_for_a_source;
use super::workspace::Problem;
use std::path::{Path, PathBuf};

/// The text of a file as it is to be read, whatever the disk has: a buffer of an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Where the file is, or will be; absolute.
    pub path: PathBuf,
    /// What it will say.
    pub text: String,
}

impl Overlay {
    /// Whether this is the file at a path, by whatever links one comes to it.
    fn is_of(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        self.path == path
            || self.path.file_name() == path.file_name()
                && real(&self.path).is_some_and(|there| real(path) == Some(there))
    }

    /// Why it is not read, if nothing leads there or it is too long.
    pub(super) fn problem<'p>(
        &self,
        shown: impl Fn(&Path) -> String,
        mut known: impl Iterator<Item = &'p PathBuf>,
    ) -> Option<Problem> {
        let (message, help) = match too_long_for_a_source(&self.text) {
            Some(message) => (message, None),
            None if known.any(|path| self.is_of(path)) => return None,
            None => {
                let help = "give a file to which a `mod` line leads, or the root of a target";
                ("is read by no target of this workspace".to_owned(), Some(help.to_owned()))
            }
        };
        Some(Problem { path: shown(&self.path).into(), span: None, message, help })
    }
}

/// The text that stands for the file at a path.
pub fn overlaid<'o>(overlays: &'o [Overlay], path: &Path) -> Option<&'o str> {
    overlays.iter().find(|overlay| overlay.is_of(path)).map(|overlay| overlay.text.as_str())
}
