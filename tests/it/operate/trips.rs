//! What people see of a process that is undone, that a message starts, and that is started twice.

use super::{Desk, Told};

impl Desk {
    fn at(&self, columns: &str, words: &[&str]) -> Told {
        let command = &mut self.command(&super::errands(), words);
        Told::of(command.env("COLUMNS", columns).output().expect("it runs"))
    }

    fn trip(&self, number: u64, fails: bool) -> Told {
        let input = format!(r#"{{"number":{number},"fails":{fails}}}"#);
        self.errands(&["start", "trip", &input, "--why", "a test"])
    }
}

/// What is said of the steps.
fn steps(shown: &Told) -> Vec<String> {
    let plain = shown.plain();
    let (_, rest) = plain.split_once("\nsteps\n").expect("it has steps");
    rest.lines().take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn what_was_undone_is_shown_with_the_reason_and_nothing_comes_next() {
    let desk = Desk::new("undone");
    desk.trip(1, true);
    desk.trip(2, false);
    let begun = desk.errands(&["show", "trip/1"]);
    assert_eq!(
        steps(&begun),
        ["> book    undone by cancel", "  tell", "  leave   undone by cancel", "  arrive"]
    );
    desk.run();
    let shown = desk.errands(&["show", "trip/1"]);
    let told = ["\u{21a9} book    undone TIME", "\u{2713} tell    done TIME, published trip.told"];
    let rest = ["\u{21a9} leave   failed TIME, undone TIME", "  arrive  not done"];
    assert_eq!(steps(&shown), [told, rest].concat());
    let head = shown.plain();
    assert!(head.contains("\nrolled-back\n  since "), "{head}");
    assert!(head.contains("\n  `trip` version 1, step `leave`: it is unwell: Fail\n"), "{head}");
    let narrow = desk.at("40", &["show", "trip/1"]);
    assert!(narrow.out.lines().all(|line| line.chars().count() <= 40), "{}", narrow.out);
    let json: serde_json::Value =
        serde_json::from_str(&desk.errands(&["show", "trip/1", "--json"]).out).expect("it is JSON");
    assert_eq!(json["why"], "`trip` version 1, step `leave`: it is unwell: Fail");
    let undone: Vec<bool> = (0..4).map(|at| json["steps"][at]["undone"].is_u64()).collect();
    assert_eq!(undone, [true, false, true, false]);
    assert_eq!(json["steps"][1]["published"][0], "trip.told");

    let done = steps(&desk.errands(&["show", "trip/2"]));
    assert!(done.iter().all(|line| line.starts_with("\u{2713} ")), "{done:?}");
    // One that a person rolls back says who, and why.
    desk.trip(4, false);
    desk.run();
    let rolled = desk.errands(&["rollback", "trip/4", "--why", "it rains"]);
    assert_eq!((rolled.exit, rolled.plain().as_str()), (0, "rolling back trip/4 (line N)\n"));
    let undoing = desk.errands(&["show", "trip/4"]);
    assert!(undoing.out.contains("undoing at leave") && undoing.out.contains(": it rains\n"), "{undoing:?}");
    assert_eq!(steps(&undoing)[2..], ["> leave   is being undone by cancel", "  arrive"]);
    desk.run();
    let shown = desk.errands(&["show", "trip/4"]);
    assert!(shown.out.contains("\n  by ") && shown.out.contains(": it rains\n"), "{shown:?}");
}

#[test]
fn the_same_start_again_is_the_first_one_and_another_input_is_refused_by_its_fields() {
    let desk = Desk::new("again");
    let first = desk.trip(7, false);
    assert_eq!((first.exit, first.plain().as_str()), (0, "started trip/7 (line N)\n"));
    for _ in 0..2 {
        // Before it has run, and when it has ended.
        let again = desk.trip(7, false);
        assert_eq!((again.exit, &again.out), (0, &first.out), "{again:?}");
        desk.run();
    }
    let other = desk.trip(7, true);
    let told = "error: refused: trip/7: `trip` has an instance with the key 7 already, which was started with \
                another input: `fails` differs\n";
    let said = other.err.replace("\n       ", " ");
    assert!(other.exit == 1 && said.starts_with(told), "{other:?}");
}

#[test]
fn a_message_that_starts_a_process_is_delivered_by_its_topic() {
    let desk = Desk::new("starts");
    let message = r#"{"number":9,"fails":false}"#;
    let told = desk.errands(&["deliver", "trip.wanted", message, "--why", "a call"]);
    assert_eq!((told.exit, told.plain().as_str()), (2, ""), "{told:?}");
    desk.trip(1, false);
    let told = desk.errands(&["deliver", "trip.wanted", message, "--why", "a call"]);
    assert_eq!((told.exit, told.plain().as_str()), (0, "started trip/9 (line N)\n"), "{told:?}");
    // It may come twice.
    assert_eq!(desk.errands(&["deliver", "trip.wanted", message, "--why", "a call"]).out, told.out);
    desk.run();
    assert!(desk.errands(&["show", "trip/9"]).out.contains("\ndone\n"));
    let nobody = desk.errands(&["deliver", "trip.want", message, "--why", "a call"]);
    let said = "error: no process here awaits `trip.want`, or starts on it\n  = help: there is `trip.wanted`\n  = \
                help: known: compliance.decided, trip.wanted\n";
    assert_eq!((nobody.exit, nobody.err.as_str()), (2, said));
}

#[test]
fn what_is_refused_says_what_the_verbs_may_do_about_it() {
    let desk = Desk::new("ways-out");
    desk.start(1, "waits");
    let unlocked = desk.errands(&["run"]);
    assert!(unlocked.exit == 2 && unlocked.err.contains("help: `run --dev` runs"), "{unlocked:?}");
    assert!(!unlocked.err.contains("developing()"), "{unlocked:?}");
    let mut dropped = desk.command(&super::errands(), &["run", "--dev"]);
    let dropped = Told::of(dropped.env("ERRANDS_VERSION", "2").output().expect("it runs"));
    assert!(dropped.exit == 2 && dropped.err.contains("`run --leave-standing`"), "{dropped:?}");
    assert!(!dropped.err.contains("leaving_standing"), "{dropped:?}");
}

#[test]
fn a_long_name_leaves_room_for_the_reason() {
    let desk = Desk::new("long");
    desk.trip(1, false);
    // It ends though nobody here takes the letter.
    desk.run();
    let stuck = desk.at("80", &["stuck"]);
    let plain = stuck.plain();
    let lines: Vec<Vec<&str>> = plain.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(lines[1].len() == 1 && lines[1][0].starts_with("notifications/trip.told/"), "{plain}");
    assert!(
        lines[2].starts_with(&["receive", "ready", "SPAN", "nobody", "here", "takes", "letters"]),
        "{plain}"
    );
    let wide = desk.at("160", &["stuck"]).plain();
    assert!(
        wide.lines().nth(1).is_some_and(|line| line.ends_with("letters for notifications/trip.told")),
        "{wide}"
    );
}
