//! The forms that the map is drawn in, and the files that each of them makes.

use super::atlas::{Atlas, Process};
use super::diff::Diff;
use super::journey::Journey;
use super::scene::Scene;
use super::{asyncapi, d2, dot, json, likec4, markdown, mermaid, plantuml, structurizr, text};
use crate::terminal::Paper;

/// A language of pictures, or of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Form {
    /// For the terminal
    Text,
    /// A flowchart of the map, a sequence diagram of a process, for Markdown pages
    Mermaid,
    /// The gazetteer: tables of contexts, topics and processes; the timetable of a process
    Markdown,
    /// One object, versioned
    Json,
    /// D2
    D2,
    /// The language of Graphviz
    Dot,
    /// A component diagram of the map, a sequence diagram of a process
    Plantuml,
    /// The C4 model as Structurizr has it
    Structurizr,
    /// The C4 model as LikeC4 has it
    Likec4,
    /// AsyncAPI 3.0, a document for each context
    Asyncapi,
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
    /// What the map has won and lost.
    Diff(&'s Diff),
}

/// What names of files begin with that show all of a map.
pub const MAP: &str = "map";

/// A file that a form makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Below the folder that it is written to, with `/`.
    pub path: String,
    pub content: Vec<u8>,
}

impl Form {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Form; 10] = [
        Form::Text,
        Form::Mermaid,
        Form::Markdown,
        Form::Json,
        Form::D2,
        Form::Dot,
        Form::Plantuml,
        Form::Structurizr,
        Form::Likec4,
        Form::Asyncapi,
    ];

    /// Those that are written where nobody says which.
    pub const USUAL: [Form; 2] = [Form::Mermaid, Form::Markdown];

    /// As the command line has it.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// Its name, and how the names of its files end.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Form::Text => ("text", "txt"),
            Form::Mermaid => ("mermaid", "mmd"),
            Form::Markdown => ("markdown", "md"),
            Form::Json => ("json", "json"),
            Form::D2 => ("d2", "d2"),
            Form::Dot => ("dot", "dot"),
            Form::Plantuml => ("plantuml", "puml"),
            Form::Structurizr => ("structurizr", "dsl"),
            Form::Likec4 => ("likec4", "c4"),
            Form::Asyncapi => ("asyncapi", "asyncapi"),
        }
    }

    /// The file, or the folder of files, by which it is known that a folder holds this form.
    pub fn first_path(self, stem: &str) -> String {
        match (self, stem) {
            (Form::Asyncapi, MAP) => "asyncapi".to_owned(),
            (Form::Asyncapi, stem) => format!("{stem}-asyncapi"),
            (form, stem) => format!("{stem}.{}", form.names().1),
        }
    }

    /// The files of a subject in this form; `stem` is what their names begin with.
    ///
    /// # Errors
    /// A sentence, where the form has no picture of such a subject.
    pub fn draw(
        self,
        atlas: &Atlas,
        subject: Subject<'_>,
        stem: &str,
        paper: &Paper,
    ) -> Result<Vec<Sheet>, String> {
        let diagram = |draw: fn(&Scene<'_>) -> String| match subject {
            Subject::Map => Ok(draw(&Scene::map(atlas))),
            Subject::Journey(way) => Ok(draw(&Scene::journey(atlas, way))),
            Subject::Process(_) => Err(format!("a process has no picture as {}", self.name())),
            Subject::Diff(_) => Err(format!("a difference has no picture as {}", self.name())),
        };
        let text = match (self, subject) {
            (Form::Text, Subject::Map) => text::map(atlas, paper),
            (Form::Text, Subject::Process(process)) => text::process(atlas, process, paper),
            (Form::Text, Subject::Journey(way)) => text::journey(way, paper),
            (Form::Text, Subject::Diff(diff)) => text::changes(diff, paper),
            (Form::Markdown, Subject::Diff(diff)) => markdown::changes(diff),
            (Form::Json, Subject::Diff(diff)) => json::part("diff", diff),
            (Form::Mermaid, Subject::Diff(diff)) => mermaid::changes(diff),
            (Form::Markdown, Subject::Map) => markdown::map(atlas),
            (Form::Markdown, Subject::Process(process)) => markdown::process(atlas, process),
            (Form::Markdown, Subject::Journey(way)) => markdown::journey(way),
            (Form::Json, Subject::Map) => json::document(atlas),
            (Form::Json, Subject::Process(process)) => json::part("process", process),
            (Form::Json, Subject::Journey(way)) => json::part("journey", way),
            (Form::Mermaid, Subject::Process(process)) => mermaid::process(atlas, process),
            (Form::Mermaid, _) => diagram(mermaid::map)?,
            (Form::Plantuml, Subject::Process(process)) => plantuml::process(atlas, process),
            (Form::Plantuml, _) => diagram(plantuml::map)?,
            (Form::D2, _) => diagram(d2::map)?,
            (Form::Dot, _) => diagram(dot::map)?,
            (Form::Structurizr, _) => diagram(structurizr::map)?,
            (Form::Likec4, _) => diagram(likec4::map)?,
            (Form::Asyncapi, Subject::Process(_) | Subject::Diff(_)) => diagram(|_| String::new())?,
            (Form::Asyncapi, Subject::Map | Subject::Journey(_)) => {
                let folder = self.first_path(stem);
                let sheet = |(name, text): (String, String)| Sheet {
                    path: format!("{folder}/{name}.yaml"),
                    content: text.into_bytes(),
                };
                return Ok(asyncapi::documents(atlas).into_iter().map(sheet).collect());
            }
        };
        Ok(vec![Sheet { path: self.first_path(stem), content: text.into_bytes() }])
    }
}
