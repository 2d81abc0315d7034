//! Draws a system's architecture map: an [`Atlas`] in, text out.
//!
//! The atlas holds all that a picture may show, as plain data. A [`Format`] draws what a [`Request`] asks
//! for: the whole map, a process, the way of a process across borders, or what has changed between two
//! maps.
//!
//! ```
//! use stateline_draw::terminal::TextStyle;
//! use stateline_draw::{Atlas, Format, Request, Subject};
//! use stateline_schema::{Known, Source, SourceId, read};
//!
//! let map = "\
//! stateline: 1
//! contexts:
//!   payments: { owns: [payments], calls: { ledger: [load_account] } }
//!   ledger: { owns: [ledger] }
//! ";
//! let (map, mistakes) = read(&Source::new(SourceId(0), "stateline.yaml", map), &[], &Known::default());
//! assert!(mistakes.is_empty());
//! let atlas = Atlas::from_map(&map);
//!
//! let mermaid = Format::named("mermaid").expect("it is one of FORMATS");
//! let request = Request::new(Subject::Map(&atlas), "map");
//! let files = mermaid.draw(&request, TextStyle::plain(80))?;
//! assert_eq!(files[0].path, "map.mmd");
//! let text = String::from_utf8_lossy(&files[0].content);
//! assert!(text.contains(r#"c_payments ==>|"load_account"| c_ledger"#));
//! # Ok::<(), String>(())
//! ```
//!
//! This crate
//! - reads and writes no files, and asks no clock: the same atlas gives the same bytes on every machine
//!   (PNG alone, behind the feature `png`, takes the letters of the system's fonts);
//! - knows no Rust source: what the code adds to an atlas, such as crossings and findings, is put there by
//!   whoever reads the code;
//! - judges nothing: what is not allowed is drawn, and the atlas says which it is;
//! - lets no name through unescaped: each format knows alone how its language escapes text;
//! - prints nothing: [`terminal`] styles text, and others print it.

pub mod atlas;
mod scene;

mod diff;
mod journey;
mod request;

mod format;
mod formats;

mod asyncapi;
mod d2;
mod dot;
mod html;
mod json;
mod likec4;
mod markdown;
mod mermaid;
mod passports;
mod plantuml;
#[cfg(feature = "png")]
mod png;
mod structurizr;
pub mod svg;
mod text;

mod ids;
mod quiet;

pub mod layout;
mod lock;
mod picture;
mod planned;
mod political;

pub mod terminal;
mod theme;

pub use atlas::Atlas;
pub use diff::{Change, Changed, Diff, Mail, Permit};
pub use format::{Format, MAP, OutputFile};
pub use formats::FORMATS;
pub use journey::{Journey, Leg, Vehicle};
pub use picture::{Picture, Wanted};
pub use planned::planned;
pub use request::{Request, Subject};
pub use scene::{Arrow, ArrowKind, Node, Scene};
pub use theme::{DARK, LIGHT, Theme, Tint};

/// What every file begins with that has comments.
pub const HEAD: &str = "Written by `cargo stateline map`: to be renewed, not edited.";
