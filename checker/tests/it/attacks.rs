//! Attacks on the cache and on what tells a changed file: none changes a verdict.
//!
//! `STATELINE_ATTACKS` says how many, `STATELINE_SEED` which; `scripts/attack-cache` sets both.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

/// So many in every run of the tests, which take some seconds.
const USUAL: u64 = 36;
const PER_WORKSPACE: u64 = 12;
const MODULES: usize = 4;
/// Longer than the slowest run, and far shorter than for ever.
const PATIENCE: Duration = Duration::from_secs(120);

const GOOD: &str = "pub fn all() { a::f1(); }\n";
const BAD: &str = "pub fn all() { a::f2(); }\n";
const MAP: &str =
    "stateline: 1\ncontexts:\n  a: { owns: [a] }\n  b:\n    owns: [b]\n    calls: { a: [f1] }\n";

/// What is done, and what it is done to.
#[derive(Clone, Copy, Debug)]
enum Attack {
    FlipBit,
    Cut,
    Append,
    SwapFilesOfCache,
    SwapRanges,
    FromOtherWorkspace,
    FromEarlier,
    ForeignHead,
    Pipe,
    LinkToDevice,
    LinkToItself,
    LinkToCopy,
    Folder,
    Sparse,
    WriteInPlace,
    WriteAnew,
    MoveOver,
    SetBefore1970,
    ChangeDuringRuns,
}

use Attack::{
    Append, ChangeDuringRuns, Cut, FlipBit, Folder, ForeignHead, FromEarlier, FromOtherWorkspace, LinkToCopy,
    LinkToDevice, LinkToItself, MoveOver, Pipe, SetBefore1970, Sparse, SwapFilesOfCache, SwapRanges,
    WriteAnew, WriteInPlace,
};

/// On the files of the cache.
const ON_CACHE: [Attack; 14] = [
    FlipBit,
    Cut,
    Append,
    SwapFilesOfCache,
    SwapRanges,
    FromOtherWorkspace,
    FromEarlier,
    ForeignHead,
    Pipe,
    LinkToDevice,
    LinkToItself,
    LinkToCopy,
    Folder,
    Sparse,
];
/// On sources, with size and time of modification kept.
const ON_SOURCES: [Attack; 5] = [WriteInPlace, WriteAnew, MoveOver, SetBefore1970, ChangeDuringRuns];

#[test]
fn no_attack_on_the_cache_or_on_stamps_changes_a_verdict() {
    let given = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let (count, seed) = (given("STATELINE_ATTACKS").unwrap_or(USUAL), given("STATELINE_SEED").unwrap_or(1));
    let mut chance = Chance(seed);
    let place = tempfile::tempdir().expect("a temporary folder");
    let worlds: Vec<World> =
        (0..count.div_ceil(PER_WORKSPACE)).map(|number| World::new(place.path(), number)).collect();
    // The system's own time of change cannot be set: from here on nothing is young any more.
    std::thread::sleep(Duration::from_millis(2100));
    for mut world in worlds {
        world.settle();
        for number in 0..PER_WORKSPACE {
            let on_sources = number >= PER_WORKSPACE - MODULES as u64;
            let attacks: &[Attack] = if on_sources { &ON_SOURCES } else { &ON_CACHE };
            let attack = attacks[chance.below(attacks.len())];
            let what = world.attack(attack, &mut chance);
            let said = world.check();
            let right = world.verdict();
            assert_eq!(said.as_ref(), Ok(&right), "seed {seed}, {}: {attack:?} {what}", world.root.display());
            world.settle();
        }
    }
}

/// A small workspace and its cache.
struct World {
    root: PathBuf,
    cache: PathBuf,
    bad: [bool; MODULES],
    attacked: usize,
    /// The cache's files when every module was good.
    earlier: Vec<(PathBuf, Vec<u8>)>,
}

