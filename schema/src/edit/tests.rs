use super::*;
use crate::{Known, SourceId};

fn source(text: &str) -> Source {
    Source::new(SourceId(0), "stateline.yaml", text)
}

fn added(text: &str, path: &[&str], items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
    let made = add(&source(text), path, &items).expect("it leads to a list");
    let (_, mistakes) = crate::read(&source(&made), &[], &Known::default());
    assert!(mistakes.is_empty(), "{mistakes:?} in\n{made}");
    made
}

fn removed(text: &str, path: &[&str], items: &[&str]) -> String {
    remove(&source(text), path, items, 2).expect("it leads to a list")
}

const BLOCK: &str = "\
# A map.
stateline: 1
contexts:
  shop: # sells
    owns: [shop]
    calls:
      ledger:
        - load # why
        # Storing is another matter.
        - store
    # The end of shop.
  ledger: { owns: [ledger] } # keeps
";

#[test]
fn a_block_gets_a_line_and_loses_it() {
    let path = ["contexts", "shop", "calls", "ledger"];
    let more = added(BLOCK, &path, &["move_on", "load", "zero"]);
    let lines = "        - load # why\n        # Storing is another matter.\n        - move_on\n        - store\n        - zero\n    # The end";
    assert!(more.contains(lines), "{more}");
    assert_eq!(removed(&more, &path, &["move_on", "zero"]), BLOCK);
    let less = removed(BLOCK, &path, &["load", "store"]);
    assert!(
        !less.contains("calls") && less.contains("# The end of shop.") && less.contains("owns: [shop]\n"),
        "{less}"
    );
}

#[test]
fn what_is_missing_of_a_path_is_made() {
    let shop = added(BLOCK, &["contexts", "shop", "uses", "ledger"], &["Amount"]);
    assert!(shop.contains("        - store\n    uses:\n      ledger: [Amount]\n    # The end"), "{shop}");
    assert_eq!(removed(&shop, &["contexts", "shop", "uses", "ledger"], &["Amount"]), BLOCK);
    let ledger = added(BLOCK, &["contexts", "ledger", "exports"], &["Amount", "ledger::audit!"]);
    assert!(
        ledger.contains("  ledger: { owns: [ledger], exports: [Amount, ledger::audit!] } # keeps\n"),
        "{ledger}"
    );
    assert_eq!(removed(&ledger, &["contexts", "ledger", "exports"], &["Amount", "ledger::audit!"]), BLOCK);
    let uses = added(BLOCK, &["contexts", "ledger", "uses", "shop"], &["*"]);
    assert!(uses.contains("{ owns: [ledger], uses: { shop: ['*'] } } # keeps"), "{uses}");
    let without_end = added(BLOCK.trim_end(), &["contexts", "ledger", "exports"], &["Amount"]);
    assert!(without_end.ends_with("exports: [Amount] } # keeps"), "{without_end}");
}

#[test]
fn brackets_stay_brackets() {
    let text = "stateline: 1\ncontexts:\n  a:\n    owns: [a]\n    exports: [One,\n              Two, # both\n              Three]\n";
    let path = ["contexts", "a", "exports"];
    assert!(added(text, &path, &["Four"]).ends_with("Three, Four]\n"), "the others are in no order");
    assert_eq!(removed(&added(text, &path, &["Four"]), &path, &["Four"]), text);
    let without_two = removed(text, &path, &["Two"]);
    assert!(without_two.contains("[One,\n              # both\n              Three]"), "{without_two}");
    let only_two = removed(text, &path, &["One", "Three"]);
    let (map, mistakes) = crate::read(&source(&only_two), &[], &Known::default());
    assert!(mistakes.is_empty(), "{mistakes:?}\n{only_two}");
    assert_eq!(map.context("a").expect("it is there").exports.len(), 1);
    let sorted = "stateline: 1\ncontexts: { a: { owns: [a], exports: [B, D] } }\n";
    assert!(added(sorted, &path, &["A", "C", "E"]).contains("[A, B, C, D, E]"));
}

