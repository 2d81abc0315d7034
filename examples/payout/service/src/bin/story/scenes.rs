//! The scenes.

use super::stage::{Stage, Told, money};

pub struct Scene {
    pub title: &'static str,
    pub play: fn(&mut Stage) -> Told,
}

pub const ALL: [Scene; 10] = [
    Scene { title: "a payout goes through", play: goes_through },
    Scene { title: "the balance is too low", play: too_low },
    Scene { title: "the beneficiary is on a list, and Compliance approves", play: approved },
    Scene { title: "the sender is on a list, and Compliance rejects", play: rejected },
    Scene { title: "two reasons to block, and one is lifted", play: one_lifted },
    Scene { title: "three approvals in any order, with a restart between each", play: three_approvals },
    Scene { title: "the lists fail, answer garbage, late, not at all, and twice", play: lists_fail },
    Scene { title: "killed between the effect and its save", play: killed },
    Scene { title: "a person holds a payout back, and two act at once", play: held },
    Scene { title: "Compliance is away, and nobody takes its letter", play: unacknowledged },
];

const ANNA: (u64, &str) = (1, "Anna");

fn goes_through(stage: &mut Stage) -> Told {
    stage.run()?;
    let payout = stage.start(ANNA, "Berta", 50_000)?;
    stage.until(&payout, "done")?;
    account(stage, &payout)
}

fn too_low(stage: &mut Stage) -> Told {
    let payout = stage.start((2, "Carl"), "Berta", 50_000)?;
    stage.until(&payout, "failed")?;
    let why = stage.shown(&payout)?["why"].as_str().unwrap_or_default().to_owned();
    stage.say(format!("{payout} failed: {}", why.rsplit(": ").next().unwrap_or_default()));
    stage.say(format!("Carl still has {}", money(stage.balance(2))));
    Ok(())
}

fn approved(stage: &mut Stage) -> Told {
    let payout = stage.start(ANNA, "Viktor Krum", 50_000)?;
    blocked(stage, &payout)?;
    stage.decide(&payout, "Approved", &["beneficiary"])?;
    stage.say("Ada approves");
    stage.until(&payout, "done")?;
    account(stage, &payout)
}

fn rejected(stage: &mut Stage) -> Told {
    let before = stage.balance(1);
    let payout = stage.start((1, "Viktor Krum"), "Berta", 50_000)?;
    blocked(stage, &payout)?;
    stage.decide(&payout, "Rejected", &["sender"])?;
    stage.until(&payout, "failed")?;
    stage.say(format!("Ada rejects, and {payout} fails"));
    for attempt in 1..=10 {
        let refused = stage.give(&["retry", &payout, "--why", "perhaps it helps"]);
        match refused {
            Err(why) if why.contains("it is failed") => {}
            other => return Err(format!("retry {attempt} came to {other:?}")),
        }
    }
    stage.say("retried ten times: refused ten times, it is failed");
    match stage.balance(1) == before {
        true => stage.say(format!("refunded once: {} is back, none of it twice", money(50_000))),
        false => return Err(format!("{} is there, and {} was", stage.balance(1), before)),
    }
    Ok(())
}

fn one_lifted(stage: &mut Stage) -> Told {
    let payout = stage.start(ANNA, "Viktor Krum", 1_000_000)?;
    blocked(stage, &payout)?;
    stage.decide(&payout, "Approved", &["threshold"])?;
    stage.say("Ada approves the amount");
    // It looks once more, and waits again.
    stage.until(&payout, "waiting")?;
    if stage.sent(&payout).is_some() {
        return Err("money left, though the beneficiary is blocked".into());
    }
    stage.say(format!("{payout} still waits: nobody has decided about the beneficiary"));
    stage.decide(&payout, "Approved", &["beneficiary"])?;
    stage.say("Ada approves the beneficiary");
    stage.until(&payout, "done")?;
    account(stage, &payout)
}

fn three_approvals(stage: &mut Stage) -> Told {
    let payout = stage.start((1, "Viktor Krum"), "Viktor Krum", 1_000_000)?;
    blocked(stage, &payout)?;
    for reason in ["threshold", "sender", "beneficiary"] {
        stage.kill();
        stage.run()?;
        stage.until(&payout, "waiting")?;
        if stage.sent(&payout).is_some() {
            return Err("money left before the third approval".into());
        }
        stage.decide(&payout, "Approved", &[reason])?;
        stage.say(format!("killed, run again; Ada approves the {reason}"));
    }
    stage.until(&payout, "done")?;
    account(stage, &payout)
}

