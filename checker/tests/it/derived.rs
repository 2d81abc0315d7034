//! What the checker takes to be derived is what the macros derive.
//!
//! `tests/expanded` has what the macros write for each compiling case, for their world and for the
//! example. Both sides are read by the same front end, the expansion as the Rust that it is, the source
//! with its marks, and compared item by item: names, kinds, visibility, type parameters, signatures.
//!
//! The checker leaves out what nobody names and no type needs: constants, how data is written, what
//! methods of our traits do, the names by which derived code calls the steps of a process; and that a type is `Send`, `Sync` or `Sized`.

use cargo_stateline::marks::MARKS;
use stateline_cases::cargo::{read, root};
use stateline_rust::arena::IdxRange;
use stateline_rust::summary::{
    ArgsId, Bound, FileSummary, GenericParam, Generics, ItemId, ItemKind, Mutability, Name, PathId, Receiver,
    Type, TypeId, UseLeaf, Visibility,
};
use stateline_rust::{summarise, summarise_with};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn what_the_checker_derives_is_what_the_macros_derive() {
    let folder = root().join("tests/expanded");
    let (mut failures, mut compared) = (String::new(), 0);
    for path in rust_files(&folder) {
        let expansion = read(&path);
        let source = expansion.lines().next().and_then(|head| head.split('`').nth(1));
        let source = source.expect("an expansion says what it is derived from").to_owned();
        let (macros, ours) = (expanded(&expansion), derived(&read(&root().join(&source))));
        compared += macros.len();
        for line in macros.difference(&ours) {
            failures += &format!("{source}: the macros derive {line}\n");
        }
        for line in ours.difference(&macros) {
            failures += &format!("{source}: the checker derives {line}\n");
        }
    }
    assert!(compared > 100, "only {compared} items are compared");
    assert!(
        failures.is_empty(),
        "{failures}the checker's templates stand in checker/src/marks/derived.rs; what the macros derive \
         is written anew by `STATELINE_RENEW=1 cargo test -p stateline-macros expanded`"
    );
}

#[test]
fn a_drift_of_either_side_is_seen() {
    let source =
        "#[stateline::operation(effect = \"read\")] pub fn load(db: &Db, of: u64) -> Sum { todo!() }";
    let whole = derived(source);
    assert_eq!(whole.len(), 9, "{whole:#?}");
    for moved in [
        source.replace("load", "unload"),
        source.replace("of: u64", "of: u32"),
        source.replace("of: u64", "of: u64, more: u8"),
        source.replace("-> Sum", "-> Other"),
        source.replace("&Db", "&Other"),
        source.replace("pub fn", "fn"),
        source.replace("operation", "step"),
    ] {
        assert_ne!(derived(&moved), whole, "{moved}");
    }
    let text = "pub struct Load { pub of: u64 } pub trait CallLoad: Call<Load> { fn load(&self, of: u64); }";
    let whole = expanded(text);
    for (what, with) in [
        ("pub of", "of"),
        ("pub struct", "struct"),
        ("Call<Load>", "Call<Sum>"),
        ("&self", "self"),
        ("Load {", "Load<T> {"),
        ("of: u64)", "of: u64) -> u64"),
    ] {
        assert_ne!(expanded(&text.replacen(what, with, 1)), whole, "{with}");
    }
}

/// What the macros derive, from an expansion.
fn expanded(text: &str) -> BTreeSet<String> {
    let summary = summarise("expanded.rs", text).expect("an expansion is Rust");
    let shown = Shown { summary: &summary };
    summary.items.ids().filter(|id| !shown.is_away(*id)).filter_map(|id| shown.item(id)).collect()
}

/// What the checker takes to be derived, from a source.
fn derived(text: &str) -> BTreeSet<String> {
    let summary = summarise_with("source.rs", text, &MARKS).expect("a case is Rust");
    let shown = Shown { summary: &summary };
    let kept = summary.invocations.iter().filter(|invocation| !shown.is_away(invocation.item));
    let all = kept.flat_map(|invocation| invocation.derived.ids()).filter_map(|id| shown.item(id));
    // What a field under a condition lends, the checker takes for lent.
    let under_condition = summary.fields.iter().filter(|field| field.cfg.is_some());
    let lent: Vec<String> =
        under_condition.map(|field| format!("Has<{}>", shown.ty(field.ty, &Parameters::new()))).collect();
    all.filter(|line| !lent.iter().any(|lent| line.contains(lent))).collect()
}

/// Shows items as lines, without what the checker leaves out.
struct Shown<'s> {
    summary: &'s FileSummary,
}

/// The type parameters that are in scope, which are shown by their numbers.
type Parameters = Vec<Name>;

