//! What is stored is read by a build as it was written, or the build refuses to start.

use super::{GRACE, request, run};
use crate::runtime::bank::{Decided, Desk, Request, load, release};
use stateline::runner::{Durable, Runner, RunnerError};
use stateline::store::{self, Memory, Store};
use stateline::{Await, Chain, Line};
use stateline_schema::entries::fingerprint;
use std::sync::Arc;

const PROCESS: &str = "\
process payout 1, key transaction:
  step load: Request -> Loaded
    takes: bank::Request
    returns: bank::Loaded
  step release: Loaded -> Released
    takes: bank::Loaded
    returns: bank::Released
    awaits: compliance.decided";
const REQUEST: &str = "struct bank::Request:\n  consumer: u64\n  amount: u64";
const LOADED: &str = "struct bank::Loaded:\n  amount: u64\n  decision: bank::Decision";
const DECISION: &str = "enum bank::Decision:\n  Pending\n  Approved";
const RELEASED: &str = "struct bank::Released:\n  amount: u64";

/// A lock of these entries.
fn lock(entries: &[&str]) -> &'static str {
    let sealed = entries.iter().map(|entry| {
        let (first, rest) = entry.split_once('\n').unwrap_or((entry, ""));
        format!("{first}  #{:016x}\n{rest}\n", fingerprint(entry.as_bytes()))
    });
    let entries: Vec<String> = sealed.collect();
    format!("stateline lock 1\n\n{}", entries.join("\n")).leak()
}

/// The lock of the payout in which some words are others.
fn changed(from: &str, to: &str) -> &'static str {
    let entries = [PROCESS, DECISION, LOADED, RELEASED, REQUEST].map(|entry| entry.replace(from, to));
    lock(&entries.each_ref().map(String::as_str))
}

fn as_it_is() -> &'static str {
    lock(&[PROCESS, DECISION, LOADED, RELEASED, REQUEST])
}

fn payout() -> Chain<Request, Durable<Desk>> {
    Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default()).end(1)
}

async fn begins<S: Store>(store: S, chain: Chain<Request, Durable<Desk>>) -> Result<(), RunnerError> {
    Runner::new(store).serve(chain, Desk::default()).begin().await?.stop(GRACE).await
}

/// A store in which an instance waits that began by the lock as it is.
async fn blocked() -> Memory {
    let store = Memory::new();
    let runner = Runner::new(store.clone()).serve(payout().locked(1, as_it_is()), Desk::default());
    let runner = runner.begin().await.expect("it is the first");
    runner.start_as("payout", 7_u64, request(5)).await.expect("it starts");
    runner.stop(GRACE).await.expect("it stops");
    store
}

#[test]
fn s50_a_build_that_would_read_stored_data_otherwise_refuses_to_start() {
    run(async {
        let store = blocked().await;
        for (from, to, told) in [
            (
                "amount: u64\n  decision",
                "amount: u32\n  decision",
                "`amount` of what step `release` takes was `u64` and is now `u32`",
            ),
            (
                "decision: bank::Decision",
                "verdict: bank::Decision",
                "`decision` of what step `release` takes is stored, but no longer a field; `verdict` of what step \
                 `release` takes is missing in what is stored: `bank::Decision`",
            ),
            (
                "amount: u64\n  decision",
                "amount: u64\n  currency: String\n  decision",
                "`currency` of what step `release` takes is missing in what is stored: `String`",
            ),
        ] {
            let error = begins(store.clone(), payout().locked(1, changed(from, to))).await.expect_err(to);
            assert!(error.is_changed(), "{error}");
            assert_eq!(
                error.to_string(),
                format!(
                    "what instances of version 1 of `payout` are stored with could not be read: {told}; leave the type \
                     as it was for version 1, and give a new version a type of its own"
                )
            );
        }
        // Its messages would not find it.
        for (from, to, told) in [
            ("key transaction", "key consumer", "its key was `transaction` and is now `consumer`"),
            (
                "awaits: compliance.decided",
                "awaits: compliance.decided by consumer",
                "step `release` awaited compliance.decided and now awaits compliance.decided by consumer",
            ),
        ] {
            let error = begins(store.clone(), payout().locked(1, changed(from, to))).await.expect_err(to);
            assert!(error.is_changed() && error.to_string().contains(told), "{error}");
        }
        assert_eq!(store.definitions().await.expect("memory is read").len(), 1);
    });
}

