# A dozen crates, `checker/tests/adoption`.
kit=kit
first_round="front sales goods money people audit"
second_round=("sales goods")
looked_at="front people"
law() {
  sed -i 's/^    about: What everybody knows\.$/&\n    laws: { packages: { deny: { "*": [std::fs] } } }/' stateline.yaml
}
new_crossing() {
  sed -i 's/^    catalog::item(id);$/&/; $a pub fn peek() -> u64 { audit::note("peek") }' cart/src/lib.rs
  sed -i '/^\[dependencies\]$/a audit = { path = "../audit" }' cart/Cargo.toml
}
known_crossing() { echo 'pub fn again(item: &catalog::Item) -> bool { stock::reserve(item) }' >>cart/src/lib.rs; }
rename() { renamed ledger books; }
