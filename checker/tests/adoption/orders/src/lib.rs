//! The orders of a small shop, to adopt a map in.

pub fn order(cart: &cart::Cart, user: &users::User, account: &mut ledger::Account) {
    cart.0.iter().for_each(stock::release);
    payments::pay(user, account);
}
