"""What ``facts.yaml`` of a rule pack may say: which words make a fact, and how its slots are filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from consistency.model import Certainty, Phase, Polarity
from consistency.rulepack.header import Flag

Leads = str | tuple[str, ...]
"""Prepositions, or the name of a list of them."""
Allowed = str | tuple[str, ...]
FACETS = (
    "trigger", "phase", "polarity", "certainty", "ended", "finite", "continued", "group", "component", "site", "roles", "held",
    "way", "about", "cue", "lost", "bounded", "verbless", "date", "word", "part", "of", "event", "number", "unit", "ago",
    "former", "total", "is", "condition", "several", "article", "measure", "outright", "disputed",
)  # fmt: skip
"""What frames may ask of a reading; besides the features of the trigger, ``topic.ID``, ``under.ID``, ``beside.WORD`` and
``near.WORD``."""
Whom = Literal["group", "partner", "agent", "owner", "target", "speaker", "addressee", "event"]
"""Whom a fact may be about: the force of its words (``group``), the other side of what two do together, who does it,
whose the noun is, against whom it is directed ("on Syria", «ضد إيران»), the speaker's own side, whom the reporting words name
("accused the army of …"), or what happens itself."""
FINDERS = ("agent", "doer", "owner", "counterpart", "joined", "speaker", "target")
"""What a party may be led in by beside prepositions: how the reading finds it."""
MEASURES = frozenset({"period", "lasting", "clock", "clock_word", "clock_hour", "half_day"})
"""The types of the words that lengths of time and times of day are made of."""
TOPIC = "topic."
"""Before the id of a topic, what a frame asks of whether it stands there."""
READ = frozenset(
    {
        "topic",
        "event",
        "state",
        "outdated",
        "own",
        "unit",
        "component",
        "role",
        "site",
        "sites",
        "homeward",
        "attribute",
        "casualty",
    }
)
"""The types of words that the reading looks for whatever frames ask."""
PSEUDO = frozenset({"amount", "nature"})
"""Triggers that are no mention type: a counted force, and a component said of a force."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Pick(_Strict):
    """How one slot of a fact's value is filled; exactly one of the first group is given.

    ``const`` a fixed word; ``facet`` a facet of the reading; ``date`` the interval of a date led in by
    one of these prepositions ("" for none; a name of ``leads`` stands for its list); ``lead`` whether one of these led in
    that date; ``number`` a bound of the count; ``place``, ``party`` and ``roles`` what these prepositions lead in;
    ``length`` a bound in hours of how long something lasts (``led``: only where one of these prepositions leads it in);
    ``clock`` the time of day ("23:59") that one of these leads in;
    ``mention`` the id of the nearest mention of a type (or of an id) in the statement, or else in the story before it.
    ``required``: without it there is no fact; ``kept``: an empty one is kept as null;
    ``past``: a date that was over when the words were said, not one to come; ``ahead``: without a year the next of its name.
    """

    const: str | None = None
    facet: str | None = None
    date: Leads | None = None
    lead: Leads | None = None
    number: str | None = None
    place: tuple[str, ...] | None = None
    party: tuple[str, ...] | None = None
    roles: tuple[str, ...] | None = None
    length: Literal["min", "max", "approximate"] | None = None
    led: Leads | None = None
    clock: Leads | None = None
    mention: str | None = None
    otherwise: str | None = Field(default=None, alias="else")
    past: Flag = False
    ahead: Flag = False
    required: Flag = False
    kept: Flag = True


class Emit(_Strict):
    """One fact that a frame gives when ``when`` holds of the reading.

    ``subject`` says whom it is about; of several the first that the words give. An ``event`` as subject is what happens
    itself, as "event.ID": a truce, an election. ``place`` is where it is so: as the reading finds it (the country that the
    clause names after "from", "in", "on", else the one that the story is about), the name of a slot of the value that holds
    a place or a party, or "none". ``sided``: the forces of a state stand for its government.
    """

    kind: str
    event: str | None = None
    when: Mapping[str, Allowed] = Field(default_factory=dict)
    value: Mapping[str, Pick] = Field(default_factory=dict)
    phase: Literal["reading", "none", Phase] = "reading"
    polarity: Literal["reading", Polarity] = "reading"
    certainty: Literal["reading", Certainty] = "reading"
    subject: Whom | tuple[Whom, ...] = "group"
    place: str = "reading"
    component: str | None = None
    sided: Flag = False

    @property
    def subjects(self) -> tuple[Whom, ...]:
        """Whom it may be about, in the order in which they are looked for."""
        return self.subject if isinstance(self.subject, tuple) else (self.subject,)

    @property
    def topics(self) -> frozenset[str]:
        """The topics that must stand beside the trigger."""
        asked = (name for name, wanted in self.when.items() if wanted != "none")
        return frozenset(name.removeprefix(TOPIC) for name in asked if name.startswith(TOPIC))


class Frame(_Strict):
    """The facts that a trigger of one mention type (and, if given, of these ids) makes.

    ``when`` and ``value`` hold for every fact of the frame, beside its own.
    """

    on: str
    ids: tuple[str, ...] = ()
    when: Mapping[str, Allowed] = Field(default_factory=dict)
    value: Mapping[str, Pick] = Field(default_factory=dict)
    facts: tuple[Emit, ...]

    @model_validator(mode="after")
    def _shared(self) -> Frame:
        facts = tuple(
            e.model_copy(update={"when": {**self.when, **e.when}, "value": {**e.value, **self.value}})
            for e in self.facts
        )
        object.__setattr__(self, "facts", facts)
        return self

    def concerns(self, kind: str, entity: str) -> bool:
        """Whether a mention of this type and id is a trigger of the frame."""
        return kind == self.on and (not self.ids or entity in self.ids)


class Effect(_Strict):
    """What a class of reporting words does to what is reported.

    ``announces``: a noun that is reported ("announced the withdrawal") is said to have happened, as surely as
    ``confidence`` says (to call it a mistake is not to say that it has happened).
    """

    polarity: Polarity | None = None
    certainty: Certainty | None = None
    phase: Phase | None = None
    announces: Flag = False
    confidence: float = 1.0


Stranger = Literal["parties", "places"]
"""Names that no pack lists and that frames may take from the words around them: armed groups, towns."""


class FactsFile(_Strict):
    """One ``facts.yaml``; ``strangers`` are the kinds of unlisted names that its frames take."""

    proclitics: Mapping[str, str] = Field(default_factory=dict)
    pronouns: Mapping[str, str] = Field(default_factory=dict)
    articles: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    defaults: Mapping[str, str] = Field(default_factory=dict)
    leads: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    cues: Mapping[str, Effect] = Field(default_factory=dict)
    strangers: tuple[Stranger, ...] = ()
    frames: tuple[Frame, ...] = ()
