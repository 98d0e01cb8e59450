"""Who speaks, as the words around an Arabic reporting verb name him."""

from __future__ import annotations

from consistency.attribution.line import BODIES, Found, Line
from consistency.attribution.saying import Source
from consistency.dictionary import is_dictionary_word
from consistency.model import Span

_PEOPLE = ("title", "rank", "courtesy", "office", "source")
_BODY = (*BODIES, "institution", "place", "group", "body_word", "unit")
HEADS = (*_PEOPLE, *_BODY, "person", "document", "nationality")
_INNER = (*_PEOPLE, *_BODY, "nationality", "attribute", "component", "topic", "role", "joint", "person")
_LONGEST, _MAX_UNKNOWN, _NAME_MAX, _NISBA_MIN = 30, 5, 3, 4


def read_source(line: Line, a: int, b: int) -> Source | None:
    """The speaker that the items ``[a, b)`` name, adjuncts around him left out; None when they name nobody."""
    a = _skip_adverbs(line, a, b)
    if a >= b or to_somebody(line, a) or line.starting(a, "cue"):
        return None
    if line.isa(a, "pronouns") and b - a <= 2:
        return Source("pronoun", _span(line, a, a + 1), head=line.items[a].norm)
    end = phrase_end(line, a, b, open_=True)
    return _source(line, a, end) if end > a else None


def grow_source(line: Line, a: int, b: int) -> tuple[Source, int] | None:
    """The speaker whose name begins at item ``a``, and the item after it; unknown words never begin one."""
    a = _skip_adverbs(line, a, b)
    if a >= b or not line.starting(a, *HEADS):
        return None
    end = phrase_end(line, a, b)
    source = _source(line, a, end, bare=False) if end > a else None
    return (source, end) if source else None


def to_somebody(line: Line, i: int) -> bool:
    """Whether a word says to whom something was said («لوكالة الأنباء»، «للصحفيين»)."""
    found = line.starting(i, "media", "source", "body_word", "body", "title", "institution", "unit")
    if found is not None:
        return "ل" in found.mention.proclitics
    return line.items[i].norm.startswith("لل")


def _span(line: Line, a: int, b: int) -> Span:
    return line.items[a].start, line.items[b - 1].end


def _skip_adverbs(line: Line, a: int, b: int) -> int:
    """The first item that is no date, comma or adverb («أمس»، «اليوم الخميس»)."""
    while a < b:
        date = line.starting(a, "date", "adverb", "linker")
        if date:
            a = date.last
        elif line.items[a].comma or line.isa(a, "auxiliaries"):
            a += 1
        else:
            break
    return a


# --- how far the phrase goes ---------------------------------------------------------------


def phrase_end(line: Line, a: int, b: int, *, open_: bool = False) -> int:
    """Where the noun phrase that begins at ``a`` ends; ``open_`` lets unknown words belong to it."""
    i, limit, named = a, min(b, a + _LONGEST), False
    while i < limit:
        step = _step(line, i, limit, first=i == a, named=named, open_=open_)
        if not step:
            break
        named = named or line.starting(i, "person") is not None
        i += step
    return i


def _step(line: Line, i: int, limit: int, *, first: bool, named: bool, open_: bool) -> int:
    item = line.items[i]
    if item.quote is not None:
        return int(not first and is_name(line, i) and (open_ or _named_by_quotation(line, i)))
    if item.comma or item.norm in ("(", ")"):
        return _over_comma(line, i, limit, named=named)
    if line.starting(i, "date") or (line.starting(i, "cue") and not line.starting(i, "person")):
        return 0
    inner = line.starting(i, *_INNER)
    if inner and _belongs(line, inner, i, first=first, named=named):
        return inner.last - i
    if line.isa(i, "relative") or not item.word:
        return 0
    return (
        _joint(line, i, limit, first=first)
        or _definite_word(line, i, first=first or named)
        or _adjective(line, i, first=first)
        or _unknown(line, i, first=first, open_=open_)
    )


def is_name(line: Line, i: int) -> bool:
    """Whether a quotation is short enough to be a name."""
    quote = line.items[i].quote
    return quote is not None and len(line.document.slice(quote.content).split()) <= _NAME_MAX


def _named_by_quotation(line: Line, i: int) -> bool:
    """Whether the word before a quotation is one whose name stands in marks («حركة "طالبان"»، «باسم "الجيش الوطني"»)."""
    return line.ending(i, "media", "body_word", "institution", "body", "group") is not None or line.isa(i - 1, "joints")


