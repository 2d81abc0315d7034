//! A method that would be a step.
//@ map: steps
//@ checker: unknown-step

use stateline::step;

pub struct Steps;

impl Steps {
    #[step(process = "many")]
    pub fn method(&self, data: u64) -> u64 {
        data
    }
}
