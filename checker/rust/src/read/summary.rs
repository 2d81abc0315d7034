//! What reading one file found: all that later stages may know of it.
//!
//! A summary holds no syntax tree and no text. Names are indices into the file's own table,
//! places are byte offsets into the file, and what stands in function bodies is kept encoded
//! until somebody asks for it, so that a workspace of half a million lines fits in memory.
//! Everything here can be stored and read back (`serde`).
//!
//! This file is long because it is one vocabulary: the shape of Rust as later stages see it.

use super::invocation::Invocation;
use crate::arena::{Arena, Idx, IdxRange, to_u32};
use serde::{Deserialize, Serialize};

/// An identifier, as an index into [`FileSummary::names`]. Raw identifiers are kept without `r#`.
pub type Name = Idx<Identifier>;

/// The place of a name that a macro's definition wrote into the expansion of a call. It resolves, but
/// no reference is reported for it: what the definition names, its own arms report, once.
/// [`Item::at`] and [`Field::at`] are in the definition instead, and the span of an item that does
/// not stand in the call's argument as a whole is the call's.
pub const NOWHERE: u32 = u32::MAX;

/// Names that stand at the same index in every file's table, so that they can be compared
/// without looking.
#[rustfmt::skip]
pub mod sym {
    use super::Name;
    /// The texts, in the order of the constants.
    pub const TEXTS: &[&str] = &["", "_", "self", "super", "crate", "Self", "$crate"];
    pub const EMPTY: Name = Name::from_raw(0);
    pub const UNDERSCORE: Name = Name::from_raw(1);
    pub const SELF_VALUE: Name = Name::from_raw(2);
    pub const SUPER: Name = Name::from_raw(3);
    pub const CRATE: Name = Name::from_raw(4);
    pub const SELF_TYPE: Name = Name::from_raw(5);
    pub const DOLLAR_CRATE: Name = Name::from_raw(6);
}

impl Name {
    /// Whether it is one of the words that a path may begin with and that name nothing by themselves.
    pub fn is_keyword(self) -> bool {
        use sym::{CRATE, DOLLAR_CRATE, SELF_TYPE, SELF_VALUE, SUPER};
        matches!(self, SELF_VALUE | SUPER | CRATE | SELF_TYPE | DOLLAR_CRATE)
    }
}

/// What a [`Name`] is the index of: an identifier's text.
#[derive(Debug)]
pub enum Identifier {}

pub type TypeId = Idx<Type>;
pub type PathId = Idx<Path>;
pub type ArgsId = Idx<GenericArgs>;
pub type ItemId = Idx<Item>;
pub type FieldId = Idx<Field>;
pub type CfgId = Idx<Cfg>;
pub type BodyId = Idx<Body>;
pub type ExprId = Idx<Expr>;
pub type PatId = Idx<Pat>;
pub type StmtId = Idx<Stmt>;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FileSummary {
    /// The year of the edition that it was read by.
    pub edition: u16,
    /// Distinct identifiers; begins with [`sym::TEXTS`].
    pub names: Arena<Identifier, Box<str>>,
    /// Length in bytes of each line, its line break included; their sum is the file's length.
    pub lines: Vec<u32>,
    /// All items of the file, those in function bodies included. A parent stands before its
    /// children, and siblings are in source order.
    pub items: Arena<Item>,
    pub fields: Arena<Field>,
    /// Leaves of `use` trees.
    pub uses: Arena<UseLeaf>,
    pub attributes: Arena<Attribute>,
    /// Calls of macros that the language does not bring, with their arguments: what these write there is
    /// named by who calls.
    pub macro_calls: Vec<MacroCall>,
    /// Macros of other files that it calls, by name, as it says without their definitions: with these, a call that
    /// stands in the argument of another is carried out with that, and is none of the file's own any more.
    pub asked: Vec<Box<str>>,
    /// Where the names of paths stand that begin with `$crate`, in order. All other names in the rules
    /// of a `macro_rules!` mean what they mean where it is called.
    pub own_names: Vec<u32>,
    /// Those of the attributes, derives and calls that have the name of a macro behind the door.
    pub invocations: Vec<Invocation>,
    /// Those of the attributes and derives that have a template.
    pub templated: Vec<Templated>,
    pub cfgs: Arena<Cfg>,
    /// Types and paths outside bodies.
    pub terms: Terms,
    /// Bodies, encoded: [`Body::decode`] reads one.
    pub bodies: Bodies,
    /// `include!("x.rs")` in item position, by its `MacroCall` item: the path as written.
    pub includes: Vec<(ItemId, Box<str>)>,
    /// Inner `#![cfg(…)]` of the file, if any (index into `cfgs`).
    pub cfg: Option<CfgId>,
    /// Macro calls in item position that are not carried out and whose argument is not Rust.
    pub opaque: Vec<ItemId>,
    /// Functions and statics that are known to the linker by a name that an attribute gives them:
    /// `#[no_mangle]`, `#[export_name]`, and in an `extern` block `#[link_name]`.
    pub linked: Vec<(ItemId, Box<str>)>,
    /// What each `#[serde(…)]` says, in the order of the attributes.
    pub serde: Vec<Serde>,
    /// Where documentation tests begin.
    pub doc_tests: Vec<u32>,
    /// Hash of the macros of other files that it was read with; zero where there were none.
    pub shared: [u8; 16],
    /// Hash of all that other files can see: neither bodies (unless they hold items) nor places nor
    /// comments. Two versions of a file with the same interface resolve alike for all other files.
    pub interface: [u8; 16],
}

