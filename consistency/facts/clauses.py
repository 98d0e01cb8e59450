"""Clauses: the stretches of a statement within which words belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from consistency.facts.frames import Frames
from consistency.model import Mention, Token

STOP, COMMA, AND = "stop", "comma", "and"
_STOPS = frozenset({".", "..", "...", "…", "!", "?", "؟", ";", "؛"})
_COMMAS = frozenset({",", "،", ":", "(", ")", "–", "—", "-", "--"})
_BRACKETS = frozenset({"(", ")"})
_SOFT = frozenset({COMMA, AND})
_PHRASES = frozenset(
    {"auxiliary", "aspect", "modality", "negation", "preposition", "place", "force", "body", "person", "date"}
)
_YET_REACH = 6
_PAIR_REACH = 4
_TIMES = frozenset({"time", "condition"})
_DATED = frozenset({"time", "relative"})
_COUNTED = ("unit", "share", "force")
_PARTIES = ("force", "body", "government", "place")
_NAME_REACH = 5
_BRACKET_REACH, _MEASURE_REACH = 10, 3


class Clause(NamedTuple):
    """Tokens [first, last) and what links them to what is before: stop, comma, and, relative, time, …"""

    first: int
    last: int
    link: str


@dataclass(frozen=True)
class Words:
    """The words of a statement as clauses are told: mentions by first token, where predicates stand, which are finite,
    which words an "and" joins as their clitic, and which belong to asides.
    """

    tokens: Sequence[Token]
    at: Mapping[int, Sequence[Mention]]
    predicates: Collection[int]
    finite: Collection[int]
    joined: Collection[int]
    aside: Collection[int] = frozenset()


def find_clauses(words: Words, first: int, last: int, frames: Frames) -> list[Clause]:
    """The clauses of tokens [first, last).

    A comma or an "and" parts two clauses only when there is a predicate on both sides.
    """
    opening = next((m.id for m in words.at.get(first, ()) if m.type == "boundary" and m.id in _TIMES), STOP)
    cuts = [(first, opening)]
    cuts += [(i, link) for i in range(first + 1, last) if (link := _link(words, i, frames))]
    ends = [*(i for i, _ in cuts[1:]), last]
    return _joined([Clause(i, end, link) for (i, link), end in zip(cuts, ends, strict=True) if end > i], words)


def _link(words: Words, i: int, frames: Frames) -> str | None:
    text, mentions = words.tokens[i].text, words.at.get(i, ())
    if i in words.aside:
        return None
    if text in _STOPS:
        return STOP
    if text in _BRACKETS and _holds_no_sentence(words, i):
        return None
    boundary = next((m for m in mentions if m.type == "boundary"), None)
    if boundary is not None and not any(is_none(boundary, words) for is_none in _NO_BOUNDARIES):
        return boundary.id
    if text in _COMMAS and not _is_hyphen(words.tokens, i):
        return COMMA
    joined = any(frames.joins(m) and (i in words.predicates or m.type in _COUNTED) for m in mentions)
    return AND if joined and not _in_list(mentions, words) else None


def _holds_no_sentence(words: Words, i: int) -> bool:
    """Whether a bracket is one of two with no predicate between («(نحو 47 ألف جندي)»)."""
    step = 1 if words.tokens[i].text == "(" else -1
    near = range(i + step, i + step * _BRACKET_REACH, step)
    other = next((k for k in near if 0 <= k < len(words.tokens) and words.tokens[k].text in _BRACKETS), None)
    if other is None or words.tokens[other].text == words.tokens[i].text:
        return False
    return not any(k in words.predicates for k in range(min(i, other), max(i, other)))


def _only_counts(boundary: Mention, words: Words) -> bool:
    """«قواتها التي يبلغ قوامها 47 ألف جندي»: what only says how many they are goes on with the clause that it stands in."""
    near = [m for i in range(boundary.last, boundary.last + _MEASURE_REACH) for m in words.at.get(i, ())]
    measure = next((m for m in near if m.type == "topic" and m.id == "number" and m.enclitic), None)
    if boundary.id != "relative" or measure is None or any(m.first in words.predicates for m in near):
        return False
    behind = (m for i in range(measure.last, measure.last + _MEASURE_REACH) for m in words.at.get(i, ()))
    return any(m.type == "number" for m in behind)


def _is_hyphen(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash joins two words ("a four-day truce")."""
    inside = 0 < i < len(tokens) - 1
    return (
        inside
        and tokens[i].text == "-"
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
    )


def _in_list(mentions: Sequence[Mention], words: Words) -> bool:
    """«وافقت إسرائيل وحماس على …»: a party joined to the one right before it, where a preposition goes on."""
    party = next((m for m in mentions if m.type in _PARTIES), None)
    if party is None:
        return False
    near = range(max(party.first - _NAME_REACH, 0), party.first)
    beside = any(m.type in _PARTIES and m.last == party.first for i in near for m in words.at.get(i, ()))
    return beside and any(m.type == "preposition" for m in words.at.get(party.last, ()))


