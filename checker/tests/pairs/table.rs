//! Pairs of types: what a change does to data that is stored, and to messages on their way.
//!
//! Each module is a kind of change, with the type `T` before and after. The test `pairs` compiles this file, and
//! has the checker read it: what the checker says is held against what really happens to values that are written
//! with the one type and read with the other. `docs/changes.md` is the table that comes of it.
//!
//! Long because it is data.

use crate::pairs::truth::Pair;

/// nothing changes
#[rustfmt::skip]
pub mod nothing {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: String } }
}

/// fields change places
#[rustfmt::skip]
pub mod field_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub b: String, pub a: u32 } }
}

/// variants change places
#[rustfmt::skip]
pub mod variant_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B(u32), C { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { C { x: u8 }, A, B(u32) } }
}

/// another derive
#[rustfmt::skip]
pub mod doc_and_derive {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Clone)]  #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a field is private
#[rustfmt::skip]
pub mod visibility {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { a: u32 } }
}

/// a field is added
#[rustfmt::skip]
pub mod add_field {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
}

/// an optional field is added
#[rustfmt::skip]
pub mod add_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: Option<u32> } }
}

/// a field with a default is added
#[rustfmt::skip]
pub mod add_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
}

/// a field with a default by a function is added
#[rustfmt::skip]
pub mod add_default_by {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default = "five")] pub b: u32 } pub fn five() -> u32 { 5 } }
}

/// a field is added to a struct with a default
#[rustfmt::skip]
pub mod add_default_struct {
    pub mod old { #[derive(Default)]  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(default)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Default)]  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(default)] pub struct T { pub a: u32, pub b: u32 } }
}

/// an optional field is added that is left out if none
#[rustfmt::skip]
pub mod add_omitted_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
}

/// an optional field is added with a default, left out if none
#[rustfmt::skip]
pub mod add_omitted_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
}

/// a list is added with a default, left out if empty
#[rustfmt::skip]
pub mod add_omitted_list {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "Vec::is_empty")] pub b: Vec<u32> } }
}

/// a text is added with a default, left out if empty
#[rustfmt::skip]
pub mod add_omitted_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "String::is_empty")] pub b: String } }
}

/// a list is added with a default by a function, left out if empty
#[rustfmt::skip]
pub mod add_omitted_other_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default = "one", skip_serializing_if = "Vec::is_empty")] pub b: Vec<u32> } pub fn one() -> Vec<u32> { vec![1] } }
}

/// a skipped field is added
#[rustfmt::skip]
pub mod add_skipped {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip)] pub b: u32 } }
}

/// a field is added that is only read, with a default
#[rustfmt::skip]
pub mod add_unwritten {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_serializing, default)] pub b: u32 } }
}

/// a field is added that is only written
#[rustfmt::skip]
pub mod add_unread {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_deserializing)] pub b: u32 } }
}

/// a field that holds nothing is added
#[rustfmt::skip]
pub mod add_unit {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: () } }
}

/// a marker is added
#[rustfmt::skip]
pub mod add_phantom {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: std::marker::PhantomData<u8> } }
}

/// a field is removed
#[rustfmt::skip]
pub mod remove_field {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// an optional field is removed
#[rustfmt::skip]
pub mod remove_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a field with a default is removed
#[rustfmt::skip]
pub mod remove_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a field is removed where unknown ones are refused
#[rustfmt::skip]
pub mod remove_strict {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32 } }
}

/// a field with a default is added where unknown ones are refused
#[rustfmt::skip]
pub mod add_default_strict {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
}

/// unknown fields are refused
#[rustfmt::skip]
pub mod become_strict {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32 } }
}

/// unknown fields are refused no more
#[rustfmt::skip]
pub mod become_lax {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a field is removed, and unknown ones are refused
#[rustfmt::skip]
pub mod remove_become_strict {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(deny_unknown_fields)] pub struct T { pub a: u32 } }
}

/// a field gets a default
#[rustfmt::skip]
pub mod default_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
}

/// a field loses its default
#[rustfmt::skip]
pub mod default_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
}

/// a struct gets a default
#[rustfmt::skip]
pub mod default_on_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Default)]  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(default)] pub struct T { pub a: u32, pub b: u32 } }
}

/// an optional field is left out if none
#[rustfmt::skip]
pub mod omit_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
}

/// an optional field is left out no more
#[rustfmt::skip]
pub mod omit_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: Option<u32> } }
}

/// what is left out stays so, and a field changes places
#[rustfmt::skip]
pub mod omit_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(skip_serializing_if = "Option::is_none")] pub b: Option<u32>, pub a: u32 } }
}

/// a list is left out if empty
#[rustfmt::skip]
pub mod omit_list_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "Vec::is_empty")] pub b: Vec<u32> } }
}

/// a list is left out no more
#[rustfmt::skip]
pub mod omit_list_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "Vec::is_empty")] pub b: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: Vec<u32> } }
}

/// a field is left out if a function says so
#[rustfmt::skip]
pub mod omit_by_function {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "zero")] pub b: u32 } pub fn zero(n: &u32) -> bool { *n == 0 } }
}

/// an optional field with a default is left out no more
#[rustfmt::skip]
pub mod omit_removed_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing_if = "Option::is_none")] pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: Option<u32> } }
}

/// a field is skipped
#[rustfmt::skip]
pub mod skip_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip)] pub b: u32 } }
}

/// a field is written no more
#[rustfmt::skip]
pub mod skip_serializing_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default, skip_serializing)] pub b: u32 } }
}

/// a field is read no more
#[rustfmt::skip]
pub mod skip_deserializing_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(skip_deserializing)] pub b: u32 } }
}

/// a field is renamed
#[rustfmt::skip]
pub mod rename_field {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub c: u32 } }
}

/// a field is renamed, and keeps its name on the wire
#[rustfmt::skip]
pub mod rename_back {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(rename = "b")] pub c: u32 } }
}

/// a field is renamed on the wire
#[rustfmt::skip]
pub mod rename_attribute {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "x")] pub a: u32 } }
}

/// a field is renamed, with its old name as an alias
#[rustfmt::skip]
pub mod rename_alias {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(alias = "a")] pub b: u32 } }
}

/// a field gets an alias
#[rustfmt::skip]
pub mod alias_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(alias = "b")] pub a: u32 } }
}

/// a field loses an alias
#[rustfmt::skip]
pub mod alias_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(alias = "b")] pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// an alias is the name of a field that is gone
#[rustfmt::skip]
pub mod alias_of_other {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(alias = "b")] pub a: u32 } }
}

/// a field is written under another name
#[rustfmt::skip]
pub mod rename_write_only {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename(serialize = "b"), alias = "b")] pub a: u32 } }
}

/// a field is read under another name, too
#[rustfmt::skip]
pub mod rename_read_only {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename(deserialize = "b"), alias = "a")] pub a: u32 } }
}

/// an optional field is renamed
#[rustfmt::skip]
pub mod rename_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub c: Option<u32> } }
}

/// two fields of one type exchange their names
#[rustfmt::skip]
pub mod swap_names {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "b")] pub a: u32, #[serde(rename = "a")] pub b: u32 } }
}

/// two fields exchange their types
#[rustfmt::skip]
pub mod swap_types {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String, pub b: u32 } }
}

/// fields are written in `lowercase`
#[rustfmt::skip]
pub mod fields_lower {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "lowercase")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `lowercase`
#[rustfmt::skip]
pub mod variants_lower {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "lowercase")] pub enum T { FirstName } }
}

/// fields are written in `UPPERCASE`
#[rustfmt::skip]
pub mod fields_upper {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "UPPERCASE")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `UPPERCASE`
#[rustfmt::skip]
pub mod variants_upper {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "UPPERCASE")] pub enum T { FirstName } }
}

/// fields are written in `PascalCase`
#[rustfmt::skip]
pub mod fields_pascal {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "PascalCase")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `PascalCase`
#[rustfmt::skip]
pub mod variants_pascal {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "PascalCase")] pub enum T { FirstName } }
}

/// fields are written in `camelCase`
#[rustfmt::skip]
pub mod fields_camel {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "camelCase")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `camelCase`
#[rustfmt::skip]
pub mod variants_camel {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "camelCase")] pub enum T { FirstName } }
}

/// fields are written in `snake_case`
#[rustfmt::skip]
pub mod fields_snake {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "snake_case")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `snake_case`
#[rustfmt::skip]
pub mod variants_snake {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "snake_case")] pub enum T { FirstName } }
}

/// fields are written in `SCREAMING_SNAKE_CASE`
#[rustfmt::skip]
pub mod fields_screaming_snake {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "SCREAMING_SNAKE_CASE")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `SCREAMING_SNAKE_CASE`
#[rustfmt::skip]
pub mod variants_screaming_snake {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "SCREAMING_SNAKE_CASE")] pub enum T { FirstName } }
}

/// fields are written in `kebab-case`
#[rustfmt::skip]
pub mod fields_kebab {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "kebab-case")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `kebab-case`
#[rustfmt::skip]
pub mod variants_kebab {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "kebab-case")] pub enum T { FirstName } }
}

/// fields are written in `SCREAMING-KEBAB-CASE`
#[rustfmt::skip]
pub mod fields_screaming_kebab {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "SCREAMING-KEBAB-CASE")] pub struct T { pub first_name: u32 } }
}

/// variants are written in `SCREAMING-KEBAB-CASE`
#[rustfmt::skip]
pub mod variants_screaming_kebab {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { FirstName } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "SCREAMING-KEBAB-CASE")] pub enum T { FirstName } }
}

/// `rename_all` is spelt out
#[rustfmt::skip]
pub mod rename_all_spelt_out {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "camelCase")] pub struct T { pub first_name: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "firstName")] pub first_name: u32 } }
}

/// fields of all variants are renamed
#[rustfmt::skip]
pub mod rename_all_fields {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { first_name: u32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all_fields = "camelCase")] pub enum T { A { first_name: u32 } } }
}

/// fields of a variant are renamed
#[rustfmt::skip]
pub mod rename_all_of_variant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { first_name: u32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(rename_all = "camelCase")] A { first_name: u32 } } }
}

/// the rule for fields moves to the variant
#[rustfmt::skip]
pub mod rename_all_fields_moved {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all_fields = "camelCase")] pub enum T { A { first_name: u32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(rename_all = "camelCase")] A { first_name: u32 } } }
}

/// the rule for variants says nothing of fields
#[rustfmt::skip]
pub mod rename_all_enum_keeps_fields {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { first_name: u32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "PascalCase")] pub enum T { A { first_name: u32 } } }
}

/// a field gets a raw name
#[rustfmt::skip]
pub mod raw_name {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "type")] pub kind: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub r#type: u32 } }
}

/// a type inside is renamed
#[rustfmt::skip]
pub mod rename_type {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Inner } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Inner { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Other } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Other { pub x: u8 } }
}

/// a struct is renamed by serde
#[rustfmt::skip]
pub mod rename_container {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename = "Other")] pub struct T { pub a: u32 } }
}

/// `u8` becomes `u16`
#[rustfmt::skip]
pub mod u8_to_u16 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u16 } }
}

/// `u16` becomes `u8`
#[rustfmt::skip]
pub mod u16_to_u8 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u16 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
}

/// `u32` becomes `u64`
#[rustfmt::skip]
pub mod u32_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// `u64` becomes `u32`
#[rustfmt::skip]
pub mod u64_to_u32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// `u64` becomes `u128`
#[rustfmt::skip]
pub mod u64_to_u128 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u128 } }
}

/// `u128` becomes `u64`
#[rustfmt::skip]
pub mod u128_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u128 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// `i32` becomes `i64`
#[rustfmt::skip]
pub mod i32_to_i64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
}

/// `i64` becomes `i32`
#[rustfmt::skip]
pub mod i64_to_i32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i32 } }
}

/// `u32` becomes `i64`
#[rustfmt::skip]
pub mod u32_to_i64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
}

/// `u32` becomes `i32`
#[rustfmt::skip]
pub mod u32_to_i32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i32 } }
}

/// `i32` becomes `u32`
#[rustfmt::skip]
pub mod i32_to_u32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// `u64` becomes `i64`
#[rustfmt::skip]
pub mod u64_to_i64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
}

/// `i64` becomes `u64`
#[rustfmt::skip]
pub mod i64_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// `i64` becomes `i128`
#[rustfmt::skip]
pub mod i64_to_i128 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i128 } }
}

/// `u64` becomes `usize`
#[rustfmt::skip]
pub mod u64_to_usize {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: usize } }
}

/// `usize` becomes `u64`
#[rustfmt::skip]
pub mod usize_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: usize } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// `u64` becomes `f64`
#[rustfmt::skip]
pub mod u64_to_f64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
}

/// `u32` becomes `f64`
#[rustfmt::skip]
pub mod u32_to_f64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
}

/// `u32` becomes `f32`
#[rustfmt::skip]
pub mod u32_to_f32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f32 } }
}

/// `u16` becomes `f32`
#[rustfmt::skip]
pub mod u16_to_f32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u16 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f32 } }
}

/// `i32` becomes `f64`
#[rustfmt::skip]
pub mod i32_to_f64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
}

/// `i64` becomes `f64`
#[rustfmt::skip]
pub mod i64_to_f64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: i64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
}

/// `f64` becomes `u64`
#[rustfmt::skip]
pub mod f64_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// `f32` becomes `f64`
#[rustfmt::skip]
pub mod f32_to_f64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
}

