"""The reporting clauses of an Arabic sentence, found by their cues."""

from __future__ import annotations

from dataclasses import replace

from consistency.attribution.arabic.adjuncts import over_adjuncts
from consistency.attribution.arabic.asides import without_asides
from consistency.attribution.arabic.clause import Clause
from consistency.attribution.arabic.cues import closes, reporting_cues
from consistency.attribution.arabic.leads import lead_at, past_that
from consistency.attribution.arabic.marker import Marker, bare_marker, find_marker, led_by
from consistency.attribution.arabic.phrase import PEOPLE, has_article, phrase_end
from consistency.attribution.arabic.pointing import answerer, pointing_back
from consistency.attribution.arabic.relays import by_noun, by_preposition, cited, interposed, name_of, quoting
from consistency.attribution.arabic.source import (
    grow_source,
    past_adverbs,
    plain_name,
    read_source,
    to_somebody,
    unlisted_person,
)
from consistency.attribution.arabic.subject import leading_subject, left_subject, phrase_before
from consistency.attribution.line import Found, Line
from consistency.attribution.saying import Source

_DOCUMENT_REACH, _ISSUER_REACH = 25, 12
_NAME_MIN = 2
_OF_HIM = ("ه", "ها", "هم", "هما")
_ANSWERING = ("speech", "affirm", "claim", "warn", "answer")
_DENYING = ("deny", "reject")
_TELLING = ("speech", "affirm", "claim", "warn")


def find_clauses(line: Line, title: bool = False) -> list[Clause]:
    """Every reporting clause of a line, in text order."""
    cues = without_asides(line, [cue for cue in reporting_cues(line, title) if not interposed(line, cue)])
    found: list[Clause] = []
    used = 0
    for n, cue in enumerate(cues):
        if cue.first < used:
            continue
        limit = next((c.first for c in cues[n + 1 :] if c.first >= cue.last and closes(line, c)), len(line.items))
        clause = _clause(line, cue, found[-1].end if found else 0, limit)
        if clause is not None and found and _is_disputed(line, clause, found[-1]):
            clause = replace(clause, nested=True)
        if clause is not None and not (_buried(line, clause, found) and not (title and _joined(line, clause))):
            found.append(clause)
            used = max(clause.end, clause.content or 0)
    return found


def _joined(line: Line, clause: Clause) -> bool:
    """Whether «و» joins on another speaker («باريس تعلن الانسحاب ومالي ترحب»)."""
    return any(f.mention.proclitics == "و" for f in line.at(clause.start))


def _buried(line: Line, clause: Clause, found: list[Clause]) -> bool:
    """Whether a bare verb inside what another reports belongs to that («… إن الحكومة طلبت …»)."""
    if (
        not found
        or clause.nested
        or clause.kind not in ("verb", "mute")
        or clause.cue.mention.features.get("of") == "subject"  # «رغم إعلان بغداد أنها»
        or line.isa(clause.cue.first - 1, "what")
        or line.isa(clause.cue.first - 2, "before_saying")
        or clause.cue.mention.proclitics
        or found[-1].content is None
    ):
        return False
    lead = range(clause.start, clause.cue.first)
    linked = any(
        not line.items[i].word or line.isa(i, "linking", "also") or line.starting(i, "linker", "boundary") for i in lead
    )
    return line.items[clause.start - 1].word and not linked


def _is_disputed(line: Line, clause: Clause, outer: Clause) -> bool:
    """«نفت لندن تصريحات فلان الذي أكد أن …»: what somebody said whose words the outer clause denies."""
    denied = outer.cue.mention.features.get("class") in _DENYING and outer.content is not None
    told = denied and line.isa(outer.content or 0, "told_things")
    return told and clause.source is not None and line.isa(clause.cue.first - 1, "relative")


