//! What is to outlive the program, in files.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Data that is kept in a file, or only in memory.
#[derive(Debug, Default)]
pub struct Kept<T> {
    data: Mutex<T>,
    file: Option<PathBuf>,
}

impl<T> Kept<T> {
    /// Data in memory.
    pub fn of(data: T) -> Kept<T> {
        Kept { data: Mutex::new(data), file: None }
    }

    /// The data as it is.
    pub fn read(&self) -> MutexGuard<'_, T> {
        self.data.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Serialize + DeserializeOwned> Kept<T> {
    /// What this file keeps; this, if there is none yet.
    pub fn open(file: impl AsRef<Path>, first: T) -> std::io::Result<Kept<T>> {
        let file = file.as_ref().to_owned();
        let data = match file.exists() {
            true => serde_json::from_slice(&std::fs::read(&file)?)?,
            false => first,
        };
        Ok(Kept { data: Mutex::new(data), file: Some(file) })
    }

    /// Changes the data. The file holds all of it before or after, also when the program is killed meanwhile.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let mut data = self.read();
        let result = change(&mut data);
        if let Some(file) = &self.file {
            let new = file.with_extension("new");
            let text = serde_json::to_vec(&*data).expect("it is data");
            std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, file)).expect("it can be written");
        }
        result
    }
}
