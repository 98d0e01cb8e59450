"""Cardinal numbers in words, digits or both («12 ألف», «ألفين وخمسمئة», "two and a half million")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from consistency.language.numbers.digits import Numeral, read_digits
from consistency.language.wordindex import CONJUNCTION, WordIndex, is_dual, once
from consistency.model import Mention

_SHADDA, _TANWEEN = "\u0651", "\u064b"


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number as far as it was read: ``total`` of the scales closed so far, ``group`` (below the next scale) in progress."""

    last: int
    total: float = 0
    group: float | None = None
    scale: float = inf
    digits: bool = False

    @property
    def value(self) -> float:
        return self.total + (self.group or 0)


@once
def read_cardinal(index: WordIndex, i: int) -> Numeral | None:
    """The exact number that begins at token ``i``, as long as it goes on."""
    here = _start(index, i) if i in index.openings else None
    if here is None:
        return None
    closed = here
    while (longer := _longer(index, here)) is not None:
        closed = here if here.group is None else closed
        here = longer
    if here.group is not None and here.total and _opens_another(index, here):
        here = closed
    return Numeral(here.last, here.value)


def _opens_another(index: WordIndex, here: _Sum) -> bool:
    """Whether the group in progress belongs to the next number («بين ألفين وثلاثة آلاف»)."""
    scale = index.word(here.last, "scale")
    return scale is not None and _value(scale) >= here.scale


def _start(index: WordIndex, i: int) -> _Sum | None:
    found = read_digits(index, i)
    if found:
        return _Sum(found.last, group=found.value, digits=True)
    word = index.word(i, "cardinal")
    if word:
        here = _Sum(word.last, group=_value(word))
        return here if word.features.get("alone") != "no" or _longer(index, here) else None
    return _fraction_of_scale(index, i) or _bare_scale(index, i)


def _fraction_of_scale(index: WordIndex, i: int) -> _Sum | None:
    """«نصف مليون», "half a million"."""
    part = index.word(i, "fraction")
    start = part.last + (index.text(part.last) == "-") if part else i
    scale = index.word(index.after(start, "link", "a"), "scale") if part else None
    if part is None or scale is None or scale.features.get("number") == "p" or "article" in scale.features:
        return None
    return _Sum(scale.last, total=_value(part) * _value(scale), scale=_value(scale))


def _bare_scale(index: WordIndex, i: int) -> _Sum | None:
    """A scale without a number: «ألف», «مليونان», «لا يتجاوز عددهم المئة»; in English only behind an article ("a hundred")."""
    start = index.after(i, "link", "a") if index.language == "en" else i
    scale = index.word(start, "scale")
    if scale is None or scale.features.get("number") == "p" or (index.language == "en" and start == i):
        return None
    qualified = index.ending(i, "approximator") or index.ending(i, "bound") or index.ending(i - 1, "bound")
    if "article" in scale.features and _times(index, scale) == 1 and not qualified:
        return None
    return None if _is_verb(index, scale) else _scaled(_Sum(start), scale, _times(index, scale))


def _is_verb(index: WordIndex, scale: Mention) -> bool:
    """Whether «ألف» is the author's verb: it is spelled so, or a definite word or an object follows it."""
    if scale.features.get("doubt") != "yes" or "article" in scale.features or index.is_word(scale.last):
        return False
    following = index.tokens[scale.last].text if scale.last < len(index.tokens) else ""
    return _SHADDA in index.tokens[scale.first].text or _TANWEEN in following or index.is_definite(scale.last)


def _times(index: WordIndex, scale: Mention) -> int:
    return 2 if scale.features.get("count") == "2" or is_dual(scale, index.tokens) else 1


def _value(word: Mention) -> float:
    return float(word.features["value"])


def _longer(index: WordIndex, here: _Sum) -> _Sum | None:
    """The number with its next word, if one goes on with it."""
    i, joined = here.last, False
    if index.word(i, "percent"):
        return None
    if index.text(i) == CONJUNCTION or (index.language == "en" and index.word(i, "link", "and")):
        i, joined = i + 1, True
    elif index.text(i) == "-" and index.glued(i) and index.glued(i + 1):
        i += not here.digits or index.word(i + 1, "scale") is not None
    if not joined and index.language == "ar":
        glued = _joined(index, here, i)
        if glued:
            return glued
        joined = _hides_conjunction(index, i)
    return _scale(index, here, i, joined) or _small(index, here, i, joined) or _rest(index, here, i, joined)


def _joined(index: WordIndex, here: _Sum, i: int) -> _Sum | None:
    """The next word behind the glued conjunction: «وخمسون», «ومئة», «ونصف»."""
    for kind in ("cardinal", "scale", "fraction"):
        word = index.joined(i, kind)
        if word:
            opened = index.opened(i)
            return _scale(opened, here, i, True) or _small(opened, here, i, True) or _rest(opened, here, i, True)
    return None


