//! Systems that once were drawn wrong: what was left out, and what was said of it.

use crate::geometry::holds;
use crate::given::{atlas, fixture};
use roxmltree::Document;
use stateline_draw::layout::{Class, Plan, SheetKind, matrix};
use stateline_draw::{LIGHT, Picture, Wanted, planned};
use std::collections::{BTreeMap, BTreeSet};

fn plan(name: &str) -> Plan {
    planned(&atlas(&fixture(name)), None)
}

/// How many elements have a class.
fn count(svg: &str, class: &str) -> usize {
    let document = Document::parse(svg).expect("it is XML");
    document.descendants().filter(|node| node.attribute("class") == Some(class)).count()
}

#[track_caller]
fn says(svg: &str, words: &str) {
    let document = Document::parse(svg).expect("it is XML");
    let has = |node: roxmltree::Node<'_, '_>| node.text().is_some_and(|text| text.contains(words));
    assert!(document.descendants().any(has), "no `{words}` in {svg}");
}

#[test]
fn what_may_only_be_named_is_drawn_and_counted() {
    let plan = plan("uses-only");
    let (sheet, svg) = holds("uses-only", &plan, None);
    says(&svg, "8 contexts · 0 topics · 0 operations · 14 uses");
    assert_eq!((sheet.neighbours, sheet.named_neighbours.1), ((0, 0), 14));
    assert!(sheet.named_neighbours.0 >= 10, "{:?}", sheet.named_neighbours);
    assert_eq!((count(&svg, "way"), count(&svg, "border")), (14, 0));
    assert!(count(&svg, "border uses") >= 10);
}

#[test]
fn a_call_ring_is_marked() {
    let (_, svg) = holds("ring3", &plan("ring3"), None);
    says(&svg, "5 contexts · 0 topics · 5 operations · 1 call ring");
    says(&svg, "orders, pricing, stock call each other in a circle");
    assert_eq!(count(&svg, "ring"), 3, "the ways of the ring, and no others");
}

#[test]
fn a_topic_of_many_publishers_is_one_topic() {
    let (_, svg) = holds("one-bus", &plan("one-bus"), None);
    says(&svg, "15 contexts · 1 topic · 0 operations");
}

#[test]
fn a_tag_has_five_rows_at_most() {
    let (sheet, svg) = holds("thick-pair", &plan("thick-pair"), None);
    says(&svg, "3 contexts · 48 topics · 30 operations");
    says(&svg, "+ 28 more: c1");
    says(&svg, "operation_with_a_long_name_29");
    for tag in &sheet.tags {
        assert!(tag.bounds.height < 90.0, "{:?}", tag.bounds);
    }
}

#[test]
fn a_topic_without_a_subscriber_is_seen() {
    let map = "\
stateline: 1
contexts:
  party: { owns: [party], publishes: [party-closed] }
  ledger: { owns: [ledger], subscribes: [rate-changed] }
topics:
  party-closed: { message: party::Closed }
  rate-changed: { message: party::Changed }
  year-ended: { message: party::Ended }
";
    let plan = planned(&atlas(map), None);
    let (_, svg) = holds("loose topics", &plan, None);
    says(&svg, "2 contexts · 3 topics · 0 operations");
    for words in ["party-closed", "rate-changed", "nobody publishes or subscribes to: year-ended"] {
        says(&svg, words);
    }
}

/// What the busiest have, and not what comes first in the alphabet.
#[test]
fn what_has_no_room_is_counted_and_light() {
    let contexts: Vec<String> = (0..12).map(|number| format!("c{number:02}")).collect();
    let mut map = String::from("stateline: 1\ncontexts:\n");
    for (number, name) in contexts.iter().enumerate() {
        map.push_str(&format!("  {name}:\n    owns: [{name}]\n    exports: ['*']\n    uses:\n"));
        for other in contexts.iter().filter(|other| *other != name) {
            map.push_str(&format!("      {other}: ['*']\n"));
        }
        if number == 11 {
            map.push_str("    calls:\n      c10: [a, b, c, d, e, f, g, h]\n");
        }
    }
    let plan = planned(&atlas(&map), None);
    let (sheet, svg) = holds("too dense", &plan, None);
    assert!(sheet.undrawn.len() > 3 && !sheet.undrawn.contains(&(10, 11)), "{:?}", sheet.undrawn);
    says(&svg, &format!("{} ways not drawn", sheet.undrawn.len()));
    says(&svg, "not drawn, as there is no room: ");
}

