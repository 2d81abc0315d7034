//! Messages that are merged into what is stored.

use super::run;
use serde::{Deserialize, Serialize};
use stateline::{Await, Chain, Letter, Line, Message, Next, Outcome, Run, State, Step, Wait, World};
use std::collections::{BTreeMap, HashSet};
use std::convert::Infallible;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Waiting {
    payout: u128,
    approved: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    details: Details,
    signatures: BTreeMap<String, bool>,
    reasons: HashSet<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Details {
    desk: Option<u8>,
    note: Option<String>,
}

/// What is said about it: whatever is left out says nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Decided {
    payout: Option<u128>,
    approved: Option<bool>,
    by: Option<String>,
    details: Option<Said>,
    signatures: BTreeMap<String, bool>,
    reasons: Option<HashSet<String>>,
    /// Nothing that is stored.
    colour: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Said {
    desk: Option<u8>,
    note: Option<String>,
    colour: Option<String>,
}

impl Message for Decided {
    const CONTEXT: &'static str = "compliance";
    const TOPIC: &'static str = "compliance.decided";
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct wait {}

impl Step for wait {
    type Input = Waiting;
    type Output = Waiting;
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "wait";
}

impl Run<World<()>> for wait {
    async fn run(input: Waiting, _: &World<()>) -> Outcome<Waiting, Infallible> {
        Ok(if input.approved.is_some() { Next(input) } else { Wait })
    }
}

fn chain() -> Chain<Waiting, World<()>> {
    Line::first::<wait>().awaiting::<Decided>(Await::default()).end(1)
}

fn waiting() -> Waiting {
    Waiting {
        // More than fits a float or 64 bits.
        payout: u128::MAX - 1,
        approved: None,
        by: None,
        details: Details { desk: None, note: Some("large".into()) },
        signatures: BTreeMap::from([("Ada".into(), true)]),
        reasons: ["amount", "sender", "beneficiary", "country"].map(str::to_owned).into(),
    }
}

fn stored() -> State {
    chain().start(waiting()).expect("it reads back")
}

fn letter(payload: &str) -> Letter {
    letter_of("compliance.decided", "compliance", payload)
}

/// A letter as it comes from elsewhere.
pub(super) fn letter_of(topic: &str, sender: &str, payload: &str) -> Letter {
    let letter = format!(
        r#"{{"id":"00000000-0000-8000-8000-000000000001","sender":"{sender}","topic":"{topic}","key":null,
            "cause":null,"rehearsal":false,"payload":{payload}}}"#
    );
    serde_json::from_str(&letter).expect("it is a letter")
}

fn merged(payload: &str) -> Waiting {
    let state = chain().merge(&stored(), &letter(payload)).expect("it fits");
    state.read().expect("it is what the step takes")
}

fn refused(payload: &str) -> String {
    let error = chain().merge(&stored(), &letter(payload)).expect_err("it does not fit");
    assert!(error.is_refused());
    let told = error.to_string();
    told.strip_prefix("`payout` version 1, step `wait`: ").expect("it says where").to_owned()
}

