//! The processes and versions of definitions, which rows and lines name by number.

use super::error::Result;
use crate::store::DefinitionId;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::sync::Arc;

/// The process of a definition, by its number and its name, and the version.
#[derive(Clone)]
pub(super) struct Course {
    pub(super) process: u32,
    pub(super) name: Arc<str>,
    pub(super) version: u32,
}

/// What was read of definitions: they never change.
#[derive(Default)]
pub(super) struct Names(HashMap<DefinitionId, Course>);

impl Names {
    /// The process and version of a definition; none if there is no such definition.
    pub(super) fn of(&mut self, definition: DefinitionId, connection: &Connection) -> Result<Option<Course>> {
        if let Some(known) = self.0.get(&definition) {
            return Ok(Some(known.clone()));
        }
        let sql = "SELECT p.id, p.name, d.version FROM definition d JOIN process p ON p.id = d.process WHERE d.id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let read = statement
            .query_row([definition.0], |row| {
                Ok(Course { process: row.get(0)?, name: row.get(1)?, version: row.get(2)? })
            })
            .optional()?;
        if let Some(read) = &read {
            self.0.insert(definition, read.clone());
        }
        Ok(read)
    }
}
