//! What may be written behind the command: verbs and their options.

use clap::{Args, Parser, Subcommand};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// What is written behind the command.
#[derive(Debug, Parser)]
#[command(
    about = "What runs, where it stands, what is stuck, and what may be done about it",
    long_about = None,
    disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// The store: a file of SQLite
    #[arg(long, global = true, env = "STATELINE_STORE", value_name = "FILE")]
    pub(super) store: Option<PathBuf>,
    /// Print JSON, one object a line
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Take the store and run its instances until interrupted
    #[command(after_help = "Example: payments run --store payments.db")]
    Run {
        /// Stop as soon as no instance continues by itself
        #[arg(long)]
        until_idle: bool,
        /// When interrupted, wait up to this long for running steps
        #[arg(long, default_value_t = 30, value_name = "SECONDS")]
        grace: u64,
        /// Start although instances in flight are of a version that is not served; they stay where they are
        #[arg(long)]
        leave_standing: bool,
        /// Start without a `stateline.lock`: for development, while nothing in the store matters
        #[arg(long)]
        dev: bool,
    },
    /// Start an instance
    #[command(
        after_help = "Example: payments start payout '{\"transaction\":7,…}' --why 'Anna asked for it'\n         payments start payout @request.json --why 'Anna asked for it'"
    )]
    Start {
        /// The name of the process
        process: String,
        /// The input of its first step as JSON; @FILE reads a file, - reads standard input
        input: String,
        #[command(flatten)]
        because: Because,
    },
    /// List the instances that have not ended, the oldest first
    #[command(after_help = "Example: payments ps --process payout --status waiting")]
    Ps {
        #[command(flatten)]
        filter: Filter,
        /// List instances that have ended, too
        #[arg(long)]
        all: bool,
        /// List at most this many
        #[arg(long, default_value = "50", value_name = "N")]
        most: NonZeroUsize,
        /// Continue after this instance, the last one of the previous page
        #[arg(long, value_name = "ID")]
        after: Option<String>,
    },
    /// Show an instance: what is done, what it waits for, and what comes next
    #[command(after_help = "Example: payments show payout/7")]
    Show {
        /// The instance: PROCESS/KEY, a key, or an id
        instance: String,
        #[command(flatten)]
        payloads: Payloads,
    },
    /// Print the log of an instance, or the end of the whole log
    #[command(after_help = "Example: payments log payout/7\n         payments log --last 100")]
    Log {
        /// The instance: PROCESS/KEY, a key, or an id
        instance: Option<String>,
        /// Print this many lines from the end of the whole log
        #[arg(long, default_value = "50", value_name = "N")]
        last: NonZeroUsize,
        #[command(flatten)]
        payloads: Payloads,
    },
    /// Print each line of the log as it is written until interrupted
    #[command(after_help = "Example: payments follow --process payout")]
    Follow {
        /// Print only lines of this process
        #[arg(long)]
        process: Option<String>,
        /// Begin with this line instead of the next one
        #[arg(long, value_name = "LINE")]
        from: Option<u64>,
        /// Stop after this many lines
        #[arg(long, value_name = "N")]
        most: Option<NonZeroUsize>,
    },
    /// List what makes no progress, and why
    #[command(after_help = "Example: payments stuck\nExits with 1 if anything is listed.")]
    Stuck {
        #[command(flatten)]
        filter: Filter,
    },
    /// Check that somebody runs the store, and that all in flight is served
    #[command(
        after_help = "Example: payments health --map stateline.yaml\nExits with 1 if nobody runs the store, or if something is not served."
    )]
    Health {
        /// Also check that everything on this map is served: each process, and each topic to which a context subscribes
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
    },
    /// Count instances by step and state, without data, for `cargo stateline check --population FILE`
    #[command(
        after_help = "Example: payments population > inflight.json\nExits with 1 if an instance cannot be read."
    )]
    Population,
    /// Check that this build can take over the store, and that no instance would move
    #[command(
        after_help = "Example: payments preflight --store /backup/payments.db\nExits with 1 if an instance would move, or if an instance or a letter could not be read or is not served."
    )]
    Preflight,
    /// List what a build, a version or a definition has written to, and which effects it had
    #[command(
        after_help = "Example: payments touched --build 4711\n         payments touched --build 4711 --payloads --why 'audit' > requests.jsonl\nExits with 1 if a line or an instance cannot be read."
    )]
    Touched {
        #[command(flatten)]
        filter: Filter,
        #[command(flatten)]
        payloads: Payloads,
    },
    /// Verify that nothing in the log was changed, lost or forged
    #[command(
        after_help = "Example: payments verify --against checkpoint.json --checkpoint checkpoint.json\nExits with 1 if anything is wrong."
    )]
    Verify {
        /// Compare with this checkpoint, which was kept elsewhere
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Write a checkpoint to this file if nothing is wrong
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
    /// Copy the store while it is in use
    #[command(after_help = "Example: payments backup /backup/payments-1.db")]
    Backup {
        /// The file to write, which must not exist yet
        to: PathBuf,
    },
    /// Deliver a message to an instance that awaits it, or to those that have its key
    #[command(
        after_help = "Example: payments deliver compliance.decided '{\"transaction\":7,…}' --why 'call 4711'\n         payments deliver payout/7 compliance.decided @decided.json --why 'call 4711'"
    )]
    Deliver {
        /// The topic, and the message as JSON (@FILE reads a file, - reads standard input). Name the instance
        /// (PROCESS/KEY, a key, or an id) before them if the message's key does not say which one
        #[arg(required = true, num_args = 2..=3, value_name = "[INSTANCE] TOPIC MESSAGE")]
        delivery: Vec<String>,
        /// The context that publishes on the topic, if this program does not know it
        #[arg(long, value_name = "CONTEXT")]
        from: Option<String>,
        #[command(flatten)]
        because: Because,
        #[command(flatten)]
        seen: Seen,
    },
    /// Say what became of a call that nobody can be asked about
    #[command(
        after_help = "Example: payments answer payout/7 --not-done --why 'the bank has no such transfer'\n         payments answer payout/7 --done '{\"Ok\":\"T-4711\"}' --why 'the bank made it at 3:02'"
    )]
    Answer(Answer),
    /// Hold instances back: nothing moves them until they are released
    #[command(
        after_help = "Example: payments hold payout/7 --why 'fraud alarm'\n         payments hold --process payout --step start_transfer --why 'bank is down'"
    )]
    Hold(Act),
    /// Release instances that are held, and letters that are quarantined
    #[command(
        after_help = "Example: payments release payout/7 --why 'false alarm'\n         payments release --process payout --status held --why 'bank is back'\n         payments release --restored --why 'compared with the bank'"
    )]
    Release {
        #[command(flatten)]
        act: Act,
        /// Release the store itself, which was restored or copied: from now on it may run
        #[arg(long, conflicts_with_all = SELECTING, conflicts_with_all = ["instance", "seen"])]
        restored: bool,
    },
    /// Have instances try again that are parked, or that wait for their next attempt
    #[command(after_help = "Example: payments retry payout/7 --why 'bank is back'")]
    Retry(Act),
    /// End instances at the step where they are, and undo nothing
    #[command(after_help = "Example: payments cancel payout/7 --why 'client withdrew'")]
    Cancel(Act),
    /// Move instances to another version, or back, without running a step
    #[command(
        after_help = "Example: payments migrate --process payout --version 1 --to 2 --rehearse\n         payments migrate payout/7 --to 2 --why 'version 1 ends'\n         payments migrate payout/7 --back --why 'it was the wrong one'"
    )]
    Migrate(Migrate),
    /// Undo what instances have done, step by step
    #[command(after_help = "Example: payments rollback payout/7 --why 'wrong account'")]
    Rollback(Act),
}

