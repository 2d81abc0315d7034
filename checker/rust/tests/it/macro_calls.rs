//! What is read of macro calls: expressions among their arguments, and items that they make.

use stateline_rust::summary::{Body, Expr, FileSummary, ItemKind};
use stateline_rust::{Options, summarise};

fn read(text: &str) -> FileSummary {
    summarise("case.rs", text).unwrap_or_else(|problem| panic!("{problem:?} in {text}"))
}

/// Names of methods and paths among the expressions of the function `f`, in source order.
fn expressions(text: &str) -> Vec<String> {
    let summary = read(text);
    let function = summary.items.iter().find_map(|item| match &item.kind {
        ItemKind::Function(function) => function.body,
        _ => None,
    });
    let body = function.expect("there is a function with a body");
    let body = Body::decode(&summary.bodies[body]).expect("it was just written");
    let name = |name: stateline_rust::summary::Name| &*summary.names[name];
    let mut found: Vec<(u32, String)> = Vec::new();
    for expr in &body.exprs {
        match expr {
            Expr::MethodCall { name: method, at, .. } => found.push((*at, format!(".{}", name(*method)))),
            Expr::Path(path) => {
                let segments = &body.terms.segments[body.terms.paths[*path].segments];
                let text: Vec<&str> = segments.iter().map(|segment| name(segment.name)).collect();
                found.push((segments[0].at, text.join("::")));
            }
            _ => {}
        }
    }
    found.sort();
    found.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn pieces_of_arguments_are_expressions() {
    let cases = [
        (r#"snapshot!(f("%U", date(2025, 1)), @"01")"#, "f date"),
        (r#"trace!(target: "x", %field, a = ?b.c(), "msg {}", y)"#, "field b .c y"),
        (r#"assert_eq!(a.b(), c; "why")"#, "a .b c"),
        (r#"json!({ "a": x.y(), "b": [z] })"#, "x .y z"),
        ("route!(GET, path: here.there(), => handler::get, fn)", "GET here .there handler::get"),
        ("select! { x = fut.call() => { x.go() } }", "fut .call x .go"),
        ("settings!({ filters => none }, { check.it() }, fn)", "check .it"),
        (r#"map! { "k": a.b(), fn => c.d() }"#, "a .b c .d"),
        ("odd!(fn struct enum)", ""),
        ("odd!(, ; =>)", ""),
    ];
    for (call, wanted) in cases {
        assert_eq!(expressions(&format!("fn f() {{ {call}; }}")).join(" "), wanted, "{call}");
    }
}

/// The items that calls make, as `kind name` with what they stand in, and all else left out.
fn made(text: &str) -> Vec<String> {
    let summary = read(text);
    let name = |name: stateline_rust::summary::Name| summary.names[name].to_string();
    let mut found = Vec::new();
    for item in &summary.items {
        let mut holder = item.parent;
        let (mut called, mut within) = (false, String::new());
        while let Some(id) = holder {
            let above = &summary.items[id];
            match &above.kind {
                ItemKind::MacroCall { .. } => called = true,
                ItemKind::MacroRules { .. } => {
                    called = false;
                    break;
                }
                ItemKind::Impl { .. } if within.is_empty() => within = "impl ".to_owned(),
                _ => {}
            }
            holder = above.parent;
        }
        if !called {
            continue;
        }
        let kind = match &item.kind {
            ItemKind::Struct { .. } => "struct",
            ItemKind::Enum { .. } => "enum",
            ItemKind::Variant { .. } => "variant",
            ItemKind::Function(_) => "fn",
            ItemKind::Const { .. } => "const",
            ItemKind::Trait { .. } => "trait",
            ItemKind::TypeAlias { .. } => "type",
            ItemKind::Module { .. } => "mod",
            ItemKind::Impl { .. } => "impl",
            ItemKind::Use { .. } => "use",
            ItemKind::MacroRules { .. } => "macro",
            _ => continue,
        };
        found.push(format!("{within}{kind} {}", name(item.name)).trim_end().to_owned());
    }
    found
}

#[test]
fn calls_of_macros_of_the_file_are_their_items() {
    let cases = [
        (
            "macro_rules! ids { ($($(#[$m:meta])* $v:vis $n:ident: $t:ty),* $(,)?) => { $($(#[$m])* $v struct $n($t); impl $n { pub fn get(&self) -> $t { self.0 } })* } }
             ids! { #[derive(Clone)] pub A: u8, B: Vec<(u8, u16)>, }",
            "struct A|impl|impl fn get|struct B|impl|impl fn get",
        ),
        (
            "macro_rules! from { ($($t:ty),+) => { $(impl From<$t> for X { fn from(t: $t) -> X { X(t as _) } })+ } } from!(u8, u16);",
            "impl|impl fn from|impl|impl fn from",
        ),
        (
            "macro_rules! methods { ($($n:ident => $e:expr);*) => { $(fn $n(&self) -> u8 { $e })* const N: u8 = 1; } }
             impl X { methods!(a => 1 + 2; b => self.a()); }",
            "impl fn a|impl fn b|impl const N",
        ),
        (
            "macro_rules! m { (struct $n:ident { $($f:ident : $t:ty = $d:expr),* }) => { struct $n { $($f: $t),* } };
              (enum $n:ident { $($v:ident $(($($t:ty),*))?),* }) => { enum $n { $($v $(($($t),*))?),* } } }
             m!(struct S { a: u8 = 1, b: Option<u8> = None }); m! { enum E { A, B(u8, Vec<u8>) } }",
            "struct S|enum E|variant A|variant B",
        ),
        (
            "macro_rules! count { ($first:ident $($rest:ident)*) => { struct $first; count!($($rest)*); }; () => {} } count!(A B C);",
            "struct A|struct B|struct C",
        ),
        ("macro_rules! maker { ($n:ident) => { macro_rules! $n { ($x:ident) => { struct $x; } } } } maker!(inner); inner!(A);", "macro inner|struct A"),
        ("mod m { macro_rules! hidden { () => { struct H; } } hidden!(); } hidden!();", "struct H"),
        ("#[macro_use] mod m { macro_rules! seen { ($i:item) => { $i } } } seen!(mod n { fn f() {} });", "mod n|fn f"),
        ("macro_rules! a { ($t:tt) => { struct T $t; } } a!((u8, u8)); a!(no way);", "struct T"),
        ("macro_rules! lt { ($l:lifetime, $n:ident, $p:path, $b:block) => { struct $n<$l>(&$l $p); fn f() $b } } lt!('a, L, std::vec::Vec<u8>, { 1; });", "struct L|fn f"),
        ("macro_rules! lit { ($($n:ident = $v:literal)|*) => { $(const $n: i8 = $v;)* } } lit!(A = -1 | B = 2);", "const A|const B"),
        ("macro_rules! c { ($t:ty) => { const N: u8 = $t::MAX; } } c!(u8); c!([u8; 2]);", "const N|const N"),
        ("macro_rules! ops { ($a:tt $b:tt) => { struct O; } } ops!(=> ::);", "struct O"),
        ("early!(); macro_rules! early { () => { struct No; } }", ""),
        ("macro_rules! s { ($s:stmt; $p:pat) => { fn f() { $s; match 1 { $p => {} } } } } s!(let x = 1; Some(1) | None);", "fn f"),
    ];
    for (text, wanted) in cases {
        assert_eq!(made(text).join("|"), wanted, "{text}");
    }
}

#[test]
fn macros_from_outside_make_what_they_make() {
    let text = "bitflags! { #[derive(Clone)] pub struct F: u8 { const A = 1; const B = F::A.bits(); } }";
    let found = made(text);
    for wanted in ["struct F", "impl const A", "impl const B", "impl fn contains", "impl fn bitor"] {
        assert!(found.iter().any(|found| found == wanted), "{wanted}: {found:?}");
    }
    let summary = read(text);
    let length = u32::try_from(text.len()).expect("it is short");
    assert_eq!(summary.lines, [length]);
    assert!(
        summary.items.iter().all(|item| item.at < length && item.span.1 <= length),
        "{:?}",
        summary.items
    );
    assert!(made("bitflags! { what { } ever }").is_empty());
}

#[test]
fn statements_that_calls_declare_are_read_in_their_place() {
    let cases = [
        (
            "macro_rules! set { ($x:ident = $e:expr) => { let $x = $e.held(); } }",
            "set!(y = a.b()); y.z()",
            "a .b .held y .z",
        ),
        ("macro_rules! two { ($e:expr) => { let x = $e; x.last() } }", "two!(a.b())", "a .b x .last"),
        ("macro_rules! plain { ($e:expr) => { $e.hidden() } }", "plain!(a.b());", "a .b .hidden"),
    ];
    for (definition, statements, wanted) in cases {
        let found = expressions(&format!("fn f() {{ {definition} {statements} }}"));
        let mut found: Vec<_> = found.iter().map(String::as_str).collect();
        let mut wanted: Vec<_> = wanted.split(' ').collect();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{definition} {statements}");
    }
    let text =
        "fn f() { macro_rules! one { ($n:ident) => { struct $n; } } one!(A); { one! { B } } } one!(C);";
    let summary = read(text);
    let structs = summary.items.iter().filter(|item| matches!(item.kind, ItemKind::Struct { .. }));
    let names: Vec<_> = structs.map(|item| &*summary.names[item.name]).collect();
    // The first is what the arm itself says.
    assert_eq!(names, ["$n", "A", "B"]);
}

/// Names that are in no place: segments of paths from a definition.
#[test]
fn names_from_a_definition_are_nowhere_and_those_of_a_call_in_their_place() {
    let text = "macro_rules! m { ($t:ty) => { impl From<$t> for crate::Own {} } }\nm!(other::Type);";
    let summary = read(text);
    let at = |wanted: &str| -> Vec<u32> {
        let expanded = summary.terms.segments.iter();
        expanded.filter(|segment| &*summary.names[segment.name] == wanted).map(|segment| segment.at).collect()
    };
    let place = |what: &str| u32::try_from(text.find(what).expect("it is there")).expect("it is short");
    assert_eq!(at("Own"), [place("Own"), stateline_rust::summary::NOWHERE]);
    assert_eq!(at("other"), [place("other")]);
    let call = (place("m!("), place(";"));
    let made = summary.items.last().expect("there are items");
    assert!(matches!(made.kind, ItemKind::Impl { .. }));
    assert_eq!(made.span, call);
}

#[test]
fn hostile_macros_end() {
    let many = "x ".repeat(2_000);
    let cases = [
        "macro_rules! m { ($($x:tt)*) => { m!($($x)*); } } m!(a b);".to_owned(),
        "macro_rules! m { ($($x:tt)*) => { m!($($x)* $($x)*); } } m!(a b);".to_owned(),
        "macro_rules! m { ($($x:tt)*) => { m!($($x)*); m!($($x)*); } } m!(a b);".to_owned(),
        "macro_rules! m { ($($x:tt)*) => { m!(($($x)*)); } } m!(a);".to_owned(),
        "macro_rules! m { ($()*) => { struct A; } } m!();".to_owned(),
        "macro_rules! m { ($($()*)*) => { struct A; } } m!(x);".to_owned(),
        "macro_rules! m { ($($v:vis)*) => { struct A; } } m!(x);".to_owned(),
        "macro_rules! m { ($($x:expr)? $($y:ident)*) => { struct A; } } m!(x y z);".to_owned(),
        "macro_rules! m { ($($x:tt),* $($y:tt),*) => { $($x $y)* } } m!(x, y, z);".to_owned(),
        "macro_rules! m { ($($x:tt)*) => { $($($x)*)* } } m!(x);".to_owned(),
        "macro_rules! m { ($x:expr) => { const A: u8 = $x $x $x; } } m!(x);".to_owned(),
        "macro_rules! m { ( => ) ( $ ) ($x) => $( } m!(x);".replace("$( }", "{} }"),
        "macro_rules! m { ($($x:ident)*) => { const A: u8 = 0 $(+ $x)*; } }".to_owned()
            + " m!("
            + &many
            + ");",
        "macro_rules! m { ($x:ident $($y:ident)*) => { m!($($y)*); } }".to_owned() + " m!(" + &many + ");",
        "macro_rules! m { ($($x:ident)*) => { $(m!($($x)*);)* } }".to_owned() + " m!(" + &many + ");",
        "macro_rules! m { ($) => { $ } ; ($$) => { $$ }; (${x}) => { ${count(x)} } } m!(); m!($); m!($x);"
            .to_owned(),
    ];
    for text in cases {
        // What comes of it does not matter: that something does, and soon.
        drop(summarise("hostile.rs", &text));
    }
}

/// What a call's argument names is reported there, and what the macro writes at the macro's name.
#[test]
fn references_stand_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let text = "mod there { pub struct T; } bitflags::bitflags! { struct F: u8 { const A = there::T; } }
        macro_rules! make { ($n:ident, $t:ty) => { mod $n { fn go(_: $t) { std::fs::read(crate::there::T); } } } }
        make!(one, crate::there::T); make!(two, crate::there::T);";
    let manifest = folder.path().join("Cargo.toml");
    let package = "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\nbitflags = \"2\"\n";
    std::fs::write(&manifest, package).expect("a file can be written");
    std::fs::create_dir(folder.path().join("src")).expect("a folder can be made");
    std::fs::write(folder.path().join("src/lib.rs"), text).expect("a file can be written");
    let options = Options { manifest: Some(&manifest), ..Options::default() };
    let workspace = stateline_rust::read(&options).expect("the workspace can be read");
    let stand_ins = stateline_rust::stand_ins(&workspace);
    let mut world = stateline_rust::resolve(&workspace, &stand_ins);
    let references = stateline_rust::all_references(&mut world).references;
    let named: Vec<&str> = references
        .iter()
        .filter(|reference| reference.file.index() == 0)
        .map(|reference| &text[reference.at as usize..][..reference.len as usize])
        .collect();
    let count = |wanted: &str| named.iter().filter(|name| **name == wanted).count();
    assert_eq!(count("T"), 3, "{named:?}");
    // In each call `there`, `T`, and the standard library's `fs`.
    assert!(count("make") >= 6 && !named.contains(&"fs"), "{named:?}");
}
