//! The ledger of a small shop, to adopt a map in.

pub struct Account(pub kit::Money);
pub fn load(account: &mut Account, sum: kit::Money) {
    audit::note("load");
    account.0 = sum;
}
pub fn unload(account: &mut Account) -> u64 {
    account.0.0
}
