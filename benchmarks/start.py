"""What every benchmark begins with: a database of its own, settings like production's, and the machine's name."""

import os
import platform
import sqlite3
import sys
import tempfile
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import django

ROOT = Path(__file__).resolve().parents[1]
# Databases stay there, so that the next run with the same number of services begins at once.
FOLDER = Path(tempfile.gettempdir()) / "ventanilla-benchmarks"


def sqlite_address(name: str) -> str:
    FOLDER.mkdir(exist_ok=True)
    return f"sqlite:///{FOLDER / name}.sqlite3"


def postgresql_address(name: str) -> str:
    """On the server of TEST_POSTGRESQL_URL, in a database made for the benchmark."""
    import psycopg2

    server = urlsplit(os.environ["TEST_POSTGRESQL_URL"])
    connection = psycopg2.connect(server.geturl())
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    return server._replace(path=f"/{name}").geturl()


def elasticsearch(index: str) -> None:
    """The server of TEST_ELASTICSEARCH_URL answers, from an index of that name; no stand-in may answer for it."""
    os.environ |= {
        "ELASTICSEARCH_URL": os.environ["TEST_ELASTICSEARCH_URL"],
        "ELASTICSEARCH_INDEX": index.replace("_", "-"),
        "SEARCH_ENGINE": "elasticsearch",
    }


def begin(database: str, settings: str = "benchmarks.settings") -> None:
    """As in production, but without TLS: nothing stands in front of gunicorn here."""
    os.environ |= {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": settings,
        "SECRET_KEY": "only-for-benchmarks-and-never-for-anything-that-families-or-staff-may-see",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "VENTANILLA_VAR": str(FOLDER),
    }
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    django.setup()


def machine() -> str:
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{date.today():%Y-%m-%d}: {cores} cores, {memory:.0f} GB, {versions}, load {os.getloadavg()[0]:.1f} before"
