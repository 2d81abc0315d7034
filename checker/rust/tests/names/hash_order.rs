//- package shop
//- shop/src/lib.rs
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, hash_map::Iter};
use std::fmt::Write as _;
pub struct Order { pub lines: Vec<u64>, pub stock: HashMap<u64, u64>, pub tags: HashSet<String> }
type Stock = HashMap<u64, u64>;

// Elements are taken in the order of the hashes.
fn a(m: &Stock) -> Vec<u64> { m.keys().copied().collect() } //~ collect=std::collections::hash_map::Keys
fn b(m: &Order) -> Vec<u64> { m.stock.values().map(|v| v + 1).filter(|v| *v > 1).collect::<Vec<_>>() } //~ collect=std::collections::hash_map::Values
fn c(m: Order) -> Order { Order { lines: m.stock.into_values().collect(), stock: Stock::new(), tags: m.tags } } //~ collect=std::collections::hash_map::IntoValues
fn d(m: &HashSet<String>) -> String { m.iter().cloned().collect() } //~ collect=std::collections::hash_set::Iter
fn e(m: &Stock) -> Result<Vec<u64>, ()> { m.values().map(|v| Ok(*v)).collect() } //~ collect=std::collections::hash_map::Values
fn f(m: &Stock) -> Option<&u64> { m.keys().next() } //~ next=std::collections::hash_map::Keys
fn g(m: &Stock) -> usize { m.iter().enumerate().map(|(at, (k, _))| at * *k as usize).sum() } //~ enumerate=std::collections::hash_map::Iter
fn h(m: &Stock) -> String { m.iter().fold(String::new(), |text, (k, _)| text + &k.to_string()) } //~ fold=std::collections::hash_map::Iter
fn i(m: &Stock, mut v: Vec<u64>) -> Vec<u64> { v.extend(m.keys()); v } //~ extend=std::collections::hash_map::Keys
fn j(m: Stock, mut v: Vec<(u64, u64)>) -> Vec<(u64, u64)> { v.extend(m); v } //~ extend=std::collections::hash_map::HashMap
fn k(m: &HashSet<u64>) -> Vec<&u64> { Vec::from_iter(m) } //~ from_iter=std::collections::hash_set::HashSet
fn l(m: &Stock) -> (Vec<u64>, Vec<u64>) { m.keys().copied().partition(|k| k % 2 == 0) } //~ partition=std::collections::hash_map::Keys
fn m(m: Vec<Order>) -> Vec<String> { m.into_iter().flat_map(|o| o.tags).collect() } //~ collect=std::collections::hash_set::HashSet
fn n(m: &HashSet<u64>, o: &HashSet<u64>) -> Vec<u64> { m.union(o).copied().collect() } //~ collect=std::collections::hash_set::Iter
fn o(m: &mut HashSet<u64>) -> Vec<u64> { let taken = m.drain(); taken.collect() } //~ collect=std::collections::hash_set::IntoIter
fn u(m: &Stock) -> Vec<u64> { let mut v: Vec<u64> = m.keys().copied().take(2).collect(); v.sort(); v } //~ take=std::collections::hash_map::Keys
fn p(m: &Stock) -> Vec<u64> {
    let mut v = Vec::new();
    for (k, _) in m { v.push(*k); } //~ m=std::collections::hash_map::HashMap
    v
}
fn q(m: &Order) -> String {
    let mut text = String::new();
    for k in m.stock.keys() { let _ = write!(text, "{k}"); } //~ keys=std::collections::hash_map::Keys
    for tag in &m.tags { text += tag; } //~ tags=std::collections::hash_set::HashSet
    text
}
fn r(m: &Stock) -> BTreeMap<u64, Vec<u64>> {
    let mut by = BTreeMap::<u64, Vec<u64>>::new();
    m.iter().for_each(|(k, v)| by.entry(*v).or_default().push(*k)); //~ for_each=std::collections::hash_map::Iter
    by
}
async fn s(m: &Stock) {
    for (k, _) in m.iter() { t(*k).await; } //~ t=shop::t iter=std::collections::hash_map::Iter
}
async fn t(_: u64) {}
fn given(m: Iter<u64, u64>) -> Vec<u64> { m.map(|(k, _)| *k).collect() } //~ collect=std::collections::hash_map::Iter

// They are counted, added up, compared, or put where they have an order of their own.
fn aa(m: &Stock) -> u64 { m.values().sum::<u64>() + m.keys().max().map_or(0, |k| *k) + m.len() as u64 } //~
fn ab(m: &Stock) -> bool { m.values().any(|v| *v > 1) && m.keys().all(|k| *k > 1) && m.contains_key(&1) } //~
fn ac(m: &Stock) -> BTreeMap<u64, u64> { m.iter().map(|(k, v)| (*k, *v)).collect() } //~
fn ad(m: &Stock) -> HashMap<u64, u64> { m.iter().map(|(k, v)| (*v, *k)).collect() } //~
fn ae(m: &Stock) -> Result<BTreeSet<u64>, ()> { m.values().map(|v| Ok(*v)).collect() } //~
fn af(m: &Stock) -> u64 { m.values().fold(0, |a, b| a + b) } //~
fn ag(m: &mut Stock) { m.retain(|_, v| *v > 0); m.values_mut().for_each(|v| *v += 1); } //~
fn ah(m: &BTreeMap<u64, u64>) -> Vec<u64> { m.keys().copied().collect() } //~
fn ai(m: &Stock) -> Vec<u64> { let mut v: Vec<u64> = m.keys().copied().collect(); v.sort(); v } //~
fn aj(m: &Order) -> Result<Vec<u64>, ()> {
    let mut v = m.stock.values().map(|v| Ok(*v)).collect::<Result<Vec<u64>, ()>>()?; //~
    v.sort_unstable_by_key(|v| *v);
    Ok(v)
}
fn ak(m: &Stock) -> u64 {
    let (mut total, mut seen, mut by) = (0, HashSet::new(), BTreeMap::new());
    for (k, v) in m { //~
        let mut line = Vec::new();
        line.push(*v);
        total += v;
        seen.insert(*k);
        by.insert(*k, line);
    }
    total
}
fn al(m: &mut HashMap<u64, Vec<u64>>) { for (k, list) in m.iter_mut() { list.push(*k); } } //~
fn am(m: &Stock) -> Vec<u64> {
    let mut v = Vec::new();
    for k in m.keys() { v.push(*k); } //~
    v.sort();
    v
}
fn aq(m: Option<&Stock>, o: &HashSet<u64>) -> Vec<u64> {
    let mut v: Vec<_> = match m {
        Some(m) => m.keys().copied().collect(), //~
        None => o.iter().copied().collect(), //~
    };
    v.sort_unstable();
    v
}
fn an(m: &mut Order) {
    m.lines = m.stock.keys().copied().collect(); //~
    m.lines.sort();
}
fn ao(m: &HashSet<u64>, mut o: BTreeSet<u64>) -> BTreeSet<u64> { o.extend(m); o } //~
fn ap(m: &[HashMap<u64, u64>]) -> Vec<usize> { m.iter().map(|m| m.len()).collect() } //~
