"""What CI systems take from this repository: an action, a workflow that uses it, and a hook for pre-commit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency.cli import _parser
from consistency.readers.files import ENDINGS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "docs" / name for name in ("tutorial-ci.md", "howto-ci.md")]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def examples() -> list[Any]:
    """The YAML that the pages on CI show."""
    text = "".join(page.read_text("utf-8") for page in PAGES)
    return [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


def uses(workflow: Any) -> dict[str, Any]:
    """The step of a workflow that uses the action."""
    (job,) = workflow["jobs"].values()
    (step,) = [step for step in job["steps"] if step.get("uses") == "./" or "/consistency@" in step.get("uses", "")]
    return dict(step)


def workflows() -> list[Any]:
    shipped = yaml.safe_load((ROOT / ".github" / "workflows" / "examples.yml").read_text("utf-8"))
    return [shipped, *(example for example in examples() if "jobs" in example)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_workflow_gives_the_action_inputs_that_it_has(number: int) -> None:
    given = uses(workflows()[number])["with"]
    assert given.keys() <= ACTION["inputs"].keys()
    assert {name for name, told in ACTION["inputs"].items() if told.get("required")} <= given.keys()
    assert all(isinstance(value, str) for value in given.values())


def test_every_input_of_the_action_is_used_and_none_is_pasted_into_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in text] == []
    assert [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")] == []
    assert all("shell" in step for step in ACTION["runs"]["steps"] if "run" in step)


def script(name: str) -> str:
    (found,) = [step["run"] for step in ACTION["runs"]["steps"] if step.get("name") == name]
    return str(found)


@pytest.mark.parametrize(("fail_on", "code"), [("", 1), ("never", 0)])
def test_the_action_s_check_runs(tmp_path: Path, fail_on: str, code: int) -> None:
    program = tmp_path / "runner" / "consistency" / "bin" / "consistency"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m consistency "$@"\n')
    program.chmod(0o755)
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "RUNNER_TEMP": str(tmp_path / "runner"), "PATHS": str(ROOT / "examples"),
        "PUBLISHED": "2023-11-08", "FAIL_ON": fail_on, "CONFIG": "",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script("Check")],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("::error file=")
    written = {path.name for path in (tmp_path / "consistency-report").iterdir()}
    assert written == {"report.md", "report.json", "report.sarif"}


@pytest.mark.parametrize("source", ["manifest", "page"])
def test_the_hook_calls_the_command_with_options_that_it_has(source: str) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"
    args = hook["args"]
    if source == "page":
        (config,) = [example for example in examples() if "repos" in example]
        ((shown,),) = [repo["hooks"] for repo in config["repos"]]
        assert shown["id"] == hook["id"]
        args = shown["args"]
    program, *words = hook["entry"].split()
    assert program == "consistency"
    assert _parser().parse_args([*words, *args]).paths == ["articles"]
    assert [ending for ending in ENDINGS if not re.search(hook["files"], f"articles/2023/difaf{ending}")] == []


def test_the_script_of_another_server_calls_the_command_with_options_that_it_has() -> None:
    (config,) = [example for example in examples() if "articles" in example]
    (command,) = [line for line in config["articles"]["script"] if line.startswith("consistency ")]
    arguments = _parser().parse_args(command.split()[1:])
    assert arguments.paths == ["articles"]
    assert {"report.html", "junit:report.xml"} == set(arguments.output)
    assert config["articles"]["artifacts"]["reports"]["junit"] == "report.xml"
