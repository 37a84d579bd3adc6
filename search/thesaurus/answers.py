"""Answers the office gives before any result, to words it lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.thesaurus.concepts import Phrases


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`words` are what people type for it; every word of a phrase counts, also the small ones."""

    code: str
    kind: str
    words: Phrases = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    phone: str = ""
    url: str = ""
    order: int = 100
