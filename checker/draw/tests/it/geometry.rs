//! The rules of the picture, read off the SVG's own text: paths are parsed and measured here, and nothing
//! of the layout is asked.
//!
//! Long because each rule is read off the same paths, with the same few measures.

use crate::systems::{large, system};
use roxmltree::{Document, Node};
use stateline_draw::LIGHT;
use stateline_draw::layout::{Line, LineKind, Lock, Plan, Sheet, layout};
use stateline_draw::svg::{Options, svg};
use std::collections::{BTreeMap, BTreeSet};

type Point = (f64, f64);

/// What a picture shows, by the names of contexts.
struct Seen {
    land: BTreeMap<String, Vec<Vec<Point>>>,
    /// Both ends, and the line.
    ways: Vec<(String, String, Vec<Point>)>,
    labels: Vec<(String, [f64; 4])>,
    /// Left, top, right, bottom of each line of a label.
    writing: Vec<(usize, [f64; 4])>,
    tags: Vec<SeenTag>,
    /// What stands for a way: whose land it is on, and both ends.
    hubs: Vec<(String, (String, String))>,
    /// How many ways the picture says that it does not draw.
    left_out: usize,
    page: [f64; 4],
}

/// A tag: both ends of its way, its plate, and the line to its way where it has one.
#[derive(Clone, Debug)]
struct SeenTag {
    ends: (String, String),
    plate: [f64; 4],
    leader: Option<(Point, Point)>,
}

#[track_caller]
pub(crate) fn drawn(plan: &Plan, lock: Option<&Lock>) -> (Sheet, String) {
    let sheet = layout(plan, lock);
    let text =
        svg(&sheet, plan, &Options { title: "A <map> & \"more\"", theme: &LIGHT, journey: None, diff: None });
    (sheet, text)
}

impl Seen {
    #[track_caller]
    fn of(text: &str) -> Seen {
        let document = Document::parse(text).expect("it is XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let numbers = |text: &str| -> Vec<f64> {
            text.split_whitespace().map(|number| number.parse().expect("a number")).collect()
        };
        let four = |text: &str| -> [f64; 4] {
            let found = numbers(text);
            [found[0], found[1], found[0] + found[2], found[1] + found[3]]
        };
        let name = |node: Node<'_, '_>, key: &str| node.attribute(key).expect("it is there").to_owned();
        let mut seen = Seen {
            land: BTreeMap::new(),
            ways: Vec::new(),
            labels: Vec::new(),
            writing: Vec::new(),
            tags: Vec::new(),
            hubs: Vec::new(),
            left_out: 0,
            page: four(root.attribute("viewBox").expect("it is there")),
        };
        for node in document.descendants().filter(Node::is_element) {
            match node.attribute("class") {
                Some("land") => {
                    let rings = flattened(&name(node, "d"));
                    seen.land.insert(name(node, "data-context"), rings);
                }
                Some("way") => {
                    for path in node.children().filter(|path| path.attribute("fill") == Some("none")) {
                        let line = flattened(&name(path, "d")).concat();
                        seen.ways.push((name(node, "data-from"), name(node, "data-to"), line));
                    }
                }
                Some("label" | "label title" | "label hub") => {
                    if node.attribute("data-way").is_some() {
                        let ends = (name(node, "data-from"), name(node, "data-to"));
                        seen.hubs.push((name(node, "data-context"), ends));
                    }
                    seen.labels.push((name(node, "data-context"), four(&name(node, "data-box"))));
                    for text in node.descendants().filter(|node| node.has_tag_name("text")) {
                        seen.writing.push((seen.labels.len() - 1, extent(text)));
                    }
                }
                Some("tag") => {
                    let plate = node.children().find(|child| child.has_tag_name("rect"));
                    let plate = plate.expect("a tag has a plate");
                    let at = |key: &str| plate.attribute(key).and_then(|value| value.parse().ok());
                    let at = |key: &str| at(key).unwrap_or(0.0f64);
                    let (x, y) = (at("x"), at("y"));
                    let leader = node.children().find(|child| child.attribute("class") == Some("leader"));
                    let leader = leader.map(|leader| {
                        let ends: Vec<f64> = numbers(&name(leader, "d").replace(['M', 'L'], " "));
                        ((ends[0], ends[1]), (ends[2], ends[3]))
                    });
                    seen.tags.push(SeenTag {
                        ends: (name(node, "data-from"), name(node, "data-to")),
                        plate: [x, y, x + at("width"), y + at("height")],
                        leader,
                    });
                }
                _ => {}
            }
            let text = node.text().unwrap_or_default();
            let said = node
                .has_tag_name("desc")
                .then(|| text.split_once(" way not drawn").or(text.split_once(" ways not drawn")));
            if let Some((before, _)) = said.flatten() {
                let number = before.rsplit(' ').next().expect("a number stands before it");
                seen.left_out = number.parse().expect("a number");
            }
        }
        seen
    }
}

