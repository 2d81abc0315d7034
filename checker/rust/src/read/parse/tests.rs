//! What summaries say of snippets, and that they say it of the right places.

use super::summarise;
use crate::read::printed::printed;
use crate::read::summary::{Body, FileSummary, NOWHERE, Name, Terms, sym};
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::Visit;

fn read(text: &str) -> FileSummary {
    summarise("x.rs", text).unwrap_or_else(|problem| panic!("{}: {text}", problem.message))
}

/// The whole file as text.
fn check(text: &str, expected: &str) {
    let lines: Vec<String> = printed(&read(text)).lines().map(|line| line.trim_end().to_owned()).collect();
    assert_eq!(lines.join("\n"), expected, "{text}");
}

/// One expression as text.
fn check_expr(text: &str, expected: &str) {
    let summary = read(&format!("const X: () = {text};"));
    let shown = printed(&summary);
    let shown = shown.lines().next().unwrap_or_default();
    assert_eq!(shown.strip_prefix("const X: () = || ").unwrap_or(shown).trim_end(), expected, "{text}");
}

#[test]
fn items() {
    check("mod a; pub(crate) mod b { fn c() {} }", "mod a\npub(crate) mod b {}\n  fn c() = || {}");
    check("#[path = \"q.rs\"] mod a;", "mod a at q.rs");
    check("extern crate a as b;", "extern crate a as b");
    check(
        "struct A<T: B = C>(pub T, [u8; N]) where T: D;",
        "struct A<T: B = C> where T: D : {0: T, 1: [u8; n]}",
    );
    check(
        "enum A { B, C(u8), D { e: F } = 4 }",
        "enum A\n  pub variant B\n  pub variant C {0: u8}\n  pub variant D {e: F} = || int",
    );
    check("union U { a: u8 }", "union U {a: u8}");
    check("static mut A: u8 = f();", "static mut A: u8 = || f()");
    check(
        "trait A: B + ?Sized { type C: D; const E: u8; fn f(&self) -> Self::C; }",
        "trait A: B + ?Sized\n  type C: D\n  const E: u8\n  fn f(&self) -> Self::C",
    );
    check("unsafe impl<T> !Send for A<T> {}", "impl<T> ! Send for A<T>");
    check(
        "impl <A as B>::C { fn x(self: Box<Self>) {} }",
        "impl <A as 1>::B::C\n  fn x(self: Box<Self>) = |self| {}",
    );
    check(
        "extern \"C\" { fn f(a: u8, ...); static S: u8; type T; }",
        "extern\n  fn f(u8)\n  static S: u8\n  type T",
    );
    check(
        "const fn f() {} async unsafe fn g(mut a: u8, (b, _): C) -> impl D + 'static {}",
        "const fn f() = || {}\nasync fn g(u8, C) -> impl: D = |mut a, (b, _,)| {}",
    );
    check(
        "fn f<const N: usize>(a: [u8; N], b: fn(x: A) -> B, c: &'static mut dyn C) -> ! { loop {} }",
        "fn f<N const usize>([u8; n], fn(A): B, &mut dyn: C) -> ! = |a, b, c| { loop {}}",
    );
    check(
        "type A<'a> = Box<dyn for<'b> Fn(&'b B, C) -> D + Send + 'a>;",
        "type A: Box<dyn: Fn<(&B, C), Output = D> + Send>",
    );
    check("fn r#match(r#type: r#struct) {}", "fn match(struct) = |type| {}");
}

#[test]
fn imports() {
    check(
        "use a::{self, b::c as d, b::*, e::{f, g as _}};",
        "use a::self, a::b::c as d +1, a::b::* +1, a::e::f +1, a::e::g as _ +2",
    );
    check("pub use ::a; use crate::b; use super::*;", "pub use ::a\nuse crate::b\nuse super::*");
}

