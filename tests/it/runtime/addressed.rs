//! Letters find their instance, and fill what the map says.

use super::bank::{Desk, Request, load};
use super::merging::letter_of;
use serde::{Deserialize, Serialize};
use stateline::{
    Await, Cause, Chain, ChainError, Flow, Letter, Line, Message, Next, OnFailure, Outcome, Retry, Run,
    State, Step, Wait, World,
};
use std::convert::Infallible;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Number(u64);

/// What waits for three signatures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Contract {
    number: Option<Number>,
    law: Option<bool>,
    risk: Option<bool>,
    by: Option<String>,
}

macro_rules! said {
    ($name:ident, $context:literal, $topic:literal, $key:expr, { $($field:ident: $type:ty),* }) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        struct $name { $($field: $type),* }

        impl Message for $name {
            const CONTEXT: &'static str = $context;
            const TOPIC: &'static str = $topic;
            const KEY: Option<&'static str> = $key;
        }
    };
}

said!(ByLaw, "law", "law.signed", Some("number"), { number: Number, law: bool, by: String });
said!(ByRisk, "risk", "risk.signed", None, { contract: Number, risk: bool, by: String });
said!(Drawn, "sales", "contract.drawn", Some("number"), { number: Number, by: String, colour: u8 });
said!(Keyless, "law", "law.asked", None, { law: bool });

macro_rules! step {
    ($step:ident, $input:ty => $output:ty, |$data:ident| $run:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $step {}

        impl Step for $step {
            type Input = $input;
            type Output = $output;
            type Error = Infallible;
            const CONTEXT: &'static str = "sales";
            const PROCESS: &'static str = "contract";
            const NAME: &'static str = stringify!($step);
        }

        impl Run<World<()>> for $step {
            async fn run($data: $input, _: &World<()>) -> Outcome<$output, Infallible> {
                Ok($run)
            }
        }
    };
}

step!(draw, Contract => Contract, |data| Next(data));
step!(sign, Contract => Contract, |data| if data.law.and(data.risk).is_some() { Next(data) } else { Wait });

fn chain() -> Chain<Contract, World<()>> {
    let line = Line::first::<draw>().then::<sign>();
    let line = line.awaiting::<ByLaw>(Await { fills: &["law"], ..Await::default() });
    let line = line.awaiting::<ByRisk>(Await {
        by: Some("contract"),
        fills: &["risk"],
        within: Some(Duration::from_secs(60)),
    });
    line.end(2).keyed("number").started_by::<Drawn>().failing(OnFailure::Rollback)
}

fn contract(number: u64) -> Contract {
    Contract { number: Some(Number(number)), ..Contract::default() }
}

/// An instance that stands where it awaits.
fn waiting(number: u64) -> State {
    let state = chain().start(contract(number)).expect("it has a key");
    super::run(async move {
        match chain().advance(&state, &World::live(())).await {
            Ok(Flow::Next(state)) => state,
            other => panic!("it goes on: {other:?}"),
        }
    })
}

fn law(number: u64) -> Letter {
    Letter::of(&ByLaw { number: Number(number), law: true, by: "Ada".into() }).expect("it reads back")
}

fn risk(number: u64) -> Letter {
    Letter::of(&ByRisk { contract: Number(number), risk: true, by: "Bob".into() }).expect("it reads back")
}

fn refused(state: &State, letter: &Letter) -> String {
    let error = chain().merge(state, letter).expect_err("it is for another");
    assert!(error.is_refused(), "{error}");
    error.to_string().strip_prefix("`contract` version 2, step `sign`: ").expect("it says where").to_owned()
}

