//! The political map, laid out and ready to be drawn.

use super::atlas::Atlas;
use super::diff::Diff;
use super::journey::Journey;
use super::layout::{self, Lock, Matrix, Plan, Sheet, SheetKind, is_dense, layout, matrix};
use super::planned::{compared, planned};
use super::svg::{self, escaped};
use super::theme::{DARK, LIGHT, Theme};

/// A map that is laid out, ready to be drawn.
#[derive(Debug)]
pub struct Picture {
    pub(crate) title: String,
    pub(crate) atlas: Atlas,
    journey: Option<String>,
    /// What was gained and lost since another map, which the plan holds too.
    diff: Option<Diff>,
    plan: Plan,
    drawing: Drawing,
    /// What the lock had that a matrix does not need.
    kept: Lock,
}

#[derive(Debug)]
enum Drawing {
    Land(Box<Sheet>),
    Matrix(Matrix),
}

/// How a picture shall be laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'w> {
    /// Its process's way is drawn over it.
    pub journey: Option<&'w Journey>,
    /// What the last layout left.
    pub lock: Option<&'w Lock>,
    /// The kind of sheet; none for the one of the lock, and without one for land where all ways and tags
    /// find room.
    pub kind: Option<SheetKind>,
}

impl Picture {
    /// Lays out an atlas, as the lock has it where it knows something of it.
    pub fn new(atlas: &Atlas, title: &str, wanted: &Wanted<'_>) -> Picture {
        let plan = planned(atlas, wanted.journey);
        // A journey needs land to go over.
        let land = wanted.journey.map(|_| SheetKind::Land);
        let journey = wanted.journey.map(|journey| journey.process.clone());
        let wanted = Wanted { kind: land.or(wanted.kind), ..*wanted };
        Picture { journey, ..Picture::of(plan, atlas, title, &wanted) }
    }

    /// Lays out two maps as one, in which all that was gained and lost is marked.
    pub fn compared(diff: &Diff, maps: (&Atlas, &Atlas), title: &str, wanted: &Wanted<'_>) -> Picture {
        let plan = compared(&planned(maps.0, None), &planned(maps.1, None));
        let title = format!("{title}, since {}", diff.since);
        Picture { diff: Some(diff.clone()), ..Picture::of(plan, maps.1, &title, wanted) }
    }

    fn of(plan: Plan, atlas: &Atlas, title: &str, wanted: &Wanted<'_>) -> Picture {
        let kind = wanted.kind.or(wanted.lock.and_then(|lock| lock.kind));
        Picture {
            title: title.to_owned(),
            atlas: atlas.clone(),
            journey: None,
            diff: None,
            drawing: drawing(&plan, kind, wanted.lock),
            plan,
            kept: wanted.lock.cloned().unwrap_or_default(),
        }
    }

    /// What the next layout shall keep.
    pub fn lock(&self) -> Lock {
        match &self.drawing {
            Drawing::Land(sheet) => sheet.lock(),
            Drawing::Matrix(matrix) => {
                let mut lock = Lock { kind: Some(SheetKind::Matrix), ..self.kept.clone() };
                lock.seats.retain(|name, _| matrix.names.contains(name));
                lock
            }
        }
    }

    /// The map as land, if it is drawn so.
    pub(crate) fn sheet(&self) -> Option<&Sheet> {
        match &self.drawing {
            Drawing::Land(sheet) => Some(sheet),
            Drawing::Matrix(_) => None,
        }
    }

    /// The contexts in the order in which the picture numbers them.
    pub(crate) fn names(&self) -> &[String] {
        match &self.drawing {
            Drawing::Land(sheet) => &sheet.names,
            Drawing::Matrix(matrix) => &matrix.names,
        }
    }

    /// The rules of the picture that it breaks.
    pub fn faults(&self) -> Vec<layout::Fault> {
        match &self.drawing {
            Drawing::Land(sheet) => sheet.faults(&self.plan),
            Drawing::Matrix(matrix) => {
                let missing = matrix.missing(&self.plan).into_iter();
                missing.map(|what| layout::Fault { rule: layout::CELLS.0, what }).collect()
            }
        }
    }

    /// How well it came out, a line for each thing: which rules hold, how many that talk are neighbours,
    /// what is not drawn.
    pub fn summary(&self) -> String {
        let faults = self.faults();
        let mut lines = match &self.drawing {
            Drawing::Land(sheet) => format!("picture: {}\n", told(sheet, &faults)),
            Drawing::Matrix(matrix) => {
                let holds = if faults.is_empty() { "holds" } else { "does not hold" };
                let (rule, says) = layout::CELLS;
                let (contexts, pairs) = (matrix.names.len(), matrix.pairs());
                format!(
                    "picture: a matrix of {contexts} contexts and {pairs} pairs; rule {rule} {holds}: {says}\n"
                )
            }
        };
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
        let (title, diff) = (&self.title, self.diff.as_ref());
        let options = svg::Options { title, theme, journey: self.journey.as_deref(), diff };
        match &self.drawing {
            Drawing::Land(sheet) => svg::svg(sheet, &self.plan, &options),
            Drawing::Matrix(matrix) => svg::matrix(matrix, &self.plan, &options),
        }
    }
}

fn drawing(plan: &Plan, kind: Option<SheetKind>, lock: Option<&Lock>) -> Drawing {
    if kind == Some(SheetKind::Matrix) || kind.is_none() && is_dense(plan) {
        return Drawing::Matrix(matrix(plan));
    }
    let sheet = layout(plan, lock);
    if kind.is_none() && !sheet.undrawn.is_empty() {
        return Drawing::Matrix(matrix(plan));
    }
    Drawing::Land(Box::new(sheet))
}

/// Which rules a sheet keeps, and its figures.
fn told(sheet: &Sheet, faults: &[layout::Fault]) -> String {
    let is_broken = |rule: &str| faults.iter().any(|fault| fault.rule == rule);
    let (broken, kept): (Vec<&str>, Vec<&str>) =
        layout::RULES.iter().map(|(rule, _)| *rule).partition(|rule| is_broken(rule));
    let mut told = vec![match broken.as_slice() {
        [] => format!("rules {} hold", kept.join(", ")),
        _ => format!("rules {} hold, {} do not", kept.join(", "), broken.join(", ")),
    }];
    let bordering = [
        (sheet.neighbours, "that exchange topics or calls"),
        (sheet.named_neighbours, "that only name items"),
    ];
    for ((neighbours, pairs), which) in bordering {
        if pairs > 0 {
            told.push(format!("{neighbours} of {pairs} pairs {which} share a border"));
        }
    }
    told.push(format!("{} crossings of ways", sheet.crossings));
    let undrawn = sheet.undrawn.len();
    if undrawn > 0 {
        told.push(format!("{undrawn} ways are not drawn, as there is no room: `--sheet matrix` draws all"));
    }
    told.join("; ")
}