#[test]
fn a_build_that_reads_what_is_stored_is_served_and_remembered() {
    run(async {
        let store = blocked().await;
        let definitions = async || store.definitions().await.expect("memory is read");
        begins(store.clone(), payout().locked(1, as_it_is())).await.expect("nothing has changed");
        assert_eq!(definitions().await.len(), 1);
        // What it writes may be more than what it reads.
        let more = changed("Approved", "Approved\n  Rejected");
        begins(store.clone(), payout().locked(1, more)).await.expect("what is stored is read");
        assert_eq!(definitions().await.len(), 2);
        begins(store.clone(), payout().locked(1, more)).await.expect("it is known");
        assert_eq!(definitions().await.len(), 2);
        // The build before could not read that, nor one that takes something else in its place.
        for (lock, variant) in
            [(as_it_is(), "Rejected"), (changed("Approved", "Approved\n  Refused"), "Rejected")]
        {
            let error =
                begins(store.clone(), payout().locked(1, lock)).await.expect_err("`Rejected` is unknown");
            assert!(error.is_changed() && error.to_string().contains(variant), "{error}");
        }
        let verified = stateline::store::verify(&store, None).await.expect("it can be read");
        assert!(verified.flaws.is_empty(), "{:?}", verified.flaws);
    });
}

#[test]
fn a_store_that_lasts_wants_a_lock() {
    run(async {
        let lasting = || Lasting { store: Memory::new() };
        let error = begins(lasting(), payout()).await.expect_err("it is not locked");
        assert!(error.is_unlocked());
        assert_eq!(
            error.to_string(),
            "version 1 of `payout` is not locked, and its store lasts: a later build could read the data of its \
             instances as something else, and nobody would know; run `cargo stateline lock`, commit \
             `stateline.lock`, and build this program again, or say `developing()` while nothing in the store \
             matters"
        );
        begins(lasting(), payout().locked(1, as_it_is())).await.expect("it is locked");
        let runner = Runner::new(lasting()).serve(payout(), Desk::default());
        let runner = runner.developing().begin().await.expect("it is told to");
        runner.stop(GRACE).await.expect("it stops");
        // Commands are carried out all the same: whoever stops something in need has no time.
        let runner = Runner::new(lasting()).serve(payout(), Desk::default());
        let runner = runner.running_no_step().begin().await.expect("no step runs");
        runner.stop(GRACE).await.expect("it stops");
        // In memory there is nothing that a later build could read.
        begins(Memory::new(), payout()).await.expect("it needs none");
    });
}

/// A store that says that it lasts.
struct Lasting {
    store: Memory,
}

impl Store for Lasting {
    hands_on! {
        join commit committed put inbox outcome load row keyed find tally lines story feed definitions members
        woken now integrity
    }
}

#[test]
fn a_lock_of_something_else_is_refused() {
    run(async {
        for (lock, told) in [
            (
                "locked",
                "stateline.lock:1:1: this is no lock of Stateline: run `cargo stateline lock` to write one",
            ),
            (as_it_is().replacen("amount: u64", "amount: u32", 1).leak(), "was edited by hand, or damaged"),
            (changed("payout 1", "payout 2"), "it does not tell of it"),
            (
                changed("step load", "step unload"),
                "it has the steps unload, release, and the code has load, release",
            ),
        ] {
            let error = begins(Memory::new(), payout().locked(1, lock)).await.expect_err(told);
            assert!(error.is_unlocked(), "{error}");
            let error = error.to_string();
            assert!(
                error.starts_with("what `stateline.lock` says of version 1 of `payout` is of no use: "),
                "{error}"
            );
            assert!(error.contains(told), "{error}");
            assert!(error.ends_with("; run `cargo stateline lock`, and build this program again"), "{error}");
        }
    });
}
