//! Colours, light and dark. Every text has a contrast of at least 4.5 to 1 to all that it may lie on,
//! which a test holds.

use crate::layout::COLOURS;

/// The colours of a picture, as `#rrggbb`.
#[derive(Debug)]
pub struct Theme {
    /// Part of identifiers, so that two pictures may stand in one page.
    pub name: &'static str,
    pub paper: &'static str,
    pub sea: &'static str,
    /// Rings of shallow water, from the outermost.
    pub shallows: [&'static str; 2],
    pub land: [Tint; COLOURS],
    pub foreign: Tint,
    pub coast: &'static str,
    pub border: &'static str,
    pub text: &'static str,
    pub faint: &'static str,
    pub mail: &'static str,
    pub call: &'static str,
    /// What may only be named.
    pub uses: &'static str,
    pub tolerated: &'static str,
    pub forbidden: &'static str,
    /// The cells of a matrix, from few items to many: what is permitted, tolerated, and neither.
    pub permitted: [&'static str; STEPS],
    pub tolerance: [&'static str; STEPS],
    pub refusal: [&'static str; STEPS],
    pub journey: &'static str,
    pub journey_text: &'static str,
    /// Pills, capitals, stations.
    pub plate: &'static str,
    pub gained: &'static str,
    pub lost: &'static str,
}

/// How many shades a cell of a matrix may have.
pub(crate) const STEPS: usize = 4;

/// A country's colour, and that of the band along its border.
#[derive(Debug)]
pub struct Tint {
    pub fill: &'static str,
    pub band: &'static str,
}

const fn tint(fill: &'static str, band: &'static str) -> Tint {
    Tint { fill, band }
}

pub const LIGHT: Theme = Theme {
    name: "light",
    paper: "#fcfbf7",
    sea: "#dceaf1",
    shallows: ["#d0e3ec", "#c1d9e6"],
    land: [
        tint("#fae5c9", "#e8bd84"),
        tint("#e7efd2", "#b9cf8c"),
        tint("#f2deec", "#d6a9cb"),
        tint("#d9ebe9", "#98c6c3"),
        tint("#f8f1c8", "#ddcc78"),
        tint("#e1e2f6", "#aeb1de"),
    ],
    foreign: tint("#ededea", "#c2c4c2"),
    coast: "#5c7183",
    border: "#5a5148",
    text: "#1c2630",
    faint: "#46525e",
    mail: "#85560a",
    call: "#b3202e",
    uses: "#4a6172",
    tolerated: "#6b4fa0",
    forbidden: "#c4006b",
    permitted: ["#5f94a8", "#3a7d95", "#1d6078", "#0b3f52"],
    tolerance: ["#b0873a", "#946b16", "#744f06", "#4f3400"],
    refusal: ["#e0409a", "#d11880", "#b80068", "#8a004c"],
    journey: "#3f7fd0",
    journey_text: "#1b5fb4",
    plate: "#fffefa",
    gained: "#1d7a3c",
    lost: "#b3202e",
};

pub const DARK: Theme = Theme {
    name: "dark",
    paper: "#12181e",
    sea: "#17242f",
    shallows: ["#1b2c39", "#203646"],
    land: [
        tint("#43351f", "#8a6a35"),
        tint("#303b22", "#667c3c"),
        tint("#40293d", "#855079"),
        tint("#213a3b", "#3f7a79"),
        tint("#403c1d", "#857a30"),
        tint("#2d2f4c", "#5d61a0"),
    ],
    foreign: tint("#30353a", "#5f676d"),
    coast: "#8ba3b5",
    border: "#c9bfae",
    text: "#f1f4f6",
    faint: "#c3ccd4",
    mail: "#f0b755",
    call: "#ff8f8f",
    uses: "#a9bfce",
    tolerated: "#b9a2f0",
    forbidden: "#ff79c6",
    permitted: ["#4f8799", "#69a9bd", "#8fcadb", "#c6eaf5"],
    tolerance: ["#98762f", "#bd9443", "#deb766", "#f8dda6"],
    refusal: ["#d0408f", "#ea62ad", "#ff90cc", "#ffc6e5"],
    journey: "#5a9df0",
    journey_text: "#8cbcf7",
    plate: "#1a2129",
    gained: "#6fd08c",
    lost: "#ff8f8f",
};

#[cfg(test)]
mod tests {
    use super::{DARK, LIGHT, Theme};

    /// WCAG 2.2, relative luminance and contrast ratio.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |colour: &str| {
            let part = |from: usize| {
                let share = u8::from_str_radix(&colour[from..from + 2], 16).expect("two digits");
                let share = f64::from(share) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read() {
        for theme in [&LIGHT, &DARK] {
            let Theme {
                paper,
                plate,
                text,
                faint,
                mail,
                call,
                uses,
                tolerated,
                forbidden,
                journey_text,
                gained,
                lost,
                ..
            } = theme;
            let land: Vec<&str> = theme.land.iter().chain([&theme.foreign]).map(|tint| tint.fill).collect();
            for ground in land.iter().chain([paper]) {
                for ink in [text, faint] {
                    assert!(contrast(ink, ground) >= 4.5, "{}: {ink} on {ground}", theme.name);
                }
            }
            // Tags, the index, the stops of journeys, and what was gained and lost.
            for ink in [text, mail, call, uses, tolerated, forbidden] {
                assert!(contrast(ink, plate) >= 4.5, "{}: {ink} on {plate}", theme.name);
                assert!(contrast(ink, paper) >= 4.5, "{}: {ink} on {paper}", theme.name);
            }
            for ink in [gained, lost] {
                assert!(contrast(ink, paper) >= 4.5, "{}: {ink} on {paper}", theme.name);
            }
            for shades in [theme.permitted, theme.tolerance, theme.refusal] {
                for (place, shade) in shades.iter().enumerate() {
                    assert!(contrast(shade, plate) >= 3.0, "{}: {shade} on {plate}", theme.name);
                    let darker = place > 0 && contrast(shade, plate) < contrast(shades[place - 1], plate);
                    assert!(!darker, "{}: more items stand out less, {shade}", theme.name);
                }
            }
            assert!(contrast(journey_text, plate) >= 4.5, "{}", theme.name);
        }
    }
}
