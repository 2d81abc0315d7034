// Stand-in for `rustc-hash` 2.1.3: the standard library's maps and sets under other names.

pub type FxHashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;
pub type FxHashSet<T> = std::collections::HashSet<T, FxBuildHasher>;
#[derive(Clone, Copy, Default, Debug)]
pub struct FxBuildHasher;
impl std::hash::BuildHasher for FxBuildHasher {
    type Hasher = FxHasher;
}
#[derive(Clone, Copy, Default, Debug)]
pub struct FxHasher;
impl std::hash::Hasher for FxHasher {}
pub type FxHashMapRand<K, V> = FxHashMap<K, V>;
