"""What a reader sees beside the report itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from consistency.model import Fact, Finding, Language, Position
from consistency.phrasing import Phrasebook, phrasebook
from consistency.rulepack import Packs, Rule, all_packs, load_packs
from consistency.wording import Wording, wording


def _is_tension(finding: Finding) -> bool:
    return finding.verdict == "tension"


def _no_phrases() -> Phrasebook:
    return Phrasebook({}, (), "en")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language puts facts into words, and the reports' own words in it."""

    phrases: Phrasebook
    wording: Wording


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article's text stands: the file (None: no file), and the line and column, from 1, on which it begins there.

    ``line`` is None where the text is extracted from a page that has it elsewhere or in pieces. ``offset`` is the place of
    the text in the file in code points, None where the file does not hold it to the letter (a JSONL row, say). ``text`` is
    the article's text.
    """

    path: str | None = None
    line: int | None = 1
    column: int = 1
    offset: int | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """``sources``: the file and line of each article by its id; ``phrases``: how facts are put in words; ``rules`` by id.

    ``places``: where each article's text stands, by its id; ``fails`` says whether a finding makes the run fail. ``language``
    is the one in which people are to read the report, where they say so, and ``voice`` gives that of a language.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    phrases: Phrasebook = field(default_factory=_no_phrases)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    fails: Callable[[Finding], bool] = _is_tension
    language: Language | None = None
    wording: Wording = field(default_factory=Wording)
    voice: Callable[[Language], Voice] | None = None

    def spoken(self, language: Language) -> Page:
        """The same page in a language; as it is where no voice is known."""
        if self.voice is None:
            return self
        voice = self.voice(language)
        return replace(self, phrases=voice.phrases, wording=voice.wording)

    def summary(self, position: Position, facts: Mapping[str, Fact]) -> str:
        """A position in the page's language: that of the report, which is English, or its first fact put into words."""
        first = facts.get(position.facts[0]) if position.facts else None
        return position.summary if first is None or self.wording.language == "en" else self.phrases.saying(first)

    def source(self, article: str) -> str:
        """Where an article came from: its file and line, or its id."""
        return self.sources.get(article, article)

    def place(self, article: str) -> Place:
        """Where an article's text stands; nowhere that is known for an article that was given from Python."""
        return self.places.get(article, Place())


def page_of(packs: Packs, sources: Mapping[str, str] | None = None) -> Page:
    """The page in English that puts facts into the words of these packs; ``sources`` by article id."""

    def voice(language: Language) -> Voice:
        words = wording(packs, language)
        return Voice(phrasebook(packs, words.language), words)

    rules = {rule.id: rule for _, rule in packs.rules()}
    return Page(sources=sources or {}, phrases=phrasebook(packs, "en"), rules=rules, voice=voice)


@lru_cache(maxsize=1)
def shipped_page() -> Page:
    """The page in the words of all shipped packs, for a report that comes without one of its own."""
    return page_of(load_packs((), all_packs()))
