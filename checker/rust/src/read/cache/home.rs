//! Where caches lie: in the user's cache folder, by the system's custom.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder that holds the caches of all workspaces: `stateline` in `XDG_CACHE_HOME`, or else in
/// the usual cache folder of the system. `None` where the user has no home.
#[must_use]
pub fn home() -> Option<PathBuf> {
    home_by(|variable| std::env::var_os(variable))
}

fn home_by(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The XDG specification says that relative paths are to be ignored.
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let usual = || {
        if cfg!(windows) {
            folder("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            folder("HOME").map(|home| home.join("Library/Caches"))
        } else {
            folder("HOME").map(|home| home.join(".cache"))
        }
    };
    folder("XDG_CACHE_HOME").or_else(usual).map(|folder| folder.join("stateline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_cache_lies_in_the_users_cache_folder_and_nowhere_without_a_home() {
        let by = |set: &[(&str, &str)]| {
            home_by(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
        };
        assert_eq!(by(&[("HOME", "/home/ada")]), Some("/home/ada/.cache/stateline".into()));
        assert_eq!(by(&[("HOME", "/home/ada"), ("XDG_CACHE_HOME", "/x")]), Some("/x/stateline".into()));
        assert_eq!(
            by(&[("HOME", "/home/ada"), ("XDG_CACHE_HOME", "here")]),
            Some("/home/ada/.cache/stateline".into())
        );
        assert_eq!(by(&[("HOME", "")]), None);
        assert_eq!(by(&[]), None);
    }
}
