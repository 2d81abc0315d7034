//! `verify` and `backup`: that the store is what its owners wrote, and stays so.

use super::complaint::{Complaint, Exit};
use super::screen::{self, BAD, GOOD, Screen};
use crate::store::{Checkpoint, Sqlite, Verified, verify as verify_store};
use std::path::{Path, PathBuf};

/// What is compared, and what is written.
pub(super) struct Witness {
    pub(super) against: Option<PathBuf>,
    pub(super) checkpoint: Option<PathBuf>,
}

pub(super) async fn verify(store: &Sqlite, witness: Witness, screen: &Screen) -> Result<Exit, Complaint> {
    let against = witness.against.as_deref().map(checkpoint).transpose()?;
    let spinner = screen.spinner("verifying every line");
    let verified = match store.owner()? {
        // What is written meanwhile would be taken for a flaw.
        Some(_) => {
            let copy = Copied::of(store).await?;
            verify_store(&Sqlite::open(copy.path())?, against.as_ref()).await?
        }
        None => verify_store(store, against.as_ref()).await?,
    };
    spinner.finish_and_clear();
    let Verified { commits, instances, flaws, checkpoint } = verified;
    let lines = checkpoint.lines;
    screen.object(&serde_json::json!({
        "lines": lines, "commits": commits, "instances": instances,
        "flaws": flaws.iter().map(ToString::to_string).collect::<Vec<_>>(), "checkpoint": checkpoint,
    }));
    for flaw in &flaws {
        screen.paragraph(&flaw.to_string(), &format!("{BAD}flaw{BAD:#}: "), "      ");
    }
    let read = [(lines, "line"), (commits, "commit"), (instances, "instance")];
    let read = read.map(|(many, noun)| screen::counted(many, noun)).join(", ");
    if !flaws.is_empty() {
        let flaws = screen::counted(flaws.len() as u64, "flaw");
        screen.paragraph(&format!("{BAD}{flaws}{BAD:#} in {read}"), "", "  ");
        return Ok(Exit::Amiss);
    }
    screen.paragraph(&format!("{GOOD}verified{GOOD:#}: {read}"), "", "  ");
    if witness.against.is_none() {
        screen.paragraph(
            "only a checkpoint that is kept elsewhere tells whether the end was cut off: --checkpoint FILE writes \
             one, --against FILE compares the store with it",
            "",
            "",
        );
    }
    if let Some(path) = &witness.checkpoint {
        let json = serde_json::to_string(&checkpoint).map_err(|error| Complaint::new(error.to_string()))?;
        let failed = |error| Complaint::new(format!("`{}` cannot be written: {error}", path.display()));
        std::fs::write(path, json + "\n").map_err(failed)?;
        screen.say(format!("wrote {}", path.display()));
    }
    Ok(Exit::Good)
}

fn checkpoint(path: &Path) -> Result<Checkpoint, Complaint> {
    let failed = |error: String| {
        Complaint::new(format!("`{}` is no checkpoint: {error}", path.display()))
            .help("`verify --checkpoint FILE` writes one, where all is well")
    };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| failed(error.to_string()))
}

pub(super) async fn backup(store: &Sqlite, to: &Path, screen: &Screen) -> Result<Exit, Complaint> {
    let spinner = screen.spinner("copying");
    store.backup(to).await?;
    spinner.finish_and_clear();
    let bytes = std::fs::metadata(to)?.len();
    screen.object(&serde_json::json!({"backup": to, "bytes": bytes}));
    screen.say(format!("{GOOD}copied{GOOD:#} to {}, {} bytes", to.display(), screen::number(bytes)));
    Ok(Exit::Good)
}

/// A copy of the store for as long as it is looked at, in a folder that nobody else may read.
struct Copied(PathBuf);

impl Copied {
    async fn of(store: &Sqlite) -> Result<Copied, Complaint> {
        let mut beside = store.path().to_owned().into_os_string();
        beside.push(format!("-verify-{}", std::process::id()));
        let beside = PathBuf::from(beside);
        let mut folder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&beside).map_err(|error| {
            Complaint::new(format!(
                "`{}`, for a copy of the store, cannot be made: {error}",
                beside.display()
            ))
        })?;
        let copy = Copied(beside);
        store.backup(copy.path()).await?;
        Ok(copy)
    }

    fn path(&self) -> PathBuf {
        self.0.join("store.db")
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