fn lists_fail(stage: &mut Stage) -> Told {
    stage.spoil("fails,garbage,late,hangs,twice")?;
    let payout = stage.start(ANNA, "Berta", 20_000)?;
    stage.until(&payout, "done")?;
    let log = stage.give(&["log", &payout])?;
    let retried =
        String::from_utf8_lossy(&log.stdout).lines().filter(|line| line.contains("  retried  ")).count();
    stage.say(format!("asked again {retried} times, each time after a longer pause"));
    account(stage, &payout)
}

fn killed(stage: &mut Stage) -> Told {
    stage.kill();
    stage.run_with(("PAYOUT_BANK", "mute"))?;
    let payout = stage.start(ANNA, "Berta", 30_000)?;
    stage.wait("the bank has sent it", |stage| stage.sent(&payout).is_some())?;
    stage.kill();
    stage.say("the bank has sent the money, and the service is killed before it knows");
    stage.run()?;
    stage.until(&payout, "done")?;
    stage.say("run again, it asks the bank instead of sending once more");
    account(stage, &payout)
}

fn held(stage: &mut Stage) -> Told {
    let payout = stage.start(ANNA, "Viktor Krum", 10_000)?;
    blocked(stage, &payout)?;
    let lines = stage.shown(&payout)?["lines"].to_string();
    stage.give(&["hold", &payout, "--seen", &lines, "--why", "fraud alarm", "--as", "Ada"])?;
    stage.say("Ada holds it, as there is a fraud alarm");
    match stage.give(&["cancel", &payout, "--seen", &lines, "--why", "client withdrew", "--as", "Bob"]) {
        Err(why) => stage.say(format!("Bob cancels it too: {}", why.lines().next().unwrap_or_default())),
        Ok(_) => return Err("both acted".into()),
    }
    stage.decide(&payout, "Approved", &["beneficiary"])?;
    stage.say("Ada approves: it is held all the same");
    stage.give(&["release", &payout, "--why", "false alarm", "--as", "Ada"])?;
    stage.until(&payout, "done")?;
    stage.say("Ada releases it");
    account(stage, &payout)
}

fn unacknowledged(stage: &mut Stage) -> Told {
    let away = ("PAYOUT_COMPLIANCE", "away");
    stage.kill();
    stage.run_with(away)?;
    let payout = stage.start(ANNA, "Viktor Krum", 10_000)?;
    blocked(stage, &payout)?;
    let letter = stage.letter()?;
    stage.kill();
    stage.run_with(away)?;
    stage.say("killed, run again; five seconds after it was sent, the letter is overdue");
    stage.wait("the letter is told to be overdue", |stage| {
        stage.alerts(&letter).is_ok_and(|told| told.iter().all(|told| *told > 0))
    })?;
    stage.kill();
    stage.run()?;
    stage.wait("the letter is taken", |stage| stage.letter().is_err())?;
    stage.say("killed, run again; Compliance is back, and takes it");
    stage.decide(&payout, "Approved", &["beneficiary"])?;
    stage.until(&payout, "done")?;
    match stage.alerts(&letter)? {
        [1, 1, 1] => {
            stage.say("told once: by a line of the log, by a letter to payments, by a hook in the service")
        }
        told => return Err(format!("it was told so often: {told:?}")),
    }
    account(stage, &payout)
}

fn blocked(stage: &Stage, payout: &str) -> Told {
    stage.until(payout, "waiting")?;
    let why = stage.shown(payout)?["why"].as_str().unwrap_or_default().to_owned();
    stage.say(format!("{payout} is blocked, and waits {why}"));
    match stage.sent(payout) {
        None => Ok(()),
        Some(sent) => Err(format!("the bank has sent {sent:?}")),
    }
}

/// What came of a payout that is done.
fn account(stage: &Stage, payout: &str) -> Told {
    let (beneficiary, cents) = stage.sent(payout).ok_or("the bank has sent nothing")?;
    let there = money(stage.balance(1));
    stage.say(format!("{payout} is done: {} sent to {beneficiary}, Anna has {there}", money(cents)));
    Ok(())
}
