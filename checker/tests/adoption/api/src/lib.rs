//! The api of a small shop, to adopt a map in.

pub fn handle(id: kit::Id) {
    let user = users::find(id);
    let mut cart = cart::Cart(Vec::new());
    cart::add(&mut cart, kit::Id(7));
    orders::order(&cart, &user, &mut ledger::Account(kit::Money(0)));
}
