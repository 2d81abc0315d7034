//! Single scenes in the simulated world, in which nothing goes wrong but what the scene says.

use super::host::{Heard, ready};
use super::work::{Build, Do, Plan, Trouble, work};
use super::{Action, Event, Simulation};
use crate::runner::event::Start;
use crate::store::{
    BusinessKey, InstanceId, LineKind, LogLine, MAX_PAYLOAD, Ordered, Phase, Position, Row, Store,
    StoreError, StoreErrorKind, Target, Verb,
};
use crate::{Json, Letter, Message, State};
use serde::{Deserialize, Serialize};

/// What has the topic of a decision, and is none.
#[derive(Serialize, Deserialize)]
struct Misread {
    decided: String,
}

impl Message for Misread {
    const CONTEXT: &'static str = "people";
    const TOPIC: &'static str = "decided";
}

fn state(first: &[Do], second: &[Do]) -> State {
    state_of(Build::New, first, second)
}

/// Where what begins there begins.
fn state_of(build: Build, first: &[Do], second: &[Do]) -> State {
    let steps = vec![first.to_vec(), second.to_vec(), Vec::new()];
    work(build)
        .start(Plan { name: "one".into(), steps, decided: None, answered: None })
        .expect("it reads back")
}

/// Fails like this, unless all is calm.
fn trouble(trouble: Trouble) -> Vec<Do> {
    vec![Do::Unless(trouble); 60]
}

impl Simulation {
    /// A world in which nothing goes wrong, with one process.
    fn scene() -> Simulation {
        let mut scene = Simulation::new(7);
        scene.be_calm(true);
        scene.boot().expect("memory is joined");
        scene
    }

    fn be_calm(&mut self, calm: bool) {
        self.calm = true;
        self.party.books().calm = calm;
    }

    /// All happens that can, but no time passes.
    fn settle(&mut self) {
        while self.turn_any().expect("no promise is broken") {}
    }

    fn start_one(&mut self, state: &State) -> u64 {
        self.start_named("one", state)
    }

    fn start_named(&mut self, name: &str, state: &State) -> u64 {
        self.commands += 1;
        let (ticket, key) = (self.commands, Some(BusinessKey::from(name)));
        self.starts.insert(ticket, (name.to_owned(), state.clone()));
        let start = Start { key, state: state.clone() };
        self.tell(0, Event::Start(ticket, Box::new(start))).expect("no promise is broken");
        ticket
    }

    /// An instance that has gone on by itself as far as it does.
    fn settled(&mut self, state: &State) -> InstanceId {
        self.start_one(state);
        self.settle();
        self.known["one"]
    }

    fn wants(&mut self, verb: Verb) {
        self.put(verb).expect("no promise is broken");
        self.settle();
        assert!(
            ready(self.store.inbox(None, 9)).expect("memory is read").is_empty(),
            "a command has no answer"
        );
    }

    fn deliver(&mut self, id: InstanceId, decided: &str) {
        let letter = Letter::of(&Misread { decided: decided.to_owned() }).expect("it reads back");
        self.wants(Verb::Deliver { to: Target::Instance(id), letter });
    }

    fn row(&self, id: InstanceId) -> Row {
        ready(self.store.row(id)).expect("memory is read").expect("it is there")
    }

    fn lines(&self) -> Vec<LogLine> {
        let lines = ready(self.store.feed(Position::START, usize::MAX)).expect("memory is read");
        lines.into_iter().map(|line| line.line).collect()
    }

    fn refusal(&self) -> String {
        let lines = self.lines();
        let line = lines.iter().rev().find(|line| line.kind == LineKind::Refused).expect("one is refused");
        let said = line.payload.as_ref().and_then(|payload| payload.read::<Ordered>().ok());
        said.and_then(|said| said.refused).expect("it says why")
    }
}

#[test]
fn what_waits_for_long_waits_in_the_store_and_is_read_when_its_time_comes() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    let names: Vec<String> = (0..20).map(|number| number.to_string()).collect();
    for name in &names {
        scene.start_named(name, &state(&[Do::Pause(60_000); 60], &[]));
        scene.settle();
    }
    let ids: Vec<InstanceId> = names.iter().map(|name| scene.known[name]).collect();
    assert!(ids.iter().all(|id| scene.row(*id).standing.phase == Phase::Waiting));
    assert_eq!(scene.hosts[0].core.in_memory(), 2);
    scene.be_calm(true);
    // Nor does whoever takes the store over keep them in memory.
    scene.crash(0);
    scene.boot().expect("memory is joined");
    scene.settle();
    assert_eq!(scene.hosts[0].core.in_memory(), 2);
    let finished = |scene: &Simulation| ids.iter().all(|id| scene.row(*id).standing.phase == Phase::Finished);
    for _ in 0..100_000 {
        if finished(&scene) {
            return;
        }
        scene.pass_time().expect("no promise is broken");
        scene.settle();
    }
    panic!("not all have gone on");
}

