//! The command `cargo stateline`.
#![expect(clippy::disallowed_methods, reason = "it is `main` that ends the process")]

/// A check makes many small values that live long.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let exit = cargo_stateline::cli::run(std::env::args_os());
    std::process::exit(exit.code());
}
