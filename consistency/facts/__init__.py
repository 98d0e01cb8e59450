"""From statements to canonical facts, by the frames of the rule packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from consistency.facts.context import Context, Told, own_party, spokesmen
from consistency.facts.engine import facts_of
from consistency.facts.factions import merged
from consistency.facts.frames import Frames, load_frames
from consistency.facts.passage import Passage
from consistency.facts.reader import StatementReader
from consistency.facts.reasons import Explained, explained
from consistency.facts.towns import at_home, town_homes, town_names
from consistency.model import Document, Fact, Span, Speaker, Statement, Warning
from consistency.rulepack import Packs

__all__ = ["Explained", "canonicalize", "explain"]


def canonicalize(
    documents: Sequence[Document], statements: Sequence[Statement], speakers: Sequence[Speaker], packs: Packs
) -> tuple[list[Fact], list[Warning]]:
    """The facts of all statements in their order, article by article, and a warning for each date that no day anchors."""
    families = load_frames(packs)
    people = {speaker.id: speaker for speaker in speakers}
    known = {document.article.id: document for document in documents}
    asked = documents if any("places" in f.strangers for f in families) else ()
    towns = town_names(asked)
    facts: list[Fact] = []
    for article, said in _by_article(statements).items():
        if article in known:
            told = Told(_sides(said, people, packs), towns)
            facts += _of_article(known[article], said, [_Reader(f, packs, told, people, said) for f in families])
    facts = at_home(_of_whole_groups(facts), town_homes(asked, packs.entities.countries), packs.entities)
    articles = {statement.id: statement.article for statement in statements}
    return facts, [_unresolved(fact, articles[fact.statement]) for fact in facts if _floating(fact)]


def explain(
    document: Document,
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    packs: Packs,
    only: Sequence[str] = (),
) -> Iterator[Explained]:
    """What each statement of a document is read as, and why frames give facts or none; of all packs or ``only`` of some."""
    people = {speaker.id: speaker for speaker in speakers}
    homes = {packs.families.get(pack, pack) for pack in only}
    for frames in load_frames(packs):
        if not homes or frames.pack in homes:
            for statement in statements:
                yield explained(document, statement, people.get(statement.speaker), frames, packs)


@dataclass
class _Reader:
    """One family of packs as it reads the statements of a document; what they need is only made for words that concern it."""

    frames: Frames
    packs: Packs
    told: Told
    people: Mapping[str, Speaker]
    said: Sequence[Statement]
    context: Context | None = None

    def read(self, document: Document, statement: Statement) -> Iterator[Fact]:
        """The facts of one statement."""
        if any(self.frames.reads(m) for m in document.mentions_in(statement.span, *self.frames.needed)):
            if self.context is None:
                self.context = Context(document, self.packs.entities, self.frames, self.told)
                if "parties" in self.frames.strangers:
                    self.context.spokesmen = spokesmen(self.context, self.said)
            passage = Passage(self.context, statement)
            yield from facts_of(StatementReader(passage, self.people.get(statement.speaker)), self.frames)


def _of_article(document: Document, statements: Sequence[Statement], readers: Sequence[_Reader]) -> Iterator[Fact]:
    """The facts of each statement as every family reads it, numbered through."""
    for statement in statements:
        found = chain.from_iterable(reader.read(document, statement) for reader in readers)
        yield from (replace(fact, id=f"{statement.id}.f{n}") for n, fact in enumerate(found, 1))


def _of_whole_groups(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with the long name of an armed group in place of a short one that only it can mean."""
    parties = (party for fact in facts for party in (fact.subject.party, *map(str, fact.value.values())))
    whole = merged(parties)
    return [_renamed(fact, whole) for fact in facts] if whole else list(facts)


def _renamed(fact: Fact, whole: Mapping[str, str]) -> Fact:
    value = {name: whole.get(v, v) if isinstance(v, str) else v for name, v in fact.value.items()}
    subject = replace(fact.subject, party=whole.get(fact.subject.party, fact.subject.party))
    return replace(fact, subject=subject, value=value)


def _by_article(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.article, []).append(statement)
    return found


def _sides(statements: Sequence[Statement], people: Mapping[str, Speaker], packs: Packs) -> dict[Span, str]:
    """Whose "we" each statement of a document is: the party that its speaker speaks for, by the statement's span."""
    said = ((s.span, people.get(s.speaker)) for s in statements)
    parties = ((span, own_party(speaker, packs.entities)) for span, speaker in said)
    return {span: party for span, party in parties if party is not None}


def _floating(fact: Fact) -> bool:
    by = fact.value.get("by")
    return isinstance(by, dict) and by.get("precision") == "unresolved"


def _unresolved(fact: Fact, article: str) -> Warning:
    words = fact.value["by"].get("words", "")
    message = f"no day is known that “{words}” could be counted from"
    return Warning(code="unresolved-date", message=message, article=article, span=fact.span)
