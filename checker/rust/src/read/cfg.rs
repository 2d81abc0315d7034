//! Conditional compilation: which predicates hold in an ordinary build.

use super::summary::{Cfg, FileSummary, ItemId};

/// What is set: flags, and names with values. Features are given per package.
#[derive(Debug, Clone, Default)]
pub struct CfgSet {
    flags: Vec<String>,
    pairs: Vec<(String, String)>,
}

/// What holds for an ordinary build for Linux on x86-64, whatever machine this is, so that the
/// same code gives the same findings everywhere.
pub fn ordinary() -> CfgSet {
    let pairs = [
        ("target_os", "linux"),
        ("target_family", "unix"),
        ("target_arch", "x86_64"),
        ("target_env", "gnu"),
        ("target_vendor", "unknown"),
        ("target_endian", "little"),
        ("target_pointer_width", "64"),
        ("panic", "unwind"),
    ];
    let atomic = ["8", "16", "32", "64", "ptr"].map(|width| ("target_has_atomic", width));
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    CfgSet {
        flags: ["debug_assertions", "unix", "panic", "true"].map(str::to_owned).to_vec(),
        pairs: pairs.into_iter().chain(atomic).map(owned).collect(),
    }
}

impl CfgSet {
    /// Also sets `name` or `name="value"`, as after `--cfg`.
    pub fn insert(&mut self, given: &str) {
        match given.split_once('=') {
            Some((name, value)) => {
                let value = value.trim().trim_matches('"');
                self.pairs.push((name.trim().to_owned(), value.to_owned()));
            }
            None => self.flags.push(given.trim().to_owned()),
        }
    }

    /// Whether it holds in a build that is not for tests. What could not be read holds.
    pub fn holds(&self, cfg: &Cfg, features: &[String]) -> bool {
        self.evaluate(cfg, features, false)
    }

    /// Whether it holds when tests are built, as an editor shows the code.
    pub fn holds_in_tests(&self, cfg: &Cfg, features: &[String]) -> bool {
        self.evaluate(cfg, features, true)
    }

    fn evaluate(&self, cfg: &Cfg, features: &[String], test: bool) -> bool {
        match cfg {
            Cfg::All(all) => all.iter().all(|cfg| self.evaluate(cfg, features, test)),
            Cfg::Any(any) => any.iter().any(|cfg| self.evaluate(cfg, features, test)),
            Cfg::Not(inner) => !self.evaluate(inner, features, test),
            Cfg::Flag(flag) if &**flag == "test" => test,
            Cfg::Flag(flag) => self.flags.iter().any(|set| **set == **flag),
            Cfg::Pair(name, value) if &**name == "feature" => features.iter().any(|on| **on == **value),
            Cfg::Pair(name, value) => self.pairs.iter().any(|(set, to)| **set == **name && **to == **value),
            Cfg::Unknown => true,
        }
    }
}

/// So many predicates are looked at before it is given up whether a condition leaves a choice.
const MOST_LOOKED_AT: u32 = 1 << 12;

impl Cfg {
    /// Whether what carries it is there in tests alone, whatever else is set: `all(test, unix)`, and not
    /// `any(test, unix)`, which is ordinary code on some machine. A condition too tangled to tell is
    /// taken for one that leaves a choice.
    pub fn implies_test(&self) -> bool {
        let mut without_tests =
            Choices { of: self, made: vec![(Atom::Flag("test"), false)], left: MOST_LOOKED_AT };
        self.speaks_of_tests() && !without_tests.is_possible()
    }

    fn speaks_of_tests(&self) -> bool {
        match self {
            Cfg::All(inner) | Cfg::Any(inner) => inner.iter().any(Cfg::speaks_of_tests),
            Cfg::Not(inner) => inner.speaks_of_tests(),
            Cfg::Flag(flag) => &**flag == "test",
            Cfg::Pair(..) | Cfg::Unknown => false,
        }
    }

    /// What it comes to whatever is set: `any()` never holds.
    fn constant(&self) -> Option<bool> {
        let is = |value| move |cfg: &Cfg| cfg.constant() == Some(value);
        match self {
            Cfg::All(all) if all.iter().any(is(false)) => Some(false),
            Cfg::All(all) => all.iter().all(is(true)).then_some(true),
            Cfg::Any(any) if any.iter().any(is(true)) => Some(true),
            Cfg::Any(any) => any.iter().all(is(false)).then_some(false),
            Cfg::Not(inner) => inner.constant().map(|value| !value),
            Cfg::Flag(_) | Cfg::Pair(..) | Cfg::Unknown => None,
        }
    }
}

/// What may be set or not.
#[derive(Clone, Copy, PartialEq)]
enum Atom<'c> {
    Flag(&'c str),
    Pair(&'c str, &'c str),
    /// What could not be read, each for itself.
    Unread(*const Cfg),
}

/// The choices that a condition leaves, tried one after the other.
struct Choices<'c> {
    of: &'c Cfg,
    made: Vec<(Atom<'c>, bool)>,
    left: u32,
}

