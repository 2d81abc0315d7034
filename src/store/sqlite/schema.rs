//! The tables of a store in SQLite, and how a database comes to have them.

use super::error::{Result, SqliteError};
use crate::store::{LineKind, StoreError, StoreErrorKind};
use rusqlite::{Connection, TransactionBehavior};

/// What tells a store from other databases: "Stln".
const APPLICATION: i32 = 0x5374_6c6e;

/// What brings a database from each version of the schema to the next. A migration is never changed: what is
/// wrong with one, the next puts right.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
];

/// The version of the schema that this build has.
pub(super) const NEWEST: usize = MIGRATIONS.len();

/// Which version of the schema a database has; changes nothing.
///
/// # Errors
///
/// If it is not ours, or of a version that this build does not know.
pub(super) fn version(connection: &Connection) -> Result<usize> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: usize = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || version != 0 || tables != 0) {
        return Err(unusable("this database is not a Stateline store: name another file".into()));
    }
    if version > NEWEST {
        return Err(unusable(format!(
            "this store has version {version} of the schema, and this build knows {NEWEST}: use a newer build"
        )));
    }
    Ok(version)
}

/// Brings a database of ours to the newest version of the schema.
pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    if version(connection)? == NEWEST {
        let kinds: usize = connection.query_row("SELECT count(*) FROM line_kind", [], |row| row.get(0))?;
        if kinds >= LineKind::ALL.len() {
            return Ok(());
        }
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have brought it there meanwhile.
    let version = version(&transaction)?;
    if version < NEWEST {
        for migration in &MIGRATIONS[version..] {
            transaction.execute_batch(migration)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", NEWEST)?;
    }
    let mut name = transaction.prepare("INSERT OR IGNORE INTO line_kind VALUES (?1, ?2)")?;
    for kind in LineKind::ALL {
        name.execute((kind.code(), kind.name()))?;
    }
    drop(name);
    Ok(transaction.commit()?)
}

pub(super) fn unusable(what: String) -> SqliteError {
    StoreError::new(StoreErrorKind::Unusable, what).into()
}
