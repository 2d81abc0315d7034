//! What people do about releases: who is in flight, whether a build may take over, what one has touched, and
//! migrations.

use super::{Desk, Told, errands};
use stateline::store::{LineKind, Position, Sqlite, Store};
use std::collections::BTreeMap;

impl Desk {
    /// The program of another version or build.
    fn other(&self, (name, value): (&str, &str), words: &[&str]) -> Told {
        Told::of(self.command(&errands(), words).env(name, value).output().expect("it runs"))
    }

    /// The program that begins on version 2, serves 1 as well, and migrates from it.
    fn both(&self, words: &[&str]) -> Told {
        self.other(("ERRANDS_VERSION", "both"), words)
    }

    /// Starts errands of these numbers, all alike, and runs them as far as they go.
    fn begin(&self, numbers: impl IntoIterator<Item = u64>, does: &str) {
        for number in numbers {
            self.start(number, does);
        }
        self.run();
    }

    /// Where instances stand, as the file of the population says.
    fn standing(&self) -> Vec<(u64, String, String, u64)> {
        let told = self.generic(&["population"]);
        let value: serde_json::Value = serde_json::from_str(&told.out).expect("it is JSON");
        let text = |value: &serde_json::Value| value.as_str().expect("it is a text").to_owned();
        let alike = value["instances"].as_array().expect("it is a list").iter().map(|alike| {
            let number = |key: &str| alike[key].as_u64().expect("it is a number");
            (number("version"), text(&alike["step"]), text(&alike["state"]), number("number"))
        });
        alike.collect()
    }
}

fn told(version: u64, step: &str, state: &str, number: u64) -> (u64, String, String, u64) {
    (version, step.into(), state.into(), number)
}

#[test]
fn s72_who_is_in_flight_is_counted_without_data_and_nothing_is_written() {
    let desk = Desk::new("population");
    desk.begin(1..=4, "waits");
    desk.begin(5..=6, "parks");
    desk.begin(7..=8, "ends");
    let bytes = std::fs::read(desk.store()).expect("it is there");
    let one = desk.generic(&["population"]);
    assert_eq!(one.exit, 0, "{one:?}");
    assert!(one.out.starts_with("{\n  \"stateline\": 1,\n  \"taken\": \"20"), "{}", one.out);
    assert!(!one.out.contains("approved"), "it has data: {}", one.out);
    assert_eq!(desk.standing(), [told(1, "go", "waiting", 4), told(1, "go", "parked", 2)]);
    assert_eq!(desk.errands(&["population", "--json"]).out, one.out);
    assert_eq!(std::fs::read(desk.store()).expect("it is there"), bytes);
}

#[test]
fn s56_a_build_tells_whether_it_may_take_the_store_over() {
    let desk = Desk::new("preflight");
    desk.begin(1..=3, "waits");
    let good = desk.errands(&["preflight"]);
    assert_eq!(good.exit, 0, "{good:?}");
    assert!(good.out.contains("ready: 3 instances in flight, and each stays where it is"), "{}", good.out);
    // This one serves version 2 alone.
    let dropped = desk.other(("ERRANDS_VERSION", "2"), &["preflight"]);
    assert_eq!(dropped.exit, 1, "{dropped:?}");
    assert!(
        dropped.out.contains("errand/1: this build does not serve version 1 of `errand`"),
        "{}",
        dropped.out
    );
    assert!(dropped.out.contains("not ready: 3 of 3 would not stay, 3 of them blocked"), "{}", dropped.out);
    assert_eq!(desk.both(&["preflight"]).exit, 0);
    // It needs the code of the steps.
    assert_eq!(desk.generic(&["preflight"]).exit, 2);
}

#[test]
fn s56_a_build_tells_whether_it_can_read_the_letters_on_their_way() {
    let desk = Desk::new("letters");
    let input = r#"{"number":1,"fails":false}"#;
    assert_eq!(desk.errands(&["start", "trip", input, "--why", "a test"]).exit, 0);
    desk.run();
    let build = |hears| desk.other(("ERRANDS_HEARS", hears), &["preflight"]);
    let good = build("told");
    assert_eq!(good.exit, 0, "{good:?}");
    assert!(
        good.out.contains("ready: 0 instances in flight, and each stays where it is; 1 letter can be read"),
        "{good:?}"
    );
    let more = build("more");
    assert_eq!(more.exit, 1, "{more:?}");
    assert!(more.out.contains("could not be read") && more.out.contains("`by`"), "{}", more.out);
    let none = build("");
    assert_eq!(none.exit, 1, "{none:?}");
    let why = "this build has no handler for `notifications/trip.told`";
    assert!(none.out.replace("\n    ", " ").contains(why), "{}", none.out);
}