impl<'c> Choices<'c> {
    /// Whether the condition can hold, given the choices made so far.
    fn is_possible(&mut self) -> bool {
        match self.value(self.of) {
            _ if self.left == 0 => true,
            Ok(value) => value,
            Err(open) => [true, false].into_iter().any(|value| {
                self.made.push((open, value));
                let possible = self.is_possible();
                self.made.pop();
                possible
            }),
        }
    }

    /// What a condition comes to, or else something on which that depends.
    fn value(&mut self, cfg: &'c Cfg) -> Result<bool, Atom<'c>> {
        self.left = self.left.saturating_sub(1);
        match cfg {
            Cfg::All(inner) => self.until(inner, false),
            Cfg::Any(inner) => self.until(inner, true),
            Cfg::Not(inner) => self.value(inner).map(|value| !value),
            Cfg::Flag(flag) => self.chosen(Atom::Flag(flag)),
            Cfg::Pair(name, value) => self.chosen(Atom::Pair(name, value)),
            Cfg::Unknown => self.chosen(Atom::Unread(cfg)),
        }
    }

    /// Of conditions of which one with the value `end` decides.
    fn until(&mut self, inner: &'c [Cfg], end: bool) -> Result<bool, Atom<'c>> {
        let mut open = None;
        for cfg in inner {
            match self.value(cfg) {
                Ok(value) if value == end => return Ok(end),
                Ok(_) => {}
                Err(atom) => open = open.or(Some(atom)),
            }
        }
        open.map_or(Ok(!end), Err)
    }

    fn chosen(&self, atom: Atom<'c>) -> Result<bool, Atom<'c>> {
        self.made.iter().find(|(made, _)| *made == atom).map(|(_, value)| *value).ok_or(atom)
    }
}

impl FileSummary {
    /// The conditions that decide whether an item is there besides those of the definition that it stands
    /// in: its own, and those of the holders around it, such as the branch of a `cfg_if!`.
    pub fn conditions(&self, item: ItemId) -> impl Iterator<Item = &Cfg> {
        self.up_to_a_definition(item).filter_map(|id| self.cfgs.get(self.items[id].cfg?))
    }

    /// Whether an item stands in no definition of its file.
    pub(crate) fn is_outermost(&self, item: ItemId) -> bool {
        self.up_to_a_definition(item).last().is_some_and(|outermost| self.items[outermost].parent.is_none())
    }

    /// An item and the holders around it, innermost first.
    fn up_to_a_definition(&self, item: ItemId) -> impl Iterator<Item = ItemId> + '_ {
        let holder = |id: &ItemId| {
            let above = self.items[*id].parent?;
            self.items[above].kind.is_holder().then_some(above)
        };
        std::iter::successors(Some(item), holder)
    }

    /// Whether no build has an item, as with `#[cfg(any())]`: no macro ever sees it.
    pub fn is_never(&self, item: ItemId) -> bool {
        let above = |id: &ItemId| self.items[*id].parent;
        std::iter::successors(Some(item), above).any(|id| {
            let cfg = self.items[id].cfg.and_then(|index| self.cfgs.get(index));
            cfg.is_some_and(|cfg| cfg.constant() == Some(false))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(name: &str) -> Cfg {
        Cfg::Flag(name.into())
    }

    fn not(cfg: Cfg) -> Cfg {
        Cfg::Not(Box::new(cfg))
    }

    #[test]
    fn a_condition_implies_tests_where_no_choice_holds_without_them() {
        let (test, unix) = (|| flag("test"), || flag("unix"));
        let implying = [
            test(),
            Cfg::All(vec![unix(), test()]),
            Cfg::Any(vec![Cfg::All(vec![test(), unix()]), Cfg::All(vec![test(), not(unix())])]),
            not(Cfg::Any(vec![not(test()), unix()])),
            Cfg::Any(vec![test(), Cfg::All(vec![unix(), not(unix())])]),
            Cfg::All(vec![test(), Cfg::Unknown]),
        ];
        for cfg in implying {
            assert!(cfg.implies_test(), "{cfg:?}");
        }
        let leaving_a_choice = [
            unix(),
            not(test()),
            Cfg::Any(Vec::new()),
            Cfg::Any(vec![test(), unix()]),
            Cfg::Any(vec![test(), Cfg::Pair("feature".into(), "kit".into())]),
            Cfg::Any(vec![test(), Cfg::All(vec![Cfg::Unknown, not(Cfg::Unknown)])]),
        ];
        for cfg in leaving_a_choice {
            assert!(!cfg.implies_test(), "{cfg:?}");
        }
    }

    #[test]
    fn a_tangled_condition_is_given_up_in_bounded_time() {
        let pairs = (0..40).map(|index| {
            let [one, other] = [0, 1].map(|offset| flag(&format!("f{}", (index + offset) % 40)));
            Cfg::Any(vec![Cfg::All(vec![one.clone(), not(other.clone())]), Cfg::All(vec![not(one), other])])
        });
        let tangled = Cfg::All(pairs.chain([flag("f0"), not(flag("f20"))]).collect());
        assert!(!Cfg::Any(vec![flag("test"), tangled]).implies_test());
    }
}
