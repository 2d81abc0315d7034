//! A colour for each context, none twice along a border.
//!
//! By saturation (D. Brélaz, New methods to color the vertices of a graph, 1979) with a bounded way
//! back. Borders of connected countries make a planar graph, for which four colours are enough.

/// How many colours there are. The last two are for maps on which the search for four gives up.
pub const COLOURS: usize = 6;
const ENOUGH: usize = 4;
const MOST_STEPS: usize = 20_000;

/// What may be the same and what had better not be.
pub(crate) struct Palette<'p> {
    /// Of each context those with whom it shares a border.
    pub(crate) borders: &'p [Vec<usize>],
    /// Of each context those across a strait.
    pub(crate) straits: &'p [Vec<usize>],
    /// Colours that were chosen before, and are kept where they can be.
    pub(crate) chosen: &'p [Option<usize>],
}

impl Palette<'_> {
    pub(crate) fn colours(&self) -> Vec<usize> {
        let kept = self.kept();
        for count in [ENOUGH, COLOURS] {
            let mut colours = kept.clone();
            let mut steps = 0;
            if self.fill(&mut colours, count, &mut steps) {
                return colours.into_iter().map(|colour| colour.unwrap_or(0)).collect();
            }
        }
        // The kept ones were in the way.
        let mut colours = vec![None; self.borders.len()];
        self.fill(&mut colours, COLOURS, &mut 0);
        colours.into_iter().map(|colour| colour.unwrap_or(0)).collect()
    }

    /// Those of the chosen colours that are still different from each other; first come, first served.
    fn kept(&self) -> Vec<Option<usize>> {
        let mut kept = vec![None; self.borders.len()];
        for (context, chosen) in self.chosen.iter().enumerate() {
            let chosen = chosen.filter(|colour| *colour < COLOURS);
            kept[context] =
                chosen.filter(|_| self.borders[context].iter().all(|other| kept[*other] != chosen));
        }
        kept
    }

    fn fill(&self, colours: &mut Vec<Option<usize>>, count: usize, steps: &mut usize) -> bool {
        *steps += 1;
        let free = (0..colours.len()).filter(|context| colours[*context].is_none());
        let taken = |context: usize| {
            let around = self.borders[context].iter();
            around.filter_map(|other| colours[*other]).fold(0u32, |taken, colour| taken | 1 << colour)
        };
        let hardest = free.max_by_key(|context| {
            let around = self.borders[*context].len();
            (taken(*context).count_ones(), around, std::cmp::Reverse(*context))
        });
        let Some(context) = hardest else { return true };
        let taken = taken(context);
        let mut free: Vec<usize> = (0..count).filter(|colour| taken & (1 << colour) == 0).collect();
        free.sort_by_key(|colour| {
            let same = |other: &&usize| colours[**other] == Some(*colour);
            let across = self.straits[context].iter().filter(same).count();
            (across, colours.iter().filter(|other| **other == Some(*colour)).count(), *colour)
        });
        for colour in free {
            colours[context] = Some(colour);
            if self.fill(colours, count, steps) {
                return true;
            }
            colours[context] = None;
            if *steps > MOST_STEPS {
                return false;
            }
        }
        false
    }
}
