//! A process while it is built: each step takes what the one before returns.

use super::address::Address;
use super::{At, Await, Awaited, Chain, Link, Retry};
use crate::{Data, Message, Run, Stage, Step, Undo};
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use std::time::Duration;

/// That a step takes what the step before it returns. Only the same type does.
#[diagnostic::on_unimplemented(
    message = "the step `{After}` takes `{Self}`, but the step before it, `{Before}`, returns `{Given}`",
    label = "`{After}` cannot follow `{Before}`"
)]
pub trait Takes<Given, Before, After> {}
impl<T, Before, After> Takes<T, Before, After> for T {}

/// That a compensation takes what the step that it undoes took.
#[diagnostic::on_unimplemented(
    message = "the compensation `{Undoing}` takes `{Self}`, but `{Undone}`, which it undoes, takes `{Given}`",
    label = "`{Undoing}` cannot undo `{Undone}`"
)]
pub trait TakesBack<Given, Undone, Undoing> {}
impl<T, Undone, Undoing> TakesBack<T, Undone, Undoing> for T {}

/// A process up to its step `Last`, begun with an `In`.
///
/// Each step is a statement, so that what is wrong with it is said at it:
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Await, Chain, Line, Mocked};
///
/// let line = Line::first::<load>();
/// let line = line.then::<release>();
/// let line = line.awaiting::<Decided>(Await::default());
/// let chain: Chain<Request, Mocked> = line.end(1);
/// assert_eq!(chain.steps(1).collect::<Vec<_>>(), ["load", "release"]);
/// ```
///
/// A step that takes something else does not compile:
///
/// ```compile_fail,E0277
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Chain, Line, Mocked};
///
/// let chain: Chain<Request, Mocked> = Line::first::<load>().then::<load>().end(1);
/// ```
#[must_use = "a line becomes a chain by `end`"]
pub struct Line<In, Last, E: ?Sized> {
    context: &'static str,
    process: &'static str,
    links: Vec<Link<E>>,
    types: PhantomData<fn(In) -> Last>,
}

/// The steps of one version, in their order and by their names.
pub(super) struct Course<E: ?Sized> {
    pub(super) links: Vec<Link<E>>,
    pub(super) by_name: HashMap<&'static str, usize>,
    /// Its entry of `stateline.lock`.
    pub(super) lock: Option<&'static str>,
}

impl<E: ?Sized> Course<E> {
    /// Where an instance stands whose step at this place has ended.
    pub(super) fn after(&self, at: usize) -> At {
        self.links.get(at + 1).map_or(At::Finished, |link| At::Step(link.terms.name.into()))
    }
}

impl<E: Stage + ?Sized> Line<(), (), E> {
    /// Begins with this step.
    pub fn first<S: Run<E>>() -> Line<S::Input, S, E> {
        let (context, process) = (S::CONTEXT, S::PROCESS);
        Line { context, process, links: vec![Link::of::<S>()], types: PhantomData }
    }
}

impl<In: Data, Last: Step, E: Stage + ?Sized> Line<In, Last, E> {
    /// Goes on with this step.
    pub fn then<S: Run<E>>(self) -> Line<In, S, E>
    where
        S::Input: Takes<Last::Output, Last, S>,
    {
        let Line { context, process, mut links, .. } = self;
        links.push(Link::of::<S>());
        Line { context, process, links, types: PhantomData }
    }

    /// The last step is stored by this name, which is not its function's.
    pub fn named(mut self, name: &'static str) -> Self {
        self.last().terms.name = name;
        self
    }

    /// The last step awaits this message, besides those that it awaits already: they come in any order.
    ///
    /// # Panics
    ///
    /// If it awaits one of the same topic already.
    pub fn awaiting<M: Message>(mut self, said: Await) -> Self {
        let (process, terms) = (self.process, &mut self.last().terms);
        let twice = terms.awaits.iter().any(|awaited| awaited.topic() == M::TOPIC);
        assert!(!twice, "step `{}` of `{process}` awaits `{}` twice", terms.name, M::TOPIC);
        terms.awaits.push(Awaited::of::<M>(said));
        self
    }

    /// One attempt of the last step may take so long.
    pub fn within(mut self, limit: Duration) -> Self {
        self.last().terms.within = Some(limit);
        self
    }

    /// The last step is tried again so.
    pub fn retried(mut self, retry: Retry) -> Self {
        self.last().terms.retry = Some(retry);
        self
    }

    /// The last step is undone by this compensation.
    pub fn undone_by<C: Undo<E, Last::Output>>(mut self) -> Self
    where
        C::Input: TakesBack<Last::Input, Last, C>,
    {
        self.last().undone_by::<Last, C>();
        self
    }

    /// Makes it the chain of this version.
    ///
    /// # Panics
    ///
    /// If two steps have one name.
    pub fn end(self, version: u32) -> Chain<In, E> {
        let names = self.links.iter().enumerate().map(|(at, link)| (link.terms.name, at));
        let by_name: HashMap<_, _> = names.collect();
        assert_eq!(by_name.len(), self.links.len(), "two steps of `{}` have one name", self.process);
        let course = Course { links: self.links, by_name, lock: None };
        let versions = BTreeMap::from([(version, course)]);
        let address = Address::default();
        let Line { context, process, .. } = self;
        Chain {
            context,
            process,
            newest: version,
            versions,
            address,
            migrations: Vec::new(),
            takes: PhantomData,
        }
    }

    fn last(&mut self) -> &mut Link<E> {
        self.links.last_mut().expect("a line begins with a step")
    }
}