#[test]
fn attributes_and_conditions() {
    check(
        "#[derive(A, b::C)] #[serde(with = \"d::e\", rename = \"f\", default = \"g\")] #[doc = \"h\"] struct X;",
        "struct X #[derive ~A ~b::C] #[serde ~\"d::e ~\"g]",
    );
    check(
        "#[cfg(any(unix, feature = \"a\"))] #[cfg(not(test))] fn f() {}",
        "fn f() = || {} cfg All([Any([Flag(\"unix\"), Pair(\"feature\", \"a\")]), Not(Flag(\"test\"))])",
    );
    check(
        "#[cfg_attr(a, derive(B), cfg(c))] struct X { #[d(e::f)] g: H }",
        "struct X {#[d ~e::f]g: H} cfg Any([Not(Flag(\"a\")), Flag(\"c\")]) #[derive ~B]",
    );
    check(
        "#[tokio::test] async fn f() {} #[test] fn g() {} #[a::b] fn h() {}",
        "async fn f() = || {} #[tokio::test] test\nfn g() = || {} #[test] test\nfn h() = || {} #[a::b]",
    );
    check("mod a { #![cfg(b)] }", "mod a {} cfg Flag(\"b\")");
    assert!(read("#![cfg(windows)]\nfn f() {}").cfg.is_some());
}

#[test]
fn expressions() {
    check_expr("a.b::<C>(d).e.0.1?.await", "a.b<C>(d).e.0.1?.await");
    check_expr(
        "a + b * c == d && !e || f..=g",
        "(((((a Add (b Mul c)) Eq d) And (Not e)) Or f) ..= g)".replace("(((((a", "( ((((a").as_str(),
    );
    check_expr("x = y = z", "(x = (y = z))");
    check_expr("x += 1u8", "(x Add= lit:u8)");
    check_expr("a as u16 <= b", "((a as u16) Le b)");
    check_expr("-1.0_f32.max(2e3)", "(Neg lit:f32.max(float))");
    check_expr("&raw mut a.b", "&mut a.b");
    check_expr(
        "if let A(b) = c && d { e } else if f { g } else { h }",
        "if ((let A(b) = c) And d) { e} if f { g} { h}",
    );
    check_expr(
        "match a { B { c, d: 1..=2, .. } if e => {} F | G::H => i, -1 => j, x @ K(..) => l }",
        "match a {B {c=c, d: int.. int} if e => {}, or(F, path G::H) => i, (Neg int) => j, x @ K(..) => l}",
    );
    check_expr("A { b, c: d, ..e }", "A {b==b, c:d e}".replace("b==b", "b=b").as_str());
    check_expr("|a, B(c): D| -> E { f }", "(|a, B(c): D|: E { f})");
    check_expr("async move { 'a: loop { break 'a b; } }", "Async { 'a loop {break 'a  b; }}");
    check_expr("for (a, b) in c.d() { e; }", "for (a, b,) in c.d() {e; }");
    check_expr(
        "{ let A = b else { return; }; let c: D; #[cfg(e)] f(); g }",
        "{let A = b else {return; }; let c: D; cfg(Flag(\"e\")) f();  g}",
    );
    check_expr("<A as B<C>>::d::<E>()", "<A as 1>::B<C>::d<E>()");
    check_expr("[a; N]", "[a; N]");
    check_expr("(a, b,)", "(a, b,)");
    check_expr("while let Some(x) = y.next() {}", "while (let Some(x) = y.next()) {}");
    check_expr(
        "c\"a\".b(b'x', 'y', r#\"\"\"#, b\"\", '\\u{1F600}')",
        "cstr.b(byte, char, str, bytestr, char)",
    );
    check_expr("for _ in 0..if a { b } else { c } {}", "for _ in ( int .. if a { b} { c}) {}");
    check_expr("if a {} else {}", "if a {} {}");
    check_expr("{ if a {} -b }", "{if a {};  (Neg b)}");
    check_expr("{ match a {}.b() }", "{ match a {}.b()}");
}

#[test]
fn items_in_bodies() {
    check(
        "fn f() { use a::b; b(); struct C; }",
        "fn f() = || {items b(); }\n  block\n    use a::b\n    struct C",
    );
}

