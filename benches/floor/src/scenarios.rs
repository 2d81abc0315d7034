//! What is measured: each a way in which instances are run, by the floor and by the runner. All are in one file, as
//! they are read beside each other, and share how a runner is begun, filled and timed.

use crate::floor::{Change, Floor};
use crate::measure::{Cost, Report, cost, cpu, median, resident};
use crate::process::{Audit, Bank, EACH, ENDED, HANDLED, Office, Payout, effectful, pure, sends, waits};
use stateline::runner::{Runner, Running};
use stateline::store::{Phase, Query, Sqlite, Store, verify};
use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant, SystemTime};
use tempfile::TempDir;

type Scenario = fn(usize, &mut Report);

pub fn all() -> [(&'static str, Scenario); 11] {
    [
        ("many", many),
        ("random", random),
        ("alone", alone),
        ("effects", effects),
        ("backlog", backlog),
        ("takeover", takeover),
        ("memory", memory),
        ("verify", verifying),
        ("mail", mail),
        ("letters", letters),
        ("list", list),
    ]
}

/// As many lines as the runner writes in one commit.
const GROUP: usize = 256;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("store.db");
    (folder, path)
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_time().build();
    runtime.expect("tokio runs").block_on(work)
}

async fn begin(path: &PathBuf) -> Running<Sqlite> {
    let store = Sqlite::open(path).expect("the store opens");
    let runner = Runner::new(store).developing();
    let bank = std::sync::Arc::new(Bank::default());
    let runner =
        runner.serve(pure(), bank.clone()).serve(effectful(), bank.clone()).serve(waits(), bank.clone());
    let runner = runner.serve(sends(), bank.clone());
    let runner = runner.receive::<Audit, _>(bank.clone()).receive::<Office, _>(bank);
    runner.begin().await.expect("it begins")
}

async fn stop(runner: Running<Sqlite>) {
    runner.stop(Duration::from_secs(60)).await.expect("it stops");
}

/// Starts instances of a process, all at once, and waits until each start is durable; their ids are in the order
/// of the inputs.
async fn start(
    runner: &std::sync::Arc<Running<Sqlite>>,
    process: &'static str,
    inputs: impl Iterator<Item = Payout>,
) -> Vec<stateline::store::InstanceId> {
    let start = |input| {
        let runner = runner.clone();
        tokio::spawn(async move { runner.start(process, input).await.expect("it starts") })
    };
    let starts: Vec<_> = inputs.map(start).collect();
    let mut ids = Vec::with_capacity(starts.len());
    for start in starts {
        ids.push(start.await.expect("no start panics"));
    }
    ids
}

/// Runs so many instances of four steps that call nothing, and waits until all are written.
async fn run_pure(runner: &std::sync::Arc<Running<Sqlite>>, inputs: std::ops::Range<u64>) {
    let wanted = ENDED.load(Ordering::Relaxed) + (inputs.end - inputs.start);
    let last = start(runner, "pure", inputs.map(Payout::new)).await.pop();
    while ENDED.load(Ordering::Relaxed) < wanted {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    all_ended(runner, last.as_slice()).await;
}

async fn all_ended(runner: &Running<Sqlite>, ids: &[stateline::store::InstanceId]) {
    for id in ids {
        let ended = runner.ended(*id).await.expect("the runner runs");
        assert!(ended.is_done(), "{ended:?}");
    }
}

/// Runs something on a runner, alone.
fn on_runner(path: &PathBuf, work: impl AsyncFnOnce(&std::sync::Arc<Running<Sqlite>>)) -> Cost {
    block_on(async {
        let runner = std::sync::Arc::new(begin(path).await);
        let (begun, before) = (Instant::now(), cpu());
        work(&runner).await;
        let cost = Cost { wall: begun.elapsed(), cpu: cpu().saturating_sub(before) };
        stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
        cost
    })
}

/// Runs something on a runner, alone, as a request does in a program that serves some: in a task beside the runner's.
fn in_task<T: Send + 'static, F: Future<Output = T> + Send + 'static>(
    path: &PathBuf,
    work: impl FnOnce(std::sync::Arc<Running<Sqlite>>) -> F,
) -> (Cost, T) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build();
    runtime.expect("tokio runs").block_on(async {
        let runner = std::sync::Arc::new(begin(path).await);
        let (begun, before) = (Instant::now(), cpu());
        let told = tokio::spawn(work(runner.clone())).await.expect("it does not panic");
        let cost = Cost { wall: begun.elapsed(), cpu: cpu().saturating_sub(before) };
        stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
        (cost, told)
    })
}

