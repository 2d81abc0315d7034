//! `ps`: which instances there are, and where they stand.

use super::arguments::Filter;
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, Cell, Screen, Table};
use super::told::{Definitions, at, color, object};
use crate::store::{InstanceId, Sqlite};

/// Which page of the list is wanted.
pub(super) struct Page {
    pub(super) all: bool,
    pub(super) most: usize,
    pub(super) after: Option<String>,
}

pub(super) async fn ps(
    store: &Sqlite,
    filter: &Filter,
    page: Page,
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let after = page.after.as_deref().map(|after| after.parse::<InstanceId>()).transpose();
    let after = after.map_err(|_| {
        Complaint::new("what stands behind `--after` is no id of an instance")
            .help("a page with more behind it ends with `--after ID`: copy that, or leave it out for the first page")
    })?;
    let selection = Selection::of(store, filter, Also { ended: page.all, duties: false }).await?;
    let definitions = Definitions::read(store).await?;
    let (found, more) = selection.page(store, after, page.most).await?;
    let mut table = Table::new(&["INSTANCE", "STEP", "STATE", "SINCE", "WHY"]);
    for found in &found {
        match found {
            Ok(row) => {
                if screen.json {
                    screen.object(&object(store, row, &definitions, None, screen).await);
                    continue;
                }
                let status = find::status(row);
                let rehearsal = if row.state.is_rehearsal() { " (rehearsal)" } else { "" };
                table.row(vec![
                    Cell(format!("{}{rehearsal}", find::name(row)), screen::STRONG),
                    Cell::plain(at(row).unwrap_or("-")),
                    Cell(status.word().into(), color(status)),
                    Cell::plain(screen.ago(row.changed)),
                    Cell::plain(definitions.why(row, None, screen)),
                ]);
            }
            Err((id, why)) => {
                screen.object(&serde_json::json!({
                    "id": id.to_string(), "instance": id.to_string(), "status": "unreadable", "why": why,
                }));
                table.row(vec![
                    Cell(id.to_string(), screen::STRONG),
                    Cell::plain("-"),
                    Cell("unreadable".into(), screen::BAD),
                    Cell::plain("-"),
                    Cell::plain(why.clone()),
                ]);
            }
        }
    }
    match found.is_empty() {
        true => screen.say("nothing: no instance is selected"),
        false => screen.table(&table),
    }
    if let Some(more) = more {
        screen.say(format!("\nthere are more: --after {more}"));
        screen.object(&serde_json::json!({"more": more.to_string()}));
    }
    Ok(Exit::Good)
}
