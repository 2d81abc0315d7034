//! The tests of the command: its rules, what it prints, and what it must withstand.

mod agreement;
#[cfg(unix)]
mod attacks;
mod bad_input;
mod command;
mod formats;
mod generated;
mod layout;
mod memory;
mod requirements;
mod rules;
mod workbench;
