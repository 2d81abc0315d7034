//! What is to be drawn, with the picture of it, which is laid out when a format first asks for it.

use crate::atlas::{Atlas, Process};
use crate::diff::Diff;
use crate::journey::Journey;
use crate::layout::{Lock, SheetKind};
use crate::picture::{Picture, Wanted};
use crate::scene::Scene;
use std::cell::OnceCell;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'s> {
    /// All of an atlas.
    Map(&'s Atlas),
    /// The timetable of a process.
    Process(&'s Atlas, &'s Process),
    /// The way of a process across borders.
    Journey(&'s Atlas, &'s Journey),
    /// What the map has gained and lost.
    Diff { diff: &'s Diff, before: &'s Atlas, after: &'s Atlas },
}

/// What is to be drawn, in as many formats as one likes.
#[derive(Debug)]
pub struct Request<'r> {
    pub(crate) subject: Subject<'r>,
    /// What the names of files begin with.
    pub(crate) stem: &'r str,
    title: &'r str,
    lock: Option<&'r Lock>,
    kind: Option<SheetKind>,
    /// Where places of a page lead to.
    pub(crate) link: Option<&'r str>,
    /// The part of the atlas that a journey touches.
    part: Option<Atlas>,
    picture: OnceCell<Picture>,
}

impl<'r> Request<'r> {
    /// The names of files will begin with the stem.
    pub fn new(subject: Subject<'r>, stem: &'r str) -> Self {
        let part = match subject {
            Subject::Journey(atlas, journey) => Some(journey.part(atlas)),
            _ => None,
        };
        Request {
            subject,
            stem,
            title: "Political map",
            lock: None,
            kind: None,
            link: None,
            part,
            picture: OnceCell::new(),
        }
    }

    /// What stands above pictures.
    #[must_use]
    pub fn title(self, title: &'r str) -> Self {
        Request { title, ..self }
    }

    /// The layout that pictures keep.
    #[must_use]
    pub fn lock(self, lock: Option<&'r Lock>) -> Self {
        Request { lock, ..self }
    }

    /// The kind of sheet that is asked for.
    #[must_use]
    pub fn sheet(self, kind: Option<SheetKind>) -> Self {
        Request { kind, ..self }
    }

    /// An address with `{file}` and `{line}` in it, to which the places on a page lead.
    #[must_use]
    pub fn link(self, link: Option<&'r str>) -> Self {
        Request { link, ..self }
    }

    /// The picture that was laid out, if a format has asked for one.
    pub fn laid_out(&self) -> Option<&Picture> {
        self.picture.get()
    }

    /// The map, with a journey drawn over it; of a difference both maps as one.
    pub(crate) fn picture(&self) -> Option<&Picture> {
        match self.subject {
            Subject::Map(atlas) => Some(self.lay_out(atlas, self.title, None)),
            Subject::Journey(atlas, journey) => Some(self.lay_out(atlas, self.title, Some(journey))),
            Subject::Diff { diff, before, after } => Some(self.picture.get_or_init(|| {
                let wanted = Wanted { journey: None, lock: self.lock, kind: self.kind };
                Picture::compared(diff, (before, after), self.title, &wanted)
            })),
            Subject::Process(..) => None,
        }
    }

    fn lay_out(&self, atlas: &Atlas, title: &str, journey: Option<&Journey>) -> &Picture {
        let wanted = Wanted { journey, lock: self.lock, kind: self.kind };
        self.picture.get_or_init(|| Picture::new(atlas, title, &wanted))
    }

    /// As nodes and arrows.
    pub(crate) fn scene(&self) -> Option<Scene<'_>> {
        match (self.subject, &self.part) {
            (Subject::Map(atlas), _) => Some(Scene::map(atlas)),
            (Subject::Journey(_, journey), Some(part)) => Some(Scene::journey(part, journey)),
            _ => None,
        }
    }

    /// The contexts and topics that are shown, where they are shown as in a map.
    pub(crate) fn shown(&self) -> Option<&Atlas> {
        match self.subject {
            Subject::Map(atlas) => Some(atlas),
            Subject::Journey(..) => self.part.as_ref(),
            Subject::Process(..) | Subject::Diff { .. } => None,
        }
    }
}
