//! What the compiler says of code that the map forbids, word for word; and that the rest compiles.
//!
//! `STATELINE_RENEW=1 cargo test --test it ui` writes what the compiler says now into `tests/ui/*.stderr`:
//! read the difference as a new user would. `UI=word` takes only the cases with that word in their names.

use stateline_cases::{Case, cases, compile};
use std::fs;
use std::path::Path;

#[test]
fn what_the_compiler_says() {
    let only = std::env::var("UI").unwrap_or_default();
    let cases: Vec<Case> = cases::all().into_iter().filter(|case| case.name.contains(&only)).collect();
    assert!(!cases.is_empty(), "there is no such case");
    let said = compile::compile(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases"), &cases);
    let renew = std::env::var_os("STATELINE_RENEW").is_some();
    let wrong: Vec<String> =
        cases.iter().zip(&said).filter_map(|(case, said)| differs(case, said, renew)).collect();
    assert!(wrong.is_empty(), "{}\n{} of {} cases differ", wrong.join("\n"), wrong.len(), cases.len());
}

/// What is wrong with what the compiler says of a case, if something is.
fn differs(case: &Case, said: &str, renew: bool) -> Option<String> {
    if case.compiles {
        return (!said.is_empty()).then(|| format!("{} should compile in silence:\n{said}", case.name));
    }
    if !said.contains("error") {
        return Some(format!("{} should not compile:\n{said}", case.name));
    }
    if renew {
        fs::write(&case.stderr, said).expect("the text beside a case can be written");
    }
    let expected = fs::read_to_string(&case.stderr).unwrap_or_default();
    (said != expected).then(|| format!("{}: it says\n{said}\nbut it should say\n{expected}", case.name))
}
