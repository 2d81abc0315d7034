//! Which methods and fields the code means: a small type inference over file summaries.
//!
//! [`Tables`] reads all signatures once; then each file is walked by itself: the types, paths and
//! bodies of its items, one body at a time. Types are numbers (`ty`), what is not known yet is
//! an inference variable (`infer_table`), impls are chosen in `solve`, methods in `probe`.

mod all;
mod bounds;
mod callee;
mod closed;
mod closure;
mod context;
mod derived;
mod emit;
mod expr;
mod fallback;
mod flow;
mod fulfill;
mod hash_order;
mod impls;
mod index;
mod infer_table;
mod lang;
mod locals;
mod lower;
mod macro_calls;
mod macros;
mod member;
mod memory;
mod op;
mod outside;
mod pat;
mod path;
mod place_op;
mod probe;
mod project;
mod reach;
mod signature;
mod solve;
pub(crate) mod std;
mod tables;
mod ty;
mod unify;
mod wrappers;
mod written;

pub(crate) use all::pages_of;
pub use memory::all_references;
pub(crate) use signature::references;
pub(crate) use tables::Tables;

#[cfg(test)]
mod tests;
