//! The population that a check is told of: who is in flight, counted in a store.

use super::mapping::{Mapping, shown};
use super::today;
use crate::finding::Place;
use crate::report::Failure;
use stateline_rust::{Workspace, map_text};
use stateline_schema::population::{DAYS, Population};
use stateline_schema::{Date, MAX_BYTES, Mistake, Source, SourceId, Span, read_population};
use std::path::Path;

/// Reads it.
///
/// # Errors
/// If it cannot be read, is damaged, of another system, or too old to say anything.
pub(super) fn read(
    path: &Path,
    workspace: &Workspace,
    mapping: &Mapping,
    today: Date,
) -> Result<(Population, Source), Vec<Failure>> {
    let name = shown(path, &workspace.root);
    let text = map_text(path, &name, MAX_BYTES).map_err(|problem| vec![Failure::from(&problem)])?;
    let source = Source::new(SourceId(mapping.sources.len()), name, text);
    let place = |span: Span, label: &'static str| Place {
        path: source.name.as_str().into(),
        span: span.range(),
        label: label.into(),
    };
    let told = |mistake: Mistake| Failure {
        message: mistake.message,
        places: vec![place(mistake.span, "")],
        help: mistake.help,
    };
    let population =
        read_population(&source).map_err(|mistakes| mistakes.into_iter().map(told).collect::<Vec<_>>())?;
    let taken = &population.taken;
    let age = today::days_between(taken.value, today);
    // Its day is that of UTC, which may be ahead.
    if !(-1..=DAYS).contains(&age) {
        let message = match age {
            1.. => format!("{} is {age} days old", source.name),
            _ => format!("{} was counted on {taken}, which is in the future", source.name),
        };
        let help = format!("count again: a population is valid for {DAYS} days");
        return Err(vec![Failure::new(message).at(place(taken.span, "counted on this day")).help(help)]);
    }
    let known = |name: &str| {
        let locks = [&mapping.lock, &mapping.base];
        let locked = |name: &str| {
            locks.into_iter().flatten().any(|lock| lock.processes.keys().any(|(process, _)| process == name))
        };
        mapping.map.process(name).is_some() || locked(name)
    };
    let foreign = population.instances.iter().find(|alike| !known(&alike.process.value));
    if let Some(foreign) = foreign {
        let message = format!("{} is the population of another system", source.name);
        let place = place(foreign.process.span, "no process of the map, nor of the lock");
        return Err(vec![Failure::new(message).at(place).help(format!(
            "it has instances of `{}`; count those of this system, or put the process back into the map",
            foreign.process
        ))]);
    }
    Ok((population, source))
}