#[test]
fn macro_arguments() {
    check_expr("m!(a, b = c, \"{}\", d.e(),)", "m!(a, c, str, d.e())");
    check_expr("vec![a::B; n]", "vec!(a::B, n)");
    check_expr("matches!(a, B::C | D(_) if e)", "matches!(match a {or(path B::C, D(_)) if e => ?})");
    check_expr("map!{ a => b, c => d }", "map!(a, b, c, d)");
    check_expr("json!({ \"a\": b::c(), \"d\": [e, { \"f\": G }] })", "json!(b::c(), e, G)");
    check_expr(
        "select! { Some(a) = b.c() => d(a), _ = e => { f } }",
        "select!(match b.c().await {Some(a) => d(a)}, match e.await {_ => { f}})",
    );
    check_expr("m! { let a = b; c(a) }", "m!({let a = b;  c(a)})");
    check_expr("debug!(target: \"t\", ?a, b.c = %d::e(), \"f\")", "debug!(str, a, d::e(), str)");
    check_expr("m!(= a::b -> .c / d!)", "m!( ~a::b ~.c ~!d) ~a::b ~.c ~!d");
    check_expr("m!(= a::b -> .c, d(), e)", "m!(d(), e ~a::b ~.c) ~a::b ~.c");
    check_expr("m!(A<B>, c::D)", "m!( ~A<B> ~c::D)".replace("m!( ~A<B> ~c::D)", "m!() ~A<B> ~c::D").as_str());
    check("cfg_rt! { mod a; pub use b::C; }", "cfg_rt!\n  mod a in-macro\n  pub use b::C in-macro");
    check("lazy_static! { static ref A: B = c(); }", "lazy_static!\n  static A: B = || c() in-macro");
    check(
        "cfg_if! { if #[cfg(a)] { use b; } else { use c; } }",
        "cfg_if!\n  extern cfg All([Flag(\"a\")]) in-macro\n    use b in-macro\n  \
         extern cfg All([Not(Flag(\"a\"))]) in-macro\n    use c in-macro",
    );
    check(
        "cfg_select! { a => { use b; } not(d) => { use e; }, _ => { use c; } }",
        "cfg_select!\n  extern cfg All([Flag(\"a\")]) in-macro\n    use b in-macro\n  \
         extern cfg All([Not(Flag(\"a\")), Not(Flag(\"d\"))]) in-macro\n    use e in-macro\n  \
         extern cfg All([Not(Flag(\"a\")), Not(Not(Flag(\"d\")))]) in-macro\n    use c in-macro",
    );
    assert_eq!(read("include!(\"a.rs\");").includes.len(), 1);
}

#[test]
fn macro_definitions() {
    check(
        "macro_rules! m { ($a:expr, $($b:ty),*) => { $crate::f($a); $(g::<$b>();)* }; () => {} }",
        "macro_rules m ($a:expr $b:ty = || {$crate::f($a); g<$b>(); }) ()",
    );
    check(
        "#[macro_export] macro_rules! m { ($v:vis $n:ident) => { $v struct $n(a::B); } }",
        "macro_rules m exported ($v:vis $n:ident)\n  struct $n {0: a::B} in-macro",
    );
    check("macro_rules! m { ($t:tt) => { = c::d!($t) => } }", "macro_rules m ($t:tt ~!c::d ~$t)");
}

#[test]
fn what_is_not_rust_is_a_problem_with_its_place() {
    let cases: [(&str, u32); 14] = [
        ("const A = 1;", 8),
        ("#[a b] fn f() {}", 4),
        ("#[a(b) c] fn f() {}", 7),
        ("fn f(&elf) {}", 9),
        ("const A: u8 = 0x;", 14),
        ("const A: &str = \"\\h\";", 17),
        ("fn f( {}", 4),
        ("fn f() { let x = ; }", 17),
        ("fn f() {", 7),
        ("struct A { b }", 13),
        ("use a::;", 7),
        ("fn f() { \"abc }", 9),
        ("fn f() {} }", 10),
        ("let x = 1;", 0),
    ];
    for (text, at) in cases {
        let problem = summarise("x.rs", text).expect_err(text);
        assert_eq!(problem.span.map(|span| span.0), Some(at), "{text}: {}", problem.message);
        assert!(syn::parse_file(text).is_err(), "{text}");
    }
}

