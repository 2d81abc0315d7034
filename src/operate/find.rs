//! Finding instances: by what people call them, or by what they have in common.

use super::arguments::Filter;
use super::complaint::Complaint;
use super::screen;
use super::touched::Writing;
use crate::runner::Status;
use crate::store::{BusinessKey, Definition, Duty, InstanceId, Phase, Place, Query, Row, Sqlite, Store};
use std::collections::{BTreeSet, HashSet};

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// How many keys are compared to suggest one.
const COMPARED: usize = 20_000;

/// How much alike a key must be to be suggested, of 1.
const ALIKE: f64 = 0.65;

/// What a row says of an instance's life, without what its owner knows besides.
pub(super) fn status(row: &Row) -> Status {
    Status::of(&row.standing, false, false)
}

/// By what people call an instance: its process and its key, or its id.
pub(super) fn name(row: &Row) -> String {
    called(row.state.process(), row.key.as_ref(), row.id)
}

/// The same of an instance whose row is not at hand.
pub(super) fn called(process: &str, key: Option<&BusinessKey>, id: InstanceId) -> String {
    match key {
        Some(key) => screen::clean(&format!("{process}/{}", plain(key))),
        None => id.to_string(),
    }
}

/// A key as people write it: a text without its quotes, unless it would be something else then.
fn plain(key: &BusinessKey) -> String {
    match serde_json::from_str::<serde_json::Value>(key.json()) {
        Ok(serde_json::Value::String(text)) if keys_of(&text) == [key.clone()] => text,
        _ => key.json().to_owned(),
    }
}

/// Which keys a text may mean: what it is as JSON, or else the text itself.
fn keys_of(text: &str) -> Vec<BusinessKey> {
    match BusinessKey::try_from(text.to_owned()) {
        Ok(key) => vec![key],
        Err(_) => vec![BusinessKey::from(text)],
    }
}

/// The instance that people call so.
///
/// # Errors
///
/// If there is none, with the nearest; or more than one.
pub(super) async fn instance(store: &Sqlite, called: &str) -> Result<Row, Complaint> {
    if let Ok(id) = called.parse::<InstanceId>() {
        let none = || {
            Complaint::new(format!("no instance has the id `{called}`"))
                .help("`ps --all` lists all that this store has; --store names another")
        };
        return store.row(id).await?.ok_or_else(none);
    }
    let processes = processes(&store.definitions().await?);
    // The process of a duty is `CONTEXT/TOPIC`.
    let named = processes
        .iter()
        .map(String::as_str)
        .filter_map(|process| called.strip_prefix(process)?.strip_prefix('/').map(|key| (process, key)));
    let named = named.max_by_key(|(process, _)| process.len());
    let (process, key) = match called.split_once('/') {
        _ if named.is_some() => named.map_or((None, called), |(process, key)| (Some(process), key)),
        Some((process, _)) if !process.is_empty() && !called.starts_with('"') => {
            return Err(unknown_process(process, &processes));
        }
        _ => (None, called),
    };
    let mut found = Vec::new();
    for name in processes.iter().filter(|it| process.is_none_or(|process| process == *it)) {
        for key in keys_of(key) {
            for rehearsal in [false, true] {
                found.extend(store.keyed(name, rehearsal, &key).await?);
            }
        }
    }
    // A rehearsal is meant by its id, if there is the real one.
    if found.iter().any(|row| !row.state.is_rehearsal()) {
        found.retain(|row| !row.state.is_rehearsal());
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(no_such_instance(store, called, key, process).await?),
        _ => {
            let names: Vec<String> = found.iter().map(|row| format!("`{}`", name(row))).collect();
            Err(Complaint::new(format!("`{called}` is more than one instance"))
                .help(format!("say which one: {}", names.join(" or "))))
        }
    }
}

