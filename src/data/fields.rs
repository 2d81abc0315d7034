//! The names of a type's fields, as they are written.

use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use std::fmt;

/// The names of a struct's fields as they are written, besides the other names under which they are read;
/// none if the type does not tell, since it is no struct or reads whatever fields there are.
pub(crate) fn fields<T: DeserializeOwned>() -> Option<&'static [&'static str]> {
    match T::deserialize(Asked) {
        Err(Told::Fields(names)) => Some(names),
        _ => None,
    }
}

/// What has no data, and is only told what a type would read.
struct Asked;

/// The names of the fields, by the only way out of a deserializer without data.
#[derive(Debug)]
enum Told {
    Fields(&'static [&'static str]),
    Nothing,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no data")
    }
}

impl std::error::Error for Told {}

impl de::Error for Told {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Told::Nothing
    }
}

impl<'de> Deserializer<'de> for Asked {
    type Error = Told;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Told> {
        Err(Told::Nothing)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Told> {
        Err(Told::Fields(fields))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Told> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::fields;
    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Decided {
        transaction_id: u64,
        #[serde(rename = "approved")]
        decision: Option<bool>,
        #[serde(skip)]
        seen: bool,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Wrapped(Box<Decided>);

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Open {
        id: u64,
        #[serde(flatten)]
        rest: std::collections::BTreeMap<String, u64>,
    }

    #[test]
    fn they_are_told_as_they_are_written() {
        assert_eq!(fields::<Decided>(), Some(&["transactionId", "approved"][..]));
        assert_eq!(fields::<Wrapped>(), fields::<Decided>());
        assert_eq!((fields::<Open>(), fields::<u64>(), fields::<Vec<Decided>>()), (None, None, None));
    }
}
