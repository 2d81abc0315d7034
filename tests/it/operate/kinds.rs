//! Whole output: why something is stuck, one of each kind; a letter; and the same names in the JSON of all verbs.

use super::{Desk, Service, Told, unwrapped};
use stateline::store::{Sqlite, Store};
use std::collections::BTreeSet;
use std::process::Stdio;

impl Desk {
    /// What the program says with these variables set, in 80 columns.
    fn with(&self, variables: &[(&str, &str)], words: &[&str]) -> Told {
        let mut command = self.command(&super::errands(), words);
        let command = command.env("COLUMNS", "80").envs(variables.iter().copied());
        Told::of(command.output().expect("it runs"))
    }

    fn objects(&self, words: &[&str]) -> Vec<serde_json::Value> {
        let told = self.errands(&[words, &["--json"]].concat());
        told.out.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
    }

    /// How many commands nobody has carried out.
    fn inbox(&self) -> usize {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it starts");
        let store = Sqlite::reading(self.store()).expect("it is there");
        runtime.block_on(store.inbox(None, 100)).expect("it is read").len()
    }
}

const ONCE: &[&str] = &["run", "--dev", "--until-idle", "--grace", "1"];

#[test]
fn s61_each_kind_of_stuck_is_told_with_its_reason() {
    let desk = Desk::new("kinds");
    for (number, does) in [(1, "waits"), (2, "retries"), (3, "waits"), (4, "waits")] {
        desk.start(number, does);
    }
    let trip = ["start", "trip", r#"{"number":1,"fails":false}"#, "--why", "a test"];
    assert_eq!(desk.errands(&trip).exit, 0);
    assert_eq!(desk.with(&[("ERRANDS_AWAITS", "1")], ONCE).exit, 0);
    // Now it is parked; from now on, it is tried again, later and later.
    assert_eq!(desk.errands(&["retry", "errand/2", "--why", "a test"]).exit, 0);
    desk.start(5, "parks");
    let mut patient = desk.command(&super::errands(), &["run", "--dev"]);
    patient.env("ERRANDS_PAUSES", "long").stdout(Stdio::null()).stderr(Stdio::null());
    let patient = Service(patient.spawn().expect("it runs"));
    let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while desk.objects(&["stuck"]).iter().all(|it| it["kind"] != "failing") {
        assert!(std::time::Instant::now() < until, "it never fails three times");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    drop(patient);
    assert_eq!(desk.errands(&["hold", "errand/4", "--why", "a test"]).exit, 0);
    desk.start(6, "ends");
    let database = rusqlite::Connection::open(desk.store()).expect("it is a database");
    database.execute("UPDATE instance SET data = '{' WHERE key = '3'", []).expect("it is damaged");
    drop(database);

    let told = desk.with(&[], &["stuck"]);
    assert_eq!(told.exit, 1);
    let expected = "\
INSTANCE  STEP     STATE       SINCE   WHY
errand/1  go       waiting     SPAN  it is overdue
errand/2  go       retrying    SPAN  it failed 3 times: `errand` version 1, step
                                       `go`: it is unwell: Again
ID
          -        unreadable  -       its row cannot be read: ";
    let plain = table(&told.plain());
    let words = unwrapped(expected);
    assert!(unwrapped(&plain).starts_with(&words), "{plain}");
    for rest in [
        "errand/5 go parked SPAN `errand` version 1, step `go`: it is unwell: Park",
        "receive ready SPAN nobody here takes letters for notifications/trip.told",
        "errand/6 prepare ready SPAN it could have gone on SPAN ago, but nobody runs the store",
        "6 stuck: 1 unreadable, 1 parked, 1 unserved, 1 overdue, 1 unowned, 1 failing what one did, and what \
         you may do about it: show INSTANCE 1 held by a person: ps --status held",
    ] {
        assert!(unwrapped(&plain).contains(rest), "{rest} is not in {plain}");
    }
    assert!(told.out.lines().all(|line| line.chars().count() <= 80), "{}", told.out);
}

/// A table whose spans of time are of one width.
fn table(text: &str) -> String {
    text.replace("SPAN", "SPAN ")
}

#[test]
fn one_thing_has_one_name_in_the_json_of_all_verbs() {
    let desk = Desk::new("names");
    desk.start(1, "waits");
    assert_eq!(desk.with(&[("ERRANDS_AWAITS", "1")], ONCE).exit, 0);
    let ps = desk.objects(&["ps"]).remove(0);
    let show = desk.objects(&["show", "errand/1"]).remove(0);
    let keys: BTreeSet<&String> = ps.as_object().expect("it is one").keys().collect();
    let names = [
        "alert",
        "attempt",
        "due",
        "id",
        "instance",
        "key",
        "lines",
        "overdue",
        "process",
        "rehearsal",
        "since",
        "status",
        "step",
        "version",
        "why",
    ];
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), names);
    for name in names {
        assert_eq!(ps[name], show[name], "{name}: {ps} and {show}");
    }
    assert_eq!((&ps["instance"], &ps["overdue"]), (&"errand/1".into(), &true.into()));
    // Somebody was alerted, and it never continues by itself.
    assert!(ps["due"].is_null() && ps["alert"].is_null(), "{ps}");
    desk.start(2, "waits");
    desk.run();
    let alerts = desk.objects(&["ps", "--most", "2"]).remove(1);
    assert!(alerts["due"].is_null() && alerts["alert"].is_u64(), "{alerts}");
    // Elsewhere they mean the same.
    let stuck = desk.objects(&["stuck"]).remove(0);
    for name in ["id", "instance", "since", "status", "step"] {
        assert_eq!(stuck[name], ps[name], "{name}: {stuck}");
    }
    let touched = desk.objects(&["touched", "--build", "test"]);
    assert_eq!(touched[0], serde_json::json!({"definition": 1, "process": "errand", "version": 1}));
    let log = desk.objects(&["log", "errand/1"]).remove(0);
    for other in [&touched[1], &log] {
        assert_eq!((&other["id"], &other["instance"]), (&ps["id"], &ps["instance"]), "{other}");
    }
    // The number of a definition that `touched` tells selects by it.
    assert_eq!(desk.errands(&["ps", "--definition", "1", "--json"]).out.lines().count(), 2);
}

