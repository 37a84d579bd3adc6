"""How requests are asked for."""

from datetime import date
from typing import Any, Self

from django.db import models

OPEN = ("new", "contacted")


class HelpRequestQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def closed(self) -> Self:
        return self.exclude(status__in=OPEN)

    def at(self, schools: Any) -> Self:
        return self.filter(school__in=schools)

    def late(self, day: date) -> Self:
        return self.filter(status="new", due_on__lt=day)

    def whole(self) -> Self:
        return self.select_related("school", "assigned__person", "entered_by")
