// Stand-in for `color-eyre` 0.6.5: eyre under another name.
// Needs `eyre`.

pub use eyre::{self, Report, Result};
pub fn install() -> Result<()> {}
pub trait Section {
    type Return;
    fn section<D>(self, section: D) -> Self::Return;
    fn suggestion<D>(self, suggestion: D) -> Self::Return;
    fn note<D>(self, note: D) -> Self::Return;
    fn with_section<D, F: FnOnce() -> D>(self, section: F) -> Self::Return;
}
pub use self::Section as Help;
impl<T, E> Section for std::result::Result<T, E> {
    type Return = std::result::Result<T, Report>;
}
