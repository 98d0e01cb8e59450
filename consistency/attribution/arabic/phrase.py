"""How far the Arabic noun phrase that names a speaker goes."""

from __future__ import annotations

from consistency.attribution.line import BODIES, Found, Line
from consistency.orthography import fold

PEOPLE = ("title", "rank", "courtesy", "office", "source")
BODY = (*BODIES, "institution", "place", "group", "body_word", "unit")
HEADS = (*PEOPLE, *BODY, "person", "document", "nationality")
_NOUNS = (*BODY, "topic", "role", "component")
NAME_PIECES = frozenset({"given_name", "person", "namesake", "faction_part"})
_ADJECTIVES = ("nationality", "attribute")
_INNER = (*PEOPLE, *_NOUNS, *_ADJECTIVES, "joint", "person")
_OTHER_WORDS = ("preposition", "boundary", "negation", "that", "aspect", "modality", "event", "state", "narration")
_LONGEST, _NAME_MAX, _NISBA_MIN, _SERVING_REACH, _SENT_REACH, _BRACKET_MAX = 30, 3, 4, 3, 4, 6
_DEFINITE_NISBA = ("ي", "يه", "يون", "يين", "يان")
_NISBA = (*_DEFINITE_NISBA, "يات", "يا")
_ACCUSATIVE, _TO_THE, _NISBA_END = "ا", "لل", "ي"


def phrase_end(line: Line, a: int, b: int, *, open_: bool = False, led: bool = False) -> int:
    """Where the noun phrase that begins at ``a`` ends; ``open_`` lets unknown words belong to it, ``led`` says that
    its first word may carry a preposition («وفقا لقائد»)."""
    i, limit, named = a, min(b, a + _LONGEST), False
    if led and (head := line.starting(a, *_INNER, "document")) and set(head.mention.proclitics) <= {"ل"}:
        i, named = head.last, head.mention.type == "person"
    while i < limit:
        step = _step(line, i, limit, first=i == a, named=named, open_=open_)
        if not step:
            break
        named = named or line.starting(i, "person") is not None
        i += step
    return i


def is_name(line: Line, i: int) -> bool:
    """Whether a quotation is short enough to be a name."""
    quote = line.items[i].quote
    return quote is not None and len(line.document.slice(quote.content).split()) <= _NAME_MAX


def has_article(norm: str) -> bool:
    """Whether a word carries the article, after a conjunction or preposition at most."""
    return len(norm) > 3 and (norm.startswith(("ال", "لل", "ولل")) or (norm[0] in "وبكف" and norm[1:3] == "ال"))


def bears_surname(line: Line, i: int) -> bool:
    """Whether «علي», written with the letter of the name, stands before a surname with the article."""
    behind = line.items[i + 1].norm if i + 1 < len(line.items) else ""
    surname = has_article(behind) and behind.startswith("ال") and behind.endswith(_NISBA_END)
    return (
        line.items[i].text.endswith(_NISBA_END) and surname and {f.mention.type for f in line.at(i + 1)} <= NAME_PIECES
    )


def bare_noun(text: str | None) -> str:
    """A word as packs fold it, without its article."""
    norm = fold(text or "")
    return norm[2:] if has_article(norm) and norm.startswith("ال") else norm


def is_certain(line: Line, head: Found, b: int) -> bool:
    """Whether a noun means a certain person: by its article, by a complement that has one, or by a proper name."""
    if head.mention.type == "office" or has_article(line.items[head.first].norm):
        return True
    if any(line.isa(i, "joints", "prepositions", "in") for i in range(head.first, head.last)):
        return False  # «متحدث باسم الجيش»
    at = head.last
    if at < b and line.items[at].norm.startswith(_TO_THE):
        return False  # «مستشار للرئيس»
    while at < b and not has_article(line.items[at - 1].norm):
        if line.starting(at, "place", *BODIES) and not line.starting(at, "nationality"):
            return True
        noun = line.starting(at, "body_word", "institution", "unit", "topic")
        plain = noun is not None and not (noun.mention.proclitics or noun.mention.enclitic)
        if not has_article(line.items[at].norm) and not plain:
            return False
        at = noun.last if noun and plain else at + 1
    return has_article(line.items[at - 1].norm)


def _step(line: Line, i: int, limit: int, *, first: bool, named: bool, open_: bool) -> int:
    """How many items at ``i`` go on with the phrase."""
    item = line.items[i]
    if item.quote is not None:
        return int(not first and is_name(line, i) and (open_ or named_by_quotation(line, i)))
    if item.comma or item.norm in ("(", ")"):
        return _over_comma(line, i, limit, named=named)
    if line.isa(i, "called") and line.starting(i + 1, "person"):
        return 1
    if line.starting(i, "date") or _is_verb(line, i) or _turns_away(line, i):
        return 0
    if not first and line.isa(i, "counterparts"):
        return 0  # «أبلغ المالكي نظيره البريطاني أن»
    if line.isa(i, "headed_by"):
        return int(line.starting(i + 1, *PEOPLE, "person") is not None)
    if line.isa(i, "of_rank") and not first:
        return int(line.starting(i + 1, "rank") is not None)
    inner = line.starting(i, "rank", "person", "courtesy") or line.starting(
        i, *_INNER, *(("document",) if first else ())
    )
    if inner and _belongs(line, inner, i, first=first, named=named):
        return inner.last - i
    if line.isa(i, "relative") or not item.word:
        return 0
    return (
        _joint(line, i, limit, first=first)
        or _task(line, i, limit)
        or _definite_word(line, i, first=first or named)
        or _adjective(line, i, first=first)
        or _unknown(line, i, open_=open_, named=named)
    )


