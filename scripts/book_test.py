"""That `book` finds links that lead nowhere, and turns those that leave docs/ into links to the repository."""

import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

PATH = str(pathlib.Path(__file__).parent / "book")
LOADER = importlib.machinery.SourceFileLoader("book", PATH)
book = importlib.util.module_from_spec(importlib.util.spec_from_loader("book", LOADER))
LOADER.exec_module(book)


class BookTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def broken(self, text):
        return list(book.broken_in(self.write("page.md", text), self.folder))

    def test_files_and_headings_that_are_not_there(self):
        self.write("other.md", "# Other\n\n## What `a::b` is, and *why*\n\n## Twice\n\n## Twice\n")
        self.assertEqual(self.broken("[a](other.md#what-ab-is-and-why) [b](other.md#twice-1) [c](https://x.example/#y)"), [])
        self.assertEqual(self.broken("[a](gone.md)"), ["page.md: there is no `gone.md`"])
        self.assertEqual(self.broken("[a](other.md#gone)"), ["page.md: `other.md` has no heading `#gone`"])
        self.assertEqual(self.broken("[a](#gone)\n"), ["page.md: `page.md` has no heading `#gone`"])
        self.assertEqual(self.broken('<img src="gone.svg">'), ["page.md: there is no `gone.svg`"])

    def test_code_has_no_links(self):
        self.assertEqual(self.broken("`[a](gone.md)`\n\n```md\n[a](gone.md)\n```\n\n  ```sh\n  [a](gone.md)\n  ```\n"), [])

    def test_each_page_is_listed_once(self):
        self.write("SUMMARY.md", "- [A](a.md)\n- [A again](a.md)\n- [B](b.md)\n")
        for name in ("a.md", "b.md", "c.md"):
            self.write(name, "")
        told = list(book.summary_mistakes(self.folder))
        self.assertEqual([("`a.md`" in told[0], "2 times" in told[0]), ("`c.md`" in told[1], "0 times" in told[1])], [(True, True)] * 2)

    def test_links_that_leave_the_book_lead_to_the_repository(self):
        text = "[a](laws.md#x) [b](../ARCHITECTURE.md#y) [c](../examples/payout)\n\n```md\n[b](../ARCHITECTURE.md)\n```\n"
        turned = book.to_repository(text, book.DOCS, "https://x.example")
        wanted = text.replace("../ARCHITECTURE.md#y", "https://x.example/blob/main/ARCHITECTURE.md#y")
        self.assertEqual(turned, wanted.replace("../examples/payout", "https://x.example/tree/main/examples/payout"))

    def test_links_in_the_built_book(self):
        self.write("a.html", '<a href="b.html#x"></a><a href="b.html#gone"></a><img src="gone.svg"><a href="https://y.example">')
        self.write("b.html", '<h1 id="x"></h1>')
        told = list(book.broken_in_book(self.folder))
        self.assertEqual(told, ["book/a.html: `b.html` has no `#gone`", "book/a.html: there is no `gone.svg`"])


if __name__ == "__main__":
    unittest.main()
