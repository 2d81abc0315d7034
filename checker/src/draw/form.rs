//! The forms that the map is drawn in, and the files that each of them makes.

use super::atlas::{Atlas, Process};
use super::journey::Journey;
use super::scene::Scene;
use super::{d2, dot, json, likec4, markdown, mermaid, plantuml, structurizr};

/// A language of pictures, or of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Form {
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
    pub const ALL: [Form; 8] = [
        Form::Mermaid,
        Form::Markdown,
        Form::Json,
        Form::D2,
        Form::Dot,
        Form::Plantuml,
        Form::Structurizr,
        Form::Likec4,
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
            Form::Mermaid => ("mermaid", "mmd"),
            Form::Markdown => ("markdown", "md"),
            Form::Json => ("json", "json"),
            Form::D2 => ("d2", "d2"),
            Form::Dot => ("dot", "dot"),
            Form::Plantuml => ("plantuml", "puml"),
            Form::Structurizr => ("structurizr", "dsl"),
            Form::Likec4 => ("likec4", "c4"),
        }
    }

    /// The file by which it is known that a folder holds this form.
    pub fn first_path(self, stem: &str) -> String {
        format!("{stem}.{}", self.names().1)
    }

    /// The files of a subject in this form; `stem` is what their names begin with.
    ///
    /// # Errors
    /// A sentence, where the form has no picture of such a subject.
    pub fn draw(self, atlas: &Atlas, subject: Subject<'_>, stem: &str) -> Result<Vec<Sheet>, String> {
        let text = match subject {
            Subject::Map => self.map(atlas),
            Subject::Process(process) => self.process(atlas, process)?,
            Subject::Journey(journey) => self.journey(atlas, journey),
        };
        Ok(vec![Sheet { path: self.first_path(stem), content: text.into_bytes() }])
    }

    fn map(self, atlas: &Atlas) -> String {
        match self {
            Form::Markdown => markdown::map(atlas),
            Form::Json => json::document(atlas),
            _ => self.diagram(&Scene::map(atlas)),
        }
    }

    fn journey(self, part: &Atlas, journey: &Journey) -> String {
        match self {
            Form::Markdown => markdown::journey(journey),
            Form::Json => json::part("journey", journey),
            _ => self.diagram(&Scene::journey(part, journey)),
        }
    }

    fn process(self, atlas: &Atlas, process: &Process) -> Result<String, String> {
        Ok(match self {
            Form::Mermaid => mermaid::process(atlas, process),
            Form::Markdown => markdown::process(atlas, process),
            Form::Json => json::part("process", process),
            Form::Plantuml => plantuml::process(atlas, process),
            Form::D2 | Form::Dot | Form::Structurizr | Form::Likec4 => {
                return Err(format!("a process has no picture as {}", self.name()));
            }
        })
    }

    /// Nodes and arrows; tables and objects have pages of their own.
    fn diagram(self, scene: &Scene<'_>) -> String {
        match self {
            Form::Mermaid => mermaid::map(scene),
            Form::D2 => d2::map(scene),
            Form::Dot => dot::map(scene),
            Form::Plantuml => plantuml::map(scene),
            Form::Structurizr => structurizr::map(scene),
            Form::Likec4 => likec4::map(scene),
            Form::Markdown => markdown::map(scene.atlas),
            Form::Json => json::document(scene.atlas),
        }
    }
}