/// Both by turns, so often.
fn by_turns(
    rounds: usize,
    mut floor: impl FnMut() -> Cost,
    mut ours: impl FnMut() -> Cost,
) -> (Vec<Cost>, Vec<Cost>) {
    (0..rounds).map(|_| (floor(), ours())).unzip()
}

fn walls(costs: &[Cost]) -> f64 {
    median(costs.iter().map(|cost| cost.wall.as_secs_f64()).collect())
}

fn cpus(costs: &[Cost]) -> f64 {
    median(costs.iter().map(|cost| cost.cpu.as_secs_f64()).collect())
}

/// Many instances of four steps that call nothing.
fn many(rounds: usize, report: &mut Report) {
    const INSTANCES: usize = 10_000;
    let floor = || {
        let (_folder, path) = folder();
        let mut floor = Floor::open(&path);
        cost(|| {
            let ids: Vec<usize> = (0..INSTANCES).map(|_| floor.instance()).collect();
            for group in ids.chunks(GROUP / 4) {
                let started: Vec<_> = group.iter().map(|&at| Change { at, lines: 1, phase: 1 }).collect();
                floor.commit(&started);
                let ended: Vec<_> = group.iter().map(|&at| Change { at, lines: 4, phase: 4 }).collect();
                floor.commit(&ended);
            }
        })
    };
    let ours = || {
        let (_folder, path) = folder();
        on_runner(&path, async |runner| {
            run_pure(runner, 0..INSTANCES as u64).await;
        })
    };
    let (floor, ours) = by_turns(rounds, floor, ours);
    let steps = (INSTANCES * 4) as f64;
    report.tell("many: steps a second, floor", format!("{:.0}", steps / walls(&floor)));
    report.tell("many: steps a second, runner", format!("{:.0}", steps / walls(&ours)));
    report.at_least("many: of the floor's speed", 100.0 * walls(&floor) / walls(&ours), 75.0, " %");
    report.tell("many: CPU a step, floor", format!("{:.1} µs", 1e6 * cpus(&floor) / steps));
    report.at_most(
        "many: CPU a step above the floor",
        1e6 * (cpus(&ours) - cpus(&floor)) / steps,
        10.0,
        " µs",
    );
}

