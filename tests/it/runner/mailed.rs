//! A process that carries letters on SQLite is killed at random, and started again: each letter has one effect for
//! each subscriber, in the order of its key, and what became of all of them adds up.

use super::run;
use serde::{Deserialize, Serialize};
use stateline::message::{AckTerms, TopicTerms};
use stateline::operation::Declared;
use stateline::runner::{Durable, Runner};
use stateline::store::{Duty, DutyState, LineKind, Phase, Position, Query, Sqlite, Store, Tally, verify};
use stateline::{
    Ack, Call, CallError, Calls, Chain, Effect, Handle, Has, Hear, Letter, Line, Message, Nack, Next,
    Operation, Outcome, Publish, Receive, Run, Step,
};
use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How many letters each instance publishes.
const EACH: u64 = 10;

/// How many keys there are.
const KEYS: u64 = 50;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Sent {
    key: u64,
    n: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Rushed {
    n: u64,
}

impl Message for Sent {
    const CONTEXT: &'static str = "sender";
    const TOPIC: &'static str = "sent";
    const KEY: Option<&'static str> = Some("key");
    const TERMS: TopicTerms = TopicTerms {
        subscribers: &["stock", "audit"],
        ack: Some(AckTerms { within: Duration::from_secs(3_600), by: &[], to: None }),
    };
}

impl Message for Rushed {
    const CONTEXT: &'static str = "sender";
    const TOPIC: &'static str = "rushed";
    // Nobody takes it.
    const TERMS: TopicTerms = TopicTerms {
        subscribers: &["nobody"],
        ack: Some(AckTerms { within: Duration::from_millis(5), by: &[], to: None }),
    };
}

/// The third party: a file with a line for each thing that was done. It knows the keys of all.
struct Party(Mutex<(File, HashSet<String>)>);

impl Party {
    fn open(folder: &Path) -> Party {
        let path = folder.join("party");
        let told = fs::read_to_string(&path).unwrap_or_default();
        let known = told.lines().filter_map(|line| line.split(' ').next().map(str::to_owned)).collect();
        let file = OpenOptions::new().create(true).append(true).open(path).expect("it is ours");
        Party(Mutex::new((file, known)))
    }
}

#[derive(Serialize, Deserialize)]
struct Enter {
    context: String,
    n: u64,
}

impl Operation for Enter {
    type Output = u64;
    const CONTEXT: &'static str = "party";
    const NAME: &'static str = "enter";
    const EFFECT: Effect = Effect::Write;
    const EXTERNAL: bool = true;
    const IDEMPOTENT_FOR: Option<Duration> = Some(Duration::from_secs(24 * 3_600));
}

impl<E: Has<Party> + Sync> Handle<E> for Enter {
    async fn handle(self, environment: &E, call: &Call) -> u64 {
        let (file, known) = &mut *environment.get().0.lock().expect("nobody panics");
        if known.insert(call.key().to_string()) {
            let line = format!("{} {} {}\n", call.key(), self.context, self.n);
            file.write_all(line.as_bytes()).expect("it takes a line");
        }
        self.n
    }
}

struct Desk(Party);

impl Has<Party> for Desk {
    fn get(&self) -> &Party {
        &self.0
    }
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct send {}

impl Step for send {
    type Input = u64;
    type Output = u64;
    type Error = CallError;
    const CONTEXT: &'static str = "sender";
    const PROCESS: &'static str = "sending";
    const NAME: &'static str = "send";
    const CALLS: Option<&'static [Declared]> = Some(&[]);
}

impl<E: Publish<Sent> + Publish<Rushed>> Run<E> for send {
    async fn run(instance: u64, ctx: &E) -> Outcome<u64, CallError> {
        for n in instance * EACH..(instance + 1) * EACH {
            ctx.publish(Sent { key: instance % KEYS, n }).await?;
        }
        ctx.publish(Rushed { n: instance }).await?;
        Ok(Next(instance))
    }
}

fn sending() -> Chain<u64, Durable<Desk>> {
    Line::first::<send>().end(1)
}

macro_rules! handler {
    ($name:ident $context:literal) => {
        struct $name;

        impl Receive for $name {
            type Message = Sent;
            const CONTEXT: &'static str = $context;
            const NAME: &'static str = "enter";
        }

        impl<E: Calls<Enter>> Hear<E> for $name {
            async fn hear(sent: Sent, ctx: &E) -> Result<Ack, Nack> {
                let done = ctx.call(Enter { context: $context.into(), n: sent.n }).await.map(drop);
                stateline::message::Acknowledges::acknowledge(done)
            }
        }
    };
}

handler!(Stock "stock");
handler!(Audit "audit");

/// How many instances are started at a time.
const AT_ONCE: usize = 64;

/// How many letters may be open when more are published.
const BACKLOG: usize = 500;

/// Whether so many duties of a process are open.
async fn is_open(store: &Sqlite, course: &str, number: usize) -> bool {
    let open = Query { process: Some(course.into()), ..Query::open_letters(number) };
    store.find(&open).await.expect("it reads").rows.len() == number
}

/// How many letters there are: `scripts/mail` says it.
fn letters() -> u64 {
    std::env::var("STATELINE_LETTERS").ok().and_then(|letters| letters.parse().ok()).unwrap_or(600)
}

fn open(folder: &Path) -> Sqlite {
    Sqlite::open(folder.join("mail.db")).expect("it opens")
}

/// How many duties of a process are in this state.
fn count(tallies: &[Tally], course: &str, state: DutyState) -> u64 {
    Tally::mail(tallies).get(course).and_then(|states| states.get(&state)).copied().unwrap_or_default()
}

/// Not a test of its own: what the test below starts as a process, in a folder.
#[test]
fn child() {
    let Ok(folder) = std::env::var("STATELINE_MAILED") else { return };
    let folder = PathBuf::from(folder);
    run(async move {
        let desk = Arc::new(Desk(Party::open(&folder)));
        let runner = Runner::new(open(&folder)).developing().serve(sending(), desk.clone());
        let runner = runner.receive::<Stock, _>(desk.clone()).receive::<Audit, _>(desk);
        let runner = runner.begin().await.expect("nobody else has it");
        let instances = letters() / EACH;
        let runner = Arc::new(runner);
        // Those of a portion were all known when the next one began.
        let started: u64 = {
            let tallies = runner.store().tally().await.expect("it reads");
            tallies.iter().filter(|it| it.process == "sending").map(|it| it.number).sum()
        };
        let begun = started / AT_ONCE as u64 * AT_ONCE as u64;
        for from in (begun..instances).step_by(AT_ONCE) {
            // Whoever publishes more than is handled has a backlog, which outlives each kill.
            while is_open(runner.store(), "stock/sent", BACKLOG).await {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let starts: Vec<_> = (from..instances.min(from + AT_ONCE as u64))
                .map(|key| {
                    let runner = runner.clone();
                    tokio::spawn(
                        async move { runner.start_as("sending", key, key).await.expect("it starts") },
                    )
                })
                .collect();
            for start in starts {
                start.await.expect("no start panics");
            }
        }
        loop {
            if is_open(runner.store(), "stock/sent", 1).await
                || is_open(runner.store(), "audit/sent", 1).await
            {
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            }
            let tallies = runner.store().tally().await.expect("it reads");
            let done = |course| count(&tallies, course, DutyState::Acked) == letters();
            let late = count(&tallies, "nobody/rushed", DutyState::Overdue) == instances;
            if done("stock/sent") && done("audit/sent") && late {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
}

fn spawn(folder: &Path) -> Child {
    let mut command = super::child("mailed");
    command.env("STATELINE_MAILED", folder).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().expect("it starts")
}

/// How many lines came to the third party's file since it was last asked.
fn entered(party: &mut File) -> u64 {
    let mut told = Vec::new();
    party.read_to_end(&mut told).expect("it reads");
    told.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Kills processes until one comes to its end; how many there were. Each is killed when it has done ever another part
/// of the work, however fast that goes: at most an eighth, so that the first seven cannot come to the end. Every fourth
/// is killed by the clock instead, which also finds those that only begin.
fn kill_until_done(folder: &Path) -> u32 {
    let (mut killed, mut dice) = (0, 0x2545_f491_u64);
    drop(Party::open(folder));
    let mut party = File::open(folder.join("party")).expect("it is there");
    loop {
        let mut child = spawn(folder);
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let roll = dice >> 33;
        let mut left = 1 + roll.cast_signed() % (2 * letters() / 8).cast_signed();
        let alarm = (killed % 4 == 3).then(|| Instant::now() + Duration::from_millis(roll % 100));
        let ended = loop {
            if let Some(status) = child.try_wait().expect("it is ours") {
                break Some(status);
            }
            left -= entered(&mut party).cast_signed();
            if left <= 0 || alarm.is_some_and(|alarm| Instant::now() >= alarm) {
                break None;
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        match ended {
            Some(status) => {
                let told = child.wait_with_output().expect("it has ended");
                assert!(status.success(), "{}", String::from_utf8_lossy(&told.stderr));
                return killed;
            }
            None => {
                child.kill().expect("it is ours");
                child.wait().expect("it ends");
                killed += 1;
            }
        }
    }
}

/// What was published, by topic, as the log says.
async fn published(store: &Sqlite) -> BTreeMap<String, u64> {
    let (mut after, mut published) = (Position::START, BTreeMap::new());
    loop {
        let lines = store.feed(after, 4_096).await.expect("it reads");
        let Some(last) = lines.last() else { return published };
        after = last.position;
        for line in lines.into_iter().filter(|line| line.line.kind == LineKind::Finished) {
            let letters = line.line.payload.and_then(|payload| payload.read::<Vec<Letter>>().ok());
            for letter in letters.unwrap_or_default() {
                *published.entry(letter.topic().to_owned()).or_default() += 1;
            }
        }
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "scripts/mail shows the figures")]
fn s74_killed_at_random_each_letter_has_one_effect_and_all_add_up() {
    let folder = std::env::temp_dir().join(format!("stateline-mailed-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("there is room");
    let killed = kill_until_done(&folder);
    assert!(killed > 1, "nothing was killed");
    let (letters, instances) = (letters(), letters() / EACH);
    let told = fs::read_to_string(folder.join("party")).expect("something was done");
    let at = folder.clone();
    run(async move {
        let store = open(&at);
        assert_eq!(verify(&store, None).await.expect("it reads").flaws, []);
        // The sums equal what was published.
        let wanted = BTreeMap::from([("rushed".to_owned(), instances), ("sent".to_owned(), letters)]);
        assert_eq!(published(&store).await, wanted);
        let mail = Tally::mail(&store.tally().await.expect("it reads"));
        let acked = BTreeMap::from([(DutyState::Acked, letters)]);
        let overdue = BTreeMap::from([(DutyState::Overdue, instances)]);
        let sums = [("audit/sent", &acked), ("nobody/rushed", &overdue), ("stock/sent", &acked)];
        assert_eq!(mail, sums.map(|(course, states)| (course.to_owned(), states.clone())).into());
        // Each has one effect for each subscriber, in the order in which letters of its key were published.
        let mut first = BTreeMap::new();
        let mut query = Query { duty: Some(true), phase: Some(Phase::Finished), ..Query::all(4_096) };
        loop {
            let page = store.find(&query).await.expect("it reads");
            for row in page.rows {
                let sent: Sent = row.state.read::<Duty>().expect("a duty").letter.read().expect("it is that");
                let context = row.state.process().trim_end_matches("/sent").to_owned();
                first.insert((context, sent.n), (sent.key, row.first));
            }
            query.after = page.more;
            if query.after.is_none() {
                break;
            }
        }
        let mut last: BTreeMap<(String, u64), Position> = BTreeMap::new();
        let mut seen = HashSet::new();
        for line in told.lines() {
            let mut words = line.split(' ').skip(1);
            let (context, n) = (words.next().expect("a context").to_owned(), words.next().expect("a number"));
            let n: u64 = n.parse().expect("a number");
            assert!(seen.insert((context.clone(), n)), "{context} has entered {n} twice");
            let (key, position) = first[&(context.clone(), n)];
            let before = last.insert((context, key), position);
            assert!(
                before < Some(position),
                "letter {n} of key {key} was handled before one that came first"
            );
        }
        assert_eq!(seen.len() as u64, 2 * letters);
        // Each that is late was told once.
        let query = Query { overdue: Some(true), ..Query::all(10) };
        for row in store.find(&query).await.expect("it reads").rows {
            let story = store.story(row.id, None, 100).await.expect("it reads");
            assert_eq!(story.iter().filter(|(_, line)| line.kind == LineKind::Overdue).count(), 1);
        }
    });
    println!("{letters} letters, {} duties, killed {killed} times", 2 * letters + instances);
    fs::remove_dir_all(&folder).expect("it is ours");
}
