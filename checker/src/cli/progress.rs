//! What the tool is doing, for those who wait at a terminal.

use super::output::Output;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::time::Duration;

/// Whoever waits less need not be told.
const PATIENCE: Duration = Duration::from_millis(500);
const TICK: Duration = Duration::from_millis(100);

/// A line on the standard error that goes away by itself; nothing in pipes and files.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    color: bool,
}

impl Progress {
    pub(super) fn new(output: &Output) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if !output.quiet && std::io::stderr().is_terminal() {
            show_later(&bar);
        }
        Self { bar, color: output.stderr.color }
    }

    /// Names what comes now: `resolving`, `checking`.
    pub(super) fn stage(&self, name: &'static str) {
        self.style("{spinner} {elapsed:>3} {wide_msg}", "{spinner:.cyan} {elapsed:>3} {wide_msg}");
        self.bar.set_message(name);
    }

    /// How many files were read, of how many that are known so far.
    pub(super) fn read(&self, done: usize, known: usize) {
        if self.bar.length() != Some(known as u64) {
            self.bar.set_length(known as u64);
        }
        self.bar.set_position(done as u64);
    }

    /// What comes now is reading, told by [`Progress::read`].
    pub(super) fn reading(&self) {
        self.style(
            "{spinner} {elapsed:>3} reading [{bar:24}] {pos} of {len} files",
            "{spinner:.cyan} {elapsed:>3} reading [{bar:24.cyan}] {pos} of {len} files",
        );
    }

    fn style(&self, plain: &str, colored: &str) {
        let style = ProgressStyle::with_template(if self.color { colored } else { plain });
        self.bar.set_style(style.expect("the templates above are well formed").progress_chars("=> "));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The thread ends with the process if that is quicker.
fn show_later(bar: &ProgressBar) {
    let bar = bar.downgrade();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if let Some(bar) = bar.upgrade().filter(|bar| !bar.is_finished()) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
        }
    });
}
