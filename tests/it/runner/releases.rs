//! Releases of a process under instances that are on their way: each edit of its steps, against instances that
//! stand before each of them, in a store that the build before has left.
//!
//! What a build is, is a list of [`Spec`]s; its chain is made as `process!` makes it, its lock as the checker
//! writes it. All steps take and return the same, so that any list is a process.

use super::{GRACE, Unwell, run};
use crate::runtime::bank::Decided;
use stateline::runner::{Durable, Runner, RunnerError, Running};
use stateline::store::{InstanceId, Phase, Query, Row, Sqlite, Store, verify};
use stateline::{Await, Chain, Ctx, Line, Next, Outcome, Run, Step, Wait};
use stateline_schema::entries::fingerprint;
use std::path::PathBuf;
use std::time::Duration;

/// What goes from step to step.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Payout {
    number: u64,
    /// The step at which it is blocked until somebody has decided.
    blocked_at: String,
    approved: Option<bool>,
    /// Which functions have run.
    ran: Vec<String>,
}

macro_rules! steps {
    ($($name:ident)*) => {
        $(
            #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
            struct $name {}

            impl Step for $name {
                type Input = Payout;
                type Output = Payout;
                type Error = Unwell;
                const CONTEXT: &'static str = "payments";
                const PROCESS: &'static str = "payout";
                const NAME: &'static str = stringify!($name);
            }

            impl<E: Ctx> Run<E> for $name {
                async fn run(mut data: Payout, _: &E) -> Outcome<Payout, Unwell> {
                    let here = data.blocked_at == format!("{}", data.ran.len());
                    if here && data.approved.is_none() {
                        return Ok(Wait);
                    }
                    data.ran.push(stringify!($name).into());
                    Ok(Next(data))
                }
            }
        )*

        const FUNCTIONS: &[&str] = &[$(stringify!($name)),*];

        /// The line with these steps too.
        fn with<Last: Step<Output = Payout>>(line: Line<Payout, Last, E>, rest: &[Spec], version: u32) -> Built {
            let Some((spec, rest)) = rest.split_first() else { return line.end(version) };
            $(if spec.function == stringify!($name) {
                return with(spec.terms(line.then::<$name>()), rest, version);
            })*
            unreachable!("there is no function {}", spec.function)
        }

        /// The chain of these steps.
        fn chain(specs: &[Spec], version: u32) -> Built {
            let (spec, rest) = specs.split_first().expect("a process has a step");
            $(if spec.function == stringify!($name) {
                return with(spec.terms(Line::first::<$name>()), rest, version);
            })*
            unreachable!("there is no function {}", spec.function)
        }
    };
}

type E = Durable<()>;
type Built = Chain<Payout, E>;

steps!(unload screen block order transfer screen_again other);

/// A step of a build.
#[derive(Clone, Debug, PartialEq)]
struct Spec {
    /// The name by which it is stored.
    name: &'static str,
    function: &'static str,
    awaits: bool,
}

impl Spec {
    fn new(name: &'static str) -> Spec {
        Spec { name, function: name, awaits: true }
    }

    fn terms<S: Step<Output = Payout>>(&self, line: Line<Payout, S, E>) -> Line<Payout, S, E> {
        let line = line.named(self.name);
        if self.awaits { line.awaiting::<Decided>(Await::default()) } else { line }
    }
}

/// A build of the process: its steps, and the type of its number in the lock.
#[derive(Clone, Debug, PartialEq)]
struct Build {
    steps: Vec<Spec>,
    number: &'static str,
}

impl Build {
    /// The one in production.
    fn first() -> Build {
        let steps = ["unload", "screen", "block", "order", "transfer"].map(Spec::new).to_vec();
        Build { steps, number: "u64" }
    }

    fn lock(&self, version: u32) -> &'static str {
        let mut process = format!("process payout {version}:");
        for Spec { name, awaits, .. } in &self.steps {
            process += &format!(
                "\n  step {name}: Payout -> Payout\n    takes: bank::Payout\n    returns: bank::Payout"
            );
            process += if *awaits { "\n    awaits: compliance.decided" } else { "" };
        }
        let payout = format!(
            "struct bank::Payout:\n  number: {}\n  blocked_at: String\n  approved: Option<bool>\n  ran: Vec<String>",
            self.number
        );
        let sealed = |entry: &str| {
            let (first, rest) = entry.split_once('\n').expect("an entry has lines");
            format!("{first}  #{:016x}\n{rest}\n", fingerprint(entry.as_bytes()))
        };
        format!("stateline lock 1\n\n{}\n{}", sealed(&process), sealed(&payout)).leak()
    }

    fn chain(&self, version: u32) -> Built {
        chain(&self.steps, version).locked(version, self.lock(version))
    }

    fn names(&self) -> Vec<&'static str> {
        self.steps.iter().map(|spec| spec.name).collect()
    }
}

