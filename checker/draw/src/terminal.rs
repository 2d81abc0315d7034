//! Text for a terminal: its style, and what keeps foreign text from acting on it.

mod clean;
mod style;

pub use clean::{clean, clean_code, clean_lines};
pub use style::{BAD, DOUBTFUL, FAINT, GOOD, NAME, STRONG, TextStyle, USUAL_WIDTH, wrap};