/// The box of a line of text: as wide as the file says, and as high as its letters.
fn extent(text: Node<'_, '_>) -> [f64; 4] {
    let at = |key: &str| text.attribute(key).and_then(|value| value.parse::<f64>().ok());
    let (x, y, size) = (at("x").unwrap_or(0.0), at("y").unwrap_or(0.0), at("font-size").unwrap_or(0.0));
    [x, y - 0.75 * size, x + at("textLength").unwrap_or(size / 2.0), y + 0.2 * size]
}

/// The subpaths of a path of `M`, `q` and `z`, each curve as four pieces.
fn flattened(path: &str) -> Vec<Vec<Point>> {
    let mut spaced = String::new();
    let mut fraction = false;
    for letter in path.chars() {
        match letter {
            'M' | 'q' | 'z' => {
                spaced.push(' ');
                spaced.push(letter);
                spaced.push(' ');
                fraction = false;
            }
            '-' => {
                spaced.push_str(" -");
                fraction = false;
            }
            '.' => {
                if fraction {
                    spaced.push(' ');
                }
                spaced.push('.');
                fraction = true;
            }
            ' ' => {
                spaced.push(' ');
                fraction = false;
            }
            _ => spaced.push(letter),
        }
    }
    let mut words = spaced.split_whitespace();
    let mut rings: Vec<Vec<Point>> = Vec::new();
    while let Some(command) = words.next() {
        let mut number = || words.next().expect("a number").parse::<f64>().expect("a number");
        match command {
            "M" => {
                let at = (number(), number());
                rings.push(vec![at]);
            }
            "q" => {
                let ring = rings.last_mut().expect("a path begins somewhere");
                let from = *ring.last().expect("a ring begins somewhere");
                let (c, to) = ((number(), number()), (number(), number()));
                for step in 1..=4 {
                    let t = f64::from(step) / 4.0;
                    let (a, b) = (2.0 * t * (1.0 - t), t * t);
                    ring.push((from.0 + a * c.0 + b * to.0, from.1 + a * c.1 + b * to.1));
                }
            }
            "z" => {}
            other => panic!("a command that pictures do not use: {other}"),
        }
    }
    rings
}

fn sides(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    rings.iter().flat_map(|ring| (0..ring.len()).map(move |at| (ring[at], ring[(at + 1) % ring.len()])))
}

fn inside(rings: &[Vec<Point>], (x, y): Point) -> bool {
    sides(rings)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1))
        .count()
        % 2
        == 1
}

fn distance((x, y): Point, (a, b): (Point, Point)) -> f64 {
    let along = (b.0 - a.0, b.1 - a.1);
    let square = along.0 * along.0 + along.1 * along.1;
    let t = if square > 0.0 { ((x - a.0) * along.0 + (y - a.1) * along.1) / square } else { 0.0 };
    let t = t.clamp(0.0, 1.0);
    let (dx, dy) = (a.0 + along.0 * t - x, a.1 + along.1 * t - y);
    (dx * dx + dy * dy).sqrt()
}

fn to_shore(rings: &[Vec<Point>], point: Point) -> f64 {
    sides(rings).map(|side| distance(point, side)).fold(f64::MAX, f64::min)
}

