"""Arabic sources without a verb of their own, and carriers of what others say.

«بحسب فلان»، «نقلت الوكالة عن فلان قوله إن»، «ونُقل عن فلان»، «ذكرت الوكالة، نقلاً عن فلان، أن».
"""

from __future__ import annotations

from consistency.attribution.arabic.clause import Clause
from consistency.attribution.arabic.leads import lead_at, past_that
from consistency.attribution.arabic.marker import Marker, find_marker
from consistency.attribution.arabic.phrase import PEOPLE, phrase_end
from consistency.attribution.arabic.source import grow_source, past_adverbs, read_source, to_somebody, unlisted_person
from consistency.attribution.arabic.subject import leading_subject, left_subject, phrase_before
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_REACH, _COMMA_REACH, _UNKNOWN_REACH, _DESCRIBED_REACH = 30, 8, 6, 4


def by_preposition(line: Line, cue: Found, floor: int) -> Clause | None:
    """«بحسب فلان»، «وفق ما قاله فلان»: what was said stands before, or after a comma at the beginning."""
    if (
        line.isa(cue.first + 1, "which")
        and line.isa(cue.first, "upon")
        and not (cue.first > 0 and line.items[cue.first - 1].comma)
    ):
        return None  # «لم تعلق على ما ذكره»
    at, end = cue.last, len(line.items)
    said = quotes = False
    while at < end and (line.isa(at, "which", "him", "about_him") or line.starting(at, "cue")):
        verb = line.starting(at, "cue")
        said = said or verb is not None
        quotes = quotes or (verb is not None and verb.mention.features.get("class") == "quoting")
        at = verb.last if verb else at + 1
    at = _in_document(line, at)
    grown = grow_source(line, at, end, led=True) or unlisted_person(line, at, end)
    if said and grown is None and to_somebody(line, at):  # «وفق ما قاله لوكالة محلية قائد ميداني»
        ahead = range(at + 1, min(at + _COMMA_REACH, end))
        at = next((i for i in ahead if line.starting(i, *PEOPLE, "person")), at)
        grown = grow_source(line, at, end)
    if said:
        grown = _behind(line, grown[1] if grown else at, quotes=quotes) or grown
    stop = grown[1] if grown else phrase_end(line, at, min(end, at + _UNKNOWN_REACH), open_=True, led=True)
    source = grown[0] if grown else read_source(line, at, stop, whoever=said)
    if source is None and line.isa(cue.last, "him") and (said or at == cue.last + 1):
        item = line.items[cue.last]
        source, stop = Source("pronoun", (item.start, item.end), head=item.norm), at
    if source is None:
        return None
    content = _after_comma(line, stop) if _leads(line, cue, floor) else None
    return Clause("before" if content is not None else "after", cue, cue.first, stop, source, content)


def _in_document(line: Line, at: int) -> int:
    """The item behind «(ما) جاء في كلمة», «بيان تلاه»: whose words they are; ``at`` itself where none stands."""
    came = at + 2 if line.isa(at, "came") and line.isa(at + 1, "in") else at
    document = line.starting(came, "document")
    if document is None:
        return min(came + 1, len(line.items)) if came > at else at
    if line.isa(document.last, "delivered"):
        return past_adverbs(line, document.last + 1, len(line.items))
    return document.last if came > at else at


def _behind(line: Line, carrier: int, *, quotes: bool) -> tuple[Source, int] | None:
    """Whom a carrier has from («على ما نقلت إذاعة محلية عن ضابط»، «بحسب ما أفاد به مراسلون نقلاً عن ضابط»)."""
    end = len(line.items)
    for at in range(carrier, min(carrier + _DESCRIBED_REACH, end)):
        citing = line.starting(at, "cue")
        if citing and citing.mention.features.get("class") == "citing":
            return grow_source(line, citing.last, end, led=True)
        if quotes and line.isa(at, "about"):
            return grow_source(line, at + 1, end, led=True)
        if not line.items[at].word or line.isa(at, "prepositions"):
            return None
    return None


