//! Contexts that are called by a title: in any script, broken where a word may be, and always with the name.

use crate::geometry::holds;
use crate::given::{STYLE, atlas, files, quick_formats, text};
use roxmltree::Document;
use stateline_draw::layout::{Plan, matrix};
use stateline_draw::svg::{self, Options};
use stateline_draw::{Atlas, LIGHT, Picture, Subject, Wanted, planned};

const TITLES: [(&str, &str); 6] = [
    ("customers", "Know-your-customer"),
    ("payments", "Zahlungs\u{ad}verkehrs\u{ad}abwicklung"),
    ("claims", "Schadensregulierungsabteilungsleitung"),
    ("fleet", "Судоходство"),
    ("billing", "支払いと請求書の管理および税金の申告"),
    ("returns", "المدفوعات"),
];

fn titled() -> Atlas {
    let mut map = "stateline: 1\ncontexts:\n".to_owned();
    for (name, title) in TITLES {
        map.push_str(&format!("  {name}:\n    title: {title}\n    owns: [{name}]\n"));
    }
    map.push_str("    within: fleet\n    calls: { payments: [pay], claims: [settle], customers: [find] }\n");
    atlas(&map)
}

fn plan() -> Plan {
    planned(&titled(), None)
}

/// The lines of each title, by context, and what its `<title>` says.
fn seen(svg: &str) -> Vec<(String, Vec<String>, String)> {
    let document = Document::parse(svg).expect("it is XML");
    let titles = document.descendants().filter(|node| node.attribute("class") == Some("label title"));
    let text = |node: roxmltree::Node<'_, '_>| node.text().unwrap_or_default().to_owned();
    let each = titles.map(|node| {
        let lines = node.children().filter(|node| node.has_tag_name("text")).map(text);
        let full = node.children().find(|node| node.has_tag_name("title")).map(text).unwrap_or_default();
        (node.attribute("data-context").unwrap_or_default().to_owned(), lines.collect(), full)
    });
    each.collect()
}

#[test]
fn a_title_stands_on_the_land_in_its_own_script() {
    let (_, svg) = holds("titles", &plan(), None);
    let seen = seen(&svg);
    let lines = |name: &str| {
        let found = seen.iter().find(|(context, ..)| context == name);
        let lines = &found.unwrap_or_else(|| panic!("no {name} in {seen:?}")).1;
        lines.iter().map(String::as_str).collect::<Vec<_>>()
    };
    assert_eq!(lines("customers"), ["KNOW-YOUR-", "CUSTOMER"]);
    assert_eq!(lines("payments"), ["ZAHLUNGSVERKEHRS-", "ABWICKLUNG"]);
    assert_eq!(lines("claims"), ["SCHADENSREGULIER-", "UNGSABTEILUNGSLEI-", "TUNG"]);
    assert_eq!(lines("fleet"), ["СУДОХОДСТВО"]);
    assert_eq!(lines("billing"), ["支払いと請求書の管理お", "よび税金の申告"]);
    // The note below a title names what it lies within as people do.
    assert_eq!(lines("returns"), ["المدفوعات", "in Судоходство"]);
    for (name, _, full) in &seen {
        assert!(full.ends_with(&format!(" ({name})")), "{full}");
    }
}

#[test]
fn a_matrix_names_its_rows_by_titles() {
    let plan = plan();
    let options = Options { title: "Titles", theme: &LIGHT, journey: None, diff: None };
    let svg = svg::matrix(&matrix(&plan), &plan, &options);
    let document = Document::parse(&svg).expect("it is XML");
    let rows = document.descendants().filter(|node| node.attribute("class") == Some("label"));
    let mut rows: Vec<String> = rows.map(|row| row.text().unwrap_or_default().to_owned()).collect();
    rows.sort();
    let mut titles = TITLES.map(|(_, title)| title.replace('\u{ad}', "")).to_vec();
    titles.sort();
    // The longest is cut, and whole in its `<title>`.
    titles.iter_mut().zip(&rows).for_each(|(title, row)| {
        if let Some(cut) = row.strip_suffix('…') {
            assert!(title.starts_with(cut) && svg.contains(&format!("<title>{title} (")), "{row}");
            title.clone_from(row);
        }
    });
    assert_eq!(rows, titles);
}

#[test]
fn every_format_knows_titles() {
    let atlas = titled();
    for format in quick_formats() {
        let drawn = files(format, Subject::Map(&atlas), STYLE);
        let all: String = drawn.iter().map(|file| String::from_utf8_lossy(&file.content)).collect();
        assert!(all.contains("Судоходство"), "{} has {all}", format.name);
    }
    let cards = text("text", Subject::Map(&atlas));
    assert!(!cards.contains('\u{ad}') && cards.contains("(Zahlungsverkehrs"), "{cards}");
    let page = Picture::new(&atlas, "Titles", &Wanted::default()).html(None);
    assert!(page.contains("\"title\": \"Судоходство\""));
}
