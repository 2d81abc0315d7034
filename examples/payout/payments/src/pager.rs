//! Who is called when nobody takes a letter in time.

use crate::kept;
use stateline::message::Overdue;
use stateline::{Call, CallError, Key, operation, receives};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The pages that were sent, by the key of the call that sent them.
#[derive(Debug, Default)]
pub struct Pager {
    pages: Mutex<HashMap<Key, String>>,
    /// Where they are kept, if they outlive the program.
    file: Option<PathBuf>,
}

impl Pager {
    /// The pager whose pages are kept in this file.
    pub fn open(file: impl AsRef<Path>) -> std::io::Result<Self> {
        let file = file.as_ref().to_owned();
        Ok(Pager { pages: Mutex::new(kept::read(&file)?), file: Some(file) })
    }

    /// What was said in each page.
    pub fn pages(&self) -> Vec<String> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}

/// Stateline tells that a letter was not acknowledged by its deadline: somebody is paged.
#[receives("stateline.overdue", calls(page))]
pub async fn unacknowledged(overdue: Overdue, ctx: &impl UnacknowledgedCtx) -> Result<(), CallError> {
    ctx.page(overdue.to_string()).await
}

/// Pages somebody. With a key that it knows, the page was sent already.
#[operation(effect = "write", rehearse = would_page, idempotent_for = "365d")]
pub fn page(pager: &Pager, call: &Call, why: String) {
    let mut pages = pager.pages.lock().unwrap_or_else(PoisonError::into_inner);
    pages.entry(call.key()).or_insert(why);
    if let Some(file) = &pager.file {
        kept::write(file, &*pages).expect("pages can be written");
    }
}

fn would_page(_: &Pager, _: &Call, _: String) {}
