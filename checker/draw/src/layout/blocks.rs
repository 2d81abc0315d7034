//! What is written inside a context, as boxes that have a size and no place yet.

use super::bonds::{Bonds, HubSign};
use super::plan::{CityKind, LineKind, Plan, State};
use super::tags::SIGN;
use super::text::{Style, clean, hyphenated, shortened, width};

/// The most that a line may take, in pixels.
const TITLE_WIDTH: f64 = 232.0;
const NAME_WIDTH: f64 = 168.0;
/// The most of each that is shown; the rest is counted.
const MOST_CITIES: usize = 7;
const MOST_RAILWAYS: usize = 3;
const MOST_LOOSE: usize = 4;
const MOST_STEPS: usize = 10;
const MOST_TITLE_LINES: usize = 3;

/// The height of the capital's star, with the gap to the title.
pub(crate) const STAR: f64 = 26.0;
/// The room that a city's dot, and a railway's track, take beside the text.
pub(crate) const DOT: f64 = 13.0;
pub(crate) const TRACK: f64 = 15.0;
/// The room that the plate of a hub's sign takes around its name.
pub(crate) const HUB_RIM: f64 = 4.0;

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The context's name, above its capital.
    Title {
        lines: Vec<String>,
        external: bool,
        /// The context that it lies within, if any.
        within: Option<String>,
        /// How much the rules found in it.
        findings: usize,
    },
    City {
        name: String,
        kind: CityKind,
    },
    /// A process: its name above its steps.
    Railway {
        name: String,
        steps: Vec<String>,
    },
    /// A topic of which nobody else has the other end.
    Loose {
        name: String,
        published: bool,
    },
    /// What half of all others call or name, by its number: a sign in place of a way.
    Hub {
        name: String,
        hub: usize,
        kind: LineKind,
    },
    /// What there was no room for.
    More(String),
}

/// Something to be placed.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) content: Content,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// What is written in each context of a canonical plan.
pub(crate) fn blocks(plan: &Plan, bonds: &Bonds) -> Vec<Vec<Block>> {
    let mut blocks: Vec<Vec<Block>> = plan.states.iter().map(|state| written(plan, state)).collect();
    for sign in &bonds.signs {
        blocks[sign.caller].push(hub(sign, plan.states[sign.hub].called()));
    }
    // The title first. Sorting is stable, so equals stay in canonical order.
    for blocks in &mut blocks {
        blocks[1..].sort_by(|a, b| (b.width * b.height).total_cmp(&(a.width * a.height)));
    }
    blocks
}

/// What is written in a context, the title first.
fn written(plan: &Plan, state: &State) -> Vec<Block> {
    let mut blocks = vec![title(plan, state)];
    let mut rest: Vec<Block> = state.railways.iter().take(MOST_RAILWAYS).map(railway).collect();
    let shown = if state.cities.len() > MOST_CITIES + 1 { MOST_CITIES } else { MOST_CITIES + 1 };
    rest.extend(state.cities.iter().take(shown).map(city));
    rest.extend(state.loose.iter().take(MOST_LOOSE).map(loose));
    let cities = state.cities.len().saturating_sub(shown);
    let topics = state.loose.len().saturating_sub(MOST_LOOSE);
    let lines = state.railways.len().saturating_sub(MOST_RAILWAYS);
    let more = [
        (cities, "more", "more"),
        (lines, "more process", "more processes"),
        (topics, "more topic without another end", "more topics without another end"),
    ];
    for (count, one, many) in more.into_iter().filter(|(count, ..)| *count > 0) {
        rest.push(note(format!("+ {count} {}", if count == 1 { one } else { many })));
    }
    blocks.append(&mut rest);
    blocks
}

/// A title in capitals, in lines; of a context that has none, the words of its name.
pub(crate) fn title_lines(state: &State) -> Vec<String> {
    let called = state.called();
    let spoken = if state.title.is_some() { called.to_owned() } else { called.replace(['_', '-'], " ") };
    let spoken = if spoken.trim().is_empty() { called.to_owned() } else { spoken.to_uppercase() };
    let spoken = shortened(&spoken, Style::TITLE, TITLE_WIDTH * MOST_TITLE_LINES as f64);
    let mut lines = hyphenated(&spoken, Style::TITLE, TITLE_WIDTH);
    if lines.len() > MOST_TITLE_LINES {
        lines.truncate(MOST_TITLE_LINES);
        let last = lines.last_mut().expect("some are left");
        *last = shortened(&format!("{last}…"), Style::TITLE, TITLE_WIDTH);
    }
    if lines.is_empty() {
        lines.push("\u{fffd}".to_owned());
    }
    lines
}

