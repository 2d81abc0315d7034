//! What the chain costs a step: decoding a stored state, advancing it, and encoding the next one, beside
//! the same operations called as plain functions.
//!
//! `cargo bench --bench chain` prints microseconds a step of this thread's time on a processor, where the
//! system tells it, and the least of several rounds: what else runs on the machine only adds.

use ledger::{Amount, ConsumerId, Ledger, TransactionId};
use payments::api::Desk;
use payments::bank;
use payments::domain::{Party, Request, payout};
use screening::Lists;
use stateline::{Call, Flow, State, World};
use std::hint::black_box;
use std::time::Instant;

const PAYOUTS: u64 = 10_000;
const STEPS: f64 = 4.0;
const ROUNDS: usize = 9;
const ANNA: ConsumerId = ConsumerId(1);

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let begun: Vec<String> = (0..PAYOUTS).map(begun).collect();
    let (mut plain, mut chained) = (f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        plain = plain.min(microseconds(|desk| (0..PAYOUTS).for_each(|number| call(desk, asked(number)))));
        chained = chained.min(microseconds(|desk| runtime.block_on(run(desk, &begun))));
    }
    println!("functions alone            {plain:6.2} µs a step");
    println!("decode, advance, encode    {chained:6.2} µs a step");
    println!("ratio                      {:6.2}", chained / plain);
}

/// What a step takes, in microseconds, where all payouts are made once on a new desk.
fn microseconds(work: impl FnOnce(&Desk)) -> f64 {
    let ledger = Ledger::with([(ANNA, Amount::cents(u64::MAX))]);
    let desk = Desk { ledger, lists: Lists::new(["Viktor Krum"]), ..Desk::default() };
    let (clock, began) = (Instant::now(), on_processor());
    work(&desk);
    let nanoseconds = match (began, on_processor()) {
        (Some(began), Some(ended)) => (ended - began) as f64,
        _ => clock.elapsed().as_nanos() as f64,
    };
    nanoseconds / 1e3 / (PAYOUTS as f64 * STEPS)
}

/// How long this thread has run, in nanoseconds, as Linux tells.
fn on_processor() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

fn asked(number: u64) -> Request {
    let sender = Party { consumer: ANNA, name: "Anna".into() };
    Request {
        transaction: TransactionId(number),
        sender,
        beneficiary: "Berta".into(),
        amount: Amount::cents(500),
    }
}

/// What the steps of a payout do that nothing blocks.
fn call(desk: &Desk, Request { transaction, sender, beneficiary, amount }: Request) {
    ledger::unload_account(&desk.ledger, transaction, sender.consumer, amount).expect("there is enough");
    let _ = black_box(screening::screen(&desk.lists, sender.name));
    let _ = black_box(screening::screen(&desk.lists, beneficiary.clone()));
    let call = Call::keyed("the benchmark's");
    bank::transfer(&desk.bank, &call, transaction, beneficiary, amount).expect("the bank takes it");
}

/// A payout before its first step, as it is stored.
fn begun(number: u64) -> String {
    let state = payout::<World<&Desk>>().start(asked(number)).expect("a request reads back");
    serde_json::to_string(&state).expect("a state is data")
}

/// The same on the chain, each state as text before and after its step.
async fn run(desk: &Desk, begun: &[String]) {
    let (chain, live) = (payout(), World::live(desk));
    for begun in begun {
        let mut stored = begun.clone();
        for _ in 0..STEPS as u64 {
            let state: State = serde_json::from_str(&stored).expect("it is a state");
            match chain.advance(&state, &live).await {
                Ok(Flow::Next(next)) => stored = serde_json::to_string(&next).expect("a state is data"),
                _ => panic!("nothing blocks it"),
            }
        }
        black_box(stored);
    }
}
