"""What the admin's search boxes find. Rows written in bulk send no signal, so they are brought in here."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db.models import Model
from wagtail.search.backends import get_search_backends

BATCH = 1000


def index_for_admin(model: type[Model], keys: Iterable[Any]) -> None:
    """Make rows written in bulk findable by name in the admin."""
    remaining = iter(keys)
    while batch := list(islice(remaining, BATCH)):
        _add(model, list(model._default_manager.filter(pk__in=batch)))


def _add(model: type[Model], rows: Sequence[Model]) -> None:
    for backend in get_search_backends(with_auto_update=True):
        backend.get_index_for_model(model).add_items(model, rows)
