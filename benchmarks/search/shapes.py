"""The shapes of question that are timed, in words of the corpus itself, with all facets of the search page."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from home.search_facets import FACETS, with_facets
from search.models import SearchDocument, SearchVocabulary
from search.request import SearchRequest
from search.zips import point_of_zip

ZIP = "90012"  # Los Angeles, where the generated listings are densest.
PHRASE = "food bank"  # The thesaurus knows what it means.
RARE = 0.001  # Of all documents.
OPEN_AT = datetime(2026, 11, 24, 18, tzinfo=UTC)  # A Tuesday at ten in the morning in California.


@dataclass(frozen=True)
class Shape:
    """`prefix` is for the autocomplete; the others are requests."""

    key: str
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
    two = f"{frequent.word} {second.word}"
    typo = frequent.word[:2] + frequent.word[3] + frequent.word[2] + frequent.word[4:]
    filtered = replace(
        with_facets(replace(asked, near=point_of_zip(ZIP))),
        text=frequent.word,
        filters={"cost": frozenset({"free", "sliding"})},
        within_miles=10,
        open_at=OPEN_AT,
    )
    return [
        Shape("frequent", f"frequent word ({frequent.word})", replace(asked, text=frequent.word)),
        Shape("rare", f"rare word ({rare.word})", replace(asked, text=rare.word)),
        Shape("words", f"two words ({two})", replace(asked, text=two)),
        Shape("phrase", f"phrase ({PHRASE})", replace(asked, text=PHRASE)),
        Shape("typo", f"typing error ({typo})", replace(asked, text=typo)),
        Shape("filtered", "frequent word, cost, near, open", filtered),
        Shape("autocomplete", f"autocomplete ({frequent.word[:3]})", prefix=frequent.word[:3]),
    ]
