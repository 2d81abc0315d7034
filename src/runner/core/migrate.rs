//! From one version to another, and back: what stands in the store moves, and no step runs.

use super::Core;
use super::live::Line;
use super::orders::{Order, oversized};
use super::record::Recorded;
use crate::Effect;
use crate::runner::life::Move;
use crate::runner::planted::{Defect, planted};
use crate::store::{InstanceId, LineKind, LogLine, Phase, Standing};

impl Core {
    /// Moves an instance to another version. What is blocked stays blocked, unless its new step does not await what
    /// the old one did.
    pub(super) fn migrate(&mut self, id: InstanceId, order: &Order, to: u32) {
        let Some(live) = self.live.get(&id) else { return };
        let Some(served) = self.processes.get(live.state.process()) else { return };
        let Some(definition) = served.definitions.get(&to).copied() else {
            let why = format!("version {to} of `{}` is not served here", live.state.process());
            return self.refuse(id, order, &why);
        };
        let called = live.record.iter().find_map(|item| match &item.what {
            Recorded::Call(call) if call.effect != Effect::Read => Some(call.operation.clone()),
            _ => None,
        });
        let migrated = match served.process.migrate(&live.state, to) {
            Ok(migrated) => migrated,
            Err(why) => return self.refuse(id, order, &why),
        };
        // What a step has called is known to that step alone.
        let is_same_step = migrated.step() == live.state.step();
        if let Some(called) = called.filter(|_| !is_same_step) {
            let why = format!(
                "its step has called `{called}` and has not ended, so that it can only go on with that step"
            );
            return self.refuse(id, order, &why);
        }
        if let Some(why) = oversized([("the migrated state", Some(migrated.data()))]) {
            return self.refuse(id, order, &why);
        }
        let topics = |state| served.process.topics(state);
        let (before, after) = (topics(&live.state), topics(&migrated));
        let stays = before.iter().all(|topic| after.contains(topic)) && !planted(Defect::MigrationReleases);
        let standing = live.standing.clone();
        let standing = match standing.phase {
            Phase::Waiting if !stays => {
                Standing { held: standing.held, parked: standing.parked, ..Standing::new(Phase::Ready) }
            }
            _ => standing,
        };
        let mut line = live.line(LineKind::Migrated);
        (line.command, line.payload) = (order.command(), order.by.as_ref().and_then(|by| by.said(None)));
        line.state = Some(migrated.into());
        let Some(live) = self.live.get_mut(&id) else { return };
        if !is_same_step {
            live.record.retain(|item| matches!(item.what, Recorded::Letter(_) | Recorded::Wait { .. }));
        }
        let before = std::mem::replace(&mut live.definition, definition);
        if !self.moves(id, Move::Migrate, standing, line)
            && let Some(live) = self.live.get_mut(&id)
        {
            live.definition = before;
        }
        self.merge_early(id);
    }

    /// Moves an instance back to where it stood before it was migrated: its story is here, which says that.
    pub(super) fn migrate_back(&mut self, id: InstanceId, order: &Order, lines: &[LogLine]) {
        let before = match before(lines) {
            Ok(before) => before,
            Err(why) => return self.refuse(id, order, &why),
        };
        let Some(live) = self.live.get_mut(&id) else { return };
        let held = live.standing.held;
        let standing = Standing { held, record: Vec::new(), ..before.standing };
        let line = Line {
            command: order.command(),
            payload: order.by.as_ref().and_then(|by| by.said(None)),
            state: Some(before.state.into()),
            ..live.line(LineKind::MigratedBack)
        };
        live.definition = before.definition;
        self.moves(id, Move::Migrate, standing, line);
    }
}

/// Where an instance stood before it was migrated.
struct Before {
    state: crate::State,
    standing: Standing,
    definition: crate::store::DefinitionId,
}

/// Where an instance stood before it was migrated, if nothing has come of that yet.
fn before(lines: &[LogLine]) -> Result<Before, String> {
    let at = lines.iter().rposition(|line| matches!(line.kind, LineKind::Migrated | LineKind::MigratedBack));
    let at = at.ok_or("it was not migrated")?;
    if lines[at].kind == LineKind::MigratedBack {
        return Err("it stands where it stood before it was migrated".into());
    }
    let moved = lines[at + 1..]
        .iter()
        .find(|line| !matches!(line.kind, LineKind::Held | LineKind::Released | LineKind::Refused));
    if let Some(moved) = moved {
        return Err(format!("it has moved on since it was migrated: {}", moved.kind));
    }
    let state = lines[..at].iter().rev().find_map(|line| line.state.clone());
    let about = at.checked_sub(1).and_then(|before| lines[before].about.clone());
    let (Some(state), Some(about)) = (state, about) else {
        return Err("its story does not say where it stood".into());
    };
    Ok(Before { state, standing: about.standing, definition: about.definition })
}
