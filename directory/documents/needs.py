"""The needs that listings carry, with the wider needs above them, and their words in one language."""

from collections.abc import Iterable, Iterator
from typing import Any

from core.languages import Words, with_words
from directory.models import TaxonomyTerm


class Needs:
    """Loaded once for many listings: a few queries, whatever their number."""

    def __init__(self, term_ids: Iterable[Any]) -> None:
        self._terms: dict[Any, TaxonomyTerm] = {}
        wanted = set(term_ids) - {None}
        while wanted:
            found = TaxonomyTerm.objects.public().filter(pk__in=wanted)
            self._terms.update((term.pk, term) for term in found)
            wanted = {term.parent_id for term in found} - self._terms.keys() - {None}

    def line(self, term_id: Any) -> Iterator[TaxonomyTerm]:
        """A need and the wider ones above it; a circle ends where it closes."""
        seen = set()
        while (term := self._terms.get(term_id)) and term.pk not in seen:
            seen.add(term.pk)
            yield term
            term_id = term.parent_id

    def codes(self, term_ids: Iterable[Any]) -> tuple[str, ...]:
        codes = {term.code or str(term.pk) for term_id in term_ids for term in self.line(term_id)}
        return tuple(sorted(codes))

    def words(self, language: str) -> dict[Any, Words]:
        return {term.pk: words for term, words in with_words(self._terms.values(), language)}
