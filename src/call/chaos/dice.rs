//! Random numbers that are the same everywhere.

/// SplitMix64, after Steele, Lea and Flood, *Fast splittable pseudorandom number generators*
/// (2014), with the constants of Vigna's public-domain `splitmix64.c`.
#[derive(Clone, Debug)]
pub(super) struct Dice {
    state: u64,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Dice { state: seed }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True in so many of a thousand cases.
    pub(super) fn befalls(&mut self, rate: u16) -> bool {
        self.next() % 1_000 < u64::from(rate)
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_numbers_are_the_known_ones() {
        let mut dice = Dice::new(1_234_567);
        let drawn: [u64; 5] = std::array::from_fn(|_| dice.next());
        let known = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(drawn, known);
    }

    #[test]
    fn rates_are_met() {
        let mut dice = Dice::new(1);
        assert!((0..10_000).all(|_| !dice.befalls(0)));
        assert!((0..10_000).all(|_| dice.befalls(1_000)));
        let hits = (0..100_000).filter(|_| dice.befalls(250)).count();
        assert!((24_000..26_000).contains(&hits), "{hits}");
    }
}
