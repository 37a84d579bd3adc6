"""Telling the server of many changes at once."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from search.document import Document, version_now
from search.engines.elastic.body import body
from search.engines.elastic.index import write_alias
from search.engines.elastic.server import NotAnswering

logger = logging.getLogger(__name__)

# By the id of their row; None for what is gone.
News = Mapping[int, Document | None]

SECONDS_EACH = 0.05  # What a document may take, on top of the time for any answer.
CONFLICT, REFUSED = 409, 400


def tell(client: Elasticsearch, indexes: Sequence[str], news: News, *, refresh: bool) -> None:
    """All of it, or `NotAnswering`; then it can be told again. A version decides between two who tell of one thing."""
    operations = [each for name in indexes for each in _operations(name, news)]
    if not operations:
        return
    answer = client.bulk(operations=operations, require_alias=True, refresh=refresh)
    if answer["errors"]:
        _look_at([next(iter(item.values())) for item in answer["items"]])


def _operations(name: str, news: News) -> Iterator[dict[str, Any]]:
    gone_since = version_now()
    for key, document in news.items():
        version = document.version if document else gone_since
        head = {"_index": write_alias(name), "_id": str(key), "version": version, "version_type": "external_gte"}
        if document is None:
            yield {"delete": head}
        else:
            yield {"index": head}
            yield body(key, document)


def _look_at(items: Sequence[Mapping[str, Any]]) -> None:
    """A conflict means that somebody who read later has told already."""
    failed = [item for item in items if "error" in item and item["status"] != CONFLICT]
    for item in failed:
        if item["status"] != REFUSED:
            raise NotAnswering(str(item["error"]))
        # Telling it again would not help; the nightly comparison reports what is missing.
        logger.error("Elasticsearch refused document %s: %s", item["_id"], item["error"])
