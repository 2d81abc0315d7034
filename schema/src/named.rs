//! Things with names, in the order of the file.

use std::collections::BTreeMap;

use crate::Spanned;

/// Things by name, in the order of the file, found in logarithmic time.
#[derive(Clone, Debug)]
pub struct Named<T> {
    entries: Vec<(Spanned<String>, T)>,
    index: BTreeMap<String, usize>,
}

impl<T> Named<T> {
    /// Adds a thing, and says whether it was; a name that is taken keeps its first thing.
    pub fn insert(&mut self, name: Spanned<String>, thing: T) -> bool {
        let free = !self.index.contains_key(&name.value);
        if free {
            self.index.insert(name.value.clone(), self.entries.len());
            self.entries.push((name, thing));
        }
        free
    }

    /// The thing of that name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.entry(name).map(|(_, thing)| thing)
    }

    /// The thing of that name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let at = *self.index.get(name)?;
        self.entries.get_mut(at).map(|(_, thing)| thing)
    }

    /// The thing of that name, with the name as it is written.
    pub fn entry(&self, name: &str) -> Option<(&Spanned<String>, &T)> {
        let (name, thing) = self.entries.get(*self.index.get(name)?)?;
        Some((name, thing))
    }

    /// Whether there is one of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// All, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Spanned<String>, &T)> + Clone {
        self.entries.iter().map(|(name, thing)| (name, thing))
    }

    /// The things, in the order of the file.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &T> + Clone {
        self.entries.iter().map(|(_, thing)| thing)
    }

    /// The names, in the order of the file.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &Spanned<String>> + Clone {
        self.entries.iter().map(|(name, _)| name)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Named { entries: Vec::new(), index: BTreeMap::new() }
    }
}

impl<T: PartialEq> PartialEq for Named<T> {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl<T: Eq> Eq for Named<T> {}
