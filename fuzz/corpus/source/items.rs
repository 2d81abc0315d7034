//! Items of every kind.
#![allow(dead_code)]
extern crate self as own;
pub use self::inner::{self as alias, deep::*, Kind::{A, B as Second}};
use std::{collections::HashMap as Map, fmt::{self, Display}, io::prelude::*};
#[path = "elsewhere.rs"]
mod outline;
#[cfg(all(unix, not(feature = "x")))]
pub(in crate::inner) mod hidden {}
pub mod inner {
    pub mod deep { pub const N: usize = 3; pub static mut S: [u8; N] = [0; N]; }
    #[derive(Clone, Debug, PartialEq)]
    pub enum Kind<T: Clone = u8> { A, B(T), C { x: T, r#type: &'static str } = 7 }
    pub union U { a: u8, b: super::Point }
}
#[derive(Default, serde::Serialize)]
#[serde(rename_all = "kebab-case", with = "inner::deep")]
pub struct Point { pub x: i32, pub(crate) y: Option<Box<dyn Fn(u8) -> inner::Kind + Send + 'static>> }
pub struct Tuple(pub u8, Vec<Point>);
pub trait Shape: Display + 'static where Self: Sized {
    type Unit: Into<f64>; const SIDES: u8 = 4;
    fn area(&self) -> Self::Unit;
    fn twice(self: Box<Self>) -> f64 { self.area().into() * 2.0 }
}
impl<'a, T, const N: usize> From<&'a [T; N]> for Tuple where T: Copy { fn from(_: &'a [T; N]) -> Self { Tuple(0, vec![]) } }
impl Point { pub async fn new() -> impl Future<Output = Self> { async move { Self::default() } } }
type Alias<T> = Result<T, <Tuple as Iterator>::Item>;
extern "C" { fn c(x: *const u8) -> !; static V: u8; }
macro_rules! make { ($name:ident, $($t:ty),* $(,)?) => { pub struct $name($($t),*); impl $crate::Shape for $name {} }; () => {} }
make!(Made, u8, inner::Kind);
cfg_if! { if #[cfg(unix)] { mod unix; } else { mod other; } }
include!("table.rs");
#[test]
fn tested() { fn nested() {} nested() }
