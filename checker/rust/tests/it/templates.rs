//! Templates are held to what the macros really write: the compiler expands an example of each, and whatever
//! a template says of it must be there, with as many parameters and `self` taken the same way.
//!
//! A package counts whose sources are in the registry's folder of `CARGO_HOME` and that our own Cargo.lock
//! has; the others are named, and skipped. `scripts/templates` fetches all of them and sets
//! `STATELINE_TEMPLATES=all`, so that a missing one is a failure.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use syn::visit::Visit;

/// An example of what a package's macros stand on, with the features that bring them.
struct Example {
    package: &'static str,
    /// As `Cargo.toml` has it, behind the version.
    options: &'static str,
    code: &'static str,
}

const EXAMPLES: &[Example] = &[
    Example {
        package: "bon",
        options: "",
        code: "#[derive(bon::Builder)] pub struct Entry { pub amount: u64, pub note: String }",
    },
    Example {
        package: "derive-getters",
        options: "",
        code: "#[derive(derive_getters::Getters)] pub struct Account { balance: u64, #[getter(skip)] note: String }",
    },
    Example {
        package: "derive_more",
        options: r#", features = ["full"]"#,
        code: "
            #[derive(derive_more::From, derive_more::Into, derive_more::Deref, derive_more::DerefMut)]
            #[derive(derive_more::AsRef, derive_more::AsMut, derive_more::Constructor)]
            pub struct Money { cents: u64 }
            #[derive(derive_more::From, derive_more::IsVariant)]
            pub enum Either { Left(u8), RightHand(String) }
        ",
    },
    Example {
        package: "getset",
        options: "",
        code: "
            #[derive(getset::Getters, getset::Setters, getset::MutGetters, getset::CopyGetters)]
            pub struct Account {
                #[getset(get = \"pub\", set = \"pub\", get_mut = \"pub\")] owner: String,
                #[getset(get_copy = \"pub\")] balance: u64,
            }
        ",
    },
    Example {
        package: "sea-orm",
        options: r#", default-features = false, features = ["macros"]"#,
        code: "
            use sea_orm::entity::prelude::*;
            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = \"endpoint\")]
            pub struct Model { #[sea_orm(primary_key)] pub id: i32, pub created_at: String }
            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}
            impl ActiveModelBehavior for ActiveModel {}
        ",
    },
    Example {
        package: "strum",
        options: r#", features = ["derive"]"#,
        code: "
            #[derive(Clone, strum::EnumIter, strum::EnumIs, strum::EnumDiscriminants, strum::EnumString)]
            #[derive(strum::EnumCount, strum::VariantNames, strum::Display, strum::AsRefStr)]
            #[derive(strum::IntoStaticStr)]
            pub enum Kind { Debit, CreditNote }
        ",
    },
    Example {
        package: "thiserror",
        options: "",
        code: "
            #[derive(Debug, thiserror::Error)]
            pub enum Error { #[error(\"disk\")] Disk(#[from] std::io::Error), #[error(\"none\")] None }
            #[derive(Debug, thiserror::Error)]
            #[error(\"wrapped\")]
            pub struct Wrapped(#[from] std::fmt::Error);
        ",
    },
    Example {
        package: "typed-builder",
        options: "",
        code: "#[derive(typed_builder::TypedBuilder)] pub struct Entry { amount: u64, note: String }",
    },
];

#[test]
#[expect(
    clippy::print_stdout,
    reason = "what was compared depends on the machine, and `--nocapture` shows it"
)]
fn say_what_the_macros_really_write() {
    let all = std::env::var("STATELINE_TEMPLATES").is_ok_and(|value| value == "all");
    let (mut compared, mut without, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for example in EXAMPLES {
        let version = version(example.package);
        if !(is_here(example.package, &version) && (all || is_locked(example.package, &version))) {
            without.push(example.package);
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder can be made");
        lay_out(folder.path(), example, &version);
        let Some(expanded) = expanded(folder.path()) else {
            without.push(example.package);
            continue;
        };
        let written = written(folder.path());
        assert!(!written.is_empty(), "the template of {} says something", example.package);
        let missing = written.difference(&expanded);
        wrong.extend(missing.map(|said| format!("{}: the macro writes no {said}", example.package)));
        compared.push(example.package);
    }
    println!("compared: {}", compared.join(", "));
    println!("not on this machine: {}", without.join(", "));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!all || without.is_empty(), "not expanded: {without:?}");
}

/// The version that a template is of.
fn version(package: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let name = |file: std::fs::DirEntry| file.file_name().to_string_lossy().into_owned();
    let mut versions = files.map(name).filter_map(|name: String| {
        let (of, version) = name.strip_suffix(".template")?.split_once('@')?;
        (of == package).then(|| version.to_owned())
    });
    versions.next().expect("each example is of a template")
}

fn is_here(package: &str, version: &str) -> bool {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let mut registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    registries.any(|registry| registry.path().join(format!("{package}-{version}")).is_dir())
}

fn is_locked(package: &str, version: &str) -> bool {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let lock = std::fs::read_to_string(lock).unwrap_or_default();
    lock.contains(&format!("name = \"{package}\"\nversion = \"{version}\"\n"))
}

fn lay_out(folder: &Path, example: &Example, version: &str) {
    let manifest = format!(
        "[package]\nname = \"example\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{} = {{ version = \"={version}\"{} }}\n",
        example.package, example.options
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("a file can be written");
    std::fs::create_dir(folder.join("src")).expect("a folder can be made");
    std::fs::write(folder.join("src/lib.rs"), example.code).expect("a file can be written");
}

/// What the compiler makes of the example; none where it cannot be built from what is on this machine.
fn expanded(folder: &Path) -> Option<BTreeSet<String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["rustc", "--offline", "--quiet", "--lib", "--profile", "check", "--", "-Zunpretty=expanded"]);
    cargo.args(["--cap-lints", "allow"]).current_dir(folder).env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_TARGET_DIR", env!("CARGO_TARGET_TMPDIR"));
    let told = cargo.output().expect("cargo runs this test");
    if !told.status.success() {
        let said = String::from_utf8_lossy(&told.stderr);
        assert!(said.contains("offline") || said.contains("no matching package"), "{said}");
        return None;
    }
    let file = syn::parse_file(&String::from_utf8_lossy(&told.stdout)).expect("what is expanded is Rust");
    let mut said = Said::default();
    said.visit_file(&file);
    Some(said.found)
}

