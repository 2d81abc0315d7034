//! Two maps in one layout, the older above or at the left, with what was won and lost.

use super::frame::{Lines, heading};
use super::ink::{Ink, number};
use super::{HEADER, MARGIN, Picture, Theme, opening};
use crate::layout::{Plan, Rect, Sheet, clean, rings};
use std::collections::BTreeSet;

/// One of two maps, and what stands above it.
#[derive(Clone, Copy)]
pub(crate) struct Side<'s> {
    title: &'s str,
    sheet: &'s Sheet,
    plan: &'s Plan,
}

impl<'s> Side<'s> {
    pub(crate) fn new(title: &'s str, sheet: &'s Sheet, plan: &'s Plan) -> Self {
        Side { title, sheet, plan }
    }

    fn borders(&self) -> BTreeSet<(&'s str, &'s str)> {
        let names = &self.sheet.names;
        let pairs = self.sheet.arcs.iter().filter_map(|arc| arc.left.zip(arc.right));
        pairs.map(|(a, b)| (names[a.min(b)].as_str(), names[a.max(b)].as_str())).collect()
    }

    /// Everything that crosses a border, in words.
    fn traffic(&self) -> BTreeSet<String> {
        let lines = self.plan.lines.iter().filter(|line| line.kind.is_allowed());
        let each = lines.flat_map(|line| line.names.iter().map(move |name| (line, name)));
        each.map(|(line, name)| format!("{}  {} → {}", clean(name), clean(&line.from), clean(&line.to)))
            .collect()
    }

    /// Its picture, with the borders marked that the other does not have.
    fn picture(&self, other: &Side<'_>, theme: &'static Theme, colour: &'static str) -> Picture<'s> {
        let others = other.borders();
        let number = |name: &str| self.sheet.names.iter().position(|other| other == name).unwrap_or(0);
        let own = self.borders().into_iter().filter(|pair| !others.contains(pair));
        let changes = own.map(|(a, b)| (number(a), number(b), colour)).collect();
        let Side { title, sheet, plan } = *self;
        let rings = rings(&plan.canonical());
        Picture { sheet, plan, title, theme, journey: None, rings, changes }
    }
}

/// Draws both maps, and lists below them what was won and lost.
pub(crate) fn compared(old: &Side<'_>, new: &Side<'_>, theme: &'static Theme) -> String {
    let bounds = union(&old.sheet.bounds, &new.sheet.bounds);
    let panel = Rect { width: bounds.width.max(420.0), ..bounds };
    let beside = panel.width < 1.2 * panel.height;
    let (right, down) = if beside { (panel.width + MARGIN, 0.0) } else { (0.0, panel.height + HEADER) };

    let mut below = Ink::new();
    let wide = panel.width + right;
    let foot = panel.bottom() + down + 14.0;
    let tall = changes(
        &mut below,
        old,
        new,
        theme,
        Rect { x: panel.x + 4.0, y: foot, width: wide - 8.0, height: 0.0 },
    );

    let page = Rect {
        x: panel.x - MARGIN,
        y: panel.y - HEADER,
        width: wide + 2.0 * MARGIN,
        height: HEADER + panel.height + down + tall + 14.0 + MARGIN,
    };
    let (before, after) = (old.picture(new, theme, theme.lost), new.picture(old, theme, theme.won));
    let mut ink = Ink::new();
    opening(&mut ink, theme, &page, &format!("{}, since {}", new.title, old.title), &subtitle(old, new));
    ink.raw(&format!("<defs>{}</defs>", after.hatch()));
    for (place, picture) in [&before, &after].into_iter().enumerate() {
        let share = place as f64;
        ink.raw(&format!("<g transform=\"translate({} {})\">", number(right * share), number(down * share)));
        // Both draw their own outlines, under names of their own.
        ink.raw(&format!("<defs>{}</defs>", picture.outlines(&format!("{place}-"))));
        let head =
            Rect { x: panel.x + 4.0, y: panel.y - HEADER + 4.0, width: panel.width - 8.0, height: 0.0 };
        heading(&mut ink, theme, picture.title, &picture.figures(), head);
        picture.map(&mut ink, &panel, &format!("{place}-"));
        ink.raw("</g>");
    }
    ink.text.push_str(&below.text);
    ink.raw("</svg>");
    ink.text
}

fn union(a: &Rect, b: &Rect) -> Rect {
    Rect::holding(a.corners().into_iter().chain(b.corners()))
}

/// What differs, each with a sign before it.
fn lines(old: &Side<'_>, new: &Side<'_>) -> Vec<(char, String)> {
    let mut lines = Vec::new();
    let names =
        |side: &Side<'_>| -> BTreeSet<String> { side.sheet.names.iter().map(|name| clean(name)).collect() };
    let borders = |side: &Side<'_>| -> BTreeSet<String> {
        side.borders().into_iter().map(|(a, b)| format!("{} – {}", clean(a), clean(b))).collect()
    };
    let kinds = [
        ("context", names(old), names(new)),
        ("border", borders(old), borders(new)),
        ("traffic", old.traffic(), new.traffic()),
    ];
    for (kind, old, new) in kinds {
        lines.extend(new.difference(&old).map(|what| ('+', format!("{kind} {what}"))));
        lines.extend(old.difference(&new).map(|what| ('−', format!("{kind} {what}"))));
    }
    lines
}

fn subtitle(old: &Side<'_>, new: &Side<'_>) -> String {
    let lines = lines(old, new);
    if lines.is_empty() {
        return "The maps are the same.".to_owned();
    }
    let said = |sign: &char| if *sign == '+' { "won" } else { "lost" };
    lines.iter().map(|(sign, what)| format!("{}: {what}.", said(sign))).collect::<Vec<_>>().join(" ")
}

fn changes(ink: &mut Ink, old: &Side<'_>, new: &Side<'_>, theme: &'static Theme, place: Rect) -> f64 {
    let mut lines: Vec<(&'static str, String, String)> = lines(old, new)
        .into_iter()
        .map(|(sign, what)| (if sign == '+' { theme.won } else { theme.lost }, sign.to_string(), what))
        .collect();
    if lines.is_empty() {
        lines.push((theme.faint, "=".to_owned(), "the maps are the same".to_owned()));
    }
    Lines { lines, text: theme.text, wide: false }.write(ink, place)
}
