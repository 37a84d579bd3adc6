"""Who is asked: our search on each engine, Wagtail's own, and a plain Elasticsearch; each gives ids, best first."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from benchmarks.relevance.measures import DEPTH
from benchmarks.search.rival import fill
from benchmarks.wagtail_rival.models import RivalListing
from search.engines.choice import BY_VENDOR
from search.models import SearchText
from search.query import search_request
from search.service import search

Finder = Callable[[str, str], list[str]]  # Text and language of the reader.
INDEX = "ventanilla-benchmark-plain"
FIELDS = {"title": 10, "keywords": 6, "summary": 3, "body": 1}
ANALYZERS = {"en": "english", "es": "spanish"}


def finders() -> dict[str, Finder]:
    found = {f"ours, {connection.vendor}": ours(BY_VENDOR[connection.vendor])}
    if server := os.environ.get("TEST_ELASTICSEARCH_URL"):
        found["ours, elasticsearch"] = ours("elasticsearch")
        found["plain Elasticsearch"] = plain_elasticsearch(server)
    found[f"Wagtail, {connection.vendor}"] = wagtail()
    return found


def ours(engine: str) -> Finder:
    """As the search page asks, on a Tuesday morning."""

    def find(text: str, language: str) -> list[str]:
        settings.SEARCH_ENGINE = engine
        data = QueryDict(urlencode({"q": text, "kind": "service"}))
        request = search_request(data, language, per_page=DEPTH, now=next_tuesday())
        return [hit.object_id for hit in search(request).hits]

    return find


def next_tuesday() -> datetime:
    now = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    return now + timedelta(days=(1 - now.weekday()) % 7)


def wagtail() -> Finder:
    """Wagtail's stock search over the rows of the reader's language, all words wanted, as it is called everywhere."""
    fill()
    backend = get_search_backend("stock")

    def find(text: str, language: str) -> list[str]:
        found = backend.search(text.replace('"', " "), RivalListing.objects.filter(language=language, kind="service"))
        return [row.object_id for row in found[:DEPTH]]

    return find


def plain_elasticsearch(server: str) -> Finder:
    """A multi_match over the same texts with the analyzers of the languages, any word will do."""
    from elasticsearch import Elasticsearch
    from elasticsearch.helpers import bulk

    client = Elasticsearch(server)
    client.indices.delete(index=INDEX, ignore_unavailable=True)
    names = {f"{name}_{language}": analyzer for name in FIELDS for language, analyzer in ANALYZERS.items()}
    properties = {name: {"type": "text", "analyzer": analyzer} for name, analyzer in names.items()}
    client.indices.create(index=INDEX, mappings={"properties": properties})
    bulk(client, ({"_index": INDEX, "_id": key, **words} for key, words in _texts().items()), refresh=True)
    fields = [f"{name}_{language}^{weight}" for name, weight in FIELDS.items() for language in ANALYZERS]

    def find(text: str, language: str) -> list[str]:
        found = client.search(index=INDEX, query={"multi_match": {"query": text, "fields": fields}}, size=DEPTH)
        return [hit["_id"] for hit in found["hits"]["hits"]]

    return find


def _texts() -> Mapping[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for text in SearchText.objects.filter(document__kind="service").select_related("document").iterator():
        row = found.setdefault(text.document.object_id, {})
        row.update({f"{name}_{text.language}": getattr(text, name) for name in FIELDS})
    return found
