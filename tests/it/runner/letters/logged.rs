//! What the log has of letters: each of them, and what became of each.

use super::super::GRACE;
use super::*;
use stateline::Letter;
use stateline::store::{LineKind, LogLine, Position};

/// A topic that came yesterday: nobody here has heard of it.
#[derive(Serialize, Deserialize)]
struct Praised {
    number: u32,
}

message!(Praised "tower" "order.praised" None, TopicTerms { subscribers: &["critics"], ack: None });

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Praising {
    number: u32,
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct praise {}

impl Step for praise {
    type Input = Praising;
    type Output = Praising;
    type Error = No;
    const CONTEXT: &'static str = "tower";
    const PROCESS: &'static str = "praise";
    const NAME: &'static str = "praise";
}

impl<E: stateline::Stage> Run<E> for praise {
    async fn run(praising: Praising, ctx: &E) -> Outcome<Praising, No> {
        ctx.publish(Praised { number: praising.number }).await?;
        Ok(Next(praising))
    }
}

/// The lines about instances whose process is called so, and of this kind.
fn told<'l>(lines: &'l [LogLine], rows: &[Row], kind: LineKind) -> Vec<&'l LogLine> {
    let is_about = |line: &&LogLine| {
        let about = line.about.as_ref().map(|about| about.instance);
        line.kind == kind && rows.iter().any(|row| Some(row.id) == about)
    };
    lines.iter().filter(is_about).collect()
}

#[test]
fn s31_the_log_has_every_letter_and_every_ack_also_on_a_topic_that_is_new() {
    run(async {
        let store = Memory::new();
        let praises: Chain<Praising, Durable<Desk>> = Line::first::<praise>().end(1);
        let runner = runner(&store).serve(praises, Arc::new(Desk::default()));
        let runner = runner.begin().await.expect("nothing else has the store");
        started(&runner, 900, &[Wish::Pack, Wish::Refuse]).await;
        runner.start("praise", Praising { number: 1 }).await.expect("it starts");
        let placed = until(&store, "stock/order.placed", &[Done, Quarantined]).await;
        let packed = until(&store, "orders/order.packed", &[Done]).await;
        let acked = until(&store, "office/stateline.acked", &[Done]).await;
        let praised = until(&store, "critics/order.praised", &[Open]).await;
        runner.stop(GRACE).await.expect("it stops");

        let lines = store.feed(Position::default(), 1_000).await.expect("memory is read");
        let lines: Vec<LogLine> = lines.into_iter().map(|stored| stored.line).collect();
        // What was published stands in the line of the step or handler that did.
        let published =
            lines.iter().filter(|line| matches!(line.kind, LineKind::Stepped | LineKind::Finished));
        let published = published.filter_map(|line| line.payload.as_ref()?.read::<Vec<Letter>>().ok());
        let mut published: Vec<Letter> = published.flatten().collect();
        published.sort_by_key(Letter::id);
        let mut owed = Vec::new();
        for row in placed.iter().chain(&packed).chain(&praised) {
            owed.push(row.state.read::<Duty>().expect("it is a duty").letter);
        }
        owed.sort_by_key(Letter::id);
        assert_eq!((published.len(), published), (4, owed));
        // And each has a story: that it came, and what became of it.
        for (rows, came, ended, parked) in
            [(&placed, 2, 1, 1), (&packed, 1, 1, 0), (&acked, 1, 1, 0), (&praised, 1, 0, 0)]
        {
            let count = |kind| told(&lines, rows, kind).len();
            let counted = [LineKind::Started, LineKind::Finished, LineKind::Parked].map(count);
            assert_eq!(counted, [came, ended, parked], "{rows:?}");
        }
    });
}
