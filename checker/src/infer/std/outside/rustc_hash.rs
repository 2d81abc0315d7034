#[derive(Clone, Copy, Default, Debug)]
pub struct FxHasher;
#[derive(Clone, Copy, Default, Debug)]
pub struct FxBuildHasher;
impl std::hash::Hasher for FxHasher {}
impl std::hash::BuildHasher for FxBuildHasher { type Hasher = FxHasher; }
pub type FxHashMap<K, V> = std::collections::HashMap<K, V, FxBuildHasher>;
pub type FxHashSet<T> = std::collections::HashSet<T, FxBuildHasher>;
