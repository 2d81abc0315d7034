"""What `accuracy.py` must count, on a workspace of one file."""

import io
import pathlib
import tempfile
import unittest

import accuracy
from rust_regions import Regions

SOURCE = """\
use ledger::{Amount, load};

#[derive(Clone, Debug)]
pub struct Payout { amount: Amount }

#[cfg(windows)]
#[inline]
fn on_windows() { load("}") }

fn pay<'a>(payout: &'a Payout) -> Amount {
    let brace = '{'; /* } /* } */ */ // }
    #[cfg(unix)]
    load(payout.amount);
    assert_eq!(payout.amount,
        r#"}"#.len());
    payout.amount
}
"""


def row(line, name, path, how="path", column=1, target="ledger", module="pay"):
    return accuracy.Row("src/pay.rs", line, column, name, how, "payments", module, target, path)


class RegionsTest(unittest.TestCase):
    def setUp(self):
        self.regions = Regions(SOURCE)

    def test_functions_begin_with_their_attributes(self):
        self.assertEqual(self.regions.function(6), (6, 8))
        self.assertEqual(self.regions.function(8), (6, 8))
        self.assertEqual(self.regions.function(10), (10, 17))
        self.assertEqual(self.regions.function(16), (10, 17))
        self.assertIsNone(self.regions.function(4))

    def test_a_nested_function_is_the_innermost(self):
        regions = Regions("fn a() {\n  fn b() {\n    1\n  }\n  b()\n}\ntrait T {\n fn c();\n fn d() {\n }\n}\n")
        self.assertEqual(regions.function(3), (2, 4))
        self.assertEqual(regions.function(5), (1, 6))
        self.assertIsNone(regions.function(8))
        self.assertEqual(regions.function(9), (9, 10))

    def test_places(self):
        places = [self.regions.place(line) for line in (1, 3, 8, 13, 15, 16)]
        self.assertEqual(
            places, ["in use", "in an attribute", "behind cfg", "behind cfg", "in a macro call", "in code"]
        )


class DescriptorTest(unittest.TestCase):
    def test_impl_wrapping_and_marks_go(self):
        for given, plain in (
            ("a/impl#[`Result<T, E>`][ErrSpan]err_span().", "a/err_span()."),
            ("impl#[CallKind][`PartialEq<Self>`]eq().", "eq()."),
            ("a/impl#[`[u8]`]len().", "a/len()."),
            ("a/ParsedMenu#`r#type`.", "a/ParsedMenu#type."),
            ("a/Trait#method().", "a/Trait#method()."),
        ):
            self.assertEqual(accuracy.plain(given), plain)

    def test_kinds(self):
        for path, kind in (
            ("crate/", "crate"),
            ("a/b/", "module"),
            ("a/B#", "type"),
            ("a/B#C#", "variant"),
            ("a/B#c.", "field"),
            ("a/B#C#d.", "field"),
            ("a/B.", "constant"),
            ("a/b().", "function"),
            ("a/impl#[B]b().", "associated function"),
            ("a/B#b().", "associated function"),
            ("a/b!", "macro"),
            ("b:", "proc macro"),
        ):
            self.assertEqual(accuracy.kind_of(row(1, "x", path)), kind, path)

    def test_an_edge_is_between_top_level_modules(self):
        self.assertEqual(accuracy.edge(row(1, "x", "a/b/C#")), ("payments", "pay", "ledger", "a"))
        self.assertEqual(accuracy.edge(row(1, "x", "crate/")), ("payments", "pay", "ledger", ""))
        self.assertEqual(accuracy.edge(row(1, "x", "impl#[`a/B`]c().")), ("payments", "pay", "ledger", ""))


