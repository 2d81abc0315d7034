//! How a step ends: it goes on with a value, it waits where it is, or it fails where it is.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow<T> {
    Next(T),
    Wait,
}

pub type Outcome<T, E> = Result<Flow<T>, E>;