#[test]
fn a_letter_is_shown_with_where_it_goes_and_what_may_be_done_about_it() {
    let desk = Desk::new("letter");
    let trip = ["start", "trip", r#"{"number":1,"fails":false}"#, "--why", "a test"];
    assert_eq!(desk.errands(&trip).exit, 0);
    desk.run();
    let name = desk.objects(&["stuck"])[0]["instance"].as_str().expect("it has a name").to_owned();
    let shown = desk.with(&[], &["show", &name]);
    let (letter, rest) = shown.out.split_once("  version").expect("it has a version");
    assert_eq!(letter, name);
    let rest: Vec<String> = rest.lines().map(super::plain).collect();
    let bytes = rest.iter().position(|line| line.starts_with("Duty, ")).expect("it says how much it is");
    let expected = [
        " 1, 1 line",
        "ID",
        "",
        "ready at receive",
        "  since DATE TIME UTC (SPAN)",
        "  a letter of `trip.told` from `trips` to `notifications`: open",
        "",
    ];
    assert_eq!(rest[..bytes], expected);
    let may = ["", "you may", "  hold, cancel (with --why, and --seen 1 if nothing may have changed)"];
    assert_eq!(rest[bytes + 1..], may);
    // Here nobody takes it, and so nobody gives it up.
    let cancel = desk.errands(&["cancel", &name, "--why", "nobody wants it"]);
    assert!(
        unwrapped(&cancel.err).contains("nobody here takes letters for `notifications/trip.told`"),
        "{cancel:?}"
    );
    let heard = [("ERRANDS_HEARS", "told")];
    let rollback = desk.with(&heard, &["rollback", &name, "--why", "x"]);
    assert!(
        unwrapped(&rollback.err).contains("it is a letter, which can be released or cancelled"),
        "{rollback:?}"
    );
    assert_eq!(desk.with(&heard, &["cancel", &name, "--why", "nobody wants it"]).exit, 0);
    let shown = desk.errands(&["show", &name]).out;
    assert!(shown.contains("to `notifications`: nacked") && !shown.contains("you may"), "{shown}");
}

#[test]
fn that_data_was_shown_is_written_down_before_it_is_shown() {
    let desk = Desk::new("looked");
    desk.start(1, "transfers");
    desk.run();
    let looks: [&[&str]; 3] = [&["show", "errand/1"], &["log", "errand/1"], &["touched", "--build", "test"]];
    for words in looks {
        let words = [words, &["--payloads", "--why", "an audit"]].concat();
        // Nobody would write it down: it is not shown, and nothing is left behind.
        let refused = desk.generic(&words);
        let told = "error: nobody runs this store, so nobody would carry it out\n  = help: give the same verb to \
                    the program that serves it: it takes the store for as long\n";
        assert_eq!((refused.exit, &*refused.out, &*refused.err), (2, "", told), "{words:?}");
        let before = desk.generic(&["log"]).out.matches("was shown to").count();
        let shown = desk.errands(&words);
        assert_eq!((shown.exit, &*shown.err), (0, ""), "{words:?}");
        assert!(shown.out.contains("transfers") || shown.out.contains("request"), "{shown:?}");
        let after = desk.generic(&["log"]).out.matches("was shown to").count();
        assert_eq!((after, desk.inbox()), (before + 1, 0), "{words:?}");
    }
    // Beside a service, the service writes it.
    let _service = desk.service();
    let shown = desk.generic(&["show", "errand/1", "--payloads", "--why", "an audit"]);
    assert!(shown.exit == 0 && shown.out.contains("transfers"), "{shown:?}");
    assert_eq!(desk.generic(&["log"]).out.matches("was shown to").count(), 4);
}

#[test]
fn an_action_is_about_one_instance_or_about_a_selection() {
    let desk = Desk::new("one-or-many");
    desk.start(1, "parks");
    desk.start(2, "parks");
    desk.run();
    for words in [
        &["hold", "errand/1", "--status", "parked", "--why", "x"][..],
        &["cancel", "errand/1", "--confirm", "2-abc123", "--why", "x"],
        &["migrate", "errand/1", "--step", "go", "--to", "2", "--why", "x"],
        &["release", "--restored", "--build", "test", "--why", "x"],
    ] {
        let told = desk.errands(words);
        assert!(told.exit == 2 && told.err.contains("cannot be used with"), "{words:?}: {told:?}");
    }
    let told = desk.errands(&["hold", "--process", "errand", "--seen", "3", "--why", "x"]);
    let said = "error: --seen is about one instance, and none is named\n  = help: name the instance, or leave --seen \
                out: the token says what was seen of a selection\n";
    assert_eq!((told.exit, unwrapped(&told.err)), (2, unwrapped(said)));
    // What is refused leaves what was seen as it is, and what is done does not.
    let act = |verb, name| desk.errands(&[verb, "errand/1", "--seen", "3", "--why", "x", "--as", name]);
    assert_eq!(act("release", "Ada").exit, 1);
    assert_eq!(act("hold", "Bea").plain(), "held errand/1 (line N)\n");
    let late = act("cancel", "Ada");
    let told = "error: refused: errand/1: it has 5 lines now\n  = help: nothing has changed; `show` says where it \
                stands\n";
    assert_eq!((late.exit, late.err.as_str()), (1, told));
    let migrate = desk.errands(&["cancel", "--process", "errand", "--why", "x"]);
    let (_, last) = migrate.out.trim_end().rsplit_once('\n').expect("more than a line");
    assert!(last.starts_with("nothing is done yet: repeat the command with --confirm 2-"), "{migrate:?}");
}
