"""Quantities: a number or a range with its bounds and approximators, a vague plural, a share in percent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consistency.language.numbers.cardinals import read_cardinal
from consistency.language.numbers.digits import Numeral
from consistency.language.wordindex import CONJUNCTION, WordIndex
from consistency.model import Mention, NumberValue

_DASHES = frozenset({"-", "–", "—", "−", "ـ"})
_LONGEST = 10
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 100})
_VAGUE = 2
"""A plural without a number means at least two."""
_CHANGE_REACH = 8
_COUNTED = 4
"""A later bound stands at most so many words behind its number."""
_COMMAS = frozenset({",", "،"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was read before token ``last``."""

    last: int
    value: NumberValue


def read_quantity(index: WordIndex, i: int) -> Quantity | None:
    """The quantity that begins at token ``i``, with the words of bound and approximation around it."""
    prefix = index.word(i, "bound") or index.word(i, "approximator")
    if prefix:
        start = prefix.last + index.clitic(prefix.last)
        inner = read_quantity(index.opened(start), start)
        return Quantity(inner.last, _qualified(inner.value, prefix)) if inner else None
    core = read_range(index, i) or _vague(index, i) or _exact(index, i)
    return core and _suffixed(index, core)


def _qualified(value: NumberValue, word: Mention) -> NumberValue:
    side = word.features.get("side")
    if side is None:
        return replace(value, approximate=True)
    if value.min is None or value.max is None:
        return value
    return replace(value, max=None) if side == "min" else replace(value, min=None)


def _suffixed(index: WordIndex, core: Quantity) -> Quantity:
    word = index.word(core.last, "bound_after") or index.word(core.last, "approximator_after")
    if word:
        return Quantity(word.last, _qualified(core.value, word))
    plus = index.text(core.last) == "+" and index.glued(core.last)
    if plus and not (index.glued(core.last + 1) and index.text(core.last + 1)[:1].isdecimal()):
        return Quantity(core.last + 1, replace(core.value, max=None))
    later = _later_bound(index, core.last)
    return replace(core, value=_qualified(core.value, later)) if later else core


def _later_bound(index: WordIndex, i: int) -> Mention | None:
    """A bound behind what is counted: «55 شخصاً، على الأقل»; not one that leads in another number."""
    for k in range(i, i + _COUNTED):
        word = index.word(k + (index.text(k) in _COMMAS), "bound_after") if k > i else None
        if word:
            return None if _opens_number(index, word.last) else word
        if not index.text(k)[:1].isalpha() or _opens_number(index, k):
            return None
    return None


def _opens_number(index: WordIndex, i: int) -> bool:
    return index.text(i)[:1].isdecimal() or any(
        index.word(i, kind) for kind in ("cardinal", "scale", "link", "approximator")
    )


def _exact(index: WordIndex, i: int) -> Quantity | None:
    found = _ratio(index, i) or read_cardinal(index, i) or _negative(index, i)
    if found is None:
        return None
    last = _bracketed(index, found)
    return Quantity(last, NumberValue(found.value, found.value))


def _ratio(index: WordIndex, i: int) -> Numeral | None:
    """«3/4»: two numbers in digits, the second a usual denominator, and no third one that makes them a date."""
    parts = [index.text(i), index.text(i + 2)]
    glued = index.text(i + 1) == "/" and index.glued(i + 1) and index.glued(i + 2)
    if not glued or not all(p.isdecimal() and len(p) < _LONGEST for p in parts) or int(parts[1]) not in _DENOMINATORS:
        return None
    around = (index.text(i - 1) if index.glued(i) else "", index.text(i + 3) if index.glued(i + 3) else "")
    return None if "/" in around else Numeral(i + 3, int(parts[0]) / int(parts[1]))


def _negative(index: WordIndex, i: int) -> Numeral | None:
    """«-5», "minus five"; a dash only where it cannot join anything."""
    word = index.word(i, "minus")
    dash = (
        index.text(i) in ("-", "−")
        and index.glued(i + 1)
        and not index.glued(i)
        and not index.text(i - 1)[:1].isdecimal()
    )
    start = word.last if word else i + 1
    found = _ratio(index, start) or read_cardinal(index, start) if word or dash else None
    return None if found is None else Numeral(found.last, -found.value)


