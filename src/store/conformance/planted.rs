//! A defect for each promise, in a wrapper around a store in memory: its test finds it, and no other does.

use super::promises;
use crate::store::{
    BusinessKey, Command, CommandId, Commit, Committed, Definition, Epoch, InstanceId, Lane, LaneId, LogLine,
    Member, Memory, Outcome, Page, Phase, Position, Put, Query, Result, Row, Seal, Store, StoreError,
    StoreErrorKind, StoredLine, Tally, Timestamp, Wake,
};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// A store that breaks the promise with this name.
struct Planted {
    memory: Memory,
    breaks: &'static str,
    seen: Mutex<Seen>,
}

/// What the wrapper remembers, to do wrong.
#[derive(Default)]
struct Seen {
    lane: Option<Lane>,
    head: Option<(u64, Seal, Position)>,
    commits: Vec<Arc<Commit>>,
    /// The first row of each commit that was refused.
    refused: BTreeMap<InstanceId, Row>,
    /// The rows as they were before.
    before: BTreeMap<InstanceId, Row>,
    now: BTreeMap<InstanceId, Row>,
    wakes: BTreeMap<InstanceId, Wake>,
    put: Vec<Command>,
}

impl Planted {
    fn new(breaks: &'static str) -> Planted {
        Planted { memory: Memory::new(), breaks, seen: Mutex::default() }
    }

    fn breaks(&self, promise: &str) -> bool {
        self.breaks == promise
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no test panics while it looks")
    }

    /// Whether the defect takes this error of a commit for success.
    fn overlooks(&self, commit: &Commit, error: &StoreError) -> bool {
        let Some((n, seal, next)) = self.seen().head else { return false };
        let says = |text: &str| error.kind() == StoreErrorKind::Refused && error.what().contains(text);
        let gap = error.kind() == StoreErrorKind::Gap;
        let conflict = error.kind() == StoreErrorKind::Conflict;
        let is_new = commit.rows.iter().any(|change| change.before == 0);
        let is_known =
            commit.consumed.iter().any(|it| self.seen().put.iter().any(|put| put.id == it.command));
        match self.breaks {
            "who_lost_the_store_writes_nothing" => error.kind() == StoreErrorKind::FenceLost,
            "an_older_commit_again_is_a_gap" => gap && commit.n < n,
            "a_later_number_is_a_gap" => gap && commit.n > n + 1,
            "another_seal_before_is_a_gap" => gap && commit.n == n + 1 && commit.before != seal,
            "another_place_is_a_gap" => gap && commit.n == n + 1 && commit.first != next,
            "a_row_with_other_lines_is_a_conflict" => conflict && !is_new,
            "an_instance_is_new_once" => conflict && is_new,
            "a_row_is_what_its_lines_say" => says("does not stand where its last line says"),
            "a_key_is_taken_once" => says("has the key 7"),
            "a_definition_has_to_be_there" => says("there is no definition"),
            "definitions_are_numbered" => says("the next definition is"),
            "a_version_is_defined_once" => says("has a definition already"),
            "a_command_has_to_be_there" => says("is not in the inbox") && !is_known,
            "a_command_is_consumed_once" => says("is not in the inbox") && is_known,
            "what_is_too_large_is_refused" => says("at most"),
            _ => false,
        }
    }

    /// What is remembered of a commit that was written.
    fn remember(&self, commit: &Arc<Commit>, committed: Committed) {
        let seen = &mut *self.seen();
        seen.head = Some((commit.n, committed.seal, committed.next));
        seen.commits.push(commit.clone());
        for change in &commit.rows {
            let row = change.row.clone();
            if let Some(before) = seen.now.insert(row.id, row.clone()) {
                seen.before.insert(row.id, before);
            }
            if let Some(wake) = row.wake() {
                seen.wakes.entry(row.id).or_insert(wake);
            }
        }
    }
}

impl Store for Planted {
    async fn join(&self, member: &Member) -> Result<Lane> {
        let lane = self.memory.join(member).await?;
        self.seen().lane = Some(lane.clone());
        self.seen().head = Some((0, Seal::NONE, lane.first));
        let mut told = lane;
        if self.breaks("an_owner_is_told_a_greater_epoch") {
            told.epoch = Epoch(1_000);
        }
        if self.breaks("an_owner_is_told_where_to_go_on") {
            told.before = None;
        }
        Ok(told)
    }

