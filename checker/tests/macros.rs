//! What is read of macro calls: expressions among their arguments, and items that they make.

use cargo_stateline::read::{Body, Expr, FileSummary, ItemKind, summarise};

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
    let body = Body::decode(&summary.bodies[body.0 as usize]).expect("it was just written");
    let name = |name: cargo_stateline::read::Name| &*summary.names[name.0 as usize];
    let mut found: Vec<(u32, String)> = Vec::new();
    for expr in &body.exprs {
        match expr {
            Expr::MethodCall { name: method, at, .. } => found.push((*at, format!(".{}", name(*method)))),
            Expr::Path(path) => {
                let segments = &body.terms.segments[body.terms.paths[path.0 as usize].segments.range()];
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
