//! What the story is told with: a folder, a service that runs and is killed, and the verbs.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// How long something may take that should happen.
const PATIENCE: Duration = Duration::from_secs(60);

pub type Told<T = ()> = Result<T, String>;

pub struct Stage {
    folder: PathBuf,
    screening: Child,
    service: Option<Child>,
    payouts: u64,
}

impl Stage {
    /// A new folder, and the owner of the lists, with one name on them.
    pub fn set() -> Stage {
        build();
        let folder = std::env::temp_dir().join(format!("payouts-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let screening = Command::new(beside("screening"))
            .arg(folder.join("screening.address"))
            .args(["Viktor Krum"])
            .spawn()
            .expect("the programs of the workspace stand beside this one: `cargo build` builds them");
        let stage = Stage { folder, screening, service: None, payouts: 0 };
        let served = |stage: &Stage| stage.folder.join("screening.address").exists();
        stage.wait("the lists are served", served).expect("they are");
        stage
    }

    pub fn say(&self, text: impl AsRef<str>) {
        println!("   {}", text.as_ref());
    }

    /// Runs the service, as everybody does their part.
    pub fn run(&mut self) -> Told {
        self.run_with(("PAYOUT_BANK", "speaks"))
    }

    /// Runs the service, with something told to it.
    pub fn run_with(&mut self, told: (&str, &str)) -> Told {
        let mut command = self.payments(&["run"]);
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null()).env(told.0, told.1);
        self.service = Some(quiet.spawn().map_err(|error| error.to_string())?);
        self.wait("the service owns the store", |stage| {
            let health = stage.payments(&["health", "--json"]).output();
            // It may be alive although nobody takes a letter.
            health.is_ok_and(|health| objects(&health).any(|health| health["alive"] == true))
        })
    }

    /// Kills the service as `kill -9` does, in the middle of whatever it does.
    pub fn kill(&mut self) {
        if let Some(mut service) = self.service.take() {
            let _ = service.kill();
            let _ = service.wait();
        }
    }

    fn payments(&self, words: &[&str]) -> Command {
        let mut command = Command::new(beside("payments"));
        command.args(words).env("STATELINE_STORE", self.folder.join("payments.db"));
        command.env("PAYOUT_FOLDER", &self.folder);
        command
    }

    /// Gives a verb, and wants it done.
    pub fn give(&self, words: &[&str]) -> Told<Output> {
        let output = self.payments(words).output().map_err(|error| error.to_string())?;
        match output.status.success() {
            true => Ok(output),
            false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        }
    }

    /// Starts a payout, of so many cents; answers its name.
    pub fn start(&mut self, (consumer, sender): (u64, &str), beneficiary: &str, cents: u64) -> Told<String> {
        self.payouts += 1;
        let request = serde_json::json!({
            "transaction": self.payouts, "sender": {"consumer": consumer, "name": sender},
            "beneficiary": beneficiary, "amount": cents,
        });
        self.give(&["start", "payout", &request.to_string(), "--why", "the client asked for it"])?;
        Ok(format!("payout/{}", self.payouts))
    }

    /// Tells what Compliance has decided about reasons.
    pub fn decide(&self, payout: &str, decision: &str, reasons: &[&str]) -> Told {
        let number: u64 =
            payout.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or_default();
        let mut decided = serde_json::json!({"transaction": number});
        for reason in ["sender", "beneficiary", "threshold"] {
            let ruling = serde_json::json!({"decision": decision, "by": "Ada"});
            decided[reason] = if reasons.contains(&reason) { ruling } else { Value::Null };
        }
        let why = format!("Ada looked at {}", reasons.join(" and "));
        self.give(&["deliver", payout, "compliance.decided", &decided.to_string(), "--why", &why]).map(drop)
    }

    /// Spoils the next answers of the lists.
    pub fn spoil(&self, mishaps: &str) -> Told {
        let address = std::fs::read_to_string(self.folder.join("screening.address"));
        let address = address.map_err(|error| error.to_string())?;
        let request =
            format!("GET /next?name={mishaps} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        let mut stream = std::net::TcpStream::connect(address).map_err(|error| error.to_string())?;
        std::io::Write::write_all(&mut stream, request.as_bytes()).map_err(|error| error.to_string())?;
        std::io::read_to_string(stream).map(drop).map_err(|error| error.to_string())
    }

    /// What `show --json` says of a payout.
    pub fn shown(&self, payout: &str) -> Told<Value> {
        let output = self.give(&["show", payout, "--json"])?;
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
    }

    /// Waits until a payout is in this state.
    pub fn until(&self, payout: &str, status: &str) -> Told {
        self.wait(&format!("{payout} is {status}"), |stage| {
            stage.shown(payout).is_ok_and(|shown| shown["status"] == status)
        })
    }

    /// Waits until something is so.
    pub fn wait(&self, what: &str, is_so: impl Fn(&Stage) -> bool) -> Told {
        let until = Instant::now() + PATIENCE;
        while !is_so(self) {
            if Instant::now() > until {
                return Err(format!("it was waited in vain until {what}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn file(&self, name: &str) -> Value {
        let bytes = std::fs::read(self.folder.join(name)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// How often was told that nobody has acknowledged a letter: by lines of its log, by letters to payments, and by
    /// the hook in the service.
    pub fn alerts(&self, letter: &str) -> Told<[usize; 3]> {
        let log = self.give(&["log", &format!("compliance/payout.blocked/{letter}"), "--json"])?;
        let lines = objects(&log).filter(|line| line["kind"] == "overdue").count();
        let pages = self.file("pager.json");
        let pages = pages.as_object().into_iter().flatten();
        let pages = pages.filter(|(_, why)| why.as_str().is_some_and(|why| why.contains(letter))).count();
        let hook = std::fs::read_to_string(self.folder.join("alerts")).unwrap_or_default();
        Ok([lines, pages, hook.lines().filter(|line| line.contains(letter)).count()])
    }

    /// The letter to Compliance that nobody takes.
    pub fn letter(&self) -> Told<String> {
        let stuck = self.payments(&["stuck", "--json"]).output().map_err(|error| error.to_string())?;
        let mut names = objects(&stuck).filter_map(|stuck| stuck["instance"].as_str().map(str::to_owned));
        let letter =
            names.find_map(|name| name.strip_prefix("compliance/payout.blocked/").map(str::to_owned));
        letter.ok_or_else(|| "no letter to Compliance is stuck".into())
    }

    /// What is on a client's account.
    pub fn balance(&self, consumer: u64) -> u64 {
        self.file("ledger.json")["balances"][consumer.to_string()].as_u64().unwrap_or_default()
    }

    /// How much the bank has sent for a payout, and to whom; nothing, if it has not.
    pub fn sent(&self, payout: &str) -> Option<(String, u64)> {
        let number = payout.rsplit('/').next().unwrap_or_default();
        let sent = &self.file("bank.json")[number]["sent"];
        Some((sent["beneficiary"].as_str()?.to_owned(), sent["amount"].as_u64()?))
    }

    /// Where all the money is.
    pub fn sums(&self) -> String {
        let accounts: u64 = (1..=2).map(|consumer| self.balance(consumer)).sum();
        let bank = self.file("bank.json");
        let sent: u64 = bank
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(_, kept)| kept["sent"]["amount"].as_u64())
            .sum();
        let kept = if accounts + sent == 10_005_000 { "no cent is lost" } else { "THE SUMS ARE WRONG" };
        format!("on accounts {}, sent {}: {kept}", money(accounts), money(sent))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.kill();
        let _ = self.screening.kill();
        let _ = self.screening.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What a verb says to programs, line by line.
fn objects(output: &Output) -> impl Iterator<Item = Value> {
    output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok())
}

/// Cents, as people write them.
pub fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Builds the programs that the story is told with, where Cargo runs it: `cargo run` builds this one alone.
fn build() {
    let Some(cargo) = std::env::var_os("CARGO") else { return };
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--locked", "--workspace", "--bins", "--manifest-path"]);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"));
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let built = command.status().expect("Cargo can be run");
    assert!(built.success(), "the programs of the workspace can be built");
}

/// A program that was built together with this one.
fn beside(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().expect("this program has a path");
    path.set_file_name(name);
    path
}