    async fn commit(&self, commit: Arc<Commit>) -> Result<Committed> {
        let mut inside = commit.clone();
        if self.breaks("a_version_may_have_other_shapes")
            && commit.definitions.iter().any(|it| it.shapes.is_none())
        {
            return Err(StoreError::new(StoreErrorKind::Refused, "a version has one definition"));
        }
        if self.breaks("an_owner_is_told_a_greater_epoch") {
            let lane = self.seen().lane.clone().expect("somebody joined");
            let epoch = if lane.id == commit.lane { lane.epoch } else { Epoch(0) };
            inside = Arc::new(Commit { epoch, ..Commit::clone(&commit) });
        }
        if self.breaks("the_same_commit_again_is_answered_again")
            && self.seen().commits.last() == Some(&commit)
        {
            return Err(StoreError::new(StoreErrorKind::Gap, "it was written"));
        }
        match self.memory.commit(inside).await {
            Err(error) if self.overlooks(&commit, &error) => Ok(commit.committed()),
            Err(error) => {
                if error.kind() == StoreErrorKind::Refused
                    && let Some(change) = commit.rows.first()
                {
                    self.seen().refused.insert(change.row.id, change.row.clone());
                }
                Err(error)
            }
            Ok(committed) => {
                self.remember(&commit, committed);
                Ok(committed)
            }
        }
    }

    fn commit_here(&self, commit: &Commit) -> Option<Result<Committed>> {
        self.breaks("a_commit_here_is_a_commit").then(|| Ok(commit.committed()))
    }

    async fn committed(&self, lane: LaneId, n: u64) -> Result<Option<Seal>> {
        let found = self.memory.committed(lane, n).await?;
        match found {
            None if self.breaks("a_commit_is_known_by_its_number") => self.memory.committed(lane, 1).await,
            found => Ok(found),
        }
    }

    async fn put(&self, commands: &[Command]) -> Result<Vec<Put>> {
        let put = self.memory.put(commands).await;
        self.seen().put.extend_from_slice(commands);
        match put {
            Ok(put) if self.breaks("a_command_again_changes_nothing") => Ok(vec![Put::New; put.len()]),
            Err(error) => {
                let overlooked = match self.breaks {
                    "a_command_says_who_and_why" => {
                        commands.len() == 1 && error.what().contains("does not say")
                    }
                    "a_command_that_is_too_large_is_refused" => error.what().contains("at most"),
                    _ => false,
                };
                if self.breaks("commands_are_put_all_or_none") {
                    let _ = self.memory.put(&commands[..1]).await;
                }
                if overlooked { Ok(vec![Put::New]) } else { Err(error) }
            }
            put => put,
        }
    }

    async fn inbox(&self, after: Option<CommandId>, most: usize) -> Result<Vec<Command>> {
        if self.breaks("the_inbox_tells_at_most_so_many") {
            return self.memory.inbox(after, usize::MAX).await;
        }
        if self.breaks("a_consumed_command_leaves_the_inbox") {
            let seen = self.seen();
            let from = seen.put.iter().position(|command| Some(command.id) == after).map_or(0, |at| at + 1);
            return Ok(seen.put.iter().skip(from).take(most).cloned().collect());
        }
        let mut inbox = self.memory.inbox(after, most).await?;
        if self.breaks("a_command_is_in_the_inbox_when_it_is_answered") && inbox.len() == 1 && most > 1 {
            let consumed = self.seen().commits.iter().any(|commit| !commit.consumed.is_empty());
            inbox.retain(|_| consumed);
        }
        if self.breaks("commands_come_in_their_order") {
            inbox.reverse();
        }
        Ok(inbox)
    }

    async fn outcome(&self, command: CommandId) -> Result<Outcome> {
        match self.memory.outcome(command).await? {
            Outcome::Done(_) if self.breaks("a_consumed_command_has_an_outcome") => Ok(Outcome::Pending),
            outcome => Ok(outcome),
        }
    }

    async fn load(&self, after: Option<Wake>, most: usize) -> Result<Vec<Row>> {
        let after = after.filter(|_| !self.breaks("loading_goes_on_behind"));
        let most = if self.breaks("loading_tells_at_most_so_many") { usize::MAX } else { most };
        let mut rows = self.memory.load(after, most).await?;
        if self.breaks("what_waits_is_not_loaded") && rows.is_empty() && after.is_none() {
            rows = self.memory.find(&Query::all(most)).await?.rows;
        }
        if self.breaks("what_goes_on_is_loaded_by_its_time") {
            // As of one time, instances that are due at it go on by their places.
            rows.sort_by_key(|row| (row.wake().map(|wake| wake.at), row.last));
        }
        if self.breaks("what_is_due_later_is_loaded_later") {
            let seen = self.seen();
            rows.sort_by_key(|row| seen.wakes.get(&row.id).copied());
        }
        Ok(rows)
    }

    async fn row(&self, instance: InstanceId) -> Result<Option<Row>> {
        if self.breaks("a_row_is_seen_at_once")
            && let Some(before) = self.seen().before.get(&instance)
        {
            return Ok(Some(before.clone()));
        }
        if self.breaks("what_is_refused_changes_nothing")
            && let Some(row) = self.seen().refused.get(&instance)
        {
            return Ok(Some(row.clone()));
        }
        self.memory.row(instance).await
    }

