//! Input that nobody should give us: a clear sentence and exit code 2, never a panic, never a hang.

use crate::command::formats;
use crate::workbench::Workspace;
use std::fmt::Write as _;

const MAP: &str = "stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n";

fn shop(map: &str) -> Workspace {
    Workspace::new(map).with_crate("shop", &[], "pub fn buy() {}")
}

fn shop_with(map: &[u8]) -> Workspace {
    let workspace = shop(MAP);
    workspace.write("stateline.yaml", map);
    workspace
}

#[test]
fn a_map_of_ten_megabytes() {
    let mut map = String::from(MAP);
    for number in 0..160_000 {
        writeln!(map, "  context_{number}: {{ owns: [shop::module_{number}], within: shop }}")
            .expect("a string");
    }
    assert!(map.len() > 8_000_000);
    // Every one of those modules is missing: findings or a refusal, but an answer.
    shop(&map).check(&["--quiet"]).ends_with(&[1, 2]);
}

#[test]
fn an_alias_bomb() {
    let mut map = String::from("stateline: 1\na: &a [x, x, x, x, x, x, x, x, x]\n");
    for (before, name) in ('a'..='y').zip('b'..='z') {
        writeln!(map, "{name}: &{name} [{}]", vec![format!("*{before}"); 9].join(", ")).expect("a string");
    }
    shop(&map).check(&[]).fails().says("stateline.yaml:2:");
}

#[test]
fn nesting_without_end() {
    shop(&format!("stateline: 1\ncontexts: {}", "[".repeat(100_000)))
        .check(&[])
        .fails()
        .says("stateline.yaml:");
    shop(&format!("stateline: 1\ncontexts: {}", "{a: ".repeat(100_000))).check(&[]).fails();
}

#[test]
fn tabs_are_a_mistake_with_a_place() {
    shop("stateline: 1\ncontexts:\n\tshop: { owns: [shop] }\n").check(&[]).fails().says("stateline.yaml:3:");
}

#[test]
fn byte_order_marks_and_carriage_returns_are_not() {
    shop_with(format!("\u{feff}{MAP}").as_bytes()).check(&[]).is_clean();
    shop_with(MAP.replace('\n', "\r\n").as_bytes()).check(&[]).is_clean();
}

#[test]
fn bytes_that_are_not_utf_8() {
    shop_with(b"stateline: 1\ncontexts: \xff\xfe\n").check(&[]).fails().says("UTF-8");
    let workspace = shop(MAP);
    workspace.write("shop/src/lib.rs", b"// \xff\xfe\npub fn buy() {}\n");
    workspace.check(&[]).fails().says("shop/src/lib.rs");
}

#[test]
fn an_empty_map_and_no_map() {
    shop_with(b"").check(&[]).fails().says("stateline.yaml");
    let workspace = shop(MAP);
    workspace.remove("stateline.yaml");
    workspace.check(&[]).fails().says("cargo stateline init");
}

#[test]
fn misspelt_keys_and_names_are_told_all_at_once() {
    let run =
        shop("stateline: 1\ncontexts:\n  shop: { own: [shop], subscribes: [paid] }\ntopic: {}\n").check(&[]);
    run.fails().says("owns").says("topics").says("stateline.yaml:3:").says("stateline.yaml:4:");
}

#[test]
fn a_pattern_that_matches_nothing() {
    let run =
        shop("stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n  till: { owns: [tills] }\n").check(&[]);
    run.finds("unknown-owner-path").says("tills").says("stateline.yaml:4:");
}

#[test]
fn a_file_that_nobody_owns() {
    let workspace = shop(MAP).with_crate("till", &[], "pub fn ring() {}");
    workspace.check(&[]).finds("unowned-code").says("till/src/lib.rs");
}

#[test]
fn a_source_that_does_not_parse() {
    let workspace = shop(MAP);
    workspace.write("shop/src/lib.rs", b"pub fn buy( {");
    workspace.check(&[]).fails().says("shop/src/lib.rs:1:");
}

