//! The vocabulary of our macros: each attribute, the arguments that it takes, and what is derived.
//!
//! The macros and the checker both read it, so that neither has a list of its own. It is about
//! strings: it knows no tokens and no syntax tree.
//!
//! ```
//! use stateline_schema::attribute::{Attribute, Form, Key, ctx_name, type_name};
//!
//! let step = Attribute::named("step").expect("it is one of ours");
//! assert_eq!(step.key("calls"), Some(Key::Calls));
//! assert_eq!(Key::Calls.form(), Form::Paths);
//! assert_eq!(step.key("topic"), None);
//!
//! let name = type_name("screen_sanctions").expect("it has letters");
//! assert_eq!(name, "ScreenSanctions");
//! assert_eq!(ctx_name(&name), "ScreenSanctionsCtx");
//! ```
//!
//! # How to add an argument
//!
//! Add a variant to [`Key`] with its name and its form, and list it under the attributes that take it.
//! The macros then read it, and the compiler points at each place in the checker that has to say what
//! it means.

mod derived;
mod effect;
mod ending;
mod verdict;

pub use derived::{
    ABOUT, CALL, CRATE, DONE, KEY, PACKAGES, REQUEST, call_name, ctx_name, process_function, request_name,
    shares, type_name,
};
pub use effect::Effect;
pub use ending::{Ending, Returned};
pub use verdict::Verdict;

use std::fmt;

/// One of our macros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// `#[operation]` on a function.
    Operation,
    /// `#[step]` on a function.
    Step,
    /// `#[compensation]` on a function.
    Compensation,
    /// `#[receives]` on a function.
    Receives,
    /// `#[migration]` on a function.
    Migration,
    /// `#[message]` on a struct or an enum.
    Message,
    /// `process!(…)`, which is called.
    Process,
    /// `#[derive(Environment)]` on a struct. Its arguments stand beside it, in `#[environment(…)]`.
    Environment,
    /// `#[derive(Failure)]` on an error. Its arguments stand beside it, in `#[failure(…)]`.
    Failure,
}

/// How a macro is invoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invocation {
    /// `#[step(…)]`
    Attribute,
    /// `process!(…)`
    Call,
    /// `#[derive(Environment)]`
    Derive,
}

impl Attribute {
    /// All of them.
    pub const ALL: [Attribute; 9] = [
        Attribute::Operation,
        Attribute::Step,
        Attribute::Compensation,
        Attribute::Receives,
        Attribute::Migration,
        Attribute::Message,
        Attribute::Process,
        Attribute::Environment,
        Attribute::Failure,
    ];

    /// As it is written where it takes arguments, without `!`: of a derive macro that is the attribute
    /// beside it, on the type and on its fields.
    pub const fn beside(self) -> &'static str {
        match self {
            Attribute::Environment => "environment",
            Attribute::Failure => "failure",
            _ => self.name(),
        }
    }

    /// The name by which our crate exports the macro: `step`, `process`, `Environment`.
    pub const fn name(self) -> &'static str {
        match self {
            Attribute::Operation => "operation",
            Attribute::Step => "step",
            Attribute::Compensation => "compensation",
            Attribute::Receives => "receives",
            Attribute::Migration => "migration",
            Attribute::Message => "message",
            Attribute::Process => "process",
            Attribute::Environment => "Environment",
            Attribute::Failure => "Failure",
        }
    }

    /// The macro that our crate exports by this name.
    pub fn named(name: &str) -> Option<Attribute> {
        Attribute::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// How it is invoked.
    pub const fn invocation(self) -> Invocation {
        match self {
            Attribute::Process => Invocation::Call,
            Attribute::Environment | Attribute::Failure => Invocation::Derive,
            _ => Invocation::Attribute,
        }
    }

    /// The arguments that it takes, in the order in which messages list them.
    pub const fn keys(self) -> &'static [Key] {
        match self {
            Attribute::Operation => {
                &[Key::Effect, Key::Rehearse, Key::Inquiry, Key::IdempotentFor, Key::Context, Key::Crate]
            }
            Attribute::Step | Attribute::Compensation => {
                &[Key::Process, Key::Calls, Key::Publishes, Key::Context, Key::Crate]
            }
            Attribute::Receives => &[Key::Calls, Key::Publishes, Key::Context, Key::Crate],
            Attribute::Migration => {
                &[Key::Process, Key::From, Key::To, Key::Step, Key::At, Key::Reason, Key::Context, Key::Crate]
            }
            Attribute::Message => &[Key::Topic, Key::Context, Key::Crate],
            Attribute::Process => &[Key::Context, Key::Crate],
            Attribute::Environment | Attribute::Failure => &[Key::Crate],
        }
    }

    /// The argument that it takes without its name, before all others: `#[receives("payout.blocked")]`.
    pub const fn leading(self) -> Option<Key> {
        match self {
            Attribute::Receives => Some(Key::Topic),
            _ => None,
        }
    }

    /// What carries it, in a sentence about a function: "a step".
    pub const fn noun(self) -> &'static str {
        match self {
            Attribute::Receives => "handler",
            _ => self.name(),
        }
    }

    /// The arguments that it takes on a field.
    pub const fn field_keys(self) -> &'static [Key] {
        match self {
            Attribute::Environment => &[Key::Skip],
            _ => &[],
        }
    }

    /// The argument of this name, if it takes it.
    pub fn key(self, name: &str) -> Option<Key> {
        self.keys().iter().copied().find(|key| key.name() == name)
    }
}

