//! A simulated world around the core: time, crashes, takeovers, lost and late answers, all from one seed.
//!
//! Real steps run on the real core and on the store in memory, one thing at a time, in an order that the seed
//! decides. For so many turns everything goes wrong that can; then all is calm, and by the end every promise
//! must have been kept: see `check`.

mod check;
mod host;
mod letters;
mod mail;
mod party;
mod people;
mod scenes;
mod store;
mod tests;
mod work;

use super::core::Dice;
use super::event::{Action, Event};
use crate::store::{InstanceId, Memory, Store, Timestamp};
use crate::{CallError, State};
use check::Check;
use host::{Heard, Host, Request, Way, ready};
use party::Party;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use work::{Build, LIFE};

/// How often, of a hundred times, something else happens before a commit is written.
const SLOW: u64 = 50;

/// How many turns everything may go wrong.
const STORM: u64 = 260;

/// How many turns it may take until all is done, when nothing goes wrong any more.
const CALM: u64 = 6_000;

/// What was simulated.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    pub(super) turns: u64,
    pub(super) instances: u64,
    pub(super) effects: u64,
    pub(super) crashes: u64,
    pub(super) takeovers: u64,
    /// Commits without an answer.
    pub(super) cuts: u64,
    pub(super) lines: u64,
}

/// The simulated world.
struct Simulation {
    dice: Dice,
    clock: Arc<AtomicI64>,
    store: Memory,
    party: Party,
    hosts: Vec<Host>,
    network: Vec<Request>,
    /// Starts that were asked for, by their tickets.
    starts: BTreeMap<u64, (String, State)>,
    /// Those that were answered.
    known: BTreeMap<String, InstanceId>,
    commands: u64,
    number: u64,
    calm: bool,
    figures: Figures,
    check: Check,
}

/// Simulates what follows from a seed; an error is the promise that is broken.
pub(super) fn simulate(seed: u64) -> Result<Figures, String> {
    let mut simulation = Simulation::new(seed);
    simulation.storm()?;
    simulation.calm_down()?;
    simulation.finish()
}

