//! What a crate's sources declare, by name.

use super::source::File;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::{
    FnArg, GenericParam, Generics, ImplItem, Item, ReceiverKind, Signature, TraitItem, Type, UseTree,
    Visibility,
};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Module,
    Type,
    Trait,
    /// Handed on by `use`: any of these.
    Import,
    Variant,
    Function,
}

/// An item, or what an item holds.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// The type or trait that it belongs to. `None` also for what stands in a macro's tokens.
    pub(super) owner: Option<String>,
    pub(super) name: String,
    /// Only found in tokens that are no items, so that nobody knows whose it is.
    pub(super) loose: bool,
    /// Parameters besides `self`.
    pub(super) inputs: usize,
    pub(super) receiver: Option<&'static str>,
    /// How many type parameters have to be written, and how many may.
    pub(super) generics: (usize, usize),
    pub(super) place: String,
    /// The traits that its type parameters must be, one after the other; then its own supertraits.
    pub(super) bounds: Vec<BTreeSet<String>>,
    /// Whether other crates can name it, as far as its own line says.
    pub(super) public: bool,
    /// Whether a comment above it says why it differs.
    pub(super) marked: bool,
}

#[derive(Default)]
pub(super) struct Declared {
    pub(super) entries: Vec<Entry>,
    /// The file that is read now, and its lines below a comment that says why they differ.
    file: String,
    marks: BTreeSet<usize>,
}

impl Declared {
    pub(super) fn of(files: &[File]) -> Self {
        let mut found = Declared::default();
        for (name, text) in files {
            found.file.clone_from(name);
            found.marks = marks(text);
            // Files of an older edition, and templates, are read for the names in them.
            match syn::parse_file(text) {
                Ok(file) => found.items(&file.items),
                Err(_) => found.tokens(text.parse().unwrap_or_default()),
            }
        }
        found
    }

    fn push(
        &mut self,
        kind: Kind,
        owner: Option<&str>,
        name: impl ToString,
        span: proc_macro2::Span,
    ) -> &mut Entry {
        let line = span.start().line;
        let name = name.to_string();
        self.entries.push(Entry {
            kind,
            owner: owner.map(str::to_owned),
            name: name.trim_start_matches("r#").to_owned(),
            loose: false,
            inputs: 0,
            receiver: None,
            generics: (0, 0),
            bounds: Vec::new(),
            public: false,
            place: format!("{}:{line}", self.file),
            marked: self.marks.contains(&line),
        });
        self.entries.last_mut().expect("it was just pushed")
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        let span = item.span();
        match item {
            Item::Mod(module) => {
                self.push(Kind::Module, None, &module.ident, span).public =
                    is_public(&module.vis, &module.attrs);
                self.items(module.content.as_ref().map_or(&[], |(_, items)| items));
            }
            Item::Struct(found) => {
                self.ty(&found.ident, &found.generics, span).public = is_public(&found.vis, &found.attrs);
            }
            Item::Union(found) => {
                self.ty(&found.ident, &found.generics, span).public = is_public(&found.vis, &found.attrs);
            }
            Item::Type(found) => {
                self.ty(&found.ident, &found.generics, span).public = is_public(&found.vis, &found.attrs);
            }
            Item::Enum(found) => {
                let public = is_public(&found.vis, &found.attrs);
                self.ty(&found.ident, &found.generics, span).public = public;
                for variant in &found.variants {
                    let owner = found.ident.to_string();
                    self.push(Kind::Variant, Some(&owner), &variant.ident, variant.span()).public = public;
                }
            }
            Item::Trait(found) => {
                let public = is_public(&found.vis, &found.attrs);
                let entry = self.push(Kind::Trait, None, &found.ident, span);
                (entry.generics, entry.bounds, entry.public) =
                    (counts(&found.generics), bounds(&found.generics), public);
                entry.bounds.push(traits(&found.supertraits));
                let owner = found.ident.to_string();
                for item in &found.items {
                    match item {
                        TraitItem::Fn(function) => {
                            self.function(Some(&owner), &function.sig, item.span()).public = public;
                        }
                        TraitItem::Macro(call) => self.members(&owner, &call.mac.tokens),
                        TraitItem::Verbatim(tokens) => self.tokens(tokens.clone()),
                        _ => {}
                    }
                }
            }
            Item::TraitAlias(found) => {
                self.push(Kind::Trait, None, &found.ident, span).generics = counts(&found.generics);
            }
            Item::Impl(found) => {
                let owner = type_name(&found.self_ty);
                for item in &found.items {
                    match item {
                        ImplItem::Fn(function) => {
                            let public = is_public(&function.vis, &function.attrs);
                            self.function(Some(&owner), &function.sig, item.span()).public = public;
                        }
                        ImplItem::Macro(call) => self.members(&owner, &call.mac.tokens),
                        ImplItem::Verbatim(tokens) => self.tokens(tokens.clone()),
                        _ => {}
                    }
                }
            }
            Item::Fn(function) => {
                let public = is_public(&function.vis, &function.attrs);
                self.function(None, &function.sig, span).public = public;
            }
            Item::Use(found) if matches!(found.vis, Visibility::Public(_)) => self.imports(&found.tree),
            Item::Verbatim(tokens) => self.tokens(tokens.clone()),
            Item::Macro(found) => {
                if let Some(name) = &found.ident {
                    self.push(Kind::Import, None, name, span);
                    self.tokens(found.mac.tokens.clone());
                } else if let Ok(file) = syn::parse2::<syn::File>(found.mac.tokens.clone()) {
                    self.items(&file.items);
                } else {
                    self.tokens(found.mac.tokens.clone());
                }
            }
            _ => {}
        }
    }