def _leads_in_date(boundary: Mention, words: Words) -> bool:
    """Whether only a date follows, or begins with the word («بعد نهاية العام», «وهو الحادي والثلاثون», «بعد ظهر الأحد»)."""
    near = (m for i in (boundary.first, boundary.last, boundary.last + 1) for m in words.at.get(i, ()))
    return boundary.id in _DATED and any(m.type == "date" for m in near)


def _inside_phrase(boundary: Mention, words: Words) -> bool:
    """Whether the word belongs to a longer phrase or name ("had since gone")."""
    before = (m for i in range(boundary.first - 3, boundary.first) for m in words.at.get(i, ()))
    longer = any(
        m.last > boundary.last and (boundary.first in words.predicates or m.type in _PHRASES)
        for m in words.at.get(boundary.first, ())
    )
    return longer or any(m.type in _PHRASES and m.last >= boundary.last for m in before)


def _is_adverb(boundary: Mention, words: Words) -> bool:
    """«لم تبدأ بعد في الانسحاب»: "yet", where a preposition, a mark or nothing follows."""
    yet = any(m.type == "adverb" and m.last == boundary.last for m in words.at.get(boundary.first, ()))
    after = words.tokens[boundary.last : boundary.last + 1]
    led = any(m.type == "preposition" for m in words.at.get(boundary.last, ()))
    return yet and (not after or led or not after[0].text[:1].isalnum() or _after_negation(boundary, words))


def _after_negation(boundary: Mention, words: Words) -> bool:
    """Whether the word stands within reach of a negation of the past, and "any" or a predicate follows, no date or clause."""
    near = range(max(boundary.first - _YET_REACH, 0), boundary.first)
    negated = any(m.features.get("time") == "past" for i in near for m in words.at.get(i, ()) if m.type == "negation")
    any_ = any(m.type == "share" and m.features.get("part") == "any" for m in words.at.get(boundary.last, ()))
    return negated and (any_ or boundary.last in words.predicates)


def _between_two(boundary: Mention, words: Words) -> bool:
    """Whether an "and" joins the two of "between Baghdad and the coalition"."""
    near = range(max(boundary.first - _PAIR_REACH, 0), boundary.first)
    led = [i for i in near for m in words.at.get(i, ()) if m.type == "preposition" and m.id == "between"]
    return boundary.id == AND and bool(led) and not any(i in words.predicates for i in near if i > led[-1])


def _joins_prepositions(boundary: Mention, words: Words) -> bool:
    """Whether an "and" stands between two prepositions ("in and around the capital")."""
    before = (m for m in words.at.get(boundary.first - 1, ()) if m.last == boundary.first)
    return boundary.id == AND and any(m.type == "preposition" for m in before)


def _joins_roles(boundary: Mention, words: Words) -> bool:
    """Whether an "and" stands between two roles ("a training and advising role")."""
    before = (m for i in range(boundary.first - 3, boundary.first) for m in words.at.get(i, ()))
    ends = any(m.type == "role" and m.last == boundary.first for m in before)
    return boundary.id == AND and ends and any(m.type == "role" for m in words.at.get(boundary.last, ()))


_NO_BOUNDARIES = (
    _leads_in_date,
    _inside_phrase,
    _is_adverb,
    _between_two,
    _joins_prepositions,
    _only_counts,
    _joins_roles,
)


def _joined(pieces: Sequence[Clause], words: Words) -> list[Clause]:
    """Pieces without a predicate go with the one before, or at the beginning with the one after."""
    found: list[Clause] = []
    for piece in pieces:
        if found and piece.link in _SOFT and not _parted(found[-1], piece, words):
            found[-1] = Clause(found[-1].first, piece.last, found[-1].link)
        else:
            found.append(piece)
    return found


def _parted(before: Clause, piece: Clause, words: Words) -> bool:
    """Whether both pieces have a predicate of their own («دور التحالف، لن يتغير» has one only)."""
    mine, theirs = list(_inside(piece, words.predicates)), list(_inside(before, words.predicates))
    if not mine or not theirs or _shares_verb(before, piece, words):
        return False
    helped = any(m.type == "auxiliary" for m in words.at.get(piece.first + 1, ()))
    opens = helped or any(i in words.finite for i in range(piece.first, piece.first + 2))
    subject_first = not any(_inside(before, words.finite)) and piece.first + 1 not in words.joined
    return not (piece.link == COMMA and opens and subject_first)


def _shares_verb(before: Clause, piece: Clause, words: Words) -> bool:
    """Whether "and" stands among the nouns before the only verb ("The withdrawal of soldiers and advisers has begun")."""
    word = any(m.type == "boundary" for m in words.at.get(piece.first, ()))
    return piece.link == AND and word and _has_verb(piece, words) and not _has_verb(before, words)


def _has_verb(clause: Clause, words: Words) -> bool:
    """Whether a clause has a finite verb or an auxiliary."""
    mentions = (m for i in range(clause.first, clause.last) for m in words.at.get(i, ()))
    return any(m.type in ("auxiliary", "copula") or "tense" in m.features for m in mentions)


def _inside(clause: Clause, places: Collection[int]) -> Iterator[int]:
    return (i for i in range(clause.first, clause.last) if i in places)


def clause_at(clauses: Sequence[Clause], token: int) -> int:
    """The index of the clause that holds a token."""
    return max(0, bisect_right([c.first for c in clauses], token) - 1)
