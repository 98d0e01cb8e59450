"""Texts cut anywhere, with stray words and marks: whatever comes in, a report comes out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency import Article, Checker

_GOLD = sorted(Path(__file__).parent.glob("gold/*/articles/*.txt"))
_TEXTS = [path.read_text("utf-8").split(" ") for path in _GOLD]
_STRAY = [
    "\u200f",
    "،",
    ".",
    '"',
    "«",
    "»",
    ":",
    "\n",
    "(",
    "–",
    "قال",
    "أن",
    "لم",
    "لا",
    "said",
    "that",
    "of",
    "not",
    "5",
    "…",
]


@st.composite
def cut_texts(draw: st.DrawFn) -> str:
    """Up to forty words of an article with up to three stray words or marks among them."""
    words = draw(st.sampled_from(_TEXTS))
    first = draw(st.integers(0, len(words) - 1))
    piece = words[first : first + draw(st.integers(1, 40))]
    for stray in draw(st.lists(st.sampled_from(_STRAY), max_size=3)):
        piece.insert(draw(st.integers(0, len(piece))), stray)
    return " ".join(piece)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=cut_texts())
def test_every_span_of_a_cut_text_is_its_exact_slice(checker: Checker, text: str) -> None:
    report = checker.check([Article(id="a", text=text, published="2020-01-01")])  # type: ignore[arg-type]
    for row in (*report.statements, *report.facts):
        start, end = row.span
        assert text[start:end] == row.text
