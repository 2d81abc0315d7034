//! A store in a file of SQLite.

mod columns;
mod error;
mod lock;
mod names;
mod open;
mod page;
mod read;
mod readers;
mod schema;
#[cfg(test)]
mod tests;
mod witness;
mod write;
mod writer;

use super::{
    BusinessKey, Command, CommandId, Commit, Committed, Definition, InstanceId, Lane, LaneId, LogLine,
    Member, Outcome, Page, Position, Put, Query, Result, Row, Seal, Store, StoreError, StoreErrorKind,
    StoredLine, Tally, Timestamp, Wake,
};
pub use lock::Owner;
use read::Reader;
use readers::Readers;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use tokio::sync::{Notify, oneshot};
use writer::Writer;

/// A store in a file of SQLite. All clones are one store.
///
/// It is durable: what was answered is on the disk, by a write-ahead log that is synchronised with each
/// commit. One process owns it at a time, the one that has [joined](Store::join); all others may read it and
/// put commands into it. When the owner ends, however it ends, the next can join at once; as long as it lives,
/// others are refused. For that, a file whose name ends with `-owner` lies beside the database; the log that
/// SQLite writes ahead lies there too, in one that ends with `-wal`, and is a part of the store.
///
/// A third file, whose name ends with `-witness`, says which file the database is and how far it has come. A
/// database that is not what its witness says was copied, or restored from a copy: [`Store::restored`] tells, and
/// nothing runs on it until it is [admitted](Store::admit).
///
/// The tables are documented in the database itself (`.schema`). Whoever likes SQL reads the views
/// `process_now`, `process_log`, `parked` and `waiting`.
///
/// Lists are read by a few threads of the store's own.
///
/// ```
/// use stateline::store::{Query, Sqlite, Store};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> stateline::store::Result<()> {
/// # let folder = std::env::temp_dir().join(format!("stateline-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder).expect("it can be made");
/// let store = Sqlite::open(folder.join("payments.db"))?;
/// assert_eq!(store.find(&Query::all(10)).await?.rows, []);
/// # drop(store);
/// # std::fs::remove_dir_all(&folder).expect("it can be removed");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Sqlite(Arc<Shared>);

struct Shared {
    path: PathBuf,
    /// None, if it was opened for reading alone.
    writer: Option<Writer>,
    /// Connections that nobody reads with.
    idle: Mutex<Vec<Reader>>,
    readers: Readers,
    put: Arc<Notify>,
}

impl Sqlite {
    /// Opens the store in this file; makes one, if there is none.
    ///
    /// # Errors
    ///
    /// [`Unusable`](StoreErrorKind::Unusable), if the file is no store, or one of a newer version, or one of an older
    /// version that somebody owns; if it cannot be written; if it lies on a network's file system; and if SQLite is
    /// too old.
    pub fn open(path: impl AsRef<Path>) -> Result<Sqlite> {
        Ok(Sqlite::opened(path.as_ref(), true)?)
    }

    /// The same for whoever does not mean to own it: a store of an older version is refused, where
    /// [`open`](Sqlite::open) brings it to the newest, so that the build that wrote it could not come back.
    ///
    /// # Errors
    ///
    /// Those of [`open`](Sqlite::open).
    pub fn look(path: impl AsRef<Path>) -> Result<Sqlite> {
        Ok(Sqlite::opened(path.as_ref(), false)?)
    }

    /// The same for whoever only reads: nothing is ever written, and no connection could.
    ///
    /// # Errors
    ///
    /// [`Unusable`](StoreErrorKind::Unusable), if the file is no store, or one of another version than this build's.
    pub fn reading(path: impl AsRef<Path>) -> Result<Sqlite> {
        let opened = |path: &Path| -> error::Result<Sqlite> {
            let path = open::canonical(path)?;
            let reader = Reader::new(open::reader_of_ours(&path)?);
            let (idle, readers) = (Mutex::new(vec![reader]), Readers::default());
            Ok(Sqlite(Arc::new(Shared { path, writer: None, idle, readers, put: Arc::default() })))
        };
        Ok(opened(path.as_ref())?)
    }