/// What a release does to a process.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Edit {
    Inserts,
    Removes,
    Moves,
    Renames,
    Merges,
    Splits,
    AwaitsNoMore,
    /// Other code behind the same name.
    Rewrites,
    /// The number of a payout is narrower: small ones happen to parse.
    Narrows,
    Nothing,
}

impl Edit {
    const ALL: [Edit; 10] = [
        Edit::Inserts,
        Edit::Removes,
        Edit::Moves,
        Edit::Renames,
        Edit::Merges,
        Edit::Splits,
        Edit::AwaitsNoMore,
        Edit::Rewrites,
        Edit::Narrows,
        Edit::Nothing,
    ];

    /// Whether instances on their way can go on by it without a version of its own.
    fn is_harmless(self) -> bool {
        matches!(self, Edit::Rewrites | Edit::Nothing)
    }

    /// The build after it, at this place.
    fn of(self, build: &Build, at: usize) -> Build {
        let Build { mut steps, mut number } = build.clone();
        let last = steps.len() - 1;
        match self {
            Edit::Inserts => steps.insert(at, Spec::new("screen_again")),
            Edit::Removes => drop(steps.remove(at)),
            Edit::Moves => steps.swap(at, if at == last { 0 } else { at + 1 }),
            Edit::Renames => steps[at].name = "renamed",
            Edit::Merges => {
                steps.remove(if at == last { at - 1 } else { at + 1 });
                steps[at.min(last - 1)] = Spec { function: "other", ..Spec::new("both") };
            }
            Edit::Splits => {
                steps[at] = Spec { function: "other", ..Spec::new("one_half") };
                steps.insert(at + 1, Spec { function: "screen_again", ..Spec::new("other_half") });
            }
            Edit::AwaitsNoMore => steps[at].awaits = false,
            Edit::Rewrites => steps[at].function = "other",
            Edit::Narrows => number = "u32",
            Edit::Nothing => {}
        }
        Build { steps, number }
    }
}