#[test]
fn an_instance_bears_its_key_from_step_to_step() {
    let state = chain().start(contract(7)).expect("it has a key");
    assert_eq!(state.key().map(|key| key.text()), Some("7"));
    assert_eq!(waiting(7).key().map(|key| key.text()), Some("7"));
    let text = serde_json::to_string(&state).expect("a state is data");
    assert!(text.contains(r#""rehearsal":false,"key":7,"at""#), "{text}");
    let error = chain().start(Contract::default()).expect_err("its key is null");
    assert!(error.is_keyless());
    let told = "`contract` version 2, step `draw`: its key `number` is null: a key is a string, an integer or a bool";
    assert_eq!(error.to_string(), told);
}

#[test]
fn messages_awaited_fill_in_any_order_what_the_map_says_and_no_more() {
    let state = waiting(7);
    let both = |first: &Letter, second: &Letter| {
        let one = chain().merge(&state, first).expect("it is awaited");
        chain().merge(&one, second).expect("it is awaited")
    };
    let signed = both(&law(7), &risk(7));
    assert_eq!(signed, both(&risk(7), &law(7)));
    let wanted = Contract { law: Some(true), risk: Some(true), ..contract(7) };
    assert_eq!(signed.read::<Contract>().expect("its type"), wanted);
    // The same again changes nothing.
    assert_eq!(chain().merge(&signed, &law(7)).expect("it is known"), signed);
}

#[test]
fn a_letter_for_another_instance_or_from_another_sender_is_refused() {
    assert_eq!(refused(&waiting(7), &law(8)), "the message is for `number` 8, and this is 7");
    assert_eq!(refused(&waiting(7), &risk(8)), "the message is for `contract` 8, and this is 7");
    let forged = letter_of("law.signed", "sales", r#"{"number":7,"law":true,"by":"Eve"}"#);
    assert_eq!(
        refused(&waiting(7), &forged),
        "`law` publishes on `law.signed`, and this letter is from `sales`"
    );
    let drawn = Letter::of(&Drawn { number: Number(7), by: "Ada".into(), colour: 1 }).expect("it reads back");
    assert_eq!(
        refused(&waiting(7), &drawn),
        "it awaits `law.signed` and `risk.signed`, and this is `contract.drawn`"
    );
    let text = r#"{"law":true,"by":"Ada"}"#;
    assert_eq!(
        refused(&waiting(7), &letter_of("law.signed", "law", text)),
        "a message of `law.signed`: missing field `number`"
    );
}

#[test]
fn a_letter_starts_an_instance() {
    let drawn = Letter::of(&Drawn { number: Number(7), by: "Ada".into(), colour: 1 }).expect("it reads back");
    let state = chain().start_by(&drawn).expect("it starts it");
    let started = Contract { by: Some("Ada".into()), ..contract(7) };
    assert_eq!(state, chain().start(started).expect("it has a key"));
    assert!(chain().start_by(&drawn.rehearsed()).expect("it starts it").is_rehearsal());
    let error = chain().start_by(&law(7)).expect_err("it starts nothing");
    assert_eq!(error.to_string(), "`contract` version 2: no message of `law.signed` starts it");
    let forged = letter_of("contract.drawn", "law", r#"{"number":7,"by":"Eve","colour":1}"#);
    assert!(chain().start_by(&forged).expect_err("it is forged").is_refused());
}

#[test]
fn what_a_chain_says_of_fields_is_verified() {
    assert!(chain().verify().is_ok());
    let line = || Line::<(), (), World<()>>::first::<draw>().then::<sign>();
    let told = |chain: Chain<Contract, World<()>>| {
        let wrong = chain.verify().expect_err("it is not so");
        assert!(wrong.iter().all(ChainError::is_unknown_field));
        wrong.iter().map(|error| error.to_string()).collect::<Vec<_>>()
    };
    let keyed = line().awaiting::<Keyless>(Await::default()).end(1).keyed("numbers");
    assert_eq!(
        told(keyed),
        [
            "`contract` version 1, step `draw`: the key of `contract` is `numbers`, which is no field of what its first step takes",
            "`contract` version 1, step `sign`: it awaits `law.asked`, and neither the topic nor the step says by which field its instance is found",
        ]
    );
    let await_ = Await { by: Some("contract"), fills: &["law", "contract", "yes"], within: None };
    let wrong = line().awaiting::<ByRisk>(await_).awaiting::<ByLaw>(Await::default()).end(1);
    assert_eq!(
        told(wrong),
        [
            "`contract` version 1, step `sign`: it awaits `risk.signed`, whose instance is found by a key, and `contract` has none",
            "`contract` version 1, step `sign`: `risk.signed` fills `law`, which is no field of that message",
            "`contract` version 1, step `sign`: `risk.signed` fills `contract`, which is no field of what the step takes",
            "`contract` version 1, step `sign`: `risk.signed` fills `yes`, which is no field of that message",
            "`contract` version 1, step `sign`: `risk.signed` fills `yes`, which is no field of what the step takes",
            "`contract` version 1, step `sign`: it awaits `law.signed`, whose instance is found by a key, and `contract` has none",
        ]
    );
}

#[test]
fn what_the_map_says_is_there_for_whoever_runs_it() {
    let chain = chain();
    assert_eq!((chain.key(), chain.starts_on()), (Some("number"), Some("contract.drawn")));
    assert_eq!(chain.on_failure(), OnFailure::Rollback);
    let sign = chain.step(2, "sign").expect("it has that step");
    let told: Vec<_> =
        sign.awaits().iter().map(|it| (it.topic(), it.sender(), it.by(), it.within())).collect();
    let minute = Some(Duration::from_secs(60));
    let wanted =
        [("law.signed", "law", Some("number"), None), ("risk.signed", "risk", Some("contract"), minute)];
    assert_eq!(told, wanted);
    assert_eq!(sign.awaits()[1].fills(), ["risk"]);
    // What is stored bears the step's name, and not that of the function of an earlier version.
    let old = Line::first::<draw>().named("sketch").retried(Retry::DEFAULT).then::<sign>().end(1);
    let served = chain.serving::<Contract>(old);
    assert_eq!(served.steps(1).collect::<Vec<_>>(), ["sketch", "sign"]);
    assert_eq!(served.step(1, "sketch").and_then(|step| step.retry()), Some(Retry::DEFAULT));
}

#[test]
fn a_letter_says_who_wrote_it_and_why_and_is_the_same_in_each_attempt() {
    super::run(async {
        let written = |instance: &str| {
            let live = World::live(Desk::default()).instance(instance);
            let chain: Chain<Request, World<Desk>> = Line::first::<load>().end(1);
            async move {
                let state = chain.start(Request { consumer: 1, amount: 5_000 }).expect("it reads back");
                assert!(matches!(chain.advance(&state, &live).await, Ok(Next(_))));
                live.take_letters().pop().expect("it has published")
            }
        };
        let (one, again, other) = (written("a").await, written("a").await, written("b").await);
        assert_eq!(one, again);
        assert_ne!(one.id(), other.id());
        let cause = Cause::Step { instance: "a".into(), process: "payout".into(), step: "load".into() };
        assert_eq!((one.sender(), one.cause()), ("payments", Some(&cause)));
        let text = serde_json::to_string(&one).expect("it is data");
        assert_eq!(serde_json::from_str::<Letter>(&text).expect("it reads back"), one);
    });
    assert_eq!(law(7).key().map(|key| key.text()), Some("7"));
    assert_eq!(risk(7).key(), None);
}
