//! `deliver`: a message of a person, to an instance, or to whatever its topic and its key lead to.

use super::act::{carry_out, json, starting};
use super::app::App;
use super::arguments::Because;
use super::complaint::{Complaint, Exit};
use super::screen::Screen;
use super::told::Definitions;
use super::{find, who};
use crate::data::field;
use crate::store::{BusinessKey, Duty, Expected, Row, Sqlite, Store, Target, Verb};
use crate::{Cause, Json, Letter, State};
use std::collections::BTreeSet;

/// A message, and for whom it is.
pub(super) struct Delivery {
    /// None if its key tells.
    pub(super) instance: Option<String>,
    pub(super) topic: String,
    pub(super) message: String,
    pub(super) from: Option<String>,
}

pub(super) async fn deliver(
    store: &Sqlite,
    app: Option<App>,
    delivery: Delivery,
    (because, seen): (&Because, Option<u64>),
    screen: &Screen,
) -> Result<Exit, Complaint> {
    let Delivery { instance, topic, message, from } = delivery;
    let named = match &instance {
        Some(called) => Some(find::instance(store, called).await?),
        None => None,
    };
    let payload = json(&message)?;
    let (rows, starts) = match named {
        Some(row) => (vec![row], Vec::new()),
        None => addressed(store, app.as_ref(), &topic, &payload).await?,
    };
    let mut commands: Vec<_> = starts.into_iter().map(|start| starting(start, because)).collect();
    for row in rows {
        let sender = match &from {
            Some(from) => from.clone(),
            None => sender(store, app.as_ref(), &row, &topic).await?,
        };
        let cause = Cause::Person { who: who::who(because.on_behalf.as_deref()), why: because.why.clone() };
        let rehearsal = row.state.is_rehearsal();
        let letter = Letter::by_person((sender, topic.clone()), payload.clone(), cause, rehearsal);
        let verb = Verb::Deliver { to: Target::Instance(row.id), letter };
        let expected = Expected { seq: seen, ..Expected::default() };
        commands.push((find::name(&row), who::command(because, verb, expected)));
    }
    carry_out(store, app, commands, screen).await
}

/// The instances that await a topic, and have the key that a message bears; and those that it starts.
async fn addressed(
    store: &Sqlite,
    app: Option<&App>,
    topic: &str,
    payload: &Json,
) -> Result<(Vec<Row>, Vec<(Option<BusinessKey>, State)>), Complaint> {
    let named = "name the instance before the topic";
    let Some(app) = app else {
        let what = "the key of a message is known to the program alone that serves who awaits it";
        return Err(Complaint::new(what).help(format!("give this verb to that program, or {named}")));
    };
    let (mut rows, mut starts, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for chain in app.chains() {
        if chain.starts_on() == Some(topic) {
            let state = chain.start_by(payload).map_err(|error| Complaint::new(error.to_string()))?;
            starts.push((state.key().map(BusinessKey::try_from).transpose()?, state));
        }
        let (process, Some(awaited)) = (chain.process(), chain.awaited(topic)) else { continue };
        let by = awaited.by().ok_or_else(|| {
            Complaint::new(format!("nothing says which `{process}` a message of `{topic}` is for"))
                .help(named)
        })?;
        let key = field(payload, by)?.ok_or_else(|| {
            Complaint::new(format!("the message has no field `{by}`, by which its `{process}` is found"))
        })?;
        let key = BusinessKey::try_from(&key)?;
        match store.keyed(process, false, &key).await? {
            Some(row) => rows.push(row),
            None => missing.push(format!("no `{process}` has the key {key}")),
        }
    }
    match (rows.is_empty() && starts.is_empty(), missing.is_empty()) {
        (false, _) => Ok((rows, starts)),
        (true, false) => Err(Complaint::new(missing.join(", and "))),
        (true, true) => Err(unheard(app, topic)),
    }
}

/// A topic that no process here awaits or starts on.
fn unheard(app: &App, topic: &str) -> Complaint {
    let complaint = Complaint::new(format!("no process here awaits `{topic}`, or starts on it"));
    let handles = |(course, _): &(String, u32)| course.split_once('/').is_some_and(|(_, its)| its == topic);
    if let Some((course, _)) = app.served().find(handles) {
        let context = Duty::context_of(&course);
        return complaint
            .help(format!("a handler of `{context}` takes it: only what a step publishes gets there"));
    }
    let awaited = app.chains().flat_map(|chain| {
        let steps = chain.structures().into_iter().flat_map(|structure| structure.steps);
        steps.flat_map(|step| step.awaits).chain(chain.starts_on().map(str::to_owned))
    });
    let known: Vec<String> = awaited.collect::<BTreeSet<_>>().into_iter().collect();
    find::hinted(complaint, topic, &known)
}

/// The context that publishes on a topic that an instance awaits.
async fn sender(store: &Sqlite, app: Option<&App>, row: &Row, topic: &str) -> Result<String, Complaint> {
    let process = row.state.process();
    let mut chains = app.into_iter().flat_map(App::chains).filter(|chain| chain.process() == process);
    if let Some(awaited) = chains.find_map(|chain| chain.awaited(topic)) {
        return Ok(awaited.sender().to_owned());
    }
    let definitions = Definitions::read(store).await?;
    let steps = definitions.of(row).map(|it| it.steps.as_slice()).unwrap_or_default();
    let topics: Vec<String> = steps.iter().flat_map(|step| step.awaits.clone()).collect();
    if topics.iter().any(|it| it == topic) {
        return Err(Complaint::new(format!("nothing here knows who publishes on `{topic}`"))
            .help("say so: --from CONTEXT"));
    }
    let complaint = Complaint::new(format!("no step of `{process}` awaits `{topic}`"));
    let all = topics.join(", ");
    Err(if all.is_empty() { complaint } else { complaint.help(format!("it awaits {all}")) })
}
