//! Which packages `init` joins to one context: those in one folder, and those whose names begin alike.

use std::collections::{BTreeMap, BTreeSet};

/// A package, as far as joining it goes: the name by which the map knows its crate, and its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member<'m> {
    pub(super) krate: &'m str,
    pub(super) folder: &'m str,
}

/// Packages that belong together, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// What they have in common: the folder's name, the beginning of their names, or the only one's name.
    pub(super) name: String,
    pub(super) owns: Owns,
    /// Places in the list that was given.
    pub(super) members: Vec<usize>,
}

/// What a context of them owns.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Owns {
    /// Crates by name and by pattern.
    Crates(Vec<String>),
    Folder(String),
}

/// Folders that hold packages of all kinds.
const CONTAINERS: [&str; 13] = [
    "apps",
    "bin",
    "components",
    "crates",
    "lib",
    "libs",
    "modules",
    "packages",
    "projects",
    "rust",
    "services",
    "src",
    "workspace",
];

/// In the order of the first package of each.
pub(super) fn groups(members: &[Member<'_>]) -> Vec<Group> {
    let common = common_words(members);
    let mut groups = Vec::new();
    in_folder("", &(0..members.len()).collect::<Vec<_>>(), members, common, &mut groups);
    groups.sort_by_key(|group| group.members[0]);
    groups
}

/// Groups the packages below a folder that is no group itself.
fn in_folder(folder: &str, below: &[usize], members: &[Member<'_>], common: usize, groups: &mut Vec<Group>) {
    let mut by_child: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in below {
        let rest = members[at].folder.strip_prefix(folder).unwrap_or_default().trim_start_matches('/');
        by_child.entry(rest.split('/').next().unwrap_or_default()).or_default().push(at);
    }
    let mut alone = Vec::new();
    for (child, inside) in by_child {
        let path = if folder.is_empty() { child.to_owned() } else { format!("{folder}/{child}") };
        let is_package = inside.iter().any(|at| members[*at].folder == path);
        match inside.as_slice() {
            // The package of the folder itself.
            _ if child.is_empty() => alone.extend(&inside),
            [only] => alone.push(*only),
            _ if CONTAINERS.contains(&child) && !is_package => {
                in_folder(&path, &inside, members, common, groups);
            }
            several => groups.push(Group {
                name: child.to_owned(),
                owns: Owns::Folder(path),
                members: several.to_vec(),
            }),
        }
    }
    by_name(&alone, members, common, groups);
}

/// Groups packages whose names have the first word after the common ones in common.
fn by_name(alone: &[usize], members: &[Member<'_>], common: usize, groups: &mut Vec<Group>) {
    let mut by_word: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for &at in alone {
        let words = words(members[at].krate).take(common + 1).collect();
        by_word.entry(words).or_default().push(at);
    }
    for (words, inside) in by_word {
        let beginning = words.join("_");
        let (pattern, own) = (format!("{beginning}_"), |at: &usize| members[*at].krate);
        let grouped: BTreeSet<&str> = inside.iter().map(own).collect();
        // A pattern must take no crate of another group.
        let takes_others =
            members.iter().any(|one| one.krate.starts_with(&pattern) && !grouped.contains(one.krate));
        if inside.len() == 1 || words.len() <= common || takes_others {
            groups.extend(inside.iter().map(|at| Group {
                name: own(at).to_owned(),
                owns: Owns::Crates(vec![own(at).to_owned()]),
                members: vec![*at],
            }));
            continue;
        }
        let itself = grouped.contains(beginning.as_str()).then(|| beginning.clone());
        let name = words[common..].join("_");
        let owns = Owns::Crates(itself.into_iter().chain([format!("{pattern}*")]).collect());
        groups.push(Group { name, owns, members: inside });
    }
}

/// How many words the names of all packages begin with in common, as in `lemmy_api`, `lemmy_db`: where a name is
/// those words alone, or one stands for itself, none.
fn common_words(members: &[Member<'_>]) -> usize {
    let Some(first) = members.first().filter(|_| members.len() > 2) else { return 0 };
    let first: Vec<&str> = words(first.krate).collect();
    let shared = |other: &Member<'_>| {
        words(other.krate).zip(&first).take_while(|(word, first)| word == *first).count()
    };
    // A program or two may be called otherwise.
    let mut counts: Vec<usize> = members.iter().map(shared).collect();
    counts.sort_unstable();
    counts[members.len() / 5].min(first.len().saturating_sub(1))
}

fn words(krate: &str) -> impl Iterator<Item = &str> {
    krate.split('_').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Group, Member, Owns, groups};

    /// `name: owns` for each group.
    fn told(packages: &[(&str, &str)]) -> Vec<String> {
        let members: Vec<_> = packages.iter().map(|(krate, folder)| Member { krate, folder }).collect();
        let told = |group: Group| match group.owns {
            Owns::Crates(crates) => format!("{}: {}", group.name, crates.join(" ")),
            Owns::Folder(folder) => format!("{}: {folder}/ ({})", group.name, group.members.len()),
        };
        groups(&members).into_iter().map(told).collect()
    }

    #[test]
    fn folders_and_names_join_packages() {
        let packages = [
            ("lemmy_api", "crates/api/api"),
            ("lemmy_api_common", "crates/api/api_common"),
            ("lemmy_apub", "crates/apub"),
            ("lemmy_db_schema", "crates/db_schema"),
            ("lemmy_db_schema_file", "crates/db_schema_file"),
            ("lemmy_db_views_post", "crates/db_views/post"),
            ("lemmy_db_views_site", "crates/db_views/site"),
            ("lemmy_server", ""),
            ("lemmy_utils", "crates/utils"),
        ];
        let found = [
            "api: crates/api/ (2)",
            "lemmy_apub: lemmy_apub",
            "lemmy_db_schema: lemmy_db_schema",
            "lemmy_db_schema_file: lemmy_db_schema_file",
            "db_views: crates/db_views/ (2)",
            "lemmy_server: lemmy_server",
            "lemmy_utils: lemmy_utils",
        ];
        assert_eq!(told(&packages), found, "`lemmy_db_*` would take those of another folder");
    }

    #[test]
    fn a_name_that_begins_others_is_among_them() {
        let packages = [
            ("compliance", "compliance"),
            ("compliance_messages", "compliance-messages"),
            ("ledger", "ledger"),
            ("payments", "payments"),
        ];
        assert_eq!(
            told(&packages),
            ["compliance: compliance compliance_*", "ledger: ledger", "payments: payments"]
        );
    }

    #[test]
    fn two_packages_are_two() {
        assert_eq!(told(&[("a_b", "a_b"), ("a_c", "a_c")]), ["a: a_*"]);
        assert_eq!(told(&[("a", "x/a"), ("b", "x/b")]), ["x: x/ (2)"]);
        assert_eq!(told(&[("a", "crates/a"), ("b", "crates/b")]), ["a: a", "b: b"]);
    }
}
