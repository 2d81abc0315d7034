//! Time and chance, which a step asks its ctx for.

use super::{Id, Stage};
use std::time::SystemTime;

/// What every `ctx` has: the time, and new ids. Both are recorded, and replayed.
///
/// ```
/// use stateline::{Ctx, World};
///
/// let live = World::live(()).instance("payout-7");
/// let (first, second) = (live.new_id(), live.new_id());
/// assert_ne!(first, second);
/// // The next attempt asks again, and calls with the same ids what it has called with them before.
/// assert_eq!(World::live(()).instance("payout-7").new_id(), first);
/// ```
pub trait Ctx: Sync {
    /// The time.
    fn now(&self) -> SystemTime;

    /// An id that nothing else has: the same in each attempt, so that a request with it has the same
    /// [`Key`](crate::Key).
    fn new_id(&self) -> Id;
}

impl<C: Stage + ?Sized> Ctx for C {
    fn now(&self) -> SystemTime {
        self.attempts().now()
    }

    fn new_id(&self) -> Id {
        self.attempts().new_id()
    }
}
