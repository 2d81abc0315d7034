//! A process whose step another function of that name stands for.
//@ checker: unknown-step

use serde::{Deserialize, Serialize};
use stateline::{Flow, Outcome, Run, Step};

#[derive(Serialize, Deserialize)]
pub struct Amount;

#[allow(non_camel_case_types)]
pub struct load {}

impl Step for load {
    type Input = Amount;
    type Output = Amount;
    type Error = std::convert::Infallible;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "payout";
    const NAME: &'static str = "load";
}

impl<E: Sync> Run<E> for load {
    async fn run(amount: Amount, _: &E) -> Outcome<Amount, std::convert::Infallible> {
        Ok(Flow::Next(amount))
    }
}

stateline::process!(pub refund);
