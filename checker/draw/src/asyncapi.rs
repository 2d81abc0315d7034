//! AsyncAPI 3.0: a document for each context, with what it sends and what it receives.
//!
//! <https://www.asyncapi.com/docs/reference/specification/v3.0.0>

use super::HEAD;
use super::atlas::{Atlas, Context, Topic};
use super::atlas::{TYPES, reachable};
use super::ids::free_of;
use crate::format::{Draw, Format, OutputFile};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What the map does not say, and the format wants.
const VERSION: &str = "1.0.0";

pub(crate) static FORMAT: Format = Format {
    name: "asyncapi",
    about: "AsyncAPI 3.0, a document for each context",
    is_usual: false,
    is_picture: false,
    draw: Draw::Folder { name: "asyncapi", draw: |request| request.shown().map(documents) },
};

/// Each context's document, under a name that files may have.
fn documents(atlas: &Atlas) -> Vec<OutputFile> {
    let mut taken = BTreeSet::new();
    let named = atlas.contexts.iter().map(|context| (key(&context.name, &mut taken), context));
    let file = |(name, context): (String, &Context)| OutputFile {
        path: format!("{name}.yaml"),
        content: yaml(&document(atlas, context)).into_bytes(),
    };
    named.map(file).collect()
}

fn yaml(document: &Value) -> String {
    let text = serde_yaml::to_string(document).expect("names and numbers can be written as YAML");
    format!("# {HEAD}\n{}\n", text.trim_end())
}

fn document(atlas: &Atlas, context: &Context) -> Value {
    let talks = |topic: &&Topic| {
        topic.publishers.contains(&context.name) || topic.subscribers.contains(&context.name)
    };
    let topics: Vec<&Topic> = atlas.topics.iter().filter(talks).collect();
    let keys = Keys::new(atlas, &topics);
    let (mut channels, mut operations, mut messages) = (Map::new(), Map::new(), Map::new());
    for topic in &topics {
        let id = keys.topic(&topic.name);
        channels.insert(id.to_owned(), channel(topic, id));
        messages.insert(id.to_owned(), message(topic, &keys));
        for (action, who) in [("send", &topic.publishers), ("receive", &topic.subscribers)] {
            if who.contains(&context.name) {
                let mut operation = operation(topic, id, action);
                if action == "receive" {
                    receivers(atlas, context, topic, &mut operation);
                }
                operations.insert(format!("{action}.{id}"), operation);
            }
        }
    }
    let told = topics.iter().filter_map(|topic| topic.payload.as_deref());
    let schemas: Map<String, Value> = reachable(&atlas.types, told)
        .into_iter()
        .filter_map(|path| Some((keys.types.get(path)?.clone(), keys.renamed(atlas.types.get(path)?))))
        .collect();
    let mut document = json!({
        "asyncapi": "3.0.0",
        "info": { "title": context.called(), "version": VERSION },
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": { "messages": messages, "schemas": schemas },
    });
    if !context.about.is_empty() {
        document["info"]["description"] = json!(context.about);
    }
    document
}

fn channel(topic: &Topic, id: &str) -> Value {
    let mut channel = json!({
        "address": topic.name,
        "messages": { id: { "$ref": format!("#/components/messages/{id}") } },
        "x-publishers": topic.publishers,
        "x-subscribers": topic.subscribers,
    });
    if !topic.about.is_empty() {
        channel["description"] = json!(topic.about);
    }
    if let Some(key) = &topic.key {
        channel["x-ordered-by"] = json!(key);
    }
    channel
}

/// Its message is the channel's, not the component that the channel's refers to.
fn operation(topic: &Topic, id: &str, action: &str) -> Value {
    let mut operation = json!({
        "action": action,
        "channel": { "$ref": format!("#/channels/{id}") },
        "messages": [{ "$ref": format!("#/channels/{id}/messages/{id}") }],
    });
    if let Some(ack) = &topic.ack {
        operation["x-ack"] = json!(ack);
    }
    operation
}

/// Which processes of a context a message starts, and which of their steps await it, in any version.
fn receivers(atlas: &Atlas, context: &Context, topic: &Topic, operation: &mut Value) {
    let ours = || atlas.processes.iter().filter(|process| process.context == context.name);
    let started = ours().filter(|process| process.starts_on.as_ref() == Some(&topic.name));
    let started: Vec<&str> = started.map(|process| process.name.as_str()).collect();
    let mut awaited = Vec::new();
    for process in ours() {
        for step in process.versions().flat_map(|version| &version.steps) {
            let of_topic = step.awaits.iter().filter(|awaited| awaited.topic == topic.name);
            awaited.extend(of_topic.map(|it| {
                let by = it.by.as_ref().or(topic.key.as_ref());
                json!({ "process": process.name, "step": step.name, "by": by, "fills": it.fills, "within": it.within })
            }));
        }
    }
    awaited.dedup();
    if !started.is_empty() {
        operation["x-starts"] = json!(started);
    }
    if !awaited.is_empty() {
        operation["x-awaited-by"] = json!(awaited);
    }
}

fn message(topic: &Topic, keys: &Keys<'_>) -> Value {
    let payload = match topic.payload.as_ref().and_then(|path| keys.types.get(path.as_str())) {
        Some(id) => json!({ "$ref": format!("#/components/schemas/{id}") }),
        None => json!({ "description": "not known: the map alone is at hand", "additionalProperties": true }),
    };
    let mut message = json!({ "name": topic.name, "payload": payload });
    if let Some(title) = &topic.message {
        message["title"] = json!(title);
    }
    message
}

/// The keys of a document: letters, digits, `.`, `-` and `_`.
struct Keys<'k> {
    topics: BTreeMap<&'k str, String>,
    types: BTreeMap<&'k str, String>,
}

impl<'k> Keys<'k> {
    fn new(atlas: &'k Atlas, topics: &[&'k Topic]) -> Self {
        let mut taken = BTreeSet::new();
        let topics = topics.iter().map(|topic| (topic.name.as_str(), key(&topic.name, &mut taken))).collect();
        let mut taken = BTreeSet::new();
        let types = atlas.types.keys().map(|path| (path.as_str(), key(&path.replace("::", "."), &mut taken)));
        Keys { topics, types: types.collect() }
    }

    fn topic(&self, name: &str) -> &str {
        self.topics.get(name).map_or("unknown", String::as_str)
    }

    /// A schema whose references lead into the document.
    fn renamed(&self, schema: &Value) -> Value {
        match schema {
            Value::Array(parts) => parts.iter().map(|part| self.renamed(part)).collect(),
            Value::Object(parts) => {
                let renamed = parts.iter().map(|(name, part)| {
                    let target =
                        part.as_str().filter(|_| name == "$ref").and_then(|path| path.strip_prefix(TYPES));
                    let part = match target.and_then(|path| self.types.get(path)) {
                        Some(id) => json!(format!("#/components/schemas/{id}")),
                        None => self.renamed(part),
                    };
                    (name.clone(), part)
                });
                Value::Object(renamed.collect())
            }
            other => other.clone(),
        }
    }
}

/// Also the name of a file: never empty, never hidden.
fn key(name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') { letter } else { '_' }
    };
    let base: String = name.chars().map(plain).collect();
    let hidden = !base.starts_with(|first: char| first.is_ascii_alphanumeric());
    free_of(if hidden { format!("x{base}") } else { base }, taken)
}
