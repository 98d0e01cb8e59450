"""What tests share: Hypothesis as CI needs it (the same examples every time, no deadline, since machines differ), and one checker."""

import pytest
from hypothesis import settings

from consistency import Checker

settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The checker with the shipped packs, loaded once a process; it keeps nothing of what it has read."""
    return Checker()