def _leads(line: Line, cue: Found, floor: int) -> bool:
    """Whether «بحسب …» stands at the beginning, before what was said."""
    if cue.first <= floor or "ف" in cue.mention.proclitics:
        return True
    return cue.first <= floor + 1 and line.isa(floor, "auxiliaries")


def _after_comma(line: Line, end: int) -> int | None:
    """The item after the comma (and «فإن») that closes a leading «وبحسب فلان،»."""
    ahead = range(end, min(end + _COMMA_REACH, len(line.items)))
    at = next((i for i in ahead if line.items[i].comma or line.starting(i, "that")), None)
    if at is None:
        return None
    at += line.items[at].comma
    that = line.starting(at, "that")
    at = that.last if that else at + line.isa(at, "so")
    return at if at < len(line.items) else None


def by_noun(line: Line, cue: Found, limit: int) -> Clause | None:
    """«… عن فلان قوله إن»، «استبق فلان ذلك بالقول إن»: the speaker stands before the noun."""
    if cue.mention.features.get("of") == "subject":
        return _by_act(line, cue, limit)
    marker = find_marker(line, cue, cue.last, limit)
    if marker is None:
        return None
    at = next((i for i in range(cue.first - 1, max(-1, cue.first - _REACH), -1) if line.isa(i, "about")), None)
    source = read_source(line, at + 1, cue.first) if at is not None else None
    if source is not None and at is not None:
        return Clause("verb", cue, at, marker.at, source, marker.content)
    led = "ب" in cue.mention.proclitics
    subject = (phrase_before(line, cue.first) or leading_subject(line, cue.first)) if led else None
    return Clause("verb", cue, cue.first, marker.at, subject, marker.content) if subject else None


def _by_act(line: Line, cue: Found, limit: int) -> Clause | None:
    """«بعد إعلان الحكومة انتهاء المهمة»: a noun for the act of saying, between its occasion and its speaker."""
    if not line.isa(cue.first - 1, "occasions"):
        return None
    marker = find_marker(line, cue, cue.last, limit)
    if marker is None or marker.source is None:
        return None
    led = past_that(line, marker.content - 1) == marker.content or line.starting(
        marker.content, "event", "aspect", "state", "negation"
    )
    return Clause("verb", cue, _occasion(line, cue), marker.at, marker.source, marker.content) if led else None


def _occasion(line: Line, cue: Found) -> int:
    """Where the occasion of an act begins («على الرغم من إعلان …»)."""
    start = cue.first - 1
    if not line.isa(start - 1, "despite"):
        return start
    return start - 1 - line.isa(start - 2, "prepositions")


def quoting(line: Line, cue: Found, floor: int) -> Clause | None:
    """«نقلت الوكالة عن فلان (قوله) إن …»: the agency carries what another says."""
    about = _lead(line, cue)
    if about is None:
        return None
    saying = next((f for i in range(about + 1, len(line.items)) for f in line.at(i) if _is_noun_of_saying(f)), None)
    head, after = (saying, saying.last) if saying else (cue, about + 1)
    marker = find_marker(line, head, after, len(line.items))
    if marker is None:
        return None
    stop = saying.first if saying else marker.at
    source = _quoted(line, about, stop, marker)
    subject = left_subject(line, cue.first, floor)
    between = read_source(line, cue.last, max(about, cue.last)) or (
        read_source(line, about + 1, stop) if line.isa(about, "about_him") else None
    )
    carrier = between or (subject[0] if subject else None)
    start = subject[1] if subject else cue.first
    return Clause("verb", head, start, marker.at, source, marker.content, via=name_of(carrier)) if source else None


