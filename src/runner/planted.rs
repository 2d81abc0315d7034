//! Defects that tests plant, to see that the simulator finds them. Outside of tests there are none.

macro_rules! defects {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(not(test), expect(dead_code, reason = "some are planted by the simulator itself"))]
        pub(crate) enum Defect { $($(#[doc = $doc])* $name,)* }

        #[cfg(test)]
        impl Defect {
            pub(crate) const ALL: &[Defect] = &[$(Defect::$name),*];
        }
    };
}

defects! {
    /// A commit bears the epoch that the store is in, whoever writes it.
    FenceOmitted,
    /// A row is written over whatever is there.
    CompareOmitted,
    /// A call that cannot be undone is made before its intent is written.
    IntentAfterEffect,
    /// A call is made before what came before it is written.
    AnnouncementOmitted,
    /// What was recorded is asked again.
    RecordIgnored,
    /// A retry forgets what the attempts before it have done.
    RetryWithoutRecord,
    /// After a takeover, calls are made as if nobody had made them before.
    RecoveryForgets,
    /// An inquiry is not waited for: the call is made again.
    InquiryIgnored,
    /// A key is used for one instant longer than it lives.
    LifetimeOneTooLong,
    /// A timer fires only after its time.
    TimerOneTooLate,
    /// What waits in the store alone is not read when its time has come.
    AbsentSleepsOn,
    /// A row that was read before it was written anew is taken up.
    OldRowTaken,
    /// Two steps of one instance run at once.
    OrderOmitted,
    /// A commit without an answer counts as written.
    AmbiguousIsWritten,
    /// A start is answered before it is written.
    AnsweredTooEarly,
    /// What was asked for twice by one start is started twice.
    TwinOmitted,
    /// A divergence goes unseen.
    DivergenceUnseen,
    /// An instance that waits is run again with nothing to wake it.
    WaitRunsAgain,
    /// A rollback leaves out the last step.
    RollbackLeavesOut,
    /// A rollback begins with the first step.
    RollbackForwards,
    /// A failed instance is tried again.
    FailedIsRetried,
    /// A failed instance is not rolled back, though its process says so.
    FailureRemains,
    /// A cancelled instance leaves its open intents unasked.
    CancelAsksNothing,
    /// A checkpoint tells of a commit that is yet to come.
    CheckpointAhead,
    /// What is to be written together is not.
    BundleSplit,
    /// What is to be written with something of the commit before it is written without that.
    BundleTorn,
    /// A letter is handled before one of its key that came before it.
    LettersOvertake,
    /// A letter of the next commit stands in line before those of the commit that is written.
    CommitOvertaken,
    /// The next letter of a key comes before it is written that the one before it is handled.
    LeavesTooEarly,
    /// A deadline that has passed is told at each look.
    AlertedAgain,
    /// A letter that was handed on counts as acknowledged at once.
    HandedOnIsDone,
    /// A letter that nobody takes counts as acknowledged.
    UnmatchedIsAcked,
    /// Duties that were open before a takeover are not taken up again.
    OwedForgotten,
    /// A letter that contradicts what an instance has taken counts as known.
    ConflictIgnored,
    /// An instance that waits runs when it is migrated.
    MigrationReleases,
    /// An answer for which no step waits any more is lost.
    LateAnswerLost,
}

#[cfg(not(test))]
pub(crate) const fn planted(_: Defect) -> bool {
    false
}

#[cfg(test)]
pub(crate) use plant::{plant, planted};

#[cfg(test)]
mod plant {
    use super::Defect;
    use std::cell::Cell;

    thread_local! {
        static PLANTED: Cell<Option<Defect>> = const { Cell::new(None) };
    }

    /// Plants a defect in this thread, or none.
    pub(crate) fn plant(defect: Option<Defect>) {
        PLANTED.set(defect);
    }

    pub(crate) fn planted(defect: Defect) -> bool {
        PLANTED.get() == Some(defect)
    }
}
