//! From a step of one version to a step of another.

use super::error::Kind;
use super::state::Stored;
use super::{At, Chain, ChainError, State};
use crate::data::name;
use crate::{Data, Migration, Stage};

/// A migration whose types are forgotten.
pub(super) struct Migrating {
    name: &'static str,
    from: (u32, &'static str),
    to: (u32, &'static str),
    run: fn(&Stored) -> Result<Stored, String>,
}

impl<In: Data, E: Stage + ?Sized> Chain<In, E> {
    /// Knows how instances get from a step of one version to a step of another. It moves none by itself.
    ///
    /// # Panics
    ///
    /// If it is one of another process, leads from or to a version or a step that is not served, or to a step that
    /// takes something else, and if another leads from the same step to the same version.
    pub fn migrating<M: Migration>(mut self) -> Self {
        let (from, to) = ((M::FROM, M::STEP), (M::TO, M::AT));
        assert_eq!(self.process, M::PROCESS, "migration `{}` is of another process", M::NAME);
        self.takes::<M::From>(from, M::NAME);
        self.takes::<M::To>(to, M::NAME);
        let twice = self.migrations.iter().any(|it| it.from == from && it.to.0 == to.0);
        assert!(!twice, "two migrations lead from `{}` of version {} to version {}", from.1, from.0, to.0);
        let run = |stored: &Stored| {
            let before = stored.read::<M::From>().map_err(|error| error.to_string())?;
            let after = M::migrate(before).map_err(|error| error.to_string())?;
            Stored::write(&after).map_err(|error| error.to_string())
        };
        self.migrations.push(Migrating { name: M::NAME, from, to, run });
        self
    }

    fn takes<T: Data>(&self, (version, step): (u32, &str), migration: &str) {
        let course = self.versions.get(&version);
        let link = course.and_then(|course| Some(&course.links[*course.by_name.get(step)?]));
        let Some(link) = link else {
            panic!(
                "migration `{migration}`: there is no step `{step}` of version {version} of `{}`",
                self.process
            )
        };
        let (takes, own) = ((link.types)().0, name::<T>());
        assert_eq!(
            takes, own,
            "migration `{migration}`: step `{step}` of version {version} takes another type"
        );
    }

    /// The state of an instance on another version, by the [migration](Chain::migrating) that leads there from where
    /// it stands.
    ///
    /// # Errors
    ///
    /// If it is no state of this chain, no migration leads there, or it refuses to.
    pub fn migrate(&self, state: &State, to: u32) -> Result<State, ChainError> {
        let (course, at) = self.find(state)?;
        let step = course.links[at].terms.name;
        let refused = |why: String| self.error(state.version, step, Kind::Refused, why);
        let from = (state.version, step);
        let found = self.migrations.iter().find(|it| it.from == from && it.to.0 == to);
        let found = found.ok_or_else(|| refused(format!("no migration leads from here to version {to}")))?;
        let data = (found.run)(&state.data)
            .map_err(|why| refused(format!("migration `{}` does not take it: {why}", found.name)))?;
        let at = At::Step(found.to.1.into());
        Ok(State { version: to, at, data, ..state.clone() })
    }

    /// From which steps migrations lead to which: each version with its step.
    pub fn migrations(&self) -> impl Iterator<Item = ((u32, &'static str), (u32, &'static str))> {
        self.migrations.iter().map(|it| (it.from, it.to))
    }
}