/// What selects instances, where one may be named instead.
const SELECTING: [&str; 7] = ["process", "version", "step", "status", "build", "definition", "confirm"];

/// Which instances, and why.
#[derive(Debug, Args)]
pub(super) struct Act {
    /// The instance: PROCESS/KEY, a key, or an id
    #[arg(conflicts_with_all = SELECTING)]
    pub(super) instance: Option<String>,
    #[command(flatten)]
    pub(super) filter: Filter,
    /// Act on all selected instances, with the token of the preview
    #[arg(long, value_name = "TOKEN")]
    pub(super) confirm: Option<String>,
    #[command(flatten)]
    pub(super) because: Because,
    #[command(flatten)]
    pub(super) seen: Seen,
}

/// What became of a call, who says so, and why.
#[derive(Debug, Args)]
#[group(id = "outcome", required = true, multiple = false, args = ["done", "not_done"])]
pub(super) struct Answer {
    /// The instance: PROCESS/KEY, a key, or an id
    pub(super) instance: String,
    /// It was carried out: what its function would have returned, as JSON (@FILE reads a file, - reads standard input)
    #[arg(long, value_name = "JSON")]
    pub(super) done: Option<String>,
    /// It was not carried out: the next attempt makes it
    #[arg(long)]
    pub(super) not_done: bool,
    /// The call, by its operation or its key, if more than one is open
    #[arg(long, value_name = "CALL")]
    pub(super) call: Option<String>,
    #[command(flatten)]
    pub(super) because: Because,
    #[command(flatten)]
    pub(super) seen: Seen,
}

