"""Why a text gives the facts that it gives, in lines for the author of a rule pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.attribution import resolve
from consistency.check import Checker
from consistency.copies import trace
from consistency.facts import Explained, explain
from consistency.model import Article, Speaker, Statement
from consistency.readers import prepare

NOBODY = "no statement: nobody is read as saying anything here; a rule compares what people say"
NO_WORD = "no word of it begins a fact: no frame is on any of these words"


def why(article: Article, checker: Checker, only: Sequence[str] = ()) -> Iterator[str]:
    """Lines on each statement of a text: its words, what frames are on, facts, and why there are no others.

    ``only``: the packs to tell of; none: all that are in use.
    """
    ready, skipped = prepare([article], checker.packs)
    yield from (warning.message for warning in skipped)
    readings = list(checker.read(ready))
    speakers, told, _ = resolve([d for d, _ in readings], {d.article.id: a for d, a in readings}, checker.packs)
    statements = trace([d for d, _ in readings], told, checker.packs.denials)
    if not statements:
        yield NOBODY
    for document, _ in readings:
        for found in explain(document, statements, speakers, checker.packs, only):
            yield from _lines(found, {speaker.id: speaker for speaker in speakers})


def _lines(found: Explained, people: dict[str, Speaker]) -> Iterator[str]:
    yield f"{_name(found.statement, people)}: “{' '.join(found.statement.text.split())}”"
    yield f"  words: {' '.join(_word(words, meanings) for words, meanings in found.words)}"
    if not found.looked:
        yield f"  {NO_WORD}"
    for looked in found.looked:
        yield f"  “{looked.words}” ({looked.meaning}) in the clause “{' '.join(looked.clause.split())}”"
        yield f"    facets: {', '.join(f'{name} {word}' for name, word in sorted(looked.facets.items()))}"
        yield f"    parties: {', '.join(f'{whom} {party}' for whom, party in looked.parties.items())}"
        if looked.led:
            yield f"    dates and places: {', '.join(looked.led)}"
        yield from (f"    fact: {fact}" for fact in looked.facts)
        for refusal in looked.refusals:
            yield f"    no fact {refusal.fact}: {'; '.join(refusal.reasons) or 'it is there already'}"


def _name(statement: Statement, people: dict[str, Speaker]) -> str:
    speaker = people.get(statement.speaker)
    return speaker.name if speaker else statement.speaker


def _word(words: str, meanings: Sequence[str]) -> str:
    return f"{words} [{', '.join(meanings)}]" if meanings else words
