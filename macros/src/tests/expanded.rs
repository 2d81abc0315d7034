//! What is derived from the compiling cases of `tests/ui`, from their world, and from the example, is
//! committed below `tests/expanded`. The checker's idea of it is compared with these files.

use super::tokens;
use crate::map::Place;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use stateline_cases::{cargo, cases};
use stateline_schema::attribute::{Attribute, Invocation};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute as Written, Item, ItemFn, ItemMacro, ItemStruct, Macro, Meta, Stmt, UseTree};

#[test]
fn what_is_derived_is_as_committed() {
    let folder = cargo::root().join("tests/expanded");
    let (mut committed, mut derived) = (BTreeMap::new(), BTreeMap::new());
    for path in rust_files(&folder) {
        committed.insert(below(&path, &folder), cargo::read(&path));
    }
    of_cases(&mut derived);
    of_example(&mut derived);
    if std::env::var_os("STATELINE_RENEW").is_some() {
        committed.keys().for_each(|name| fs::remove_file(folder.join(name)).expect("it was just read"));
        derived.iter().for_each(|(name, text)| cargo::write(&folder.join(name), text));
        return;
    }
    let names = committed.keys().chain(derived.keys());
    let differ: Vec<&String> = names.filter(|name| committed.get(*name) != derived.get(*name)).collect();
    assert!(
        differ.is_empty(),
        "the macros derive something else than tests/expanded says: {differ:?}\n\
         write it anew by `STATELINE_RENEW=1 cargo test -p stateline-macros expanded`, and read the difference"
    );
}

/// The compiling cases, and the crates around them, which have the same map.
fn of_cases(derived: &mut BTreeMap<String, String>) {
    let compiling = cases::all().into_iter().filter(|case| case.compiles);
    let of_case =
        |case: cases::Case| (format!("ui/{}.rs", case.name), "payments".to_owned(), case.text, case.map);
    let map = cargo::read(&cargo::root().join("tests/ui/maps/default.yaml"));
    let of_world = cases::world().into_iter().map(|(path, text)| {
        let (krate, file) = path.split_once("/src/").expect("a crate's sources stand in `src`");
        (format!("ui/world/{krate}/{file}"), krate.to_owned(), text, map.clone())
    });
    for (name, krate, text, map) in compiling.map(of_case).chain(of_world) {
        let package = tempfile::tempdir().expect("a folder can be made");
        cargo::write(&package.path().join("stateline.yaml"), &map);
        add(
            derived,
            &name,
            &format!("tests/{name}"),
            &text,
            &place(package.path(), package.path(), &krate, "src/lib.rs"),
        );
    }
}

/// The payout example, where its map and its files are.
fn of_example(derived: &mut BTreeMap<String, String>) {
    let folder = cargo::root().join("examples/payout");
    for path in rust_files(&folder) {
        let file = below(&path, &folder);
        if let Some((krate, inside)) = file.split_once('/')
            && inside.starts_with("src/")
        {
            let place = place(&folder, &folder.join(krate), krate, inside);
            add(
                derived,
                &format!("payout/{file}"),
                &format!("examples/payout/{file}"),
                &cargo::read(&path),
                &place,
            );
        }
    }
}

fn place(workspace: &Path, package: &Path, krate: &str, file: &str) -> Place {
    Place {
        package_folder: Some(package.to_owned()),
        workspace_folder: Some(workspace.to_owned()),
        crate_name: krate.to_owned(),
        package: krate.to_owned(),
        file: Some(package.join(file)),
    }
}

/// Enters what is derived from a file, if something is.
fn add(derived: &mut BTreeMap<String, String>, name: &str, source: &str, text: &str, place: &Place) {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{source}: {error}"));
    let mut names = Attribute::ALL.map(|ours| (ours.name().to_owned(), ours)).into();
    renamed(&file.items, &mut names);
    let items = Deriving { place, names }.items(file.items);
    if !items.is_empty() {
        let file: syn::File = syn::parse_quote!(#(#items)*);
        derived.insert(
            name.to_owned(),
            format!("// What the macros derive from `{source}`.\n\n{}", prettyplease::unparse(&file)),
        );
    }
}

/// The names by which a file imports our macros.
fn renamed(items: &[Item], names: &mut HashMap<String, Attribute>) {
    fn imported(tree: &UseTree, names: &mut HashMap<String, Attribute>) {
        match tree {
            UseTree::Path(path) => imported(&path.tree, names),
            UseTree::Group(group) => group.items.iter().for_each(|one| imported(one, names)),
            UseTree::Rename(rename) => {
                let ours = Attribute::named(&rename.ident.to_string());
                names.extend(ours.map(|ours| (rename.rename.to_string(), ours)));
            }
            UseTree::Name(_) | UseTree::Glob(_) => {}
        }
    }
    for item in items {
        match item {
            Item::Use(item) => imported(&item.tree, names),
            Item::Mod(item) => item.content.iter().for_each(|(_, items)| renamed(items, names)),
            _ => {}
        }
    }
}

struct Deriving<'p> {
    place: &'p Place,
    /// Our macros, by the names that they have in this file.
    names: HashMap<String, Attribute>,
}

