//! Calls that a runner makes: where they run, what becomes of those that take long, fail, or are not asked again.

use super::run;
use stateline::runner::{Durable, Runner, Running, Status};
use stateline::store::{InstanceId, LineKind, LogLine, Memory, Store, Target, Verb};
use stateline::{
    Call, CallError, Calls, Chain, Effect, Handle, Has, Json, Line, Next, Operation, Outcome, Retry, Run,
    Step,
};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::ThreadId;
use std::time::Duration;

/// A third party that notes on which thread it is asked, and answers as it is told to.
#[derive(Default)]
struct Party {
    threads: Mutex<Vec<ThreadId>>,
    asked: AtomicU32,
    /// It answers no question.
    shut: AtomicBool,
    /// Who is made to wait goes on.
    goes_on: tokio::sync::Notify,
}

impl Has<Party> for Party {
    fn get(&self) -> &Party {
        self
    }
}

macro_rules! operation {
    ($name:ident $text:literal, $effect:ident, $blocking:literal, |$party:ident| $body:expr) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct $name {
            n: u32,
        }

        impl Operation for $name {
            type Output = Result<u32, String>;
            const CONTEXT: &'static str = "party";
            const NAME: &'static str = $text;
            const EFFECT: Effect = Effect::$effect;
            const EXTERNAL: bool = true;
            const BLOCKING: bool = $blocking;
        }

        impl<E: Has<Party> + Sync> Handle<E> for $name {
            async fn handle(self, environment: &E, _: &Call) -> Result<u32, String> {
                let $party = environment.get();
                $party.asked.fetch_add(1, Ordering::SeqCst);
                $party.threads.lock().expect("nobody panics in here").push(std::thread::current().id());
                $body
            }
        }
    };
}

operation!(Blocks "blocks", Irreversible, true, |_party| Ok(1));
operation!(Awaits "awaits", Irreversible, false, |_party| Ok(1));
operation!(Writes "writes", Write, false, |_party| Ok(3));
operation!(Lasts "lasts", Irreversible, false, |party| {
    party.goes_on.notified().await;
    Ok(7)
});
operation!(Peeks "peeks", Read, false, |party| {
    party.goes_on.notified().await;
    Ok(7)
});
operation!(Looks "looks", Read, false, |party| match party.shut.load(Ordering::SeqCst) {
    true => Err("it is shut".into()),
    false => Ok(5),
});
operation!(Breaks "breaks", Irreversible, false, |party| match party.asked.load(Ordering::SeqCst) {
    1 => panic!("it was told to"),
    _ => Ok(7),
});
operation!(Refuses "refuses", Irreversible, false, |party| match party.asked.load(Ordering::SeqCst) {
    1 => Err("not yet".into()),
    _ => Ok(2),
});

#[derive(serde::Serialize, serde::Deserialize)]
struct Copies {
    text: String,
}

impl Operation for Copies {
    type Output = Result<u32, String>;
    const CONTEXT: &'static str = "party";
    const NAME: &'static str = "copies";
    const EFFECT: Effect = Effect::Write;
    const EXTERNAL: bool = true;
}

impl<E: Has<Party> + Sync> Handle<E> for Copies {
    async fn handle(self, environment: &E, _: &Call) -> Result<u32, String> {
        environment.get().asked.fetch_add(1, Ordering::SeqCst);
        Err(self.text)
    }
}

/// What the step calls, by name; then it goes on with the sum of the answers.
type Names = Vec<String>;

#[derive(Debug)]
enum Trouble {
    Party(String),
    Call(CallError),
    Odd,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Trouble::Party(why) => f.write_str(why),
            Trouble::Call(error) => error.fmt(f),
            Trouble::Odd => f.write_str("this attempt fails"),
        }
    }
}

impl std::error::Error for Trouble {}

impl stateline::Failure for Trouble {
    fn verdict(&self) -> stateline::Verdict {
        match self {
            Trouble::Party(_) | Trouble::Odd => stateline::Verdict::Again,
            Trouble::Call(error) => error.verdict(),
        }
    }
}

/// How often the step has run, in this program: what a step must not look at, unless it wants to diverge.
static RUNS: AtomicU32 = AtomicU32::new(0);

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct ask {}

impl Step for ask {
    type Input = Names;
    type Output = u32;
    type Error = Trouble;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "asking";
    const NAME: &'static str = "ask";
}

