//! The payments of a small shop, to adopt a map in.

pub fn pay(user: &users::User, account: &mut ledger::Account) {
    ledger::load(account, kit::Money(2));
    mail::send(user, "paid");
}
