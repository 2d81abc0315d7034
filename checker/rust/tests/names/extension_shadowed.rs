//- package ledger outside=snap
//- ledger/src/lib.rs
pub trait CommandExt: Sized { fn arg(self, name: &str) -> Self; fn line(self, line: &str) -> Self { self.arg(line) } }
impl CommandExt for snap::Command { fn arg(self, name: &str) -> Self { self.arg(name) } }
//- package app deps=ledger outside=snap
//- app/src/lib.rs
//! A trait of ours gives a type from outside a method that the type has itself: its own goes first.
//! That it has one shows in the impl, which calls it: `fn arg(self, …) { self.arg(…) }` would call itself
//! for ever otherwise. (snap is not fetched.)
use ledger::CommandExt;
pub fn given(command: snap::Command) { command.arg("a"); } //~ Command=outside:snap::Command snap=outside:snap
pub fn line(command: snap::Command) { command.line("a"); } //~ Command=outside:snap::Command line=ledger::CommandExt::line snap=outside:snap
pub fn made() { let _ = snap::Command::new("x").about("y").arg("z"); } //~ Command=outside:snap::Command new=outside:snap::Command::new snap=outside:snap