fn area(ring: &[Point]) -> f64 {
    (0..ring.len())
        .map(|at| (ring[at], ring[(at + 1) % ring.len()]))
        .map(|(a, b)| a.0 * b.1 - a.1 * b.0)
        .sum::<f64>()
        / 2.0
}

fn bounds(rings: &[Vec<Point>]) -> [f64; 4] {
    rings.iter().flatten().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[l, t, r, b], (x, y)| {
        [l.min(*x), t.min(*y), r.max(*x), b.max(*y)]
    })
}

fn overlap(a: &[f64; 4], b: &[f64; 4], by: f64) -> bool {
    a[0] + by < b[2] && b[0] + by < a[2] && a[1] + by < b[3] && b[1] + by < a[3]
}

/// Who may be neighbours, by the plan alone.
fn talking(plan: &Plan) -> BTreeSet<(String, String)> {
    let shown = |name: &str| Seen::shown(name);
    let lines = plan.lines.iter().filter(|line| line.kind.is_allowed() && line.from != line.to);
    let mut talking: BTreeSet<_> = lines
        .flat_map(|line| [(shown(&line.from), shown(&line.to)), (shown(&line.to), shown(&line.from))])
        .collect();
    let outermost = |name: &str| {
        let mut at = name.to_owned();
        for _ in 0..plan.states.len() {
            let Some(state) = plan.states.iter().find(|state| state.name == at) else { break };
            let Some(outer) = &state.within else { break };
            at = outer.clone();
        }
        at
    };
    for a in &plan.states {
        let own = outermost(&a.name);
        let kin = plan.states.iter().filter(|b| b.name != a.name && outermost(&b.name) == own);
        talking.extend(kin.map(|b| (shown(&a.name), shown(&b.name))));
    }
    talking
}

impl Seen {
    /// A name as a picture may hold it.
    fn shown(name: &str) -> String {
        name.chars()
            .map(|letter| {
                if letter.is_control() || matches!(letter, '\u{202e}' | '\u{200b}') {
                    '\u{fffd}'
                } else {
                    letter
                }
            })
            .collect()
    }

