"""The inflected surface forms that one lexicon entry stands for.

Forms are folded (see ``orthography``); clitics and the article are split off later, at look-up.
"""

from __future__ import annotations

from collections.abc import Iterator

from consistency.languages import supported
from consistency.model import LANGUAGES, Language

Features = dict[str, str]
Form = tuple[str, Features]

_PAST = {
    "": "3ms", "ت": "3fs", "ا": "3md", "تا": "3fd", "وا": "3mp", "ن": "3fp", "نا": "1p", "تم": "2mp",
}  # fmt: skip
_PRESENT = {
    ("ي", ""): "3ms", ("ت", ""): "3fs", ("ا", ""): "1s", ("ن", ""): "1p", ("ي", "ون"): "3mp", ("ي", "وا"): "3mp",
    ("ي", "ان"): "3md", ("ي", "ا"): "3md", ("ت", "ان"): "3fd", ("ت", "ا"): "3fd", ("ي", "ن"): "3fp", ("ت", "ون"): "2mp",
}  # fmt: skip
_NOUN = {"": "s", "ان": "d", "ين": "p", "ون": "p", "ات": "p", "و": "p", "ي": "p"}
_ADJECTIVE = {"": "ms", "ه": "fs", "ان": "md", "ين": "mp", "ون": "mp", "ات": "fp", "تان": "fd", "تين": "fd"}

_BE = {
    "be": "base", "am": "present", "is": "present", "are": "present", "was": "past", "were": "past",
    "been": "participle", "being": "gerund",
}  # fmt: skip


def arabic_verb(entry: str) -> Iterator[Form]:
    """All persons of a verb given as past/present («قال/يقول»), with tense and person."""
    past, _, present = entry.partition("/")
    weak = past[:-1] if past.endswith(("ا", "ي")) and len(past) > 2 else None
    if past.endswith("ي") and len(past) > 2:
        yield past[:-1] + "ا", {"pos": "verb", "tense": "past", "person": "3ms"}  # «نفاه»
    for suffix, person in _PAST.items():
        features = {"pos": "verb", "tense": "past", "person": person}
        if weak is not None and suffix:
            yield (weak if suffix in ("ت", "تا", "وا") else weak + "ي") + suffix, features
        yield past + suffix, features  # an alef that folding made of a hamza stays: «بدأت»
    if past.endswith("ا") and present.endswith("ا"):
        yield past[:-1] + "ووا", {"pos": "verb", "tense": "past", "person": "3mp"}  # the hamza on a waw: «بدؤوا»
    if present:
        yield from _arabic_present(present)


def _arabic_present(present: str) -> Iterator[Form]:
    stem, weak = present[1:], present.endswith(("ي", "و", "ا"))
    for (prefix, suffix), person in _PRESENT.items():
        base = stem[:-1] if weak and suffix[:1] == "و" else stem
        features = {"pos": "verb", "tense": "present", "person": person}
        yield prefix + base + suffix, features
        if weak and not suffix and prefix != "ا":
            yield prefix + stem[:-1], features  # jussive: «لم ينته»
    if len(stem) >= 3 and stem[-2] in "يو":
        for prefix, person in (("ي", "3ms"), ("ت", "3fs")):
            yield prefix + stem[:-2] + stem[-1], {"pos": "verb", "tense": "present", "person": person}  # «لم يعد»


def arabic_noun(entry: str) -> Iterator[Form]:
    """A noun with its dual and sound plurals, construct forms included; «قتيل/قتلى» has a plural of its own instead."""
    base, _, plural = entry.partition("/")
    if plural:
        broken = {base: "s", f"{base}ان": "d", f"{base}ين": "d", plural: "p"}
        yield from ((form, {"pos": "noun", "number": number}) for form, number in broken.items())
        return
    if entry.endswith("ه"):
        base = entry[:-1]
        endings = {"ه": "s", "ت": "s", "تان": "d", "تين": "d", "تا": "d", "تي": "d", "ات": "p"}
    else:
        base, endings = entry, _NOUN
    for suffix, number in endings.items():
        yield base + suffix, {"pos": "noun", "number": number}


def arabic_adjective(entry: str) -> Iterator[Form]:
    """An adjective or participle with its feminine, dual and sound plural forms."""
    for suffix, agreement in _ADJECTIVE.items():
        yield entry + suffix, {"pos": "adjective", "agreement": agreement}


def english_verb(entry: str) -> Iterator[Form]:
    """A verb ("announce", or "say/said/said") in all its forms, with tense."""
    base, _, rest = entry.partition("/")
    past, _, participle = rest.partition("/")
    head, _, tail = base.partition(" ")
    tail = f" {tail}" if tail else ""
    if head == "be":
        yield from ((form + tail, {"pos": "verb", "tense": tense}) for form, tense in _BE.items())
        return
    regular = _with_ed(head)
    past, participle = past or regular + tail, participle or past or regular + tail
    yield base, {"pos": "verb", "tense": "base"}
    yield _with_s(head) + tail, {"pos": "verb", "tense": "present"}
    yield _with_ing(head) + tail, {"pos": "verb", "tense": "gerund"}
    yield participle, {"pos": "verb", "tense": "participle"}
    yield past, {"pos": "verb", "tense": "past"}


def english_noun(entry: str) -> Iterator[Form]:
    """A noun and its regular plural ("man/men" gives an irregular one)."""
    base, _, plural = entry.partition("/")
    yield base, {"pos": "noun", "number": "s"}
    yield plural or _with_s(base), {"pos": "noun", "number": "p"}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _doubles(word: str) -> bool:
    vowels = "aeiou"
    short = sum(letter in vowels for letter in word) == 1 or word in (
        "commit",
        "permit",
        "transfer",
        "refer",
        "occur",
        "admit",
        "submit",
        "withdraw",
    )
    return short and len(word) >= 3 and word[-1] not in vowels + "wxy" and word[-2] in vowels and word[-3] not in vowels


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"


def inflect(entry: str, part: str, language: Language) -> Iterator[Form]:
    """The folded forms of ``entry`` as a verb, noun, adjective or fixed form of ``language``."""
    if part == "form" or (part == "adjective" and language == "en"):
        yield entry, {"pos": part}
        return
    if language not in LANGUAGES:
        yield from supported()[language].inflect(entry, part)
        return
    head, space, tail = entry.partition(" ") if language == "ar" else (entry, "", "")
    makers = {
        ("verb", "ar"): arabic_verb, ("noun", "ar"): arabic_noun, ("adjective", "ar"): arabic_adjective,
        ("verb", "en"): english_verb, ("noun", "en"): english_noun,
    }  # fmt: skip
    for form, features in makers[part, language](head):
        yield form + space + tail, features