fn title(plan: &Plan, state: &State) -> Block {
    let mut lines = title_lines(state);
    lines[0] = state.fate.signed(&lines[0]);
    let widest = lines.iter().map(|line| width(line, Style::TITLE)).fold(STAR, f64::max);
    let outer = state.within.as_ref();
    let outer =
        outer.map(|outer| plan.number(outer).map_or(outer.as_str(), |outer| plan.states[outer].called()));
    let within = outer.map(|outer| shortened(&clean(outer), NOTE, NAME_WIDTH));
    let note = title_note(state.external, within.as_deref(), state.findings);
    let widest = widest.max(width(&note, NOTE));
    let note = if note.is_empty() { 0.0 } else { NOTE.line() };
    let height = lines.len() as f64 * Style::TITLE.line() + note + STAR;
    let content = Content::Title { lines, external: state.external, within, findings: state.findings };
    Block { content, width: widest.max(60.0), height }
}

/// What stands below a title.
const NOTE: Style = Style { italic: true, ..Style::STEP };

/// `external`, `in parties`, `▲ 2 findings`, or several of these.
pub(crate) fn title_note(external: bool, within: Option<&str>, findings: usize) -> String {
    let found = (findings > 0)
        .then(|| format!("▲ {findings} {}", if findings == 1 { "finding" } else { "findings" }));
    let external = external.then(|| "external".to_owned());
    let within = within.map(|outer| format!("in {outer}"));
    external.into_iter().chain(within).chain(found).collect::<Vec<_>>().join(" · ")
}

/// A topic with an envelope before it, and the end that is missing.
fn loose(loose: &super::plan::Loose) -> Block {
    let name = loose.fate.signed(&shortened(&clean(&loose.topic), Style::TAG, NAME_WIDTH));
    let width = width(&name, Style::TAG) + SIGN;
    let content = Content::Loose { name, published: loose.published };
    Block { content, width, height: Style::TAG.line() }
}

/// The name of a hub, behind the sign of what is done with it.
fn hub(sign: &HubSign, called: &str) -> Block {
    let name = shortened(&clean(called), Style::TAG, NAME_WIDTH);
    let width = width(&name, Style::TAG) + SIGN + HUB_RIM;
    let content = Content::Hub { name, hub: sign.hub, kind: sign.kind };
    Block { content, width, height: Style::TAG.line() + HUB_RIM }
}

fn city(city: &super::plan::City) -> Block {
    let style = city_style(city.kind);
    let name = shortened(&clean(&city.name), style, NAME_WIDTH);
    let width = width(&name, style) + DOT;
    Block { content: Content::City { name, kind: city.kind }, width, height: style.line() }
}

pub(crate) fn city_style(kind: CityKind) -> Style {
    match kind {
        CityKind::Crate => Style::CRATE,
        CityKind::Module => Style::MODULE,
    }
}

fn railway(railway: &super::plan::Railway) -> Block {
    let name = shortened(&clean(&railway.name), Style::PROCESS, NAME_WIDTH);
    let many = railway.steps.len() > MOST_STEPS;
    let shown = if many { MOST_STEPS - 1 } else { MOST_STEPS };
    let step = |step: &String| shortened(&clean(step), Style::STEP, NAME_WIDTH);
    let mut steps: Vec<String> = railway.steps.iter().take(shown).map(step).collect();
    if many {
        steps.push(format!("+ {} more", railway.steps.len() - shown));
    }
    let widest = steps.iter().map(|step| width(step, Style::STEP) + TRACK);
    let width = widest.fold(width(&name, Style::PROCESS), f64::max);
    let height = Style::PROCESS.line() + steps.len() as f64 * Style::STEP.line() + 2.0;
    Block { content: Content::Railway { name, steps }, width, height }
}

fn note(text: String) -> Block {
    let width = width(&text, Style::MODULE);
    Block { content: Content::More(text), width, height: Style::MODULE.line() }
}

/// The land that a context wants, in square pixels: for its labels, and for a border with each of so
/// many partners. Where ways bear names, everything needs more room.
pub(crate) fn wanted_area(blocks: &[Block], size: f64, partners: usize, named: bool) -> f64 {
    let boxes: f64 = blocks.iter().map(|block| (block.width + 14.0) * (block.height + 10.0)).sum();
    let (least, share, border) = if named { (26_000.0, 2.9, 104.0) } else { (10_500.0, 2.0, 62.0) };
    let around = partners.min(14) as f64 * border;
    // A circle's area from its circumference.
    let for_borders = around * around * 1.15 / 12.566;
    (share * boxes * size).max(least * size).max(for_borders)
}