/// A derive or an attribute of another package that has a template.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Templated {
    /// Index into the templates of the workspace.
    pub template: u32,
    /// The path of the derive or attribute.
    pub path: PathId,
    /// What carries it.
    pub item: ItemId,
    /// What it writes, with all that is in it.
    pub derived: IdxRange<Item>,
}

/// An item: anything that can be named, and `impl` and `use`, which can not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Item {
    pub kind: ItemKind,
    /// [`sym::EMPTY`] for what has no name.
    pub name: Name,
    /// Where the name begins (for an unnamed item: where the item begins).
    pub at: u32,
    /// First and one-past-last byte of the whole item without its attributes and doc comments.
    pub span: (u32, u32),
    /// The enclosing module, impl, trait, enum, block or foreign block; `None` at the top.
    pub parent: Option<ItemId>,
    pub visibility: Visibility,
    /// Into [`FileSummary::attributes`].
    pub attributes: IdxRange<Attribute>,
    /// The item's own `#[cfg]` (all of them joined), into [`FileSummary::cfgs`].
    pub cfg: Option<CfgId>,
    /// Carries `#[test]`, `#[bench]` or an attribute whose last segment is `test` (`#[tokio::test]`).
    pub is_test: bool,
    /// A macro argument was read as items and this is one of them: the macro's name is the
    /// item's nearest `MacroCall` parent.
    pub in_macro: bool,
    /// Of a function, a type, a constant, a macro or an impl: a hash of its tokens but for its attributes, and for
    /// what formatting adds and takes away. Else 0.
    pub code: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Visibility {
    Private,
    Public,
    /// `pub`, `pub(super)`, `pub(in path)`: the path says where.
    In(PathId),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ItemKind {
    /// `mod x;` (then `inline` is false) or `mod x { … }`. `path` is the `#[path]`.
    Module {
        inline: bool,
        path: Option<Box<str>>,
        /// What else it may be by a `#[cfg_attr(…, path = "…")]`; `None` for the file of its own name.
        others: Vec<Option<Box<str>>>,
        macro_use: bool,
    },
    /// A function, an associated function, a method, or a foreign function.
    Function(Box<Function>),
    /// Fields in [`FileSummary::fields`].
    Struct {
        generics: Generics,
        fields: IdxRange<Field>,
        shape: Shape,
    },
    Union {
        generics: Generics,
        fields: IdxRange<Field>,
    },
    /// Variants are items whose parent is the enum.
    Enum {
        generics: Generics,
    },
    Variant {
        fields: IdxRange<Field>,
        shape: Shape,
        discriminant: Option<BodyId>,
    },
    Const {
        generics: Generics,
        ty: Option<TypeId>,
        body: Option<BodyId>,
    },
    Static {
        ty: Option<TypeId>,
        body: Option<BodyId>,
        mutable: bool,
    },
    /// Supertraits are `bounds`. Associated items have the trait as parent. `is_auto`, and
    /// trait aliases, are not told apart.
    Trait {
        generics: Generics,
        bounds: IdxRange<Bound>,
    },
    /// A type alias or an associated type; `bounds` as in `type Item: Display;`.
    TypeAlias {
        generics: Generics,
        bounds: IdxRange<Bound>,
        ty: Option<TypeId>,
    },
    Impl {
        generics: Generics,
        trait_: Option<PathId>,
        self_ty: TypeId,
        negative: bool,
    },
    /// `use …;`: its leaves in [`FileSummary::uses`].
    Use {
        leaves: IdxRange<UseLeaf>,
    },
    /// `extern crate name as item.name`: `krate` is the original name, at `at`. Item name is the
    /// alias, or the same name.
    ExternCrate {
        krate: Name,
        at: u32,
        macro_use: bool,
    },
    /// `extern "C" { … }`: transparent, its items have it as parent.
    Foreign,
    /// `macro_rules! name` or `macro name`. One body per arm (see [`Arm`]).
    MacroRules {
        exported: bool,
        /// The rules as they are written; empty for a `macro`, and for one that a macro wrote.
        rules: Box<str>,
        arms: Vec<Arm>,
    },
    /// A macro call in item position. The items it stands for, if the file defines its macro above,
    /// or else its arguments, where they could be read as items, are items with this one as parent
    /// (transparent for names); where they could be read as expressions or
    /// statements they are in `body`; otherwise `loose` has the paths in it.
    MacroCall {
        path: PathId,
        /// All that it stands for was read: the items of its expansion, or of the file it includes.
        carried_out: bool,
        body: Option<BodyId>,
        loose: IdxRange<LoosePath>,
    },
    /// A block inside a body that holds items: their parent. Its own parent is the item whose
    /// body it is in, or the enclosing such block.
    Block,
}

impl ItemKind {
    /// Whether it only holds items, which then stand where it does: no definition.
    pub fn is_holder(&self) -> bool {
        matches!(self, ItemKind::Foreign | ItemKind::MacroCall { .. })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Shape {
    Named,
    Tuple,
    Unit,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Function {
    pub generics: Generics,
    pub receiver: Option<Receiver>,
    /// Types of the parameters without the receiver; patterns are in the body.
    pub params: Vec<TypeId>,
    /// The conditions of those parameters that have one.
    pub param_cfgs: Vec<(TypeId, CfgId)>,
    /// `None` is `()`.
    pub ret: Option<TypeId>,
    pub is_async: bool,
    pub is_const: bool,
    pub body: Option<BodyId>,
    /// Its body calls a method of its own name on `self`. In an impl that is a sign that the type
    /// has such a method itself: the call would never end otherwise.
    pub calls_its_name: bool,
}

/// `self`, `&self`, `&mut self`, or `self: Type`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Receiver {
    Value,
    Ref,
    RefMut,
    Typed(TypeId),
}

/// A call of a macro.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MacroCall {
    /// Into [`FileSummary::terms`].
    pub path: PathId,
    /// What the call stands in; `None` at the top.
    pub parent: Option<ItemId>,
    /// What stands between the brackets.
    pub argument: Box<str>,
}

/// One arm of a `macro_rules!`. In `body` (or in items whose parent is the macro) each `$x` has
/// become a name `$x`, each `$( … )*` its content once, and `$crate` the name `$crate`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Arm {
    /// The arm's transcriber read as an expression or statements, if it could be.
    pub body: Option<BodyId>,
    /// Paths in a transcriber that could not be read otherwise (into [`Terms::loose`]).
    pub loose: IdxRange<LoosePath>,
    /// Names of its metavariables with their fragment kind (`expr`, `ident`, `ty`, …), in order.
    pub metavariables: Vec<(Name, Box<str>)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Field {
    /// `0`, `1`, … in a tuple.
    pub name: Name,
    pub at: u32,
    pub ty: TypeId,
    /// What stands behind its `=`.
    pub default: Option<BodyId>,
    pub visibility: Visibility,
    pub attributes: IdxRange<Attribute>,
    pub cfg: Option<CfgId>,
}

/// One leaf of a `use` tree with its whole path.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct UseLeaf {
    /// For a glob: the path before `::*`. For `a::{self}`: `a`, with `is_self`.
    pub path: PathId,
    /// The name it is known by: the alias, else the last segment. `_` for `as _`.
    pub name: Name,
    /// Where the alias stands, if there is one.
    pub alias_at: Option<u32>,
    pub glob: bool,
    /// `{self}`: names the type namespace only.
    pub is_self: bool,
    /// This many leading segments were already written by an earlier leaf of the same `use`.
    pub shared: u32,
    /// The byte offset of the leaf itself (its last segment, `*`, or `self`).
    pub at: u32,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Attribute {
    /// `derive`, `serde`, `tokio::main`, … `cfg_attr(pred, x)` is given as `x`.
    pub path: PathId,
    pub span: (u32, u32),
    /// The paths among its tokens (into [`Terms::loose`]). For `derive`: the traits derived.
    pub loose: IdxRange<LoosePath>,
    pub is_derive: bool,
    /// The predicates of the `cfg_attr`s that it stands in.
    pub cfg: Option<CfgId>,
}

/// What a `#[serde(…)]` says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Serde {
    pub attribute: Idx<Attribute>,
    /// Each word with its text, if it has one: `default`, `rename = "id"`, and `rename(serialize = "id")`
    /// as `rename.serialize`.
    pub words: Vec<(Box<str>, Option<Box<str>>)>,
}

/// A `cfg` predicate.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Cfg {
    All(Vec<Cfg>),
    Any(Vec<Cfg>),
    Not(Box<Cfg>),
    Flag(Box<str>),
    Pair(Box<str>, Box<str>),
    /// Could not be read.
    Unknown,
}

