//! A store with a row that cannot be read.

use super::{Does, GRACE, begin, errand, errand_that, run};
use crate::runtime::bank::Desk;
use stateline::runner::Runner;
use stateline::store::{
    self, InstanceId, Memory, Page, Place, Query, Result, Row, Store, StoreError, StoreErrorKind, Wake,
};
use std::sync::{Arc, Mutex};

/// A store in which the row of this instance is damaged.
struct Damaged {
    store: Memory,
    instance: InstanceId,
}

impl Damaged {
    /// Rows up to the damaged one, or an error if it is the first.
    fn whole(&self, mut rows: Vec<Row>) -> Result<Vec<Row>> {
        match rows.iter().position(|row| row.id == self.instance) {
            Some(0) => {
                let error = StoreError::new(StoreErrorKind::Damaged, "it cannot be read");
                Err(error.at(Place::Instance(self.instance)))
            }
            Some(at) => {
                rows.truncate(at);
                Ok(rows)
            }
            None => Ok(rows),
        }
    }
}

impl Store for Damaged {
    async fn load(&self, after: Option<Wake>, most: usize) -> Result<Vec<Row>> {
        self.whole(self.store.load(after, most).await?)
    }

    async fn find(&self, query: &Query) -> Result<Page> {
        let rows = self.whole(self.store.find(query).await?.rows)?;
        let more = rows.last().map(|row| row.id);
        Ok(Page { rows, more })
    }

    hands_on! {
        lasts tally join committed put commit inbox outcome row keyed lines story feed definitions members woken now
    }
}

#[test]
fn a_damaged_row_is_told_and_what_stands_behind_it_goes_on() {
    run(async {
        let store = Memory::new();
        let runner = begin(&store, errand()).await;
        let mut ids = Vec::new();
        for key in 0..3_u64 {
            let id = runner.start_as("errand", key, errand_that(Does::Hangs)).await.expect("it starts");
            ids.push(id);
        }
        drop(runner);
        let alerts = Arc::new(Mutex::new(Vec::new()));
        let told = alerts.clone();
        let damaged = Damaged { store, instance: ids[1] };
        let runner = Runner::new(damaged)
            .serve(super::errand_within(std::time::Duration::from_millis(20)), Arc::new(Desk::default()));
        let runner =
            runner.alerting(move |alert| told.lock().expect("nobody panics in here").push(alert.to_owned()));
        let runner = runner.begin().await.expect("nothing else has the store");
        // They go on: their steps hang once more, and exceed their limit.
        for id in [ids[0], ids[2]] {
            let reason = runner.ended(id).await.expect("it runs").reason.expect("it says why");
            assert_eq!(reason, "it ran for longer than its limit of 20ms");
        }
        let told = format!("instance {}: it cannot be read: it is left as it is, and does not go on", ids[1]);
        assert_eq!(alerts.lock().expect("nobody panics in here").as_slice(), [told]);
        let nobody = InstanceId::from([7; 16]);
        let error = runner.ended(nobody).await.expect_err("nobody was started as this");
        assert_eq!(error.to_string(), format!("there is no instance {nobody}"));
        runner.stop(GRACE).await.expect("it stops");
    });
}
