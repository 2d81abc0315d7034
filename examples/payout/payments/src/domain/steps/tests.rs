//! Each step by itself, against a mock: no ledger, no lists, no bank, no network.

use super::*;
use crate::domain::Party;
use bank::BankError;
use compliance_messages::Ruling;
use ledger::{ConsumerId, LedgerError, TransactionId};
use stateline::{CallError, Mocked};

const FIRST: TransactionId = TransactionId(1);
const ANNA: ConsumerId = ConsumerId(1);
const SMALL: Amount = Amount::cents(50_000);

fn request(beneficiary: &str, amount: Amount) -> Request {
    let sender = Party { consumer: ANNA, name: "Anna".into() };
    Request { transaction: FIRST, sender, beneficiary: beneficiary.into(), amount }
}

fn compliance(reasons: &[Reason], decision: Option<Decision>) -> Compliance {
    let ruled = decision.map(|decision| Ruling { decision, by: "Ada".into() });
    let (transaction, consumer, payee, amount) = (FIRST, ANNA, "Berta".into(), SMALL);
    let (sender, beneficiary, threshold) = (ruled.clone(), ruled.clone(), ruled);
    let reasons = reasons.into();
    Compliance { transaction, consumer, payee, amount, reasons, sender, beneficiary, threshold }
}

fn order() -> Order {
    Order { transaction: FIRST, beneficiary: "Berta".into(), amount: SMALL }
}

#[tokio::test]
async fn the_money_is_taken_out_of_the_senders_account() {
    let ctx = Mocked::new().on(|ledger::unload_account::Request { transaction, consumer, amount }| {
        assert_eq!((transaction, consumer, amount), (FIRST, ANNA, SMALL));
        Ok(())
    });
    let request = request("Berta", SMALL);
    assert_eq!(unload_account(request.clone(), &ctx).await, Ok(Next(Unloaded { request })));
}

#[tokio::test]
async fn too_low_a_balance_is_the_ledgers_own_error() {
    let low = LedgerError::NotEnough { wanted: SMALL, there: Amount::cents(1) };
    let ctx = Mocked::new().on(move |_: ledger::unload_account::Request| Err(low));
    assert_eq!(unload_account(request("Berta", SMALL), &ctx).await, Err(Rejected::Ledger(low)));
}

#[tokio::test]
async fn s59_sender_and_beneficiary_are_screened() {
    for (listed, reason) in [("Anna", Reason::Sender), ("Berta", Reason::Beneficiary)] {
        let ctx = Mocked::new()
            .on(move |it: screening::screen::Request| {
                Ok(if it.person == listed { Verdict::Hit } else { Verdict::Clear })
            })
            .times(2);
        let screened = screen_sanctions(Unloaded { request: request("Berta", SMALL) }, &ctx).await;
        assert_eq!(screened, Ok(Next(compliance(&[reason], None))));
        assert_eq!(ctx.published::<Blocked>()[0].reasons, [reason]);
    }
}

#[tokio::test]
async fn s59_from_the_threshold_on_a_person_decides() {
    for (amount, blocked) in [(Amount::cents(999_999), false), (THRESHOLD, true)] {
        let ctx = Mocked::new().on(|_: screening::screen::Request| Ok(Verdict::Clear));
        let screened = screen_sanctions(Unloaded { request: request("Berta", amount) }, &ctx).await;
        let reasons: &[Reason] = if blocked { &[Reason::Threshold] } else { &[] };
        assert_eq!(screened, Ok(Next(Compliance { amount, ..compliance(reasons, None) })));
        assert_eq!(ctx.published::<Blocked>().len(), usize::from(blocked));
    }
}

#[tokio::test]
async fn s52_all_reasons_are_told_so_that_none_hides_another() {
    let ctx = Mocked::new().on(|_: screening::screen::Request| Ok(Verdict::Hit));
    let screened = screen_sanctions(Unloaded { request: request("Berta", THRESHOLD) }, &ctx).await;
    let all = [Reason::Sender, Reason::Beneficiary, Reason::Threshold];
    assert_eq!(screened, Ok(Next(Compliance { amount: THRESHOLD, ..compliance(&all, None) })));
    let (transaction, consumer, amount, reasons) = (FIRST, ANNA, THRESHOLD, all.to_vec());
    assert_eq!(ctx.published::<Blocked>(), [Blocked { transaction, consumer, amount, reasons }]);
}

