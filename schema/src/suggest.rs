//! What somebody may have meant.
//!
//! A name is suggested if a slip or two of the fingers explain the difference: one in a name of up to
//! five letters, two in a longer one. At three, other words are suggested: `load_account` for
//! `close_account`. A slip is a letter too many, too few or wrong, or two that changed places.

/// Longer words are compared with nothing: comparing takes time in the square of the length.
const LONGEST: usize = 128;

/// More slips in one name are another name.
const MOST_SLIPS: usize = 2;

/// So many names are compared in full, of those that have about the same letters. Of further ones, only
/// those that are one slip away count, which is quick to see: a file with thousands of slips among
/// thousands of names is still read in time.
const MOST: usize = 500;

/// The candidate that is spelt most like `word`, if one is close; of two, the first by the alphabet.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word_letters: Vec<char> = word.chars().collect();
    if word_letters.len() > LONGEST {
        return None;
    }
    let reach = (word_letters.len() / 3).clamp(1, MOST_SLIPS);
    let own = Letters::of(word);
    let mut best: Option<(usize, &str)> = None;
    let (mut letters, mut compared) = (Vec::new(), 0);
    for candidate in candidates {
        let theirs = Letters::of(candidate);
        let limit = best.map_or(reach, |(distance, _)| distance);
        let limit = if compared < MOST { limit } else { limit.min(1) };
        // A name of which every letter would have to change is another name.
        let limit = limit.min(theirs.count.saturating_sub(1));
        if candidate == word || !own.may_be_within(&theirs, limit) {
            continue;
        }
        compared += 1;
        letters.clear();
        letters.extend(candidate.chars());
        if let Some(distance) = distance(&word_letters, &letters, limit)
            && best.is_none_or(|best| (distance, candidate) < best)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The sentence that suggests a name.
pub fn suggestion(name: impl std::fmt::Display) -> String {
    format!("did you mean `{name}`?")
}

/// `did you mean …?`, or else what there is, if that is short enough to say: `otherwise`, and the names.
pub fn did_you_mean<'a, I>(word: &str, candidates: I, otherwise: &str) -> Option<String>
where
    I: IntoIterator<Item = &'a str> + Clone,
{
    if let Some(meant) = suggest(word, candidates.clone()) {
        return Some(suggestion(meant));
    }
    let mut all = candidates.into_iter();
    let names: Vec<&str> = all.by_ref().take(30).collect();
    (!names.is_empty() && all.next().is_none()).then(|| format!("{otherwise} {}", listed(names)))
}

/// Names in a sentence: `` `payments`, `ledger` ``.
pub fn listed<T: std::fmt::Display>(names: impl IntoIterator<Item = T>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// How many letters a word has, and roughly which: enough to see that most words are far apart.
struct Letters {
    count: usize,
    /// A bit for each letter, which some letters share.
    which: u64,
}

impl Letters {
    fn of(word: &str) -> Letters {
        word.chars().fold(Letters { count: 0, which: 0 }, |letters, letter| Letters {
            count: letters.count + 1,
            which: letters.which | 1 << (u32::from(letter) % 64),
        })
    }

    /// False only if more slips lie between them. A slip takes away one letter and adds one, at most.
    fn may_be_within(&self, other: &Letters, slips: usize) -> bool {
        let different = (self.which ^ other.which).count_ones() as usize;
        self.count.abs_diff(other.count) <= slips && different <= 2 * slips
    }
}

/// Two words without the letters that both begin with, and without those that both end with: between
/// what is left lie as many slips.
fn without_ends<'w>(one: &'w [char], other: &'w [char]) -> (&'w [char], &'w [char]) {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    (&one[..one.len() - same], &other[..other.len() - same])
}

/// How many slips lie between two words (the optimal string alignment distance), if that is within
/// `limit`. It looks only at the band of the table that can be within it.
fn distance(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    let (one, other) = without_ends(one, other);
    if limit <= 1 && one.len().min(other.len()) > 2 {
        return None;
    }
    let far = limit + 1;
    let mut above_that = vec![far; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).map(|column| column.min(far)).collect();
    for row in 1..=one.len() {
        let mut here = vec![far; other.len() + 1];
        here[0] = row.min(far);
        for column in row.saturating_sub(limit).max(1)..=(row + limit).min(other.len()) {
            let wrong = usize::from(one[row - 1] != other[column - 1]);
            let mut least =
                (above[column - 1] + wrong).min(above[column] + 1).min(here[column - 1] + 1).min(far);
            let changed_places = row > 1
                && column > 1
                && one[row - 1] == other[column - 2]
                && one[row - 2] == other[column - 1];
            if changed_places {
                least = least.min(above_that[column - 2] + 1);
            }
            here[column] = least;
        }
        above_that = std::mem::replace(&mut above, here);
    }
    Some(above[other.len()]).filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::{Letters, distance, suggest};

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["ledger", "payments", "screening"];
        assert_eq!(suggest("leger", known), Some("ledger"));
        assert_eq!(suggest("paymnets", known), Some("payments"));
        assert_eq!(suggest("shipping", known), None);
        assert_eq!(suggest("ledger", known), None, "what is right needs no help");
        assert_eq!(suggest("a", ["b"]), None, "nothing of it is left");
    }

    /// Words of three letters, which are often close to each other.
    fn words() -> Vec<String> {
        let mut seed = 1_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize
        };
        (0..120)
            .map(|_| {
                let count = next() % 9;
                (0..count).map(|_| ['a', 'b', 'ß'][next() % 3]).collect()
            })
            .collect()
    }

    #[test]
    fn a_distance_is_that_of_another_implementation() {
        for one in &words() {
            for other in &words() {
                let letters = |word: &str| word.chars().collect::<Vec<char>>();
                let known = strsim::osa_distance(one, other);
                for limit in 0..9 {
                    let found = distance(&letters(one), &letters(other), limit);
                    assert_eq!(found, (known <= limit).then_some(known), "{one} {other} {limit}");
                    let may_be = Letters::of(one).may_be_within(&Letters::of(other), limit);
                    assert!(may_be || known > limit, "{one} {other} {limit}");
                }
            }
        }
    }

    #[test]
    fn a_slip_among_thousands_of_names_is_found() {
        let names: Vec<String> =
            (0..3_000).map(|number| format!("operation_of_a_service_{number}")).collect();
        for number in (0..3_000).step_by(150) {
            let slip = format!("operation_of_a_servise_{number}");
            let meant = suggest(&slip, names.iter().map(String::as_str));
            assert_eq!(meant, Some(&*names[number]));
        }
    }
}
