//! What a change would do to whom; and to how many, if somebody has counted.

use stateline_schema::population::{Alike, Population};
use std::fmt;

/// What a change would do to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// To whom.
    pub whom: Whom,
    /// A sentence without its subject, true of one and of many: "would run `screen` when released".
    pub what: String,
}

/// To whom something would be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Instances.
    Instances {
        /// Of this process.
        process: String,
        /// On this version.
        version: u32,
        /// That stand there.
        stand: Stand,
    },
    /// Letters of a topic, in words.
    Letters(String, &'static str),
    /// Whatever else is on its way, in words.
    Else(String),
}

/// Where instances stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Blocked at a step.
    Blocked(String),
    /// At one of these steps.
    At(Vec<String>),
    /// At one of these steps, with data that is not of the shape with this hash.
    Stored(Vec<(String, Option<u64>)>),
    /// Behind a step: at one of these, or at the end.
    Past(String, Vec<String>),
    /// Anywhere.
    Anywhere,
}

impl Consequence {
    /// In a sentence; with how many it would be, by a population.
    pub fn told(&self, population: Option<&Population>) -> String {
        match (&self.whom, population) {
            (Whom::Instances { process, version, stand }, Some(population)) => {
                self.counted(&Counted::of(population, (process, *version), stand), population)
            }
            (Whom::Letters(topic, _), Some(population)) => {
                let owed = population.letters.iter().filter(|owed| owed.topic == *topic);
                let on_their_way: u64 = owed.map(|owed| u64::from(owed.number)).sum();
                format!("{self}; on {} there were {} of them", population.taken, on_their_way)
            }
            _ => self.to_string(),
        }
    }

    fn counted(&self, counted: &Counted, population: &Population) -> String {
        let Whom::Instances { process, version, stand } = &self.whom else { return self.to_string() };
        let Counted { hit, blocked, all } = *counted;
        let taken = &population.taken;
        let told = match (hit, stand) {
            (0, _) if all == 0 => {
                format!("{self}; on {taken} no instance of version {version} of `{process}` was in flight")
            }
            (0, _) => format!(
                "{self}; on {taken} there was none, and {} of version {version} were on their way",
                all
            ),
            (_, Stand::Blocked(step)) => {
                let others = match all - hit {
                    0 => String::new(),
                    others => format!(" ({} more of it are on their way)", others),
                };
                format!("{} blocked at `{step}` of version {version} {}{others}", hit, self.what)
            }
            (_, stand) => {
                let place = stand.place().map_or_else(String::new, |place| format!(" {place}"));
                let blocked = match blocked {
                    0 => String::new(),
                    blocked if blocked == hit => ", all of them blocked,".into(),
                    blocked => format!(", {} of them blocked,", blocked),
                };
                format!("{}{place} of version {version} of `{process}`{blocked} {}", hit, self.what)
            }
        };
        match population.unreadable {
            0 => told,
            unreadable => format!("{told}; {unreadable} more could not be read"),
        }
    }
}

/// How many are hit, how many of these are blocked, and how many there are of the version.
struct Counted {
    hit: u64,
    blocked: u64,
    all: u64,
}

impl Counted {
    fn of(population: &Population, (process, version): (&str, u32), stand: &Stand) -> Counted {
        let sum = |wanted: &dyn Fn(&Alike) -> bool| {
            let alike = population.of(process, version).filter(|alike| wanted(alike));
            alike.map(|alike| u64::from(alike.number)).sum()
        };
        let hit = |alike: &Alike| match stand {
            Stand::Blocked(step) => *step == alike.step && alike.state.is_blocked(),
            Stand::At(steps) | Stand::Past(_, steps) => steps.contains(&alike.step),
            Stand::Stored(steps) => {
                let stored = |(step, read): &(String, Option<u64>)| {
                    *step == alike.step && (alike.shape.is_none() || alike.shape != *read)
                };
                steps.iter().any(stored)
            }
            Stand::Anywhere => true,
        };
        Counted {
            hit: sum(&hit),
            blocked: sum(&|alike| hit(alike) && alike.state.is_blocked()),
            all: sum(&|_| true),
        }
    }
}

impl Stand {
    /// In words, if it is anywhere in particular.
    fn place(&self) -> Option<String> {
        let listed =
            |steps: &[&String]| steps.iter().map(|step| format!("`{step}`")).collect::<Vec<_>>().join(" or ");
        match self {
            Stand::Blocked(step) => Some(format!("blocked at `{step}`")),
            Stand::At(steps) => Some(format!("at {}", listed(&steps.iter().collect::<Vec<_>>()))),
            Stand::Stored(steps) => {
                Some(format!("stored at {}", listed(&steps.iter().map(|(step, _)| step).collect::<Vec<_>>())))
            }
            Stand::Past(step, _) => Some(format!("past `{step}`")),
            Stand::Anywhere => None,
        }
    }
}

/// Of one, whoever it may be.
impl fmt::Display for Consequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = &self.what;
        match &self.whom {
            Whom::Letters(_, words) => write!(f, "{words} {what}"),
            Whom::Else(words) => write!(f, "{words} {what}"),
            Whom::Instances { process, version, stand } => match (stand, stand.place()) {
                (Stand::Stored(_), Some(place)) => {
                    write!(f, "an instance of version {version} of `{process}` {place} {what}")
                }
                (_, Some(place)) => write!(f, "an instance {place} {what}"),
                (_, None) => write!(f, "an instance of version {version} {what}"),
            },
        }
    }
}
