//! Our macros, as the checker knows them: how they are invoked, what they derive, what a mark says.
//!
//! Their vocabulary is [`stateline_schema::attribute`]. Reading hands them in at its door for code that
//! stands in no file ([`Derive`]); no other room of the front end knows that they exist.

mod derived;
mod mark;

#[cfg(test)]
mod tests;

pub use mark::Mark;

use stateline_rust::derive::{Argument, Code, Derive, Form, Input, Macro, MacroKind, Names};
use stateline_schema::attribute::{Attribute, Invocation, Key, PACKAGES};
use std::sync::LazyLock;

/// What the checker has a workspace read with.
pub static MARKS: Marks = Marks;

/// Our macros.
pub struct Marks;

impl Derive for Marks {
    fn macros(&self) -> &[Macro] {
        static MACROS: LazyLock<Vec<Macro>> =
            LazyLock::new(|| Attribute::ALL.into_iter().map(described).collect());
        &MACROS
    }

    fn derive(&self, input: &Input<'_>) -> Vec<Code> {
        derived::derive(input)
    }

    /// A step calls operations through its ctx, also those that its attribute does not list.
    fn namesake(&self, _method: &str) -> Option<&'static str> {
        Some(Attribute::Operation.name())
    }

    /// `ctx.publish(message)` is about the message.
    fn uses_argument(&self, method: &str) -> bool {
        method == "publish"
    }
}

/// A macro of ours, as reading wants it described.
fn described(attribute: Attribute) -> Macro {
    let kind = match attribute.invocation() {
        Invocation::Attribute => MacroKind::Attribute,
        Invocation::Call => MacroKind::Call,
        Invocation::Derive => MacroKind::Derive { helper: Some(attribute.beside()) },
    };
    let argument = |key: &Key| Some(Argument { key: key.name(), form: form(*key)? });
    let leading = attribute.leading();
    let arguments = leading.iter().chain(attribute.keys()).filter_map(argument).collect();
    let leading = leading.map(Key::name);
    Macro { name: attribute.name(), kind, packages: &PACKAGES, arguments, leading }
}

/// How an argument is read; none for what only the macro itself has to know.
fn form(key: Key) -> Option<Form> {
    match key {
        Key::Process | Key::Topic | Key::Effect | Key::IdempotentFor | Key::Context => Some(Form::Text),
        Key::Step | Key::At | Key::Reason => Some(Form::Text),
        Key::From | Key::To => Some(Form::Number),
        Key::Calls => Some(Form::Paths(Names::Called)),
        Key::Publishes => Some(Form::Paths(Names::Type)),
        Key::Rehearse | Key::Inquiry => Some(Form::Path(Names::Value)),
        Key::Crate => Some(Form::Tokens),
        Key::Skip => None,
    }
}
