//! `use` trees, leaf by leaf.

use super::{Kind, Parser, Read, Word};
use crate::arena::{Idx, IdxRange, to_u32};
use crate::read::summary::{Name, Segment, UseLeaf, sym};
use smallvec::SmallVec;

impl Parser<'_> {
    /// The leaves of a `use` item.
    pub(super) fn use_tree(&mut self) -> Read<IdxRange<UseLeaf>> {
        let start = self.out.uses.next();
        let global = self.take_pair(b':', b':');
        let mut tree = Tree { global, prefix: SmallVec::new(), written: 0, first: start };
        self.use_branch(&mut tree)?;
        Ok(self.out.uses.since(start))
    }

    fn use_branch(&mut self, tree: &mut Tree) -> Read<()> {
        self.deeper(|parser| parser.use_branch_here(tree))
    }

    fn use_branch_here(&mut self, tree: &mut Tree) -> Read<()> {
        let entered = tree.prefix.len();
        loop {
            let at = self.offset();
            if self.take_punct(b'*') {
                self.use_leaf(
                    tree,
                    Leaf { at, known_as: sym::EMPTY, alias_at: None, is_self: false, glob: true },
                );
                break;
            }
            if self.is_open(b'{') {
                self.group(b'{', |parser| {
                    parser.separated(|parser| {
                        // Long ago a branch could begin with `::`.
                        parser.take_pair(b':', b':');
                        parser.use_branch(tree)
                    })
                })?;
                break;
            }
            let (name, at) = self.use_name()?;
            if self.take_pair(b':', b':') {
                tree.prefix.push(Segment { name, at, args: None });
                continue;
            }
            let mut alias = None;
            if self.take_word(Word::AS) {
                if let (Some(original), Some(alias)) = (self.source.tokens.get(self.at - 2), self.peek(0)) {
                    self.alias(*original, alias);
                }
                alias = Some(if self.is_word(Word::UNDERSCORE) { self.use_name()? } else { self.ident()? });
            }
            self.use_named(tree, name, at, alias);
            break;
        }
        tree.prefix.truncate(entered);
        tree.written = tree.written.min(entered);
        Ok(())
    }

    fn use_name(&mut self) -> Read<(Name, u32)> {
        match self.peek(0) {
            Some(token) if token.kind == Kind::Word => {
                let word = token.word();
                if word.is_keyword() && !word.is_path_keyword() && word != Word::UNDERSCORE {
                    return Err(self.stop("a name"));
                }
                self.at += 1;
                Ok((self.name(word), self.place(token)))
            }
            _ => Err(self.stop("a name")),
        }
    }

    fn use_named(&mut self, tree: &mut Tree, name: Name, at: u32, alias: Option<(Name, u32)>) {
        let alias_at = alias.map(|(_, at)| at);
        let alias = alias.map(|(name, _)| name);
        if name == sym::SELF_VALUE
            && let Some(&last) = tree.prefix.last()
        {
            let known_as = alias.unwrap_or(last.name);
            return self.use_leaf(tree, Leaf { at, known_as, alias_at, is_self: true, glob: false });
        }
        tree.prefix.push(Segment { name, at, args: None });
        let known_as = alias.unwrap_or(name);
        self.use_leaf(tree, Leaf { at, known_as, alias_at, is_self: false, glob: false });
    }

    fn use_leaf(&mut self, tree: &mut Tree, leaf: Leaf) {
        let path = self.push_path(tree.global, None, 0, &tree.prefix);
        let first = self.out.uses.next() == tree.first;
        let shared = if first { 0 } else { to_u32(tree.written) };
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
    first: Idx<UseLeaf>,
}

struct Leaf {
    at: u32,
    known_as: Name,
    alias_at: Option<u32>,
    glob: bool,
    is_self: bool,
}
