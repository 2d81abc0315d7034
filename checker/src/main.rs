//! The command `cargo stateline`.

fn main() {
    let exit = cargo_stateline::cli::run(std::env::args_os());
    std::process::exit(exit.code());
}
