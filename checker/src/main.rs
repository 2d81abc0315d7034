//! The command `cargo stateline`.
#![expect(clippy::disallowed_methods, reason = "it is `main` that ends the process")]

fn main() {
    let exit = cargo_stateline::cli::run(std::env::args_os());
    std::process::exit(exit.code());
}
