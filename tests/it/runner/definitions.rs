//! A version has one definition, and none is dropped that has instances on their way.

use super::{GRACE, request, run};
use crate::runtime::bank::{Decided, Desk, Request, load, release};
use stateline::runner::{Durable, Runner};
use stateline::store::Memory;
use stateline::{Await, Chain, Line};

fn serving(store: &Memory, chain: Chain<Request, Durable<Desk>>) -> Runner<Memory> {
    Runner::new(store.clone()).serve(chain, Desk::default())
}

#[test]
fn s69_another_structure_for_the_same_version_is_refused_by_its_step() {
    run(async {
        let store = Memory::new();
        let before = || Line::first::<load>().then::<release>().awaiting::<Decided>(Await::default()).end(1);
        let runner = serving(&store, before()).begin().await.expect("it is the first");
        runner.start_as("payout", 7_u64, request(5)).await.expect("it starts");
        runner.stop(GRACE).await.expect("it stops");
        let error = serving(&store, Line::first::<load>().then::<release>().end(1)).begin().await;
        let error = error.expect_err("a step no longer awaits anything");
        assert!(error.is_changed());
        assert_eq!(
            error.to_string(),
            "version 1 of `payout` is not what it was when it was first served: step `release` awaited \
             \"compliance.decided\" and now awaits nothing; \
             give what has changed a new version, and serve this one as it was"
        );
        // Nor may it be dropped, as long as an instance is on its way.
        let newer = || Line::first::<load>().end(2);
        let error = serving(&store, newer()).begin().await.expect_err("version 1 is left out");
        assert!(error.is_in_flight(), "{error}");
        let runner = serving(&store, newer()).leaving_standing().begin().await.expect("it is told to");
        runner.stop(GRACE).await.expect("it stops");
        // A process that is left out altogether is noticed, too.
        let error = Runner::new(store.clone()).begin().await.expect_err("`payout` is left out");
        assert!(error.is_in_flight(), "{error}");
        let both = serving(&store, newer().serving(before())).begin().await.expect("it serves both");
        both.stop(GRACE).await.expect("it stops");
    });
}

#[test]
fn the_same_start_after_a_new_version_is_the_instance_of_the_older_one() {
    run(async {
        let store = Memory::new();
        let older = || Line::first::<load>().end(1);
        let runner = serving(&store, older()).begin().await.expect("it is the first");
        let id = runner.start_as("payout", 7_u64, request(5)).await.expect("it starts");
        runner.stop(GRACE).await.expect("it stops");
        let newer = Line::first::<load>().end(2).serving(older());
        let runner = serving(&store, newer).begin().await.expect("it serves both");
        assert_eq!(runner.start_as("payout", 7_u64, request(5)).await.expect("it is the same"), id);
        runner.start_as("payout", 7_u64, request(6)).await.expect_err("it has another amount");
        runner.stop(GRACE).await.expect("it stops");
    });
}

#[test]
fn the_key_that_the_map_names_is_taken_from_the_input() {
    run(async {
        let store = Memory::new();
        let chain = || Line::first::<load>().end(1);
        let runner = serving(&store, chain().keyed("consumer")).begin().await.expect("it is the first");
        let id = runner.start("payout", request(5)).await.expect("it starts");
        assert_eq!(runner.start("payout", request(5)).await.expect("it is the same"), id);
        let other = runner.start("payout", request(6)).await.expect_err("it has another amount");
        assert_eq!(
            other.to_string(),
            "`payout` has an instance with the key 1 already, which was started with another input: \
             `amount` differs"
        );
        let named = runner.start_as("payout", "mine", request(5)).await.expect_err("it has a key");
        assert_eq!(named.to_string(), "the map says by what `payout` is known: this instance by 1");
        let nobody = runner.start("refund", request(5)).await.expect_err("it is not served");
        assert_eq!(nobody.to_string(), "no process `refund` is served; served: `payout`");
        runner.stop(GRACE).await.expect("it stops");
        // A key that is no field would leave every instance unfound.
        let error = serving(&store, chain().keyed("colour")).begin().await.expect_err("it has no colour");
        assert!(error.is_refused() && error.to_string().contains("`colour`"), "{error}");
    });
}
