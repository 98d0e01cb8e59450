"""Which words of an Arabic sentence report speech where they stand; many are ordinary words elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.attribution.arabic.leads import past_that
from consistency.attribution.arabic.phrase import HEADS
from consistency.attribution.arabic.source import to_somebody
from consistency.attribution.arabic.subject import left_subject
from consistency.attribution.line import Found, Line

_NAMES = ("person", "title", "office", "media", "body", "force", "government")
_NOT_VERBS = frozenset("بلكس")
_ADJUNCT_MAX = 12
_DOUBLED = "\u0651"
"""The mark that tells «بيّن» from «بين»."""
_ACCUSATIVE = ("ا", "ه", "ين", "ان", "ون", "اء")
_FIRST_PERSONS = ("1s", "1p", "2mp")


def reporting_cues(line: Line, title: bool) -> Iterator[Found]:
    """The cues that report, in text order; ``title``: a headline, where verbs stand in the present."""
    seen = 0
    for found in line.found:
        if found.mention.type == "cue" and found.first >= seen and _reports(line, found, title):
            seen = found.last
            yield found


def closes(line: Line, cue: Found) -> bool:
    """Whether a further cue ends what the one before it reports: not in a relative clause, nor the source of a carrier."""
    features, before = cue.mention.features, line.items[cue.first - 1]
    if line.isa(cue.first - 1, "relative") or features.get("class") == "citing" or is_saying(cue):
        return False
    if features.get("pos") == "noun":
        return False
    return not (features.get("weak") == "yes" and not cue.mention.proclitics and before.word)


def is_saying(cue: Found) -> bool:
    """«قائلاً»: a participle that only leads in the words of the verb before it."""
    return cue.mention.id == "say" and cue.mention.features.get("pos") == "adjective"


def _reports(line: Line, cue: Found, title: bool) -> bool:
    features = cue.mention.features
    named = any(f.mention.type in _NAMES and f.last >= cue.last for f in line.at(cue.first))
    if named or line.isa(cue.last, "unsaid") or _in_a_name(line, cue):
        return False
    if cue.mention.id == "refuse" and line.isa(cue.last, "withheld") and not _begins_anew(line, cue):
        return False  # «مصدر عسكري، رفض الإفصاح عن هويته، أن»
    if line.isa(cue.first, "between") and not _shows(line, cue) and _DOUBLED not in line.items[cue.first].text:
        return False
    if features.get("with") == "saying" and not _with_a_saying(line, cue):
        return False
    part = features.get("pos")
    if part == "verb" and line.isa(cue.first, "adjunct", "hopes") and not _voices(line, cue):
        return False
    if not cue.mention.proclitics and line.starting(cue.first, "saying") and line.starting(cue.last, "own"):
        return False  # «جدد الوزير، من نيويورك، رفض بلاده»
    if part in ("preposition", "noun"):
        return part == "noun" or not set(cue.mention.proclitics) & _NOT_VERBS
    if cue.mention.enclitic and line.ending(cue.first, "document"):
        return False  # «في تصريحات نقلتها الصحيفة»
    if line.isa(cue.first - 1, "what") and not _stands_apart(line, cue.first - 1):
        return False  # «نفى صحة ما أوردته الصحيفة»
    told = cue.mention.enclitic and features.get("class") in ("speech", "affirm") and part == "verb"
    if told and not line.isa(cue.first - 1, "what"):
        return False
    if part == "adjective":
        return _participle(line, cue)
    return not features.get("article") and not set(cue.mention.proclitics) & _NOT_VERBS and _verbal(line, cue, title)


def _with_a_saying(line: Line, cue: Found) -> bool:
    """Whether a noun of saying follows («اكتفى الوزير بالقول إن»)."""
    ahead = range(cue.last, min(cue.last + _ADJUNCT_MAX, len(line.items)))
    return any(line.starting(i, "saying") for i in ahead)


def _in_a_name(line: Line, cue: Found) -> bool:
    """Whether a verb is a surname behind a given name («باولو فيري»)."""
    person = line.ending(cue.last, "person")
    return person is not None and person.first < cue.first


def _stands_apart(line: Line, at: int) -> bool:
    """Whether «ما» begins a clause about the whole: after a comma, «وهو» or «هذا»."""
    before = at - 1
    return before < 0 or line.isa(before, "which_is", "this") or not line.items[before].word


def _shows(line: Line, cue: Found) -> bool:
    """Whether «بين» is the verb: a speaker with the article or a name and then «أن» follow («بين الصفدي أن»)."""
    ahead = range(cue.last, min(cue.last + _ADJUNCT_MAX, len(line.items)))
    that = next((i for i in ahead if past_that(line, i) is not None or not line.items[i].word), None)
    return that is not None and line.items[that].word and that > cue.last


def _begins_anew(line: Line, cue: Found) -> bool:
    return cue.first == 0 or bool(cue.mention.proclitics) or line.isa(cue.first - 1, "linking")


def _voices(line: Line, cue: Found) -> bool:
    """Whether a word that is a preposition too is the verb: somebody and «عن» follow («عبر الرئيس عن أمله»)."""
    ahead = range(cue.last, min(cue.last + _ADJUNCT_MAX, len(line.items)))
    stop = next((i for i in ahead if not line.items[i].word), len(line.items))
    leads = any(line.isa(i, "about", "in") for i in ahead if i < stop)
    return line.starting(cue.last, *HEADS) is not None and leads


def _participle(line: Line, cue: Found) -> bool:
    """An accusative or agreeing participle that goes on with the speaker («مضيفاً»، «مؤكدة»)."""
    if cue.mention.features.get("article") or set(cue.mention.proclitics) - {"و"} or cue.mention.enclitic:
        return False
    if cue.mention.id == "talk" and (line.isa(cue.last, "to") or to_somebody(line, cue.last)):
        return False  # «وأضاف متحدثاً إلى الصحفيين»
    norm, before = line.items[cue.first].norm, cue.first - 1
    if norm.endswith("ه") and line.items[before].word and _leads(line, cue.last):
        return not line.isa(before, "prepositions")  # «سخرت الوزيرة من ذلك متسائلة: "…"»
    if not norm.endswith(_ACCUSATIVE) or line.isa(before, "prepositions"):
        return False
    return norm.endswith("ا") or before < 0 or not line.items[before].word


def _leads(line: Line, at: int) -> bool:
    """Whether a colon or a quotation stands at an item."""
    return at < len(line.items) and (line.items[at].norm == ":" or line.items[at].quote is not None)


def _verbal(line: Line, cue: Found, title: bool) -> bool:
    """Whether a form that may be a noun too stands where a verb does, and tells of something said."""
    features, before = cue.mention.features, cue.first - 1
    if features.get("person") in _FIRST_PERSONS:
        return False
    if before >= 0 and (line.isa(before, "prepositions", "and_adjunct", "cases") or _negated(line, cue)):
        return False
    if _behind_that(line, cue):
        return False
    if line.isa(before - 1, "before_saying") and line.isa(before, "that_word"):
        return features.get("class") == "speech" and features.get("weak") != "yes"  # «قبل أن يضيف أن»
    if features.get("tense") in ("present", "future") and not title and before >= 0:
        if line.ending(cue.first, "that", "modality", "negation"):
            return False
        subject = left_subject(line, cue.first, 0)
        return _opens(line, cue) or (subject is not None and subject[1] == 0)
    return _opens(line, cue) or left_subject(line, cue.first, 0) is not None


def _behind_that(line: Line, cue: Found) -> bool:
    """«قال إن رفض البرلمان يعني الانسحاب»: right behind «إن» stands a noun, behind «بعد أن» a verb."""
    that = line.ending(cue.first, "that")
    bare = not cue.mention.proclitics and cue.mention.features.get("tense") == "past"
    led = (
        that is None
        or that.mention.enclitic
        or line.isa(that.first - 1, "prepositions", "adjunct", "and_adjunct", "earlier")
    )
    return bare and not led


def _negated(line: Line, cue: Found) -> bool:
    return line.ending(cue.first, "negation") is not None and not cue.mention.id.startswith("not-")


def _opens(line: Line, cue: Found) -> bool:
    """Whether a verb can begin here: at the start, after a mark, a quotation, «و», an auxiliary or a leading adjunct."""
    before = cue.first - 1
    if before < 0 or cue.mention.proclitics:
        return True
    item = line.items[before]
    if item.quote is not None or not item.word:
        return True
    if line.isa(before, "auxiliaries", "also", "relative", "pronouns", "what") or line.isa(cue.last, "therein"):
        return True
    led = _joined(line, cue) or line.ending(cue.first, "date", "adverb", "linker", "narration", "that") is not None
    return led or _leading_adjunct(line, cue.first)


def _joined(line: Line, cue: Found) -> bool:
    """Whether a conjunction joins on the clause («غير أنه قال»، «بعدما أعلن»)."""
    boundary = line.ending(cue.first, "boundary")
    if boundary is None or line.isa(cue.first - 1, "prepositions"):
        return False
    past = boundary.mention.id == "time" and cue.mention.features.get("tense") == "past"
    return boundary.mention.id == "contrast" or past


def _leading_adjunct(line: Line, end: int) -> bool:
    """Whether all before an item is one adjunct of place or time: «وفي واشنطن»، «وخلال لقائه بنظيره»."""
    led = line.isa(0, "prepositions", "adjunct", "in", "and_adjunct") or line.starting(0, "linker")
    if end > _ADJUNCT_MAX or not led:
        return False
    plain = all(line.items[i].word or line.items[i].comma for i in range(end))
    return plain and not any(line.starting(i, "that", "narration") for i in range(end))