    /// What writes.
    fn writer(&self) -> Result<&Writer> {
        self.0.writer.as_ref().ok_or_else(|| {
            StoreError::new(StoreErrorKind::Unusable, "the store was opened for reading alone")
        })
    }

    fn opened(path: &Path, migrates: bool) -> error::Result<Sqlite> {
        let path = open::canonical(path)?;
        let connection = open::writer(&path, migrates)?;
        let put = Arc::new(Notify::new());
        let writer = Writer::begin(connection, path.clone(), put.clone())?;
        let (idle, readers) = (Mutex::default(), Readers::default());
        Ok(Sqlite(Arc::new(Shared { path, writer: Some(writer), idle, readers, put })))
    }

    /// Who owns the store now; none if nobody does.
    ///
    /// # Errors
    ///
    /// If the file beside the database that says so cannot be read.
    pub fn owner(&self) -> Result<Option<Owner>> {
        Ok(lock::owner(&self.0.path)?)
    }

    /// Where the database is.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Copies the store into a file that is not there yet, as it is at some moment meanwhile, while it is used.
    ///
    /// # Errors
    ///
    /// If the file is there, or cannot be written.
    pub async fn backup(&self, to: impl AsRef<Path>) -> Result<()> {
        let to = to.as_ref().to_owned();
        if to.exists() {
            let what = format!("`{}` exists already: name another file", to.display());
            return Err(StoreError::new(StoreErrorKind::Unusable, what));
        }
        let from = self.0.path.display().to_string();
        self.list(move |reader| {
            reader.connection.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
            std::fs::File::open(&to)?.sync_all()?;
            let copy = open::reader(&to)?;
            let now: String = copy.query_row("SELECT datetime('now')", [], |row| row.get(0))?;
            let why = format!("it is a backup of `{from}`, made at {now} UTC");
            witness::Witness::hold(&to, read::head(&copy)?, &why)
        })
        .await
    }

    /// Reads here and now: for what is found by its key.
    fn read<T>(&self, read: impl FnOnce(&mut Reader) -> error::Result<T>) -> Result<T> {
        let idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => Reader::new(open::reader(&self.0.path).map_err(StoreError::from)?),
        };
        let read = read(&mut reader);
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        Ok(read?)
    }

    /// Reads where it may take long.
    async fn list<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut Reader) -> error::Result<T> + Send + 'static,
    ) -> Result<T> {
        let (store, (reply, told)) = (self.clone(), oneshot::channel());
        self.0.readers.ask(move || _ = reply.send(store.read(read))).map_err(error::SqliteError::from)?;
        told.await.unwrap_or_else(|_| {
            Err(StoreError::new(
                StoreErrorKind::Failed,
                "what was to be read could not be: reading it panicked",
            ))
        })
    }
}

impl Store for Sqlite {
    async fn join(&self, member: &Member) -> Result<Lane> {
        self.writer()?.join(member).await
    }

    async fn commit(&self, commit: Arc<Commit>) -> Result<Committed> {
        self.writer()?.commit(commit).await
    }

    fn commit_here(&self, commit: &Commit) -> Option<Result<Committed>> {
        self.0.writer.as_ref()?.commit_here(commit)
    }

    async fn committed(&self, lane: LaneId, n: u64) -> Result<Option<Seal>> {
        self.read(|reader| reader.seal(lane, n))
    }

    async fn put(&self, commands: &[Command]) -> Result<Vec<Put>> {
        self.writer()?.put(commands).await
    }

    async fn inbox(&self, after: Option<CommandId>, most: usize) -> Result<Vec<Command>> {
        self.list(move |reader| reader.inbox(after, most)).await
    }

