//! The shop, told to the end: an order that arrives, one that is rolled back, and a thousand with everything
//! going wrong that can.

use notifications::{Mailbox, tell_customer};
use orders::{Desk, Order, order};
use orders_messages::OrderId;
use stateline::{Chain, ChainError, Chaos, Handler, Letter, Next, State, Stop, Verdict, World};
use warehouse::{Packed, Stock};

const FIRST: OrderId = OrderId(1);
/// An answer that cannot be read parks an order: somebody looks at it, and tries again.
const TRIES: usize = 200;

fn desk() -> Desk {
    Desk { stock: Stock::of(10), ..Desk::default() }
}

fn ordered(pieces: u64) -> Order {
    Order { order: FIRST, pieces, cents: 4_900 }
}

/// What the warehouse publishes when a parcel is packed.
fn packed() -> Letter {
    Letter::of(&Packed { order: FIRST, parcel: "parcel 7".into() }).expect("it reads back")
}

/// Runs on until it waits or has ended, or fails for good.
async fn run<'d>(chain: &Chain<Order, World<&'d Desk>>, mut state: State, world: &World<&'d Desk>) -> Stop {
    for _ in 0..TRIES {
        let stop = chain.run(state, world).await;
        match stop.error().map(ChainError::verdict) {
            Some(Verdict::Again | Verdict::Park) => state = stop.state,
            _ => return stop,
        }
    }
    panic!("it does not end: {state:?}")
}

/// Brings letters to the handler until it has taken them.
async fn deliver(letters: &[Letter], world: &World<&Mailbox>) {
    let handler = Handler::of::<tell_customer>();
    for letter in letters {
        for _ in 0..TRIES {
            if handler.receive(letter, world).await.is_ok() {
                break;
            }
        }
    }
}

#[tokio::test]
async fn an_order_arrives_and_its_customer_is_told() {
    let (desk, mailbox) = (desk(), Mailbox::default());
    let (chain, live) = (order(), World::live(&desk));
    let waiting = run(&chain, chain.start(ordered(3)).expect("it reads back"), &live).await;
    assert!(waiting.is_waiting() && desk.stock.free() == 7 && desk.till.charged(FIRST) == 4_900);
    let ready = chain.merge(&waiting.state, &packed()).expect("it is awaited");
    assert!(run(&chain, ready, &live).await.is_finished());
    assert_eq!(desk.carrier.bookings(), (1, 1));
    deliver(&live.take_letters(), &World::live(&mailbox)).await;
    assert_eq!(mailbox.about(FIRST), ["Your parcel is on its way: parcel 7 of 1"]);
}

#[tokio::test]
async fn what_is_sold_out_is_never_charged() {
    let desk = desk();
    let (chain, live) = (order(), World::live(&desk));
    let stop = run(&chain, chain.start(ordered(11)).expect("it reads back"), &live).await;
    assert_eq!(stop.error().map(ChainError::verdict), Some(Verdict::Fail));
    assert_eq!((desk.stock.free(), desk.till.moved(FIRST)), (10, (0, 0)));
}

/// Every state of an order from its start to its end.
async fn whole<'d>(chain: &Chain<Order, World<&'d Desk>>, live: &World<&'d Desk>) -> Vec<State> {
    let mut states = vec![chain.start(ordered(3)).expect("it reads back")];
    while let Some(state) = states.last().filter(|state| state.step().is_some()) {
        let next = match chain.advance(state, live).await.expect("nothing goes wrong") {
            Next(next) => next,
            _ => chain.merge(state, &packed()).expect("it is awaited"),
        };
        states.push(next);
    }
    states
}

#[tokio::test]
async fn a_rollback_cancels_what_was_booked_and_gives_the_money_back() {
    let desk = desk();
    let (chain, live) = (order(), World::live(&desk));
    let states = whole(&chain, &live).await;
    for pair in states.windows(2).rev() {
        let [before, after] = pair else { unreachable!("a window of two") };
        if before.step() != after.step() && chain.undone_by(before).expect("it is a state").is_some() {
            for _ in 0..3 {
                chain.undo(before, Some(after), &live).await.expect("it can be undone, again and again");
            }
        }
    }
    assert_eq!(desk.carrier.bookings(), (1, 0));
    assert_eq!((desk.till.charged(FIRST), desk.till.moved(FIRST)), (0, (1, 1)));
    assert_eq!(desk.stock.free(), 10);
}

#[tokio::test]
async fn whatever_goes_wrong_each_effect_happens_once() {
    for seed in 0..1_000 {
        let (desk, mailbox) = (desk(), Mailbox::default());
        let named = |seed: u64| format!("order 1 of seed {seed}");
        let world = World::live(&desk).instance(named(seed)).disturbed(Chaos::new(seed));
        let chain = order();
        let waiting = run(&chain, chain.start(ordered(3)).expect("it reads back"), &world).await;
        assert!(waiting.is_waiting(), "seed {seed}: {waiting:?}");
        // The letter comes twice, as letters may.
        let mut ready = waiting.state;
        for _ in 0..2 {
            ready = chain.merge(&ready, &packed()).expect("it is awaited");
        }
        let end = run(&chain, ready, &world).await;
        assert!(end.is_finished(), "seed {seed}: {end:?}");
        let mails = World::live(&mailbox).disturbed(Chaos::new(seed + 1_000));
        deliver(&world.take_letters(), &mails).await;
        assert_eq!(
            (desk.stock.free(), desk.till.moved(FIRST), desk.carrier.bookings()),
            (7, (1, 0), (1, 1)),
            "seed {seed}"
        );
        assert_eq!(mailbox.about(FIRST).len(), 1, "seed {seed}: {:?}", mailbox.about(FIRST));
    }
}