/// Of many that wait, some come to their time, in no order.
fn random(rounds: usize, report: &mut Report) {
    const WAITING: usize = 100_000;
    const RESUMED: usize = 20_000;
    let far = millis() + 24 * 3_600_000;
    // One in five; their ids are in the order in which they were made, and a step of 7,919 mixes them.
    let is_resumed = |at: usize| at * 7_919 % WAITING < RESUMED;
    let floor = || {
        let (_folder, path) = folder();
        let mut floor = Floor::open(&path);
        let ids: Vec<usize> = (0..WAITING).map(|_| floor.instance()).collect();
        for group in ids.chunks(GROUP) {
            floor.commit(&group.iter().map(|&at| Change { at, lines: 2, phase: 2 }).collect::<Vec<_>>());
        }
        let mut due: Vec<usize> = (0..WAITING).map(|at| at * 7_919 % WAITING).collect();
        due.truncate(RESUMED);
        cost(|| {
            for group in due.chunks(GROUP) {
                floor.commit(&group.iter().map(|&at| Change { at, lines: 1, phase: 4 }).collect::<Vec<_>>());
            }
        })
    };
    let ours = || {
        let (_folder, path) = folder();
        block_on(async {
            let runner = std::sync::Arc::new(begin(&path).await);
            // Late enough that all wait by then, and are loaded again.
            let soon = millis() + 20_000;
            let inputs = (0..WAITING).map(|at| {
                let amount = if is_resumed(at) { soon + (at * 31 % 7) as u64 } else { far };
                Payout { amount, ..Payout::new(at as u64) }
            });
            let ids = start(&runner, "waits", inputs).await;
            stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
            let runner = std::sync::Arc::new(begin(&path).await);
            let resumed = ids.iter().enumerate().filter(|(at, _)| is_resumed(*at)).map(|(_, id)| *id);
            let ends: Vec<_> = resumed
                .map(|id| {
                    let runner = runner.clone();
                    tokio::spawn(async move { all_ended(&runner, &[id]).await })
                })
                .collect();
            let left = soon.checked_sub(millis()).expect("all wait before the first is due");
            tokio::time::sleep(Duration::from_millis(left)).await;
            let (begun, before) = (Instant::now(), cpu());
            for end in ends {
                end.await.expect("all end");
            }
            let cost = Cost { wall: begun.elapsed(), cpu: cpu().saturating_sub(before) };
            stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
            cost
        })
    };
    let (floor, ours) = by_turns(rounds, floor, ours);
    let resumed = RESUMED as f64;
    report.tell("random: resumes a second, floor", format!("{:.0}", resumed / walls(&floor)));
    report.at_least("random: resumes a second", resumed / walls(&ours), 20_000.0, "");
    report.at_least("random: of the floor's speed", 100.0 * walls(&floor) / walls(&ours), 75.0, " %");
    let above = 1e6 * (cpus(&ours) - cpus(&floor)) / resumed;
    report.tell("random: CPU a resume above the floor", format!("{above:.1} µs"));
}

fn millis() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is later than 1970");
    u64::try_from(since.as_millis()).expect("and earlier than the year 500,000,000")
}

/// One instance after the other, with a step: two commits each.
fn alone(rounds: usize, report: &mut Report) {
    const INSTANCES: usize = 1_000;
    let floor = || {
        let (_folder, path) = folder();
        let mut floor = Floor::open(&path);
        cost(|| {
            for _ in 0..INSTANCES {
                let at = floor.instance();
                floor.commit(&[Change { at, lines: 1, phase: 1 }]);
                floor.commit(&[Change { at, lines: 1, phase: 4 }]);
            }
        })
    };
    let ours = || {
        let (_folder, path) = folder();
        let (cost, ()) = in_task(&path, |runner| async move {
            for at in 0..INSTANCES as u64 {
                let input = Payout { amount: 0, ..Payout::new(at) };
                let id = runner.start("waits", input).await.expect("it starts");
                all_ended(&runner, &[id]).await;
            }
        });
        cost
    };
    let (floor, ours) = by_turns(rounds, floor, ours);
    let commits = (INSTANCES * 2) as f64;
    report.tell("alone: a commit, floor", format!("{:.0} µs", 1e6 * walls(&floor) / commits));
    report.at_least("alone: of the floor's speed", 100.0 * walls(&floor) / walls(&ours), 80.0, " %");
}

/// One instance after the other, with four steps of one effect each.
fn effects(rounds: usize, report: &mut Report) {
    const INSTANCES: usize = 250;
    let mut slowest = Vec::new();
    let mut commits = Vec::new();
    let floor = || {
        let (_folder, path) = folder();
        let mut floor = Floor::open(&path);
        let cost = cost(|| {
            for _ in 0..INSTANCES {
                let at = floor.instance();
                let begun = Instant::now();
                for _ in 0..4 {
                    floor.commit(&[Change { at, lines: 1, phase: 1 }]);
                }
                commits.push(begun.elapsed().as_secs_f64());
            }
        });
        cost
    };
    let ours = || {
        let (_folder, path) = folder();
        let (cost, walls) = in_task(&path, |runner| async move {
            let mut walls = Vec::with_capacity(INSTANCES);
            for at in 0..INSTANCES as u64 {
                let begun = Instant::now();
                let id = runner.start("effectful", Payout::new(at)).await.expect("it starts");
                all_ended(&runner, &[id]).await;
                walls.push(begun.elapsed().as_secs_f64());
            }
            walls
        });
        slowest.extend(walls);
        cost
    };
    let (floor, ours) = by_turns(rounds, floor, ours);
    report.at_most("effects: four steps, of four commits", walls(&ours) / walls(&floor), 2.0, " ×");
    let p99 = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all[all.len() * 99 / 100]
    };
    report.at_most(
        "effects: the slowest hundredth, of four commits",
        p99(slowest) / median(commits),
        4.0,
        " ×",
    );
}

