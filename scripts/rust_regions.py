"""Where functions, macro calls, attributes, `use` lines and `cfg` stand in a Rust file.

A scan of brackets, not a parser: enough to say which function a line is in, and to sort
references into classes. It knows strings, characters, lifetimes and nested comments.
"""

import bisect
import re

TOKEN = re.compile(
    r"""
      (?P<line>//[^\n]*)
    | (?P<block>/\*)
    | (?P<raw>\bb?c?r(?P<hashes>\#*)")
    | (?P<string>"(?:[^"\\]|\\.)*")
    | (?P<char>'(?:\\(?:x[0-9a-fA-F]{2}|u\{[^}]*\}|.)|[^\\'\n])')
    | (?P<lifetime>'[A-Za-z_]\w*)
    | (?P<attr>\#!?\[)
    | \bfn\s+(?P<fn>(?:r\#)?\w+)
    | \b(?P<use>use)\b(?=\s*[\w:{*])
    | \b(?P<macro>\w+)!\s*(?:\w+\s*)?(?P<macro_open>[(\[{])
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<end>[;,])
    """,
    re.VERBOSE | re.DOTALL,
)
COMMENT_EDGE = re.compile(r"/\*|\*/")
PLAIN_CFG = re.compile(r"#!?\[\s*cfg\s*\((?!\s*test\s*\))")


def _end_of_comment(text, at):
    depth = 1
    for edge in COMMENT_EDGE.finditer(text, at):
        depth += 1 if edge.group() == "/*" else -1
        if depth == 0:
            return edge.end()
    return len(text)


class Regions:
    """Line ranges, first and last included, of what stands in one file."""

    def __init__(self, text):
        self.functions, self.macros, self.attributes, self.uses, self.cfgs = [], [], [], [], []
        self._starts = [0] + [found.end() for found in re.finditer("\n", text)]
        self._scan(text)
        self.functions.sort(key=lambda span: (span[0], -span[1]))

    def _line(self, offset):
        return bisect.bisect_right(self._starts, offset)

    def _scan(self, text):
        at, stack = 0, []  # Of (lists that get a range when the bracket closes, where it began).
        function = use = item = None  # Function, `use` and first attribute not yet closed.
        cfg = None  # (bracket depth, line) of a `#[cfg]` whose item is not over yet.
        while found := TOKEN.search(text, at):
            at, kind = found.end(), found.lastgroup
            if kind == "block":
                at = _end_of_comment(text, at)
            elif kind == "raw":
                close = text.find('"' + found.group("hashes"), at)
                at = len(text) if close < 0 else close + 1
            elif kind == "attr":
                begin = self._line(found.start())
                item = begin if item is None else item
                if cfg is None and PLAIN_CFG.match(text, found.start()):
                    cfg = (len(stack), begin)
                stack.append((self.attributes, begin))
            elif kind == "fn":
                function = (len(stack), item or self._line(found.start()))
            elif kind == "use":
                use = self._line(found.start())
            elif kind == "macro_open":
                stack.append((self.macros, self._line(found.start())))
            elif kind == "open":
                if found.group() == "{" and function and function[0] == len(stack):
                    stack.append((self.functions, function[1]))
                    function = None
                else:
                    stack.append((None, 0))
                if found.group() == "{" and use is None:
                    item = None
            elif kind == "close" and stack:
                into, begin = stack.pop()
                line = self._line(found.start())
                if into is not None:
                    into.append((begin, line))
                if found.group() == "}" and use is None:
                    item = None
                    cfg = self._close_cfg(cfg, len(stack), line)
                elif cfg and len(stack) < cfg[0]:
                    cfg = self._close_cfg(cfg, cfg[0], line)
            elif kind == "end":
                if found.group() == "," and (use is not None or function is not None):
                    continue
                if any(into is self.attributes for into, _ in stack):
                    continue
                line = self._line(found.start())
                if found.group() == ";":
                    if use is not None:
                        self.uses.append((use, line))
                    if function and function[0] == len(stack):
                        function = None
                    use = None
                item = None
                cfg = self._close_cfg(cfg, len(stack), line)

    def _close_cfg(self, cfg, depth, line):
        if cfg is None or depth > cfg[0]:
            return cfg
        self.cfgs.append((cfg[1], line))
        return None

    def function(self, line):
        """The innermost function with that line, its attributes included, or None."""
        inside = [span for span in self.functions if span[0] <= line <= span[1]]
        return max(inside, key=lambda span: span[0]) if inside else None

    def place(self, line):
        """The most telling thing that the line is part of."""
        for name, spans in (
            ("behind cfg", self.cfgs),
            ("in use", self.uses),
            ("in an attribute", self.attributes),
            ("in a macro call", self.macros),
        ):
            if any(first <= line <= last for first, last in spans):
                return name
        return "in code"
