//! Whatever bytes a map is made of: mistakes at places that exist, never a panic, never a hang.
#![no_main]

use stateline_schema::{Known, Mistake, Source, SourceId, context_files, read, read_exceptions};

// A zero byte ends the map; then comes a context's file, and then the exceptions.
libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut sources = Vec::new();
    for (number, bytes) in data.splitn(3, |byte| *byte == 0).enumerate() {
        match Source::from_bytes(SourceId(number), format!("{number}.yaml"), bytes.to_vec()) {
            Ok(source) => sources.push(source),
            Err(mistake) => return assert!(mistake.span.end <= bytes.len()),
        }
    }
    let known = Known { rules: Some(&["undeclared-call", "unused-permission"]) };
    let beside = sources.get(1..2).unwrap_or_default();
    let (map, mistakes) = read(&sources[0], beside, &known);
    hold(&mistakes, &sources);
    for file in context_files(&sources[0]) {
        assert!(sources[0].text.get(file.span.range()).is_some());
    }
    for context in map.contexts.values() {
        let source = &sources[context.name.span.source.0];
        assert!(source.text.get(context.name.span.range()).is_some());
        assert!(map.around(context).count() <= map.contexts.len());
    }
    if let Some(exceptions) = sources.get(2) {
        hold(&read_exceptions(exceptions, &known).1, &sources);
    }
});

/// Every place can be shown.
fn hold(mistakes: &[Mistake], sources: &[Source]) {
    for mistake in mistakes {
        let related = mistake.related.iter().map(|(span, _)| *span);
        for span in related.chain([mistake.span]) {
            let text = &sources[span.source.0].text;
            assert!(text.get(span.range()).is_some(), "{mistake:?} at {span:?} of {}", text.len());
        }
        assert!(!mistake.line(sources).is_empty());
    }
}