#[test]
fn two_starts_at_once_of_one_that_has_ended_are_both_answered() {
    let mut scene = Simulation::scene();
    let state = state(&[], &[]);
    scene.settled(&state);
    scene.start_one(&state);
    scene.start_one(&state);
    scene.settle();
    assert!(scene.starts.is_empty(), "not answered: {:?}", scene.starts.keys());
    assert!(scene.hosts[0].core.is_quiet());
}

#[test]
fn a_start_with_the_id_of_another_instance_leaves_that_alone() {
    let mut scene = Simulation::scene();
    let first = state(&[Do::Put(1)], &[Do::Decision]);
    let id = scene.settled(&first);
    // The next process does not have it in mind, as it only waits for a message.
    scene.crash(0);
    scene.boot().expect("memory is joined");
    let before = scene.row(id);
    let start = |instance, state: &State| {
        let key = Some(BusinessKey::from("one"));
        Verb::Start {
            instance,
            key,
            state: Box::new(state.clone().keyed(Json::write(&"one".to_owned()).ok())),
        }
    };
    scene.wants(start(id, &first));
    let noted = |scene: &Simulation| {
        let lines = scene.lines();
        lines.iter().filter(|line| line.kind == LineKind::Noted && line.command.is_some()).count()
    };
    assert_eq!(noted(&scene), 1, "it is known already");
    scene.wants(start(id, &state(&[], &[])));
    let told = format!("instance {id} was started with another input: `steps` differs");
    assert_eq!(scene.refusal(), told);
    scene.wants(Verb::Start { instance: id, key: None, state: Box::new(first.clone()) });
    assert_eq!(scene.refusal(), format!("instance {id} was started with another key"));
    assert_eq!(scene.row(id), before);
    // With an id of its own it is started.
    let other = InstanceId::new(scene.now(), [9; 10]);
    scene.wants(Verb::Start { instance: other, key: None, state: Box::new(first) });
    assert_eq!(scene.row(other).standing.phase, Phase::Waiting);
}

#[test]
fn a_failure_is_written_with_its_rollback() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    scene.start_one(&state(&[Do::Put(1)], &trouble(Trouble::Fail)));
    while !matches!(scene.hosts[0].wanted.as_slice(), [Action::Story(_)]) {
        assert!(scene.turn_any().expect("no promise is broken"), "it does not fail");
    }
    // Who stops waits for it; who is killed runs the step again.
    assert!(!scene.hosts[0].core.is_quiet());
    let id = scene.known["one"];
    assert_eq!(scene.row(id).standing.phase, Phase::Ready);
    scene.settle();
    assert_eq!(scene.row(id).standing.phase, Phase::Undone);
    assert!(scene.hosts[0].core.is_quiet());
}

#[test]
fn a_rollback_of_a_story_that_cannot_be_read_is_refused() {
    let mut scene = Simulation::scene();
    let id = scene.settled(&state(&[Do::Put(1)], &[Do::Decision]));
    scene.put(Verb::Rollback(Target::Instance(id))).expect("no promise is broken");
    let action = scene.hosts[0].wanted.pop().expect("the story is wanted");
    assert!(matches!(action, Action::Story(_)), "{action:?}");
    let unread = StoreError::new(StoreErrorKind::Failed, "a block is bad");
    scene.hosts[0].told.push_back(Heard::Event(Event::Story(id, Err(unread))));
    scene.settle();
    assert!(scene.refusal().starts_with("its story could not be read: "), "{}", scene.refusal());
    assert_eq!(scene.row(id).standing.phase, Phase::Waiting);
    // The next time it can be read.
    scene.wants(Verb::Rollback(Target::Instance(id)));
    assert_eq!(scene.row(id).standing.phase, Phase::Undone);
}

#[test]
fn a_record_that_cannot_be_read_is_kept_and_its_step_does_not_run() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    let mut first = vec![Do::Send(1)];
    first.extend([Do::Pause(60_000); 60]);
    let id = scene.settled(&state(&first, &[]));
    let before = scene.row(id);
    assert_eq!((before.standing.phase, before.standing.record.len()), (Phase::Waiting, 2));
    scene.be_calm(true);
    scene.crash(0);
    scene.boot().expect("memory is joined");
    scene.settle();
    let unread = |scene: &mut Simulation, kind| {
        let records = |action: &Action| matches!(action, Action::Record(..));
        for _ in 0..1_000 {
            if let Some(at) = scene.hosts[0].wanted.iter().position(records)
                && let Action::Record(id, at) = scene.hosts[0].wanted.remove(at)
            {
                let error = StoreError::new(kind, "a block is bad");
                scene.hosts[0].told.push_back(Heard::Event(Event::Record(id, at, Err(error))));
                return scene.settle();
            }
            scene.pass_time().expect("no promise is broken");
        }
        panic!("the record is not read");
    };
    // The disk is busy: it is read again.
    let busy = StoreErrorKind::Failed;
    unread(&mut scene, busy);
    assert_eq!(scene.row(id), before);
    unread(&mut scene, StoreErrorKind::Damaged);
    let row = scene.row(id);
    let reason = row.standing.reason.clone().unwrap_or_default();
    assert!(row.standing.parked && reason.starts_with("its record cannot be read: "), "{row:?}");
    assert!(row.standing.record.starts_with(&before.standing.record), "{row:?}");
    scene.wants(Verb::Retry(Target::Instance(id)));
    assert_eq!(scene.refusal(), "its record cannot be read");
    // The next process can.
    scene.crash(0);
    scene.boot().expect("memory is joined");
    scene.wants(Verb::Retry(Target::Instance(id)));
    scene.settle();
    assert_eq!(scene.row(id).standing.phase, Phase::Finished);
    assert_eq!(scene.party.books().done.len(), 1);
}

