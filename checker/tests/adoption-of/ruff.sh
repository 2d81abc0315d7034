# astral-sh/ruff, fca5c7c.
kit=text
first_round="python files formatter linter ruff types projects ty mdtest"
second_round=("linter python" "formatter python")
looked_at="types python"
law() { printf 'laws:\n  never_reaches: { python: [ty] }\n' >>stateline.yaml; }
new_crossing() { echo 'pub use ruff_db::system::MemoryFileSystem;' >>crates/ruff_graph/src/lib.rs; }
known_crossing() { echo 'pub type Again = ruff_db::system::SystemPathBuf;' >>crates/ruff_graph/src/lib.rs; }
rename() { renamed ruff_index ruff_ids; }
