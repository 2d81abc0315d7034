//! What a step is: its place in a process, what it takes, how it ends, and what it may do.

use super::ending::Ending;
use super::{Binding, Interface, Taken};
use crate::arguments::Arguments;
use crate::function::Function;
use crate::map::Site;
use crate::names;
use crate::refusals::Refusals;
use syn::LitStr;

/// A step as it is meant.
pub(super) struct Step<'f> {
    pub(super) function: &'f Function,
    /// The name of its process, as written; empty if it was refused.
    pub(super) process: LitStr,
    pub(super) taken: Taken<'f>,
    pub(super) ending: Ending,
    pub(super) interface: Interface<'f>,
    /// Whether it can be called with what it takes.
    pub(super) callable: bool,
}

impl<'f> Step<'f> {
    /// What a function with `#[step]` means. None where nothing can be derived of it.
    pub(super) fn new(
        function: &'f Function,
        arguments: &'f Arguments,
        site: &Site,
        refusals: &mut Refusals,
    ) -> Option<Step<'f>> {
        let mut binding = Binding::read(arguments, function, "step", site, refusals);
        let undone = binding.check_step(function, site, refusals);
        let name = names::ctx_name(&names::type_name(function, "step", refusals)?);
        let interface = Interface::new(name, arguments, site, undone, refusals);
        let before = refusals.count();
        let usable = function.check("a step", refusals);
        let taken = Taken::read(function, &interface, "step", arguments, refusals);
        let ending = Ending::read(&function.signature.output, refusals);
        let callable = refusals.count() == before;
        usable.then_some(Step { function, process: binding.name, taken, ending, interface, callable })
    }
}
