//! The tests of the map's language.

#[cfg(feature = "json-schema")]
mod json_schema;
#[cfg(feature = "lock")]
mod lock;
mod map;
mod merging;
mod mistakes;
mod owning;
mod properties;