impl Shown<'_> {
    /// Whether the compiler takes it away, or a macro of the case wrote it, which nobody expands here.
    fn is_away(&self, id: ItemId) -> bool {
        let item = &self.summary.items[id];
        let is_macro = |id: ItemId| matches!(self.summary.items[id].kind, ItemKind::MacroCall { .. });
        item.cfg.is_some() || item.parent.is_some_and(|parent| is_macro(parent) || self.is_away(parent))
    }

    fn item(&self, id: ItemId) -> Option<String> {
        let item = &self.summary.items[id];
        let mut parameters = Parameters::new();
        if let Some(parent) = item.parent {
            parameters.extend(self.parameters(parent));
        }
        if matches!(item.kind, ItemKind::TypeAlias { .. }) && self.summary.names[item.name].starts_with("__")
        {
            return None;
        }
        let shown = self.head(id, &mut parameters)?;
        let in_module = item.parent.is_none_or(|parent| !self.is_holder(parent));
        let visibility = if in_module { self.visibility(item.visibility) } else { String::new() };
        Some(format!("{}{visibility}{shown}", self.around(item.parent)?))
    }

    /// Whether what stands in it has no visibility of its own: also a module beside a function, which
    /// is as visible as that is, so that its contents need not be told apart.
    fn is_holder(&self, id: ItemId) -> bool {
        let item = &self.summary.items[id];
        match item.kind {
            ItemKind::Impl { .. } | ItemKind::Trait { .. } => true,
            ItemKind::Module { .. } => {
                let within = self.summary.items.enumerate().filter(|(_, other)| other.parent == Some(id));
                within.into_iter().all(|(_, other)| matches!(other.kind, ItemKind::Use { .. }))
            }
            _ => false,
        }
    }

    /// Whether it is a function in which a step stands, which is not itself derived.
    fn holds_items(&self, id: ItemId) -> bool {
        let mut items = self.summary.items.iter();
        items.any(|other| matches!(other.kind, ItemKind::Block) && other.parent == Some(id))
    }

    fn around(&self, parent: Option<ItemId>) -> Option<String> {
        let Some(id) = parent else { return Some(String::new()) };
        let item = &self.summary.items[id];
        let around = self.around(item.parent)?;
        let name = self.name(item.name);
        Some(match item.kind {
            ItemKind::Block | ItemKind::MacroCall { .. } => around,
            ItemKind::Module { .. } => format!("{around}{name}::"),
            ItemKind::Function(_) => format!("{around}{name}()::"),
            _ => format!("{around}{} => ", self.head(id, &mut Parameters::new())?),
        })
    }

    fn parameters(&self, id: ItemId) -> Parameters {
        match &self.summary.items[id].kind {
            ItemKind::Impl { generics, .. } | ItemKind::Trait { generics, .. } => names(generics),
            _ => Parameters::new(),
        }
    }

    /// An item without what stands around it; none for what is left out.
    fn head(&self, id: ItemId, outer: &mut Parameters) -> Option<String> {
        let item = &self.summary.items[id];
        let name = self.name(item.name);
        let is_of_trait =
            |id: ItemId| matches!(self.summary.items[id].kind, ItemKind::Impl { trait_: Some(_), .. });
        Some(match &item.kind {
            ItemKind::Module { .. } if self.is_holder(id) => format!("mod {name}"),
            ItemKind::Function(_) if item.parent.is_some_and(is_of_trait) || self.holds_items(id) => {
                return None;
            }
            ItemKind::Function(function) => {
                outer.extend(names(&function.generics));
                let receiver = function.receiver.map(|receiver| match receiver {
                    Receiver::Value => "self",
                    Receiver::Ref => "&self",
                    Receiver::RefMut => "&mut self",
                    Receiver::Typed(_) => "self: …",
                });
                let takes = function.params.iter().map(|ty| self.ty(*ty, outer));
                let takes: Vec<String> = receiver.map(str::to_owned).into_iter().chain(takes).collect();
                let gives = function.ret.map_or("()".to_owned(), |ty| self.ty(ty, outer));
                let generics = self.generics(&function.generics, outer);
                format!("fn {name}{generics}({}) -> {gives}", takes.join(", "))
            }
            ItemKind::Struct { generics, fields, .. } => {
                outer.extend(names(generics));
                let fields = self.summary.fields[*fields].iter().map(|field| {
                    let visibility = self.visibility(field.visibility);
                    format!("{visibility}{}: {}", self.name(field.name), self.ty(field.ty, outer))
                });
                let fields: Vec<String> = fields.collect();
                format!("struct {name}{} {{ {} }}", self.generics(generics, outer), fields.join(", "))
            }
            ItemKind::Trait { generics, bounds } => {
                outer.extend(names(generics));
                format!("trait {name}{}: {}", self.generics(generics, outer), self.bounds(*bounds, outer))
            }
            ItemKind::TypeAlias { ty, .. } => {
                let ty = ty.map_or_else(String::new, |ty| self.ty(ty, outer));
                // An error that is not written: the checker knows none.
                if name == "Error" && (ty == "Infallible" || ty == "_") {
                    return None;
                }
                format!("type {name} = {ty}")
            }
            ItemKind::Impl { generics, trait_, self_ty, .. } => {
                outer.extend(names(generics));
                let trait_ = trait_.map(|path| self.path(path, outer)).unwrap_or_default();
                // The checker takes everything for data.
                if trait_.contains("serde::") {
                    return None;
                }
                format!("impl{} {trait_} for {}", self.generics(generics, outer), self.ty(*self_ty, outer))
            }
            ItemKind::Use { leaves } => {
                let leaf =
                    |leaf: &UseLeaf| format!("{} as {}", self.path(leaf.path, outer), self.name(leaf.name));
                let mut leaves: Vec<String> = self.summary.uses[*leaves].iter().map(leaf).collect();
                leaves.sort();
                format!("use {}", leaves.join(", "))
            }
            // Modules and functions around what is derived, and constants.
            _ => return None,
        })
    }

    fn visibility(&self, visibility: Visibility) -> String {
        match visibility {
            Visibility::Private => String::new(),
            Visibility::Public => "pub ".to_owned(),
            // `pub(self)` is private.
            Visibility::In(path) => match self.path(path, &Parameters::new()).as_str() {
                "self" => String::new(),
                path => format!("pub(in {path}) "),
            },
        }
    }

    fn generics(&self, generics: &Generics, parameters: &Parameters) -> String {
        let one = |parameter: &GenericParam| {
            let number = parameters.iter().position(|name| *name == parameter.name);
            let number = number.expect("its own parameters are in scope");
            format!("${number}: {}", self.bounds(parameter.bounds, parameters))
        };
        let all: Vec<String> = generics.params.iter().map(one).collect();
        if all.is_empty() { String::new() } else { format!("<{}>", all.join(", ")) }
    }

    fn bounds(&self, bounds: IdxRange<Bound>, parameters: &Parameters) -> String {
        let all = self.summary.terms.bounds[bounds].iter().map(|bound| self.path(bound.path, parameters));
        let all: BTreeSet<String> =
            all.filter(|name| !matches!(name.as_str(), "Send" | "Sync" | "Sized")).collect();
        all.into_iter().collect::<Vec<_>>().join(" + ")
    }

    fn ty(&self, ty: TypeId, parameters: &Parameters) -> String {
        let ty_of = |ty| self.ty(ty, parameters);
        let list = |tys: &[TypeId]| tys.iter().map(|ty| ty_of(*ty)).collect::<Vec<_>>().join(", ");
        match self.summary.terms.types[ty] {
            Type::Path(path) => self.path(path, parameters),
            Type::Ref { mutability: Mutability::Mut, inner } => format!("&mut {}", ty_of(inner)),
            Type::Ref { mutability: Mutability::Shared, inner } => format!("&{}", ty_of(inner)),
            Type::Ptr { inner, .. } => format!("*{}", ty_of(inner)),
            Type::Slice(inner) | Type::Array { element: inner, .. } => format!("[{}]", ty_of(inner)),
            Type::Tuple(tys) => format!("({})", list(&self.summary.terms.type_lists[tys])),
            Type::Fn { params, ret } => {
                let gives = ret.map_or("()".to_owned(), ty_of);
                format!("fn({}) -> {gives}", list(&self.summary.terms.type_lists[params]))
            }
            Type::Never => "!".to_owned(),
            Type::Infer => "_".to_owned(),
            Type::Impl(bounds) => format!("impl {}", self.bounds(bounds, parameters)),
            Type::Dyn(bounds) => format!("dyn {}", self.bounds(bounds, parameters)),
            Type::Const { .. } | Type::Macro { .. } | Type::Unknown => "?".to_owned(),
        }
    }

    /// A path; of the standard library's, only the last name, since the prelude has what the checker
    /// writes. What a step takes, which the map names, the checker does not know when it reads: `_`.
    fn path(&self, path: PathId, parameters: &Parameters) -> String {
        let path = self.summary.terms.paths[path];
        if path.qself.is_some() {
            return "_".to_owned();
        }
        let segments = &self.summary.terms.segments[path.segments];
        if let [only] = segments
            && let Some(number) = parameters.iter().position(|name| *name == only.name)
        {
            return format!("${number}");
        }
        let is_std = path.global && segments.first().is_some_and(|first| self.name(first.name) == "core");
        let shown = if is_std { &segments[segments.len() - 1..] } else { segments };
        let shown = shown.iter().map(|segment| {
            let args = segment.args.map(|args| self.args(args, parameters)).unwrap_or_default();
            format!("{}{args}", self.name(segment.name))
        });
        shown.collect::<Vec<_>>().join("::")
    }

    fn args(&self, args: ArgsId, parameters: &Parameters) -> String {
        let terms = &self.summary.terms;
        let args = terms.args[args];
        let types = terms.type_lists[args.types].iter().map(|ty| self.ty(*ty, parameters));
        let bindings = terms.bindings[args.bindings].iter().map(|binding| {
            let ty = binding.ty.map_or_else(String::new, |ty| self.ty(ty, parameters));
            format!("{} = {ty}", self.name(binding.name))
        });
        let all: Vec<String> = types.chain(bindings).collect();
        if all.is_empty() { String::new() } else { format!("<{}>", all.join(", ")) }
    }

    fn name(&self, name: Name) -> &str {
        &self.summary.names[name]
    }
}

fn names(generics: &Generics) -> Parameters {
    generics.params.iter().map(|parameter| parameter.name).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the expansions are there") {
        let path = entry.expect("a folder of ours is readable").path();
        match path.is_dir() {
            true => found.extend(rust_files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}