#[test]
fn a_source_nested_without_end() {
    let workspace = shop(MAP);
    let deep = format!("pub fn buy() -> u8 {{ {}1{} }}", "(".repeat(200_000), ")".repeat(200_000));
    workspace.write("shop/src/lib.rs", deep.as_bytes());
    workspace.check(&[]).fails().says("shop/src/lib.rs");
}

#[test]
fn a_source_nested_nearly_without_end() {
    // Read or refused, but never a stack that is used up.
    for (before, open, times, after) in [
        ("fn a() { ", "!", 9_900, "1 }"),
        ("fn a() -> ", "&", 9_900, "u8 { todo!() }"),
        ("fn a() { x", ".a()", 2_400, "; }"),
        ("fn a() { x", "?", 9_900, "; }"),
        ("fn a() { x", " = x", 4_900, "; }"),
        ("fn a() { x", " + x", 4_900, "; }"),
        ("fn a() { x", " as u8", 4_900, "; }"),
        ("fn a() { ", "if a {} else ", 2_400, "{} }"),
        ("fn a() { ", "|| ", 4_900, "1 }"),
        ("fn a() { let ", "&", 9_900, "x = y; }"),
        ("fn a() { match x { x", " | x", 4_900, " => {} } }"),
        ("use a", "::a", 3_300, ";"),
    ] {
        let workspace = shop(MAP);
        workspace.write("shop/src/lib.rs", format!("{before}{}{after}", open.repeat(times)));
        workspace.check(&["--quiet"]).ends_with(&[0, 1, 2]);
    }
    for (open, inside, close) in
        [("(", "1", ")"), ("if a {", "1", "}"), ("vec![", "1", "]"), ("a(", "1", ")")]
    {
        let workspace = shop(MAP);
        let deep = format!("fn a() {{ {}{inside}{} }}", open.repeat(240), close.repeat(240));
        workspace.write("shop/src/lib.rs", deep);
        workspace.check(&["--quiet"]).ends_with(&[0, 1, 2]);
    }
}

#[test]
fn a_module_whose_file_is_missing() {
    let workspace = shop(MAP);
    workspace.write("shop/src/lib.rs", b"pub mod till;\n");
    workspace.check(&[]).fails().says("shop/src/lib.rs:1:").says("till");
}

#[test]
fn a_module_that_is_its_own_file() {
    let workspace = shop(MAP);
    workspace.write("shop/src/lib.rs", b"#[path = \"lib.rs\"]\npub mod again;\n");
    workspace.check(&[]).ends_with(&[0, 1, 2]);
}

#[test]
fn a_workspace_that_does_not_resolve() {
    let workspace = shop(MAP);
    workspace.write("shop/Cargo.toml", b"[package]\nname = \"shop\"\nversion = \"one\"\n");
    workspace.check(&[]).fails().says("Cargo.toml");
    workspace.write("Cargo.toml", b"[workspace]\nmembers = [\"nowhere\"]\n");
    workspace.check(&[]).fails().says("nowhere");
    workspace.remove("Cargo.toml");
    workspace.check(&[]).fails().says("Cargo.toml");
}

#[cfg(unix)]
#[test]
fn symlinks_in_a_ring() {
    let workspace = shop(MAP);
    std::os::unix::fs::symlink("..", workspace.path().join("shop/src/up")).expect("a symlink");
    std::os::unix::fs::symlink("ring.rs", workspace.path().join("shop/src/ring.rs")).expect("a symlink");
    workspace.check(&[]).is_clean();
    workspace.write("shop/src/lib.rs", b"pub mod ring;\n");
    workspace.check(&[]).fails().says("ring");
}

#[cfg(unix)]
#[test]
fn files_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let workspace = shop(MAP);
    let closed = workspace.path().join("shop/src/lib.rs");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).expect("it is ours");
    // Whoever is root may read everything.
    if std::fs::read(&closed).is_err() {
        workspace.check(&[]).fails().says("shop/src/lib.rs");
    }
    // A folder in the place of a file is unreadable for anybody.
    workspace.remove("stateline.yaml");
    std::fs::create_dir(workspace.path().join("stateline.yaml")).expect("the folder is ours");
    workspace.check(&[]).fails().says("stateline.yaml");
}