#[tokio::test]
async fn lists_that_do_not_answer_clear_nobody() {
    let late = CallError::late::<screening::screen::Request>();
    let ctx = Mocked::new().failing(late.clone());
    let screened = screen_sanctions(Unloaded { request: request("Berta", SMALL) }, &ctx).await;
    assert_eq!(screened, Err(Rejected::Call(late)));
}

#[tokio::test]
async fn without_a_reason_nobody_has_to_decide() {
    let ctx = Mocked::new();
    assert_eq!(possible_revert(compliance(&[], None), &ctx).await, Ok(Next(order())));
}

#[tokio::test]
async fn a_blocked_payout_waits_until_it_is_approved() {
    let ctx = Mocked::new();
    let blocked = |decision| compliance(&[Reason::Threshold], decision);
    assert_eq!(possible_revert(blocked(None), &ctx).await, Ok(Wait));
    assert_eq!(possible_revert(blocked(Some(Decision::Approved)), &ctx).await, Ok(Next(order())));
}

#[tokio::test]
async fn s52_one_lifted_reason_lifts_no_other_and_one_confirmed_rejects() {
    let all = [Reason::Sender, Reason::Beneficiary, Reason::Threshold];
    let with = |sender, threshold| {
        let ruling = |decision: Option<_>| decision.map(|decision| Ruling { decision, by: "Ada".into() });
        let (sender, threshold) = (ruling(sender), ruling(threshold));
        Compliance { sender, threshold, ..compliance(&all, None) }.decision()
    };
    let (approved, rejected) = (Some(Decision::Approved), Some(Decision::Rejected));
    assert_eq!(with(None, None), None);
    assert_eq!(with(approved, None), None);
    assert_eq!(with(approved, approved), None);
    assert_eq!(with(approved, rejected), rejected);
    assert_eq!(compliance(&all, approved).decision(), approved);
}

#[tokio::test]
async fn a_rejected_payout_gives_back_what_it_took() {
    let ctx = Mocked::new()
        .on(|_: ledger::transaction_amount::Request| Ok(SMALL))
        .times(1)
        .on(|ledger::load_account::Request { transaction, consumer, amount }| {
            assert_eq!((transaction, consumer, amount), (FIRST, ANNA, SMALL));
            Ok(())
        })
        .times(1);
    let rejected = possible_revert(compliance(&[Reason::Sender], Some(Decision::Rejected)), &ctx).await;
    assert_eq!(rejected, Err(Rejected::ByCompliance));
}

#[tokio::test]
async fn the_bank_is_asked_for_what_was_ordered() {
    let ctx = Mocked::new().on(|bank::transfer::Request { transaction, beneficiary, amount }| {
        assert_eq!((transaction, beneficiary.as_str(), amount), (FIRST, "Berta", SMALL));
        Ok(())
    });
    assert_eq!(start_transfer(order(), &ctx).await, Ok(Next(Transferred { transaction: FIRST })));
}

#[tokio::test]
async fn s19_a_transfer_is_recalled_or_says_why_not() {
    let ctx = Mocked::new().on(|_: bank::recall::Request| Ok(())).times(1).on(|it: bank::recall::Request| {
        assert_eq!(it.transaction, FIRST);
        Err(BankError::NeverSent(FIRST))
    });
    assert_eq!(reverse_transfer(order(), &ctx).await, Ok(()));
    assert_eq!(reverse_transfer(order(), &ctx).await, Err(Rejected::Bank(BankError::NeverSent(FIRST))));
}

#[test]
fn s57_every_test_of_a_step_has_at_most_twenty_lines() {
    let tests: Vec<_> = include_str!("tests.rs").split("#[tokio::test]\n").skip(1).collect();
    assert_eq!(tests.len(), 12);
    for test in tests {
        let body = test.split_once("\n}\n").expect("a function ends").0;
        let around = ["#[tokio::test]", "}"];
        assert!(around.len() + body.lines().count() <= 20, "{body}");
    }
}