def _belongs(line: Line, inner: Found, i: int, *, first: bool, named: bool) -> bool:
    """Whether a mention goes on with the phrase: led in by no preposition but «و» or one that places it («بمحافظة»)."""
    kind, clitics = inner.mention.type, inner.mention.proclitics
    if first:
        return "ل" not in clitics and "ب" not in clitics and "ك" not in clitics
    if clitics in ("", "و"):
        apart = named or line.items[i - 1].norm.startswith("ال")
        indefinite = inner.mention.features.get("article") != "yes" and not clitics
        return not (apart and indefinite and kind in ("unit", "topic", "role", "component", "body_word", "group"))
    if "ل" in clitics:
        return kind in (*BODIES, "institution", "nationality", "place", "unit", "body_word", "group") and not named
    return "ب" in clitics and kind in ("place", "body_word", "institution", "government", "body") and not named


def _over_comma(line: Line, i: int, limit: int, *, named: bool) -> int:
    """A comma goes on with the phrase when a name, a rank or (after a name) a title follows."""
    if i + 1 >= limit:
        return 0
    if line.items[i].norm == ")":
        return 1
    if line.items[i].norm == "(":
        return int(any(line.items[k].norm == ")" for k in range(i + 2, min(i + 6, limit))))
    if line.starting(i + 1, "person", "rank"):
        return 1
    if named and line.starting(i + 1, "title", "office", "source"):
        return int(_closed(line, i + 1, limit))
    return 0


def _closed(line: Line, i: int, limit: int) -> bool:
    """Whether an apposition ends in a comma or where the phrase may end."""
    end = phrase_end(line, i, limit)
    return (
        end >= limit or line.items[end].comma or bool(line.starting(end, "that", "cue")) or line.items[end].norm == ":"
    )


def _joint(line: Line, i: int, limit: int, *, first: bool) -> int:
    """A small word by which a title goes on: «باسم»، «في» before a place or body, «عن» after «صادر»."""
    if first or i + 1 >= limit:
        return 0
    if line.isa(i, "in"):
        following = line.starting(i + 1, *_BODY, "nationality")
        document = line.starting(i + 1, "document")
        return int(bool(following) and not document)
    if line.isa(i, "issued"):
        return 1
    if line.isa(i, "about") and line.isa(i - 1, "issued"):
        return 1
    return int(line.isa(i, "joints") and not line.isa(i, "adjunct"))


def _definite_word(line: Line, i: int, *, first: bool) -> int:
    """A word with the article inside a title («الشؤون»، «العامة»)."""
    norm = line.items[i].norm
    definite = len(norm) > 4 and norm.startswith(("ال", "وال", "لل"))
    return int(definite and not first and not line.isa(i, "relative") and not line.starting(i, "boundary", "weekday"))


def _adjective(line: Line, i: int, *, first: bool) -> int:
    """An indefinite adjective of a source without a name («مسؤول محلي رفيع»)."""
    if first or (line.at(i) and not line.starting(i, "given_name", "component", "attribute", "role")):
        return 0
    norm = line.items[i].norm
    after_source = (
        line.ending(i, "source", "title") is not None
        or line.isa(i - 1, "source_adjectives")
        or _nisba(line.items[i - 1].norm)
    )
    return int(after_source and (line.isa(i, "source_adjectives") or _nisba(norm)))


def _nisba(norm: str) -> bool:
    return (
        len(norm) >= _NISBA_MIN and norm.endswith(("ي", "يه", "يون", "يين", "يان", "يات")) and not norm.startswith("ال")
    )


def _unknown(line: Line, i: int, *, first: bool, open_: bool) -> int:
    """A word that nothing knows, where the phrase is bounded on both sides («المسؤول سامي شورش»)."""
    known = [
        f
        for f in line.at(i)
        if f.mention.type
        in ("preposition", "boundary", "negation", "that", "aspect", "modality", "event", "state", "narration")
    ]
    return int(open_ and not known and not line.isa(i, "prepositions", "adjunct", "auxiliaries"))


# --- what the phrase names -----------------------------------------------------------------


def _source(line: Line, a: int, b: int, *, bare: bool = True) -> Source | None:
    while b > a and not line.items[b - 1].word and line.items[b - 1].quote is None and line.items[b - 1].norm != ")":
        b -= 1
    if a >= b:
        return None
    document = line.starting(a, "document")
    if document and document.mention.features.get("kind") == "document":
        return _of_document(line, a, b)
    known = _person(line, a, b) or _nobody(line, a, b) or _body(line, a, b) or _titled(line, a, b)
    return known or (_bare_name(line, a, b) if bare else None)


def _of_document(line: Line, a: int, b: int) -> Source:
    """A statement or report: the body that issued it, or else whom «البيان» goes on with."""
    definite = line.items[a].norm.startswith(("ال", "وال"))
    owner = next(
        (
            s
            for i in range(a + 1, b)
            if line.starting(i, *HEADS) and (s := _source(line, i, b)) and s.kind != "document"
        ),
        None,
    )
    if owner:
        return owner
    return Source("document", _span(line, a, b), title=line.text(a, b), definite=definite, head=line.items[a].norm)