/// What the templates write for it.
fn written(folder: &Path) -> BTreeSet<String> {
    let manifest = folder.join("Cargo.toml");
    let options = stateline_rust::Options { manifest: Some(&manifest), ..stateline_rust::Options::default() };
    let workspace = stateline_rust::read(&options).expect("the workspace can be read");
    let summary = &workspace.files.iter().next().expect("it has a file").summary;
    let text = |name: stateline_rust::summary::Name| &*summary.names[name];
    let derived = summary.items.enumerate().filter(|(id, _)| summary.is_derived(*id));
    let of_type = |ty: stateline_rust::summary::TypeId| match summary.terms.types[ty] {
        stateline_rust::summary::Type::Path(path) => {
            let segments = &summary.terms.segments[summary.terms.paths[path].segments];
            segments.last().map_or("", |last| text(last.name))
        }
        _ => "",
    };
    derived
        .filter_map(|(_, item)| {
            use stateline_rust::summary::ItemKind;
            match &item.kind {
                ItemKind::Struct { .. } | ItemKind::Enum { .. } => Some(format!("type {}", text(item.name))),
                ItemKind::Variant { .. } => {
                    let of = item.parent.map_or("", |of| text(summary.items[of].name));
                    Some(format!("variant {of}::{}", text(item.name)))
                }
                ItemKind::Function(function) => {
                    let ItemKind::Impl { self_ty, .. } = summary.items[item.parent?].kind else {
                        return None;
                    };
                    let of = of_type(self_ty);
                    let receiver = if function.receiver.is_some() { "self, " } else { "" };
                    let count = function.params.len();
                    (!of.is_empty()).then(|| format!("function {of}::{}({receiver}{count})", text(item.name)))
                }
                _ => None,
            }
        })
        .collect()
}

/// Types, variants and functions of an expansion, in the same words.
#[derive(Default)]
struct Said {
    found: BTreeSet<String>,
    of: String,
}

impl<'a> Visit<'a> for Said {
    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.found.insert(format!("type {}", item.ident));
    }

    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.found.insert(format!("type {}", item.ident));
        let variants =
            item.variants.iter().map(|variant| format!("variant {}::{}", item.ident, variant.ident));
        self.found.extend(variants);
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        let mut ty = &*item.self_ty;
        while let syn::Type::Paren(syn::TypeParen { elem, .. }) = ty {
            ty = elem;
        }
        let of = match ty {
            syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        let outer = std::mem::replace(&mut self.of, of.unwrap_or_default());
        syn::visit::visit_item_impl(self, item);
        self.of = outer;
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        let inputs = &item.sig.inputs;
        let has_self = item.sig.receiver().is_some();
        let receiver = if has_self { "self, " } else { "" };
        let count = inputs.len() - usize::from(has_self);
        self.found.insert(format!("function {}::{}({receiver}{count})", self.of, item.sig.ident));
    }
}
