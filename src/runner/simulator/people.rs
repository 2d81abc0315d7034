//! What people do meanwhile: they start instances, tell them something, interfere, and help.

use super::host::ready;
use super::mail::{Answered, Wish};
use super::work::{Build, Decided, Do, Plan, Trouble, work};
use super::{Event, Simulation};
use crate::Letter;
use crate::runner::core::Dice;
use crate::runner::event::Start;
use crate::store::{BusinessKey, Command, CommandId, Expected, Phase, Store, Target, Verb};

impl Simulation {
    /// Somebody starts something, sometimes twice.
    pub(super) fn start(&mut self) -> Result<(), String> {
        let name = format!("work-{}", self.dice.below(5));
        let plan = self.plan(&name);
        let build = self.hosts.last().map_or(Build::New, |host| host.build);
        let state = work(build).start(plan).expect("it reads back");
        self.commands += 1;
        self.starts.insert(self.commands, (name, state));
        self.send_start(self.commands)
    }

    pub(super) fn send_start(&mut self, ticket: u64) -> Result<(), String> {
        let Some((name, state)) = self.starts.get(&ticket).cloned() else { return Ok(()) };
        if self.hosts.is_empty() {
            return Ok(());
        }
        let start = Start { key: Some(BusinessKey::from(name.as_str())), state };
        let at = self.hosts.len() - 1;
        self.tell(at, Event::Start(ticket, Box::new(start)))
    }

    /// What an instance of this name does: always the same.
    fn plan(&mut self, name: &str) -> Plan {
        let mut seed = self.check.seed(name, || self.dice.next());
        let mut n = 0;
        let steps = (0..3).map(|step| {
            let count = 1 + seed.below(3);
            let mut does: Vec<_> = (0..count)
                .map(|_| {
                    n += 1;
                    does(&mut seed, n)
                })
                .collect();
            if step == 1 && seed.below(3) == 0 {
                does.insert(0, Do::Decision);
            }
            if step == 2 && seed.below(3) == 0 {
                does.insert(0, Do::Hear);
            }
            does
        });
        Plan { name: name.to_owned(), steps: steps.collect(), decided: None, answered: None }
    }

    /// Somebody wants something of an instance.
    pub(super) fn command(&mut self) -> Result<(), String> {
        let rows = self.check.rows(&self.store);
        let Some(id) = self.pick(&rows).map(|row| row.id) else { return Ok(()) };
        let target = Target::Instance(id);
        let verb = match self.dice.below(15) {
            0 => Verb::Hold(target),
            1 | 2 => Verb::Release(target),
            3 | 4 => Verb::Retry(target),
            5 => Verb::Cancel(target),
            6 => Verb::Rollback(target),
            12 | 13 => Verb::Migrate { instance: target, to: 2 },
            14 => Verb::MigrateBack(target),
            _ => Verb::Deliver { to: target, letter: letter() },
        };
        self.put(verb)
    }

    pub(super) fn put(&mut self, verb: Verb) -> Result<(), String> {
        self.commands += 1;
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.commands.to_le_bytes());
        let id = CommandId::new(self.now(), random);
        let (who, why) = ("somebody".to_owned(), "for a reason".to_owned());
        let command =
            Command { id, at: self.now(), who, why, verb, expected: Expected::default(), trace: None };
        ready(self.store.put(&[command])).map_err(|error| error.to_string())?;
        self.read_inbox()
    }

    /// The newest process looks for commands.
    fn read_inbox(&mut self) -> Result<(), String> {
        let commands = ready(self.store.inbox(None, 100)).map_err(|error| error.to_string())?;
        let Some(at) = self.hosts.len().checked_sub(1) else { return Ok(()) };
        self.tell(at, Event::Inbox(commands))
    }

    /// When nothing goes on by itself: a person helps what is held or parked, and tells what is awaited.
    pub(super) fn help(&mut self) -> Result<bool, String> {
        let inbox = ready(self.store.inbox(None, 100)).map_err(|error| error.to_string())?;
        if let Some(first) = inbox.first()
            && self.check.offers(first.id)
        {
            self.read_inbox()?;
            return Ok(true);
        }
        if !inbox.is_empty() {
            return Err(format!("a command is never answered: {:?}", inbox[0].verb));
        }
        let rows = self.check.rows(&self.store);
        for row in rows {
            let (id, standing) = (row.id, &row.standing);
            let target = Target::Instance(id);
            let verb = match standing.phase {
                _ if standing.held => Verb::Release(target),
                _ if standing.parked && self.check.helps(id) => Verb::Retry(target),
                // A letter that nobody can take is given up in the end.
                _ if standing.parked && row.is_duty() => Verb::Cancel(target),
                Phase::Waiting if row.is_duty() => continue,
                Phase::Waiting if standing.due.is_none() && !standing.parked => {
                    let name = row.key.as_ref().and_then(|key| serde_json::from_str(key.json()).ok());
                    let answered = Answered { name: name.unwrap_or_default(), answered: 77 };
                    let letter = match row.state.step() {
                        Some("third") => Letter::of(&answered).expect("it reads back"),
                        _ => letter(),
                    };
                    Verb::Deliver { to: target, letter }
                }
                _ => continue,
            };
            self.put(verb)?;
            return Ok(true);
        }
        Ok(false)
    }
}

fn letter() -> Letter {
    Letter::of(&Decided { decided: true }).expect("it reads back")
}

/// One thing that a step does.
fn does(dice: &mut Dice, n: u32) -> Do {
    let trouble = match dice.below(6) {
        0 => Trouble::Fail,
        1 => Trouble::Park,
        2 => Trouble::Panic,
        _ => Trouble::Again,
    };
    if dice.below(3) == 0 {
        let wish = match dice.below(8) {
            0 | 1 => Wish::Sell,
            2 => Wish::Unless(trouble),
            3 | 4 => Wish::Ship,
            5 | 6 => Wish::Answer,
            _ => Wish::Bear,
        };
        return Do::Order(wish, n, dice.below(2) as u32, dice.below(6) as u32);
    }
    match dice.below(16) {
        0 => Do::Look,
        1..4 => Do::Put(n),
        4..6 => Do::Keep(n),
        6..9 => Do::Send(n),
        9 => Do::Blind(n),
        10 if dice.below(2) == 0 => Do::Both(n, n + 100),
        10 => Do::Beside(n),
        11 => Do::Pause(10 + 10 * dice.below(20)),
        12 => Do::Whatever,
        _ => Do::Unless(trouble),
    }
}
