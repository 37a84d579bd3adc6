"""What the index looks like. Our own analysis makes the tokens, so the server only has to divide them at blanks."""

import hashlib
import json
from typing import Any

from search.document import STORED_AS
from search.languages import languages
from search.request import KIND
from search.words_table import FIELDS, in_order, suffix

LAST_RESULT = 1_000_000  # Pages may reach so far: the server's own limit of 10,000 would cut a list short.

SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    "max_result_window": LAST_RESULT,
    # How long the version of a deleted document is remembered, against a late writer who still has it.
    "gc_deletes": "1h",
}


def words(language: str, field: str) -> str:
    """The field with the tokens of a field of ours in a language."""
    return f"{suffix(language)}_{field}"


def alphabet(language: str) -> str:
    return f"{suffix(language)}_alphabet"


def facet(name: str) -> str:
    return KIND if name == KIND else f"facets.{name}"


def mapping() -> dict[str, Any]:
    """Numbers where the database has numbers, so that both order alike: minutes of opening, microseconds of change."""
    keyword, number = {"type": "keyword"}, {"type": "long"}
    texts = {words(language, field): _tokens() for language in in_order(languages()) for field in FIELDS}
    return {
        "dynamic": False,
        "date_detection": False,
        # Words are only searched; what a hit needs is small and kept apart from them.
        "_source": {"includes": ["kind", "object_id", "places"]},
        "dynamic_templates": [{"facet": {"path_match": "facets.*", "mapping": _facet_values()}}],
        "properties": {
            **texts,
            **{alphabet(language): keyword for language in in_order(languages())},
            "id": number,
            "kind": _facet_values(),
            "object_id": {"type": "keyword", "index": False, "doc_values": False},
            "checksum": {"type": "keyword", "index": False},
            "subjects": keyword,
            "updated": number,
            "places": {"type": "geo_point"},
            "opening": {"type": "long_range"},
            "opens": number,
            "closes": number,
            "facets": {"type": "object", "dynamic": True},
        },
    }


def fingerprint() -> str:
    """Two programs that would store documents differently never share an index."""
    content = json.dumps([STORED_AS, SETTINGS, mapping()], sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=4).hexdigest()


def _tokens() -> dict[str, Any]:
    """Two words side by side are one more word for the server: it need not look where in a text each of them stands."""
    return {"type": "text", "analyzer": "whitespace", "index_phrases": True}


def _facet_values() -> dict[str, Any]:
    return {"type": "keyword", "eager_global_ordinals": True}
