"""Which statement of an earlier article a statement is a copy of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from consistency.copies.passages import copied_passages
from consistency.model import Document, Statement
from consistency.orthography import analyses
from consistency.recall import Passage
from consistency.runs import words_of

_LONG_ENOUGH, _LONG = 6, 16
_ALIKE = 0.85
"""How alike the words of a copy and its original are; of six words, none may differ."""
_PERSON = "person."


def passages_of(documents: Iterable[Document]) -> list[Passage]:
    """The paragraphs of the documents."""
    return [Passage(d.article.id, span, d.slice(span)) for d in documents for span in d.paragraphs]


def trace(
    documents: Sequence[Document], statements: Sequence[Statement], denials: Container[str] = ()
) -> list[Statement]:
    """The statements, in their order, which is that of days; ``copy_of`` names the first that said the same elsewhere.

    ``denials`` are the reporting words that deny: to deny what another has said is no copy of it.
    """
    return trace_in(passages_of(documents), statements, denials)


def trace_in(
    passages: Sequence[Passage], statements: Sequence[Statement], denials: Container[str] = ()
) -> list[Statement]:
    """The same for paragraphs of articles; a statement that is known to be a copy stays one."""
    words = {statement.id: words_of(statement.text) for statement in statements}
    denied = frozenset(statement.id for statement in statements if _denies(statement, denials))
    found = [*_same_words(statements, words, denied), *_in_copied_passages(passages, statements, words)]
    originals: dict[str, str] = {}
    for statement, original in found:
        if (statement in denied) == (original in denied):
            originals.setdefault(statement, original)
    place = {statement.id: n for n, statement in enumerate(statements)}
    for n, known in enumerate(statements):
        if known.copy_of is not None and place.get(known.copy_of, n) < n:
            originals.setdefault(known.id, known.copy_of)
    return [
        replace(statement, copy_of=_first(statement.id, originals)) if statement.id in originals else statement
        for statement in statements
    ]


def _first(statement: str, originals: Mapping[str, str]) -> str:
    """The original at the end of a chain of copies; each link leads to an earlier article."""
    while statement in originals:
        statement = originals[statement]
    return statement


def _denies(statement: Statement, denials: Container[str]) -> bool:
    """Whether its reporting words deny what they report."""
    return any(split.stem in denials for word in words_of(statement.cue or "") for split in analyses(word))


def _same_words(
    statements: Sequence[Statement], words: Mapping[str, Sequence[str]], denied: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """(copy, original) of the statements whose very words an earlier article has, denied here and there or neither."""
    first: dict[tuple[bool, tuple[str, ...]], Statement] = {}
    for statement in statements:
        original = first.setdefault((statement.id in denied, tuple(words[statement.id])), statement)
        if _may_be_copy(statement, original, len(words[statement.id])):
            yield statement.id, original.id


def _in_copied_passages(
    passages: Sequence[Passage], statements: Sequence[Statement], words: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    """(copy, original) of the statements in paragraphs that were copied."""
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    known: dict[str, list[Passage]] = {}
    for passage in passages:
        known.setdefault(passage.article, []).append(passage)
    ordered = [passage for article in by_article for passage in known.get(article, ())]
    found = []
    for copy, original in copied_passages(ordered):
        earlier = _inside(original, by_article)
        for statement in _inside(copy, by_article):
            best = _most_alike(statement, earlier, words)
            if best and _may_be_copy(statement, best, len(words[statement.id])):
                found.append((statement.id, best.id))
    return found


def _inside(passage: Passage, by_article: Mapping[str, Sequence[Statement]]) -> list[Statement]:
    return [s for s in by_article[passage.article] if passage.holds(s.article, s.span)]


def _most_alike(
    statement: Statement, others: Sequence[Statement], words: Mapping[str, Sequence[str]]
) -> Statement | None:
    """The statement of nearly the same words, if there is one."""
    alike = [(Indel.normalized_similarity(words[statement.id], words[s.id]), s) for s in others]
    likeness, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best if likeness >= _ALIKE else None


def _may_be_copy(statement: Statement, original: Statement, words: int) -> bool:
    """Whether the same words in another article are a copy; two who are named may both use the same few."""
    two = original.speaker != statement.speaker and all(s.speaker.startswith(_PERSON) for s in (original, statement))
    return original.article != statement.article and words >= (_LONG if two else _LONG_ENOUGH)
