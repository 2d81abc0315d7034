//! The map drawn, in each of its forms: read back by parsers of these languages.

mod asyncapi;
mod atlas;
mod dot;
mod given;
mod mermaid;
mod text;
