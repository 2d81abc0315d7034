//! Tables, and the only place that knows what means something to Markdown.

use crate::terminal::clean;

/// A table; columns in which nothing stands are left out.
#[derive(Debug)]
pub(crate) struct Table {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(heads: &[&'static str]) -> Self {
        Table { heads: heads.to_vec(), rows: Vec::new() }
    }

    /// Adds a row of cells, which are Markdown already.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Under a title; nothing without rows.
    pub(crate) fn section(&self, title: &str) -> String {
        if self.rows.is_empty() { String::new() } else { format!("\n## {title}\n{}", self.rows()) }
    }

    /// With an empty line before it; nothing without rows.
    pub(crate) fn rows(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let filled = |column: &usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(*column));
            cells.any(|cell| !cell.is_empty())
        };
        let columns: Vec<usize> = (0..self.heads.len()).filter(filled).collect();
        let line = |cell: &dyn Fn(usize) -> String| {
            let cells: Vec<_> = columns.iter().map(|column| cell(*column)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut text = format!("\n{}", line(&|column| self.heads[column].to_owned()));
        text.push_str(&format!("|{}\n", "---|".repeat(columns.len())));
        for row in &self.rows {
            text.push_str(&line(&|column| row.get(column).cloned().unwrap_or_default()));
        }
        text
    }
}

/// A name, as it is; nothing for no name.
pub(crate) fn code(name: &str) -> String {
    let name = clean(name).trim().replace('|', "\\|");
    if name.is_empty() {
        return String::new();
    }
    // A fence of one more backtick than stand in a row anywhere inside.
    let longest = name.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{name}{space}{fence}")
}

/// Names, with commas between.
pub(crate) fn codes<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(code).collect::<Vec<_>>().join(", ")
}

/// Text in one line, of which nothing means anything to Markdown or to a browser.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).trim().chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '!' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_leaves_it() {
        assert_eq!(code("a|b\n`c``"), "``` a\\|b `c`` ```");
        assert_eq!(escape("<b>*a* | [x](y)\n"), "&lt;b&gt;\\*a\\* \\| \\[x\\](y)");
    }

    #[test]
    fn empty_columns_are_left_out() {
        let mut table = Table::new(&["a", "b"]);
        table.row([String::new(), "x".to_owned()]);
        assert_eq!(table.rows(), "\n| b |\n|---|\n| x |\n");
    }
}
