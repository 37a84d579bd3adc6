import os
from collections.abc import Iterator

import pytest
from django.db import connection

from search import registry
from search.copy import NewCopy
from search.engines import choice
from search.engines.choice import BY_VENDOR
from search.engines.elastic import index
from search.engines.elastic.server import asked
from tests.search.library import Library, document


@pytest.fixture
def library(db) -> Iterator[Library]:
    """Registered in place of the features of the house."""
    others = registry.sources()
    for source in others:
        registry.unregister(source.kind)
    library = Library()
    registry.register(library.source("thing"))
    registry.register(library.source("page"))
    yield library
    registry.unregister("thing")
    registry.unregister("page")
    for source in others:
        registry.register(source)


@pytest.fixture(params=[BY_VENDOR[connection.vendor], choice.ELASTICSEARCH])
def engine(request, settings) -> str:
    """Each engine that can answer in this run: that of its database, and Elasticsearch. CI runs it on each database."""
    if request.param == choice.ELASTICSEARCH:
        request.getfixturevalue("elasticsearch")
    settings.SEARCH_ENGINE = request.param
    return request.param


@pytest.fixture
def elasticsearch(offered, settings, worker_id, caplog, db) -> Iterator[str]:
    """An index of this test's own on the real server. That the database stood in for it would be a mistake."""
    settings.ELASTICSEARCH_URL = offered("TEST_ELASTICSEARCH_URL")
    settings.ELASTICSEARCH_INDEX = f"tests-{os.getpid()}-{worker_id}"
    settings.ELASTICSEARCH_TIMEOUT = 20.0
    settings.ELASTICSEARCH_REFRESH = True
    NewCopy().show()
    yield settings.ELASTICSEARCH_URL
    asked(lambda client: [index.remove(client, name) for name in index.ours(client)])
    assert [record.getMessage() for record in caplog.records if record.name.startswith("search.")] == []


@pytest.fixture
def clinics(library):
    library.publish(
        document("1", en="Clinic A", facets={"cost": ("free",), "need": ("10", "10-1")}),
        document("2", en="Clinic B", facets={"cost": ("fee",), "need": ("10", "10-1")}),
        document("3", en="Clinic C", facets={"cost": ("free",), "need": ("10", "10-2")}),
        document("4", en="Clinic D", facets={"cost": ("sliding",), "need": ("11",)}),
        document("5", "page", en="Clinic E"),
    )
