//! What the map says where a macro stands: found, read, and asked.

mod ask;
mod crates;
mod locked;
mod manifest;
mod moved;
mod ownership;
mod place;
mod read;
mod root;
mod tracking;

pub(crate) use ask::{Allowed, Start, undeclared_process, undeclared_topic};
pub(crate) use place::Place;

use crate::arguments::Arguments;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use read::Found;
use stateline_schema::Path;
use stateline_schema::attribute::Key;
use stateline_schema::map::{Context, Map};
use std::sync::Arc;

/// The map, and the context that the annotated code belongs to.
///
/// Where there is no map, or one with mistakes, that is said once for the crate, and nothing is checked:
/// everything that is asked then has no answer.
pub(crate) struct Site {
    found: Option<Arc<Found>>,
    /// The name of the context that the code belongs to. Of the crate, where there is no map; empty, where
    /// the map does not say.
    pub(crate) own: String,
    place: Place,
}

impl Site {
    /// Where an item of this name stands. `context = "…"` says what files cannot tell.
    pub(crate) fn new(place: &Place, arguments: &Arguments, name: &Ident, refusals: &mut Refusals) -> Site {
        let found = match read::read(place) {
            Ok(found) => Some(found),
            Err(sentence) => {
                if let Some(sentence) = sentence {
                    refusals.at(Span::call_site(), sentence);
                }
                None
            }
        };
        let mut site = Site { found, own: place.crate_name.clone(), place: place.clone() };
        if let Some(own) = ownership::own(&site, arguments.text(Key::Context), name.span(), refusals) {
            site.own = own;
        } else if let Some(found) = &mut site.found {
            // Whose code this is, is not known, and has been said; so nothing more is.
            site.own.clear();
            *found = Arc::new(Found { map: None, ..Found::clone(found) });
        }
        site
    }

    /// The map, if there is one without mistakes.
    pub(crate) fn map(&self) -> Option<&Map> {
        self.found.as_ref()?.map.as_deref()
    }

    /// The crates and modules that a context owns, by name, by pattern and by folder.
    pub(crate) fn homes(&self, context: &Context) -> Vec<Path> {
        let taken = self.found.iter().flat_map(|found| found.taken.iter());
        let taken = taken.filter(|(owner, _)| *owner == context.name.value).map(|(_, krate)| krate);
        context.homes().chain(taken).cloned().collect()
    }

    /// The folder of the package, from the workspace's on, with `/`.
    fn folder(&self) -> Option<String> {
        let package = self.place.package_folder.as_ref()?;
        let below = package.strip_prefix(&self.found.as_ref()?.folder).ok()?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }

    /// The context that the code belongs to.
    pub(crate) fn context(&self) -> Option<&Context> {
        self.map()?.context(&self.own)
    }

    /// Whether the code belongs to somebody else's system.
    pub(crate) fn is_external(&self) -> bool {
        self.context().is_some_and(Context::is_external)
    }

    /// A place in the map's files, as compilers write it.
    pub(crate) fn line(&self, span: stateline_schema::Span) -> String {
        let mut sources = self.found.iter().flat_map(|found| found.sources.iter());
        let source = sources.find(|source| source.id == span.source);
        source.map_or_else(String::new, |source| {
            let (line, column) = source.line_column(span.start);
            format!("{}:{line}:{column}", source.name)
        })
    }

    /// An item, what is derived of it, and what of it is refused.
    pub(crate) fn beside(
        &self,
        item: impl ToTokens,
        derived: Option<TokenStream>,
        refusals: Refusals,
    ) -> TokenStream {
        // Where nothing is derived, the item may stand where no constant may.
        let tracking = derived.is_some().then(|| self.tracking());
        [Some(item.into_token_stream()), derived, tracking, Some(refusals.into_tokens())]
            .into_iter()
            .flatten()
            .collect()
    }

    /// What makes the compiler come back when a file of the map has changed.
    pub(crate) fn tracking(&self) -> TokenStream {
        let Some(found) = &self.found else { return TokenStream::new() };
        tracking::tracking(&found.way, found.sources.iter().map(|file| file.name.as_str()))
    }
}
