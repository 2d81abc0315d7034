//! The graph: the map laid over the references, with who owns what, who may name what, and all crossings of
//! a border.
//!
//! It is built once, from the map and from what resolving found; rules and questions only read it.

mod ask;
pub mod between;
pub mod body_paths;
pub mod chain;
pub mod change;
pub mod code;
pub mod consequence;
mod constants;
mod context;
mod crossing;
pub mod cycle;
pub mod end;
mod folder;
pub mod grant;
mod id;
mod impl_choice;
pub mod implied;
pub mod initialiser;
mod input;
pub mod law;
mod lending;
mod line;
pub mod lookup;
mod mark;
pub mod member;
pub mod met;
mod nesting;
pub mod open_value;
mod outside_path;
mod package;
pub mod permission;
mod place;
pub mod reach;
pub mod region;
pub mod shape;
pub mod signature;
pub mod stored;
mod subexpressions;
mod told;

pub use ask::{Description, Neighbour, Unowned, Unused};
pub use context::ContextId;
pub use crossing::Crossing;
pub use folder::{Escape, Shared};
pub use id::{GrantId, ReferenceId, TopicId};
pub use input::Input;
pub use mark::{AfterCrash, CalledOperation, Mark, MarkDetails};
pub use permission::Use;

use change::Compared;
use code::Codes;
use law::Laws;
use lookup::Lookup;
use member::Members;
use permission::{Granted, Permissions, Verdict};
use region::Regions;
use rustc_hash::{FxHashMap, FxHashSet};
use stateline_rust::{DefId, Reference, Symbol, World};
use stateline_schema::map::Owned;
use stateline_schema::{Pattern, Spanned};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Everything that rules may ask.
pub struct Graph<'g> {
    pub input: Input<'g>,
    /// Who owns what.
    pub regions: Rc<Regions>,
    /// What belongs to which type.
    pub members: Rc<Members>,
    /// Which kind of code each definition is.
    pub codes: Codes,
    /// Who may name what.
    pub permissions: Permissions<'g>,
    /// The laws inside each context.
    pub laws: Laws,
    crossings: Vec<Crossing>,
    free_by_name: OnceCell<FxHashMap<Symbol, Vec<DefId>>>,
    marks_index: OnceCell<mark::MarkIndex>,
    unused: OnceCell<Vec<Unused>>,
    impls: OnceCell<implied::Impls>,
    /// What bodies name, of those that somebody asked for.
    body_names: RefCell<FxHashMap<DefId, Rc<body_paths::BodyNames>>>,
    reach: OnceCell<reach::Reach>,
    /// Where the reach of steps ends, found out by who follows them.
    pub step_ends: OnceCell<Vec<end::StepEnd>>,
    /// What changed since the lock, found out by who compares.
    pub compared: OnceCell<Compared>,
}

impl<'g> Graph<'g> {
    /// Builds it.
    pub fn new(input: Input<'g>) -> Self {
        let world = input.world;
        let (regions, members) = (Rc::new(Regions::new(world, input.map)), Rc::new(Members::new(world)));
        let lookup = Lookup::new(world, Rc::clone(&regions), Rc::clone(&members));
        let laws = Laws::new(&lookup, input.map).with_reserved(&lookup, input.map);
        let mut graph = Graph {
            input,
            regions,
            members,
            codes: Codes::new(world),
            permissions: grant::permissions(lookup, input.map),
            laws,
            crossings: Vec::new(),
            free_by_name: OnceCell::new(),
            marks_index: OnceCell::new(),
            unused: OnceCell::new(),
            impls: OnceCell::new(),
            body_names: RefCell::default(),
            reach: OnceCell::new(),
            step_ends: OnceCell::new(),
            compared: OnceCell::new(),
        };
        graph.crossings = crossing::crossings(&graph);
        graph
    }

    pub fn world(&self) -> &'g World<'g> {
        self.input.world
    }

    /// Finds what paths of the map name.
    pub fn lookup(&self) -> &Lookup<'g> {
        &self.permissions.lookup
    }

    /// Every crossing of a border, in the order of the code.
    pub fn crossings(&self) -> &[Crossing] {
        &self.crossings
    }

    /// A reference of the code.
    pub fn reference(&self, id: ReferenceId) -> &'g Reference {
        &self.input.references[id.index()]
    }

    /// The grants that code makes use of.
    pub fn used_grants(&self) -> FxHashSet<GrantId> {
        self.granted().filter(|granted| granted.offered).map(|granted| granted.by).collect()
    }

    /// The grants whose items code names, although nobody may offer them; and those of which nothing is left
    /// to say: that code makes use of, or that are for what it names and must not, which is a finding.
    fn named_and_told_grants(&self) -> [FxHashSet<GrantId>; 2] {
        let mut found = [FxHashSet::default(), FxHashSet::default()];
        for crossing in &self.crossings {
            let is_refused = !matches!(crossing.verdict, Verdict::Allowed(_));
            for granted in self.permissions.grants_for(crossing.asks()) {
                found[0].insert(granted.by);
                if granted.offered || is_refused {
                    found[1].insert(granted.by);
                }
            }
        }
        found
    }

    fn granted(&self) -> impl Iterator<Item = Granted> {
        self.crossings.iter().flat_map(|crossing| self.permissions.grants_for(crossing.asks()))
    }

    /// The full path of an item: `ledger::account::load_account`.
    pub fn path(&self, item: DefId) -> String {
        self.input.world.path(item)
    }

    /// A path as the map writes it: relative to what its context owns where that is one crate or module, and where
    /// it could be nothing else.
    pub fn as_listed(&self, owner: ContextId, path: &str) -> String {
        let base = match self.context(owner).owns.as_slice() {
            [Spanned { value: Owned::Code(Pattern::Exact(base)), .. }] => Some(base.as_str()),
            _ => None,
        };
        let rest = base.and_then(|base| path.strip_prefix(base)?.strip_prefix("::"));
        let is_clear = |rest: &&str| !self.lookup().is_crate(rest.split("::").next().unwrap_or_default());
        rest.filter(is_clear).unwrap_or(path).to_owned()
    }

    /// A context's name.
    pub fn name(&self, context: ContextId) -> &'g str {
        context.name(self.input.map)
    }

    /// A context's part of the map.
    pub fn context(&self, context: ContextId) -> &'g stateline_schema::Context {
        context.of(self.input.map)
    }

    /// All contexts.
    pub fn contexts(&self) -> impl Iterator<Item = ContextId> + use<> {
        (0..self.input.map.contexts.len()).map(ContextId::new)
    }

    /// The topic of that name.
    pub fn topic(&self, name: &str) -> Option<TopicId> {
        self.input.map.topics.names().position(|known| known.value == name).map(TopicId::new)
    }
}
