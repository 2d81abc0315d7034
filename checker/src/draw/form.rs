//! The forms that the map is drawn in, and the files that each of them makes.

use super::atlas::{Atlas, Process};
use super::journey::Journey;
use super::scene::Scene;
use super::{json, markdown, mermaid};

/// A language of pictures, or of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Form {
    /// A flowchart of the map, a sequence diagram of a process, for Markdown pages
    Mermaid,
    /// The gazetteer: tables of contexts, topics and processes; the timetable of a process
    Markdown,
    /// One object, versioned
    Json,
}

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'s> {
    /// All of the atlas.
    Map,
    /// The timetable of a process.
    Process(&'s Process),
    /// The way of a process across borders.
    Journey(&'s Journey),
}

/// A file that a form makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Below the folder that it is written to, with `/`.
    pub path: String,
    pub content: Vec<u8>,
}

impl Form {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Form; 3] = [Form::Mermaid, Form::Markdown, Form::Json];

    /// Those that are written where nobody says which.
    pub const USUAL: [Form; 2] = [Form::Mermaid, Form::Markdown];

    /// As the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Mermaid => "mermaid",
            Form::Markdown => "markdown",
            Form::Json => "json",
        }
    }

    /// How the names of its files end.
    fn ending(self) -> &'static str {
        match self {
            Form::Mermaid => "mmd",
            Form::Markdown => "md",
            Form::Json => "json",
        }
    }

    /// The file by which it is known that a folder holds this form.
    pub fn first_path(self, stem: &str) -> String {
        format!("{stem}.{}", self.ending())
    }

    /// The files of a subject in this form; `stem` is what their names begin with.
    ///
    /// # Errors
    /// A sentence, where the form has no picture of such a subject.
    pub fn draw(self, atlas: &Atlas, subject: Subject<'_>, stem: &str) -> Result<Vec<Sheet>, String> {
        let text = match (self, subject) {
            (Form::Mermaid, Subject::Map) => mermaid::map(&Scene::map(atlas)),
            (Form::Mermaid, Subject::Process(process)) => mermaid::process(atlas, process),
            (Form::Mermaid, Subject::Journey(way)) => mermaid::map(&Scene::journey(atlas, way)),
            (Form::Markdown, Subject::Map) => markdown::map(atlas),
            (Form::Markdown, Subject::Process(process)) => markdown::process(atlas, process),
            (Form::Markdown, Subject::Journey(way)) => markdown::journey(way),
            (Form::Json, Subject::Map) => json::document(atlas),
            (Form::Json, Subject::Process(process)) => json::part("process", process),
            (Form::Json, Subject::Journey(way)) => json::part("journey", way),
        };
        Ok(vec![Sheet { path: self.first_path(stem), content: text.into_bytes() }])
    }
}
