//! Columns, read strictly: what is not of the type that was written is damaged.

use crate::store::{BusinessKey, Position, Timestamp};
use crate::{At, Json, State};
use rusqlite::Row;
use rusqlite::types::ValueRef;

/// The columns of a row, from the left.
pub(super) struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
}

/// What is wrong with a column, in words.
pub(super) type Wrong = String;

impl<'a> Columns<'a> {
    pub(super) fn of(row: &'a Row<'a>) -> Columns<'a> {
        Columns { row, next: 0 }
    }

    fn value(&mut self) -> Result<ValueRef<'a>, Wrong> {
        let value = self.row.get_ref(self.next).map_err(|error| error.to_string());
        self.next += 1;
        value
    }

    /// What is wrong with the column that was read last.
    fn wrong(&self, what: &str) -> Wrong {
        let name = self.row.as_ref().column_name(self.next - 1).unwrap_or("?");
        format!("the column `{name}` {what}")
    }

    pub(super) fn optional<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, Wrong> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(number) => T::try_from(number)
                .map(Some)
                .map_err(|_| self.wrong(&format!("is {number}, which it cannot be"))),
            _ => Err(self.wrong("is no integer")),
        }
    }

    pub(super) fn number<T: TryFrom<i64>>(&mut self) -> Result<T, Wrong> {
        self.optional()?.ok_or_else(|| self.wrong("is missing"))
    }

    pub(super) fn flag(&mut self) -> Result<bool, Wrong> {
        match self.number::<i64>()? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(self.wrong(&format!("is {other}, and neither 0 nor 1"))),
        }
    }

    /// What is 1 where it holds, and NULL where it does not.
    pub(super) fn mark(&mut self) -> Result<bool, Wrong> {
        match self.optional::<i64>()? {
            None => Ok(false),
            Some(1) => Ok(true),
            Some(other) => Err(self.wrong(&format!("is {other}, and neither 1 nor NULL"))),
        }
    }

    /// A number that stands for something.
    pub(super) fn coded<T>(&mut self, of_code: impl Fn(u8) -> Option<T>) -> Result<T, Wrong> {
        let code = self.number()?;
        of_code(code).ok_or_else(|| self.wrong(&format!("is {code}, which this build does not know")))
    }

    pub(super) fn text(&mut self) -> Result<Option<&'a str>, Wrong> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            ValueRef::Text(bytes) => {
                std::str::from_utf8(bytes).map(Some).map_err(|_| self.wrong("is no text in UTF-8"))
            }
            _ => Err(self.wrong("is no text")),
        }
    }

    pub(super) fn bytes<T: TryFrom<&'a [u8]>>(&mut self) -> Result<Option<T>, Wrong> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            ValueRef::Blob(bytes) => {
                T::try_from(bytes).map(Some).map_err(|_| self.wrong("has another length"))
            }
            _ => Err(self.wrong("is no blob")),
        }
    }

    pub(super) fn needed<T: TryFrom<&'a [u8]>>(&mut self) -> Result<T, Wrong> {
        self.bytes()?.ok_or_else(|| self.wrong("is missing"))
    }

    pub(super) fn json(&mut self) -> Result<Option<Json>, Wrong> {
        let Some(text) = self.text()? else { return Ok(None) };
        let json =
            Json::of_text(text.to_owned()).map_err(|error| self.wrong(&format!("is no JSON: {error}")))?;
        // White space around it would be cut off, and not be missed.
        if json.text().len() != text.len() {
            return Err(self.wrong("has white space around its JSON"));
        }
        Ok(Some(json))
    }

    pub(super) fn key(&mut self) -> Result<Option<BusinessKey>, Wrong> {
        let key = self.text()?.map(|text| BusinessKey::try_from(text.to_owned())).transpose();
        key.map_err(|error| self.wrong(&format!("is no key: {error}")))
    }

    pub(super) fn time(&mut self) -> Result<Timestamp, Wrong> {
        self.number().map(Timestamp::from_millis)
    }

    pub(super) fn optional_time(&mut self) -> Result<Option<Timestamp>, Wrong> {
        Ok(self.optional()?.map(Timestamp::from_millis))
    }

    /// So many columns that are all NULL.
    pub(super) fn nulls(&mut self, number: usize) -> Result<(), Wrong> {
        (0..number).try_for_each(|_| match self.value()? {
            ValueRef::Null => Ok(()),
            _ => Err(self.wrong("says something of an instance, and there is none")),
        })
    }

    /// Positions, as JSON; NULL is none.
    pub(super) fn positions(&mut self) -> Result<Vec<Position>, Wrong> {
        let Some(text) = self.text()? else { return Ok(Vec::new()) };
        let read: Result<Vec<Position>, _> = serde_json::from_str(text);
        let same = read.ok().filter(|read| positions(read).as_deref() == Some(text));
        same.ok_or_else(|| self.wrong("is no list of positions"))
    }

    /// Step, type and data of a state; none if it has no type.
    pub(super) fn state(&mut self) -> Result<Option<StoredState>, Wrong> {
        let step = self.text()?;
        let type_name = self.text()?;
        let data = self.json()?;
        let at = step.map_or(At::Finished, |step| At::Step(step.to_owned().into()));
        match (type_name, data) {
            (Some(type_name), Some(json)) => Ok(Some(StoredState { at, data: (type_name.to_owned(), json) })),
            (None, None) if step.is_none() => Ok(None),
            _ => Err(self.wrong("goes with a part of a state, of which the rest is missing")),
        }
    }
}

/// What is stored of a state itself; process and version are the definition's.
pub(super) struct StoredState {
    at: At,
    data: (String, Json),
}

impl StoredState {
    pub(super) fn restored(self, course: (&str, u32), rehearsal: bool, key: Option<&BusinessKey>) -> State {
        // What is read as a key is JSON.
        let key = key.and_then(|key| Json::of_text(key.json().to_owned()).ok());
        State::restored(course, rehearsal, self.at, self.data).keyed(key)
    }
}

/// Positions as they are stored.
pub(super) fn positions(positions: &[Position]) -> Option<String> {
    if positions.is_empty() {
        return None;
    }
    let all: Vec<_> = positions.iter().map(Position::to_string).collect();
    Some(format!("[{}]", all.join(",")))
}
