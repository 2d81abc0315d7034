//! What may be written behind the command: verbs and their options.

use clap::{Args, Parser, Subcommand};
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
    /// Take the store and run its instances, until interrupted
    #[command(after_help = "Example: payments run --store payments.db")]
    Run {
        /// Stop as soon as nothing goes on by itself
        #[arg(long)]
        until_idle: bool,
        /// Wait so many seconds for running steps when interrupted
        #[arg(long, default_value_t = 30, value_name = "SECONDS")]
        grace: u64,
        /// Begin although a version is not served that has instances on their way
        #[arg(long)]
        leave_standing: bool,
        /// Begin although no `stateline.lock` was built in: while the program is made, and nothing in the store matters
        #[arg(long)]
        dev: bool,
    },
    /// Start an instance
    #[command(
        after_help = "Example: payments start payout '{\"transaction\":7,…}'\n         payments start payout @request.json"
    )]
    Start {
        /// The process
        process: String,
        /// Its input as JSON; @FILE reads a file, - the standard input
        input: String,
        #[command(flatten)]
        because: Because,
    },
    /// List instances: those that have not ended, the oldest first
    #[command(after_help = "Example: payments ps --process payout --status waiting")]
    Ps {
        #[command(flatten)]
        filter: Filter,
        /// Those that have ended, too
        #[arg(long)]
        all: bool,
        /// At most so many
        #[arg(long, default_value_t = 50, value_name = "N")]
        most: usize,
        /// Behind this instance, where a page before ended
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
        /// The last so many lines
        #[arg(long, default_value_t = 50, value_name = "N")]
        last: usize,
        #[command(flatten)]
        payloads: Payloads,
    },
    /// Print each line of the log as it is written, until interrupted
    #[command(after_help = "Example: payments follow --process payout")]
    Follow {
        /// Of this process alone
        #[arg(long)]
        process: Option<String>,
        /// From this line on, instead of the next
        #[arg(long, value_name = "LINE")]
        from: Option<u64>,
        /// So many lines, then stop
        #[arg(long, value_name = "N")]
        most: Option<usize>,
    },
    /// List what does not go on, and why
    #[command(after_help = "Example: payments stuck\nExits with 1 if anything is listed.")]
    Stuck {
        #[command(flatten)]
        filter: Filter,
    },
    /// Tell whether the service works: exits with 1 if not
    #[command(
        after_help = "Example: payments health --map stateline.yaml\nExits with 1 where nobody runs the store, or where something is not served."
    )]
    Health {
        /// Want everything on this map served too: each process, and each topic to which a context subscribes
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
    },
    /// Count who stands where, without data: for `cargo stateline check --population FILE`
    #[command(after_help = "Example: payments population > inflight.json")]
    Population,
    /// Tell whether this build could take the store over, and none of its instances would move: exits with 1 if not
    #[command(after_help = "Example: payments preflight --store /backup/payments.db")]
    Preflight,
    /// List what a build, a version or a definition has touched, with the effects that it had
    #[command(
        after_help = "Example: payments touched --build 4711\n         payments touched --build 4711 --payloads --why 'audit' > requests.jsonl"
    )]
    Touched {
        #[command(flatten)]
        filter: Filter,
        #[command(flatten)]
        payloads: Payloads,
    },
    /// Verify the log: that nothing was changed, lost or forged
    #[command(after_help = "Example: payments verify --against checkpoint.json --checkpoint checkpoint.json")]
    Verify {
        /// Compare with a checkpoint that was kept elsewhere
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Write a checkpoint here, if all is well
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
    /// Copy the store, while it is in use
    #[command(after_help = "Example: payments backup /backup/payments-1.db")]
    Backup {
        /// A file that is not there yet
        to: PathBuf,
    },
    /// Deliver a message to an instance that awaits it, or to those that have its key
    #[command(
        after_help = "Example: payments deliver compliance.decided '{\"transaction\":7,…}' --why 'call 4711'\n         payments deliver payout/7 compliance.decided @decided.json --why 'call 4711'"
    )]
    Deliver {
        /// The topic, and the message as JSON (@FILE reads a file, - the standard input); before them the instance
        /// (PROCESS/KEY, a key, or an id), if its key in the message is not to tell which one
        #[arg(required = true, num_args = 2..=3, value_name = "[INSTANCE] TOPIC MESSAGE")]
        delivery: Vec<String>,
        /// The context that publishes on the topic, where nothing here knows it
        #[arg(long, value_name = "CONTEXT")]
        from: Option<String>,
        #[command(flatten)]
        because: Because,
        #[command(flatten)]
        seen: Seen,
    },
    /// Hold instances back: nothing moves them until they are released
    #[command(
        after_help = "Example: payments hold payout/7 --why 'fraud alarm'\n         payments hold --process payout --step start_transfer --why 'bank is down'"
    )]
    Hold(Act),
    /// Release instances that are held
    #[command(
        after_help = "Example: payments release payout/7 --why 'false alarm'\n         payments release --process payout --status held --why 'bank is back'\n         payments release --restored --why 'compared with the bank'"
    )]
    Release {
        #[command(flatten)]
        act: Act,
        /// The store itself, which was restored or copied: from now on it may run
        #[arg(long, conflicts_with_all = ["instance", "process", "version", "step", "status", "confirm", "seen"])]
        restored: bool,
    },
    /// Have parked instances try again
    #[command(after_help = "Example: payments retry payout/7 --why 'bank is back'")]
    Retry(Act),
    /// End instances where they stand
    #[command(after_help = "Example: payments cancel payout/7 --why 'client withdrew'")]
    Cancel(Act),
    /// Move instances to another version where they stand, or back; no step of them runs
    #[command(
        after_help = "Example: payments migrate --process payout --version 1 --to 2 --rehearse\n         payments migrate payout/7 --to 2 --why 'version 1 ends'\n         payments migrate payout/7 --back --why 'it was the wrong one'"
    )]
    Migrate(Migrate),
    /// Undo what instances have done, step by step
    #[command(after_help = "Example: payments rollback payout/7 --why 'wrong account'")]
    Rollback(Act),
}

