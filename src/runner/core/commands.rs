//! Commands out of the inbox, and the rows and records that they and we want.

use super::acks::Handed;
use super::calls::{CallLine, Told};
use super::ends::Waits;
use super::live::Live;
use super::orders::{By, Order, What};
use super::record::{Call, Item, Recorded};
use super::{Core, Timer};
use crate::Letter;
use crate::runner::event::{Action, Start, Wanted};
use crate::store::{
    Command, Duty, InstanceId, LineKind, LogLine, Phase, Position, Row, StoreError, Target, Verb,
};
use std::collections::hash_map::Entry;

impl Core {
    /// What is in the inbox. A command may come more than once, until its outcome is written; and once more, if
    /// the inbox was read before that.
    pub(super) fn inbox(&mut self, commands: Vec<Command>) {
        let spent = std::mem::take(&mut self.spent);
        for command in commands.into_iter().filter(|command| !spent.contains(&command.id)) {
            self.command(command);
        }
    }

    fn command(&mut self, command: Command) {
        if !self.taken.insert(command.id) {
            return;
        }
        let (target, what) = match command.verb.clone() {
            Verb::Start { instance, key, state } => {
                return self.start_by(&command, instance, Start { key, state: *state });
            }
            Verb::Deliver { to, letter } => (to, What::Deliver(letter)),
            Verb::Hold(target) => (target, What::Hold),
            Verb::Release(target) => (target, What::Release),
            Verb::Retry(target) => (target, What::Retry),
            Verb::Cancel(target) => (target, What::Cancel),
            Verb::Rollback(target) => (target, What::RollBack),
            Verb::Migrate { instance, to } => (instance, What::Migrate(to)),
            Verb::MigrateBack(target) => (target, What::MigrateBack),
            Verb::Answer { instance, call, answer } => (instance, What::Answer(call, answer)),
            Verb::Reveal(target) => return self.revealed(&command, &target),
        };
        let order = Order {
            by: Some(By::of(&command)),
            expected: command.expected,
            what,
            settled: false,
            compared: false,
            duty: None,
        };
        match self.named(&target).filter(|id| self.live.contains_key(id)) {
            Some(known) => self.order(known, order),
            None => {
                let waiting = self.commands.entry(target.clone()).or_default();
                waiting.push(order);
                if waiting.len() == 1 {
                    self.find(Wanted::Commands(target));
                }
            }
        }
    }

    /// The instance is here that these orders are for, or is not.
    fn take_orders(&mut self, orders: Vec<Order>, row: Result<Option<Row>, StoreError>) {
        let refused = match row {
            Ok(Some(row)) => {
                let (id, version) = (row.id, row.state.version());
                let served = self.processes.get(row.state.process());
                if served.is_some_and(|served| served.definitions.contains_key(&version)) {
                    if !self.live.contains_key(&id) {
                        self.take_up(row);
                        self.read_record(id);
                    }
                    return orders.into_iter().for_each(|order| self.order(id, order));
                }
                match row.is_duty() {
                    true => format!("nobody here takes letters for `{}`", row.state.process()),
                    false => format!("version {version} of `{}` is not served here", row.state.process()),
                }
            }
            Ok(None) => "there is no such instance".into(),
            Err(error) if error.is_damaged() => error.what().to_owned(),
            Err(_) => {
                // They stay in the inbox.
                let commands = orders.iter().filter_map(Order::command);
                return commands.for_each(|command| _ = self.taken.remove(&command));
            }
        };
        for by in orders.into_iter().filter_map(|order| order.by) {
            self.answer(&by, Some(refused.clone()));
        }
    }

    /// A row that was wanted is here.
    pub(super) fn found(&mut self, wanted: Wanted, row: Result<Option<Row>, StoreError>) {
        let target = wanted.target();
        if let Entry::Occupied(mut reads) = self.reads.entry(target.clone()) {
            match reads.get() {
                0 | 1 => _ = reads.remove(),
                _ => *reads.get_mut() -= 1,
            }
        }
        self.take_found(wanted, row);
        // It may have stayed for this alone.
        self.named(&target).into_iter().for_each(|id| self.leave(id));
    }

    /// The instance that a target names, as far as those in memory tell.
    pub(super) fn named(&self, target: &Target) -> Option<InstanceId> {
        match target {
            Target::Instance(id) => Some(*id),
            Target::Key { process, rehearsal, key } => {
                self.keys.get(&(process.clone(), *rehearsal, key.clone())).copied()
            }
        }
    }

