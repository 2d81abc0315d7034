//! The political map as files: one sheet, drawn in the languages of pictures.

use super::atlas::Atlas;
use super::form::Sheet as File;
use super::html;
use super::journey::Journey;
use super::layout::{self, Lock, Plan, Sheet, layout};
use super::planned::planned;
use super::svg::{self, DARK, LIGHT, Side, Theme, escaped};

/// A language of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Language {
    /// The political map, light and dark
    Svg,
    /// One page: the map with search, and a passport of each context
    Html,
    /// The political map, light and dark, as an image; its letters are those of the system's fonts
    #[cfg(feature = "png")]
    Png,
}

impl Language {
    pub const ALL: &[Language] = &[
        Language::Svg,
        Language::Html,
        #[cfg(feature = "png")]
        Language::Png,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Language::Svg => "svg",
            Language::Html => "html",
            #[cfg(feature = "png")]
            Language::Png => "png",
        }
    }

    /// The file by which it is known that a folder holds this language.
    pub fn first_path(self, stem: &str) -> String {
        match self {
            Language::Svg => format!("{stem}.{}.svg", LIGHT.name),
            Language::Html => format!("{stem}.html"),
            #[cfg(feature = "png")]
            Language::Png => format!("{stem}.{}.png", LIGHT.name),
        }
    }
}

/// A map that is laid out, ready to be drawn.
#[derive(Debug)]
pub struct Picture {
    title: String,
    atlas: Atlas,
    journey: Option<String>,
    plan: Plan,
    sheet: Sheet,
}

impl Picture {
    /// Lays out an atlas, as the lock has it where it knows something of it. The journey is drawn on it.
    pub fn new(atlas: &Atlas, title: &str, journey: Option<&Journey>, lock: Option<&Lock>) -> Picture {
        let plan = planned(atlas, journey);
        Picture {
            title: title.to_owned(),
            atlas: atlas.clone(),
            journey: journey.map(|journey| journey.process.clone()),
            sheet: layout(&plan, lock),
            plan,
        }
    }

    /// What the next layout shall keep.
    pub fn lock(&self) -> Lock {
        self.sheet.lock()
    }

    /// The rules of the picture that it breaks.
    pub fn faults(&self) -> Vec<layout::Fault> {
        self.sheet.faults(&self.plan)
    }

    /// The files that show this map beside a newer one in the same layout.
    ///
    /// # Errors
    /// A sentence, where a language has no such picture.
    pub fn compared(&self, new: &Picture, language: Language, stem: &str) -> Result<Vec<File>, String> {
        let pair = |theme: &'static Theme| {
            let (old, new) = (
                Side::new(&self.title, &self.sheet, &self.plan),
                Side::new(&new.title, &new.sheet, &new.plan),
            );
            svg::compared(&old, &new, theme)
        };
        match language {
            Language::Svg => Ok([&LIGHT, &DARK].map(|theme| file(stem, theme, "svg", pair(theme))).into()),
            Language::Html => Err(format!("a difference has no picture as {}", language.name())),
            #[cfg(feature = "png")]
            Language::Png => [&LIGHT, &DARK]
                .into_iter()
                .map(|theme| Ok(file(stem, theme, "png", super::png::png(&pair(theme))?)))
                .collect(),
        }
    }

    /// How well it came out, a line for each thing: which rules hold, how many that talk are neighbours.
    pub fn told(&self) -> String {
        let (neighbours, pairs) = self.sheet.neighbours;
        let crossings = self.sheet.crossings;
        let faults = self.faults();
        let rules = if faults.is_empty() { "rules I1 to I5 hold" } else { "rules are broken" };
        let mut lines = format!(
            "picture: {rules}; {neighbours} of {pairs} pairs that talk are neighbours, {crossings} crossings of ways\n"
        );
        for fault in faults {
            lines.push_str(&format!("  {}: {}\n", fault.rule, fault.what));
        }
        lines
    }

    /// What shows the two SVG files in a README, each where the page is light or dark.
    pub fn snippet(&self, folder: &str, stem: &str) -> String {
        let at =
            |theme: &Theme| escaped(&format!("{}/{stem}.{}.svg", folder.trim_end_matches('/'), theme.name));
        format!(
            "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">\n  \
             <img alt=\"{}\" src=\"{}\">\n</picture>\n",
            at(&DARK),
            escaped(&self.title),
            at(&LIGHT)
        )
    }

    pub fn svg(&self, theme: &'static Theme) -> String {
        let options = svg::Options { title: &self.title, theme, journey: self.journey.as_deref() };
        svg::svg(&self.sheet, &self.plan, &options)
    }

    /// One page with both pictures, and the atlas as data.
    pub fn html(&self) -> String {
        html::page(&self.title, &self.atlas, &self.sheet.names, &self.svg(&LIGHT), &self.svg(&DARK))
    }

    /// The files of a language; `stem` is what their names begin with.
    ///
    /// # Errors
    /// A sentence, where something outside is missing.
    pub fn files(&self, language: Language, stem: &str) -> Result<Vec<File>, String> {
        Ok(match language {
            Language::Svg => [&LIGHT, &DARK].map(|theme| file(stem, theme, "svg", self.svg(theme))).into(),
            #[cfg(feature = "png")]
            Language::Png => [&LIGHT, &DARK]
                .into_iter()
                .map(|theme| Ok(file(stem, theme, "png", super::png::png(&self.svg(theme))?)))
                .collect::<Result<_, String>>()?,
            Language::Html => {
                vec![File { path: language.first_path(stem), content: self.html().into_bytes() }]
            }
        })
    }
}

fn file(stem: &str, theme: &Theme, ending: &str, content: impl Into<Vec<u8>>) -> File {
    File { path: format!("{stem}.{}.{ending}", theme.name), content: content.into() }
}