/// A database of a test's own.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> File {
        let folder = std::env::temp_dir().join(format!("stateline-releases-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("it can be made");
        File(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.join("payments.db")
    }

    fn open(&self) -> Sqlite {
        Sqlite::open(self.path()).expect("it opens")
    }

    async fn begin(&self, chain: Built) -> Result<Running<Sqlite>, RunnerError> {
        Runner::new(self.open()).serve(chain, ()).begin().await
    }

    async fn rows(&self) -> Vec<Row> {
        self.open().find(&Query::all(1_000)).await.expect("it can be read").rows
    }

    /// Starts an instance for each step, which is blocked there, and stops when all are.
    async fn block_everywhere(&self, build: &Build) -> Vec<InstanceId> {
        let running = self.begin(build.chain(1)).await.expect("it is the first");
        let mut ids = Vec::new();
        for at in 0..build.steps.len() {
            ids.push(start(&running, at).await);
        }
        while self.rows().await.iter().any(|row| row.standing.phase != Phase::Waiting) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        running.stop(GRACE).await.expect("it stops");
        ids
    }

    async fn is_sound(&self) {
        let verified = verify(&self.open(), None).await.expect("it can be read");
        assert!(verified.flaws.is_empty(), "{:?}", verified.flaws);
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Starts an instance that is blocked before this step.
async fn start(running: &Running<Sqlite>, at: usize) -> InstanceId {
    let blocked_at = at.to_string();
    let payout = Payout { number: 7, blocked_at, approved: None, ran: Vec::new() };
    running.start("payout", payout).await.expect("it starts")
}

/// Releases an instance; says which functions it has run.
async fn release(running: &Running<Sqlite>, id: InstanceId) -> Vec<String> {
    running.deliver(id, Decided { approved: true }).await.expect("it waits for it");
    let ended = running.ended(id).await.expect("it goes on");
    assert!(ended.is_done(), "{ended:?}");
    ended.read::<Payout>().expect("it is one").ran
}

/// Releases all; each has run what was behind it by the build before, and the rest by this one.
async fn release_all(running: &Running<Sqlite>, ids: &[InstanceId], before: &Build, now: &Build) {
    for (at, id) in ids.iter().enumerate() {
        let behind = before.steps[..at].iter().map(|spec| spec.function);
        let ahead = now.steps[at..].iter().map(|spec| spec.function);
        assert_eq!(release(running, *id).await, behind.chain(ahead).collect::<Vec<_>>(), "blocked at {at}");
    }
}

/// An edit at a place is released over instances that are blocked everywhere, without a version of its own, and
/// then with one.
async fn released(file: &File, edit: Edit, at: usize) {
    let (before, after) = (Build::first(), edit.of(&Build::first(), at));
    let ids = file.block_everywhere(&before).await;
    let rows = file.rows().await;
    match file.begin(after.chain(1)).await {
        Ok(running) => {
            assert!(edit.is_harmless(), "{edit:?} at {at} is served: {:?}", after.names());
            tokio::time::sleep(Duration::from_millis(10)).await;
            assert_eq!(file.rows().await, rows, "{edit:?} at {at} moves what is blocked");
            release_all(&running, &ids, &before, &after).await;
            running.stop(GRACE).await.expect("it stops");
            return file.is_sound().await;
        }
        Err(error) => {
            assert!(!edit.is_harmless() && error.is_changed(), "{edit:?} at {at}: {error}");
            let names = before.names().into_iter().chain(after.names());
            let named = names.filter(|name| error.to_string().contains(&format!("`{name}`"))).count();
            assert!(named > 0, "{edit:?} at {at} names no step: {error}");
        }
    }
    assert_eq!(file.rows().await, rows, "{edit:?} at {at} is refused, and changes something");
    // Done properly, with a version of its own.
    let running = file.begin(after.chain(2).serving(before.chain(1))).await.expect("both are served");
    let new = start(&running, 1).await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    let old: Vec<Row> = file.rows().await.into_iter().filter(|row| row.id != new).collect();
    assert_eq!(old, rows, "{edit:?} at {at} moves what is blocked by version 1");
    // The build before would drop what has begun on version 2.
    running.stop(GRACE).await.expect("it stops");
    let error = file.begin(before.chain(1)).await.expect_err("version 2 is on its way");
    assert!(error.is_in_flight(), "{error}");
    let running = file.begin(after.chain(2).serving(before.chain(1))).await.expect("both are served");
    release_all(&running, &ids, &before, &before).await;
    if after.steps.get(1).is_some_and(|spec| spec.awaits) {
        let functions: Vec<&str> = after.steps.iter().map(|spec| spec.function).collect();
        assert_eq!(release(&running, new).await, functions, "{edit:?} at {at} is what new ones go by");
    }
    running.stop(GRACE).await.expect("it stops");
    file.is_sound().await;
}

/// `scripts/edits N` plays more of them.
#[test]
fn s50_no_edit_of_a_process_moves_what_is_blocked_or_runs_a_step_twice() {
    let edits: usize = std::env::var("STATELINE_EDITS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let seed: u64 = std::env::var("STATELINE_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(50);
    assert_eq!(FUNCTIONS.len(), 7);
    for number in 0..edits {
        // Each kind in turn, at any place.
        let edit = Edit::ALL[number % Edit::ALL.len()];
        let drawn = (seed ^ number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
        let at = usize::try_from(drawn).expect("31 bits") % Build::first().steps.len();
        run(async move {
            let file = File::new(&format!("edit-{number}"));
            released(&file, edit, at).await;
        });
    }
}

/// The accident that this is all about: payouts are blocked, and a release inserts a step.
#[test]
fn s50_the_accident_is_refused_and_who_forces_it_is_named() {
    run(async {
        let file = File::new("accident");
        let (before, after) = (Build::first(), Edit::Inserts.of(&Build::first(), 3));
        assert_eq!(after.names(), ["unload", "screen", "block", "screen_again", "order", "transfer"]);
        file.block_everywhere(&before).await;
        let error = file.begin(after.chain(1)).await.expect_err("it has another step");
        assert_eq!(
            error.to_string(),
            "version 1 of `payout` is not what it was when it was first served: step 4 was `order` and is now \
             `screen_again`; give what has changed a new version, and serve this one as it was"
        );
        file.is_sound().await;
        // Forced past it: the store is edited, so that it tells of the version as it is now.
        let burglar = rusqlite::Connection::open(file.path()).expect("it opens");
        burglar.execute_batch("DROP TRIGGER definition_stays").expect("there is one");
        let structure = serde_json::to_string(&after.chain(1).structure(1)).expect("it is data");
        let lock = serde_json::to_string(after.lock(1)).expect("it is data");
        let changed = burglar.execute("UPDATE definition SET structure = ?1, shapes = ?2", (structure, lock));
        assert_eq!(changed.expect("nothing forbids it any more"), 1);
        drop(burglar);
        let running = file.begin(after.chain(1)).await.expect("nobody knows better");
        running.stop(GRACE).await.expect("it stops");
        let verified = verify(&file.open(), None).await.expect("it can be read");
        let told: Vec<String> = verified.flaws.iter().map(ToString::to_string).collect();
        let what = "the definition is not the one that this line tells of";
        assert!(told.iter().any(|flaw| flaw.contains(what)), "{told:?}");
    });
}
