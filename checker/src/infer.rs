//! Which methods and fields the code means: a small type inference over file summaries.

pub mod std;
