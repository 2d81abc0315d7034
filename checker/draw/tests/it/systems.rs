//! Systems that were made up: every shape and size that a map may have, and names that hurt.

use stateline_draw::layout::{City, CityKind, Fate, Line, LineKind, Loose, Plan, Railway, State};

/// Splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    fn often(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const SHAPES: [&str; 8] = ["star", "clique", "chain", "islands", "ring", "tree", "sparse", "dense"];

const PLAIN: [&str; 24] = [
    "ordering",
    "billing",
    "shipping",
    "catalog",
    "customers",
    "analytics",
    "payments",
    "inventory",
    "pricing",
    "search",
    "reviews",
    "returns",
    "fraud",
    "ledger",
    "tax",
    "identity",
    "loyalty",
    "support",
    "marketing",
    "content",
    "reporting",
    "suppliers",
    "compliance",
    "it",
];
const FOREIGN: [&str; 10] = [
    "注文管理",
    "Заказы",
    "Παραγγελίες",
    "الطلبات",
    "הזמנות",
    "주문",
    "ऑर्डर",
    "สั่งซื้อ",
    "Straßenverkäufe",
    "Ünïté",
];
const ODD: [&str; 8] = [
    "customer_relationship_management_and_everything_else",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "<script>alert(1)</script>",
    "a\"b'c&d",
    "line\nbreak\ttab",
    "\u{202e}turned\u{200b}",
    "x",
    "  ",
];

/// The system with a number: a plan of 1 to 60 contexts, and what it is.
pub(crate) fn system(number: usize) -> (String, Plan) {
    let mut dice = dice(number);
    let count = match number % 5 {
        0 => 1 + dice.below(4),
        1 => 4 + dice.below(9),
        2 => 6 + dice.below(16),
        3 => 12 + dice.below(25),
        _ => 30 + dice.below(31),
    };
    made(number, count, dice)
}

/// A system of more contexts than a small map has.
pub(crate) fn large(number: usize) -> (String, Plan) {
    made(number, 66, dice(number))
}

fn dice(number: usize) -> Dice {
    Dice(number as u64 * 7919 + 17)
}

fn made(number: usize, count: usize, mut dice: Dice) -> (String, Plan) {
    let shape = SHAPES[number % SHAPES.len()];
    let names: Vec<String> = (0..count).map(|place| name(&mut dice, number, place)).collect();
    let mut plan =
        Plan { states: names.iter().map(|name| state(&mut dice, name)).collect(), ..Plan::default() };
    for (a, b) in pairs(&mut dice, shape, count) {
        for _ in 0..1 + dice.below(3) {
            let (from, to) = if dice.often(50) { (a, b) } else { (b, a) };
            let kind = match dice.below(10) {
                0 | 1 => LineKind::Call,
                2 | 3 => LineKind::Use,
                4 if dice.often(40) => LineKind::Tolerated,
                _ => LineKind::Mail,
            };
            let text =
                format!("{}.{}", PLAIN[dice.below(24)], ["changed", "done", "failed", "v2"][dice.below(4)]);
            let (from, to) = (names[from].clone(), names[to].clone());
            plan.lines.push(Line { from, to, kind, names: vec![text], fate: Fate::Kept });
        }
    }
    if dice.often(30) && count > 2 {
        let (from, to) = (names[0].clone(), names[count - 1].clone());
        plan.lines.push(Line {
            from,
            to,
            kind: LineKind::Broken,
            names: vec!["secret".into()],
            fate: Fate::Kept,
        });
    }
    (format!("system {number}: {shape} of {count}"), plan)
}

fn name(dice: &mut Dice, number: usize, place: usize) -> String {
    let base = match number % 4 {
        1 if dice.often(60) => FOREIGN[dice.below(FOREIGN.len())],
        2 if dice.often(40) => ODD[dice.below(ODD.len())],
        _ => PLAIN[dice.below(PLAIN.len())],
    };
    if place < 24 && base == PLAIN[place] { base.to_owned() } else { format!("{base}-{place}") }
}

fn state(dice: &mut Dice, name: &str) -> State {
    let city = |dice: &mut Dice| City {
        name: if dice.often(4) {
            ODD[dice.below(8)].into()
        } else {
            format!("{}_api", PLAIN[dice.below(24)])
        },
        kind: if dice.often(50) { CityKind::Crate } else { CityKind::Module },
    };
    let railway = |dice: &mut Dice| Railway {
        name: PLAIN[dice.below(24)].into(),
        steps: (0..1 + dice.below(6)).map(|step| format!("step {step} of it")).collect(),
    };
    let loose = |dice: &mut Dice| Loose {
        topic: format!("{}.{}", PLAIN[dice.below(24)], dice.below(9)),
        published: dice.often(50),
        fate: Fate::Kept,
    };
    let cities = if dice.often(5) { 12 } else { dice.below(5) };
    State {
        name: name.to_owned(),
        title: (name.len() % 5 == 3)
            .then(|| format!("{} \u{2013} {name}", FOREIGN[name.len() % FOREIGN.len()])),
        external: dice.often(12),
        within: None,
        lines: 250 << dice.below(10),
        cities: (0..cities).map(|_| city(dice)).collect(),
        railways: (0..if dice.often(30) { 1 + dice.below(2) } else { 0 }).map(|_| railway(dice)).collect(),
        loose: (0..if dice.often(10) { 1 + dice.below(3) } else { 0 }).map(|_| loose(dice)).collect(),
        findings: if dice.often(10) { 1 + dice.below(20) } else { 0 },
        fate: Fate::Kept,
    }
}

fn pairs(dice: &mut Dice, shape: &str, count: usize) -> Vec<(usize, usize)> {
    let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    match shape {
        "star" => (1..count).map(|a| (0, a)).collect(),
        "clique" => all.filter(|(a, b)| a / 14 == b / 14).collect(),
        "chain" => (1..count).map(|a| (a - 1, a)).collect(),
        "islands" => all.filter(|(a, b)| a / 3 == b / 3).collect(),
        "ring" => (0..count).map(|a| (a, (a + 1) % count)).filter(|(a, b)| a != b).collect(),
        "tree" => (1..count).map(|a| ((a - 1) / 2, a)).collect(),
        "sparse" => all.filter(|_| dice.below(count) < 3).collect(),
        _ => all.filter(|_| dice.below(count) < 9).collect(),
    }
}