def _hides_conjunction(index: WordIndex, i: int) -> bool:
    """Whether «واحد» is «وأحد», as the ten or the tens behind it show."""
    word = index.word(i, "cardinal")
    if word is None or "joins" not in word.features:
        return False
    return index.word(word.last, "cardinal", "10") is not None or index.joined(word.last, "cardinal") is not None


def _scale(index: WordIndex, here: _Sum, i: int, joined: bool) -> _Sum | None:
    scale = index.word(i, "scale")
    if scale is None or (scale.features.get("glued") == "yes" and not (index.glued(i) and here.digits)):
        return None
    if not joined:
        return None if scale.proclitics else _multiplied(here, scale)
    if here.group is not None or not here.total:
        return None
    times = _times(index, scale)
    return _scaled(replace(here, group=None), scale, times) if _value(scale) * times < here.scale else None


def _is_hundred(scale: Mention) -> bool:
    return _value(scale) == 100


def _multiplied(here: _Sum, scale: Mention) -> _Sum | None:
    """A scale right behind a number: «خمسة آلاف», "five hundred", "three thousand million"."""
    value = _value(scale)
    if scale.features.get("count"):
        return None
    if here.group is None:
        return replace(here, last=scale.last, total=here.total * value, scale=inf) if value > here.scale else None
    if _is_hundred(scale) and (here.group >= 100 or here.group == 0):
        return None
    return _scaled(here, scale, here.group) if value < here.scale else None


def _scaled(here: _Sum, scale: Mention, times: float) -> _Sum:
    """The number with ``times`` the scale; hundreds stay in the group, for the scale that may follow."""
    value = _value(scale)
    if value == 100:
        return replace(here, last=scale.last, group=times * value, digits=False)
    return replace(here, last=scale.last, total=here.total + times * value, group=None, scale=value, digits=False)


def _small(index: WordIndex, here: _Sum, i: int, joined: bool) -> _Sum | None:
    """The next word below a hundred or of fused hundreds, where the order of the language lets it follow."""
    word = index.word(i, "cardinal")
    if word is None or here.digits:
        return None
    value, group = _value(word), here.group or 0
    fits = _follows_arabic(group, value, joined) if index.language == "ar" else _follows_english(group, value, joined)
    if here.group is None:
        fits = 0 < value < here.scale and here.total > 0 and (joined or index.language == "en")
    return replace(here, last=word.last, group=group + value) if fits else None


def _follows_arabic(group: float, value: float, joined: bool) -> bool:
    """«خمسة عشر», «خمسة وعشرون», «مئة وخمسة»."""
    units = group % 100
    if not joined:
        return value == 10 and 1 <= units <= 9
    return (
        value < 100 and (units == 0 if value <= 10 or (group >= 100 and units == 0) else 1 <= units <= 9) and group > 0
    )


def _follows_english(group: float, value: float, joined: bool) -> bool:
    """The English order: "twenty-one", "five hundred (and) four"."""
    if group >= 100:
        units = group % 100
        return value < 100 if units == 0 else _follows_english(units, value, joined)
    return not joined and group >= 20 and group % 10 == 0 and 1 <= value <= 9


def _rest(index: WordIndex, here: _Sum, i: int, joined: bool) -> _Sum | None:
    """What else may follow: a half, decimals in words, digits behind a scale."""
    if joined:
        return _half(index, here, i) or _digits_after(index, here, i)
    point = index.word(i, "decimal")
    return _decimals(index, here, point.last) if point and here.group is not None else None


def _decimals(index: WordIndex, here: _Sum, i: int) -> _Sum | None:
    """The digits behind "point", in figures or one by one in words."""
    text = index.text(i) if index.text(i).isdecimal() else ""
    last = i + bool(text)
    while not text[1:] and (word := index.word(last, "cardinal")) and 0 <= _value(word) <= 9:
        text, last = text + str(int(_value(word))), word.last
    return replace(here, last=last, group=(here.group or 0) + float(f"0.{text}"), digits=True) if text else None


def _half(index: WordIndex, here: _Sum, i: int) -> _Sum | None:
    """«ونصف», «ونصف المليون», "and a half": of the last scale, or of one."""
    part = index.word(index.after(i, "link", "a"), "fraction")
    if part is None:
        return None
    scale = index.word(part.last, "scale") if index.language == "ar" else None
    last = scale.last if scale and _value(scale) == here.scale else part.last
    if here.group is None:
        return replace(here, last=last, total=here.total + _value(part) * here.scale)
    return replace(here, last=last, group=here.group + _value(part)) if here.group < 1000 else None


def _digits_after(index: WordIndex, here: _Sum, i: int) -> _Sum | None:
    """«مليون و300 ألف»: digits smaller than the scale before them."""
    found = read_digits(index, i) if index.language == "ar" and here.group is None and here.total else None
    if found is None or not 0 < found.value < here.scale:
        return None
    return replace(here, last=found.last, group=found.value, digits=True)
