//! `map`: the map drawn, in a folder or on the screen.

mod folder;
mod layout_lock;

use super::mapping;
use super::options::{Global, Map};
use super::output::Output;
use super::pipeline;
use crate::atlas::from_code;
use crate::report::{Exit, Failure, Failures};
use crate::rules;
pub(super) use folder::Folder;
use layout_lock::LayoutLock;
use stateline_draw::atlas::{Level, Process, UnknownContext, View};
use stateline_draw::layout::Lock;
use stateline_draw::terminal::{TextStyle, USUAL_WIDTH};
use stateline_draw::{Atlas, Diff, FORMATS, Format, Journey, MAP, OutputFile, Request, Subject};
use stateline_rust::Workspace;
use stateline_schema::{suggest, suggestion};
use std::path::Path;

/// Files look the same whoever writes them.
const FILES: TextStyle = TextStyle::plain(USUAL_WIDTH);

pub(super) fn run(options: &Map, global: &Global, output: &Output) -> Result<Exit, Failures> {
    if options.out.is_some() && global.output.is_some() {
        return Err(Failure::new("`--out` names a folder and `--output` a file: give one of the two").into());
    }
    let stem = stem(options);
    if let Some(revision) = &options.diff {
        let (before, after, lock, title) = both(revision, options, global)?;
        let diff = Diff::new(revision, &before, &after);
        let subject = Subject::Diff { diff: &diff, before: &before, after: &after };
        let request =
            Request::new(subject, &stem).title(&title).lock(lock.lock.as_ref()).sheet(options.sheet);
        return Drawing { request, subject, stem: &stem, lock: &lock, is_all: false }.put(options, output);
    }
    let (atlas, lock, title) = pipeline::mapped(global, |mapped| {
        let atlas = from_code(mapped.graph, &rules::check_graph(mapped.graph));
        Ok((
            atlas,
            layout_lock(options, &mapped.workspace.root)?,
            title(options, mapped.graph.input.map, mapped.workspace),
        ))
    })?;
    let view = View { only: options.only.clone(), hops: options.hops, level: options.level };
    // From far, countries lie where their provinces lie.
    let far = match options.level {
        Level::World => {
            lock.lock.as_ref().map(|lock| lock.of_countries(|name| atlas.outermost(name).to_owned()))
        }
        Level::Context => None,
    };
    let atlas = atlas.view(&view).map_err(no_context)?;
    let journey = options.journey.as_ref().map(|name| process(&atlas, name)).transpose()?;
    let journey = journey.map(|process| Journey::new(&atlas, process));
    let timetable = options.process.as_ref().map(|name| process(&atlas, name)).transpose()?;
    let subject = match (&journey, timetable) {
        (Some(journey), _) => Subject::Journey(&atlas, journey),
        (None, Some(process)) => Subject::Process(&atlas, process),
        (None, None) => Subject::Map(&atlas),
    };
    // A part of the map has a layout of its own.
    let is_all = options.only.is_empty() && options.level == Level::Context;
    let kept = if is_all { lock.lock.as_ref() } else { far.as_ref().filter(|_| options.only.is_empty()) };
    let request = Request::new(subject, &stem)
        .title(&title)
        .lock(kept)
        .sheet(options.sheet)
        .link(options.link.as_deref());
    Drawing { request, subject, stem: &stem, lock: &lock, is_all }.put(options, output)
}

fn layout_lock(options: &Map, root: &Path) -> Result<LayoutLock, Failure> {
    LayoutLock::read(&options.lock.clone().unwrap_or_else(|| root.join(Lock::FILE)))
}

/// What stands above pictures: the option, the map's title, or else the name of the package at the root. The
/// name of a folder would differ from checkout to checkout.
fn title(options: &Map, map: &stateline_schema::Map, workspace: &Workspace) -> String {
    let root = workspace.packages.iter().find(|package| package.folder.is_empty());
    let by_name = || match root {
        Some(package) => format!("{}: a political map", package.name),
        None => "Political map".to_owned(),
    };
    let of_map = || map.title.as_ref().map(|title| title.value.clone());
    options.title.clone().or_else(of_map).unwrap_or_else(by_name)
}

