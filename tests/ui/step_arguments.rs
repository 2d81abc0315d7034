//! Steps that take the wrong number or kind of arguments.
//@ map: steps
//@ checker: unknown-step

use stateline::{CallError, step};

#[step(process = "many")]
pub fn none() -> u64 {
    1
}

#[step(process = "many")]
pub fn three(data: u64, _ctx: &impl ThreeCtx, _more: u64) -> u64 {
    data
}

#[step(process = "many")]
pub fn by_mutable(data: &mut u64) -> u64 {
    *data
}

#[step(process = "many")]
pub fn by_text(data: &str) -> usize {
    data.len()
}

#[step(process = "many")]
pub fn by_trait(data: impl Into<u64>) -> u64 {
    data.into()
}

#[step(process = "many")]
pub fn ctx_by_value(data: u64, _ctx: impl CtxByValueCtx) -> u64 {
    data
}

#[step(process = "many")]
pub fn ctx_of_another(data: u64, _ctx: &impl ThreeCtx) -> u64 {
    data
}

#[step(process = "many")]
pub fn ctx_with_more(data: u64, _ctx: &(impl CtxWithMoreCtx + Clone)) -> u64 {
    data
}

#[step(process = "many")]
pub fn ctx_as_dyn(data: u64, _ctx: &dyn CtxAsDynCtx) -> u64 {
    data
}

#[step(process = "many", calls(ledger::load_account))]
pub async fn no_ctx(data: u64) -> Result<u64, CallError> {
    Ok(data)
}

#[step(process = "many")]
pub fn generic<T: Into<u64>>(data: T) -> u64 {
    data.into()
}

#[step(process = "many")]
pub unsafe fn not_safe(data: u64) -> u64 {
    data
}

#[step(process = "many")]
pub fn conditional(data: u64, #[cfg(unix)] _ctx: &impl ConditionalCtx) -> u64 {
    data
}
