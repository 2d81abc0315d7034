//! The tests of the command: its rules, what it prints, and what it must withstand.
#![expect(clippy::disallowed_methods, reason = "tests prepare files, and read what was written")]

mod accident;
mod agreement;
#[cfg(unix)]
mod attacks;
mod bad_input;
mod command;
mod derived;
mod formats;
mod generated;
mod layout;
mod memory;
mod messages;
mod own_map;
mod pairs;
mod population;
mod requirements;
mod rules;
mod ways;
mod workbench;
