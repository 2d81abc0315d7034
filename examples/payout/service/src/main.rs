//! The program that serves payouts: `payments run`, `payments ps`, `payments show payout/1`, …
//!
//! `PAYOUT_FOLDER` is where ledger and bank are kept, and where the lists are found: `screening` writes its
//! address there. With `PAYOUT_BANK=mute` the bank sends money and never says so.

use compliance::{Office, blocked};
use payments::api::Desk;
use payments::domain::payout;
use stateline::App;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let office = async || Ok::<_, String>(Office::default());
    let app = App::new("payments").receive::<blocked, Office>().environment(office);
    let app = app.serve(payout()).environment(async || {
        let folder = std::env::var_os("PAYOUT_FOLDER").map_or_else(|| PathBuf::from("."), PathBuf::from);
        let is_mute = std::env::var("PAYOUT_BANK").is_ok_and(|bank| bank == "mute");
        Desk::open(&folder, is_mute)
            .map_err(|error| format!("{} (`screening` must run, and PAYOUT_FOLDER be its folder)", error))
    });
    stateline::operate(app)
}
