//! Calls that a test answers.

use super::bank::*;
use super::run;
use stateline::{CallError, Calls, Mocked, Next, Wait};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn request(amount: u64) -> Request {
    Request { consumer: 1, amount }
}

#[test]
fn s57_a_step_is_tested_in_a_few_lines() {
    run(async {
        let ctx =
            Mocked::new().on(|LoadAccount { amount, .. }| if amount > 5_000 { Err(TooMuch) } else { Ok(()) });
        assert_eq!(load(request(5_000), &ctx).await, Ok(Next(Loaded { amount: 5_000, approved: None })));
        assert_eq!(load(request(5_001), &ctx).await, Err(Rejected::Ledger(TooMuch)));
        assert_eq!(ctx.published::<Blocked>(), [Blocked { payout: 1 }]);
    });
}

#[test]
fn s57_a_step_of_its_input_alone_needs_no_mock() {
    let loaded = |approved| Loaded { amount: 5, approved };
    assert_eq!(release(loaded(None)), Ok(Wait));
    assert_eq!(release(loaded(Some(true))), Ok(Next(Released { amount: 5 })));
    assert_eq!(release(loaded(Some(false))), Err(Rejected::ByCompliance));
}

#[test]
fn expectations_are_used_up_in_their_order() {
    run(async {
        let ctx = Mocked::new()
            .failing(CallError::dropped::<LoadAccount>())
            .on(|LoadAccount { .. }| Err(TooMuch))
            .times(2)
            .on(|LoadAccount { .. }| Ok(()));
        let mut told = Vec::new();
        for _ in 0..5 {
            told.push(ctx.call(LoadAccount { consumer: 1, amount: 5 }).await);
        }
        let dropped = Err(CallError::dropped::<LoadAccount>());
        assert_eq!(told, [dropped, Ok(Err(TooMuch)), Ok(Err(TooMuch)), Ok(Ok(())), Ok(Ok(()))]);
    });
}

#[test]
fn an_answer_may_remember() {
    run(async {
        let mut balance = 0;
        let ctx = Mocked::new().on(move |LoadAccount { amount, .. }| {
            balance += amount;
            if balance > 10 { Err(TooMuch) } else { Ok(()) }
        });
        assert!(load(request(6), &ctx).await.is_ok());
        assert!(load(request(6), &ctx).await.is_err());
    });
}

#[test]
fn what_is_missing_and_what_is_unexpected_are_told_together() {
    run(async {
        let ctx = Mocked::new()
            .on(|LoadAccount { .. }| Ok(()))
            .times(2)
            .on(|TakeBack { .. }| ())
            .on(|TakeBack { .. }| ())
            .optional();
        assert!(load(request(5), &ctx).await.is_ok());
        let error = ctx.call(Balance { consumer: 1 }).await.expect_err("nobody expects it");
        assert!(error.is_unexpected());
        let told = "\
`ledger::balance` was not expected: expected is `ledger::load_account`, `ledger::take_back`; it was called with {\"consumer\":1}
`ledger::load_account` was called 1 time, but expected are 2
`ledger::take_back` was never called";
        assert_eq!(ctx.verify(), Err(told.to_owned()));
    });
}

#[test]
fn one_call_too_many_is_unexpected() {
    run(async {
        let ctx = Mocked::new().on(|Balance { .. }| 0).times(1);
        assert_eq!(ctx.call(Balance { consumer: 1 }).await, Ok(0));
        assert!(ctx.call(Balance { consumer: 1 }).await.is_err());
        let told = "`ledger::balance` was not expected: it is expected 1 time, and not again; \
                    it was called with {\"consumer\":1}";
        assert_eq!(ctx.verify(), Err(told.to_owned()));
        let never = Mocked::new().on(|Balance { .. }| 0).times(0);
        assert!(never.call(Balance { consumer: 1 }).await.is_err());
        assert!(never.verify().is_err());
        assert_eq!(Mocked::new().on(|Balance { .. }| 0).times(0).verify(), Ok(()));
    });
}

#[test]
fn a_mock_that_is_dropped_reports() {
    let told = catch_unwind(|| drop(Mocked::new().on(|Balance { .. }| 0))).expect_err("it was never called");
    let told = told.downcast_ref::<String>().expect("a panic with a text");
    assert_eq!(told, "`ledger::balance` was never called");
}

#[test]
fn a_mock_in_a_test_that_fails_already_adds_nothing() {
    let told = catch_unwind(AssertUnwindSafe(|| {
        let _ctx = Mocked::new().on(|Balance { .. }| 0);
        panic!("the test's own");
    }));
    assert_eq!(told.expect_err("it panics").downcast_ref::<&str>(), Some(&"the test's own"));
}

#[test]
fn what_is_said_of_no_call_is_told() {
    assert_eq!(
        Mocked::new().times(2).verify(),
        Err("`times` is said of no call: say it after `on`".to_owned())
    );
    let told = Mocked::new().optional().on(|Balance { .. }| 5).optional().verify();
    assert_eq!(told, Err("`optional` is said of no call: say it after `on`".to_owned()));
}