#[test]
fn what_came_early_and_cannot_be_merged_parks_the_step_that_awaits_it() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    let id = scene.settled(&state(&[Do::Pause(1_000); 60], &[Do::Decision]));
    scene.deliver(id, "perhaps");
    scene.be_calm(true);
    while scene.row(id).standing.due.is_some() {
        scene.pass_time().expect("no promise is broken");
        scene.settle();
    }
    let row = scene.row(id);
    assert_eq!((row.state.step(), row.standing.parked), (Some("second"), true), "{:?}", row.standing);
    let reason = row.standing.reason.unwrap_or_default();
    assert!(reason.starts_with("`decided` came early, and cannot be taken in: "), "{reason}");
}

#[test]
fn a_step_that_a_person_has_tried_again_reads_anew() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    let id = scene.settled(&state(&trouble(Trouble::Park), &[Do::Decision]));
    assert!(scene.row(id).standing.parked);
    scene.be_calm(true);
    scene.wants(Verb::Retry(Target::Instance(id)));
    let row = scene.row(id);
    assert_eq!((row.state.step(), row.standing.phase), (Some("second"), Phase::Waiting));
}

#[test]
fn a_message_that_is_too_large_with_its_topic_is_refused() {
    let mut scene = Simulation::scene();
    scene.be_calm(false);
    let id = scene.settled(&state(&trouble(Trouble::Park), &[Do::Decision]));
    let before = scene.row(id);
    scene.deliver(id, &"x".repeat(MAX_PAYLOAD - 20));
    assert!(scene.refusal().contains("bytes"), "{}", scene.refusal());
    assert_eq!(scene.row(id).standing, before.standing);
}

#[test]
fn s73_a_migration_leaves_what_is_blocked_and_is_taken_back_to_the_byte() {
    let mut scene = Simulation::scene();
    // It has done something before it waits, which its step has to know of.
    let id = scene.settled(&state_of(Build::Old, &[Do::Put(1)], &[Do::Put(2), Do::Decision]));
    let (before, migrate) = (scene.row(id), || Verb::Migrate { instance: Target::Instance(id), to: 2 });
    assert_eq!((before.state.version(), before.standing.phase), (1, Phase::Waiting));
    scene.wants(migrate());
    let migrated = scene.row(id);
    assert_eq!((migrated.state.version(), migrated.state.step()), (2, Some("second")));
    assert_eq!(migrated.standing, before.standing);
    assert_ne!(migrated.definition, before.definition);

    scene.wants(Verb::MigrateBack(Target::Instance(id)));
    let back = scene.row(id);
    let told = |row: &Row| (row.state.clone(), row.standing.clone(), row.definition);
    assert_eq!(told(&back), told(&before));
    scene.wants(Verb::MigrateBack(Target::Instance(id)));
    assert_eq!(scene.refusal(), "it stands where it stood before it was migrated");

    // It goes on on its new version, and what it has done is not done again.
    scene.wants(migrate());
    let letter = Letter::of(&super::work::Decided { decided: true }).expect("it reads back");
    scene.wants(Verb::Deliver { to: Target::Instance(id), letter });
    assert_eq!(scene.row(id).standing.phase, Phase::Finished);
    assert_eq!(scene.party.books().done.len(), 2);
    scene.wants(Verb::MigrateBack(Target::Instance(id)));
    assert_eq!(scene.refusal(), "it is done");
}

#[test]
fn s73_what_no_migration_is_for_stays_where_it_is() {
    let mut scene = Simulation::scene();
    let id = scene.settled(&state(&[], &[Do::Decision]));
    let before = scene.row(id);
    for (to, why) in [
        (2, "`work` version 2, step `second`: no migration leads from here to version 2"),
        (3, "version 3 of `work` is not served here"),
    ] {
        scene.wants(Verb::Migrate { instance: Target::Instance(id), to });
        assert_eq!(scene.refusal(), why);
    }
    let after = scene.row(id);
    assert_eq!((after.state, after.standing), (before.state, before.standing));
    scene.wants(Verb::MigrateBack(Target::Instance(id)));
    assert_eq!(scene.refusal(), "it was not migrated");
}
