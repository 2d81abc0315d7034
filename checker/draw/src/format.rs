//! A format that the map is drawn in, and the files that it makes.

use crate::request::{Request, Subject};
use crate::terminal::TextStyle;
use crate::theme::{DARK, LIGHT, Theme};

/// What the names of files begin with that show all of a map.
pub const MAP: &str = "map";

/// A format that the map is drawn in: text for the terminal, a language of diagrams, tables, pictures.
#[derive(Debug)]
pub struct Format {
    /// As the command line has it.
    pub name: &'static str,
    /// What it is, as help says it.
    pub about: &'static str,
    /// Whether it is written where nobody says which.
    pub is_usual: bool,
    /// Whether it shows the laid-out picture.
    pub is_picture: bool,
    pub(crate) draw: Draw,
}

/// How a format draws, and how the names of its files end. `None` where it cannot show the subject.
#[derive(Debug)]
pub(crate) enum Draw {
    /// One file: `map.mmd`.
    File { extension: &'static str, draw: fn(&Request<'_>, TextStyle) -> Option<String> },
    /// One file for light pages and one for dark: `map.light.svg`, `map.dark.svg`.
    Themed { extension: &'static str, draw: fn(&Request<'_>, &'static Theme) -> Option<Themed> },
    /// A folder of files, whose paths are those inside it: `asyncapi/ledger.yaml`.
    Folder { name: &'static str, draw: fn(&Request<'_>) -> Option<Vec<OutputFile>> },
}

/// A picture, or why something outside kept it from being drawn.
pub(crate) type Themed = Result<Vec<u8>, String>;

/// A file that a format makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Below the folder that it is written to, with `/`.
    pub path: String,
    pub content: Vec<u8>,
}

impl Format {
    /// The file, or the folder of files, by which it is known that a folder holds this format.
    pub fn first_path(&self, stem: &str) -> String {
        match self.draw {
            Draw::File { extension, .. } => format!("{stem}.{extension}"),
            Draw::Themed { extension, .. } => themed_path(stem, &LIGHT, extension),
            Draw::Folder { name, .. } if stem == MAP => name.to_owned(),
            Draw::Folder { name, .. } => format!("{stem}-{name}"),
        }
    }

    /// The files that show what is asked for.
    ///
    /// # Errors
    /// A sentence, where the format cannot show such a subject, or where something outside is missing.
    pub fn draw(&self, request: &Request<'_>, style: TextStyle) -> Result<Vec<OutputFile>, String> {
        let missing = || self.missing(request.subject);
        match self.draw {
            Draw::File { draw, .. } => {
                let text = draw(request, style).ok_or_else(missing)?;
                Ok(vec![OutputFile { path: self.first_path(request.stem), content: text.into_bytes() }])
            }
            Draw::Themed { extension, draw } => [&LIGHT, &DARK]
                .into_iter()
                .map(|theme| {
                    let content = draw(request, theme).ok_or_else(missing)??;
                    Ok(OutputFile { path: themed_path(request.stem, theme, extension), content })
                })
                .collect(),
            Draw::Folder { draw, .. } => {
                let folder = self.first_path(request.stem);
                let inside =
                    |file: OutputFile| OutputFile { path: format!("{folder}/{}", file.path), ..file };
                Ok(draw(request).ok_or_else(missing)?.into_iter().map(inside).collect())
            }
        }
    }

    fn missing(&self, subject: Subject<'_>) -> String {
        let what = match subject {
            Subject::Map(_) => "a map",
            Subject::Process(..) => "a process",
            Subject::Journey(..) => "a journey",
            Subject::Diff { .. } => "a difference",
        };
        format!("{what} has no picture as {}", self.name)
    }
}

fn themed_path(stem: &str, theme: &Theme, extension: &str) -> String {
    format!("{stem}.{}.{extension}", theme.name)
}
