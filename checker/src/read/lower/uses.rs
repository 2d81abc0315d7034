//! `use` trees, leaf by leaf.

use super::{Lower, count};
use crate::read::summary::{Name, Run, Segment, UseLeaf, known};
use smallvec::SmallVec;

impl Lower<'_> {
    /// The leaves of a `use` item.
    pub(super) fn use_tree(&mut self, item: &syn::ItemUse) -> Run {
        let start = count(self.out.uses.len());
        let mut tree =
            Tree { global: item.leading_colon.is_some(), prefix: SmallVec::new(), written: 0, leaves: start };
        self.use_branch(&mut tree, &item.tree);
        Run { start, len: count(self.out.uses.len()) - start }
    }

    fn use_branch(&mut self, tree: &mut Tree, branch: &syn::UseTree) {
        match branch {
            syn::UseTree::Path(path) => {
                let (name, at) = self.name(&path.ident);
                tree.prefix.push(Segment { name, at, args: None });
                self.use_branch(tree, &path.tree);
                tree.prefix.pop();
                tree.written = tree.written.min(tree.prefix.len());
            }
            syn::UseTree::Group(group) => {
                for branch in &group.items {
                    self.use_branch(tree, branch);
                }
            }
            syn::UseTree::Glob(glob) => {
                let at = self.at(glob.star_token.spans[0]);
                self.use_leaf(tree, Leaf { at, glob: true, ..Leaf::default() });
            }
            syn::UseTree::Name(name) => {
                let (name, at) = self.name(&name.ident);
                self.use_name(tree, name, at, None);
            }
            syn::UseTree::Rename(rename) => {
                let (name, at) = self.name(&rename.ident);
                let alias = self.name(&rename.rename);
                self.use_name(tree, name, at, Some(alias));
            }
        }
    }

    fn use_name(&mut self, tree: &mut Tree, name: Name, at: u32, alias: Option<(Name, u32)>) {
        let alias_at = alias.map(|(_, at)| at);
        if name == known::SELF_VALUE
            && let Some(&last) = tree.prefix.last()
        {
            let known_as = alias.map_or(last.name, |(name, _)| name);
            let leaf = Leaf { at, known_as, alias_at, is_self: true, glob: false };
            return self.use_leaf(tree, leaf);
        }
        tree.prefix.push(Segment { name, at, args: None });
        let known_as = alias.map_or(name, |(name, _)| name);
        self.use_leaf(tree, Leaf { at, known_as, alias_at, is_self: false, glob: false });
        tree.prefix.pop();
        tree.written = tree.written.min(tree.prefix.len());
    }

    fn use_leaf(&mut self, tree: &mut Tree, leaf: Leaf) {
        let path = self.push_path(tree.global, None, 0, &tree.prefix);
        let first = count(self.out.uses.len()) == tree.leaves;
        let shared = if first { 0 } else { count(tree.written) };
        tree.written = tree.prefix.len();
        let Leaf { at, known_as: name, alias_at, glob, is_self } = leaf;
        self.out.uses.push(UseLeaf { path, name, alias_at, glob, is_self, shared, at });
    }
}

struct Tree {
    global: bool,
    /// The segments that lead to where we are.
    prefix: SmallVec<[Segment; 8]>,
    /// How many of them an earlier leaf has.
    written: usize,
    /// Index of the tree's first leaf.
    leaves: u32,
}

struct Leaf {
    at: u32,
    known_as: Name,
    alias_at: Option<u32>,
    glob: bool,
    is_self: bool,
}

impl Default for Leaf {
    fn default() -> Self {
        Leaf { at: 0, known_as: known::EMPTY, alias_at: None, glob: false, is_self: false }
    }
}
