//! `generate instructions`: what code may do in each context, for people and coding agents who ask before they
//! write, between two markers in a file that is theirs otherwise.

use super::written::{self, content};
use crate::cli::options::{GenerateFiles, Global, Instructions};
use crate::cli::output::Output;
use crate::cli::pipeline;
use crate::graph::{ContextId, Graph, Neighbour};
use crate::report::{Exit, Failure, Failures};
use stateline_schema::Spanned;
use std::path::Path;

const BEGIN: &str = "<!-- stateline: begin -->";
const END: &str = "<!-- stateline: end -->";

pub(super) fn run(asked: &Instructions, global: &Global, output: &Output) -> Result<Exit, Failures> {
    let (root, block) =
        pipeline::mapped(global, |mapped| Ok((mapped.workspace.root.clone(), block(mapped.graph))))?;
    let path = root.join(&asked.file);
    let there = content(&path)?.unwrap_or_default();
    let files = [(path, placed(&there, &block, &asked.file)?)];
    written::run(&files, &GenerateFiles { check: asked.check }, &root, output)
}

/// A text with the block between its markers; at its end, where it has none yet.
///
/// # Errors
/// When there is one marker without the other.
fn placed(text: &str, block: &str, file: &Path) -> Result<String, Failure> {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let marked = format!("{BEGIN}\n{block}{END}\n").replace('\n', newline);
    match (text.find(BEGIN), text.find(END)) {
        (Some(begin), Some(end)) if begin < end => {
            let after = &text[end + END.len()..];
            let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n')).unwrap_or(after);
            Ok(format!("{}{marked}{after}", &text[..begin]))
        }
        (None, None) if text.is_empty() => Ok(marked),
        (None, None) => {
            let line = if text.ends_with('\n') { "" } else { newline };
            Ok(format!("{text}{line}{newline}{marked}"))
        }
        _ => Err(Failure::new(format!(
            "{} has one of two markers, or has them in the wrong order",
            file.display()
        ))
        .help(format!("put `{BEGIN}` and `{END}` around what is to be replaced, or remove both"))),
    }
}

fn block(graph: &Graph<'_>) -> String {
    let mut text = String::from(
        "## Architecture\n\n\
         `stateline.yaml` says which contexts this code has and what each may use of the others. Before you write \
         code, run `cargo stateline explain PATH` for the file that you are going to change; afterwards run \
         `cargo stateline check`. Code must not use anything of another context that is not listed here. Do not \
         change `stateline.yaml` or `stateline.exceptions.yaml` to make a check pass: that is for a person to \
         decide.\n",
    );
    for context in graph.contexts() {
        text.push_str(&section(graph, context));
    }
    text
}

fn section(graph: &Graph<'_>, id: ContextId) -> String {
    let context = graph.context(id);
    let joined = |all: &[Spanned<String>]| {
        all.iter().map(|one| format!("`{}`", one.value)).collect::<Vec<_>>().join(", ")
    };
    let mut lines = Vec::new();
    let owns: Vec<String> = context.owns.iter().map(|owned| format!("`{}`", owned.value)).collect();
    if !owns.is_empty() {
        lines.push(format!("owns {}", owns.join(", ")));
    }
    if let Some(owner) = &context.owner {
        lines.push(format!("ask {} about changes", owner.value));
    }
    let exports: Vec<String> = context.exports.iter().map(|item| format!("`{}`", item.value)).collect();
    if !exports.is_empty() {
        lines.push(format!("exports {}", exports.join(", ")));
    }
    let others = graph.contexts().filter(|other| *other != id);
    let permitted: Vec<Neighbour> = others.filter_map(|other| graph.neighbour(other, id, other)).collect();
    for Neighbour { context, calls, uses, .. } in &permitted {
        let list = |all: &[String]| all.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
        if !calls.is_empty() {
            lines.push(format!("may call of `{context}`: {}", list(calls)));
        }
        if !uses.is_empty() {
            lines.push(format!("may use of `{context}`: {}", list(uses)));
        }
    }
    if permitted.is_empty() {
        lines.push("may use no other context".to_owned());
    }
    if !context.publishes.is_empty() {
        lines.push(format!("publishes {}", joined(&context.publishes)));
    }
    if !context.subscribes.is_empty() {
        lines.push(format!("subscribes to {}", joined(&context.subscribes)));
    }
    lines.extend(graph.laws_told(id));
    let about = context.about.as_ref().map(|about| format!("{}\n\n", about.value)).unwrap_or_default();
    let list: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    format!("\n### {}\n\n{about}{list}", context.name.value)
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, placed};
    use std::path::Path;

    #[test]
    fn what_stands_around_the_markers_stays() {
        let placed = |text: &str| placed(text, "new\n", Path::new("AGENTS.md")).ok();
        let marked = format!("{BEGIN}\nnew\n{END}\n");
        assert_eq!(placed("").as_deref(), Some(&*marked));
        assert_eq!(placed("# Ours\n").as_deref(), Some(&*format!("# Ours\n\n{marked}")));
        let there = format!("# Ours\n{BEGIN}\nold\n{END}\n  More.\n");
        assert_eq!(placed(&there).as_deref(), Some(&*format!("# Ours\n{marked}  More.\n")));
        // Each byte of it, and in its own line ends.
        let own = "\u{feff}# Ours\r\n\tlast  ";
        assert_eq!(placed(own).as_deref(), Some(&*format!("{own}\r\n\r\n{}", marked.replace('\n', "\r\n"))));
        assert_eq!(placed("# Ours\n\n\n").as_deref(), Some(&*format!("# Ours\n\n\n\n{marked}")));
        assert!(placed(&format!("{END}\n{BEGIN}\n")).is_none() && placed(BEGIN).is_none());
    }
}
