//! Pictures of the map: one model, the [`Atlas`], and a file for each form that it is drawn in.
//!
//! Nothing here reads files or prints; every form is a function from an atlas to text, and the same
//! atlas gives the same bytes everywhere.

pub mod asyncapi;
pub mod atlas;
pub mod d2;
pub mod diff;
pub mod dot;
pub mod form;
mod html;
mod ids;
pub mod journey;
pub mod json;
pub mod layout;
pub mod likec4;
pub mod lock;
pub mod markdown;
pub mod mermaid;
pub mod picture;
pub mod planned;
pub mod plantuml;
#[cfg(feature = "png")]
mod png;
mod quiet;
pub mod scene;
pub mod structurizr;
pub mod svg;
pub mod terminal;
pub mod text;

pub use atlas::Atlas;
pub use diff::Diff;
pub use form::{Form, Sheet, Subject};
pub use journey::Journey;
pub use picture::Picture;
pub use scene::Scene;

/// What every file begins with that has comments.
pub const HEAD: &str = "Written by `cargo stateline map`: to be renewed, not edited.";
