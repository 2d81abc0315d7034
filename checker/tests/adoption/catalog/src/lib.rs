//! The catalog of a small shop, to adopt a map in.

pub enum Kind {
    Book,
    Toy,
}
pub struct Item {
    pub price: kit::Money,
    pub kind: Kind,
}
pub fn item(_: kit::Id) -> Item {
    Item { price: kit::Money(1), kind: Kind::Toy }
}
