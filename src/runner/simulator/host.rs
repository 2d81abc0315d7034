//! A process of the operating system that runs a core: it carries out what that wants, one thing at a time.

use super::mail::{Carries, Counts, Notes, Sells, child};
use super::party::Party;
use super::work::{Build, Desk, work};
use crate::chain::Structure;
use crate::runner::Durable;
use crate::runner::asks::Asks;
use crate::runner::core::{Core, Mail, Served, Writer};
use crate::runner::durable::{Ask, Called, Inquired, Port};
use crate::runner::duties::{Heard as Heard_, Registered, subscriptions};
use crate::runner::event::{Action, Begin, Event, Outcome, RunId};
use crate::runner::process::{self, Process, StepFuture};
use crate::store::{
    Definition, DefinitionId, Duty, Incarnation, InstanceId, LineKind, LogLine, Member, Memory, Query, Store,
    Timestamp,
};
use crate::{Handler, Hear, Json, Key, Verdict};
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

/// A process that runs a core.
pub(super) struct Host {
    /// Which one this is, of all that there have ever been.
    pub(super) number: u64,
    pub(super) build: Build,
    pub(super) core: Core,
    processes: BTreeMap<String, Arc<dyn Process>>,
    asks: Asks,
    door: Arc<Door>,
    /// Steps that run, in the order in which they began, and whether they have something to go on with.
    pub(super) steps: BTreeMap<u64, (RunId, StepFuture, bool)>,
    /// What the store is to do.
    pub(super) wanted: Vec<Action>,
    /// What was read, and is yet to be told: others are told before it.
    pub(super) late: Vec<Event>,
    pub(super) told: VecDeque<Heard>,
    /// What became of starts, by their tickets.
    pub(super) started: Vec<(u64, Result<InstanceId, String>)>,
    pub(super) begun: Vec<Begin>,
    pub(super) requests: Vec<Request>,
}

/// What a process hears.
pub(super) enum Heard {
    Event(Event),
    Ask(Ask),
}

/// A call on its way to the third party, or its answer on the way back.
pub(super) struct Request {
    pub(super) host: u64,
    pub(super) id: InstanceId,
    pub(super) key: Key,
    pub(super) made: u64,
    pub(super) what: Way,
    /// It arrives at once or never: what is known only for a while must not be long on its way.
    pub(super) is_blocking: bool,
}

/// Where a request is.
pub(super) enum Way {
    Call(Called),
    Inquiry(Inquired),
    /// It has arrived, and this is what will be told.
    Back(Box<Event>),
}

#[derive(Default)]
struct Door(Mutex<Vec<Ask>>);

impl Port for Door {
    fn ask(&self, ask: Ask) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(ask);
    }
}

impl Host {
    /// Takes the store.
    pub(super) fn new((number, build): (u64, Build), store: &Memory, party: &Party, now: Timestamp) -> Host {
        let desk = Arc::new(Desk(party.clone()));
        let served: Vec<Arc<dyn Process>> = vec![
            Arc::new(process::Served::new(work(build), desk.clone())),
            Arc::new(process::Served::new(child(), desk.clone())),
        ];
        let mut defined = ready(store.definitions()).expect("memory is read");
        let mut new = Vec::new();
        let structures: Vec<Structure> = served.iter().flat_map(|process| process.structures()).collect();
        for structure in &structures {
            let (process, version) = (structure.process.clone(), structure.version);
            if defined.iter().any(|it| (&it.process, it.version) == (&process, version)) {
                continue;
            }
            let id = DefinitionId(u32::try_from(defined.len() + 1).expect("they are few"));
            let structure = Json::write(structure).expect("it is data");
            let definition = Definition { id, process, version, structure, shapes: None };
            let payload = Json::write(&definition).ok();
            defined.push(definition.clone());
            new.push((definition, LogLine { payload, ..LogLine::new(now, LineKind::Defined, None) }));
        }
        let incarnation = Incarnation::new(now, [u8::try_from(number % 251).expect("it is small"); 10]);
        let (named, process_id) = (format!("{build:?}"), 1);
        let serves = structures.iter().map(|it| (it.process.clone(), it.version)).collect();
        let member = Member { incarnation, build: named, process_id, joined: now, serves };
        let lane = ready(store.join(&member)).expect("memory is joined");
        let opened = LogLine::opened(now, &lane, &member).expect("it is data");
        let handlers = vec![
            hears::<Sells>(&desk),
            hears::<Notes>(&desk),
            hears::<Carries>(&desk),
            hears::<Counts>(&desk),
        ];
        let subscriptions = subscriptions(&served, handlers).expect("each letter is for one");
        let receivers = subscriptions.iter().map(|it| (it.course.clone(), it.receivers.clone()));
        let mail = Mail::new(receivers.collect(), &defined, number << 40);
        let others = subscriptions.into_iter().map(|it| Arc::new(it) as Arc<dyn Process>);
        let all: Vec<_> = served.into_iter().chain(others).collect();
        let processes: BTreeMap<_, _> = all.iter().map(|it| (it.name().to_owned(), it.clone())).collect();
        let served = all.into_iter().map(|process| {
            let versions: Vec<u32> = process.structures().iter().map(|it| it.version).collect();
            let known = defined.iter().filter(|it| it.process == process.name());
            // Letters have one version.
            let known = known.filter(|it| versions.is_empty() || versions.contains(&it.version));
            Served { definitions: known.map(|it| (it.version, it.id)).collect(), process }
        });
        let core = Core::new(Writer::new(&lane, opened, new), (served.collect(), mail), 3, number);
        let owed = ready(store.find(&Query::open_letters(1_000))).expect("memory is read").rows;
        let told = [owed, Vec::new()].into_iter().map(|rows| Heard::Event(Event::Owed(rows)));
        let rows = ready(store.load(None, 1_000)).expect("memory is read");
        Host {
            number,
            build,
            core,
            processes,
            asks: Asks::default(),
            door: Arc::default(),
            steps: BTreeMap::new(),
            wanted: Vec::new(),
            late: Vec::new(),
            told: [Heard::Event(Event::Loaded(rows))].into_iter().chain(told).collect(),
            started: Vec::new(),
            begun: Vec::new(),
            requests: Vec::new(),
        }
    }