    fn faults(&self, plan: &Plan) -> Vec<String> {
        let mut faults = Vec::new();
        let talking = talking(plan);
        for state in &plan.states {
            if !self.land.contains_key(&Seen::shown(&state.name)) {
                faults.push(format!("{} is not on the map", state.name));
            }
        }
        // I1: one outline, and lakes that lie in it and turn the other way.
        for (name, rings) in &self.land {
            let outlines: Vec<_> = rings.iter().filter(|ring| area(ring) < 0.0).collect();
            if outlines.len() != 1 {
                faults.push(format!("I1 {name} has {} outlines", outlines.len()));
                continue;
            }
            let lakes = rings.iter().filter(|ring| area(ring) >= 0.0);
            for lake in lakes {
                if !inside(std::slice::from_ref(outlines[0]), lake[0]) {
                    faults.push(format!("I1 a lake lies outside {name}"));
                }
            }
        }
        // I2 and I3, on the lines themselves.
        for (a, land) in &self.land {
            for (b, other) in self.land.range(a.clone()..).skip(1) {
                let (near, around) = (bounds(land), bounds(other));
                if !overlap(&near, &around, -4.0) {
                    continue;
                }
                let mut shared = 0;
                let mut nearest = f64::MAX;
                for point in land.iter().flatten() {
                    if point.0 < around[0] - 4.0
                        || point.0 > around[2] + 4.0
                        || point.1 < around[1] - 4.0
                        || point.1 > around[3] + 4.0
                    {
                        continue;
                    }
                    let away = to_shore(other, *point);
                    nearest = nearest.min(away);
                    shared += usize::from(away < 0.05);
                    if away > 0.3 && inside(other, *point) {
                        faults.push(format!("I2 {a} lies on {b} at {point:?}"));
                        break;
                    }
                }
                if !talking.contains(&(a.clone(), b.clone())) && (shared > 0 || nearest < 1.5) {
                    faults
                        .push(format!("I3 {a} and {b} are {nearest:.1} apart, with {shared} common points"));
                }
            }
        }
        // I4: along a border, but not through a country. Mail and calls run a little beside their way.
        for (from, to, line) in &self.ways {
            for (name, land) in self.land.iter().filter(|(name, _)| *name != from && *name != to) {
                let around = bounds(land);
                let deep = |point: &&Point| {
                    point.0 > around[0]
                        && point.0 < around[2]
                        && point.1 > around[1]
                        && point.1 < around[3]
                        && inside(land, **point)
                        && to_shore(land, **point) > 15.5
                };
                if let Some(point) = line.iter().find(deep) {
                    faults.push(format!("I4 {from} to {to} runs through {name} at {point:?}"));
                }
            }
        }
        // I5: inside, apart, and no letter beyond its box.
        for (place, (name, label)) in self.labels.iter().enumerate() {
            let land = &self.land[name];
            let corners =
                [(label[0], label[1]), (label[2], label[1]), (label[2], label[3]), (label[0], label[3])];
            let in_box = |(x, y): &Point| *x > label[0] && *x < label[2] && *y > label[1] && *y < label[3];
            if !corners.iter().all(|corner| inside(land, *corner)) || land.iter().flatten().any(in_box) {
                faults.push(format!("I5 a label of {name} leaves its country: {label:?}"));
            }
            let others = self.labels[..place].iter().map(|(_, other)| other).chain(self.plates());
            if others.clone().any(|other| overlap(label, other, 0.05)) {
                faults.push(format!("I5 a label of {name} lies on another: {label:?}"));
            }
        }
        for (place, tag) in self.tags.iter().enumerate() {
            if self.tags[..place].iter().any(|other| overlap(&tag.plate, &other.plate, 0.05)) {
                faults.push(format!("I5 a tag lies on another: {tag:?}"));
            }
        }
        self.tag_faults(plan, &mut faults);
        for (label, text) in &self.writing {
            let (name, label) = &self.labels[*label];
            if text[0] < label[0] - 2.0
                || text[2] > label[2] + 3.0
                || text[1] < label[1] - 1.0
                || text[3] > label[3] + 1.5
            {
                faults.push(format!("I5 letters of {name} leave their box: {text:?} of {label:?}"));
            }
        }
        let drawn = self.labels.iter().map(|(_, label)| label).chain(self.plates());
        for shown in drawn.filter(|shown| {
            shown[0] < self.page[0]
                || shown[1] < self.page[1]
                || shown[2] > self.page[2]
                || shown[3] > self.page[3]
        }) {
            faults.push(format!("cut off: {shown:?}"));
        }
        faults
    }
}

impl Seen {
    fn plates(&self) -> impl Iterator<Item = &[f64; 4]> + Clone {
        self.tags.iter().map(|tag| &tag.plate)
    }

