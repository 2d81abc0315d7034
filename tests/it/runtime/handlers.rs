//! Handlers: what they acknowledge, and what becomes of what they publish.

use super::bank::{Blocked, Decided};
use super::run;
use stateline::message::Acknowledges;
use stateline::{
    Ack, CallError, Cause, Failure, Handler, Hear, Letter, Mocked, Nack, Publish, Receive, Stage, Verdict,
    World,
};
use std::fmt;

#[derive(Debug)]
struct Refused(Verdict);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not now")
    }
}

impl std::error::Error for Refused {}

impl From<CallError> for Refused {
    fn from(error: CallError) -> Self {
        Refused(error.verdict())
    }
}

impl Failure for Refused {
    fn verdict(&self) -> Verdict {
        self.0
    }
}

/// Publishes a decision, and then ends as the payout's number says.
async fn blocked(message: Blocked, ctx: &impl Publish<Decided>) -> Result<Ack, Refused> {
    ctx.publish(Decided { approved: true }).await?;
    match message.payout {
        0 => Ok(Ack::Done),
        1 => Ok(Ack::HandedOn),
        2 => Err(Refused(Verdict::Again)),
        3 => Err(Refused(Verdict::Fail)),
        _ => Err(Refused(Verdict::Park)),
    }
}

struct Heard;

impl Receive for Heard {
    type Message = Blocked;
    const CONTEXT: &'static str = "compliance";
    const NAME: &'static str = "blocked";
}

impl<E: Publish<Decided>> Hear<E> for Heard {
    async fn hear(message: Blocked, environment: &E) -> Result<Ack, Nack> {
        blocked(message, environment).await.acknowledge()
    }
}

fn letter(payout: u64) -> Letter {
    Letter::of(&Blocked { payout }).expect("it reads back")
}

fn handler<E: Stage>() -> Handler<E> {
    Handler::of::<Heard>()
}

#[test]
fn what_a_handler_publishes_is_sent_if_it_acknowledges_and_says_by_which_letter() {
    run(async {
        let office = World::live(());
        for (payout, ack, again, sent) in [
            (0, Some(Ack::Done), None, 1),
            (1, Some(Ack::HandedOn), None, 1),
            (2, None, Some(true), 0),
            (3, None, Some(false), 0),
            (4, None, Some(false), 0),
        ] {
            let given = handler().receive(&letter(payout), &office).await;
            assert_eq!(given.as_ref().ok().copied(), ack);
            assert_eq!(given.as_ref().err().map(Nack::is_again), again);
            assert!(given.err().is_none_or(|nack| nack.to_string() == "not now"));
            let letters = office.take_letters();
            assert_eq!(letters.len(), sent);
            let cause = Cause::Letter(letter(payout).id());
            assert!(letters.iter().all(|sent| sent.cause() == Some(&cause)));
        }
    });
}

#[test]
fn the_same_letter_again_publishes_the_same_letters() {
    run(async {
        let sent = |payout: u64| async move {
            let office = World::live(());
            handler().receive(&letter(payout), &office).await.expect("it is taken");
            office.take_letters().pop().expect("it has published").id()
        };
        assert_eq!(sent(0).await, sent(0).await);
        assert_ne!(sent(0).await, sent(1).await);
    });
}

#[test]
fn a_letter_that_is_for_another_or_a_rehearsal_is_not_handed_over() {
    run(async {
        let nobody = Mocked::new();
        let decided = Letter::of(&Decided { approved: true }).expect("it reads back");
        let nack = handler().receive(&decided, &nobody).await.expect_err("it is for another");
        let told = "`blocked` receives `payout.blocked` from `payments`, and this is `compliance.decided` from `compliance`";
        assert!(!nack.is_again() && nack.to_string() == told, "{nack}");
        let garbage = super::merging::letter_of("payout.blocked", "payments", r#"{"payout":"seven"}"#);
        let nack = handler().receive(&garbage, &nobody).await.expect_err("it is garbage");
        assert!(!nack.is_again() && nack.to_string().contains("invalid type"), "{nack}");
        assert!(nobody.published::<Decided>().is_empty());
        // A rehearsal's letter is rehearsed.
        let (marked, live) = (letter(0).rehearsed(), World::live(()));
        assert!(handler().receive(&marked, &live).await.is_err() && live.take_letters().is_empty());
        let rehearsing = World::rehearsing(());
        assert_eq!(handler().receive(&marked, &rehearsing).await, Ok(Ack::Done));
        assert!(rehearsing.take_letters().iter().all(Letter::is_rehearsal));
    });
}
