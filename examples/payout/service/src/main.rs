//! The program that serves payouts: `payments run`, `payments ps`, `payments show payout/1`, …
//!
//! `PAYOUT_FOLDER` is where ledger and bank are kept, and where the lists are found: `screening` writes its
//! address there, and alerts are written into `alerts` there. With `PAYOUT_BANK=mute` the bank sends money and
//! never says so; with `PAYOUT_COMPLIANCE=away` nobody takes the letters to Compliance.

use compliance::{Office, blocked};
use payments::api::Desk;
use payments::domain::payout;
use payments::unacknowledged;
use stateline::App;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = std::env::var_os("PAYOUT_FOLDER").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let is = |name, value: &str| std::env::var(name).is_ok_and(|it| it == value);
    let (is_mute, is_away) = (is("PAYOUT_BANK", "mute"), is("PAYOUT_COMPLIANCE", "away"));
    let alerts = folder.join("alerts");
    let app = App::new("payments").alerting(move |what| note(&alerts, what));
    let app = match is_away {
        true => app,
        false => app.receive::<blocked, Office>().environment(async || Ok::<_, String>(Office::default())),
    };
    let app = app.serve(payout()).receive::<unacknowledged>().environment(async move || {
        Desk::open(&folder, is_mute)
            .map_err(|error| format!("{} (`screening` must run, and PAYOUT_FOLDER be its folder)", error))
    });
    stateline::operate(app)
}

/// Writes an alert behind the others.
fn note(file: &Path, what: &str) {
    let file = std::fs::File::options().create(true).append(true).open(file);
    if let Err(error) = file.and_then(|mut file| writeln!(file, "{what}")) {
        eprintln!("an alert cannot be written: {error}");
    }
}
