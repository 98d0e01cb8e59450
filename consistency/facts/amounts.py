"""Counted forces: numbers, few, none, with the event that they take part in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.facts.clauses import Clause
from consistency.facts.groups import Group, bounded
from consistency.facts.outlook import Outlook
from consistency.facts.passage import Passage
from consistency.facts.reading import Led, Reading
from consistency.facts.subjects import Subjects
from consistency.model import Mention

AMOUNT = "amount"
_TOPIC_REACH = 9
_NO_NOUNS = frozenset(
    {"preposition", "boundary", "of", "of_them", "that", "cue", "adverb", "date", "auxiliary", "negation", "degree"}
)
_LOSS_REACH = 4
_BY_REACH = 3
_FORMER_REACH = 4
_LONG = dt.timedelta(days=60)
_BEFALLEN = frozenset({"killed", "wounded", "missing", "displaced"})
_PEOPLE = frozenset({"trainers", "advisers", "contractors"})
_COMMAS = frozenset({",", "،"})
_ASIDE = ("at", "with", "by")


def amounts(
    passage: Passage, subjects: Subjects, readings: Sequence[Reading]
) -> Iterator[tuple[Reading, Reading | None]]:
    """A reading for each counted force, with the predicate that it takes part in."""
    for group in (_denied(g, passage) for g in passage.groups):
        if group.number is not None or group.word is not None:
            holder = _holder(group, passage, readings)
            lost = _is_lost(group, passage)
            if not _counts(group, holder, passage) or (lost and "lost" not in passage.frames.asked):
                continue
            amount = _amount(group, group.head, passage, subjects, holder)
            former = _is_former(group.first, group.last, passage) or _then(holder, passage)
            if (cut := _cut_to(group, passage, readings)) is not None:
                amount.party = amount.party or cut.party
                amount.places = amount.places or [led for led in cut.places if led.mention.first < group.first]
            amount.facets |= {"lost": "yes" if lost else "", "measure": _measure(group, passage), "former": former}
            yield amount, holder
    for word in passage.mentions:
        if word.type == "quantity" and word.first not in passage.covered and not _is_of_a_noun(word, passage):
            whole = next((g for g in reversed(passage.groups) if g.last <= word.first), None)
            if whole is not None:
                group = whole._replace(number=None, word=word.id, start=whole.start, end=word.end, first=word.first)
                yield _amount(group, word, passage, subjects, None), None
    yield from _wholes(passage, subjects)
    for number, topic in _bare_numbers(passage):
        fewer = _reduction(number.first, passage.context.lead(number, _BY_REACH), passage, readings)
        if fewer is None and passage.context.lead(number, _BY_REACH) == "by":
            continue  # "has grown by 200"
        bare = _amount(_counted(number, topic, passage), topic, passage, subjects, fewer)
        whence = passage.context.lead(number, 1) == "from"  # "to 84 from 31"
        bare.facets["former"] = "yes" if whence else _is_former(number.first, number.last, passage)
        yield bare, fewer


def _reduction(first: int, lead: str | None, passage: Passage, readings: Sequence[Reading]) -> Reading | None:
    """What a number at token ``first`` says the extent of ("cut its numbers by 2,000"): so many fewer, not how many there are."""
    here = passage.clause_of(first)
    cuts = (r for r in readings if r.trigger.features.get("partial") and passage.clause_of(r.trigger.first) == here)
    return next(cuts, None) if lead == "by" else None


def _is_former(first: int, last: int, passage: Passage) -> str:
    """ "yes" for a number that no longer holds ("up from 26", "the 26 reported earlier"), by words of type ``outdated``."""
    before = (m for i in range(max(passage.first, first - _FORMER_REACH), first) for m in passage.at.get(i, ()))
    after = (m for i in range(last, last + _FORMER_REACH) for m in passage.at.get(i, ()))
    led = any(m.type == "outdated" and "behind" not in m.features for m in before)
    return "yes" if led or any(m.type == "outdated" and "behind" in m.features for m in after) else ""


def _then(holder: Reading | None, passage: Passage) -> str:
    """ "yes" for those who were there at another time ("when I took office, 150,000 troops were deployed")."""
    if holder is None or holder.trigger.features.get("relation") != "remain" or holder.view.phase != "completed":
        return ""
    at = passage.clauses.index(holder.clause)
    opening = (m for c in passage.clauses[max(at - 1, 0) : at + 2] for m in passage.at.get(c.first, ()))
    return "yes" if any("asks" in m.features for m in opening) else ""


def _cut_to(group: Group, passage: Passage, readings: Sequence[Reading]) -> Reading | None:
    """The cut of which a number says what is left ("will cut its presence to 40 soldiers")."""
    if not group.bare or passage.context.lead_of(group, _BY_REACH) != "to":
        return None
    cuts = (r for r in reversed(readings) if r.trigger.features.get("partial") and r.trigger.last <= group.first)
    return next((r for r in cuts if passage.clause_of(r.trigger.first) == passage.clause_of(group.first)), None)


def _is_of_a_noun(word: Mention, passage: Passage) -> bool:
    """Whether an English quantity belongs to a noun behind it that is no force ("will have no combat role", "few options")."""
    tokens = passage.context.document.tokens
    if (
        passage.context.document.language != "en"
        or word.last >= passage.last
        or not tokens[word.last].text[:1].isalpha()
    ):
        return False
    return all(m.type not in _NO_NOUNS and "tense" not in m.features for m in passage.at.get(word.last, ()))


def _holder(group: Group, passage: Passage, readings: Sequence[Reading]) -> Reading | None:
    """The predicate that a counted group takes part in; of one that counts people, all groups that are joined do."""
    held = {r.group.first: r for r in reversed(readings) if r.group is not None}
    fewer = _reduction(group.first, passage.context.lead_of(group, _BY_REACH), passage, readings)
    if fewer is not None:
        return fewer
    if group.first in held:
        return None if _to_be_cut(group, held[group.first], passage) else held[group.first]
    beside = next((run for run in _runs(passage) if any(g.first == group.first for g in run)), [])
    found = (held[g.first] for g in beside if g.first in held)
    return next((r for r in found if r.trigger.features.get("counts")), None)


def _to_be_cut(group: Group, reading: Reading, passage: Passage) -> bool:
    """Whether a number is of those there before a reduction («يبلغ عددها 4 آلاف وسينخفض إلى ألفين»), not of who leaves."""
    before = (m for m in passage.mentions if m.type == "topic" and m.id == "number" and m.last <= group.first)
    led = any(passage.clause_of(m.first) == passage.clause_of(group.first) for m in before)
    return led and bool(reading.trigger.features.get("partial")) and reading.trigger.first >= group.last


def _runs(passage: Passage) -> Iterator[list[Group]]:
    """The groups that only "and" or commas part («3 مدنيين وجنديان», "12 soldiers, two guards and a nurse")."""
    run: list[Group] = []
    for group in passage.groups:
        if run and not _joined(run[-1], group, passage):
            yield run
            run = []
        run.append(group)
    yield run


def _joined(before: Group, group: Group, passage: Passage) -> bool:
    tokens = passage.context.document.tokens
    between = range(before.last, group.first)
    linked = any(passage.frames.joins(m) for m in passage.at.get(group.first, ()))
    parted = [i for i in between if tokens[i].text not in _COMMAS and not _is_and(i, passage)]
    return not parted and (linked or len(between) > 0)


def _is_and(i: int, passage: Passage) -> bool:
    return any(m.type == "boundary" and m.id == "and" for m in passage.at.get(i, ()))


def _measure(group: Group, passage: Passage) -> str:
    """What a noun of number before a group counts («بلغ عدد النازحين 180 ألف شخص»)."""
    clause = passage.clauses[passage.clause_of(group.first)]
    before = [m for m in passage.inside(clause, "topic") if m.id == "number" and m.last <= group.first]
    relative = any(m.type == "boundary" and m.id == "relative" for m in passage.at.get(clause.first, ()))
    if not before and relative:  # «عدد القتلى الذين خلفهم الزلزال بلغ 84 شخصا»
        before = [m for m in passage.context.until.get(clause.first, ()) if m.type == "topic" and m.id == "number"]
    return next((m.features["of"] for m in reversed(before) if "of" in m.features), "")


def _counts(group: Group, holder: Reading | None, passage: Passage) -> bool:
    """Whether a number says how many there are or take part; none only where presence is denied."""
    clause = passage.clauses[passage.clause_of(group.first)]
    if group.word == "none":
        alone = not any(passage.stands(m) for m in passage.inside(clause, *passage.frames.triggers))
        if holder is not None:
            return holder.trigger.features.get("relation") == "remain" or bool(holder.trigger.features.get("counts"))
        return alone and not group.pronominal
    return holder is not None or not group.pronominal


def _is_lost(group: Group, passage: Passage) -> bool:
    """Whether words beside a number say that it is of the dead, wounded or captured."""
    clause = passage.clauses[passage.clause_of(group.first)]
    near = range(max(clause.first, group.first - _LOSS_REACH), min(clause.last, group.last + _LOSS_REACH))
    lost = any(m.type == "casualty" for i in near for m in passage.at.get(i, ()))
    return lost and group.word != "none"


def _denied(group: Group, passage: Passage) -> Group:
    """«لم يعد هناك أي جندي»، «لن يبقى جندي واحد»: none, where a negation lies over any or a single one of them."""
    single = group.single or (group.number is not None and group.number.max == 1)
    if group.share != "any" and not single:
        return group
    clause = passage.clauses[passage.clause_of(group.first)]
    before = [m for i in range(clause.first, group.head.first) for m in passage.at.get(i, ())]
    negation = next((m for m in reversed(before) if m.type == "negation"), None)
    denied = negation is not None and all(_known(i, passage) for i in range(negation.last, group.first))
    there = any(m.features.get("relation") == "remain" for m in before)
    if group.single and not (there or (negation is not None and negation.last == group.first)):
        return group  # «ليسوا قوة قتالية»
    told = [m for m in before if m.type in passage.frames.triggers and not m.features.get("counts")]
    states = any(m.type == "state" for m in before) or not told
    return group._replace(number=None, word="none") if denied and states else group


def _known(i: int, passage: Passage) -> bool:
    """Whether token ``i`` keeps a negation in force: a known word, or the noun of a preposition («لم يعد في البلاد أي جندي»)."""
    return i in passage.at or any(m.type == "preposition" for m in passage.at.get(i - 1, ()))


def _amount(group: Group, trigger: Mention, passage: Passage, subjects: Subjects, holder: Reading | None) -> Reading:
    clause = passage.clauses[passage.clause_of(group.first)]
    view = Outlook(certainty=holder.view.certainty if holder else "asserted")
    amount = Reading(replace(trigger, type=AMOUNT, features={}), clause, view, group, source="named")
    amount.party = (holder.party if holder else None) or subjects.owners.party_of(group)
    none_of_them = holder.component if holder and group.word == "none" else None
    amount.component = group.component or none_of_them or "all"
    amount.places = holder.places if holder else []
    amount.holder = holder
    amount.dates = [Led(m, passage.context.lead(m, 3) or "") for m in passage.inside(clause, "date")]
    amount.spans = [(group.start, group.end)]
    if _is_everyone(group, passage):
        amount.component = "all"
    if "ago" in passage.frames.asked:
        amount.facets["ago"] = "yes" if _long_ago(clause, passage) else ""
    amount.facets["total"] = "yes" if _is_total(group, trigger, passage, holder) else ""
    return amount


def _is_everyone(group: Group, passage: Passage) -> bool:
    """Whether those who are there are said to be this group («الموجودون مدربون لا يتجاوز عددهم المئة»)."""
    clause = passage.clauses[passage.clause_of(group.first)]
    before = (m for i in range(clause.first, group.first) for m in passage.at.get(i, ()))
    return any(m.features.get("relation") == "remain" and m.features.get("article") for m in before)


def _is_total(group: Group, trigger: Mention, passage: Passage, holder: Reading | None) -> bool:
    """Whether a number says how many are there in all: by a noun of number, by presence, or by a sentence without a verb."""
    if holder is not None and (holder.trigger.features.get("partial") or _is_gone(holder)):
        return False
    if holder is None and group.share == "all" and _leave(group, passage):
        return False
    if trigger.type == "topic" or group.share == "all" or group.word == "none" or _is_everyone(group, passage):
        return not _aimed_at(group, passage)
    if holder is not None:
        there = holder.trigger.features.get("relation") == "remain" and holder.view.polarity == "affirmed"
        return there and group.share != "some" and not _long_ago(holder.clause, passage)
    clause = passage.clauses[passage.clause_of(group.first)]
    if any(m.type == "topic" and m.id == "number" and m.first < group.first for m in passage.inside(clause, "topic")):
        return not _aimed_at(group, passage)
    told = (m for m in passage.inside(clause, *passage.frames.triggers) if passage.stands(m))
    placed = any(m.type in ("place", "adverb") for m in passage.inside(clause, "place", "adverb"))
    return placed and not any(told) and not group.share


def _leave(group: Group, passage: Passage) -> bool:
    """Whether the clause of a group goes on with a word of leaving («آخر 100 جندي تم سحبهم»)."""
    clause = passage.clauses[passage.clause_of(group.first)]
    behind = (m for m in passage.inside(clause, "event") if m.first >= group.last)
    return any(m.features.get("relation") == "leave" for m in behind)


def _is_gone(holder: Reading) -> bool:
    """«غادر آخر 100 جندي»: who has left is not there, all or last of them as they may be."""
    leaves = holder.trigger.features.get("relation") == "leave" and holder.view.polarity == "affirmed"
    return leaves and holder.view.phase == "completed"


def _aimed_at(group: Group, passage: Passage) -> bool:
    """Whether a number is what is yet to be come down to («تخطط لتقليص عددها إلى 5 آلاف»)."""
    clause = passage.clauses[passage.clause_of(group.first)]
    before = [m for m in passage.inside(clause, *passage.frames.triggers) if m.first < group.first]
    coming = any(m.features.get("partial") and m.features.get("tense") != "past" for m in before)
    numbers = (m for m in passage.inside(clause, "number") if m.first >= group.first and m.value is group.number)
    number = next(numbers, None)
    to = passage.context.lead(number) if number else passage.context.lead_of(group, _TOPIC_REACH)
    return coming and to == "to"


def _long_ago(clause: Clause, passage: Passage) -> bool:
    """Whether a clause speaks of a time that was over long before ("in 2018 there were …"), not of the time since."""
    for date in passage.inside(clause, "date"):
        end = date.value.resolve(passage.anchor).end
        over = passage.anchor is not None and end is not None and passage.anchor - end > _LONG
        if over and passage.context.lead(date, 3) != "after":
            return True
    return False


def _wholes(passage: Passage, subjects: Subjects) -> Iterator[tuple[Reading, Reading | None]]:
    """«… من أصل 1650», "out of 1,650": how many there are of those that were counted before."""
    for number in passage.mentions:
        if number.type != "number" or number.first in passage.covered:
            continue
        led = any(m.type == "out_of" for m in passage.context.until.get(number.first, ()))
        counted = [g for g in passage.groups if g.last <= number.first and g.number is not None]
        if led and counted:
            whole = counted[-1]._replace(number=number.value, share="all", start=number.start, end=number.end)
            yield _amount(whole, number, passage, subjects, None), None


def _bare_numbers(passage: Passage) -> Iterator[tuple[Mention, Mention]]:
    """Numbers without a unit that a noun of number leads to («يصل عديدها إلى 900 ألف»), each with that noun."""
    for number in passage.mentions:
        if number.type != "number" or number.first in passage.covered:
            continue
        if any(
            m.type == "unit" for m in (*passage.at.get(number.last, ()), *passage.context.until.get(number.first, ()))
        ):
            continue
        if _counts_another_noun(number, passage):
            continue
        floor = passage.clauses[passage.clause_of(number.first)].first
        before = (m for i in range(number.first - 1, floor - 1, -1) for m in passage.at.get(i, ()))
        topics = (m for m in before if m.type == "topic" and m.id == "number")
        topic = next((m for m in topics if number.first - m.first <= _TOPIC_REACH or "of" in m.features), None)
        if topic is not None and not _is_of_others(number, topic, passage) and not _is_split(number, passage):
            yield number, topic


def _is_of_others(number: Mention, topic: Mention, passage: Passage) -> bool:
    """Whether other people are named between a noun of number and the number («ارتفع عدد القتلى إلى 20 والمصابين إلى 35»)."""
    between = (m for i in range(topic.last, number.first) for m in passage.at.get(i, ()))
    return "of" in topic.features and any(m.features.get("of") in _BEFALLEN - {topic.features["of"]} for m in between)


def _is_split(number: Mention, passage: Passage) -> bool:
    """Whether a number of victims is split into the dead and others («عدد الضحايا 90 منهم 20 قتيلا و70 جريحا»)."""
    split = any(m.type == "of_them" for m in passage.at.get(number.last, ()))
    near = (m for i in range(number.last, number.last + _FORMER_REACH) for m in passage.at.get(i, ()))
    return split and any(m.features.get("of") == "killed" for m in near)


def _counts_another_noun(number: Mention, passage: Passage) -> bool:
    """Whether an unknown word follows a number: it is what is counted («من ٤٧ دولة»)."""
    after = passage.context.document.tokens[number.last : number.last + 1]
    return (
        bool(after) and number.last < passage.last and not passage.at.get(number.last) and after[0].text[:1].isalpha()
    )


def _counted(number: Mention, topic: Mention, passage: Passage) -> Group:
    group = passage.around(topic)
    if group.bare or group.owner == "third":
        before = (g for g in reversed(passage.groups) if g.last <= number.first)
        group = next((g for g in before if passage.context.lead_of(g, 2) not in _ASIDE), group)
    start = min(topic.start, group.start)
    bound = next((m.id for m in passage.context.until.get(topic.first, ()) if m.type == "bound"), None)
    value = bounded(number.value, bound) if bound else number.value
    return group._replace(
        number=value,
        of=topic.features.get("of") or (group.of if group.of in _PEOPLE else "troops"),
        start=start,
        end=max(group.end, number.end),
    )