#[test]
fn s54_what_a_build_has_touched_is_listed_held_and_released() {
    let desk = Desk::new("touched");
    desk.begin(1..=3, "waits");
    let bad = ("ERRANDS_BUILD", "bad");
    for number in 4..=5 {
        let input = format!(r#"{{"number":{number},"does":"transfers","approved":null}}"#);
        assert_eq!(desk.other(bad, &["start", "errand", &input, "--why", "a test"]).exit, 0);
    }
    let ran = desk.other(bad, &["run", "--dev", "--until-idle", "--grace", "1"]);
    assert_eq!(ran.exit, 0, "{ran:?}");
    let touched = desk.generic(&["touched", "--build", "bad"]);
    assert!(touched.out.starts_with("2 touched\n"), "{}", touched.out);
    let row: Vec<&str> = touched
        .out
        .lines()
        .find(|line| line.contains("payments::transfer"))
        .unwrap_or_else(|| panic!("{}", touched.out))
        .split_whitespace()
        .collect();
    assert_eq!(row, ["payments::transfer", "irreversible", "0", "0", "2"]);
    let requests = desk.errands(&["touched", "--build", "bad", "--payloads", "--why", "an audit"]);
    assert_eq!(requests.out.lines().count(), 2, "{requests:?}");
    assert!(requests.out.contains(r#""operation":"payments::transfer""#), "{}", requests.out);

    let unknown = desk.generic(&["touched", "--build", "bat"]);
    assert_eq!(
        unknown.err,
        "error: no build `bat` has written here\n  = help: there is `bad`\n  = help: known: bad, test\n"
    );
    // All that it has touched is held, and the others are not.
    let shown = desk.errands(&["hold", "--build", "bad", "--why", "a bad release"]);
    let token = shown.out.split("--confirm ").nth(1).expect("it says how").trim().to_owned();
    let held = desk.errands(&["hold", "--build", "bad", "--why", "a bad release", "--confirm", &token]);
    assert_eq!((held.exit, held.out.trim()), (0, "2 done, 0 refused, 0 not yet"), "{held:?}");
    assert_eq!(desk.standing(), [told(1, "go", "waiting", 3), told(1, "go", "held", 2)]);
}

#[test]
fn s73_instances_are_migrated_after_a_rehearsal_and_moved_back() {
    let desk = Desk::new("migrate");
    desk.begin([1, 2, 13], "waits");
    let words = ["migrate", "--process", "errand", "--version", "1", "--to", "2"];
    let rehearsed = desk.both(&[&words[..], &["--rehearse"]].concat());
    assert_eq!(rehearsed.exit, 1, "{rehearsed:?}");
    let why = "errand/13: `errand` version 1, step `go`: migration `go_on` does not take it: thirteen stays";
    assert!(rehearsed.out.replace("\n    ", " ").contains(why), "{}", rehearsed.out);
    assert!(rehearsed.out.contains("2 could be migrated to version 2, 1 could not"), "{}", rehearsed.out);
    assert_eq!(desk.standing(), [told(1, "go", "waiting", 3)]);

    // More than one is shown first.
    let because = ["--why", "version 1 ends"];
    let shown = desk.both(&[&words[..], &because].concat());
    let token = shown.out.split("--confirm ").nth(1).expect("it says how").trim().to_owned();
    let done = desk.both(&[&words[..], &because, &["--confirm", &token]].concat());
    assert_eq!((done.exit, done.out.lines().last()), (1, Some("2 done, 1 refused, 0 not yet")), "{done:?}");
    assert_eq!(desk.standing(), [told(1, "go", "waiting", 1), told(2, "go", "waiting", 2)]);
    assert_eq!(desk.generic(&["verify"]).exit, 0);

    let back = desk.both(&["migrate", "errand/1", "--back", "--why", "it was wrong"]);
    assert_eq!((back.exit, back.plain().as_str()), (0, "moved back errand/1 (line N)\n"), "{back:?}");
    // What was migrated goes on on its new version, and is not moved back any more.
    let message = r#"{"number":2,"approved":true}"#;
    let told_ = desk.both(&["deliver", "errand/2", "compliance.decided", message, "--why", "call 4711"]);
    assert_eq!(told_.exit, 0, "{told_:?}");
    let late = desk.both(&["migrate", "errand/2", "--back", "--why", "too late"]);
    assert_eq!(late.exit, 1, "{late:?}");
    assert!(late.err.contains("it has moved on since it was migrated"), "{}", late.err);
    let log = desk.generic(&["log", "errand/1"]).plain();
    let kinds: Vec<&str> =
        log.lines().filter_map(|line| line.split("  ").filter(|part| !part.is_empty()).nth(2)).collect();
    assert_eq!(kinds, ["started", "stepped", "waited", "migrated", "migrated-back"], "{log}");
}

/// How often the builds take turns, unless `STATELINE_RESTARTS` says otherwise.
const RESTARTS: u64 = 24;

#[test]
fn s71_builds_in_turn_begin_and_continue_only_what_they_serve() {
    let said = std::env::var("STATELINE_RESTARTS").ok().and_then(|said| said.parse().ok());
    let restarts = said.unwrap_or(RESTARTS);
    let desk = Desk::new("turns");
    let (mut dice, mut refused) = (0x9e37_79b9_7f4a_7c15_u64, 0);
    for number in 1..=restarts {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        let build = ("ERRANDS_VERSION", if dice.is_multiple_of(2) { "both" } else { "" });
        let does = ["waits", "ends", "retries", "waits"][(dice >> 8) as usize % 4];
        let input = format!(r#"{{"number":{number},"does":"{does}","approved":null}}"#);
        assert_eq!(desk.other(build, &["start", "errand", &input, "--why", "a test"]).exit, 0);
        let name = format!("errand/{}", 1 + (dice >> 16) % number);
        let message = format!(r#"{{"number":{},"approved":true}}"#, 1 + (dice >> 16) % number);
        // What is not served, has ended or waits for nothing is refused.
        let words: &[&str] = match (dice >> 24) % 3 {
            0 => &["deliver", &name, "compliance.decided", &message, "--why", "a test"],
            1 => &["migrate", &name, "--to", "2", "--why", "a test"],
            _ => &["migrate", &name, "--back", "--why", "a test"],
        };
        let told = desk.other(build, words);
        assert!([0, 1].contains(&told.exit), "{words:?}: {told:?}");
        refused += told.exit;
        let ran = desk.other(build, &["run", "--dev", "--until-idle", "--grace", "1", "--leave-standing"]);
        assert_eq!(ran.exit, 0, "{ran:?}");
    }
    assert!(refused > 0, "nothing was ever refused");
    // A build that drops a version in flight refuses to start, unless it is told to leave it standing.
    let dropped = desk.other(("ERRANDS_VERSION", "3"), &["run", "--dev", "--until-idle"]);
    assert_eq!(dropped.exit, 2, "{dropped:?}");
    assert_eq!(desk.generic(&["verify"]).exit, 0);
    let lines = desk.lines();
    assert!(lines.len() as u64 > 4 * restarts, "there are {} lines", lines.len());
}

impl Desk {
    /// All lines, each of which is about a version that its owner serves; and no step of an instance has ended twice.
    fn lines(&self) -> Vec<stateline::store::StoredLine> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("it starts");
        runtime.block_on(async {
            let store = Sqlite::reading(self.store()).expect("it is there");
            let served: BTreeMap<_, _> = store
                .members()
                .await
                .expect("they are read")
                .into_iter()
                .map(|(lane, it)| (lane, it.serves))
                .collect();
            let definitions: BTreeMap<_, _> = store
                .definitions()
                .await
                .expect("they are read")
                .into_iter()
                .map(|it| (it.id, (it.process, it.version)))
                .collect();
            let lines = store.feed(Position::START, usize::MAX >> 1).await.expect("they are read");
            let mut ended = BTreeMap::new();
            for stored in &lines {
                let Some(about) = &stored.line.about else { continue };
                let of = &definitions[&about.definition];
                let serves = &served[&stored.lane];
                assert!(
                    serves.contains(of),
                    "line {} is about {of:?}, and {serves:?} is served",
                    stored.position
                );
                if matches!(stored.line.kind, LineKind::Stepped | LineKind::Finished) {
                    let step = (about.instance, stored.line.step.clone());
                    assert!(
                        ended.insert(step, stored.position).is_none(),
                        "line {}: it has ended before",
                        stored.position
                    );
                }
            }
            lines
        })
    }
}