impl Simulation {
    fn new(seed: u64) -> Simulation {
        let clock = Arc::new(AtomicI64::new(1_000_000));
        let read = clock.clone();
        let store = Memory::new().with_clock(move || Timestamp::from_millis(read.load(Ordering::Relaxed)));
        Simulation {
            dice: Dice::new(seed),
            clock,
            store,
            party: Party::new(seed ^ 0x5eed),
            hosts: Vec::new(),
            network: Vec::new(),
            starts: BTreeMap::new(),
            known: BTreeMap::new(),
            commands: 0,
            number: 0,
            calm: false,
            figures: Figures::default(),
            check: Check::default(),
        }
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.clock.load(Ordering::Relaxed))
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.dice.below(100) < percent
    }

    fn storm(&mut self) -> Result<(), String> {
        self.boot()?;
        for _ in 0..STORM {
            match self.dice.below(100) {
                0..3 => self.start()?,
                3..7 => self.command()?,
                7 if self.hosts.len() > 1 || self.chance(50) => {
                    let dies = self.one();
                    self.crash(dies);
                }
                8 if self.chance(40) => {
                    self.figures.takeovers += 1;
                    self.boot()?;
                }
                9..18 => drop(self.pass_time()?),
                _ => self.turn()?,
            }
            if self.hosts.is_empty() {
                self.boot()?;
            }
            self.check.effects(&self.party)?;
        }
        Ok(())
    }

    /// Nothing goes wrong any more: everything comes to its end.
    fn calm_down(&mut self) -> Result<(), String> {
        self.calm = true;
        self.party.books().calm = true;
        // Who does not own the store hears of it with its next commit, or has nothing to say any more.
        while self.hosts.first().is_some_and(|host| host.number != self.number || host.build == Build::Old) {
            self.crash(0);
        }
        if self.hosts.is_empty() {
            self.boot()?;
        }
        let starts: Vec<_> = self.starts.keys().copied().collect();
        for ticket in starts {
            self.send_start(ticket)?;
        }
        for _ in 0..CALM {
            let busy = self.turn_any()?;
            if self.hosts.is_empty() {
                self.boot()?;
            } else if !busy && !self.pass_time()? && !self.help()? {
                return match self.hosts[0].core.is_quiet() {
                    true => Ok(()),
                    false => Err("all is done, and its owner is not at rest".into()),
                };
            }
        }
        Err(format!("it comes to no end: {}", self.check.standing(&self.store)))
    }

    fn finish(mut self) -> Result<Figures, String> {
        self.check.end(&self.store, &self.party, (&self.known, self.number))?;
        let lines =
            ready(self.store.feed(crate::store::Position::START, usize::MAX)).map_err(|it| it.to_string())?;
        self.figures.lines = lines.len() as u64;
        self.figures.instances = self.known.len() as u64;
        self.figures.effects = self.party.books().done.len() as u64;
        Ok(self.figures)
    }

    /// A new process takes the store.
    fn boot(&mut self) -> Result<(), String> {
        self.number += 1;
        // In the end the new build is everywhere.
        let build = if self.calm || self.chance(60) { Build::New } else { Build::Old };
        let host = Host::new((self.number, build), &self.store, &self.party, self.now());
        self.hosts.push(host);
        Ok(())
    }

    /// A process is gone, with all that it had in mind; what it has sent may arrive all the same.
    fn crash(&mut self, at: usize) {
        let host = self.hosts.remove(at);
        self.figures.crashes += 1;
        let dice = &mut self.dice;
        self.network.retain(|request| {
            request.host != host.number || matches!(request.what, Way::Call(_)) && dice.below(2) == 0
        });
    }

    fn one(&mut self) -> usize {
        usize::try_from(self.dice.below(self.hosts.len() as u64)).unwrap_or_default()
    }

    /// One thing happens somewhere, or nothing.
    fn turn(&mut self) -> Result<(), String> {
        self.turn_any().map(drop)
    }

    /// One thing happens, unless there is nothing that could.
    fn turn_any(&mut self) -> Result<bool, String> {
        self.figures.turns += 1;
        let first = self.dice.below(4);
        for kind in (0..4).map(|kind| (first + kind) % 4) {
            let happened = match kind {
                0 => self.hear()?,
                1 => self.step(),
                2 => self.store_turn()?,
                _ => self.network_turn(),
            };
            if happened {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A core is told what has happened.
    fn hear(&mut self) -> Result<bool, String> {
        let waiting: Vec<_> = (0..self.hosts.len()).filter(|at| !self.hosts[*at].told.is_empty()).collect();
        let Some(at) = self.pick(&waiting) else { return Ok(false) };
        if let Some(heard) = self.hosts[at].told.pop_front() {
            self.tell_heard(at, heard)?;
        }
        Ok(true)
    }

    fn tell(&mut self, at: usize, event: Event) -> Result<(), String> {
        self.tell_heard(at, Heard::Event(event))
    }

    fn tell_heard(&mut self, at: usize, heard: Heard) -> Result<(), String> {
        let now = self.now();
        let host = &mut self.hosts[at];
        if let Heard::Event(Event::Answered(_, key, Ok(_))) = &heard {
            self.check.answered(host.number, *key);
        }
        let lives = host.tell(heard, now, &self.party)?;
        let requests = std::mem::take(&mut host.requests);
        let (begun, started) = (std::mem::take(&mut host.begun), std::mem::take(&mut host.started));
        for request in requests {
            self.send(request);
        }
        // Who has lost the store and does not know it yet may begin a step once more.
        let owns = self.hosts[at].number == self.number;
        for begin in begun.into_iter().filter(|_| owns) {
            self.check.begun(&begin, &self.store, now)?;
        }
        for (ticket, told) in started {
            self.check.started(ticket, &told, &self.starts, &self.known)?;
            if let (Some((name, _)), Ok(id)) = (self.starts.remove(&ticket), told) {
                self.known.insert(name, id);
            }
        }
        if !lives {
            self.crash(at);
        }
        Ok(())
    }

    /// A request is on its way. One that must not be long on its way arrives at once, or never.
    fn send(&mut self, request: Request) {
        // A store gives an owner time to stop: who is cut off begins no call after another has taken over.
        let cut_off = request.host != self.number;
        if cut_off && matches!(request.what, Way::Call(_)) {
            return;
        }
        let (id, key) = (request.id, request.key);
        let lost = !self.calm && self.chance(8) || self.party.books().refuses(key, request.made);
        let what = match request.what {
            Way::Call(_) if request.is_blocking && lost => {
                Way::Back(Box::new(Event::Answered(id, key, Err(CallError::missed("party::keep")))))
            }
            Way::Call(call) if request.is_blocking => {
                self.party.books().now = self.now();
                Way::Back(Box::new(Event::Answered(id, key, ready(call))))
            }
            what => what,
        };
        self.network.push(Request { what, ..request });
    }

    /// A step goes on.
    fn step(&mut self) -> bool {
        let waiting = self.hosts.iter().enumerate().flat_map(|(at, host)| {
            host.steps.iter().filter(|(_, (.., runs))| *runs).map(move |(number, _)| (at, *number))
        });
        let waiting: Vec<_> = waiting.collect();
        let Some((at, number)) = self.pick(&waiting) else { return false };
        self.hosts[at].step(number);
        true
    }

    /// The store does something that a core wants.
    fn store_turn(&mut self) -> Result<bool, String> {
        let waiting =
            self.hosts.iter().enumerate().flat_map(|(at, host)| {
                (0..host.wanted.len() + host.late.len()).map(move |which| (at, which))
            });
        let waiting: Vec<_> = waiting.collect();
        let Some((at, which)) = self.pick(&waiting) else { return Ok(false) };
        // Much happens while a commit is on its way.
        let commits = matches!(self.hosts[at].wanted.get(which), Some(Action::Commit(_)));
        if commits && self.chance(SLOW) && (self.hear()? || self.step() || self.network_turn()) {
            return Ok(true);
        }
        let host = &mut self.hosts[at];
        if let Some(late) = which.checked_sub(host.wanted.len()) {
            let event = host.late.remove(late);
            host.told.push_back(Heard::Event(event));
            return Ok(true);
        }
        let action = host.wanted.remove(which);
        let reads = !matches!(action, Action::Commit(_));
        let event = self.carry_out(action)?;
        // Whoever is killed just after a commit knows nothing of it.
        if !reads && !self.calm && self.chance(5) {
            self.crash(at);
            return Ok(true);
        }
        let late = reads && self.chance(25);
        let host = &mut self.hosts[at];
        match late {
            true => host.late.push(event),
            false => host.told.push_back(Heard::Event(event)),
        }
        Ok(true)
    }

    fn carry_out(&mut self, action: Action) -> Result<Event, String> {
        let store = self.store.clone();
        Ok(match action {
            Action::Commit(commit) => {
                let fault = if self.calm { 99 } else { self.dice.below(100) };
                self.figures.cuts += u64::from(fault < 7);
                Event::Committed(store::commit(&store, &commit, fault))
            }
            Action::Seal(lane, n) => Event::Sealed(ready(store.committed(lane, n))),
            Action::Record(id, at) => {
                let lines = ready(store.lines(&at));
                Event::Record(id, at, lines)
            }
            Action::Story(id) => {
                let story = ready(store.story(id, None, usize::MAX));
                Event::Story(id, story.map(|lines| lines.into_iter().rev().map(|(_, line)| line).collect()))
            }
            Action::Recall(duty, taker) => {
                let story = ready(store.story(taker, None, usize::MAX));
                let lines = story.map(|lines| lines.into_iter().rev().map(|(_, line)| line).collect());
                Event::Recalled(duty, taker, lines)
            }
            Action::Find(wanted) => {
                let row = store::find(&store, wanted.target());
                Event::Found(wanted, row.map(|row| row.map(Box::new)))
            }
            Action::Twin(id, target) => {
                let row = store::find(&store, target);
                let first = row.map(|row| {
                    let row = row?;
                    let line = ready(store.lines(&[row.first])).ok()?.into_iter().next()?;
                    Some((row.id, line.state?))
                });
                Event::Twin(id, first)
            }
            other => return Err(format!("nobody carries out {other:?}")),
        })
    }

    /// A request arrives, or its answer does; or one of them is lost.
    fn network_turn(&mut self) -> bool {
        if self.network.is_empty() {
            return false;
        }
        let which = usize::try_from(self.dice.below(self.network.len() as u64)).unwrap_or_default();
        let Request { host, id, key, made, what, is_blocking } = self.network.swap_remove(which);
        let at = self.hosts.iter().position(|it| it.number == host);
        let luck = if self.calm { 99 } else { self.dice.below(100) };
        let refused = self.party.books().refuses(key, made);
        self.party.books().now = self.now();
        let event = match what {
            Way::Back(_) if luck < 5 => Event::Answered(id, key, Err(CallError::lost("party::it", ""))),
            Way::Back(event) => *event,
            Way::Inquiry(inquiry) => Event::Inquired(id, key, ready(inquiry)),
            Way::Call(_) if luck < 8 || refused => {
                Event::Answered(id, key, Err(CallError::missed("party::it")))
            }
            Way::Call(call) => {
                let event = Event::Answered(id, key, ready(call));
                let what = Way::Back(Box::new(event));
                self.network.push(Request { host, id, key, made, what, is_blocking });
                return true;
            }
        };
        if let Some(at) = at {
            self.hosts[at].told.push_back(Heard::Event(event));
        }
        true
    }

    /// Time passes: often to the very moment for which something waits.
    fn pass_time(&mut self) -> Result<bool, String> {
        let timers = self.hosts.iter().filter_map(|host| host.core.next_timer());
        let timer = timers.min();
        let now = self.now();
        if self.calm && timer.is_none() {
            return Ok(false);
        }
        let rows = self.check.rows(&self.store);
        let expires = self.pick(&rows).map(|row| row.changed.after(LIFE));
        let to = match self.dice.below(4) {
            0 | 1 if timer.is_some() => timer,
            2 if expires.is_some() && !self.calm => expires,
            _ if self.calm => timer,
            _ => Some(now.after(Duration::from_millis(self.dice.below(120)))),
        };
        let to = to.unwrap_or(now).max(now);
        self.clock.store(to.millis(), Ordering::Relaxed);
        self.party.books().now = to;
        for at in (0..self.hosts.len()).rev() {
            self.tell(at, Event::Tick)?;
        }
        // What is wanted at once is done the next time.
        for at in (0..self.hosts.len()).rev() {
            if self.hosts[at].core.next_timer().is_some_and(|at| at <= to) {
                self.tell(at, Event::Tick)?;
            }
        }
        for host in &self.hosts {
            if host.core.next_timer().is_some_and(|at| at <= to) {
                return Err(format!("a timer does not fire at its time {to}"));
            }
        }
        Ok(true)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() {
            return None;
        }
        from.get(usize::try_from(self.dice.below(from.len() as u64)).unwrap_or_default()).cloned()
    }
}
