"""That `readme` shows what commands print today, and nothing else."""

import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

PATH = str(pathlib.Path(__file__).parent / "readme")
LOADER = importlib.machinery.SourceFileLoader("readme", PATH)
readme = importlib.util.module_from_spec(importlib.util.spec_from_loader("readme", LOADER))
LOADER.exec_module(readme)


class ReadmeTest(unittest.TestCase):
    def renewed(self, text):
        with tempfile.TemporaryDirectory() as folder:
            return readme.renewed(text, readme.Scenes(folder))

    def test_output_is_renewed_and_the_rest_is_kept(self):
        before = "a\n\n```console\n$ echo new\nold\n```\n\n```sh\necho x\n```\n"
        after = "a\n\n```console\n$ echo new\nnew\n```\n\n```sh\necho x\n```\n"
        self.assertEqual(self.renewed(before), after)
        self.assertEqual(self.renewed(after), after)

    def test_several_commands_and_a_failure(self):
        before = "```console\n$ echo one\n$ echo two >&2; exit 3\n```\n"
        after = "```console\n$ echo one\none\n$ echo two >&2; exit 3\ntwo\n[exits with 3]\n```\n"
        self.assertEqual(self.renewed(before), after)

    def test_scenes_are_copies_that_last(self):
        first = "<!-- in: payout/one -->\n```console\n$ rm stateline.yaml && ls *.yaml Cargo.toml\n```\n"
        text = self.renewed(first + first.replace("rm stateline.yaml && ls", "ls"))
        self.assertEqual(text.count("\nCargo.toml\n"), 2)
        self.assertTrue((readme.ROOT / "examples/payout/stateline.yaml").exists())

    def test_what_is_not_to_be_run_stays(self):
        text = "<!-- not run -->\n```console\n$ exit 9\nanything\n```\n"
        self.assertEqual(self.renewed(text), text)

    def test_files_are_shown_as_they_are(self):
        before = "<!-- file: rustfmt.toml -->\n```toml\nold\n```\n"
        content = (readme.ROOT / "rustfmt.toml").read_text()
        self.assertEqual(self.renewed(before), f"<!-- file: rustfmt.toml -->\n```toml\n{content}```\n")

    def test_a_function_is_shown_with_what_stands_above_it(self):
        content = "fn a() {\n    b()\n}\n\n/// B.\n#[b]\npub async fn b() {\n    if c() {\n    }\n}\n\nfn c() {\n}\n"
        shown = "/// B.\n#[b]\npub async fn b() {\n    if c() {\n    }\n}\n"
        self.assertEqual(readme.function(content, "b"), shown)
        with self.assertRaises(SystemExit):
            readme.function(content, "d")


if __name__ == "__main__":
    unittest.main()
