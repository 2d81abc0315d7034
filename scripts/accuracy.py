#!/usr/bin/env python3
"""Compares what `cargo stateline list references` finds with rust-analyzer's index of a workspace.

    scripts/accuracy.py TRUTH.tsv[.gz] WORKSPACE [--binary PATH | --own FILE.tsv]

Both are sets of (file, line, name, target crate, target path), where the target path has lost its
`impl#[…]` wrapping.  *Found* is the share of the truth's rows that are ours too.  *Right* is the
share of our rows that are the truth's too.

Code behind a `cfg` that is off has no rows in the truth, so a row of ours without a counterpart is
judged only if the truth has a row in the same file, and, if it stands in a function, in the same
innermost function (attributes included).  What is not judged is counted.  Nothing else is excused:
a row behind a `cfg` in a function that has rows counts as wrong.  The truth gives each file one own
top-level module; rows of ours are compared as if they stood there.  It has no references through
development-dependency cycles: where it knows a way from B to A, but none from the sources of A to B, ours from
A to B are not judged.

With `--on NAME`, *found* counts code that is on: rows that only `list references --all-cfg` has are left out,
and so are those that `scripts/artefacts.tsv` lists for the workspace of this name.

It fetches nothing, and needs nothing but Python.
"""

import argparse
import bisect
import collections
import gzip
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from rust_regions import Regions  # noqa: E402

IMPL = re.compile(r"impl#(?:\[(?:`[^`]*`|[^\]`]*)\])+")
Row = collections.namedtuple("Row", "file line column name how crate module target path")


def plain(path):
    """The target path without `impl#[…]`, backquotes and raw marks."""
    if "impl#[" in path:
        path = IMPL.sub("", path)
    return path.replace("`", "").replace("r#", "") if "`" in path or "r#" in path else path


def parse(lines):
    rows = []
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if cells[0] == "file" and number == 1:
            continue
        if len(cells) != 9:
            raise SystemExit(f"line {number} has {len(cells)} columns instead of 9: {line[:100]!r}")
        row = Row(cells[0], int(cells[1]), int(cells[2]), *cells[3:])
        # What a macro writes where it is called has no place of its own, and no row in an index; nor has
        # what is named of code that was not read.
        if row.how in ("expansion", "generated"):
            continue
        # Operators count for edges alone, as they do in an index, which has three rows for each.
        rows.append(row._replace(how="other") if row.how == "operator" else row)
    return rows


