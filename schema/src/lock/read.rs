//! The lock from its text.

use super::write::ROLLS_BACK;
use super::{
    Accepted, Lock, LockedAwait, LockedCall, LockedMessage, LockedOperation, LockedProcess, LockedStep,
};
use crate::entries::{Line, damaged, entries};
use crate::shape::{Body, Definition, Field, Term, Variant, hash};
use crate::word::Cursor;
use crate::{Mistake, Source, Span, Spanned};

/// What a line says is none of what it should.
type Read<T> = Result<T, String>;

/// Reads a lock.
///
/// # Errors
/// Each line that is damaged or was edited by hand; or that this is no lock, or one of a newer version.
pub fn read_lock(source: &Source) -> Result<Lock, Vec<Mistake>> {
    let (mut lock, mut mistakes) = (Lock::default(), Vec::new());
    for entry in entries(source)? {
        if let Err(mistake) = lock.add(&entry) {
            mistakes.push(mistake);
        }
    }
    for (name, at) in lock.unknown_types() {
        mistakes.push(damaged(at, format!("the lock does not say what `{name}` is")));
    }
    if mistakes.is_empty() { Ok(lock) } else { Err(mistakes) }
}

impl Lock {
    fn add(&mut self, entry: &Line<'_>) -> Result<(), Mistake> {
        let here = |said: Read<()>| said.map_err(|said| damaged(entry.span, said));
        if let Some(read) = Definition::of_head(entry.text) {
            let mut definition = read.map_err(|said| damaged(entry.span, said))?;
            definition.name.span = entry.span;
            members(&mut definition.body, &entry.below)?;
            let name = definition.name.value.clone();
            let known = self.types.insert(name.clone(), definition);
            return here(once(known.is_none(), &name));
        }
        let (kind, rest) = entry.text.split_once(' ').unwrap_or((entry.text, ""));
        let mut cursor = Cursor::new(rest);
        match kind {
            "process" => {
                let process = process(&mut cursor, entry)?;
                let key = (process.name.value.clone(), process.version);
                let name = format!("{} {}", key.0, key.1);
                let known = self.processes.insert(key, process);
                here(once(known.is_none(), &name))
            }
            "message" => {
                let message = message(&mut cursor, entry.span).map_err(|said| damaged(entry.span, said))?;
                let topic = message.topic.value.clone();
                let known = self.messages.insert(topic.clone(), message);
                here(once(known.is_none(), &topic))
            }
            "operation" => {
                let operation = operation(&mut cursor, entry)?;
                let name = operation.name.value.clone();
                let known = self.operations.insert(name.clone(), operation);
                here(once(known.is_none(), &name))
            }
            "accepted" => {
                let reason = cursor.name().map_err(|said| damaged(entry.span, said))?;
                let changes = entry.below.iter().map(|line| line.text.to_owned()).collect();
                self.accepted.push(Accepted { reason: Spanned::new(reason, entry.span), changes });
                Ok(())
            }
            _ => Err(damaged(entry.span, format!("`{kind}` begins no entry of a lock"))),
        }
    }

    /// Names of types that lead nowhere, each once.
    fn unknown_types(&self) -> Vec<(String, Span)> {
        let steps = self.processes.values().flat_map(|process| &process.steps);
        let of_steps = steps.flat_map(|step| [&step.takes, &step.returns]);
        let of_operations =
            self.operations.values().flat_map(|operation| [&operation.takes, &operation.returns]);
        let spanned = of_steps.chain(of_operations).map(|term| (&term.value, term.span));
        let messages = self.messages.values().map(|message| (&message.term, message.topic.span));
        let types = self.types.values();
        let types = types.flat_map(|it| it.terms().into_iter().map(|term| (term, it.name.span)));
        let all = spanned.chain(messages).chain(types);
        let named = all.flat_map(|(term, at)| term.names().into_iter().map(move |name| (name, at)));
        let unknown = named
            .filter(|(name, _)| !self.types.contains_key(*name) && crate::shape::well_known(name).is_none());
        let mut unknown: Vec<(String, Span)> = unknown.map(|(name, at)| (name.to_owned(), at)).collect();
        unknown.sort_by(|(one, _), (other, _)| one.cmp(other));
        unknown.dedup_by(|(one, _), (other, _)| one == other);
        unknown
    }
}

fn once(is_new: bool, name: &str) -> Read<()> {
    if is_new { Ok(()) } else { Err(format!("`{name}` stands there twice")) }
}

/// What a line says, or a mistake at its place.
fn at<T>(line: &Line<'_>, read: impl FnOnce(&mut Cursor<'_>) -> Read<T>) -> Result<T, Mistake> {
    let mut cursor = Cursor::new(line.text);
    let read = read(&mut cursor).and_then(|read| match cursor.is_empty() {
        true => Ok(read),
        false => Err(format!("`{}` is not expected here", cursor.rest())),
    });
    read.map_err(|said| damaged(line.span, said))
}

