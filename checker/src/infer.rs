//! Which methods and fields the code means: a small type inference over file summaries.
//!
//! [`Tables`] reads all signatures once; then each file is walked by itself: the types, paths and
//! bodies of its items, one body at a time. Types are numbers (`ty`), what is not known yet is
//! an unknown (`unknowns`), impls are chosen in `solve`, methods in `probe`.

mod all;
mod call;
mod emit;
mod expr;
mod lower;
mod macros;
mod memory;
mod operator;
mod pat;
mod probe;
mod signature;
mod solve;
pub mod std;
mod tables;
mod ty;
mod unknowns;
mod value;
mod walk;

pub use all::references_of;
pub use memory::all_references;
pub use signature::references;
pub use tables::Tables;

#[cfg(test)]
mod tests;