/// Which instances, and why.
#[derive(Debug, Args)]
pub(super) struct Act {
    /// The instance: PROCESS/KEY, a key, or an id
    pub(super) instance: Option<String>,
    #[command(flatten)]
    pub(super) filter: Filter,
    /// Do it to all that are selected, as the preview said
    #[arg(long, value_name = "TOKEN")]
    pub(super) confirm: Option<String>,
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
    pub(super) instance: Option<String>,
    #[command(flatten)]
    pub(super) filter: Filter,
    /// To this version
    #[arg(long, value_name = "N")]
    pub(super) to: Option<u32>,
    /// Back to where they stood before they were migrated, if nothing has come of that yet
    #[arg(long, conflicts_with = "rehearse")]
    pub(super) back: bool,
    /// Move none: tell where each would stand, and which could not be migrated
    #[arg(long)]
    pub(super) rehearse: bool,
    /// Do it to all that are selected, as the preview said
    #[arg(long, value_name = "TOKEN")]
    pub(super) confirm: Option<String>,
    /// Why: it is written into the log
    #[arg(long, value_parser = words, required_unless_present = "rehearse")]
    pub(super) why: Option<String>,
    /// In whose name, besides your own
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
    /// Of this process
    #[arg(long)]
    pub(super) process: Option<String>,
    /// Of this version
    #[arg(long, value_name = "N")]
    pub(super) version: Option<u32>,
    /// At this step
    #[arg(long)]
    pub(super) step: Option<String>,
    /// In this state: ready, waiting, retrying, parked, held, undoing, done, failed, cancelled, rolled-back
    #[arg(long)]
    pub(super) status: Option<String>,
    /// That this build has written a line of, at any time
    #[arg(long)]
    pub(super) build: Option<String>,
    /// That have a line under this definition, as `touched` numbers them
    #[arg(long, value_name = "ID")]
    pub(super) definition: Option<u32>,
}

/// Who wants it, and why.
#[derive(Clone, Debug, Args)]
pub(super) struct Because {
    /// Why: it is written into the log
    #[arg(long, value_parser = words)]
    pub(super) why: String,
    /// In whose name, besides your own
    #[arg(long = "as", value_name = "NAME")]
    pub(super) on_behalf: Option<String>,
}

/// What was seen before.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Seen {
    /// Refuse it unless the instance still has so many lines, as `show` said
    #[arg(long, value_name = "LINES")]
    pub(super) seen: Option<u64>,
}

/// Whether data is shown.
#[derive(Clone, Debug, Args)]
pub(super) struct Payloads {
    /// Show the data too: that you did is written into the log
    #[arg(long, requires = "why")]
    pub(super) payloads: bool,
    /// Why you want to see the data
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
