//! What cargo says of a workspace, without resolving its dependencies.
#![expect(clippy::disallowed_methods, reason = "cargo is asked for the packages here")]

use super::error::Error;
use semver::{Version, VersionReq};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The part of `cargo metadata` that we use: format version 1, see `cargo help metadata`.
#[derive(Deserialize)]
pub(super) struct Metadata {
    pub(super) packages: Vec<RawPackage>,
    pub(super) workspace_root: PathBuf,
    pub(super) target_directory: PathBuf,
}

#[derive(Deserialize)]
pub(super) struct RawPackage {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) version: Version,
    pub(super) edition: String,
    pub(super) manifest_path: PathBuf,
    pub(super) dependencies: Vec<RawDependency>,
    pub(super) targets: Vec<RawTarget>,
    pub(super) features: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
pub(super) struct RawDependency {
    pub(super) name: String,
    pub(super) kind: Option<String>,
    pub(super) rename: Option<String>,
    pub(super) optional: bool,
    pub(super) uses_default_features: bool,
    pub(super) features: Vec<String>,
    pub(super) path: Option<PathBuf>,
    /// `registry+https://…`, `sparse+…`, `git+…`; none of a folder.
    pub(super) source: Option<String>,
    pub(super) req: VersionReq,
}

#[derive(Deserialize)]
pub(super) struct RawTarget {
    pub(super) kind: Vec<String>,
    pub(super) name: String,
    pub(super) src_path: PathBuf,
    pub(super) edition: String,
}

/// Asks cargo.
///
/// # Errors
/// When cargo can not be run, or refuses: with what it said.
pub(super) fn ask(manifest: Option<&Path>) -> Result<Metadata, Error> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(&cargo);
    command.args(["metadata", "--no-deps", "--format-version", "1", "--color", "never"]);
    if let Some(manifest) = manifest {
        command.arg("--manifest-path").arg(manifest);
    }
    // What cargo says is told to people.
    command.env_remove("RUST_BACKTRACE");
    let output = command.stdin(Stdio::null()).output().map_err(|error| {
        Error::new(format!("cannot run `{} metadata`: {error}", cargo.display()))
            .help("cargo must be on the PATH, or the variable CARGO name it")
    })?;
    if !output.status.success() {
        return Err(refused(&String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| Error::new(format!("cannot understand what `cargo metadata` printed: {error}")))
}

fn refused(said: &str) -> Error {
    let named = said.split_once("toolchain '").and_then(|(_, rest)| rest.split_once("' is not installed"));
    match named {
        Some((toolchain, _)) => Error::new(format!("the toolchain `{toolchain}` is not installed"))
            .help(format!("run `rustup toolchain install {toolchain}`")),
        None => Error::new("cargo cannot read this workspace").help(said.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn a_missing_toolchain_is_a_sentence() {
        let said = "error: toolchain '1.2-x86_64-unknown-linux-gnu' is not installed\nhelp: run `rustup toolchain install` to install it\n";
        let told = refused(said);
        assert_eq!(told.message, "the toolchain `1.2-x86_64-unknown-linux-gnu` is not installed");
        assert_eq!(told.help.as_deref(), Some("run `rustup toolchain install 1.2-x86_64-unknown-linux-gnu`"));
        assert_eq!(refused("error: no members\n").help.as_deref(), Some("error: no members"));
    }
}