    /// Tells the core what has happened, and carries out what it wants; an error is what breaks a promise.
    pub(super) fn tell(&mut self, heard: Heard, now: Timestamp, party: &Party) -> Result<bool, String> {
        let event = match heard {
            Heard::Event(event) => event,
            Heard::Ask(ask) => {
                let (run, asked) = (ask.run, ask.asked.clone());
                self.asks.insert(ask);
                Event::Asked(run, asked.into())
            }
        };
        if let Event::Ended(run, _) = &event {
            self.asks.drop(*run);
        }
        self.core.take(event, now);
        for action in self.core.act() {
            match action {
                Action::Run(begin) => self.run(begin)?,
                Action::Drop(run) => {
                    self.asks.drop(run);
                    self.steps.retain(|_, (it, ..)| *it != run);
                }
                Action::Perform(id, key) => {
                    let Some((call, blocking)) = self.asks.perform(id, key) else {
                        return Err(format!("call {key} is made that nobody asks for"));
                    };
                    let (what, is_blocking) = (Way::Call(call), blocking);
                    self.request(Request { host: 0, id, key, made: 0, what, is_blocking }, party);
                }
                Action::Inquire(id, key) => {
                    let Some(inquiry) = self.asks.inquire(id, key) else {
                        return Err(format!("call {key} is asked about that nobody asks for"));
                    };
                    let what = Way::Inquiry(inquiry);
                    self.request(Request { host: 0, id, key, made: 0, what, is_blocking: false }, party);
                }
                Action::Tell(id, key, answer) => {
                    self.asks.tell(id, key, answer);
                    for (run, _, runs) in self.steps.values_mut() {
                        *runs |= run.instance == id;
                    }
                }
                Action::Started(ticket, told) => self.started.push((ticket, told)),
                Action::Over(..) | Action::Consumed(..) | Action::Checkpoint(_) => {}
                Action::Alert(what)
                    if what.contains("moves no such one") || what.contains("could not be parked") =>
                {
                    return Err(what);
                }
                Action::Alert(_) => {}
                Action::Broken(_) => return Ok(false),
                wanted => self.wanted.push(wanted),
            }
        }
        Ok(true)
    }

    fn request(&mut self, request: Request, party: &Party) {
        let mut books = party.books();
        books.counter += 1;
        self.requests.push(Request { host: self.number, made: books.counter, ..request });
    }

    fn run(&mut self, begin: Begin) -> Result<(), String> {
        let run = begin.run;
        if self.steps.values().any(|(it, ..)| it.instance == run.instance) {
            return Err(format!("two steps of instance {} run at once", run.instance));
        }
        self.begun.push(begin.clone());
        let Some(process) = self.processes.get(begin.state.process()) else { return Ok(()) };
        let step = process.run(begin, self.door.clone());
        self.steps.insert(run.number, (run, step, true));
        Ok(())
    }

    /// Lets a step go on.
    pub(super) fn step(&mut self, number: u64) {
        let Some((run, step, runs)) = self.steps.get_mut(&number) else { return };
        *runs = false;
        let mut context = Context::from_waker(Waker::noop());
        let polled = catch_unwind(AssertUnwindSafe(|| step.as_mut().poll(&mut context)));
        let run = *run;
        let asks = std::mem::take(&mut *self.door.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.told.extend(asks.into_iter().map(Heard::Ask));
        let outcome = match polled {
            Ok(Poll::Pending) => return,
            Ok(Poll::Ready(outcome)) => outcome,
            Err(_) => Outcome::Failed(Verdict::Park, "it panicked".into()),
        };
        self.steps.remove(&number);
        self.told.push_back(Heard::Event(Event::Ended(run, outcome)));
    }
}

/// A handler at this desk.
fn hears<H: Hear<Durable<Desk>>>(desk: &Arc<Desk>) -> Registered {
    let (handler, environment) = (Handler::of::<H>(), desk.clone());
    let course = Duty::course(handler.context(), handler.topic());
    Registered { course, handler: Arc::new(Heard_ { handler: Arc::new(handler), environment }) }
}

/// What is told at once.
pub(super) fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(told) => told,
        Poll::Pending => panic!("memory answers at once"),
    }
}
