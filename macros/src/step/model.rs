//! What a step is: its place in a process, what it takes, how it ends, and what it may do.

use super::binding::Binding;
use super::ending::Ending;
use super::interface::Interface;
use super::signature::Taken;
use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::names;
use crate::refusals::Refusals;
use stateline_schema::attribute::Attribute;
use syn::LitStr;

/// A step or compensation as it is meant.
pub(super) struct Step<'f> {
    /// Whether it undoes another.
    pub(super) undoes: bool,
    pub(super) function: &'f Function,
    /// The name of its process, as written; empty if it was refused.
    pub(super) process: LitStr,
    pub(super) taken: Taken<'f>,
    pub(super) ending: Ending,
    pub(super) interface: Interface,
    /// Whether it can be called with what it takes.
    pub(super) callable: bool,
}

impl<'f> Step<'f> {
    /// What a function with this attribute means. None where nothing can be derived of it.
    pub(super) fn new(
        attribute: Attribute,
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Step<'f>> {
        let (what, undoes) = (attribute.name(), attribute == Attribute::Compensation);
        let mut binding = Binding::read(arguments, function, what, site, refusals);
        let own = function.plain_name();
        let (may_last, otherwise) = match undoes {
            true => (
                binding.check_compensation(function, refusals),
                format!(
                    "but the map does not mark it; write `compensated_by: {{ function: {own}, irreversible: true }}` there"
                ),
            ),
            false => (
                binding.check_step(function, site, refusals),
                "but has no compensation; add `compensated_by: FUNCTION` to the step in the map".to_owned(),
            ),
        };
        let lasting = (!may_last).then(|| (format!("the {what} `{own}`"), otherwise));
        let name = names::ctx_name(&names::type_name(function, what, refusals)?);
        let mut interface = Interface::new(name, arguments, site, lasting.as_ref(), refusals);
        interface.take_unlisted(function, site, refusals);
        let before = refusals.count();
        let usable = function.check(&format!("a {what}"), refusals);
        let taken = Taken::read(function, &interface, attribute, arguments, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        if undoes && !ending.is_done() {
            refusals.on(
                &function.signature.output,
                "a compensation cannot return a value, because nothing comes after it; return `()` or `Result<(), …>`",
            );
        }
        let callable = refusals.count() == before;
        usable.then_some(Step { undoes, function, process: binding.name, taken, ending, interface, callable })
    }
}
