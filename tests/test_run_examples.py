"""Running the examples of a rule: their states, and what the command prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency import Checker
from consistency.cli import main
from consistency.examples import Outcome, run
from consistency.rulepack import load_examples

RULE = Path(__file__).parents[1] / "rules/deployment/rules/count-conflict.yaml"
EXAMPLES = """\
- name: {name}
  language: en
  articles:
  - {{id: a, published: 2018-03-05, text: "Italian Defence Minister Mario Conti said 470 Italian soldiers are stationed in Niger."}}
  - {{id: b, published: 2018-03-05, text: "Prime Minister Ibrahim Yacouba of Niger said 120 Italian soldiers are stationed in Niger."}}
  {rest}
"""
FOUND = """expect:
  - party: org.italian-forces
    sides:
    - {speakers: Mario Conti, words: 470 Italian soldiers}
    - {speakers: Ibrahim Yacouba, words: 120 Italian soldiers}"""
NOTHING = "expect: nothing\n  harmless: opinion"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with a count rule of its own."""
    folder = tmp_path_factory.mktemp("packs") / "extra"
    (folder / "rules").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: extra\nversion: 1.0.0\n", "utf-8")
    (folder / "rules/two-counts.yaml").write_text(
        RULE.read_text("utf-8").replace("id: count-conflict", "id: two-counts"), "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def checker(folder: Path) -> Checker:
    return Checker([folder])


def write(folder: Path, rest: str) -> None:
    (folder / "rules/two-counts.examples.yaml").write_text(EXAMPLES.format(name="italians", rest=rest), "utf-8")


def outcome(folder: Path, checker: Checker, rest: str) -> Outcome:
    """The outcome of the one example of the pack's rule."""
    write(folder, rest)
    (item,) = [e for e in load_examples(checker.packs) if e.rule.id == "two-counts"]
    return run(item, checker)


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        (FOUND, "ok"),
        (FOUND.replace("Mario Conti", "Conti"), "ok"),
        (FOUND.replace("Mario Conti", "Ibrahim Yacouba"), "failed"),
        (FOUND.replace("Mario Conti", "[Mario Conti, Ibrahim Yacouba]"), "failed"),
        (FOUND.replace("470 Italian soldiers", "in Niger"), "failed"),
        (FOUND.replace("italian", "german"), "failed"),
        (FOUND.replace("- party", "- component: combat\n    party"), "failed"),
        (FOUND.replace("- party", "- event: withdrawal\n    party"), "failed"),
        (FOUND.replace("- party", "- scope: same_speaker\n    party"), "failed"),
        (NOTHING, "failed"),
        (f"gap: not yet\n  {NOTHING}", "gap"),
        (f"gap: not yet\n  {FOUND}", "gap closed"),
    ],
)  # fmt: skip
def test_an_example_is_ok_only_when_the_whole_finding_is_as_expected(
    folder: Path, checker: Checker, rest: str, state: str
) -> None:
    found = outcome(folder, checker, rest)
    assert found.state == state, found.text()
    assert found.good == (state in ("ok", "gap"))


def test_a_near_miss_fails_when_another_rule_sees_a_tension(folder: Path, checker: Checker) -> None:
    found = outcome(folder, checker, NOTHING)
    assert {line.split(",")[0] for line in found.beyond} == {"two-counts", "count-conflict"}


@pytest.mark.parametrize(
    ("rest", "unread"),
    [
        ("expect: nothing\n  harmless: opinion", ("b",)),
        ("expect: nothing\n  harmless: narration", ()),
        ("expect: nothing\n  harmless: opinion\n  unread: a wish is no count", ()),
    ],
)
def test_a_near_miss_fails_where_nothing_of_an_article_is_read(
    folder: Path, checker: Checker, rest: str, unread: tuple[str, ...]
) -> None:
    write(folder, rest)
    path = folder / "rules/two-counts.examples.yaml"
    path.write_text(
        path.read_text("utf-8").replace("120 Italian soldiers are stationed in", "there is peace in"), "utf-8"
    )
    (item,) = [e for e in load_examples(checker.packs) if e.rule.id == "two-counts"]
    found = run(item, checker)
    assert found.unread == unread
    assert found.good == (not unread)
    assert ("nothing read of b" in found.text()) == bool(unread)


@pytest.mark.parametrize(("rest", "code"), [(FOUND, 0), (NOTHING, 1), (f"gap: not yet\n  {FOUND}", 1)])
def test_the_command_prints_each_example_and_fails_when_one_does(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], rest: str, code: int
) -> None:
    write(folder, rest)
    assert main(["rules", "test", "two-counts", "--rules", str(folder)]) == code
    printed = capfdbinary.readouterr().out.decode("utf-8")
    assert "two-counts/en/italians" in printed
    assert printed.endswith(("1 examples: 1 ok\n", "1 examples: 1 failed\n", "1 examples: 1 gap closed\n"))
    assert code == 0 or "at " in printed


def test_the_command_says_which_rules_there_are(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "count-conflicts"]) == 2
    assert "did you mean 'count-conflict'?" in capfd.readouterr().err
