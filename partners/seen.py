"""A mark of a value as a page showed it, so that what comes back from the page tells whether it was seen so."""

import json
from hashlib import sha256
from typing import Any


def seen_mark(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:16]


def was_seen(value: Any, mark: str) -> bool:
    return seen_mark(value) == mark
