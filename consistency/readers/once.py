"""What a run is given is read once, however often and in whatever way it is named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from consistency.readers.batch import Batch


@dataclass
class Inputs:
    """What is read into a batch; ``named`` are the files named one by one, ``done`` those that were taken up already."""

    batch: Batch
    columns: Mapping[str, str]
    named: frozenset[Path]
    done: set[Path] = field(default_factory=set)

    def new(self, files: Iterable[Path]) -> list[Path]:
        """Those of the files that were not taken up yet; each is from now on."""
        fresh = [file for file in files if place_of(file) not in self.done]
        self.done.update(map(place_of, fresh))
        return fresh

    def asked_for(self, file: Path) -> bool:
        """Whether a file was named itself, and not only a folder around it."""
        return place_of(file) in self.named


def place_of(path: Path) -> Path:
    """Where a path leads, however it is written; a link to a file is a file of its own."""
    return Path(os.path.realpath(path)) if path.is_dir() else Path(os.path.realpath(path.parent), path.name)
