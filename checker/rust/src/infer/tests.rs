//! Small pieces of code, and what their methods and fields mean.

mod coverage;
mod imports;

use crate::read::{
    Dependency, DependencyKind, FileId, FileSummary, Package, SourceFile, Target, TargetKind, Workspace,
};
use crate::resolve::World;
use crate::resolve::reference::Reference;

/// What the pieces of code use. They stand at the crate's root, so that each use crosses.
const DEFS: &str = r#"
pub mod defs {
    use std::ops::{Add, Deref, Index};
    #[derive(Clone, Default, Debug, PartialEq)]
    pub struct Item { pub name: String, pub count: u32, pub child: Option<Box<Item>> }
    impl Item {
        pub const ZERO: Item = Item { name: String::new(), count: 0, child: None };
        pub fn new() -> Self { todo!() }
        pub fn touch(&self) -> u32 { 0 }
        pub fn change(&mut self) -> &mut Self { self }
        pub fn eat(self) -> Gadget { todo!() }
        pub async fn later(&self) -> Gadget { todo!() }
        pub fn fallible(&self) -> Result<Gadget, Error> { todo!() }
        pub fn children(&self) -> impl Iterator<Item = &Item> { std::iter::empty() }
    }
    pub struct Error;
    #[derive(Clone, Copy)]
    pub struct Gadget { pub size: u8 }
    impl Gadget {
        pub fn turn(&self) -> &Self { self }
        pub fn item(&self) -> Item { todo!() }
    }
    pub trait Tool {
        type Out;
        fn work(&self) -> Self::Out;
        fn helped(&self) -> u32 { 0 }
        fn make() -> Self where Self: Sized;
    }
    impl Tool for Item {
        type Out = Gadget;
        fn work(&self) -> Gadget { todo!() }
        fn make() -> Self { todo!() }
    }
    pub trait Finer: Tool { fn finer(&self) -> Gadget; }
    pub trait Ext { fn ext(&self) -> Gadget; }
    impl<T: Tool + ?Sized> Ext for T { fn ext(&self) -> Gadget { todo!() } }
    pub struct Wrap<T>(pub T);
    impl<T> Deref for Wrap<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    impl Iterator for Wrap<Item> { type Item = Gadget; fn next(&mut self) -> Option<Gadget> { None } }
    #[derive(Default)]
    pub struct Bag<T = Item> { pub items: Vec<T> }
    impl<T> Bag<T> {
        pub fn new() -> Self { todo!() }
        pub fn add(&mut self, item: T) {}
        pub fn first(&self) -> Option<&T> { None }
        pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Bag<U> { todo!() }
        pub fn each(&self, f: &dyn Fn(&T)) {}
    }
    impl<T> IntoIterator for Bag<T> {
        type Item = T;
        type IntoIter = std::vec::IntoIter<T>;
        fn into_iter(self) -> Self::IntoIter { self.items.into_iter() }
    }
    impl<T> FromIterator<T> for Bag<T> { fn from_iter<I: IntoIterator<Item = T>>(i: I) -> Self { todo!() } }
    impl<T> Index<usize> for Bag<T> { type Output = T; fn index(&self, at: usize) -> &T { todo!() } }
    impl Add<u32> for Item { type Output = Gadget; fn add(self, other: u32) -> Gadget { todo!() } }
    impl From<Gadget> for Item { fn from(gadget: Gadget) -> Self { todo!() } }
    impl From<Gadget> for Error { fn from(gadget: Gadget) -> Self { todo!() } }
    impl std::str::FromStr for Item { type Err = Error; fn from_str(s: &str) -> Result<Self, Error> { todo!() } }
    pub enum Shape { Round(Item), Flat { gadget: Gadget }, Nothing }
    pub fn items() -> impl Iterator<Item = Item> { std::iter::empty() }
    pub fn maker() -> Box<dyn Fn(u32) -> Item> { todo!() }
    pub fn twice<F, R>(item: Item, f: F) -> R where F: FnOnce(Item) -> R { f(item) }
    pub static KEPT: std::sync::LazyLock<std::sync::Mutex<Item>> = std::sync::LazyLock::new(|| todo!());
    #[macro_export]
    macro_rules! item { ($x:expr) => { { let mut item = $crate::defs::Item::new(); item.count = $x; item } }; }
}
use defs::*;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
"#;