    async fn outcome(&self, command: CommandId) -> Result<Outcome> {
        self.read(|reader| reader.outcome(command))
    }

    async fn load(&self, after: Option<Wake>, most: usize) -> Result<Vec<Row>> {
        self.list(move |reader| match after {
            None => reader.rows("WHERE wake IS NOT NULL ORDER BY wake, id LIMIT ?1", [limit(most)]),
            Some(Wake { at, instance }) => {
                let rest = "WHERE wake IS NOT NULL AND (wake, id) > (?1, ?2) ORDER BY wake, id LIMIT ?3";
                reader.rows(rest, (at.millis(), instance.bytes(), limit(most)))
            }
        })
        .await
    }

    async fn row(&self, instance: InstanceId) -> Result<Option<Row>> {
        self.read(|reader| Ok(reader.rows("WHERE id = ?1", [instance.bytes()])?.pop()))
    }

    async fn keyed(&self, process: &str, rehearsal: bool, key: &BusinessKey) -> Result<Option<Row>> {
        let rest = "WHERE key = ?1 AND process = (SELECT id FROM process WHERE name = ?2) AND rehearsal = ?3";
        self.read(|reader| Ok(reader.rows(rest, (key.json(), process, rehearsal))?.pop()))
    }

    async fn find(&self, query: &Query) -> Result<Page> {
        let query = query.clone();
        self.list(move |reader| page::find(reader, &query)).await
    }

    async fn tally(&self) -> Result<Vec<Tally>> {
        self.list(|reader| reader.tally()).await
    }

    async fn lines(&self, at: &[Position]) -> Result<Vec<LogLine>> {
        self.read(|reader| at.iter().map(|at| reader.line(*at)).collect())
    }

    async fn story(
        &self,
        instance: InstanceId,
        before: Option<Position>,
        most: usize,
    ) -> Result<Vec<(Position, LogLine)>> {
        self.list(move |reader| {
            let before_of = |line: &LogLine| line.about.as_ref().and_then(|about| about.before);
            let mut at = match before {
                None => reader.rows("WHERE id = ?1", [instance.bytes()])?.pop().map(|row| row.last),
                Some(before) => before_of(&reader.line(before)?),
            };
            let mut story = Vec::new();
            while let Some(position) = at.filter(|_| story.len() < most) {
                let line = reader.line(position)?;
                at = before_of(&line);
                story.push((position, line));
            }
            Ok(story)
        })
        .await
    }

    async fn feed(&self, after: Position, most: usize) -> Result<Vec<StoredLine>> {
        self.list(move |reader| {
            reader.stored("WHERE position > ?1 ORDER BY position LIMIT ?2", (after.0, limit(most)))
        })
        .await
    }

    async fn definitions(&self) -> Result<Vec<Definition>> {
        self.read(|reader| reader.definitions())
    }

    async fn members(&self) -> Result<Vec<(LaneId, Member)>> {
        self.read(|reader| reader.members())
    }

    async fn integrity(&self) -> Result<Vec<String>> {
        self.list(|reader| {
            let mut statement = reader.connection.prepare("PRAGMA integrity_check(100)")?;
            let said = statement.query_map([], |row| row.get::<_, String>(0))?;
            Ok(said.filter(|said| said.as_deref() != Ok("ok")).collect::<std::result::Result<_, _>>()?)
        })
        .await
    }

    async fn restored(&self) -> Result<Option<String>> {
        let path = self.0.path.clone();
        self.list(move |reader| witness::restored(&path, read::head(&reader.connection)?)).await
    }

    async fn admit(&self) -> Result<()> {
        self.writer()?.admit().await
    }

    async fn woken(&self) {
        self.0.put.notified().await;
    }

    async fn now(&self) -> Result<Timestamp> {
        Ok(SystemTime::now().into())
    }
}

/// A number of rows, as SQLite takes it.
fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sqlite").field(&self.0.path).finish()
    }
}
