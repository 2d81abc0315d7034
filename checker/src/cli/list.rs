//! `list WHAT`: everything of a kind, for people and for other tools.

mod affected;
mod exceptions;
mod metrics;
mod references;
mod rules;
mod unowned;
mod unresolved;
mod unused;

use super::options::{Global, List};
use super::output::Output;
use crate::report::{Exit, Failures};

pub(super) fn run(what: &List, global: &Global, output: &Output) -> Result<Exit, Failures> {
    match what {
        List::Exceptions(options) => exceptions::run(options, global, output),
        List::Rules(listed) => rules::run(*listed, output),
        List::References(asked) => references::run(asked, global, output),
        List::Unresolved(asked) => unresolved::run(asked, global, output),
        List::Unowned(listed) => unowned::run(*listed, global, output),
        List::Unused(listed) => unused::run(*listed, global, output),
        List::Metrics(listed) => metrics::run(*listed, global, output),
        List::Affected(asked) => affected::run(asked, global, output),
    }
}
