//! What a step is: its place in a process, what it takes, how it ends, and what it may do.

use super::ending::Ending;
use super::{Interface, Taken};
use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::Span;
use stateline_schema::did_you_mean;
use stateline_schema::map::{Process, Step as Declared};
use syn::LitStr;

/// A step as it is meant.
pub(super) struct Step<'f> {
    pub(super) function: &'f Function,
    /// The name of its process, as written; empty if it is not.
    pub(super) process: LitStr,
    pub(super) taken: Taken<'f>,
    pub(super) ending: Ending,
    pub(super) interface: Interface<'f>,
}

impl<'f> Step<'f> {
    /// What a function with `#[step]` means. None where nothing can be derived of it.
    pub(super) fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Step<'f>> {
        let process = process(arguments, function, "step", site, refusals);
        let undone = match process.as_ref().and_then(|name| site.process(name, refusals).map(|p| (name, p))) {
            Some((name, process)) => declared(name, process, function, site, refusals),
            None => true,
        };
        let usable = function.check("a step", refusals);
        let Some(request) = names::type_name(function.name()) else {
            refusals.at(
                function.name().span(),
                "give the step a name with letters: its interface is called by it",
            );
            return None;
        };
        let interface = Interface::new(names::ctx_name(&request), arguments, site, undone, refusals);
        let taken = Taken::read(function, &interface, "step", arguments, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        let process = process.unwrap_or_else(|| LitStr::new("", function.name().span()));
        usable.then_some(Step { function, process, taken, ending, interface })
    }
}

/// The name of the process that a step or compensation belongs to.
pub(crate) fn process(
    arguments: &Arguments,
    function: &Function,
    what: &str,
    site: &Site,
    refusals: &mut Refusals,
) -> Option<LitStr> {
    let said = arguments.text("process");
    if said.is_none() && arguments.key("process").is_none() {
        let name = function.plain_name();
        let of = site.map().and_then(|map| {
            map.processes.values().find(|process| steps(process).any(|step| step.name.value == name))
        });
        let of = of.map_or("…", |process| process.name.value.as_str());
        refusals.at(
            Span::call_site(),
            format_args!("say to which process this {what} belongs: `process = \"{of}\"`"),
        );
    }
    said.cloned()
}

/// Every step of every version of a process.
pub(crate) fn steps(process: &Process) -> impl Iterator<Item = &Declared> {
    process.versions().flat_map(|version| &version.steps)
}

/// Refuses a process that belongs to another context.
pub(crate) fn check_context(name: &LitStr, process: &Process, site: &Site, refusals: &mut Refusals) -> bool {
    let Some(context) = process.context.as_ref().filter(|context| context.value != site.own) else {
        return true;
    };
    refusals.at(
        name.span(),
        format_args!(
            "write this in the context `{context}`, whose process `{}` is: this code belongs to `{}`",
            name.value(),
            site.own
        ),
    );
    false
}

/// Holds a step against the map. Whether it is undone where its instance is rolled back.
fn declared(
    name: &LitStr,
    process: &Process,
    function: &Function,
    site: &Site,
    refusals: &mut Refusals,
) -> bool {
    if !check_context(name, process, site, refusals) {
        return true;
    }
    let own = function.plain_name();
    let mut entries = steps(process).filter(|step| step.name.value == own).peekable();
    if entries.peek().is_none() {
        missing(name, process, function, site, refusals);
        return true;
    }
    let mut undone = true;
    for entry in entries {
        undone &= entry.compensated_by.is_some();
        if entry.is_irreversible() && entry.compensated_by.is_none() {
            refusals.at(
                function.name().span(),
                format_args!("name in the map what compensates `{own}`, which is irreversible there: `compensated_by: …`"),
            );
            return true;
        }
    }
    undone
}

/// Says that a process does not list a step, and what may have been meant.
fn missing(name: &LitStr, process: &Process, function: &Function, site: &Site, refusals: &mut Refusals) {
    let own = function.plain_name();
    let undoes = |step: &&Declared| step.compensated_by.as_ref().is_some_and(|path| path.last() == own);
    if let Some(step) = steps(process).find(undoes) {
        return refusals.at(
            Span::call_site(),
            format_args!("write `#[compensation]` here: by the map, `{own}` undoes the step `{}`", step.name),
        );
    }
    let other = site.map().and_then(|map| {
        let lists = |other: &&Process| steps(other).any(|step| step.name.value == own);
        map.processes.values().find(lists)
    });
    if let Some(other) = other {
        return refusals.at(
            name.span(),
            format_args!(
                "write `process = \"{}\"`: by the map, `{own}` is a step of that process",
                other.name
            ),
        );
    }
    let names = process.current.steps.iter().map(|step| step.name.as_str());
    let help = did_you_mean(&own, names, "its steps are").unwrap_or_default();
    refusals.at(
        function.name().span(),
        format_args!("the process `{}` has no step `{own}`: {help}", name.value()),
    );
}