/// The cost of a step while so many others wait.
fn backlog(rounds: usize, report: &mut Report) {
    const INSTANCES: usize = 5_000;
    let far = millis() + 24 * 3_600_000;
    let cpu_with = |waiting: u64| {
        let (_folder, path) = folder();
        on_runner_after(&path, async |runner| {
            start(runner, "waits", (0..waiting).map(|at| Payout { amount: far, ..Payout::new(at) })).await;
        })
    };
    let (few, lots) = by_turns(rounds, || cpu_with(1_000), || cpu_with(100_000));
    let steps = (INSTANCES * 4) as f64;
    report.tell("backlog: CPU a step with 1,000 waiting", format!("{:.1} µs", 1e6 * cpus(&few) / steps));
    report.at_most("backlog: of that, with 100,000 waiting", 100.0 * cpus(&lots) / cpus(&few), 110.0, " %");

    fn on_runner_after(path: &PathBuf, before: impl AsyncFnOnce(&std::sync::Arc<Running<Sqlite>>)) -> Cost {
        block_on(async {
            let runner = std::sync::Arc::new(begin(path).await);
            before(&runner).await;
            // What was started is to wait, and not still on its way there.
            let on_its_way = Query { phase: Some(Phase::Ready), ..Query::all(1) };
            while !runner.store().find(&on_its_way).await.expect("it reads").rows.is_empty() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let (begun, spent) = (Instant::now(), cpu());
            run_pure(&runner, 0..INSTANCES as u64).await;
            let cost = Cost { wall: begun.elapsed(), cpu: cpu().saturating_sub(spent) };
            stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
            cost
        })
    }
}

/// A runner begins on a store with 100,000 in flight: how long until one that is due has gone on.
fn takeover(rounds: usize, report: &mut Report) {
    const IN_FLIGHT: u64 = 100_000;
    let mut seconds = Vec::new();
    for _ in 0..rounds {
        let (_folder, path) = folder();
        let far = millis() + 24 * 3_600_000;
        let id = block_on(async {
            let runner = std::sync::Arc::new(begin(&path).await);
            let soon = millis() + 15_000;
            let inputs = (0..IN_FLIGHT)
                .map(|at| Payout { amount: if at == IN_FLIGHT / 2 { soon } else { far }, ..Payout::new(at) });
            let ids = start(&runner, "waits", inputs).await;
            stop(std::sync::Arc::into_inner(runner).expect("nobody else has it")).await;
            tokio::time::sleep(Duration::from_millis(soon.saturating_sub(millis()) + 100)).await;
            ids[ids.len() / 2]
        });
        block_on(async {
            let begun = Instant::now();
            let runner = begin(&path).await;
            all_ended(&runner, &[id]).await;
            seconds.push(begun.elapsed().as_secs_f64());
            stop(runner).await;
        });
    }
    report.at_most("takeover: 100,000 in flight run again after", median(seconds), 2.0, " s");
}

/// What 10,000 in flight hold in memory, and an instance in the file.
fn memory(_: usize, report: &mut Report) {
    let (_folder, path) = folder();
    let far = millis() + 24 * 3_600_000;
    on_runner(&path, async |runner| {
        report.tell("memory: with none in flight", format!("{:.1} MiB", resident()));
        // Not all at once: whoever starts them holds something for each, too.
        for hundred in 0..100 {
            let inputs = (0..100).map(|at| Payout { amount: far, ..Payout::new(hundred * 100 + at) });
            start(runner, "waits", inputs).await;
        }
        report.at_most("memory: with 10,000 in flight", resident(), 30.0, " MiB");
    });
    let (_folder, path) = folder();
    on_runner(&path, async |runner| {
        run_pure(runner, 0..10_000).await;
    });
    let bytes = std::fs::metadata(&path).map_or(0, |file| file.len());
    report.at_most("memory: an instance of four steps on disk", bytes as f64 / 10_000.0, 1_300.0, " B");
}