    fn ty(&mut self, name: &syn::Ident, generics: &Generics, span: proc_macro2::Span) -> &mut Entry {
        let entry = self.push(Kind::Type, None, name, span);
        (entry.generics, entry.bounds) = (counts(generics), bounds(generics));
        entry
    }

    fn function(
        &mut self,
        owner: Option<&str>,
        signature: &Signature,
        span: proc_macro2::Span,
    ) -> &mut Entry {
        let receiver = signature.receiver().map(|receiver| match &receiver.kind {
            ReceiverKind::Value => "self",
            ReceiverKind::Reference(_, _, None) => "&self",
            ReceiverKind::Reference(_, _, Some(_)) => "&mut self",
            _ => "self: …",
        });
        let typed = signature.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(input) => Some(&*input.ty),
            FnArg::Receiver(_) => None,
        });
        let of_inputs = typed.clone().filter(|ty| matches!(ty, Type::ImplTrait(_))).count();
        // Lengths of arrays mean nothing in stand-ins.
        let most = signature.generics.type_params().count();
        let inputs = typed.count();
        let entry = self.push(Kind::Function, owner, &signature.ident, span);
        (entry.inputs, entry.receiver) = (inputs, receiver);
        entry.generics = (most + of_inputs, most + of_inputs);
        entry.bounds = bounds(&signature.generics);
        entry
    }

    fn imports(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.imports(&path.tree),
            UseTree::Name(found) if found.ident != "self" => {
                self.push(Kind::Import, None, &found.ident, found.span());
            }
            UseTree::Rename(found) if found.rename != "_" => {
                self.push(Kind::Import, None, &found.rename, found.span());
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.imports(tree)),
            _ => {}
        }
    }

    /// A macro's call among the members of a trait or an impl.
    fn members(&mut self, owner: &str, tokens: &TokenStream) {
        match syn::parse2::<syn::ItemImpl>(quote(tokens)) {
            Ok(found) => {
                for item in &found.items {
                    match item {
                        ImplItem::Fn(function) => {
                            self.function(Some(owner), &function.sig, item.span());
                        }
                        ImplItem::Verbatim(tokens) => self.tokens(tokens.clone()),
                        _ => {}
                    }
                }
            }
            Err(_) => self.tokens(tokens.clone()),
        }
    }

    /// What is declared in tokens that are no items: functions, types and traits by name alone.
    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            if let TokenTree::Group(group) = tree {
                self.tokens(group.stream());
            }
            let (TokenTree::Ident(word), Some(TokenTree::Ident(name))) = (tree, trees.get(at + 1)) else {
                continue;
            };
            let kind = match word.to_string().as_str() {
                "fn" => Kind::Function,
                "struct" | "enum" | "union" | "type" => Kind::Type,
                "trait" => Kind::Trait,
                "mod" => Kind::Module,
                _ => continue,
            };
            self.push(kind, None, name, name.span()).loose = true;
        }
    }
}

