//- package ledger
//- ledger/src/lib.rs
pub struct Id(pub u64);
pub struct Wire(pub u64);
//- package storage deps=ledger outside=jiff
//- storage/src/lib.rs
use ledger::{Id, Wire};
use std::time::Duration;
pub struct Key;
pub mod generated { include!(concat!(env!("OUT_DIR"), "/generated.rs")); }
impl TryFrom<Wire> for Duration { type Error = (); fn try_from(wire: Wire) -> Result<Self, ()> { Ok(Duration::from_secs(wire.0)) } } //~ Wire=ledger::Wire 0=ledger::Wire::0
impl AsRef<Key> for str { fn as_ref(&self) -> &Key { &Key } } //~
impl From<Wire> for jiff::Span { fn from(_: Wire) -> Self { jiff::Span::new() } } //~ new=outside:jiff::Span::new Span=outside:jiff::Span Wire=ledger::Wire jiff=outside:jiff
impl From<generated::Id> for Id { fn from(id: generated::Id) -> Self { Id(id.id) } } //~ Id=ledger::Id generated=storage::generated Id=storage::generated::Id
impl From<(u32, u32)> for Id { fn from(pair: (u32, u32)) -> Self { Id(u64::from(pair.0)) } } //~ Id=ledger::Id
impl std::ops::Add<Wire> for Duration { type Output = u64; fn add(self, wire: Wire) -> u64 { wire.0 } } //~ 0=ledger::Wire::0 Wire=ledger::Wire std=std ops=std::ops Add=std::ops::Add
//- package shop deps=ledger outside=jiff
//- shop/src/lib.rs
use ledger::Id;
use std::time::Duration;
pub fn unseen(span: jiff::Span) -> Option<Duration> { span.to_duration().and_then(Duration::try_from).ok() } //~ Span=outside:jiff::Span jiff=outside:jiff
pub fn unseen_of_ours() -> Id { Id::from(2) } //~ Id=ledger::Id
pub fn unseen_by_bound<K>() -> fn(&str) -> &K where str: AsRef<K> { AsRef::as_ref } //~
pub fn unseen_wire(wire: ledger::Wire) -> Option<Duration> { Duration::try_from(wire).ok() } //~ Wire=ledger::Wire ledger=ledger
//- package desk deps=ledger,storage outside=jiff
//- desk/src/lib.rs
use ledger::{Id, Wire};
use std::time::Duration;
pub fn known(wire: Wire) -> Option<Duration> { Duration::try_from(wire).ok() } //~ Wire=ledger::Wire try_from=storage::Duration::try_from
pub fn maybe_outside(span: jiff::Span) -> Option<Duration> { span.to_duration().and_then(Duration::try_from).ok() } //~ Span=outside:jiff::Span jiff=outside:jiff
pub fn outside_by_bound<K>() -> fn(&str) -> &K where str: AsRef<K> { AsRef::as_ref } //~
pub fn outside_type(sum: jiff::Signed) -> jiff::Span { jiff::Span::from(sum.x()) } //~ from=outside:jiff::Span::from Signed=outside:jiff::Signed Span=outside:jiff::Span jiff=outside:jiff
pub fn of_outside_type(wire: Wire) -> jiff::Span { jiff::Span::from(wire) } //~ Wire=ledger::Wire Span=outside:jiff::Span jiff=outside:jiff from=outside:jiff::Span::from
pub fn generated_or_else() -> Id { Id::from(2) } //~ Id=ledger::Id
pub fn exact() -> Id { Id::from((1, 2)) } //~ Id=ledger::Id from=storage::Id::from
