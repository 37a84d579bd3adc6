"""Which engine answers: the one of the database, unless the settings name another."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from search.engines.base import Engine
from search.engines.postgres import PostgreSQLEngine
from search.engines.sqlite import SQLiteEngine

ENGINES: dict[str, type[Engine]] = {"sqlite": SQLiteEngine, "postgres": PostgreSQLEngine}
BY_VENDOR = {"sqlite": "sqlite", "postgresql": "postgres"}


def current() -> Engine:
    wanted = getattr(settings, "SEARCH_ENGINE", "auto")
    name = BY_VENDOR.get(connection.vendor, "") if wanted == "auto" else wanted
    if name not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_ENGINE is {wanted!r}; it may be auto or one of {', '.join(ENGINES)}.")
    return ENGINES[name]()