fn members(body: &mut Body, lines: &[Line<'_>]) -> Result<(), Mistake> {
    match body {
        Body::Object { fields: own, .. } => *own = fields(lines)?,
        Body::Enum { variants, .. } => {
            for line in lines {
                let mut variant = Variant::parse(line.text).map_err(|said| damaged(line.span, said))?;
                variant.name.span = line.span;
                match &mut variant.fields {
                    Some(own) => *own = fields(&line.below)?,
                    None => none_below(line)?,
                }
                variants.push(variant);
            }
        }
        Body::Value(_) | Body::Opaque { .. } => {
            if let Some(line) = lines.first() {
                return Err(damaged(line.span, "nothing stands below such a type"));
            }
        }
    }
    Ok(())
}

fn fields(lines: &[Line<'_>]) -> Result<Vec<Field>, Mistake> {
    let field = |line: &Line<'_>| {
        none_below(line)?;
        let mut field = Field::parse(line.text).map_err(|said| damaged(line.span, said))?;
        field.name.span = line.span;
        Ok(field)
    };
    lines.iter().map(field).collect()
}

fn none_below(line: &Line<'_>) -> Result<(), Mistake> {
    match line.below.first() {
        None => Ok(()),
        Some(below) => Err(damaged(below.span, "nothing stands below such a line")),
    }
}

fn process(cursor: &mut Cursor<'_>, entry: &Line<'_>) -> Result<LockedProcess, Mistake> {
    let mut head = || {
        let name = Spanned::new(cursor.name()?, entry.span);
        cursor.expect(" ")?;
        let version = cursor.number()?;
        let key = if cursor.take(", key ") { Some(cursor.name()?) } else { None };
        let rolls_back = cursor.take(ROLLS_BACK);
        cursor.expect(":")?;
        Ok(LockedProcess { name, version, key, rolls_back, steps: Vec::new() })
    };
    let mut process = head().map_err(|said: String| damaged(entry.span, said))?;
    process.steps = entry.below.iter().map(step).collect::<Result<_, _>>()?;
    Ok(process)
}

fn step(line: &Line<'_>) -> Result<LockedStep, Mistake> {
    let mut step = at(line, |cursor| {
        cursor.expect("step ")?;
        let name = Spanned::new(cursor.name()?, line.span);
        cursor.expect(": ")?;
        let (input, output) = cursor.rest().split_once(" -> ").ok_or("expected ` -> `")?;
        let (stored_input, stored_output) = (input.to_owned(), output.to_owned());
        *cursor = Cursor::new("");
        Ok(LockedStep { name, stored_input, stored_output, ..LockedStep::default() })
    })?;
    for below in &line.below {
        none_below(below)?;
        at(below, |cursor| {
            match () {
                () if cursor.take("takes: ") => step.takes = Spanned::new(Term::read(cursor)?, below.span),
                () if cursor.take("returns: ") => {
                    step.returns = Spanned::new(Term::read(cursor)?, below.span)
                }
                () if cursor.take("awaits: ") => {
                    step.awaits.push(Spanned::new(awaited(cursor)?, below.span));
                }
                () if cursor.take("calls: ") => call(cursor, step.calls.get_or_insert_default())?,
                () if cursor.take("undone by: ") => {
                    step.undone_by = Some(Spanned::new(cursor.name()?, below.span));
                }
                () if cursor.take("undoing calls: ") => {
                    call(cursor, step.undoing_calls.get_or_insert_default())?;
                }
                () if cursor.take("undoing code: #") => step.undoing_code = Some(hash(cursor)?),
                () if cursor.take("code: #") => step.code = Some(hash(cursor)?),
                () => return Err(format!("`{}` says nothing of a step", cursor.rest())),
            }
            Ok(())
        })?;
    }
    Ok(step)
}

fn awaited(cursor: &mut Cursor<'_>) -> Read<LockedAwait> {
    let topic = cursor.name()?;
    let by = if cursor.take(" by ") { Some(cursor.name()?) } else { None };
    let mut fills = Vec::new();
    let mut more = cursor.take(" fills ");
    while more {
        fills.push(cursor.name()?);
        more = cursor.take(", ");
    }
    Ok(LockedAwait { topic, by, fills })
}

fn call(cursor: &mut Cursor<'_>, calls: &mut Vec<LockedCall>) -> Read<()> {
    if cursor.take("nothing") {
        return Ok(());
    }
    let operation = cursor.path()?.to_owned();
    let effect = effect(cursor)?;
    calls.push(LockedCall { operation, effect });
    Ok(())
}

fn effect(cursor: &mut Cursor<'_>) -> Read<String> {
    cursor.expect(" (")?;
    let effect = cursor.name()?;
    cursor.expect(")")?;
    Ok(effect)
}

fn message(cursor: &mut Cursor<'_>, span: Span) -> Read<LockedMessage> {
    let topic = Spanned::new(cursor.name()?, span);
    cursor.expect(": ")?;
    let term = Term::read(cursor)?;
    let mut message = LockedMessage { topic, term, ..LockedMessage::default() };
    while cursor.take(", from ") {
        message.from.push(cursor.name()?);
    }
    if cursor.take(", key ") {
        message.key = Some(cursor.name()?);
    }
    if cursor.is_empty() { Ok(message) } else { Err(format!("`{}` is not expected here", cursor.rest())) }
}

fn operation(cursor: &mut Cursor<'_>, entry: &Line<'_>) -> Result<LockedOperation, Mistake> {
    let mut head = || {
        let name = Spanned::new(cursor.path()?.to_owned(), entry.span);
        let effect = effect(cursor)?;
        cursor.expect(":")?;
        Ok(LockedOperation { name, effect, ..LockedOperation::default() })
    };
    let mut operation = head().map_err(|said: String| damaged(entry.span, said))?;
    for line in &entry.below {
        at(line, |cursor| {
            match () {
                () if cursor.take("takes: ") => {
                    operation.takes = Spanned::new(Term::read(cursor)?, line.span)
                }
                () if cursor.take("returns: ") => {
                    operation.returns = Spanned::new(Term::read(cursor)?, line.span)
                }
                () => return Err(format!("`{}` says nothing of an operation", cursor.rest())),
            }
            Ok(())
        })?;
    }
    Ok(operation)
}