#[test]
fn s49_a_message_fills_what_is_open() {
    assert_eq!(merged(r#"{"approved":true}"#), Waiting { approved: Some(true), ..waiting() });
    let all = r#"{"by":"Ada","details":{"desk":3},"signatures":{"Bob":false},"approved":false}"#;
    let filled = Waiting {
        approved: Some(false),
        by: Some("Ada".into()),
        details: Details { desk: Some(3), ..waiting().details },
        signatures: BTreeMap::from([("Ada".into(), true), ("Bob".into(), false)]),
        ..waiting()
    };
    assert_eq!(merged(all), filled);
}

#[test]
fn s49_what_is_known_already_is_harmless() {
    let state = stored();
    for known in [
        r#"{}"#,
        r#"{"payout":340282366920938463463374607431768211454}"#,
        r#"{"payout":340282366920938463463374607431768211454,"approved":null,"by":null}"#,
        r#"{"details":{"note":"large"},"signatures":{"Ada":true}}"#,
        r#"{"details":{"note":"l\u0061rge"}}"#,
        r#"{"reasons":["country","beneficiary","sender","amount"]}"#,
        // What the receiver does not name says nothing to it; nor does what the topic's type does not know.
        r#"{"colour":"red","details":{"colour":"red"},"until":3}"#,
    ] {
        assert_eq!(chain().merge(&state, &letter(known)).expect("nothing new"), state);
    }
}

#[test]
fn s49_a_duplicate_changes_nothing() {
    let decided = letter(r#"{"approved":true,"by":"Ada"}"#);
    let once = chain().merge(&stored(), &decided).expect("it fits");
    let twice = chain().merge(&once, &decided).expect("it fits");
    assert_eq!(once, twice);
}

#[test]
fn s49_a_field_that_differs_is_refused_by_name() {
    for (payload, told) in [
        (
            r#"{"payout":340282366920938463463374607431768211455}"#,
            "340282366920938463463374607431768211454 is stored, \
             and the message says 340282366920938463463374607431768211455 at `payout`",
        ),
        (
            r#"{"approved":true,"details":{"note":"small"}}"#,
            r#""large" is stored, and the message says "small" at `details.note`"#,
        ),
        (r#"{"signatures":{"Ada":false}}"#, "true is stored, and the message says false at `signatures.Ada`"),
    ] {
        assert_eq!(refused(payload), format!("a message of `compliance.decided`: {told}"));
    }
    // What one message filled, another cannot change.
    let approved = chain().merge(&stored(), &letter(r#"{"approved":true}"#)).expect("it fits");
    let error = chain().merge(&approved, &letter(r#"{"approved":false}"#)).expect_err("it is decided");
    assert!(
        error.to_string().ends_with("true is stored, and the message says false at `approved`"),
        "{error}"
    );
}

#[test]
fn s49_what_the_step_cannot_take_is_refused() {
    let told =
        "a message of `compliance.decided`: invalid type: string \"yes\", expected a boolean at `approved`";
    assert_eq!(refused(r#"{"approved":"yes"}"#), told);
    assert!(refused("7").starts_with("a message of `compliance.decided`: invalid type: integer `7`"));
    assert_eq!(
        refused(r#"{"approved":true,"approved":false}"#),
        "a message of `compliance.decided`: duplicate field `approved`"
    );
}

#[test]
fn s49_only_the_awaited_topic_is_merged() {
    let other = letter_of("payout.blocked", "compliance", r#"{"approved":true}"#);
    let error = chain().merge(&stored(), &other).expect_err("it awaits another");
    let told =
        "`payout` version 1, step `wait`: it awaits `compliance.decided`, and this is `payout.blocked`";
    assert!(error.is_refused() && error.to_string() == told, "{error}");
    let deaf: Chain<Waiting, World<()>> = Line::first::<wait>().end(1);
    let error = deaf.merge(&stored(), &other).expect_err("it awaits none");
    let told = "`payout` version 1, step `wait`: it awaits no message, and this is `payout.blocked`";
    assert!(error.is_refused() && error.to_string() == told, "{error}");
}

#[test]
fn s21_a_rehearsals_message_moves_rehearsals_alone() {
    let real = letter(r#"{"approved":true}"#);
    let marked = real.clone().rehearsed();
    let (waiting, rehearsal) = (stored(), stored().rehearsed());
    let error = chain().merge(&waiting, &marked).expect_err("it moves no real instance");
    let told = "`payout` version 1, step `wait`: a rehearsal's message moves rehearsals alone";
    assert!(error.is_refused() && error.to_string() == told, "{error}");
    let error = chain().merge(&rehearsal, &real).expect_err("it moves no rehearsal");
    let told = "`payout` version 1, step `wait`: this is a rehearsal, which only a rehearsal's message moves";
    assert!(error.is_refused() && error.to_string() == told, "{error}");
    let merged = chain().merge(&rehearsal, &marked).expect("it is awaited");
    assert!(merged.is_rehearsal() && merged != rehearsal);
}

#[test]
fn s49_a_finished_instance_takes_no_message() {
    run(async {
        let decided = letter(r#"{"approved":true}"#);
        let state = chain().merge(&stored(), &decided).expect("it fits");
        let stop = chain().run(state, &World::live(())).await;
        assert!(stop.is_finished());
        assert!(chain().merge(&stop.state, &decided).expect_err("it is over").is_finished());
    });
}