/// Types, paths and bounds: an arena for the signatures of a file, and one in each body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Terms {
    pub types: Arena<Type>,
    /// Runs of types (tuple elements, parameters).
    pub type_lists: Arena<TypeId>,
    pub paths: Arena<Path>,
    pub segments: Arena<Segment>,
    pub args: Arena<GenericArgs>,
    pub bindings: Arena<Binding>,
    pub bounds: Arena<Bound>,
    /// Paths found in tokens that could not be read as anything else. Never `self`-like single
    /// keywords; a name directly followed by `!` is a macro's.
    pub loose: Arena<LoosePath>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LoosePath {
    pub path: PathId,
    /// Followed by `!`.
    pub is_macro: bool,
    /// Stands in a string literal (`#[serde(with = "a::b")]`): places are inside the literal.
    pub in_string: bool,
    /// Directly after a dot: a method or field of unknown receiver. One segment.
    pub after_dot: bool,
    pub says: Says,
}

/// What whoever reads an attribute does with a path in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Says {
    /// Not known: it names what it leads to.
    Name,
    /// It leads to a function, which is called.
    Call,
    /// It leads to a module or type, whose functions `serialize` and `deserialize` are called, one of
    /// them or both.
    Codec { serialize: bool, deserialize: bool },
}

/// Of a reference or a pointer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Mutability {
    Shared,
    Mut,
}

