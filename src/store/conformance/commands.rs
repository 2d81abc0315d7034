//! Commands: what everybody but the owner puts.

use super::promise::{fails, same};
use super::{Broken, Scribe, id};
use crate::store::{
    Command, CommandId, Consumed, Expected, LineKind, LogLine, MAX_PAYLOAD, Outcome, Phase, Put, Store,
    StoreErrorKind, Target, Timestamp, Verb,
};

/// The command with this number.
pub(super) fn command(number: u8) -> Command {
    let at = Timestamp::from_millis(1_000);
    let expected = Expected { phase: Some(Phase::Waiting), step: Some("load".into()), seq: Some(3) };
    Command {
        id: CommandId::new(at, [number; 10]),
        at,
        who: "alice".into(),
        why: "the bank called".into(),
        verb: Verb::Hold(Target::Instance(id(number.into()))),
        expected,
        trace: Some([5; 16].into()),
    }
}

/// Consumes a command in a commit of its own; answers where its outcome stands.
async fn consume<S: Store>(scribe: &mut Scribe<'_, S>, command: &Command) -> Result<Outcome, Broken> {
    let mut commit = scribe.commit();
    commit.lines.push(LogLine::new(scribe.tick(), LineKind::Refused, None));
    let line = commit.first;
    commit.consumed.push(Consumed { command: command.id, line });
    scribe.write(commit).await?;
    Ok(Outcome::Done(line))
}

/// A command that was put is in the inbox as it was given.
pub(super) async fn a_command_is_in_the_inbox_when_it_is_answered<S: Store>(store: &S) -> Result<(), Broken> {
    same("the answer", store.put(&[command(1)]).await?, vec![Put::New])?;
    same("the inbox", store.inbox(None, 10).await?, vec![command(1)])
}

/// A command whose id is known changes nothing, and is answered with what became of the first.
pub(super) async fn a_command_again_changes_nothing<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    store.put(&[command(1)]).await?;
    let again = Command { why: "something else".into(), ..command(1) };
    let put = store.put(&[again.clone(), command(2), command(2)]).await?;
    same("the answer", put, vec![Put::Known(Outcome::Pending), Put::New, Put::Known(Outcome::Pending)])?;
    let done = consume(&mut scribe, &command(1)).await?;
    same("the answer to a consumed one", store.put(&[again]).await?, vec![Put::Known(done)])
}

/// Commands are put all or none.
pub(super) async fn commands_are_put_all_or_none<S: Store>(store: &S) -> Result<(), Broken> {
    let wrong = Command { who: " ".into(), ..command(2) };
    fails("one of them is refused", store.put(&[command(1), wrong]).await, StoreErrorKind::Refused)?;
    same("the first one", store.outcome(command(1).id).await?, Outcome::Unknown)
}

/// A command says who wants it and why.
pub(super) async fn a_command_says_who_and_why<S: Store>(store: &S) -> Result<(), Broken> {
    let nobody = Command { who: String::new(), ..command(1) };
    fails("nobody wants it", store.put(&[nobody]).await, StoreErrorKind::Refused)?;
    let groundless = Command { why: " ".into(), ..command(1) };
    fails("there is no reason", store.put(&[groundless]).await, StoreErrorKind::Refused)
}

/// What a command starts or delivers is not larger than is kept.
pub(super) async fn a_command_that_is_too_large_is_refused<S: Store>(store: &S) -> Result<(), Broken> {
    let text = format!(
        r#"{{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{{"step":"load"}},
        "data":{{"type":"Text","json":"{}"}}}}"#,
        "x".repeat(MAX_PAYLOAD)
    );
    let state = Box::new(serde_json::from_str(&text).expect("it is written as a state is"));
    let verb = Verb::Start { instance: id(1), key: None, state };
    let large = Command { verb, ..command(1) };
    fails("a state that is too large", store.put(&[large]).await, StoreErrorKind::Refused)
}

/// Commands are told in the order in which they came.
pub(super) async fn commands_come_in_their_order<S: Store>(store: &S) -> Result<(), Broken> {
    store.put(&[command(5), command(3)]).await?;
    store.put(&[command(9), command(1)]).await?;
    let inbox = store.inbox(None, 100).await?;
    same("the inbox", inbox, vec![command(5), command(3), command(9), command(1)])?;
    let behind = store.inbox(Some(command(3).id), 100).await?;
    same("the inbox behind one", behind, vec![command(9), command(1)])?;
    let behind = store.inbox(Some(command(1).id), 100).await?;
    same("the inbox behind the last", behind, vec![])
}

/// At most as many commands are told as are asked for.
pub(super) async fn the_inbox_tells_at_most_so_many<S: Store>(store: &S) -> Result<(), Broken> {
    store.put(&[command(1), command(2)]).await?;
    same("one command", store.inbox(None, 1).await?.len(), 1)?;
    same("no command", store.inbox(None, 0).await?.len(), 0)
}

/// What became of a command is told.
pub(super) async fn a_consumed_command_has_an_outcome<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    same("a command that nobody has put", store.outcome(command(1).id).await?, Outcome::Unknown)?;
    store.put(&[command(1)]).await?;
    same("a command in the inbox", store.outcome(command(1).id).await?, Outcome::Pending)?;
    let done = consume(&mut scribe, &command(1)).await?;
    same("a consumed command", store.outcome(command(1).id).await?, done)
}

/// Commands that a commit has consumed are no longer in the inbox.
pub(super) async fn a_consumed_command_leaves_the_inbox<S: Store>(store: &S) -> Result<(), Broken> {
    let mut scribe = Scribe::join(store, 1).await?;
    store.put(&[command(1), command(2)]).await?;
    consume(&mut scribe, &command(1)).await?;
    same("the inbox", store.inbox(None, 10).await?, vec![command(2)])
}
