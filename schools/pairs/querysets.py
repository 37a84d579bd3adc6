"""How pairs and their halves are asked for."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q


class HalfQuerySet(models.QuerySet):
    def missing(self) -> Self:
        return self.filter(**{self._content(): ""})

    def there(self) -> Self:
        return self.exclude(**{self._content(): ""})

    def due_by(self, day: date) -> Self:
        """Promises whose day has come, or will have come on that day, and that are not kept."""
        return self.missing().filter(promised_for__lte=day)

    def _content(self) -> str:
        return "file" if hasattr(self.model, "file") else "address"


class PairQuerySet(models.QuerySet):
    def whole(self) -> Self:
        """With everything that is shown of it, in two queries."""
        return self.prefetch_related("halves")

    def public(self) -> Self:
        return self.filter(is_private=False) if hasattr(self.model, "is_private") else self

    def in_state(self, state: str, day: date) -> Self:
        """Narrow to complete, promised or late pairs; anything else narrows nothing."""
        related: Any = self.model._meta.get_field("halves").related_model
        halves = related.objects.filter(pair=OuterRef("pk"))
        missing, late = Exists(halves.missing()), Exists(halves.missing().filter(promised_for__lt=day))
        condition = {"complete": ~Q(missing), "promised": Q(missing) & ~Q(late), "late": Q(late)}.get(state)
        return self if condition is None else self.filter(condition)
