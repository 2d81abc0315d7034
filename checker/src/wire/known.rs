//! Types of the standard library and of other packages, as serde writes them.

use stateline_schema::Spanned;
use stateline_schema::shape::{
    Body, Conversion, Definition, Field, Opaque, Plain, Tagging, Term, Value, Variant,
};

/// A type that is known by its name.
pub(super) enum Known {
    Term(Term),
    /// One that has a definition of its own, under this name.
    Defined(Body),
}

/// Whether a type of the standard library is a set or a map: its elements say themselves what is equal, and what comes
/// first.
pub(super) fn is_ordered(name: &str) -> bool {
    name == "BinaryHeap" || ["Map", "Set"].iter().any(|end| name.ends_with(end))
}

/// A type of the standard library, or of a package whose containers are as its own, with its arguments.
pub(super) fn of_std(name: &str, args: &[Term]) -> Option<Known> {
    let term = |term: Term| Some(Known::Term(term));
    let one = |of: fn(Box<Term>) -> Term, inner: &Term| term(of(Box::new(inner.clone())));
    match (name, args) {
        ("String" | "PathBuf" | "Path" | "str", []) => term(Plain::Text.into()),
        ("HashMap" | "BTreeMap" | "IndexMap" | "AHashMap" | "DashMap", [key, value, ..]) => {
            term(Term::Map(Box::new(key.clone()), Box::new(value.clone())))
        }
        ("HashSet" | "BTreeSet" | "IndexSet" | "AHashSet" | "DashSet", [item, ..]) => one(Term::Set, item),
        ("Vec" | "VecDeque" | "LinkedList", [item, ..]) => one(Term::List, item),
        // In which order it is written is not known.
        ("BinaryHeap", [item, ..]) => {
            let (name, args) = (name.to_owned(), vec![item.clone()]);
            term(Term::Opaque(Opaque { name, args, hash: None }))
        }
        ("SmallVec" | "ArrayVec" | "TinyVec", [Term::Array(item, _), ..]) => term(Term::List(item.clone())),
        ("ArrayVec", [item, _]) => one(Term::List, item),
        ("ArrayString", _) => term(Plain::Text.into()),
        ("Option", [inner]) => one(Term::Option, inner),
        (
            "Box" | "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Wrapping"
            | "Saturating" | "Reverse",
            [inner, ..],
        ) => term(inner.clone()),
        ("PhantomData", _) => term(Plain::Unit.into()),
        ("Result", [ok, error]) => Some(Known::Defined(choice(&[("Ok", ok), ("Err", error)]))),
        ("Either", [left, right]) => Some(Known::Defined(choice(&[("Left", left), ("Right", right)]))),
        ("Bound", [inner]) => {
            let mut body = choice(&[("Included", inner), ("Excluded", inner)]);
            if let Body::Enum { variants, .. } = &mut body {
                variants.insert(0, Variant::new(named("Unbounded")));
            }
            Some(Known::Defined(body))
        }
        ("Range" | "RangeInclusive", [of]) => {
            Some(Known::Defined(object(&[("start", of), ("end", of)], true)))
        }
        ("RangeFrom", [of]) => Some(Known::Defined(object(&[("start", of)], true))),
        ("RangeTo" | "RangeToInclusive", [of]) => Some(Known::Defined(object(&[("end", of)], true))),
        ("Duration", []) => {
            Some(Known::Defined(object(&[("secs", &Plain::U64.into()), ("nanos", &Plain::U32.into())], true)))
        }
        ("SystemTime", []) => {
            let (secs, nanos) = (Plain::U64.into(), Plain::U32.into());
            Some(Known::Defined(object(&[("secs_since_epoch", &secs), ("nanos_since_epoch", &nanos)], true)))
        }
        ("IpAddr" | "Ipv4Addr" | "Ipv6Addr" | "SocketAddr" | "SocketAddrV4" | "SocketAddrV6", []) => {
            term(Term::Named(name.to_owned()))
        }
        ("AtomicBool", []) => term(Plain::Bool.into()),
        ("Atomic", [inner]) => term(inner.clone()),
        ("NonZero", [inner]) => non_zero(inner.clone()),
        _ => match (name.strip_prefix("NonZero"), name.strip_prefix("Atomic")) {
            (Some(of), _) => non_zero(Plain::named(&of.to_ascii_lowercase())?.into()),
            (_, Some(of)) => term(Plain::named(&of.to_ascii_lowercase())?.into()),
            _ => None,
        },
    }
}

fn non_zero(of: Term) -> Option<Known> {
    let how = Conversion::Converted { checked: true, code: 0 };
    Some(Known::Defined(Body::Value(Value { how, writes: of, reads: None })))
}

fn named(name: &str) -> Spanned<String> {
    Spanned::new(name.to_owned(), stateline_schema::Span::default())
}

fn choice(of: &[(&str, &Term)]) -> Body {
    let variant =
        |(name, term): &(&str, &Term)| Variant { value: Some((*term).clone()), ..Variant::new(named(name)) };
    Body::Enum { tagging: Tagging::External, variants: of.iter().map(variant).collect(), strict: false }
}

fn object(of: &[(&str, &Term)], strict: bool) -> Body {
    let field =
        |(name, term): &(&str, &Term)| Field { name: named(name), term: (*term).clone(), ..Field::default() };
    Body::Object { fields: of.iter().map(field).collect(), strict }
}

/// A type of another package, by the path that it is found under.
pub(super) fn of_others(path: &str, args: &[Term]) -> Option<Term> {
    let list = |item: &Term| Term::List(Box::new(item.clone()));
    Some(match (path, args) {
        ("bytes::Bytes" | "bytes::BytesMut", []) => Term::List(Box::new(Plain::U8.into())),
        ("smol_str::SmolStr" | "camino::Utf8PathBuf" | "compact_str::CompactString", []) => {
            Plain::Text.into()
        }
        ("ordered_float::OrderedFloat" | "ordered_float::NotNan", [of]) => of.clone(),
        ("serde_json::Map", [_, value]) => Term::Map(Box::new(Plain::Text.into()), Box::new(value.clone())),
        ("thin_vec::ThinVec" | "im::Vector", [item]) => list(item),
        // A clock of a zone of its own is written with another offset.
        ("chrono::DateTime", [zone]) => {
            let zone = match zone {
                Term::Opaque(zone) if zone.args.is_empty() => zone.name.clone(),
                zone => zone.to_string(),
            };
            Term::Named(format!("{path}<{zone}>"))
        }
        _ => Term::Named(stateline_schema::shape::well_known(path).map(|_| path.to_owned())?),
    })
}

/// A definition by this name.
pub(super) fn defined(name: String, body: Body) -> Definition {
    Definition { name: Spanned::new(name, stateline_schema::Span::default()), body }
}
