"""How the people of schools are asked for."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

SOON = timedelta(days=60)


class AppointmentQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def at(self, school: models.Model) -> Self:
        return self.filter(school=school)

    def as_(self, role: str) -> Self:
        return self.filter(role=role)

    def of(self, account: models.Model) -> Self:
        return self.filter(person__account=account)

    def in_term(self, which: str, day: date) -> Self:
        """`now`, `ending` (within sixty days) or `over`."""
        if which == "over":
            return self.filter(ends_on__lt=day)
        if which == "ending":
            return self.on(day).filter(ends_on__lte=day + SOON)
        return self.on(day)
