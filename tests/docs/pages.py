"""A page as what its reader does: files to save, commands to type, snippets to run, and what they print.

- A fenced block of ``sh`` is typed line by line. Each command ends with 0; the last one of ``sh exit=1`` with 1. (No comment
  behind a command says so: some shells take it for words of the command.)
- A block of ``python`` is run.
- A block of ``text`` is what the block before it prints. A line ``…`` in it stands for lines left out. What follows a
  question of ``consistency review`` is the answer.
- A block after a paragraph that says to save it as `FILE` is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt

_SAVE = re.compile(r"(?:[Ss]ave|احفظ).*`([^`]+)`[^`]*[:：]$", re.DOTALL)
_EXIT_CODE = re.compile(r"exit=([0-9]+)$")
_ANSWER = re.compile(r"((?:\[q\]uit\?|not dismissed\)) )(\S.*)\n")
_LEFT_OUT = "…"
_PRINTING = ("sh", "python")


@dataclass(frozen=True, slots=True)
class Command:
    """A line that is typed, and the exit code that the page tells."""

    line: str
    code: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A block of a page: its language, its text, the file that it is saved as, what is printed (None: not told), how it ends."""

    language: str
    text: str
    file: str = ""
    printed: str | None = None
    code: int = 0

    def commands(self) -> list[Command]:
        """What is typed for it."""
        if self.language == "python":
            return [Command(f"python - <<'END OF SNIPPET'\n{self.text}END OF SNIPPET")]
        lines = [line for line in re.sub(r"\\\n\s*", "", self.text).splitlines() if line.strip()]
        return [*map(Command, lines[:-1]), *(Command(line, self.code) for line in lines[-1:])]

    @property
    def answers(self) -> str:
        """What is typed while it runs."""
        return "".join(f"{answer}\n" for _, answer in _ANSWER.findall(self.printed or ""))

    def matches(self, output: str) -> bool:
        """Whether this is what the page tells; a terminal shows the answers and their line ends, a pipe does not."""
        told = _ANSWER.sub(r"\1", self.printed or "").splitlines()
        pattern = "".join("(?:.*\n)*?" if line == _LEFT_OUT else re.escape(line.rstrip()) + " *\n" for line in told)
        return re.fullmatch(pattern, output.rstrip("\n") + "\n") is not None


def steps(page: Path) -> list[Step]:
    """What the page has its reader do, in order."""
    found: list[Step] = []
    for step in _blocks(page.read_text("utf-8")):
        if step.file or step.language in _PRINTING:
            found.append(step)
        elif step.language == "text":
            last = found.pop() if found else step
            if last.file or last.language not in _PRINTING or last.printed is not None:
                raise ValueError(f"{page.name}: no block before this one prints it:\n{step.text}")
            found.append(replace(last, printed=step.text))
    return found


def _blocks(text: str) -> Iterator[Step]:
    before = ""
    for token in MarkdownIt().parse(text):
        if token.type == "inline":
            before = token.content
        elif token.type == "fence":
            language, _, rest = token.info.partition(" ")
            saved, code = _SAVE.search(before) if language != "sh" else None, _EXIT_CODE.match(rest)
            yield Step(language, token.content, saved[1] if saved else "", code=int(code[1]) if code else 0)
            before = ""
