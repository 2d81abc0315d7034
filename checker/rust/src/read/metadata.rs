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
    let output = command.stdin(Stdio::null()).output().map_err(|error| {
        Error::new(format!("cannot run `{} metadata`: {error}", cargo.display()))
            .help("cargo must be on the PATH, or the variable CARGO name it")
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new("cargo cannot read this workspace").help(said.trim().to_owned()));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| Error::new(format!("cannot understand what `cargo metadata` printed: {error}")))
}
