//! The verbs, as people give them: to a program of theirs, and to `stateline`.

use stateline::State;
use stateline::store::{Command as Order, CommandId, Expected, InstanceId, Sqlite, Store, Timestamp, Verb};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

mod api;
mod kinds;
mod release;
mod trips;

/// A folder with a store, and the programs for it.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Desk {
        let folder = std::env::temp_dir().join(format!("stateline-operate-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("it can be made");
        Desk(folder)
    }

    fn store(&self) -> PathBuf {
        self.0.join("store.db")
    }

    fn command(&self, program: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(words).env("STATELINE_STORE", self.store()).env("NO_COLOR", "1").env("COLUMNS", "100");
        command.env("RUST_BACKTRACE", "0");
        command
    }

    fn errands(&self, words: &[&str]) -> Told {
        Told::of(self.command(&errands(), words).output().expect("it runs"))
    }

    fn generic(&self, words: &[&str]) -> Told {
        let program = Path::new(env!("CARGO_BIN_EXE_stateline"));
        Told::of(self.command(program, words).output().expect("it runs"))
    }

    /// Starts an errand.
    fn start(&self, number: u64, does: &str) {
        let input = format!(r#"{{"number":{number},"does":"{does}","approved":null}}"#);
        let told = self.errands(&["start", "errand", &input, "--why", "a test"]);
        assert_eq!(told.exit, 0, "{told:?}");
    }

    /// Runs until nothing goes on.
    fn run(&self) {
        let told = self.errands(&["run", "--dev", "--until-idle", "--grace", "1", "--leave-standing"]);
        assert_eq!(told.exit, 0, "{told:?}");
    }

    /// Runs beside the test.
    fn service(&self) -> Service {
        self.serve(self.command(&errands(), &["run", "--dev"]))
    }

    fn serve(&self, mut command: Command) -> Service {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        let service = Service(child);
        let until = Instant::now() + Duration::from_secs(30);
        while self.generic(&["health"]).exit != 0 {
            assert!(Instant::now() < until, "it never owns the store");
            std::thread::sleep(Duration::from_millis(20));
        }
        service
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a program said: with times, ids and spans left out, which differ from run to run.
#[derive(Debug)]
struct Told {
    exit: i32,
    out: String,
    err: String,
}

impl Told {
    fn of(output: Output) -> Told {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
        let exit = output.status.code().unwrap_or(-1);
        Told { exit, out: text(output.stdout), err: text(output.stderr) }
    }

    fn plain(&self) -> String {
        self.out.split('\n').map(plain).collect::<Vec<_>>().join("\n")
    }
}

/// A line without what differs from run to run.
fn plain(line: &str) -> String {
    let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let mut told: Vec<String> = Vec::new();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let unit = words.peek().map(|next| next.trim_matches(|letter: char| !letter.is_ascii_alphabetic()));
        let is_span = is_number && unit.is_some_and(|unit| ["ms", "s", "min", "h", "d"].contains(&unit));
        if is_span {
            let unit = words.next().unwrap_or_default();
            let (open, close) = (word.starts_with('('), unit.ends_with(')'));
            told.push(format!("{}SPAN{}", if open { "(" } else { "" }, if close { ")" } else { "" }));
        } else if is_number && told.last().is_some_and(|before| before.ends_with("(line")) {
            told.push(word.replace(bare, "N"));
        } else if bare.parse::<InstanceId>().is_ok() {
            told.push(word.replace(bare, "ID"));
        } else if bare.len() == 8 && bare.matches(':').count() == 2 {
            told.push(word.replace(bare, "TIME"));
        } else if bare.len() == 10 && bare.matches('-').count() == 2 {
            told.push(word.replace(bare, "DATE"));
        } else {
            told.push(word);
        }
    }
    told.join(" ").trim_end().to_owned()
}

/// The program beside this one.
fn errands() -> PathBuf {
    let mut folder = std::env::current_exe().expect("this program has a path");
    folder.pop();
    folder.pop();
    folder.join("examples/errands")
}

#[test]
fn s10_show_tells_what_is_done_and_what_comes_next_and_then_that_happens() {
    let desk = Desk::new("show");
    desk.start(7, "waits");
    desk.run();
    let shown = desk.errands(&["show", "errand/7"]);
    let expected = "\
errand/7  version 1, 3 lines
ID

waiting at go
  since DATE TIME UTC (SPAN)
  for compliance.decided
  alert DATE TIME UTC (in SPAN)

Errand, 43 bytes (--payloads --why … shows it)

steps
✓ prepare  done TIME
> go       waits for compliance.decided, does irreversibly payments::transfer

people
  TIME started by USER: a test (line N)

you may
  hold, cancel, rollback, deliver (with --why, and --seen 3 if nothing may have changed)
";
    let user = whoami(&shown);
    assert_eq!(shown.plain().replace(&format!("by {user}:"), "by USER:"), expected);
    // The generic command says the same.
    assert_eq!(desk.generic(&["show", "7"]).plain(), shown.plain());

    let message = r#"{"number":7,"approved":true}"#;
    let told = desk.errands(&["deliver", "errand/7", "compliance.decided", message, "--why", "call 4711"]);
    assert_eq!((told.exit, told.plain().as_str()), (0, "delivered to errand/7 (line N)\n"));
    desk.run();
    let log = desk.errands(&["log", "errand/7"]).plain().replace(&format!("by {user}:"), "by USER:");
    let kinds: Vec<&str> =
        log.lines().filter_map(|line| line.split("  ").filter(|part| !part.is_empty()).nth(2)).collect();
    assert_eq!(kinds, ["started", "stepped", "waited", "announced", "delivered", "finished"]);
    assert!(log.contains("delivered  errand/7  go  compliance.decided by USER: call 4711"), "{log}");
}

fn whoami(shown: &Told) -> String {
    let (_, rest) = shown.out.split_once("started by ").expect("it says who started it");
    rest.split(':').next().expect("and why").to_owned()
}

/// Puts starts of errands into the inbox: their numbers, versions and data.
fn put_starts(store: &Path, starts: impl IntoIterator<Item = (u64, u32, String)>) {
    put(
        store,
        starts
            .into_iter()
            .map(|(number, version, data)| (number, ("errand", "prepare", "Errand"), version, data)),
    );
}

/// Puts starts of trips into the inbox.
fn put_trips(store: &Path, numbers: impl IntoIterator<Item = u64>) {
    let data = |number| format!(r#"{{"number":{number},"fails":false}}"#);
    put(store, numbers.into_iter().map(|number| (number, ("trip", "book", "Trip"), 1, data(number))));
}

/// Puts starts into the inbox, a thousand at once: their numbers, processes with their first steps and types, versions
/// and data.
fn put(
    store: &Path,
    starts: impl IntoIterator<Item = (u64, (&'static str, &'static str, &'static str), u32, String)>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("it starts");
    runtime.block_on(async {
        let store = Sqlite::open(store).expect("it can be made");
        let commands: Vec<Order> = starts
            .into_iter()
            .map(|(number, (process, step, name), version, data)| {
                let state: State = serde_json::from_str(&format!(
                    r#"{{"process":"{process}","version":{version},"rehearsal":false,"key":{number},
                        "at":{{"step":"{step}"}},"data":{{"type":"{name}","json":{data}}}}}"#
                ))
                .expect("it is a state");
                let mut random = [0; 10];
                random[..8].copy_from_slice(&number.to_be_bytes());
                let (at, key) = (Timestamp::from_millis(1), Some(number.into()));
                let verb = Verb::Start { instance: InstanceId::new(at, random), key, state: Box::new(state) };
                let (id, expected) = (CommandId::new(at, random), Expected::default());
                Order { id, at, who: "planter".into(), why: "a test".into(), verb, expected, trace: None }
            })
            .collect();
        store.put(&commands).await.expect("they are put");
    });
}

#[test]
fn s61_of_a_thousand_planted_stuck_instances_a_thousand_are_listed_with_the_reason() {
    let desk = Desk::new("stuck");
    // They wait on a version that nobody will serve.
    let waits = |number| (number, 2, format!(r#"{{"number":{number},"does":"waits","approved":null}}"#));
    put_starts(&desk.store(), (900..1_000).map(waits));
    let mut old = desk.command(&errands(), &["run", "--dev", "--until-idle"]);
    assert!(old.env("ERRANDS_VERSION", "2").output().expect("it runs").status.success());
    // Their program is killed while the bank has not answered yet, and nobody can ask it.
    let transfers =
        |number| (number, 1, format!(r#"{{"number":{number},"does":"transfers","approved":null}}"#));
    put_starts(&desk.store(), (700..800).map(transfers));
    let mut killed = desk.command(&errands(), &["run", "--dev", "--leave-standing"]);
    killed.env("ERRANDS_LIMIT", "600000").stdout(Stdio::null()).stderr(Stdio::null());
    let killed = Service(killed.spawn().expect("it runs"));
    let until = Instant::now() + Duration::from_secs(60);
    while desk.generic(&["log", "--last", "500", "--json"]).out.matches(r#""kind":"intent""#).count() < 100 {
        assert!(Instant::now() < until, "they are never called");
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(killed);
    // Nobody here takes what they publish.
    put_trips(&desk.store(), 1_000..1_100);
    let plan = |number: u64| match number {
        0..200 => r#""panics""#,
        200..400 => r#""hangs""#,
        400..500 => r#""parks""#,
        500..600 => r#""retries""#,
        _ => r#""ends""#,
    };
    // Of the last, the data is of no such type.
    let does = |number: u64| {
        let rest = if number < 800 { r#","approved":null"# } else { "" };
        (number, 1, format!(r#"{{"number":{number},"does":{}{rest}}}"#, plan(number)))
    };
    put_starts(&desk.store(), (0..600).chain(800..900).map(does));
    // And two hundred with whom all is well.
    put_starts(
        &desk.store(),
        (2_000..2_200).map(|number| {
            let does = if number % 2 == 0 { "ends" } else { "waits" };
            (number, 1, format!(r#"{{"number":{number},"does":"{does}","approved":null}}"#))
        }),
    );
    desk.run();

    let told = desk.errands(&["stuck", "--json"]);
    assert_eq!(told.exit, 1);
    let mut reasons: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in told.out.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("each line is an object");
        let text = |key: &str| line[key].as_str().unwrap_or_else(|| panic!("{line}")).to_owned();
        assert!(
            reasons.entry(text("why")).or_default().insert(text("instance")),
            "it is listed twice: {line}"
        );
    }
    let found: Vec<(&str, usize)> = reasons.iter().map(|(why, names)| (why.as_str(), names.len())).collect();
    let expected = [
        ("`errand` version 1, step `go`: it is unwell: Again; that was attempt 5, the last", 100),
        ("`errand` version 1, step `go`: it is unwell: Park", 100),
        ("`errand` version 1, step `prepare`: missing field `approved`", 100),
        ("it panicked: it was told to", 200),
        ("it ran for longer than its limit of 1.5s", 200),
        ("nobody here serves version 2 of errand", 100),
        ("nobody here takes letters for notifications/trip.told", 100),
        ("nobody knows whether `payments::transfer` was carried out: it has no inquiry", 100),
    ];
    assert_eq!(found, expected);
    // Each reason is that of those for whom it was planted.
    let planted = |why: &str, numbers: std::ops::Range<u64>| {
        let names: BTreeSet<String> = numbers.map(|number| format!("errand/{number}")).collect();
        assert_eq!(reasons[why], names, "{why}");
    };
    let planted_numbers =
        [(3, 0..200), (4, 200..400), (1, 400..500), (0, 500..600), (7, 700..800), (2, 800..900)];
    planted_numbers.into_iter().for_each(|(at, numbers)| planted(expected[at].0, numbers));
    planted(expected[5].0, 900..1_000);
    // For people, the count stands at the end.
    let people = desk.errands(&["stuck"]);
    assert!(people.out.contains("1,000 stuck: 800 parked, 200 unserved"), "{}", people.out);
}

#[test]
fn s63_an_action_wants_a_reason_and_of_two_people_one_acts() {
    let desk = Desk::new("both");
    desk.start(1, "parks");
    desk.run();
    let told = desk.errands(&["hold", "errand/1"]);
    assert_eq!(told.exit, 2);
    assert!(told.err.contains("--why <WHY>"), "{}", told.err);
    let told = desk.errands(&["hold", "errand/1", "--why", " "]);
    assert_eq!(told.exit, 2);
    assert!(told.err.contains("nobody can tell later why it was done"), "{}", told.err);

    // Both saw three lines.
    let one = desk.errands(&["cancel", "errand/1", "--seen", "3", "--why", "client withdrew", "--as", "Ada"]);
    assert_eq!((one.exit, one.plain().as_str()), (0, "cancelled errand/1 (line N)\n"), "{one:?}");
    let other =
        desk.errands(&["rollback", "errand/1", "--seen", "3", "--why", "wrong account", "--as", "Bea"]);
    let refused = "\
error: refused: errand/1: it has 4 lines now
  = help: nothing has changed; `show` says where it stands
";
    assert_eq!((other.exit, other.err.as_str()), (1, refused));
}

#[test]
fn s63_a_selection_is_shown_first_and_done_when_it_is_confirmed() {
    let desk = Desk::new("many");
    for number in 1..=7 {
        desk.start(number, if number < 7 { "waits" } else { "ends" });
    }
    desk.run();
    let shown = desk.errands(&["hold", "--process", "errand", "--why", "bank is down"]);
    let (count, token) = shown.out.rsplit_once("--confirm ").expect("it says how it is confirmed");
    assert!(count.starts_with("6 to hold\n  errand/1 waiting at go\n"), "{count}");
    let token = token.trim();
    let (_, wrong) = token.split_once('-').expect("a count and a hash");
    let refused =
        desk.errands(&["hold", "--process", "errand", "--why", "x", "--confirm", &format!("5-{wrong}")]);
    assert!(refused.err.contains("the selection is not the one that"), "{refused:?}");
    assert_eq!((refused.exit, refused.out.as_str()), (1, ""), "nothing was done, and that is no success");
    assert_eq!(desk.errands(&["ps", "--status", "held", "--json"]).out, "");

    let done = desk.errands(&["hold", "--process", "errand", "--why", "bank is down", "--confirm", token]);
    assert_eq!((done.exit, done.out.as_str()), (0, "6 done, 0 refused, 0 not yet\n"), "{done:?}");
    assert_eq!(desk.errands(&["ps", "--status", "held", "--json"]).out.lines().count(), 6);
}

#[test]
fn whoever_reads_after_an_answer_sees_what_was_answered() {
    let desk = Desk::new("read");
    desk.start(0, "waits");
    let _service = desk.service();
    for number in 1..=5 {
        desk.start(number, "waits");
        let name = format!("errand/{number}");
        assert!(desk.generic(&["ps"]).out.contains(&name));
        assert_eq!(desk.generic(&["hold", &name, "--why", "a test"]).exit, 0);
        let shown = desk.generic(&["show", &name, "--json"]);
        let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("it is an object");
        assert_eq!(shown["status"], "held");
    }
    let health = desk.generic(&["health"]);
    assert!(health.out.starts_with("alive: process "), "{health:?}");
}

#[test]
fn data_is_shown_to_whoever_says_why_and_that_is_written_down() {
    let desk = Desk::new("data");
    desk.start(1, "waits");
    desk.run();
    for words in
        [&["show", "errand/1"][..], &["log", "errand/1"], &["log"], &["ps"], &["show", "1", "--json"]]
    {
        assert!(!desk.errands(words).out.contains("approved"), "{words:?}");
    }
    assert_eq!(desk.errands(&["show", "errand/1", "--payloads"]).exit, 2);
    let shown = desk.errands(&["show", "errand/1", "--payloads", "--why", "audit 12"]);
    assert!(shown.out.contains(r#""approved": null"#), "{}", shown.out);
    desk.run();
    let log = desk.errands(&["log", "--json"]);
    let line = log.out.lines().find(|line| line.contains(r#""kind":"noted""#)).expect("it is written down");
    assert!(line.contains("the data of ") && line.contains(": audit 12"), "{line}");
    // Whoever looked before may still act on what they saw.
    let seen =
        shown.out.split("--seen ").nth(1).and_then(|rest| rest.split(' ').next()).expect("how many lines");
    assert_eq!(desk.errands(&["hold", "errand/1", "--seen", seen, "--why", "x"]).exit, 0);
}

#[test]
fn what_is_stored_cannot_paint_the_terminal_nor_tell_data() {
    let desk = Desk::new("paint");
    let input = r#"{"number":7,"does":"ends","approved":null}"#;
    let paints = "\u{1b}]0;owned\u{7} \u{202e}";
    assert_eq!(desk.errands(&["start", "errand", input, "--why", paints]).exit, 0);
    for words in [&["log"][..], &["log", "errand/7"], &["show", "errand/7"]] {
        let told = desk.errands(words);
        assert!(!told.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{words:?}: {told:?}");
    }
    assert!(desk.errands(&["log"]).out.contains(r"\u{1b}]0;owned\u{7}"), "it is spelt out");
    assert_eq!(desk.errands(&["hold", "errand/7", "--why", "  "]).exit, 2, "a reason says something");
}

#[test]
fn the_log_is_told_as_far_as_it_was_asked_for() {
    let desk = Desk::new("pages");
    (1..=9).for_each(|number| desk.start(number, "ends"));
    desk.run();
    assert_eq!(desk.errands(&["log", "--last", "5"]).out.lines().count(), 5);
    assert_eq!(desk.errands(&["follow", "--from", "1", "--most", "7", "--json"]).out.lines().count(), 7);
}

#[test]
fn whoever_looks_does_not_change_the_schema_of_a_store() {
    let desk = Desk::new("schema");
    desk.start(1, "waits");
    let database = rusqlite::Connection::open(desk.store()).expect("it is a database");
    let version =
        || -> u32 { database.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it says") };
    let newest = version();
    database.pragma_update(None, "user_version", 1).expect("as an older build left it");
    for words in [&["ps"][..], &["health"], &["verify"], &["hold", "errand/1", "--why", "x"]] {
        let told = desk.errands(words);
        assert_eq!((told.exit, version()), (2, 1), "{words:?}: {told:?}");
        assert!(told.err.contains("has version 1 of the schema"), "{told:?}");
    }
    assert!(newest > 1);
}

#[test]
fn what_is_not_there_is_said_with_the_nearest_that_is() {
    let desk = Desk::new("nearest");
    assert_eq!(
        desk.generic(&["ps"]).err.replace(&desk.store().display().to_string(), "STORE"),
        "error: there is no store `STORE`\n  = help: say which: --store FILE; `run` makes one\n"
    );
    desk.start(71, "waits");
    desk.run();
    for (words, told) in [
        (
            &["show", "errand/72"][..],
            "error: no instance is called `errand/72`\n  = help: there is `errand/71`\n",
        ),
        (
            &["show", "erand/71"],
            "error: there is no process `erand` here\n  = help: there is `errand`\n  = help: known: errand, trip\n",
        ),
        (
            &["ps", "--step", "got"],
            "error: there is no step `got` here\n  = help: there is `go`\n  = help: known: prepare, go, book, tell, leave, arrive\n",
        ),
        (
            &["ps", "--status", "parkd"],
            "error: `parkd` is no state of an instance\n  = help: there is `parked`\n  = help: known: \
             ready, waiting, retrying, parked, held, undoing, done, failed, cancelled,\n          rolled-back\n",
        ),
        (&["ps", "--version", "2"], "error: there is no version 2 here\n  = help: there is 1\n"),
        (
            &["deliver", "71", "compliance.decide", "{}", "--why", "x"],
            "error: no step of `errand` awaits `compliance.decide`\n  = help: it awaits compliance.decided\n",
        ),
        (
            &["hold", "71", "--why", "x"],
            "error: nobody runs this store, so nobody would carry it out\n  = help: give the same verb to the \
             program that serves it: it takes the store for as long\n",
        ),
    ] {
        let said = desk.generic(words);
        assert_eq!((said.exit, said.err.as_str()), (2, told), "{words:?}");
    }
}

#[test]
fn everything_fits_the_terminal_from_40_columns_on() {
    let desk = Desk::new("narrow");
    for (number, does) in (1..).zip(["waits", "parks", "panics", "ends", "retries"]) {
        desk.start(number, does);
    }
    desk.run();
    for columns in [40, 80, 140] {
        for words in [
            &["ps", "--all"][..],
            &["stuck"],
            &["show", "errand/5"],
            &["log"],
            &["verify"],
            &["health"],
            &["touched", "--build", "test"],
            &["preflight"],
            &["hold", "--process", "errand", "--why", "x"],
            &["migrate", "--process", "errand", "--to", "2", "--rehearse"],
        ] {
            let mut command = desk.command(&errands(), words);
            let told = Told::of(command.env("COLUMNS", columns.to_string()).output().expect("it runs"));
            let longest = told.out.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(longest <= columns, "{words:?} in {columns} columns: {}", told.out);
            assert!(longest > 20, "{words:?}: {told:?}");
        }
    }
}

#[test]
fn a_store_is_verified_against_a_checkpoint_and_copied_while_it_is_used() {
    let desk = Desk::new("keep");
    desk.start(1, "waits");
    desk.run();
    let path = |name: &str| desk.0.join(name).display().to_string();
    let told = desk.errands(&["verify", "--checkpoint", &path("checkpoint.json")]);
    assert_eq!(told.exit, 0, "{told:?}");
    assert!(told.out.starts_with("verified: "), "{told:?}");
    let _service = desk.service();
    let told = desk.generic(&["backup", &path("copy.db")]);
    assert_eq!(told.exit, 0, "{told:?}");
    assert!(desk.generic(&["backup", &path("copy.db")]).err.contains("exists already"));
    desk.start(2, "ends");
    assert_eq!(desk.generic(&["verify", "--against", &path("checkpoint.json")]).exit, 0);
    assert_eq!(desk.generic(&["verify", "--checkpoint", &path("later.json")]).exit, 0);
    // The copy knows nothing of what came later: against that checkpoint, it was cut off.
    let told = desk.generic(&["verify", "--store", &path("copy.db"), "--against", &path("later.json")]);
    assert_eq!(told.exit, 1, "{told:?}");
    assert!(told.out.contains("flaw"), "{told:?}");
}

/// A text whose lines were wrapped.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Copies these files, as far as they are there, into another folder.
fn copy(from: &Path, to: &Path, names: &[&str]) {
    for name in names.iter().filter(|name| from.join(name).exists()) {
        std::fs::copy(from.join(name), to.join(name)).expect("there is room");
    }
}

/// Puts what is in a file into another one, which stays the file that it is.
fn overwrite(from: &Path, to: &Path) {
    let bytes = std::fs::read(from).expect("it is there");
    let file = std::fs::OpenOptions::new().write(true).truncate(true).open(to).expect("it is there");
    std::io::Write::write_all(&mut &file, &bytes).expect("there is room");
    for beside in ["-wal", "-shm"] {
        let mut path = to.as_os_str().to_owned();
        path.push(beside);
        let _ = std::fs::remove_file(path);
    }
}

#[test]
fn s66_a_copied_or_restored_store_starts_held_until_somebody_releases_it() {
    let desk = Desk::new("restored");
    desk.start(1, "waits");
    desk.run();
    let path = |name: &str| desk.0.join(name);
    assert_eq!(desk.generic(&["backup", &path("copy.db").display().to_string()]).exit, 0);
    // What the backup does not know.
    desk.start(2, "ends");
    desk.run();
    let run = |store: &Path| {
        let store = store.display().to_string();
        desk.errands(&["run", "--dev", "--until-idle", "--grace", "1", "--store", &store])
    };
    let held = |store: &Path, why: &str| {
        let told = run(store);
        let said = unwrapped(&told.err);
        assert_eq!((told.exit, said.contains("nothing runs on this store")), (1, true), "{told:?}");
        assert!(said.contains(why) && said.contains("release --restored"), "{told:?}");
    };
    held(&path("copy.db"), "it is a backup of");
    std::fs::create_dir(path("alone")).expect("it can be made");
    copy(&desk.0, &path("alone"), &["store.db", "store.db-wal"]);
    held(&path("alone/store.db"), "no `store.db-witness` lies");
    std::fs::create_dir(path("both")).expect("it can be made");
    copy(&desk.0, &path("both"), &["store.db", "store.db-wal", "store.db-witness"]);
    held(&path("both/store.db"), "it is not the file");
    // The store itself is none of them.
    desk.run();
    overwrite(&path("copy.db"), &desk.store());
    held(&desk.store(), "an older copy");
    // Commands are carried out meanwhile, and nothing runs; and it stays held.
    desk.start(3, "ends");
    let ps = desk.generic(&["ps"]);
    assert!(ps.out.contains("errand/3") && ps.out.contains("ready"), "{ps:?}");
    held(&desk.store(), "an older copy");
    let health = desk.generic(&["health"]);
    assert!(health.exit == 1 && health.out.contains("held: "), "{health:?}");
    let release = ["release", "--restored", "--why", "compared with the bank"];
    assert_eq!(desk.generic(&release).exit, 2);
    let told = desk.errands(&release);
    assert_eq!(told.exit, 0, "{told:?}");
    let log = unwrapped(&desk.generic(&["log", "--last", "20"]).out);
    assert!(log.contains("compared with the bank") && log.contains("an older copy"), "{log}");
    assert_eq!(desk.errands(&release).exit, 1, "it may run already");
    let told = run(&desk.store());
    assert_eq!(told.exit, 0, "{told:?}");
    assert!(desk.generic(&["ps", "--all"]).out.contains("done"));
    assert_eq!(desk.generic(&["verify"]).exit, 0);
}

#[test]
fn a_message_is_delivered_to_whoever_has_its_key() {
    let desk = Desk::new("keyed");
    desk.start(7, "waits");
    desk.start(8, "waits");
    desk.run();
    let deliver = |number: u64| {
        let message = format!(r#"{{"number":{number},"approved":true}}"#);
        ["deliver", "compliance.decided", &message, "--why", "call 4711"].map(str::to_owned)
    };
    let words = deliver(8);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let told = desk.errands(&words);
    assert_eq!((told.exit, told.plain().as_str()), (0, "delivered to errand/8 (line N)\n"));
    assert_eq!(desk.generic(&words).exit, 2, "who awaits it, only the program knows");
    let words = deliver(9);
    let told = desk.errands(&words.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((told.exit, told.err.as_str()), (2, "error: no `errand` has the key 9\n"));
    let told = desk.errands(&["deliver", "compliance.decided", "{}", "--why", "x"]);
    assert!(told.exit == 2 && told.err.contains("the message has no field `number`"), "{told:?}");
    desk.run();
    let ps = desk.generic(&["ps", "--all"]).out;
    assert!(ps.lines().any(|line| line.contains("errand/8") && line.contains("done")), "{ps}");
    assert!(ps.lines().any(|line| line.contains("errand/7") && line.contains("waiting")), "{ps}");
}

#[test]
fn s63_a_command_to_a_step_that_runs_says_until_when_it_waits() {
    let desk = Desk::new("busy");
    let mut command = desk.command(&errands(), &["run", "--dev"]);
    command.env("ERRANDS_LIMIT", "9000");
    let _service = desk.serve(command);
    desk.start(1, "hangs");
    let mut hold = desk.command(&errands(), &["hold", "errand/1", "--why", "fraud alarm"]);
    let told = Told::of(hold.env("ERRANDS_LIMIT", "9000").output().expect("it runs"));
    let err = unwrapped(&told.err);
    assert_eq!(told.exit, 3, "{told:?}");
    assert!(err.contains("accepted, and not done yet: step `go` of errand/1 runs"), "{told:?}");
    assert!(err.contains("at the latest after its limit of 9 s"), "{told:?}");
    // And so it is.
    let until = Instant::now() + Duration::from_secs(30);
    while !desk.generic(&["log", "errand/1"]).out.contains("fraud alarm") {
        assert!(Instant::now() < until, "it is never held");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn health_names_what_is_on_the_map_and_nobody_serves() {
    let desk = Desk::new("mapped");
    let map = desk.0.join("stateline.yaml");
    let of = |process: &str, version: u32, topic: &str| {
        format!(
            "stateline: 1
contexts:
  payments: {{ owns: [payments], subscribes: [compliance.decided{topic}] }}
  compliance: {{ owns: [compliance], publishes: [compliance.decided] }}
topics:
  compliance.decided: {{ message: compliance::Decided }}
processes:
  {process}: {{ context: payments, version: {version}, steps: [prepare] }}
"
        )
    };
    let health = |map: &Path| desk.generic(&["health", "--map", map.to_str().expect("it is text")]);
    desk.start(1, "ends");
    std::fs::write(&map, of("errand", 1, "")).expect("it is ours");
    assert_eq!(health(&map).out.lines().next(), Some("nobody runs the store"), "nothing is served");
    let _service = desk.service();
    let good = health(&map);
    assert_eq!((good.exit, good.out.lines().count()), (0, 1), "{good:?}");

    std::fs::write(&map, of("parcel", 2, ", stateline.overdue")).expect("it is ours");
    let wrong = health(&map);
    let (alive, told) = wrong.out.split_once('\n').expect("more than a line");
    assert!(wrong.exit == 1 && alive.starts_with("alive: process "), "{wrong:?}");
    let expected = "\
unserved: nobody serves letters for payments/stateline.overdue, which the map has
unserved: nobody serves parcel version 2, which the map has
";
    assert_eq!(told, expected);
    // Without the map, it looks at what is on its way.
    assert_eq!(desk.generic(&["health"]).exit, 0);
    let missing = health(&desk.0.join("stateline.yml"));
    assert!(missing.exit == 2 && missing.err.contains("name the file of the map"), "{missing:?}");
}
