//- package shop outside=snap,crackle
//- shop/src/lib.rs
//! Of a path outside, all that the code writes is told, imported or not: a law on a part of a package, and the
//! lock, go by it. (Neither is fetched.)
mod all { pub use snap::*; }
mod part { pub use snap::wire::*; }
type Now = snap::clock::Now;
macro_rules! act { () => { snap::wire::act() } }
pub fn spelt() { snap::wire::send(); } //~ send=outside:snap::wire::send snap=outside:snap wire=outside:snap::wire
pub fn renamed() { use snap as s; s::wire::send(); } //~ s=outside:snap send=outside:snap::wire::send snap=outside:snap wire=outside:snap::wire
pub fn taken(_: snap::wire::Frame) -> snap::Time { todo!() } //~ Frame=outside:snap::wire::Frame Time=outside:snap::Time snap=outside:snap wire=outside:snap::wire
pub fn by_glob() { all::wire::send(); } //~ all=shop::all send=outside:snap::wire::send wire=outside:snap::wire
pub fn by_glob_of_a_part() { part::send(); } //~ part=shop::part send=outside:snap::wire::send
mod namesake {
    use crackle::Bang; //~ Bang=outside:crackle::Bang crackle=outside:crackle
    use crackle::crackle; //~ crackle=outside:crackle crackle=outside:crackle::crackle
    pub fn f(_: Bang) { crackle!(); crackle::pop(); } //~ Bang=outside:crackle::Bang crackle=outside:crackle::crackle crackle=outside:crackle pop=outside:crackle::pop
}
pub fn by_macro() { snap::act!(); } //~ act=outside:snap::act snap=outside:snap
