//! Questions to the map. What it does not know or not allow is refused at the token that asked.

use super::Site;
use crate::arguments::spelt;
use crate::refusals::Refusals;
use stateline_schema::map::{Context, Process, Topic};
use stateline_schema::{did_you_mean, suggest, suggestion};
use syn::ext::IdentExt;
use syn::{LitStr, Path};

/// An operation that may be called: its context, and its name; every one of the context without a name.
pub(crate) type Allowed = (String, Option<String>);

/// What to do about a process in a map that has none.
pub(crate) fn undeclared_process() -> String {
    "declare it under `processes`, with its `context` and `steps`".to_owned()
}

impl Site {
    /// The process of a name.
    pub(crate) fn process(&self, name: &LitStr, refusals: &mut Refusals) -> Option<&Process> {
        let map = self.map()?;
        let process = map.process(&name.value());
        if process.is_none() {
            let names = map.processes.names().map(|name| name.as_str());
            let help = did_you_mean(&name.value(), names, "there are").unwrap_or_else(undeclared_process);
            refusals.at(name.span(), format_args!("the map has no process `{}`: {help}", name.value()));
        }
        process
    }

    /// The topic of a name.
    pub(crate) fn topic(&self, name: &LitStr, refusals: &mut Refusals) -> Option<&Topic> {
        let map = self.map()?;
        let topic = map.topic(&name.value());
        if topic.is_none() {
            let names = map.topics.names().map(|name| name.as_str());
            let help = did_you_mean(&name.value(), names, "there are")
                .unwrap_or_else(|| "declare it under `topics`, with its `message`".to_owned());
            refusals.at(name.span(), format_args!("the map has no topic `{}`: {help}", name.value()));
        }
        topic
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
            let granted = granted.into_iter().map(|(of, name)| (of, Some(name)));
            return Ok(Some([(self.own.clone(), None)].into_iter().chain(granted).collect()));
        };
        let of_owners =
            granted.into_iter().filter(|(of, _)| owners.iter().any(|owner| owner.name.value == *of));
        let (there, others): (Vec<_>, Vec<_>) = of_owners.partition(|(_, granted)| *granted == name);
        if !there.is_empty() {
            return Ok(Some(there.into_iter().map(|(of, name)| (of, Some(name))).collect()));
        }
        let others: Vec<&str> = others.iter().map(|(_, name)| name.as_str()).collect();
        let meant = suggest(&name, others.iter().copied());
        let help = match meant {
            Some(meant) => suggestion(meant),
            None if others.is_empty() => self.callables(),
            None => format!("by the map, it may call {}", others.join(", ")),
        };
        refusals.on(path, format_args!("`{}` may not call `{name}` of `{}`: {help}", self.own, owner.name));
        Err(meant.map(str::to_owned))
    }

    /// The path of the operation of this name that the code's context may call of others, as it is
    /// written there.
    pub(crate) fn operation(&self, name: &str) -> Option<String> {
        let calls = &self.context()?.permits.calls;
        let mut found = calls.iter().flat_map(|(of, paths)| paths.iter().map(move |path| (of, path)));
        let (of, path) = found.find(|(_, path)| path.last() == name)?;
        let owner = self.map()?.context(of)?;
        let home = owner.owns.iter().find_map(|own| own.base())?;
        let is_whole = path.segments().count() > 1 && path.first() == home.first();
        Some(if is_whole { path.to_string() } else { format!("{home}::{}", path.value) })
    }

    /// Whether a message of this name goes on a topic on which the code's context publishes.
    pub(crate) fn is_message(&self, name: &str) -> bool {
        let topics = self.context().map(|context| context.publishes.as_slice()).unwrap_or_default();
        let message = |topic: &stateline_schema::Spanned<String>| {
            self.map()?.topic(&topic.value)?.message.as_ref().map(|path| path.last() == name)
        };
        topics.iter().any(|topic| message(topic).unwrap_or_default())
    }

    /// What the code's context may call of others, in words.
    pub(crate) fn callables(&self) -> String {
        let granted = self.context().map(|context| self.granted(context)).unwrap_or_default();
        if granted.is_empty() {
            return "by the map, it may call nothing of other contexts; tell them by a message".into();
        }
        let names: Vec<String> = granted.iter().map(|(of, name)| format!("{name} of {of}")).collect();
        format!("by the map, it may call {}", names.join(", "))
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
                "`{}` may not publish `{}`, which goes on the topic `{}`: {}",
                self.own,
                spelt(message),
                carrying[0].name,
                self.publishes(),
            ),
        );
        None
    }

    /// What the code's context publishes, in words.
    pub(crate) fn publishes(&self) -> String {
        let topics = self.context().map(|context| context.publishes.as_slice()).unwrap_or_default();
        if topics.is_empty() {
            return "by the map, it publishes nothing".into();
        }
        let names: Vec<&str> = topics.iter().map(|topic| topic.as_str()).collect();
        format!("by the map, it publishes on {}", names.join(", "))
    }

    /// The operations that a context may call of others: context and name.
    fn granted(&self, context: &Context) -> Vec<(String, String)> {
        let kinds = self.place.kinds();
        let mut granted = Vec::new();
        for permits in kinds.iter().flat_map(|kind| context.permits(*kind)) {
            for (of, names) in permits.calls.iter() {
                for name in names {
                    let entry = (of.value.clone(), name.last().to_owned());
                    if !granted.contains(&entry) {
                        granted.push(entry);
                    }
                }
            }
        }
        granted
    }

    /// The other contexts to whose crate a path leads by its first part, if that is a crate of the map
    /// in which this context owns nothing.
    fn owners_of_crate(&self, path: &Path) -> Vec<&Context> {
        let (Some(map), true) = (self.map(), path.segments.len() > 1) else { return Vec::new() };
        let first = path.segments[0].ident.unraw().to_string();
        let owns = |context: &&Context| {
            context.owns.iter().any(|own| own.base().is_some_and(|base| base.first() == first))
        };
        let owners: Vec<&Context> = map.contexts.values().filter(owns).collect();
        if owners.iter().any(|owner| owner.name.value == self.own) { Vec::new() } else { owners }
    }
}
