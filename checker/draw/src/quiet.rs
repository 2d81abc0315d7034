//! Text for languages whose strings know no way to write a quote that all their tools understand.

use crate::terminal::clean;

/// Quotes as printers set them, which end no string; and nothing that begins an escape or a variable.
pub(super) fn quiet(text: &str) -> String {
    let quiet = |letter: char| match letter {
        '"' => '”',
        '\'' => '’',
        '`' => 'ˋ',
        '\\' => '∖',
        '$' => '＄',
        letter => letter,
    };
    clean(text).trim().chars().map(quiet).collect()
}
