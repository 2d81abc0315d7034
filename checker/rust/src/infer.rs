//! Which methods and fields the code means: a small type inference over file summaries.
//!
//! [`Tables`] reads all signatures once; then each file is walked by itself: the types, paths and
//! bodies of its items, one body at a time. Types are numbers (`ty`), what is not known yet is
//! an unknown (`unknowns`), impls are chosen in `solve`, methods in `probe`.

mod all;
mod call;
mod closure;
mod emit;
mod expr;
mod flow;
mod impls;
mod lang;
mod locals;
mod lower;
mod macros;
mod member;
mod memory;
mod operator;
mod outside;
mod pat;
mod postfix;
mod probe;
mod project;
mod promises;
mod seam;
mod settle;
mod signature;
mod solve;
pub mod std;
mod tables;
mod ty;
mod unify;
mod unknowns;
mod value;
mod walk;

pub use all::references_of;
pub use memory::all_references;
pub use signature::references;
pub use tables::Tables;

#[cfg(test)]
mod tests;
