//! How each kind of line looks: its colour, and what tells it apart without one.

use crate::layout::LineKind;
use crate::theme::Theme;

/// The legend's words for a kind of line.
pub(super) fn words(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Mail => "topic",
        LineKind::Call => "declared call",
        LineKind::Use => "may name items",
        LineKind::Tolerated => "not allowed, tolerated for now",
        LineKind::Broken => "not allowed by the map",
    }
}

pub(super) fn colour(theme: &Theme, kind: LineKind) -> &'static str {
    match kind {
        LineKind::Mail => theme.mail,
        LineKind::Call => theme.call,
        LineKind::Use => theme.uses,
        LineKind::Tolerated => theme.tolerated,
        LineKind::Broken => theme.forbidden,
    }
}

/// The attributes of a line: mail is dashed, calls are not, uses are thin, what is tolerated is a band
/// that is as wide as it has items, and what is not allowed is dotted.
pub(super) fn stroke(kind: LineKind, items: usize) -> String {
    match kind {
        LineKind::Mail => "stroke-width=\"1.4\" stroke-dasharray=\"5 3\"".to_owned(),
        LineKind::Call => "stroke-width=\"1.7\"".to_owned(),
        LineKind::Use => "stroke-width=\"1\"".to_owned(),
        LineKind::Tolerated => {
            format!("stroke-width=\"{}\" stroke-opacity=\"0.55\" stroke-linecap=\"butt\"", band(items))
        }
        LineKind::Broken => "stroke-width=\"2.4\" stroke-dasharray=\"2 4\"".to_owned(),
    }
}

/// The width of a band: 2 pixels for an item, 6 for a hundred.
fn band(items: usize) -> u32 {
    2 + [3, 10, 30, 100].iter().filter(|least| items >= **least).count() as u32
}
