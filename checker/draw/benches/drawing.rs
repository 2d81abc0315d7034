//! What a layout costs: `cargo bench --bench drawing`.
//!
//! CPU seconds of the process, the best of some rounds, for the shop of 6 contexts, the market of 30, the
//! hospital of 26, a star of 25 and a monorepo of 212, cold and from the lock; how many that talk are
//! neighbours there; and the land and the matrix of a workspace of 91 crates as `init` leaves it. It fails
//! where a figure is worse than it may be.
#![expect(clippy::disallowed_methods, reason = "a bench reads what it measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use stateline_draw::layout::{Fate, Line, LineKind, Lock, Plan, State, layout, matrix};
use stateline_draw::svg::{self, Options};
use stateline_draw::{Atlas, LIGHT, planned};
use stateline_schema::{Known, Source, SourceId, read};
use std::hint::black_box;
use std::path::{Path, PathBuf};

fn main() {
    // `cargo test --benches` starts it too, and has no optimized build.
    if cfg!(debug_assertions) {
        println!("cargo bench --bench drawing runs this");
        return;
    }
    let mut worse = Vec::new();
    let maps = [
        ("shop6", 0.1, 0.02, 9, 5),
        ("market30", 0.8, 0.08, 47, 5),
        ("hospital", 0.8, 0.08, 35, 5),
        ("star25", 0.8, 0.08, 24, 5),
        ("monorepo200-within", 15.0, 1.5, 250, 1),
    ];
    for (name, cold, warm, neighbours, times) in maps {
        let plan = plan(name);
        let sheet = layout(&plan, None);
        let known = sheet.lock();
        let (searched, kept) = (measured(&plan, None, times), measured(&plan, Some(&known), times));
        println!(
            "{name}: {searched:.3} s CPU cold, {kept:.3} s from the lock; {} of {} pairs are neighbours, {} crossings",
            sheet.neighbours.0, sheet.neighbours.1, sheet.crossings
        );
        worse
            .extend([(searched, cold), (kept, warm)].iter().filter(|(took, most)| took > most).map(|_| name));
        worse.extend((sheet.neighbours.0 < neighbours).then_some(name));
        // A sheet that leaves a way out would be drawn as a matrix.
        worse.extend((!sheet.undrawn.is_empty()).then_some(name));
    }
    let crates = crates();
    let known = layout(&crates, None).lock();
    let (searched, kept) = (measured(&crates, None, 1), measured(&crates, Some(&known), 1));
    println!("crates: {searched:.3} s CPU cold, {kept:.3} s from the lock, for the land of 91 contexts");
    worse.extend((searched > 6.0 || kept > 0.6).then_some("crates"));
    let (took, pairs) = matrix_of_crates();
    println!("matrix: {took:.3} s CPU for 91 contexts with {pairs} pairs");
    worse.extend((took > 0.2).then_some("matrix"));
    assert!(worse.is_empty(), "worse than they may be: {worse:?}");
}

/// 91 contexts whose code crosses between many, which nobody permits yet.
fn crates() -> Plan {
    let name = |number: usize| format!("package-{number:02}");
    let state = |number| State { name: name(number), ..State::default() };
    let ends = (0..91).flat_map(|from| (1..=12).map(move |step| (from, (from + step * step) % 91)));
    let line = |(from, to): (usize, usize)| Line {
        from: name(from),
        to: name(to),
        kind: LineKind::Tolerated,
        names: (0..1 + (from + to) % 30).map(|item| format!("item{item}")).collect(),
        fate: Fate::Kept,
    };
    Plan { states: (0..91).map(state).collect(), lines: ends.map(line).collect(), ..Plan::default() }
}

/// CPU seconds for a matrix as SVG, and its pairs.
fn matrix_of_crates() -> (f64, usize) {
    let plan = crates();
    let options = Options { title: "A workspace", theme: &LIGHT, journey: None, diff: None };
    let draw = || svg::matrix(&matrix(&plan), &plan, &options);
    let before = cpu_ticks();
    for _ in 0..5 {
        black_box(draw());
    }
    ((cpu_ticks() - before) as f64 / 100.0 / 5.0, matrix(&plan).pairs())
}

fn maps() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/maps")
}

fn plan(name: &str) -> Plan {
    let text = std::fs::read_to_string(maps().join(format!("{name}.yaml"))).expect("the map is there");
    let source = Source::new(SourceId(0), "stateline.yaml", text);
    let (map, _) = read(&source, &[], &Known::default());
    planned(&Atlas::from_map(&map), None)
}

/// CPU seconds of one layout, the least of three rounds of so many; of one, where it takes long.
fn measured(plan: &Plan, known: Option<&Lock>, times: u32) -> f64 {
    let round = || {
        let before = cpu_ticks();
        for _ in 0..times {
            black_box(layout(plan, known));
        }
        // The kernel counts in hundredths of a second on every Linux (`USER_HZ`).
        (cpu_ticks() - before) as f64 / 100.0 / f64::from(times)
    };
    (0..if times > 1 { 3 } else { 1 }).map(|_| round()).fold(f64::MAX, f64::min)
}

fn cpu_ticks() -> u64 {
    let text = std::fs::read_to_string("/proc/self/stat").expect("runs on Linux");
    let after_name = text.rsplit(") ").next().unwrap_or_default();
    after_name.split(' ').skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum()
}
