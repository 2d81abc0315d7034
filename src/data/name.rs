//! The name under which a type's data is stored.

use std::any::type_name;
use std::borrow::Cow;

/// The type's name without the modules that it stands in, also inside of `<…>`: code may move,
/// and what is stored stays readable.
pub(crate) fn name<T: ?Sized>() -> Cow<'static, str> {
    let full = type_name::<T>();
    // Most are a single path.
    match full.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':')) {
        true => full.rfind(':').map_or(full, |last| &full[last + 1..]).into(),
        false => without_modules(full).into(),
    }
}

fn without_modules(full: &str) -> String {
    let mut name = String::with_capacity(full.len());
    let mut start = 0;
    for (at, char) in full.char_indices() {
        if full[at..].starts_with("::") && !name[start..].is_empty() {
            name.truncate(start);
        } else if char != ':' {
            name.push(char);
        }
        if !(char.is_alphanumeric() || "_:{}#".contains(char)) {
            start = name.len();
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{name, without_modules};

    #[test]
    fn modules_are_left_out_everywhere() {
        assert_eq!(name::<u64>(), "u64");
        assert_eq!(name::<String>(), "String");
        assert_eq!(name::<Option<Vec<(String, u8)>>>(), "Option<Vec<(String, u8)>>");
        assert_eq!(name::<std::collections::BTreeMap<String, [u8; 2]>>(), "BTreeMap<String, [u8; 2]>");
        assert_eq!(without_modules("payments::domain::data::Order"), "Order");
        assert_eq!(without_modules("a::B<c::d::E, &f::G>"), "B<E, &G>");
        assert_eq!(without_modules("a::f::{{closure}}::B"), "B");
    }
}
