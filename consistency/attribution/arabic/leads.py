"""The words and marks that lead in what was said in Arabic: أن, a quotation, a colon, the verb's own preposition."""

from __future__ import annotations

from consistency.attribution.line import Line
from consistency.dictionary import is_word_form

LEADS = {"an": "about", "ila": "to", "ala": "upon", "min": "from", "fi": "in"}
"""The word classes of the prepositions that a cue's ``takes`` names."""
GLUED = {"bi": "ب", "li": "ل"}
"""The prepositions that are glued to the word after them."""
_SHORT_QUOTE, _NAME_AHEAD, _SHORTEST = 4, 10, 4


def lead_at(line: Line, i: int, limit: int, takes: list[str]) -> int | None:
    """The item at which the content begins when item ``i`` leads it in."""
    if i >= limit:
        return None
    item = line.items[i]
    if item.quote is not None:
        return i if quotable(takes) and not is_quoted_name(line, i, limit) else None
    if item.norm == ":":
        return _past_colon(line, i, limit) if quotable(takes) else None
    if "that" in takes and (past := past_that(line, i)) is not None:
        return past
    return past_preposition(line, i, limit, takes)


def _past_colon(line: Line, i: int, limit: int) -> int | None:
    """The item after a colon, and after the «إن» that some papers write behind it."""
    if i + 1 >= len(line.items):
        return None
    past = past_that(line, i + 1)
    return past if past is not None and past < limit else i + 1


def quotable(takes: list[str]) -> bool:
    """Whether a quotation can be what a cue reports."""
    return "quote" in takes or "that" in takes


def past_that(line: Line, i: int) -> int | None:
    """The item after an «أن» of the reporting verb's own, led in by nothing but «ب»; None where none stands.

    «علي إن» after a name is no «على أن».
    """
    that = line.starting(i, "that")
    if that is None and line.isa(i, "that_word") and line.ending(i, "person") is not None:
        return i + 1
    if (
        that is None
        or that.mention.features.get("article")
        or ((boundary := line.ending(that.last, "boundary")) and boundary.first < i)
    ):
        return None  # «إلا أنه»
    return that.last if that and set(that.mention.proclitics) <= {"ب"} else None


def past_preposition(line: Line, i: int, limit: int, takes: list[str]) -> int | None:
    """The item after the verb's own preposition (and its «أن»), or the word that carries it as a clitic."""
    for take in takes:
        if take in LEADS and line.isa(i, LEADS[take]) and i + 1 < limit and not line.starting(i, "cue"):
            return _past_word(line, i + 1, limit, take)
        if take in GLUED and line.items[i].norm == GLUED[take] and i + 1 < limit:  # «بـ"…"»
            return i + 1
        if take in GLUED and has_clitic(line, i, GLUED[take]):
            that = line.starting(i, "that")
            if that is not None:
                return that.last  # «اتهم فلاناً بأنه …»
            return past_saying(line, i, limit)
    return None


def _past_word(line: Line, i: int, limit: int, take: str) -> int:
    """The content after the preposition that a ``take`` names: after its «أن», or «شأن» («قلل من شأن»)."""
    that = line.starting(i, "that")
    if that or line.isa(i, "that_word"):
        return that.last if that else i + 1
    worth = take == "min" and line.isa(i, "worth") and i + 1 < limit
    return i + 1 if worth else past_saying(line, i, limit)


def past_saying(line: Line, i: int, limit: int) -> int:
    """The content after a noun of saying («عن أمله بأن»، «بالقول إن»، «رفضه لأي»), or the item itself."""
    saying = line.starting(i, "saying")
    if saying is None or saying.last >= limit:
        return i
    at = saying.last
    if (past := past_that(line, at)) is not None:
        return past
    if line.items[at].quote is not None or line.items[at].norm == ":":
        return at if line.items[at].quote is not None else at + 1
    if line.isa(at, *LEADS.values()) and at + 1 < limit:
        return past_that(line, at + 1) or (at + 2 if line.isa(at + 1, "that_word") else at + 1)
    return at if saying.mention.enclitic else i


def has_clitic(line: Line, i: int, letter: str) -> bool:
    """Whether a word begins with the preposition ``letter`` and not with a letter of its own."""
    item = line.items[i]
    if (
        item.quote is not None
        or not item.norm.startswith(letter)
        or len(item.norm) < _SHORTEST
        or line.isa(i, "adverbial", "joints")
    ):
        return False
    known = [f.mention for f in line.at(i) if f.mention.type != "given_name"]
    if known:
        return any(letter in m.proclitics for m in known)
    if item.norm.startswith((letter + "ال", "لل")):
        return True
    return is_word_form(item.text[1:])


def is_quoted_name(line: Line, i: int, limit: int) -> bool:
    """A short quotation that is a name («تابعته "العين الإخبارية"، إن …»): something else that leads in comes soon."""
    quote = line.items[i].quote
    if quote is None or len(line.document.slice(quote.content).split()) > _SHORT_QUOTE:
        return False
    if line.items[i - 1].norm == "ل" or line.isa(i - 1, "prepositions"):  # «لـ"الشرق الأوسط"», «على حسابه في "إكس"»
        return True
    return any(
        past_that(line, k) is not None
        or line.items[k].norm == ":"
        or (line.items[k].quote is not None and line.items[k - 1].norm in (":", "،", ","))
        for k in range(i + 1, min(i + _NAME_AHEAD, limit))
    )
