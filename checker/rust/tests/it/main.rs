//! The tests of the front end, as whoever depends on it uses it.

mod derive;
mod macro_calls;
mod names;
mod stand_ins;
