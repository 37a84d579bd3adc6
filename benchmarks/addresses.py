"""Which pages are visited: many of each kind, so that no single one stays warm."""

from collections.abc import Sequence
from urllib.parse import urlencode

from core.languages import with_words
from directory.models import Service, TaxonomyTerm
from directory.public.directories import addresses_by_language
from search.models import SearchVocabulary

SEARCH = {"en": "/en/search/", "es": "/es/buscar/"}
SERVICES, NEEDS, WORDS = 200, 40, 30
SAME_SIZE, WAGTAIL = "a view that returns as many bytes", "Wagtail's search"


def paths(language: str) -> dict[str, list[str]]:
    addresses = addresses_by_language()[language]
    services = Service.objects.filter(pk__in=_spread(Service.objects.public().order_by("pk"), SERVICES))
    needs = TaxonomyTerm.objects.public().exclude(attributes=None)
    needs = TaxonomyTerm.objects.filter(pk__in=_spread(needs.order_by("pk").distinct(), NEEDS))
    return {
        "home": [f"/{language}/"],
        "directory": [addresses.base],
        "service": [addresses.service(words) for _service, words in with_words(services, language)],
        "need": [addresses.need(words) for _need, words in with_words(needs, language)],
        "search": [f"{SEARCH[language]}?{urlencode({'q': word})}" for word in words_of_all_kinds(language)],
        "about": [addresses.about()],
    }


def rivals(language: str, *, size: int) -> dict[str, list[str]]:
    asked = [urlencode({"q": word, "language": language}) for word in words_of_all_kinds(language)]
    return {
        SAME_SIZE: [f"/rival/same-size/?bytes={size}"],
        WAGTAIL: [f"/rival/wagtail-search/?{query}" for query in asked],
    }


def words_of_all_kinds(language: str) -> list[str]:
    """From the most frequent word to the rarest, evenly on Zipf's scale."""
    known = SearchVocabulary.objects.filter(language=language).order_by("-documents", "word")
    spellings = known.values_list("spelling", flat=True)
    count = known.count()
    ranks = sorted({int(count ** (step / WORDS)) - 1 for step in range(WORDS)})
    return [spellings[rank] for rank in ranks]


def _spread(rows: object, count: int) -> Sequence[object]:
    keys: Sequence[object] = list(rows.values_list("pk", flat=True))
    return keys[:: max(1, len(keys) // count)][:count]
