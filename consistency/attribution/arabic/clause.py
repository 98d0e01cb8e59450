"""The reporting clauses of an Arabic sentence: a cue, who speaks, and where what he says begins."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.attribution.arabic.cues import closes, reporting_cues
from consistency.attribution.arabic.marker import Marker, find_marker, led_by
from consistency.attribution.arabic.source import grow_source, phrase_end, read_source
from consistency.attribution.arabic.subject import leading_subject, left_subject
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_REACH, _COMMA_REACH = 30, 8
_TELLING = ("speech", "affirm", "claim", "warn")


@dataclass(frozen=True)
class Clause:
    """One reporting clause, items ``[start, end)``; its content begins at ``content`` (None: it stands before).

    ``kind``: "verb" («قال فلان إن»), "participle" («مضيفاً أن»), "after" (what was said stands before: «…، قال فلان»,
    «…، بحسب فلان»), "before" («وبحسب فلان، فإن …»), "mute" (it tells only who goes on speaking). A ``nested`` clause
    lies inside what another one reports.
    """

    kind: str
    cue: Found
    start: int
    end: int
    source: Source | None
    content: int | None
    via: str | None = None
    nested: bool = False
    relative: bool = False

    @property
    def manner(self) -> str:
        """The class of the cue: speech, deny, demand, …"""
        return self.cue.mention.features.get("class", "")


def find_clauses(line: Line, title: bool = False) -> list[Clause]:
    """Every reporting clause of a line, in text order."""
    cues = list(reporting_cues(line, title))
    found: list[Clause] = []
    used = 0
    for n, cue in enumerate(cues):
        if cue.first < used:
            continue
        limit = next((c.first for c in cues[n + 1 :] if c.first >= cue.last and closes(line, c)), len(line.items))
        clause = _clause(line, cue, found[-1].end if found else 0, limit)
        if clause is not None and not _buried(line, clause, found):
            found.append(clause)
            used = clause.end
    return found


def _buried(line: Line, clause: Clause, found: list[Clause]) -> bool:
    """Whether a bare verb inside what another reports belongs to that («… إن الحكومة طلبت …»)."""
    if (
        not found
        or clause.nested
        or clause.kind != "verb"
        or clause.cue.mention.proclitics
        or found[-1].content is None
    ):
        return False
    lead = range(clause.start, clause.cue.first)
    linked = any(
        not line.items[i].word or line.isa(i, "auxiliaries", "also") or line.starting(i, "linker", "boundary")
        for i in lead
    )
    return line.items[clause.start - 1].word and not linked


def _clause(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    features = cue.mention.features
    part = features.get("pos")
    if part == "preposition":
        return _by_preposition(line, cue, floor)
    if part == "noun":
        return _by_noun(line, cue, limit)
    if part == "adjective":
        marker = find_marker(line, cue, cue.last, limit)
        return Clause("participle", cue, cue.first, marker.at, None, marker.content) if marker else None
    if features["class"] == "quoting" and (quoted := _quoting(line, cue, floor)):
        return quoted
    if line.isa(cue.first - 1, "relative") or line.isa(cue.first - 1, "what"):
        return _relative(line, cue, limit)
    return _by_verb(line, cue, floor, limit)


# --- by preposition: «بحسب فلان» -----------------------------------------------------------


def _by_preposition(line: Line, cue: Found, floor: int) -> Clause | None:
    """«بحسب فلان»، «وفق ما قاله فلان»: what was said stands before, or after a comma at the beginning."""
    at, end = cue.last, len(line.items)
    while at < end and (line.isa(at, "which") or line.starting(at, "cue")):
        said = line.starting(at, "cue")
        at = said.last if said else at + 1
    grown = grow_source(line, at, end)
    stop = grown[1] if grown else phrase_end(line, at, min(end, at + 6), open_=True)
    source = grown[0] if grown else read_source(line, at, stop)
    if source is None:
        return None
    leads = (
        cue.first <= floor
        or "ف" in cue.mention.proclitics
        or (cue.first <= floor + 1 and line.isa(floor, "auxiliaries"))
    )
    content = _after_comma(line, stop) if leads else None
    return Clause("before" if content is not None else "after", cue, cue.first, stop, source, content)


def _after_comma(line: Line, end: int) -> int | None:
    """The item after the comma (and «فإن») that closes a leading «وبحسب فلان،»."""
    ahead = range(end, min(end + _COMMA_REACH, len(line.items)))
    at = next((i for i in ahead if line.items[i].comma or line.starting(i, "that")), None)
    if at is None:
        return None
    at += line.items[at].comma
    that = line.starting(at, "that")
    at = that.last if that else at
    return at if at < len(line.items) else None


# --- carriers: «نقلت الوكالة عن فلان قوله إن» ------------------------------------------------


def _by_noun(line: Line, cue: Found, limit: int) -> Clause | None:
    """«… عن فلان قوله إن»، «استبق فلان ذلك بالقول إن»: the speaker stands before the noun."""
    marker = find_marker(line, cue, cue.last, limit)
    if marker is None:
        return None
    at = next((i for i in range(cue.first - 1, max(-1, cue.first - _REACH), -1) if line.isa(i, "about")), None)
    source = read_source(line, at + 1, cue.first) if at is not None else None
    if source is not None and at is not None:
        return Clause("verb", cue, at, marker.at, source, marker.content)
    subject = leading_subject(line, cue.first) if "ب" in cue.mention.proclitics else None
    return Clause("verb", cue, cue.first, marker.at, subject, marker.content) if subject else None


def _quoting(line: Line, cue: Found, floor: int) -> Clause | None:
    """«نقلت الوكالة عن فلان (قوله) إن …»: the agency carries what another says."""
    lead = "to" if cue.mention.features.get("from") == "ila" else "about"
    ahead = range(cue.last, min(cue.last + _REACH, len(line.items)))
    about = next((i for i in ahead if line.isa(i, lead)), None)
    if about is None:
        return None
    saying = next((f for i in range(about + 1, len(line.items)) for f in line.at(i) if _is_noun_of_saying(f)), None)
    head, after = (saying, saying.last) if saying else (cue, about + 1)
    marker = find_marker(line, head, after, len(line.items))
    if marker is None:
        return None
    source = marker.source or read_source(line, about + 1, saying.first if saying else marker.at)
    subject = left_subject(line, cue.first, floor)
    carrier = read_source(line, cue.last, about) or (subject[0] if subject else None)
    start = subject[1] if subject else cue.first
    return Clause("verb", head, start, marker.at, source, marker.content, via=_name(carrier)) if source else None


def _is_noun_of_saying(found: Found) -> bool:
    return found.mention.type == "cue" and found.mention.features.get("pos") == "noun"


def _name(source: Source | None) -> str | None:
    return (source.name or source.title) if source else None


# --- relative clauses ----------------------------------------------------------------------


def _relative(line: Line, cue: Found, limit: int) -> Clause | None:
    """«التي وصفها أوباما بـ"…"»، «وهو ما نفاه فلان، مضيفاً أن»: a quotation, or only who goes on."""
    grown = grow_source(line, cue.last, limit)
    if grown is None:
        return None
    source, end = grown
    quote = next((i for i in range(end, limit) if line.items[i].quote is not None), None)
    if quote is None:
        return Clause("mute", cue, cue.first, end, source, None) if line.isa(cue.first - 1, "what") else None
    return Clause("verb", cue, cue.first, quote, source, quote, nested=True, relative=True)


# --- by verb -------------------------------------------------------------------------------


def _by_verb(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    subject = left_subject(line, cue.first, floor)
    marker = find_marker(line, cue, cue.last, limit)
    if marker is None:
        return _postposed(line, cue, subject, floor, limit) or _mute(line, cue, subject, limit)
    source = marker.source or (read_source(line, cue.last, marker.at) if _names_speaker(cue, marker) else None)
    if source is not None and _is_object(line, cue, source, floor):
        source = None
    start = _start(line, cue, subject if source is None else None, floor)
    source = source or (subject[0] if subject else None) or (leading_subject(line, cue.first) if floor == 0 else None)
    citing = _cited(line, cue, marker)
    if citing:
        return Clause("verb", cue, start, marker.at, citing, marker.content, via=_name(source))
    return Clause("verb", cue, start, marker.at, source, marker.content, nested=_nested(line, cue, subject, floor))


def _names_speaker(cue: Found, marker: Marker) -> bool:
    """Whether the words between verb and content can name the speaker."""
    return marker.bounded and cue.mention.features.get("object") != "only"


def _is_object(line: Line, cue: Found, source: Source, floor: int) -> bool:
    """«…، ودعا أنقرة إلى سحب»: inside a sentence a place or body after such a verb is whom it was said to."""
    takes = cue.mention.features.get("takes", "").split()
    return "object" in takes and floor > 0 and source.kind == "body" and "و" in cue.mention.proclitics


def _cited(line: Line, cue: Found, marker: Marker) -> Source | None:
    """«ذكرت الوكالة، نقلاً عن مصادر مطلعة، أن»: the source behind the carrier."""
    behind = (f for i in range(cue.last, marker.at) for f in line.at(i) if f.mention.type == "cue")
    citing = next((f for f in behind if f.mention.features.get("class") == "citing"), None)
    return read_source(line, citing.last, marker.at) if citing else None


def _nested(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> bool:
    """Whether the clause lies inside what another one reports: with a speaker of its own right after «أن»."""
    at = subject[1] if subject else cue.first
    return at > floor > 0 and line.ending(at, "that") is not None and not line.ending(at, "narration")


def _start(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> int:
    """Where the clause begins: at its subject or verb, with the auxiliaries, adverbs and commas before."""
    at = subject[1] if subject else cue.first
    while at > floor:
        linker = line.ending(at, "linker") or _contrast(line, at)
        if linker and linker.first >= floor:
            at = linker.first
        elif line.isa(at - 1, "auxiliaries", "also", "as_for") or line.items[at - 1].comma:
            at -= 1
        else:
            break
    return at


def _contrast(line: Line, at: int) -> Found | None:
    """«إلا أنه»، «غير أنه» before a verb."""
    boundary = line.ending(at, "boundary")
    return boundary if boundary and boundary.mention.id == "contrast" else None


def _postposed(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int, limit: int) -> Clause | None:
    """«…»، قال فلان: what was said stands before the verb."""
    if cue.first <= floor or cue.mention.features.get("class") not in _TELLING or led_by(line, cue.first):
        return None
    end = phrase_end(line, cue.last, limit)
    source = read_source(line, cue.last, end) if end > cue.last else (subject[0] if subject else None)
    before = cue.first - 1
    while before > floor and (line.items[before].comma or line.isa(before, "also", "auxiliaries")):
        before -= 1
    apart = line.items[cue.first - 1].comma or line.isa(cue.first - 1, "also") or line.items[before].quote is not None
    return Clause("after", cue, before + 1, max(end, cue.last), source, None) if source and apart else None


def _mute(line: Line, cue: Found, subject: tuple[Source, int] | None, limit: int) -> Clause | None:
    """A verb that reports nothing that can be told apart, whose subject goes on in the sentence («دافع فلان …، وزعم أن»)."""
    grown = grow_source(line, cue.last, limit)
    source = grown[0] if grown else (subject[0] if subject else None)
    return Clause("mute", cue, cue.first, grown[1] if grown else cue.last, source, None) if source else None
