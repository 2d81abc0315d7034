//! Whether a build reads the data of instances that another build began: what the lock says of both.

use super::RunnerError;
use super::process::Process;
use crate::Json;
use crate::chain::Structure;
use crate::store::Definition;
use stateline_schema::lock::{Lock, read_lock};
use stateline_schema::{Source, SourceId};

/// How many reasons are told.
const TOLD: usize = 3;

/// What the lock says of a version that is served, as it is stored; none where nothing is said.
///
/// # Errors
///
/// If it is no lock, or one of other steps.
pub(super) fn shapes(process: &dyn Process, structure: &Structure) -> Result<Option<Json>, RunnerError> {
    let (name, version) = (process.name(), structure.version);
    let Some(text) = process.lock(version) else { return Ok(None) };
    let lock = read(text).map_err(|why| RunnerError::locked(name, version, &why))?;
    let locked = lock.processes.get(&(name.to_owned(), version));
    let locked = locked.ok_or_else(|| RunnerError::locked(name, version, "it does not tell of it"))?;
    let (said, steps): (Vec<_>, Vec<_>) = (
        locked.steps.iter().map(|step| step.name.value.as_str()).collect(),
        structure.steps.iter().map(|step| step.name.as_str()).collect(),
    );
    if said != steps {
        let why = format!("it has the steps {}, and the code has {}", said.join(", "), steps.join(", "));
        return Err(RunnerError::locked(name, version, &why));
    }
    Ok(Some(Json::write(&text.to_owned())?))
}

/// That what was stored under a definition is read by a build with these shapes, and found by its messages.
///
/// # Errors
///
/// If not, with the step and the field.
pub(super) fn compare(known: &Definition, now: &Json) -> Result<(), RunnerError> {
    let Some(before) = known.shapes.as_ref().filter(|before| *before != now) else { return Ok(()) };
    let (name, version) = (&known.process, known.version);
    let parsed = |json: &Json| locked(json).map_err(|why| RunnerError::locked(name, version, &why));
    let (before, now) = (parsed(before)?, parsed(now)?);
    let key = (name.clone(), version);
    if let (Some(old), Some(new)) = (before.processes.get(&key), now.processes.get(&key))
        && let Some(why) = old.unaddressed(new)
    {
        return Err(RunnerError::changed(name, version, &why));
    }
    let mut wrong: Vec<String> = Vec::new();
    for one in before.unreadable(&now, name, version) {
        let told = one.to_string();
        // What is stored between two steps may be wrong for both.
        if !wrong.contains(&told) {
            wrong.push(told);
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let more = wrong.len().saturating_sub(TOLD);
    wrong.truncate(TOLD);
    if more > 0 {
        wrong.push(format!("and {more} more"));
    }
    Err(RunnerError::unreadable(name, version, &wrong.join("; ")))
}

/// The same for a build that was built with this lock.
///
/// # Errors
///
/// Likewise.
#[cfg(feature = "operate")]
pub(crate) fn reads(known: &Definition, lock: &str) -> Result<(), RunnerError> {
    compare(known, &Json::write(&lock.to_owned())?)
}

/// What a definition says of the shapes of its data.
///
/// # Errors
///
/// If it is no lock, in a sentence.
pub(crate) fn locked(shapes: &Json) -> Result<Lock, String> {
    read(&shapes.read::<String>().map_err(|error| error.to_string())?)
}

fn read(text: &str) -> Result<Lock, String> {
    let source = Source::new(SourceId(0), "stateline.lock", text);
    read_lock(&source).map_err(|mistakes| {
        mistakes.first().map_or_else(String::new, |mistake| mistake.line(std::slice::from_ref(&source)))
    })
}
