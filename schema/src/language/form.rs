//! The forms that texts take: names, paths, durations, dates.
//!
//! Each says its form twice, as a check and as a pattern for editors; a test holds them together.

use crate::name::{self, is_name};
use crate::{Date, Duration, Glob, Path, Pattern, Share, Who};

/// A form that a text must have.
pub(crate) struct Form {
    /// For a sentence: "the name of a context".
    pub(crate) what: &'static str,
    /// What is wrong with a text, if anything is.
    pub(crate) check: fn(&str) -> Result<(), String>,
    /// The same as a regular expression (ECMAScript with `u`), as JSON Schema has it.
    #[cfg_attr(not(any(test, feature = "json-schema")), expect(dead_code, reason = "for the JSON Schema"))]
    pub(crate) pattern: &'static str,
    /// What JSON Schema calls `format`, where it has a word.
    #[cfg_attr(not(any(test, feature = "json-schema")), expect(dead_code, reason = "for the JSON Schema"))]
    pub(crate) format: Option<&'static str>,
}

const fn form(what: &'static str, check: fn(&str) -> Result<(), String>, pattern: &'static str) -> Form {
    Form { what, check, pattern, format: None }
}

pub(crate) const CONTEXT: Form = form("the name of a context", name::check, NAME);
pub(crate) const TAG: Form = form("a tag", name::check, NAME);
pub(crate) const WHO: Form = form(
    "a context, or a tag as in `tag:domain`",
    |text| Who::parse(text).map(drop),
    "^(tag:)?[a-z][a-z0-9]*([_-][a-z0-9]+)*$",
);
pub(crate) const PROCESS: Form = form("the name of a process", name::check, NAME);
pub(crate) const RULE: Form = form("the name of a rule", name::check, NAME);
pub(crate) const TOPIC: Form = form("the name of a topic", topic, TOPIC_NAME);
pub(crate) const STEP: Form = form("the name of a step's function", function, FUNCTION);
pub(crate) const FIELD: Form = form("the name of a field", function, FUNCTION);
pub(crate) const PATH: Form = form("a path", |text| Path::parse(text).map(drop), RUST_PATH);
pub(crate) const OWNED: Form = form("a crate, a module path or a pattern such as `db_*`", owned, OWN_PATTERN);
pub(crate) const FOLDER: Form = form("a path to a folder below the workspace", file, FILE_PATH);
pub(crate) const PATTERN: Form =
    form("a path or pattern", |text| Pattern::parse(text).map(drop), ANY_PATTERN);
pub(crate) const MODULE: Form = form("a module path, or `*`", module, PATH_OR_STAR);
pub(crate) const VERSION: Form = form("the number of a version", version, r"^[1-9][0-9]{0,8}$");
pub(crate) const FILE: Form = form("a path to a file below the map", file, FILE_PATH);
pub(crate) const EDGE: Form = form("an edge, such as `payments -> ledger::set_balance`", edge, CROSSING);
pub(crate) const HASH: Form = form("a hash of 16 hexadecimal digits", hash, "^[0-9a-f]{16}$");
pub(crate) const DURATION: Form = form(
    "a duration, such as `24h`",
    |text| Duration::parse(text).map(drop),
    r"^[1-9][0-9]{0,8}(ms|s|m|h|d)$",
);
pub(crate) const SHARE: Form = form(
    "a percentage, such as `10%`",
    |text| Share::parse(text).map(drop),
    r"^(100(\.0{1,2})?|(0|[1-9][0-9]?)(\.[0-9]{1,2})?)%$",
);
pub(crate) const GRACE: Form =
    form("a number of days, such as `14d`", |text| days(text).map(drop), "^([0-9]|[12][0-9]|30)d$");
pub(crate) const DATE: Form = Form {
    what: "a date, such as `2026-12-31`",
    check: |text| Date::parse(text).map(drop),
    pattern: r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    format: Some("date"),
};

const NAME: &str = "^[a-z][a-z0-9]*([_-][a-z0-9]+)*$";
const TOPIC_NAME: &str = r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)*$";

/// The parts of the expressions below: no name that means nothing in a map, and Rust's names.
macro_rules! rust {
    (not_relative) => {
        r"(?!(.*::)?(r#)?(crate|self|super|Self|_)(::|$))"
    };
    (segment) => {
        r"(r#)?[_\p{Alphabetic}][_\p{Alphabetic}\p{N}]*"
    };
    (path) => {
        concat!(rust!(not_relative), rust!(segment), "(::", rust!(segment), ")*")
    };
}

const FUNCTION: &str = concat!("^", rust!(not_relative), rust!(segment), "$");
const RUST_PATH: &str = concat!("^", rust!(path), "$");
const OWN_PATTERN: &str =
    concat!(r"^(", rust!(path), r"(::\*{1,2})?|(?=[^*]*\*)(?=\*?[^*])(?!.*\*\*)[_\p{Alphabetic}\p{N}*]+)$");
const ANY_PATTERN: &str = concat!(r"^(\*|", rust!(path), r"(!|::\*{1,2})?)$");
const PATH_OR_STAR: &str = concat!(r"^(\*|", rust!(path), ")$");
const FILE_PATH: &str = r"^(?!/)(?!(.*/)?\.{0,2}(/|$))[^\\:\n]+$";
const CROSSING: &str = concat!(r"^[a-z][a-z0-9]*([_-][a-z0-9]+)* -> (\*|", rust!(path), r"(!|::\*{1,2})?)$");

fn topic(text: &str) -> Result<(), String> {
    if text.split('.').all(is_name) {
        return Ok(());
    }
    Err(format!("`{text}` is not a valid name of a topic; join names with dots, as in `payout.blocked`"))
}