/// `f64` becomes `f32`
#[rustfmt::skip]
pub mod f64_to_f32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f32 } }
}

/// `u32` becomes `String`
#[rustfmt::skip]
pub mod u32_to_string {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// `String` becomes `u32`
#[rustfmt::skip]
pub mod string_to_u32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// `bool` becomes `u8`
#[rustfmt::skip]
pub mod bool_to_u8 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: bool } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
}

/// `u8` becomes `bool`
#[rustfmt::skip]
pub mod u8_to_bool {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: bool } }
}

/// `bool` becomes `String`
#[rustfmt::skip]
pub mod bool_to_string {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: bool } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// `char` becomes `String`
#[rustfmt::skip]
pub mod char_to_string {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: char } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// `String` becomes `char`
#[rustfmt::skip]
pub mod string_to_char {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: char } }
}

/// `char` becomes `u32`
#[rustfmt::skip]
pub mod char_to_u32 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: char } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// `f64` becomes `String`
#[rustfmt::skip]
pub mod f64_to_string {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: f64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// `u8` becomes `NonZeroU8`
#[rustfmt::skip]
pub mod u8_to_nonzero {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::num::NonZeroU8 } }
}

/// `NonZeroU8` becomes `u8`
#[rustfmt::skip]
pub mod nonzero_to_u8 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::num::NonZeroU8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u8 } }
}

/// `NonZeroU8` becomes `NonZeroU16`
#[rustfmt::skip]
pub mod nonzero_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::num::NonZeroU8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::num::NonZeroU16 } }
}

/// `String` becomes `PathBuf`
#[rustfmt::skip]
pub mod string_to_path {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::path::PathBuf } }
}

/// `String` becomes an address
#[rustfmt::skip]
pub mod string_to_ip {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::net::Ipv4Addr } }
}

/// an address becomes `String`
#[rustfmt::skip]
pub mod ip_to_string {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::net::Ipv4Addr } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// `String` becomes `Box<str>`
#[rustfmt::skip]
pub mod string_boxed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Box<str> } }
}

/// `Duration` becomes a struct of the same fields
#[rustfmt::skip]
pub mod duration_fields {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::time::Duration } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Dur } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Dur { pub secs: u64, pub nanos: u32 } }
}

/// `Duration` becomes `u64`
#[rustfmt::skip]
pub mod duration_to_u64 {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::time::Duration } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// a value becomes optional
#[rustfmt::skip]
pub mod to_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
}

/// a value is optional no more
#[rustfmt::skip]
pub mod from_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// an option becomes nested
#[rustfmt::skip]
pub mod option_nested {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<Option<u32>> } }
}

/// an option is nested no more
#[rustfmt::skip]
pub mod option_unnested {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<Option<u32>> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
}

/// an optional number becomes wider
#[rustfmt::skip]
pub mod option_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u64> } }
}

/// an optional number becomes narrower
#[rustfmt::skip]
pub mod option_narrower {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u64> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
}

/// nothing becomes an option of nothing
#[rustfmt::skip]
pub mod option_of_unit {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: () } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<()> } }
}

/// nothing becomes an optional number
#[rustfmt::skip]
pub mod unit_to_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: () } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<u32> } }
}

/// an option of nothing becomes nothing
#[rustfmt::skip]
pub mod option_unit_to_unit {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<()> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: () } }
}

/// a value is boxed
#[rustfmt::skip]
pub mod boxed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Box<u32> } }
}

/// a struct is boxed
#[rustfmt::skip]
pub mod unboxed_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Box<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
}

/// a value is in a `RefCell`
#[rustfmt::skip]
pub mod cell {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::num::Wrapping<u32> } }
}

/// an option is in an enum
#[rustfmt::skip]
pub mod option_in_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(Option<u32>), B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u32), B } }
}

/// a value in a nested enum becomes optional
#[rustfmt::skip]
pub mod option_in_nested_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(I), B } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { X(u32), Y } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(I), B } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { X(Option<u32>), Y } }
}

/// an enum in an option gets a variant
#[rustfmt::skip]
pub mod option_of_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { X } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { X, Y } }
}

/// an option is wrapped transparently
#[rustfmt::skip]
pub mod option_transparent {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(transparent)] pub struct I { pub x: Option<u32> } }
}

/// an option is wrapped in a newtype
#[rustfmt::skip]
pub mod option_newtype {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I(pub Option<u32>); }
}

/// an option by an alias is added
#[rustfmt::skip]
pub mod option_alias {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: Maybe } pub type Maybe = Option<u32>; }
}

/// a newtype of an option is added
#[rustfmt::skip]
pub mod option_newtype_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub z: u8, pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I(pub Option<u32>); }
}

/// a value becomes a list
#[rustfmt::skip]
pub mod one_to_list {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
}

/// a list becomes a value
#[rustfmt::skip]
pub mod list_to_one {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// the numbers of a list become wider
#[rustfmt::skip]
pub mod list_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u64> } }
}

/// the numbers of a list become narrower
#[rustfmt::skip]
pub mod list_narrower {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u64> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
}

/// `Vec` becomes `VecDeque`
#[rustfmt::skip]
pub mod list_deque {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::VecDeque<u32> } }
}

/// `Vec` becomes `BinaryHeap`
#[rustfmt::skip]
pub mod list_heap {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BinaryHeap<u32> } }
}

/// `Vec` becomes a boxed slice
#[rustfmt::skip]
pub mod list_slice {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Box<[u32]> } }
}

/// a list becomes a set
#[rustfmt::skip]
pub mod list_to_set {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<u32> } }
}

/// a set becomes a list
#[rustfmt::skip]
pub mod set_to_list {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u32> } }
}

/// `HashSet` becomes `BTreeSet`
#[rustfmt::skip]
pub mod hashset_to_btreeset {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::HashSet<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<u32> } }
}

/// the numbers of a set become wider
#[rustfmt::skip]
pub mod set_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::HashSet<u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::HashSet<u16> } }
}

/// fields of what is in a set change places
#[rustfmt::skip]
pub mod set_field_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<I> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<I> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub y: u8, pub x: u8 } }
}

/// fields of what is in a list change places
#[rustfmt::skip]
pub mod list_field_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub y: u8, pub x: u8 } }
}

/// a list becomes an array
#[rustfmt::skip]
pub mod list_to_array {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
}

/// an array becomes a list
#[rustfmt::skip]
pub mod array_to_list {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u8> } }
}

/// an array becomes longer
#[rustfmt::skip]
pub mod array_longer {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 3] } }
}

/// an array becomes shorter
#[rustfmt::skip]
pub mod array_shorter {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 3] } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
}

/// an array has the length of a constant that changed
#[rustfmt::skip]
pub mod array_constant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LENGTH] } pub const LENGTH: usize = 2; }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LENGTH] } pub const LENGTH: usize = 3; }
}

/// an array has the length of a constant
#[rustfmt::skip]
pub mod array_constant_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub b: u8, pub a: [u8; LENGTH] } pub const LENGTH: usize = 2; }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LENGTH], pub b: u8 } pub const LENGTH: usize = 2; }
}

/// the length of an array is written otherwise
#[rustfmt::skip]
pub mod array_hexadecimal {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 0x2] } }
}

/// an array becomes a tuple
#[rustfmt::skip]
pub mod array_to_tuple {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; 2] } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u16) } }
}

/// a tuple becomes an array
#[rustfmt::skip]
pub mod tuple_to_array {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u16; 2] } }
}

/// a tuple becomes a list
#[rustfmt::skip]
pub mod tuple_to_list {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<u8> } }
}

/// a tuple becomes longer
#[rustfmt::skip]
pub mod tuple_longer {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8, u8) } }
}

/// parts of a tuple change places
#[rustfmt::skip]
pub mod tuple_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (String, u8) } }
}

/// parts of one type change places, which nobody can see
#[rustfmt::skip]
pub mod tuple_same_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u16) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u16, u8) } }
}

/// a tuple becomes a struct
#[rustfmt::skip]
pub mod tuple_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
}

/// a struct becomes a tuple
#[rustfmt::skip]
pub mod struct_to_tuple {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, u8) } }
}

/// `HashMap` becomes `BTreeMap`
#[rustfmt::skip]
pub mod map_kind {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::HashMap<String, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// keys of a map become text
#[rustfmt::skip]
pub mod map_key_number_to_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u32, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// keys of a map become numbers
#[rustfmt::skip]
pub mod map_key_text_to_number {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u32, u8> } }
}

/// keys of a map become wider
#[rustfmt::skip]
pub mod map_key_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u32, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u64, u8> } }
}

/// keys of a map become narrower
#[rustfmt::skip]
pub mod map_key_narrower {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u64, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u32, u8> } }
}

/// keys of a map were true or false
#[rustfmt::skip]
pub mod map_key_bool {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<bool, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// keys of a map were characters
#[rustfmt::skip]
pub mod map_key_char {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<char, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// keys of a map become a newtype
#[rustfmt::skip]
pub mod map_key_newtype {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<u32, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<Id, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id(pub u32); }
}

/// keys of a map were variants
#[rustfmt::skip]
pub mod map_key_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum K { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// keys of a map get a variant
#[rustfmt::skip]
pub mod map_key_enum_more {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum K { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<K, u8> } #[derive(PartialEq, Eq, PartialOrd, Ord)] #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum K { A, B, C } }
}

/// values of a map become wider
#[rustfmt::skip]
pub mod map_value_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u16> } }
}

/// a struct becomes a map
#[rustfmt::skip]
pub mod struct_to_map {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
}

/// a map becomes a struct
#[rustfmt::skip]
pub mod map_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
}

/// a map becomes a list of pairs
#[rustfmt::skip]
pub mod map_to_pairs {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeMap<String, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<(String, u8)> } }
}

/// a range becomes a struct
#[rustfmt::skip]
pub mod range_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::ops::Range<u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub start: u8, pub end: u8 } }
}

/// a result becomes an enum of the same names
#[rustfmt::skip]
pub mod result_to_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Result<u8, String> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { Ok(u8), Err(String) } }
}

/// the error of a result is another
#[rustfmt::skip]
pub mod result_other_error {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Result<u8, String> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Result<u8, u32> } }
}

/// a value becomes a newtype
#[rustfmt::skip]
pub mod newtype_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id(pub u32); }
}

/// a newtype becomes a value
#[rustfmt::skip]
pub mod newtype_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id(pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a newtype becomes transparent
#[rustfmt::skip]
pub mod newtype_to_transparent {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id(pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(transparent)] pub struct Id { pub id: u32 } }
}

/// a newtype gets a name for its field
#[rustfmt::skip]
pub mod newtype_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id(pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Id } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct Id { pub id: u32 } }
}

/// a struct is transparent no more
#[rustfmt::skip]
pub mod transparent_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(transparent)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// a newtype gets a second part
#[rustfmt::skip]
pub mod tuple_struct_longer {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32, pub u32); }
}

/// a tuple struct becomes a tuple
#[rustfmt::skip]
pub mod tuple_struct_to_tuple {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I(pub u8, pub String); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: (u8, String) } }
}

/// a part of a tuple struct is skipped
#[rustfmt::skip]
pub mod tuple_struct_skip {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32, pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32, #[serde(skip)] pub u32); }
}

/// nothing becomes a unit struct
#[rustfmt::skip]
pub mod unit_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: () } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: U } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct U; }
}

/// a unit struct becomes an empty one
#[rustfmt::skip]
pub mod unit_to_empty {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: U } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct U; }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: U } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct U {} }
}

/// an empty struct gets a default
#[rustfmt::skip]
pub mod empty_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: U } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct U {} }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: U } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct U { #[serde(default)] pub x: u8 } }
}

/// a struct becomes generic
#[rustfmt::skip]
pub mod generic_same {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P { pub x: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<u32> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
}

/// the argument of a generic struct is wider
#[rustfmt::skip]
pub mod generic_argument {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<u32> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<u64> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
}

/// the argument is left to the default
#[rustfmt::skip]
pub mod generic_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<u32> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X = u32> { pub x: X } }
}

/// a generic struct is nested
#[rustfmt::skip]
pub mod generic_nested {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<u32> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: P<P<u32>> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct P<X> { pub x: X } }
}

/// an alias stands for the same
#[rustfmt::skip]
pub mod alias_type {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<(u8, String)> } }
    pub mod new { pub type Pairs = Vec<(u8, String)>;  #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Pairs } }
}

/// a generic alias stands for the same
#[rustfmt::skip]
pub mod alias_generic {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<Option<u8>> } }
    pub mod new { pub type Many<X> = Vec<Option<X>>;  #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Many<u8> } }
}

/// a struct that holds itself gets a field
#[rustfmt::skip]
pub mod recursive {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<T> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<T>, pub b: u8 } }
}

/// a struct that holds itself gets a default
#[rustfmt::skip]
pub mod recursive_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<Box<T>> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Option<Box<T>>, #[serde(default)] pub b: u8 } }
}

/// a field is added far inside
#[rustfmt::skip]
pub mod inner_field {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: A } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct A { pub b: Vec<B> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct B { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: A } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct A { pub b: Vec<B> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct B { pub x: u8, pub y: u8 } }
}

/// a bound is said
#[rustfmt::skip]
pub mod bound {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(bound = "")] pub struct T { pub a: u32 } }
}

