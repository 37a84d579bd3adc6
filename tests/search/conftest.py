from collections.abc import Iterator

import pytest
from django.db import connection

from search import registry
from search.engines.choice import BY_VENDOR
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


@pytest.fixture(params=[BY_VENDOR[connection.vendor]])
def engine(request, settings) -> str:
    """Each engine that can answer in this run: that of its database. CI runs the suite once on each database."""
    settings.SEARCH_ENGINE = request.param
    return request.param


@pytest.fixture
def clinics(library):
    library.publish(
        document("1", en="Clinic A", facets={"cost": ("free",), "need": ("10", "10-1")}),
        document("2", en="Clinic B", facets={"cost": ("fee",), "need": ("10", "10-1")}),
        document("3", en="Clinic C", facets={"cost": ("free",), "need": ("10", "10-2")}),
        document("4", en="Clinic D", facets={"cost": ("sliding",), "need": ("11",)}),
        document("5", "page", en="Clinic E"),
    )
