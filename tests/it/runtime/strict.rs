//! What is stored reads back as it was, or not at all.

use proptest::collection::{btree_map, hash_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use stateline::{Await, Chain, Json, Letter, Line, Message, Next, Outcome, Run, State, Step, World};
use std::collections::{BTreeMap, HashSet};
use std::convert::Infallible;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Payout {
    number: u128,
    sender: Party,
    beneficiary: Option<Party>,
    rate: f64,
    lines: Vec<Entry>,
    notes: BTreeMap<String, Option<i64>>,
    marks: HashSet<u16>,
    kind: Kind,
    initial: char,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Party {
    name: String,
    account: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    cents: i64,
    label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Plain,
    Split(u8, u8),
    Held { until: Option<u32> },
}

impl Message for Payout {
    const CONTEXT: &'static str = "payments";
    const TOPIC: &'static str = "payout.known";
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct hold {}

impl Step for hold {
    type Input = Payout;
    type Output = Payout;
    type Error = Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "hold";
}

impl Run<World<()>> for hold {
    async fn run(input: Payout, _: &World<()>) -> Outcome<Payout, Infallible> {
        Ok(Next(input))
    }
}

fn chain() -> Chain<Payout, World<()>> {
    Line::first::<hold>().awaiting::<Payout>(Await::default()).end(1)
}

fn party() -> impl Strategy<Value = Party> {
    (any::<String>(), any::<Option<u64>>()).prop_map(|(name, account)| Party { name, account })
}

fn entry() -> impl Strategy<Value = Entry> {
    (any::<i64>(), any::<Option<String>>()).prop_map(|(cents, label)| Entry { cents, label })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Plain),
        any::<(u8, u8)>().prop_map(|(a, b)| Kind::Split(a, b)),
        any::<Option<u32>>().prop_map(|until| Kind::Held { until }),
    ]
}

fn payout() -> impl Strategy<Value = Payout> {
    let rate = any::<f64>().prop_filter("JSON has no others", |rate| rate.is_finite());
    let more = (btree_map(any::<String>(), any::<Option<i64>>(), 0..4), hash_set(any::<u16>(), 0..6));
    (any::<u128>(), party(), option::of(party()), rate, vec(entry(), 0..4), more, kind(), any::<char>())
        .prop_map(|(number, sender, beneficiary, rate, lines, (notes, marks), kind, initial)| Payout {
            number,
            sender,
            beneficiary,
            rate,
            lines,
            notes,
            marks,
            kind,
            initial,
        })
}

/// Every struct in the stored data, by its JSON pointer.
fn structs(payout: &Payout) -> Vec<String> {
    let mut all = vec![String::new(), "/sender".to_owned()];
    all.extend(payout.beneficiary.as_ref().map(|_| "/beneficiary".to_owned()));
    all.extend((0..payout.lines.len()).map(|at| format!("/lines/{at}")));
    all.extend(matches!(payout.kind, Kind::Held { .. }).then(|| "/kind/Held".to_owned()));
    all
}

fn text(state: &State) -> String {
    serde_json::to_string(state).expect("a state is data")
}

/// The state with its data changed, as somebody else might have stored it.
fn changed(state: &State, change: impl FnOnce(&mut Value)) -> State {
    let mut json: Value = serde_json::from_str(state.data().text()).expect("it is JSON");
    change(&mut json);
    let changed = text(state).replace(state.data().text(), &json.to_string());
    serde_json::from_str(&changed).expect("it is a state")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s48_what_is_stored_reads_back(payout in payout()) {
        let state = chain().start(payout.clone()).expect("it is finite");
        let again: State = serde_json::from_str(&text(&state)).expect("it is a state");
        prop_assert_eq!(&again, &state);
        prop_assert_eq!(again.read::<Payout>().expect("it is its type"), payout);
        chain().check(&again).expect("the step takes it");
    }

    #[test]
    fn s48_a_missing_field_is_refused_by_name(payout in payout(), at in any::<prop::sample::Index>(), field in any::<prop::sample::Index>()) {
        // Floats and wide numbers would be changed by the test's own hands.
        let payout = Payout { rate: 0.5, number: 7, ..payout };
        let state = chain().start(payout.clone()).expect("it is finite");
        let pointer = at.get(&structs(&payout)).clone();
        let mut name = String::new();
        let state = changed(&state, |json| {
            let fields = json.pointer_mut(&pointer).and_then(Value::as_object_mut).expect("it is a struct");
            name = fields.keys().nth(field.index(fields.len())).expect("it has fields").clone();
            fields.remove(&name);
        });
        let error = chain().check(&state).expect_err("a field is missing");
        prop_assert!(error.is_unreadable());
        prop_assert!(error.to_string().contains(&format!("missing field `{name}`")), "{error}");
    }

    #[test]
    fn s48_an_unknown_field_is_refused_by_name(payout in payout(), at in any::<prop::sample::Index>(), value in any::<Option<bool>>()) {
        let payout = Payout { rate: 0.5, number: 7, ..payout };
        let state = chain().start(payout.clone()).expect("it is finite");
        let pointer = at.get(&structs(&payout)).clone();
        let state = changed(&state, |json| {
            let fields = json.pointer_mut(&pointer).and_then(Value::as_object_mut).expect("it is a struct");
            fields.insert("surplus".to_owned(), value.into());
        });
        let error = chain().check(&state).expect_err("a field is unknown");
        prop_assert!(error.is_unreadable());
        prop_assert!(error.to_string().contains("unknown field `surplus`"), "{error}");
    }

    #[test]
    fn s49_what_is_open_is_filled_and_nothing_else_changes(payout in payout(), open in any::<[bool; 3]>()) {
        let mut stored = payout.clone();
        if open[0] {
            stored.beneficiary = None;
        }
        if open[1] {
            stored.sender.account = None;
        }
        if open[2] && let Kind::Held { until } = &mut stored.kind {
            *until = None;
        }
        let all = chain().start(payout.clone()).expect("it is finite");
        let letter = Letter::of(&payout).expect("it is finite");
        let merged = chain().merge(&chain().start(stored.clone()).expect("it is finite"), &letter).expect("it fits");
        prop_assert_eq!(merged.read::<Payout>().expect("it is its type"), payout.clone());
        prop_assert_eq!(&chain().merge(&merged, &letter).expect("it is known"), &merged);
        // What is stored and another message leaves open stays.
        let less = Letter::of(&stored).expect("it is finite");
        let less = chain().merge(&all, &less).expect("it says less");
        prop_assert_eq!(less, all);
    }

    #[test]
    fn s48_no_damage_passes_for_something_else(payout in payout(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let state = chain().start(payout).expect("it is finite");
        let mut bytes = text(&state).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        // Whatever is still a state, and still the step's, is written as it was read.
        let Ok(damaged) = serde_json::from_slice::<State>(&bytes) else { return Ok(()) };
        if let Ok(payout) = damaged.read::<Payout>() {
            let again = chain().start(payout).expect("it was read");
            prop_assert_eq!(again.read::<Payout>().ok(), damaged.read::<Payout>().ok());
        }
    }
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn s48_a_missing_option_is_no_none() {
    let told = |text| json(text).read::<Party>().map_err(|error| error.to_string());
    assert!(told(r#"{"name":"Anna","account":null}"#).is_ok());
    assert_eq!(told(r#"{"name":"Anna"}"#), Err("missing field `account`".to_owned()));
    assert_eq!(told(r#"{"name":"A","account":1,"x":{}}"#), Err("unknown field `x`".to_owned()));
    assert!(told(r#"{"name":"A","account":1,"account":1}"#).is_err());
}

#[test]
fn s48_a_state_itself_is_read_strictly() {
    let payout = r#"{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{"step":"hold"},"data":{"type":"u8","json":7}}"#;
    let read = |text: &str| serde_json::from_str::<State>(text).map_err(|error| error.to_string());
    assert_eq!(read(payout).expect("it is a state").read::<u8>(), Ok(7));
    for (from, to, told) in [
        ("\"version\":1,", "", "missing field `version`"),
        ("\"version\":1", "\"version\":1,\"urgent\":true", "unknown field `urgent`"),
        ("\"version\":1", "\"version\":1,\"version\":2", "duplicate field `version`"),
        ("\"version\":1", "\"version\":-1", "invalid value: integer `-1`"),
        ("{\"step\":\"hold\"}", "{\"step\":\"hold\",\"x\":1}", "unknown field `x`"),
        ("\"key\":null,", "", "missing field `key`"),
        ("{\"step\":\"hold\"}", "\"ended\"", "unknown variant `ended`"),
        ("\"type\":\"u8\",", "", "missing field `type`"),
        ("\"json\":7", "\"json\":7,\"x\":1", "unknown field `x`"),
    ] {
        let error = read(&payout.replace(from, to)).expect_err("it is no state");
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn s48_a_state_names_its_fields() {
    let whole = |at: &str, data: &str| {
        format!(r#"{{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{at},"data":{data}}}"#)
    };
    let data = r#"{"type":"u8","json":1}"#;
    let read = |text: &str| serde_json::from_str::<State>(text);
    assert!(read(&whole(r#"{"step":"hold"}"#, data)).is_ok());
    assert!(read(&whole("  \"finished\"", data)).is_ok());
    for other in [
        format!(r#"["payout",1,{{"step":"hold"}},{data}]"#),
        whole(r#"{"step":"hold"}"#, r#"["u8",1]"#),
        whole(r#"{"finished":null}"#, data),
    ] {
        assert!(read(&other).is_err(), "{other}");
    }
}

#[test]
fn s48_what_would_not_read_back_is_not_written() {
    #[derive(Serialize, Deserialize)]
    struct Renamed {
        #[serde(rename(deserialize = "sum"))]
        amount: u8,
    }
    #[derive(Serialize, Deserialize)]
    struct Rate {
        inner: Vec<f64>,
    }
    let told = |error: Option<stateline::DataError>| error.expect("it is not written").to_string();
    assert_eq!(
        told(Json::write(&Renamed { amount: 1 }).err()),
        "what is written would not read back: missing field `sum`"
    );
    assert_eq!(
        told(Json::write(&Rate { inner: vec![1.0, f64::NAN] }).err()),
        "what is written would not read back: invalid type: null, expected f64 at `inner[1]`"
    );
    assert_eq!(told(Json::write(&BTreeMap::from([((1, 2), 3)])).err()), "key must be a string");
}

#[test]
fn s48_json_of_any_depth_is_refused_and_nothing_overflows() {
    #[derive(Serialize, Deserialize)]
    struct Lenient {
        amount: u8,
    }
    for depth in [100, 200, 100_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(json(&format!(r#"{{"amount":1,"x":{deep}}}"#)).read::<Lenient>().is_err());
        assert!(json(&deep).read::<Vec<u8>>().is_err());
    }
}