impl Mutability {
    /// Whether `mut` was written.
    pub fn new(mutable: bool) -> Self {
        if mutable { Self::Mut } else { Self::Shared }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Type {
    Path(PathId),
    Ref {
        mutability: Mutability,
        inner: TypeId,
    },
    Ptr {
        mutability: Mutability,
        inner: TypeId,
    },
    Slice(TypeId),
    /// The length is a body where it names anything.
    Array {
        element: TypeId,
        length: Option<BodyId>,
        /// The length as it is written.
        says: Name,
    },
    Tuple(IdxRange<TypeId>),
    /// `fn(params) -> ret`.
    Fn {
        params: IdxRange<TypeId>,
        ret: Option<TypeId>,
    },
    Never,
    /// `_`
    Infer,
    /// `impl A + B`, bounds in [`Terms::bounds`].
    Impl(IdxRange<Bound>),
    Dyn(IdxRange<Bound>),
    /// A const argument that is more than a name: a body where it names anything.
    Const {
        value: Option<BodyId>,
        /// As it is written.
        says: Name,
    },
    /// A macro call in type position: the type that it stands for, if the file knows the macro; else the
    /// paths in its argument.
    Macro {
        path: PathId,
        ty: Option<TypeId>,
        loose: IdxRange<LoosePath>,
    },
    /// What could not be read.
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Path {
    /// Begins with `::`.
    pub global: bool,
    /// `<T>::…`; for `<T as A::B>::c` the segments are `A B c` and `qself_trait` is 2.
    pub qself: Option<TypeId>,
    pub qself_trait: u32,
    pub segments: IdxRange<Segment>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Segment {
    pub name: Name,
    pub at: u32,
    pub args: Option<ArgsId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GenericArgs {
    /// Types in order, into [`Terms::type_lists`]; lifetimes left out; const arguments are
    /// `Type::Path` where they are written like a type, else `Type::Const`. For `Fn(A, B) -> C`: one
    /// tuple.
    pub types: IdxRange<TypeId>,
    /// `Item = T`, `Item: Bound`; for `Fn(A) -> B`: `Output = B`.
    pub bindings: IdxRange<Binding>,
    pub parenthesised: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Binding {
    pub name: Name,
    pub at: u32,
    pub ty: Option<TypeId>,
    pub bounds: IdxRange<Bound>,
}

/// A trait bound; lifetimes are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bound {
    pub path: PathId,
    pub maybe: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Generics {
    pub params: Vec<GenericParam>,
    pub wheres: Vec<Where>,
}

/// A type or const parameter; lifetimes are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GenericParam {
    pub name: Name,
    pub at: u32,
    pub bounds: IdxRange<Bound>,
    pub default: Option<TypeId>,
    /// The type of a const parameter.
    pub konst: Option<TypeId>,
    pub cfg: Option<CfgId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Where {
    pub ty: TypeId,
    pub bounds: IdxRange<Bound>,
}

/// What stands in a function, an initialiser, a macro's argument.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Body {
    pub terms: Terms,
    pub exprs: Arena<Expr>,
    pub pats: Arena<Pat>,
    pub stmts: Arena<Stmt>,
    pub arms: Arena<MatchArm>,
    pub struct_fields: Arena<StructField>,
    pub pat_fields: Arena<PatField>,
    pub closure_params: Arena<ClosureParam>,
    /// Runs of expressions.
    pub expr_lists: Arena<ExprId>,
    /// Runs of patterns.
    pub pat_lists: Arena<PatId>,
    /// One per parameter of the function, the receiver (a binding of `self`) first.
    pub params: Vec<PatId>,
    /// The body itself: for a function a `Block`.
    pub root: Option<ExprId>,
}

impl FileSummary {
    /// Whether an item stands in an `extern` block: it is declared here, and defined elsewhere.
    pub fn is_foreign(&self, item: &Item) -> bool {
        item.parent.is_some_and(|parent| matches!(self.items[parent].kind, ItemKind::Foreign))
    }

    /// Whether an item is derived by a macro behind the door: it stands in no file.
    pub fn is_derived(&self, item: ItemId) -> bool {
        self.invocations.iter().any(|invocation| is_among(invocation.derived, item))
            || self.template_of(item).is_some()
    }

    /// The derive or attribute whose template writes an item.
    pub fn template_of(&self, item: ItemId) -> Option<&Templated> {
        self.templated.iter().find(|templated| is_among(templated.derived, item))
    }

    /// Gives back what arenas had in reserve: summaries live as long as the run.
    pub fn shrink(&mut self) {
        let Terms { types, type_lists, paths, segments, args, bindings, bounds, loose } = &mut self.terms;
        types.shrink_to_fit();
        type_lists.shrink_to_fit();
        paths.shrink_to_fit();
        segments.shrink_to_fit();
        args.shrink_to_fit();
        bindings.shrink_to_fit();
        bounds.shrink_to_fit();
        loose.shrink_to_fit();
        self.names.shrink_to_fit();
        self.lines.shrink_to_fit();
        self.items.shrink_to_fit();
        self.fields.shrink_to_fit();
        self.uses.shrink_to_fit();
        self.attributes.shrink_to_fit();
        self.macro_calls.shrink_to_fit();
        self.asked.shrink_to_fit();
        self.own_names.shrink_to_fit();
        self.invocations.shrink_to_fit();
        self.templated.shrink_to_fit();
        self.opaque.shrink_to_fit();
        self.linked.shrink_to_fit();
        self.serde.shrink_to_fit();
        self.bodies.encoded.shrink_to_fit();
        self.bodies.ends.shrink_to_fit();
    }
}

/// Encoded bodies, one after the other.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bodies {
    #[serde(with = "bytes")]
    encoded: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Bodies {
    pub fn push(&mut self, body: &Body) -> BodyId {
        let id = BodyId::new(self.len());
        let encoded = std::mem::take(&mut self.encoded);
        self.encoded = postcard::to_extend(body, encoded).expect("a body is plain data");
        self.ends.push(to_u32(self.encoded.len()));
        id
    }

    pub fn truncate(&mut self, length: usize) {
        self.ends.truncate(length);
        self.encoded.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|index| &self[BodyId::new(index)])
    }
}

impl std::ops::Index<BodyId> for Bodies {
    type Output = [u8];

    fn index(&self, id: BodyId) -> &[u8] {
        let index = id.index();
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.encoded[start..self.ends[index] as usize]
    }
}

/// Bytes as one piece, and not as a list of numbers.
mod bytes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        <&[u8]>::deserialize(deserializer).map(<[u8]>::to_vec)
    }
}

impl Body {
    /// Empties it but keeps its memory.
    pub fn clear(&mut self) {
        let Terms { types, type_lists, paths, segments, args, bindings, bounds, loose } = &mut self.terms;
        types.clear();
        type_lists.clear();
        paths.clear();
        segments.clear();
        args.clear();
        bindings.clear();
        bounds.clear();
        loose.clear();
        self.exprs.clear();
        self.pats.clear();
        self.stmts.clear();
        self.arms.clear();
        self.struct_fields.clear();
        self.pat_fields.clear();
        self.closure_params.clear();
        self.expr_lists.clear();
        self.pat_lists.clear();
        self.params.clear();
        self.root = None;
    }

    /// # Errors
    /// When the bytes are not what [`Bodies`] wrote: a damaged cache.
    pub fn decode(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum Expr {
    Missing,
    Path(PathId),
    Literal(Literal),
    Call {
        callee: ExprId,
        args: IdxRange<ExprId>,
    },
    MethodCall {
        receiver: ExprId,
        name: Name,
        at: u32,
        generics: Option<ArgsId>,
        args: IdxRange<ExprId>,
    },
    /// `base.name`; tuple fields are named `0`, `1`, ….
    Field {
        base: ExprId,
        name: Name,
        at: u32,
    },
    /// Fields in [`Body::struct_fields`].
    Struct {
        path: PathId,
        fields: IdxRange<StructField>,
        base: Option<ExprId>,
    },
    Tuple(IdxRange<ExprId>),
    Array(IdxRange<ExprId>),
    Repeat {
        value: ExprId,
        count: ExprId,
    },
    /// `scope` is the `ItemKind::Block` that holds the items declared in it, if there are any.
    Block {
        kind: BlockKind,
        scope: Option<ItemId>,
        stmts: IdxRange<Stmt>,
        tail: Option<ExprId>,
        label: Option<Name>,
    },
    If {
        condition: ExprId,
        then: ExprId,
        otherwise: Option<ExprId>,
    },
    /// `let pat = value` in a condition; binds for what follows in the `&&` chain and the branch.
    Let {
        pat: PatId,
        value: ExprId,
    },
    Match {
        scrutinee: ExprId,
        arms: IdxRange<MatchArm>,
    },
    Loop {
        body: ExprId,
        label: Option<Name>,
    },
    While {
        condition: ExprId,
        body: ExprId,
        label: Option<Name>,
    },
    For {
        pat: PatId,
        iter: ExprId,
        body: ExprId,
        label: Option<Name>,
        is_await: bool,
    },
    Break {
        label: Option<Name>,
        value: Option<ExprId>,
    },
    Continue,
    Return(Option<ExprId>),
    Yield(Option<ExprId>),
    Closure {
        params: IdxRange<ClosureParam>,
        ret: Option<TypeId>,
        body: ExprId,
        is_async: bool,
    },
    Await(ExprId),
    Try(ExprId),
    /// `at` is where the operator stands, here and below.
    Unary {
        op: UnaryOp,
        expr: ExprId,
        at: u32,
    },
    Binary {
        op: BinaryOp,
        /// `+=` and the like.
        assigns: bool,
        left: ExprId,
        right: ExprId,
        at: u32,
    },
    /// Plain assignment.
    Assign {
        left: ExprId,
        right: ExprId,
    },
    Index {
        base: ExprId,
        index: ExprId,
        at: u32,
    },
    Range {
        start: Option<ExprId>,
        end: Option<ExprId>,
        inclusive: bool,
    },
    Cast {
        expr: ExprId,
        ty: TypeId,
    },
    Ref {
        mutability: Mutability,
        expr: ExprId,
    },
    /// Arguments read as expressions; statements come as one `Block`; `matches!(e, p if g)` as
    /// one `Match`. `loose` are paths in what could not be read (into the body's `terms.loose`).
    Macro {
        path: PathId,
        args: IdxRange<ExprId>,
        loose: IdxRange<LoosePath>,
        style: MacroStyle,
        /// The first argument is what the call stands for; others stand where that leaves out some of what is written.
        carried_out: bool,
    },
    /// `#[cfg(…)]` on an expression or a field of a struct expression: into [`FileSummary::cfgs`].
    Cfg {
        cfg: CfgId,
        expr: ExprId,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum MacroStyle {
    Parentheses,
    Brackets,
    Braces,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BlockKind {
    Plain,
    Unsafe,
    Async,
    Const,
    Try,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Literal {
    Str,
    ByteStr,
    CStr,
    Char,
    Byte,
    Bool,
    /// Suffix (`u8`), if any.
    Int(Option<Name>),
    Float(Option<Name>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum UnaryOp {
    Deref,
    Not,
    Neg,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitXor,
    BitAnd,
    BitOr,
    Shl,
    Shr,
    And,
    Or,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl BinaryOp {
    /// Length in bytes, without the `=` of one that assigns.
    pub(crate) fn length(self) -> u32 {
        match self {
            BinaryOp::Shl
            | BinaryOp::Shr
            | BinaryOp::And
            | BinaryOp::Or
            | BinaryOp::Eq
            | BinaryOp::Ne
            | BinaryOp::Le
            | BinaryOp::Ge => 2,
            _ => 1,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum Stmt {
    Let {
        cfg: Option<CfgId>,
        pat: PatId,
        ty: Option<TypeId>,
        init: Option<ExprId>,
        otherwise: Option<ExprId>,
    },
    Expr(ExprId),
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct MatchArm {
    pub cfg: Option<CfgId>,
    pub pat: PatId,
    pub guard: Option<ExprId>,
    pub body: ExprId,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct StructField {
    pub name: Name,
    pub at: u32,
    pub shorthand: bool,
    pub value: ExprId,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct PatField {
    pub cfg: Option<CfgId>,
    pub name: Name,
    pub at: u32,
    pub shorthand: bool,
    pub pat: PatId,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct ClosureParam {
    pub cfg: Option<CfgId>,
    pub pat: PatId,
    pub ty: Option<TypeId>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum Pat {
    Wild,
    Rest,
    /// `x`, `ref mut x`, `x @ sub`. A plain name may instead be a constant or a unit variant: the
    /// resolver decides.
    Bind {
        name: Name,
        at: u32,
        by_ref: bool,
        mutable: bool,
        sub: Option<PatId>,
    },
    /// A path of several segments.
    Path(PathId),
    Tuple(IdxRange<PatId>),
    TupleStruct {
        path: PathId,
        elems: IdxRange<PatId>,
    },
    /// Into [`Body::pat_fields`].
    Struct {
        path: PathId,
        fields: IdxRange<PatField>,
    },
    Ref {
        mutable: bool,
        pat: PatId,
    },
    Slice(IdxRange<PatId>),
    Or(IdxRange<PatId>),
    /// Literals and paths at the ends of ranges, constants.
    Expr(ExprId),
    Range {
        start: Option<ExprId>,
        end: Option<ExprId>,
    },
    Macro {
        path: PathId,
        loose: IdxRange<LoosePath>,
    },
    /// A `box` pattern, or what could not be read.
    Unknown,
}

/// What of the language's surface a place belongs to, in reports.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Namespace {
    Type,
    Value,
    Macro,
}

fn is_among(written: IdxRange<Item>, item: ItemId) -> bool {
    let start = written.start().index();
    (start..start + written.len()).contains(&item.index())
}