#[test]
fn nothing_is_too_deep_to_be_answered() {
    let deep =
        |open: &str, close: &str, n: usize| format!("fn f() {{ {}x{}; }}", open.repeat(n), close.repeat(n));
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("!", ""),
        ("&", ""),
        ("f(", ")"),
        ("|| ", ""),
        ("m!(", ")"),
        ("if x {", "}"),
        ("return ", ""),
        ("x = ", ""),
        ("..", ""),
        ("Box::<", ">"),
    ] {
        for n in [100, 10_000] {
            let result = summarise("x.rs", &deep(open, close, n));
            if n == 10_000 {
                assert!(result.is_err() || open == "m!(", "{open}");
            }
        }
        assert!(open == "Box::<" || summarise("x.rs", &deep(open, close, 100)).is_ok(), "{open}");
    }
    let types = format!("type A = {}u8{};", "Box<".repeat(10_000), ">".repeat(10_000));
    assert!(summarise("x.rs", &types).is_err());
    let chain = |n| format!("const A: u64 = 1{};", " + 1".repeat(n));
    assert!(summarise("x.rs", &chain(1_000)).is_ok());
    assert!(summarise("x.rs", &chain(50_000)).is_err());
    assert!(summarise("x.rs", &format!("fn f() {{ x{}; }}", ".y()".repeat(50_000))).is_err());
    let branches = format!("fn f() {{ if a {{}}{} }}", " else if a {}".repeat(50_000));
    assert!(summarise("x.rs", &branches).is_err());
}

#[test]
fn any_prefix_of_a_file_is_answered() {
    let text = include_str!("atoms.rs");
    for end in (0..text.len()).step_by(7).filter(|end| text.is_char_boundary(*end)) {
        let _ = summarise("x.rs", &text[..end]);
        let _ = summarise("x.rs", &text[end..]);
    }
}

#[test]
fn names_stand_where_they_are_said_to_be() {
    let awkward = [
        "\u{feff}fn a() { b::c(); }",
        "#!/usr/bin/env run\r\nfn a() {\r\n    /* ü */ b::ü(\"ß\", d);\r\n}",
        "#![allow(x)]\nfn r#fn(r#in: A) -> B::r#C { r#in.r#d() }",
        "macro_rules! m { ($a:ident) => { $crate::b::$a($a) } }",
        "#[serde(with = \"a::b\")] struct C;",
    ];
    for text in awkward.into_iter().chain(own_source()) {
        let summary = read(text);
        for (name, at) in places(&summary).into_iter().filter(|(_, at)| *at != NOWHERE) {
            let rest = &text[at as usize..];
            let name = &*summary.names[name];
            let found = rest.strip_prefix("r#").unwrap_or(rest).trim_start_matches('\'').starts_with(name);
            // The `Output` of `Fn() -> T` is not written.
            assert!(
                found || name == "Output" || name.starts_with(|c: char| c.is_ascii_digit()),
                "{name} in {rest:.40}"
            );
        }
    }
}

/// Every name that `syn` finds where names mean something, the summary has at the same place.
#[test]
fn no_name_that_syn_sees_is_lost() {
    for text in own_source() {
        let summary = read(text);
        let known: BTreeSet<u32> = places(&summary).into_iter().map(|(_, at)| at).collect();
        let file = syn::parse_file(text).expect("our own source is Rust");
        let mut seen = Seen::default();
        seen.visit_file(&file);
        assert!(seen.0.len() > 20);
        for (name, at) in seen.0 {
            assert!(known.contains(&at), "{name} at {at}: {:.60}", &text[at as usize..]);
        }
        proc_macro2::extra::invalidate_current_thread_spans();
    }
}

fn own_source() -> impl Iterator<Item = &'static str> {
    [
        include_str!("atoms.rs"),
        include_str!("exprs.rs"),
        include_str!("items.rs"),
        include_str!("paths.rs"),
        include_str!("attributes.rs"),
        include_str!("../summary.rs"),
        include_str!("../lex.rs"),
        include_str!("../walk.rs"),
        include_str!("../packages.rs"),
        include_str!("../printed.rs"),
    ]
    .into_iter()
}

#[derive(Default)]
struct Seen(Vec<(String, u32)>);

