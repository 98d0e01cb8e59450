"""The only code that opens articles: files, folders and standard input to articles and their stories."""

from consistency.readers.batch import IGNORED, SKIPPED, Batch, Source
from consistency.readers.columns import chosen_columns
from consistency.readers.days import date_stories
from consistency.readers.inputs import STDIN, read_articles
from consistency.readers.prepare import prepare, with_published
from consistency.readers.undated import undated

__all__ = [
    "IGNORED",
    "SKIPPED",
    "STDIN",
    "Batch",
    "Source",
    "chosen_columns",
    "date_stories",
    "prepare",
    "read_articles",
    "undated",
    "with_published",
]
