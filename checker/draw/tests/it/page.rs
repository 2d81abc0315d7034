//! The political map and its page: what names may not do, and what a lock keeps.

use crate::geometry::{holds, turned};
use crate::given;
use roxmltree::Document;
use stateline_draw::atlas::{Atlas, Level, View};
use stateline_draw::layout::{CityKind, Fate, Line, LineKind, Lock, Plan, Sheet, State, layout};
use stateline_draw::{DARK, FORMATS, Format, LIGHT, Picture, Request, Subject, Wanted, planned};

fn picture(atlas: &Atlas) -> Picture {
    Picture::new(atlas, given::WICKED[2], &Wanted::default())
}

#[test]
fn names_reach_no_picture_as_markup() {
    let picture = picture(&given::wicked());
    for theme in [&LIGHT, &DARK] {
        let text = picture.svg(theme);
        let document = Document::parse(&text).expect("it is XML");
        for node in document.descendants().filter(|node| node.is_element()) {
            let known = [
                "svg", "title", "desc", "defs", "pattern", "path", "clipPath", "use", "g", "rect", "circle",
                "polygon", "text",
            ];
            assert!(known.contains(&node.tag_name().name()), "{}", node.tag_name().name());
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
        }
        let title = document.descendants().find(|node| node.has_tag_name("title"));
        assert_eq!(title.and_then(|node| node.text()), Some(given::WICKED[2]));
    }
    assert_eq!(picture.faults(), []);
}

/// `scripts/page-check` has it written to a file, and opens it in a browser.
#[test]
fn names_reach_the_page_as_text_only() {
    let atlas = given::wicked();
    let page = picture(&atlas).html(Some("editor:{file}:{line}"));
    if let Some(path) = std::env::var_os("STATELINE_PAGE") {
        std::fs::write(path, &page).expect("the page can be written");
    }
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<b onmouseover"));
    for asks in ["http://", "https://", "//cdn", "@import", "url(http"] {
        let found = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!found.contains(asks), "the page asks for {asks}");
    }
    let (_, data) = page.split_once("id=\"data\">\n").expect("the page has data");
    let (data, _) = data.split_once("</script>").expect("the data ends");
    let data: serde_json::Value = serde_json::from_str(data).expect("the data is JSON");
    for (place, context) in atlas.contexts.iter().enumerate() {
        assert_eq!(data["atlas"]["contexts"][place]["name"], context.name.as_str());
    }
}

#[test]
fn a_page_and_a_picture_are_the_same_every_time() {
    let (_, text) = given::maps().into_iter().find(|(name, _)| *name == "shop6").expect("it is there");
    let (one, other) = (picture(&given::atlas(&text)), picture(&given::atlas(&given::reversed(&text))));
    assert_eq!(one.svg(&LIGHT), other.svg(&LIGHT));
    assert_eq!(one.html(None), other.html(None));
    let atlas = given::atlas(&text);
    let request = Request::new(Subject::Map(&atlas), "map");
    for format in FORMATS.iter().filter(|format| format.is_picture) {
        let files = format.draw(&request, given::STYLE).expect("nothing is missing");
        assert!(files.iter().all(|file| !file.content.is_empty()));
        assert_eq!(files[0].path, format.first_path("map"));
    }
}

fn plan(name: &str) -> Plan {
    let (_, text) = given::maps().into_iter().find(|(other, _)| *other == name).expect("it is there");
    planned(&given::atlas(&text), None)
}

#[test]
fn the_example_and_the_shop_keep_all_rules() {
    for name in ["payout", "shop6"] {
        let plan = plan(name);
        let (sheet, text) = holds(name, &plan, None);
        assert_eq!(sheet.neighbours.0, sheet.neighbours.1, "{name}: all that talk share borders");
        assert_eq!(sheet.crossings, 0, "{name}");
        let (again, same) = holds(name, &turned(&plan), Some(&sheet.lock()));
        assert!(sheet == again && text == same);
    }
}

const MARKET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/maps/market30.map.lock");

#[track_caller]
fn market() -> Lock {
    let text = std::fs::read_to_string(MARKET).expect("the lock is there");
    Lock::read(&text).expect("it is a lock")
}

/// From its committed lock, since a cold search for 30 contexts takes its time in a debug build;
/// `cargo bench --bench drawing` searches, and holds the same figures.
#[test]
fn the_market_keeps_all_rules() {
    let plan = plan("market30");
    if std::env::var_os("STATELINE_RENEW").is_some() {
        let cold = layout(&plan, None).lock();
        std::fs::write(MARKET, cold.text()).expect("the lock can be written");
    }
    let known = market();
    let text = known.text();
    let (sheet, _) = holds("market30", &plan, Some(&known));
    assert_eq!(sheet.lock().text(), text, "set STATELINE_RENEW to renew it");
    assert_eq!(sheet.neighbours.1, 58);
    assert!(sheet.neighbours.0 >= 46, "{:?}", sheet.neighbours);
    assert!(sheet.crossings <= 31, "{}", sheet.crossings);
}

/// README.md shows it.
#[test]
fn the_market_is_shown_as_it_is() {
    let (_, text) = given::maps().into_iter().find(|(name, _)| *name == "market30").expect("it is there");
    let (atlas, lock) = (given::atlas(&text), market());
    let request = Request::new(Subject::Map(&atlas), "map").title("A market: 30 contexts").lock(Some(&lock));
    let svg = Format::named("svg").expect("it is a format");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/market");
    for file in svg.draw(&request, given::STYLE).expect("nothing is missing") {
        let path = folder.join(&file.path);
        if std::env::var_os("STATELINE_RENEW").is_some() {
            std::fs::write(&path, &file.content).expect("the picture can be written");
        }
        let shown = std::fs::read(&path).expect("the picture is there");
        assert!(shown == file.content, "{}: set STATELINE_RENEW to renew it", path.display());
    }
}

