//! The process that a step or compensation says it belongs to, held against the map.

use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::refusals::{Refusals, meant};
use stateline_schema::attribute::Key;
use stateline_schema::map::{Process, Step};
use syn::LitStr;

/// What `process = "…"` says, and the process of that name.
pub(crate) struct Binding<'m> {
    /// As written, or empty where it was refused, so that nobody refuses it again.
    pub(crate) name: LitStr,
    process: Option<&'m Process>,
}

impl<'m> Binding<'m> {
    /// What a function is bound to, which is a step or a compensation.
    pub(crate) fn read(
        arguments: &Arguments,
        function: &Function,
        what: &str,
        site: &'m Site,
        refusals: &mut Refusals,
    ) -> Binding<'m> {
        let said = arguments.text(Key::Process);
        if !arguments.mentions(Key::Process) {
            let own = function.plain_name();
            let listing = listing(site, &own);
            let name = listing.map_or("…", |process| process.name.value.as_str());
            refusals.at(
                function.name().span(),
                format_args!("the {what} `{own}` does not name its process; add `process = \"{name}\"`"),
            );
        }
        let process = said.and_then(|said| site.process(said, refusals));
        let process = process.filter(|process| in_context(said, process, site, refusals));
        let name = said.filter(|_| process.is_some()).cloned();
        Binding { name: name.unwrap_or_else(|| LitStr::new("", function.name().span())), process }
    }

    /// Holds a step against its process. Whether it may call what cannot be undone: it has a compensation.
    pub(crate) fn check_step(&mut self, function: &Function, site: &Site, refusals: &mut Refusals) -> bool {
        let Some(process) = self.process else { return true };
        let own = function.plain_name();
        let mut entries = steps(process).filter(|step| step.function().value == own).peekable();
        if entries.peek().is_none() {
            unlisted(self, process, function, site, refusals);
            self.name = LitStr::new("", self.name.span());
            return true;
        }
        let (undone, irreversible) = entries.fold((true, false), |(undone, irreversible), step| {
            let this = step.compensated_by.is_some();
            (undone && this, irreversible || !this && step.is_irreversible())
        });
        if irreversible {
            refusals.at(
                function.name().span(),
                format_args!("the step `{own}` is irreversible, but has no compensation; add `compensated_by: FUNCTION` to it in the map"),
            );
        }
        undone || irreversible
    }

    /// Refuses a compensation that no step of the process names. Whether it may call what cannot be undone:
    /// the map says so wherever it is named.
    pub(crate) fn check_compensation(&mut self, function: &Function, refusals: &mut Refusals) -> bool {
        let Some(process) = self.process else { return true };
        let own = function.plain_name();
        let undone: Vec<(&str, &Step)> =
            steps(process).filter_map(|step| Some((step.compensated_by.as_ref()?.last(), step))).collect();
        let mut entries = undone.iter().filter(|(undo, _)| *undo == own).peekable();
        if entries.peek().is_some() {
            return entries.all(|(_, step)| step.compensation_is_irreversible());
        }
        let help = meant(&own, undone.iter().map(|(undo, _)| *undo), "possible compensations are")
            .unwrap_or_else(|| {
                format!("; add `compensated_by: {own}` to the step that it undoes, in the map")
            });
        refusals.at(
            function.name().span(),
            format_args!("the process `{}` has no compensation `{own}`{help}", process.name),
        );
        self.name = LitStr::new("", self.name.span());
        true
    }
}

/// Whether a process belongs to the context of this code; else that is refused.
fn in_context(said: Option<&LitStr>, process: &Process, site: &Site, refusals: &mut Refusals) -> bool {
    let context = process.context.as_ref().filter(|context| context.value != site.own);
    let (Some(context), Some(said)) = (context, said) else { return true };
    refusals.at(said.span(), site.of_other_context(process, &context.value));
    false
}

/// Says that a process does not list a step, and what may have been meant.
fn unlisted(
    binding: &Binding<'_>,
    process: &Process,
    function: &Function,
    site: &Site,
    refusals: &mut Refusals,
) {
    let own = function.plain_name();
    let undoes = |step: &&Step| step.compensated_by.as_ref().is_some_and(|path| path.last() == own);
    if let Some(step) = steps(process).find(undoes) {
        return refusals.at(
            function.name().span(),
            format_args!(
                "in the map, `{own}` is the compensation of `{}`; replace `#[step]` with `#[compensation]`",
                step.name
            ),
        );
    }
    if let Some(other) = listing(site, &own) {
        return refusals.at(
            binding.name.span(),
            format_args!(
                "in the map, `{own}` belongs to the process `{0}`; write `process = \"{0}\"`",
                other.name
            ),
        );
    }
    let names = process.current.steps.iter().map(|step| step.function().as_str());
    let help = meant(&own, names, "possible steps are").unwrap_or_default();
    refusals
        .at(function.name().span(), format_args!("the process `{}` has no step `{own}`{help}", process.name));
}

/// The process that lists a step of this name, or one that is undone by it.
fn listing<'m>(site: &'m Site, name: &str) -> Option<&'m Process> {
    let undone = |step: &Step| step.compensated_by.as_ref().is_some_and(|path| path.last() == name);
    let lists = |process: &&Process| steps(process).any(|step| step.function().value == name || undone(step));
    site.map()?.processes.values().find(lists)
}

/// Every step of every version of a process.
fn steps(process: &Process) -> impl Iterator<Item = &Step> {
    process.versions().flat_map(|version| &version.steps)
}
