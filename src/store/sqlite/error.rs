//! What SQLite and the system say, as errors of a store.

use crate::store::{StoreError, StoreErrorKind};
use rusqlite::ErrorCode;

/// Inside of this store: an error of the store, made of whatever failed.
#[derive(Debug, PartialEq)]
pub(super) struct SqliteError(pub(super) StoreError);

/// Inside of this store: a result.
pub(super) type Result<T, E = SqliteError> = std::result::Result<T, E>;

impl From<SqliteError> for StoreError {
    fn from(error: SqliteError) -> StoreError {
        error.0
    }
}

impl From<StoreError> for SqliteError {
    fn from(error: StoreError) -> SqliteError {
        SqliteError(error)
    }
}

impl From<std::io::Error> for SqliteError {
    fn from(error: std::io::Error) -> SqliteError {
        let kind = match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StoreErrorKind::Full,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreErrorKind::Unusable
            }
            _ => StoreErrorKind::Failed,
        };
        SqliteError(StoreError::new(kind, error.to_string()))
    }
}

impl From<rusqlite::Error> for SqliteError {
    fn from(error: rusqlite::Error) -> SqliteError {
        let (kind, help) = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                (StoreErrorKind::Busy, "another process writes for long")
            }
            Some(ErrorCode::DiskFull) => (StoreErrorKind::Full, "make room on the disk"),
            Some(ErrorCode::DatabaseCorrupt) => {
                (StoreErrorKind::Damaged, "keep a copy of the file, and restore the last backup")
            }
            Some(ErrorCode::NotADatabase) => (StoreErrorKind::Unusable, "the file is no SQLite database"),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                (StoreErrorKind::Unusable, "the file and its folder have to be writable")
            }
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig) => (StoreErrorKind::Refused, ""),
            // Our statements fit our tables.
            _ if matches!(error, rusqlite::Error::SqlInputError { .. }) => {
                (StoreErrorKind::Damaged, "the tables are not those of a store")
            }
            _ => (StoreErrorKind::Failed, ""),
        };
        let said = error.to_string();
        let what = if help.is_empty() { said } else { format!("{said}: {help}") };
        SqliteError(StoreError::new(kind, what))
    }
}
