"""Invented neighbours who have signed up: by phone only, so that no letter waits for an address that is not there."""

from itertools import cycle
from typing import Any

from events.models import EventPage
from events.signups.models import ShiftDate
from events.signups.taking import Wish, take
from events.volunteers.identity import known_volunteer
from events.volunteers.models import AgeBand

NAMES = (
    *("Alma Cruz", "Refugio Santos", "Yolanda Itzep", "Dale Whitcomb", "Noemí Salas", "Hilario Bautista"),
    *("Socorro Peña", "Marcos Ibarra", "Teresa López", "Kim Tran", "Josefina Ruiz", "Abel Nava"),
    *("Rocío Andrade", "Pat Collins", "Eusebio Cruz", "Minerva Soto", "Chayo Luna", "Iván Mejía"),
    *("Lidia Osorio", "Beto Salgado", "Xóchitl Rey", "Ana Bell", "Fermín Ortiz", "Gloria Paz"),
)
WITH_CHILDREN = 3  # Every so many people bring a child, where somebody looks after children.


def sign_up_people(event: EventPage, shifts: list[dict[str, Any]]) -> None:
    """For the first date to come of each shift: `signed_up` people, and `waiting` ones more."""
    names = cycle(NAMES)
    for shift, data in zip(event.shifts.all(), shifts, strict=True):
        row = ShiftDate.objects.filter(shift=shift).order_by("starts_at").first()
        people = data.get("signed_up", 0) + data.get("waiting", 0)
        for number in range(people if row is not None and not row.has_begun() else 0):
            _sign_up(row, next(names), number)


def _sign_up(row: ShiftDate | None, name: str, number: int) -> None:
    if row is None:
        return
    phone = f"831 555 01{NAMES.index(name):02d}"
    volunteer = known_volunteer(name, phone, language="es" if number % 2 else "en", age_band=AgeBand.ADULT)
    children = 1 if row.child_care_places is not None and number % WITH_CHILDREN == 0 else 0
    take(row.pk, volunteer, Wish(children=children))