async fn no_such_instance(
    store: &Sqlite,
    called: &str,
    key: &str,
    process: Option<&str>,
) -> Result<Complaint, Complaint> {
    let complaint = Complaint::new(format!("no instance is called `{called}`"));
    let mut nearest: Option<(f64, String)> = None;
    let mut query = Query { process: process.map(str::to_owned), ..Query::all(PAGE) };
    let mut compared = 0;
    while compared < COMPARED {
        let Ok(page) = store.find(&query).await else { break };
        for row in &page.rows {
            let Some(its) = &row.key else { continue };
            let alike = strsim::jaro_winkler(&plain(its), key);
            if alike >= ALIKE && nearest.as_ref().is_none_or(|(most, _)| alike > *most) {
                nearest = Some((alike, name(row)));
            }
        }
        compared += page.rows.len();
        let Some(more) = page.more else { break };
        query.after = Some(more);
    }
    Ok(match nearest {
        Some((_, name)) => complaint.help(format!("there is `{name}`")),
        None => complaint.help("`ps` lists those that have not ended, `ps --all` lists all"),
    })
}

/// The names of the processes that the store knows.
fn processes(definitions: &[Definition]) -> Vec<String> {
    let mut names: Vec<String> = definitions.iter().map(|it| it.process.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A process that nothing here knows, with the nearest that there is, and all.
pub(super) fn unknown_process(called: &str, known: &[String]) -> Complaint {
    let complaint = Complaint::new(format!("there is no process `{called}` here"));
    // What contexts owe letters has many names, and people seldom call it.
    let processes: Vec<String> = known.iter().filter(|it| !Duty::is_course(it)).cloned().collect();
    match known.is_empty() {
        true => complaint.help("nothing has run on this store yet"),
        false => hinted(complaint, called, if processes.is_empty() { known } else { &processes }),
    }
}

/// With the nearest of these names, if one is near; and then with all.
pub(super) fn hinted(complaint: Complaint, called: &str, known: &[String]) -> Complaint {
    let near = nearest(called, known);
    let complaint = match near {
        Some(near) => complaint.help(format!("there is `{near}`")),
        None => complaint,
    };
    match (known, near) {
        ([], _) | ([_], Some(_)) => complaint,
        ([one], None) => complaint.help(format!("there is `{one}`")),
        (all, _) => complaint.help(format!("known: {}", all.join(", "))),
    }
}

/// The nearest of these names, if one is near.
pub(super) fn nearest<'n>(called: &str, known: &'n [String]) -> Option<&'n str> {
    let distance = |name: &String| strsim::damerau_levenshtein(name, called);
    let near = known.iter().min_by_key(|name| distance(name))?;
    (distance(near) <= 1 + called.len() / 3).then_some(near)
}

/// What is selected: a query, and the state that no query knows.
pub(super) struct Selection {
    query: Query,
    status: Option<Status>,
    /// Those that a build or a definition has touched.
    touched: Option<HashSet<InstanceId>>,
}

/// What is selected besides instances of processes that have not ended.
#[derive(Clone, Copy, Default)]
pub(super) struct Also {
    pub(super) ended: bool,
    /// What contexts owe letters.
    pub(super) duties: bool,
}

/// A row, or why one cannot be read.
pub(super) type Found = Result<Row, (InstanceId, String)>;