/// fields move into a flattened struct
#[rustfmt::skip]
pub mod flatten_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a flattened struct is spelt out
#[rustfmt::skip]
pub mod flatten_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
}

/// a struct is flattened
#[rustfmt::skip]
pub mod flatten_nested {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a flattened struct gets a field
#[rustfmt::skip]
pub mod flatten_field_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32, pub c: u32 } }
}

/// a flattened struct gets a field with a default
#[rustfmt::skip]
pub mod flatten_default_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32, #[serde(default)] pub c: u32 } }
}

/// unknown fields are kept
#[rustfmt::skip]
pub mod flatten_rest {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub rest: std::collections::BTreeMap<String, u32> } }
}

/// unknown fields are kept as text
#[rustfmt::skip]
pub mod flatten_rest_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub rest: std::collections::BTreeMap<String, String> } }
}

/// unknown fields are kept no more
#[rustfmt::skip]
pub mod flatten_rest_dropped {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub rest: std::collections::BTreeMap<String, u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
}

/// unknown fields are wider
#[rustfmt::skip]
pub mod flatten_rest_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub rest: std::collections::BTreeMap<String, u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub rest: std::collections::BTreeMap<String, u64> } }
}

/// a flattened struct has a number of 128 bits
#[rustfmt::skip]
pub mod flatten_wide_number {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u128 } }
}

/// a flattened struct is optional
#[rustfmt::skip]
pub mod flatten_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a field is added beside a flattened struct that is optional
#[rustfmt::skip]
pub mod flatten_option_beside {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub c: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a field with a default is added beside a flattened struct that is optional
#[rustfmt::skip]
pub mod flatten_option_beside_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub c: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a field is added that a flattened struct that is optional has, too
#[rustfmt::skip]
pub mod flatten_option_beside_same {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(default)] pub b: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// a flattened struct that is optional gets a field
#[rustfmt::skip]
pub mod flatten_option_field_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32, pub c: u32 } }
}

/// a flattened struct that is optional gets a field with a default
#[rustfmt::skip]
pub mod flatten_option_default_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32, #[serde(default)] pub c: u32 } }
}

/// a flattened struct that is optional loses a field
#[rustfmt::skip]
pub mod flatten_option_field_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32, pub c: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
}

/// all fields of a flattened struct that is optional get defaults
#[rustfmt::skip]
pub mod flatten_option_all_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { #[serde(default)] pub b: u32 } }
}

/// a field of a flattened struct that is optional is of another type
#[rustfmt::skip]
pub mod flatten_option_type {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub i: Option<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub b: String } }
}

/// an enum is flattened
#[rustfmt::skip]
pub mod flatten_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub k: K } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum K { X(u8), Y(u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, #[serde(flatten)] pub k: K } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum K { X(u8), Y(u8) } }
}

/// keys of a flattened map are numbers
#[rustfmt::skip]
pub mod flatten_map_key {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub m: std::collections::BTreeMap<u32, u8> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(flatten)] pub i: J } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct J { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub m: std::collections::BTreeMap<u64, u8> } }
}

/// a variant is added
#[rustfmt::skip]
pub mod variant_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B, C } }
}

/// a variant is removed
#[rustfmt::skip]
pub mod variant_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B, C } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
}

/// a variant is renamed
#[rustfmt::skip]
pub mod variant_renamed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, C } }
}

/// a variant is renamed, with its old name as an alias
#[rustfmt::skip]
pub mod variant_alias {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(alias = "B")] C } }
}

/// a variant is renamed, and keeps its name on the wire
#[rustfmt::skip]
pub mod variant_renamed_back {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(rename = "B")] C } }
}

/// unknown variants are read as one
#[rustfmt::skip]
pub mod variant_other {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B, C } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(other)] B } }
}

/// unknown variants of a tagged enum are read as one
#[rustfmt::skip]
pub mod variant_other_tagged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B, C } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, #[serde(other)] B } }
}

/// a variant is skipped
#[rustfmt::skip]
pub mod variant_skipped {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(skip)] B } }
}

/// a variant is only read
#[rustfmt::skip]
pub mod variant_unwritten {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(skip_serializing)] B } }
}

/// a variant is only written
#[rustfmt::skip]
pub mod variant_unread {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, #[serde(skip_deserializing)] B } }
}

/// a variant gets a value
#[rustfmt::skip]
pub mod variant_gets_value {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B(u32) } }
}

/// a variant loses its value
#[rustfmt::skip]
pub mod variant_loses_value {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B(u32) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
}

/// a variant gets an optional value
#[rustfmt::skip]
pub mod variant_gets_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B(Option<u32>) } }
}

/// a variant gets names for its parts
#[rustfmt::skip]
pub mod variant_value_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8, y: u8 } } }
}

/// a variant holds a struct in place of fields
#[rustfmt::skip]
pub mod variant_newtype_of_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(I) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
}

/// a variant has fields in place of a struct
#[rustfmt::skip]
pub mod variant_struct_of_newtype {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(I) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8 } } }
}

/// a variant holds a tuple
#[rustfmt::skip]
pub mod variant_tuple_to_newtype {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u8, u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A((u8, u8)) } }
}

/// a variant gets a field
#[rustfmt::skip]
pub mod variant_field_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8, y: u8 } } }
}

/// a variant gets a field with a default
#[rustfmt::skip]
pub mod variant_field_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8, #[serde(default)] y: u8 } } }
}

/// a variant loses a field
#[rustfmt::skip]
pub mod variant_field_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8, y: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A { x: u8 } } }
}

/// the number in a variant becomes wider
#[rustfmt::skip]
pub mod variant_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u32) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u64) } }
}

/// a unit variant becomes an empty one
#[rustfmt::skip]
pub mod variant_empty {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A {}, B } }
}

/// a unit variant holds nothing
#[rustfmt::skip]
pub mod variant_unit_value {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(()), B } }
}

/// an enum becomes text
#[rustfmt::skip]
pub mod enum_to_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// text becomes an enum
#[rustfmt::skip]
pub mod text_to_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { A, B } }
}

/// a bool becomes an enum
#[rustfmt::skip]
pub mod bool_to_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: bool } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { Yes, No } }
}

/// a struct becomes an enum
#[rustfmt::skip]
pub mod struct_to_enum {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum I { X { x: u8 } } }
}

/// an enum gets a tag inside
#[rustfmt::skip]
pub mod tag_internal {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 } } }
}

/// an enum gets a tag beside
#[rustfmt::skip]
pub mod tag_adjacent {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 } } }
}

/// an enum loses its tag
#[rustfmt::skip]
pub mod tag_untagged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A, B { x: u8 } } }
}

/// the tag is renamed
#[rustfmt::skip]
pub mod tag_renamed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "kind")] pub enum T { A, B { x: u8 } } }
}

/// the content is renamed
#[rustfmt::skip]
pub mod tag_content_renamed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "d")] pub enum T { A, B { x: u8 } } }
}

/// the tag moves beside
#[rustfmt::skip]
pub mod tag_internal_to_adjacent {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 } } }
}

/// a tagged enum gets a variant
#[rustfmt::skip]
pub mod tag_internal_variant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 }, C } }
}

/// a variant of a tagged enum gets a default
#[rustfmt::skip]
pub mod tag_internal_field {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { B { x: u8, #[serde(default)] y: u8 } } }
}

/// a variant of a tagged enum loses a field
#[rustfmt::skip]
pub mod tag_internal_field_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { B { x: u8, y: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { B { x: u8 } } }
}

/// a unit of a tagged enum gets an optional field
#[rustfmt::skip]
pub mod tag_internal_unit_to_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: Option<u8> } } }
}

/// a variant of a tagged enum loses its fields
#[rustfmt::skip]
pub mod tag_internal_struct_to_unit {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A } }
}

/// a variant of a tagged enum holds a struct
#[rustfmt::skip]
pub mod tag_internal_newtype {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A(I) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
}

/// a tagged enum has a number of 128 bits
#[rustfmt::skip]
pub mod tag_internal_wide {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: u64 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: u128 } } }
}

/// a tagged enum has a wider float
#[rustfmt::skip]
pub mod tag_internal_float {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: f32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: f64 } } }
}

/// keys of a map in a tagged enum become wider
#[rustfmt::skip]
pub mod tag_internal_map_key {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: std::collections::BTreeMap<u8, u8> } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: std::collections::BTreeMap<u16, u8> } } }
}

/// variants of a tagged enum are renamed
#[rustfmt::skip]
pub mod tag_internal_rename_all {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", rename_all = "snake_case")] pub enum T { A, B { x: u8 } } }
}

/// a tagged enum refuses unknown fields
#[rustfmt::skip]
pub mod tag_internal_strict {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A { x: u8, y: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", deny_unknown_fields)] pub enum T { A { x: u8 } } }
}

/// an enum with a tag beside gets a variant
#[rustfmt::skip]
pub mod tag_adjacent_variant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 }, C(u8) } }
}

/// the value beside a tag becomes wider
#[rustfmt::skip]
pub mod tag_adjacent_value {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A(u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A(u16) } }
}

/// a unit beside a tag gets a value
#[rustfmt::skip]
pub mod tag_adjacent_unit {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A(u8) } }
}

/// a unit beside a tag gets an optional value
#[rustfmt::skip]
pub mod tag_adjacent_unit_option {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A(Option<u8>) } }
}

/// a value beside a tag is gone
#[rustfmt::skip]
pub mod tag_adjacent_loses {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A(u8) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A } }
}

/// a struct writes its name
#[rustfmt::skip]
pub mod tag_of_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub struct T { pub a: u32 } }
}

/// an untagged enum gets a last variant
#[rustfmt::skip]
pub mod untagged_appended {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String), C(bool) } }
}

/// an untagged enum gets a first variant
#[rustfmt::skip]
pub mod untagged_prepended {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { C(f64), A(u32), B(String) } }
}

/// an untagged enum gets a first variant of another kind
#[rustfmt::skip]
pub mod untagged_prepended_apart {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { C(bool), A(u32), B(String) } }
}

/// the first variant of an untagged enum takes more
#[rustfmt::skip]
pub mod untagged_wider {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u8), B(u64) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u16), B(u64) } }
}

/// variants of an untagged enum change places
#[rustfmt::skip]
pub mod untagged_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { B(String), A(u32) } }
}

/// an untagged enum loses a variant
#[rustfmt::skip]
pub mod untagged_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32) } }
}

/// text becomes text or a list
#[rustfmt::skip]
pub mod untagged_from_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I }  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum I { One(String), Many(Vec<String>) } }
}

/// text becomes a list or text
#[rustfmt::skip]
pub mod untagged_list_first {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I }  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum I { Many(Vec<String>), One(String) } }
}

/// text or a list becomes text
#[rustfmt::skip]
pub mod untagged_to_text {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I }  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum I { One(String), Many(Vec<String>) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: String } }
}

/// a struct becomes one of two
#[rustfmt::skip]
pub mod untagged_struct {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: J }  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum J { A(I), B(u8) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8 } }
}

/// a struct is read as the first that fits
#[rustfmt::skip]
pub mod untagged_struct_eaten {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: J }  #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum J { Less { x: u8 }, A(I) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub x: u8, pub y: u8 } }
}

/// a variant loses its tag
#[rustfmt::skip]
pub mod untagged_variant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A(u32), #[serde(untagged)] B(String) } }
}

/// an untagged enum holds nothing, too
#[rustfmt::skip]
pub mod untagged_null {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B } }
}

/// an untagged enum gets a first variant with the same fields
#[rustfmt::skip]
pub mod untagged_same_object {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Approved { amount: u64 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Rejected { amount: u64 }, Approved { amount: u64 } } }
}

/// an untagged enum gets a last variant with the same fields
#[rustfmt::skip]
pub mod untagged_same_object_last {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Approved { amount: u64 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Approved { amount: u64 }, Rejected { amount: u64 } } }
}

/// an untagged enum gets a first variant that takes the same numbers
#[rustfmt::skip]
pub mod untagged_same_number {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Num(u32) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Id(u64), Num(u32) } }
}

/// a variant of an untagged enum is renamed
#[rustfmt::skip]
pub mod untagged_renamed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Approved { amount: u64 }, Other(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { Rejected { amount: u64 }, Other(String) } }
}

/// names of the variants of an untagged enum follow a rule
#[rustfmt::skip]
pub mod untagged_renamed_all {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A(u32), B(String) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] #[serde(rename_all = "snake_case")] pub enum T { A(u32), B(String) } }
}

/// an untagged enum of structs gets a last one
#[rustfmt::skip]
pub mod untagged_objects {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A { x: u8 }, B { y: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A { x: u8 }, B { y: u8 }, C { z: u8 } } }
}

/// variants of an untagged enum that share a field change places
#[rustfmt::skip]
pub mod untagged_objects_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { A { x: u8 }, B { x: u8, y: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum T { B { x: u8, y: u8 }, A { x: u8 } } }
}

/// an untagged enum in a list gets a first variant
#[rustfmt::skip]
pub mod untagged_far_inside {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum I { Approved { amount: u64 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Vec<I> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum I { Rejected { amount: u64 }, Approved { amount: u64 } } }
}

/// a field is written by functions
#[rustfmt::skip]
pub mod with_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "cents")] pub a: u64 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&n.to_string()) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { let text: String = serde::Deserialize::deserialize(d)?; text.parse::<u64>().map_err(serde::de::Error::custom) } } }
}

