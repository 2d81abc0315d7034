//! The door for code that stands in no file: what comes in through it, and that nothing else does.

use stateline_rust::derive::{
    Argument, Carrier, Code, Derive, Exported, Form, Input, Macro, MacroKind, Names,
};
use stateline_rust::{
    BuildTarget, Dependency, DependencyKind, FileId, Options, Package, Reference, SourceFile, TargetKind,
    Workspace, all_references, stand_ins, summarise_with,
};
use std::path::Path;
use std::sync::LazyLock;

/// `#[offer]`, `#[derive(Lent)]` and `chain!`, which the package `offers` exports.
struct Offers;

static OFFERS: Offers = Offers;

impl Derive for Offers {
    fn macros(&self) -> &[Macro] {
        static MACROS: LazyLock<Vec<Macro>> = LazyLock::new(|| {
            let one =
                |name, kind, arguments| Macro { name, kind, packages: &["offers"], arguments, leading: None };
            let needs = Argument { key: "needs", form: Form::Paths(Names::Called) };
            let note = Argument { key: "note", form: Form::Text };
            let of = Argument { key: "of", form: Form::Tokens };
            vec![
                one("offer", MacroKind::Attribute, vec![needs, note]),
                one("Lent", MacroKind::Derive { helper: Some("lent") }, vec![note]),
                one("chain", MacroKind::Call, vec![of]),
            ]
        });
        &MACROS
    }

    fn derive(&self, input: &Input<'_>) -> Vec<Code> {
        match input.carrier {
            Carrier::Function(function) => {
                let request = format!("Offer_{}", input.text(&function.name));
                let parameters = function.parameters.iter().filter_map(|parameter| {
                    let field = Code::new("pub $name: $type,");
                    Some(field.with("name", parameter.name.as_ref()?).with("type", &parameter.ty))
                });
                let code = Code::new("struct $request { $fields } trait Ctx {} impl<T> Ctx for T {}");
                vec![code.with("request", request).with_all("fields", parameters)]
            }
            Carrier::Struct(ty) => {
                vec![Code::new("impl $name { pub fn lent(&self) -> Self {} }").with("name", &ty.name)]
            }
            Carrier::Call { name, .. } => {
                let of = input.given("of").first();
                of.map(|of| Code::new("fn $name() -> $of;").with("name", name).with("of", of))
                    .into_iter()
                    .collect()
            }
            Carrier::Enum(_) => Vec::new(),
        }
    }

    fn namesake(&self, _method: &str) -> Option<&'static str> {
        Some("offer")
    }

    fn uses_argument(&self, method: &str) -> bool {
        method == "send"
    }
}

const OFFERS_SOURCE: &str = "
    #[proc_macro_attribute] pub fn offer() {}
    #[proc_macro_derive(Lent)] pub fn lent() {}
    #[proc_macro] pub fn chain() {}
";
const DEFS: &str = "
    pub mod defs {
        pub struct Item;
        impl Item { pub fn touch(&self) {} }
        #[offers::offer(needs(other))]
        pub fn load(item: super::Item) {}
        pub fn other() {}
    }
    use defs::*;
";

/// The references of a crate that depends on `offers`, as `name=descriptor`.
fn references(code: &str) -> Vec<String> {
    let source = format!("{DEFS}{code}");
    let package = |name: &str, dependencies| Package {
        name: name.to_owned(),
        folder: String::new(),
        edition: 2024,
        dependencies,
        features: Vec::new(),
        id: name.to_owned(),
    };
    let offers = Dependency {
        code_name: "offers".to_owned(),
        package: "offers".to_owned(),
        library: None,
        kind: DependencyKind::Normal,
        local: Some(0),
        is_published: true,
    };
    let target = |index, name: &str| BuildTarget {
        package: index,
        kind: TargetKind::Library,
        name: name.to_owned(),
        code_name: name.to_owned(),
        root: FileId::new(index),
        edition: 2024,
    };
    let file = |path: &str, text: &str| {
        let summary = summarise_with(path, text, &OFFERS).expect("the pieces of code are Rust");
        SourceFile { path: path.into(), content: [0; 16], summary }
    };
    let workspace = Workspace {
        packages: vec![package("offers", Vec::new()), package("demo", vec![offers])],
        targets: vec![target(0, "offers"), target(1, "demo")],
        files: vec![file("offers.rs", OFFERS_SOURCE), file("src/lib.rs", &source)].into(),
        derive: &OFFERS,
        ..Workspace::default()
    };
    let stand_ins = stand_ins(&workspace);
    let mut world = stateline_rust::resolve(&workspace, &stand_ins);
    let mut references = all_references(&mut world).references;
    references.retain(|reference| reference.file == FileId::new(1));
    references.sort_by_key(|reference| reference.at);
    let name = |found: &Reference| &source[found.at as usize..(found.at + found.len) as usize];
    let told = |found| Some(format!("{}={}", name(found), world.target_descriptor(found)?));
    references.iter().filter_map(told).collect()
}

