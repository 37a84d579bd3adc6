"""The rooms behind the sign-in: every feature names its own, and whoever has signed in is led to those open to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    """`view` is the name of its address; `is_open` is asked with an account at every request."""

    view: str
    label: Any
    is_open: Callable[[Any], bool]
    order: int = 0

    @property
    def url(self) -> str:
        return reverse(self.view)


def may_enter_the_admin(account: Any) -> bool:
    return bool(account.is_staff or account.has_perm("wagtailadmin.access_admin"))


_doors = {"wagtailadmin_home": Door("wagtailadmin_home", _("Office"), may_enter_the_admin)}


def register_door(view: str, label: Any, is_open: Callable[[Any], bool], *, order: int) -> None:
    """From `AppConfig.ready`; people land behind the first door that is open to them, the office before all."""
    _doors[view] = Door(view, label, is_open, order)


def doors_of(account: Any) -> Iterator[Door]:
    if account.is_authenticated:
        yield from (door for door in sorted(_doors.values(), key=attrgetter("order")) if door.is_open(account))
