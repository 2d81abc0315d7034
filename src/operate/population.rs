//! `population`: how many instances stand where, for a check that does not see the store.

use super::arguments::Filter;
use super::complaint::{Complaint, Exit};
use super::find::{self, Also, Selection};
use super::screen::{self, Screen};
use crate::runner::{Status, locked};
use crate::store::{DefinitionId, Row, Sqlite, Store};
use stateline_schema::lock::Lock;
use stateline_schema::population::{Alike, Owed, Population, State};
use stateline_schema::{Date, Span, Spanned};
use std::collections::{BTreeMap, HashMap};

/// How many rows are read at once.
const PAGE: usize = 1_024;

/// Process, version, step, shape and state.
type Kind = (String, u32, String, Option<u64>, State);

pub(super) async fn population(store: &Sqlite, screen: &Screen) -> Result<Exit, Complaint> {
    let spinner = screen.spinner("counting what is on its way");
    let counted = counted(store, screen).await?;
    spinner.finish_and_clear();
    screen.text(&counted);
    if counted.unreadable > 0 {
        let unreadable = screen::number(counted.unreadable.into());
        screen.note(&format!("not counted, as their rows cannot be read: {unreadable}; `stuck` lists them"));
        return Ok(Exit::Amiss);
    }
    Ok(Exit::Good)
}

async fn counted(store: &Sqlite, screen: &Screen) -> Result<Population, Complaint> {
    let selection = Selection::of(store, &Filter::default(), Also { ended: false, duties: true }).await?;
    let mut shapes = Shapes::read(store).await?;
    let (mut instances, mut letters) =
        (BTreeMap::<Kind, u64>::new(), BTreeMap::<(String, String), u64>::new());
    let (mut unreadable, mut after) = (0_u64, None);
    loop {
        let (found, more) = selection.page(store, after, PAGE).await?;
        for found in found {
            match found {
                Err(_) => unreadable += 1,
                Ok(row) if row.state.is_rehearsal() => {}
                Ok(row) => match row.state.process().split_once('/') {
                    Some((context, topic)) => {
                        *letters.entry((context.to_owned(), topic.to_owned())).or_default() += 1;
                    }
                    None => *instances.entry(shapes.kind(&row)).or_default() += 1,
                },
            }
        }
        let Some(more) = more else { break };
        after = Some(more);
    }
    let instances = instances.into_iter().map(|((process, version, step, shape, state), number)| Alike {
        process: nowhere(process),
        version,
        step,
        shape,
        state,
        number: capped(number),
    });
    let letters =
        letters.into_iter().map(|((context, topic), number)| Owed { context, topic, number: capped(number) });
    let now = screen::instant(screen.now());
    let taken = Date::parse(now.split(' ').next().unwrap_or_default()).map_err(Complaint::new)?;
    Ok(Population {
        taken: nowhere(taken),
        instances: instances.collect(),
        letters: letters.collect(),
        unreadable: capped(unreadable),
    })
}

/// What each definition says of the shapes of data, read once.
struct Shapes {
    locks: HashMap<DefinitionId, Lock>,
    known: HashMap<(DefinitionId, String), Option<u64>>,
}

impl Shapes {
    async fn read(store: &Sqlite) -> Result<Shapes, Complaint> {
        let definitions = store.definitions().await?;
        let locks = definitions.iter().filter_map(|it| Some((it.id, locked(it.shapes.as_ref()?).ok()?)));
        Ok(Shapes { locks: locks.collect(), known: HashMap::new() })
    }

    fn kind(&mut self, row: &Row) -> Kind {
        let (process, version) = (row.state.process().to_owned(), row.state.version());
        let step = row.state.step().unwrap_or_default().to_owned();
        let shape = self.known.entry((row.definition, step.clone())).or_insert_with(|| {
            self.locks.get(&row.definition).and_then(|lock| lock.data_shape(&process, version, &step))
        });
        (process, version, step, *shape, state(row))
    }
}

/// What an instance does that has not ended.
fn state(row: &Row) -> State {
    match find::status(row) {
        Status::Waiting => State::Waiting,
        Status::Retrying => State::Retrying,
        Status::Parked => State::Parked,
        Status::Held => State::Held,
        Status::Undoing => State::Undoing,
        _ => State::Ready,
    }
}

/// The file has numbers of up to nine digits.
fn capped(number: u64) -> u32 {
    u32::try_from(number.min(999_999_999)).unwrap_or_default()
}

fn nowhere<T>(value: T) -> Spanned<T> {
    Spanned::new(value, Span::default())
}
