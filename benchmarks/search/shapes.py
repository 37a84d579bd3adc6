"""The six shapes of question that are timed, in words of the corpus itself."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from search.models import SearchDocument, SearchVocabulary
from search.request import SearchRequest
from search.zips import point_of_zip

FACETS = ("need", "cost", "papers", "language", "kind")
ZIP = "93901"
RARE = 0.001  # Of all documents.
OPEN_AT = datetime(2026, 11, 24, 18, tzinfo=UTC)  # A Tuesday at ten in the morning in California.


@dataclass(frozen=True)
class Shape:
    """`prefix` is for the autocomplete; the others are requests."""

    name: str
    request: SearchRequest | None = None
    prefix: str = ""


def shapes(language: str = "en") -> list[Shape]:
    known = SearchVocabulary.objects.filter(language=language, word__regex="^[a-z]{5,}$")
    frequent = known.order_by("-documents")[0]
    fewer = SearchDocument.objects.count() * RARE
    rare = known.filter(documents__gte=max(fewer, 2)).order_by("documents", "word")[0]
    second = known.order_by("-documents")[1]
    asked = SearchRequest(language=language, facets=FACETS)
    typo = frequent.word[:2] + frequent.word[3] + frequent.word[2] + frequent.word[4:] + "x"
    filtered = replace(
        asked,
        text=frequent.word,
        filters={"cost": frozenset({"free", "sliding"})},
        near=point_of_zip(ZIP),
        within_miles=10,
        open_at=OPEN_AT,
    )
    return [
        Shape(f"frequent word ({frequent.word})", replace(asked, text=frequent.word)),
        Shape(f"rare word ({rare.word})", replace(asked, text=rare.word)),
        Shape(f"two words ({frequent.word} {second.word})", replace(asked, text=f"{frequent.word} {second.word}")),
        Shape(f"typing error ({typo})", replace(asked, text=typo)),
        Shape("frequent word, cost, near, open", filtered),
        Shape(f"autocomplete ({frequent.word[:3]})", prefix=frequent.word[:3]),
    ]
