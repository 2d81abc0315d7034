//- package shop features=fast outside=tokio
//- shop/src/lib.rs
#[path = "elsewhere/odd.rs"]
mod even; //~ even=shop::even
mod outer { pub mod inner; } //~ inner=shop::outer::inner
cfg_fast! { mod wrapped; } //~ wrapped=shop::wrapped
#[cfg(feature = "fast")]
mod speed { pub struct Gear; }
#[cfg(not(feature = "fast"))]
mod speed { pub fn none() {} }
#[cfg(windows)]
use self::windows_only as system;
#[cfg(unix)]
use self::unix_only as system; //~ system=shop::unix_only unix_only=shop::unix_only
mod windows_only { pub fn open() {} }
mod unix_only { pub fn open() {} }
use system::open; //~ system=shop::unix_only open=shop::unix_only::open
use speed::Gear; //~ speed=shop::speed Gear=shop::speed::Gear
use even::Odd; //~ even=shop::even Odd=shop::even::Odd
use outer::inner::Inner; //~ outer=shop::outer inner=shop::outer::inner Inner=shop::outer::inner::Inner
use wrapped::Wrapped; //~ wrapped=shop::wrapped Wrapped=shop::wrapped::Wrapped
include!("included.rs");
#[cfg_attr(windows, path = "sys/windows.rs")]
#[cfg_attr(unix, path = "sys/unix.rs")]
mod sys; //~ sys=shop::sys
use sys::{on_unix, on_windows}; //~ sys=shop::sys on_unix=shop::sys::on_unix
#[cfg_attr(feature = "slow", path = "slow.rs")]
mod pace; //~ pace=shop::pace
use second::Two; //~ second=shop::second Two=shop::second::Two
use r#type::r#fn; //~ r#type=shop::type r#fn=shop::type::fn
mod r#type { pub fn r#fn() {} }
mod globbed { use tokio::*; use crate::even::Odd; fn f() { spawn(); } } //~ even=shop::even Odd=shop::even::Odd tokio=tokio
use std::collections::{HashMap, hash_map::Entry}; //~ collections=std::collections HashMap=std::collections::hash_map::HashMap hash_map=std::collections::hash_map Entry=std::collections::hash_map::Entry std=std
use std::os::fd::OwnedThing; //~ std=std os=std::os fd=std::os::fd OwnedThing=outside:std::os::fd::OwnedThing
//- shop/src/elsewhere/odd.rs
pub struct Odd;
//- shop/src/outer/inner.rs
pub struct Inner;
//- shop/src/wrapped/mod.rs
pub struct Wrapped;
use super::even; //~ even=shop::even
//- shop/src/included.rs
pub mod second { pub struct Two; }
use self::second::Two as Zwei; //~ Zwei=shop::second::Two second=shop::second Two=shop::second::Two
//- shop/src/bin/tool.rs
use shop::Nothing; //~ shop=shop Nothing=shop::Nothing
fn main() {}
//- shop/tests/end.rs
mod shared;
use shared::help; //~ shared=end::shared help=end::shared::help
use shop as s; //~ s=shop shop=shop
//- shop/tests/shared/mod.rs
pub fn help() {}
//- package patched outside=shop
//- patched/src/lib.rs
use shop::Anything; //~ shop=outside:shop Anything=outside:shop::Anything
//- package patched-too patched=shop
//- patched-too/src/lib.rs
use shop::outer::inner::Inner; //~ shop=shop outer=shop::outer inner=shop::outer::inner Inner=shop::outer::inner::Inner
//- shop/src/sys/unix.rs
use crate::even::Odd; //~ even=shop::even Odd=shop::even::Odd
pub fn on_unix() {}
//- shop/src/sys/windows.rs
use crate::even::Odd; //~ even=shop::even Odd=shop::even::Odd
pub fn on_windows() {}
//- shop/src/pace.rs
use crate::even::Odd; //~ even=shop::even Odd=shop::even::Odd
//- shop/src/slow.rs
use crate::even::Odd; //~ even=shop::even Odd=shop::even::Odd
