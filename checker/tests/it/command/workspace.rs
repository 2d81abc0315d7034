//! Small workspaces in temporary folders, and the command run in them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;

/// No run takes as long; one that does hangs.
const HANGS: Duration = Duration::from_secs(120);

pub(crate) struct Workspace {
    folder: TempDir,
}

/// What a run left behind, with the workspace's own path as `[ROOT]`.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) const MAP: &str = "\
stateline: 1
contexts:
  payments:
    owns: [payments]
    calls:
      ledger: [load_account]
  ledger:
    owns: [ledger]
";

const PAYMENTS: &str = "\
pub fn pay() {
    ledger::load_account(3);
}
";

/// Names what `MAP` does not grant.
pub(crate) const CROSSING: &str = "\
pub fn pay() {
    ledger::load_account(3);
    ledger::set_balance(5);
}
";

const LEDGER: &str = "\
pub fn load_account(amount: u64) {
    let _ = amount;
}

pub fn set_balance(amount: u64) {
    let _ = amount;
}
";

impl Workspace {
    /// Two crates, `payments` and `ledger`, and no map.
    pub(crate) fn without_map() -> Self {
        let workspace = Self::empty();
        workspace
            .write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"payments\", \"ledger\"]\n");
        let package = |name: &str, rest: &str| {
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{rest}")
        };
        let needs = "\n[dependencies]\nledger = { path = \"../ledger\" }\n";
        workspace.write("payments/Cargo.toml", package("payments", needs));
        workspace.write("payments/src/lib.rs", PAYMENTS);
        workspace.write("ledger/Cargo.toml", package("ledger", ""));
        workspace.write("ledger/src/lib.rs", LEDGER);
        workspace
    }

    /// The same with a map that they keep.
    pub(crate) fn kept() -> Self {
        let workspace = Self::without_map();
        workspace.write("stateline.yaml", MAP);
        workspace
    }

    /// The same, where `payments` calls what `ledger` does not offer it.
    pub(crate) fn broken() -> Self {
        let workspace = Self::kept();
        workspace.write("payments/src/lib.rs", CROSSING);
        workspace
    }

    /// Crates, each with what it depends on and the code of its library; no map.
    pub(crate) fn of_crates(crates: &[(&str, &[&str], &str)]) -> Self {
        let workspace = Self::empty();
        let members: Vec<String> = crates.iter().map(|(name, ..)| format!("\"{name}\"")).collect();
        let members = members.join(", ");
        workspace.write("Cargo.toml", format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"));
        for (name, needs, code) in crates {
            let needs = needs.iter().map(|need| format!("{need} = {{ path = \"../{need}\" }}\n"));
            let manifest = format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{}",
                needs.collect::<String>()
            );
            workspace.write(&format!("{name}/Cargo.toml"), manifest);
            workspace.write(&format!("{name}/src/lib.rs"), code);
        }
        workspace
    }

    /// As the main branch has it.
    pub(crate) fn committed(self) -> Self {
        self.write(".gitignore", "target\n");
        self.git(&["init", "--quiet"]);
        self.commit("main");
        self
    }

    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "-m", message]);
    }

    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder can be made") }
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("folders can be made");
        std::fs::write(path, content).expect("files can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("the file is there")
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Without symbolic links, as cargo names it.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().expect("the folder is there")
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.run_in(&self.root(), arguments)
    }

    pub(crate) fn run_in(&self, folder: &Path, arguments: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-stateline"));
        command.current_dir(folder).args(arguments).stdin(Stdio::null());
        let cleared = ["NO_COLOR", "CARGO_TARGET_DIR", "CARGO_TERM_COLOR", "CLICOLOR_FORCE"];
        for variable in cleared {
            command.env_remove(variable);
        }
        command.envs([
            ("COLUMNS", "80"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_SYSTEM", "/dev/null"),
        ]);
        let (ended, wait) = mpsc::channel();
        std::thread::spawn(move || ended.send(command.output()));
        let output = wait.recv_timeout(HANGS).expect("the command hangs").expect("the command can be run");
        let told = |bytes: &[u8]| {
            String::from_utf8_lossy(bytes).replace(&self.root().display().to_string(), "[ROOT]")
        };
        let ended =
            Ended { code: output.status.code(), out: told(&output.stdout), err: told(&output.stderr) };
        assert!(!ended.err.contains("panicked"), "{}", ended.err);
        ended
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        let own =
            ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"];
        let output = Command::new("git").current_dir(self.root()).args(own).args(arguments).output();
        let output = output.expect("git can be run");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Ended {
    /// Everything in one text, for snapshots; without the counts of what was resolved, which grow
    /// with the standard library's stand-in.
    pub(crate) fn all(&self) -> String {
        let code = self.code.map_or("a signal".to_owned(), |code| code.to_string());
        let mut all = format!("exit code: {code}\n");
        for (name, text) in [("stdout", &self.out), ("stderr", &self.err)] {
            if !text.is_empty() {
                all.push_str(&format!("{name}:\n"));
                for line in text.lines() {
                    let counts = ["  resolved ", "  outside ", "  unresolved "];
                    let counts = counts.iter().any(|name| line.starts_with(name));
                    all.push_str(if counts { line.get(..15).unwrap_or(line).trim_end() } else { line });
                    all.push('\n');
                }
            }
        }
        all
    }
}
