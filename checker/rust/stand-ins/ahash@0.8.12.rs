// Stand-in for `ahash` 0.8.12: the standard library's maps and sets under other names.

pub type AHashMap<K, V, S = RandomState> = std::collections::HashMap<K, V, S>;
pub type AHashSet<T, S = RandomState> = std::collections::HashSet<T, S>;
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;
#[derive(Clone, Default, Debug)]
pub struct RandomState;
impl RandomState {
    pub fn new() -> RandomState {}
}
impl std::hash::BuildHasher for RandomState {
    type Hasher = AHasher;
}
#[derive(Clone, Default, Debug)]
pub struct AHasher;
impl std::hash::Hasher for AHasher {}
pub trait HashMapExt {
    fn new() -> Self;
    fn with_capacity(capacity: usize) -> Self;
}
impl<K, V> HashMapExt for HashMap<K, V> {}
pub trait HashSetExt {
    fn new() -> Self;
    fn with_capacity(capacity: usize) -> Self;
}
impl<T> HashSetExt for HashSet<T> {}