/// How fast a store is verified.
fn verifying(_: usize, report: &mut Report) {
    let (_folder, path) = folder();
    on_runner(&path, async |runner| {
        for part in 0..5 {
            run_pure(runner, part * 10_000..(part + 1) * 10_000).await;
        }
    });
    let lines = 50_000.0 * 5.0;
    let store = Sqlite::open(&path).expect("the store opens");
    let took = cost(|| {
        let verified = block_on(verify(&store, None)).expect("it reads");
        assert_eq!(verified.flaws, []);
    });
    report.at_least("verify: lines a second of CPU", lines / took.cpu.as_secs_f64(), 500_000.0, "");
    report.tell("verify: lines a second", format!("{:.0}", lines / took.wall.as_secs_f64()));
}

/// Sends letters of so many instances, and waits until all are acknowledged.
async fn send(runner: &std::sync::Arc<Running<Sqlite>>, inputs: std::ops::Range<u64>) {
    let wanted = HANDLED.load(Ordering::Relaxed) + 2 * EACH * (inputs.end - inputs.start);
    start(runner, "sends", inputs.map(Payout::new)).await;
    while HANDLED.load(Ordering::Relaxed) < wanted {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let open = Query::open_letters(1);
    while !runner.store().find(&open).await.expect("it reads").rows.is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// What the data of a duty is like.
const DUTY: &str = r#"{"letter":{"id":"019acce8-cc00-7707-8707-070707070707","sender":"payments","topic":"payout.sent","key":123,"cause":{"step":{"instance":"019acce8-cc00-7707-8707-070707070707","process":"sends","step":"send"}},"rehearsal":false,"payload":{"number":123,"payout":{"account":1234,"holder":"Ada Lovelace, London","amount":1250,"open":true}}},"path":[],"waits":null,"tells":null}"#;

/// So many duties, each begun in one commit and ended in the next.
fn mail_floor(deliveries: usize) -> Cost {
    let (_folder, path) = folder();
    let mut floor = Floor::of_duties(&path, DUTY.to_owned());
    cost(|| {
        let ids: Vec<usize> = (0..deliveries).map(|_| floor.instance()).collect();
        for group in ids.chunks(GROUP) {
            let begun: Vec<_> = group.iter().map(|&at| Change { at, lines: 1, phase: 1 }).collect();
            floor.commit(&begun);
            let ended: Vec<_> = group.iter().map(|&at| Change { at, lines: 1, phase: 4 }).collect();
            floor.commit(&ended);
        }
    })
}

/// Letters that steps publish, each handled by two contexts.
fn mail(rounds: usize, report: &mut Report) {
    const INSTANCES: u64 = 1_000;
    let deliveries = usize::try_from(2 * EACH * INSTANCES).expect("it is small");
    let ours = || {
        let (_folder, path) = folder();
        on_runner(&path, async |runner| send(runner, 0..INSTANCES).await)
    };
    let (floor, ours) = by_turns(rounds, || mail_floor(deliveries), ours);
    let each = deliveries as f64;
    report.tell("mail: the floor's deliveries", format!("{:.0}/s", each / walls(&floor)));
    report.at_least("mail: deliveries", each / walls(&ours), 20_000.0, "/s");
    report.tell("mail: of the floor's speed", format!("{:.0}%", 100.0 * walls(&floor) / walls(&ours)));
    report.tell("mail: CPU of the floor's delivery", format!("{:.1} µs", 1e6 * cpus(&floor) / each));
    report.tell("mail: CPU of a delivery", format!("{:.1} µs", 1e6 * cpus(&ours) / each));
}

/// A million letters, each handled by two contexts: how fast, beside the floor in the same run, and what is in
/// memory meanwhile.
fn letters(_: usize, report: &mut Report) {
    const INSTANCES: u64 = 50_000;
    const PARTS: u64 = 10;
    let (_folder, path) = folder();
    let mut held = Vec::new();
    let ours = on_runner(&path, async |runner| {
        for part in 0..PARTS {
            // In portions: what was not started yet would be in memory too.
            for portion in 0..20 {
                let from = (part * 20 + portion) * (INSTANCES / PARTS / 20);
                send(runner, from..from + INSTANCES / PARTS / 20).await;
            }
            held.push(resident());
        }
    });
    let deliveries = 2 * EACH * INSTANCES;
    // The floor has a tenth of them.
    let floor = mail_floor(usize::try_from(deliveries / 10).expect("it is small"));
    for (part, held) in held.iter().enumerate() {
        let letters = EACH * INSTANCES / PARTS * (part as u64 + 1) / 1_000;
        report.tell(&format!("letters: in memory after {letters},000"), format!("{held:.1} MiB"));
    }
    let (first, last) = (held[0], held[held.len() - 1]);
    report.at_most("letters: more of it after a million than after a tenth", last - first, 8.0, " MiB");
    let deliveries = deliveries as f64;
    report.at_least("letters: deliveries", deliveries / ours.wall.as_secs_f64(), 20_000.0, "/s");
    let of = 100.0 * 10.0 * floor.wall.as_secs_f64() / ours.wall.as_secs_f64();
    report.tell("letters: of the floor's speed", format!("{of:.0}%"));
    report.tell(
        "letters: CPU of a delivery",
        format!(
            "{:.1} µs, the floor's {:.1}",
            1e6 * ours.cpu.as_secs_f64() / deliveries,
            1e7 * floor.cpu.as_secs_f64() / deliveries
        ),
    );
}

/// What `ps` shows first, of a million instances that have ended and a thousand that have not.
fn list(_: usize, report: &mut Report) {
    let (_folder, path) = folder();
    drop(Sqlite::open(&path).expect("the store opens"));
    let connection = rusqlite::Connection::open(&path).expect("it is there");
    let made = "INSERT INTO process VALUES (1, 'pure'), (2, 'rare');
        INSERT INTO definition VALUES (1, 1, 1, '{}', NULL), (2, 2, 1, '{}', NULL), (3, 1, 2, '{}', NULL);
        WITH RECURSIVE made (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM made WHERE at < 1001000)
        INSERT INTO instance (id, process, definition, rehearsal, step, type, data, phase, parked, held, attempt,
                              wake, seq, first, last, changed)
        SELECT CAST(printf('%016d', at) AS BLOB), 1, 1, 0, CASE at % 1001 WHEN 0 THEN 'first' END, 'Payout', '{}',
               CASE at % 1001 WHEN 0 THEN 1 ELSE 4 END, 0, 0, 0, CASE at % 1001 WHEN 0 THEN 0 END, 5, at, at,
               1764400000000
        FROM made;";
    connection.execute_batch(made).expect("there is room");
    drop(connection);
    let store = Sqlite::open(&path).expect("the store opens");
    let open = Query { ended: Some(false), duty: Some(false), ..Query::all(51) };
    let all = Query { duty: Some(false), ..Query::all(51) };
    let asked = [
        ("ps", open.clone(), 51),
        ("ps --all", all.clone(), 51),
        ("ps --process rare", Query { process: Some("rare".into()), ..open.clone() }, 0),
        ("ps --status parked", Query { parked: Some(true), held: Some(false), ..open }, 0),
        (
            "parked ones of `pure`",
            Query { process: Some("pure".into()), parked: Some(true), ..all.clone() },
            0,
        ),
        ("ps --process rare --all", Query { process: Some("rare".into()), ..all.clone() }, 0),
        ("ps --process pure --all", Query { process: Some("pure".into()), ..all.clone() }, 51),
        ("ps --version 2 --all", Query { version: Some(2), ..all.clone() }, 0),
        ("ps --step first --all", Query { step: Some("first".into()), ..all.clone() }, 51),
        ("ps --status failed", Query { ended: Some(true), phase: Some(Phase::Failed), ..all }, 0),
    ];
    for (words, query, found) in asked {
        let took: Vec<f64> = (0..15)
            .map(|_| {
                let begun = Instant::now();
                let page = block_on(store.find(&query)).expect("it reads");
                assert_eq!(page.rows.len(), found, "{words}");
                begun.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        report.at_most(&format!("list: the first page of `{words}`"), median(took), 20.0, " ms");
    }
}
