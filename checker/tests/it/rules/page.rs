//! A rule's page as a test: the files in its example, and those that correct it.

use crate::layout::Layout;

const SECTIONS: [&str; 4] = ["What it does", "Why is this bad?", "Example", "What to do"];

pub(crate) struct Page {
    pub(crate) example: Layout,
    /// The example with the files of the last section in place of its own.
    pub(crate) corrected: Layout,
}

impl Page {
    /// Reads a page; a fenced block's first line is a comment that names its file.
    pub(crate) fn read(rule: &str, text: &str) -> Page {
        let sections: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(sections, SECTIONS, "the sections of {rule}");
        assert_eq!(text.lines().next(), Some(format!("# {rule}").as_str()));
        let (before, correction) = text.split_once("## What to do").expect("the section is there");
        let (_, example) = before.split_once("## Example").expect("the section is there");
        let example = Layout { files: blocks(example).collect() };
        let mut corrected = example.clone();
        corrected.files.extend(blocks(correction));
        assert_ne!(example.files, corrected.files, "{rule} shows no correction");
        Page { example, corrected }
    }
}

/// The files in the fenced blocks of a text that names them in their first lines.
pub(crate) fn blocks(text: &str) -> impl Iterator<Item = (String, String)> {
    text.split("```").skip(1).step_by(2).filter(|block| !block.starts_with("text")).map(|block| {
        let (_, code) = block.split_once('\n').expect("a fence ends its line");
        let (first, rest) = code.split_once('\n').expect("a block has lines");
        let name = first.trim_start_matches("//").trim_start_matches('#').trim();
        let known = [".rs", ".yaml", ".toml", ".lock"].iter().any(|extension| name.ends_with(extension));
        assert!(known, "a block names no file: {first}");
        (name.to_owned(), rest.to_owned())
    })
}
