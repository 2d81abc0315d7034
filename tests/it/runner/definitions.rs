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
        runner.start("payout", 7_u64, request(5)).await.expect("it starts");
        runner.stop(GRACE).await.expect("it stops");
        let error = serving(&store, Line::first::<load>().then::<release>().end(1)).begin().await;
        let error = error.expect_err("a step awaits nothing now");
        assert!(error.is_changed());
        assert_eq!(
            error.to_string(),
            "version 1 of `payout` is not what it was when it was first served: step `release` awaits \
             \"compliance.decided\", and awaits nothing now; \
             give what has changed a new version, and serve this one as it was"
        );
        // Nor may it be dropped, as long as an instance is on its way.
        let newer = || Line::first::<load>().end(2);
        let error = serving(&store, newer()).begin().await.expect_err("version 1 is left out");
        assert!(error.is_in_flight(), "{error}");
        let runner = serving(&store, newer()).leaving_standing().begin().await.expect("it is told to");
        runner.stop(GRACE).await.expect("it stops");
        let both = serving(&store, newer().serving(before())).begin().await.expect("it serves both");
        both.stop(GRACE).await.expect("it stops");
    });
}
