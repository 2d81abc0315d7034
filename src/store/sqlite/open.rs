//! Opening a database, and refusing those on which nothing could be promised.

use super::error::Result;
use super::lock;
use super::schema::{self, unusable};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The first version without the fault that could lose the write-ahead log of 3.7.0 to 3.51.2.
const OLDEST: i32 = 3_051_003;

/// How long a write waits for that of another process.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// File systems over a network, on which SQLite's locks and ours may not hold.
const NETWORKS: &[&str] = &[
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fuse.glusterfs",
    "fuse.sshfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// The one path of a database: whoever opens it by another, through links, must meet the same lock.
pub(super) fn canonical(path: &Path) -> Result<PathBuf> {
    let found = path.canonicalize().or_else(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok::<_, std::io::Error>(folder.canonicalize()?.join(path.file_name().unwrap_or_default()))
    });
    found.map_err(|error| unusable(format!("cannot open `{}`: {error}", path.display())))
}

/// Opens the connection that writes. Only whoever is to own the store brings it to the newest schema: an older
/// build could not come back to it.
pub(super) fn writer(path: &Path, migrates: bool) -> Result<Connection> {
    check_library(rusqlite::version_number())?;
    if let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") {
        check_mount(path, &mounts)?;
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // What is not ours is left as it is.
    let version = schema::version(&connection)?;
    make_durable(&connection)?;
    if (1..schema::NEWEST).contains(&version) {
        let here =
            format!("this store has version {version} of the schema, and this build has {}", schema::NEWEST);
        if let Some(owner) = lock::owner(path)? {
            return Err(unusable(format!(
                "{here}: {} owns it, so use its build, or stop it first",
                owner.name
            )));
        }
        if !migrates {
            return Err(unusable(format!(
                "{here}: use the build that wrote it, or run the store with this one, which changes it for good"
            )));
        }
    }
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// Opens a connection that reads, while others write.
pub(super) fn reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// The same, of a database that has the schema of this build.
pub(super) fn reader_of_ours(path: &Path) -> Result<Connection> {
    check_library(rusqlite::version_number())?;
    let connection = reader(path)?;
    match schema::version(&connection)? {
        schema::NEWEST => Ok(connection),
        version => Err(unusable(format!(
            "this store has version {version} of the schema, and this build has {}: use the build that wrote it, or run \
             the store with this one, which changes it for good",
            schema::NEWEST
        ))),
    }
}

/// Sets what makes a commit durable, and reads it back: SQLite takes a value that it does not know for
/// another, without a word.
fn make_durable(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if mode != "wal" || synchronous != 2 {
        return Err(unusable(format!(
            "this database does not take a write-ahead log with full synchronisation: \
             its `journal_mode` is `{mode}`, its `synchronous` is {synchronous}"
        )));
    }
    Ok(())
}

fn check_library(version: i32) -> Result<()> {
    if version >= OLDEST {
        return Ok(());
    }
    let (major, minor, patch) = (version / 1_000_000, version / 1_000 % 1_000, version % 1_000);
    Err(unusable(format!(
        "SQLite {major}.{minor}.{patch} may lose what it has written (see WAL reset in its release notes): \
         link 3.51.3 or newer"
    )))
}

/// Refuses a path that is mounted from a network, by the system's list of mounts.
fn check_mount(path: &Path, mounts: &str) -> Result<()> {
    let parts = mounts.lines().filter_map(|line| {
        let mut parts = line.split(' ').skip(1);
        Some((parts.next()?.replace("\\040", " "), parts.next()?))
    });
    // Of two mounts at one point, the later hides the earlier.
    let (point, kind) = parts
        .filter(|(point, _)| path.starts_with(point))
        .max_by_key(|(point, _)| point.len())
        .unwrap_or_default();
    if NETWORKS.contains(&kind) {
        return Err(unusable(format!(
            "`{point}` is a network file system (`{kind}`), on which locks may not hold: use a local one"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check_library, check_mount};
    use std::path::Path;

    #[test]
    fn a_library_that_may_lose_what_it_wrote_is_refused() {
        assert_eq!(check_library(3_051_003), Ok(()));
        let error = check_library(3_040_001).expect_err("of Debian 12");
        assert!(error.0.to_string().starts_with("SQLite 3.40.1 may lose what it has written"), "{error:?}");
    }

    #[test]
    fn a_network_file_system_is_refused() {
        let mounts =
            "/dev/sda / ext4 rw 0 0\nhost:/a /srv nfs4 rw 0 0\n/dev/sdb /srv/my\\040disk xfs rw 0 0\n";
        assert_eq!(check_mount(Path::new("/home/me"), mounts), Ok(()));
        assert_eq!(check_mount(Path::new("/srv/my disk/a"), mounts), Ok(()));
        assert_eq!(check_mount(Path::new("/srvx"), mounts), Ok(()));
        let error = check_mount(Path::new("/srv/a"), mounts).expect_err("it is on a network");
        assert!(error.0.to_string().starts_with("`/srv` is a network file system (`nfs4`)"), "{error:?}");
    }
}
