//! The cart of a small shop, to adopt a map in.

pub struct Cart(pub Vec<catalog::Item>);
pub fn add(cart: &mut Cart, id: kit::Id) {
    let item = catalog::item(id);
    if stock::reserve(&item) {
        cart.0.push(item);
    }
}