/// a field is written by functions no more
#[rustfmt::skip]
pub mod with_removed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "cents")] pub a: u64 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&n.to_string()) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { let text: String = serde::Deserialize::deserialize(d)?; text.parse::<u64>().map_err(serde::de::Error::custom) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
}

/// the functions that write a field change
#[rustfmt::skip]
pub mod with_changed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "cents")] pub a: u64 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&n.to_string()) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { let text: String = serde::Deserialize::deserialize(d)?; text.parse::<u64>().map_err(serde::de::Error::custom) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "cents")] pub a: u64 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(*n) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { serde::Deserialize::deserialize(d) } } }
}

/// a field is written by the same functions
#[rustfmt::skip]
pub mod with_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub b: u8, #[serde(with = "cents")] pub a: u64 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&n.to_string()) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { let text: String = serde::Deserialize::deserialize(d)?; text.parse::<u64>().map_err(serde::de::Error::custom) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "cents")] pub a: u64, pub b: u8 } pub mod cents { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&n.to_string()) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { let text: String = serde::Deserialize::deserialize(d)?; text.parse::<u64>().map_err(serde::de::Error::custom) } } }
}

/// a struct is written as text by conversion
#[rustfmt::skip]
pub mod into_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32 } }
    pub mod new { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "String", into = "String")] pub struct T { pub a: u32 } impl From<T> for String { fn from(t: T) -> String { t.a.to_string() } } impl From<String> for T { fn from(s: String) -> T { T { a: s.parse().unwrap_or(0) } } } }
}

/// conversions stay as they are
#[rustfmt::skip]
pub mod from_kept {
    pub mod old { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "String", into = "String")] pub struct T { pub a: u32 } impl From<T> for String { fn from(t: T) -> String { t.a.to_string() } } impl From<String> for T { fn from(s: String) -> T { T { a: s.parse().unwrap_or(0) } } } }
    pub mod new { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "String", into = "String")] pub struct T { pub a: u32 } impl From<T> for String { fn from(t: T) -> String { t.a.to_string() } } impl From<String> for T { fn from(s: String) -> T { T { a: s.parse().unwrap_or(0) } } } }
}

/// a number is checked when it is read
#[rustfmt::skip]
pub mod try_from_added {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32); }
    pub mod new { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(try_from = "u32", into = "u32")] pub struct T(pub u32); impl TryFrom<u32> for T { type Error = String; fn try_from(n: u32) -> Result<T, String> { if n < 100 { Ok(T(n)) } else { Err(String::from("too large")) } } } impl From<T> for u32 { fn from(t: T) -> u32 { t.0 } } }
}

/// a number is checked no more
#[rustfmt::skip]
pub mod try_from_removed {
    pub mod old { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(try_from = "u32", into = "u32")] pub struct T(pub u32); impl TryFrom<u32> for T { type Error = String; fn try_from(n: u32) -> Result<T, String> { if n < 100 { Ok(T(n)) } else { Err(String::from("too large")) } } } impl From<T> for u32 { fn from(t: T) -> u32 { t.0 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32); }
}

/// a number is checked more tightly
#[rustfmt::skip]
pub mod try_from_tighter {
    pub mod old { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(try_from = "u32", into = "u32")] pub struct T(pub u32); impl TryFrom<u32> for T { type Error = String; fn try_from(n: u32) -> Result<T, String> { if n < 100 { Ok(T(n)) } else { Err(String::from("too large")) } } } impl From<T> for u32 { fn from(t: T) -> u32 { t.0 } } }
    pub mod new { #[derive(Clone)] #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(try_from = "u32", into = "u32")] pub struct T(pub u32); impl TryFrom<u32> for T { type Error = String; fn try_from(n: u32) -> Result<T, String> { if n < 1 { Ok(T(n)) } else { Err(String::from("too large")) } } } impl From<T> for u32 { fn from(t: T) -> u32 { t.0 } } }
}

/// what is written by hand changes
#[rustfmt::skip]
pub mod by_hand_changed {
    pub mod old { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u32(self.0) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <u32 as serde::Deserialize>::deserialize(d).map(T) } } }
    pub mod new { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&self.0.to_string()) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <String as serde::Deserialize>::deserialize(d)?.parse().map(T).map_err(serde::de::Error::custom) } } }
}

/// what is written by hand stays
#[rustfmt::skip]
pub mod by_hand_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct B { pub t: T } #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u32(self.0) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <u32 as serde::Deserialize>::deserialize(d).map(T) } } }
    pub mod new { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u32(self.0) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <u32 as serde::Deserialize>::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct B { pub t: T } }
}

/// what is written by hand is only formatted
#[rustfmt::skip]
pub mod by_hand_reformatted {
    pub mod old { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u32(self.0) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <u32 as serde::Deserialize>::deserialize(d).map(T) } } }
    pub mod new { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u32(self.0) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <u32 as serde::Deserialize>::deserialize(d).map(T) } } }
}

/// a derive becomes an impl by hand
#[rustfmt::skip]
pub mod derive_to_hand {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u32); }
    pub mod new { #[derive(Debug)] pub struct T(pub u32); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(&self.0.to_string()) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<T, D::Error> { <String as serde::Deserialize>::deserialize(d)?.parse().map(T).map_err(serde::de::Error::custom) } } }
}

/// a type changes that is written by hand
#[rustfmt::skip]
pub mod by_hand_below {
    pub mod old { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: u64 } }
    pub mod new { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: String } }
}

/// a type stays that is written by hand
#[rustfmt::skip]
pub mod by_hand_below_kept {
    pub mod old { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: u64 } }
    pub mod new { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: u64 } }
}

/// a type changes far inside of what is written by hand
#[rustfmt::skip]
pub mod by_hand_below_far {
    pub mod old { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: Vec<J> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct J { pub n: u64 } }
    pub mod new { #[derive(Debug)] pub struct T(pub I); impl serde::Serialize for T { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de> serde::Deserialize<'de> for T { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { serde::Deserialize::deserialize(d).map(T) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: Vec<J> } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct J { pub n: String } }
}

/// a type changes that a struct is converted from
#[rustfmt::skip]
pub mod from_alone_below {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u64 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: raw.a } } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u32 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: u64::from(raw.a) } } } }
}

/// the conversion of what is read changes
#[rustfmt::skip]
pub mod from_alone_code {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u32 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: u64::from(raw.a) } } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u32 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: u64::from(raw.a) / 2 } } } }
}

/// the conversion of what is read stays
#[rustfmt::skip]
pub mod from_alone_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u32 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: u64::from(raw.a) } } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "Raw")] pub struct T { pub a: u64 } #[derive(Debug, serde::Deserialize)] pub struct Raw { pub a: u32 } impl From<Raw> for T { fn from(raw: Raw) -> T { T { a: u64::from(raw.a) } } } }
}

/// a type changes that functions write
#[rustfmt::skip]
pub mod with_below {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "m")] pub a: I } pub mod m { pub fn serialize<S: serde::Serializer>(i: &super::I, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(i, s) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<super::I, D::Error> { serde::Deserialize::deserialize(d) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "m")] pub a: I } pub mod m { pub fn serialize<S: serde::Serializer>(i: &super::I, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(i, s) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<super::I, D::Error> { serde::Deserialize::deserialize(d) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: String } }
}

/// a type changes in a variant that functions write
#[rustfmt::skip]
pub mod variant_with_below {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(with = "m")] A(I), B } pub mod m { pub fn serialize<S: serde::Serializer>(i: &super::I, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(i, s) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<super::I, D::Error> { serde::Deserialize::deserialize(d) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(with = "m")] A(I), B } pub mod m { pub fn serialize<S: serde::Serializer>(i: &super::I, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(i, s) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<super::I, D::Error> { serde::Deserialize::deserialize(d) } } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub amount: String } }
}

/// the part of a tuple struct that has a default changes
#[rustfmt::skip]
pub mod tuple_default_changed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u64, #[serde(default)] pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u64, #[serde(default)] pub String); }
}

/// the part of a tuple struct that has a default stays
#[rustfmt::skip]
pub mod tuple_default_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u64, #[serde(default)] pub u32); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T(pub u64, #[serde(default)] pub u32); }
}

/// a constant in the length of an array changes
#[rustfmt::skip]
pub mod array_of_sum {
    pub mod old { pub const LEN: usize = 1; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN + 1] } }
    pub mod new { pub const LEN: usize = 2; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN + 1] } }
}

/// a constant in the length of an array stays
#[rustfmt::skip]
pub mod array_of_sum_kept {
    pub mod old { pub const LEN: usize = 1; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN + 1] } }
    pub mod new { pub const LEN: usize = 1; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN + 1] } }
}

/// a constant behind the length of an array changes
#[rustfmt::skip]
pub mod array_of_other {
    pub mod old { pub mod other { pub const B: usize = 2; } pub const LEN: usize = other::B; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN] } }
    pub mod new { pub mod other { pub const B: usize = 3; } pub const LEN: usize = other::B; #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; LEN] } }
}

/// a constant of the type's own, the length of an array, changes
#[rustfmt::skip]
pub mod array_of_own {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; T::LEN] } impl T { pub const LEN: usize = 2; } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; T::LEN] } impl T { pub const LEN: usize = 3; } }
}

/// a number in the brackets of a type changes
#[rustfmt::skip]
pub mod const_argument {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Buf<1> } #[derive(Debug)] pub struct Buf<const N: usize>(pub Vec<u8>); impl<const N: usize> serde::Serialize for Buf<N> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de, const N: usize> serde::Deserialize<'de> for Buf<N> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { let v: Vec<u8> = serde::Deserialize::deserialize(d)?; if v.len().is_multiple_of(N) { Ok(Buf(v)) } else { Err(serde::de::Error::custom("another length")) } } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Buf<2> } #[derive(Debug)] pub struct Buf<const N: usize>(pub Vec<u8>); impl<const N: usize> serde::Serialize for Buf<N> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de, const N: usize> serde::Deserialize<'de> for Buf<N> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { let v: Vec<u8> = serde::Deserialize::deserialize(d)?; if v.len().is_multiple_of(N) { Ok(Buf(v)) } else { Err(serde::de::Error::custom("another length")) } } } }
}

/// a number in the brackets of a type stays
#[rustfmt::skip]
pub mod const_argument_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Buf<1> } #[derive(Debug)] pub struct Buf<const N: usize>(pub Vec<u8>); impl<const N: usize> serde::Serialize for Buf<N> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de, const N: usize> serde::Deserialize<'de> for Buf<N> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { let v: Vec<u8> = serde::Deserialize::deserialize(d)?; if v.len().is_multiple_of(N) { Ok(Buf(v)) } else { Err(serde::de::Error::custom("another length")) } } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Buf<1> } #[derive(Debug)] pub struct Buf<const N: usize>(pub Vec<u8>); impl<const N: usize> serde::Serialize for Buf<N> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { serde::Serialize::serialize(&self.0, s) } } impl<'de, const N: usize> serde::Deserialize<'de> for Buf<N> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { let v: Vec<u8> = serde::Deserialize::deserialize(d)?; if v.len().is_multiple_of(N) { Ok(Buf(v)) } else { Err(serde::de::Error::custom("another length")) } } } }
}

/// a type changes that another one names
#[rustfmt::skip]
pub mod associated_changed {
    pub mod old { pub trait Config { type Ident; } pub struct Cfg; impl Config for Cfg { type Ident = u64; } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: <Cfg as Config>::Ident } }
    pub mod new { pub trait Config { type Ident; } pub struct Cfg; impl Config for Cfg { type Ident = u32; } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: <Cfg as Config>::Ident } }
}

/// a type stays that another one names
#[rustfmt::skip]
pub mod associated_kept {
    pub mod old { pub trait Config { type Id; } pub struct Cfg; impl Config for Cfg { type Id = u64; } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: <Cfg as Config>::Id } }
    pub mod new { pub trait Config { type Id; } pub struct Cfg; impl Config for Cfg { type Id = u64; } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: <Cfg as Config>::Id } }
}

/// a map with numbers for keys moves into a flattened struct
#[rustfmt::skip]
pub mod map_flattened {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub totals: std::collections::BTreeMap<u64, u64> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(flatten)] pub inner: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub totals: std::collections::BTreeMap<u64, u64> } }
}

/// a struct with numbers for keys becomes one of two
#[rustfmt::skip]
pub mod map_untagged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub totals: std::collections::BTreeMap<u64, u64> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(untagged)] pub enum E { A(I), B(bool) } #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct I { pub totals: std::collections::BTreeMap<u64, u64> } }
}

/// the function changes that says when a field is left out
#[rustfmt::skip]
pub mod omitted_code {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "one", skip_serializing_if = "is_plain")] pub a: u32 } pub fn one() -> u32 { 1 } pub fn is_plain(n: &u32) -> bool { *n == 1 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "one", skip_serializing_if = "is_plain")] pub a: u32 } pub fn one() -> u32 { 1 } pub fn is_plain(n: &u32) -> bool { *n == 0 } }
}

/// the function stays that says when a field is left out
#[rustfmt::skip]
pub mod omitted_code_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "one", skip_serializing_if = "is_plain")] pub a: u32 } pub fn one() -> u32 { 1 } pub fn is_plain(n: &u32) -> bool { *n == 1 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "one", skip_serializing_if = "is_plain")] pub a: u32 } pub fn one() -> u32 { 1 } pub fn is_plain(n: &u32) -> bool { *n == 1 } }
}

