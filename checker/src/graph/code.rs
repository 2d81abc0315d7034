//! Which kind of code a definition is: each kind has permissions of its own.

use stateline_rust::arena::Arena;
use stateline_rust::{Crate, CrateId, DefId, Reference, TargetKind, World};
use stateline_schema::map::CodeKind;

/// The kind of code of each crate, and so of each definition.
#[derive(Debug)]
pub struct Codes(Arena<Crate, CodeKind>);

impl Codes {
    pub fn new(world: &World<'_>) -> Self {
        let kind = |target: Option<usize>| match target.map(|target| world.workspace.targets[target].kind) {
            None | Some(TargetKind::Library | TargetKind::ProcMacro | TargetKind::Binary) => CodeKind::Main,
            Some(TargetKind::Test) => CodeKind::Tests,
            Some(TargetKind::Bench) => CodeKind::Benches,
            Some(TargetKind::Example) => CodeKind::Examples,
            Some(TargetKind::BuildScript) => CodeKind::Build,
        };
        Codes(world.crates.iter().map(|held| kind(held.target)).collect())
    }

    /// That of a definition.
    pub fn of(&self, world: &World<'_>, def: DefId) -> CodeKind {
        let def = world.def(def);
        self.kind(def.krate, def.test)
    }

    /// That of the code that a reference stands in: a single statement may be for tests alone.
    pub fn around(&self, world: &World<'_>, reference: &Reference) -> CodeKind {
        self.kind(world.def(reference.from).krate, reference.test)
    }

    fn kind(&self, krate: CrateId, test: bool) -> CodeKind {
        match self.0[krate] {
            CodeKind::Main if test => CodeKind::Tests,
            kind => kind,
        }
    }
}

/// What stands in messages before "code".
pub fn adjective(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Main => "ordinary",
        CodeKind::Tests => "test",
        CodeKind::Benches => "bench",
        CodeKind::Examples => "example",
        CodeKind::Build => "build script",
    }
}