def _is_verb(line: Line, i: int) -> bool:
    """Whether a reporting verb begins at ``i`` that is no name: of a person, or of a place after a title («محافظ تعز»)."""
    if not line.starting(i, "cue") or line.starting(i, "person"):
        return False
    return not (line.starting(i, "place") and line.ending(i, "title", "office", "body_word", "source"))


def _turns_away(line: Line, i: int) -> bool:
    """Whether the words at ``i`` are about something else: whom it was said to («لـ»), that he would not be named."""
    if line.items[i].norm == "ل" or line.isa(i + 1, "unsaid"):
        return True
    found = line.starting(i, "media", "source", "title")
    if found is not None and _serves(line, i, found):
        return False
    if line.items[i].norm.startswith("ل") and i + 1 < len(line.items) and line.items[i + 1].quote is not None:
        return line.starting(i, "body_word") is not None  # «لموقع "الصومال الجديد"»
    return found is not None and "ل" in found.mention.proclitics and line.ending(i, "document") is None


def _serves(line: Line, i: int, found: Found) -> bool:
    """Whether a title led in by «لـ» is whose secretary or adviser somebody is («المستشار العسكري لرئيس الوزراء»)."""
    office = found.mention.type in ("title", "office") and "ل" in found.mention.proclitics
    return office and any(line.isa(k, "serving") for k in range(max(0, i - _SERVING_REACH), i))


def named_by_quotation(line: Line, i: int) -> bool:
    """Whether the word before a quotation is one whose name stands in marks («حركة "طالبان"»، «باسم "الجيش الوطني"»)."""
    if i + 1 >= len(line.items) or line.items[i + 1].stop:
        return False  # «قالت رئاسة الأركان "سنعود بأمان".»
    if line.ending(i, "media", "body_word", "institution", "body", "group") or line.isa(i - 1, "joints"):
        return True
    quote = line.items[i].quote
    known = quote is not None and any(
        m.span == quote.content for m in line.document.mentions_in(quote.content, *BODIES)
    )
    return known and line.ending(i, "title", "source") is not None


# --- words that are known ------------------------------------------------------------------


def _belongs(line: Line, inner: Found, i: int, *, first: bool, named: bool) -> bool:
    """Whether a mention goes on with the phrase: led in by no preposition but «و» or one that places it («بمحافظة»)."""
    kind, clitics = inner.mention.type, inner.mention.proclitics
    if first:
        return "ل" not in clitics and "ب" not in clitics and "ك" not in clitics
    if clitics == "":
        apposed = kind in ("title", "source") and is_certain(line, inner, len(line.items))
        free = kind not in (*_NOUNS, "title", "source") or apposed
        return free or not _complete(line, i)
    if clitics == "و":
        return not (named and kind in _NOUNS and inner.mention.features.get("article") != "yes")
    if "ل" in clitics and (line.ending(i, "document") or _serves(line, i, inner)):
        return True
    if "ل" in clitics:
        return kind in (*BODIES, "institution", "nationality", "place", "unit", "body_word", "group") and not named
    return "ب" in clitics and kind in ("place", "body_word", "institution", "government", "body") and not named


def _complete(line: Line, i: int) -> bool:
    """Whether no noun can complete the words before ``i`` any more: they end in an article or a proper name."""
    if has_article(line.items[i - 1].norm):
        return True
    return line.ending(i, "place", "person", "nationality", "office", *BODIES) is not None


def _over_comma(line: Line, i: int, limit: int, *, named: bool) -> int:
    """A comma goes on with the phrase when a name, a rank or (after a name) a title follows."""
    if i + 1 >= limit:
        return 0
    if line.items[i].norm == ")":
        return 1
    if line.items[i].norm == "(":
        close = next((k for k in range(i + 2, min(i + _BRACKET_MAX, limit)) if line.items[k].norm == ")"), None)
        numbered = close is not None and line.items[i + 1].norm.isdigit()
        return close + 1 - i if close is not None and numbered else int(close is not None)
    if line.starting(i + 1, "person", "rank"):
        return 1
    if named and line.starting(i + 1, "title", "office", "source"):
        return int(_closed(line, i + 1, limit))
    return 0


def _closed(line: Line, i: int, limit: int) -> bool:
    """Whether an apposition ends in a comma or where the phrase may end."""
    end = phrase_end(line, i, limit)
    if end >= limit or line.items[end].comma or line.items[end].norm == ":":
        return True
    return line.starting(end, "that", "cue") is not None


# --- words that nothing knows --------------------------------------------------------------


