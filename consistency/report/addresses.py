"""Which addresses of articles can be followed."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_address(url: str | None) -> bool:
    """Whether it can stand as an identifier: an absolute web address without spaces."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    whole = bool(url) and not any(c.isspace() or c in '<>"{}|\\^`' for c in url or "")
    return whole and parts.scheme in ("http", "https") and bool(parts.netloc)
