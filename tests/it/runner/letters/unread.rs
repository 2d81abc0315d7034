//! A letter whose row cannot be read.

use super::super::GRACE;
use super::*;
use stateline::store::{self, InstanceId, Page, Result, StoreError, StoreErrorKind, Wake};
use std::sync::atomic::AtomicUsize;

/// A store in which the row of this instance is damaged, and which counts how often it is asked for.
struct Damaged {
    store: Memory,
    instance: InstanceId,
    asked: Arc<AtomicUsize>,
    /// Whether it is damaged already when the store is taken.
    from_the_start: bool,
}

impl Damaged {
    fn error(&self) -> StoreError {
        let error = StoreError::new(StoreErrorKind::Damaged, "it cannot be read");
        error.at(store::Place::Instance(self.instance))
    }

    /// Rows up to the damaged one, or an error if it is the first.
    fn whole(&self, mut rows: Vec<Row>) -> Result<Vec<Row>> {
        match rows.iter().position(|row| self.from_the_start && row.id == self.instance) {
            Some(0) => return Err(self.error()),
            Some(at) => rows.truncate(at),
            None => {}
        }
        Ok(rows)
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

    async fn row(&self, instance: InstanceId) -> Result<Option<Row>> {
        if instance != self.instance {
            return self.store.row(instance).await;
        }
        self.asked.fetch_add(1, Ordering::Relaxed);
        Err(self.error())
    }

    hands_on! {
        lasts join committed put commit inbox outcome keyed tally lines story feed definitions members woken now
        integrity
    }
}

#[test]
fn a_letter_whose_row_is_damaged_is_told_once_and_asked_for_once() {
    a_damaged_letter_holds_its_key(600, false);
}

#[test]
fn a_letter_whose_row_is_damaged_when_the_store_is_taken_holds_its_key() {
    a_damaged_letter_holds_its_key(1_000, true);
}

fn a_damaged_letter_holds_its_key(orders: u32, from_the_start: bool) {
    run(async move {
        let store = Memory::new();
        let runner = Runner::new(store.clone()).serve(order(), Arc::new(Desk::default()));
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, orders, &[Wish::Falter, Wish::Falter]).await;
        started(&runner, orders + 1, &[Wish::Falter]).await;
        let rows = until(&store, "stock/order.placed", &[Open, Open, Open]).await;
        runner.stop(GRACE).await.expect("it stops");

        let (alerts, asked) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicUsize::new(0)));
        let (told, damaged) = (alerts.clone(), rows[0].id);
        book(orders).1.store(5, Ordering::Relaxed);
        let (taken, instance, counts) = (store.clone(), damaged, asked.clone());
        let runner = Runner::new(Damaged { store: taken, instance, asked: counts, from_the_start });
        let runner = runner.receive::<Stock, _>(Arc::new(Desk::default()));
        let runner = runner.serve(order(), Arc::new(Desk::default()));
        let runner = runner.alerting(move |what| told.lock().expect("nobody panics").push(what.to_owned()));
        let runner = runner.begin().await.expect("nothing else has the store");
        // It holds its key; another passes.
        until(&store, "stock/order.placed", &[Open, Open, Done]).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let what = format!("instance {damaged}: it cannot be read: it is left as it is, and does not go on");
        assert_eq!(*alerts.lock().expect("nobody panics"), [what]);
        assert_eq!(asked.load(Ordering::Relaxed), usize::from(!from_the_start));
        // Whoever wants something of it is told why not.
        let skip = Verb::Cancel(Target::Instance(damaged));
        let refused = runner.command("Ada", "it is lost", skip).await.expect_err("nobody can read it");
        assert_eq!(refused.to_string(), format!("instance {damaged}: it cannot be read"));
        runner.stop(GRACE).await.expect("it stops");
    });
}
