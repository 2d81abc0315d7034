//! Systems that once were drawn wrong: what was left out, and what was said of it.

use crate::geometry::holds;
use crate::given::{atlas, fixture};
use roxmltree::Document;
use stateline_draw::layout::Plan;
use stateline_draw::planned;

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
    says(&svg, "+ 44 more: 1 2");
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
