//! Sea, countries, coasts and borders.

use super::ink::{Ink, Path, escaped};
use super::{Picture, name_attribute};
use crate::layout::{Point, Side};

/// The borders of those that exchange topics or calls, and of those that only name each other's items.
pub(super) const BORDER: &str = "stroke-width=\"1.3\" stroke-dasharray=\"8 3 1.5 3\"";
pub(super) const USES_BORDER: &str = "stroke-width=\"1.3\" stroke-dasharray=\"1.3 4\"";
/// The border of two provinces of one country that have nothing else to do with each other.
pub(super) const PROVINCE: &str = "stroke-width=\"0.8\" stroke-dasharray=\"4 2\"";

impl Picture<'_> {
    /// Water, then land over it, then the lines between.
    pub(super) fn land(&self, ink: &mut Ink) {
        self.shallows(ink);
        self.countries(ink);
        self.lines(ink);
    }

    /// Every outline once, to be used below for water, land and band.
    pub(super) fn outlines(&self) -> String {
        let mut defs = String::new();
        for (state, region) in self.sheet.regions.iter().enumerate() {
            let id = self.outline_id(state);
            let mut path = Path::default();
            region.rings.iter().for_each(|ring| self.outline(&mut path, ring));
            let name = name_attribute(&self.sheet.names[state]);
            defs.push_str(&format!(
                "<path id=\"{id}\" class=\"land\" data-context=\"{name}\" d=\"{}\" clip-rule=\"evenodd\" fill-rule=\"evenodd\"/>\n<clipPath id=\"{id}-clip\"><use href=\"#{id}\"/></clipPath>\n",
                path.data
            ));
        }
        defs
    }

    pub(super) fn outline_id(&self, state: usize) -> String {
        format!("{}-land-{state}", self.theme.name)
    }

    /// A coast is seen from the sea first: two rings of shallow water.
    fn shallows(&self, ink: &mut Ink) {
        for (colour, width) in self.theme.shallows.iter().zip([30, 15]) {
            ink.raw(&format!(
                "<g fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\">"
            ));
            for state in 0..self.sheet.regions.len() {
                ink.raw(&format!("<use href=\"#{}\"/>", self.outline_id(state)));
            }
            ink.raw("</g>");
        }
    }

    /// Each country's land, and a band of its stronger colour along the inside of its border.
    fn countries(&self, ink: &mut Ink) {
        for (state, region) in self.sheet.regions.iter().enumerate() {
            let tint = if region.external { &self.theme.foreign } else { &self.theme.land[region.colour] };
            let id = self.outline_id(state);
            ink.raw(&format!(
                "<use href=\"#{id}\" class=\"country\" data-state=\"{state}\" fill=\"{}\"/>",
                tint.fill
            ));
            if region.external {
                ink.raw(&format!("<use href=\"#{id}\" fill=\"url(#{}-hatch)\"/>", self.theme.name));
            }
            ink.raw(&format!(
                "<use href=\"#{id}\" clip-path=\"url(#{id}-clip)\" fill=\"none\" stroke=\"{}\" stroke-width=\"9\"/>",
                tint.band
            ));
            self.shore(ink, state);
        }
    }

    /// Coasts are drawn through, borders with dashes and dots.
    fn lines(&self, ink: &mut Ink) {
        for (place, arc) in self.sheet.arcs.iter().enumerate() {
            let mut path = Path::default();
            if arc.closed {
                path.ring(&arc.points);
            } else {
                path = Path::open(&arc.points);
            }
            let path = path.data;
            let name = |state: Option<usize>| {
                state.map_or_else(String::new, |state| name_attribute(&self.sheet.names[state]))
            };
            let (left, right) = (name(arc.left), name(arc.right));
            let (class, look) = match (arc.left, arc.right) {
                (Some(a), Some(b)) if self.sheet.exchange(a, b) => {
                    ("border", format!("stroke=\"{}\" {BORDER}", self.theme.border))
                }
                (Some(a), Some(b)) if !self.sheet.are_related(a, b) => {
                    ("border province", format!("stroke=\"{}\" {PROVINCE}", self.theme.border))
                }
                (Some(_), Some(_)) => {
                    ("border uses", format!("stroke=\"{}\" {USES_BORDER}", self.theme.uses))
                }
                _ => ("coast", format!("stroke=\"{}\" stroke-width=\"1.2\"", self.theme.coast)),
            };
            ink.raw(&format!(
                "<path class=\"{class}\" data-left=\"{left}\" data-right=\"{right}\" d=\"{path}\" fill=\"none\" {look}/>"
            ));
            if let Some(colour) = self.border_fate(place).and_then(|fate| self.mark(fate)) {
                ink.raw(&format!(
                    "<path class=\"changed\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"5\" stroke-opacity=\"0.6\" stroke-linecap=\"round\"/>"
                ));
            }
        }
    }

    /// A ring of arcs, each walked in its direction.
    fn outline(&self, path: &mut Path, sides: &[Side]) {
        for (place, side) in sides.iter().enumerate() {
            let arc = &self.sheet.arcs[side.arc];
            if arc.closed {
                path.ring(&arc.points);
                return;
            }
            let mut points: Vec<Point> = arc.points.clone();
            if side.backwards {
                points.reverse();
            }
            if place == 0 {
                path.begin(points[0]);
            }
            path.curve(&points);
        }
        path.close();
    }

    pub(super) fn hatch(&self) -> String {
        format!(
            "<pattern id=\"{}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 8L8 -1\" stroke=\"{}\" stroke-width=\"1\" stroke-opacity=\"0.45\"/></pattern>",
            escaped(self.theme.name),
            self.theme.foreign.band,
        )
    }
}
