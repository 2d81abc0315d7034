//! The accident, played at build time: version 1 of the payout is locked and payouts are blocked; each release that
//! would let one of them move is refused, and each that is done properly is not.

use crate::workbench::{Run, check, command};
use std::path::{Path, PathBuf};

/// A copy of the payout example, as it is in production.
pub(crate) struct Production {
    folder: tempfile::TempDir,
}

impl Production {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/payout");
        copy(&example, folder.path());
        let production = Production { folder };
        let ours = format!("path = {:?}", Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
        production.edit("Cargo.toml", |text| text.replace("path = \"../..\"", &ours));
        production
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes a file; the change must be one.
    #[track_caller]
    fn edit(&self, name: &str, change: impl FnOnce(&str) -> String) -> &Self {
        let text = std::fs::read_to_string(self.path(name)).expect("it is there");
        let changed = change(&text);
        assert_ne!(text, changed, "{name} stays as it was");
        std::fs::write(self.path(name), changed).expect("the folder is ours");
        self
    }

    #[track_caller]
    pub(crate) fn replace(&self, name: &str, from: &str, to: &str) -> &Self {
        assert!(std::fs::read_to_string(self.path(name)).expect("it is there").contains(from), "{from}");
        self.edit(name, |text| text.replace(from, to))
    }

    pub(crate) fn map(&self, from: &str, to: &str) -> &Self {
        self.replace("stateline.yaml", from, to)
    }

    fn steps(&self, from: &str, to: &str) -> &Self {
        self.replace(STEPS, from, to)
    }

    /// Adds code at the end of the steps.
    pub(crate) fn add(&self, code: &str) -> &Self {
        self.edit(STEPS, |text| format!("{text}\n{code}\n"))
    }

    fn check(&self) -> Run {
        check(self.folder.path(), &[])
    }

    fn lock(&self, arguments: &[&str]) -> Run {
        command(self.folder.path(), &[&["lock"], arguments].concat())
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is ours");
    for entry in std::fs::read_dir(from).expect("the example is there").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true if entry.file_name() == "target" => {}
            true => copy(&path, &to),
            false => drop(std::fs::copy(&path, &to).expect("the folder is ours")),
        }
    }
}

const STEPS: &str = "payments/src/domain/steps.rs";

/// A step that takes an order on, which it has screened once more.
pub(crate) const SCREEN_AGAIN: &str = "\
#[step(process = \"payout\", calls(screening::screen))]
pub async fn screen_again(order: Order, ctx: &impl ScreenAgainCtx) -> Outcome<Order, Rejected> {
    ctx.screen(order.beneficiary.clone()).await?;
    Ok(Next(order))
}";

pub(crate) const REVERT: &str = "      - step: possible_revert
        awaits: { topic: compliance.decided, fills: [sender, beneficiary, threshold], within: 7d }
";

#[test]
fn s50_what_is_in_production_is_locked() {
    Production::new().check().is_clean();
}

#[test]
fn s50_a_release_that_inserts_a_step_is_refused() {
    let release = Production::new();
    release.add(SCREEN_AGAIN).map(REVERT, &format!("{REVERT}      - screen_again\n"));
    let told = "version 1 of `payout` has the new step `screen_again` after `possible_revert`";
    let blocked = "an instance blocked at `possible_revert` would run `screen_again` when released";
    let run = release.check();
    run.finds("changed-in-flight-process").says_wrapped(told).says_wrapped(blocked);
    run.says("stateline.yaml:").says("stateline.lock:").says_wrapped("set `version: 2`");
    // The lock is no way around it.
    release.lock(&[]).finds("changed-in-flight-process").says("stateline.lock was not written");
    release.check().finds("changed-in-flight-process");
}

#[test]
fn s50_the_same_release_with_a_version_of_its_own_is_not() {
    let release = Production::new();
    let earlier = "    earlier:
      1:
        steps:
          - unload_account
          - screen_sanctions
          - step: possible_revert
            awaits: { topic: compliance.decided, fills: [sender, beneficiary, threshold], within: 7d }
          - step: start_transfer
            compensated_by: reverse_transfer
";
    release.add(SCREEN_AGAIN).map(REVERT, &format!("{REVERT}      - screen_again\n"));
    release.edit("stateline.yaml", |text| text.replace("version: 1", "version: 2") + earlier);
    // What it does to production is nothing but a new version, which the lock does not have yet.
    let run = release.check();
    run.finds("stale-lock").does_not_say("changed-in-flight-process").does_not_say("dropped-version");
    run.says_wrapped("version 2 of `payout` is new");
    release.lock(&[]).is_clean().says("2 versions");
    release.check().is_clean();
    // Version 1 may not go as long as payouts of it are blocked.
    release.edit("stateline.yaml", |text| text.replace(earlier, ""));
    release.check().finds("dropped-version").says_wrapped("version 1 of `payout` is no longer served");
    release.lock(&["--accept", "no instance of version 1 is left"]).is_clean();
    release.check().is_clean().says_wrapped("1 unsafe change accepted");
}

#[test]
fn s50_a_removed_step_is_refused() {
    let release = Production::new();
    release.map(REVERT, "");
    let run = release.check();
    run.finds("changed-in-flight-process").says_wrapped("no longer has the step `possible_revert`");
    run.says_wrapped("an instance blocked at `possible_revert` would point to a step that no longer exists");
}

