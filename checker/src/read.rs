//! Reading a workspace: packages, files, and a summary of each. Nothing else touches the disk.

pub mod summary;
pub mod workspace;

pub use summary::*;
pub use workspace::*;
