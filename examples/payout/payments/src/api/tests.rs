//! The payout story, told to the end in every way, on the chain.

use super::*;
use crate::domain::{Compliance, Party, Rejected, Request, Transferred, payout};
use crate::{Blocked, Reason};
use compliance_messages::{Decided, Decision, Ruling};
use ledger::{Amount, ConsumerId, LedgerError, TransactionId};
use screening::Verdict;
use stateline::{
    CallError, Chain, ChainError, Chaos, Effect, Entry, Letter, Mocked, Stage, State, Stop, World,
};

const FIRST: TransactionId = TransactionId(1);
const ANNA: ConsumerId = ConsumerId(1);
const SMALL: Amount = Amount::cents(50_000);
const LARGE: Amount = Amount::cents(1_000_000);

fn desk() -> Desk {
    let ledger = Ledger::with([(ANNA, LARGE)]);
    Desk { ledger, lists: Lists::new(["Viktor Krum"]), ..Desk::default() }
}

fn asked(sender: &str, beneficiary: &str, amount: Amount) -> Request {
    let sender = Party { consumer: ANNA, name: sender.into() };
    Request { transaction: FIRST, sender, beneficiary: beneficiary.into(), amount }
}

/// A payout that has run as far as it goes by itself.
async fn begun<E: Stage>(chain: &Chain<Request, E>, request: Request, environment: &E) -> Stop {
    let state = chain.start(request).expect("a request reads back");
    chain.run(state, environment).await
}

/// The same as a rehearsal.
async fn rehearsed<'d>(
    chain: &Chain<Request, World<&'d Desk>>,
    request: Request,
    world: &World<&'d Desk>,
) -> Stop {
    let state = chain.start(request).expect("a request reads back").rehearsed();
    chain.run(state, world).await
}

/// What compliance publishes, as it arrives.
fn decided(transaction: u64, decision: Decision) -> Letter {
    let transaction = TransactionId(transaction);
    let ruled = || Some(Ruling { decision, by: "Ada".into() });
    let (sender, beneficiary, threshold) = (ruled(), ruled(), ruled());
    Letter::of(&Decided { transaction, sender, beneficiary, threshold }).expect("it reads back")
}

fn reasons(live: &World<&Desk>) -> Vec<Reason> {
    let letters = live.take_letters();
    letters.iter().flat_map(|letter| letter.read::<Blocked>().expect("its type").reasons).collect()
}

fn why(stop: &Stop) -> Option<&Rejected> {
    stop.error()?.cause()
}

#[tokio::test]
async fn scene_1_a_clean_payout_is_transferred() {
    let desk = desk();
    let live = World::live(&desk);
    let stop = begun(&payout(), asked("Anna", "Berta", SMALL), &live).await;
    assert!(stop.is_finished());
    assert_eq!(stop.state.read(), Ok(Transferred { transaction: FIRST }));
    assert_eq!(desk.bank.sent(FIRST), Some(("Berta".into(), SMALL)));
    assert_eq!((desk.ledger.balance(ANNA), reasons(&live)), (Amount::cents(950_000), vec![]));
}

#[tokio::test]
async fn scene_2_with_too_low_a_balance_nothing_moves() {
    let desk = desk();
    let live = World::live(&desk);
    let wanted = Amount::cents(1_000_001);
    let stop = begun(&payout(), asked("Anna", "Berta", wanted), &live).await;
    assert_eq!(why(&stop), Some(&Rejected::Ledger(LedgerError::NotEnough { wanted, there: LARGE })));
    assert_eq!(stop.state.step(), Some("unload_account"));
    assert_eq!((desk.ledger.balance(ANNA), desk.bank.sent(FIRST)), (LARGE, None));
}

#[tokio::test]
async fn scene_3_a_hit_waits_and_a_rejection_refunds_once() {
    let desk = desk();
    let live = World::live(&desk);
    let chain = payout();
    let stop = begun(&chain, asked("Anna", "Viktor Krum", SMALL), &live).await;
    assert!(stop.is_waiting());
    let awaits = chain.awaits(&stop.state).expect("it is there");
    assert_eq!((awaits[0].topic(), awaits[0].by()), ("compliance.decided", Some("transaction")));
    assert_eq!(
        (reasons(&live), desk.ledger.balance(ANNA)),
        (vec![Reason::Beneficiary], Amount::cents(950_000))
    );

    let rejected = chain.merge(&stop.state, &decided(1, Decision::Rejected)).expect("it is awaited");
    for _ in 0..10 {
        let stop = chain.run(rejected.clone(), &live).await;
        assert_eq!((why(&stop), &stop.state), (Some(&Rejected::ByCompliance), &rejected));
        assert_eq!(stop.error().map(ChainError::verdict), Some(stateline::Verdict::Fail));
        assert_eq!((desk.ledger.balance(ANNA), desk.bank.sent(FIRST)), (LARGE, None));
    }
    // Nobody can approve it any more.
    let late = chain.merge(&rejected, &decided(1, Decision::Approved)).expect_err("it is decided");
    assert!(late.is_refused() && late.to_string().ends_with("at `sender.decision`"), "{late}");
}