    /// I8 and I9, and that every line of the plan has a way or is counted as left out.
    fn tag_faults(&self, plan: &Plan, faults: &mut Vec<String>) {
        let mut ways: BTreeMap<(String, String), Vec<&Vec<Point>>> = BTreeMap::new();
        for (from, to, line) in &self.ways {
            ways.entry((from.clone(), to.clone())).or_default().push(line);
        }
        for (ends, lines) in &ways {
            let own: Vec<&SeenTag> = self.tags.iter().filter(|tag| tag.ends == *ends).collect();
            let [tag] = own[..] else {
                faults.push(format!("I8 the way of {ends:?} bears {} tags", own.len()));
                continue;
            };
            let reach = |by: f64, [l, t, r, b]: [f64; 4]| [l - by, t - by, r + by, b + by];
            let near = |plate: [f64; 4]| lines.iter().any(|line| enters(line, &plate));
            let is_led = tag.leader.is_some_and(|(from, (x, y))| {
                let begins = reach(1.5, tag.plate);
                enters(&[from, from], &begins) && near([x - 9.0, y - 9.0, x + 9.0, y + 9.0])
            });
            // Lines of one way run side by side.
            if !is_led && !near(reach(15.0, tag.plate)) {
                faults.push(format!("I8 the tag of {ends:?} is not at its way"));
            }
            for (others, lines) in ways.iter().filter(|(others, _)| *others != ends) {
                if lines.iter().any(|line| enters(line, &tag.plate)) {
                    faults.push(format!("I8 the way of {others:?} leads below the tag of {ends:?}"));
                }
            }
            for (name, land) in self.land.iter().filter(|(name, _)| **name != ends.0 && **name != ends.1) {
                let middle = ((tag.plate[0] + tag.plate[2]) / 2.0, (tag.plate[1] + tag.plate[3]) / 2.0);
                let is_met = sides(land).any(|(a, b)| enters(&[a, b], &tag.plate));
                if overlap(&bounds(land), &tag.plate, 0.0) && (is_met || inside(land, middle)) {
                    faults.push(format!("I9 the tag of {ends:?} stands on {name}"));
                }
            }
        }
        if self.tags.len() != ways.len() {
            faults.push(format!("I8 there are {} tags for {} ways", self.tags.len(), ways.len()));
        }
        let shown = |name: &str| Seen::shown(name);
        let pairs: BTreeSet<(String, String)> = plan
            .lines
            .iter()
            .filter(|line| line.from != line.to)
            .map(|line| {
                let (a, b) = ((&line.from).min(&line.to), (&line.from).max(&line.to));
                (shown(a), shown(b))
            })
            .collect();
        // What has a sign in place of a way stands on the land of who calls or names, and nothing else goes there.
        for (caller, ends) in &self.hubs {
            let between = |line: &&Line| {
                let (from, to) = (shown(&line.from), shown(&line.to));
                (&from, &to) == (&ends.0, &ends.1) || (&to, &from) == (&ends.0, &ends.1)
            };
            let between: Vec<&Line> = plan.lines.iter().filter(between).collect();
            let is_plain = |line: &&Line| {
                shown(&line.from) == *caller && matches!(line.kind, LineKind::Call | LineKind::Use)
            };
            if between.is_empty() || !between.iter().all(is_plain) || ways.contains_key(ends) {
                faults.push(format!("the sign of {ends:?} on {caller} stands for {between:?}"));
            }
        }
        let missing = pairs.iter().filter(|(a, b)| {
            !self.hubs.iter().any(|(_, (one, other))| (one, other) == (a, b) || (one, other) == (b, a))
                && !ways.contains_key(&(a.clone(), b.clone()))
                && !ways.contains_key(&(b.clone(), a.clone()))
        });
        if missing.clone().count() != self.left_out {
            let missing: Vec<_> = missing.collect();
            faults.push(format!("{} ways are said to be left out: {missing:?}", self.left_out));
        }
    }
}

/// Whether a line leads into a box.
fn enters(line: &[Point], plate: &[f64; 4]) -> bool {
    line.windows(2).any(|ends| {
        let steps = 1 + ((ends[0].0 - ends[1].0).abs().max((ends[0].1 - ends[1].1).abs()) / 0.5) as usize;
        (0..=steps).any(|step| {
            let share = step as f64 / steps as f64;
            let x = ends[0].0 + (ends[1].0 - ends[0].0) * share;
            let y = ends[0].1 + (ends[1].1 - ends[0].1) * share;
            x > plate[0] && x < plate[2] && y > plate[1] && y < plate[3]
        })
    })
}

#[track_caller]
pub(crate) fn holds(what: &str, plan: &Plan, lock: Option<&Lock>) -> (Sheet, String) {
    let (sheet, text) = drawn(plan, lock);
    let own: Vec<_> = sheet.faults(plan);
    assert!(own.is_empty(), "{what}: {own:#?}");
    let faults = Seen::of(&text).faults(plan);
    assert!(faults.is_empty(), "{what}: {faults:#?}");
    (sheet, text)
}

/// All of them take minutes in a debug build: `STATELINE_SYSTEMS=200 cargo test --release --package stateline-draw made_up`.
#[test]
fn systems_that_were_made_up_keep_all_rules() {
    let asked = std::env::var("STATELINE_SYSTEMS").ok().and_then(|text| text.parse::<usize>().ok());
    let mut rest = 12;
    for number in 0..asked.unwrap_or(50) {
        let (what, plan) = system(number);
        let cost = plan.states.len() * plan.states.len() / 20;
        if asked.is_none() && (cost > 4 || cost > rest) {
            continue;
        }
        rest -= (cost + 1).min(rest);
        let (sheet, text) = holds(&what, &plan, None);
        let (again, same) = drawn(&turned(&plan), Some(&sheet.lock()));
        assert_eq!(sheet, again, "{what}: the lock gives another layout");
        assert!(text == same, "{what}: the lock gives another picture");
    }
}

