"""Wagtail's own search on SQLite, for the admin: asked of the full-text index once, and never broken by a quote.

Stock, it asks the index again for every row of the result (seconds at 20,000 listings), and a quotation mark in the
search box is an error 500 (https://github.com/wagtail/wagtail/issues/13227).
"""

from typing import Any

from django.db.models import Case, F, FloatField, QuerySet, Value, When
from modelsearch.backends.database.sqlite.query import BM25, MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import PlainText
from modelsearch.utils import get_descendants_content_types_pks

MOST_FOUND = 5_000  # Rows taken from the index before the list's own filters; nobody pages that far.
MOST_RANKED = 300  # Of these the order is by relevance; it would grow with the square otherwise.


class FastSearchCompiler(SQLiteSearchQueryCompiler):
    def __init__(self, queryset: QuerySet, query: Any, *args: Any, **kwargs: Any) -> None:
        plain = query.replace('"', " ").strip() if isinstance(query, str) else query
        super().__init__(queryset, plain, *args, **kwargs)

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> QuerySet:
        query = normalize(self.query)
        if not isinstance(query, PlainText):
            return super().search(config, start, stop, score_field)
        if not query.query_string.split():
            return self.queryset.none()
        scores = self._scores(query, config)
        found = self.queryset.filter(pk__in=list(scores))
        if self.order_by_relevance or score_field:
            found = found.annotate(**{score_field or "_score": _score(scores)})
        if self.order_by_relevance:
            found = found.order_by(score_field or "_score", "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def _scores(self, query: PlainText, config: Any) -> dict[Any, float]:
        """Best first; the smaller the better, as SQLite's bm25 says it."""
        built = self.build_search_query(query, config=config)
        types = get_descendants_content_types_pks(self.queryset.model)
        entries = (
            SQLiteFTSIndexEntry.objects.filter(MatchExpression(self.fields or self.FTS_TABLE_FIELDS, built))
            # The sum keeps SQLite from walking over all entries of the type instead of asking the text first.
            .annotate(type=F("index_entry__content_type_id") + 0, score=BM25())
            .filter(type__in=list(types))
            .order_by("score")
            .values_list("index_entry__object_id", "score")
        )
        key = self.queryset.model._meta.pk
        return {key.to_python(object_id): score for object_id, score in entries[:MOST_FOUND]}


def _score(scores: dict[Any, float]) -> Case:
    ranked = list(scores.items())[:MOST_RANKED]
    cases = [When(pk=key, then=Value(score)) for key, score in ranked]
    return Case(*cases, default=Value(0.0), output_field=FloatField())


class FastAutocompleteCompiler(FastSearchCompiler, SQLiteAutocompleteQueryCompiler):
    pass


class SearchBackend(SQLiteSearchBackend):
    query_compiler_class = FastSearchCompiler
    autocomplete_query_compiler_class = FastAutocompleteCompiler