#[tokio::test]
async fn scene_4_a_failing_third_party_is_asked_again() {
    let chain = payout();
    let (lists, bank) = (
        CallError::late::<screening::screen::Request>(),
        CallError::dropped::<crate::bank::transfer::Request>(),
    );
    let ctx = Mocked::new()
        .on(|_: ledger::unload_account::Request| Ok(()))
        .times(1)
        .failing(lists.clone())
        .on(|_: screening::screen::Request| Ok(Verdict::Clear))
        .times(2)
        .failing(bank.clone())
        .on(|_: crate::bank::transfer::Request| Ok(()))
        .times(1);
    let stop = begun(&chain, asked("Anna", "Berta", SMALL), &ctx).await;
    assert_eq!((why(&stop), stop.state.step()), (Some(&Rejected::Call(lists)), Some("screen_sanctions")));
    let stop = chain.run(stop.state, &ctx).await;
    assert_eq!((why(&stop), stop.state.step()), (Some(&Rejected::Call(bank)), Some("start_transfer")));
    assert!(chain.run(stop.state, &ctx).await.is_finished());
}

#[tokio::test]
async fn s59_each_reason_blocks_and_an_approval_releases() {
    for (sender, beneficiary, amount, reason) in [
        ("Viktor Krum", "Berta", SMALL, Reason::Sender),
        ("Anna", "viktor  krum", SMALL, Reason::Beneficiary),
        ("Anna", "Berta", LARGE, Reason::Threshold),
    ] {
        let desk = desk();
        let live = World::live(&desk);
        let chain = payout();
        let stop = begun(&chain, asked(sender, beneficiary, amount), &live).await;
        assert!(stop.is_waiting());
        assert_eq!((reasons(&live), desk.bank.sent(FIRST)), (vec![reason], None));
        let approved = chain.merge(&stop.state, &decided(1, Decision::Approved)).expect("it is awaited");
        let sender = approved.read::<Compliance>().expect("its type").sender;
        assert_eq!(sender.map(|ruling| ruling.by).as_deref(), Some("Ada"));
        assert!(chain.run(approved, &live).await.is_finished());
        assert_eq!(desk.bank.sent(FIRST), Some((beneficiary.into(), amount)));
    }
}

#[tokio::test]
async fn s51_an_undecided_payout_stays_to_the_byte() {
    let desk = desk();
    let live = World::live(&desk);
    let chain = payout();
    let waiting = begun(&chain, asked("Anna", "Berta", LARGE), &live).await.state;
    for _ in 0..100 {
        let stop = chain.run(waiting.clone(), &live).await;
        assert!(stop.is_waiting() && stop.state == waiting);
    }
    // The payout was blocked once, and told once.
    assert_eq!((reasons(&live), desk.bank.sent(FIRST)), (vec![Reason::Threshold], None));
}

#[tokio::test]
async fn s49_a_decision_about_another_payout_is_refused() {
    let desk = desk();
    let chain = payout();
    let live = World::live(&desk);
    let waiting = begun(&chain, asked("Anna", "Berta", LARGE), &live).await.state;
    let error = chain.merge(&waiting, &decided(2, Decision::Approved)).expect_err("it is another's");
    assert_eq!(
        error.to_string(),
        "`payout` version 1, step `possible_revert`: the message is for `transaction` 2, and this is 1"
    );
}

#[tokio::test]
async fn s19_a_transfer_is_reversed_once_though_asked_twice() {
    let desk = desk();
    let live = World::live(&desk);
    let chain = payout();
    let mut state = chain.start(asked("Anna", "Berta", SMALL)).expect("a request reads back");
    while chain.undone_by(&state).expect("it is there").is_none() {
        let Ok(stateline::Next(next)) = chain.advance(&state, &live).await else { panic!("it goes on") };
        state = next;
    }
    let Ok(stateline::Next(ended)) = chain.advance(&state, &live).await else { panic!("it is sent") };
    for _ in 0..2 {
        chain.undo(&state, Some(&ended), &live).await.expect("it was sent");
        assert_eq!(desk.bank.sent(FIRST), None);
    }
    // And what was recalled is not sent again.
    assert!(chain.run(state, &live).await.error().is_some());
    assert_eq!(desk.bank.sent(FIRST), None);
}

