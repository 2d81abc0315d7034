//- package money deps=base
//- money/src/lib.rs
mod inner;
pub use inner::deep::Amount; //~ inner=money::inner deep=money::inner::deep Amount=money::inner::deep::Amount
pub use inner::deep as shallow; //~ shallow=money::inner::deep inner=money::inner deep=money::inner::deep
pub use base::*; //~ base=base
pub mod prelude { pub use super::Amount as Money; } //~ Money=money::inner::deep::Amount Amount=money::inner::deep::Amount
//- money/src/inner.rs
pub mod deep;
//- money/src/inner/deep.rs
pub struct Amount;
pub struct Tuple(pub u8);
pub enum Kind { Cash, Card }
//- package base
//- base/src/lib.rs
pub struct Ground;
pub use self::a::*;
mod a { pub use super::b::*; pub struct FromA; }
mod b { pub use super::a::*; pub struct FromB; struct Hidden; }
//- package shop deps=cash:money,base outside=serde
//- shop/src/lib.rs
use cash::Amount; //~ cash=money Amount=money::inner::deep::Amount
use cash::prelude::Money as M; //~ M=money::inner::deep::Amount cash=money prelude=money::prelude Money=money::inner::deep::Amount
use cash::shallow::{self, Kind, Kind::{Cash, *}}; //~ cash=money shallow=money::inner::deep Kind=money::inner::deep::Kind Cash=money::inner::deep::Kind::Cash
use cash::{Ground, FromA, FromB}; //~ cash=money Ground=base::Ground FromA=base::a::FromA FromB=base::b::FromB
use cash::Hidden; //~ cash=money
use ::base as floor; //~ floor=base base=base
use floor::Ground as G2; //~ G2=base::Ground floor=base Ground=base::Ground
use serde::de::{Deserialize, Error as _}; //~ serde=outside:serde de=outside:serde::de Deserialize=outside:serde::de::Deserialize Error=outside:serde::de::Error
extern crate base as bottom; //~ base=base
mod below { use super::*; use bottom::Ground as G3; use self::inner::Own; mod inner { pub struct Own; } } //~ G3=base::Ground bottom=base Ground=base::Ground inner=shop::below::inner Own=shop::below::inner::Own
mod later { pub(in crate::later) struct X; pub(super) use crate::below as other; } //~ later=shop::later other=shop::below below=shop::below
#[derive(Clone, serde::Serialize)] //~ serde=outside:serde Serialize=outside:serde::Serialize
pub struct Data;
fn local() {
    use cash::Amount as Inside; //~ Inside=money::inner::deep::Amount cash=money Amount=money::inner::deep::Amount
    mod nested { pub struct Deep; }
    use nested::Deep; //~ nested=shop::local::nested Deep=shop::local::nested::Deep
}
