"""Digits and number words that count nothing: names of things, hours, ordinals, parts of words and dates."""

from __future__ import annotations

from consistency.language.wordindex import WordIndex

_JOINTS = frozenset({"-", "–", "_"})


def is_label(index: WordIndex, i: int, last: int) -> bool:
    """Whether the number from token ``i`` to ``last`` is a label ("F-16", "Resolution 1701", "19:30", "the 24th")."""
    return (
        _is_serial(index, i)
        or _is_inside_word(index, i)
        or _is_time(index, i, last)
        or _is_ordinal(index, last)
        or _is_pronoun(index, i, last)
    )


def _is_serial(index: WordIndex, i: int) -> bool:
    at = i - 1 if index.clitic(i - 1) or index.text(i - 1) in ("-", "#") else i
    return index.text(i)[:1].isdigit() and (index.ending(at, "serial") is not None or index.text(i - 1) == "#")


def _is_inside_word(index: WordIndex, i: int) -> bool:
    """Whether letters are glued to the front of the digits, and are no clitics."""
    if not index.glued(i) or not index.text(i)[:1].isdigit():
        return False
    before = i - 2 if index.text(i - 1) in _JOINTS and index.glued(i - 1) else i - 1
    return index.text(before)[:1].isalpha() and not index.clitic(i - 1) and not index.at.get(before)


def _is_time(index: WordIndex, i: int, last: int) -> bool:
    before = index.text(i - 1) == ":" and index.glued(i) and index.text(i - 2)[:1].isdigit()
    after = index.text(last) == ":" and index.glued(last) and index.text(last + 1)[:1].isdigit()
    return before or (after and index.glued(last + 1)) or index.word(last, "oclock") is not None


def _is_ordinal(index: WordIndex, last: int) -> bool:
    """Whether a suffix ("24th", "1990s") or the name of a part ("two-thirds") follows."""
    if index.word(last, "suffix") and index.glued(last):
        return True
    part = last + 1 if index.text(last) in _JOINTS and index.glued(last) else last
    return index.word(part, "part_name") is not None


def _is_pronoun(index: WordIndex, i: int, last: int) -> bool:
    """Whether "one" stands for somebody («واحد من المسؤولين», "no one", "one of them")."""
    word = index.word(i, "cardinal", "1")
    if word is None or word.last != last:
        return False
    if index.word(last, "link", "of") or index.ending(i, "pronoun_lead"):
        return True
    return word.features.get("doubt") == "yes" and not index.text(last)[:1].isalpha() and (i > 0 or last < len(index.tokens))
