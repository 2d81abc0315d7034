//! The runner beside its floor: the same rows and lines written by one thread in raw SQL, in the same run.
//!
//! Floor and runner take turns for some rounds; printed are medians, and what the runner costs above the floor.
//! Wall-clock times depend on the device and on who else uses the machine; ratios and CPU do less.

mod floor;
mod measure;
mod process;
mod scenarios;

use measure::Report;

const USAGE: &str =
    "floor [ROUNDS] [many|random|alone|effects|backlog|takeover|memory|verify|mail|letters|list ...]";

fn main() {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match words.first().map(|word| word.parse::<usize>()) {
        Some(Ok(rounds)) => {
            words.remove(0);
            rounds.max(1)
        }
        _ => 3,
    };
    let mut report = Report::new();
    let all = scenarios::all();
    if let Some(unknown) = words.iter().find(|word| !all.iter().any(|(name, _)| name == word)) {
        eprintln!("there is no measurement `{unknown}`\n{USAGE}");
        std::process::exit(2);
    }
    for (name, measure) in all {
        if words.is_empty() || words.iter().any(|word| word == name) {
            measure(rounds, &mut report);
        }
    }
    std::process::exit(report.end());
}
