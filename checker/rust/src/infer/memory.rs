//! What an earlier run found out, so that only what changed is looked at again.
//!
//! The references of a file depend on its own content and on what other files can see of each
//! other. As long as no file's *interface* changed, those of an unchanged file are taken from the
//! last run; where a body changed, only its file is inferred anew. Nothing here decides anything:
//! without a store, or with a damaged one, every file is looked at.

use super::{Tables, pages_of};
use crate::read::derive::Door;
use crate::read::{FileId, Workspace, cache};
use crate::resolve::reference::Page;
use crate::resolve::unresolved::Notes;
use crate::resolve::{
    About, Coverage, DefId, How, Reference, Resolution, Role, Unresolved, UnresolvedKind, World,
};
use crate::resolve::{Instance, OutsideId, Symbol, Target};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::collections::hash_map::Entry;

/// The name of the stored blob.
const NAME: &str = "references";

/// Everything that is found in every file of every crate, in order.
pub fn all_references(world: &mut World<'_>) -> Resolution {
    let key = key(world);
    let mut known = Known::load(world, &key);
    known.leave_out_stand_ins(world);
    let missing: Vec<usize> =
        (0..world.instances.len()).filter(|&index| known.pages[index].is_none()).collect();
    if !missing.is_empty() {
        let tables = Tables::new(world);
        known.settle(world, &missing, pages_of(&tables, &missing));
        known.store(world, &key);
    }
    let count = known.pages.iter().flatten().map(|page| page.references.len()).sum();
    let mut all = Resolution { references: Vec::with_capacity(count), ..Resolution::default() };
    for mut page in known.pages.into_iter().flatten() {
        page.declare(world);
        all.references.extend(page.references);
        all.unresolved.extend(page.unresolved);
        all.coverage.join(&page.coverage);
    }
    crate::resolve::unresolved::unread(world, &mut all.unresolved, &mut all.coverage);
    crate::resolve::unresolved::unwritten(world, &mut all.unresolved, &mut all.coverage);
    all
}