/// As it is written where it takes arguments: `#[step]`, `process!`, `#[environment]`.
impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.invocation() {
            Invocation::Attribute | Invocation::Derive => write!(f, "#[{}]", self.beside()),
            Invocation::Call => write!(f, "{}!", self.name()),
        }
    }
}

/// An argument of our macros, which means the same in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The process of a step or compensation.
    Process,
    /// The version from which a migration leads.
    From,
    /// The version to which a migration leads.
    To,
    /// The step from which a migration leads.
    Step,
    /// The step to which a migration leads; the one from which it leads, if nothing is said.
    At,
    /// Why a migration may pass over a step that awaits something.
    Reason,
    /// The operations that a step or compensation calls.
    Calls,
    /// The messages that a step or compensation publishes.
    Publishes,
    /// The topic of a message, or of those that a handler receives.
    Topic,
    /// What an operation does to the world: an [`Effect`].
    Effect,
    /// The function that stands in for an operation in a dry run.
    Rehearse,
    /// The operation that tells what became of a call of this one, by its key.
    Inquiry,
    /// How long whoever an operation reaches knows the key of a call again.
    IdempotentFor,
    /// The context that the code belongs to, where several share a crate.
    Context,
    /// Our crate, where it goes by another name.
    Crate,
    /// On a field: an environment does not lend it.
    Skip,
}

impl Key {
    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Key::Process => "process",
            Key::From => "from",
            Key::To => "to",
            Key::Step => "step",
            Key::At => "at",
            Key::Reason => "reason",
            Key::Calls => "calls",
            Key::Publishes => "publishes",
            Key::Topic => "topic",
            Key::Effect => "effect",
            Key::Rehearse => "rehearse",
            Key::Inquiry => "inquiry",
            Key::IdempotentFor => "idempotent_for",
            Key::Context => "context",
            Key::Crate => "crate",
            Key::Skip => "skip",
        }
    }

    /// How its value is written.
    pub const fn form(self) -> Form {
        match self {
            Key::Process | Key::Topic | Key::Effect | Key::IdempotentFor | Key::Context => Form::Text,
            Key::Step | Key::At | Key::Reason => Form::Text,
            Key::From | Key::To => Form::Number,
            Key::Rehearse | Key::Inquiry | Key::Crate => Form::Path,
            Key::Calls | Key::Publishes => Form::Paths,
            Key::Skip => Form::Flag,
        }
    }
}

impl Key {
    /// An example of it with a value: `process = "…"`.
    pub fn sample(self) -> String {
        match self.form() {
            Form::Text => format!("{self} = \"…\""),
            Form::Path => format!("{self} = …"),
            Form::Paths => format!("{self}(…, …)"),
            Form::Number => format!("{self} = 1"),
            Form::Flag => self.to_string(),
        }
    }
}

/// As it is written.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How the value of an argument is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `process = "payout"`
    Text,
    /// `rehearse = pretend_load`
    Path,
    /// `calls(ledger::load_account, ledger::unload_account)`
    Paths,
    /// `from = 1`
    Number,
    /// `skip`
    Flag,
}

#[cfg(test)]
mod tests {
    use super::{Attribute, Key};

    #[test]
    fn names_are_told_apart() {
        for attribute in Attribute::ALL {
            assert_eq!(Attribute::named(attribute.name()), Some(attribute));
            for &key in attribute.keys() {
                assert_eq!(attribute.key(key.name()), Some(key));
            }
        }
    }

    #[test]
    fn every_attribute_says_where_our_crate_is() {
        assert!(Attribute::ALL.iter().all(|attribute| attribute.keys().last() == Some(&Key::Crate)));
    }
}
