//- package ledger
//- ledger/src/lib.rs
#[derive(Clone, Debug)]
pub struct Account { pub number: u64, pub holder: Holder }
#[derive(Clone, Debug)]
pub struct Holder { pub name: String }
impl Account {
    pub fn holder(&self) -> &Holder { &self.holder } //~
    pub async fn load(number: u64) -> Result<Account, Missing> { Err(Missing(number)) } //~
    pub async fn save(&self) -> Result<(), Missing> { Ok(()) } //~
}
impl Holder { pub fn initial(&self) -> char { 'a' } }
#[derive(Debug)]
pub struct Missing(pub u64);
pub enum Entry { Open { account: Account }, Paid(Account, u64), Closed } //~
pub const MOST: u64 = 9;
pub fn twice<T, R>(value: T, work: impl Fn(T) -> R) -> R { work(value) }
pub fn listeners() -> Vec<Box<dyn Fn(&Account) -> u64>> { Vec::new() } //~
//- package shop deps=ledger
//- shop/src/lib.rs
use ledger::{Account, Entry::{self, *}, MOST, Missing}; //~ Account=ledger::Account Entry=ledger::Entry MOST=ledger::MOST Missing=ledger::Missing ledger=ledger
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, RwLock};
pub fn matched(entry: &Entry) -> u64 { match entry { Open { account } => account.number, Paid(account, n) => account.number + n, Closed => 0 } } //~ Closed=ledger::Entry::Closed Entry=ledger::Entry Open=ledger::Entry::Open Paid=ledger::Entry::Paid account=ledger::Entry::Open::account number=ledger::Account::number
pub fn guarded(entry: Entry) -> u64 { if let Entry::Paid(account, MOST) = entry { account.holder().name.len() as u64 } else { 0 } } //~ Entry=ledger::Entry MOST=ledger::MOST Paid=ledger::Entry::Paid holder=ledger::Account::holder name=ledger::Holder::name
pub fn otherwise(found: Option<Account>) -> char { let Some(Account { holder, .. }) = found else { return ' ' }; holder.initial() } //~ Account=ledger::Account holder=ledger::Account::holder initial=ledger::Holder::initial
pub fn alternatives(found: Result<Account, Account>) -> u64 { match found { Ok(one) | Err(one) => one.number } } //~ Account=ledger::Account number=ledger::Account::number
pub fn tuples(pair: (Account, Vec<Account>)) -> u64 { let (one, many) = pair; one.number + many[0].number } //~ Account=ledger::Account number=ledger::Account::number
pub fn slices(all: &[Account]) -> u64 { match all { [first, .., last] => first.number + last.number, [one] => one.number, [] => 0 } } //~ Account=ledger::Account number=ledger::Account::number
pub fn looped(all: Vec<Account>) -> u64 { for (at, one) in all.iter().enumerate() { if at as u64 == one.number { return one.holder().name.len() as u64; } } 0 } //~ Account=ledger::Account holder=ledger::Account::holder name=ledger::Holder::name number=ledger::Account::number
pub fn closure(account: Account) -> u64 { ledger::twice(account, |one| one.number) } //~ Account=ledger::Account ledger=ledger number=ledger::Account::number twice=ledger::twice
pub fn called() -> u64 { ledger::listeners().iter().map(|listen| listen(&Account { number: 1, holder: todo!() })).sum() } //~ Account=ledger::Account holder=ledger::Account::holder ledger=ledger listeners=ledger::listeners number=ledger::Account::number
pub async fn awaited() -> Result<char, Missing> { let account = Account::load(1).await?; account.save().await?; Ok(account.holder().initial()) } //~ Account=ledger::Account Missing=ledger::Missing holder=ledger::Account::holder initial=ledger::Holder::initial load=ledger::Account::load save=ledger::Account::save
pub async fn blocks() -> u64 { let work = async { Account::load(2).await.unwrap() }; work.await.number } //~ Account=ledger::Account load=ledger::Account::load number=ledger::Account::number
pub fn mapped(all: HashMap<u64, Account>) -> u64 { all.get(&1).map(|one| one.number).unwrap_or_default() + all[&2].number } //~ Account=ledger::Account number=ledger::Account::number
pub fn entries(all: &mut HashMap<u64, Vec<Account>>, one: Account) { all.entry(one.number).or_default().push(one.clone()); } //~ Account=ledger::Account clone=ledger::Account number=ledger::Account::number
pub fn ordered(all: &BTreeMap<u64, Account>) -> u64 { for (_, one) in all { one.holder(); } all.values().map(|one| one.number).max().unwrap() } //~ Account=ledger::Account holder=ledger::Account::holder number=ledger::Account::number
pub fn locked(one: &Arc<Mutex<Account>>) -> u64 { let mut one = one.lock().unwrap(); one.number += 1; one.number } //~ Account=ledger::Account number=ledger::Account::number
pub fn shared(all: &RwLock<Vec<Account>>) -> u64 { all.read().unwrap().iter().filter(|one| one.number > 1).count() as u64 } //~ Account=ledger::Account number=ledger::Account::number
pub fn folded(all: &[Account]) -> u64 { all.iter().fold(0, |sum, one| sum + one.number) } //~ Account=ledger::Account number=ledger::Account::number
pub fn sorted(mut all: Vec<Account>) -> Vec<Account> { all.sort_by_key(|one| one.number); all.retain(|one| one.number < MOST); all } //~ Account=ledger::Account MOST=ledger::MOST number=ledger::Account::number
pub fn grouped(all: Vec<Account>) -> HashMap<u64, Account> { all.into_iter().map(|one| (one.number, one)).collect() } //~ Account=ledger::Account number=ledger::Account::number
pub fn flat(all: Vec<Vec<Account>>) -> Vec<String> { all.into_iter().flatten().map(|one| one.holder.name).collect() } //~ Account=ledger::Account holder=ledger::Account::holder name=ledger::Holder::name
pub fn zipped(a: &[Account], b: &[Account]) -> bool { a.iter().zip(b).all(|(a, b)| a.number == b.number) } //~ Account=ledger::Account number=ledger::Account::number
pub fn option(found: Option<&Account>) -> Option<&str> { found.map(Account::holder).map(|holder| holder.name.as_str()) } //~ Account=ledger::Account holder=ledger::Account::holder name=ledger::Holder::name
pub fn error(found: Result<Account, Missing>) -> u64 { found.map(|one| one.number).unwrap_or_else(|missing| missing.0) } //~ 0=ledger::Missing::0 Account=ledger::Account Missing=ledger::Missing number=ledger::Account::number
pub fn boxed(one: Box<Account>) -> Holder { let Account { holder, .. } = *one; holder } //~ Account=ledger::Account Holder=ledger::Holder holder=ledger::Account::holder
use ledger::Holder; //~ Holder=ledger::Holder ledger=ledger
pub fn labelled(all: &[Account]) -> u64 { let found = 'outer: loop { for one in all { break 'outer one; } }; found.number } //~ Account=ledger::Account number=ledger::Account::number
pub fn macros(one: &Account) -> String { assert_eq!(one.number, MOST); println!("{}", one.holder().name); format!("{:?}", vec![one.clone()][0].number) } //~ Account=ledger::Account MOST=ledger::MOST clone=ledger::Account holder=ledger::Account::holder name=ledger::Holder::name number=ledger::Account::number
