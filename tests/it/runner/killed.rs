//! A process that runs instances on SQLite is killed, at each boundary and at random, and started again: the
//! third party, a file of its own, has done each thing once, and the log says so.

use super::run;
use stateline::operation::Declared;
use stateline::runner::{Durable, Runner};
use stateline::store::{self, Commit, Committed, LineKind, Result, Sqlite, Store, StoreErrorKind, verify};
use stateline::{
    Call, CallError, Calls, Chain, Effect, Flow, Handle, Has, Inquiry, Key, Line, Next, Operation, Run, Step,
};
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How many instances there are in each story.
const INSTANCES: u64 = 4;

/// Where a process can be killed, each by the name by which the child is told.
const BOUNDARIES: [&str; 8] = [
    "before-intent",
    "after-intent",
    "in-effect",
    "after-effect",
    "before-answer",
    "after-answer",
    "before-commit",
    "after-commit",
];

/// A point at which the process is to be killed when it has come there so often.
struct Boundary {
    name: Option<String>,
    left: AtomicU32,
}

impl Boundary {
    /// Says that the process has come here, and waits to be killed.
    fn reach(&self, name: &str) {
        if self.name.as_deref() == Some(name) && self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            let _ = std::io::stdout().write_all(b"\nkill me\n").and_then(|()| std::io::stdout().flush());
            loop {
                std::thread::park();
            }
        }
    }
}

/// The third party: a file with a line for each thing that was done.
struct Party {
    file: PathBuf,
    boundary: Arc<Boundary>,
}

impl Party {
    fn act(&self, call: &Call, n: u32) -> u32 {
        self.boundary.reach("in-effect");
        let mut file = OpenOptions::new().create(true).append(true).open(&self.file).expect("it is ours");
        file.write_all(format!("{} {} {n}\n", call.key(), call.instance()).as_bytes())
            .expect("it takes a line");
        self.boundary.reach("after-effect");
        n
    }

    fn inquire(&self, key: Key) -> Inquiry<u32> {
        let told = fs::read_to_string(&self.file).unwrap_or_default();
        let line = told.lines().find(|line| line.starts_with(&key.to_string()));
        line.and_then(|line| line.rsplit(' ').next()?.parse().ok()).map_or(Inquiry::NotDone, Inquiry::Done)
    }
}

struct Desk(Party);

impl Has<Party> for Desk {
    fn get(&self) -> &Party {
        &self.0
    }
}

macro_rules! operation {
    ($name:ident $text:literal $effect:ident $blocking:literal) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct $name {
            n: u32,
        }

        impl Operation for $name {
            type Output = u32;
            const CONTEXT: &'static str = "party";
            const NAME: &'static str = $text;
            const EFFECT: Effect = Effect::$effect;
            const EXTERNAL: bool = true;
            const INQUIRY: Option<&'static str> = Some("told");
            const BLOCKING: bool = $blocking;
        }

        impl<E: Has<Party> + Sync> Handle<E> for $name {
            async fn handle(self, environment: &E, call: &Call) -> u32 {
                environment.get().act(call, self.n)
            }

            async fn inquire(key: Key, environment: &E, _: &Call) -> Inquiry<u32> {
                environment.get().inquire(key)
            }
        }
    };
}

operation!(Enter "enter" Write false);
operation!(Pay "pay" Irreversible false);

macro_rules! step {
    ($name:ident, |$sum:ident, $ctx:ident| $body:expr) => {
        #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
        struct $name {}

        impl Step for $name {
            type Input = u32;
            type Output = u32;
            type Error = CallError;
            const CONTEXT: &'static str = "payments";
            const PROCESS: &'static str = "payment";
            const NAME: &'static str = stringify!($name);
            const CALLS: Option<&'static [Declared]> =
                Some(&[Declared::of::<Enter>(), Declared::of::<Pay>()]);
        }

        impl<E: Calls<Enter> + Calls<Pay>> Run<E> for $name {
            async fn run($sum: u32, $ctx: &E) -> std::result::Result<Flow<u32>, CallError> {
                $body
            }
        }
    };
}

