//! What a user interface needs: the store's interface, whose commands and rows are plain data. The process runs
//! elsewhere, in a program whose types are not known here.

use super::{Desk, Order};
use serde::{Deserialize, Serialize};
use stateline::store::{
    CommandId, Expected, InstanceId, LineKind, LogLine, Ordered, Outcome, Phase, Row, Sqlite, Store, Target,
    Timestamp, Verb,
};
use stateline::{Letter, Message, State};
use std::time::{Duration, Instant, SystemTime};

/// What may be delivered, as its topic has it.
#[derive(Serialize, Deserialize)]
struct Decided {
    number: u64,
    approved: Option<bool>,
}

impl Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
}

/// A user interface: it has a store, and knows who sits before it.
struct Interface {
    store: Sqlite,
    put: u64,
}

impl Interface {
    fn random(&mut self) -> [u8; 10] {
        self.put += 1;
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.put.to_be_bytes());
        random
    }

    /// Has something done, and answers with the line that says what came of it.
    async fn wants(&mut self, verb: Verb) -> LogLine {
        let at = Timestamp::from(SystemTime::now());
        let id = CommandId::new(at, self.random());
        let (who, why, expected) = ("Ada".into(), "she clicked".into(), Expected::default());
        let command = Order { id, at, who, why, verb, expected, trace: None };
        self.store.put(&[command]).await.expect("it is put");
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            if let Outcome::Done(at) = self.store.outcome(id).await.expect("it reads") {
                return self.store.lines(&[at]).await.expect("it reads").remove(0);
            }
            assert!(Instant::now() < until, "nothing comes of it");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn starts(&mut self, number: u64, does: &str) -> InstanceId {
        let state = format!(
            r#"{{"process":"errand","version":1,"rehearsal":false,"key":{number},"at":{{"step":"prepare"}},
                "data":{{"type":"Errand","json":{{"number":{number},"does":"{does}","approved":null}}}}}}"#
        );
        let state: State = serde_json::from_str(&state).expect("it is a state");
        let instance = InstanceId::new(Timestamp::from_millis(1), self.random());
        let verb = Verb::Start { instance, key: Some(number.into()), state: Box::new(state) };
        let started = self.wants(verb).await;
        assert_eq!(started.kind, LineKind::Started, "{started:?}");
        instance
    }

    /// The row of an instance, once it stands like this.
    async fn until(&self, id: InstanceId, stands: impl Fn(&Row) -> bool) -> Row {
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            let row = self.store.row(id).await.expect("it reads").expect("it is there");
            if stands(&row) {
                return row;
            }
            assert!(Instant::now() < until, "it stands otherwise: {row:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

#[test]
fn show_names_a_call_without_an_answer_though_its_step_is_parked_for_another_reason() {
    let desk = Desk::new("open-call");
    desk.start(1, "transfers");
    desk.run();
    let shown = desk.errands(&["show", "errand/1"]).plain();
    assert!(shown.contains("\nparked at go\n") && shown.contains("longer than its limit"), "{shown}");
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let open = "no answer to payments::transfer, which was called DATE TIME UTC with the key ID: it may have been carried out";
    assert!(words.contains(open), "{shown}");
    let told = desk.errands(&["show", "errand/1", "--json"]).out;
    let told: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
    assert_eq!(told["open_calls"][0]["operation"], "payments::transfer", "{told}");
    assert_eq!(told["open_calls"].as_array().map(Vec::len), Some(1), "{told}");
    // One that has called nothing has none.
    desk.start(2, "waits");
    desk.run();
    assert!(!desk.errands(&["show", "errand/2"]).out.contains("no answer"));
}

#[test]
fn s43_a_user_interface_drives_everything_by_the_interface_of_the_store_alone() {
    let desk = Desk::new("api");
    let _service = desk.service();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("it starts");
    runtime.block_on(async {
        let mut it = Interface { store: Sqlite::open(desk.store()).expect("it opens"), put: 0 };
        let is = |phase: Phase| move |row: &Row| row.standing.phase == phase;
        let approved = |number| Letter::of(&Decided { number, approved: Some(true) }).expect("it reads back");

        let id = it.starts(1, "waits").await;
        let to = Target::Instance(id);
        let waits = it.until(id, is(Phase::Waiting)).await;
        assert_eq!(waits.state.step(), Some("go"));
        assert_eq!(it.wants(Verb::Hold(to.clone())).await.kind, LineKind::Held);
        assert_eq!(it.wants(Verb::Release(to.clone())).await.kind, LineKind::Released);
        let deliver = Verb::Deliver { to: to.clone(), letter: approved(1) };
        assert_eq!(it.wants(deliver).await.kind, LineKind::Delivered);
        let done = it.until(id, is(Phase::Finished)).await;

        // What is not possible is refused with the reason, and changes nothing.
        let refused = it.wants(Verb::Retry(to)).await;
        let why = refused.payload.expect("it says why").read::<Ordered>().expect("it is that");
        assert_eq!((refused.kind, &*why.who, &*why.why), (LineKind::Refused, "Ada", "she clicked"));
        assert!(why.refused.is_some_and(|why| !why.is_empty()));
        assert_eq!(it.until(id, |_| true).await.standing, done.standing);

        let id = it.starts(2, "parks").await;
        let parked = it.until(id, |row| row.standing.parked).await;
        assert!(parked.standing.reason.is_some_and(|why| why.contains("it is unwell")));
        assert_eq!(it.wants(Verb::Retry(Target::Instance(id))).await.kind, LineKind::Resumed);
        it.until(id, |row| row.standing.parked && row.seq > parked.seq + 1).await;
        assert_eq!(it.wants(Verb::Cancel(Target::Instance(id))).await.kind, LineKind::Cancelled);
        it.until(id, is(Phase::Cancelled)).await;

        let id = it.starts(3, "waits").await;
        it.until(id, is(Phase::Waiting)).await;
        it.wants(Verb::Rollback(Target::Instance(id))).await;
        it.until(id, is(Phase::Undone)).await;
        let mut story = it.store.story(id, None, 100).await.expect("it reads");
        story.reverse();
        assert_eq!(story[0].1.kind, LineKind::Started);
        assert!(story.iter().any(|(_, line)| line.kind == LineKind::Undone), "{story:?}");
    });
}
