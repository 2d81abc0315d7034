//! What an awaited message fills in, held against what the step's input can read of it.

use stateline_schema::Step;
use stateline_schema::lock::Lock;
use stateline_schema::map::Await;
use stateline_schema::shape::{Body, Field, Mode, Term, problems};

/// A field of a message that the input of a step cannot read.
pub struct Unread {
    /// Its name.
    pub field: String,
    /// What cannot be read in it, in a sentence.
    pub what: String,
}

/// The first field that a message fills and that the step's input cannot read, where derives leave no doubt.
pub fn unread(lock: &Lock, (process, version): (&str, u32), step: &Step, awaited: &Await) -> Option<Unread> {
    let process = lock.processes.get(&(process.to_owned(), version))?;
    let locked = process.steps.iter().find(|known| known.name.value == step.name.value)?;
    let told = fields(lock, &lock.messages.get(&awaited.topic.value)?.term)?;
    let stored = fields(lock, &locked.takes.value)?;
    let fills = |name: &str| awaited.fills.is_empty() || awaited.fills.iter().any(|said| said.value == name);
    told.iter().filter(|field| fills(&field.name.value)).find_map(|field| {
        let into = stored.iter().find(|into| into.names().any(|name| name == field.name.value))?;
        unread_in(lock, field, into)
    })
}

fn unread_in(lock: &Lock, field: &Field, into: &Field) -> Option<Unread> {
    let (said, read) = (filled(&field.term), filled(&into.term));
    if said == read || !is_known(lock, said) || !is_known(lock, read) {
        return None;
    }
    let problem = problems((&lock.types, said), (&lock.types, read), Mode::Lenient).into_iter().next()?;
    let what = match problem.change() {
        Some((message, input, more)) => format!("is {message} in the message and {input} in the input{more}"),
        None => problem.what.clone(),
    };
    let field = &field.name.value;
    let path = if problem.path.is_empty() { field.clone() } else { format!("{field}.{}", problem.path) };
    Some(Unread { field: field.clone(), what: format!("`{path}` {what}") })
}

fn fields<'l>(lock: &'l Lock, term: &Term) -> Option<&'l [Field]> {
    let Term::Named(name) = term else { return None };
    match &lock.types.get(name)?.body {
        Body::Object { fields, .. } => Some(fields),
        _ => None,
    }
}

/// What is in an `Option`, which a message fills.
fn filled(term: &Term) -> &Term {
    match term {
        Term::Option(inner) => inner,
        other => other,
    }
}

/// Whether no code of its own writes anything in a term.
fn is_known(lock: &Lock, term: &Term) -> bool {
    let is_plain = |term: &Term| !term.to_string().contains("opaque(");
    let below = lock.reached([term].into_iter());
    let is_derived = |body: &Body| !matches!(body, Body::Opaque { .. });
    is_plain(term) && below.values().all(|it| is_derived(&it.body) && it.terms().into_iter().all(is_plain))
}
