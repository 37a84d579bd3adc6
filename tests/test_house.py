"""The house keeps its own rules: what stands where, and how large anything may grow."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

FLOORS = {"site", "core", "search", "schools", "directory", "events", "partners", "home"}
TOP_LEVEL = FLOORS | {
    "templates",
    "tests",
    "benchmarks",
    "docs",
    "manage.py",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "Dockerfile",
    "compose.yaml",
    "gunicorn.conf.py",
    ".ci",
    ".dockerignore",
    ".env.example",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib"}
LONGEST_FILE = 300


def kept_files() -> list[Path]:
    """Every file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607  git as the machine has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def python_files() -> list[Path]:
    return [path for path in kept_files() if path.suffix == ".py" and "migrations" not in path.parts]


def test_site_is_a_plain_folder() -> None:
    # Python's own `site` module owns the name: as a package, this folder would hide it.
    assert not (ROOT / "site" / "__init__.py").exists()


def test_nothing_stands_on_the_top_level_that_is_not_on_the_plan() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in kept_files()} <= TOP_LEVEL


def test_no_python_file_is_longer_than_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files()}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_file_is_named_for_the_answer_it_gives() -> None:
    named = {path.relative_to(ROOT) for path in python_files()}

    assert [path for path in named if VAGUE_NAMES & {*path.parts[:-1], path.stem}] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_versions_and_no_host(lock: str) -> None:
    lines = [line for line in (ROOT / lock).read_text().splitlines() if line and not line.lstrip().startswith("#")]

    assert [line for line in lines if "://" in line or line.startswith("-") or " @ " in line] == []
    assert [line for line in lines if "==" not in line] == []


def test_the_tests_lock_holds_everything_of_the_other_one() -> None:
    def pins(lock: str) -> set[str]:
        return {line for line in (ROOT / lock).read_text().splitlines() if "==" in line}

    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


def test_an_import_only_points_down() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "site")}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
