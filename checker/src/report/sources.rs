//! The files that a report quotes, each read once and only when it is quoted.

use super::text::Text;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

type Load<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;
type Quotes<'a> = Box<dyn Fn(&str) -> bool + 'a>;

/// Loads texts by their path relative to the workspace root.
pub struct Sources<'a> {
    load: Load<'a>,
    quotes: Quotes<'a>,
    loaded: RefCell<FxHashMap<String, Option<Arc<Text>>>>,
}

impl<'a> Sources<'a> {
    pub fn new(load: impl Fn(&str) -> Option<String> + 'a) -> Self {
        Self { load: Box::new(load), quotes: Box::new(|_| true), loaded: RefCell::default() }
    }

    /// Says of which files lines may be shown. Of all others a report has the places alone.
    #[must_use]
    pub fn quoting(self, quotes: impl Fn(&str) -> bool + 'a) -> Self {
        Self { quotes: Box::new(quotes), ..self }
    }

    /// `None` when the file cannot be read (any more).
    pub fn text(&self, path: &str) -> Option<Arc<Text>> {
        if let Some(found) = self.loaded.borrow().get(path) {
            return found.clone();
        }
        let text = (self.load)(path).map(|content| {
            let mut text = Text::new(path, content);
            text.is_quotable = (self.quotes)(path);
            Arc::new(text)
        });
        self.loaded.borrow_mut().insert(path.to_owned(), text.clone());
        text
    }
}
