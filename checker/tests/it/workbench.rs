//! The workbench: small workspaces in a temporary folder, and what the command says of them.

use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) struct Workspace {
    folder: tempfile::TempDir,
    crates: Vec<String>,
}

impl Workspace {
    /// A workspace with a map and no crates yet.
    pub(crate) fn new(map: &str) -> Self {
        let workspace =
            Workspace { folder: tempfile::tempdir().expect("a temporary folder"), crates: Vec::new() };
        workspace.write("stateline.yaml", map.trim_start().as_bytes());
        workspace
    }

    pub(crate) fn with_crate(mut self, name: &str, dependencies: &[&str], source: &str) -> Self {
        // What is no crate here comes from elsewhere; it is only named, and never fetched.
        let dependency = |name: &&str| match self.crates.iter().any(|known| known.trim_matches('"') == *name)
        {
            true => format!("{name} = {{ path = \"../{name}\" }}\n"),
            false => format!("{name} = \"*\"\n"),
        };
        let dependencies: String = dependencies.iter().map(dependency).collect();
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
        self.write(
            &format!("{name}/Cargo.toml"),
            format!("{package}[dependencies]\n{dependencies}").into_bytes(),
        );
        self.write(&format!("{name}/src/lib.rs"), source);
        self.crates.push(format!("\"{name}\""));
        let members = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", self.crates.join(", "));
        self.write("Cargo.toml", members);
        self
    }

    pub(crate) fn check(&self, arguments: &[&str]) -> Run {
        check(self.folder.path(), arguments)
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.folder.path().join(path);
        let folder = path.parent().expect("it has a name");
        std::fs::create_dir_all(folder).expect("the folder is ours");
        std::fs::write(path, content).expect("the folder is ours");
    }

    pub(crate) fn remove(&self, path: &str) {
        std::fs::remove_file(self.folder.path().join(path)).expect("it is there");
    }
}

/// One of the workspaces in `examples/`.
pub(crate) struct Example(PathBuf);

pub(crate) fn example(name: &str) -> Example {
    Example(Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(name))
}

impl Example {
    pub(crate) fn check(&self, arguments: &[&str]) -> Run {
        check(&self.0, arguments)
    }
}

pub(crate) fn check(root: &Path, arguments: &[&str]) -> Run {
    command(root, &[&["check"], arguments].concat())
}

/// Any command.
pub(crate) fn command(root: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-stateline"))
        .args(["stateline", "--color", "never"])
        .args(arguments)
        .arg("--manifest-path")
        .arg(root.join("Cargo.toml"))
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .expect("the command was built for this test");
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Run { code: output.status.code(), text: text.join("\n") }
}

/// What the command said.
pub(crate) struct Run {
    code: Option<i32>,
    text: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn is_clean(&self) -> &Self {
        assert_eq!(self.code, Some(0), "{}", self.text);
        self
    }

    /// It found this, with exit code 1.
    #[track_caller]
    pub(crate) fn finds(&self, rule: &str) -> &Self {
        assert_eq!(self.code, Some(1), "{}", self.text);
        self.says(rule)
    }

    /// The tool could not do its work: exit code 2, and no panic.
    #[track_caller]
    pub(crate) fn fails(&self) -> &Self {
        self.ends_with(&[2])
    }

    #[track_caller]
    pub(crate) fn ends_with(&self, codes: &[i32]) -> &Self {
        assert!(self.code.is_some_and(|code| codes.contains(&code)), "{:?}: {}", self.code, self.text);
        assert!(!self.text.contains("panicked"), "{}", self.text);
        self
    }

    #[track_caller]
    pub(crate) fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} in:\n{}", self.text);
        self
    }

    /// The same, wherever lines are broken.
    #[track_caller]
    pub(crate) fn says_wrapped(&self, words: &str) -> &Self {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words), "nothing of {words:?} in:\n{}", self.text);
        self
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "nothing of {words:?} in:\n{}", self.text);
        self
    }
}