def _bracketed(index: WordIndex, found: Numeral) -> int:
    """The token after the same number in brackets, if it is repeated there ("forty-five (45)")."""
    again = read_cardinal(index, found.last + 1) if index.text(found.last) == "(" else None
    return again.last + 1 if again and again.value == found.value and index.text(again.last) == ")" else found.last


def _vague(index: WordIndex, i: int) -> Quantity | None:
    """«مئات», «عشرات الآلاف», "dozens", "several hundred", "a couple of"."""
    word = index.word(i, "vague")
    if word and "exact" in word.features:
        return _couple(index, word)
    if word is None or "value" in word.features:
        return _plurals(index, i)
    scale = index.word(word.last, "scale") if word.features.get("multiple") == "yes" else None
    return _at_least(scale.last, _value(scale)) if scale else None


def _couple(index: WordIndex, word: Mention) -> Quantity:
    exact = float(word.features["exact"])
    scale = index.word(word.last, "scale")
    value, last = (exact * _value(scale), scale.last) if scale else (exact, word.last)
    return Quantity(last, NumberValue(value, value, approximate="about" in word.features))


def _plurals(index: WordIndex, i: int) -> Quantity | None:
    """Plurals of scales, each multiplying the next: «مئات آلاف», "tens of thousands"."""
    factor, here = 1.0, i
    while plural := _plural(index, here):
        factor *= _value(plural)
        last = plural.last
        here = index.after(last, "link", "of") if index.language == "en" else last
        if index.language == "ar" and index.word(here, "link", "of") and _plural(index, here + 1):
            here += 1
    return _at_least(last, factor) if factor > 1 else None


def _plural(index: WordIndex, i: int) -> Mention | None:
    tens = index.word(i, "vague")
    if tens and "value" in tens.features:
        return tens
    scale = index.word(i, "scale")
    return scale if scale and scale.features.get("number") == "p" else None


def _at_least(last: int, value: float) -> Quantity:
    return Quantity(last, NumberValue(_VAGUE * value, None))


def _value(word: Mention) -> float:
    return float(word.features["value"])


# --- ranges ---------------------------------------------------------------------------


def read_range(index: WordIndex, i: int) -> Quantity | None:
    """«ما بين 35 و50 ألف», «من 3 إلى 5 آلاف», "8,000-10,000", "two or three"."""
    between, led = index.word(i, "link", "between"), index.word(i, "link", "from")
    start = between.last if between else led.last if led else i
    start += index.clitic(start)
    first = read_cardinal(index.opened(start), start)
    second = _other_end(index, first, joined=between is not None) if first else None
    if first is None or second is None:
        return None
    low = _scaled_like(index, first, second)
    if not low < second.value or (between is None and changes(index, i)):
        return None
    return Quantity(second.last, NumberValue(low, second.value))


def _other_end(index: WordIndex, first: Numeral, *, joined: bool) -> Numeral | None:
    i = first.last
    conjunction = index.text(i) == CONJUNCTION or index.word(i, "link", "and") is not None
    if index.text(i) in _DASHES or index.word(i, "link", "to", "or") or (joined and conjunction):
        start = i + 1
    elif joined and index.is_joined(i):
        start = i
    else:
        return None
    start += index.clitic(start)
    return read_cardinal(index.opened(start), start)


def _scaled_like(index: WordIndex, first: Numeral, second: Numeral) -> float:
    """The lower end, in the scale of the upper one if it has none of its own ("35 - 50 ألف")."""
    scale = index.ending(second.last, "scale")
    if scale is None or first.value >= 1000:
        return first.value
    shared = first.value * _value(scale)
    return shared if shared < second.value and not index.ending(first.last, "scale") else first.value


def changes(index: WordIndex, i: int) -> bool:
    """Whether a word of change stands shortly before token ``i``: "from 5 to 8" is then no range."""
    return any(index.word(k, "change") for k in range(max(0, i - _CHANGE_REACH), i))
