//! Leaves and seals: hashes of what is stored, which tell whether it was changed.
//!
//! Each line has a leaf, the hash of all that it says and of where it stands. Each commit has a seal, the
//! hash of the seal before it and of its leaves. A line's data is hashed by itself first, so that it can
//! once be erased without breaking the chain.

use super::{About, LaneId, LogLine, Position, Standing};
use crate::{At, DataError, State};
use blake3::Hasher;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a line hashes to. The seal is over all of it; stored beside the line is the [`Leaf`], its beginning.
pub(super) type LineHash = [u8; 32];

/// The beginning of a line's hash, stored beside the line: it tells which line was changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Leaf([u8; 16]);

/// A commit's hash: of its lines and of the seal before it, and so of all that its lane has written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seal([u8; 32]);

impl Seal {
    /// The seal before a lane's first commit.
    pub const NONE: Seal = Seal([0; 32]);

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The seal of a commit with these lines, after this seal.
    pub(super) fn after(self, lines: impl Iterator<Item = LineHash>) -> Seal {
        let mut hasher = Hasher::new();
        hasher.update(b"stateline seal 1");
        hasher.update(&self.0);
        lines.for_each(|line| _ = hasher.update(&line));
        Seal(hasher.finalize().into())
    }
}

impl Leaf {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The leaf of a line with this hash.
    pub(super) fn of(hash: &LineHash) -> Leaf {
        Leaf(std::array::from_fn(|at| hash[at]))
    }
}

/// The hash of a line that stands here.
pub(super) fn line_hash(position: Position, lane: LaneId, n: u64, line: &LogLine) -> LineHash {
    let mut bytes = Bytes(Vec::with_capacity(256));
    bytes.0.extend(b"stateline line 1");
    bytes.number(position.0);
    bytes.number(lane.0.into());
    bytes.number(n);
    bytes.number(line.at.millis().cast_unsigned());
    bytes.number(line.kind.code().into());
    bytes.number(line.codec.code().into());
    bytes.option(line.effect, |bytes, effect| bytes.text(&effect.to_string()));
    bytes.option(line.step.as_ref(), |bytes, step| bytes.text(step));
    bytes.option(line.command, |bytes, command| bytes.0.extend(command.bytes()));
    bytes.option(line.trace, |bytes, trace| bytes.0.extend(trace.bytes()));
    bytes.option(line.about.as_ref(), Bytes::about);
    bytes.option(line.state.as_ref(), Bytes::state);
    bytes.0.extend(data_hash(line));
    blake3::hash(&bytes.0).into()
}

/// The hash of what can once be erased: the state's data and the payload.
fn data_hash(line: &LogLine) -> LineHash {
    let mut hasher = Hasher::new();
    hasher.update(b"stateline data 1");
    for text in
        [line.state.as_ref().map(|state| state.data().text()), line.payload.as_ref().map(|it| it.text())]
    {
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        hasher.update(&length.to_le_bytes());
        hasher.update(text.unwrap_or_default().as_bytes());
    }
    hasher.finalize().into()
}

/// What is hashed. Every part is of a fixed length, ends by itself as numbers do, or follows its length: no two
/// lines have the same bytes.
struct Bytes(Vec<u8>);

impl Bytes {
    /// Seven bits a byte, the lowest first; the highest bit says that there are more.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(0x80 | number as u8);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    fn option<T>(&mut self, value: Option<T>, write: impl Fn(&mut Bytes, T)) {
        self.0.push(value.is_some().into());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn about(&mut self, about: &About) {
        let About { instance, seq, before, definition, rehearsal, key, standing } = about;
        self.0.extend(instance.bytes());
        self.number(*seq);
        self.option(*before, |bytes, before| bytes.number(before.0));
        self.number(definition.0.into());
        self.0.push((*rehearsal).into());
        self.option(key.as_ref(), |bytes, key| bytes.text(key.json()));
        self.standing(standing);
    }

