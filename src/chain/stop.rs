//! Where a run stopped, and why.

use super::{ChainError, State};
use crate::Due;

/// Where a run stopped: at its end, or at a step that waits or fails.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Await, Chain, Line, Mocked};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let line = Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default());
/// let chain: Chain<Request, Mocked> = line.end(1);
/// let ctx = Mocked::new().on(|LoadAccount { .. }| Err(TooMuch)).times(1).on(|LoadAccount { .. }| Ok(()));
/// let stop = chain.run(chain.start(Request { consumer: 1, amount: 5 }).expect("it reads back"), &ctx).await;
/// assert_eq!(stop.state.step(), Some("load"));
/// assert_eq!(stop.error().expect("it fails").cause(), Some(&Rejected::Ledger(TooMuch)));
///
/// let stop = chain.run(stop.state, &ctx).await;
/// assert_eq!(stop.state.step(), Some("release"));
/// assert!(stop.is_waiting());
/// # }
/// ```
#[derive(Debug)]
#[must_use = "the state is where the instance goes on"]
pub struct Stop {
    /// Where the instance stands now.
    pub state: State,
    why: Why,
}

#[derive(Debug)]
enum Why {
    Finished,
    Waiting(Option<Due>),
    Failed(ChainError),
}

impl Stop {
    /// Did the last step end?
    pub fn is_finished(&self) -> bool {
        matches!(self.why, Why::Finished)
    }

    /// Does the step at which it stands wait for something?
    pub fn is_waiting(&self) -> bool {
        matches!(self.why, Why::Waiting(_))
    }

    /// When the step at which it stands runs again, though nothing has come.
    pub fn due(&self) -> Option<Due> {
        match &self.why {
            Why::Waiting(due) => *due,
            Why::Finished | Why::Failed(_) => None,
        }
    }

    /// Why it could not go on.
    pub fn error(&self) -> Option<&ChainError> {
        match &self.why {
            Why::Failed(error) => Some(error),
            Why::Finished | Why::Waiting(_) => None,
        }
    }

    pub(super) fn finished(state: State) -> Self {
        Stop { state, why: Why::Finished }
    }

    pub(super) fn waiting(state: State, due: Option<Due>) -> Self {
        Stop { state, why: Why::Waiting(due) }
    }

    pub(super) fn failed(state: State, error: ChainError) -> Self {
        Stop { state, why: Why::Failed(error) }
    }
}
