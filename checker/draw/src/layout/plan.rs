//! What the picture is drawn from: names, sizes and who talks to whom, and nothing of code.

/// The system to draw. The order of everything in it is without meaning: [`super::layout`] sorts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub states: Vec<State>,
    pub lines: Vec<Line>,
    pub journeys: Vec<Journey>,
    /// Topics that nobody publishes and nobody subscribes to.
    pub idle: Vec<String>,
    /// Findings that belong to no one context.
    pub findings: usize,
}

/// What became of something since another map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Both maps have it, or there is no other map.
    #[default]
    Kept,
    Gained,
    Lost,
}

impl Fate {
    /// Before a number; nothing for what both maps have.
    pub fn sign(self) -> &'static str {
        match self {
            Fate::Kept => "",
            Fate::Gained => "+",
            Fate::Lost => "−",
        }
    }

    /// A name with the sign before it.
    pub(crate) fn signed(self, name: &str) -> String {
        let sign = self.sign();
        if sign.is_empty() { name.to_owned() } else { format!("{sign} {name}") }
    }
}

/// A context.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Unique; what lines, journeys and the lock call it.
    pub name: String,
    /// What is written instead of the name.
    pub title: Option<String>,
    pub external: bool,
    /// The context that it lies within: both are provinces of one country.
    pub within: Option<String>,
    /// Its lines of code, as far as they are known: much code has much land.
    pub lines: usize,
    pub cities: Vec<City>,
    pub railways: Vec<Railway>,
    /// Topics of which it has one end, and nobody the other.
    pub loose: Vec<Loose>,
    /// How much the rules found in it.
    pub findings: usize,
    pub fate: Fate,
}

impl State {
    /// What is written as its name.
    pub fn called(&self) -> &str {
        self.title.as_ref().unwrap_or(&self.name)
    }
}

/// Contexts of fewer lines are all alike.
const FEW_LINES: usize = 1000;

/// How much land so many lines get beyond what labels need: up to twice as much, a fifth for each doubling.
pub(crate) fn size(lines: usize) -> f64 {
    let doublings = (2 * lines / FEW_LINES).max(1).ilog2().min(5);
    1.0 + f64::from(doublings) / 5.0
}

/// A topic that nobody else hears, or that nobody publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loose {
    pub topic: String,
    /// Whether the context publishes it; else it subscribes to it.
    pub published: bool,
    pub fate: Fate,
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

/// What goes from one context to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The publisher, the caller, or the one that names.
    pub from: String,
    /// The subscriber, the called, or the one whose items are named.
    pub to: String,
    pub kind: LineKind,
    /// Topics, operations or items.
    pub names: Vec<String>,
    /// Of all these names.
    pub fate: Fate,
}

/// What a line stands for, from the loudest that is permitted to what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// A topic.
    Mail,
    /// Operations that may be called.
    Call,
    /// Items that may be named.
    Use,
    /// Items that are named although the map does not allow it, while an exception tolerates it.
    Tolerated,
    /// Items that are named although the map does not allow it.
    Broken,
}

impl LineKind {
    pub const ALL: [LineKind; 5] =
        [LineKind::Mail, LineKind::Call, LineKind::Use, LineKind::Tolerated, LineKind::Broken];

    /// As pictures name it in an attribute.
    pub fn name(self) -> &'static str {
        match self {
            LineKind::Mail => "mail",
            LineKind::Call => "call",
            LineKind::Use => "use",
            LineKind::Tolerated => "tolerated",
            LineKind::Broken => "broken",
        }
    }

    /// Whether the map allows it, so that it earns a border.
    pub fn is_allowed(self) -> bool {
        !matches!(self, LineKind::Tolerated | LineKind::Broken)
    }

    /// Whether something passes there; who may only be named exchanges nothing.
    pub fn is_traffic(self) -> bool {
        matches!(self, LineKind::Mail | LineKind::Call)
    }
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
            state.loose.sort();
            state.loose.dedup();
        }
        let (lines, states) = (&mut plan.lines, &plan.states);
        let known = |name: &String| states.binary_search_by(|state| state.name.cmp(name)).is_ok();
        lines.retain(|line| line.from != line.to && known(&line.from) && known(&line.to));
        lines.sort_by(|a, b| (a.kind, &a.from, &a.to, a.fate).cmp(&(b.kind, &b.from, &b.to, b.fate)));
        // One line for each two ends, kind and fate.
        lines.dedup_by(|line, first| {
            let is_same = (line.kind, &line.from, &line.to, line.fate)
                == (first.kind, &first.from, &first.to, first.fate);
            if is_same {
                first.names.append(&mut line.names);
            }
            is_same
        });
        for line in lines.iter_mut() {
            line.names.sort();
            line.names.dedup();
        }
        plan.idle.sort();
        plan.idle.dedup();
        for journey in &mut plan.journeys {
            journey.stops.retain(|(state, _)| known(state));
        }
        plan.journeys.sort_by(|a, b| a.name.cmp(&b.name));
        plan
    }

    /// Of each context the number of the one that is around all: the country that it is a province of.
    pub(crate) fn countries(&self) -> Vec<usize> {
        let outer = |state: &usize| self.number(self.states[*state].within.as_deref()?);
        // As many as there are contexts, should they lie within each other in a ring.
        let most = self.states.len() + 1;
        let outermost = |state| std::iter::successors(Some(state), outer).take(most).last().unwrap_or(state);
        (0..self.states.len()).map(outermost).collect()
    }

    /// The number of a context in a canonical plan.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.states.binary_search_by(|state| state.name.as_str().cmp(name)).ok()
    }
}
