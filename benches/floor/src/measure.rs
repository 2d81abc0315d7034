//! Time, CPU and memory of this process, and goals that figures are held to.

use std::time::{Duration, Instant};

/// What something took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub wall: Duration,
    pub cpu: Duration,
}

/// Measures what `work` takes.
pub fn cost(work: impl FnOnce()) -> Cost {
    let (begun, before) = (Instant::now(), cpu());
    work();
    Cost { wall: begun.elapsed(), cpu: cpu().saturating_sub(before) }
}

/// What this process has used, threads that have ended among it, to a hundredth of a second.
pub fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second word, the program's name in brackets, may have spaces.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|it| it.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// What this process holds in memory, in MiB.
pub fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
    kib.unwrap_or(0.0) / 1024.0
}

/// The one in the middle.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Prints figures, and keeps count of those that miss their goals.
pub struct Report {
    missed: usize,
}

impl Report {
    pub fn new() -> Self {
        println!("{:<52} {:>12} {:>16}", "", "measured", "goal");
        Report { missed: 0 }
    }

    /// A figure that is held to nothing.
    pub fn tell(&self, what: &str, figure: String) {
        println!("{what:<52} {figure:>12}");
    }

    pub fn at_least(&mut self, what: &str, figure: f64, goal: f64, unit: &str) {
        self.hold(what, figure, figure >= goal, &format!("≥ {goal}{unit}"), unit);
    }

    pub fn at_most(&mut self, what: &str, figure: f64, goal: f64, unit: &str) {
        self.hold(what, figure, figure <= goal, &format!("≤ {goal}{unit}"), unit);
    }

    fn hold(&mut self, what: &str, figure: f64, holds: bool, goal: &str, unit: &str) {
        let figure =
            if figure >= 1_000.0 { format!("{figure:.0}{unit}") } else { format!("{figure:.2}{unit}") };
        println!("{what:<52} {figure:>12} {goal:>16}{}", if holds { "" } else { "  missed" });
        self.missed += usize::from(!holds);
    }

    /// What the program exits with.
    pub fn end(self) -> i32 {
        match self.missed {
            0 => 0,
            missed => {
                println!("{missed} missed");
                1
            }
        }
    }
}
