//! What the code adds to the map: towns, what steps call, what rules found and where.

use super::shapes;
use super::sorted;
use super::step_calls::StepCalls;
use crate::finding::{self, Edge, Level, Place};
use crate::graph::{ContextId, Graph};
use crate::rules::{self, Outcome, RuleKind};
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_draw::atlas::{Atlas, City, CityKind, Crossing, Exception, Finding, Spot};
use stateline_rust::{DefId, DefKind, FileId};
use stateline_schema::attribute::Attribute;
use stateline_schema::{Span, Tolerated};

/// The atlas of a map and its code, with what the rules found in it.
pub fn from_code(graph: &Graph<'_>, outcome: &Outcome) -> Atlas {
    let mut atlas = Atlas::from_map(graph.input.map);
    let ground = Ground::new(graph);
    ground.add_lines(&mut atlas);
    ground.add_towns(&mut atlas);
    ground.add_operations(&mut atlas);
    StepCalls::new(graph).add(&mut atlas);
    shapes::add(graph, &mut atlas);
    atlas.crossings = ground.crossings(outcome);
    for found in &outcome.findings {
        let context = ground.context_of(found);
        let found = ground.finding(found);
        match context.and_then(|name| atlas.contexts.iter_mut().find(|context| context.name == name)) {
            Some(context) => context.findings.push(found),
            None => atlas.findings.push(found),
        }
    }
    for entry in &graph.input.exceptions.entries {
        for tolerated in &entry.tolerates {
            let context = ground.context_of_exception(tolerated);
            let held = ground.exception(entry, tolerated);
            match context.and_then(|name| atlas.contexts.iter_mut().find(|context| context.name == name)) {
                Some(context) => context.exceptions.push(held),
                None => atlas.exceptions.push(held),
            }
        }
    }
    for context in &mut atlas.contexts {
        context.findings.sort();
        context.exceptions.sort();
    }
    atlas.findings.sort();
    atlas.exceptions.sort();
    atlas
}

struct Ground<'g> {
    graph: &'g Graph<'g>,
    files: FxHashMap<&'g str, FileId>,
    /// Where the part of the map about something begins, and the context that it is about, in order.
    parts: Vec<(Span, Option<&'g str>)>,
}

impl<'g> Ground<'g> {
    fn new(graph: &'g Graph<'g>) -> Self {
        let map = graph.input.map;
        let files = graph.world().workspace.files.enumerate();
        let files = files.map(|(id, file)| (&*file.path, id));
        let contexts = map.contexts.values().flat_map(|context| {
            let name = Some(context.name.value.as_str());
            // A context's own file is about it from the first byte on.
            let own = context.owns.first().map(|pattern| pattern.span);
            let own = own.filter(|span| span.source != context.name.span.source);
            std::iter::once((context.name.span, name))
                .chain(own.map(|span| (Span { start: 0, ..span }, name)))
        });
        let topics = map.topics.values().map(|topic| {
            let publisher = map.publishers(&topic.name.value).map(|(context, _)| context.name.value.as_str());
            (topic.name.span, publisher.min())
        });
        let processes = map.processes.values().map(|process| {
            (process.name.span, process.context.as_ref().map(|context| context.value.as_str()))
        });
        let mut parts: Vec<_> = contexts.chain(topics).chain(processes).collect();
        parts.sort_by_key(|(span, _)| (span.source, span.start));
        Ground { graph, files: files.collect(), parts }
    }

    /// A file counts for the context of the first module whose contents it is.
    fn add_lines(&self, atlas: &mut Atlas) {
        let (graph, world) = (self.graph, self.graph.world());
        let mut lines: FxHashMap<&str, usize> = FxHashMap::default();
        for (file, owner) in graph.regions.files(world) {
            *lines.entry(graph.name(owner)).or_default() += world.summary(file).lines.len();
        }
        for context in &mut atlas.contexts {
            context.lines = lines.get(&*context.name).copied().unwrap_or(0);
        }
    }

    /// Where a context is one crate or one module, what stands directly in it is more to look at.
    fn add_towns(&self, atlas: &mut Atlas) {
        let (graph, world) = (self.graph, self.graph.world());
        for context in &mut atlas.contexts {
            let Some(id) = ContextId::find(graph.input.map, &context.name) else { continue };
            let [root] = graph.regions.roots[id.index()].as_slice() else { continue };
            let is_town = |child: &DefId| {
                let def = world.def(*child);
                def.kind == DefKind::Module && !def.test && graph.regions.owner(*child) == Some(id)
            };
            let towns = world.children(*root).iter().copied().filter(is_town).map(|module| City {
                name: world.text(world.def(module).name).to_owned(),
                path: graph.path(module),
                kind: CityKind::Module,
            });
            context.cities = sorted(context.cities.drain(..).chain(towns));
        }
    }

