//! Requests as data: fields by name, all of them, each once, and no others.
//!
//! A derive would do the same, and costs every operation some milliseconds of every build. Here it is
//! written once, for tuples of the fields in their order.

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Writes a request of this name, with fields of these names.
///
/// # Errors
/// Those of the serializer.
pub fn write<S: Serializer, T: Lent>(
    serializer: S,
    name: &'static str,
    names: &'static [&'static str],
    fields: T,
) -> Result<S::Ok, S::Error> {
    let mut writing = serializer.serialize_struct(name, names.len())?;
    fields.write(&mut writing, names)?;
    writing.end()
}

/// Reads the fields of these names.
///
/// # Errors
/// Those of the deserializer; a field that is unknown, missing, or there twice, by its name.
pub fn read<'de, D: Deserializer<'de>, T: Given<'de>>(
    deserializer: D,
    name: &'static str,
    names: &'static [&'static str],
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(name, names, Request { name, names, fields: PhantomData })
}

/// The fields of a request, lent to be written.
pub trait Lent {
    /// Writes each under its name.
    ///
    /// # Errors
    /// Those of the serializer.
    fn write<S: SerializeStruct>(self, writing: &mut S, names: &[&'static str]) -> Result<(), S::Error>;
}

/// The fields of a request, as they are read.
pub trait Given<'de>: Sized {
    /// Those that have been read so far.
    type Parts: Default;

    /// Reads the field at this place.
    ///
    /// # Errors
    /// Those of the deserializer; a field that is there twice.
    fn take<M: MapAccess<'de>>(
        parts: &mut Self::Parts,
        at: usize,
        name: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error>;

    /// All of them.
    ///
    /// # Errors
    /// A field that is missing.
    fn whole<E: de::Error>(parts: Self::Parts, names: &[&'static str]) -> Result<Self, E>;
}

struct Request<T> {
    name: &'static str,
    names: &'static [&'static str],
    fields: PhantomData<T>,
}

impl<'de, T: Given<'de>> de::Visitor<'de> for Request<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.name)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<T, M::Error> {
        let mut parts = T::Parts::default();
        while let Some(at) = map.next_key_seed(Name(self.names))? {
            T::take(&mut parts, at, self.names[at], &mut map)?;
        }
        T::whole(parts, self.names)
    }
}

/// Which of these names a key is.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<usize, E> {
        self.0.iter().position(|name| *name == key).ok_or_else(|| E::unknown_field(key, self.0))
    }
}

fn once<'de, T: Deserialize<'de>, M: MapAccess<'de>>(
    part: &mut Option<T>,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    if part.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    *part = Some(map.next_value()?);
    Ok(())
}

macro_rules! tuple {
    ($($field:ident $at:tt),*) => {
        #[allow(unused_variables, clippy::unused_unit, reason = "a request may have no fields")]
        impl<$($field: Serialize),*> Lent for ($(&$field,)*) {
            fn write<S: SerializeStruct>(self, writing: &mut S, names: &[&'static str]) -> Result<(), S::Error> {
                $(writing.serialize_field(names[$at], self.$at)?;)*
                Ok(())
            }
        }

        #[allow(unused_variables, clippy::unused_unit, reason = "a request may have no fields")]
        impl<'de, $($field: Deserialize<'de>),*> Given<'de> for ($($field,)*) {
            type Parts = ($(Option<$field>,)*);

            fn take<M: MapAccess<'de>>(
                parts: &mut Self::Parts,
                at: usize,
                name: &'static str,
                map: &mut M,
            ) -> Result<(), M::Error> {
                match at {
                    $($at => once(&mut parts.$at, name, map),)*
                    _ => Err(de::Error::unknown_field(name, &[])),
                }
            }

            fn whole<Wrong: de::Error>(
                parts: Self::Parts,
                names: &[&'static str],
            ) -> Result<Self, Wrong> {
                Ok(($(parts.$at.ok_or_else(|| Wrong::missing_field(names[$at]))?,)*))
            }
        }
    };
}

tuple!();
tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);

#[cfg(test)]
mod tests {
    use crate::operation;

    #[operation(effect = "read")]
    fn put(consumer: u64, name: Option<String>) -> u64 {
        consumer + name.map_or(0, |name| name.len() as u64)
    }

    #[operation(effect = "read")]
    fn ping() {}

    fn read(json: &str) -> Result<RequestPut, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn a_request_reads_back() {
        let json = serde_json::to_string(&RequestPut { consumer: 1, name: None }).expect("it can be written");
        assert_eq!(json, r#"{"consumer":1,"name":null}"#);
        assert_eq!(read(&json).expect("it can be read").consumer, 1);
        let named = read(r#"{"name":"Anna","consumer":2}"#).expect("the order is free");
        assert_eq!((named.consumer, named.name.as_deref()), (2, Some("Anna")));
        assert_eq!(serde_json::to_string(&RequestPing {}).expect("it can be written"), "{}");
        assert!(serde_json::from_str::<RequestPing>("{}").is_ok());
    }

    #[test]
    fn every_field_is_there_once_and_no_other() {
        let refused = |json: &str| read(json).map(|put| put.consumer).expect_err("it is refused");
        assert!(refused(r#"{"consumer":1}"#).contains("missing field `name`"));
        assert!(refused(r#"{"consumer":1,"name":null,"more":1}"#).contains("unknown field `more`"));
        assert!(refused(r#"{"consumer":1,"consumer":1,"name":null}"#).contains("duplicate field `consumer`"));
        assert!(refused(r#"[1,null]"#).contains("expected struct RequestPut"));
        assert!(serde_json::from_str::<RequestPing>(r#"{"more":1}"#).is_err());
    }
}
