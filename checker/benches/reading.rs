//! What reading costs beside bare parsing, in one run over one workspace:
//! `STATELINE_BENCH_WORKSPACE=/some/workspace cargo bench --bench reading`.
//!
//! Both are measured as CPU time of the process (user and system, all threads), alternating, and
//! the best of ten rounds counts. Without the variable it does nothing.
#![expect(clippy::disallowed_methods, reason = "a bench reads what it measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use stateline_rust::Options;
use std::path::{Path, PathBuf};
use std::time::Instant;

const ROUNDS: usize = 10;

fn main() {
    let Some(workspace) = std::env::var_os("STATELINE_BENCH_WORKSPACE") else {
        println!("set STATELINE_BENCH_WORKSPACE to the folder of a workspace");
        return;
    };
    let manifest = PathBuf::from(workspace).join("Cargo.toml");
    let cache = tempfile::tempdir().expect("a temporary folder");
    let files = first_reading(&manifest);
    let (mut parse, mut read) = (f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        parse = parse.min(cpu_seconds(|| files.iter().for_each(|path| bare(path))));
        read = read.min(cpu_seconds(|| drop(reading(&manifest, None))));
    }
    println!("bare parsing {parse:.2} s CPU, cold reading {read:.2} s CPU, ratio {:.2}", read / parse);
    drop(reading(&manifest, Some(cache.path())));
    let mut warm = f64::MAX;
    let processor = cpu_seconds(|| {
        for _ in 0..ROUNDS {
            let start = Instant::now();
            drop(reading(&manifest, Some(cache.path())));
            warm = warm.min(start.elapsed().as_secs_f64());
        }
    });
    println!("warm reading {warm:.3} s, {:.3} s CPU", processor / ROUNDS as f64);
}

fn first_reading(manifest: &Path) -> Vec<PathBuf> {
    let start = Instant::now();
    let workspace = reading(manifest, None);
    let wall = start.elapsed().as_secs_f64();
    let lines: usize = workspace.files.iter().map(|file| file.summary.lines.len()).sum();
    let bodies: usize =
        workspace.files.iter().flat_map(|file| file.summary.bodies.iter()).map(<[u8]>::len).sum();
    println!(
        "{} files, {lines} lines, {} items, {} orphans, {} problems, bodies {} kB, {wall:.2} s wall, peak {} MiB",
        workspace.files.len(),
        workspace.files.iter().map(|file| file.summary.items.len()).sum::<usize>(),
        workspace.orphans.len(),
        workspace.problems.len(),
        bodies / 1000,
        peak_mebibytes(),
    );
    for problem in workspace.problems.iter().take(10) {
        println!("  {}: {}", problem.path.display(), problem.message);
    }
    workspace.files.iter().map(|file| workspace.root.join(&*file.path)).collect()
}

fn reading(manifest: &Path, cache: Option<&Path>) -> stateline_rust::Workspace {
    let options = Options { manifest: Some(manifest), cache, ..Options::default() };
    stateline_rust::read(&options).expect("the workspace that was given can be read")
}

fn bare(path: &Path) {
    let text = std::fs::read_to_string(path).expect("was read a moment ago");
    drop(syn::parse_file(&text));
    proc_macro2::extra::invalidate_current_thread_spans();
}

fn cpu_seconds(work: impl FnOnce()) -> f64 {
    let before = cpu_ticks();
    work();
    // The kernel counts in hundredths of a second on every Linux (`USER_HZ`).
    (cpu_ticks() - before) as f64 / 100.0
}

fn cpu_ticks() -> u64 {
    let text = std::fs::read_to_string("/proc/self/stat").expect("runs on Linux");
    let after_name = text.rsplit(") ").next().unwrap_or_default();
    after_name.split(' ').skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum()
}

fn peak_mebibytes() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").expect("runs on Linux");
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1024
}
