//! The folder of the workspace that a package belongs to, as Cargo says.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex, PoisonError};

/// The folder of a package's workspace. Cargo is asked once for each package: nobody else knows which
/// manifest above it counts, or whether its own names another.
///
/// # Errors
/// Cargo does not say: the sentence that says so.
pub(super) fn root(package: &Path) -> Result<PathBuf, String> {
    static KNOWN: LazyLock<Mutex<HashMap<PathBuf, Result<PathBuf, String>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(package.to_owned()).or_insert_with(|| asked(package)).clone()
}

fn asked(package: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let asked = Command::new(cargo)
        .args(["locate-project", "--workspace", "--message-format", "plain", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .output();
    let told = match asked {
        Ok(told) if told.status.success() => String::from_utf8(told.stdout).unwrap_or_default(),
        Ok(told) => return Err(unknown(String::from_utf8_lossy(&told.stderr).trim())),
        Err(error) => return Err(unknown(&error.to_string())),
    };
    let manifest = Path::new(told.trim());
    manifest.parent().map(Path::to_owned).ok_or_else(|| unknown("it says nothing"))
}

fn unknown(why: &str) -> String {
    format!("cannot find the map, because `cargo locate-project --workspace` failed: {why}")
}

/// The way from a folder to another, with `/`, for the end of a path: `/../..`, `/../main`.
pub(super) fn way(from: &Path, to: &Path) -> String {
    let common = from.iter().zip(to.iter()).take_while(|(one, other)| one == other).count();
    let up = from.iter().skip(common).map(|_| "/..".to_owned());
    let down = to.iter().skip(common).map(|part| format!("/{}", part.to_string_lossy()));
    up.chain(down).collect()
}

#[cfg(test)]
mod tests {
    use super::way;
    use std::path::Path;

    #[test]
    fn the_way_leads_up_and_down() {
        for (from, to, told) in
            [("/a/b", "/a/b", ""), ("/a/b/c", "/a", "/../.."), ("/a/b/c", "/a/d/e", "/../../d/e")]
        {
            assert_eq!(way(Path::new(from), Path::new(to)), told);
        }
    }
}