/// I7: the others keep their places, colours and numbers.
#[test]
fn a_context_more_moves_the_others_little() {
    let known = market();
    let mut plan = plan("market30");
    let before = layout(&plan, Some(&known));
    let city = stateline_draw::layout::City { name: "gift-api".into(), kind: CityKind::Crate };
    plan.states.push(State { name: "gifts".into(), cities: vec![city], ..State::default() });
    for (from, to) in [("gifts", "ordering"), ("catalog", "gifts")] {
        let (from, to) = (from.to_owned(), to.to_owned());
        plan.lines.push(Line {
            from,
            to,
            kind: LineKind::Mail,
            names: vec!["gift.chosen".into()],
            fate: Fate::Kept,
        });
    }
    let (after, _) = holds("market30 and gifts", &plan, Some(&known));
    let place = |sheet: &Sheet, name: &str| {
        let at = sheet.names.iter().position(|other| other == name).expect("it is there");
        (sheet.regions[at].capital, sheet.regions[at].colour)
    };
    let moved = |name: &String| {
        let ((a, _), (b, _)) = (place(&before, name), place(&after, name));
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
    };
    let mut moves: Vec<f64> = before.names.iter().map(moved).collect();
    moves.sort_by(f64::total_cmp);
    assert!(moves[moves.len() / 2] <= 10.0, "{moves:?}");
    let same = before.names.iter().filter(|name| place(&before, name).1 == place(&after, name).1).count();
    assert!(same + 1 >= before.names.len(), "{same} keep their colours");
    let numbers = |sheet: &Sheet| sheet.lock().numbers;
    assert!(numbers(&before).iter().all(|(key, number)| numbers(&after).get(key) == Some(number)));
}

/// Land by lines of code, which the lock keeps until they have doubled.
#[test]
fn much_code_has_much_land_until_it_doubles() {
    let of_lines = |lines: usize| {
        let mut plan = plan("shop6");
        plan.states.iter_mut().for_each(|state| state.lines = 600);
        plan.states[0].lines = lines;
        plan
    };
    let reach = |sheet: &Sheet| sheet.lock().seats[&sheet.names[0]].reach;
    let (small, _) = holds("600 lines", &of_lines(600), None);
    let (large, _) = holds("20000 lines", &of_lines(20_000), None);
    assert!(reach(&large) > 1.3 * reach(&small), "{} {}", reach(&large), reach(&small));
    let lock = small.lock();
    for lines in [0, 301, 900, 1199] {
        assert_eq!(layout(&of_lines(lines), Some(&lock)), small, "{lines}");
    }
    for lines in [300, 1200] {
        let (sheet, _) = holds("doubled", &of_lines(lines), Some(&lock));
        assert_eq!(sheet.lock().seats[&sheet.names[0]].lines, lines);
    }
    let (grown, _) = holds("grown", &of_lines(20_000), Some(&lock));
    assert!(reach(&grown) > 1.3 * reach(&small));
    assert_eq!(layout(&of_lines(25_000), Some(&grown.lock())), grown);
}

/// What a lock may not do: ask for oceans, or for countries that nobody knows.
#[test]
fn a_lock_of_another_world_does_no_harm() {
    let plan = plan("payout");
    let fresh = layout(&plan, None);
    let mut far = fresh.lock();
    for (place, seat) in far.seats.values_mut().enumerate() {
        seat.at.x = place as f64 * 300_000.0;
    }
    holds("far apart", &plan, Some(&far));
    let mut stacked = fresh.lock();
    for seat in stacked.seats.values_mut() {
        seat.at = stateline_draw::layout::Point { x: 5.0, y: 5.0 };
    }
    let lock = Lock { seats: [("nobody".to_owned(), Default::default())].into(), ..Lock::default() };
    holds("of others", &plan, Some(&lock));
    let sheet = layout(&plan, Some(&stacked));
    assert_eq!(sheet.names.len(), fresh.names.len());
}

/// From far, a country lies where its provinces lie from near.
#[test]
fn countries_lie_where_their_provinces_lie() {
    let mut text = "stateline: 1\ncontexts:\n".to_owned();
    for (country, next) in [("bank", "shop"), ("shop", "post"), ("post", "bank")] {
        text.push_str(&format!("  {country}: {{ owns: [{country}] }}\n"));
        for province in ["north", "south", "west"] {
            text.push_str(&format!(
                "  {country}-{province}: {{ owns: [{country}::{province}], within: {country}, calls: {{ {next}-{province}: [f] }} }}\n"
            ));
        }
    }
    let atlas = given::atlas(&text);
    let near = layout(&planned(&atlas, None), None).lock();
    let countries = near.of_countries(|name| atlas.outermost(name).to_owned());
    assert_eq!(countries.seats.keys().collect::<Vec<_>>(), ["bank", "post", "shop"]);
    let world = atlas.view(&View { level: Level::World, ..View::default() }).expect("nothing is named");
    let far = layout(&planned(&world, None), Some(&countries)).lock();
    for (name, seat) in &countries.seats {
        let moved = (far.seats[name].at.x - seat.at.x).hypot(far.seats[name].at.y - seat.at.y);
        assert!(moved < seat.reach / 4.0, "{name} moved by {moved} of {}", seat.reach);
        let provinces = near.seats.iter().filter(|(province, _)| province.starts_with(name.as_str()));
        let area: f64 = provinces.map(|(_, seat)| seat.reach * seat.reach).sum();
        assert!((seat.reach * seat.reach - area).abs() < 1.0, "{name} is as large as its provinces");
    }
}