step!(enter, |sum, ctx| Ok(Next(sum + ctx.call(Enter { n: 1 }).await?)));
step!(pay, |sum, ctx| {
    let (one, other) = tokio::join!(ctx.call(Pay { n: 10 }), ctx.call(Pay { n: 100 }));
    Ok(Next(sum + one? + other?))
});
step!(close, |sum, ctx| {
    let sum = sum + ctx.call(Enter { n: 1_000 }).await?;
    Ok(Next(sum + ctx.call(Pay { n: 10_000 }).await?))
});

/// What an instance comes to that has done each thing once.
const SUM: u32 = 11_111;

fn payment() -> Chain<u32, Durable<Desk>> {
    Line::first::<enter>().then::<pay>().then::<close>().end(1)
}

/// A store that tells when it comes to a commit.
struct Bounded {
    store: Sqlite,
    boundary: Arc<Boundary>,
}

impl Bounded {
    fn reach(&self, when: &str, commit: &Commit) {
        let has = |kind| commit.lines.iter().any(|line| line.kind == kind);
        if has(LineKind::Intent) {
            self.boundary.reach(&format!("{when}-intent"));
        }
        if has(LineKind::Answer) {
            self.boundary.reach(&format!("{when}-answer"));
        }
        self.boundary.reach(&format!("{when}-commit"));
    }
}

impl Store for Bounded {
    async fn commit(&self, commit: Arc<Commit>) -> Result<Committed> {
        self.reach("before", &commit);
        let committed = self.store.commit(commit.clone()).await;
        self.reach("after", &commit);
        committed
    }

    hands_on! {
        join committed put inbox outcome load row keyed find tally lines story feed definitions members woken now
        integrity
    }
}

/// Not a test of its own: what the tests below start as a process, in a folder.
#[test]
fn child() {
    let Ok(folder) = std::env::var("STATELINE_KILLED") else { return };
    let folder = PathBuf::from(folder);
    let name = std::env::var("STATELINE_BOUNDARY").ok();
    let left = std::env::var("STATELINE_OCCURRENCE").ok().and_then(|left| left.parse().ok()).unwrap_or(0);
    let boundary = Arc::new(Boundary { name, left: AtomicU32::new(left) });
    run(async move {
        let store = Bounded { store: open(&folder), boundary: boundary.clone() };
        let desk = Desk(Party { file: folder.join("party"), boundary });
        let runner =
            Runner::new(store).serve(payment(), desk).developing().begin().await.expect("nobody else has it");
        let mut ids = Vec::new();
        for key in 0..INSTANCES {
            ids.push(runner.start_as("payment", key, 0_u32).await.expect("it starts"));
        }
        for id in ids {
            let ended = runner.ended(id).await.expect("it runs");
            assert_eq!(ended.read::<u32>().ok(), Some(SUM), "{ended:?}");
        }
        runner.stop(Duration::from_secs(5)).await.expect("it stops");
    });
}

fn open(folder: &Path) -> Sqlite {
    Sqlite::open(folder.join("payments.db")).expect("it opens")
}

