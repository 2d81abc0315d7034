//! What outlives the program, in files.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// What a file keeps; nothing, if there is none yet.
pub fn read<T: DeserializeOwned + Default>(file: &Path) -> std::io::Result<T> {
    match file.exists() {
        true => Ok(serde_json::from_slice(&std::fs::read(file)?)?),
        false => Ok(T::default()),
    }
}

/// Keeps this in a file, which holds the one or the other at every moment.
pub fn write(file: &Path, data: &impl Serialize) -> std::io::Result<()> {
    let new = file.with_extension("new");
    std::fs::write(&new, serde_json::to_vec(data)?)?;
    std::fs::rename(&new, file)
}
