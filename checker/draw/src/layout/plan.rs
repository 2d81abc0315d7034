//! What the picture is drawn from: names, sizes and who talks to whom, and nothing of code.

/// The system to draw. The order of everything in it is without meaning: [`super::layout`] sorts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub states: Vec<State>,
    pub lines: Vec<Line>,
    pub journeys: Vec<Journey>,
}

/// A context.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Unique; what lines, journeys and the lock call it.
    pub name: String,
    pub external: bool,
    /// How much land it gets beyond what its labels need: 1 is ordinary, up to 2 is large.
    pub size: f64,
    pub cities: Vec<City>,
    pub railways: Vec<Railway>,
}

/// What a context owns: a crate, or a module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct City {
    pub name: String,
    pub kind: CityKind,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CityKind {
    #[default]
    Crate,
    Module,
}

/// A process: its steps in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Railway {
    pub name: String,
    pub steps: Vec<String>,
}

/// One topic or operation that goes from one context to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The publisher, or the caller.
    pub from: String,
    /// The subscriber, or the called.
    pub to: String,
    pub kind: LineKind,
    /// The topic, or the operation.
    pub name: String,
    /// False for a crossing that the map does not allow. It is drawn, and earns no border.
    pub allowed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    Mail,
    Call,
}

/// A process as it travels over borders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    pub name: String,
    /// Where it is, one after the other, with what it does there.
    pub stops: Vec<(String, String)>,
}

impl Plan {
    /// The same plan in canonical order: sorted by name, without repetitions, without lines that lead
    /// nowhere or home.
    pub(crate) fn canonical(&self) -> Plan {
        let mut plan = self.clone();
        plan.states.sort_by(|a, b| a.name.cmp(&b.name));
        plan.states.dedup_by(|a, b| a.name == b.name);
        for state in &mut plan.states {
            state.cities.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
            state.cities.dedup();
            state.railways.sort_by(|a, b| (&a.name, &a.steps).cmp(&(&b.name, &b.steps)));
            state.size = if state.size.is_finite() { state.size.clamp(1.0, 2.0) } else { 1.0 };
        }
        let (lines, states) = (&mut plan.lines, &plan.states);
        let known = |name: &String| states.binary_search_by(|state| state.name.cmp(name)).is_ok();
        lines.retain(|line| line.from != line.to && known(&line.from) && known(&line.to));
        lines.sort_by(|a, b| {
            (a.kind, &a.name, &a.from, &a.to, a.allowed).cmp(&(b.kind, &b.name, &b.from, &b.to, b.allowed))
        });
        lines.dedup();
        for journey in &mut plan.journeys {
            journey.stops.retain(|(state, _)| known(state));
        }
        plan.journeys.sort_by(|a, b| a.name.cmp(&b.name));
        plan
    }

    /// The number of a context in a canonical plan.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.states.binary_search_by(|state| state.name.as_str().cmp(name)).ok()
    }
}
