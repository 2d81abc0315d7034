//! Passports: a folder of Markdown with a page for each context, and a page that lists them.

use super::HEAD;
use super::atlas::{Atlas, Context, Crossing};
use super::ids::free;
use super::markdown::{Table, code, codes, escape};
use crate::format::{Draw, Format, OutputFile};
use crate::request::Request;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

pub(crate) static FORMAT: Format = Format {
    name: "passports",
    about: "A folder of Markdown, with a page for each context",
    is_usual: false,
    is_picture: false,
    draw: Draw::Folder { name: "passports", draw: |request: &Request<'_>| request.shown().map(draw) },
};

fn draw(atlas: &Atlas) -> Vec<OutputFile> {
    let mut taken: BTreeSet<String> = ["c_index".to_owned()].into();
    let names = atlas.contexts.iter().map(|context| context.name.as_str());
    let files: BTreeMap<&str, String> = names
        .map(|name| (name, format!("{}.md", free("c", name, &mut taken).trim_start_matches("c_"))))
        .collect();
    let book = Book { atlas, files };
    let mut index = Table::new(&["context", "about", "uses", "used by"]);
    for context in &atlas.contexts {
        let counts = [true, false].map(|out| book.partners(&context.name, out).len().to_string());
        let [uses, used] = counts;
        index.row([book.link(&context.name), escape(&context.about), uses, used]);
    }
    let text = format!("<!-- {HEAD} -->\n# Contexts\n{}", index.rows());
    let mut files = vec![OutputFile { path: "index.md".to_owned(), content: text.into_bytes() }];
    files.extend(atlas.contexts.iter().map(|context| OutputFile {
        path: book.files[context.name.as_str()].clone(),
        content: book.page(context).into_bytes(),
    }));
    files
}

struct Book<'a> {
    atlas: &'a Atlas,
    /// The file of each context's page.
    files: BTreeMap<&'a str, String>,
}

/// What goes from one context to another, by kind.
#[derive(Default)]
struct Relation<'a> {
    calls: Vec<&'a str>,
    uses: Vec<&'a str>,
    topics: Vec<&'a str>,
    tolerated: Vec<&'a str>,
    broken: Vec<&'a str>,
}

impl Book<'_> {
    /// A name that leads to its page.
    fn link(&self, name: &str) -> String {
        match self.files.get(name) {
            Some(file) => {
                let called = self.atlas.context(name).map_or(name, Context::called);
                format!("[{}]({file})", escape(called))
            }
            None => escape(name),
        }
    }

    fn page(&self, context: &Context) -> String {
        let name = context.name.as_str();
        let mut text = format!("<!-- {HEAD} -->\n# {}\n", escape(context.called()));
        let kind = if context.external { "An external context" } else { "A context" };
        let within = context.within.as_ref().map(|outer| format!(" within {}", self.link(outer)));
        let named = context.title.as_ref().map(|_| format!(" named {}", code(name)));
        let _ = write!(text, "\n{kind}{}{}.", named.unwrap_or_default(), within.unwrap_or_default());
        if !context.about.is_empty() {
            let _ = write!(text, " {}", escape(&context.about));
        }
        text.push('\n');
        for (title, own) in
            [("Exports", &context.exports), ("Offers", &context.offers), ("Laws", &context.laws)]
        {
            if !own.is_empty() {
                let _ = write!(text, "\n{title}: {}\n", codes(own.iter().map(String::as_str)));
            }
        }
        if !context.cities.is_empty() {
            let owns = codes(context.cities.iter().map(|city| city.path.as_str()));
            let _ = write!(text, "\nOwns: {owns}\n");
        }
        for (title, out) in [("Uses", true), ("Used by", false)] {
            let mut table = Table::new(&["context", "calls", "names", "topics", "tolerated", "not allowed"]);
            for (other, relation) in self.partners(name, out) {
                let Relation { calls, uses, topics, tolerated, broken } = relation;
                let [calls, uses, topics, tolerated, broken] =
                    [calls, uses, topics, tolerated, broken].map(codes);
                table.row([self.link(other), calls, uses, topics, tolerated, broken]);
            }
            text.push_str(&table.section(title));
        }
        let mut exceptions = Table::new(&["what", "until", "owner", "reason"]);
        for held in &context.exceptions {
            exceptions.row([
                code(&held.what),
                escape(&held.until),
                escape(&held.owner),
                escape(&held.reason),
            ]);
        }
        text.push_str(&exceptions.section("Tolerated for a while"));
        let mut findings = Table::new(&["rule", "finding"]);
        for found in &context.findings {
            findings.row([code(&found.rule), escape(&found.message)]);
        }
        text.push_str(&findings.section("Findings"));
        text
    }

    /// Those that a context uses, or that use it.
    fn partners(&self, name: &str, out: bool) -> BTreeMap<&str, Relation<'_>> {
        let mut found: BTreeMap<&str, Relation<'_>> = BTreeMap::new();
        let own = |from: &str, to: &str| if out { from == name } else { to == name };
        for link in self.atlas.links.iter().filter(|link| own(&link.from, &link.to) && link.is_ordinary()) {
            let relation = found.entry(if out { &link.to } else { &link.from }).or_default();
            relation.calls.extend(link.calls.iter().map(String::as_str));
            relation.uses.extend(link.uses.iter().map(String::as_str));
        }
        for topic in &self.atlas.topics {
            for from in &topic.publishers {
                for to in topic.subscribers.iter().filter(|to| *to != from && own(from, to)) {
                    found.entry(if out { to } else { from }).or_default().topics.push(&topic.name);
                }
            }
        }
        for Crossing { from, to, item, tolerated, .. } in &self.atlas.crossings {
            if own(from, to) {
                let relation = found.entry(if out { to } else { from }).or_default();
                let items = if *tolerated { &mut relation.tolerated } else { &mut relation.broken };
                items.push(item);
            }
        }
        found
    }
}
