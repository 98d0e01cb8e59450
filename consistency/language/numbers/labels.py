"""Digits and number words that count nothing: names of things, hours, ordinals, parts of words and dates."""

from __future__ import annotations

from consistency.language.wordindex import WordIndex

_STROKES = frozenset({":", "/"})
_JOINTS = frozenset({"-", "–", "_"})
_SERIAL_REACH = 4
_LONGEST = 13


def is_label(index: WordIndex, i: int, last: int) -> bool:
    """Whether the number from token ``i`` to ``last`` is a label ("F-16", "Resolution 1701", "19:30", "the 24th")."""
    return (
        _is_serial(index, i)
        or _is_long(index, i)
        or _is_inside_word(index, i)
        or _is_time(index, i, last)
        or _is_ordinal(index, i, last)
        or _is_pronoun(index, i, last)
    )


def _is_serial(index: WordIndex, i: int) -> bool:
    """Whether a word that numbers things stands before the digits."""
    at = i - 1 if index.clitic(i - 1) or index.text(i - 1) in ("-", "#", ".") else i
    text = index.text(i)
    if not text[:1].isdecimal():
        return False
    near = index.text(i - 1) == "#" or index.ending(at, "serial") is not None
    return near or (len(text) == 4 and _is_resolution(index, at))


def _is_resolution(index: WordIndex, i: int) -> bool:
    """Whether a word that numbers from afar stands before («قرار مجلس الأمن الدولي 1701»)."""
    words = (index.ending(k, "serial") for k in range(i, i - _SERIAL_REACH, -1))
    return any(word is not None and word.features.get("far") == "yes" for word in words)


def _is_long(index: WordIndex, i: int) -> bool:
    """Whether it is rather the number of a telephone or an account."""
    text = index.text(i)
    return text.isdecimal() and (len(text) > _LONGEST or (len(text) > _SERIAL_REACH and text[0] == "0"))


def _is_inside_word(index: WordIndex, i: int) -> bool:
    """Whether letters are glued to the front of the digits, and are no clitics, or a sum («5+1»)."""
    if not index.glued(i) or not index.text(i)[:1].isdecimal():
        return False
    if index.text(i - 1) == "+":
        return True
    before = i - 2 if index.text(i - 1) in _JOINTS and index.glued(i - 1) else i - 1
    return index.text(before)[:1].isalpha() and not index.clitic(i - 1)


def _is_time(index: WordIndex, i: int, last: int) -> bool:
    """Whether it is part of an hour or of figures with strokes between ("19:30", "24/7", "10 a.m.")."""
    before = index.text(i - 1) in _STROKES and index.glued(i) and index.text(i - 2)[:1].isdecimal()
    after = index.text(last) in _STROKES and index.glued(last) and index.text(last + 1)[:1].isdecimal()
    return before or (after and index.glued(last + 1)) or index.word(last, "oclock") is not None


def _is_ordinal(index: WordIndex, i: int, last: int) -> bool:
    """Whether it is (part of) an ordinal: "24th", "1990s", "two-thirds", «الثاني عشر», «الحادي والثلاثين», «العشرين»."""
    if index.word(last, "suffix") and index.glued(last):
        return True
    part = last + 1 if index.text(last) in _JOINTS and index.glued(last) else last
    word = index.opened(i).word(i, "cardinal")
    if word is None or word.last != last:
        return index.word(part, "part_name") is not None
    value = float(word.features["value"])
    behind = index.ending(i, "ordinal") is not None if value == 10 else value >= 20 and "article" in word.features
    behind = behind or (value >= 20 and index.ending(i, "ordinal") is not None)
    return index.word(part, "part_name") is not None or behind


def _is_pronoun(index: WordIndex, i: int, last: int) -> bool:
    """Whether "one" stands for somebody («واحد من المسؤولين», "one of them")."""
    word = index.word(i, "cardinal", "1")
    if word is None or word.last != last:
        return False
    if index.word(last, "link", "of") or word.enclitic:
        return True
    return (
        word.features.get("doubt") == "yes"
        and not index.text(last)[:1].isalpha()
        and (i > 0 or last < len(index.tokens))
    )