def _clause(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    features = cue.mention.features
    part = features.get("pos")
    if part == "preposition":
        return by_preposition(line, cue, floor)
    if part == "noun":
        return by_noun(line, cue, limit)
    if part == "adjective":
        describes = features["class"] == "describe"
        marker = find_marker(line, cue, cue.last, limit, objective=describes)
        subject = leading_subject(line, cue.first) if floor == 0 else None
        return Clause("participle", cue, cue.first, marker.at, subject, marker.content) if marker else None
    if features["class"] == "quoting" and (quoted := quoting(line, cue, floor)):
        return quoted
    if line.isa(cue.first - 1, "what") and line.isa(cue.first - 2, "this"):
        return _this_is_what(line, cue)
    if features["class"] in _ANSWERING and (pointing := pointing_back(line, cue)):
        return pointing
    if line.isa(cue.first - 1, "relative", "what"):
        return _relative(line, cue, limit)
    if line.isa(cue.last, "therein"):
        return _therein(line, cue, cue.last + 1, limit)
    if line.isa(cue.last - 1, "therein"):
        return _therein(line, cue, cue.last, limit)
    return _by_verb(line, cue, floor, limit)


# --- relative clauses ----------------------------------------------------------------------


def _relative(line: Line, cue: Found, limit: int) -> Clause | None:
    """«التي وصفها أوباما بـ"…"»، «وهو ما نفاه فلان، مضيفاً أن»: a quotation, or only who goes on."""
    what = line.isa(cue.first - 1, "what")
    if not what and not cue.mention.enclitic and (own := _by_antecedent(line, cue, limit)):
        return own
    grown = grow_source(line, cue.last, limit)
    if grown is None:
        return None
    source, end = grown
    start = _before_what(line, cue.first - 1) if what else cue.first
    quote = next((i for i in range(end, limit) if line.items[i].quote is not None), None)
    if quote is None:
        return Clause("mute", cue, start, end, source, None) if what else None
    return Clause("verb", cue, start, quote, source, quote, nested=not what, relative=True)


def _by_antecedent(line: Line, cue: Found, limit: int) -> Clause | None:
    """«القائد فلان الذي وصف المراسم بأنها …»: the speaker is whom the relative clause describes."""
    end = cue.first - 1
    source = phrase_before(line, end - line.items[end - 1].comma) if end > 0 else None
    text = cue.mention.features.get("by") == "text"  # «الاتفاق مع واشنطن الذي ينص على»
    if source is None or (text and (source.body or source.name)):
        return None
    if not (source.name if source.kind == "person" else source.body):
        return None
    marker = find_marker(line, cue, cue.last, limit, objective=True)
    return Clause("verb", cue, cue.first, marker.at, source, marker.content) if marker else None


def _this_is_what(line: Line, cue: Found) -> Clause | None:
    """«…، هذا ما أكده فلان»: what was said stands before."""
    grown = answerer(line, cue.last + line.isa(cue.last, "him"))
    return Clause("after", cue, cue.first - 2, grown[1], grown[0], None, pointing=True) if grown else None


def _before_what(line: Line, at: int) -> int:
    """The comma before «، وهو ما», which closes what was said before it."""
    start = at - 1 if line.isa(at - 1, "which_is") else at
    return start - 1 if start > 0 and line.items[start - 1].comma else start


def _therein(line: Line, cue: Found, at: int, limit: int) -> Clause | None:
    """«على تصريح لفلان قال فيه إن»، «تقرير أممي، جاء فيه أن»: the speaker is the one whose statement it is, or the report."""
    marker = find_marker(line, cue, at, limit)
    behind = line.within(max(0, cue.first - _DOCUMENT_REACH), cue.first, "document", *PEOPLE)
    telling = [f for f in behind if f.mention.type == "document" or "ل" in f.mention.proclitics]
    if marker is None or not telling:
        return None
    last = telling[-1]
    grown = grow_source(line, last.last if last.mention.type == "document" else last.first, cue.first, led=True)
    document = None if grown else grow_source(line, last.first, cue.first)
    issuer = grown or (document if cue.mention.features.get("by") == "document" else None)
    source = issuer[0] if issuer else _issuer(line, last.first) or (document[0] if document else None)
    return Clause("verb", cue, cue.first, marker.at, source, marker.content)


def _issuer(line: Line, end: int) -> Source | None:
    """The subject of the verb before a document («أصدرت الحركة بياناً قالت فيه»)."""
    for at in range(max(0, end - _ISSUER_REACH), end):
        grown = grow_source(line, at, end)
        if grown and grown[1] >= end and not line.isa(at - 1, "prepositions"):
            return grown[0]
    return None


# --- by verb -------------------------------------------------------------------------------


def _by_verb(line: Line, cue: Found, floor: int, limit: int) -> Clause | None:
    subject = left_subject(line, cue.first, floor) if "و" not in cue.mention.proclitics else None
    if _as_told(line, cue, floor, limit):
        return _postposed(line, cue, None, floor, limit)
    if subject is None and (apposed := _with_title_behind(line, cue, limit)):
        return apposed
    subject = subject or _before_already(line, cue, floor)
    already = subject is not None and line.isa(cue.first - 1, "already")
    leads = already or (subject is not None and _adjoins(line, subject[0], cue))
    marker = find_marker(line, cue, cue.last, limit, objective=leads)
    if marker is None and subject is not None:
        marker = bare_marker(line, cue, limit)
    if marker is None:
        return _postposed(line, cue, subject, floor, limit) or _mute(line, cue, subject, limit)
    if marker.source is None and not leads and (behind := _behind_object(line, cue, marker)):
        return behind
    source = None if leads else _right_of(line, cue, marker, floor)
    if source is None and subject is None and _unread(line, cue, marker):
        return None
    start = _start(line, cue, subject if source is None else None, floor)
    source = source or (subject[0] if subject else None) or (leading_subject(line, cue.first) if floor == 0 else None)
    if line.isa(marker.content, "withheld") and cue.mention.id == "refuse":
        return Clause("mute", cue, start, marker.at, source, None) if source or floor else None
    citing = cited(line, cue, marker)
    if citing:
        return Clause("verb", cue, start, marker.at, citing, marker.content, via=name_of(source))
    nested = _nested(line, cue, subject, floor)
    if nested and cue.mention.features.get("class") == "agree":
        return None
    return Clause("verb", cue, start, marker.at, source, marker.content, nested=nested)


def _with_title_behind(line: Line, cue: Found, limit: int) -> Clause | None:
    """«نفى سامي حداد، المتحدث باسم الوزارة، الأحد، أن …»: a name that nothing explains, told by its title."""
    named = unlisted_person(line, cue.last, limit)
    if named is None:
        return None
    at = past_adverbs(line, named[1], limit)
    content = lead_at(line, at, limit, cue.mention.features.get("takes", "").split())
    return Clause("verb", cue, cue.first, at, named[0], content) if content is not None else None


def _behind_object(line: Line, cue: Found, marker: Marker) -> Clause | None:
    """«عبّر عن موقفها نائب الوزير فلان»: one noun with a pronoun, and behind it who speaks."""
    at = marker.content
    if (
        at in (cue.last, len(line.items))
        or line.ending(at, "that") is not None
        or not line.items[at].text.endswith(_OF_HIM)
        or has_article(line.items[at].norm)
    ):
        return None
    named = line.starting(at + 1, *PEOPLE, "person")
    grown = grow_source(line, at + 1, len(line.items)) if named and not named.mention.proclitics else None
    return Clause("mute", cue, cue.first, grown[1], grown[0], None) if grown and grown[0].name else None


def _before_already(line: Line, cue: Found, floor: int) -> tuple[Source, int] | None:
    """The subject between «كان» and «قد», whatever else stands there («كانت المعارضة، …، قد اتهمت»)."""
    if not line.isa(cue.first - 1, "already"):
        return None
    was = next((i for i in range(floor, cue.first) if line.isa(i, "was")), None)
    if was is None:
        return None
    grown = grow_source(line, was + 1, cue.first)
    source = grown[0] if grown else read_source(line, was + 1, cue.first - 1, whoever=True)
    return (source, was + 1) if source is not None else None


def _addressed(line: Line, at: int) -> bool:
    """Whether whom it was said to stands right after the verb («قال لـ«رويترز» ضابط إن»)."""
    return line.items[at].norm == "ل" or to_somebody(line, at)


def _adjoins(line: Line, subject: Source, cue: Found) -> bool:
    """Whether nothing but «قد» stands between a subject and its verb, so that no other subject can follow."""
    between = [i for i in range(cue.first) if line.items[i].start >= subject.span[1]]
    return not any(line.items[i].comma or line.items[i].norm.startswith("و") for i in between)


def _as_told(line: Line, cue: Found, floor: int, limit: int) -> bool:
    """«…، كما أعلن فلان»: nothing leads in what was said, which stands before the comma."""
    if cue.first - 2 <= floor or not line.isa(cue.first - 1, "as_told") or not line.items[cue.first - 2].comma:
        return False
    return not any(past_that(line, i) is not None or line.items[i].quote or line.items[i].norm == ":"
                   for i in range(cue.last, limit))  # fmt: skip


def _right_of(line: Line, cue: Found, marker: Marker, floor: int) -> Source | None:
    """The speaker between a verb and what it leads in."""
    source = marker.source
    if source is None and marker.bounded and (teller := _teller(line, cue, marker)):
        return teller
    if source is None and _names_speaker(cue, marker):
        after = over_adjuncts(line, cue.last, marker.at)
        past = after > cue.last and (line.items[after - 1].comma or _addressed(line, cue.last))
        starts = (cue.last, after) if past else (cue.last,)
        source = next((s for at in starts if (s := read_source(line, at, marker.at, whoever=True))), None)
    if source is not None and _is_told(line, cue, marker, source):
        return None
    return None if source is not None and _is_object(line, cue, source, floor) else source


def _is_told(line: Line, cue: Found, marker: Marker, source: Source) -> bool:
    """«وقال لوكالة "رويترز" إن»: the medium is whom it was said to."""
    media = {m.id for m in line.document.mentions_in(source.span, "media")}
    ends = line.items[marker.at - 1].end <= source.span[1] + 1
    return _addressed(line, cue.last) and source.body in media and ends


def _teller(line: Line, cue: Found, marker: Marker) -> Source | None:
    """Who tells somebody something, without whom it is told («أبلغ الوزير البرلمان بأن»)."""
    if cue.mention.features.get("addressee") != "yes":
        return None
    told = next((f.first for f in line.within(cue.last + 1, marker.at, "media")), marker.at)
    grown = grow_source(line, cue.last, told)
    return grown[0] if grown else None


def _unread(line: Line, cue: Found, marker: Marker) -> bool:
    """Whether a subject stands behind the verb that is no speaker («يهدد تنامي الزراعة بـ»)."""
    at = cue.last
    if not _names_speaker(cue, marker) or over_adjuncts(line, at, marker.at) > at or at >= marker.at:
        return False
    item = line.items[at]
    if not item.word or item.norm == "ل" or to_somebody(line, at) or line.isa(at, "prepositions", "adverbial"):
        return False
    return not line.starting(at, "saying", "cue", "preposition")


def _names_speaker(cue: Found, marker: Marker) -> bool:
    """Whether the words between verb and content can name the speaker."""
    return marker.bounded and cue.mention.features.get("object") != "only"


def _is_object(line: Line, cue: Found, source: Source, floor: int) -> bool:
    """«…، ودعا أنقرة إلى سحب»: inside a sentence a place or body after such a verb is whom it was said to."""
    takes = cue.mention.features.get("takes", "").split()
    return (
        "object" in takes
        and "blame" not in takes
        and floor > 0
        and source.kind == "body"
        and "و" in cue.mention.proclitics
    )


def _nested(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> bool:
    """Whether the clause lies inside what another one reports: with a speaker of its own right after «أن»."""
    at = subject[1] if subject else cue.first
    return at > floor > 0 and line.ending(at, "that") is not None and not line.ending(at, "narration", "boundary")


def _start(line: Line, cue: Found, subject: tuple[Source, int] | None, floor: int) -> int:
    """Where the clause begins: at its subject or verb, with the auxiliaries, adverbs and commas before."""
    at = subject[1] if subject else cue.first - 2 * line.isa(cue.first - 2, "before_saying")
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
    at = past_adverbs(line, cue.last, limit)
    end = phrase_end(line, at, limit)
    source = read_source(line, at, end) if end > at else (subject[0] if subject else None)
    if source is None and (named := unlisted_person(line, at, limit) or _plain(line, cue, at, limit)):
        source, end = named
    before = cue.first - 1
    while before > floor and (line.items[before].comma or line.isa(before, "also", "auxiliaries")):
        before -= 1
    apart = line.items[cue.first - 1].comma or line.isa(cue.first - 1, "also") or line.items[before].quote is not None
    return Clause("after", cue, before + 1, max(end, cue.last), source, None) if source and apart else None


def _plain(line: Line, cue: Found, at: int, limit: int) -> tuple[Source, int] | None:
    """«"…"، قال سامي حداد السبت.»: two words or more behind a quotation that nothing explains, up to a day or the end."""
    end = plain_name(line, at, limit)
    quoted = line.items[cue.first - 1].quote or (line.items[cue.first - 1].comma and line.items[cue.first - 2].quote)
    closed = end >= limit or not line.items[end].word or line.starting(end, "date") is not None
    if not quoted or end - at < _NAME_MIN or not closed:
        return None
    span = (line.items[at].start, line.items[end - 1].end)
    return Source("person", span, name=line.text(at, end)), end


def _mute(line: Line, cue: Found, subject: tuple[Source, int] | None, limit: int) -> Clause | None:
    """A verb that reports nothing that can be told apart, whose subject goes on in the sentence («دافع فلان …، وزعم أن»)."""
    if cue.mention.features.get("weak") == "yes":
        return None
    grown = grow_source(line, cue.last, limit)
    source = grown[0] if grown else (subject[0] if subject else None)
    start = subject[1] if subject and not grown else cue.first
    return Clause("mute", cue, start, grown[1] if grown else cue.last, source, None) if source else None