/// Starts a process that runs the instances of this folder.
fn spawn(folder: &Path, boundary: Option<(&str, u32)>) -> Child {
    let mut command = super::child("killed");
    command.env("STATELINE_KILLED", folder).env_remove("STATELINE_BOUNDARY");
    if let Some((name, occurrence)) = boundary {
        command.env("STATELINE_BOUNDARY", name).env("STATELINE_OCCURRENCE", occurrence.to_string());
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
}

/// Kills it when it says that it has come to its boundary; whether it has.
fn kill_at_boundary(mut child: Child) -> bool {
    let output = BufReader::new(child.stdout.take().expect("it is piped"));
    let reached = output.lines().map_while(std::result::Result::ok).any(|line| line == "kill me");
    if reached {
        child.kill().expect("it is ours");
    }
    let ended = child.wait_with_output().expect("it ends");
    assert!(reached || ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    reached
}

/// What a folder must hold when its instances have ended.
fn check(folder: &Path, story: &str) {
    let mut done: BTreeMap<&str, u32> = BTreeMap::new();
    let party = fs::read_to_string(folder.join("party")).expect("something was done");
    for line in party.lines() {
        *done.entry(line.split(' ').next().expect("a line has a key")).or_default() += 1;
    }
    let twice: Vec<_> = done.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{story}: done twice: {twice:?}\n{party}");
    let sum: u64 = party.lines().filter_map(|line| line.rsplit(' ').next()?.parse::<u64>().ok()).sum();
    assert_eq!(sum, INSTANCES * u64::from(SUM), "{story}: {party}");
    let folder = folder.to_owned();
    let flaws = run(async move { verify(&open(&folder), None).await.expect("it reads").flaws });
    assert_eq!(flaws, [], "{story}");
}

/// A folder of its own, which is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("stateline-killed-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("there is room");
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How often the process is killed, at boundaries and at random: `scripts/kill` says it.
fn kills() -> u32 {
    std::env::var("STATELINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(50)
}

#[test]
fn s40_killed_at_any_boundary_each_effect_happens_once() {
    let (mut killed, mut occurrence) = (0, 1);
    while killed < kills() {
        let before = killed;
        for boundary in BOUNDARIES {
            let story = format!("{boundary} {occurrence}");
            let folder = Folder::new(&story.replace(' ', "-"));
            if !kill_at_boundary(spawn(&folder.0, Some((boundary, occurrence)))) {
                continue;
            }
            killed += 1;
            // The next one may be killed too, where it has come to the same once more.
            killed += u32::from(kill_at_boundary(spawn(&folder.0, Some((boundary, 1)))));
            let rest = kill_at_boundary(spawn(&folder.0, None));
            assert!(!rest);
            check(&folder.0, &story);
        }
        // When no process comes so far any more, from the beginning: what runs at once differs each time.
        occurrence = if killed == before { 1 } else { occurrence + 1 };
    }
}

#[test]
fn s40_killed_at_random_each_effect_happens_once() {
    let mut killed = 0;
    let mut seed = u64::from(std::process::id());
    for story in 0.. {
        if killed >= kills() {
            break;
        }
        let folder = Folder::new(&format!("random-{story}"));
        loop {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mut child = spawn(&folder.0, None);
            std::thread::sleep(Duration::from_micros(2_000 + (seed >> 33) % 60_000));
            let _ = child.kill();
            if child.wait_with_output().expect("it ends").status.success() {
                break;
            }
            killed += 1;
            if killed >= kills() {
                assert!(!kill_at_boundary(spawn(&folder.0, None)));
                break;
            }
        }
        check(&folder.0, "at random");
    }
}

#[test]
fn s40_while_a_process_is_stopped_no_other_takes_its_store() {
    let signal = |child: &Child, signal: &str| {
        let status = std::process::Command::new("kill").args([signal, &child.id().to_string()]).status();
        assert!(status.is_ok_and(|status| status.success()), "{signal}");
    };
    for turn in 0..3 {
        let folder = Folder::new(&format!("stopped-{turn}"));
        let child = spawn(&folder.0, None);
        // Until it has the store.
        while !folder.0.join("party").exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        signal(&child, "-STOP");
        let path = folder.0.clone();
        let refused = run(async move {
            let boundary = Arc::new(Boundary { name: None, left: AtomicU32::new(0) });
            let desk = Desk(Party { file: path.join("party"), boundary });
            let store = Sqlite::open(path.join("payments.db"))?;
            Runner::new(store).serve(payment(), desk).developing().begin().await.map(drop)
        });
        let ended = fs::read_to_string(folder.0.join("party")).expect("it is there").lines().count();
        match refused {
            Err(error) => {
                // It may have been stopped in the middle of a write, for which others wait in vain.
                let kind = error.store().map(|error| error.kind());
                assert!(matches!(kind, Some(StoreErrorKind::Owned | StoreErrorKind::Busy)), "{error}");
            }
            // It was through before it could be stopped.
            Ok(()) => assert_eq!(ended as u64, INSTANCES * 5, "the store was taken from a living owner"),
        }
        signal(&child, "-CONT");
        assert!(!kill_at_boundary(child));
        check(&folder.0, "stopped");
    }
}
