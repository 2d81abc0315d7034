//! Calls that go wrong.

use super::bank::*;
use super::run;
use stateline::{CallError, Calls, Chaos, Publish, World};

const FIVE: fn() -> LoadAccount = || LoadAccount { consumer: 1, amount: 5 };

#[test]
fn each_fault_does_what_its_name_says() {
    run(async {
        let with = |chaos: Chaos| World::live(Desk::default()).disturbed(chaos);
        let calm = || Chaos::new(1).at_rate(0);
        let loaded = |world: &World<Desk>| world.environment().expect("it is live").balance(1);

        let dropping = with(calm().dropping(1_000));
        assert_eq!(dropping.call(FIVE()).await, Err(CallError::dropped::<LoadAccount>()));
        assert_eq!(loaded(&dropping), 0);

        let losing = with(calm().losing(1_000));
        assert_eq!(losing.call(FIVE()).await, Err(CallError::late::<LoadAccount>()));
        assert_eq!(loaded(&losing), 5);

        let duplicating = with(calm().duplicating(1_000));
        assert_eq!(duplicating.call(FIVE()).await, Ok(Ok(())));
        assert_eq!(loaded(&duplicating), 10);

        let corrupting = with(calm().corrupting(1_000));
        let error = corrupting.call(FIVE()).await.expect_err("no JSON has such a byte");
        assert!(error.is_corrupt());
        assert!(error.to_string().starts_with("`ledger::load_account` cannot be understood: "), "{error}");
        assert_eq!(loaded(&corrupting), 5);

        let delaying = with(calm().delaying(1_000));
        assert_eq!(delaying.call(FIVE()).await, Ok(Ok(())));
        assert!(delaying.faults()[0].to_string().contains("it let others go first"));
    });
}

#[test]
fn messages_go_wrong_too() {
    run(async {
        let with = |chaos: Chaos| World::live(Desk::default()).disturbed(chaos);
        let calm = || Chaos::new(1).at_rate(0);
        let letters = |world: &World<Desk>| world.take_letters().len();
        let blocked = || Blocked { payout: 1 };

        let dropping = with(calm().dropping(1_000));
        assert!(dropping.publish(blocked()).await.expect_err("dropped").is_dropped());
        assert_eq!(letters(&dropping), 0);
        let losing = with(calm().losing(1_000));
        assert!(losing.publish(blocked()).await.expect_err("lost").is_late());
        assert_eq!(letters(&losing), 1);
        let duplicating = with(calm().duplicating(1_000));
        duplicating.publish(blocked()).await.expect("taken, and again");
        let twice: Vec<_> = duplicating.take_letters().iter().map(|letter| letter.id()).collect();
        assert!(twice.len() == 2 && twice[0] == twice[1], "one letter, two times: {twice:?}");
        let corrupting = with(calm().corrupting(1_000));
        assert!(corrupting.publish(blocked()).await.expect_err("damaged").is_corrupt());
        assert_eq!(letters(&corrupting), 1);
    });
}

#[test]
fn nothing_goes_wrong_where_nothing_is_to() {
    run(async {
        let calm = World::live(Desk::default()).disturbed(Chaos::new(1).at_rate(0));
        for _ in 0..1_000 {
            assert_eq!(calm.call(FIVE()).await, Ok(Ok(())));
        }
        assert_eq!((calm.faults(), calm.environment().expect("it is live").balance(1)), (vec![], 5_000));
    });
}

#[test]
fn a_seed_is_a_story() {
    let told = |seed| {
        run(async move {
            let chaotic = World::live(Desk::default()).disturbed(Chaos::new(seed));
            for _ in 0..200 {
                let _ = chaotic.call(FIVE()).await;
            }
            chaotic.faults().iter().map(ToString::to_string).collect::<Vec<_>>()
        })
    };
    assert_eq!(told(1), told(1));
    assert_ne!(told(1), told(2));
    // The same on every machine, and as long as somebody keeps a failing seed.
    assert_eq!(told(1)[..4], GOLDEN);
}

const GOLDEN: [&str; 4] = [
    "call 1, ledger::load_account: its answer was damaged",
    "call 3, ledger::load_account: its answer was lost",
    "call 5, ledger::load_account: its request was dropped",
    "call 12, ledger::load_account: its answer was lost",
];

#[test]
fn every_failure_is_told_as_a_fault() {
    run(async {
        let chaotic = World::live(Desk::default()).disturbed(Chaos::new(9));
        let mut failures = 0;
        for _ in 0..500 {
            failures += usize::from(chaotic.call(FIVE()).await.is_err());
        }
        let faults = chaotic.faults();
        let told = |fault: &&stateline::Fault| {
            let text = fault.to_string();
            ["dropped", "lost", "damaged"].iter().any(|word| text.ends_with(word))
        };
        assert_eq!(faults.iter().filter(told).count(), failures);
        assert!((80..180).contains(&failures), "{failures} of 500 calls at three times one in ten");
    });
}
