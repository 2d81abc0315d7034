//! Reads a Rust workspace without compiling it: what each name, method and field in its code stands for.
//!
//! ```
//! use stateline_rust::{Options, all_references, read, resolve, stand_ins};
//!
//! let folder = tempfile::tempdir().expect("a folder can be made");
//! let manifest = folder.path().join("Cargo.toml");
//! let package = "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
//! let code = "
//!     mod till { pub struct Till; impl Till { pub fn open(&self) {} } }
//!     pub fn sell(till: &till::Till) { till.open() }
//! ";
//! std::fs::write(&manifest, package).expect("a file can be written");
//! std::fs::create_dir(folder.path().join("src")).expect("a folder can be made");
//! std::fs::write(folder.path().join("src/lib.rs"), code).expect("a file can be written");
//!
//! // Packages, targets, and a summary of each file that they reach.
//! let options = Options { manifest: Some(&manifest), ..Options::default() };
//! let workspace = read(&options).expect("cargo can read it");
//! // Every definition, with all imports followed.
//! let stand_ins = stand_ins(&workspace);
//! let mut world = resolve(&workspace, &stand_ins);
//! // Every place that names one, by paths and by the types of receivers.
//! let found = all_references(&mut world);
//!
//! let name = |at: u32, len: u32| &code[at as usize..(at + len) as usize];
//! let named = found.references.iter().map(|found| (name(found.at, found.len), world.target_descriptor(found)));
//! let opened = named.clone().find(|(name, _)| *name == "open");
//! assert_eq!(opened, Some(("open", Some("till/impl#[Till]open().".to_owned()))));
//! // What could not be found out is listed, never dropped.
//! assert_eq!(found.unresolved, []);
//! ```
//!
//! A workspace goes through three stages, each a module of its own: `read` (packages, files, a
//! [`summary`] of each), `resolve` (definitions, imports, paths), and `infer` (types, as far as methods
//! and fields need them). Code that stands in no file comes in through [`mod@derive`].
//!
//! This crate
//! - compiles nothing, and runs no build script and no macro of anybody's;
//! - knows no macro but those by example, and what whoever reads a workspace hands in;
//! - knows no maps, no rules and no other tool's attributes;
//! - keeps no syntax trees and no texts: only what later stages ask for, in 32-bit indices;
//! - refuses no program for its types: what it cannot find out is *unknown*, and counted;
//! - downloads nothing: packages outside the workspace are stand-ins, written by hand.

pub mod arena;
mod infer;
mod read;
mod resolve;

pub use infer::all_references;
pub use infer::std::stand_ins;
pub use read::templates::Templates;
pub use read::workspace as read;
pub use read::{
    Absent, Error, Fence, Options, Overlay, Problem, SourceFile, Workspace, file_bytes, map_text, overlaid,
    root, source, standard_input,
};
pub use read::{Dependency, DependencyKind, Package, Target as BuildTarget, TargetKind};
pub use read::{FileId, GivenArgument, Invocation, Text, TypeVisitor, Value, summarise, summarise_with};
pub use read::{cache, cfg, derive, summary};
pub use resolve::resolve;
pub use resolve::{About, Counted, Coverage, Unresolved, UnresolvedKind};
pub use resolve::{
    Binding, Crate, CrateId, Def, DefId, DefKind, Definitions, Import, Instance, Named, OutsideId, Outsides,
    Resolved, Scope, Scopes, Site, StandIn, Symbol, Symbols, Target, Visible, World,
};
pub use resolve::{How, Invoked, Meant, Reference, Resolution, Role};
