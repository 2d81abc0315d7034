//! From syntax tree to summary. Trees stay in this folder: one is made, lowered and dropped per file.

mod arguments;
mod attributes;
mod blocks;
mod exprs;
mod generics;
mod items;
mod loose;
mod macros;
mod members;
mod paths;
mod pats;
mod pieces;
mod places;
mod transcribe;
mod types;
mod uses;

use super::depth;
use super::summary::{Body, BodyId, FileSummary, ItemId, Terms, known};
use super::workspace::Problem;
use places::Places;
use rustc_hash::FxHashMap;

/// Reads one file's text.
///
/// # Errors
/// When it is not Rust: the place is where the parser stopped.
pub fn summarise(path: &str, text: &str) -> Result<FileSummary, Problem> {
    let places = Places::new(text);
    let result = parse(path, &places).map(|file| {
        let mut lower = Lower::new(&places);
        lower.file(&file);
        lower.out
    });
    proc_macro2::extra::invalidate_current_thread_spans();
    result
}

fn parse(path: &str, places: &Places) -> Result<syn::File, Problem> {
    if let Some((at, message)) = depth::too_deep(places.text()) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let help = Some("no file that people write is so deep; is it meant to be read?".into());
        return Err(Problem { path: path.into(), span: Some((at, at)), message, help });
    }
    syn::parse_file(places.text()).map_err(|error| {
        let start = places.at(error.span());
        let end = places.end(error.span());
        Problem {
            path: path.into(),
            span: Some((start, end.max(start))),
            message: format!("this is not Rust that can be read: {error}"),
            help: None,
        }
    })
}

/// What is being built, and where in the file we are.
struct Lower<'s> {
    places: &'s Places<'s>,
    names: FxHashMap<&'s str, u32>,
    out: FileSummary,
    /// The body that is being lowered; its terms are the current ones while `in_body`.
    body: Body,
    in_body: bool,
    /// Bodies that were lowered: empty, but with their memory.
    spare: Vec<Body>,
    /// The item that the next item stands in.
    parent: Option<ItemId>,
    /// Items are read from a macro's argument.
    in_macro: bool,
}

impl<'s> Lower<'s> {
    fn new(places: &'s Places<'s>) -> Self {
        let mut lower = Lower {
            places,
            names: FxHashMap::default(),
            out: FileSummary { lines: places.lines(), ..FileSummary::default() },
            body: Body::default(),
            in_body: false,
            spare: Vec::new(),
            parent: None,
            in_macro: false,
        };
        for text in known::TEXTS {
            lower.intern(text);
        }
        lower
    }

    fn file(&mut self, file: &syn::File) {
        self.out.cfg = self.inner_cfg(&file.attrs);
        for item in &file.items {
            self.item(item);
        }
    }

    /// The arena that types and paths go into.
    fn terms(&mut self) -> &mut Terms {
        if self.in_body { &mut self.body.terms } else { &mut self.out.terms }
    }

    /// Lowers a body of its own with `fill`.
    fn new_body(&mut self, fill: impl FnOnce(&mut Self)) -> BodyId {
        let empty = self.spare.pop().unwrap_or_default();
        let outer = std::mem::replace(&mut self.body, empty);
        let was_in_body = std::mem::replace(&mut self.in_body, true);
        fill(self);
        let mut body = std::mem::replace(&mut self.body, outer);
        self.in_body = was_in_body;
        let id = BodyId(count(self.out.bodies.len()));
        self.out.bodies.push(body.encode());
        body.clear();
        self.spare.push(body);
        id
    }

    /// Lowers what stands outside any body, such as an item in one.
    fn outside_body(&mut self, fill: impl FnOnce(&mut Self)) {
        let was_in_body = std::mem::replace(&mut self.in_body, false);
        fill(self);
        self.in_body = was_in_body;
    }

    /// Lowers what stands in `parent`.
    fn within(&mut self, parent: ItemId, fill: impl FnOnce(&mut Self)) {
        let outer = self.parent.replace(parent);
        fill(self);
        self.parent = outer;
    }
}

/// Arenas are indexed with 32 bits: a file has fewer than 2^32 bytes.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