/// Stands for all that the references of a file depend on besides its own content.
fn key(world: &World<'_>) -> blake3::Hash {
    let mut hash = blake3::Hasher::new();
    let mut text = |text: &str| {
        hash.update(&(text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    let Workspace { packages, targets, files, cfg, derive, renamed, templates, .. } = world.workspace;
    text(&format!("{cfg:?}"));
    let exported: Vec<_> = derive.exported().iter().collect();
    let door = Door { derive: *derive, exported: &exported, renamed, shared: &[], templates }.fingerprint();
    text(&format!("{door:?}"));
    for package in packages {
        text(&format!("{} {:?} {:?}", package.name, package.dependencies, package.features));
    }
    for target in targets {
        text(&format!(
            "{} {:?} {} {:?} {}",
            target.package, target.kind, target.code_name, target.root, target.edition
        ));
    }
    for file in files {
        text(&file.path);
    }
    for instance in &world.instances {
        hash.update(&instance.krate.raw().to_le_bytes());
        hash.update(&instance.file.raw().to_le_bytes());
        hash.update(&instance.module.raw().to_le_bytes());
        hash.update(&world.summary(instance.file).interface);
    }
    hash.finalize()
}

/// What is known of each instance.
struct Known {
    pages: Vec<Option<Settled>>,
}

#[derive(Default)]
struct Settled {
    references: Vec<Reference>,
    below: Vec<(u32, SmallVec<[Symbol; 2]>)>,
    unresolved: Vec<Unresolved>,
    coverage: Coverage,
}

impl Settled {
    /// Gives what is named of text that is not read a definition, and what lies below something outside a
    /// number.
    fn declare(&mut self, world: &mut World<'_>) {
        for (index, rest) in self.below.drain(..) {
            let to = &mut self.references[index as usize].to;
            if let Target::Outside(prefix) = *to {
                *to = match world.generated(prefix, &rest) {
                    Some(found) => Target::Def(found),
                    None => Target::Outside(world.below(prefix, &rest)),
                };
            }
        }
        for Reference { to, .. } in &mut self.references {
            if let Target::Outside(id) = *to
                && let Some(found) = world.generated(id, &[])
            {
                *to = Target::Def(found);
            }
        }
    }
}

/// A page as it is stored, with the content of the file that it speaks of.
#[derive(Serialize, Deserialize)]
struct Stored {
    content: [u8; 16],
    coverage: Coverage,
    unresolved: Vec<PackedUnresolved>,
    references: Vec<Packed>,
    below: Vec<(u32, Vec<String>)>,
}

/// Something unresolved without its file and module: place, length, kind, what the reason is about.
#[derive(Serialize, Deserialize)]
struct PackedUnresolved(u32, u32, UnresolvedKind, About);

/// A reference without its file: place from the one before, length, from, to, derived, and its manner:
/// how, role, whether it is on, and whether tests alone have it.
#[derive(Serialize, Deserialize)]
struct Packed(i32, u32, u32, u32, u32, u8);

impl Known {
    fn load(world: &World<'_>, key: &blake3::Hash) -> Self {
        let count = world.instances.len();
        let nothing = || Self { pages: std::iter::repeat_with(|| None).take(count).collect() };
        let Some(bytes) = cache::load(world.workspace, NAME, key.as_bytes()) else { return nothing() };
        let Ok(stored) = postcard::from_bytes::<Vec<Stored>>(&bytes) else { return nothing() };
        if stored.len() != count {
            return nothing();
        }
        let pages = stored.into_par_iter().zip(&world.instances).map(|(page, instance)| {
            (page.content == content(world, instance.file)).then(|| page.unpacked(world, instance)).flatten()
        });
        Self { pages: pages.collect() }
    }

    /// A file that several crates hold is read alike in all of them, so what is not known of it is
    /// told once, with the first.
    fn settle(&mut self, world: &World<'_>, missing: &[usize], pages: Vec<Page>) {
        let mut notes: FxHashMap<FileId, (usize, Notes)> = FxHashMap::default();
        for (&index, Page { references, below, notes: own }) in missing.iter().zip(pages) {
            match notes.entry(world.instances[index].file) {
                Entry::Occupied(mut first) => first.get_mut().1.join(own),
                Entry::Vacant(free) => drop(free.insert((index, own))),
            }
            self.pages[index] = Some(Settled { references, below, ..Settled::default() });
        }
        let settle = |(file, (index, notes)): (FileId, (usize, Notes))| {
            (index, notes.settle(file, world.instances[index].module))
        };
        let settled: Vec<_> = notes.into_par_iter().map(settle).collect();
        for (index, (unresolved, coverage)) in settled {
            if let Some(page) = &mut self.pages[index] {
                (page.unresolved, page.coverage) = (unresolved, coverage);
            }
        }
    }

    /// What stands in for a crate outside has no bodies, and nobody asks what it names.
    fn leave_out_stand_ins(&mut self, world: &World<'_>) {
        for (page, instance) in self.pages.iter_mut().zip(&world.instances) {
            if world.is_stand_in(instance.file) {
                *page = Some(Settled::default());
            }
        }
    }

    fn store(&self, world: &World<'_>, key: &blake3::Hash) {
        let stored: Vec<Stored> = self
            .pages
            .iter()
            .zip(&world.instances)
            .filter_map(|(page, instance)| {
                Some(Stored::new(world, page.as_ref()?, content(world, instance.file)))
            })
            .collect();
        if let Ok(bytes) = postcard::to_stdvec(&stored) {
            cache::store(world.workspace, NAME, key.as_bytes(), &bytes);
        }
    }
}

/// The hash of a file's content; the stand-in for the standard library is in the key.
fn content(world: &World<'_>, file: FileId) -> [u8; 16] {
    world.workspace.files.get(file).map_or([0; 16], |file| file.content)
}

const OUTSIDE: u32 = 1 << 31;

impl Stored {
    fn new(world: &World<'_>, page: &Settled, content: [u8; 16]) -> Self {
        let mut before = 0_u32;
        let pack = |reference: &Reference| {
            let step = reference.at.wrapping_sub(before).cast_signed();
            before = reference.at;
            let to = match reference.to {
                Target::Def(id) => id.raw(),
                Target::Outside(id) => id.raw() | OUTSIDE,
            };
            let derived = reference.derived.map_or(0, |id| id.raw() + 1);
            Packed(step, reference.len, reference.from.raw(), to, derived, manner(reference))
        };
        let references = page.references.iter().map(pack).collect();
        let pack = |one: &Unresolved| PackedUnresolved(one.at, one.len, one.kind, one.about);
        let unresolved = page.unresolved.iter().map(pack).collect();
        let text = |name: &Symbol| world.text(*name).to_owned();
        let texts = |rest: &SmallVec<[Symbol; 2]>| rest.iter().map(text).collect();
        let below = page.below.iter().map(|(index, rest)| (*index, texts(rest))).collect();
        Self { content, coverage: page.coverage, unresolved, references, below }
    }

    /// `None` where a number is out of range: a damaged store.
    fn unpacked(self, world: &World<'_>, instance: &Instance) -> Option<Settled> {
        let Instance { file, module, .. } = *instance;
        let mut at = 0_u32;
        let defs = u32::try_from(world.defs.len()).ok()?;
        let unpack = |Packed(step, len, from, to, derived, manner): Packed| {
            at = at.wrapping_add(step.cast_unsigned());
            let (how, enabled, test, role) = unpacked(manner)?;
            let to = match to & OUTSIDE {
                0 => Target::Def(DefId::from_raw(to)),
                _ => Target::Outside(OutsideId::from_raw(to & !OUTSIDE)),
            };
            let known = match to {
                Target::Def(id) => world.defs.get(id).is_some(),
                Target::Outside(id) => world.outside.get(id).is_some(),
            };
            (known && from < defs && derived <= defs).then_some(Reference {
                file,
                at,
                len,
                from: DefId::from_raw(from),
                to,
                derived: derived.checked_sub(1).map(DefId::from_raw),
                enabled,
                test,
                how,
                role,
            })
        };
        let references = self.references.into_iter().map(unpack).collect::<Option<Vec<_>>>()?;
        let unpack = |PackedUnresolved(at, len, kind, about): PackedUnresolved| {
            let known = match about {
                About::Nothing | About::Absent(_) => true,
                About::Def(id) => world.defs.get(id).is_some(),
                About::Outside(id) | About::Writes(id, _) => world.outside.get(id).is_some(),
            };
            known.then_some(Unresolved { file, at, len, module, kind, about })
        };
        let unresolved = self.unresolved.into_iter().map(unpack).collect::<Option<Vec<_>>>()?;
        let unpack = |(index, texts): (u32, Vec<String>)| {
            let names = texts.iter().map(|text| world.symbols.find(text)).collect::<Option<_>>()?;
            ((index as usize) < references.len()).then_some((index, names))
        };
        let below = self.below.into_iter().map(unpack).collect::<Option<Vec<_>>>()?;
        Some(Settled { references, below, unresolved, coverage: self.coverage })
    }
}

const ROLES: [Role; 10] = [
    Role::Import,
    Role::Qualifier,
    Role::Call,
    Role::Signature,
    Role::Body,
    Role::Field,
    Role::Macro,
    Role::Attribute,
    Role::Declaration,
    Role::Order,
];

const HOWS: [How; 5] = [How::Path, How::Dot, How::Expansion, How::Operator, How::ExpandedDot];

fn manner(reference: &Reference) -> u8 {
    let role = ROLES.iter().position(|known| *known == reference.role).expect("the table has every role");
    let how = HOWS.iter().position(|known| *known == reference.how).expect("the table has every way");
    let both = u8::try_from(role * HOWS.len() + how).expect("there are few of them");
    both << 2 | u8::from(reference.test) << 1 | u8::from(reference.enabled)
}

fn unpacked(manner: u8) -> Option<(How, bool, bool, Role)> {
    let both = usize::from(manner >> 2);
    let (how, role) = (HOWS[both % HOWS.len()], *ROLES.get(both / HOWS.len())?);
    Some((how, manner & 1 != 0, manner & 2 != 0, role))
}