/// the code of a struct's default changes
#[rustfmt::skip]
pub mod struct_default_code {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(default)] pub struct T { #[serde(skip_serializing_if = "is_one")] pub a: u32 } impl Default for T { fn default() -> T { T { a: 1 } } } pub fn is_one(n: &u32) -> bool { *n == 1 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(default)] pub struct T { #[serde(skip_serializing_if = "is_one")] pub a: u32 } impl Default for T { fn default() -> T { T { a: 2 } } } pub fn is_one(n: &u32) -> bool { *n == 1 } }
}

/// unknown variants of an enum with a tag beside are read as one
#[rustfmt::skip]
pub mod tag_adjacent_other {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, B { x: u8 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t", content = "c")] pub enum T { A, #[serde(other)] C } }
}

/// two variants exchange their names on the wire
#[rustfmt::skip]
pub mod variants_exchanged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(rename = "B")] A, #[serde(rename = "A")] B } }
}

/// two variants exchange their names, which follow a rule
#[rustfmt::skip]
pub mod variants_exchanged_with_rule {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(rename_all = "snake_case")] pub enum T { Approved, Rejected } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(rename = "rejected")] Approved, #[serde(rename = "approved")] Rejected } }
}

/// two fields exchange their names on the wire
#[rustfmt::skip]
pub mod fields_exchanged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u32, pub b: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "b")] pub a: u32, #[serde(rename = "a")] pub b: u32 } }
}

/// two fields with nearly the same name exchange them on the wire
#[rustfmt::skip]
pub mod fields_exchanged_alike {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a_b: u32, pub ab: u32 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(rename = "ab")] pub a_b: u32, #[serde(rename = "a_b")] pub ab: u32 } }
}

/// what is left out if none gets another default
#[rustfmt::skip]
pub mod left_out_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(skip_serializing_if = "Option::is_none")] pub a: Option<u32> } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(skip_serializing_if = "Option::is_none", default = "five")] pub a: Option<u32> } pub fn five() -> Option<u32> { Some(5) } }
}

/// the default of an enum is another variant
#[rustfmt::skip]
pub mod derived_default {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "is_default")] pub a: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { #[default] A, B } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "is_default")] pub a: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { A, #[default] B } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
}

/// the default of an enum in a struct is another variant
#[rustfmt::skip]
pub mod derived_default_far {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] #[serde(default)] pub struct T { #[serde(skip_serializing_if = "is_default")] pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub struct I { pub e: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { #[default] A, B } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] #[serde(default)] pub struct T { #[serde(skip_serializing_if = "is_default")] pub a: I } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub struct I { pub e: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { A, #[default] B } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
}

/// the default of an enum stays, which gets a variant
#[rustfmt::skip]
pub mod derived_default_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "is_default")] pub a: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { #[default] A, B } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "is_default")] pub a: E } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default, PartialEq)] pub enum E { #[default] A, B, C } pub fn is_default<V: Default + PartialEq>(v: &V) -> bool { *v == V::default() } }
}

/// what stands for a type of another package is renamed on the wire
#[rustfmt::skip]
pub mod remote_changed {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "Def")] pub a: far::Far } pub mod far { #[derive(Debug)] pub struct Far { pub x: u64 } } #[derive(serde::Serialize, serde::Deserialize)] #[serde(remote = "far::Far")] pub struct Def { pub x: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "Def")] pub a: far::Far } pub mod far { #[derive(Debug)] pub struct Far { pub x: u64 } } #[derive(serde::Serialize, serde::Deserialize)] #[serde(remote = "far::Far")] pub struct Def { #[serde(rename = "y")] pub x: u64 } }
}

/// what stands for a type of another package stays
#[rustfmt::skip]
pub mod remote_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "Def")] pub a: far::Far } pub mod far { #[derive(Debug)] pub struct Far { pub x: u64 } } #[derive(serde::Serialize, serde::Deserialize)] #[serde(remote = "far::Far")] pub struct Def { pub x: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "Def")] pub a: far::Far } pub mod far { #[derive(Debug)] pub struct Far { pub x: u64 } } #[derive(serde::Serialize, serde::Deserialize)] #[serde(remote = "far::Far")] pub struct Def { pub x: u64 } }
}

/// the method changes that says when a field is left out
#[rustfmt::skip]
pub mod omitted_by_method {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Bag::is_empty")] pub a: Bag } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] pub struct Bag(pub Vec<u64>); impl Bag { pub fn is_empty(&self) -> bool { self.0.len() < 1 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Bag::is_empty")] pub a: Bag } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] pub struct Bag(pub Vec<u64>); impl Bag { pub fn is_empty(&self) -> bool { self.0.len() < 2 } } }
}

/// the method stays that says when a field is left out
#[rustfmt::skip]
pub mod omitted_by_method_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Bag::is_empty")] pub a: Bag } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] pub struct Bag(pub Vec<u64>); impl Bag { pub fn is_empty(&self) -> bool { self.0.len() < 1 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Bag::is_empty")] pub a: Bag } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(Default)] pub struct Bag(pub Vec<u64>); impl Bag { pub fn is_empty(&self) -> bool { self.0.len() < 1 } } }
}

/// the method changes that makes up what is missing
#[rustfmt::skip]
pub mod default_by_method {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "Gate::start", skip_serializing_if = "Gate::is")] pub a: u64 } pub struct Gate; impl Gate { pub fn start() -> u64 { 1 } pub fn is(a: &u64) -> bool { *a == Self::start() } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default = "Gate::start", skip_serializing_if = "Gate::is")] pub a: u64 } pub struct Gate; impl Gate { pub fn start() -> u64 { 2 } pub fn is(a: &u64) -> bool { *a == Self::start() } } }
}

/// functions that a module only hands on change
#[rustfmt::skip]
pub mod with_handed_on {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub mod w { pub use super::m::{de as deserialize, ser as serialize}; } pub mod m { pub fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(1)) } pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n.wrapping_div(1)) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub mod w { pub use super::m::{de as deserialize, ser as serialize}; } pub mod m { pub fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(2)) } pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / 2) } } }
}

/// the same functions are named in another way
#[rustfmt::skip]
pub mod with_other_way {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub mod w { pub use super::m::{de as deserialize, ser as serialize}; } pub mod m { pub fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(1)) } pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n.wrapping_div(1)) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "self::w")] pub a: u64 } pub mod w { pub use super::m::{de as deserialize, ser as serialize}; } pub mod m { pub fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(1)) } pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n.wrapping_div(1)) } } }
}

/// a constant in a pattern changes
#[rustfmt::skip]
pub mod pattern_constant {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(deserialize_with = "de")] pub a: u64 } pub const A: u64 = 0; pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { Ok(match <u64 as serde::Deserialize>::deserialize(d)? { A => 7, n => n }) } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(deserialize_with = "de")] pub a: u64 } pub const A: u64 = 1; pub fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { Ok(match <u64 as serde::Deserialize>::deserialize(d)? { A => 7, n => n }) } }
}

/// the number of a variant changes that code writes
#[rustfmt::skip]
pub mod variant_number {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub enum K { A, B } pub mod w { use super::K; pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(K::B as u64 + 1)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / (K::B as u64 + 1)) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub enum K { A, C, B } pub mod w { use super::K; pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(K::B as u64 + 1)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / (K::B as u64 + 1)) } } }
}

/// the number of a variant stays that code writes
#[rustfmt::skip]
pub mod variant_number_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub enum K { A, B } pub mod w { use super::K; pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(K::B as u64 + 1)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / (K::B as u64 + 1)) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "w")] pub a: u64 } pub enum K { A, B, C } pub mod w { use super::K; pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(K::B as u64 + 1)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / (K::B as u64 + 1)) } } }
}

/// the code of `Clone` changes that runs before a conversion
#[rustfmt::skip]
pub mod copied_before {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "u64", into = "u64")] pub struct T(pub u64); impl Clone for T { fn clone(&self) -> T { T(self.0 & 7) } } impl From<u64> for T { fn from(n: u64) -> T { T(n) } } impl From<T> for u64 { fn from(t: T) -> u64 { t.0 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(from = "u64", into = "u64")] pub struct T(pub u64); impl Clone for T { fn clone(&self) -> T { T(self.0 & 3) } } impl From<u64> for T { fn from(n: u64) -> T { T(n) } } impl From<T> for u64 { fn from(t: T) -> u64 { t.0 } } }
}

/// what the argument of a type says changes, which is written by hand
#[rustfmt::skip]
pub mod by_argument {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Text<Euro> } pub trait Unit { const F: u64; } #[derive(Debug)] pub struct Euro; impl Unit for Euro { const F: u64 = 1; } #[derive(Debug)] pub struct Text<U> { pub x: u64, pub u: Option<U> } impl<U: Unit> serde::Serialize for Text<U> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(self.x.wrapping_mul(U::F)) } } impl<'de, U: Unit> serde::Deserialize<'de> for Text<U> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|x| Text { x: x / U::F, u: None }) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Text<Euro> } pub trait Unit { const F: u64; } #[derive(Debug)] pub struct Euro; impl Unit for Euro { const F: u64 = 2; } #[derive(Debug)] pub struct Text<U> { pub x: u64, pub u: Option<U> } impl<U: Unit> serde::Serialize for Text<U> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(self.x.wrapping_mul(U::F)) } } impl<'de, U: Unit> serde::Deserialize<'de> for Text<U> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|x| Text { x: x / U::F, u: None }) } } }
}

/// what the argument of a type says stays, which is written by hand
#[rustfmt::skip]
pub mod by_argument_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Text<Euro> } pub trait Unit { const F: u64; } #[derive(Debug)] pub struct Euro; impl Unit for Euro { const F: u64 = 1; } #[derive(Debug)] pub struct Text<U> { pub x: u64, pub u: Option<U> } impl<U: Unit> serde::Serialize for Text<U> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(self.x.wrapping_mul(U::F)) } } impl<'de, U: Unit> serde::Deserialize<'de> for Text<U> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|x| Text { x: x / U::F, u: None }) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: Text<Euro> } pub trait Unit { const F: u64; } #[derive(Debug)] pub struct Euro; impl Unit for Euro { const F: u64 = 1; } #[derive(Debug)] pub struct Text<U> { pub x: u64, pub u: Option<U> } impl<U: Unit> serde::Serialize for Text<U> { fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(self.x.wrapping_mul(U::F)) } } impl<'de, U: Unit> serde::Deserialize<'de> for Text<U> { fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|x| Text { x: x / U::F, u: None }) } } }
}

/// the order by hand of what is in a set changes
#[rustfmt::skip]
pub mod set_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq)] pub struct K(pub [u8; 3]); impl PartialOrd for K { fn partial_cmp(&self, o: &K) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } } impl Ord for K { fn cmp(&self, o: &K) -> std::cmp::Ordering { self.0.cmp(&o.0) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq)] pub struct K(pub [u8; 3]); impl PartialOrd for K { fn partial_cmp(&self, o: &K) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } } impl Ord for K { fn cmp(&self, o: &K) -> std::cmp::Ordering { o.0.cmp(&self.0) } } }
}

/// the order by hand of what is in a set stays
#[rustfmt::skip]
pub mod set_order_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq)] pub struct K(pub [u8; 3]); impl PartialOrd for K { fn partial_cmp(&self, o: &K) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } } impl Ord for K { fn cmp(&self, o: &K) -> std::cmp::Ordering { self.0.cmp(&o.0) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BTreeSet<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq)] pub struct K(pub [u8; 3]); impl PartialOrd for K { fn partial_cmp(&self, o: &K) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } } impl Ord for K { fn cmp(&self, o: &K) -> std::cmp::Ordering { self.0.cmp(&o.0) } } }
}

/// fields of what is in a heap change places
#[rustfmt::skip]
pub mod heap_order {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BinaryHeap<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct K { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BinaryHeap<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct K { pub y: u8, pub x: u8 } }
}

/// a heap stays
#[rustfmt::skip]
pub mod heap_kept {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BinaryHeap<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct K { pub x: u8, pub y: u8 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: std::collections::BinaryHeap<K> } #[derive(Debug, serde::Serialize, serde::Deserialize)] #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct K { pub x: u8, pub y: u8 } }
}

/// the number of a variant changes, the length of an array
#[rustfmt::skip]
pub mod array_by_number {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; E::B as usize + 1] } pub enum E { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; E::B as usize + 1] } pub enum E { A, C, B } }
}

/// the size of a type changes, the length of an array
#[rustfmt::skip]
pub mod array_by_size {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; std::mem::size_of::<K>()] } pub struct K(pub u16); }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; std::mem::size_of::<K>()] } pub struct K(pub [u8; 3]); }
}

/// an alias in the length of an array changes
#[rustfmt::skip]
pub mod array_by_alias {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; W::BITS as usize / 8 + 1] } pub type W = u8; }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: [u8; W::BITS as usize / 8 + 1] } pub type W = u16; }
}

/// what the argument of a type with functions says changes
#[rustfmt::skip]
pub mod with_arguments {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "W::<Cent>")] pub a: u64 } pub struct W<U>(std::marker::PhantomData<U>); pub trait Unit { const F: u64; } pub struct Cent; impl Unit for Cent { const F: u64 = 1; } impl<U: Unit> W<U> { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(U::F)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / U::F) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(with = "W::<Cent>")] pub a: u64 } pub struct W<U>(std::marker::PhantomData<U>); pub trait Unit { const F: u64; } pub struct Cent; impl Unit for Cent { const F: u64 = 2; } impl<U: Unit> W<U> { pub fn serialize<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(U::F)) } pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / U::F) } } }
}

