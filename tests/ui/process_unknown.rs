//! Processes that the map does not list, or lists elsewhere.
//@ checker: step-outside-context, step-without-process

stateline::process!(pub payuot);

stateline::process!(pub audit);

stateline::process!("payout");

fn look() {}

pub fn chain() -> stateline::Chain<u64, stateline::Mocked> {
    payuot()
}
