//! Commands on their way from the inbox of a store that is slow to an instance.

use super::{Does, GRACE, begin, errand, errand_that, run};
use crate::runtime::bank::Desk;
use stateline::runner::Runner;
use stateline::store::{
    self, Command, CommandId, Commit, Committed, Expected, Memory, Phase, Result, Store, Target, Timestamp,
    Verb,
};
use std::sync::Arc;
use std::time::Duration;

/// A store that writes slowly, and tells its inbox as it was a while ago.
struct Slow {
    store: Memory,
}

impl Store for Slow {
    async fn commit(&self, commit: Arc<Commit>) -> Result<Committed> {
        tokio::time::sleep(Duration::from_millis(5)).await;
        self.store.commit(commit).await
    }

    async fn inbox(&self, after: Option<CommandId>, most: usize) -> Result<Vec<Command>> {
        let commands = self.store.inbox(after, most).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
        commands
    }

    hands_on! {
        lasts join committed put outcome load row keyed find tally lines story feed definitions members woken now
    }
}

#[test]
fn s7_a_command_read_from_the_inbox_before_it_was_consumed_is_carried_out_once() {
    run(async {
        let store = Memory::new();
        let desk = Arc::new(Desk::default());
        let runner = Runner::new(Slow { store: store.clone() }).serve(errand(), desk);
        let runner = runner.begin().await.expect("nothing else has the store");
        let mut ids = Vec::new();
        for key in 0..2_u64 {
            let id = runner.start_as("errand", key, errand_that(Does::Waits)).await.expect("it starts");
            super::life::until(&store, id, Phase::Waiting).await;
            ids.push(id);
        }
        let hold = |id| runner.command("a test", "to see", Verb::Hold(Target::Instance(id)));
        let later = async {
            tokio::time::sleep(Duration::from_millis(10)).await;
            hold(ids[1]).await
        };
        // The second comes while the inbox is read for the first: it is read once more at once, with the first.
        let (one, other) = tokio::join!(hold(ids[0]), later);
        one.and(other).expect("both are held");
        tokio::time::sleep(Duration::from_millis(100)).await;
        for id in &ids {
            assert_eq!(super::story(&store, *id).await, ["started", "stepped", "waited", "held"]);
        }
        runner.stop(GRACE).await.expect("it stops");
    });
}

#[test]
fn commands_that_wait_for_a_busy_instance_keep_no_other_from_being_carried_out() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, errand()).await;
        let busy = runner.start_as("errand", "busy", errand_that(Does::Hangs)).await.expect("it starts");
        let waits = runner.start_as("errand", "waits", errand_that(Does::Waits)).await.expect("it starts");
        super::life::until(&store, waits, Phase::Waiting).await;
        while super::story(&store, busy).await.len() < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let many = (0..1_100_u32).map(|number| {
            let mut random = [0; 10];
            random[..4].copy_from_slice(&number.to_le_bytes());
            let at = Timestamp::from_millis(1_000);
            let (id, who, why) = (CommandId::new(at, random), "a test".into(), "to see".into());
            let verb = Verb::Hold(Target::Instance(busy));
            Command { id, at, who, why, verb, expected: Expected::default(), trace: None }
        });
        store.put(&many.collect::<Vec<_>>()).await.expect("there is room");
        let hold = runner.command("a test", "to see", Verb::Hold(Target::Instance(waits)));
        let held = tokio::time::timeout(Duration::from_secs(10), hold).await;
        held.expect("it is answered").expect("it is held");
    });
}