impl Selection {
    /// What a filter selects; of those that have not ended, unless it says otherwise.
    ///
    /// # Errors
    ///
    /// If it names a process, version, step or state that there is not.
    pub(super) async fn of(store: &Sqlite, filter: &Filter, also: Also) -> Result<Selection, Complaint> {
        let definitions = store.definitions().await?;
        let known = processes(&definitions);
        let Filter { process, version, step, status, .. } = filter;
        if let Some(process) = process.as_ref().filter(|it| !known.contains(it)) {
            return Err(unknown_process(process, &known));
        }
        let of_process = |it: &&Definition| process.as_ref().is_none_or(|name| it.process == *name);
        let of_version = |it: &&Definition| version.is_none_or(|version| it.version == version);
        if let Some(version) =
            version.filter(|_| !definitions.iter().filter(of_process).any(|it| of_version(&it)))
        {
            let known: BTreeSet<u32> = definitions.iter().filter(of_process).map(|it| it.version).collect();
            let known: Vec<String> = known.iter().map(u32::to_string).collect();
            return Err(Complaint::new(format!("there is no version {version} here"))
                .help(format!("there is {}", known.join(", "))));
        }
        if let Some(step) = step {
            let mut steps: Vec<String> =
                definitions.iter().filter(of_process).filter(of_version).flat_map(step_names).collect();
            if !steps.contains(step) {
                let mut seen = HashSet::new();
                steps.retain(|name| seen.insert(name.clone()));
                return Err(hinted(Complaint::new(format!("there is no step `{step}` here")), step, &steps));
            }
        }
        let status = status.as_deref().map(status_of).transpose()?;
        let ends = status.is_some_and(Status::is_ended);
        let mut query =
            Query { process: process.clone(), version: *version, step: step.clone(), ..Query::all(PAGE) };
        query.ended = match () {
            () if ends => Some(true),
            () if also.ended && status.is_none() => None,
            () => Some(false),
        };
        let names_duty = process.as_deref().is_some_and(Duty::is_course);
        query.duty = (!also.duties && !names_duty).then_some(false);
        match status {
            Some(Status::Held) => query.held = Some(true),
            Some(Status::Parked) => (query.parked, query.held) = (Some(true), Some(false)),
            Some(Status::Waiting) => query.phase = Some(Phase::Waiting),
            Some(Status::Ready | Status::Retrying) => query.phase = Some(Phase::Ready),
            Some(Status::Undoing) => query.phase = Some(Phase::Undoing),
            Some(Status::Done) => query.phase = Some(Phase::Finished),
            Some(Status::Failed) => query.phase = Some(Phase::Failed),
            Some(Status::Cancelled) => query.phase = Some(Phase::Cancelled),
            Some(Status::RolledBack) => query.phase = Some(Phase::Undone),
            Some(Status::Running) | None => {}
        }
        let touched = match Writing::of(store, filter, false).await? {
            Some(writing) => Some(writing.instances(store).await?),
            None => None,
        };
        Ok(Selection { query, status, touched })
    }

    /// The next of them behind this one, at most so many; and behind which there are more. What cannot be read
    /// is told as such.
    pub(super) async fn page(
        &self,
        store: &Sqlite,
        after: Option<InstanceId>,
        most: usize,
    ) -> Result<(Vec<Found>, Option<InstanceId>), Complaint> {
        let mut query = Query { after, most: most.clamp(1, PAGE), ..self.query.clone() };
        let mut found: Vec<Found> = Vec::new();
        loop {
            match store.find(&query).await {
                Ok(page) => {
                    let wanted = |row: &Row| {
                        self.status.is_none_or(|wanted| status(row) == wanted)
                            && self.touched.as_ref().is_none_or(|touched| touched.contains(&row.id))
                    };
                    for row in page.rows.into_iter().filter(wanted) {
                        if found.len() == most {
                            return Ok((found, query.after));
                        }
                        query.after = Some(row.id);
                        found.push(Ok(row));
                    }
                    let Some(more) = page.more else { return Ok((found, None)) };
                    query.after = Some(more);
                    if found.len() == most {
                        return Ok((found, query.after));
                    }
                }
                Err(error) => match error.place() {
                    Some(Place::Instance(id)) if error.is_damaged() && Some(id) > query.after => {
                        found.push(Err((id, error.what().to_owned())));
                        query.after = Some(id);
                    }
                    _ => return Err(error.into()),
                },
            }
        }
    }
}

fn step_names(definition: &Definition) -> Vec<String> {
    let structure = definition.structure.read::<crate::chain::Structure>();
    structure.map(|it| it.steps.into_iter().map(|step| step.name).collect()).unwrap_or_default()
}

fn status_of(word: &str) -> Result<Status, Complaint> {
    let stored = Status::ALL.iter().copied().filter(|it| *it != Status::Running);
    let words: Vec<String> = stored.clone().map(|it| it.word().to_owned()).collect();
    let found = { stored }.find(|it| it.word() == word);
    found.ok_or_else(|| hinted(Complaint::new(format!("`{word}` is no state of an instance")), word, &words))
}
