"""The places, parties, roles and dates that go with a predicate."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from consistency.facts.measures import is_length
from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.facts.reading import Led, Reading
from consistency.model import Mention

_PLACES = ("place", "sites")
_PARTIES = ("force", "body", "government")
_NEAR_OBJECT = 6
_OUTDATED_REACH = 4
_NATION_REACH = 3
_UNKNOWN = 2
"""How many unknown words hold a verb of their own."""
_THINGS = frozenset({"bases", "equipment"})
_ASKED_LEADS = frozenset({"from", "to"})
_SIDES = ("with", "by", "between")
_ABROAD = ("at", "from")
_SITE_LEADS = ("from", "at", "object")


class Slots:
    """Fills the slots of the readings of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage, self._context = passage, passage.context
        self._registry = passage.context.registry

    def fill(self, reading: Reading, node: Node, nodes: Sequence[Node]) -> None:
        """Adds what stands in the clause of a predicate, each with the preposition that leads it in."""
        own = self._passage.around(node.mention).last if node.nominal else node.mention.last
        for m in self._passage.inside(reading.clause, "role"):
            here = m.first >= own or (own <= m.last - 1 and m.first == node.mention.first)  # «تقديم المشورة»
            named = self._passage.context.document.language == "en" and m.first in self._passage.covered
            if here and not (named or self.negated(m) or self._is_of_others(m)):  # not "the remaining combat forces"
                reading.roles.append(Led(m, self._lead_of_role(m, reading)))
        self.add_places(reading)
        for m in self._passage.inside(reading.clause, *_PARTIES, "place"):
            if m.type != "place" or m.id in self._registry.countries:
                reading.parties.append(Led(m, self._context.lead(m, 3) or ""))
        ahead = _is_ahead(reading, node)
        for m in self._passage.mentions:
            if m.type == "date" and self._owner(m, nodes) is node and self._holds(m):
                lead = self._lead_of_date(m)
                reading.dates.append(Led(replace(m, value=m.value.coming()) if ahead else m, lead))
        reading.spans += [d.mention.span for d in reading.dates]

    def _is_of_others(self, role: Mention) -> bool:
        """Whether an Arabic verb of a role has a subject of its own right behind it («تؤدي مهامها، تدعمها القوات الأمريكية»)."""
        verb = "tense" in role.features and bool(role.enclitic)
        return verb and any(g.first == role.last for g in self._passage.groups)

    def _holds(self, date: Mention) -> bool:
        """Whether a date is one, and no word for what no longer holds stands before it ("first planned for 29 August")."""
        before = range(max(self._passage.first, date.first - _OUTDATED_REACH), date.first)
        outdated = any(m.type == "outdated" for i in before for m in self._passage.at.get(i, ()))
        return not outdated and not self._of_saying(date) and not is_length(date, self._passage)

    def _of_saying(self, date: Mention) -> bool:
        """«أعلن اليوم أن المهمة انتهت»: a day between a verb of saying and «أن» is that of the saying."""
        that = any(m.type == "that" for m in self._passage.at.get(date.last, ()))
        return that and any(m.type == "cue" and "tense" in m.features for m in self._context.until.get(date.first, ()))

    def add_places(self, reading: Reading) -> None:
        """Adds the places that stand in the clause of a reading."""
        forces = {i for g in self._passage.groups if g.of not in _THINGS for i in range(g.first, g.last)}
        for m in self._passage.inside(reading.clause, *_PLACES):
            if any(
                n.features.get("existential") and self._passage.stands(n) for n in self._passage.at.get(m.first, ())
            ):
                continue  # «هناك» as "there are"
            if {m.first, m.last - 1} <= forces:
                continue  # the place only says whose force it is ("At least 200 U.S. commandos")
            if self._is_asked(m) or self._context.acts(m) or self._speaks(m, reading):
                continue
            lead = self._lead_of_place(m, reading.trigger)
            if lead != "to" or not self._goes_before(m, reading.trigger):
                reading.places.append(Led(m, lead))

    def _goes_before(self, place: Mention, trigger: Mention) -> bool:
        """Whether somebody goes somewhere before an English leaving is spoken of ("officials going to Gao to discuss it")."""
        leaving = trigger.features.get("relation") == "leave"
        return leaving and self._context.document.language == "en" and place.last <= trigger.first

    def _speaks(self, place: Mention, reading: Reading) -> bool:
        """Whether an Arabic capital before a verb stands for its government («بغداد وواشنطن تتفاوضان على بقاء القوات»)."""
        verb = reading.node is not None and place.last <= min(n.first for n in self._verbs(reading))
        opens = place.first <= reading.clause.first + 1
        led = self._context.lead(place, 2)
        arabic = self._context.document.language == "ar"
        return arabic and place.id in self._registry.capitals and verb and opens and led in (None, "", "with")

    def _verbs(self, reading: Reading) -> list[Mention]:
        node = reading.node
        return [reading.trigger, *(g.mention for g in node.above())] if node is not None else [reading.trigger]

    def _is_asked(self, place: Mention) -> bool:
        """Whether somebody is asked by the name of a place («طلب من روما», "urged Rome to")."""
        leads = [
            m for m in self._context.until.get(place.first, ()) if m.type == "preposition" and m.id in _ASKED_LEADS
        ]
        starts = {place.first, *(m.first for m in leads)}
        before = (m for i in starts for m in self._context.until.get(i, ()))
        return any(m.type == "modality" and m.id == "sought" and m.features.get("pos") == "verb" for m in before)

    def _lead_of_date(self, date: Mention) -> str:
        """The preposition of a date; as a clitic on a date «بـ» is "by". One before a place does not lead in a date behind it."""
        beside = self._context.until.get(date.first, ())
        if any(m.type in _PLACES and self._passage.context.lead(m, 2) for m in beside) and not date.proclitics:
            return ""  # «الانسحاب من العراق الأسبوع المقبل»
        if date.first - 1 in self._passage.covered and self._passage.context.document.language == "en":
            return ""  # "to 3,000 troops this month"
        lead = self._context.lead(date, 3) or ""
        return "by" if lead == "at" and self._passage.frames.preposition(date.proclitics) else lead

    def negated(self, m: Mention) -> bool:
        """Whether a negation stands right before («التدريب لا القتال»)."""
        return any(n.type == "negation" and n.last == m.first for n in self._passage.at.get(m.first - 1, ()))

    def _lead_of_role(self, role: Mention, reading: Reading) -> str:
        """The preposition of a role, or of the one before it in a list («من … إلى الاستشارة والتدريب»)."""
        for i in range(role.first, reading.trigger.last - 1, -1):
            here = self._passage.at.get(i, ())
            clitics = (self._passage.frames.preposition(m.proclitics) for m in here if m.type in ("role", "topic"))
            words = (m.id for m in here if m.type == "preposition" and m.last <= role.first)
            found = next((c for c in clitics if c), None) or next(words, None)
            if found in ("from", "to"):
                return found
        return ""

    def _lead_of_place(self, place: Mention, trigger: Mention) -> str:
        if "lead" in place.features:
            return place.features["lead"]
        lead = self._context.lead(place, min(4, place.first - self._passage.first + 1))
        if lead is None and 0 <= place.first - trigger.last <= _NEAR_OBJECT:
            return "object"
        return lead or ""

    def _owner(self, date: Mention, nodes: Sequence[Node]) -> Node | None:
        """The predicate that a date belongs to: in its clause the nearest before it, else the first after it."""
        clause = self._passage.clause_of(date.first)
        here = [n for n in nodes if n.clause == clause and n.root() is not None]
        before = [n for n in here if n.mention.first < date.first]
        if not before and self._context.lead(date, 3) == "since":
            return None  # «القوات المنتشرة في مالي منذ عام 2013 بدأت …»
        if not before and here and (self._tells_when_said(date, here[0]) or self._of_another_verb(date, here[0])):
            return None
        chosen = before[-1] if before else next(iter(here), None)
        if chosen is not None and _is_bare(chosen):
            phrase = self._passage.around(chosen.mention)  # "with a combat role"
            led = bool(self._context.lead_of(phrase, 2)) or self._in_phrase(chosen.mention)
            chosen = next((n for n in reversed(before) if n.trigger and _times(n, led=led)), chosen)
        return chosen.root() if chosen else None

    def _tells_when_said(self, date: Mention, node: Node) -> bool:
        """Whether "that" stands between a day and a predicate: "today I can say that our troops will be home"."""
        between = range(date.last, node.mention.first)
        return any(m.type == "that" for i in between for m in self._passage.at.get(i, ()))

    def _of_another_verb(self, date: Mention, node: Node) -> bool:
        """Whether an unknown verb stands before a day, and only a noun behind it ("will issue it on Friday, after the
        withdrawal").
        """
        passage = self._passage
        if not node.nominal or passage.context.document.language != "en":
            return False
        before = range(passage.clauses[passage.clause_of(date.first)].first, date.first)
        helped = any(m.type == "auxiliary" for i in before for m in passage.at.get(i, ()))
        return helped and sum(i not in passage.covered and not passage.at.get(i) for i in before) >= _UNKNOWN

    def _in_phrase(self, m: Mention) -> bool:
        """Whether a noun belongs to a longer preposition ("under the truce")."""
        return any(n.type == "preposition" and n.first < m.first < n.last for n in self._passage.mentions)

    def place_of_event(self, reading: Reading, kinds: Sequence[str]) -> str | None:
        """Where it happens: as its clause says; where words of the given types go with it, as they or its sentence do."""
        if not kinds:
            return self.place_of(reading)
        if not reading.places:
            told = [self._passage.nearest(kind, reading.trigger) for kind in kinds]
            beside = [m for word in told if word is not None for m in self._context.places_beside(word)]
            reading = replace(reading, places=[Led(m, "at") for m in (*beside, *self._in_sentence(reading))])
        if not reading.places and "places" in self._passage.frames.strangers:
            so_far = self._context.host_so_far(self._passage.statement)
            return self._nation_beside(reading) or self._of_a_government(reading) or so_far
        return self.place_of(reading) or self._nation_beside(reading)

    def _of_a_government(self, reading: Reading) -> str | None:
        """The one country whose government is named as the other side («مع الحكومة الطاجيكية»)."""
        named = (m for m in self._passage.inside(reading.clause, "government") if self._context.lead(m, 3) in _SIDES)
        countries = {c for m in named if (c := self._registry.country(m.id))}
        return countries.pop() if len(countries) == 1 else None

    def _in_sentence(self, reading: Reading) -> list[Mention]:
        """The places in or from which the same sentence says that something happens, the nearest first."""
        stops = [c.first for c in self._passage.clauses if c.link == "stop"]
        sentence = bisect_right(stops, reading.trigger.first)
        here = (m for m in self._passage.mentions if bisect_right(stops, m.first) == sentence)
        named = (m for m in here if m.type == "place")
        led = [m for m in named if self._context.lead(m, 3) in ("at", "from")]
        return sorted(led, key=lambda m: abs(m.first - reading.trigger.first))

    def _nation_beside(self, reading: Reading) -> str | None:
        """The country of an adjective that goes with a noun («الانتخابات العراقية», "the Iraqi election")."""
        first, last = reading.trigger.first - _NATION_REACH, reading.trigger.last + _NATION_REACH
        near = (m for m in self._passage.inside(reading.clause, "nationality") if first <= m.first < last)
        return next((m.id for m in near if reading.node is not None and m.id in self._registry.countries), None)

    def place_of(self, reading: Reading) -> str | None:
        """The place that a reading concerns: as its clause names it, else the country that the story is about."""
        own = self._registry.country(reading.party)
        leaving = reading.facets.get("relation") == "leave"
        first: Sequence[tuple[str, ...]] = (("from",), ("at",)) if leaving else (("from", "at"),)
        first = first[1:] if leaving and self._leaves_what_follows(reading) else first
        for leads in (*first, ("object",), () if leaving else ("to",), ("",)):
            led = [p.mention for p in reading.places if p.lead in leads and p.mention.type == "place"]
            led.sort(key=lambda m: m.first < reading.trigger.first)
            abroad = [m.id for m in led if self._registry.country(m.id) != own or self._left(m, leads)]
            if abroad:
                return self._within(reading, abroad[0])
        host = self._context.host_of(self._passage.statement)
        host = self._abroad(own) or host if host == own and own is not None else host
        return self._within(reading, None if leaving and host == own and self._names_no_town(reading) else host)

    def _leaves_what_follows(self, reading: Reading) -> bool:
        """Whether an English verb has its place behind it, and "from" before it says whose they are ("troops from Chad have
        left Mali").
        """
        named = [led for led in reading.places if led.mention.type == "place"]
        left = any(led.lead == "object" and led.mention.first >= reading.trigger.last for led in named)
        from_ = [led for led in named if led.lead == "from"]
        verb = "tense" in reading.trigger.features and self._context.document.language == "en"
        return verb and left and all(led.mention.last <= reading.trigger.first for led in from_)

    def _abroad(self, own: str) -> str | None:
        """The first other country in which the statement says that something is."""
        named = (m for m in self._passage.mentions if m.type == "place" and m.id in self._registry.countries)
        return next((m.id for m in named if m.id != own and self._context.lead(m, 3) in _ABROAD), None)

    def _names_no_town(self, reading: Reading) -> bool:
        """Whether a force leaves something that no known place names: it need not be in its own country."""
        after = (m for i in range(reading.trigger.last, reading.clause.last) for m in self._passage.at.get(i, ()))
        return any(m.type == "preposition" and m.id == "from" for m in after)

    def _left(self, place: Mention, leads: Sequence[str]) -> bool:
        """Whether a place is a part of a country that its own forces leave or are in."""
        return "from" in leads and place.id not in self._registry.countries

    def _within(self, reading: Reading, place: str | None) -> str | None:
        """The cities of a country are a place of their own."""
        sites = (p.mention for p in reading.places if p.mention.type == "sites" and p.lead in _SITE_LEADS)
        site = next(sites, None)
        country = self._registry.country(place) or (self._nation_of(site) if site else None)
        return f"{country}.{site.id}" if country and site else place

    def _nation_of(self, site: Mention) -> str | None:
        """The country of an adjective beside a word for places («المدن العراقية», "Iraqi cities")."""
        beside = (*self._passage.at.get(site.last, ()), *self._context.until.get(site.first, ()))
        return next((self._registry.country(m.id) for m in beside if m.type == "nationality"), None)

    def place_led(self, reading: Reading, leads: Sequence[str]) -> str | None:
        """The place that one of these prepositions leads in."""
        own = self._registry.country(reading.party)
        for led in reading.places:
            mine = led.lead == "object" and self._registry.country(led.mention.id) == own
            if led.lead in leads and not mine:
                return reading.place if led.mention.type == "sites" else led.mention.id
        return None


def _is_ahead(reading: Reading, node: Node) -> bool:
    """Whether what is said is still to come, as its verb tells: then a weekday is the next one («تبدأ الأحد»)."""
    tenses = {n.features.get("tense") for n in (node, *node.above())}
    return reading.view.phase == "planned" or ("present" in tenses and "past" not in tenses)


def _is_bare(node: Node) -> bool:
    """Whether it is a noun of state of which nothing is said."""
    return node.trigger and node.nominal and node.mention.type == "state" and not node.governors


def _times(node: Node, *, led: bool) -> bool:
    """Whether a day behind a noun of state belongs to a predicate before it: a verb if a preposition leads the noun in
    («يفرج عنهم ضمن الهدنة الأحد»), or one whose object the noun is and that says so ("extend the truce until Monday").
    """
    verb = not node.nominal and node.mention.type != "state"
    return (led and verb) or node.features.get("times") == "object"
