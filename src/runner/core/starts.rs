//! New instances, and those of which somebody else may have started the same.

use super::Core;
use super::live::{Line, Live, Then};
use super::orders::By;
use crate::data::differing;
use crate::runner::event::{Action, Start};
use crate::runner::planted::{Defect, planted};
use crate::store::{
    BusinessKey, Command, InstanceId, LineKind, LogLine, MAX_PAYLOAD, Ordered, StoreError, Target,
};
use crate::{Json, State};

/// By what an instance is known: process, rehearsal or not, key.
pub(super) type Name = (String, bool, BusinessKey);

/// An instance of which is asked whether somebody has started the same.
#[derive(Debug)]
pub(super) struct Starting {
    start: Start,
    ticket: Option<u64>,
    by: Option<By>,
    /// Whether it is asked for one with its id, not for one with its key.
    by_id: bool,
    /// The duty whose letter starts it.
    duty: Option<InstanceId>,
}

/// Where the store has the instance of this name.
pub(super) fn target((process, rehearsal, key): Name) -> Target {
    Target::Key { process, rehearsal, key }
}

pub(super) fn name(live: &Live) -> Option<Name> {
    let key = live.key.clone()?;
    Some((live.state.process().to_owned(), live.state.is_rehearsal(), key))
}

impl Core {
    /// Starts an instance.
    pub(super) fn start(&mut self, ticket: Option<u64>, start: Start) {
        let id = self.new_id();
        self.start_as(id, Starting { start, ticket, by: None, by_id: false, duty: None });
    }

    /// Starts an instance as a command says, unless there is one with its id. One that is being started is
    /// waited for: the command stays in the inbox.
    pub(super) fn start_by(&mut self, command: &Command, id: InstanceId, start: Start) {
        let unwritten = self.live.get(&id).is_some_and(|live| live.written.seq == 0);
        if unwritten || self.starting.contains_key(&id) {
            self.taken.remove(&command.id);
            return;
        }
        let starting = Starting { start, ticket: None, by: Some(By::of(command)), by_id: true, duty: None };
        self.starting.insert(id, starting);
        self.want(Action::Twin(id, Target::Instance(id)));
    }

    /// Starts an instance as a letter says, unless there is one with its key.
    pub(super) fn start_for(&mut self, duty: InstanceId, start: Start) {
        let id = self.new_id();
        let keyed = start.key.is_some();
        let starting = Starting { start, ticket: None, by: None, by_id: false, duty: Some(duty) };
        if !keyed {
            return self.start_as(id, starting);
        }
        self.starting.insert(id, starting);
        self.ask_twin(id);
    }

    fn start_as(&mut self, id: InstanceId, mut starting: Starting) {
        if starting.duty.is_some_and(|duty| !self.asks_to_start(duty)) {
            return;
        }
        // By what people know it letters find it too, unless its process says by what.
        let Start { key, state, .. } = &mut starting.start;
        if let (None, Some(key)) = (state.key(), &key) {
            *state = state.clone().keyed(Json::of_text(key.json().to_owned()).ok());
        }
        if planted(Defect::TwinOmitted) {
            (*key, *state) = (None, state.clone().keyed(None));
        }
        let Start { key, state, .. } = &starting.start;
        let key = key.clone();
        let served = self.processes.get(state.process());
        let Some(definition) = served.and_then(|it| it.definitions.get(&state.version()).copied()) else {
            let why = format!("version {} of `{}` is not served here", state.version(), state.process());
            return self.started(id, &starting, Err(why));
        };
        let bytes = state.data().text().len();
        if bytes > MAX_PAYLOAD {
            let why = super::calls::too_large(&format!("the input has {bytes} bytes"));
            return self.started(id, &starting, Err(why));
        }
        let mut live = Live::new(id, key, definition, state.clone());
        let known = name(&live).and_then(|name| self.keys.get(&name)).copied();
        if self.live.contains_key(&id) {
            return self.started(id, &starting, Ok(id));
        }
        if let Some(known) = known {
            self.starting.insert(id, starting);
            return self.await_twin(id, known);
        }
        let mut line = Line { state: Some(live.state.clone()), ..live.line(LineKind::Started) };
        line.command = starting.by.as_ref().map(|by| by.command);
        line.payload = starting.by.as_ref().and_then(|by| by.said(None));
        live.note(line, self.now);
        match starting.ticket {
            Some(ticket) if planted(Defect::AnsweredTooEarly) => self.want(Action::Started(ticket, Ok(id))),
            Some(ticket) => live.then.push((1, Then::Started(ticket))),
            None => {}
        }
        live.starting = Some(Box::new((starting.start, starting.by)));
        self.insert(live);
        if let Some(duty) = starting.duty {
            self.step_on(duty, Some(id));
        }
        self.rested(id);
        self.dirty(id);
    }

    /// Looks with what the one was started that is known by the same key, once that is written.
    fn await_twin(&mut self, id: InstanceId, known: InstanceId) {
        match self.live.get_mut(&known) {
            Some(live) if live.written.seq == 0 => live.then.push((1, Then::Twin(id))),
            _ => self.ask_twin(id),
        }
    }

