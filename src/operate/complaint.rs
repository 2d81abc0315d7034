//! Why a verb did not do what it was asked, as people are told: what, and what to do.

use crate::runner::RunnerError;
use crate::store::StoreError;
use std::fmt;

/// Why a verb did not do what it was asked.
#[derive(Debug)]
pub(super) struct Complaint {
    what: String,
    helps: Vec<String>,
    exit: Exit,
}

/// How a verb ends, as its exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// It was done, and nothing is amiss.
    Good = 0,
    /// Something is amiss, or was refused.
    Amiss = 1,
    /// It could not be done.
    Failed = 2,
    /// It was given, and is not done yet.
    Pending = 3,
}

impl Complaint {
    /// It could not be done.
    pub(super) fn new(what: impl Into<String>) -> Complaint {
        Complaint { what: what.into(), helps: Vec::new(), exit: Exit::Failed }
    }

    /// It was refused: nothing has changed.
    pub(super) fn refused(what: impl Into<String>) -> Complaint {
        Complaint { exit: Exit::Amiss, ..Complaint::new(what) }
    }

    /// With what to do.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Complaint {
        self.helps.push(help.into());
        self
    }

    /// With another end than the usual one.
    #[must_use]
    pub(super) fn ending(self, exit: Exit) -> Complaint {
        Complaint { exit, ..self }
    }

    pub(super) fn exit(&self) -> Exit {
        self.exit
    }

    pub(super) fn what(&self) -> &str {
        &self.what
    }

    pub(super) fn helps(&self) -> &[String] {
        &self.helps
    }
}

impl From<StoreError> for Complaint {
    fn from(error: StoreError) -> Complaint {
        let complaint = Complaint::new(error.to_string());
        match error.is_damaged() && error.place().is_some() {
            true => complaint.help("`verify` names all that is damaged; a backup from before has it whole"),
            false => complaint,
        }
    }
}

impl From<RunnerError> for Complaint {
    /// With the ways out that verbs have.
    fn from(error: RunnerError) -> Complaint {
        let Some(wrong) = error.wrong() else { return Complaint::new(error.to_string()) };
        let helps = if error.is_unlocked() {
            [
                "run `cargo stateline lock`, commit `stateline.lock`, and build this program again",
                "`run --dev` runs without a lock, while nothing in the store matters",
            ]
        } else if error.is_in_flight() {
            ["run a build that serves it too", "`run --leave-standing` leaves its instances where they are"]
        } else {
            [
                "`ps`, `show`, `stuck`, `hold` and `cancel` work meanwhile",
                "`release --restored --why \u{2026}` has it run, once you have compared",
            ]
        };
        helps.iter().fold(Complaint::new(wrong), |complaint, help| complaint.help(*help))
    }
}

impl From<crate::DataError> for Complaint {
    fn from(error: crate::DataError) -> Complaint {
        Complaint::new(error.to_string())
    }
}

impl From<std::io::Error> for Complaint {
    fn from(error: std::io::Error) -> Complaint {
        Complaint::new(error.to_string())
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}