/// What a matrix shows, read off its paths: rows and columns by name, and each cell with its classes.
#[derive(Debug, PartialEq)]
struct SeenMatrix {
    cells: BTreeSet<(String, String, &'static str)>,
    /// The rows from the first to the last.
    rows: Vec<String>,
}

impl SeenMatrix {
    #[track_caller]
    fn of(svg: &str, names: &[String]) -> SeenMatrix {
        let document = Document::parse(svg).expect("it is XML");
        let class = |wanted: &str| {
            let all = document.descendants();
            all.filter(|node| node.attribute("class") == Some(wanted)).collect::<Vec<_>>()
        };
        let [group] = class("matrix")[..] else { panic!("one matrix") };
        let pitch: f64 = group.attribute("data-pitch").expect("it is there").parse().expect("a number");
        let mut rows: BTreeMap<usize, String> = BTreeMap::new();
        for label in class("label") {
            let y: f64 = label.attribute("y").expect("it is there").parse().expect("a number");
            let state: usize = label.attribute("data-state").expect("it is there").parse().expect("a number");
            assert!(rows.insert((y / pitch) as usize, names[state].clone()).is_none(), "two names for a row");
        }
        let mut cells = BTreeSet::new();
        for kind in Class::ALL {
            for path in class(kind.name()) {
                for piece in path.attribute("d").expect("it is there").split('M').skip(1) {
                    let numbers: Vec<f64> = piece
                        .split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'))
                        .filter_map(|word| word.parse().ok())
                        .collect();
                    // A diamond and a dot begin in the middle of a column; all begin in their cell.
                    let (column, row) = ((numbers[0] / pitch) as usize, (numbers[1] / pitch) as usize);
                    cells.insert((rows[&row].clone(), rows[&column].clone(), kind.name()));
                }
            }
        }
        SeenMatrix { cells, rows: rows.into_values().collect() }
    }
}

fn expected(plan: &Plan) -> BTreeSet<(String, String, &'static str)> {
    use stateline_draw::layout::LineKind;
    let class = |kind| match kind {
        LineKind::Mail => "told",
        LineKind::Call | LineKind::Use => "permitted",
        LineKind::Tolerated => "tolerated",
        LineKind::Broken => "broken",
    };
    let lines = plan.lines.iter().filter(|line| line.from != line.to);
    lines.map(|line| (line.from.clone(), line.to.clone(), class(line.kind))).collect()
}

/// As after `init`: nothing is permitted, all is tolerated, and some of it goes in a circle.
fn crates(count: usize, each: usize) -> Plan {
    use stateline_draw::layout::{Fate, Line, LineKind, State};
    let name = |number: usize| format!("package-of-some-length-{number:03}");
    let state = |number| State { name: name(number), ..State::default() };
    let mut plan = Plan { states: (0..count).map(state).collect(), ..Plan::default() };
    for from in 0..count {
        for step in 1..=each {
            let to = (from + step * step + step) % count;
            let kind = if step % 7 == 0 { LineKind::Broken } else { LineKind::Tolerated };
            let names = (0..1 + (from + step) % 40).map(|item| format!("item{item}")).collect();
            // All but one go down.
            let (from, to) = if from == 40 { (from, to) } else { (from.min(to), from.max(to)) };
            plan.lines.push(Line { from: name(from), to: name(to), kind, names, fate: Fate::Kept });
        }
    }
    plan
}

#[test]
fn a_matrix_has_a_cell_for_everything_on_one_screen() {
    let plan = crates(91, 16);
    let drawn = matrix(&plan);
    assert!(drawn.pairs() > 1019, "{}", drawn.pairs());
    assert_eq!(drawn.missing(&plan), [] as [String; 0]);
    let options =
        stateline_draw::svg::Options { title: "A workspace", theme: &LIGHT, journey: None, diff: None };
    let svg = stateline_draw::svg::matrix(&drawn, &plan, &options);
    assert_eq!(SeenMatrix::of(&svg, &drawn.names).cells, expected(&plan));
    assert!(svg.len() <= 48 * 1024, "{} bytes", svg.len());
    let document = Document::parse(&svg).expect("it is XML");
    let height: f64 =
        document.root_element().attribute("height").expect("it is there").parse().expect("a number");
    assert!(height <= 1100.0, "{height} pixels high");
    // The test can fail: a plan with a line more is another.
    let mut more = plan.clone();
    more.lines.push(plan.lines[0].clone());
    let last = more.lines.last_mut().expect("it was put there");
    std::mem::swap(&mut last.from, &mut last.to);
    assert!(!drawn.missing(&more).is_empty());
    assert_ne!(SeenMatrix::of(&svg, &drawn.names).cells, expected(&more));
}

#[test]
fn what_a_plane_has_no_room_for_is_a_matrix_and_stays_one() {
    let dense = Picture::new(&crowd(12), "A map", &Wanted::default());
    assert!(
        dense.summary().starts_with("picture: a matrix of 12 contexts and 66 pairs; rule M1 holds"),
        "{}",
        dense.summary()
    );
    let lock = dense.lock();
    assert_eq!(lock.kind, Some(SheetKind::Matrix));
    // Fewer pairs would find room on land: the kind does not flip, unless somebody asks.
    let fewer = crowd(3);
    let kept = Picture::new(&fewer, "A map", &Wanted { lock: Some(&lock), ..Wanted::default() });
    assert_eq!(kept.lock().kind, Some(SheetKind::Matrix));
    let asked = Wanted { lock: Some(&lock), kind: Some(SheetKind::Land), ..Wanted::default() };
    assert_eq!(Picture::new(&fewer, "A map", &asked).lock().kind, Some(SheetKind::Land));
}

/// Contexts that all call two hubs, and two neighbours each: for twenty, a plane has no room for all ways.
fn hubs(count: usize) -> stateline_draw::Atlas {
    let mut map =
        "stateline: 1\ncontexts:\n  clock: { owns: [clock], calls: { c00: [tick], c01: [tick] } }\n"
            .to_owned();
    map.push_str("  log: { title: The log, owns: [log], calls: { c00: [flush] } }\n");
    for number in 0..count {
        let next = |step: usize| (number + step) % count;
        map.push_str(&format!(
            "  c{number:02}: {{ owns: [c{number:02}], calls: {{ clock: [now], log: [write], c{:02}: [f], c{:02}: [f] }} }}\n",
            next(1),
            next(2)
        ));
    }
    atlas(&map)
}

#[test]
fn what_half_of_all_call_is_a_sign_on_their_land() {
    let atlas = hubs(20);
    let (sheet, svg) = holds("hubs", &planned(&atlas, None), None);
    assert_eq!(sheet.undrawn, []);
    // A hub and whom it calls itself have a way.
    assert_eq!((count(&svg, "label hub"), count(&svg, "way")), (19 + 18, 40 + 1 + 2));
    says(&svg, "The log");
    says(&svg, "calls what half of all do: a sign in place of a way");
    says(&svg, "c05 calls write of The log");
    // So it is land by itself, and no matrix.
    let picture = Picture::new(&atlas, "A map", &Wanted::default());
    assert_eq!(picture.lock().kind, Some(SheetKind::Land));
    // Where there is room for all ways, each call has one.
    let (_, svg) = holds("few around hubs", &planned(&hubs(7), None), None);
    assert_eq!((count(&svg, "label hub"), count(&svg, "way")), (0, 14 + 14));
}

/// Contexts of which each may name what any other exports.
fn crowd(count: usize) -> stateline_draw::Atlas {
    let contexts: Vec<String> = (0..count).map(|number| format!("c{number:02}")).collect();
    let mut map = String::from("stateline: 1\ncontexts:\n");
    for name in &contexts {
        map.push_str(&format!("  {name}:\n    owns: [{name}]\n    exports: ['*']\n    uses:\n"));
        for other in contexts.iter().filter(|other| *other != name) {
            map.push_str(&format!("      {other}: ['*']\n"));
        }
    }
    atlas(&map)
}

#[test]
fn layers_read_from_the_top() {
    let plan = plan("uses-only");
    let drawn = matrix(&plan);
    let options = stateline_draw::svg::Options { title: "Layers", theme: &LIGHT, journey: None, diff: None };
    let seen = SeenMatrix::of(&stateline_draw::svg::matrix(&drawn, &plan, &options), &drawn.names);
    let row = |name: &str| seen.rows.iter().position(|other| other == name).expect("it has a row");
    assert!(row("api") < row("shipping") && row("shipping") < row("orders") && row("orders") < row("domain"));
    assert!(seen.cells.iter().all(|(from, to, _)| row(from) < row(to)), "nothing goes back up");
}

/// A plane allows all 25.
#[test]
fn a_hub_has_the_coast_that_its_partners_need() {
    let (sheet, _) = holds("star25", &plan("star25"), None);
    assert!(sheet.neighbours.0 >= 20, "{:?}", sheet.neighbours);
    assert_eq!(sheet.undrawn, []);
}

#[test]
fn contexts_within_another_are_its_provinces() {
    let plan = plan("bank-within");
    let (sheet, svg) = holds("bank-within", &plan, None);
    let number = |name: &str| sheet.names.iter().position(|other| other == name).expect("it is there");
    let parties = number("parties");
    for name in ["customer-offer", "party-lifecycle"] {
        let region = &sheet.regions[number(name)];
        assert_eq!((region.country, region.colour), (parties, sheet.regions[parties].colour), "{name}");
    }
    // Most provinces touch another of their country: those whose partners are abroad may lie apart.
    let touches = |state: usize| {
        let kin = (0..sheet.names.len()).filter(|other| *other != state);
        let own = kin.filter(|other| sheet.regions[*other].country == sheet.regions[state].country);
        own.into_iter().any(|other| sheet.are_neighbours(state, other))
    };
    let provinces = (0..sheet.names.len()).filter(|state| touches(*state)).count();
    assert!(provinces * 10 >= sheet.names.len() * 8, "{provinces} of {}", sheet.names.len());
    assert!(count(&svg, "border province") > 10);
    says(&svg, "in parties");
}