impl World {
    fn new(place: &Path, number: u64) -> Self {
        let root = place.join(format!("w{number}"));
        let world = World {
            // All share one cache folder, as the workspaces of a user do.
            cache: place.join("cache"),
            root,
            bad: [false; MODULES],
            attacked: 0,
            earlier: Vec::new(),
        };
        world.package("a", "", "pub fn f1() {}\npub fn f2() {}\n");
        let modules: String = (0..MODULES).map(|module| format!("pub mod m{module};\n")).collect();
        world.package("b", "a = { path = \"../a\" }\n", &modules);
        (0..MODULES).for_each(|module| world.write(&World::module(module), GOOD));
        world.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"a\", \"b\"]\n");
        world.write("stateline.yaml", MAP);
        world
    }

    fn package(&self, name: &str, needs: &str, lib: &str) {
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        self.write(&format!("{name}/Cargo.toml"), &format!("{package}[dependencies]\n{needs}"));
        self.write(&format!("{name}/src/lib.rs"), lib);
    }

    fn module(module: usize) -> String {
        format!("b/src/m{module}.rs")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("it has a name")).expect("the folder is ours");
        fs::write(path, text).expect("the folder is ours");
    }

    /// A sound cache of what is there.
    fn settle(&mut self) {
        for path in self.files().into_iter().chain([self.cache.join("stateline/key")]) {
            if path.is_dir() {
                fs::remove_dir(&path).expect("it is ours");
            } else if path.extension().is_some_and(|ending| ending == "copy") {
                fs::remove_file(&path).expect("it is ours");
            }
        }
        let right = self.verdict();
        assert_eq!((self.check(), self.check()), (Ok(right), Ok(right)), "before the attack");
        if self.earlier.is_empty() {
            let files = self.files();
            assert!(files.len() == 2, "summaries and references are kept: {files:?}");
            self.earlier = files
                .into_iter()
                .map(|path| {
                    let content = fs::read(&path).expect("it is ours");
                    (path, content)
                })
                .collect();
        }
    }

    /// Exit code 1 if any module does what the map does not allow, else 0.
    fn verdict(&self) -> i32 {
        i32::from(self.bad.contains(&true))
    }

    fn check(&self) -> Result<i32, String> {
        ended(self.start())
    }

    fn start(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_cargo-stateline"))
            .args(["stateline", "check", "--quiet", "--color", "never"])
            .current_dir(&self.root)
            .env("XDG_CACHE_HOME", &self.cache)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command was built for this test")
    }

    /// This workspace's files in the cache.
    fn files(&self) -> Vec<PathBuf> {
        let hash = blake3::hash(self.root.as_os_str().as_encoded_bytes()).to_hex();
        let folder = self.cache.join("stateline").join(&hash[..32]);
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }

    /// Another workspace's cache files of the same names.
    fn foreign(&self) -> Vec<PathBuf> {
        let own = self.files();
        let mut found = Vec::new();
        for folder in fs::read_dir(self.cache.join("stateline")).into_iter().flatten().flatten() {
            let files = fs::read_dir(folder.path()).into_iter().flatten().flatten();
            found.extend(files.map(|entry| entry.path()).filter(|path| !own.contains(path)));
        }
        found
    }

    /// Does it, and says to what.
    fn attack(&mut self, attack: Attack, chance: &mut Chance) -> String {
        match attack {
            WriteInPlace | WriteAnew | MoveOver | SetBefore1970 | ChangeDuringRuns => {
                self.attack_source(attack)
            }
            _ => self.attack_cache(attack, chance),
        }
    }

    fn attack_cache(&self, attack: Attack, chance: &mut Chance) -> String {
        let mut files = self.files();
        files.push(self.cache.join("stateline/key"));
        let path = files[chance.below(files.len())].clone();
        let mut content = fs::read(&path).expect("it is ours");
        let at = chance.below(content.len());
        match attack {
            FlipBit => content[at] ^= 1 << chance.below(8),
            Cut => content.truncate(at),
            Append => content.extend_from_within(at..),
            SwapRanges => {
                let length = chance.below(content.len() / 2).max(1);
                content.rotate_left(length);
            }
            SwapFilesOfCache => content = fs::read(&files[0]).expect("it is ours"),
            FromOtherWorkspace => {
                let foreign = self.foreign();
                content = foreign
                    .get(chance.below(foreign.len()))
                    .and_then(|path| fs::read(path).ok())
                    .unwrap_or_default();
            }
            FromEarlier => {
                for (path, earlier) in &self.earlier {
                    fs::write(path, earlier).expect("it is ours");
                }
                return "both files".to_owned();
            }
            ForeignHead => content.iter_mut().take(16).for_each(|byte| *byte = byte.wrapping_add(1)),
            _ => {
                exchange(&path, attack, &content);
                return path.display().to_string();
            }
        }
        fs::write(&path, content).expect("it is ours");
        format!("{} at {at}", path.display())
    }

    fn attack_source(&mut self, attack: Attack) -> String {
        let module = self.attacked % MODULES;
        self.attacked += 1;
        self.bad[module] = !self.bad[module];
        let path = self.root.join(World::module(module));
        let text = if self.bad[module] { BAD } else { GOOD };
        let kept = fs::metadata(&path).and_then(|found| found.modified()).expect("it is ours");
        let set = |file: &File, time: SystemTime| file.set_modified(time).expect("it is ours");
        match attack {
            WriteInPlace => set(&written(&path, text), kept),
            SetBefore1970 => set(&written(&path, text), SystemTime::UNIX_EPOCH - Duration::from_secs(5000)),
            WriteAnew => {
                fs::remove_file(&path).expect("it is ours");
                set(&written(&path, text), kept);
            }
            MoveOver => {
                let beside = path.with_extension("new");
                set(&written(&beside, text), kept);
                fs::rename(beside, &path).expect("it is ours");
            }
            _ => {
                let runs = [self.start(), self.start(), self.start()];
                set(&written(&path, text), kept);
                runs.into_iter().for_each(|run| {
                    ended(run).expect("a verdict");
                });
            }
        }
        path.display().to_string()
    }
}

/// Writes without cutting: the file keeps its number.
fn written(path: &Path, text: &str) -> File {
    let mut file =
        File::options().write(true).create(true).truncate(false).open(path).expect("the folder is ours");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("there is room");
    file
}

/// Puts something else in a file's place.
fn exchange(path: &Path, attack: Attack, content: &[u8]) {
    fs::remove_file(path).expect("it is ours");
    let beside = path.with_extension("copy");
    let done = match attack {
        Pipe => Command::new("mkfifo").arg(path).status().map(|_| ()),
        LinkToDevice => symlink("/dev/zero", path),
        LinkToItself => symlink(path, path),
        Folder => fs::create_dir(path),
        Sparse => File::create(path).and_then(|file| file.set_len(3 << 30)),
        _ => fs::write(&beside, content).and_then(|()| symlink(&beside, path)),
    };
    done.expect("the folder is ours");
}

/// How a run ends; or that it does not.
fn ended(mut run: Child) -> Result<i32, String> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(status) = run.try_wait().expect("it is our child") {
            return status.code().ok_or_else(|| status.to_string());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = run.kill();
    let _ = run.wait();
    Err("hangs".to_owned())
}

/// Numbers that are the same for the same seed (`splitmix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % (end.max(1) as u64)).expect("below a usize")
    }
}
