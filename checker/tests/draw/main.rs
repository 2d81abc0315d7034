//! The map drawn, in each of its forms: read back by parsers of these languages.

mod atlas;
mod given;
mod mermaid;
