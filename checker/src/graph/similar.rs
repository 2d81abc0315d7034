//! Did you mean …? The known name that a misspelt one resembles most.

/// The most similar candidate, if one is similar enough that a slip of the fingers explains it.
pub fn similar<'c>(written: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = (written.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != written)
        .map(|candidate| (strsim::damerau_levenshtein(written, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["ledger", "payments", "screening"];
        assert_eq!(similar("leger", known), Some("ledger"));
        assert_eq!(similar("paymnets", known), Some("payments"));
        assert_eq!(similar("shipping", known), None);
    }
}
