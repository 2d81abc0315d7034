//! The political map, laid out and ready to be drawn.

use super::atlas::Atlas;
use super::journey::Journey;
use super::layout::{self, Lock, Plan, Sheet, layout};
use super::planned::planned;
use super::svg::{self, Side, escaped};
use super::theme::{DARK, LIGHT, Theme};

/// A map that is laid out, ready to be drawn.
#[derive(Debug)]
pub struct Picture {
    pub(crate) title: String,
    pub(crate) atlas: Atlas,
    journey: Option<String>,
    plan: Plan,
    pub(crate) sheet: Sheet,
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

    /// This map beside a newer one in the same layout.
    pub(crate) fn compared(&self, new: &Picture, theme: &'static Theme) -> String {
        let old = Side::new(&self.title, &self.sheet, &self.plan);
        let new = Side::new(&new.title, &new.sheet, &new.plan);
        svg::compared(&old, &new, theme)
    }

    /// How well it came out, a line for each thing: which rules hold, how many that talk are neighbours,
    /// what is not drawn.
    pub fn summary(&self) -> String {
        let faults = self.faults();
        let broken = |rule: &str| faults.iter().any(|fault| fault.rule == rule);
        let (broken, kept): (Vec<&str>, Vec<&str>) =
            layout::RULES.iter().map(|(rule, _)| *rule).partition(|rule| broken(rule));
        let rules = match broken.as_slice() {
            [] => format!("rules {} hold", kept.join(", ")),
            _ => format!("rules {} hold, {} do not", kept.join(", "), broken.join(", ")),
        };
        let mut told = vec![rules];
        let bordering = [
            (self.sheet.neighbours, "that exchange topics or calls"),
            (self.sheet.named_neighbours, "that only name items"),
        ];
        for ((neighbours, pairs), which) in bordering {
            if pairs > 0 {
                told.push(format!("{neighbours} of {pairs} pairs {which} share a border"));
            }
        }
        told.push(format!("{} crossings of ways", self.sheet.crossings));
        let undrawn = self.sheet.undrawn.len();
        if undrawn > 0 {
            told.push(format!(
                "{undrawn} ways are not drawn, as there is no room: `--sheet matrix` draws all"
            ));
        }
        let mut lines = format!("picture: {}\n", told.join("; "));
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
}
