//! The users of a small shop, to adopt a map in.

pub struct User {
    pub id: kit::Id,
}
pub fn find(id: kit::Id) -> User {
    audit::note("find");
    User { id }
}
