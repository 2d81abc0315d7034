//! Where the log stands, for whoever keeps that elsewhere.

use super::{Does, GRACE, errand, errand_that, run};
use crate::runtime::bank::Desk;
use stateline::runner::Runner;
use stateline::store::{Checkpoint, FlawKind, LineKind, Memory, Position, Store, verify};
use std::sync::{Arc, Mutex};

/// Runs an errand to its end, and stops; returns what a witness was told.
async fn witnessed(store: &Memory) -> Vec<Checkpoint> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let tells = told.clone();
    let remember = move |checkpoint: &Checkpoint| tells.lock().expect("no panic").push(checkpoint.clone());
    let runner = Runner::new(store.clone()).serve(errand(), Desk::default()).witnessing(remember);
    let running = runner.begin().await.expect("it begins");
    let id = running.start("errand", errand_that(Does::Ends)).await.expect("it starts");
    assert!(running.ended(id).await.expect("it ends").is_done());
    running.stop(GRACE).await.expect("it stops");
    let told = told.lock().expect("no panic").clone();
    assert_eq!(told.len(), 1, "a runner that stops says once where the log stands");
    told
}

#[test]
fn s11_what_a_witness_was_told_finds_a_log_that_was_cut_off() {
    run(async {
        let store = Memory::new();
        let first = witnessed(&store).await.remove(0);
        let second = witnessed(&store).await.remove(0);
        let lanes = [&first, &second].map(|checkpoint| checkpoint.head.expect("it has commits").lane.0);
        assert_eq!(lanes, [1, 2], "each owner tells of its own last commit");

        let feed = store.feed(Position::START, 1_000).await.expect("it reads");
        let last = feed.last().expect("it has lines");
        assert_eq!(last.line.kind, LineKind::Checkpoint, "it is the last thing that an owner writes");
        assert_eq!(last.line.payload.as_ref().map(|json| json.read()), Some(Ok(second.clone())));
        assert_eq!(last.position, Position(second.lines + 1));
        for checkpoint in [&first, &second] {
            assert_eq!(verify(&store, Some(checkpoint)).await.expect("it reads").flaws, []);
        }

        // What was there when only the first owner had written, and another log altogether.
        let other = Memory::new();
        witnessed(&other).await;
        let flaws = verify(&other, Some(&second)).await.expect("it reads").flaws;
        assert!(flaws.iter().all(|flaw| flaw.kind() == FlawKind::CutOff) && flaws.len() == 2, "{flaws:?}");
    });
}