fn summary(source: &str) -> FileSummary {
    crate::read::summarise("src/lib.rs", source).expect("the pieces of code are Rust")
}

/// On a crate outside that the source names.
fn depends(source: &str, package: &str) -> Option<Dependency> {
    let code_name = package.replace('-', "_");
    let is_named = source.contains(&format!("{code_name}::"));
    let (package, kind) = (package.to_owned(), DependencyKind::Normal);
    is_named.then_some(Dependency {
        code_name,
        package,
        library: None,
        kind,
        local: None,
        is_published: true,
    })
}

/// The references of a crate with this source, as `name=descriptor`.
fn references(source: &str) -> Vec<String> {
    of_world(source, |world| {
        let mut references = super::all_references(world).references;
        references.sort_by_key(|reference| reference.at);
        let name = |found: &Reference| &source[found.at as usize..(found.at + found.len) as usize];
        references
            .iter()
            .filter_map(|found| Some(format!("{}={}", name(found), world.target_descriptor(found)?)))
            .collect()
    })
}

/// What is found out of a crate with this source.
fn of_world<T>(source: &str, ask: impl FnOnce(&mut World<'_>) -> T) -> T {
    let package = Package {
        name: "demo".to_owned(),
        folder: String::new(),
        edition: 2024,
        dependencies: super::outside::packages().filter_map(|name| depends(source, name)).collect(),
        features: Vec::new(),
        id: "demo".to_owned(),
    };
    let target = Target {
        package: 0,
        kind: TargetKind::Library,
        name: "demo".to_owned(),
        code_name: "demo".to_owned(),
        root: FileId::from_raw(0),
        edition: 2024,
    };
    let file = SourceFile { path: "src/lib.rs".into(), content: [0; 16], summary: summary(source) };
    let workspace = Workspace {
        packages: vec![package],
        targets: vec![target],
        files: vec![file].into(),
        ..Workspace::default()
    };
    let stand_ins = super::std::stand_ins(&workspace);
    ask(&mut crate::resolve(&workspace, &stand_ins))
}

/// Each of the expected references is there, in this order; `!name` is not there at all.
fn check(code: &str, expected: &[&str]) {
    let source = format!("{DEFS}{code}");
    let found = references(&source);
    let mut left = found.iter();
    for wanted in expected {
        match wanted.strip_prefix('!') {
            Some(name) => {
                let prefix = format!("{name}=");
                assert!(
                    !found.iter().any(|found| found.starts_with(&prefix)),
                    "{code}\nhas {name}: {found:#?}"
                );
            }
            None => assert!(left.any(|found| found == wanted), "{code}\nlacks {wanted}: {found:#?}"),
        }
    }
}

const TOUCH: &str = "touch=defs/impl#[Item]touch().";
const TURN: &str = "turn=defs/impl#[Gadget]turn().";
const WORK: &str = "work=defs/impl#[Item][Tool]work().";

#[test]
fn crates_outside_hand_types_on() {
    for code in [
        "use anyhow::Context; fn t(x: Option<Item>) -> anyhow::Result<()> { x.context(1)?.touch(); Ok(()) }",
        "fn t(x: arc_swap::ArcSwap<Item>) { x.load().touch(); }",
        "fn t(x: arrayvec::ArrayVec<Item, 3>) { x[0].touch(); }",
        "fn t(x: dashmap::DashMap<u8, Item>) { x.get(&1).unwrap().touch(); }",
        "fn t(x: either::Either<Item, u8>) { x.left().unwrap().touch(); }",
        "use eyre::WrapErr; fn t(x: Result<Item, u8>) { x.wrap_err(1).unwrap().touch(); }",
        "use futures::FutureExt; async fn t(x: Item) { async { x }.map(|x| x).boxed().await.touch(); }",
        "use futures::StreamExt; async fn t(x: Vec<Item>) { futures::stream::iter(x).next().await.unwrap().touch(); }",
        "use futures_lite::StreamExt; async fn t(x: futures_lite::stream::Boxed<Item>) { x.take(1).next().await.unwrap().touch(); }",
        "fn t(x: fxhash::FxHashMap<u8, Item>) { x[&1].touch(); }",
        "fn t(x: hashbrown::HashMap<u8, Item>) { x[&1].touch(); }",
        "fn t(x: indexmap::IndexMap<u8, Item>) { x.get_index(1).unwrap().1.touch(); }",
        "use itertools::Itertools; fn t(x: Vec<Item>) { x.iter().collect_vec()[0].touch(); }",
        "static X: once_cell::sync::Lazy<Item> = once_cell::sync::Lazy::new(Item::new); fn t() { X.touch(); }",
        "fn t(x: parking_lot::RwLock<Item>) { x.read().touch(); }",
        "use pollster::FutureExt; fn t(x: Item) { async { x }.block_on().touch(); }",
        "fn t() { serde_json::from_str::<Item>(\"\").unwrap().touch(); }",
        "fn t(x: slotmap::SlotMap<u8, Item>) { x[1].touch(); }",
        "fn t(x: smallvec::SmallVec<[Item; 3]>) { x.last().unwrap().touch(); }",
        "async fn t(x: tokio::sync::Mutex<Item>) { x.lock().await.touch(); }",
        "async fn t(x: Item) { tokio::spawn(async { x }).await.unwrap().touch(); }",
    ] {
        check(code, &[TOUCH]);
    }
}

#[test]
fn receivers() {
    for (code, expected) in [
        ("fn t(x: Item) { x.touch(); x.change(); x.eat().turn(); }", &[TOUCH, TURN][..]),
        ("fn t(x: &mut &Item) { x.touch(); x.name.len(); }", &[TOUCH, "name=defs/Item#name."]),
        ("fn t(x: Wrap<Item>) { x.touch(); x.0.touch(); }", &[TOUCH, "0=defs/Wrap#0.", TOUCH]),
        ("fn t(x: Rc<Wrap<Box<Item>>>) { x.touch(); }", &[TOUCH]),
        ("fn t(x: Arc<Mutex<Item>>) { x.lock().unwrap().change().touch(); }", &[TOUCH]),
        ("fn t() { KEPT.lock().unwrap().touch(); }", &[TOUCH]),
        (
            "fn t(x: &[Item; 3], y: Vec<Item>) { x[0].touch(); y[1..][0].touch(); x.first().unwrap().touch(); }",
            &[TOUCH, TOUCH, TOUCH],
        ),
        ("fn t(x: Bag) { x[0].touch(); x.items[0].touch(); }", &[TOUCH, "items=defs/Bag#items.", TOUCH]),
        (
            "fn t(x: (Item, Gadget)) { x.0.touch(); x.1.turn(); let (a, b) = x; a.touch(); b.turn(); }",
            &[TOUCH, TURN, TOUCH, TURN],
        ),
        ("fn t(x: Item) { (x + 1).turn(); }", &[TURN]),
        ("fn t(x: &Item) { x.child.as_ref().unwrap().touch(); }", &["child=defs/Item#child.", TOUCH]),
        ("fn t(x: *const Item) { unsafe { (*x).touch() }; }", &[TOUCH]),
    ] {
        check(code, expected);
    }
}

#[test]
fn traits() {
    for (code, expected) in [
        ("fn t(x: Item) { x.work().turn(); x.helped(); }", &[WORK, TURN, "helped=defs/Tool#helped()."][..]),
        ("fn t<T: Tool<Out = Gadget>>(x: T) { x.work().turn(); }", &["work=defs/Tool#work().", TURN]),
        (
            "fn t<T>(x: &T) where T: Finer, T::Out: Clone { x.finer().turn(); x.work().clone(); }",
            &["finer=defs/Finer#finer().", TURN, "work=defs/Tool#work()."],
        ),
        ("fn t(x: &dyn Tool<Out = Item>) { x.work().touch(); }", &["work=defs/Tool#work().", TOUCH]),
        ("fn t(x: impl Tool<Out = Item>) { x.work().touch(); }", &["work=defs/Tool#work().", TOUCH]),
        ("fn t(x: Item) { x.ext().turn(); }", &["ext=defs/impl#[T][Ext]ext().", TURN]),
        ("fn t(x: Item) { x.clone().touch(); }", &["clone=defs/impl#[Item][Clone]clone().", TOUCH]),
        (
            "fn t() { Item::default().touch(); let x: Item = Default::default(); x.touch(); }",
            &[
                "default=defs/impl#[Item][Default]default().",
                TOUCH,
                "default=defs/impl#[Item][Default]default().",
                TOUCH,
            ],
        ),
        (
            "fn t() { <Item as Tool>::make().touch(); Item::make().touch(); let g: <Item as Tool>::Out = todo!(); g.turn(); }",
            &["make=defs/impl#[Item][Tool]make().", TOUCH, "make=defs/impl#[Item][Tool]make().", TOUCH, TURN],
        ),
        (
            "fn t(g: Gadget) { Item::from(g).touch(); let i: Item = g.into(); i.touch(); }",
            &["from=defs/impl#[Item][`From<Gadget>`]from().", TOUCH, TOUCH],
        ),
        (
            "fn t(mut x: Wrap<Item>) { x.next().unwrap().turn(); for g in x { g.turn(); } }",
            &["next=defs/impl#[`Wrap<Item>`][Iterator]next().", TURN, TURN],
        ),
        ("fn t<T: Tool>() -> T { T::make() }", &["make=defs/Tool#make()."]),
        (
            "fn t<T: Tool>() where T::Out: Tool { T::Out::make(); <T::Out as Tool>::make(); }",
            &["Out=defs/Tool#Out#", "make=defs/Tool#make().", "Out=defs/Tool#Out#"],
        ),
        (
            "impl gone::Far for Item { fn far(&self) -> Gadget { todo!() } } fn t(x: &Item) { x.far().turn(); }",
            &[TURN],
        ),
        ("fn t() { gone::item().ext(); gone::item().touch(); }", &["!ext", "!touch"]),
        (
            "mod far { pub trait Far { fn far(&self); } impl Far for gone::Item { fn far(&self) {} } } use far::Far; fn t() { gone::item().far(); }",
            &["far=far/impl#[`gone::Item`][Far]far()."],
        ),
        ("mod quiet { fn t(x: crate::defs::Item) { x.work(); } }", &["!work"]),
        (
            "struct Own; impl Tool for Own { type Out = Item; fn work(&self) -> Self::Out { todo!() } fn make() -> Self { Own } } fn t(x: Own) { x.work().touch(); x.helped(); }",
            &[TOUCH, "helped=defs/Tool#helped()."],
        ),
    ] {
        check(code, expected);
    }
}

#[test]
fn unknowns() {
    for (code, expected) in [
        ("fn t(x: Item) { let mut v = Vec::new(); v.push(x); v[0].touch(); }", &[TOUCH][..]),
        (
            "fn t() { let mut m = HashMap::new(); m.insert(1, Item::new()); m[&1].touch(); m.get(&1).unwrap().touch(); m.entry(2).or_default().touch(); }",
            &[TOUCH, TOUCH, TOUCH],
        ),
        (
            "fn t(x: BTreeMap<String, Vec<Item>>) { for (k, v) in &x { v[0].touch(); } x.values().flatten().for_each(|i| { i.touch(); }); }",
            &[TOUCH, TOUCH],
        ),
        ("fn t() -> Result<(), Error> { let x: Item = \"\".parse()?; x.touch(); Ok(()) }", &[TOUCH]),
        (
            "fn t() { items().collect::<Vec<_>>()[0].touch(); let b: Bag<_> = items().collect(); b.first().unwrap().touch(); }",
            &[TOUCH, TOUCH],
        ),
        ("fn t() { let x = None; let y = x.unwrap_or(Item::new()); y.touch(); }", &[TOUCH]),
        ("fn t() { let x; if true { x = Item::new(); } else { x = Item::new(); } x.touch(); }", &[TOUCH]),
        (
            "fn t(v: Vec<Option<Item>>) { v.into_iter().flatten().map(|i| i.eat()).filter(|g| g.size > 0).last().unwrap().turn(); }",
            &["eat=defs/impl#[Item]eat().", "size=defs/Gadget#size.", TURN],
        ),
        (
            "fn t() { let n: u32 = items().map(|i| i.count).sum(); items().max_by_key(|i| i.count).unwrap().touch(); }",
            &["count=defs/Item#count.", "count=defs/Item#count.", TOUCH],
        ),
        (
            "fn t(v: &[Item]) { let mut s = v.to_vec(); s.sort_by(|a, b| a.count.cmp(&b.count)); s.iter().enumerate().rev().skip(1).next().unwrap().1.touch(); }",
            &["count=defs/Item#count.", "count=defs/Item#count.", TOUCH],
        ),
        (
            "fn t() { let (a, b): (Vec<_>, Vec<_>) = items().partition(|i| i.count > 1); a[0].touch(); }",
            &["count=defs/Item#count.", TOUCH],
        ),
        (
            "fn t() { items().fold(Bag::new(), |mut bag, i| { bag.add(i); bag }).first().unwrap().touch(); }",
            &["add=defs/impl#[`Bag<T>`]add().", TOUCH],
        ),
    ] {
        check(code, expected);
    }
}

#[test]
fn closures_and_functions() {
    for (code, expected) in [
        (
            "fn t(b: Bag) { b.map(|i| i.eat()).first().unwrap().turn(); }",
            &["eat=defs/impl#[Item]eat().", TURN][..],
        ),
        ("fn t(b: Bag) { b.each(&|i| { i.touch(); }); }", &[TOUCH]),
        (
            "fn t() { maker()(3).touch(); twice(Item::new(), |i| i.eat()).turn(); twice(Item::new(), Item::eat).turn(); }",
            &[TOUCH, "eat=defs/impl#[Item]eat().", TURN, "eat=defs/impl#[Item]eat().", TURN],
        ),
        (
            "fn t() { let f = |x: Item| x.eat(); f(Item::new()).turn(); let g: fn(Item) -> Gadget = Item::eat; g(Item::new()).turn(); }",
            &[TURN, TURN],
        ),
        (
            "fn t() { let f: Box<dyn Fn(Item) -> Gadget> = Box::new(|i| { i.touch(); i.eat() }); f(Item::new()).turn(); }",
            &[TOUCH, TURN],
        ),
        (
            "fn t<F: Fn(&Item) -> Gadget>(f: F, i: Item) { f(&i).turn(); } fn u() { t(|i| { i.touch(); todo!() }, Item::new()); }",
            &[TURN, TOUCH],
        ),
        (
            "fn t() { Some(1).map(Some).unwrap().map(|_| Item::new()).unwrap().touch(); Some(Item::new()).map(Shape::Round); }",
            &[TOUCH, "Round=defs/Shape#Round#"],
        ),
        (
            "async fn t(x: Item) { x.later().await.turn(); async { x }.await.touch(); let f = async move |i: Item| i.eat(); f(Item::new()).await.turn(); }",
            &[TURN, TOUCH, TURN],
        ),
        ("fn t() -> impl Fn(Item) -> Gadget { |i| { i.touch(); i.eat() } }", &[TOUCH]),
        ("fn t(x: &Item) { x.children().next().unwrap().touch(); }", &[TOUCH]),
        ("async fn t(x: Item) { let f = async { x }; tokio::pin!(f); f.as_mut().await.touch(); }", &[TOUCH]),
        ("struct S<F> { f: F } fn t<F: Fn() -> Item>(s: S<F>) { (s.f)().touch(); }", &[TOUCH]),
    ] {
        check(code, expected);
    }
}

#[test]
fn patterns_and_flow() {
    for (code, expected) in [
        (
            "fn t(s: &Shape) { match s { Shape::Round(i) => { i.touch(); } Shape::Flat { gadget } => { gadget.turn(); } Shape::Nothing => {} } }",
            &["Round=defs/Shape#Round#", TOUCH, "gadget=defs/Shape#Flat#gadget.", TURN][..],
        ),
        ("fn t(x: Option<Item>) { let Some(i) = x else { return }; i.touch(); }", &[TOUCH]),
        (
            "fn t(x: &Option<Item>, y: Option<Gadget>) { if let Some(i) = x && let Some(g) = y { i.touch(); g.turn(); } while let Some(i) = x { i.touch(); } }",
            &[TOUCH, TURN, TOUCH],
        ),
        (
            "fn t(x: Item) -> Result<Gadget, Error> { let g = x.fallible()?; g.turn(); Ok(*x.fallible()?.turn()) }",
            &[TURN, TURN],
        ),
        (
            "fn t(v: &[Item]) { if let [first, .., last] = v { first.touch(); last.touch(); } let [a, rest @ ..] = v else { return }; rest[0].touch(); }",
            &[TOUCH, TOUCH, TOUCH],
        ),
        (
            "fn t(i: Item) { let x = loop { break i; }; x.touch(); let y = 'a: { if true { break 'a x; } return }; y.touch(); }",
            &[TOUCH, TOUCH],
        ),
        (
            "fn t(i: Item) { let Item { name, count: c @ 1..=3, .. } = &i else { return }; let j = Item { count: 1, ..i.clone() }; j.touch(); }",
            &["name=defs/Item#name.", "count=defs/Item#count.", "count=defs/Item#count.", TOUCH],
        ),
        ("fn t(x: Result<Item, Item>) { match x { Ok(i) | Err(i) => { i.touch(); } } }", &[TOUCH]),
        (
            "fn t(x: u8) { let y = match x { 0 => return, 1 => panic!(), _ => Item::new() }; y.touch(); }",
            &[TOUCH],
        ),
        (
            "fn t(x: Item) { matches!(x.child, Some(ref c) if c.count > 1); assert_eq!(x.touch(), 1); let v = vec![x]; v[0].touch(); let d = dbg!(&v); d[0].touch(); }",
            &["child=defs/Item#child.", "count=defs/Item#count.", TOUCH, TOUCH, TOUCH],
        ),
        ("fn t() { item!(3).touch(); format!(\"\").len(); }", &["item=defs/item!", TOUCH]),
        (
            "fn t() { use defs::Shape::*; let s = Round(Item::ZERO); if let Nothing = s {} Item::ZERO.touch(); }",
            &["Round=defs/Shape#Round#", "ZERO=defs/impl#[Item]ZERO.", "Nothing=defs/Shape#Nothing#", TOUCH],
        ),
        ("fn t(x: Item) { #[cfg(nowhere)] let x = x.eat(); x.touch(); }", &[TOUCH]),
        (
            "fn t(x: Item) { fn inner(x: Gadget) { x.turn(); } inner(x.eat()); struct Own { i: Item } let o = Own { i: x }; o.i.touch(); }",
            &[TURN, TOUCH],
        ),
    ] {
        check(code, expected);
    }
}

/// What a macro's definition writes is for its calls: an impl for `&$name` is none for every reference.
#[test]
fn impls_for_references_out_of_macros() {
    check(
        "macro_rules! both { ($name:ident) => { impl<T> IntoIterator for &$name<T> { type Item = T; type IntoIter = std::vec::IntoIter<T>; } }; }
         struct A<T>(T); struct B<T>(T); both! { A } both! { B }
         fn t(a: A<Item>, b: B<Gadget>) { for x in &a { x.touch(); } for x in &b { x.turn(); } }",
        &[TOUCH, TURN],
    );
}

/// Nothing of this may hang or overflow; what it means does not matter.
#[test]
fn hostile_input_ends() {
    // Reading recurses too, on threads with stacks of this size.
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(hostile_input);
    assert!(thread.expect("there is memory for a thread").join().is_ok());
}

fn hostile_input() {
    let chain = format!("fn t(x: Vec<u8>) {{ x.iter(){}; }}", ".map(|y| y)".repeat(900));
    let links = format!("fn t(x: Item) {{ x{}; }}", ".change()".repeat(1900));
    let sum = format!("fn t() {{ let x = 1{}; }}", " + 1".repeat(1900));
    let nested = format!("fn t() {{ {}1{} }}", "(|| ".repeat(150), ")".repeat(150));
    let otherwise = format!("fn t(x: u8) {{ {} {{ }} }}", "if x == 1 { } else ".repeat(300));
    for code in [
        "struct A; impl std::ops::Deref for A { type Target = A; } fn t(a: A) { a.none(); a.gone; }",
        "struct A<T>(T); impl<T> std::ops::Deref for A<T> { type Target = A<A<T>>; } fn t(a: A<u8>) { a.none(); *****a; }",
        "trait X: Y {} trait Y: X { fn y(&self); } fn t<T: X>(x: T) { x.y(); x.z(); }",
        "trait X<T: X<T>> { type Out: X<Self::Out>; fn x(&self) -> Self::Out; } fn t<A: X<A>>(a: A) { a.x().x().x().none(); }",
        "type A = B; type B = A; fn t(a: A) { a.none(); } type C = Vec<C>; fn u(c: C) { c[0][0].none(); }",
        "impl<T> Tool for T where Wrap<T>: Tool { type Out = <Wrap<T> as Tool>::Out; } fn t(x: u8) { x.work().none(); }",
        "impl<T> Clone for Wrap<T> where Wrap<Wrap<T>>: Clone {} fn t(x: Wrap<u8>) { x.clone().none(); }",
        "trait S { type Out; fn s(&self) -> Self::Out; } trait E: S { fn flat(self) -> <Self::Out as S>::Out where Self: Sized, Self::Out: S { self.s().s().none() } }",
        "trait S { type Out; fn s(&self) -> Self::Out; } fn t<A>(a: A) where A::Out: S, A: S { a.s().s().none(); }",
        "struct R { r: Box<R>, s: [R; 3] } fn t(r: R) { r.r.s[0].r.s[1].none(); }",
        "fn t() { let f = |f| f(f); f(f); let mut x = None; x = Some(x); x.none(); let y = |z| (z, z); y(y(y(1))).none(); }",
        "fn t() -> impl Sized { t() } fn u() { t().none(); } macro_rules! again { () => { again!() } } fn v() { again!().none(); }",
        &chain,
        &links,
        &sum,
        &nested,
        &otherwise,
    ] {
        check(code, &[]);
    }
}

#[test]
fn impls_of_macros_are_those_of_their_calls() {
    let from = "mod e { pub struct E; macro_rules! from { ($s:ty) => { impl From<$s> for E { fn from(_: $s) -> E { E } } } }";
    let code = format!("{from} from!(super::Item); from!(u8); }} fn t(i: Item) {{ e::E::from(i); }}");
    check(&code, &["from=e/impl#[E][`From<super::Item>`]from()."]);
}

#[test]
fn types_that_double_are_given_up_and_what_follows_is_found() {
    let lines = |line: fn(usize) -> String| (0..64).map(line).collect::<String>();
    let pairs = lines(|n| format!("let x{} = (x{n}.clone(), x{n}.clone());", n + 1));
    let zipped = lines(|n| format!("let i{} = i{n}.clone().zip(i{n}.clone());", n + 1));
    let levels = lines(|n| format!("type A{} = <A{n} as Up>::Up;", n + 1));
    let calls = format!("{}1u8{}", "two(".repeat(64), ")".repeat(64));
    let closures = lines(|n| format!("let f{0} = || (f{n}.clone(), f{n}.clone());", n + 1));
    for code in [
        format!("fn t(item: Item) {{ let x0 = 1u8; {pairs} x64.clone(); item.touch(); }}"),
        format!("fn t(item: Item, v: Vec<u8>) {{ let i0 = v.iter(); {zipped} i64.count(); item.touch(); }}"),
        format!(
            "trait Up {{ type Up; }} impl<T> Up for T {{ type Up = (T, T); }} type A0 = u8; {levels} \
             fn t(x: A64, item: Item) {{ x.0.clone(); item.touch(); }}"
        ),
        format!(
            "fn two<T: Clone>(x: T) -> (T, T) {{ (x.clone(), x) }} \
             fn t(item: Item) {{ let x = {calls}; x.clone(); item.touch(); }}"
        ),
        format!("fn t(item: Item) {{ let f0 = 1u8; {closures} f64().0; item.touch(); }}"),
    ] {
        check(&code, &[TOUCH]);
    }
}
