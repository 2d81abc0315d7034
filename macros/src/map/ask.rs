//! Questions to the map. What it does not know or not allow is refused at the token that asked.

use super::Site;
use crate::arguments::spelt;
use crate::refusals::{Refusals, meant};
use stateline_schema::map::{CodeKind, Context, Map, Process, Topic};
use stateline_schema::{listed, suggest, suggestion};
use syn::ext::IdentExt;
use syn::{LitStr, Path};

/// Operations of a context that may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allowed {
    pub(crate) context: String,
    /// The one that the map lists, as it is written there; none for every one.
    path: Option<String>,
    /// Other paths that the map's may be, from a crate on.
    pub(crate) whole: Vec<String>,
}

/// With what a path begins.
pub(crate) enum Start {
    /// `crate`
    Own,
    /// Another crate.
    Crate(String),
}

impl Allowed {
    /// Its name; none for every one.
    pub(crate) fn name(&self) -> Option<&str> {
        self.path.as_deref().map(|path| path.rsplit_once("::").map_or(path, |(_, name)| name))
    }

    /// Whether the map says more than a name.
    pub(crate) fn is_told_apart(&self) -> bool {
        self.path.as_deref().is_some_and(|path| path.contains("::"))
    }
}

/// How a sentence about an undeclared topic ends: with what may have been meant, or with what to do.
pub(crate) fn undeclared_topic(map: &Map, name: &str) -> String {
    let names = map.topics.names().map(|name| name.as_str());
    let own = || Topic::is_own(name).then(|| format!("; {}", Topic::own_help()));
    let similar = map.similar_topic(name).map(|topic| format!(": {}", suggestion(topic)));
    similar
        .or_else(own)
        .or_else(|| meant(name, names, "possible topics are"))
        .unwrap_or_else(|| "; declare it under `topics`, with its `message`".to_owned())
}

/// `, only this or that`; nothing if there is nothing.
fn only(all: &[String]) -> String {
    if all.is_empty() { String::new() } else { format!(", only {}", all.join(", ")) }
}

/// Says that the map has no process of a name, and what to do.
pub(crate) fn undeclared_process(map: &Map, name: &str) -> String {
    let names = map.processes.names().map(|name| name.as_str());
    let help = meant(name, names, "possible processes are")
        .unwrap_or_else(|| "; declare it under `processes`, with its `context` and `steps`".to_owned());
    format!("the map has no process `{name}`{help}")
}

impl Site {
    /// The process of a name.
    pub(crate) fn process(&self, name: &LitStr, refusals: &mut Refusals) -> Option<&Process> {
        let map = self.map()?;
        let process = map.process(&name.value());
        if process.is_none() {
            refusals.at(name.span(), undeclared_process(map, &name.value()));
        }
        process
    }

    /// The topic of a name.
    pub(crate) fn topic(&self, name: &LitStr, refusals: &mut Refusals) -> Option<&Topic> {
        let map = self.map()?;
        let topic = map.topic(&name.value());
        if topic.is_none() {
            let help = undeclared_topic(map, &name.value());
            refusals.at(name.span(), format_args!("the map has no topic `{}`{help}", name.value()));
        }
        topic
    }

    /// Says that a process belongs to another context than the code.
    pub(crate) fn of_other_context(&self, process: &Process, context: &str) -> String {
        format!(
            "the process `{}` belongs to `{context}`, but this code belongs to `{}`; move the code to `{context}`",
            process.name, self.own
        )
    }

    /// What a path in `calls(…)` may lead to, for the compiler to hold it against, once it knows where the
    /// path leads; nothing where the map has nothing to say.
    ///
    /// # Errors
    /// It is not allowed, which is then said: the name that was meant, if that was a slip of the pen.
    pub(crate) fn callable(
        &self,
        path: &Path,
        refusals: &mut Refusals,
    ) -> Result<Option<Vec<Allowed>>, Option<String>> {
        let (Some(context), Some(last)) = (self.context(), path.segments.last()) else { return Ok(None) };
        let granted = self.granted(context);
        let name = last.ident.unraw().to_string();
        let owners = self.owners_of_crate(path);
        let Some(owner) = owners.first() else {
            let own = Allowed { context: self.own.clone(), path: None, whole: Vec::new() };
            return Ok(Some([own].into_iter().chain(granted).collect()));
        };
        let of_owners = granted
            .into_iter()
            .filter(|granted| owners.iter().any(|owner| owner.name.value == granted.context));
        let (there, others): (Vec<_>, Vec<_>) =
            of_owners.partition(|granted| granted.name() == Some(name.as_str()));
        if !there.is_empty() {
            return Ok(Some(there));
        }
        let others: Vec<&str> = others.iter().filter_map(Allowed::name).collect();
        let meant = suggest(&name, others.iter().copied());
        let kind = self.place.kinds().first().copied().unwrap_or(CodeKind::Main);
        let key = kind.permission(&self.own, "calls", &owner.name.value);
        let allow = format!("to allow this call, add `{name}` to `{key}`");
        let help = match meant {
            Some(meant) => format!(": {}", suggestion(meant)),
            None if others.is_empty() => {
                format!("; publish a message that `{}` subscribes to instead; or, {allow}", owner.name)
            }
            None => format!(", only {}; {allow}", listed(&others)),
        };
        refusals.on(path, format_args!("`{}` is not allowed to call `{}`{help}", self.own, spelt(path)));
        Err(meant.map(str::to_owned))
    }