def read(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        return parse(file)


def places(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            place, line_number, column, *_ = line.rstrip("\n").split("\t")
            yield place, int(line_number), int(column)


def key(row):
    return (row.file, row.line, row.name.removeprefix("r#"), row.target, plain(row.path))


def edge(row):
    """From top-level module to top-level module; the crate's root is the module ''."""
    path = plain(row.path)
    first = path.split("/", 1)[0] if "/" in path else ""
    return (row.crate, row.module, row.target, "" if first == "crate" else first)


def kind(path):
    """What sort of item a descriptor names."""
    path = plain(path)
    if path == "crate/":
        return "crate"
    for end, name in ((".", ""), ("/", "module"), ("!", "macro"), (":", "proc macro")):
        if path.endswith(end) and name:
            return name
    inner = path.rsplit("/", 1)[-1]
    associated = "#" in inner[:-1]
    if inner.endswith("()."):
        return "associated function" if associated else "function"
    if inner.endswith("."):
        return "field" if associated else "constant"
    return "variant" if associated else "type"


def kind_of(row):
    """As `kind`, with functions in impls told from free ones by the wrapping that is gone."""
    found = kind(row.path)
    if "impl#[" in row.path:
        return {"function": "associated function", "constant": "associated constant"}.get(found, found)
    return found


def where(file):
    parts = file.split("/")
    if "tests" in parts or parts[-1] in ("tests.rs", "test.rs"):
        return "tests"
    for folder in ("benches", "examples"):
        if folder in parts:
            return folder
    return "build script" if parts[-1] == "build.rs" else "src"


def artefacts(workspace):
    """What `artefacts.tsv` lists for a workspace: file or folder, crate, beginning of the descriptor."""
    lines = (pathlib.Path(__file__).parent / "artefacts.tsv").read_text(encoding="utf-8").splitlines()
    listed = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [tuple(cells[1:4]) for cells in listed if cells[0] == workspace]


def is_artefact(row, listed):
    return any(
        row.file.startswith(place) and row.target == crate and plain(row.path).startswith(begins)
        for place, crate, begins in listed
    )


class Sources:
    """Texts and regions of the workspace's files, each read once and only when asked for."""

    def __init__(self, root):
        self.root, self._texts, self._regions = pathlib.Path(root), {}, {}

    def text(self, file):
        if file not in self._texts:
            try:
                text = (self.root / file).read_text(encoding="utf-8", errors="replace")
            except OSError:
                text = ""
            self._texts[file] = text
        return self._texts[file]

    def line(self, file, number):
        lines = self.text(file).split("\n")
        return lines[number - 1].strip() if number <= len(lines) else ""

    def regions(self, file):
        if file not in self._regions:
            self._regions[file] = Regions(self.text(file))
        return self._regions[file]


class Comparison:
    def __init__(self, truth, own, sources, blind=(), off=frozenset(), listed=()):
        # The truth knows one own module per file, the one that most of it is in: so do we, here.
        self.module_of = {row.file: (row.crate, row.module) for row in truth}
        own = [self._as_the_truth_counts(row) for row in own]
        self.truth, self.own, self.sources, self.blind_places = truth, own, sources, set(blind)
        self.truth_keys = {key(row) for row in truth}
        # Those that need not be found.
        self.excused = {key(row) for row in truth if key(row) in off or is_artefact(row, listed)}
        self.own_keys = {key(row) for row in own}
        self.lines = collections.defaultdict(list)
        for row in truth:
            self.lines[row.file].append(row.line)
        for lines in self.lines.values():
            lines.sort()
        self.no_file = self.no_function = self.same_module = self.blind = self.cycle = 0
        self.crates, self.reached = self._crate_edges(truth), {}
        # Crates that ours names in sources, of which the truth knows nothing there.
        self.handed_on = self._crate_edges(own)
        self.misses = [
            row
            for row in truth
            if row.how != "other" and key(row) not in self.own_keys and key(row) not in self.excused
        ]
        self.wrong, self.judged = [], []
        for row in own:
            if key(row) in self.truth_keys:
                self.judged.append(row)
            elif self._judgeable(row):
                self.wrong.append(row)
                self.judged.append(row)

    def _as_the_truth_counts(self, row):
        crate, module = self.module_of.get(row.file, (row.crate, row.module))
        return row._replace(crate=crate, module=module)

    def _judgeable(self, row):
        lines = self.lines.get(row.file)
        if not lines:
            self.no_file += 1
            return False
        crate, own, target, module = edge(row)
        if (crate, own) == (target, module):
            self.same_module += 1
            return False
        if self._closes_a_cycle(row):
            self.cycle += 1
            return False
        if (row.file, row.line, row.column) in self.blind_places:
            self.blind += 1
            return False
        function = self.sources.regions(row.file).function(row.line)
        if function is None:
            return True
        at = bisect.bisect_left(lines, function[0])
        if at < len(lines) and lines[at] <= function[1]:
            return True
        self.no_function += 1
        return False

    @staticmethod
    def _crate_edges(truth):
        edges = collections.defaultdict(set)
        for row in truth:
            if where(row.file) == "src" and row.crate != row.target:
                edges[row.crate].add(row.target)
        return edges

    def _closes_a_cycle(self, row):
        """Whether it needs a development-dependency cycle: the truth leaves those out, and with them
        what a crate in the cycle hands on of others."""
        if where(row.file) != "src" or row.target in self.crates[row.crate]:
            return False
        via = {row.target} | {crate for crate in self.handed_on[row.crate] if row.target in self.crates[crate]}
        return any(row.crate in self._reached(crate) for crate in via)

    def _reached(self, start):
        """All crates that the sources of `start` use, however indirectly."""
        if start not in self.reached:
            found, waiting = set(), [start]
            while waiting:
                for crate in self.crates[waiting.pop()] - found:
                    found.add(crate)
                    waiting.append(crate)
            self.reached[start] = found
        return self.reached[start]

    def found(self, how):
        keys = {key(row) for row in self.truth if row.how == how} - self.excused
        return len(keys & self.own_keys), len(keys)

    def right(self, how):
        keys = {key(row) for row in self.judged if row.how == how}
        return len(keys & self.truth_keys), len(keys)

    def edges(self):
        """(found, of the truth's), (right, of ours)"""
        theirs, ours = {edge(row) for row in self.truth}, {edge(row) for row in self.own}
        judged = {edge(row) for row in self.judged}
        wanted = {edge(row) for row in self.truth if key(row) not in self.excused}
        return (len(wanted & ours), len(wanted)), (len(judged & theirs), len(judged))

    def exact(self):
        """Rows that are equal in column and whole descriptor too, of those found."""
        wanted = {(row.file, row.line, row.column, row.target, row.path) for row in self.own}
        common = [row for row in self.truth if row.how != "other" and key(row) in self.own_keys]
        equal = sum((row.file, row.line, row.column, row.target, row.path) in wanted for row in common)
        return equal, len(common)

    def classes(self, rows, others):
        """Rows sorted into named classes, the largest first."""
        there = collections.defaultdict(set)
        for row in others:
            there[(row.file, row.line, row.name.removeprefix("r#"))].add(row)
        classes = collections.defaultdict(list)
        for row in rows:
            same = there.get((row.file, row.line, row.name.removeprefix("r#")))
            says = "another target there" if same else "nothing there"
            place = self.sources.regions(row.file).place(row.line)
            classes[f"{row.how} · {kind_of(row)} · {where(row.file)} · {place} · {says}"].append((row, same))
        return sorted(classes.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def share(pair):
    part, whole = pair
    return f"{part:>7} of {whole:>7} {100 * part / whole if whole else 100:7.2f} %"


def report(comparison, out=sys.stdout):
    say = lambda text="": print(text, file=out)  # noqa: E731
    say(f"truth {len(comparison.truth)} rows, ours {len(comparison.own)} rows")
    say(f"{'':6}   {'found':^28}   {'right':^28}")
    for how in ("path", "dot"):
        say(f"{how:6}   {share(comparison.found(how))}   {share(comparison.right(how))}")
    found, right = comparison.edges()
    say(f"{'edges':6}   {share(found)}   {share(right)}")
    say(f"equal in column and whole descriptor, of the rows found: {share(comparison.exact()).strip()}")
    say(
        f"not judged: {comparison.no_file} rows in files, "
        f"{comparison.no_function} in functions that have no row in the truth, "
        f"{comparison.same_module} that cross no module as the truth counts them, {comparison.blind} at blind places, "
        f"{comparison.cycle} through development-dependency cycles, which the truth leaves out"
    )
    if comparison.excused:
        say(f"not to be found: {len(comparison.excused)} rows in code that is off, or artefacts of the index")


def example(row, same, sources, out):
    print(f"  {row.file}:{row.line}:{row.column}  {row.name} → {row.target} {row.path}", file=out)
    for other in sorted(same or ()):
        print(f"      other side: {other.target} {other.path} (column {other.column})", file=out)
    print(f"      {sources.line(row.file, row.line)[:160]}", file=out)


def report_classes(title, letter, classes, most, examples, show, sources, out=sys.stdout):
    print(f"\n{title}: {sum(len(rows) for _, rows in classes)} rows in {len(classes)} classes", file=out)
    for number, (name, rows) in enumerate(classes, 1):
        label = f"{letter}{number}"
        if number <= most:
            print(f"{label:>4} {len(rows):>7}  {name}", file=out)
        if show and (show == label or show in name):
            step = max(1, len(rows) // examples)
            for row, same in rows[::step][:examples]:
                example(row, same, sources, out)


def run(binary, workspace, *more):
    """Our own rows, from the tool itself."""
    if binary is None:
        target = pathlib.Path(__file__).resolve().parent.parent / "target"
        built = [target / build / "cargo-stateline" for build in ("release", "debug")]
        binary = next((path for path in built if path.exists()), None)
        if binary is None:
            raise SystemExit("no cargo-stateline in target/: build it, or give --binary or --own")
    manifest = pathlib.Path(workspace) / "Cargo.toml"
    command = [str(binary), "stateline", "list", "references", "--format", "tsv", "--manifest-path", str(manifest), *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return parse(done.stdout.decode("utf-8").splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("truth", metavar="TRUTH.tsv[.gz]")
    parser.add_argument("workspace", metavar="WORKSPACE", help="a checkout of the commit of the truth")
    parser.add_argument("--binary", help="cargo-stateline; otherwise the one in target/")
    parser.add_argument("--own", help="compare this file instead of running the tool")
    parser.add_argument("--misses", type=int, default=10, help="so many examples of a class (default 10)")
    parser.add_argument("--classes", type=int, default=10, help="so many classes (default 10)")
    parser.add_argument("--blind", help="places (file, line, column, name) that the index says nothing about")
    parser.add_argument("--on", metavar="NAME", help="count what is found in code that is on, less artefacts of NAME")
    parser.add_argument("--all", metavar="FILE.tsv", help="with --on and --own: what --all-cfg has")
    parser.add_argument("--show", help="show examples of a class: its label, such as m1 or w2, or a part of its name")
    arguments = parser.parse_args()
    sources = Sources(arguments.workspace)
    own = read(arguments.own) if arguments.own else run(arguments.binary, arguments.workspace)
    blind = [tuple(row[:3]) for row in places(arguments.blind)] if arguments.blind else []
    off, listed = set(), []
    if arguments.on:
        whole = read(arguments.all) if arguments.all else run(arguments.binary, arguments.workspace, "--all-cfg")
        off = {key(row) for row in whole} - {key(row) for row in own}
        listed = artefacts(arguments.on)
    comparison = Comparison(read(arguments.truth), own, sources, blind, off, listed)
    report(comparison)
    examples = max(1, arguments.misses)
    missed = comparison.classes(comparison.misses, own)
    report_classes("missed", "m", missed, arguments.classes, examples, arguments.show, sources)
    wrong = comparison.classes(comparison.wrong, comparison.truth)
    report_classes("wrong", "w", wrong, arguments.classes, examples, arguments.show, sources)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # Somebody reads only the head of it.
        sys.stderr.close()
