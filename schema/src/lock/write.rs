//! The lock as text.

use super::{Lock, LockedAwait, LockedCall, LockedMessage, LockedOperation, LockedProcess, LockedStep};
use crate::entries::{opening, sealed};
use crate::shape::{Body, Definition, Field};
use crate::word::quoted;
use std::fmt::{self, Write};

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&opening())?;
        let processes = self.processes.values().map(process);
        let messages = self.messages.values().map(message);
        let operations = self.operations.values().map(operation);
        let accepted = self.accepted.iter().map(|accepted| {
            let changes = accepted.changes.iter().map(|change| format!("\n  {change}"));
            format!("accepted {}:{}", always_quoted(&accepted.reason.value), changes.collect::<String>())
        });
        let types = self.types.values().map(definition);
        let mut all = processes.chain(messages).chain(operations).chain(accepted).chain(types);
        all.try_for_each(|entry| write!(f, "\n{}", sealed(&entry)))
    }
}

/// Stands behind a version of which an instance that fails is rolled back.
pub(super) const ROLLS_BACK: &str = ", rolls back on failure";

fn process(process: &LockedProcess) -> String {
    let key = process.key.as_ref().map_or_else(String::new, |key| format!(", key {}", quoted(key)));
    let rolls_back = if process.rolls_back { ROLLS_BACK } else { "" };
    let mut text = format!("process {} {}{key}{rolls_back}:", quoted(&process.name.value), process.version);
    process.steps.iter().for_each(|locked| step(locked, &mut text));
    text
}

fn step(step: &LockedStep, text: &mut String) {
    let name = quoted(&step.name.value);
    let _ = write!(text, "\n  step {name}: {} -> {}", step.stored_input, step.stored_output);
    let mut line = |what: &str, said: &dyn fmt::Display| {
        let _ = write!(text, "\n    {what}: {said}");
    };
    line("takes", &step.takes.value);
    line("returns", &step.returns.value);
    step.awaits.iter().for_each(|awaited| line("awaits", &awaited.value));
    calls("calls", step.calls.as_deref(), &mut line);
    if let Some(undo) = &step.undone_by {
        line("undone by", &quoted(&undo.value));
    }
    calls("undoing calls", step.undoing_calls.as_deref(), &mut line);
    for (what, code) in [("undoing code", step.undoing_code), ("code", step.code)] {
        if let Some(code) = code {
            line(what, &format_args!("#{code:016x}"));
        }
    }
}

fn calls(what: &str, calls: Option<&[LockedCall]>, line: &mut impl FnMut(&str, &dyn fmt::Display)) {
    match calls {
        None => {}
        Some([]) => line(what, &"nothing"),
        Some(calls) => {
            calls.iter().for_each(|call| line(what, &format_args!("{} ({})", call.operation, call.effect)));
        }
    }
}

impl fmt::Display for LockedAwait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quoted(&self.topic))?;
        if let Some(by) = &self.by {
            write!(f, " by {}", quoted(by))?;
        }
        let fills: Vec<String> = self.fills.iter().map(|field| quoted(field)).collect();
        if fills.is_empty() { Ok(()) } else { write!(f, " fills {}", fills.join(", ")) }
    }
}

fn message(message: &LockedMessage) -> String {
    let mut text = format!("message {}: {}", quoted(&message.topic.value), message.term);
    message.from.iter().for_each(|from| text.push_str(&format!(", from {}", quoted(from))));
    message.key.iter().for_each(|key| text.push_str(&format!(", key {}", quoted(key))));
    text
}

fn operation(operation: &LockedOperation) -> String {
    let LockedOperation { name, effect, takes, returns } = operation;
    format!("operation {} ({effect}):\n  takes: {}\n  returns: {}", name.value, takes.value, returns.value)
}

fn definition(definition: &Definition) -> String {
    let mut text = definition.head();
    let fields = |fields: &[Field], indent: &str, text: &mut String| {
        fields.iter().for_each(|field| text.push_str(&format!("\n{indent}{field}")));
    };
    match &definition.body {
        Body::Object { fields: own, .. } => fields(own, "  ", &mut text),
        Body::Enum { variants, .. } => {
            for variant in variants {
                let _ = write!(text, "\n  {variant}");
                fields(variant.fields.as_deref().unwrap_or_default(), "    ", &mut text);
            }
        }
        Body::Value(_) | Body::Opaque { .. } => {}
    }
    text
}

/// A text in quotes, also where it is a single word.
fn always_quoted(text: &str) -> String {
    match quoted(text) {
        quoted if quoted.starts_with('"') => quoted,
        plain => format!("\"{plain}\""),
    }
}