impl Seen {
    fn see(&mut self, ident: &Ident) {
        let at = u32::try_from(ident.span().byte_range().start).expect("files are small");
        self.0.push((ident.to_string(), at));
    }
}

impl<'ast> Visit<'ast> for Seen {
    fn visit_path_segment(&mut self, segment: &'ast syn::PathSegment) {
        self.see(&segment.ident);
        syn::visit::visit_path_segment(self, segment);
    }
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.see(&call.method);
        syn::visit::visit_expr_method_call(self, call);
    }
    fn visit_member(&mut self, member: &'ast syn::Member) {
        if let syn::Member::Named(ident) = member {
            self.see(ident);
        }
    }
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        self.see(&pat.ident);
        syn::visit::visit_pat_ident(self, pat);
    }
    fn visit_signature(&mut self, sig: &'ast syn::Signature) {
        self.see(&sig.ident);
        syn::visit::visit_signature(self, sig);
    }
    fn visit_use_name(&mut self, name: &'ast syn::UseName) {
        if name.ident != "self" {
            self.see(&name.ident);
        }
    }
    fn visit_use_path(&mut self, path: &'ast syn::UsePath) {
        self.see(&path.ident);
        syn::visit::visit_use_path(self, path);
    }
    // Inert ones are left out on purpose.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
    // Names of macros' own syntax are no names of Rust.
    fn visit_item_macro(&mut self, _: &'ast syn::ItemMacro) {}
}

/// Every name in a summary with its place.
fn places(summary: &FileSummary) -> Vec<(Name, u32)> {
    let mut found = terms(&summary.terms);
    found
        .extend(summary.items.iter().filter(|item| item.name != sym::EMPTY).map(|item| (item.name, item.at)));
    found.extend(summary.fields.iter().map(|field| (field.name, field.at)));
    for bytes in summary.bodies.iter() {
        let body = Body::decode(bytes).expect("was just encoded");
        found.extend(terms(&body.terms));
        for expr in &body.exprs {
            use crate::read::summary::Expr;
            if let Expr::MethodCall { name, at, .. } | Expr::Field { name, at, .. } = expr {
                found.push((*name, *at));
            }
        }
        for pat in &body.pats {
            if let crate::read::summary::Pat::Bind { name, at, .. } = pat {
                found.push((*name, *at));
            }
        }
        found.extend(body.struct_fields.iter().map(|field| (field.name, field.at)));
        found.extend(body.pat_fields.iter().map(|field| (field.name, field.at)));
    }
    found
}

fn terms(terms: &Terms) -> Vec<(Name, u32)> {
    let segments = terms.segments.iter().map(|segment| (segment.name, segment.at));
    segments.chain(terms.bindings.iter().map(|binding| (binding.name, binding.at))).collect()
}

#[test]
fn an_interface_is_what_others_see() {
    let of = |text: &str| read(text).interface;
    let plain = of("pub fn a(b: C) -> D { e() } const F: u8 = 1;");
    assert_eq!(plain, of("/// Doc.\npub fn a(b: C) -> D\n{ other(); e().await }\n\nconst F: u8 = 2 + 2;"));
    for changed in [
        "pub fn a(b: C) -> E { e() } const F: u8 = 1;",
        "pub fn a(b: C) -> D { impl X for Y {} e() } const F: u8 = 1;",
        "fn a(b: C) -> D { e() } const F: u8 = 1;",
        "pub fn a(b: C) -> D { e() } const F: u16 = 1;",
        "pub fn a(b: C) -> D { e() } const F: u8 = 1; use g;",
    ] {
        assert_ne!(plain, of(changed), "{changed}");
    }
    assert_ne!(of("m! { fn a() { b } }"), of("m! { fn a() { c } }"), "what a macro does is not known");
}

/// Each form that is tried for a macro's argument tries all forms for the macros within: without an end, this would
/// be read for years.
#[test]
fn macros_within_macros_that_no_form_fits_are_scanned() {
    let levels = 40;
    let text =
        format!("fn f() {{ {} @ here::there {} }}", "m!{ a - ".repeat(levels), " . . }".repeat(levels));
    let shown = printed(&read(&text));
    assert!(shown.contains("~here::there"), "what stands in it is scanned: {shown}");
}
