"""Whose letters somebody may read: people of a school those that are for it, as long as their term lasts."""

from typing import Any

from django.db.models import Q, QuerySet

from schools.calendar import today
from schools.models import Appointment, SchoolPage


def schools_of(user: Any) -> QuerySet[SchoolPage]:
    """Where the owner of an account is appointed today."""
    now = Appointment.objects.on(today()).filter(person__account=user)
    return SchoolPage.objects.filter(pk__in=now.values("school"))


def has_a_school(user: Any) -> bool:
    return bool(user.is_authenticated and schools_of(user).exists())


def reads_any(user: Any, *, right: str) -> bool:
    """Whether there can be any for this person at all."""
    return bool(user.has_perm(right) or has_a_school(user))


def visible_to(user: Any, letters: QuerySet, *, right: str) -> QuerySet:
    """All of them for whoever has the right, the office; else those for one's own schools."""
    if user.has_perm(right):
        return letters
    return letters.filter(Q(school__isnull=False) & Q(school__in=schools_of(user).values("pk")))
