//! The life of an instance: its states, and the table of moves between them.

use crate::store::{Phase, Standing};
use std::fmt;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$said:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$said])* $variant,)* }

        impl $name {
            /// Each of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// As it is written.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

words! {
    /// The state of an instance's life.
    Status {
        /// Its step is to be run.
        Ready = "ready",
        /// Its step runs.
        Running = "running",
        /// Its step waits for a message or for a time.
        Waiting = "waiting",
        /// Its step failed and runs again when it is due.
        Retrying = "retrying",
        /// A person has to look at it.
        Parked = "parked",
        /// A person stopped it.
        Held = "held",
        /// Its steps are being undone, the last one first.
        Undoing = "undoing",
        /// Its last step has ended.
        Done = "done",
        /// A step has failed for good.
        Failed = "failed",
        /// A person ended it.
        Cancelled = "cancelled",
        /// All its steps are undone.
        RolledBack = "rolled-back",
    }
}

words! {
    /// What moves an instance from one state of its life to another.
    Move {
        /// The step begins to run.
        Begin = "begin",
        /// The step is stopped, or whoever ran it is gone: it will run again.
        Interrupt = "interrupt",
        /// What the step is about to call, or was answered, is written down.
        Record = "record",
        /// The step ended, and another comes next.
        Next = "next",
        /// The last step ended.
        End = "end",
        /// The step waits.
        Wait = "wait",
        /// What a step waits for has come.
        Deliver = "deliver",
        /// The time has come for which a step waits, or at which it is tried again.
        Due = "due",
        /// The step failed, and is tried again.
        Again = "again",
        /// The step failed for good.
        Fail = "fail",
        /// It cannot go on without a person.
        Park = "park",
        /// A person has it tried again.
        Retry = "retry",
        /// A person stops it.
        Hold = "hold",
        /// A person lets it go on, in the state in which it was stopped.
        Release = "release",
        /// A person ends it.
        Cancel = "cancel",
        /// Its steps are to be undone.
        RollBack = "roll-back",
        /// A person moves it to another version, or back.
        Migrate = "migrate",
        /// A compensation ended, or is tried again later.
        Undo = "undo",
        /// The last compensation ended.
        Undone = "undone",
    }
}

use Move::*;
use Status::*;

/// Every move that there is: from which state, by what, to which. Any other is refused.
pub const MOVES: &[(Status, Move, Status)] = &[
    (Ready, Begin, Running),
    (Running, Interrupt, Ready),
    (Running, Record, Running),
    (Running, Next, Ready),
    (Running, End, Done),
    (Running, Wait, Waiting),
    (Running, Again, Retrying),
    (Running, Fail, Failed),
    (Ready, Next, Ready),
    (Ready, End, Done),
    (Waiting, End, Done),
    (Waiting, Due, Ready),
    (Waiting, Deliver, Ready),
    (Ready, Deliver, Ready),
    (Retrying, Deliver, Retrying),
    (Parked, Deliver, Parked),
    (Held, Deliver, Held),
    (Retrying, Due, Ready),
    (Ready, Park, Parked),
    (Running, Park, Parked),
    (Waiting, Park, Parked),
    (Retrying, Park, Parked),
    (Undoing, Park, Parked),
    (Held, Park, Held),
    (Retrying, Retry, Ready),
    (Parked, Retry, Ready),
    (Parked, Retry, Undoing),
    (Ready, Hold, Held),
    (Waiting, Hold, Held),
    (Retrying, Hold, Held),
    (Parked, Hold, Held),
    (Undoing, Hold, Held),
    (Held, Release, Ready),
    (Held, Release, Waiting),
    (Held, Release, Retrying),
    (Held, Release, Parked),
    (Held, Release, Undoing),
    (Ready, Cancel, Cancelled),
    (Waiting, Cancel, Cancelled),
    (Retrying, Cancel, Cancelled),
    (Parked, Cancel, Cancelled),
    (Held, Cancel, Cancelled),
    (Ready, RollBack, Undoing),
    (Waiting, RollBack, Undoing),
    (Retrying, RollBack, Undoing),
    (Parked, RollBack, Undoing),
    (Held, RollBack, Undoing),
    (Done, RollBack, Undoing),
    (Failed, RollBack, Undoing),
    (Cancelled, RollBack, Undoing),
    (Ready, Migrate, Ready),
    (Ready, Migrate, Waiting),
    (Waiting, Migrate, Waiting),
    (Waiting, Migrate, Ready),
    (Ready, Migrate, Retrying),
    (Retrying, Migrate, Retrying),
    (Parked, Migrate, Parked),
    (Held, Migrate, Held),
    (Undoing, Record, Undoing),
    (Undoing, Undo, Undoing),
    (Undoing, Undone, RolledBack),
];

impl Status {
    /// Where an instance stands, as its row says; `runs`, if a step of it runs now, and `woken`, if the time
    /// has come for which it waits.
    pub(crate) fn of(standing: &Standing, runs: bool, woken: bool) -> Status {
        match standing.phase {
            Phase::Finished => Done,
            Phase::Failed => Failed,
            Phase::Cancelled => Cancelled,
            Phase::Undone => RolledBack,
            _ if standing.held => Held,
            _ if standing.parked => Parked,
            Phase::Undoing => Undoing,
            _ if runs => Running,
            _ if woken => Ready,
            Phase::Waiting => Waiting,
            Phase::Ready if standing.due.is_some() => Retrying,
            Phase::Ready => Ready,
        }
    }

    /// The states to which this move leads from here; none if there is no such move.
    pub fn after(self, by: Move) -> impl Iterator<Item = Status> {
        MOVES.iter().filter(move |(from, it, _)| (*from, *it) == (self, by)).map(|(_, _, to)| *to)
    }

    /// Does nothing move it any more, unless a person does?
    pub fn is_ended(self) -> bool {
        matches!(self, Done | Failed | Cancelled | RolledBack)
    }
}

/// The table as a picture, in Mermaid's language.
#[cfg(test)]
fn drawn() -> String {
    use std::collections::BTreeMap;
    let mut arrows: BTreeMap<(Status, Status), Vec<&str>> = BTreeMap::new();
    for (from, by, to) in MOVES {
        arrows.entry((*from, *to)).or_default().push(by.word());
    }
    let plain = |status: Status| status.word().replace('-', "_");
    let mut text = String::from("stateDiagram-v2\n    [*] --> ready: start\n");
    for ((from, to), by) in arrows {
        text += &format!("    {} --> {}: {}\n", plain(from), plain(to), by.join(", "));
    }
    for ended in Status::ALL.iter().filter(|it| it.is_ended()) {
        text += &format!("    {} --> [*]\n", plain(*ended));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{MOVES, Move, Status, drawn};
    use std::collections::BTreeSet;

    #[test]
    fn the_picture_in_the_documentation_is_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/runner/life.md");
        let page = std::fs::read_to_string(path).expect("the page is there");
        let (before, rest) = page.split_once("```mermaid\n").expect("it has a picture");
        let (picture, after) = rest.split_once("```").expect("the picture ends");
        if std::env::var_os("STATELINE_RENEW").is_some() {
            std::fs::write(path, format!("{before}```mermaid\n{}```{after}", drawn())).expect("it is ours");
        } else {
            assert_eq!(picture, drawn(), "STATELINE_RENEW=1 cargo test --features runner draws it anew");
        }
    }

    #[test]
    fn every_state_is_reached_and_every_move_is_used_once() {
        let moves: BTreeSet<_> = MOVES.iter().collect();
        assert_eq!(moves.len(), MOVES.len(), "a move is listed twice");
        for status in Status::ALL {
            let reached = *status == Status::Ready || MOVES.iter().any(|(_, _, to)| to == status);
            assert!(reached, "nothing leads to {status}");
            // What has not ended can be parked, held, and ended by a person in some way.
            if !status.is_ended() {
                assert!(*status == Status::Parked || status.after(Move::Park).next().is_some(), "{status}");
            }
        }
        assert!(Move::ALL.iter().all(|by| MOVES.iter().any(|(_, it, _)| it == by)));
    }
}
