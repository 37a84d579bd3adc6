"""Every text of the interface has its Spanish, and no text waits to be gathered."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override

from core.catalogues import compile_catalogues

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = Path("site/locale/es/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


@pytest.fixture(scope="module")
def kept() -> polib.POFile:
    return polib.pofile(str(ROOT / CATALOGUE))


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """The catalogue as `make messages` would write it now; made in a copy, the checkout stays as it is."""
    if shutil.which("xgettext") is None:
        if os.environ.get("CI"):
            pytest.fail("xgettext is not installed (Debian: gettext)", pytrace=False)
        pytest.skip("xgettext is not installed (Debian: gettext)")
    copy = tmp_path_factory.mktemp("house") / "copy"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607  git as the machine has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    command = [sys.executable, "manage.py", "makemessages", "--all", "--no-location", "--no-wrap"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return polib.pofile(str(copy / CATALOGUE))


def keys(catalogue: polib.POFile) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


def test_no_text_waits_to_be_gathered(gathered: polib.POFile, kept: polib.POFile) -> None:
    assert keys(gathered) - keys(kept) == set(), "run: make messages"


def test_the_catalogue_carries_no_text_that_is_gone(gathered: polib.POFile, kept: polib.POFile) -> None:
    assert keys(kept) - keys(gathered) == set(), "run: make messages"
    assert [entry.msgid for entry in kept.obsolete_entries()] == []


def test_every_text_has_its_spanish(kept: polib.POFile) -> None:
    assert [entry.msgid for entry in kept.untranslated_entries()] == []
    assert [entry.msgid for entry in kept if any(not text for text in entry.msgstr_plural.values())] == []


def test_no_translation_is_a_guess(kept: polib.POFile) -> None:
    assert [entry.msgid for entry in kept.fuzzy_entries()] == []


def values(text: str) -> set[str]:
    """What a text leaves open for the program to fill in."""
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


def test_a_translation_fills_in_the_same_values(kept: polib.POFile) -> None:
    singular = [entry for entry in kept if "python-format" in entry.flags and entry.msgstr]

    assert [entry.msgid for entry in singular if values(entry.msgstr) != values(entry.msgid)] == []


def test_a_translated_plural_fills_in_no_other_values(kept: polib.POFile) -> None:
    plural = [(entry, text) for entry in kept if entry.msgid_plural for text in entry.msgstr_plural.values()]

    assert [entry.msgid for entry, text in plural if values(text) - values(entry.msgid_plural)] == []


def test_a_catalogue_is_compiled_without_gettext(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / CATALOGUE, folder / "django.po")
    settings.LOCALE_PATHS = [tmp_path]
    monkeypatch.setenv("PATH", "")

    assert compile_catalogues() == [folder / "django.po"]
    assert compile_catalogues() == []

    assert polib.mofile(str(folder / "django.mo")).metadata["Language"] == "es"


def test_the_interface_speaks_spanish(kept: polib.POFile) -> None:
    entry = next(
        entry for entry in kept if not entry.msgctxt and not entry.msgid_plural and entry.msgstr != entry.msgid
    )

    with override("es"):
        assert gettext(entry.msgid) == entry.msgstr


def test_a_number_has_all_the_forms_its_language_knows(kept: polib.POFile) -> None:
    forms = int(re.findall(r"nplurals=(\d)", kept.metadata["Plural-Forms"])[0])

    assert [
        entry.msgid
        for entry in kept
        if entry.msgid_plural and len(list(filter(None, entry.msgstr_plural.values()))) < forms
    ] == []


def test_texts_are_marked_by_names_that_are_gathered() -> None:
    """What is imported under any other name than `_` is passed over in silence."""
    files = [
        path
        for app in ("core", "directory", "events", "home", "partners", "schools", "search", "site")
        for path in (ROOT / app).rglob("*.py")
    ]
    assert len(files) > 500
    other = re.compile(r"^from django\.utils\.translation import n?p?gettext\w* as (?!_$)\w+$", re.MULTILINE)

    assert [str(path) for path in files if other.search(path.read_text())] == []
