//! The map drawn, in each of its formats: read back by parsers of these languages.
#![expect(clippy::disallowed_methods, reason = "tests prepare files, and read what was written")]

mod asyncapi;
mod atlas;
mod cases;
mod compared;
mod dot;
mod geometry;
mod given;
mod golden;
mod markdown;
mod mermaid;
mod page;
mod systems;
mod text;
mod titles;
