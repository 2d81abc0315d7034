//! What somebody may have meant.

/// So many names are compared at most: with more, the likeliest would take long and mean little.
const MOST: usize = 500;

/// Longer words are compared with nothing: comparing takes time in the square of the length.
const LONGEST: usize = 64;

/// The candidate that is spelt most like `word`, if one is close.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let reach = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .take(if word.len() > LONGEST { 0 } else { MOST })
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= reach)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= reach && *distance < candidate.len())
        .min()
        .map(|(_, candidate)| candidate)
}

/// `did you mean …?`, or else what there is, if that is short enough to say: `otherwise`, and the names.
pub fn did_you_mean<'a, I>(word: &str, candidates: I, otherwise: &str) -> Option<String>
where
    I: IntoIterator<Item = &'a str> + Clone,
{
    if let Some(meant) = suggest(word, candidates.clone()) {
        return Some(format!("did you mean `{meant}`?"));
    }
    let mut all = candidates.into_iter();
    let names: Vec<&str> = all.by_ref().take(30).collect();
    (!names.is_empty() && all.next().is_none()).then(|| format!("{otherwise} {}", names.join(", ")))
}
