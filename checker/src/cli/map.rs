//! `map`: the map drawn, in a folder or on the screen.

mod folder;
mod format;
mod gallery;
mod layout_lock;

use super::mapping;
use super::options::{Global, Map};
use super::pipeline;
use super::screen::Screen;
use crate::atlas::from_code;
use crate::graph::similar::similar;
use crate::report::{Exit, Failure, Failures};
use crate::rules;
use folder::Folder;
pub(super) use format::Format;
use gallery::{Gallery, Show};
use layout_lock::LayoutLock;
use stateline_draw::atlas::{Level, Process, UnknownContext, View};
use stateline_draw::picture::Language;
use stateline_draw::terminal::{Paper, USUAL_WIDTH};
use stateline_draw::{Atlas, Diff, Form, Journey, Sheet, Subject, form, lock};
use std::path::Path;

/// Files look the same whoever writes them.
const FILES: Paper = Paper::plain(USUAL_WIDTH);

pub(super) fn run(options: &Map, global: &Global, screen: &Screen) -> Result<Exit, Failures> {
    if options.out.is_some() && global.output.is_some() {
        return Err(Failure::new("`--out` names a folder and `--output` a file: give one of the two").into());
    }
    if let Some(revision) = &options.diff {
        let (before, after, lock) = both(revision, options, global, screen)?;
        let diff = Diff::new(revision, &before, &after);
        let show = Show::Difference { since: revision, before: &before, after: &after };
        let gallery = Gallery::new(show, &options.title, lock);
        let (subject, stem) = (Subject::Diff(&diff), stem(options));
        return Drawing { atlas: &Atlas::default(), subject, stem, gallery }.put(options, screen);
    }
    let (atlas, lock) = pipeline::mapped(global, screen, |mapped| {
        let atlas = from_code(mapped.graph, &rules::check_graph(mapped.graph));
        Ok((atlas, layout_lock(options, &mapped.workspace.root)?))
    })?;
    let view = View { only: options.only.clone(), hops: options.hops, level: options.level };
    let atlas = atlas.view(&view).map_err(no_context)?;
    let journey = options.journey.as_ref().map(|name| process(&atlas, name)).transpose()?;
    let journey = journey.map(|process| Journey::new(&atlas, process));
    let timetable = options.process.as_ref().map(|name| process(&atlas, name)).transpose()?;
    let part = journey.as_ref().map(|journey| journey.part(&atlas));
    let subject = match (&journey, timetable) {
        (Some(journey), _) => Subject::Journey(journey),
        (None, Some(process)) => Subject::Process(process),
        (None, None) => Subject::Map,
    };
    let is_all = options.only.is_empty() && options.level == Level::Context;
    let show = match timetable {
        Some(_) => Show::Nothing,
        None => Show::Map { atlas: &atlas, journey: journey.as_ref(), is_all },
    };
    let gallery = Gallery::new(show, &options.title, lock);
    Drawing { atlas: part.as_ref().unwrap_or(&atlas), subject, stem: stem(options), gallery }
        .put(options, screen)
}

fn layout_lock(options: &Map, root: &Path) -> Result<LayoutLock, Failure> {
    LayoutLock::read(&options.lock.clone().unwrap_or_else(|| root.join(lock::NAME)))
}

/// The map that was and the map that is: of both what the map says, and nothing that only code shows.
fn both(
    revision: &str,
    options: &Map,
    global: &Global,
    screen: &Screen,
) -> Result<(Atlas, Atlas, LayoutLock), Failures> {
    let view = View { level: options.level, ..View::default() };
    let seen = |map: &stateline_schema::Map| Atlas::from_map(map).view(&view).map_err(no_context);
    pipeline::mapped(global, screen, |mapped| {
        let before = mapping::at_revision(global, &mapped.workspace.root, revision)?;
        let lock = layout_lock(options, &mapped.workspace.root)?;
        Ok((seen(&before)?, seen(mapped.graph.input.map)?, lock))
    })
}

struct Drawing<'d> {
    atlas: &'d Atlas,
    subject: Subject<'d>,
    /// What the names of its files begin with.
    stem: String,
    /// The same as pictures.
    gallery: Gallery<'d>,
}

