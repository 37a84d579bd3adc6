"""What is found: one document per thing, its facts once, its words per language."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

# A part of every checksum: raise it when the same document is to be stored differently than before.
STORED_AS = 4
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # When nobody knows since when something is as it is.


def version_now() -> int:
    """Take it before reading what a document is made of: of two writers, the one who read later wins."""
    return time.time_ns() // 1000


@dataclass(frozen=True)
class Text:
    """The title weighs most, then keywords (never shown), then the summary, then the body.

    Without a title the words help to find a thing that is then shown in another language.
    """

    title: str
    keywords: str = ""
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """`places` are (latitude, longitude); `opening` are half-open spans in minutes since 1970 UTC.

    `subjects` are codes of what it is about, so that words which mean a subject find it without being written in it.

    A language is in `texts` only if the words are really in that language.
    """

    kind: str
    object_id: str
    version: int
    updated: datetime
    texts: Mapping[str, Text]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    places: tuple[tuple[float, float], ...] = ()
    opening: tuple[tuple[int, int], ...] = ()

    @cached_property
    def checksum(self) -> str:
        """The same for the same content, whatever its version."""
        texts = {language: vars(text) for language, text in self.texts.items()}
        content = [STORED_AS, self.updated.isoformat(), texts, dict(self.facets), self.subjects]
        content += [self.places, self.opening]
        encoded = json.dumps(content, sort_keys=True, ensure_ascii=False).encode(errors="surrogatepass")
        return hashlib.blake2b(encoded, digest_size=16).hexdigest()
