"""Which engine answers, and where the index is kept.

The tables of the database are always kept true. Elasticsearch holds a copy of them, and answers where it is set up.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from search.engines.base import DatabaseEngine, Engine
from search.engines.elastic.engine import ElasticsearchEngine
from search.engines.postgres import PostgreSQLEngine
from search.engines.sqlite import SQLiteEngine

DATABASE_ENGINES: dict[str, type[DatabaseEngine]] = {"sqlite": SQLiteEngine, "postgres": PostgreSQLEngine}
BY_VENDOR = {"sqlite": "sqlite", "postgresql": "postgres"}
ELASTICSEARCH = ElasticsearchEngine.name


def current() -> Engine:
    """The one that answers."""
    return ElasticsearchEngine(database()) if has_copy() else database()


def database() -> DatabaseEngine:
    """The one that lives in the database, and keeps its words there."""
    wanted = settings.SEARCH_ENGINE
    name = BY_VENDOR.get(connection.vendor, "") if wanted in ("auto", ELASTICSEARCH) else wanted
    if name not in DATABASE_ENGINES:
        known = ", ".join([*DATABASE_ENGINES, ELASTICSEARCH])
        raise ImproperlyConfigured(f"SEARCH_ENGINE is {wanted!r}; it may be auto or one of {known}.")
    return DATABASE_ENGINES[name]()


def has_copy() -> bool:
    """Whether Elasticsearch keeps a copy of the index."""
    wanted = settings.SEARCH_ENGINE
    return wanted == ELASTICSEARCH or (wanted == "auto" and bool(settings.ELASTICSEARCH_URL))