class ComparisonTest(unittest.TestCase):
    def compare(self, truth, own):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        source = pathlib.Path(folder.name) / "src"
        source.mkdir()
        (source / "pay.rs").write_text(SOURCE)
        return accuracy.Comparison(truth, own, accuracy.Sources(folder.name))

    def test_the_same_is_found_and_right(self):
        rows = [row(10, "Amount", "Amount#"), row(13, "amount", "Payout#amount.", "dot")]
        compared = self.compare(rows, rows)
        self.assertEqual(compared.found("path"), (1, 1))
        self.assertEqual(compared.right("dot"), (1, 1))
        self.assertEqual(compared.edges(), ((1, 1), (1, 1)))
        self.assertEqual(compared.exact(), (2, 2))

    def test_wrapping_and_column_do_not_count_but_target_does(self):
        truth = [row(13, "load", "impl#[Account]load().", column=5)]
        same = self.compare(truth, [row(13, "load", "load().", column=9)])
        self.assertEqual((same.found("path"), same.right("path"), same.exact()), ((1, 1), (1, 1), (0, 1)))
        other = self.compare(truth, [row(13, "load", "Trait#load().")])
        self.assertEqual((other.found("path"), other.right("path")), ((0, 1), (0, 1)))
        [(name, rows)] = other.classes(other.misses, other.own)
        self.assertEqual(name, "path · associated function · src · behind cfg · another target there")
        self.assertEqual(len(rows), 1)

    def test_judged_only_where_the_function_has_rows(self):
        truth = [row(10, "Amount", "Amount#")]
        for line, judged in ((16, 1), (13, 1), (8, 0), (7, 0), (4, 1)):
            compared = self.compare(truth, [row(line, "x", "x().")])
            self.assertEqual(compared.right("path"), (0, judged), line)
            self.assertEqual(compared.no_function, 1 - judged)
        elsewhere = self.compare(truth, [row(1, "x", "x().")._replace(file="src/other.rs")])
        self.assertEqual((elsewhere.right("path"), elsewhere.no_file), ((0, 0), 1))

    def test_operators_are_not_asked_for_but_not_wrong_either(self):
        truth = [row(13, "==", "impl#[Amount][PartialEq]eq().", "other")]
        self.assertEqual(self.compare(truth, []).misses, [])
        self.assertEqual(self.compare(truth, [truth[0]._replace(how="path")]).right("path"), (1, 1))

    def test_what_is_off_and_what_is_an_artefact_need_not_be_found(self):
        truth = [row(10, "Amount", "Amount#"), row(16, "amount", "P#amount.", "dot")]
        off = {accuracy.key(truth[0])}
        compared = accuracy.Comparison(truth, [], self.compare(truth, []).sources, (), off, [])
        self.assertEqual((compared.found("path"), compared.found("dot")), ((0, 0), (0, 1)))
        listed = [("src/", "ledger", "P#")]
        compared = accuracy.Comparison(truth, [], self.compare(truth, []).sources, (), off, listed)
        self.assertEqual((compared.found("dot"), compared.misses), ((0, 0), []))
        self.assertFalse(accuracy.is_artefact(truth[0], listed))
        self.assertEqual(accuracy.artefacts("nowhere"), [])
        self.assertTrue(all(len(cells) == 3 for cells in accuracy.artefacts("lemmy")))

    def test_the_report_names_figures_and_classes(self):
        compared = self.compare([row(10, "Amount", "Amount#"), row(16, "amount", "P#amount.", "dot")], [])
        out = io.StringIO()
        accuracy.report(compared, out)
        classes = compared.classes(compared.misses, [])
        accuracy.report_classes("missed", "m", classes, 10, 1, "m2", compared.sources, out)
        text = out.getvalue()
        self.assertIn("path           0 of       1    0.00 %", text)
        self.assertIn("missed: 2 rows in 2 classes", text)
        self.assertIn("src/pay.rs:10:1  Amount → ledger Amount#", text)


class ReadingTest(unittest.TestCase):
    def test_a_header_is_skipped_and_a_short_line_refused(self):
        header = "file\tline\tcolumn\tname\thow\tcrate\tmodule\ttarget\tpath\n"
        good = "a.rs\t1\t2\tx\tpath\ta\t\tb\tx().\n"
        self.assertEqual(len(accuracy.parse([header, good])), 1)
        with self.assertRaises(SystemExit):
            accuracy.parse(["a.rs\t1\n"])


if __name__ == "__main__":
    unittest.main()