def _person(line: Line, a: int, b: int) -> Source | None:
    for found in line.within(a, b, "person"):
        if not _governed(line, a, found):
            title = line.text(a, found.first).strip("،, ") or _apposed(line, found.last, b)
            known = found.mention.id or None
            return Source("person", _span(line, a, b), name=line.text(found.first, found.last)[len(found.mention.proclitics):],
                          title=title or None, body=known, affiliation=_affiliation(line, a, b))  # fmt: skip
    return None


def _governed(line: Line, a: int, found: Found) -> bool:
    """Whether the name belongs to somebody whom the speaker only works for («مكتب رئيس الوزراء حيدر العبادي»)."""
    head = line.starting(a, *HEADS)
    if head is None or found.first == a:
        return False
    if line.starting(a, "title", "rank", "courtesy", "office"):
        return "ل" in found.mention.proclitics
    if head.mention.type == "source":
        return True
    if head.mention.type in ("body_word", "institution", "body", "government", "document"):
        return True
    return "ل" in found.mention.proclitics


def _apposed(line: Line, i: int, b: int) -> str:
    return line.text(i + 1, b) if i + 1 < b and line.items[i].comma else ""


def _affiliation(line: Line, a: int, b: int) -> str | None:
    bodies = [f for f in line.within(a, b, *BODIES) if f.mention.id]
    if bodies:
        return bodies[0].mention.id
    nation = next(iter(line.within(a, b, "nationality", "place")), None)
    return nation.mention.id if nation else None


def _nobody(line: Line, a: int, b: int) -> Source | None:
    """An anonymous source: «مصدر أمني»، «مسؤولان في البنتاغون»، «أحد المسؤولين»."""
    head = line.starting(a, "source", "rank") or (
        line.starting(a + 1, "source", "title") if line.isa(a, "one_of") and a + 1 < b else None
    )
    if head is None or (head.mention.type == "rank" and line.items[a].norm.startswith("ال")):
        return None
    if head.mention.type == "source" and line.starting(a, "title") and head.first == a and not line.isa(a, "one_of"):
        return None
    alone = line.items[a].norm.startswith(("ال", "وال")) and not line.isa(a, "one_of")
    other = any(line.isa(i, "another") for i in range(a, b))
    definite = alone and not other
    return Source("person", _span(line, a, b), title=line.text(a, b), affiliation=_affiliation(line, a, b),
                  anonymous=not definite, definite=definite, head=_head(line, head, a))  # fmt: skip


def _head(line: Line, head: Found, a: int) -> str:
    """The noun of an anonymous source with its number, so that «المسؤولان» is not «أحد المسؤولين»."""
    norm = line.items[head.first].norm
    if line.isa(a, "one_of"):
        number = "one"
    elif norm.endswith(("ان", "ين")) and not norm.endswith("ون"):
        number = "many"
    else:
        number = "many" if norm.endswith("ون") or head.mention.features.get("number") == "p" else "one"
    return f"{head.mention.id}:{number}"


def _body(line: Line, a: int, b: int) -> Source | None:
    head = line.starting(a, *_BODY)
    if head is None or line.starting(a, "title", "office", "rank"):
        return None
    known = [f for f in line.at(a) if f.mention.type in (*BODIES, "place", "group") and f.mention.id]
    wide = max(known, key=lambda f: (f.last, f.mention.type != "place"), default=None)
    title = line.text(a, b)
    if wide is None and head.mention.type in ("unit", "body_word"):
        wide = next((f for f in line.within(a, b, *BODIES)), None) if head.mention.type == "unit" else None
        nation = next((f for f in line.within(a, b, "nationality")), None)
        return Source(
            "body",
            _span(line, a, b),
            title=title,
            body=wide.mention.id if wide else None,
            affiliation=nation.mention.id if nation else None,
            head=head.mention.id,
        )
    return Source(
        "body",
        _span(line, a, b),
        title=title,
        body=wide.mention.id if wide else None,
        affiliation=_affiliation(line, a, b),
        head=head.mention.id,
    )


def _titled(line: Line, a: int, b: int) -> Source | None:
    head = line.starting(a, "title", "office", "rank")
    if head is None:
        return None
    definite = line.items[a].norm.startswith(("ال", "وال")) and b - a <= 2
    return Source(
        "person",
        _span(line, a, b),
        title=line.text(a, b),
        affiliation=_affiliation(line, a, b),
        definite=definite,
        head=head.mention.id,
    )


def _bare_name(line: Line, a: int, b: int) -> Source | None:
    """Words that nothing knows between a verb and what was said: a name."""
    words = [i for i in range(a, b) if line.items[i].word]
    if not 1 <= len(words) <= _MAX_UNKNOWN or any(line.isa(i, "prepositions") for i in words):
        return None
    if all(is_dictionary_word(line.items[i].text) for i in words):
        return None
    return Source("person", _span(line, a, b), name=line.text(a, b))
