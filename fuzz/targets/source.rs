//! Whatever stands in a source file: a summary whose names resolve or are counted, or a problem.
#![no_main]

use stateline_rust::summary::FileSummary;
use stateline_rust::{BuildTarget, FileId, Package, SourceFile, StandIn, TargetKind, Workspace, summarise};
use std::sync::LazyLock;

static STAND_INS: LazyLock<Vec<StandIn>> = LazyLock::new(|| {
    let summary = summarise("std.rs", include_str!("small_std.rs")).expect("we wrote it");
    vec![StandIn { name: "std", summary }]
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match summarise("lib.rs", text) {
        Ok(summary) => resolve(text, summary),
        Err(problem) => {
            if let Some((start, end)) = problem.span {
                assert!(start <= end && end as usize <= text.len(), "{problem:?} of {}", text.len());
            }
        }
    }
});

fn resolve(text: &str, summary: FileSummary) {
    let workspace = workspace_of(summary);
    let mut world = stateline_rust::resolve(&workspace, &STAND_INS);
    let found = stateline_rust::all_references(&mut world).references;
    for reference in found.iter().filter(|reference| reference.file == FileId::new(0)) {
        let range = reference.at as usize..(reference.at + reference.len) as usize;
        assert!(text.get(range).is_some(), "{reference:?} of {}", text.len());
    }
}

/// A workspace of one library, which is this file.
fn workspace_of(summary: FileSummary) -> Workspace {
    let package = Package {
        name: "fuzzed".into(),
        folder: String::new(),
        edition: 2024,
        dependencies: Vec::new(),
        features: Vec::new(),
        id: "fuzzed".into(),
    };
    let target = BuildTarget {
        package: 0,
        kind: TargetKind::Library,
        name: "fuzzed".into(),
        code_name: "fuzzed".into(),
        root: FileId::new(0),
        edition: 2024,
    };
    let file = SourceFile { path: "lib.rs".into(), content: [0; 16], summary };
    Workspace {
        packages: vec![package],
        targets: vec![target],
        files: vec![file].into(),
        ..Workspace::default()
    }
}
