//! The interfaces of operations, steps and messages, derived from functions and held against the map.
//!
//! Use them through the crate `stateline`, which says what each does. Here is how they are made. Every
//! macro goes the same way: `arguments` and `function` read tokens, `map` finds the map and answers
//! questions, each macro's `model` says what is meant and refuses what must not be, and its `expand`
//! writes code that holds no logic. Refusals are collected; what could be understood is derived all the
//! same, so that nobody hears of a mistake twice.

mod arguments;
mod compensation;
mod environment;
mod function;
mod map;
mod message;
mod names;
mod operation;
mod process;
mod refusals;
mod step;
#[cfg(test)]
mod tests;
mod visibility;

use map::Place;
use proc_macro::TokenStream;

/// Offers a function to other contexts as an operation.
#[proc_macro_attribute]
pub fn operation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    operation::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function a step of a process.
#[proc_macro_attribute]
pub fn step(arguments: TokenStream, item: TokenStream) -> TokenStream {
    step::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a function what undoes a step.
#[proc_macro_attribute]
pub fn compensation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    compensation::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a type the message of a topic.
#[proc_macro_attribute]
pub fn message(arguments: TokenStream, item: TokenStream) -> TokenStream {
    message::expand(arguments.into(), item.into(), &Place::here()).into()
}

/// Makes a process of the map a function that gives its chain.
#[proc_macro]
pub fn process(input: TokenStream) -> TokenStream {
    process::expand(input.into(), &Place::here()).into()
}

/// Lends the fields of a struct to operations, by their types.
#[proc_macro_derive(Environment, attributes(environment))]
pub fn environment(item: TokenStream) -> TokenStream {
    environment::expand(item.into()).into()
}
