"""Invented neighbors who have signed up: by phone only, so that no letter waits for an address that is not there."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from events.models import EventPage
from events.signups.models import ShiftDate
from events.signups.taking import OverlapError, TwiceError, Wish, take
from events.volunteers.identity import known_volunteer
from events.volunteers.models import AgeBand, Volunteer

NAMES = (
    *("Alma Cruz", "Refugio Santos", "Yolanda Itzep", "Dale Whitcomb", "Noemí Salas", "Hilario Bautista"),
    *("Socorro Peña", "Marcos Ibarra", "Teresa López", "Kim Tran", "Josefina Ruiz", "Abel Nava"),
    *("Rocío Andrade", "Pat Collins", "Eusebio Cruz", "Minerva Soto", "Chayo Luna", "Iván Mejía"),
    *("Lidia Osorio", "Beto Salgado", "Xóchitl Rey", "Ana Bell", "Fermín Ortiz", "Gloria Paz"),
    *("Irma Zavala", "Quang Le", "Domitila Reyes", "Saúl Cuevas", "Nora Haddad", "Wendy Park"),
    *("Celso Tapia", "Marta Ixchel", "Rubén Arce", "Joy Miller", "Elvira Mata", "Tino Vargas"),
    *("Estela Ríos", "Omar Nasser", "Chuy Padilla", "Lucía Bravo"),
)
WITH_CHILDREN = 3  # Every so many people bring a child, where somebody looks after children.


def sign_up_people(event: EventPage, shifts: list[dict[str, Any]]) -> None:
    """For the first date to come of each shift: `signed_up` people, and `waiting` ones more."""
    for shift, data in zip(event.shifts.all(), shifts, strict=True):
        row = ShiftDate.objects.filter(shift=shift, starts_at__gt=timezone.now()).order_by("starts_at").first()
        if row is not None:
            _fill(row, data.get("signed_up", 0) + data.get("waiting", 0))


def _fill(row: ShiftDate, people: int) -> None:
    there = 0
    for name in names_from(row.pk):
        if there == people:
            return
        there += _sign_up(row, name, there)


def neighbor(name: str, number: int) -> Volunteer:
    phone = f"831 555 01{NAMES.index(name):02d}"
    return known_volunteer(name, phone, language="es" if number % 2 else "en", age_band=AgeBand.ADULT)


def names_from(place: int) -> Iterator[str]:
    """Every name once, beginning somewhere else for each shift."""
    first = 7 * place % len(NAMES)
    yield from NAMES[first:] + NAMES[:first]


def _sign_up(row: ShiftDate, name: str, number: int) -> bool:
    """Whoever is somewhere else at that time stays there."""
    children = 1 if row.child_care_places is not None and number % WITH_CHILDREN == 0 else 0
    try:
        take(row.pk, neighbor(name, number), Wish(children=children))
    except (OverlapError, TwiceError):
        return False
    return True
