//! Two maps on one sheet: all that was gained and lost bears a sign, and nothing else does.

use crate::given::{atlas, fixture};
use roxmltree::{Document, Node};
use stateline_draw::{Atlas, DARK, Diff, LIGHT, Picture, Theme, Wanted};
use std::collections::BTreeSet;

fn before() -> String {
    let uses = "    uses:\n      ledger: [Amount, ConsumerId, TransactionId]\n      payments: [Decision]\n";
    let fraud = "  fraud: { owns: [fraud], subscribes: [payout.blocked] }\n  compliance:\n";
    fixture("payout")
        .replace("[screen]", "[look]")
        .replace("24h", "12h")
        .replace(uses, "    uses: { payments: [Decision] }\n")
        .replace("  compliance:\n    about", &format!("{fraud}    about"))
}

fn compared(before: &Atlas, after: &Atlas) -> Picture {
    let diff = Diff::new("main", before, after);
    Picture::compared(&diff, (before, after), "Payout", &Wanted::default())
}

/// What is written in elements of a class, with the colour.
fn written<'d>(document: &'d Document<'d>, class: &str) -> Vec<(String, &'d str)> {
    let is_in = |node: &Node<'_, '_>| {
        node.ancestors()
            .any(|outer| outer.attribute("class").is_some_and(|own| own.split(' ').any(|own| own == class)))
    };
    let texts = document.descendants().filter(|node| node.has_tag_name("text") && is_in(node));
    texts
        .map(|node| (node.text().unwrap_or_default().to_owned(), node.attribute("fill").unwrap_or_default()))
        .collect()
}

/// How often a text is written.
fn says(document: &Document<'_>, text: &str) -> usize {
    document.descendants().filter(|node| node.has_tag_name("text") && node.text() == Some(text)).count()
}

fn signed(texts: &[(String, &str)], sign: &str, colour: &str) -> BTreeSet<String> {
    let signed = texts.iter().filter(|(text, _)| text.starts_with(sign));
    let names = signed.map(|(text, fill)| {
        assert_eq!(*fill, colour, "{text}");
        text.clone()
    });
    names.collect()
}

#[test]
fn what_was_won_and_lost_is_marked_on_one_sheet() {
    let (before, after) = (atlas(&before()), atlas(&fixture("payout")));
    let picture = compared(&before, &after);
    assert_eq!(picture.faults(), []);
    for theme in [&LIGHT, &DARK] {
        let svg = picture.svg(theme);
        let document = Document::parse(&svg).expect("it is XML");
        let Theme { gained, lost, .. } = theme;
        let tags = written(&document, "tag");
        let marks = ["+ screen", "+ Amount, ConsumerId,", "+ TransactionId"];
        assert_eq!(signed(&tags, "+", gained), marks.map(str::to_owned).into(), "{tags:?}");
        // A tag that has no room for names bears numbers, which the index explains.
        let mut gone = signed(&tags, "−", lost);
        assert!(gone.remove("− look") && gone.len() == 1, "{gone:?}");
        let other = gone.pop_first().expect("there is one");
        assert!(other == "− payout.blocked" || says(&document, &other) == 2, "{other}");
        let titles: Vec<String> = written(&document, "title").into_iter().map(|(text, _)| text).collect();
        assert!(
            titles.contains(&"− FRAUD".to_owned()) && titles.contains(&"LEDGER".to_owned()),
            "{titles:?}"
        );
        assert!(!svg.contains("+ LEDGER"));
        // Below the map are the words that the terminal has.
        let all: Vec<String> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect();
        for words in ["context fraud", "call payments → screening: look", "fraud subscribes payout.blocked"]
        {
            assert!(all.iter().any(|text| text == words), "no `{words}` in {all:?}");
        }
        assert!(all.iter().any(|text| text.ends_with("4 gained · 3 lost · 1 changed")), "{all:?}");
        assert!(all.iter().any(|text| text == "Payout, since main"));
    }
}