/// a function of a trait changes that reads a field
#[rustfmt::skip]
pub mod with_of_trait {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(serialize_with = "<Cents as Tr>::ser", deserialize_with = "<Cents as Tr>::de")] pub a: u64 } pub trait Tr { fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error>; fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error>; } pub struct Cents; impl Tr for Cents { fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(2)) } fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / 2) } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(serialize_with = "<Cents as Tr>::ser", deserialize_with = "<Cents as Tr>::de")] pub a: u64 } pub trait Tr { fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error>; fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error>; } pub struct Cents; impl Tr for Cents { fn ser<S: serde::Serializer>(n: &u64, s: S) -> Result<S::Ok, S::Error> { s.serialize_u64(n.wrapping_mul(3)) } fn de<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u64, D::Error> { <u64 as serde::Deserialize>::deserialize(d).map(|n| n / 3) } } }
}

/// an attribute stands under a condition that never holds
#[rustfmt::skip]
pub mod never_on {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { pub a: u64 } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[cfg_attr(any(), serde(rename = "b"))] pub a: u64 } }
}

/// the method of a trait changes that says when a field is left out
#[rustfmt::skip]
pub mod omitted_by_trait {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Blank::is_blank")] pub a: u64 } pub trait Blank { fn is_blank(&self) -> bool; } impl Blank for u64 { fn is_blank(&self) -> bool { *self < 1 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub struct T { #[serde(default, skip_serializing_if = "Blank::is_blank")] pub a: u64 } pub trait Blank { fn is_blank(&self) -> bool; } impl Blank for u64 { fn is_blank(&self) -> bool { *self < 5 } } }
}

/// two fields of a variant exchange their names on the wire
#[rustfmt::skip]
pub mod variant_fields_exchanged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { V { a: u32, b: u32 } } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { V { #[serde(rename = "b")] a: u32, #[serde(rename = "a")] b: u32 } } }
}

/// two variants of a tagged enum exchange their names on the wire
#[rustfmt::skip]
pub mod tagged_variants_exchanged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { A, B } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] #[serde(tag = "t")] pub enum T { #[serde(rename = "B")] A, #[serde(rename = "A")] B } }
}

