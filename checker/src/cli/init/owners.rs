//! Who answers for code: by CODEOWNERS, or by who commits there.

use crate::cli::git;
use crate::cli::mapping::exceptions_text;
use std::path::Path;

/// Where GitHub and GitLab look for it.
const FILES: [&str; 4] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// Who answers for which folders of a workspace.
#[derive(Debug)]
pub(super) struct Owners<'r> {
    root: &'r Path,
    lines: Vec<Line>,
    /// Whoever else is asked.
    user: Option<String>,
}

/// A line of CODEOWNERS.
#[derive(Debug)]
struct Line {
    pattern: String,
    owners: String,
}

impl<'r> Owners<'r> {
    pub(super) fn of(root: &'r Path) -> Self {
        let text = FILES.iter().find_map(|name| exceptions_text(&root.join(name)));
        Owners { root, lines: lines(&text.unwrap_or_default()), user: git::user(root) }
    }

    /// The owner of most of these folders; by CODEOWNERS the last line that is about one, else who commits there.
    pub(super) fn owner(&self, folders: &[String]) -> String {
        let said = folders.iter().find_map(|folder| {
            let line = self.lines.iter().rev().find(|line| line.covers(folder));
            line.map(|line| line.owners.clone()).filter(|owners| !owners.is_empty())
        });
        let committed = || git::author(self.root, folders);
        said.or_else(committed).or_else(|| self.user.clone()).unwrap_or_else(|| "unassigned".to_owned())
    }
}

fn lines(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let line = line.split('#').next().unwrap_or_default().trim();
        // A section of GitLab's has no pattern.
        let (pattern, owners) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let is_line = !pattern.is_empty() && !pattern.starts_with('[') && !pattern.starts_with('^');
        let owners = owners.split_whitespace().collect::<Vec<_>>().join(" ");
        is_line.then(|| Line { pattern: pattern.to_owned(), owners })
    };
    text.lines().filter_map(line).collect()
}

impl Line {
    /// Whether it is about all that is in a folder.
    fn covers(&self, folder: &str) -> bool {
        let is_anchored = self.pattern.trim_end_matches('/').contains('/');
        let pattern = self.pattern.trim_matches('/').trim_end_matches("/**").trim_end_matches("/*");
        if matches!(pattern, "*" | "**" | "") {
            return true;
        }
        let parts: Vec<&str> = folder.split('/').collect();
        let wanted: Vec<&str> = pattern.split('/').collect();
        let is_at = |at: usize| {
            let here = parts.get(at..at + wanted.len());
            here.is_some_and(|here| here.iter().zip(&wanted).all(|(part, wanted)| fits(wanted, part)))
        };
        if is_anchored { is_at(0) } else { (0..parts.len()).any(is_at) }
    }
}

/// Whether a name fits a part of a pattern, in which a star may end it.
fn fits(wanted: &str, part: &str) -> bool {
    wanted.strip_suffix('*').map_or(wanted == part, |beginning| part.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn the_last_line_that_is_about_a_folder_counts() {
        let text = "* @all\n/crates/ @rust # these\ncrates/db/ @db @sql\ndocs/ @words\n/crates/api* @api\n[Section]\n/crates/free\n";
        let lines = lines(text);
        let owner = |folder: &str| {
            lines.iter().rev().find(|line| line.covers(folder)).map(|line| line.owners.as_str())
        };
        assert_eq!(owner("crates/db/schema"), Some("@db @sql"));
        assert_eq!(owner("crates/web"), Some("@rust"));
        assert_eq!(owner("crates/api_common"), Some("@api"));
        assert_eq!(owner("tools/docs"), Some("@words"));
        assert_eq!(owner("tools"), Some("@all"));
        assert_eq!(owner("crates/free"), Some(""));
    }
}
