"""Whether two written names can be one person's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz.fuzz import ratio

from consistency.attribution.skeleton import skeleton, vowels
from consistency.model import Language
from consistency.orthography import fold, is_arabic
from consistency.rulepack import Packs

Likeness = Literal["same", "maybe", "no"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")
_CACHED = 50_000
_LONG = 6
"""Letters of a part that a slip of one consonant leaves the same."""
_OPEN = ("ا", "ه", "ة", "ى", "ي", "ع")
"""The Arabic letters in which a name ends that ends in "a" in Latin letters."""
_ORDER: dict[Likeness, int] = {"no": 0, "maybe": 1, "same": 2}


@dataclass(frozen=True)
class Name:
    """A name by its telling parts, folded: the first is the given name, the last the surname."""

    parts: tuple[str, ...]

    @property
    def full(self) -> bool:
        return len(self.parts) > 1

    @cached_property
    def given(self) -> tuple[bool, str]:
        """The script of the given name, and its consonants."""
        return is_arabic(self.parts[0]), skeleton(self.parts[0])


class NameReader:
    """Splits written names into their telling parts; the particles come from the packs."""

    def __init__(self, dropped: Collection[str], compounds: Mapping[str, str], ranks: Collection[str] = ()) -> None:
        self._dropped = frozenset(dropped)
        self._ranks = frozenset(ranks)
        self._compounds = dict(compounds)
        self._known: dict[str, Name] = {}

    def read(self, written: str) -> Name:
        """The parts of a name without articles, particles, initials and the possessive ending."""
        known = self._known.get(written)
        if known is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            known = self._known[written] = self._split(written)
        return known

    def _split(self, written: str) -> Name:
        parts: list[str] = []
        joined = ""
        for word in written.replace("-", " ").replace("‐", " ").split():
            part = self._bare(fold(word.strip(".,،()\"'’‘“”«»[]")))
            if part in self._compounds:
                joined += self._compounds[part]
            elif len(part.replace(".", "")) > 1 and part not in self._dropped:
                parts.append(joined + part)
                joined = ""
        while len(parts) > 1 and parts[0] in self._ranks:
            del parts[0]
        return Name(tuple(parts or ([joined] if joined else [])))

    def _bare(self, part: str) -> str:
        """A folded part without the article, wherever it was written («عبدالغني» as «عبد الغني»)."""
        if not is_arabic(part):
            return part.removesuffix("'s").replace("'", "")
        for front, first in self._compounds.items():
            if part.startswith(front + "ال") and len(part) > len(front) + 3:
                return first + part[len(front) + 2 :]
        return part[2:] if part.startswith("ال") and len(part) > 4 else part


@lru_cache(maxsize=8)
def name_reader(packs: Packs) -> NameReader:
    """The reader for the particles and compounds of every pack's ``attribution/names.yaml``."""
    dropped: set[str] = set()
    compounds: dict[str, str] = {}
    for file in packs.documents("attribution/names"):
        classes = file.value or {}
        dropped.update(fold(word) for key in ("particles", "courtesy") for word in classes.get(key, ()))
        compounds.update({fold(word): fold(group[0]) for group in classes.get("compounds", ()) for word in group})
    entries = (entry for language in LANGUAGES for entry in packs.words(language, "rank"))
    ranks = {fold(form).removeprefix("ال") for entry in entries for form in (*entry.forms, *entry.nouns)}
    return NameReader(dropped, compounds, ranks)


def alike(one: Name, other: Name) -> Likeness:
    """How alike two full names are: by given name and surname; a middle name may be missing."""
    if one.parts == other.parts:
        return "same"
    if one.given[0] == other.given[0] and one.given[1] != other.given[1]:
        return "no"  # given names of one script are held apart by their consonants, which settles most pairs
    given = same_part(one.parts[0], other.parts[0], given=True)
    if given == "no":
        return "no"
    return min(same_part(one.parts[-1], other.parts[-1]), given, key=_ORDER.__getitem__)


def same_part(one: str, other: str, given: bool = False) -> Likeness:
    """Whether two parts are spellings of one name; given names are held apart more strictly («حسن» is not «حسين»)."""
    if one == other:
        return "same"
    if is_arabic(one) != is_arabic(other):
        return _across(one, other)
    a, b = skeleton(one), skeleton(other)
    shortest = min(len(one), len(other))
    if a != b and (given or shortest < _LONG):
        return "no"
    near = ratio(one, other)
    if given:
        return "same" if shortest >= 5 and near >= 70 else "no"
    if a == b and len(a) >= 2 and shortest >= 4 and near >= 66:
        return "maybe" if shortest < 5 or near < 75 else "same"
    return "maybe" if near >= 85 and shortest >= _LONG else "no"


def _across(one: str, other: str) -> Likeness:
    """Parts in two scripts: the consonants decide; a long vowel that the other cannot have leaves a doubt."""
    a, b = skeleton(one), skeleton(other)
    if a == b:
        arabic, latin = (one, other) if is_arabic(one) else (other, one)
        if (latin.endswith("a") and not arabic.endswith(_OPEN)) or (latin.startswith("w") and arabic.startswith("ا")):
            return "maybe"  # "Joanna" is not «جون»
        pairs = zip(vowels(arabic), vowels(latin), strict=True)
        return "maybe" if not a or any(long and not long & heard for long, heard in pairs) else "same"
    return "maybe" if min(len(a), len(b)) >= 3 and ratio(a, b) >= 75 else "no"


def has_part(name: Name, part: str, others: Sequence[Name] = ()) -> Likeness:
    """Whether a single part can be this name's surname (or, to the letter, its given name when no other has that surname)."""
    if name.full and part == name.parts[0]:
        return "no" if any(part == other.parts[-1] for other in others) else "same"
    return same_part(name.parts[-1], part)
