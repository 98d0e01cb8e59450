"""The memory of earlier batches: what was read, who said it, what was claimed; in a file or in PostgreSQL."""

from __future__ import annotations

from consistency.store import listing
from consistency.store.asking import Asking, Stored
from consistency.store.keeping import Addition, Keeping
from consistency.store.opening import Place, open_place

__all__ = ["Addition", "Asking", "Keeping", "Place", "Stored", "listing", "open_place"]
