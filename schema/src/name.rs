//! The form of names that the map gives.

/// Whether a text is such a name: small letters and digits, joined by `-` or `_`.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split(['-', '_']).all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// What is wrong with a name, if anything is.
pub(crate) fn check(text: &str) -> Result<(), String> {
    if is_name(text) {
        return Ok(());
    }
    Err(format!("`{text}` is not a valid name; use lowercase ASCII letters and digits, joined by `-` or `_`"))
}
