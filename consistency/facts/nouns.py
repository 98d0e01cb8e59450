"""Whose a noun is, as the words beside it say: adjectives of nationality, genitives, possessives."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.facts.owners import ACTORS
from consistency.facts.passage import Passage
from consistency.model import Mention
from consistency.orthography import analyses

_REACH = 3
_POSSESSIVE = "'s"
_BEFORE_A_NOUN = ("body", "government", "force")
"""Names that say in English whose a noun is by standing before it ("EU sanctions"; but "Iran sanctions" are against Iran)."""
_PLAIN = frozenset({"attribute", "component", "share", "nationality"})


def owners_beside(noun: Mention, passage: Passage) -> Iterator[Mention]:
    """The mentions beside a noun that say whose it is, the nearest first."""
    return _arabic(noun, passage) if passage.context.document.language == "ar" else _english(noun, passage)


def _arabic(noun: Mention, passage: Passage) -> Iterator[Mention]:
    """«العقوبات الاقتصادية الأمريكية», «عقوبات الاتحاد الأوروبي»: what follows, as long as it can belong to the noun."""
    definite = noun.features.get("article") == "yes"
    for i in range(noun.last, min(noun.last + _REACH, passage.last)):
        here = passage.at.get(i, ())
        yield from (m for m in here if m.type == "nationality" and not m.proclitics)
        if i == noun.last and not definite:
            yield from (m for m in here if m.type in ACTORS and not m.proclitics)
        word = passage.context.document.tokens[i].norm
        adjective = not here and any(a.article == definite and not a.proclitics for a in analyses(word))
        if not (adjective or any(m.type in _PLAIN for m in here)):
            return


def _english(noun: Mention, passage: Passage) -> Iterator[Mention]:
    """ "American economic sanctions", "the EU's new sanctions", "sanctions of the United States"."""
    yield from _ahead(noun, passage)
    if any(m.type == "of" for m in passage.at.get(noun.last, ())):
        behind = (m for i in range(noun.last + 1, noun.last + _REACH) for m in passage.at.get(i, ()))
        yield from (m for m in behind if m.type in ACTORS)


def _ahead(noun: Mention, passage: Passage) -> Iterator[Mention]:
    at = noun.first
    for _ in range(_REACH):
        before = [m for m in passage.context.until.get(at, ()) if m.first >= passage.first]
        owning = [m for m in before if m.type in ACTORS and m.enclitic == _POSSESSIVE]
        beside = [m for m in before if m.type == "nationality" or m.type in _BEFORE_A_NOUN]
        yield from (*owning, *beside)
        if owning or at <= passage.first:
            return
        plain = [m for m in before if m.type in _PLAIN]
        unknown = at - 1 not in passage.at and passage.context.document.tokens[at - 1].text.islower()
        if not plain and not unknown:
            return
        at = min((m.first for m in plain), default=at - 1)
