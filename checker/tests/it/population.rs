//! How many a change would hit: by a population, which CI has instead of the store.

use crate::accident::{Production, REVERT, SCREEN_AGAIN};
use crate::workbench::{Run, check};

const DAY: &str = "2026-11-29";

/// Four hundred and twelve are blocked, and seven on their way.
const BLOCKED: &str = r#"{
  "stateline": 1,
  "taken": "2026-11-29",
  "instances": [
    {"process": "payout", "version": 1, "step": "possible_revert", "state": "waiting", "number": 400},
    {"process": "payout", "version": 1, "step": "possible_revert", "state": "parked", "number": 12},
    {"process": "payout", "version": 1, "step": "screen_sanctions", "state": "ready", "number": 7}
  ],
  "letters": [
    {"context": "compliance", "topic": "payout.blocked", "number": 3}
  ]
}
"#;

const NOBODY: &str = "{\"stateline\": 1, \"taken\": \"2026-11-29\", \"instances\": [], \"letters\": []}\n";

impl Production {
    /// Checks it against who is in flight.
    fn judged(&self, population: &str) -> Run {
        self.judged_on(population, DAY)
    }

    fn judged_on(&self, population: &str, day: &str) -> Run {
        let path = self.path("inflight.json");
        std::fs::write(&path, population).expect("the folder is ours");
        let path = path.to_str().expect("it is text");
        check(self.path("").as_path(), &["--population", path, "--as-of", day])
    }
}

#[test]
fn s72_a_change_says_how_many_it_would_hit() {
    let release = Production::new();
    release.add(SCREEN_AGAIN).map(REVERT, &format!("{REVERT}      - screen_again\n"));
    let run = release.judged(BLOCKED);
    run.finds("changed-in-flight-process").says_wrapped(
        "412 blocked at `possible_revert` of version 1 would run `screen_again` when released, although it \
         started without it (7 more of it are on their way)",
    );
    // It stays what it is when nobody is there: whoever begins before the release would be hit.
    release
        .judged(NOBODY)
        .finds("changed-in-flight-process")
        .says_wrapped("on 2026-11-29 no instance of version 1 of `payout` was in flight");
    let elsewhere = BLOCKED.replace("possible_revert", "start_transfer");
    release.judged(&elsewhere).finds("changed-in-flight-process").says_wrapped(
        "an instance blocked at `possible_revert` would run `screen_again` when released, although it started without \
         it; on 2026-11-29 there was none, and 419 of version 1 were on their way",
    );
}

#[test]
fn s72_data_that_could_not_be_read_is_counted_by_its_shape() {
    let release = Production::new();
    release.replace(
        "payments/src/domain/data.rs",
        "pub transaction: TransactionId,",
        "pub transaction: TransactionId,\n    pub extra: u8,",
    );
    let run = release.judged(BLOCKED);
    run.finds("incompatible-step-data")
        .says_wrapped("all of them blocked, could not be read, and would be parked");
}

#[test]
fn s72_a_version_in_flight_that_nothing_serves_is_told_without_a_lock_too() {
    let release = Production::new();
    let unserved = BLOCKED.replace("\"version\": 1", "\"version\": 3");
    let run = release.judged(&unserved);
    run.finds("dropped-version").says_wrapped("version 3 of `payout` has instances, but is not served");
    run.says_wrapped("419 of version 3 of `payout`, 412 of them blocked, would never continue");
    release.judged(BLOCKED).is_clean();
}

#[test]
fn s72_a_population_that_says_nothing_is_refused() {
    let production = Production::new();
    for (population, day, told) in [
        (
            BLOCKED.replace("\"number\": 400", "\"number\": -1"),
            DAY,
            "expected a whole number of at least 1 for `number`",
        ),
        (BLOCKED.replace("\"step\"", "\"place\""), DAY, "unknown key `place` in a count of instances"),
        (BLOCKED.replace("waiting", "sleeping"), DAY, "`state` cannot be `sleeping`"),
        (BLOCKED[..200].to_owned(), DAY, "inflight.json"),
        (BLOCKED.replace("\"stateline\": 1", "\"stateline\": 2"), DAY, "this edition of the map"),
        (
            BLOCKED.replace("payout\", \"version", "refund\", \"version"),
            DAY,
            "is the population of another system",
        ),
        (BLOCKED.to_owned(), "2026-12-09", "is 10 days old"),
        (BLOCKED.to_owned(), "2026-11-20", "which is in the future"),
        (String::new(), DAY, "is empty"),
    ] {
        production.judged_on(&population, day).fails().says_wrapped(told);
    }
    let none =
        check(production.path("").as_path(), &["--population", "/nowhere/at-all.json", "--as-of", DAY]);
    none.fails().says("at-all.json");
}
