"""How requests are asked for."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models

OPEN = ("new", "contacted")


class HelpRequestQuerySet(models.QuerySet):
    def open(self) -> Self:
        """One of which nobody knows any more who asked cannot be answered, however far it came."""
        return self.filter(status__in=OPEN, purged_at=None)

    def closed(self) -> Self:
        return self.exclude(status__in=OPEN, purged_at=None)

    def at(self, schools: Any) -> Self:
        return self.filter(school__in=schools)

    def late(self, day: date) -> Self:
        return self.filter(status="new", due_on__lt=day, purged_at=None)

    def untouched_since(self, moment: datetime) -> Self:
        """Open ones that came before, with nothing done about them since."""
        return self.open().filter(received_at__lt=moment).exclude(notes__at__gte=moment)

    def whole(self) -> Self:
        return self.select_related("school", "assigned__person", "entered_by")
