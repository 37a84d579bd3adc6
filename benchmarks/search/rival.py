"""Wagtail's own search over the same texts: the first twenty, how many there are, and three facets."""

from django.db import connection, transaction
from wagtail.search.backends import get_search_backend

from benchmarks.wagtail_rival.models import RivalListing
from search.models import SearchFacet, SearchText

BATCH = 1000
FACETS = ("cost", "papers", "kind")


def fill(*only: str, at_most: int | None = None) -> int:
    """The listings in these languages, else in all, as Wagtail's rows; goes on where it stopped, and says how many.

    It takes long to fill. With fewer rows its times are less than they would be with all.
    """
    with connection.schema_editor() as editor:
        if RivalListing._meta.db_table not in connection.introspection.table_names():
            editor.create_model(RivalListing)
    texts, there = SearchText.objects.all(), RivalListing.objects.all()
    if only:
        texts, there = texts.filter(language__in=only), there.filter(language__in=only)
    keys = list(texts.order_by("pk").values_list("pk", flat=True)[:at_most])
    index = get_search_backend("stock").get_index_for_model(RivalListing)
    for start in range(there.count(), len(keys), BATCH):
        batch = list(texts.select_related("document").filter(pk__in=keys[start : start + BATCH]))
        facets = _facets([text.document_id for text in batch])
        with transaction.atomic():
            rows = RivalListing.objects.bulk_create(_row(text, facets.get(text.document_id, {})) for text in batch)
            index.add_items(RivalListing, rows)
    return there.count()


def ask(text: str, language: str) -> None:
    found = get_search_backend("stock").search(text, RivalListing.objects.filter(language=language))
    list(found[:20])
    found.count()
    for name in FACETS:
        found.facet(name)


def complete(prefix: str, language: str) -> None:
    list(get_search_backend("stock").autocomplete(prefix, RivalListing.objects.filter(language=language))[:8])


def _facets(documents: list[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for key, name, value in SearchFacet.objects.filter(document__in=documents, name__in=FACETS).values_list(
        "document_id", "name", "value"
    ):
        found.setdefault(key, {})[name] = value
    return found


def _row(text: SearchText, facets: dict[str, str]) -> RivalListing:
    return RivalListing(
        object_id=text.document.object_id,
        language=text.language,
        title=text.title,
        keywords=text.keywords,
        summary=text.summary,
        body=text.body,
        **facets,
    )