    fn standing(&mut self, standing: &Standing) {
        let Standing { phase, parked, held, attempt, due, deadline, overdue, reason, record } = standing;
        self.0.extend([phase.code(), (*parked).into(), (*held).into()]);
        self.number((*attempt).into());
        self.option(*due, |bytes, due| bytes.number(due.millis().cast_unsigned()));
        self.option(reason.as_ref(), |bytes, reason| bytes.text(reason));
        self.number(record.len() as u64);
        record.iter().for_each(|position| self.number(position.0));
        // Lines about no duty have the bytes that they always had: behind them comes 0 or 1.
        if *overdue || deadline.is_some() {
            self.0.extend([2, (*overdue).into()]);
            self.option(*deadline, |bytes, deadline| bytes.number(deadline.millis().cast_unsigned()));
        }
    }

    fn state(&mut self, state: &State) {
        self.text(state.process());
        self.number(state.version().into());
        self.0.push(state.is_rehearsal().into());
        match state.at() {
            At::Step(step) => self.option(Some(step), |bytes, step| bytes.text(step)),
            At::Finished => self.option(None::<&str>, |_, _| {}),
        }
        self.text(state.type_name());
    }
}

impl From<[u8; 32]> for Seal {
    fn from(bytes: [u8; 32]) -> Seal {
        Seal(bytes)
    }
}

impl From<[u8; 16]> for Leaf {
    fn from(bytes: [u8; 16]) -> Leaf {
        Leaf(bytes)
    }
}

impl From<Seal> for String {
    fn from(seal: Seal) -> String {
        seal.to_string()
    }
}

impl TryFrom<String> for Seal {
    type Error = DataError;

    /// # Errors
    ///
    /// If it is not written as a seal is.
    fn try_from(text: String) -> Result<Seal, DataError> {
        let hash = blake3::Hash::from_hex(&text).map(|hash| Seal(hash.into())).ok();
        let seal = hash.filter(|seal| seal.to_string() == text);
        seal.ok_or_else(|| DataError::new("", "a seal is 64 hexadecimal digits"))
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

impl fmt::Debug for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Leaf(")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::{Leaf, Seal};
    use crate::store::conformance::Scribe;
    use crate::store::{LineKind, Memory, Position, Store, Timestamp, TraceId};
    use crate::{Effect, Json};

    /// Stores hold these hashes, and checkpoints elsewhere: every build has to come to the same.
    #[tokio::test]
    async fn leaves_and_seals_are_the_known_ones() {
        let store = Memory::new();
        let mut scribe = Scribe::join(&store, 1).await.expect("nobody owns it");
        let mut commit = scribe.commit();
        let mut row = scribe.start(&mut commit, 1, Some("payout-1".into()));
        row.standing.due = Some(Timestamp::from_millis(-1));
        row.standing.reason = Some("the bank is closed".into());
        row.standing.record = vec![row.last];
        scribe.tell(&mut commit, LineKind::Answer, &mut row, false);
        if let Some(line) = commit.lines.last_mut() {
            line.command = Some([1; 16].into());
            line.trace = Some(TraceId::from([2; 16]));
            line.effect = Some(Effect::Write);
            line.payload = Json::of_text("[1, 2]".into()).ok();
        }
        let seal = scribe.write(commit).await.expect("it is whole").seal;
        let feed = store.feed(Position::START, 10).await.expect("it reads");
        let leaves: Vec<_> = feed.iter().map(|stored| format!("{:?}", stored.leaf)).collect();
        assert_eq!(
            leaves,
            [
                "Leaf(a9e4a0014fae6a9834a1c00abf782184)",
                "Leaf(5933b645b383bc297e0efa2a88531c08)",
                "Leaf(b82ec3bd43f40c420f06c41a1d4cd50a)",
                "Leaf(fb8e9281f3b65cfd1595786ace7af893)"
            ]
        );
        assert_eq!(seal.to_string(), "eb64d146c2e10ba31660d3427db2ebf85e6da52e1d25799b49ed87a0d2a250ca");
    }

    #[test]
    fn what_is_no_seal_is_refused() {
        let seal = Seal::from([0xab; 32]);
        assert_eq!(Seal::try_from(seal.to_string()), Ok(seal));
        for wrong in ["", "ab", &seal.to_string().to_uppercase(), &format!("{seal}0")] {
            assert!(Seal::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
        assert_eq!(Leaf::of(seal.bytes()), Leaf::from([0xab; 16]));
    }
}
