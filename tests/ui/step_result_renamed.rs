//! Steps that return a `Result` under another name, whose error would be stored as what comes next.
//@ compiler alone
//@ map: steps

use stateline::step;
use std::result::Result as Either;

type Answered<T> = Result<T, String>;

#[step(process = "many")]
pub fn returns_trait(data: u64) -> Answered<u64> {
    Err(format!("{data} is too much"))
}

#[step(process = "many")]
pub fn returns_reference(data: u64) -> Either<u64, String> {
    Ok(data)
}
