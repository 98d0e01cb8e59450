"""Where the development set lies, for the tests that use it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development set (../shared) is not here")
