"""The Content-Security-Policy of the page: its own style and its own script run, nothing else does, nothing is fetched."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256


def policy(style: str, script: str) -> str:
    """The policy that allows exactly this style sheet and this script, by their hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hashed(style)}",
            f"script-src {_hashed(script)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hashed(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
