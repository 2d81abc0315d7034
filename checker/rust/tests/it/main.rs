//! The tests of the front end, as whoever depends on it uses it.
#![expect(clippy::disallowed_methods, reason = "tests prepare files, and read what was written")]

mod derive;
mod macro_calls;
mod names;
mod stand_ins;
mod templates;
mod unresolved;