fn function(text: &str) -> Result<(), String> {
    match Path::parse(text) {
        Ok(path) if path.segments().count() == 1 => Ok(()),
        Ok(path) => Err(format!("`{text}` is a path; write only the name, `{}`", path.last())),
        Err(error) => Err(error),
    }
}

fn owned(text: &str) -> Result<(), String> {
    // `a*` is over crates, `a::*` is over what stands in one, and what `*` alone would be is said below.
    if text.contains('*') && !text.contains("::") && !matches!(text, "*" | "**") {
        return Glob::parse(text).map(drop);
    }
    match Pattern::parse(text)? {
        Pattern::Everything => Err("`*` would own every crate; list the context's own crates".into()),
        Pattern::Exact(path) if path.is_macro() => {
            Err(format!("`{text}` is a macro, but a context owns crates and modules"))
        }
        _ => Ok(()),
    }
}

fn module(text: &str) -> Result<(), String> {
    if text == "*" { Ok(()) } else { Path::parse(text).map(drop) }
}

fn version(text: &str) -> Result<(), String> {
    let is_number = (1..=9).contains(&text.len())
        && !text.starts_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        Ok(())
    } else {
        Err(format!("`{text}` is not a version; versions are whole numbers of at least 1"))
    }
}

fn hash(text: &str) -> Result<(), String> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if text.len() == 16 && text.bytes().all(digit) {
        return Ok(());
    }
    Err(format!("`{text}` is not a hash of 16 hexadecimal digits"))
}

/// The days of `14d`, of which there may be thirty.
pub(crate) fn days(text: &str) -> Result<u32, String> {
    let digits = text.strip_suffix('d').filter(|digits| {
        digits.bytes().all(|byte| byte.is_ascii_digit()) && (*digits == "0" || !digits.starts_with('0'))
    });
    let days = digits.and_then(|digits| digits.parse().ok());
    days.filter(|days| *days <= 30).ok_or_else(|| {
        format!(
            "`{text}` is not a number of days from `0d` to `30d`; for a longer time, choose a later last day"
        )
    })
}

fn file(text: &str) -> Result<(), String> {
    let stays_below = text.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if text.contains(['\\', ':', '\n']) {
        return Err(format!("`{text}` is not a valid path; separate its parts with `/`"));
    }
    if stays_below {
        return Ok(());
    }
    Err(format!("`{text}` is not a valid path; write it relative to the map's folder, without `.` or `..`"))
}

fn edge(text: &str) -> Result<(), String> {
    let Some((from, to)) = text.split_once(" -> ") else {
        return Err(format!("`{text}` is not an edge; write `FROM -> TO::ITEM`"));
    };
    name::check(from)?;
    Pattern::parse(to).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::strategy::ValueTree;

    static ALL: [&Form; 21] = [
        &CONTEXT, &TAG, &WHO, &PROCESS, &RULE, &TOPIC, &STEP, &FIELD, &PATH, &OWNED, &FOLDER, &PATTERN,
        &MODULE, &VERSION, &FILE, &EDGE, &DURATION, &SHARE, &DATE, &HASH, &GRACE,
    ];

    /// Texts that are right, nearly right, and neither.
    fn texts() -> impl Strategy<Value = String> {
        let part = "[a-zA-Z_]{1,3}[0-9]?|r#[a-z]{1,2}|crate|self|Self|super|_|\\*|\\*\\*|é|";
        let parts = proptest::collection::vec(part, 1..4);
        let joint = proptest::sample::select(vec!["::", "-", "_", ".", "/", ":", "", " -> ", " "]);
        let joined = (parts, joint).prop_map(|(parts, joint)| parts.join(joint));
        let edge = (joined.clone(), joined.clone()).prop_map(|(from, to)| format!("{from} -> {to}"));
        prop_oneof![
            joined,
            edge,
            "[a-z]{1,3}(::[A-Z][a-z]{0,2}){0,2}(!|::\\*{1,2})?",
            "\\*?[a-z_]{0,3}\\*{0,2}[a-z0-9-]{0,2}",
            "[0-9]{1,10}(ms|s|m|h|d|w| h)?",
            "[0-9]{1,2}d",
            "[0-9]{1,3}(\\.[0-9]{0,3})?%?",
            "(20)?[0-9]{2}-(0|1)?[0-9]-[0-3][0-9]",
            "[a-zA-Z]{1,2} ->? ?[a-z]{1,2}(::[a-z]|::\\*)?",
            "[./a-z\\\\:]{0,6}",
            "[0-9a-f]{15,17}",
            "tag:?[a-z0-9]{0,3}",
            "[ -~]{0,8}",
        ]
    }

    #[test]
    fn pattern_and_check_are_of_one_mind() {
        let patterns = ALL.map(|form| {
            let schema = serde_json::json!({ "pattern": form.pattern, "format": form.format.unwrap_or("x") });
            let validator = jsonschema::options().should_validate_formats(true).build(&schema);
            (form, validator.expect("every pattern is a regular expression"))
        });
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut right = [0; 21];
        let mut wrong = [0; 21];
        for _ in 0..4_000 {
            let text = texts().new_tree(&mut runner).expect("texts can be made").current();
            for (at, (form, validator)) in patterns.iter().enumerate() {
                let by_check = (form.check)(&text).is_ok();
                assert_eq!(by_check, validator.is_valid(&text.as_str().into()), "{text:?} as {}", form.what);
                *if by_check { &mut right[at] } else { &mut wrong[at] } += 1;
            }
        }
        assert!(right.iter().chain(&wrong).all(|times| *times > 10), "right {right:?}, wrong {wrong:?}");
    }
}
