//! The witness of a database: a small file beside it that says which file it is, and how far it has come.
//!
//! A database that was copied, or in whose place an older copy was put, is not what its witness says. What
//! happened since the copy was made, it does not know; third parties do. So nothing runs on it until a person
//! has looked and admits it.

use super::error::Result;
use serde::{Deserialize, Serialize};
use std::fs::{File, Metadata, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How long its text is at least: it is written anew each time it follows, in one piece.
const WIDTH: usize = 256;

/// What a witness says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    /// Which file the database is.
    file: String,
    /// The last lane that was opened, and the last commit in it.
    lane: u32,
    n: u64,
    /// Why nothing may run.
    restored: Option<String>,
}

/// How far a database has come: the last lane that was opened, and the last commit in it.
pub(super) type Head = (u32, u64);

/// The witness of a database that is owned.
#[derive(Debug)]
pub(super) struct Witness {
    file: File,
    said: Said,
}

impl Witness {
    /// The witness of a database that may be run: it follows what is written from now on.
    pub(super) fn admit(database: &Path, head: Head) -> Result<Witness> {
        let said = Said { file: identity(database)?, lane: head.0, n: head.1, restored: None };
        Witness::begin(database, said)
    }

    /// Has a database that may not be run stay so, whoever opens a lane in it meanwhile.
    pub(super) fn hold(database: &Path, head: Head, why: &str) -> Result<()> {
        let restored = Some(why.to_owned());
        let said = Said { file: identity(database)?, lane: head.0, n: head.1, restored };
        Witness::begin(database, said).map(drop)
    }

    fn begin(database: &Path, said: Said) -> Result<Witness> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path(database))?;
        let mut witness = Witness { file, said };
        witness.write()?;
        witness.file.sync_all()?;
        Ok(witness)
    }

    /// The database has come so far. That this is not on the disk yet does no harm: the database is ahead then.
    pub(super) fn follow(&mut self, head: Head) -> Result<()> {
        (self.said.lane, self.said.n) = head;
        self.write()
    }

    fn write(&mut self) -> Result<()> {
        let text = serde_json::to_string(&self.said).map_err(std::io::Error::from)?;
        let text = format!("{text:WIDTH$}\n");
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())?;
        // What was longer is cut off.
        if self.file.metadata()?.len() > text.len() as u64 {
            self.file.set_len(text.len() as u64)?;
        }
        Ok(())
    }
}

/// Why nothing may run on a database that has come so far, if nothing may.
pub(super) fn restored(database: &Path, head: Head) -> Result<Option<String>> {
    if head.0 == 0 {
        return Ok(None);
    }
    let path = path(database);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut text = String::new();
    match File::open(&path) {
        Ok(mut file) => _ = file.read_to_string(&mut text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Some(format!("no `{name}` lies beside it: it is a copy, or was put here from one")));
        }
        Err(error) => return Err(error.into()),
    }
    let Ok(said) = serde_json::from_str::<Said>(&text) else {
        return Ok(Some(format!("`{name}` beside it cannot be read")));
    };
    let (lane, n) = head;
    Ok(match said {
        Said { restored: Some(why), .. } => Some(why),
        Said { file, .. } if file != identity(database)? => {
            Some(format!("it is not the file that `{name}` knows: it is a copy, or was put here from one"))
        }
        Said { lane: was, n: had, .. } if (was, had) > head => Some(format!(
            "it ends with commit {n} of lane {lane}, and has ended with commit {had} of lane {was} before: an \
             older copy was put in its place"
        )),
        _ => None,
    })
}

fn path(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push("-witness");
    path.into()
}

/// What tells a file from a copy of it: not the device, whose number a restart may change.
fn identity(database: &Path) -> Result<String> {
    let data = std::fs::metadata(database)?;
    let made = data.created().ok().and_then(|made| made.duration_since(UNIX_EPOCH).ok());
    let made = made.map(|made| made.as_millis().to_string()).unwrap_or_default();
    Ok(format!("{}/{made}", number(&data)))
}

#[cfg(unix)]
fn number(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
