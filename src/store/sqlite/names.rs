//! The processes and versions of definitions, which rows and lines name by number.

use super::error::Result;
use crate::store::DefinitionId;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::sync::Arc;

/// What was read of definitions: they never change.
#[derive(Default)]
pub(super) struct Names(HashMap<DefinitionId, (Arc<str>, u32)>);

impl Names {
    /// The process and version of a definition; none if there is no such definition.
    pub(super) fn of(
        &mut self,
        definition: DefinitionId,
        connection: &Connection,
    ) -> Result<Option<(Arc<str>, u32)>> {
        if let Some(known) = self.0.get(&definition) {
            return Ok(Some(known.clone()));
        }
        let sql =
            "SELECT p.name, d.version FROM definition d JOIN process p ON p.id = d.process WHERE d.id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let read = statement.query_row([definition.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some(read) = &read {
            self.0.insert(definition, read.clone());
        }
        Ok(read)
    }
}