    fn take_found(&mut self, wanted: Wanted, row: Result<Option<Row>, StoreError>) {
        if let Wanted::Wake(_) | Wanted::Missed(..) = wanted {
            self.waking.reading -= 1;
        }
        match (wanted, row) {
            (Wanted::Commands(target), row) => {
                let orders = self.commands.remove(&target).unwrap_or_default();
                self.take_orders(orders, row);
            }
            (Wanted::Park(id, why), Ok(Some(row))) if row.id == id => {
                // Somebody else may have wanted it meanwhile.
                if !self.live.contains_key(&id) {
                    self.insert(Live::of_row(row));
                }
                let Some(live) = self.live.get_mut(&id) else { return };
                live.unwritable = true;
                if live.reading {
                    live.parking = Some(why);
                    self.read_record(id);
                } else if !live.is_over() {
                    self.park(id, why);
                }
            }
            (Wanted::Wake(_), Ok(row)) => {
                // Whoever has moved it meanwhile has said what comes next.
                row.filter(|row| row.wake().is_some()).into_iter().for_each(|row| self.loaded(row));
            }
            (Wanted::Wake(id) | Wanted::Missed(id, _), Err(error)) if error.is_damaged() => {
                self.leave_damaged(id, &error);
            }
            (Wanted::Wake(id), Err(_)) => {
                self.timers.insert((self.now.after(super::writer::PAUSE), Timer::Wake(id)));
            }
            (Wanted::Turn(id), row) => self.fetched(id, row),
            (Wanted::Missed(..), Ok(Some(row))) => self.take_in(row),
            (Wanted::Missed(id, at), _) => {
                self.timers.insert((self.now.after(super::writer::PAUSE).max(at), Timer::Deadline(id)));
            }
            (Wanted::Taker(duty, _), row) => self.taker(duty, row),
            (Wanted::Park(id, why), _) => self.want(Action::Alert(format!("instance {id} is lost: {why}"))),
        }
    }

    /// An instance whose row is damaged stays as it is, and somebody is told, once.
    pub(super) fn leave_damaged(&mut self, id: InstanceId, error: &StoreError) {
        if self.damaged.insert(id) {
            self.want(Action::Alert(format!("{error}: it is left as it is, and does not go on")));
        }
    }

    /// Has the lines read that an instance's record consists of.
    pub(super) fn read_record(&mut self, id: InstanceId) {
        if let Some(live) = self.live.get(&id)
            && live.reading
        {
            let positions = live.standing.record.clone();
            self.want(Action::Record(id, positions));
        }
    }

    /// The lines of an instance's record are here.
    pub(super) fn recorded(
        &mut self,
        id: InstanceId,
        at: &[Position],
        lines: Result<Vec<LogLine>, StoreError>,
    ) {
        // It may have been asked for twice, and what was asked for first may have another record by now.
        let wanted = |live: &&mut Box<Live>| live.reading && live.standing.record == at;
        let Some(live) = self.live.get_mut(&id).filter(wanted) else { return };
        let items = match lines {
            Ok(lines) => {
                let items = lines.iter().zip(at);
                items.map(|(line, at)| item(line).map(|item| Item { position: Some(*at), ..item })).collect()
            }
            Err(error) if error.is_damaged() => Err(error.to_string()),
            Err(_) => {
                self.timers.insert((self.now.after(super::writer::PAUSE), Timer::Record(id)));
                return;
            }
        };
        live.standing.record.clear();
        live.reading = false;
        let handed = Duty::is_course(live.state.process()) && live.standing.phase == Phase::Waiting;
        if handed && self.mail.unread > 0 {
            self.mail.unread -= 1;
        }
        match items {
            Ok(items) => {
                let items: Vec<Item> = items;
                live.suspect |= items.iter().any(|item| matches!(item.what, Recorded::Suspect { .. }));
                live.record = items;
                match live.parking.take().filter(|_| !live.is_over()) {
                    Some(why) => self.park(id, why),
                    None => self.rested(id),
                }
            }
            Err(error) => {
                // Where it stands is kept, for whoever can read it.
                let unread = at.iter().map(|at| Item { seq: 0, position: Some(*at), what: Recorded::Unread });
                live.record = unread.collect();
                match live.is_over() {
                    true => self.rested(id),
                    false => self.park(id, format!("its record cannot be read: {error}")),
                }
            }
        }
    }
}

/// What a line of a record says.
fn item(line: &LogLine) -> Result<Item, String> {
    let seq = line.about.as_ref().map(|about| about.seq).ok_or("a line is about no instance")?;
    let payload = line.payload.as_ref().ok_or("a line says nothing")?;
    let what = match line.kind {
        LineKind::Intent | LineKind::Answer => {
            let said: CallLine = payload.read().map_err(|error| error.to_string())?;
            let (answer, keeps) = match said.told {
                Told::Came { answer, keeps } => (Some(answer), keeps),
                Told::Intent | Told::NotDone | Told::Open(_) => (None, false),
            };
            let CallLine { key, operation, begun, since, by, .. } = said;
            let effect = line.effect.ok_or("a call has no effect")?;
            let by_person = by.is_some();
            Recorded::Call(Call { key, operation, effect, since, begun, answer, keeps, by_person })
        }
        LineKind::HandedOn => {
            let Handed { open, .. } = payload.read().map_err(|error| error.to_string())?;
            Recorded::Handed(open)
        }
        LineKind::Announced => {
            let since = payload.read().map_err(|error| error.to_string())?;
            Recorded::Suspect { since }
        }
        _ => match (payload.read::<Letter>(), payload.read::<Waits>()) {
            (Ok(letter), _) => Recorded::Letter(letter),
            (Err(_), Ok(Waits { due, overdue })) => Recorded::Wait { due, overdue },
            (Err(_), Err(error)) => return Err(error.to_string()),
        },
    };
    Ok(Item { seq, position: None, what })
}
