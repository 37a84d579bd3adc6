"""The thesaurus of this site."""

from search.stamps import THESAURUS, Kept
from search.thesaurus.models import Concept
from search.thesaurus.reading import Thesaurus


def _compile() -> Thesaurus:
    rows = Concept.objects.filter(active=True).select_related("broader").prefetch_related("words")
    return Thesaurus(row.content() for row in rows)


_thesaurus = Kept(THESAURUS, _compile)


def current() -> Thesaurus:
    """As the office has it now, without a restart; nothing in the index depends on it."""
    return _thesaurus()
