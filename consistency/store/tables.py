"""The tables of a store: articles, their statements and facts, and the speakers.

What is looked up by stands in columns; the nouns themselves stand beside it as the JSON of the report contract.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, MetaData, String, Table, Text, column

metadata = MetaData()
_DATED = column("by").is_not(None)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("batch", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rules", String(64), nullable=False),
    Column("day", Date),
    Column("source", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""``digest`` is that of the whole article, ``rules`` that of the rules it was read by, ``source`` the file and line."""

passages = Table(
    "passages",
    metadata,
    Column("article", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
"""The paragraphs that hold claims, by which later copies of them are known."""

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("speaker", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("statements_article", "article", "number"),
    Index("statements_speaker", "speaker"),
)

facts = Table(
    "facts",
    metadata,
    Column("id", String, primary_key=True),
    Column("statement", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("claim", Boolean, nullable=False),
    Column("kind", String, nullable=False),
    Column("party", String, nullable=False),
    Column("country", String, nullable=False),
    Column("day", Date),
    Column("by", Date),
    Column("position", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Index("facts_statement", "statement"),
    Index("facts_met", "kind", "party", "country", "day"),
    Index("facts_by", "kind", "party", "country", "by", sqlite_where=_DATED, postgresql_where=_DATED),
)
"""``claim`` tells facts that somebody claims from those of the narration; ``position`` is what is said of whom.
``by`` is the last day by which it happens, where one is named.
"""

wordings = Table(
    "wordings",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", String, primary_key=True),
    sqlite_with_rowid=False,
)
"""The prints by which statements that claim the same in much the same words are found (see ``consistency.runs``)."""

themes = Table(
    "themes",
    metadata,
    Column("party", String, primary_key=True),
    Column("country", String, primary_key=True),
    Column("claims", Integer, nullable=False),
    Index("themes_country", "country"),
)
"""How many claims there are about each party in each country ("" for none named)."""

speakers = Table(
    "speakers",
    metadata,
    Column("id", String, primary_key=True),
    Column("base", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("speakers_base", "base", "number"),
)

speaker_keys = Table(
    "speaker_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("speaker", String, primary_key=True),
    Index("speaker_keys_speaker", "speaker"),
)

voices = Table(
    "voices",
    metadata,
    Column("article", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("speaker", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("voices_speaker", "speaker"),
)
"""What each article tells of its speakers, so that what an article told can be taken back."""
