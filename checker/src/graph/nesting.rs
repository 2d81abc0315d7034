//! Which contexts lie within which, numbered once, so that each question is two comparisons.

use super::ContextId;
use rustc_hash::FxHashMap;
use stateline_schema::Map;

/// Contexts as a forest. In a ring, which the map's reader reports, there is neither an inside nor an
/// outside: the questions are then answered by walking.
pub(super) struct Nesting {
    outer: Vec<Option<usize>>,
    /// By context, when the walk through the forest comes to it and when it leaves it.
    visited: Vec<Option<(usize, usize)>>,
    depths: Vec<usize>,
}

impl Nesting {
    pub(super) fn new(map: &Map) -> Self {
        let numbers: FxHashMap<&str, usize> =
            map.contexts.names().enumerate().map(|(index, name)| (name.value.as_str(), index)).collect();
        let outer: Vec<Option<usize>> = map
            .contexts
            .values()
            .map(|context| numbers.get(context.within.as_ref()?.value.as_str()).copied())
            .collect();
        let mut inner = vec![Vec::new(); outer.len()];
        for (index, outer) in outer.iter().enumerate() {
            if let Some(outer) = outer {
                inner[*outer].push(index);
            }
        }
        let mut visited = vec![None; outer.len()];
        // Whoever is in a ring, or lies within one, has as many around it as there are contexts.
        let mut depths = vec![outer.len(); outer.len()];
        let mut clock = 0;
        for root in (0..outer.len()).filter(|&index| outer[index].is_none()) {
            let mut way = vec![(root, 0)];
            visited[root] = Some((clock, clock));
            depths[root] = 0;
            while let Some((index, next)) = way.last_mut() {
                clock += 1;
                let (index, child) = (*index, inner[*index].get(*next).copied());
                *next += 1;
                if let Some(child) = child {
                    visited[child] = Some((clock, clock));
                    depths[child] = depths[index] + 1;
                    way.push((child, 0));
                } else {
                    visited[index] = visited[index].map(|(come, _)| (come, clock));
                    way.pop();
                }
            }
        }
        Nesting { outer, visited, depths }
    }

    /// How many contexts lie around one.
    pub(super) fn depth(&self, context: ContextId) -> usize {
        self.depths[context.index()]
    }

    /// Whether one context lies within another, at any depth.
    pub(super) fn lies_within(&self, inner: ContextId, outer: ContextId) -> bool {
        match (self.visited[inner.index()], self.visited[outer.index()]) {
            (Some((come, left)), Some((outer_come, outer_left))) => outer_come < come && left < outer_left,
            (None, None) => self.walks_to(inner.index(), outer.index()),
            _ => false,
        }
    }

    fn walks_to(&self, inner: usize, outer: usize) -> bool {
        let around = std::iter::successors(self.outer[inner], |index| self.outer[*index]);
        around.take(self.outer.len()).any(|index| index == outer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stateline_schema::{Known, Source, SourceId};

    fn map(contexts: &[(&str, Option<&str>)]) -> Map {
        let mut text = String::from("stateline: 1\ncontexts:\n");
        for (name, within) in contexts {
            let within = within.map_or(String::new(), |outer| format!(", within: {outer}"));
            text += &format!("  {name}: {{ owns: [shop::{name}]{within} }}\n");
        }
        stateline_schema::read(&Source::new(SourceId(0), "stateline.yaml", text), &[], &Known::default()).0
    }

    /// The numbering says what walking from context to context says.
    fn agrees(map: &Map) {
        let nesting = Nesting::new(map);
        for (at, inner) in map.contexts.values().enumerate() {
            assert_eq!(nesting.depth(ContextId::new(at)), map.around(inner).count(), "{at}");
            for (other, outer) in map.contexts.values().enumerate() {
                let walked = map.around(inner).any(|around| around.name.value == outer.name.value);
                let numbered = nesting.lies_within(ContextId::new(at), ContextId::new(other));
                assert_eq!(numbered, walked, "{at} within {other}");
            }
        }
    }

    #[test]
    fn numbers_say_what_walking_says() {
        agrees(&map(&[
            ("a", None),
            ("b", Some("a")),
            ("c", Some("b")),
            ("d", Some("a")),
            ("e", None),
            ("f", Some("c")),
            ("g", Some("nobody")),
        ]));
    }

    #[test]
    fn rings_end() {
        agrees(&map(&[("a", Some("c")), ("b", Some("a")), ("c", Some("b")), ("d", Some("c")), ("e", None)]));
    }
}
