"""Whether `scripts/truth` reads an index as it is written."""

import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
loader = importlib.machinery.SourceFileLoader("truth", str(HERE / "truth"))
truth = importlib.util.module_from_spec(importlib.util.spec_from_loader("truth", loader))
loader.exec_module(truth)


def number(value):
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def part(tag, value):
    data = value.encode() if isinstance(value, str) else value
    return number(tag << 3 | 2) + number(len(data)) + data


def occurrence(place, symbol, roles=0):
    told = part(1, b"".join(map(number, place))) + part(2, symbol)
    return part(2, told + (number(3 << 3) + number(roles) if roles else b""))


def symbol(crate, descriptor):
    return f"rust-analyzer cargo {crate} 0.1.0 {descriptor}"


class Rows(unittest.TestCase):
    def rows(self, text, *found):
        with tempfile.TemporaryDirectory() as root:
            (pathlib.Path(root) / "lib.rs").write_text(text)
            document = part(1, "lib.rs") + b"".join(found)
            return list(truth.rows(part(2, document), root, {"app", "ledger"}))

    def test_a_name_that_leaves_its_crate_is_a_row_and_nothing_else(self):
        text = "fn f(b: ledger::Book) { b.pay(); g(); std::mem::drop(b) }\nfn g() {}\n"
        own = [occurrence((0, 3, 4), symbol("app", "f()."), 1), occurrence((1, 3, 4), symbol("app", "g()."), 1)]
        found = self.rows(
            text,
            *own,
            occurrence((0, 8, 14), symbol("ledger", "crate/")),
            occurrence((0, 26, 29), symbol("ledger", "book/impl#[Book]pay().")),
            occurrence((0, 33, 34), symbol("app", "g().")),
            occurrence((0, 43, 46), symbol("core", "mem/")),
            occurrence((0, 5, 6), "local 1"),
        )
        self.assertEqual(
            found,
            [
                ("lib.rs", 1, 9, "ledger", "path", "app", "", "ledger", "crate/"),
                ("lib.rs", 1, 27, "pay", "dot", "app", "", "ledger", "book/impl#[Book]pay()."),
            ],
        )

    def test_a_file_belongs_to_the_module_that_most_of_it_is_in(self):
        own = [
            occurrence((0, 3, 4), symbol("app", "orders/f()."), 1),
            occurrence((1, 3, 4), symbol("app", "orders/g()."), 1),
            occurrence((2, 3, 4), symbol("app", "other/h()."), 1),
        ]
        found = self.rows("fn f() { h() }\nfn g() {}\nfn h() {}\n", *own, occurrence((0, 9, 10), symbol("app", "other/h().")))
        self.assertEqual([row[5:7] for row in found], [("app", "orders")])

    def test_operators_are_neither_paths_nor_members(self):
        self.assertEqual(truth.how(b"a + b", 2, 3), "other")
        self.assertEqual(truth.how(b"0..r#in", 3, 7), "path")

    def test_what_is_no_index_is_refused(self):
        with self.assertRaises(SystemExit):
            list(truth.fields(b"\x0b"))


if __name__ == "__main__":
    unittest.main()
