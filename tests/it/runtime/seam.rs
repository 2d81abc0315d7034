//! What stands behind a step's ctx: live and rehearsing.

use super::bank::*;
use super::run;
use stateline::{Calls, Chaos, Effect, Entry, Next, Operation, Publish, World};
use std::sync::Arc;

const REQUEST: Request = Request { consumer: 1, amount: 5 };

#[test]
fn live_calls_change_the_world_and_letters_wait_to_be_fetched() {
    run(async {
        let desk = Arc::new(Desk::default());
        let live = World::live(desk.clone());
        let large = Request { consumer: 1, amount: 1_000 };
        assert_eq!(load(large, &live).await, Ok(Next(Loaded { amount: 1_000, approved: None })));
        live.publish(Blocked { payout: 2 }).await.expect("it is taken");
        assert_eq!(live.call(Balance { consumer: 1 }).await, Ok(1_000));
        assert_eq!(desk.balance(1), 1_000);
        let payouts: Vec<Blocked> =
            live.take_letters().iter().map(|letter| letter.read().expect("it reads back")).collect();
        assert_eq!(payouts, [Blocked { payout: 1 }, Blocked { payout: 2 }]);
        assert_eq!(live.take_letters(), []);
    });
}

#[test]
fn an_operations_own_error_is_an_answer() {
    run(async {
        let live = World::live(Desk::default());
        live.call(LoadAccount { consumer: 1, amount: u64::MAX }).await.expect("answered").expect("loaded");
        assert_eq!(live.call(LoadAccount { consumer: 1, amount: 1 }).await, Ok(Err(TooMuch)));
        assert_eq!(load(REQUEST, &live).await, Err(Rejected::Ledger(TooMuch)));
    });
}

#[test]
fn s18_a_rehearsal_reads_and_has_no_effect() {
    run(async {
        let desk = Arc::new(Desk::default());
        World::live(&*desk)
            .call(LoadAccount { consumer: 1, amount: 7 })
            .await
            .expect("answered")
            .expect("loaded");
        let rehearsing = World::rehearsing(desk.clone());
        assert_eq!(rehearsing.call(Balance { consumer: 1 }).await, Ok(7));
        assert_eq!(rehearsing.call(TakeBack { consumer: 1, amount: 7 }).await, Ok(()));
        let large = Request { consumer: 1, amount: 1_000 };
        assert!(load(large, &rehearsing).await.is_ok());
        assert_eq!(desk.balance(1), 7);
        let letters = rehearsing.take_letters();
        assert!(letters.len() == 1 && letters[0].is_rehearsal());
    });
}

#[test]
fn s18_what_cannot_be_undone_is_marked_wherever_it_is_written_down() {
    run(async {
        let recorded = World::live(Desk::default()).recorded();
        recorded.call(TakeBack { consumer: 1, amount: 7 }).await.expect("answered");
        let journal = recorded.journal();
        let [Entry::Called { effect, external, operation, .. }] = journal.entries.as_slice() else {
            panic!("one call, and not {journal:?}");
        };
        assert_eq!((*effect, *external, operation.as_str()), (Effect::Irreversible, true, TakeBack::NAME));
        let text = serde_json::to_string(&journal).expect("a journal is data");
        assert!(text.contains(r#""effect":"irreversible","external":true"#), "{text}");
    });
}

#[test]
fn s25_every_message_bears_its_topic() {
    run(async {
        let live = World::live(Desk::default());
        live.publish(Blocked { payout: 7 }).await.expect("it is taken");
        live.publish(Decided { approved: true }).await.expect("it is taken");
        let letters = live.take_letters();
        let topics: Vec<_> = letters.iter().map(|it| (it.sender(), it.topic())).collect();
        assert_eq!(topics, [("payments", "payout.blocked"), ("compliance", "compliance.decided")]);
    });
}

#[test]
fn s44_a_step_is_one_function_behind_every_environment() {
    run(async {
        let request = || Request { consumer: 1, amount: 5 };
        let loaded = Ok(Next(Loaded { amount: 5, approved: None }));
        let desk = Desk::default();
        assert_eq!(load(request(), &World::live(&desk)).await, loaded);
        assert_eq!(load(request(), &World::rehearsing(&desk)).await, loaded);
        assert_eq!(load(request(), &World::live(&desk).recorded()).await, loaded);
        assert_eq!(load(request(), &World::live(&desk).disturbed(Chaos::new(1).at_rate(0))).await, loaded);
        assert_eq!(
            load(request(), &&World::live(&desk).recorded().disturbed(Chaos::new(1).at_rate(0))).await,
            loaded
        );
        assert_eq!(desk.balance(1), 4 * 5);
    });
}