    /// What carries `#[operation]` is offered, whether anybody may call it yet or not. Who may names it as
    /// the map does, which then is all that is told.
    fn add_operations(&self, atlas: &mut Atlas) {
        for mark in self.graph.marks().filter(|mark| mark.kind == Attribute::Operation) {
            let Some(owner) = mark.owner.map(|owner| self.graph.name(owner)) else { continue };
            let Some(context) = atlas.contexts.iter_mut().find(|context| context.name == owner) else {
                continue;
            };
            let path = self.graph.path(mark.def());
            let is_told = |offered: &String| path == *offered || path.ends_with(&format!("::{offered}"));
            if !context.offers.iter().any(is_told) {
                context.offers = sorted(context.offers.drain(..).chain([path]));
            }
        }
    }

    fn crossings(&self, outcome: &Outcome) -> Vec<Crossing> {
        let told: FxHashSet<(&str, &Edge)> =
            outcome.findings.iter().filter_map(|found| Some((found.rule, found.edge.as_ref()?))).collect();
        let found = rules::of_kind(RuleKind::Crossing).flat_map(|rule| rules::findings_of(rule, self.graph));
        sorted(found.filter_map(|found| {
            let edge = found.edge.as_ref()?;
            let tolerated = !told.contains(&(found.rule, edge));
            let mut place = found.places.first().map(|place| self.spot(place)).unwrap_or_default();
            if tolerated {
                place.line = None;
            }
            let Edge { from, to, item } = edge.clone();
            Some(Crossing { from, to, item, rule: found.rule.to_owned(), place, tolerated })
        }))
    }

    fn finding(&self, found: &finding::Finding) -> Finding {
        Finding {
            rule: found.rule.to_owned(),
            error: found.level == Level::Error,
            message: found.message.clone(),
            place: found.places.first().map(|place| self.spot(place)),
        }
    }

    fn exception(&self, entry: &stateline_schema::Exception, tolerated: &Tolerated) -> Exception {
        let text = |said: &Option<stateline_schema::Spanned<String>>| {
            said.as_ref().map(|said| said.value.clone()).unwrap_or_default()
        };
        Exception {
            what: tolerated.to_string(),
            reason: text(&entry.reason),
            owner: text(&entry.owner),
            issue: text(&entry.issue),
            until: entry.until.as_ref().map(|until| until.value.to_string()).unwrap_or_default(),
            expired: entry.is_expired(self.graph.input.as_of),
        }
    }

    /// The context whose code or whose part of the map is wrong.
    fn context_of(&self, found: &finding::Finding) -> Option<&str> {
        if let Some(edge) = &found.edge {
            return ContextId::find(self.graph.input.map, &edge.from).map(|id| self.graph.name(id));
        }
        let place = found.places.first()?;
        self.owner_of(&place.path).or_else(|| self.part(place))
    }

    fn context_of_exception(&self, tolerated: &Tolerated) -> Option<&str> {
        match tolerated {
            Tolerated::Edge { from, .. } => {
                ContextId::find(self.graph.input.map, &from.value).map(|id| self.graph.name(id))
            }
            Tolerated::Rule { at, .. } => self.owner_of(&at.as_ref()?.value),
        }
    }

    fn owner_of(&self, file: &str) -> Option<&str> {
        let owner = self.graph.regions.owner_of_file(self.graph.world(), *self.files.get(file)?)?;
        Some(self.graph.name(owner))
    }

    /// The context that the map is about at a place.
    fn part(&self, place: &Place) -> Option<&str> {
        let source = self.graph.input.sources.iter().find(|source| *source.name == *place.path)?.id;
        let before =
            |(span, _): &&(Span, Option<&str>)| span.source == source && span.start <= place.span.start;
        self.parts.iter().rfind(before)?.1
    }

    fn spot(&self, place: &Place) -> Spot {
        let line = match self.files.get(&*place.path) {
            Some(file) => Some(line_of(&self.graph.world().summary(*file).lines, place.span.start)),
            None => {
                let source = self.graph.input.sources.iter().find(|source| *source.name == *place.path);
                source.map(|source| source.line_column(place.span.start).0)
            }
        };
        Spot { file: place.path.to_string(), line }
    }
}

/// The line, from 1, that a byte lies in; lines have these lengths.
fn line_of(lengths: &[u32], byte: usize) -> usize {
    let mut end = 0;
    let passed = lengths.iter().take_while(|length| {
        end += **length as usize;
        end <= byte
    });
    passed.count() + 1
}
