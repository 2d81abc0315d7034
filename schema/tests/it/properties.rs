//! What holds for every text: nothing panics, every place lies in its text, and a map that is printed
//! and read again is the same.

mod printing;

use proptest::prelude::*;
use stateline_schema::{
    Date, Duration, Known, Mistake, Path, Pattern, Share, Source, SourceId, context_files, read,
    read_exceptions,
};

const SEEDS: [&str; 4] = [
    include_str!("../mistakes/clean.yaml"),
    include_str!("../mistakes/wrong-kinds.yaml"),
    include_str!("../mistakes/nonlinear-is-a-rule.yaml"),
    include_str!("../mistakes/exceptions-clean.yaml"),
];

/// Reads a text as each of the three files, and looks at what comes out.
fn survives(text: &str) -> Result<(), TestCaseError> {
    let source = Source::new(SourceId(0), "map", text);
    let beside = Source::new(SourceId(1), "part", text);
    context_files(&source);
    let (map, mistakes) = read(&source, std::slice::from_ref(&beside), &Known { rules: Some(&["a-rule"]) });
    let (_, more) = read_exceptions(&source, &Known::default());
    for context in map.contexts.values() {
        prop_assert!(map.around(context).count() <= map.contexts.len());
    }
    prop_assert!(mistakes.is_sorted_by_key(|mistake| mistake.span));
    for Mistake { span, message, help, related } in mistakes.into_iter().chain(more) {
        for span in related.iter().map(|(span, _)| *span).chain([span]) {
            prop_assert!(text.get(span.range()).is_some(), "{span:?} is no place in {text:?}");
            source.line_column(span.start);
        }
        prop_assert!(!message.is_empty() && help != Some(String::new()));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        match Source::from_bytes(SourceId(0), "map", bytes.clone()) {
            Ok(source) => survives(&source.text)?,
            Err(mistake) => prop_assert!(mistake.span.end <= bytes.len()),
        }
    }

    #[test]
    fn any_yaml_is_survived(text in "[-:{}\\[\\],&*!#|>'\"%@`?~\n\t a-z0-9\u{feff}é]{0,300}") {
        survives(&text)?;
    }

    #[test]
    fn any_cut_and_change_is_survived(
        seed in 0..SEEDS.len(),
        cuts in proptest::collection::vec((0.0..1.0f64, 0.0..0.1f64, "[-:{}\\[\\],&*!\n\t a-z]{0,8}"), 1..6),
    ) {
        let mut text: Vec<char> = SEEDS[seed].chars().collect();
        for (at, length, with) in cuts {
            let start = (at * text.len() as f64) as usize;
            let end = (start + (length * text.len() as f64) as usize).min(text.len());
            text.splice(start..end, with.chars());
        }
        survives(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn a_printed_map_is_read_as_it_was(map in printing::maps(), is_flow: bool) {
        let text = printing::print(&map, is_flow);
        let (again, mistakes) = read(&Source::new(SourceId(0), "map", text.clone()), &[], &Known::default());
        prop_assert_eq!(&mistakes, &vec![], "{}", text);
        prop_assert_eq!(again, map, "{}", text);
    }

    #[test]
    fn small_values_print_as_they_read(text in "[0-9a-z:*%.#-]{0,12}") {
        let same = |printed: Option<String>| printed.is_none_or(|printed| printed == text.replace("r#", ""));
        prop_assert!(same(Path::parse(&text).ok().map(|value| value.to_string())));
        prop_assert!(same(Pattern::parse(&text).ok().map(|value| value.to_string())));
        prop_assert!(same(Date::parse(&text).ok().map(|value| value.to_string())));
        // These have several spellings: `60m` prints as `1h`, `2.50%` as `2.5%`.
        if let Ok(value) = Duration::parse(&text) {
            prop_assert_eq!(Duration::parse(&value.to_string()), Ok(value));
        }
        if let Ok(value) = Share::parse(&text) {
            prop_assert_eq!(Share::parse(&value.to_string()), Ok(value));
        }
    }

    #[test]
    fn a_day_is_read_if_there_is_one(year in 0..=9999u16, month in 0..=13u8, day in 0..=32u8) {
        let read = Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok();
        prop_assert_eq!(read, Date::new(year, month, day));
        let long = [1, 3, 5, 7, 8, 10, 12].contains(&month);
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        let days = if month == 2 { 28 + u8::from(leap) } else { 30 + u8::from(long) };
        prop_assert_eq!(read.is_some(), year > 0 && (1..=12).contains(&month) && (1..=days).contains(&day));
    }
}

#[test]
fn what_no_map_can_be_is_refused() {
    let told = |text: String| {
        let (map, mistakes) = read(&Source::new(SourceId(0), "map", text), &[], &Known::default());
        (map.contexts.len(), mistakes.into_iter().map(|mistake| mistake.message).collect::<Vec<_>>())
    };
    let (_, deep) = told(format!("stateline: 1\ncontexts: {}", "[".repeat(100_000)));
    assert_eq!(deep.last().map(String::as_str), Some("nested too deeply"));
    let (_, deep) = told((0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect());
    assert!(deep.contains(&"nested too deeply".to_owned()), "{deep:?}");
    let (_, long) = told(format!("stateline: 1\n# {}\n", "x".repeat(10 << 20)));
    assert_eq!(long, ["`map` has 10485776 bytes"]);
    let keys: String = (0..5_000).map(|key| format!("key{key}: 1\n")).collect();
    let (_, many) = told(format!("stateline: 1\n{keys}contexts: {{ a: {{ owns: [a] }} }}\n"));
    assert_eq!((many.len(), many.last().map(String::as_str)), (201, Some("4800 more mistakes are not told")));
}

#[test]
fn a_large_map_is_a_map() {
    let contexts: String = (0..2_000)
        .map(|n| format!("  c{n}: {{ owns: [c{n}], within: c{}, calls: {{ c0: [f] }} }}\n", n + 1))
        .collect();
    let text = format!("stateline: 1\ncontexts:\n{contexts}  c2000: {{ owns: [x] }}\n");
    let (map, mistakes) = read(&Source::new(SourceId(0), "map", text), &[], &Known::default());
    let [own] = &mistakes[..] else { panic!("{} mistakes", mistakes.len()) };
    assert_eq!(
        (own.message.as_str(), map.contexts.len()),
        ("`c0` needs no permission to call itself", 2_001)
    );
}