#[test]
fn s50_reordered_steps_are_refused() {
    let release = Production::new();
    release.map(
        "      - unload_account\n      - screen_sanctions\n",
        "      - screen_sanctions\n      - unload_account\n",
    );
    release.check().finds("changed-in-flight-process").says_wrapped("are in a different order");
}

#[test]
fn s50_a_renamed_step_is_refused() {
    let release = Production::new();
    release.map("step: possible_revert", "step: decide").steps("fn possible_revert", "fn decide");
    release.edit(STEPS, |text| text.replace("PossibleRevertCtx", "DecideCtx"));
    let run = release.check();
    run.finds("changed-in-flight-process").says_wrapped("has the step `decide` instead of `possible_revert`");
    // Under its stored name it is the same step.
    release.map("step: decide", "step: possible_revert\n        function: decide");
    release.check().does_not_say("changed-in-flight-process");
}

#[test]
fn s50_merged_and_split_steps_are_refused() {
    let merged = Production::new();
    merged.map("      - unload_account\n      - screen_sanctions\n", "      - unload_and_screen\n");
    let told = "has the steps `unload_and_screen` instead of `unload_account`, `screen_sanctions`";
    merged.check().finds("changed-in-flight-process").says_wrapped(told);

    let split = Production::new();
    split.map("      - screen_sanctions\n", "      - screen_sender\n      - screen_beneficiary\n");
    let told = "has the steps `screen_sender`, `screen_beneficiary` instead of `screen_sanctions`";
    split.check().finds("changed-in-flight-process").says_wrapped(told);
}

/// Steps are known by name: where all move on by one, none is taken for its neighbour.
#[test]
fn s50_a_shift_by_one_is_refused_as_what_it_is() {
    let release = Production::new();
    release.map("    steps:\n", "    steps:\n      - announce\n");
    let run = release.check();
    run.finds("changed-in-flight-process").says_wrapped("has the new first step `announce`");
    run.does_not_say("instead of");
}

/// What is stored names its type: another one that happens to have the same fields is not taken for it.
#[test]
fn s50_data_that_happens_to_parse_as_another_type_is_refused() {
    let release = Production::new();
    let approved = "\n/// The same fields, with another meaning.\n\
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]\n\
        pub struct Approved {\n    pub transaction: TransactionId,\n    pub beneficiary: String,\n    pub amount: Amount,\n}\n";
    release.edit("payments/src/domain/data.rs", |text| format!("{text}{approved}"));
    release.edit(STEPS, |text| {
        let text = text
            .replace("order: Order, ctx", "order: super::data::Approved, ctx")
            .replace("let Order {", "let super::data::Approved {");
        text.replace("Outcome<Order, Rejected>", "Outcome<super::data::Approved, Rejected>")
    });
    let run = release.check();
    run.finds("changed-in-flight-process");
    run.says_wrapped("now takes `Approved` instead of `Order`");
}

#[test]
fn s50_data_that_could_not_be_read_is_refused() {
    let release = Production::new();
    let data = "payments/src/domain/data.rs";
    release.replace(
        data,
        "    pub threshold: Option<Ruling>,\n",
        "    pub threshold: Option<Ruling>,\n    pub note: Option<String>,\n",
    );
    let run = release.check();
    run.finds("incompatible-step-data").says_wrapped(
        "the input of the step `possible_revert` of version 1 of `payout` has changed: `note` is missing",
    );
    run.says("payments/src/domain/data.rs:").says("stateline.lock:");
}

#[test]
fn s50_what_a_step_awaits_calls_and_is_undone_by_is_refused() {
    let changes = [
        (
            "fills: [sender, beneficiary, threshold]",
            "fills: [sender, beneficiary]",
            "now awaits `compliance.decided by transaction fills sender, beneficiary`",
        ),
        (
            "        compensated_by: reverse_transfer\n",
            "",
            "is now undone by nothing instead of `reverse_transfer`",
        ),
        (
            "    key: transaction                 # a field of what",
            "    # a field of what",
            "has no key instead of the key `transaction`",
        ),
    ];
    for (from, to, told) in changes {
        let release = Production::new();
        release.map(from, to);
        release.check().finds("changed-in-flight-process").says_wrapped(told);
    }
    let release = Production::new();
    release.steps("calls(ledger::load_account, ledger::transaction_amount)", "calls(ledger::load_account)");
    release
        .check()
        .finds("changed-in-flight-process")
        .says_wrapped("now calls `ledger::load_account` (write) instead of");
}

#[test]
fn s50_a_step_whose_code_alone_changed_is_listed_and_not_refused() {
    let release = Production::new();
    release.steps("    if amount >= THRESHOLD {", "    if amount > THRESHOLD {");
    release.check().is_clean().says_wrapped("the code of step `screen_sanctions` of `payout` changed");
    // So is what undoes one.
    let undone = Production::new();
    undone
        .steps("Ok(ctx.recall(order.transaction).await??)", "Ok(ctx.recall(order.transaction + 1).await??)");
    undone.check().is_clean().says_wrapped("the compensation of step `start_transfer` of `payout` changed");
    // Formatting is no change of code.
    let formatted = Production::new();
    formatted.steps("Ok(Next(Unloaded { request }))", "Ok( Next(\n        Unloaded { request, },\n    ) )");
    formatted.check().is_clean().does_not_say("changed");
}
