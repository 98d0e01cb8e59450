"""Letters and marks that look like what is meant and are something else, and words that YAML readers take for no words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from consistency.errors import Fault
from consistency.lint.known import Known
from consistency.lint.sources import Source
from consistency.rulepack.parts import PARTS
from consistency.rulepack.yamlfile import plain_words

_SIGNS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_ARABIC_FOR = {"ی": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه"}
_PERSIAN = re.compile(f"[{''.join(_ARABIC_FOR)}]")
_TATWEEL = re.compile("(?<=\\w)\u0640+(?=\\w)")
_HARAKAT = re.compile("[\u064b-\u0652\u0670]")
_SPACES = re.compile(r"^\s|\s$|\s{2,}|[^\S \n]")
_INDIC = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_LOOKED_UP = ("lexicon", "entities", "countries", "institutions")


def spelling_faults(known: Known) -> Iterator[Fault]:
    """Of every text of every file; examples quote newspapers, which write as they like."""
    for source in known.sources:
        if source.part == "examples" or not source.asked:
            continue
        for key, text in plain_words(source.file.value):
            yield from (source.file.fault(key, message) for message in _misspelt(text))
            if source.part in _LOOKED_UP:
                yield from (source.file.fault(key, message) for message in _unnormalised(text))
        yield from _bare(source)


def _misspelt(text: str) -> Iterator[str]:
    for found in _once(_SIGNS, text):
        name = unicodedata.name(found, "a sign without a name")
        yield f"invisible character U+{ord(found):04X} ({name}) in {text!r}; direction needs no marks here, leave it out"
    for found in _once(_PRESENTATION, text):
        plain = unicodedata.normalize("NFKC", found)
        yield f"presentation forms {found!r} in {text!r}; write the letters {plain!r}"
    for found in _once(_PERSIAN, text):
        yield f"Persian or Urdu letter {found!r} (U+{ord(found):04X}) in {text!r}; write the Arabic {_ARABIC_FOR[found]!r}"


def _unnormalised(text: str) -> Iterator[str]:
    if _TATWEEL.search(text):
        yield f"tatweel in {text!r}; write {_TATWEEL.sub('', text)!r}, stretched words are found all the same"
    if _HARAKAT.search(text):
        yield f"vowel signs in {text!r}; write {_HARAKAT.sub('', text)!r}, words with signs are found all the same"
    if _SPACES.search(text):
        yield f"spaces in {text!r}; write {' '.join(text.split())!r}"
    if _INDIC.search(text):
        yield f"digits in {text!r}; write 0 to 9, other digits are found all the same"
    if text != unicodedata.normalize("NFC", text):
        yield f"{text!r} is put together of parts; write it in one (Unicode NFC)"


def _once(pattern: re.Pattern[str], text: str) -> list[str]:
    return list(dict.fromkeys(pattern.findall(text)))


def _bare(source: Source) -> Iterator[Fault]:
    """Words without quotes that other readers of YAML take for a truth value, or for minutes and seconds."""
    for key in source.file.bare:
        text = str(source.file.at(key))
        if PARTS[source.part].worded or ":" in text or source.part in ("rule", "facts"):
            other = "a number of base 60" if ":" in text else "true or false"
            yield source.file.fault(key, f'{text} without quotes is {other} to some readers; write "{text}"')