impl<E> Run<E> for ask
where
    E: Calls<Blocks>
        + Calls<Awaits>
        + Calls<Lasts>
        + Calls<Breaks>
        + Calls<Refuses>
        + Calls<Writes>
        + Calls<Copies>
        + Calls<Looks>
        + Calls<Peeks>,
{
    async fn run(names: Names, ctx: &E) -> Outcome<u32, Trouble> {
        let mut sum = 0;
        for name in names {
            let told = match name.as_str() {
                "blocks" => ctx.call(Blocks { n: 1 }).await,
                "awaits" => ctx.call(Awaits { n: 1 }).await,
                "lasts" => ctx.call(Lasts { n: 1 }).await,
                "looks" => ctx.call(Looks { n: 1 }).await,
                "writes" => ctx.call(Writes { n: 1 }).await,
                "breaks" => ctx.call(Breaks { n: 1 }).await,
                "refuses" => ctx.call(Refuses { n: 1 }).await,
                "diverges" => ctx.call(Awaits { n: 100 + RUNS.fetch_add(1, Ordering::SeqCst) }).await,
                "peeks" => tokio::select! {
                    told = ctx.call(Peeks { n: 1 }) => told,
                    () = tokio::time::sleep(Duration::from_millis(20)) => Ok(Ok(4)),
                },
                "copies" => ctx.call(Copies { text: "x".repeat(150 * 1024) }).await,
                "abandons" => {
                    // The step ends while the call has not even been begun.
                    let call = async { Ok(ctx.call(Writes { n: 1 }).await) };
                    let fails = async { Err::<(), _>(Trouble::Odd) };
                    tokio::try_join!(call, fails)?.0
                }
                _ => return Err(Trouble::Odd),
            };
            sum += told.map_err(Trouble::Call)?.map_err(Trouble::Party)?;
        }
        Ok(Next(sum))
    }
}

/// Its attempts may take so long.
fn asking(limit: Duration) -> Chain<Names, Durable<Party>> {
    let (first, cap) = (Duration::from_millis(1), Duration::from_millis(1));
    let line = Line::first::<ask>().retried(Retry { times: 2, first, factor: 1, cap });
    line.within(limit).end(1)
}

struct Scene {
    store: Memory,
    party: Arc<Party>,
    runner: Running<Memory>,
    id: InstanceId,
}

impl Scene {
    /// An instance is started, whose step calls these.
    async fn of(names: &[&str]) -> Scene {
        Scene::limited(names, Duration::from_secs(60)).await
    }

    async fn limited(names: &[&str], limit: Duration) -> Scene {
        Scene::at(names, limit, Party::default()).await
    }

    /// The third party answers no question.
    async fn shut(names: &[&str]) -> Scene {
        Scene::at(names, Duration::from_secs(60), Party { shut: true.into(), ..Party::default() }).await
    }

    async fn at(names: &[&str], limit: Duration, party: Party) -> Scene {
        let (store, party) = (Memory::new(), Arc::new(party));
        let runner = Runner::new(store.clone()).serve(asking(limit), party.clone());
        let runner = runner.begin().await.expect("nothing else has the store");
        let names: Names = names.iter().map(ToString::to_string).collect();
        let id = runner.start("asking", names).await.expect("it starts");
        Scene { store, party, runner, id }
    }

    async fn ended(&self) -> (Status, String) {
        let ended = self.runner.ended(self.id).await.expect("it runs");
        (ended.status, ended.reason.unwrap_or_default())
    }

    async fn lines(&self) -> Vec<LogLine> {
        let mut story = self.store.story(self.id, None, 100).await.expect("memory is read");
        story.reverse();
        story.into_iter().map(|(_, line)| line).collect()
    }

    fn asked(&self) -> u32 {
        self.party.asked.load(Ordering::SeqCst)
    }
}

#[test]
fn what_holds_up_its_thread_has_one_of_its_own() {
    run(async {
        for (name, ours) in [("blocks", false), ("awaits", true)] {
            let scene = Scene::of(&[name]).await;
            assert_eq!(scene.ended().await.0, Status::Done);
            let threads = scene.party.threads.lock().expect("nobody panics in here").clone();
            assert_eq!(
                threads.iter().map(|it| *it == std::thread::current().id()).collect::<Vec<_>>(),
                [ours]
            );
        }
    });
}

