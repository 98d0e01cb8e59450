"""A terminal in which a page is followed from its first block to its last."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import Command, Step

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://github.com/OWNER/consistency"
_MARK = "\x1e"
_ACTIVATE = 'export PATH="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd):$PATH"\n'


@dataclass(frozen=True, slots=True)
class Done:
    """A command that was run, what it printed, and its exit code (None: it was not reached)."""

    command: Command
    output: str
    code: int | None


@dataclass(frozen=True, slots=True)
class Machine:
    """What a newcomer's machine has: a repository to clone from, and what ``make`` would install from the lock file."""

    origin: Path
    environment: Path


def set_up(folder: Path) -> Machine:
    """A machine in a folder."""
    machine = Machine(folder / "origin", folder / "environment")
    left_out = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "build", "dist")
    shutil.copytree(ROOT, machine.origin, ignore=left_out)
    for words in ("init -q", "add -A", "-c user.name=docs -c user.email=docs@example.org commit -q -m docs"):
        subprocess.run(["git", *words.split()], cwd=machine.origin, check=True)
    programs = machine.environment / "bin"
    programs.mkdir(parents=True)
    (programs / "activate").write_text(_ACTIVATE)
    for name, words in (("consistency", "-P -m consistency"), ("python", "")):
        path = f'PYTHONPATH="{ROOT}${{PYTHONPATH:+:$PYTHONPATH}}"'
        (programs / name).write_text(f'#!/bin/sh\n{path} exec {sys.executable} {words} "$@"\n')
        (programs / name).chmod(0o755)
    return machine


def follow(steps: Sequence[Step], machine: Machine, folder: Path) -> list[list[Done]]:
    """What came of each step, in one shell; one that needs no clone of its own begins in a clone, with the environment active."""
    cloned = any("git clone " in step.text for step in steps)
    script = (
        "".join(_script(steps, machine, folder))
        if cloned
        else _begun(machine) + "".join(_script(steps, machine, folder))
    )
    done = subprocess.run(
        ["bash"],
        input=script,
        cwd=folder,
        env=_environment(machine, folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return list(_told(steps, done.stdout))


def _begun(machine: Machine) -> str:
    return f"git clone -q {ADDRESS} && {_installed(machine)} && cd consistency && . .venv/bin/activate || exit\n"


def _installed(machine: Machine) -> str:
    return f"cp -r {machine.environment} consistency/.venv && touch consistency/.venv/ready"


def _script(steps: Sequence[Step], machine: Machine, folder: Path) -> Iterator[str]:
    for number, step in enumerate(steps):
        if step.file:
            yield f"mkdir -p \"$(dirname '{step.file}')\" && cat > '{step.file}' <<'END OF FILE'\n{step.text}END OF FILE\n"
            continue
        typed = folder / f".answers-{number}"
        typed.write_text(step.answers, "utf-8")
        for command in step.commands():
            given = "" if step.language == "python" else f" < {typed}"
            yield f"{{ {command.line}\n}}{given}\nprintf '\\036%d\\036' $?\n"
            if command.line.startswith("git clone "):
                yield f"{_installed(machine)}\n"


def _environment(machine: Machine, folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{machine.origin}.insteadOf",
        "GIT_CONFIG_VALUE_0": ADDRESS,
    }


def _told(steps: Sequence[Step], output: str) -> Iterator[list[Done]]:
    """The output cut at the marks that follow each command."""
    cut = iter(re.split(f"{_MARK}([0-9]+){_MARK}", output))
    for step in steps:
        commands = [] if step.file else step.commands()
        done = [Done(command, next(cut, ""), _code(next(cut, None))) for command in commands]
        yield done


def _code(told: str | None) -> int | None:
    return None if told is None else int(told)