/// Their ways are looked for in corridors, and their countries grow by themselves.
#[test]
fn large_systems_keep_all_rules() {
    // A tree, and one in which ways lead far.
    for number in [5, 6] {
        let (what, plan) = large(number);
        let (sheet, text) = holds(&what, &plan, None);
        assert!(sheet.undrawn.is_empty(), "{what}: {:?}", sheet.undrawn);
        let (again, same) = drawn(&turned(&plan), Some(&sheet.lock()));
        assert_eq!(sheet, again, "{what}: the lock gives another layout");
        assert!(text == same, "{what}: the lock gives another picture");
    }
}

/// The same plan with everything the other way round.
pub(crate) fn turned(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.states.reverse();
    plan.lines.reverse();
    for state in &mut plan.states {
        state.cities.reverse();
        state.railways.reverse();
    }
    plan
}

/// The test must be able to fail: a picture of one plan is no picture of another.
#[test]
fn what_is_wrong_is_found() {
    let (_, mut plan) = system(6);
    let mut lines = plan.lines.clone();
    let (_, text) = drawn(&plan, None);
    plan.lines.clear();
    let told = Seen::of(&text).faults(&plan);
    assert!(told.iter().any(|fault| fault.starts_with("I3")), "{told:#?}");
    plan.lines.append(&mut lines);

    let mut seen = Seen::of(&text);
    let (name, label) = seen.labels[0].clone();
    seen.labels.push((name, label.map(|edge| edge + 3.0)));
    assert!(seen.faults(&plan).iter().any(|fault| fault.contains("lies on another")));
    let mut seen = Seen::of(&text);
    seen.labels[0].1 = label.map(|edge| edge + 400.0);
    assert!(seen.faults(&plan).iter().any(|fault| fault.contains("leaves its country")));
    let mut seen = Seen::of(&text);
    let first = seen.land.values().next().expect("there is land").clone();
    let last = seen.land.values_mut().next_back().expect("there is land");
    last.extend(first);
    let told = seen.faults(&plan);
    assert!(told.iter().any(|fault| fault.starts_with("I1")), "{told:#?}");
    let mut seen = Seen::of(&text);
    let all: Vec<Point> = seen.land.values().flatten().flatten().copied().collect();
    seen.ways[0].2 =
        all.windows(2).map(|ends| ((ends[0].0 + ends[1].0) / 2.0, (ends[0].1 + ends[1].1) / 2.0)).collect();
    seen.ways[0].2.extend(
        seen.labels.iter().map(|(_, label)| ((label[0] + label[2]) / 2.0, (label[1] + label[3]) / 2.0)),
    );
    assert!(seen.faults(&plan).iter().any(|fault| fault.starts_with("I4")));

    // A tag that is missing, one that is far from its way, one on another way, one abroad.
    let mut seen = Seen::of(&text);
    seen.tags.pop();
    assert!(seen.faults(&plan).iter().any(|fault| fault.contains("bears 0 tags")));
    let mut seen = Seen::of(&text);
    seen.tags[0].leader = None;
    seen.tags[0].plate = seen.tags[0].plate.map(|edge| edge - 4000.0);
    assert!(seen.faults(&plan).iter().any(|fault| fault.contains("is not at its way")));
    let mut seen = Seen::of(&text);
    seen.tags[0].plate = seen.page;
    let told = seen.faults(&plan);
    assert!(told.iter().any(|fault| fault.contains("leads below the tag")), "{told:#?}");
    assert!(told.iter().any(|fault| fault.starts_with("I9")), "{told:#?}");
    let mut seen = Seen::of(&text);
    seen.left_out += 1;
    assert!(seen.faults(&plan).iter().any(|fault| fault.contains("said to be left out")));
}