#[tokio::test]
async fn s20_a_rehearsal_of_the_whole_process_moves_nothing() {
    let desk = desk();
    let rehearsing = World::rehearsing(&desk);
    let chain = payout();
    // The stand-in of the lists clears everybody; the threshold is ours, and holds.
    let stop = rehearsed(&chain, asked("Viktor Krum", "Berta", SMALL), &rehearsing).await;
    assert!(stop.is_finished());
    let stop = rehearsed(&chain, asked("Anna", "Berta", LARGE), &rehearsing).await;
    assert!(stop.is_waiting());
    let letters = rehearsing.take_letters();
    assert!(letters.len() == 1 && letters[0].is_rehearsal());
    // The decision is rehearsed too; a real one moves no rehearsal.
    assert!(chain.merge(&stop.state, &decided(1, Decision::Approved)).expect_err("it is real").is_refused());
    let decision = decided(1, Decision::Approved).rehearsed();
    let approved = chain.merge(&stop.state, &decision).expect("it is awaited");
    assert!(chain.run(approved, &rehearsing).await.is_finished());
    let poor = rehearsed(&chain, asked("Anna", "Berta", Amount::cents(1_000_001)), &rehearsing).await;
    assert!(matches!(why(&poor), Some(Rejected::Ledger(LedgerError::NotEnough { .. }))));
    assert_eq!((desk.ledger.balance(ANNA), desk.bank.sent(FIRST)), (LARGE, None));
}

#[tokio::test]
async fn s20_a_decision_can_be_rehearsed_on_a_payout_that_waits() {
    let desk = desk();
    let (live, chain) = (World::live(&desk), payout());
    let waiting = begun(&chain, asked("Viktor Krum", "Berta", SMALL), &live).await.state;
    let rejected = chain.merge(&waiting, &decided(1, Decision::Rejected)).expect("it is awaited");
    let before = desk.ledger.balance(ANNA);
    let rehearsing = World::rehearsing(&desk);
    assert!(chain.run(rejected.clone(), &rehearsing).await.error().is_some_and(|error| error.is_refused()));
    let stop = chain.run(rejected.rehearsed(), &rehearsing).await;
    assert_eq!((why(&stop), desk.ledger.balance(ANNA)), (Some(&Rejected::ByCompliance), before));
}

#[tokio::test]
async fn s33_a_recorded_run_is_replayed_with_nothing_behind_it() {
    let desk = desk();
    let recorded = World::live(&desk).recorded();
    let told = whole(&payout(), &recorded).await;
    let text = serde_json::to_string(&recorded.journal()).expect("a journal is data");
    let replaying: World<&Desk> = World::replaying(serde_json::from_str(&text).expect("it reads back"));
    assert_eq!(whole(&payout(), &replaying).await, told);
    assert_eq!((replaying.left(), replaying.difference()), (vec![], None));
}

#[tokio::test]
async fn s18_the_transfer_is_the_one_irreversible_call() {
    let desk = desk();
    let recorded = World::live(&desk).recorded();
    whole(&payout(), &recorded).await;
    let journal = recorded.journal();
    let irreversible = journal.entries.iter().filter_map(|entry| match entry {
        Entry::Called { operation, effect: Effect::Irreversible, .. } => Some(operation.as_str()),
        _ => None,
    });
    assert_eq!(irreversible.collect::<Vec<_>>(), ["transfer"]);
}

#[tokio::test]
async fn s2_whatever_goes_wrong_money_moves_once() {
    for seed in 0..200 {
        let desk = desk();
        let chaotic = World::live(&desk).disturbed(Chaos::new(seed));
        let chain = payout();
        let mut state = chain.start(asked("Anna", "Berta", SMALL)).expect("a request reads back");
        let mut tries = 0;
        let end = loop {
            let stop = chain.run(state, &chaotic).await;
            match stop.error().map(ChainError::verdict) {
                Some(stateline::Verdict::Again) if tries < 100 => tries += 1,
                // A damaged answer is for a person, who tries again here.
                Some(stateline::Verdict::Park) if tries < 100 => tries += 1,
                _ => break stop,
            }
            state = stop.state;
        };
        assert!(end.is_finished(), "seed {seed}: {end:?}");
        assert_eq!(desk.ledger.balance(ANNA), Amount::cents(950_000), "seed {seed}");
        assert_eq!(desk.bank.sent(FIRST), Some(("Berta".into(), SMALL)), "seed {seed}");
    }
}

/// A blocked payout to its end, and every state on the way.
async fn whole<E>(chain: &Chain<Request, E>, environment: &E) -> Vec<State>
where
    E: Stage,
{
    let mut states = vec![chain.start(asked("Anna", "Berta", LARGE)).expect("a request reads back")];
    while let Some(state) = states.last().filter(|state| state.step().is_some()) {
        let next = match chain.advance(state, environment).await.expect("no step fails") {
            stateline::Next(next) => next,
            stateline::Until(_) => panic!("no step waits for a time"),
            stateline::Wait => chain.merge(state, &decided(1, Decision::Approved)).expect("it is awaited"),
        };
        states.push(next);
    }
    states
}