impl Deriving<'_> {
    /// What is derived from items, in the modules and functions where it stands.
    fn items(&self, items: Vec<Item>) -> Vec<Item> {
        items.into_iter().flat_map(|item| self.item(item)).collect()
    }

    fn item(&self, mut item: Item) -> Vec<Item> {
        match &mut item {
            // The compiler takes it away before it asks a macro.
            Item::Fn(ItemFn { attrs, .. })
            | Item::Struct(ItemStruct { attrs, .. })
            | Item::Macro(ItemMacro { attrs, .. })
                if attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) =>
            {
                Vec::new()
            }
            Item::Mod(module) => {
                let inner = self.items(module.content.take().map(|(_, items)| items).unwrap_or_default());
                within(inner, |inner| {
                    let name = &module.ident;
                    syn::parse_quote!(mod #name { #(#inner)* })
                })
            }
            Item::Fn(function) => {
                let inner = self.statements(function.block.stmts.clone());
                let mut derived = within(inner, |inner| {
                    let name = &function.sig.ident;
                    syn::parse_quote!(fn #name() { #(#inner)* })
                });
                let ours = self.attribute(&mut function.attrs);
                derived.extend(
                    ours.into_iter().flat_map(|(ours, arguments)| self.beside(ours, arguments, &item)),
                );
                derived
            }
            Item::Struct(data) => {
                let ours = self.attribute(&mut data.attrs);
                let lends = data.attrs.iter().any(|attribute| self.derives_environment(attribute));
                let lent = lends.then(|| file(crate::environment::expand(item.to_token_stream())));
                let of_attribute =
                    ours.into_iter().flat_map(|(ours, arguments)| self.beside(ours, arguments, &item));
                of_attribute.chain(lent.into_iter().flatten()).collect()
            }
            Item::Enum(data) => {
                let ours = self.attribute(&mut data.attrs);
                ours.into_iter().flat_map(|(ours, arguments)| self.beside(ours, arguments, &item)).collect()
            }
            Item::Macro(called) => self.process(&called.mac),
            _ => Vec::new(),
        }
    }

    fn statements(&self, statements: Vec<Stmt>) -> Vec<Item> {
        let of = |statement| match statement {
            Stmt::Item(item) => self.item(item),
            Stmt::Macro(called) if called.attrs.is_empty() => self.process(&called.mac),
            _ => Vec::new(),
        };
        statements.into_iter().flat_map(of).collect()
    }

    fn process(&self, called: &Macro) -> Vec<Item> {
        match self.ours(&called.path) {
            Some(Attribute::Process) => {
                kept(file(crate::process::expand(called.tokens.clone(), self.place)), 0)
            }
            _ => Vec::new(),
        }
    }

    /// What an attribute puts beside its item.
    fn beside(&self, ours: Attribute, arguments: TokenStream, item: &Item) -> Vec<Item> {
        let (item, place) = (item.to_token_stream(), self.place);
        let expansion = match ours {
            Attribute::Operation => crate::operation::expand(arguments, item, place),
            Attribute::Step | Attribute::Compensation => crate::step::expand(ours, arguments, item, place),
            Attribute::Receives => crate::receives::expand(arguments, item, place),
            Attribute::Migration => crate::migration::expand(arguments, item, place),
            Attribute::Message => crate::message::expand(arguments, item, place),
            Attribute::Process | Attribute::Environment | Attribute::Failure => {
                panic!("{ours} is no attribute")
            }
        };
        kept(file(expansion), 1)
    }

    /// Takes the one of our attributes, with its arguments.
    fn attribute(&self, attributes: &mut Vec<Written>) -> Option<(Attribute, TokenStream)> {
        let (at, ours) = attributes.iter().enumerate().find_map(|(at, attribute)| {
            let ours = self.ours(attribute.path())?;
            (ours.invocation() == Invocation::Attribute).then_some((at, ours))
        })?;
        let arguments = match attributes.remove(at).meta {
            Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        Some((ours, arguments))
    }

    fn derives_environment(&self, attribute: &Written) -> bool {
        let mut found = false;
        if attribute.path().is_ident("derive") {
            let all = attribute.parse_nested_meta(|derive| {
                found |= self.ours(&derive.path) == Some(Attribute::Environment);
                Ok(())
            });
            all.expect("a derive lists paths");
        }
        found
    }

    fn ours(&self, path: &syn::Path) -> Option<Attribute> {
        let last: &Ident = &path.segments.last()?.ident;
        self.names.get(&last.to_string()).copied()
    }
}

/// What stands inside of something, if it is anything.
fn within(inner: Vec<Item>, item: impl FnOnce(&[Item]) -> Item) -> Vec<Item> {
    if inner.is_empty() { Vec::new() } else { vec![item(&inner)] }
}

fn file(expansion: TokenStream) -> Vec<Item> {
    let file: syn::File = syn::parse2(expansion).expect("an expansion is items");
    assert!(!quote!(#file).to_string().contains("compile_error"), "something is refused: {}", quote!(#file));
    file.items
}

/// Items without the first ones, which are not derived, and without what makes the compiler come back
/// when the map changes, which depends on where the map lies.
fn kept(items: Vec<Item>, first: usize) -> Vec<Item> {
    let bytes = tokens("&[u8]").to_string();
    let tracks =
        |item: &Item| matches!(item, Item::Const(item) if item.ty.to_token_stream().to_string() == bytes);
    items.into_iter().skip(first).filter(|item| !tracks(item)).flat_map(run).collect()
}

/// What derived code writes with a derive of its own, as that writes it.
fn run(item: Item) -> Vec<Item> {
    let Item::Const(constant) = &item else { return vec![item] };
    let syn::Expr::Block(block) = &*constant.expr else { return vec![item] };
    match &block.block.stmts[..] {
        [Stmt::Item(Item::Struct(runs))] if runs.ident == "Runs" => {
            file(crate::deprecated::expand(runs.to_token_stream()))
        }
        _ => vec![item],
    }
}

/// The Rust files below a folder, in order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("a folder of ours is readable").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A file's path from a folder on, with `/` everywhere.
fn below(path: &Path, folder: &Path) -> String {
    let rest = path.strip_prefix(folder).expect("it lies below the folder");
    rest.iter().map(|part| part.to_str().expect("a plain name")).collect::<Vec<_>>().join("/")
}
