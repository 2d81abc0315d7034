//! What values are on the wire: the vocabulary that the lock and the AsyncAPI documents share.
//!
//! A [`Term`] is a type as it is used, a [`Definition`] is one as it is declared: what serde's derives make
//! of it, with all that its attributes say. Both print as the lock writes them, and are read back from that.
//! [`problems`] says whether what one of them writes is read as another.
//!
//! ```
//! use stateline_schema::shape::{Plain, Term};
//!
//! let term = Term::parse("Map<String, Vec<shop::Order>>").expect("it is a term");
//! let order = Term::Named("shop::Order".into());
//! assert_eq!(term, Term::Map(Box::new(Plain::Text.into()), Box::new(Term::List(Box::new(order)))));
//! assert_eq!(term.to_string(), "Map<String, Vec<shop::Order>>");
//! ```

mod choices;
mod definition;
mod form;
mod member;
mod objects;
mod reading;
mod term;

pub use definition::{Body, Conversion, Definition, Tagging, Value};
pub use form::Types;
pub use member::{Field, Variant};
pub use reading::{MISSING, Mode, Problem, UNKNOWN_VARIANT, problems};
pub(crate) use term::hash;
pub use term::{Opaque, Plain, Term, well_known};