def _lead(line: Line, cue: Found) -> int | None:
    """The item that leads in whom a carrier quotes: «عن»، «عنه»، «إلى», or the one before «لمسؤول»."""
    to = cue.mention.features.get("from") == "ila"
    for i in range(cue.last, min(cue.last + _REACH, len(line.items))):
        if line.isa(i, "to" if to else "about", "about_him"):
            return i
        if to and (head := line.starting(i, *PEOPLE)) and "ل" in head.mention.proclitics:
            return i - 1
    return None


def _quoted(line: Line, about: int, stop: int, marker: Marker) -> Source | None:
    """Whom the carrier quotes: the words after «عن», or the last speaker («نقلت عنه الوكالة قوله»)."""
    if line.isa(about, "about_him"):
        item = line.items[about]
        meant = _meant(line, about)
        return meant or Source("pronoun", (item.start, item.end), head=item.norm)
    grown = grow_source(line, about + 1, stop, led=True)
    return marker.source or (grown[0] if grown else None) or read_source(line, about + 1, stop, whoever=True)


def _meant(line: Line, about: int) -> Source | None:
    """Whom «عنه» means in its own sentence: before «الذي نقل عنه التلفزيون», or in «ينقل زوار السفير عنه»."""
    verb = next((f for f in reversed(line.within(0, about, "cue"))), None)
    if verb is None:
        return None
    if line.isa(verb.first - 1, "relative"):
        end = verb.first - 1
        return phrase_before(line, end - line.items[end - 1].comma) if end else None
    visited = phrase_before(line, about) if about > verb.last + 1 else None
    person = visited is not None and visited.kind == "person" and (visited.title or visited.name)
    return visited if person else None


def _is_noun_of_saying(found: Found) -> bool:
    return found.mention.type == "cue" and found.mention.features.get("pos") == "noun"


def cited(line: Line, cue: Found, marker: Marker) -> Source | None:
    """«ذكرت الوكالة، نقلاً عن مصادر مطلعة، أن»: the source behind the carrier."""
    behind = (f for i in range(cue.last, marker.at) for f in line.at(i) if f.mention.type == "cue")
    citing = next((f for f in behind if f.mention.features.get("class") == "citing"), None)
    return read_source(line, citing.last, marker.at, whoever=True) if citing else None


def name_of(source: Source | None) -> str | None:
    """How a carrier is called."""
    return (source.name or source.title) if source else None


def interposed(line: Line, cue: Found) -> bool:
    """«أكد فلان، بحسب الوكالة، أن»: between two commas, before what the verb leads in."""
    if cue.mention.features.get("pos") != "preposition":
        return False
    if not line.items[cue.first - 1].comma:
        return cue.mention.features.get("class") == "citing" and bool(_awaited(line, cue.first))
    ahead = range(cue.last, min(cue.last + _REACH // 2, len(line.items) - 1))
    comma = next((i for i in ahead if line.items[i].comma), None)
    if comma is None:
        return False
    if line.isa(comma + 1, "so") or line.starting(comma + 1, "cue"):
        return left_subject(line, cue.first - 1, 0) is not None  # «أما رئيس الأركان، بحسب إذاعة محلية، فقد أكد»
    following = line.items[comma + 1]
    takes = _awaited(line, cue.first - 1)
    if takes and lead_at(line, comma + 1, len(line.items), takes) is not None:
        return True
    if "np" in takes and following.word and not following.norm.startswith("و"):
        return line.starting(comma + 1, "cue", "boundary", "preposition") is None
    return past_that(line, comma + 1) is not None or following.quote is not None or following.norm == ":"


def _awaited(line: Line, comma: int) -> list[str]:
    """What a verb can take that has nothing but its subject before a comma («وجدد الجانبان، وفقاً للبيان، التزامهما»)."""
    verbs = [f for f in line.within(max(0, comma - _REACH), comma, "cue") if f.mention.features.get("pos") == "verb"]
    if not verbs:
        return []
    grown = grow_source(line, verbs[-1].last, comma)
    return verbs[-1].mention.features.get("takes", "").split() if grown and grown[1] == comma else []
