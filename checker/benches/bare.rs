//! The bare pass that the checker's speed is compared with; `scripts/bench` runs it.
//!
//! `bare list Cargo.toml` prints the files that the checker reads, `bare parse` parses the files
//! named on standard input with syn, one after the other, and keeps nothing.
#![expect(clippy::disallowed_methods, reason = "a bench reads what it measures")]
#![expect(clippy::print_stdout, reason = "it is a command of its own")]

use stateline_rust::Options;
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list", manifest] => list(Path::new(manifest)),
        ["parse"] => parse(),
        // `cargo bench` and `cargo test --benches` start it without a task.
        _ => println!("scripts/bench WORKSPACE runs this"),
    }
    ExitCode::SUCCESS
}

fn list(manifest: &Path) {
    let options = Options { manifest: Some(manifest), ..Options::default() };
    let workspace = stateline_rust::read(&options).expect("cargo can read it");
    for file in &workspace.files {
        println!("{}", workspace.root.join(&*file.path).display());
    }
}

fn parse() {
    let mut items = 0;
    for path in std::io::stdin().lock().lines() {
        let path = path.expect("paths are text");
        let text = std::fs::read_to_string(&path).expect("the checker has read it before");
        items += syn::parse_file(&text).expect("the checker has parsed it before").items.len();
        proc_macro2::extra::invalidate_current_thread_spans();
    }
    println!("{items} items");
}
