"""Asides of English sentences: what stands between two marks and only says more of a noun whose verb is still to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from consistency.model import Mention, Token

_MARKS = {",": ",", "–": "–", "—": "—", "--": "--", "-": "-", "(": ")"}
"""What opens an aside, with what closes it."""
_BRACKET = ")"
_OPENING = frozenset("\"“'‘")
_LONGEST = 30
_PARTICIPLE = "ed"
_VERBS = ("auxiliary", "modality")


def asides(
    tokens: Sequence[Token], at: Mapping[int, Sequence[Mention]], span: tuple[int, int], triggers: Collection[str]
) -> Iterator[range]:
    """The tokens of each aside ("the coalition — formed in 2014 to help the army — would end its mission")."""
    first, last = span
    i = first + 1
    while i < last - 1:
        end = _end(tokens, at, i, last) if _opens(tokens, at, i) else None
        if end is not None and not _tells(at, range(i + 1, end), triggers):
            yield range(i, end + 1)
            i = end
        i += 1


def _opens(tokens: Sequence[Token], at: Mapping[int, Sequence[Mention]], i: int) -> bool:
    """Whether a mark stands before an unknown participle, or before "which" or "where"."""
    if tokens[i].text not in _MARKS:
        return False
    here, word = at.get(i + 1, ()), tokens[i + 1].text
    unknown = not here and word.islower() and word.endswith(_PARTICIPLE)
    return unknown or any(m.type == "boundary" and m.id == "relative" for m in here)


def _end(tokens: Sequence[Token], at: Mapping[int, Sequence[Mention]], i: int, last: int) -> int | None:
    """The mark that closes an aside: the same one, with the verb of what is before right behind it."""
    mark = _MARKS[tokens[i].text]
    closing = (k for k in range(i + 2, min(i + _LONGEST, last)) if tokens[k].text == mark)
    return next((k for k in closing if mark == _BRACKET or (k + 1 < last and _goes_on(tokens, at, k + 1))), None)


def _goes_on(tokens: Sequence[Token], at: Mapping[int, Sequence[Mention]], i: int) -> bool:
    i += tokens[i].text in _OPENING
    return any(m.type in _VERBS and m.features.get("tense") != "infinitive" for m in at.get(i, ()))


def _tells(at: Mapping[int, Sequence[Mention]], inside: range, triggers: Collection[str]) -> bool:
    """Whether a relative clause says something that frames may ask for; a participle only says where a body comes from."""
    relative = any(m.type == "boundary" for m in at.get(inside.start, ()))
    return relative and any(m.type in triggers for k in inside for m in at.get(k, ()))
