//! Many seeds, and the defects that they find.

use super::super::planted::{Defect, plant};
use super::{Figures, simulate};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// How many seeds are simulated, unless `STATELINE_SEEDS` says otherwise.
const SEEDS: u64 = 2_000;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/seeds")
}

/// The first seed of so many that breaks a promise, and how; and what was simulated.
fn first_broken(seeds: u64, defect: Option<Defect>) -> (Option<(u64, String)>, Figures) {
    let (next, found) = (AtomicU64::new(0), Mutex::new(None::<(u64, String)>));
    let sum = Mutex::new(Figures::default());
    let work = || {
        plant(defect);
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            let over = found.lock().expect("nobody panics in here").is_some();
            if seed >= seeds || over {
                break;
            }
            match simulate(seed) {
                Ok(figures) => sum.lock().expect("nobody panics in here").add(figures),
                Err(why) => *found.lock().expect("nobody panics in here") = Some((seed, why)),
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    (found.into_inner().expect("nobody panics in here"), sum.into_inner().expect("nobody panics in here"))
}

impl Figures {
    fn add(&mut self, other: Figures) {
        self.turns += other.turns;
        self.instances += other.instances;
        self.effects += other.effects;
        self.crashes += other.crashes;
        self.takeovers += other.takeovers;
        self.cuts += other.cuts;
        self.lines += other.lines;
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "scripts/simulate shows the figures")]
fn s1_no_seed_breaks_a_promise() {
    let seeds = std::env::var("STATELINE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(SEEDS);
    let (broken, figures) = first_broken(seeds, None);
    println!("{seeds} seeds: {figures:?}");
    if let Some((seed, why)) = broken {
        std::fs::write(folder().join(seed.to_string()), format!("{why}\n")).expect("the folder is ours");
        panic!("seed {seed}: {why}");
    }
    let wrong = [figures.crashes, figures.cuts, figures.takeovers * 10];
    assert!(wrong.iter().all(|times| *times > seeds), "too little goes wrong: {figures:?}");
}

#[test]
fn what_once_broke_a_promise_breaks_none_any_more() {
    for file in std::fs::read_dir(folder()).expect("the folder is there").flatten() {
        if let Some(seed) = file.file_name().to_str().and_then(|name| name.parse().ok()) {
            let told = simulate(seed);
            assert!(told.is_ok(), "seed {seed}: {told:?}");
        }
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "it shows which seed finds which")]
fn each_planted_defect_is_found() {
    let seeds = |defect: &Defect| {
        let found = first_broken(10_000, Some(*defect)).0;
        println!("{defect:?}: {found:?}");
        found
    };
    let blind: Vec<_> = Defect::ALL.iter().filter(|defect| seeds(defect).is_none()).collect();
    assert!(blind.is_empty(), "the simulator does not see {blind:?}");
}
