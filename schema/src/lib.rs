//! The map of a system.

mod date;
mod duration;
mod exceptions;
pub mod map;
mod mistake;
mod named;
mod path;
mod share;
mod source;

pub use date::Date;
pub use duration::Duration;
pub use exceptions::{Exception, Exceptions, Tolerated};
pub use map::{Context, Level, Map, Process, Step, Topic};
pub use mistake::Mistake;
pub use named::Named;
pub use path::{Path, Pattern};
pub use share::Share;
pub use source::{Source, SourceId, Span, Spanned};