/// Which instances are migrated, to where, and why.
#[derive(Debug, Args)]
#[group(id = "where", required = true, multiple = false, args = ["to", "back"])]
pub(super) struct Migrate {
    /// The instance: PROCESS/KEY, a key, or an id
    #[arg(conflicts_with_all = SELECTING)]
    pub(super) instance: Option<String>,
    #[command(flatten)]
    pub(super) filter: Filter,
    /// Move them to this version
    #[arg(long, value_name = "N")]
    pub(super) to: Option<u32>,
    /// Move them back to where they were before, unless they have moved since
    #[arg(long, conflicts_with = "rehearse")]
    pub(super) back: bool,
    /// Move none: show where each would be, and which could not be moved
    #[arg(long)]
    pub(super) rehearse: bool,
    /// Act on all selected instances, with the token of the preview
    #[arg(long, value_name = "TOKEN")]
    pub(super) confirm: Option<String>,
    /// The reason, which is written into the log
    #[arg(long, value_parser = words, required_unless_present = "rehearse")]
    pub(super) why: Option<String>,
    /// Also record in whose name you act
    #[arg(long = "as", value_name = "NAME")]
    pub(super) on_behalf: Option<String>,
    #[command(flatten)]
    pub(super) seen: Seen,
}

impl Migrate {
    /// The same as of any other deed.
    pub(super) fn act(self) -> Act {
        let Migrate { instance, filter, confirm, why, on_behalf, seen, .. } = self;
        Act { instance, filter, confirm, because: Because { why: why.unwrap_or_default(), on_behalf }, seen }
    }
}

/// Which instances are selected: those for which everything holds that is said.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Filter {
    /// Select instances of this process
    #[arg(long)]
    pub(super) process: Option<String>,
    /// Select instances of this version
    #[arg(long, value_name = "N")]
    pub(super) version: Option<u32>,
    /// Select instances at this step
    #[arg(long)]
    pub(super) step: Option<String>,
    /// Select instances in this state: ready, waiting, retrying, parked, held, undoing, done, failed, cancelled, rolled-back
    #[arg(long)]
    pub(super) status: Option<String>,
    /// Select instances that this build has ever written to
    #[arg(long)]
    pub(super) build: Option<String>,
    /// Select instances with a line under this definition, as numbered by `touched`
    #[arg(long, value_name = "ID")]
    pub(super) definition: Option<u32>,
}

/// Who wants it, and why.
#[derive(Clone, Debug, Args)]
pub(super) struct Because {
    /// The reason, which is written into the log
    #[arg(long, value_parser = words)]
    pub(super) why: String,
    /// Also record in whose name you act
    #[arg(long = "as", value_name = "NAME")]
    pub(super) on_behalf: Option<String>,
}

/// What was seen before.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Seen {
    /// Refuse to act unless the instance still has this many lines, as `show` printed
    #[arg(long, value_name = "LINES")]
    pub(super) seen: Option<u64>,
}

/// Whether data is shown.
#[derive(Clone, Debug, Args)]
pub(super) struct Payloads {
    /// Show the data too; the log records that you did
    #[arg(long, requires = "why")]
    pub(super) payloads: bool,
    /// The reason for looking at the data
    #[arg(long, value_parser = words)]
    pub(super) why: Option<String>,
}

/// Words, and not none.
fn words(text: &str) -> Result<String, &'static str> {
    match text.trim() {
        "" => Err("nobody can tell later why it was done"),
        words => Ok(words.to_owned()),
    }
}