/// The map that was and the map that is: of both what the map says, and nothing that only code shows.
fn both(
    revision: &str,
    options: &Map,
    global: &Global,
) -> Result<(Atlas, Atlas, LayoutLock, String), Failures> {
    let view = View { level: options.level, ..View::default() };
    let seen = |map: &stateline_schema::Map| Atlas::from_map(map).view(&view).map_err(no_context);
    pipeline::mapped(global, |mapped| {
        let before = mapping::at_revision(global, &mapped.workspace.root, revision)?;
        let lock = layout_lock(options, &mapped.workspace.root)?;
        Ok((
            seen(&before)?,
            seen(mapped.graph.input.map)?,
            lock,
            title(options, mapped.graph.input.map, mapped.workspace),
        ))
    })
}

/// What is drawn, and what becomes of it.
struct Drawing<'d> {
    request: Request<'d>,
    subject: Subject<'d>,
    /// What the names of its files begin with.
    stem: &'d str,
    lock: &'d LayoutLock,
    /// Whether nothing is left out, so that the layout lock is about it.
    is_all: bool,
}

impl Drawing<'_> {
    fn put(&self, options: &Map, output: &Output) -> Result<Exit, Failures> {
        match &options.out {
            Some(path) => self.to_folder(&Folder::new(path), options, output),
            None => self.to_screen(&options.format, output),
        }
    }

    fn files(&self, format: &Format, style: TextStyle) -> Result<Vec<OutputFile>, Failure> {
        if format.is_picture && self.is_timetable() {
            let message = "a process has no picture, but its way has: `--journey` in place of `--process`";
            return Err(Failure::new(message));
        }
        format.draw(&self.request, style).map_err(Failure::new)
    }

    fn is_timetable(&self) -> bool {
        matches!(self.subject, Subject::Process(..))
    }

    fn to_screen(&self, formats: &[&Format], output: &Output) -> Result<Exit, Failures> {
        let format = match formats {
            [] => Format::named("text").expect("it is one of the formats"),
            [format] => format,
            _ => return Err(Failure::new("several formats need a folder: `--out DIR`").into()),
        };
        let files = self.files(format, output.style)?;
        let [file] = files.as_slice() else {
            let message = format!("{} makes {} files: give a folder, `--out DIR`", format.name, files.len());
            return Err(Failure::new(message).into());
        };
        output.write_bytes(&file.content)?;
        Ok(Exit::Clean)
    }

    fn to_folder(&self, folder: &Folder, options: &Map, output: &Output) -> Result<Exit, Failures> {
        let mut files = Vec::new();
        let formats =
            if options.format.is_empty() { self.formats_in(folder) } else { options.format.clone() };
        for format in &formats {
            files.extend(self.files(format, FILES)?);
        }
        let beside = Folder::new(self.lock.folder());
        let lock = self.new_lock();
        if !options.check {
            let mut written = folder.write(&files)?;
            written.extend(beside.write(&lock)?);
            if !output.quiet {
                let lines: String = written.iter().map(|line| format!("{line}\n")).collect();
                let current = format!("current: {}\n", folder.shown());
                output.write(if lines.is_empty() { &current } else { &lines })?;
                if let Some(picture) = self.request.laid_out() {
                    output.write(&picture.summary())?;
                }
                let is_svg = formats.iter().any(|format| format.name == "svg") && !lines.is_empty();
                if let Some(snippet) = self.snippet(folder).filter(|_| is_svg) {
                    output.write(&format!("\nfor a README, light and dark:\n\n{snippet}"))?;
                }
            }
            return Ok(Exit::Clean);
        }
        let mut stale = folder.stale(&files)?;
        stale.extend(beside.stale(&lock)?);
        if stale.is_empty() {
            if !output.quiet {
                output.write(&format!("current: {}\n", folder.shown()))?;
            }
            return Ok(Exit::Clean);
        }
        let lines: String = stale.iter().map(|line| format!("{line}\n")).collect();
        output.write(&format!("{lines}\n  {}\n      renews them\n", renewal(options, &formats)))?;
        Ok(Exit::Findings)
    }

    /// The lock as this layout leaves it, if anything was laid out that it is about.
    fn new_lock(&self) -> Vec<OutputFile> {
        let picture = self.request.laid_out().filter(|_| self.is_all);
        picture.map(|picture| self.lock.file(&picture.lock())).into_iter().collect()
    }

    /// How a README shows the picture, if it was laid out; a difference is no picture to show for long.
    fn snippet(&self, folder: &Folder) -> Option<String> {
        let is_map = !matches!(self.subject, Subject::Diff { .. });
        let picture = self.request.laid_out().filter(|_| is_map);
        picture.map(|picture| picture.snippet(&folder.shown(), self.stem))
    }

    /// Those whose files are in the folder already; else those that people look at first and that show
    /// such a thing: a timetable has no picture.
    fn formats_in(&self, folder: &Folder) -> Vec<&'static Format> {
        let formats = || FORMATS.iter().copied();
        let there: Vec<_> = formats().filter(|format| folder.holds(&format.first_path(self.stem))).collect();
        if !there.is_empty() {
            return there;
        }
        formats().filter(|format| format.is_usual && !(format.is_picture && self.is_timetable())).collect()
    }
}

