//! The payout that should have stayed blocked, across the border: payments and compliance know of
//! each other by their letters alone.

use compliance::{Office, blocked};
use compliance_messages::Decision;
use ledger::{Amount, ConsumerId, Ledger, TransactionId};
use payments::Reason;
use payments::api::Desk;
use payments::domain::{Party, Request, Transferred, payout};
use screening::Lists;
use stateline::{Ack, Handler, Letter, State, World};

const ANNA: ConsumerId = ConsumerId(1);
const LARGE: Amount = Amount::cents(1_000_000);

fn asked(number: u64, beneficiary: &str, amount: Amount) -> Request {
    let sender = Party { consumer: ANNA, name: "Anna".into() };
    Request { transaction: TransactionId(number), sender, beneficiary: beneficiary.into(), amount }
}

/// What is published is stored and sent as text.
fn posted(letters: Vec<Letter>) -> Vec<Letter> {
    serde_json::from_str(&serde_json::to_string(&letters).unwrap()).unwrap()
}

#[tokio::test]
async fn s22_what_payments_blocks_moves_when_a_person_has_decided() {
    let ledger = Ledger::with([(ANNA, Amount::cents(3_000_000))]);
    let desk = Desk { ledger, lists: Lists::new(["Viktor Krum"]), ..Desk::default() };
    let (live, chain, office) = (World::live(&desk), payout(), Office::default());

    // Orchestration: each payout runs as far as it goes.
    let mut stored = Vec::new();
    for (number, beneficiary, amount) in
        [(1, "Berta", LARGE), (2, "Viktor Krum", LARGE), (3, "Carla", Amount::cents(5))]
    {
        let stop = chain.run(chain.start(asked(number, beneficiary, amount)).unwrap(), &live).await;
        stored.push(serde_json::to_string(&stop.state).unwrap());
    }

    // Choreography: a letter to compliance, and one back.
    let people = World::live(&office);
    for letter in posted(live.take_letters()) {
        assert_eq!(Handler::of::<blocked>().receive(&letter, &people).await, Ok(Ack::Done));
    }
    for (number, reason, decision) in [
        (1, Reason::Threshold, Decision::Approved),
        (2, Reason::Beneficiary, Decision::Rejected),
        (3, Reason::Threshold, Decision::Approved),
    ] {
        let about = (TransactionId(number), reason);
        assert_eq!(office.queue.decide(about, decision, "Ada", &people).await.unwrap(), number < 3);
    }
    let mut decided = posted(people.take_letters());
    // The second arrives twice.
    decided.push(decided[1].clone());

    let mut states: Vec<State> = stored.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    for letter in decided {
        // Only the payout that it is about takes it.
        let taking: Vec<_> =
            (0..).zip(&states).filter_map(|(at, it)| Some((at, chain.merge(it, &letter).ok()?))).collect();
        let [(at, merged)] = taking.try_into().unwrap();
        states[at] = chain.run(merged, &live).await.state;
    }

    let transferred = states[0].read::<Transferred>().unwrap();
    assert_eq!(transferred.transaction, TransactionId(1));
    assert_eq!(states[1].step(), Some("possible_revert"));
    let sent = [1, 2, 3].map(|number| desk.bank.sent(TransactionId(number)).map(|(_, amount)| amount));
    assert_eq!(sent, [Some(LARGE), None, Some(Amount::cents(5))]);
    assert_eq!(desk.ledger.balance(ANNA), Amount::cents(1_999_995));
}
