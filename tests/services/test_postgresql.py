"""The tables of the house are made from nothing on PostgreSQL, and can be taken back."""

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

pytestmark = pytest.mark.postgresql

ROOT = Path(__file__).resolve().parents[2]
OUR_APPS = ["home", "directory", "search", "core"]
# Wagtail's tables stand on our users, and its own steps cannot all be taken back: this one stays.
GROUND = "0001_user"


@pytest.fixture
def database(offered: Callable[[str], str]) -> Iterator[str]:
    """The address of a new, empty database."""
    server = urlsplit(offered("TEST_POSTGRESQL_URL"))
    name = f"ventanilla_{uuid.uuid4().hex[:12]}"
    connection = psycopg2.connect(server.geturl())
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        yield server._replace(path=f"/{name}").geturl()
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    connection.close()


def manage(database: str, *arguments: str, **more: str) -> str:
    environment = {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "config.settings.test", **more}
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def applied(database: str) -> list[str]:
    plan = manage(database, "showmigrations", *OUR_APPS)
    return [line.strip() for line in plan.splitlines() if "[X]" in line]


def test_migrations_run_from_nothing_and_back(database: str) -> None:
    manage(database, "migrate", "--verbosity=0")
    everything = applied(database)
    assert len(everything) >= len(OUR_APPS)

    for app in OUR_APPS:
        manage(database, "migrate", app, GROUND if app == "core" else "zero", "--verbosity=0")

    assert applied(database) == [f"[X] {GROUND}"]
    manage(database, "migrate", "--verbosity=0")
    assert applied(database) == everything


def test_the_demo_is_loaded_and_looked_after(database: str, tmp_path: Path) -> None:
    """In processes of their own: no test's transaction stands around what is locked."""
    manage(database, "migrate", "--verbosity=0")

    manage(database, "load_demo", VENTANILLA_VAR=str(tmp_path))
    manage(database, "tick", VENTANILLA_VAR=str(tmp_path))

    assert "The index is true." in manage(database, "search", "check")