def _joint(line: Line, i: int, limit: int, *, first: bool) -> int:
    """A small word by which a title goes on: «باسم»، «في» before a place or body, «عن» after «صادر»."""
    if first or i + 1 >= limit:
        return 0
    if line.isa(i, "in", "with"):
        following = line.starting(i + 1, *BODY, "nationality")
        named = has_article(line.items[i + 1].norm) and line.starting(i + 2, "person") is not None
        return int((bool(following) or named) and not line.starting(i + 1, "document"))
    if line.isa(i, "made"):
        return int(line.ending(i, "document") is not None)
    if line.isa(i, "to"):
        sent = any(line.isa(k, "sent") for k in range(max(0, i - _SENT_REACH), i))
        return int(sent and line.starting(i + 1, "place", "group", "institution", *BODIES) is not None)
    if line.isa(i, "issued", "called", "same") or (line.isa(i, "from") and line.isa(i - 1, "near")):
        return 1
    if line.isa(i, "about"):
        return int(line.isa(i - 1, "issued") or _constituency(line, i))
    return int(line.isa(i, "joints") and not line.isa(i, "adjunct"))


def _task(line: Line, i: int, limit: int) -> int:
    """What a committee or force is for («رئيس لجنة إعادة الانتشار»): a noun without the article before one with it."""
    body = line.ending(i, "body_word", "institution")
    if body is None or i + 1 >= limit or has_article(line.items[i - 1].norm) or has_article(line.items[i].norm):
        return 0
    headed = (
        line.isa(body.first - 1, "about")
        or line.ending(i, "title")
        or line.ending(body.first, "title")
        or line.isa(body.first - 1, "joints")
    )
    if line.starting(i + 1, "person") and not line.at(i):
        return 1  # «النائب عن كتلة صادقون رفيق الصالحي»
    noun = all(not f.mention.proclitics and f.mention.features.get("pos") != "verb" for f in line.at(i))
    plain = noun and not line.isa(i, "prepositions", "relative", "auxiliaries", "adverbs", "that_word")
    return 2 * bool(headed and plain and line.items[i + 1].norm.startswith("ال") and not line.starting(i + 1, "rank"))


def _constituency(line: Line, i: int) -> bool:
    """«النائب عن محافظة نينوى»، «عن كتلة الإصلاح»."""
    following = line.starting(i + 1, "place", "body_word", "body", "group")
    return following is not None and following.mention.proclitics == "" and not line.starting(i, "cue")


def _definite_word(line: Line, i: int, *, first: bool) -> int:
    """A word with the article: a complement («مدير العلاقات»), an adjective («العليا»)، or what «و» and «لـ» add."""
    norm = line.items[i].norm
    if line.isa(i - 1, "from") and line.isa(i - 2, "near"):
        return 1
    if first or not has_article(norm) or line.isa(i, "relative") or line.starting(i, "boundary", "event"):
        return 0
    if norm.startswith(("وال", "لل", "ولل")):
        return 1
    if norm.startswith("بال") and line.starting(i + 1, "person"):
        return 1  # «وزير الشؤون الخارجية والجالية بالخارج أحمد عطاف»
    return int(norm.startswith("ال") and (not _complete(line, i) or _is_adjective(line, i)))


def _is_adjective(line: Line, i: int) -> bool:
    """Whether a word with the article is an adjective by its form or by the packs («الدبلوماسي»، «الأعلى»)."""
    norm = line.items[i].norm
    return norm.endswith(_DEFINITE_NISBA) or line.isa(i, "definite_adjectives")


def _adjective(line: Line, i: int, *, first: bool) -> int:
    """An indefinite adjective of a source without a name («مسؤول محلي رفيع»)."""
    if first or (line.at(i) and not line.starting(i, "given_name", "component", "attribute", "role")):
        return 0
    norm = line.items[i].norm
    after_source = (
        line.ending(i, "source", "title") is not None or _describes(line, i - 1) or _nisba(line.items[i - 1].norm)
    )
    return int(after_source and (_describes(line, i) or _nisba(norm)))


def _describes(line: Line, i: int) -> bool:
    """Whether a word is an adjective of sources, in the accusative too («مصدرا رفيعا»)."""
    return line.items[i].norm.removesuffix(_ACCUSATIVE) in line.words["source_adjectives"] or line.isa(
        i, "source_adjectives"
    )


def _nisba(norm: str) -> bool:
    return len(norm) >= _NISBA_MIN and norm.endswith(_NISBA) and not norm.startswith("ال")


def _unknown(line: Line, i: int, *, open_: bool, named: bool) -> int:
    """A word that nothing knows, where the phrase is bounded on both sides («المسؤول سامي شورش»)."""
    if named and line.starting(i, "place", *BODIES):
        return 0  # «دعا سامي حداد تركيا إلى»
    if open_ and bears_surname(line, i):
        return 1
    if not open_ or line.isa(i, "prepositions", "adjunct", "auxiliaries", "adverbs"):
        return 0
    return int(not any(f.mention.type in _OTHER_WORDS for f in line.at(i)))
