//! The story of the payouts, told on the terminal: with a real store, real processes, and real kills.
//!
//!     cargo run --bin story
//!
//! Each scene gives the verbs that a person would give, and holds what comes of them against what should.

mod scenes;
mod stage;

use stage::Stage;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut stage = Stage::set();
    for (number, scene) in (1..).zip(scenes::ALL) {
        println!("{number}  {}", scene.title);
        if let Err(why) = (scene.play)(&mut stage) {
            println!("   this should not be: {why}");
            return ExitCode::FAILURE;
        }
        println!();
    }
    println!("{}", stage.sums());
    ExitCode::SUCCESS
}