    pub(super) fn ask_twin(&mut self, id: InstanceId) {
        let Some(starting) = self.starting.get(&id) else { return };
        let Start { key: Some(key), state, .. } = &starting.start else { return };
        let name = (state.process().to_owned(), state.is_rehearsal(), key.clone());
        self.want(Action::Twin(id, target(name)));
    }

    /// Looks for those that waited for this one to be written: it will not be.
    pub(super) fn ask_twins(&mut self, live: &Live) {
        for (_, then) in &live.then {
            if let Then::Twin(other) = then {
                self.ask_twin(*other);
            }
        }
    }

    /// An instance cannot be written, as there is another with its key.
    pub(super) fn has_twin(&mut self, id: InstanceId) -> bool {
        let Some(live) = self.live.get(&id) else { return false };
        if live.written.seq > 0 || live.key.is_none() {
            return false;
        }
        self.stop(id);
        let Some(mut live) = self.remove(id) else { return false };
        self.unmake_posted(&live);
        let ticket = live.then.iter().find_map(|(_, then)| match then {
            Then::Started(ticket) => Some(*ticket),
            _ => None,
        });
        self.ask_twins(&live);
        if let Some(starting) = live.starting.take() {
            let (start, by) = *starting;
            self.starting.insert(id, Starting { start, ticket, by, by_id: false, duty: None });
            self.ask_twin(id);
        }
        true
    }

    /// What became of the one with the same key, or the same id.
    pub(super) fn twin(&mut self, id: InstanceId, twin: Result<Option<(InstanceId, State)>, StoreError>) {
        let Some(starting) = self.starting.remove(&id) else { return };
        let told = match twin {
            Ok(Some((known, state))) if is_same(&state, &starting.start) => Ok(known),
            Ok(Some((known, state))) if starting.by_id => {
                Err(format!("instance {known} was started with {}", another(&state, &starting.start)))
            }
            Ok(Some((_, state))) => Err(taken(&state, &starting.start)),
            Ok(None) if starting.by_id || starting.duty.is_some() => {
                return self.start_as(id, Starting { by_id: false, ..starting });
            }
            Ok(None) => Err(format!("`{}` could not be started", starting.start.state.process())),
            Err(error) => match starting.by {
                // It stays in the inbox.
                Some(by) => {
                    self.taken.remove(&by.command);
                    return;
                }
                None if starting.duty.is_some() => {
                    return starting.duty.into_iter().for_each(|duty| self.untold(duty, &error));
                }
                None => Err(error.to_string()),
            },
        };
        self.started(id, &starting, told);
    }

    fn started(&mut self, id: InstanceId, starting: &Starting, told: Result<InstanceId, String>) {
        if let Some(by) = &starting.by {
            // What was started before is known already.
            self.answer(by, told.as_ref().err().cloned());
        }
        match (starting.duty, &told) {
            (Some(duty), Ok(_)) => self.step_on(duty, None),
            (Some(duty), Err(why)) => self.reject(duty, why.clone()),
            (None, _) => {}
        }
        let _ = id;
        if let Some(ticket) = starting.ticket {
            self.want(Action::Started(ticket, told));
        }
    }

    /// Writes down what became of a command that is about no instance, or changes none: why it was refused, if it was.
    pub(super) fn answer(&mut self, by: &By, refused: Option<String>) {
        let kind = if refused.is_some() { LineKind::Refused } else { LineKind::Noted };
        let mut line = LogLine::new(self.now, kind, None);
        (line.command, line.payload) = (Some(by.command), by.said(refused));
        self.writer.aside(line);
    }

    /// Writes down that somebody was shown the data of an instance: a line about none, since it changes none.
    pub(super) fn revealed(&mut self, command: &Command, target: &Target) {
        let shown = self.named(target);
        let said = Ordered { shown, ..command.ordered(None) };
        let mut line = LogLine::new(self.now, LineKind::Noted, None);
        (line.command, line.payload) = (Some(command.id), Json::write(&said).ok());
        self.writer.aside(line);
    }

    fn new_id(&mut self) -> InstanceId {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.dice.next().to_le_bytes());
        random[8..].copy_from_slice(&self.dice.next().to_le_bytes()[..2]);
        InstanceId::new(self.now, random)
    }
}

/// Whether an instance was started with the same input, whichever version of the process took it.
fn is_same(first: &State, start: &Start) -> bool {
    let Start { key, state, .. } = start;
    let named = first.process() == state.process() && first.is_rehearsal() == state.is_rehearsal();
    let keyed = first.key().map(Json::text) == key.as_ref().map(BusinessKey::json);
    named && keyed && first.data().means(state.data())
}

fn taken(first: &State, start: &Start) -> String {
    let key = start.key.as_ref().map(ToString::to_string).unwrap_or_default();
    let (process, another) = (start.state.process(), another(first, start));
    format!("`{process}` has an instance with the key {key} already, which was started with {another}")
}

/// In what an instance was started otherwise: the names of fields, and none of their values.
fn another(first: &State, start: &Start) -> String {
    let names = differing(first.data(), start.state.data());
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] if first.data().means(start.state.data()) => "another key".into(),
        [] => "another input".into(),
        [name] => format!("another input: {name} differs"),
        [names @ .., last] => format!("another input: {} and {last} differ", names.join(", ")),
    }
}