/// three variants exchange their names on the wire
#[rustfmt::skip]
pub mod third_of_variants_exchanged {
    pub mod old { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { A, B, C } }
    pub mod new { #[derive(Debug, serde::Serialize, serde::Deserialize)] pub enum T { #[serde(rename = "B")] A, #[serde(rename = "C")] B, #[serde(rename = "A")] C } }
}

/// All pairs.
#[rustfmt::skip]
pub const ALL: &[Pair] = &[
    Pair::new::<nothing::old::T, nothing::new::T>("nothing"),
    Pair::new::<field_order::old::T, field_order::new::T>("field_order"),
    Pair::new::<variant_order::old::T, variant_order::new::T>("variant_order"),
    Pair::new::<doc_and_derive::old::T, doc_and_derive::new::T>("doc_and_derive"),
    Pair::new::<visibility::old::T, visibility::new::T>("visibility"),
    Pair::new::<add_field::old::T, add_field::new::T>("add_field"),
    Pair::new::<add_option::old::T, add_option::new::T>("add_option"),
    Pair::new::<add_default::old::T, add_default::new::T>("add_default"),
    Pair::new::<add_default_by::old::T, add_default_by::new::T>("add_default_by"),
    Pair::new::<add_default_struct::old::T, add_default_struct::new::T>("add_default_struct"),
    Pair::new::<add_omitted_option::old::T, add_omitted_option::new::T>("add_omitted_option"),
    Pair::new::<add_omitted_default::old::T, add_omitted_default::new::T>("add_omitted_default"),
    Pair::new::<add_omitted_list::old::T, add_omitted_list::new::T>("add_omitted_list"),
    Pair::new::<add_omitted_text::old::T, add_omitted_text::new::T>("add_omitted_text"),
    Pair::new::<add_omitted_other_default::old::T, add_omitted_other_default::new::T>("add_omitted_other_default"),
    Pair::new::<add_skipped::old::T, add_skipped::new::T>("add_skipped"),
    Pair::new::<add_unwritten::old::T, add_unwritten::new::T>("add_unwritten"),
    Pair::new::<add_unread::old::T, add_unread::new::T>("add_unread"),
    Pair::new::<add_unit::old::T, add_unit::new::T>("add_unit"),
    Pair::new::<add_phantom::old::T, add_phantom::new::T>("add_phantom"),
    Pair::new::<remove_field::old::T, remove_field::new::T>("remove_field"),
    Pair::new::<remove_option::old::T, remove_option::new::T>("remove_option"),
    Pair::new::<remove_default::old::T, remove_default::new::T>("remove_default"),
    Pair::new::<remove_strict::old::T, remove_strict::new::T>("remove_strict"),
    Pair::new::<add_default_strict::old::T, add_default_strict::new::T>("add_default_strict"),
    Pair::new::<become_strict::old::T, become_strict::new::T>("become_strict"),
    Pair::new::<become_lax::old::T, become_lax::new::T>("become_lax"),
    Pair::new::<remove_become_strict::old::T, remove_become_strict::new::T>("remove_become_strict"),
    Pair::new::<default_added::old::T, default_added::new::T>("default_added"),
    Pair::new::<default_removed::old::T, default_removed::new::T>("default_removed"),
    Pair::new::<default_on_struct::old::T, default_on_struct::new::T>("default_on_struct"),
    Pair::new::<omit_added::old::T, omit_added::new::T>("omit_added"),
    Pair::new::<omit_removed::old::T, omit_removed::new::T>("omit_removed"),
    Pair::new::<omit_kept::old::T, omit_kept::new::T>("omit_kept"),
    Pair::new::<omit_list_added::old::T, omit_list_added::new::T>("omit_list_added"),
    Pair::new::<omit_list_removed::old::T, omit_list_removed::new::T>("omit_list_removed"),
    Pair::new::<omit_by_function::old::T, omit_by_function::new::T>("omit_by_function"),
    Pair::new::<omit_removed_default::old::T, omit_removed_default::new::T>("omit_removed_default"),
    Pair::new::<skip_added::old::T, skip_added::new::T>("skip_added"),
    Pair::new::<skip_serializing_added::old::T, skip_serializing_added::new::T>("skip_serializing_added"),
    Pair::new::<skip_deserializing_added::old::T, skip_deserializing_added::new::T>("skip_deserializing_added"),
    Pair::new::<rename_field::old::T, rename_field::new::T>("rename_field"),
    Pair::new::<rename_back::old::T, rename_back::new::T>("rename_back"),
    Pair::new::<rename_attribute::old::T, rename_attribute::new::T>("rename_attribute"),
    Pair::new::<rename_alias::old::T, rename_alias::new::T>("rename_alias"),
    Pair::new::<alias_added::old::T, alias_added::new::T>("alias_added"),
    Pair::new::<alias_removed::old::T, alias_removed::new::T>("alias_removed"),
    Pair::new::<alias_of_other::old::T, alias_of_other::new::T>("alias_of_other"),
    Pair::new::<rename_write_only::old::T, rename_write_only::new::T>("rename_write_only"),
    Pair::new::<rename_read_only::old::T, rename_read_only::new::T>("rename_read_only"),
    Pair::new::<rename_default::old::T, rename_default::new::T>("rename_default"),
    Pair::printed::<swap_names::old::T, swap_names::new::T>("swap_names"),
    Pair::new::<swap_types::old::T, swap_types::new::T>("swap_types"),
    Pair::new::<fields_lower::old::T, fields_lower::new::T>("fields_lower"),
    Pair::new::<variants_lower::old::T, variants_lower::new::T>("variants_lower"),
    Pair::new::<fields_upper::old::T, fields_upper::new::T>("fields_upper"),
    Pair::new::<variants_upper::old::T, variants_upper::new::T>("variants_upper"),
    Pair::new::<fields_pascal::old::T, fields_pascal::new::T>("fields_pascal"),
    Pair::new::<variants_pascal::old::T, variants_pascal::new::T>("variants_pascal"),
    Pair::new::<fields_camel::old::T, fields_camel::new::T>("fields_camel"),
    Pair::new::<variants_camel::old::T, variants_camel::new::T>("variants_camel"),
    Pair::new::<fields_snake::old::T, fields_snake::new::T>("fields_snake"),
    Pair::new::<variants_snake::old::T, variants_snake::new::T>("variants_snake"),
    Pair::new::<fields_screaming_snake::old::T, fields_screaming_snake::new::T>("fields_screaming_snake"),
    Pair::new::<variants_screaming_snake::old::T, variants_screaming_snake::new::T>("variants_screaming_snake"),
    Pair::new::<fields_kebab::old::T, fields_kebab::new::T>("fields_kebab"),
    Pair::new::<variants_kebab::old::T, variants_kebab::new::T>("variants_kebab"),
    Pair::new::<fields_screaming_kebab::old::T, fields_screaming_kebab::new::T>("fields_screaming_kebab"),
    Pair::new::<variants_screaming_kebab::old::T, variants_screaming_kebab::new::T>("variants_screaming_kebab"),
    Pair::new::<rename_all_spelt_out::old::T, rename_all_spelt_out::new::T>("rename_all_spelt_out"),
    Pair::new::<rename_all_fields::old::T, rename_all_fields::new::T>("rename_all_fields"),
    Pair::new::<rename_all_of_variant::old::T, rename_all_of_variant::new::T>("rename_all_of_variant"),
    Pair::new::<rename_all_fields_moved::old::T, rename_all_fields_moved::new::T>("rename_all_fields_moved"),
    Pair::new::<rename_all_enum_keeps_fields::old::T, rename_all_enum_keeps_fields::new::T>("rename_all_enum_keeps_fields"),
    Pair::new::<raw_name::old::T, raw_name::new::T>("raw_name"),
    Pair::new::<rename_type::old::T, rename_type::new::T>("rename_type"),
    Pair::new::<rename_container::old::T, rename_container::new::T>("rename_container"),
    Pair::new::<u8_to_u16::old::T, u8_to_u16::new::T>("u8_to_u16"),
    Pair::new::<u16_to_u8::old::T, u16_to_u8::new::T>("u16_to_u8"),
    Pair::new::<u32_to_u64::old::T, u32_to_u64::new::T>("u32_to_u64"),
    Pair::new::<u64_to_u32::old::T, u64_to_u32::new::T>("u64_to_u32"),
    Pair::new::<u64_to_u128::old::T, u64_to_u128::new::T>("u64_to_u128"),
    Pair::new::<u128_to_u64::old::T, u128_to_u64::new::T>("u128_to_u64"),
    Pair::new::<i32_to_i64::old::T, i32_to_i64::new::T>("i32_to_i64"),
    Pair::new::<i64_to_i32::old::T, i64_to_i32::new::T>("i64_to_i32"),
    Pair::new::<u32_to_i64::old::T, u32_to_i64::new::T>("u32_to_i64"),
    Pair::new::<u32_to_i32::old::T, u32_to_i32::new::T>("u32_to_i32"),
    Pair::new::<i32_to_u32::old::T, i32_to_u32::new::T>("i32_to_u32"),
    Pair::new::<u64_to_i64::old::T, u64_to_i64::new::T>("u64_to_i64"),
    Pair::new::<i64_to_u64::old::T, i64_to_u64::new::T>("i64_to_u64"),
    Pair::new::<i64_to_i128::old::T, i64_to_i128::new::T>("i64_to_i128"),
    Pair::new::<u64_to_usize::old::T, u64_to_usize::new::T>("u64_to_usize"),
    Pair::new::<usize_to_u64::old::T, usize_to_u64::new::T>("usize_to_u64"),
    Pair::new::<u64_to_f64::old::T, u64_to_f64::new::T>("u64_to_f64"),
    Pair::new::<u32_to_f64::old::T, u32_to_f64::new::T>("u32_to_f64"),
    Pair::new::<u32_to_f32::old::T, u32_to_f32::new::T>("u32_to_f32"),
    Pair::new::<u16_to_f32::old::T, u16_to_f32::new::T>("u16_to_f32"),
    Pair::new::<i32_to_f64::old::T, i32_to_f64::new::T>("i32_to_f64"),
    Pair::new::<i64_to_f64::old::T, i64_to_f64::new::T>("i64_to_f64"),
    Pair::new::<f64_to_u64::old::T, f64_to_u64::new::T>("f64_to_u64"),
    Pair::new::<f32_to_f64::old::T, f32_to_f64::new::T>("f32_to_f64"),
    Pair::new::<f64_to_f32::old::T, f64_to_f32::new::T>("f64_to_f32"),
    Pair::new::<u32_to_string::old::T, u32_to_string::new::T>("u32_to_string"),
    Pair::new::<string_to_u32::old::T, string_to_u32::new::T>("string_to_u32"),
    Pair::new::<bool_to_u8::old::T, bool_to_u8::new::T>("bool_to_u8"),
    Pair::new::<u8_to_bool::old::T, u8_to_bool::new::T>("u8_to_bool"),
    Pair::new::<bool_to_string::old::T, bool_to_string::new::T>("bool_to_string"),
    Pair::new::<char_to_string::old::T, char_to_string::new::T>("char_to_string"),
    Pair::new::<string_to_char::old::T, string_to_char::new::T>("string_to_char"),
    Pair::new::<char_to_u32::old::T, char_to_u32::new::T>("char_to_u32"),
    Pair::new::<f64_to_string::old::T, f64_to_string::new::T>("f64_to_string"),
    Pair::new::<u8_to_nonzero::old::T, u8_to_nonzero::new::T>("u8_to_nonzero"),
    Pair::new::<nonzero_to_u8::old::T, nonzero_to_u8::new::T>("nonzero_to_u8"),
    Pair::new::<nonzero_wider::old::T, nonzero_wider::new::T>("nonzero_wider"),
    Pair::new::<string_to_path::old::T, string_to_path::new::T>("string_to_path"),
    Pair::new::<string_to_ip::old::T, string_to_ip::new::T>("string_to_ip"),
    Pair::new::<ip_to_string::old::T, ip_to_string::new::T>("ip_to_string"),
    Pair::new::<string_boxed::old::T, string_boxed::new::T>("string_boxed"),
    Pair::new::<duration_fields::old::T, duration_fields::new::T>("duration_fields"),
    Pair::new::<duration_to_u64::old::T, duration_to_u64::new::T>("duration_to_u64"),
    Pair::new::<to_option::old::T, to_option::new::T>("to_option"),
    Pair::new::<from_option::old::T, from_option::new::T>("from_option"),
    Pair::new::<option_nested::old::T, option_nested::new::T>("option_nested"),
    Pair::new::<option_unnested::old::T, option_unnested::new::T>("option_unnested"),
    Pair::new::<option_wider::old::T, option_wider::new::T>("option_wider"),
    Pair::new::<option_narrower::old::T, option_narrower::new::T>("option_narrower"),
    Pair::new::<option_of_unit::old::T, option_of_unit::new::T>("option_of_unit"),
    Pair::new::<unit_to_option::old::T, unit_to_option::new::T>("unit_to_option"),
    Pair::new::<option_unit_to_unit::old::T, option_unit_to_unit::new::T>("option_unit_to_unit"),
    Pair::new::<boxed::old::T, boxed::new::T>("boxed"),
    Pair::new::<unboxed_struct::old::T, unboxed_struct::new::T>("unboxed_struct"),
    Pair::new::<cell::old::T, cell::new::T>("cell"),
    Pair::new::<option_in_enum::old::T, option_in_enum::new::T>("option_in_enum"),
    Pair::new::<option_in_nested_enum::old::T, option_in_nested_enum::new::T>("option_in_nested_enum"),
    Pair::new::<option_of_enum::old::T, option_of_enum::new::T>("option_of_enum"),
    Pair::new::<option_transparent::old::T, option_transparent::new::T>("option_transparent"),
    Pair::new::<option_newtype::old::T, option_newtype::new::T>("option_newtype"),
    Pair::new::<option_alias::old::T, option_alias::new::T>("option_alias"),
    Pair::new::<option_newtype_added::old::T, option_newtype_added::new::T>("option_newtype_added"),
    Pair::new::<one_to_list::old::T, one_to_list::new::T>("one_to_list"),
    Pair::new::<list_to_one::old::T, list_to_one::new::T>("list_to_one"),
    Pair::new::<list_wider::old::T, list_wider::new::T>("list_wider"),
    Pair::new::<list_narrower::old::T, list_narrower::new::T>("list_narrower"),
    Pair::new::<list_deque::old::T, list_deque::new::T>("list_deque"),
    Pair::printed::<list_heap::old::T, list_heap::new::T>("list_heap"),
    Pair::new::<list_slice::old::T, list_slice::new::T>("list_slice"),
    Pair::new::<list_to_set::old::T, list_to_set::new::T>("list_to_set"),
    Pair::new::<set_to_list::old::T, set_to_list::new::T>("set_to_list"),
    Pair::new::<hashset_to_btreeset::old::T, hashset_to_btreeset::new::T>("hashset_to_btreeset"),
    Pair::new::<set_wider::old::T, set_wider::new::T>("set_wider"),
    Pair::new::<set_field_order::old::T, set_field_order::new::T>("set_field_order"),
    Pair::new::<list_field_order::old::T, list_field_order::new::T>("list_field_order"),
    Pair::new::<list_to_array::old::T, list_to_array::new::T>("list_to_array"),
    Pair::new::<array_to_list::old::T, array_to_list::new::T>("array_to_list"),
    Pair::new::<array_longer::old::T, array_longer::new::T>("array_longer"),
    Pair::new::<array_shorter::old::T, array_shorter::new::T>("array_shorter"),
    Pair::new::<array_constant::old::T, array_constant::new::T>("array_constant"),
    Pair::new::<array_constant_kept::old::T, array_constant_kept::new::T>("array_constant_kept"),
    Pair::new::<array_hexadecimal::old::T, array_hexadecimal::new::T>("array_hexadecimal"),
    Pair::new::<array_to_tuple::old::T, array_to_tuple::new::T>("array_to_tuple"),
    Pair::new::<tuple_to_array::old::T, tuple_to_array::new::T>("tuple_to_array"),
    Pair::new::<tuple_to_list::old::T, tuple_to_list::new::T>("tuple_to_list"),
    Pair::new::<tuple_longer::old::T, tuple_longer::new::T>("tuple_longer"),
    Pair::new::<tuple_order::old::T, tuple_order::new::T>("tuple_order"),
    Pair::new::<tuple_same_order::old::T, tuple_same_order::new::T>("tuple_same_order"),
    Pair::new::<tuple_to_struct::old::T, tuple_to_struct::new::T>("tuple_to_struct"),
    Pair::new::<struct_to_tuple::old::T, struct_to_tuple::new::T>("struct_to_tuple"),
    Pair::new::<map_kind::old::T, map_kind::new::T>("map_kind"),
    Pair::new::<map_key_number_to_text::old::T, map_key_number_to_text::new::T>("map_key_number_to_text"),
    Pair::new::<map_key_text_to_number::old::T, map_key_text_to_number::new::T>("map_key_text_to_number"),
    Pair::new::<map_key_wider::old::T, map_key_wider::new::T>("map_key_wider"),
    Pair::new::<map_key_narrower::old::T, map_key_narrower::new::T>("map_key_narrower"),
    Pair::new::<map_key_bool::old::T, map_key_bool::new::T>("map_key_bool"),
    Pair::new::<map_key_char::old::T, map_key_char::new::T>("map_key_char"),
    Pair::new::<map_key_newtype::old::T, map_key_newtype::new::T>("map_key_newtype"),
    Pair::new::<map_key_enum::old::T, map_key_enum::new::T>("map_key_enum"),
    Pair::new::<map_key_enum_more::old::T, map_key_enum_more::new::T>("map_key_enum_more"),
    Pair::new::<map_value_wider::old::T, map_value_wider::new::T>("map_value_wider"),
    Pair::new::<struct_to_map::old::T, struct_to_map::new::T>("struct_to_map"),
    Pair::new::<map_to_struct::old::T, map_to_struct::new::T>("map_to_struct"),
    Pair::new::<map_to_pairs::old::T, map_to_pairs::new::T>("map_to_pairs"),
    Pair::new::<range_to_struct::old::T, range_to_struct::new::T>("range_to_struct"),
    Pair::new::<result_to_enum::old::T, result_to_enum::new::T>("result_to_enum"),
    Pair::new::<result_other_error::old::T, result_other_error::new::T>("result_other_error"),
    Pair::new::<newtype_added::old::T, newtype_added::new::T>("newtype_added"),
    Pair::new::<newtype_removed::old::T, newtype_removed::new::T>("newtype_removed"),
    Pair::new::<newtype_to_transparent::old::T, newtype_to_transparent::new::T>("newtype_to_transparent"),
    Pair::new::<newtype_to_struct::old::T, newtype_to_struct::new::T>("newtype_to_struct"),
    Pair::new::<transparent_removed::old::T, transparent_removed::new::T>("transparent_removed"),
    Pair::new::<tuple_struct_longer::old::T, tuple_struct_longer::new::T>("tuple_struct_longer"),
    Pair::new::<tuple_struct_to_tuple::old::T, tuple_struct_to_tuple::new::T>("tuple_struct_to_tuple"),
    Pair::new::<tuple_struct_skip::old::T, tuple_struct_skip::new::T>("tuple_struct_skip"),
    Pair::new::<unit_struct::old::T, unit_struct::new::T>("unit_struct"),
    Pair::new::<unit_to_empty::old::T, unit_to_empty::new::T>("unit_to_empty"),
    Pair::new::<empty_struct::old::T, empty_struct::new::T>("empty_struct"),
    Pair::new::<generic_same::old::T, generic_same::new::T>("generic_same"),
    Pair::new::<generic_argument::old::T, generic_argument::new::T>("generic_argument"),
    Pair::new::<generic_default::old::T, generic_default::new::T>("generic_default"),
    Pair::new::<generic_nested::old::T, generic_nested::new::T>("generic_nested"),
    Pair::new::<alias_type::old::T, alias_type::new::T>("alias_type"),
    Pair::new::<alias_generic::old::T, alias_generic::new::T>("alias_generic"),
    Pair::new::<recursive::old::T, recursive::new::T>("recursive"),
    Pair::new::<recursive_default::old::T, recursive_default::new::T>("recursive_default"),
    Pair::new::<inner_field::old::T, inner_field::new::T>("inner_field"),
    Pair::new::<bound::old::T, bound::new::T>("bound"),
    Pair::new::<flatten_added::old::T, flatten_added::new::T>("flatten_added"),
    Pair::new::<flatten_removed::old::T, flatten_removed::new::T>("flatten_removed"),
    Pair::new::<flatten_nested::old::T, flatten_nested::new::T>("flatten_nested"),
    Pair::new::<flatten_field_added::old::T, flatten_field_added::new::T>("flatten_field_added"),
    Pair::new::<flatten_default_added::old::T, flatten_default_added::new::T>("flatten_default_added"),
    Pair::new::<flatten_rest::old::T, flatten_rest::new::T>("flatten_rest"),
    Pair::new::<flatten_rest_text::old::T, flatten_rest_text::new::T>("flatten_rest_text"),
    Pair::new::<flatten_rest_dropped::old::T, flatten_rest_dropped::new::T>("flatten_rest_dropped"),
    Pair::new::<flatten_rest_wider::old::T, flatten_rest_wider::new::T>("flatten_rest_wider"),
    Pair::new::<flatten_wide_number::old::T, flatten_wide_number::new::T>("flatten_wide_number"),
    Pair::new::<flatten_option::old::T, flatten_option::new::T>("flatten_option"),
    Pair::new::<flatten_option_beside::old::T, flatten_option_beside::new::T>("flatten_option_beside"),
    Pair::new::<flatten_option_beside_default::old::T, flatten_option_beside_default::new::T>("flatten_option_beside_default"),
    Pair::new::<flatten_option_beside_same::old::T, flatten_option_beside_same::new::T>("flatten_option_beside_same"),
    Pair::new::<flatten_option_field_added::old::T, flatten_option_field_added::new::T>("flatten_option_field_added"),
    Pair::new::<flatten_option_default_added::old::T, flatten_option_default_added::new::T>("flatten_option_default_added"),
    Pair::new::<flatten_option_field_removed::old::T, flatten_option_field_removed::new::T>("flatten_option_field_removed"),
    Pair::new::<flatten_option_all_default::old::T, flatten_option_all_default::new::T>("flatten_option_all_default"),
    Pair::new::<flatten_option_type::old::T, flatten_option_type::new::T>("flatten_option_type"),
    Pair::new::<flatten_enum::old::T, flatten_enum::new::T>("flatten_enum"),
    Pair::new::<flatten_map_key::old::T, flatten_map_key::new::T>("flatten_map_key"),
    Pair::new::<variant_added::old::T, variant_added::new::T>("variant_added"),
    Pair::new::<variant_removed::old::T, variant_removed::new::T>("variant_removed"),
    Pair::new::<variant_renamed::old::T, variant_renamed::new::T>("variant_renamed"),
    Pair::new::<variant_alias::old::T, variant_alias::new::T>("variant_alias"),
    Pair::new::<variant_renamed_back::old::T, variant_renamed_back::new::T>("variant_renamed_back"),
    Pair::new::<variant_other::old::T, variant_other::new::T>("variant_other"),
    Pair::new::<variant_other_tagged::old::T, variant_other_tagged::new::T>("variant_other_tagged"),
    Pair::new::<variant_skipped::old::T, variant_skipped::new::T>("variant_skipped"),
    Pair::new::<variant_unwritten::old::T, variant_unwritten::new::T>("variant_unwritten"),
    Pair::new::<variant_unread::old::T, variant_unread::new::T>("variant_unread"),
    Pair::new::<variant_gets_value::old::T, variant_gets_value::new::T>("variant_gets_value"),
    Pair::new::<variant_loses_value::old::T, variant_loses_value::new::T>("variant_loses_value"),
    Pair::new::<variant_gets_option::old::T, variant_gets_option::new::T>("variant_gets_option"),
    Pair::new::<variant_value_to_struct::old::T, variant_value_to_struct::new::T>("variant_value_to_struct"),
    Pair::new::<variant_newtype_of_struct::old::T, variant_newtype_of_struct::new::T>("variant_newtype_of_struct"),
    Pair::new::<variant_struct_of_newtype::old::T, variant_struct_of_newtype::new::T>("variant_struct_of_newtype"),
    Pair::new::<variant_tuple_to_newtype::old::T, variant_tuple_to_newtype::new::T>("variant_tuple_to_newtype"),
    Pair::new::<variant_field_added::old::T, variant_field_added::new::T>("variant_field_added"),
    Pair::new::<variant_field_default::old::T, variant_field_default::new::T>("variant_field_default"),
    Pair::new::<variant_field_removed::old::T, variant_field_removed::new::T>("variant_field_removed"),
    Pair::new::<variant_wider::old::T, variant_wider::new::T>("variant_wider"),
    Pair::new::<variant_empty::old::T, variant_empty::new::T>("variant_empty"),
    Pair::new::<variant_unit_value::old::T, variant_unit_value::new::T>("variant_unit_value"),
    Pair::new::<enum_to_text::old::T, enum_to_text::new::T>("enum_to_text"),
    Pair::new::<text_to_enum::old::T, text_to_enum::new::T>("text_to_enum"),
    Pair::new::<bool_to_enum::old::T, bool_to_enum::new::T>("bool_to_enum"),
    Pair::new::<struct_to_enum::old::T, struct_to_enum::new::T>("struct_to_enum"),
    Pair::new::<tag_internal::old::T, tag_internal::new::T>("tag_internal"),
    Pair::new::<tag_adjacent::old::T, tag_adjacent::new::T>("tag_adjacent"),
    Pair::new::<tag_untagged::old::T, tag_untagged::new::T>("tag_untagged"),
    Pair::new::<tag_renamed::old::T, tag_renamed::new::T>("tag_renamed"),
    Pair::new::<tag_content_renamed::old::T, tag_content_renamed::new::T>("tag_content_renamed"),
    Pair::new::<tag_internal_to_adjacent::old::T, tag_internal_to_adjacent::new::T>("tag_internal_to_adjacent"),
    Pair::new::<tag_internal_variant::old::T, tag_internal_variant::new::T>("tag_internal_variant"),
    Pair::new::<tag_internal_field::old::T, tag_internal_field::new::T>("tag_internal_field"),
    Pair::new::<tag_internal_field_removed::old::T, tag_internal_field_removed::new::T>("tag_internal_field_removed"),
    Pair::new::<tag_internal_unit_to_struct::old::T, tag_internal_unit_to_struct::new::T>("tag_internal_unit_to_struct"),
    Pair::new::<tag_internal_struct_to_unit::old::T, tag_internal_struct_to_unit::new::T>("tag_internal_struct_to_unit"),
    Pair::new::<tag_internal_newtype::old::T, tag_internal_newtype::new::T>("tag_internal_newtype"),
    Pair::new::<tag_internal_wide::old::T, tag_internal_wide::new::T>("tag_internal_wide"),
    Pair::new::<tag_internal_float::old::T, tag_internal_float::new::T>("tag_internal_float"),
    Pair::new::<tag_internal_map_key::old::T, tag_internal_map_key::new::T>("tag_internal_map_key"),
    Pair::new::<tag_internal_rename_all::old::T, tag_internal_rename_all::new::T>("tag_internal_rename_all"),
    Pair::new::<tag_internal_strict::old::T, tag_internal_strict::new::T>("tag_internal_strict"),
    Pair::new::<tag_adjacent_variant::old::T, tag_adjacent_variant::new::T>("tag_adjacent_variant"),
    Pair::new::<tag_adjacent_value::old::T, tag_adjacent_value::new::T>("tag_adjacent_value"),
    Pair::new::<tag_adjacent_unit::old::T, tag_adjacent_unit::new::T>("tag_adjacent_unit"),
    Pair::new::<tag_adjacent_unit_option::old::T, tag_adjacent_unit_option::new::T>("tag_adjacent_unit_option"),
    Pair::new::<tag_adjacent_loses::old::T, tag_adjacent_loses::new::T>("tag_adjacent_loses"),
    Pair::new::<tag_of_struct::old::T, tag_of_struct::new::T>("tag_of_struct"),
    Pair::new::<untagged_appended::old::T, untagged_appended::new::T>("untagged_appended"),
    Pair::new::<untagged_prepended::old::T, untagged_prepended::new::T>("untagged_prepended"),
    Pair::new::<untagged_prepended_apart::old::T, untagged_prepended_apart::new::T>("untagged_prepended_apart"),
    Pair::new::<untagged_wider::old::T, untagged_wider::new::T>("untagged_wider"),
    Pair::new::<untagged_order::old::T, untagged_order::new::T>("untagged_order"),
    Pair::new::<untagged_removed::old::T, untagged_removed::new::T>("untagged_removed"),
    Pair::new::<untagged_from_text::old::T, untagged_from_text::new::T>("untagged_from_text"),
    Pair::new::<untagged_list_first::old::T, untagged_list_first::new::T>("untagged_list_first"),
    Pair::new::<untagged_to_text::old::T, untagged_to_text::new::T>("untagged_to_text"),
    Pair::new::<untagged_struct::old::T, untagged_struct::new::T>("untagged_struct"),
    Pair::new::<untagged_struct_eaten::old::T, untagged_struct_eaten::new::T>("untagged_struct_eaten"),
    Pair::new::<untagged_variant::old::T, untagged_variant::new::T>("untagged_variant"),
    Pair::new::<untagged_null::old::T, untagged_null::new::T>("untagged_null"),
    Pair::new::<untagged_same_object::old::T, untagged_same_object::new::T>("untagged_same_object"),
    Pair::new::<untagged_same_object_last::old::T, untagged_same_object_last::new::T>("untagged_same_object_last"),
    Pair::new::<untagged_same_number::old::T, untagged_same_number::new::T>("untagged_same_number"),
    Pair::new::<untagged_renamed::old::T, untagged_renamed::new::T>("untagged_renamed"),
    Pair::new::<untagged_renamed_all::old::T, untagged_renamed_all::new::T>("untagged_renamed_all"),
    Pair::new::<untagged_objects::old::T, untagged_objects::new::T>("untagged_objects"),
    Pair::new::<untagged_objects_order::old::T, untagged_objects_order::new::T>("untagged_objects_order"),
    Pair::new::<untagged_far_inside::old::T, untagged_far_inside::new::T>("untagged_far_inside"),
    Pair::new::<with_added::old::T, with_added::new::T>("with_added"),
    Pair::new::<with_removed::old::T, with_removed::new::T>("with_removed"),
    Pair::new::<with_changed::old::T, with_changed::new::T>("with_changed"),
    Pair::new::<with_kept::old::T, with_kept::new::T>("with_kept"),
    Pair::new::<into_added::old::T, into_added::new::T>("into_added"),
    Pair::new::<from_kept::old::T, from_kept::new::T>("from_kept"),
    Pair::new::<try_from_added::old::T, try_from_added::new::T>("try_from_added"),
    Pair::new::<try_from_removed::old::T, try_from_removed::new::T>("try_from_removed"),
    Pair::new::<try_from_tighter::old::T, try_from_tighter::new::T>("try_from_tighter"),
    Pair::new::<by_hand_changed::old::T, by_hand_changed::new::T>("by_hand_changed"),
    Pair::new::<by_hand_kept::old::T, by_hand_kept::new::T>("by_hand_kept"),
    Pair::new::<by_hand_reformatted::old::T, by_hand_reformatted::new::T>("by_hand_reformatted"),
    Pair::new::<derive_to_hand::old::T, derive_to_hand::new::T>("derive_to_hand"),
    Pair::new::<by_hand_below::old::T, by_hand_below::new::T>("by_hand_below"),
    Pair::new::<by_hand_below_kept::old::T, by_hand_below_kept::new::T>("by_hand_below_kept"),
    Pair::new::<by_hand_below_far::old::T, by_hand_below_far::new::T>("by_hand_below_far"),
    Pair::new::<from_alone_below::old::T, from_alone_below::new::T>("from_alone_below"),
    Pair::new::<from_alone_code::old::T, from_alone_code::new::T>("from_alone_code"),
    Pair::new::<from_alone_kept::old::T, from_alone_kept::new::T>("from_alone_kept"),
    Pair::new::<with_below::old::T, with_below::new::T>("with_below"),
    Pair::new::<variant_with_below::old::T, variant_with_below::new::T>("variant_with_below"),
    Pair::new::<tuple_default_changed::old::T, tuple_default_changed::new::T>("tuple_default_changed"),
    Pair::new::<tuple_default_kept::old::T, tuple_default_kept::new::T>("tuple_default_kept"),
    Pair::new::<array_of_sum::old::T, array_of_sum::new::T>("array_of_sum"),
    Pair::new::<array_of_sum_kept::old::T, array_of_sum_kept::new::T>("array_of_sum_kept"),
    Pair::new::<array_of_other::old::T, array_of_other::new::T>("array_of_other"),
    Pair::new::<array_of_own::old::T, array_of_own::new::T>("array_of_own"),
    Pair::new::<const_argument::old::T, const_argument::new::T>("const_argument"),
    Pair::new::<const_argument_kept::old::T, const_argument_kept::new::T>("const_argument_kept"),
    Pair::new::<associated_changed::old::T, associated_changed::new::T>("associated_changed"),
    Pair::new::<associated_kept::old::T, associated_kept::new::T>("associated_kept"),
    Pair::new::<map_flattened::old::T, map_flattened::new::T>("map_flattened"),
    Pair::new::<map_untagged::old::T, map_untagged::new::T>("map_untagged"),
    Pair::new::<omitted_code::old::T, omitted_code::new::T>("omitted_code"),
    Pair::new::<omitted_code_kept::old::T, omitted_code_kept::new::T>("omitted_code_kept"),
    Pair::printed::<struct_default_code::old::T, struct_default_code::new::T>("struct_default_code"),
    Pair::new::<tag_adjacent_other::old::T, tag_adjacent_other::new::T>("tag_adjacent_other"),
    Pair::printed::<variants_exchanged::old::T, variants_exchanged::new::T>("variants_exchanged"),
    Pair::printed::<variants_exchanged_with_rule::old::T, variants_exchanged_with_rule::new::T>("variants_exchanged_with_rule"),
    Pair::printed::<fields_exchanged::old::T, fields_exchanged::new::T>("fields_exchanged"),
    Pair::printed::<fields_exchanged_alike::old::T, fields_exchanged_alike::new::T>("fields_exchanged_alike"),
    Pair::printed::<left_out_default::old::T, left_out_default::new::T>("left_out_default"),
    Pair::printed::<derived_default::old::T, derived_default::new::T>("derived_default"),
    Pair::printed::<derived_default_far::old::T, derived_default_far::new::T>("derived_default_far"),
    Pair::printed::<derived_default_kept::old::T, derived_default_kept::new::T>("derived_default_kept"),
    Pair::printed::<remote_changed::old::T, remote_changed::new::T>("remote_changed"),
    Pair::printed::<remote_kept::old::T, remote_kept::new::T>("remote_kept"),
    Pair::printed::<omitted_by_method::old::T, omitted_by_method::new::T>("omitted_by_method"),
    Pair::printed::<omitted_by_method_kept::old::T, omitted_by_method_kept::new::T>("omitted_by_method_kept"),
    Pair::printed::<default_by_method::old::T, default_by_method::new::T>("default_by_method"),
    Pair::printed::<with_handed_on::old::T, with_handed_on::new::T>("with_handed_on"),
    Pair::printed::<with_other_way::old::T, with_other_way::new::T>("with_other_way"),
    Pair::printed::<pattern_constant::old::T, pattern_constant::new::T>("pattern_constant"),
    Pair::printed::<variant_number::old::T, variant_number::new::T>("variant_number"),
    Pair::printed::<variant_number_kept::old::T, variant_number_kept::new::T>("variant_number_kept"),
    Pair::printed::<copied_before::old::T, copied_before::new::T>("copied_before"),
    Pair::printed::<by_argument::old::T, by_argument::new::T>("by_argument"),
    Pair::printed::<by_argument_kept::old::T, by_argument_kept::new::T>("by_argument_kept"),
    Pair::printed::<set_order::old::T, set_order::new::T>("set_order"),
    Pair::printed::<set_order_kept::old::T, set_order_kept::new::T>("set_order_kept"),
    Pair::new::<heap_order::old::T, heap_order::new::T>("heap_order"),
    Pair::new::<heap_kept::old::T, heap_kept::new::T>("heap_kept"),
    Pair::printed::<array_by_number::old::T, array_by_number::new::T>("array_by_number"),
    Pair::printed::<array_by_size::old::T, array_by_size::new::T>("array_by_size"),
    Pair::printed::<array_by_alias::old::T, array_by_alias::new::T>("array_by_alias"),
    Pair::printed::<with_arguments::old::T, with_arguments::new::T>("with_arguments"),
    Pair::printed::<with_of_trait::old::T, with_of_trait::new::T>("with_of_trait"),
    Pair::printed::<never_on::old::T, never_on::new::T>("never_on"),
    Pair::printed::<omitted_by_trait::old::T, omitted_by_trait::new::T>("omitted_by_trait"),
    Pair::printed::<variant_fields_exchanged::old::T, variant_fields_exchanged::new::T>("variant_fields_exchanged"),
    Pair::printed::<tagged_variants_exchanged::old::T, tagged_variants_exchanged::new::T>("tagged_variants_exchanged"),
    Pair::printed::<third_of_variants_exchanged::old::T, third_of_variants_exchanged::new::T>("third_of_variants_exchanged"),
];
