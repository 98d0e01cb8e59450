"""The shipped examples, checked once for all the tests of a process."""

from __future__ import annotations

import os
from argparse import Namespace
from functools import lru_cache
from pathlib import Path

from consistency.commands import _checked
from consistency.config import settle
from consistency.failing import fail_on
from consistency.model import Report
from consistency.readers import read_articles
from consistency.report import Page

ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def checked() -> tuple[Report, Page]:
    """The report on the examples, whose paths are seen from the root of the project, and its page in English."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        settings = settle(Namespace(fail_on=fail_on("high"), language="en"))
        return _checked(read_articles(["examples"]), settings)
    finally:
        os.chdir(here)