    /// The operation of this name that the code's context may call of others: its context, and its path as
    /// it is written there.
    pub(crate) fn operation(&self, name: &str) -> Option<(String, String)> {
        let calls = &self.context()?.permits.calls;
        let mut found = calls.iter().flat_map(|(of, paths)| paths.iter().map(move |path| (of, path)));
        let (of, path) = found.find(|(_, path)| path.last() == name)?;
        Some((of.value.clone(), self.whole(&of.value, path).into_iter().next()?))
    }

    /// What an entry of the map about a context may stand for, from a crate on.
    fn whole(&self, of: &str, path: &stateline_schema::Path) -> Vec<String> {
        let Some(owner) = self.map().and_then(|map| map.context(of)) else { return Vec::new() };
        let homes = self.homes(owner);
        let is_whole = path.segments().count() > 1 && homes.iter().any(|home| path.first() == home.first());
        if is_whole {
            return vec![path.to_string()];
        }
        homes.iter().map(|home| format!("{home}::{path}")).collect()
    }

    /// Whether a message of this name goes on a topic on which the code's context publishes.
    pub(crate) fn is_message(&self, name: &str) -> bool {
        let topics = self.context().map(|context| context.publishes.as_slice()).unwrap_or_default();
        let message = |topic: &stateline_schema::Spanned<String>| {
            self.map()?.topic(&topic.value)?.message.as_ref().map(|path| path.last() == name)
        };
        topics.iter().any(|topic| message(topic).unwrap_or_default())
    }

    /// What the code's context may call of others, to follow what it may not; nothing if that is nothing.
    pub(crate) fn only_calls(&self) -> String {
        let granted = self.context().map(|context| self.granted(context)).unwrap_or_default();
        let names: Vec<String> = granted
            .iter()
            .filter_map(|granted| Some(format!("`{}` of `{}`", granted.path.as_ref()?, granted.context)))
            .collect();
        only(&names)
    }

    /// The topics that messages of this type may be published on, for the compiler to hold it against.
    pub(crate) fn publishable(&self, message: &Path, refusals: &mut Refusals) -> Option<Vec<String>> {
        let context = self.context()?;
        let name = message.segments.last()?.ident.unraw().to_string();
        let own: Vec<String> = context.publishes.iter().map(|topic| topic.value.clone()).collect();
        let carries = |topic: &&Topic| topic.message.as_ref().is_some_and(|path| path.last() == name);
        let carrying: Vec<&Topic> = self.map()?.topics.values().filter(carries).collect();
        if carrying.is_empty() || carrying.iter().any(|topic| own.contains(&topic.name.value)) {
            return Some(own);
        }
        refusals.on(
            message,
            format_args!(
                "`{0}` is not allowed to publish `{1}`, the message of `{2}`{3}; to allow it, add `{2}` to `contexts.{0}.publishes`",
                self.own,
                spelt(message),
                carrying[0].name,
                self.only_publishes(),
            ),
        );
        None
    }

    /// On what the code's context may publish, to follow that on which it may not; nothing if that is nothing.
    pub(crate) fn only_publishes(&self) -> String {
        let topics = self.context().map(|context| context.publishes.as_slice()).unwrap_or_default();
        let topics: Vec<String> = topics.iter().map(|topic| format!("on `{topic}`")).collect();
        only(&topics)
    }

    /// The operations that a context may call of others.
    fn granted(&self, context: &Context) -> Vec<Allowed> {
        let kinds = self.place.kinds();
        let mut granted = Vec::new();
        for permits in kinds.iter().flat_map(|kind| context.permits(*kind)) {
            for (of, paths) in permits.calls.iter() {
                for path in paths {
                    let whole = self.whole(&of.value, &path.value);
                    let entry =
                        Allowed { context: of.value.clone(), path: Some(path.value.to_string()), whole };
                    if !granted.contains(&entry) {
                        granted.push(entry);
                    }
                }
            }
        }
        granted
    }

    /// How code here writes a path of the map's that the compiler can follow: where it begins with this very
    /// crate, or with a package that the manifest lists.
    pub(crate) fn reachable(&self, path: &str) -> Option<(Start, Vec<String>)> {
        let mut names = path.split("::").map(str::to_owned);
        let first = names.next()?;
        let start = match () {
            () if first == self.place.crate_name => Start::Own,
            // Tests and programs of a package depend on its library.
            () if self.place.roots().contains(&first) || self.place.depends_on(&first) => Start::Crate(first),
            () => return None,
        };
        Some((start, names.collect()))
    }

    /// The other contexts to whose crate a path leads by its first part, if that is a crate of the map
    /// in which this context owns nothing.
    fn owners_of_crate(&self, path: &Path) -> Vec<&Context> {
        let (Some(map), true) = (self.map(), path.segments.len() > 1) else { return Vec::new() };
        let first = path.segments[0].ident.unraw().to_string();
        let owns = |context: &&Context| self.homes(context).iter().any(|home| home.first() == first);
        let owners: Vec<&Context> = map.contexts.values().filter(owns).collect();
        if owners.iter().any(|owner| owner.name.value == self.own) { Vec::new() } else { owners }
    }
}