#[test]
fn an_option_that_does_not_exist() {
    shop(MAP).check(&["--formt", "json"]).fails().says("--format");
    let run = shop(MAP).check(&["--map", "elsewhere.yaml"]);
    run.fails().says("elsewhere.yaml");
}

#[cfg(unix)]
#[test]
fn no_line_of_a_file_outside_the_workspace_is_quoted() {
    use std::os::unix::fs::symlink;
    const SECRET: &str = "root:hunter2: [not a map, nor Rust";
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let secret = elsewhere.path().join("secret");
    std::fs::write(&secret, format!("{SECRET}\n")).expect("the folder is ours");
    let silent = |workspace: &Workspace, what: &str| {
        for format in formats() {
            let run = workspace.check(&["--format", &format]);
            run.fails().says(what).does_not_say("hunter2");
        }
    };
    let outside = secret.display();
    for source in [
        format!("#[path = \"{outside}\"]\nmod x;\n"),
        format!("include!(\"{outside}\");\n"),
        "mod link;\n".to_owned(),
    ] {
        let workspace = shop(MAP);
        symlink(&secret, workspace.path().join("shop/src/link.rs")).expect("the folder is ours");
        workspace.write("shop/src/lib.rs", &source);
        silent(&workspace, if source.contains("link") { "link.rs" } else { "secret" });
    }
    let workspace = shop(MAP);
    workspace.remove("stateline.yaml");
    symlink(&secret, workspace.path().join("stateline.yaml")).expect("the folder is ours");
    silent(&workspace, "stateline.yaml");
    let workspace = shop(MAP);
    symlink(&secret, workspace.path().join("stateline.exceptions.yaml")).expect("the folder is ours");
    silent(&workspace, "stateline.exceptions.yaml");
    let workspace = shop("stateline: 1\ncontexts:\n  shop: { file: shop/part.yaml }\n");
    symlink(&secret, workspace.path().join("shop/part.yaml")).expect("the folder is ours");
    silent(&workspace, "part.yaml");
    // A file that the user names himself is shown.
    let run = shop(MAP).check(&["--map", &secret.display().to_string()]);
    run.fails().says("hunter2");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_in_the_place_of_any_file_is_an_error() {
    use std::os::unix::fs::symlink;
    let parted = "stateline: 1\ncontexts:\n  shop: { file: shop/part.yaml }\n";
    for (map, path) in [
        (MAP, "stateline.yaml"),
        (MAP, "stateline.exceptions.yaml"),
        (MAP, "shop/src/lib.rs"),
        (parted, "shop/part.yaml"),
    ] {
        for device in [true, false] {
            let workspace = shop(map);
            let place = workspace.path().join(path);
            let _ = std::fs::remove_file(&place);
            if device {
                symlink("/dev/zero", &place).expect("the folder is ours");
            } else {
                let made = std::process::Command::new("mkfifo").arg(&place).status();
                assert!(made.expect("every Unix has it").success());
            }
            workspace.check(&[]).fails().says(path).says("is not a regular file");
        }
    }
}

#[test]
fn a_thousand_findings_on_one_line_quote_little_of_it() {
    let functions: String = (0..400).map(|number| format!("pub fn f{number}() {{}} ")).collect();
    let calls: String = (0..400).map(|number| format!("shop::f{number}(); ")).collect();
    let map = "stateline: 1\ncontexts:\n  shop: { owns: [shop] }\n  till: { owns: [till] }\n";
    let workspace = Workspace::new(map).with_crate("shop", &[], &functions).with_crate(
        "till",
        &["shop"],
        &format!("pub fn all() {{ {calls} }}"),
    );
    let run = workspace.check(&[]);
    run.finds("undeclared-call").says("till/src/lib.rs:1:");
    assert!(run.text().len() < 400 * 1000, "{} bytes", run.text().len());
}
