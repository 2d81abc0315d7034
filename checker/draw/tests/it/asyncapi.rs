//! AsyncAPI, held against the schema of version 3.0.0.

use crate::given::{STYLE, atlas, files, maps, wicked};
use serde_json::{Value, json};
use stateline_draw::{Atlas, Format, OutputFile, Subject};

fn documents(atlas: &Atlas) -> Vec<(String, Value)> {
    let read = |text: &[u8]| serde_yaml::from_slice(text).expect("it is YAML");
    let asyncapi = Format::named("asyncapi").expect("it is a format");
    let document = |file: OutputFile| {
        let name = file.path.strip_prefix("asyncapi/").and_then(|name| name.strip_suffix(".yaml"));
        (name.expect("it is a document").to_owned(), read(&file.content))
    };
    files(asyncapi, Subject::Map(atlas), STYLE).into_iter().map(document).collect()
}

#[test]
fn documents_keep_to_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../schemas/asyncapi-3.0.0.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let mut all: Vec<Atlas> = maps().iter().map(|(_, text)| atlas(text)).collect();
    all.push(wicked());
    let mut operations = 0;
    for atlas in all {
        let documents = documents(&atlas);
        assert_eq!(documents.len(), atlas.contexts.len());
        for (name, document) in documents {
            let told: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
            assert!(told.is_empty(), "{name}: {told:#?}\n{document:#}");
            leads(&document, &document);
            operations += document["operations"].as_object().map_or(0, serde_json::Map::len);
        }
    }
    assert!(operations > 100, "only {operations} operations were looked at");
    let mut broken = documents(&atlas(&maps()[0].1)).remove(0).1;
    broken["operations"]["send.compliance.decided"]["action"] = json!("shout");
    assert!(!validator.is_valid(&broken), "the schema would accept anything");
}

/// Every reference leads somewhere in the document.
fn leads(part: &Value, document: &Value) {
    match part {
        Value::Array(parts) => parts.iter().for_each(|part| leads(part, document)),
        Value::Object(parts) => {
            if let Some(target) = parts.get("$ref").and_then(Value::as_str) {
                let pointer = target.strip_prefix('#').expect("references stay in the document");
                assert!(document.pointer(pointer).is_some(), "{target} leads nowhere");
            }
            parts.values().for_each(|part| leads(part, document));
        }
        _ => {}
    }
}

#[test]
fn who_publishes_sends_and_who_subscribes_receives() {
    let documents = documents(&atlas(&maps()[1].1));
    let (_, billing) = documents.iter().find(|(name, _)| name == "billing").expect("it is a context");
    let operations = billing["operations"].as_object().expect("it is an object");
    let mut names: Vec<_> = operations.keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "receive.customer-erased.v1",
        "receive.order-cancelled.v1",
        "receive.order-placed.v1",
        "send.payment-captured.v1",
        "send.payment-failed.v1",
    ];
    assert_eq!(names, expected);
    let send = &billing["operations"]["send.payment-captured.v1"];
    assert_eq!(send["messages"][0]["$ref"], "#/channels/payment-captured.v1/messages/payment-captured.v1");
}

#[test]
fn what_is_received_says_which_processes_and_steps_it_is_for() {
    let mut atlas = atlas(&maps()[1].1);
    let process = atlas.processes.iter_mut().find(|process| process.name == "checkout").expect("it is one");
    process.starts_on = Some("payment-failed.v1".into());
    let failed = atlas.topics.iter_mut().find(|topic| topic.name == "payment-failed.v1").expect("it is one");
    failed.subscribers.push("ordering".into());
    let documents = documents(&atlas);
    let (_, ordering) = documents.iter().find(|(name, _)| name == "ordering").expect("it is a context");
    let received = |topic: &str| &ordering["operations"][format!("receive.{topic}")];
    assert_eq!(received("payment-failed.v1")["x-starts"][0], "checkout");
    let awaited = &received("payment-captured.v1")["x-awaited-by"][0];
    assert_eq!(
        (&awaited["by"], &awaited["fills"][0], &awaited["within"]),
        (&"order".into(), &"captured".into(), &"2d".into())
    );
}
