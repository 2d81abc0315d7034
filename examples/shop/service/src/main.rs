//! A day in the shop: orders come in, the warehouse packs them, a parcel service takes them, customers are told.
//!
//!     cargo run
//!
//! Everything is kept in a folder, which is the first argument, or `stateline-shop` in the folder for temporary
//! files. Kill it whenever you like, and run it again: it goes on, and does nothing twice.

use notifications::{Mailbox, tell_customer};
use orders::{Desk, Order, order};
use orders_messages::OrderId;
use stateline::runner::Runner;
use stateline::store::{LogLine, Position, Query, Sqlite, Store, StoreError, StoredLine};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How many pieces are in stock.
const STOCK: u64 = 9;

/// How many pieces each order wants: the last one finds too few.
const ORDERS: [u64; 4] = [3, 2, 4, 1];

/// How often is looked for new lines of the log.
const LOOK: Duration = Duration::from_millis(20);

/// How long what runs is waited for when the program stops.
const GRACE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| std::env::temp_dir().join("stateline-shop"));
    std::fs::create_dir_all(&folder)?;
    let desk = Arc::new(Desk::open(&folder, STOCK)?);
    let mailbox = Arc::new(Mailbox::open(folder.join("mailbox.json"))?);
    let store = Sqlite::open(folder.join("shop.db"))?;
    let mut log = Log::behind_the_last_line(&store).await?;
    let runner = Runner::new(store.clone()).alerting(|what| eprintln!("{what}"));
    let runner =
        runner.serve::<Order, Desk>(order(), desk.clone()).receive::<tell_customer, _>(mailbox.clone());
    let running = runner.begin().await?;
    println!("the shop is open");

    for (number, pieces) in (1..).zip(ORDERS) {
        // The same order again is the same instance.
        let request = Order { order: OrderId(number), pieces, cents: pieces * 1_900 };
        let instance = running.start("order", request).await?;
        if store.row(instance).await?.is_some_and(|row| row.standing.phase.is_end()) {
            continue;
        }
        match running.deliver(instance, warehouse::packed(OrderId(number))).await {
            // It has failed meanwhile, and wants no parcel.
            Err(error) if error.is_refused() => {}
            told => told?,
        }
    }
    let goes_on = Query { ended: Some(false), parked: Some(false), ..Query::all(1) };
    while !store.find(&goes_on).await?.rows.is_empty() {
        log.tell(&store).await?;
        tokio::time::sleep(LOOK).await;
    }
    running.stop(GRACE).await?;
    log.tell(&store).await?;
    if !store.find(&Query { parked: None, ..goes_on }).await?.rows.is_empty() {
        return Err("something waits for a person: `stateline stuck` says why".into());
    }

    println!("the day is over");
    for number in 1..=ORDERS.len() as u64 {
        let (order, cents) = (OrderId(number), desk.till.charged(OrderId(number)));
        println!(
            "  order/{number}  paid {}.{:02}, mails {}",
            cents / 100,
            cents % 100,
            mailbox.about(order).len()
        );
    }
    println!("  parcels {}, left in stock {}", desk.carrier.bookings().1, desk.stock.free());
    println!("remove {} for another day", folder.display());
    Ok(())
}

/// The log, told line by line.
struct Log {
    after: Position,
    /// The processes of definitions, by their numbers.
    processes: BTreeMap<u32, String>,
}

impl Log {
    /// What was told before is not told again.
    async fn behind_the_last_line(store: &Sqlite) -> Result<Log, StoreError> {
        let mut log = Log { after: Position(0), processes: BTreeMap::new() };
        while !log.next(store).await?.is_empty() {}
        Ok(log)
    }

    async fn next(&mut self, store: &Sqlite) -> Result<Vec<StoredLine>, StoreError> {
        let lines = store.feed(self.after, 100).await?;
        self.after = lines.last().map_or(self.after, |last| last.position);
        Ok(lines)
    }

    /// Tells all that has happened since.
    async fn tell(&mut self, store: &Sqlite) -> Result<(), StoreError> {
        loop {
            let lines = self.next(store).await?;
            if lines.is_empty() {
                return Ok(());
            }
            // What a line names is defined by then.
            let definitions = store.definitions().await?;
            self.processes.extend(definitions.into_iter().map(|it| (it.id.0, it.process)));
            lines.into_iter().for_each(|stored| self.tell_line(stored.line));
        }
    }

    fn tell_line(&self, line: LogLine) {
        let Some(about) = line.about else { return };
        let process = self.processes.get(&about.definition.0).map_or("", String::as_str);
        // A letter is known by an id, which says nothing here.
        let name = match about.key.filter(|_| !process.contains('/')) {
            Some(key) => format!("{process}/{}", key.json()),
            None => process.to_owned(),
        };
        println!("  {name:<27}  {:<11}  {}", line.kind.name(), line.step.unwrap_or_default());
    }
}