#[test]
fn long_lists_are_broken_and_line_ends_kept() {
    let items: Vec<String> = (0..30).map(|number| format!("operation_{number:02}")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let made = added(&BLOCK.replace('\n', "\r\n"), &["contexts", "shop", "tests", "uses", "ledger"], &items);
    assert!(made.lines().all(|line| line.len() <= WIDTH), "{made}");
    assert_eq!(made.matches('\n').count(), made.matches("\r\n").count());
}

const EXCEPTIONS: &str = "\
# What was there.
stateline: 1
exceptions:
  # Ada knows more.
  - edge: shop -> ledger::load # the first
    reason: old
    owner: ada
    until: 2099-01-01

  - edge:
      - stock -> ledger::load
      # Two of them.
      - stock -> ledger::store
    reason: 'older: yes'
    owner: bo
    until: 2098-01-01
  - { rule: unowned-code, at: tools, reason: none, owner: cy, until: 2099-01-01 }
";

fn changed(changed: &[Changed], new: &[New]) -> String {
    let made = change_exceptions(&source(EXCEPTIONS), changed, new).expect("it is right");
    let (_, mistakes) = crate::read_exceptions(&source(&made), &Known::default());
    assert!(mistakes.is_empty(), "{mistakes:?} in\n{made}");
    made
}

fn items(items: &[Option<&[&str]>]) -> Changed {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Changed { items: items.iter().map(|item| item.map(texts)).collect(), reason: None }
}

#[test]
fn exceptions_are_edited_in_place() {
    assert_eq!(changed(&[items(&[None]), items(&[None, None]), items(&[None])], &[]), EXCEPTIONS);
    let renamed = changed(
        &[
            items(&[Some(&["trade -> ledger::load"])]),
            Changed {
                reason: Some("older: yes; old".into()),
                ..items(&[Some(&[]), Some(&["a -> b::c", "d -> b::c"])])
            },
            items(&[Some(&[])]),
        ],
        &[],
    );
    let expected = EXCEPTIONS
        .replace("shop -> ledger::load", "trade -> ledger::load")
        .replace("      - stock -> ledger::load\n", "")
        .replace("      - stock -> ledger::store\n", "      - a -> b::c\n      - d -> b::c\n")
        .replace("'older: yes'", "'older: yes; old'");
    let expected = &expected[..expected.find("  - { rule").expect("it is there")];
    assert_eq!(renamed, expected);
    let two = items(&[Some(&["a -> ledger::load", "b -> ledger::load"])]);
    let split = changed(&[two, items(&[None, None]), items(&[None])], &[]);
    let expected = "  - edge:\n      - a -> ledger::load\n      - b -> ledger::load # the first\n";
    assert!(split.contains(expected), "{split}");
}

#[test]
fn new_exceptions_go_to_their_place() {
    let new = |edge: &str| New {
        edges: vec![edge.to_owned()],
        rule: None,
        reason: "split on 2026-11-30".into(),
        owner: "Ada L.".into(),
        until: "2027-02-28".into(),
    };
    let all = [items(&[None]), items(&[None, None]), items(&[None])];
    let lines = |edge: &str| {
        format!(
            "  - edge:\n      - {edge}\n    reason: split on 2026-11-30\n    owner: Ada L.\n    until: 2027-02-28\n"
        )
    };
    let made = changed(&all, &[new("zoo -> a::b"), new("a -> a::b")]);
    let first = lines("a -> a::b") + "  # Ada knows more.\n";
    assert!(made.contains(&first) && made.contains(&(lines("zoo -> a::b") + "  - { rule")), "{made}");
    let none = [items(&[Some(&[])]), items(&[Some(&[]), Some(&[])]), items(&[Some(&[])])];
    assert_eq!(changed(&none, &[]), "# What was there.\nstateline: 1\n");
    assert_eq!(
        changed(&none, &[new("a -> a::b")]),
        format!("# What was there.\nstateline: 1\nexceptions:\n{}", lines("a -> a::b"))
    );
    let empty = change_exceptions(&source(""), &[], &[new("a -> a::b")]).expect("it becomes a file");
    assert_eq!(empty, format!("stateline: 1\nexceptions:\n{}", lines("a -> a::b")));
    let list = source("stateline: 1\nexceptions: []\n");
    let list = change_exceptions(&list, &[], &[new("a -> a::b")]).expect("it is right");
    assert!(list.ends_with(&lines("a -> a::b")), "{list}");
}

#[test]
fn a_scalar_is_set() {
    let text = "stateline: 1\nunresolved_at_most: 10% # for now\ncontexts: { a: { owns: [a] } }\n";
    let made = set(&source(text), &["unresolved_at_most"], "9%").expect("it is there");
    assert_eq!(made, text.replace("10%", "9%"));
    assert_eq!(set(&source(text), &["grace"], "9%"), None);
}
