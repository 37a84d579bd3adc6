"""How every process notices that something it keeps in memory changed: a stamp in the database, renewed by a change."""

import uuid
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models.signals import post_delete, post_save

from search.languages import languages
from search.thesaurus.models import Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords, Stamp

THESAURUS, VOCABULARY = "thesaurus", "vocabulary"
FOLLOWED = (Concept, ConceptWords, PromotedAnswer, PromotedAnswerWords)

T = TypeVar("T")


def current(name: str) -> str:
    # Every question asks for it; building the query would take five times as long as asking it.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT value FROM {Stamp._meta.db_table} WHERE name = %s", [name])  # noqa: S608  our own name
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def renew(name: str) -> None:
    """To be called after changes that send no signals; a random value, since a rolled back one must not come again."""
    stamp = Stamp(name=name, value=uuid.uuid4().hex)
    Stamp.objects.bulk_create([stamp], update_conflicts=True, unique_fields=["name"], update_fields=["value"])


class Kept(Generic[T]):
    """Made once per process, and anew when the stamp changed; asking costs one query for the stamp."""

    def __init__(self, name: str, make: Callable[[], T]) -> None:
        self._name = name
        self._make = make
        self._made: tuple[tuple[str, tuple[str, ...]], T] | None = None

    def __call__(self) -> T:
        # The stamp is read first: a change that comes in between is made now and once more next time.
        key = (current(self._name), languages())
        made = self._made
        if made is None or made[0] != key:
            made = self._made = (key, self._make())
        return made[1]


def follow_thesaurus() -> None:
    for model in FOLLOWED:
        for signal in (post_save, post_delete):
            signal.connect(_thesaurus_changed, sender=model, dispatch_uid=f"search.stamps.{model.__name__}")


def _thesaurus_changed(**_kwargs: Any) -> None:
    renew(THESAURUS)
