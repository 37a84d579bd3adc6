"""What awaits the people of schools, on the first page of the admin. Every app beside the schools adds its lines."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.awaiting import AwaitingPanel, Line
from schools.calendar import today
from schools.models import Appointment, SchoolPage

LinesOf = Callable[[Any], Iterable[Line]]  # Of an account; none where it has no right to the list.

_sources: list[LinesOf] = []


def register_lines(lines_of: LinesOf) -> None:
    """From `AppConfig.ready`. A line whose number is 0 is left out."""
    _sources.append(lines_of)


class SchoolsPanel(AwaitingPanel):
    name = "schools"
    heading = _("Schools and families")
    order = 60

    def lines(self) -> Iterator[Line]:
        for lines_of in (appointments, *_sources):
            yield from (line for line in lines_of(self.request.user) if line.count)


def schools_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, SchoolsPanel(request))


def appointments(account: Any) -> Iterator[Line]:
    if not account.has_perm("schools.change_appointment"):
        return
    now = Appointment.objects.on(today())
    answered = now.as_(Appointment.Role.AMBASSADOR).values("school")
    alone = SchoolPage.objects.facts().live().exclude(pk__in=answered).count()
    ending = Appointment.objects.in_term("ending", today()).count()
    index = reverse("wagtailsnippets_schools_appointment:list")
    yield Line(alone, ngettext("school without an ambassador", "schools without an ambassador", alone), index)
    yield Line(
        ending,
        ngettext("term ends within 60 days", "terms end within 60 days", ending),
        f"{index}?term=ending",
    )