/// The border of those that had nothing to do with each other before, and not that of others.
#[test]
fn borders_that_were_won_and_lost_are_marked() {
    let (before, after) = (atlas(&before()), atlas(&fixture("payout")));
    for (maps, sign) in [((&before, &after), "gained"), ((&after, &before), "lost")] {
        let svg = compared(maps.0, maps.1).svg(&LIGHT);
        let document = Document::parse(&svg).expect("it is XML");
        let colour = if sign == "gained" { LIGHT.gained } else { LIGHT.lost };
        let mut seen = 0;
        for border in document.descendants().filter(|node| node.attribute("data-left").is_some()) {
            let mut ends = [border.attribute("data-left"), border.attribute("data-right")]
                .map(Option::unwrap_or_default);
            ends.sort_unstable();
            if ends.contains(&"") || ends.contains(&"fraud") {
                continue;
            }
            let next = border.next_sibling_element().expect("something follows");
            let is_marked =
                next.attribute("class") == Some("changed") && next.attribute("d") == border.attribute("d");
            assert_eq!(is_marked, ends == ["compliance", "ledger"], "{ends:?}");
            if is_marked {
                assert_eq!(next.attribute("stroke"), Some(colour));
                seen += 1;
            }
        }
        assert!(seen > 0, "compliance and ledger share a border");
    }
}

#[test]
fn the_same_map_twice_has_no_marks() {
    let map = atlas(&fixture("payout"));
    let svg = compared(&map, &map).svg(&LIGHT);
    assert!(svg.contains("nothing has changed since main") && !svg.contains("\"changed\""));
}

/// On a map with numbers, a changed entry has its sign before its number, on the tag and in the index.
#[test]
fn numbers_bear_the_sign() {
    let text = fixture("market30");
    let after = atlas(&text);
    let call = after.links.iter().find(|link| !link.calls.is_empty()).expect("there are calls");
    let mut before = after.clone();
    for link in &mut before.links {
        if (&link.from, &link.to) == (&call.from, &call.to) {
            link.calls.clear();
        }
    }
    let svg = compared(&before, &after).svg(&LIGHT);
    let document = Document::parse(&svg).expect("it is XML");
    let tags = written(&document, "tag");
    let gained = signed(&tags, "+", LIGHT.gained);
    assert_eq!(gained.len(), 1, "{gained:?}");
    let number = gained.first().expect("there is one");
    let mut indexed = document.descendants().filter(|node| node.text() == Some(number));
    assert!(
        indexed.any(|node| !node.ancestors().any(|outer| outer.attribute("class") == Some("tag"))),
        "{number}"
    );
    assert_eq!(signed(&tags, "−", LIGHT.lost), BTreeSet::new());
}

#[test]
fn a_dense_map_is_compared_as_a_matrix() {
    let mut map = String::from("stateline: 1\ncontexts:\n");
    let names: Vec<String> = (0..14).map(|number| format!("c{number:02}")).collect();
    for name in &names {
        map.push_str(&format!("  {name}:\n    owns: [{name}]\n    exports: ['*']\n    uses:\n"));
        for other in names.iter().filter(|other| *other != name) {
            map.push_str(&format!("      {other}: ['*']\n"));
        }
    }
    let after = atlas(&map);
    let mut before = after.clone();
    before.links.retain(|link| (link.from.as_str(), link.to.as_str()) != ("c03", "c07"));
    let picture = compared(&before, &after);
    assert!(picture.summary().starts_with("picture: a matrix"), "{}", picture.summary());
    let svg = picture.svg(&LIGHT);
    let document = Document::parse(&svg).expect("it is XML");
    let marks: Vec<_> =
        document.descendants().filter(|node| node.attribute("class") == Some("changed")).collect();
    let frames = marks[0].first_element_child().and_then(|path| path.attribute("d")).expect("it has frames");
    assert_eq!(frames.matches('M').count(), 1, "one cell is framed: {frames}");
    assert!(svg.contains("use c03 → c07: *"));
}
