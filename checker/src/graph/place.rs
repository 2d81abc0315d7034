//! From references and spans to places that a finding shows.

use super::Graph;
use crate::finding::Place;
use stateline_rust::{DefId, FileId, Reference};
use stateline_schema::Span;
use std::borrow::Cow;
use std::sync::Arc;

impl Graph<'_> {
    /// Where a reference stands.
    pub fn at_reference(&self, reference: &Reference, label: impl Into<Cow<'static, str>>) -> Place {
        self.at_code(reference.file, (reference.at, reference.at + reference.len), label)
    }

    /// A byte range of a file.
    pub fn at_code(&self, file: FileId, span: (u32, u32), label: impl Into<Cow<'static, str>>) -> Place {
        let file = self.world().workspace.files.get(file);
        let path = file.map_or_else(|| "".into(), |file| Arc::clone(&file.path));
        Place { path, span: span.0 as usize..span.1 as usize, label: label.into() }
    }

    /// Where a definition is named; for a module that is a file, the file's beginning.
    pub fn at_def(&self, id: DefId, label: impl Into<Cow<'static, str>>) -> Place {
        let world = self.world();
        let def = world.def(id);
        let span = world.item(id).map_or((0, 0), |item| {
            let length = world.text(def.name).len();
            (item.at, item.at + u32::try_from(length).unwrap_or(0))
        });
        self.at_code(def.file, span, label)
    }

    /// A place in the map or the exceptions.
    pub fn at_map(&self, span: Span, label: impl Into<Cow<'static, str>>) -> Place {
        let source = self.input.sources.iter().find(|source| source.id == span.source);
        let path = source.map_or_else(|| "".into(), |source| source.name.as_str().into());
        Place { path, span: span.range(), label: label.into() }
    }
}