/// `impl X { tokens }`, to be read as members.
fn quote(tokens: &TokenStream) -> TokenStream {
    let mut text: TokenStream = "impl X".parse().expect("these are tokens");
    text.extend([TokenTree::Group(proc_macro2::Group::new(Delimiter::Brace, tokens.clone()))]);
    text
}

/// The lines below a comment `// Differs: …`.
fn marks(text: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut marked = false;
    for (line, content) in (1..).zip(text.lines().map(str::trim)) {
        if content.starts_with("// Differs: ") {
            marked = true;
        } else if marked && !content.starts_with("//") {
            found.insert(line);
            marked = false;
        }
    }
    found
}

/// Type parameters and constants without a default, and all of them.
fn counts(generics: &Generics) -> (usize, usize) {
    let has_default = |param: &GenericParam| match param {
        GenericParam::Type(param) => param.default.is_some(),
        GenericParam::Const(param) => param.default.is_some(),
        GenericParam::Lifetime(_) => true,
    };
    let all = generics.params.iter().filter(|param| !matches!(param, GenericParam::Lifetime(_)));
    (all.clone().filter(|param| !has_default(param)).count(), all.count())
}

/// Whether it is `pub`, and shown in the documentation.
fn is_public(visibility: &Visibility, attributes: &[syn::Attribute]) -> bool {
    let hides = |attribute: &syn::Attribute| {
        attribute.path().is_ident("doc")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "hidden")
    };
    matches!(visibility, Visibility::Public(_)) && !attributes.iter().any(hides)
}

/// The traits that each type parameter must be.
fn bounds(generics: &Generics) -> Vec<BTreeSet<String>> {
    let of = |parameter: &syn::TypeParam| {
        let mut found = traits(&parameter.bounds);
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let syn::WherePredicate::Type(predicate) = predicate
                && matches!(&predicate.bounded_ty, Type::Path(path) if path.path.is_ident(&parameter.ident))
            {
                found.extend(traits(&predicate.bounds));
            }
        }
        found
    };
    generics.type_params().map(of).collect()
}

/// The last names of bounds, without lifetimes.
fn traits<'b>(bounds: impl IntoIterator<Item = &'b syn::TypeParamBound>) -> BTreeSet<String> {
    let name = |bound: &syn::TypeParamBound| match bound {
        syn::TypeParamBound::Trait(found) => Some(found.path.segments.last()?.ident.to_string()),
        _ => None,
    };
    bounds.into_iter().filter_map(name).collect()
}

/// `Vec` for `&mut vec::Vec<T>`, `[]` for slices and arrays.
fn type_name(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map_or_else(String::new, |last| last.ident.to_string()),
        Type::Reference(found) => type_name(&found.elem),
        Type::Ptr(found) => type_name(&found.elem),
        Type::Slice(_) | Type::Array(_) => "[]".to_owned(),
        Type::TraitObject(found) => found
            .bounds
            .iter()
            .find_map(|bound| match bound {
                syn::TypeParamBound::Trait(found) => found.path.segments.last(),
                _ => None,
            })
            .map_or_else(String::new, |last| last.ident.to_string()),
        _ => String::new(),
    }
}
