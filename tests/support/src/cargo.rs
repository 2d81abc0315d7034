//! Workspaces of tests: written into Cargo's folder for tests, and checked there, without a network.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The folder of the whole project.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("this crate lies in tests/support")
}

/// Writes a file, unless it is so already: what is unchanged is not compiled again.
///
/// # Panics
/// If it cannot be written.
pub fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// Reads a file.
///
/// # Panics
/// If it cannot be read.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The manifest of a workspace that stands on this very project, with these members and more lines of
/// dependencies.
pub fn write_manifest(folder: &Path, members: &[String], besides: &str) {
    let root = root();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\nexclude = [\"cases\"]\n\n[workspace.dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nstateline = {{ path = {root:?} }}\n\
         {besides}\n[profile.dev]\ndebug = false\n",
    );
    write(&folder.join("Cargo.toml"), &manifest);
    write(&folder.join("Cargo.lock"), &read(&root.join("Cargo.lock")));
}

/// What `cargo check` says of a workspace: its lines of JSON, and its other lines. All workspaces that
/// lie side by side build their dependencies once, in one folder beside them.
///
/// # Panics
/// If Cargo cannot be run.
pub fn check(folder: &Path) -> (String, String) {
    check_with(folder, &["--message-format=json"])
}

/// The same with other arguments of Cargo's.
///
/// # Panics
/// If Cargo cannot be run.
pub fn check_with(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--workspace", "--keep-going", "--offline"])
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("workspaces"))
        .env("CARGO_TERM_COLOR", "never")
        // How often the compiler says the same depends on it.
        .env("CARGO_INCREMENTAL", "1")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("Cargo can be run");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}