fn check(code: &str, expected: &[&str]) {
    let found = references(code);
    for wanted in expected {
        match wanted.strip_prefix('!') {
            Some(name) => {
                let is_there = found.iter().any(|found| found.starts_with(&format!("{name}=")));
                assert!(!is_there, "{code}\nhas {name}: {found:#?}");
            }
            None => assert!(found.iter().any(|found| found == wanted), "{code}\nlacks {wanted}: {found:#?}"),
        }
    }
}

const TOUCH: &str = "touch=defs/impl#[Item]touch().";

#[test]
fn derived_items_have_names_and_types() {
    let code = "fn t(x: defs::Offer_load) { x.item.touch(); }";
    check(code, &["Offer_load=defs/load().", TOUCH]);
    check("#[derive(offers::Lent)] struct Desk; fn t(x: Desk) { x.lent(); }", &["!lent"]);
    check("offers::chain!(pub go, of = Item); fn t() { go().touch(); }", &[TOUCH]);
}

#[test]
fn paths_in_arguments_are_references() {
    check("", &["other=defs/other()."]);
    check("#[offers::offer(ignores(other))] fn go() {}", &["other=defs/other()."]);
}

#[test]
fn a_macro_of_another_package_derives_nothing() {
    check("#[serde::offer] fn load2(x: Item) {} fn t(x: Offer_load2) { x.x.touch(); }", &["!touch"]);
    check(
        "use offers::offer as give; #[give] fn load2(x: Item) {} fn t(x: Offer_load2) { x.x.touch(); }",
        &[TOUCH],
    );
}

#[test]
fn methods_that_a_derived_trait_lacks_are_asked_for_at_the_door() {
    let ctx = "#[offers::offer] fn go(ctx: &impl Ctx)";
    check(&format!("{ctx} {{ ctx.load(1); }}"), &["load=defs/load()."]);
    check(&format!("{ctx} {{ ctx.send(Item); }}"), &["send=defs/Item#"]);
    check("fn go(ctx: &impl Copy) { ctx.load(1); ctx.send(Item); }", &["!load", "!send"]);
}

/// The same tables, but another macro in them.
struct Others;

static OTHERS: Others = Others;

impl Derive for Others {
    fn macros(&self) -> &[Macro] {
        OFFERS.macros()
    }

    fn derive(&self, _input: &Input<'_>) -> Vec<Code> {
        Vec::new()
    }

    fn exported(&self) -> &[Exported] {
        &[Exported {
            package: "made",
            name: "made",
            definition: "macro_rules! made { ($n:ident) => { #[serde(with = \"a::b\")] struct $n; }; }",
        }]
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder can be made");
    std::fs::write(path, text).expect("a file can be written");
}

/// How many items the one file of a workspace has.
fn items(folder: &Path, cache: &Path, derive: &'static dyn Derive) -> usize {
    let manifest = folder.join("Cargo.toml");
    let options = Options { manifest: Some(&manifest), cache: Some(cache), derive, ..Options::default() };
    let workspace = stateline_rust::read(&options).expect("the workspace can be read");
    workspace.files[FileId::new(0)].summary.items.len()
}

#[test]
fn what_an_earlier_run_kept_is_of_the_same_door_only() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let cache = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), "Cargo.toml", "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    write(folder.path(), "src/lib.rs", "#[offer] fn load() {}");
    for _ in 0..2 {
        assert_eq!(items(folder.path(), cache.path(), &OFFERS), 4);
        assert_eq!(items(folder.path(), cache.path(), &OTHERS), 1);
    }
}

#[test]
fn an_exported_macro_is_known_where_its_package_is() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let cache = tempfile::tempdir().expect("a folder can be made");
    let manifest = "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n";
    write(folder.path(), "src/lib.rs", "made!(A); made::made!(B);");
    for (dependency, expected) in [("", 2), ("made = \"1\"\n", 4), ("", 2)] {
        write(folder.path(), "Cargo.toml", &format!("{manifest}{dependency}"));
        assert_eq!(items(folder.path(), cache.path(), &OTHERS), expected, "{dependency}");
    }
}
