//- package ledger outside=snap
//- ledger/src/lib.rs
pub trait CommandExt: Sized {
    fn ours() -> Self;
    fn arg_ours(self, name: &str) -> Self { let _ = name; self }
    fn arg_written(self) -> Self;
    const KIND: u8 = 1;
}
impl CommandExt for snap::Command { fn ours() -> Self { Self::new() } fn arg_written(self) -> Self { self } }
//- package app deps=ledger outside=snap
//- app/src/lib.rs
//! A trait of the workspace on a type from outside: an associated function through the type's path, and
//! methods after outside methods, also those that only the trait writes (snap is not fetched).
use ledger::CommandExt;
pub fn run() {
    snap::Command::ours().arg_ours("a"); //~ Command=outside:snap::Command arg_ours=ledger::CommandExt::arg_ours ours=ledger::Command::ours snap=outside:snap
    snap::Command::new("x").about("y").arg_written(); //~ Command=outside:snap::Command arg_written=ledger::Command::arg_written new=outside:snap::Command::new snap=outside:snap
    snap::Command::new("x").about("y").arg_ours("b").arg_written(); //~ Command=outside:snap::Command arg_ours=ledger::CommandExt::arg_ours arg_written=ledger::Command::arg_written new=outside:snap::Command::new snap=outside:snap
    let _ = snap::Command::KIND; //~ Command=outside:snap::Command KIND=ledger::CommandExt::KIND snap=outside:snap
}
pub fn given(command: snap::Command) { command.arg_ours("c"); } //~ Command=outside:snap::Command arg_ours=ledger::CommandExt::arg_ours snap=outside:snap
