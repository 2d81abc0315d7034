//! Letters in one store: what is published is handled by each subscriber, once, and acknowledged or told of.

use super::{GRACE, run};
use crate::runtime::bank::Desk;
use serde::{Deserialize, Serialize};
use stateline::message::{AckTerms, Acked, Acknowledges, Overdue, TopicTerms};
use stateline::runner::{Durable, Runner, Running};
use stateline::store::{Duty, DutyState, Memory, Query, Row, Store, Tally, Target, Verb, verify};
use stateline::{
    Ack, Await, Chain, Hear, Line, Message, Nack, Next, Outcome, Publish, Receive, Run, Step, Verdict, Wait,
};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What an order is to come to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Wish {
    Pack,
    Ship,
    Refuse,
    Falter,
    Rush,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Order {
    order: u32,
    wishes: Vec<Wish>,
    packed: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Placed {
    order: u32,
    wish: Wish,
    number: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Packed {
    order: u32,
    packed: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Shipped {
    number: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Rushed {
    number: u32,
}

const HOUR: Duration = Duration::from_secs(3_600);

macro_rules! message {
    ($name:ident $context:literal $topic:literal $key:expr, $terms:expr) => {
        impl Message for $name {
            const CONTEXT: &'static str = $context;
            const TOPIC: &'static str = $topic;
            const KEY: Option<&'static str> = $key;
            const TERMS: TopicTerms = $terms;
        }
    };
}

// The office is told of each ack.
message!(Placed "orders" "order.placed" Some("order"), TopicTerms {
    subscribers: &["stock"],
    ack: Some(AckTerms { within: HOUR, by: &["stock"], to: Some("office") }),
});
message!(Packed "stock" "order.packed" Some("order"), TopicTerms {
    subscribers: &["orders"],
    ack: Some(AckTerms { within: HOUR, by: &[], to: None }),
});
message!(Shipped "stock" "order.shipped" None, TopicTerms {
    subscribers: &["carrier"],
    ack: Some(AckTerms { within: HOUR, by: &[], to: None }),
});

// Nobody here takes it.
message!(Rushed "stock" "order.rushed" None, TopicTerms {
    subscribers: &["nobody"],
    ack: Some(AckTerms { within: Duration::from_millis(100), by: &[], to: None }),
});

/// What was done, in its order.
#[derive(Clone, Default)]
struct Book(Arc<Mutex<Vec<String>>>, Arc<AtomicI64>);

impl Book {
    fn note(&self, what: String) {
        self.0.lock().expect("nobody panics").push(what);
    }

    fn told(&self) -> Vec<String> {
        self.0.lock().expect("nobody panics").clone()
    }
}

#[derive(Debug)]
struct No(Verdict);

impl std::fmt::Display for No {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("there is none left")
    }
}

impl std::error::Error for No {}

impl From<stateline::CallError> for No {
    fn from(error: stateline::CallError) -> Self {
        No(stateline::Failure::verdict(&error))
    }
}

impl stateline::Failure for No {
    fn verdict(&self) -> Verdict {
        self.0
    }
}

static BOOKS: Mutex<BTreeMap<u32, Book>> = Mutex::new(BTreeMap::new());

/// The book of a test, which numbers its orders from here on.
fn book(of: u32) -> Book {
    BOOKS.lock().expect("nobody panics").entry(of / 100).or_default().clone()
}

macro_rules! handler {
    ($name:ident $context:literal $message:ident, $run:expr) => {
        struct $name;

        impl Receive for $name {
            type Message = $message;
            const CONTEXT: &'static str = $context;
            const NAME: &'static str = stringify!($name);
        }

        impl<E: stateline::Stage> Hear<E> for $name {
            async fn hear(message: $message, ctx: &E) -> Result<Ack, Nack> {
                $run(message, ctx).await.acknowledge()
            }
        }
    };
}

async fn stock(
    placed: Placed,
    ctx: &(impl Publish<Packed> + Publish<Shipped> + Publish<Rushed>),
) -> Result<Ack, No> {
    let Placed { order, wish, number } = placed;
    let book = book(order);
    match wish {
        Wish::Pack => {
            book.note(format!("packed {number}"));
            ctx.publish(Packed { order, packed: number }).await?;
            Ok(Ack::Done)
        }
        Wish::Ship => {
            ctx.publish(Shipped { number: order * 10 + number }).await?;
            Ok(Ack::HandedOn)
        }
        Wish::Rush => {
            ctx.publish(Rushed { number }).await?;
            Ok(Ack::HandedOn)
        }
        Wish::Refuse if book.1.load(Ordering::Relaxed) == 0 => Err(No(Verdict::Park)),
        Wish::Falter if book.1.fetch_add(1, Ordering::Relaxed) < 2 => Err(No(Verdict::Again)),
        Wish::Refuse | Wish::Falter => {
            book.note(format!("packed {number} at last"));
            Ok(Ack::Done)
        }
    }
}

async fn carry(shipped: Shipped, _: &impl Sync) -> Result<(), No> {
    let book = book(shipped.number / 10);
    match book.1.load(Ordering::Relaxed) {
        0 => Err(No(Verdict::Park)),
        _ => {
            book.note(format!("carried {}", shipped.number % 10));
            Ok(())
        }
    }
}

async fn told(acked: Acked, _: &impl Sync) -> Result<(), No> {
    OFFICE.lock().expect("nobody panics").push(acked);
    Ok(())
}

async fn late(overdue: Overdue, _: &impl Sync) -> Result<(), No> {
    LATE.lock().expect("nobody panics").push(overdue);
    Ok(())
}

async fn spies(placed: Placed, _: &impl Sync) {
    book(placed.order).note("somebody has listened".into());
}

async fn refused(_: Overdue, _: &impl Sync) -> Result<(), No> {
    Err(No(Verdict::Park))
}

static OFFICE: Mutex<Vec<Acked>> = Mutex::new(Vec::new());
static LATE: Mutex<Vec<Overdue>> = Mutex::new(Vec::new());

handler!(Stock "stock" Placed, stock);
handler!(Carrier "carrier" Shipped, carry);
handler!(Office "office" Acked, told);
handler!(Late "office" Overdue, late);
handler!(Refuses "alarm" Overdue, refused);
handler!(SenderIsTold "orders" Acked, told);
// It is no subscriber of the topic.
handler!(Spies "spies" Placed, spies);

macro_rules! step {
    ($name:ident, $run:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = Order;
            type Output = Order;
            type Error = No;
            const CONTEXT: &'static str = "orders";
            const PROCESS: &'static str = "order";
            const NAME: &'static str = stringify!($name);
        }

        impl<E: stateline::Stage> Run<E> for $name {
            async fn run(order: Order, ctx: &E) -> Outcome<Order, No> {
                $run(order, ctx).await
            }
        }
    };
}

async fn placing(order: Order, ctx: &impl Publish<Placed>) -> Outcome<Order, No> {
    for (wish, number) in order.wishes.iter().zip(1..) {
        ctx.publish(Placed { order: order.order, wish: *wish, number }).await?;
    }
    Ok(Next(order))
}

async fn closing(order: Order, _: &impl Sync) -> Outcome<Order, No> {
    match (order.wishes.contains(&Wish::Pack), order.packed) {
        (true, None) => Ok(Wait),
        _ => Ok(Next(order)),
    }
}

step!(place, placing);
step!(close, closing);

fn order() -> Chain<Order, Durable<Desk>> {
    let line = Line::first::<place>().then::<close>();
    let line = line.awaiting::<Packed>(Await { fills: &["packed"], ..Await::default() });
    line.end(1).keyed("order")
}

fn runner(store: &Memory) -> Runner<Memory> {
    let desk = Arc::new(Desk::default());
    let runner = Runner::new(store.clone()).serve(order(), desk.clone());
    runner.receive::<Stock, _>(desk.clone()).receive::<Carrier, _>(desk.clone()).receive::<Office, _>(desk)
}

async fn begin(store: &Memory) -> Running<Memory> {
    runner(store).begin().await.expect("nothing else has the store")
}

async fn started(runner: &Running<Memory>, order: u32, wishes: &[Wish]) {
    let order = Order { order, wishes: wishes.to_vec(), packed: None };
    runner.start("order", order).await.expect("it starts");
}

async fn duties(store: &Memory, course: &str) -> Vec<Row> {
    let query = Query { process: Some(course.into()), ..Query::all(100) };
    store.find(&query).await.expect("memory is read").rows
}

/// Waits until the duties of this process stand like this.
async fn until(store: &Memory, course: &str, states: &[DutyState]) -> Vec<Row> {
    let wait = async {
        loop {
            let rows = duties(store, course).await;
            let stand: Vec<_> = rows.iter().filter_map(Row::duty_state).collect();
            if stand == states {
                return rows;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    match tokio::time::timeout(Duration::from_secs(20), wait).await {
        Ok(rows) => rows,
        Err(_) => panic!("they stand otherwise: {:?}", duties(store, course).await),
    }
}

async fn whole(store: &Memory) {
    assert_eq!(verify(store, None).await.expect("memory is read").flaws, []);
}

use DutyState::{Acked as Done, Nacked, Open, Overdue as Missed, Quarantined};

mod keyed;
mod logged;
mod notices;
mod unread;

#[test]
fn s22_a_step_publishes_a_handler_answers_and_the_instance_goes_on() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store).await;
        started(&runner, 100, &[Wish::Pack]).await;
        let rows = until(&store, "orders/order.packed", &[Done]).await;
        let letter = rows[0].state.read::<Duty>().expect("it is a duty").letter;
        assert_eq!(letter.read::<Packed>().expect("it is that"), Packed { order: 100, packed: 1 });
        let key = 100_u64.into();
        let id = store.keyed("order", false, &key).await.expect("it is read").expect("it is there").id;
        assert_eq!(
            runner.ended(id).await.expect("it ends").read::<Order>().expect("it is one").packed,
            Some(1)
        );
        assert_eq!(book(100).told(), ["packed 1"]);
        until(&store, "stock/order.placed", &[Done]).await;
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

#[test]
fn s28_a_quarantined_letter_holds_its_key_until_a_person_releases_or_skips_it() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store).await;
        started(&runner, 200, &[Wish::Refuse, Wish::Ship, Wish::Refuse]).await;
        let rows = until(&store, "stock/order.placed", &[Quarantined, Open, Open]).await;
        assert_eq!(rows[0].standing.reason.as_deref(), Some("there is none left"));
        let dead = store.find(&Query::dead_letters(10)).await.expect("memory is read").rows;
        assert_eq!(dead, rows[..1]);
        // Others pass.
        started(&runner, 250, &[Wish::Falter]).await;
        until(&store, "stock/order.placed", &[Quarantined, Open, Open, Done]).await;
        // Faltering has counted in the same book: from now on all is well.
        runner
            .command("Ada", "there is more", Verb::Release(Target::Instance(rows[0].id)))
            .await
            .expect("it may");
        until(&store, "stock/order.placed", &[Done, Done, Done, Done]).await;
        until(&store, "carrier/order.shipped", &[Done]).await;
        let told: Vec<_> = book(200).told().into_iter().filter(|it| it.starts_with("packed")).collect();
        assert_eq!(told, ["packed 1 at last", "packed 1 at last", "packed 3 at last"]);
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

#[test]
fn s26_who_does_not_subscribe_gets_nothing_though_it_has_a_handler() {
    run(async {
        let store = Memory::new();
        let runner = runner(&store).receive::<Spies, _>(Arc::new(Desk::default()));
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, 700, &[Wish::Pack]).await;
        until(&store, "stock/order.placed", &[Done]).await;
        until(&store, "orders/order.packed", &[Done]).await;
        runner.stop(GRACE).await.expect("it stops");
        let mail = Tally::mail(&store.tally().await.expect("memory is read"));
        let got: Vec<_> = mail.keys().map(String::as_str).collect();
        assert_eq!(got, ["office/stateline.acked", "orders/order.packed", "stock/order.placed"]);
        assert_eq!(book(700).told(), ["packed 1"]);
    });
}

#[test]
fn s29_the_ack_goes_to_a_third_context_and_not_to_the_sender() {
    run(async {
        let store = Memory::new();
        let desk = Arc::new(Desk::default());
        // The sender would take it.
        let runner = runner(&store).receive::<SenderIsTold, _>(desk);
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, 800, &[Wish::Pack]).await;
        let placed = until(&store, "stock/order.placed", &[Done]).await;
        until(&store, "orders/order.packed", &[Done]).await;
        let told = until(&store, "office/stateline.acked", &[Done]).await;
        let told = told[0].state.read::<Duty>().expect("it is a duty").letter;
        let told = told.read::<Acked>().expect("it tells of an ack");
        let about = placed[0].state.read::<Duty>().expect("it is a duty").letter.id();
        assert_eq!((told.letter, &*told.topic, &*told.context), (about, "order.placed", "stock"));
        assert_eq!((told.late, told.nack), (false, None));
        // Nobody is told of the topic whose map names no one, and the sender of none.
        let mail = Tally::mail(&store.tally().await.expect("memory is read"));
        let topics: Vec<_> = mail.keys().filter(|course| course.ends_with("stateline.acked")).collect();
        assert_eq!(topics, ["office/stateline.acked"]);
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

#[test]
fn s30_a_chain_closes_with_its_last_link_and_a_skipped_link_breaks_it() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store).await;
        started(&runner, 300, &[Wish::Ship]).await;
        let links = until(&store, "carrier/order.shipped", &[Quarantined]).await;
        let root = until(&store, "stock/order.placed", &[Open]).await;
        let duty = links[0].state.read::<Duty>().expect("it is a duty");
        assert_eq!(
            (duty.waits, duty.path.len(), &*duty.path[0].topic),
            (Some(root[0].id), 1, "order.placed")
        );
        // It survives whoever handed it on.
        runner.stop(GRACE).await.expect("it stops");
        let runner = begin(&store).await;
        let skip = Verb::Cancel(Target::Instance(links[0].id));
        runner.command("Ada", "it is lost", skip).await.expect("it may be skipped");
        let root = until(&store, "stock/order.placed", &[Nacked]).await;
        assert_eq!(root[0].standing.reason.as_deref(), Some("Ada has skipped it: it is lost"));
        // The next one arrives.
        book(300).1.store(1, Ordering::Relaxed);
        started(&runner, 301, &[Wish::Ship]).await;
        until(&store, "stock/order.placed", &[Nacked, Done]).await;
        let mail = Tally::mail(&store.tally().await.expect("memory is read"));
        assert_eq!(mail["carrier/order.shipped"], BTreeMap::from([(Done, 1), (Nacked, 1)]));
        // The office is told of both, and nobody else is.
        until(&store, "office/stateline.acked", &[Done, Done]).await;
        let told: Vec<_> = OFFICE.lock().expect("nobody panics").clone();
        let told = |nacked: bool| told.iter().any(|it| it.nack.is_some() == nacked && it.context == "stock");
        assert!(told(true) && told(false));
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

#[test]
fn s32_what_is_not_acknowledged_in_time_is_told_once_also_across_restarts() {
    run(async {
        let store = Memory::new();
        let alerts = Arc::new(Mutex::new(Vec::new()));
        let begin = || {
            let (store, alerts) = (store.clone(), alerts.clone());
            async move {
                let runner = runner(&store).receive::<Late, _>(Arc::new(Desk::default()));
                let tell = move |what: &str| alerts.lock().expect("nobody panics").push(what.to_owned());
                runner.alerting(tell).begin().await.expect("nothing else has the store")
            }
        };
        let runner = begin().await;
        started(&runner, 400, &[Wish::Rush]).await;
        let links = until(&store, "nobody/order.rushed", &[Missed]).await;
        // Who waits for it is late by the same, and that is no alert of its own.
        let root = until(&store, "stock/order.placed", &[Missed]).await;
        until(&store, "office/stateline.overdue", &[Done]).await;
        runner.stop(GRACE).await.expect("it stops");
        let runner = begin().await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let duty = links[0].state.read::<Duty>().expect("it is a duty");
        let told = LATE.lock().expect("nobody panics").clone();
        assert_eq!(told.len(), 1);
        assert_eq!(
            (told[0].letter, &*told[0].context, &told[0].path),
            (duty.letter.id(), "nobody", &duty.path)
        );
        let root_letter = root[0].state.read::<Duty>().expect("it is a duty").letter.id();
        let link = duty.letter.id();
        let way = format!("`order.placed` to `stock` ({root_letter})");
        let what = format!(
            "`nobody` has not acknowledged letter {link} of `order.rushed` in time, which it got by way of {way}"
        );
        assert_eq!(*alerts.lock().expect("nobody panics"), [what]);
        let story = super::story(&store, links[0].id).await;
        assert_eq!(story.iter().filter(|kind| *kind == "overdue").count(), 1, "{story:?}");
        let mail = Tally::mail(&store.tally().await.expect("memory is read"));
        assert_eq!(mail["nobody/order.rushed"], BTreeMap::from([(Missed, 1)]));
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}

#[test]
fn s32_a_letter_that_tells_of_a_late_one_is_never_late_itself() {
    run(async {
        let store = Memory::new();
        let runner = runner(&store).receive::<Refuses, _>(Arc::new(Desk::default()));
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, 500, &[Wish::Rush]).await;
        let told = until(&store, "alarm/stateline.overdue", &[Quarantined]).await;
        // Its handler refuses it, and no time comes at which that is told to the same handler.
        assert_eq!((told[0].standing.deadline, told[0].standing.overdue), (None, false));
        let (missed, duty) =
            (until(&store, "nobody/order.rushed", &[Missed]).await, told[0].state.read::<Duty>());
        let overdue = duty.expect("it is a duty").letter.read::<Overdue>().expect("it tells of one");
        assert_eq!(overdue.letter, missed[0].state.read::<Duty>().expect("it is a duty").letter.id());
        runner.stop(GRACE).await.expect("it stops");
        whole(&store).await;
    });
}