impl Drawing<'_> {
    fn put(&self, options: &Map, screen: &Screen) -> Result<Exit, Failures> {
        match &options.out {
            Some(path) => self.to_folder(&Folder::new(path), options, screen),
            None => self.to_screen(&options.format, screen),
        }
    }

    fn sheets(&self, format: Format, paper: &Paper) -> Result<Vec<Sheet>, Failure> {
        match format {
            Format::Text(form) => form.draw(self.atlas, self.subject, &self.stem, paper),
            Format::Picture(language) => self.gallery.files(language, &self.stem),
        }
        .map_err(Failure::new)
    }

    fn to_screen(&self, forms: &[Format], screen: &Screen) -> Result<Exit, Failures> {
        let asked = match forms {
            [] => Format::Text(Form::Text),
            [asked] => *asked,
            _ => return Err(Failure::new("several formats need a folder: `--out DIR`").into()),
        };
        let sheets = self.sheets(asked, &screen.paper)?;
        let [sheet] = sheets.as_slice() else {
            let message =
                format!("{} makes {} files: give a folder, `--out DIR`", asked.name(), sheets.len());
            return Err(Failure::new(message).into());
        };
        screen.write_bytes(&sheet.content)?;
        Ok(Exit::Clean)
    }

    fn to_folder(&self, folder: &Folder, options: &Map, screen: &Screen) -> Result<Exit, Failures> {
        let mut sheets = Vec::new();
        let forms = if options.format.is_empty() { self.forms_in(folder) } else { options.format.clone() };
        for form in &forms {
            sheets.extend(self.sheets(*form, &FILES)?);
        }
        let beside = Folder::new(self.gallery.lock_folder());
        let lock = self.gallery.new_lock();
        if !options.check {
            let mut written = folder.write(&sheets)?;
            written.extend(beside.write(&lock)?);
            if !screen.quiet {
                let lines: String = written.iter().map(|line| format!("{line}\n")).collect();
                let current = format!("current: {}\n", folder.shown());
                screen.write(if lines.is_empty() { &current } else { &lines })?;
                if let Some(told) = self.gallery.told() {
                    screen.write(&told)?;
                }
                let is_svg = forms.contains(&Format::Picture(Language::Svg)) && !lines.is_empty();
                if let Some(snippet) = self.gallery.snippet(&folder.shown(), &self.stem).filter(|_| is_svg) {
                    screen.write(&format!("\nfor a README, light and dark:\n\n{snippet}"))?;
                }
            }
            return Ok(Exit::Clean);
        }
        let mut stale = folder.stale(&sheets)?;
        stale.extend(beside.stale(&lock)?);
        if stale.is_empty() {
            if !screen.quiet {
                screen.write(&format!("current: {}\n", folder.shown()))?;
            }
            return Ok(Exit::Clean);
        }
        let lines: String = stale.iter().map(|line| format!("{line}\n")).collect();
        screen.write(&format!("{lines}\n  {}\n      renews them\n", renewal(options, &forms)))?;
        Ok(Exit::Findings)
    }

    /// Those whose files are in the folder already; else those that people look at first and that show
    /// such a thing: a timetable has no picture.
    fn forms_in(&self, folder: &Folder) -> Vec<Format> {
        let is_there = |format: &Format| folder.holds(&format.first_path(&self.stem));
        let there: Vec<Format> = Format::all().iter().copied().filter(is_there).collect();
        if !there.is_empty() {
            return there;
        }
        let is_drawn =
            |format: &Format| !matches!((format, self.subject), (Format::Picture(_), Subject::Process(_)));
        Format::usual().into_iter().filter(is_drawn).collect()
    }
}

fn no_context(error: UnknownContext) -> Failure {
    let UnknownContext { name, known } = error;
    let meant = similar(&name, known.iter().map(String::as_str));
    let meant = meant.map(|meant| format!(": did you mean `{meant}`?"));
    Failure::new(format!("there is no context `{name}`{}", meant.unwrap_or_default()))
}

fn process<'a>(atlas: &'a Atlas, name: &str) -> Result<&'a Process, Failure> {
    atlas.process(name).ok_or_else(|| {
        let failure = Failure::new(format!("there is no process `{name}`"));
        match similar(name, atlas.processes.iter().map(|process| process.name.as_str())) {
            Some(meant) => failure.help(format!("did you mean `{meant}`?")),
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
        (None, None, Level::Context) => form::MAP.to_owned(),
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
fn renewal(options: &Map, forms: &[Format]) -> String {
    let mut words = vec!["cargo stateline map".to_owned()];
    let names: Vec<_> = forms.iter().map(|form| form.name()).collect();
    words.push(format!("--format {}", names.join(",")));
    words.extend(options.out.as_ref().map(|path| format!("--out {}", path.display())));
    words.extend((!options.only.is_empty()).then(|| format!("--only {}", options.only.join(","))));
    words.extend((options.hops > 0).then(|| format!("--hops {}", options.hops)));
    words.extend((options.level == Level::World).then(|| "--level world".to_owned()));
    words.extend(options.journey.as_ref().map(|name| format!("--journey {name}")));
    words.extend(options.diff.as_ref().map(|revision| format!("--diff {revision}")));
    words.extend(options.process.as_ref().map(|name| format!("--process {name}")));
    words.join(" ")
}
