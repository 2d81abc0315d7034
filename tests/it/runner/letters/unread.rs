//! A letter whose row cannot be read.

use super::super::GRACE;
use super::*;
use stateline::store::{self, InstanceId, Result, StoreError, StoreErrorKind};
use std::sync::atomic::AtomicUsize;

/// A store in which the row of this instance is damaged, and which counts how often it is asked for.
struct Damaged {
    store: Memory,
    instance: InstanceId,
    asked: Arc<AtomicUsize>,
}

impl Store for Damaged {
    async fn row(&self, instance: InstanceId) -> Result<Option<Row>> {
        if instance != self.instance {
            return self.store.row(instance).await;
        }
        self.asked.fetch_add(1, Ordering::Relaxed);
        let error = StoreError::new(StoreErrorKind::Damaged, "it cannot be read");
        Err(error.at(store::Place::Instance(instance)))
    }

    hands_on! {
        lasts join committed put commit inbox outcome load keyed find tally lines story feed definitions members
        woken now integrity
    }
}

#[test]
fn a_letter_whose_row_is_damaged_is_told_once_and_asked_for_once() {
    run(async {
        let store = Memory::new();
        let runner = Runner::new(store.clone()).serve(order(), Arc::new(Desk::default()));
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, 600, &[Wish::Falter, Wish::Falter]).await;
        started(&runner, 601, &[Wish::Falter]).await;
        let rows = until(&store, "stock/order.placed", &[Open, Open, Open]).await;
        runner.stop(GRACE).await.expect("it stops");

        let (alerts, asked) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicUsize::new(0)));
        let (told, damaged) = (alerts.clone(), rows[0].id);
        book(600).1.store(5, Ordering::Relaxed);
        let runner = Runner::new(Damaged { store: store.clone(), instance: damaged, asked: asked.clone() });
        let runner = runner.receive::<Stock, _>(Arc::new(Desk::default()));
        let runner = runner.serve(order(), Arc::new(Desk::default()));
        let runner = runner.alerting(move |what| told.lock().expect("nobody panics").push(what.to_owned()));
        let runner = runner.begin().await.expect("nothing else has the store");
        // It holds its key; another passes.
        until(&store, "stock/order.placed", &[Open, Open, Done]).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let what = format!("instance {damaged}: it cannot be read: it is left as it is, and does not go on");
        assert_eq!(*alerts.lock().expect("nobody panics"), [what]);
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        // Whoever wants something of it is told why not.
        let skip = Verb::Cancel(Target::Instance(damaged));
        let refused = runner.command("Ada", "it is lost", skip).await.expect_err("nobody can read it");
        assert_eq!(refused.to_string(), format!("instance {damaged}: it cannot be read"));
        runner.stop(GRACE).await.expect("it stops");
    });
}