fn no_context(error: UnknownContext) -> Failure {
    let UnknownContext { name, known } = error;
    let meant = suggest(&name, known.iter().map(String::as_str));
    let meant = meant.map(|meant| format!(": {}", suggestion(meant)));
    Failure::new(format!("the map has no context `{name}`{}", meant.unwrap_or_default()))
}

fn process<'a>(atlas: &'a Atlas, name: &str) -> Result<&'a Process, Failure> {
    atlas.process(name).ok_or_else(|| {
        let failure = Failure::new(format!("there is no process `{name}`"));
        match suggest(name, atlas.processes.iter().map(|process| process.name.as_str())) {
            Some(meant) => failure.help(suggestion(meant)),
            None => failure,
        }
    })
}

/// Each view has file names of its own, so that one folder holds them all.
fn stem(options: &Map) -> String {
    if options.diff.is_some() {
        return "diff".to_owned();
    }
    let mut stem = match (&options.process, &options.journey, options.level) {
        (Some(name), _, _) => format!("process-{name}"),
        (None, Some(name), _) => format!("journey-{name}"),
        (None, None, Level::World) => "world".to_owned(),
        (None, None, Level::Context) => MAP.to_owned(),
    };
    for name in &options.only {
        stem.push('-');
        stem.push_str(name);
    }
    if options.hops > 0 {
        stem.push_str(&format!("-{}", options.hops));
    }
    stem
}

/// The command that writes what `--check` found stale.
fn renewal(options: &Map, formats: &[&Format]) -> String {
    let mut words = vec!["cargo stateline map".to_owned()];
    let names: Vec<_> = formats.iter().map(|format| format.name).collect();
    words.push(format!("--format {}", names.join(",")));
    words.extend(options.out.as_ref().map(|path| format!("--out {}", path.display())));
    words.extend((!options.only.is_empty()).then(|| format!("--only {}", options.only.join(","))));
    words.extend((options.hops > 0).then(|| format!("--hops {}", options.hops)));
    words.extend((options.level == Level::World).then(|| "--level world".to_owned()));
    words.extend(options.sheet.map(|kind| format!("--sheet {}", kind.name())));
    words.extend(options.title.as_ref().map(|title| format!("--title {title:?}")));
    words.extend(options.link.as_ref().map(|pattern| format!("--link '{pattern}'")));
    words.extend(options.journey.as_ref().map(|name| format!("--journey {name}")));
    words.extend(options.diff.as_ref().map(|revision| format!("--diff {revision}")));
    words.extend(options.process.as_ref().map(|name| format!("--process {name}")));
    words.join(" ")
}
