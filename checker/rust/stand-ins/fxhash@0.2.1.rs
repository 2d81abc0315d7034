// Stand-in for `fxhash` 0.2.1: the standard library's maps and sets under other names.

pub type FxHashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;
pub type FxHashSet<T> = std::collections::HashSet<T, FxBuildHasher>;
pub type FxBuildHasher = std::hash::BuildHasherDefault<FxHasher>;
#[derive(Clone, Copy, Default, Debug)]
pub struct FxHasher;
impl std::hash::Hasher for FxHasher {}
pub fn hash<T: std::hash::Hash + ?Sized>(v: &T) -> usize {}
pub fn hash32<T: std::hash::Hash + ?Sized>(v: &T) -> u32 {}
pub fn hash64<T: std::hash::Hash + ?Sized>(v: &T) -> u64 {}
