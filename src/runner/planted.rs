//! Defects that tests plant, to see that the simulator finds them. Outside of tests there are none.

macro_rules! defects {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
                pub(crate) enum Defect { $($(#[doc = $doc])* $name,)* }
    };
}

defects! {
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
    /// Two steps of one instance run at once.
    OrderOmitted,
    /// A commit without an answer counts as written.
    AmbiguousIsWritten,
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
    /// A cancelled instance leaves its open intents unasked.
    CancelAsksNothing,
    /// An ended step forgets to be told to those who wait.
    LateAnswerLost,
    /// What is too large is written all the same.
    SizeUnchecked,
}

pub(crate) const fn planted(_: Defect) -> bool {
    false
}