#[test]
fn s2_a_call_outlives_its_step_and_its_late_answer_is_a_line() {
    run(async {
        let scene = Scene::limited(&["lasts"], Duration::from_millis(50)).await;
        assert_eq!(scene.ended().await, (Status::Parked, "it ran for longer than its limit of 50ms".into()));
        let answered = |lines: &[LogLine]| lines.iter().any(|line| line.kind == LineKind::Answer);
        assert!(!answered(&scene.lines().await));
        scene.party.goes_on.notify_one();
        while !answered(&scene.lines().await) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        // Tried again, the step is told what is known by now.
        let retry = Verb::Retry(Target::Instance(scene.id));
        scene.runner.command("a test", "it has been answered", retry).await.expect("it is tried again");
        while scene.ended().await.0 == Status::Parked {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!((scene.ended().await.0, scene.asked()), (Status::Done, 1));
    });
}

#[test]
fn an_operation_that_panics_parks_and_leaves_its_intent_open() {
    run(async {
        let scene = Scene::of(&["breaks"]).await;
        assert_eq!(scene.ended().await, (Status::Parked, "`party::breaks` panicked: it was told to".into()));
        // It has no inquiry: nobody guesses.
        let retry = Verb::Retry(Target::Instance(scene.id));
        scene.runner.command("a test", "to see", retry).await.expect("it is tried again");
        let told = "nobody knows whether `party::breaks` was carried out: it has no inquiry";
        while scene.ended().await.1 != told {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(scene.asked(), 1);
    });
}

#[test]
fn s3_a_person_says_what_became_of_a_call_that_nobody_can_be_asked_about() {
    run(async {
        let done = Json::write(&Ok::<_, String>(7_u32)).expect("it is plain data");
        for (answer, asked) in [(None, 2), (Some(done), 1)] {
            let scene = Scene::of(&["breaks"]).await;
            assert_eq!(scene.ended().await.0, Status::Parked);
            let instance = || Target::Instance(scene.id);
            let cancel = scene.runner.command("a test", "to see", Verb::Cancel(instance())).await;
            let why = cancel.expect_err("nobody knows what was done").to_string();
            assert!(why.contains("nobody knows whether `party::breaks` was carried out"), "{why}");
            let of = |call: &str| Verb::Answer {
                instance: instance(),
                call: Some(call.to_owned()),
                answer: answer.clone(),
            };
            let other = scene.runner.command("a test", "asked", of("party::awaits")).await;
            assert!(other.expect_err("it is not open").to_string().contains("no call `party::awaits`"));
            scene.runner.command("Ada", "asked the party", of("party::breaks")).await.expect("it is open");
            let lines = scene.lines().await;
            let said = lines.last().and_then(|line| line.payload.as_ref()).expect("it says who").text();
            assert!(said.contains("Ada") && said.contains("asked the party"), "{said}");
            scene
                .runner
                .command("a test", "it is known", Verb::Retry(instance()))
                .await
                .expect("it is parked");
            while scene.ended().await.0 == Status::Parked {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            assert_eq!((scene.ended().await.0, scene.asked()), (Status::Done, asked));
        }
    });
}

#[test]
fn s3_a_person_who_was_mistaken_about_a_call_answers_again() {
    run(async {
        let scene = Scene::of(&["breaks"]).await;
        assert_eq!(scene.ended().await.0, Status::Parked);
        let answer = async |answer: Json| {
            let instance = Target::Instance(scene.id);
            let verb = Verb::Answer { instance, call: None, answer: Some(answer) };
            scene.runner.command("Ada", "asked the party", verb).await
        };
        let retry = async || {
            let retry = Verb::Retry(Target::Instance(scene.id));
            scene.runner.command("a test", "it is known", retry).await.expect("it is parked");
        };
        answer(Json::write(&7_u32).expect("it is plain data")).await.expect("it is open");
        retry().await;
        while !scene.ended().await.1.contains("cannot be understood") {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let right = Json::write(&Ok::<_, String>(7_u32)).expect("it is plain data");
        answer(right).await.expect("it may be why it is parked");
        retry().await;
        while scene.ended().await.0 == Status::Parked {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!((scene.ended().await.0, scene.asked()), (Status::Done, 1));
    });
}

#[test]
fn s2_a_write_that_no_owner_can_have_made_is_made_by_the_next() {
    run(async {
        let scene = Scene::shut(&["looks", "writes"]).await;
        let shut = "`asking` version 1, step `ask`: it is shut; that was attempt 3, the last";
        assert_eq!(scene.ended().await, (Status::Parked, shut.into()));
        let Scene { store, party, runner, id } = scene;
        runner.stop(Duration::from_secs(5)).await.expect("it stops");
        party.shut.store(false, Ordering::SeqCst);
        // Whoever takes over knows that nothing was written: it has no inquiry, and is made all the same.
        let runner = Runner::new(store.clone()).serve(asking(Duration::from_secs(60)), party.clone());
        let runner = runner.begin().await.expect("nobody has the store");
        let scene = Scene { store, party, runner, id };
        let retry = Verb::Retry(Target::Instance(scene.id));
        scene.runner.command("a test", "it is open", retry).await.expect("it is parked");
        while scene.ended().await.1 == shut {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(scene.ended().await, (Status::Done, String::new()));
    });
}

#[test]
fn an_operations_own_error_is_asked_again_and_what_succeeded_is_not() {
    run(async {
        let scene = Scene::of(&["refuses"]).await;
        assert_eq!((scene.ended().await.0, scene.asked()), (Status::Done, 2));
        let scene = Scene::of(&["awaits", "fails"]).await;
        assert_eq!((scene.ended().await.0, scene.asked()), (Status::Parked, 1));
    });
}

#[test]
fn s68_an_attempt_that_asks_something_else_of_the_same_operation_parks() {
    run(async {
        let scene = Scene::of(&["diverges", "fails"]).await;
        let (status, reason) = scene.ended().await;
        let told = "an earlier attempt has called `party::awaits`, and this one does not ask for that, but asks \
                    `party::awaits` something else";
        assert_eq!((status, reason.as_str(), scene.asked()), (Status::Parked, told, 1));
    });
}

#[test]
fn s2_a_step_that_ends_beside_its_call_leaves_the_call_to_be_made_and_rests() {
    run(async {
        let scene = Scene::of(&["abandons"]).await;
        let ended = tokio::time::timeout(Duration::from_secs(10), scene.ended()).await;
        let (status, reason) = ended.expect("it rests");
        assert_eq!((status, scene.asked()), (Status::Parked, 1));
        assert!(reason.ends_with("that was attempt 3, the last"), "{reason}");
    });
}

#[test]
fn s65_a_call_whose_request_and_answer_are_too_large_together_has_been_made_and_parks() {
    run(async {
        let scene = Scene::of(&["copies"]).await;
        let (status, reason) = scene.ended().await;
        let told =
            "what is to be kept of a call of `party::copies` has 307221 bytes, and at most 258048 are kept";
        assert_eq!((status, reason.as_str()), (Status::Parked, told));
        let kinds: Vec<_> = scene.lines().await.iter().map(|line| line.kind.to_string()).collect();
        assert_eq!(kinds, ["started", "answer", "parked"]);
        // It is not made again, as nobody can tell what came of it.
        let retry = Verb::Retry(Target::Instance(scene.id));
        scene.runner.command("a test", "to see", retry).await.expect("it is tried again");
        let told = "nobody knows whether `party::copies` was carried out: it has no inquiry";
        while scene.ended().await.1 != told {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(scene.asked(), 1);
    });
}

#[test]
fn a_call_that_never_answers_keeps_nobody_from_its_instance() {
    run(async {
        let scene = Scene::limited(&["lasts"], Duration::from_millis(50)).await;
        assert_eq!(scene.ended().await.0, Status::Parked);
        let command = |verb| async {
            let done = scene.runner.command("a test", "to see", verb);
            tokio::time::timeout(Duration::from_secs(10), done).await.expect("it is answered")
        };
        // Tried again, the step waits for the same call.
        command(Verb::Retry(Target::Instance(scene.id))).await.expect("it is tried again");
        while scene.ended().await.0 != Status::Parked {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let why = command(Verb::Cancel(Target::Instance(scene.id))).await.expect_err("the call is open");
        let told = format!("instance {}: it ran for longer than its limit of 50ms", scene.id);
        assert_eq!(why.to_string(), told);
        assert_eq!(scene.asked(), 1);
        // A read has nothing to tell any more when its step has ended.
        let scene = Scene::of(&["peeks"]).await;
        let ended = tokio::time::timeout(Duration::from_secs(10), scene.ended()).await;
        assert_eq!(ended.expect("it ends").0, Status::Done);
    });
}

#[test]
fn a_runner_that_stops_finishes_what_it_can() {
    run(async {
        let scene = Scene::of(&["awaits"]).await;
        let Scene { store, runner, id, .. } = scene;
        runner.stop(Duration::from_secs(5)).await.expect("it stops");
        let row = store.row(id).await.expect("memory is read").expect("it is there");
        // It has begun, and is through; or it has not, and nothing was called.
        let lines = store.story(id, None, 100).await.expect("memory is read");
        let intents = lines.iter().filter(|(_, line)| line.kind == LineKind::Intent).count();
        let answers = lines.iter().filter(|(_, line)| line.kind == LineKind::Answer).count();
        assert_eq!((intents, row.standing.phase.is_end()), (answers, intents == 1));
    });
}
