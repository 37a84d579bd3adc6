"""Whoever installs the house is told what is wrong or missing, and what to write instead."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core import checks

ROOT = Path(__file__).resolve().parents[1]

POSTGRESQL = "django.db.backends.postgresql"

PROPER = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "a-long-and-random-value-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "resources.example.org",
    "PUBLIC_URL": "https://resources.example.org",
    "EMAIL_URL": "smtp+tls://name:password@mail.example.org:587",
    "DATABASE_URL": "postgres://ventanilla:password@127.0.0.1:5432/ventanilla",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "TASKS": "database",
}


def check_deploy(**changed: str) -> str:
    """What `check --deploy` says with proper production settings and these differences."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", ""), **PROPER, **changed}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_proper_production_settings_pass_without_a_warning() -> None:
    assert "System check identified no issues" in check_deploy()


def test_one_worker_with_files_on_s3_passes_too() -> None:
    said = check_deploy(
        WEB_CONCURRENCY="1",
        REDIS_URL="",
        AWS_STORAGE_BUCKET_NAME="media",
        AWS_ACCESS_KEY_ID="key",
        AWS_SECRET_ACCESS_KEY="secret",
    )

    assert "System check identified no issues" in said


def test_everything_missing_is_named_at_once_with_what_to_do() -> None:
    said = check_deploy(
        SECRET_KEY="",
        ALLOWED_HOSTS="",
        PUBLIC_URL="",
        EMAIL_URL="",
        DATABASE_URL="sqlite:////nowhere/db.sqlite3",
        REDIS_URL="",
        TASKS="",
        AWS_STORAGE_BUCKET_NAME="media",
        STAFF_MFA_REQUIRED="off",
    )

    for variable in ("SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL", "EMAIL_URL", "DATABASE_URL", "REDIS_URL", "TASKS"):
        assert re.search(rf"\(ventanilla\.[EW]0\d\d\).*{variable}", said), variable
    assert "AWS_ACCESS_KEY_ID" in said
    assert "STAFF_MFA_REQUIRED" in said
    ours = re.findall(r"\(ventanilla\.[EW]0\d\d\).*\n\s+HINT: \S", said)
    assert len(ours) == len(re.findall(r"\(ventanilla\.", said)) == 9


def test_every_wrong_value_is_named_at_once() -> None:
    wrong = {
        "SECRET_KEY": "too-short",
        "PUBLIC_URL": "http://resources.example.org",
        "SEARCH_ENGINE": "solr",
        "TASKS": "celery",
        "TIME_ZONE": "Mars/Olympus",
    }

    said = check_deploy(**wrong)

    for variable, number in zip(wrong, ("E001", "E003", "E008", "E012", "E013"), strict=True):
        assert re.search(rf"\(ventanilla\.{number}\).*{variable}", said), said


def test_an_engine_this_version_does_not_have_is_named(settings) -> None:
    settings.SEARCH_ENGINE = "solr"

    assert [message.id for message in checks.the_search_engine_exists()] == ["ventanilla.E008"]


def test_elasticsearch_without_its_address_is_named(settings) -> None:
    settings.SEARCH_ENGINE = "elasticsearch"

    assert [message.id for message in checks.the_search_engine_exists()] == ["ventanilla.E009"]

    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9200"
    assert checks.the_search_engine_exists() == []


@pytest.mark.parametrize("address", ["127.0.0.1:9200", "http://search.example.org", "ftp://search:9200"])
def test_an_address_that_elasticsearch_cannot_have_is_named(settings, address: str) -> None:
    settings.ELASTICSEARCH_URL = address

    assert [message.id for message in checks.elasticsearch_can_be_named()] == ["ventanilla.E016"]


@pytest.mark.parametrize("prefix", ["", "Ventanilla", "_site", "a*"])
def test_a_prefix_that_no_index_can_have_is_named(settings, prefix: str) -> None:
    settings.ELASTICSEARCH_INDEX = prefix

    assert [message.id for message in checks.elasticsearch_can_be_named()] == ["ventanilla.E017"]


def test_a_search_engine_of_another_database_is_named(settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEARCH_ENGINE = "sqlite"
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", POSTGRESQL)

    assert [message.id for message in checks.the_search_engine_exists()] == ["ventanilla.E010"]


def test_psycopg_3_beside_psycopg2_is_named(settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "psycopg").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", POSTGRESQL)

    assert [message.id for message in checks.the_database_fits()] == ["ventanilla.E006"]


def test_every_variable_that_is_read_is_explained_in_the_example() -> None:
    sources = [*ROOT.glob("site/config/settings/*.py"), ROOT / "gunicorn.conf.py"]
    read = {name for path in sources for name in re.findall(r'env(?:\.\w+)?\(\s*"([A-Z][A-Z0-9_]+)"', path.read_text())}

    explained = set(re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert read - explained == set()
    assert explained - read == {"DJANGO_SETTINGS_MODULE"}


def test_a_shared_address_that_is_no_network_is_named() -> None:
    said = check_deploy(SHARED_ADDRESSES="203.0.113.0/24,our school")

    assert "E018" in said and "our school" in said
    assert "E018" not in check_deploy(SHARED_ADDRESSES="203.0.113.0/24,2001:db8::/32")


def test_what_stands_in_the_file_beside_the_house_counts_for_every_setting(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "site" / "config", tmp_path / "site" / "config")
    wanted = {"OFFER_HOURS": "3", "REQUEST_ANSWERED_WITHIN_DAYS": "4", "LISTING_AGES_AFTER_DAYS": "5", "COUNTRY": "MX"}
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in wanted.items()))
    told = f"from config.settings import base; print(*(getattr(base, name) for name in {list(wanted)}))"

    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.split() == list(wanted.values())