    async fn keyed(&self, process: &str, rehearsal: bool, key: &BusinessKey) -> Result<Option<Row>> {
        if self.breaks("keys_are_apart_by_process_and_rehearsal") {
            return self.memory.keyed(process, false, key).await;
        }
        if self.breaks("an_instance_is_found_by_its_key") && key.json().starts_with('"') {
            return Ok(None);
        }
        self.memory.keyed(process, rehearsal, key).await
    }

    async fn find(&self, query: &Query) -> Result<Page> {
        let mut query = query.clone();
        if self.breaks("a_query_selects") && query.phase == Some(Phase::Failed) {
            query.phase = None;
        }
        let mut page = self.memory.find(&query).await?;
        if self.breaks("duties_are_told_from_other_instances") && query.overdue == Some(false) {
            page.rows.pop();
        }
        if self.breaks("a_row_reads_back_as_it_was_written") {
            page.rows.iter_mut().filter(|row| row.standing.record.len() > 1).for_each(|row| {
                row.standing.record.pop();
            });
        }
        if self.breaks("a_query_is_answered_in_pages") {
            page.more = None;
        }
        Ok(page)
    }

    async fn tally(&self) -> Result<Vec<Tally>> {
        let mut tallies = self.memory.tally().await?;
        if self.breaks("a_tally_counts_what_stands_alike") {
            tallies.iter_mut().for_each(|tally| tally.number = 1);
        }
        Ok(tallies)
    }

    async fn lines(&self, at: &[Position]) -> Result<Vec<LogLine>> {
        let mut at = at.to_vec();
        if self.breaks("lines_are_told_as_they_are_asked") {
            at.sort_unstable();
        }
        if self.breaks("a_line_that_is_not_there_is_damaged") {
            let end = self.seen().head.map_or(Position::START, |(_, _, next)| next);
            at.retain(|at| (Position(1)..end).contains(at));
        }
        let mut lines = self.memory.lines(&at).await?;
        if self.breaks("a_line_reads_back_as_it_was_written") {
            lines.iter_mut().for_each(|line| line.trace = None);
        }
        Ok(lines)
    }

    async fn story(
        &self,
        instance: InstanceId,
        before: Option<Position>,
        most: usize,
    ) -> Result<Vec<(Position, LogLine)>> {
        let before = before.filter(|_| !self.breaks("a_story_goes_on_before"));
        let most = if self.breaks("a_story_tells_at_most_so_many") { usize::MAX } else { most };
        let mut story = self.memory.story(instance, before, most).await?;
        if self.breaks("a_story_is_told_from_its_end") && before.is_none() {
            story.reverse();
        }
        if self.breaks("a_story_goes_over_owners") {
            let first = self.seen().lane.as_ref().map_or(Position::START, |lane| lane.first);
            story.retain(|(at, _)| *at >= first);
        }
        Ok(story)
    }

    async fn feed(&self, after: Position, most: usize) -> Result<Vec<StoredLine>> {
        let skipped = usize::from(self.breaks("the_feed_tells_each_line_once") && after > Position::START);
        let mut feed = self.memory.feed(after.plus(skipped), most).await?;
        if self.breaks("the_feed_bears_leaves_and_seals") {
            feed.iter_mut().for_each(|stored| stored.seal = None);
        }
        Ok(feed)
    }

    async fn definitions(&self) -> Result<Vec<Definition>> {
        let mut definitions = self.memory.definitions().await?;
        if self.breaks("definitions_read_back") {
            definitions.iter_mut().for_each(|definition| definition.shapes = None);
        }
        Ok(definitions)
    }

    async fn members(&self) -> Result<Vec<(LaneId, Member)>> {
        let mut members = self.memory.members().await?;
        if self.breaks("members_are_remembered") {
            members.drain(..members.len().saturating_sub(1));
        }
        Ok(members)
    }

    async fn woken(&self) {
        self.memory.woken().await;
    }

    async fn now(&self) -> Result<Timestamp> {
        self.memory.now().await
    }
}

/// The promises that a store breaks which breaks this one.
async fn broken(breaks: &'static str) -> Vec<&'static str> {
    let mut broken = Vec::new();
    for promise in promises() {
        if promise.check(Planted::new(breaks)).await.is_err() {
            broken.push(promise.name());
        }
    }
    broken
}

#[tokio::test]
async fn each_defect_is_found_by_its_own_promise_alone() {
    assert_eq!(broken("none").await, Vec::<&str>::new());
    let mut wrong = Vec::new();
    for promise in promises::<Planted>() {
        let found = broken(promise.name()).await;
        if found != [promise.name()] {
            wrong.push(format!("a store that breaks {} is found by {found:?}", promise.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
