"""The hours of one volunteer over a time, to print and to sign."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.clock import day_and_year_in_words
from events.attending.desk.lists import reader
from events.attending.hours import hours_of, school_year
from events.attending.rights import at_the_event_desk, shift_dates_for
from events.volunteers.models import Volunteer
from schools.calendar import date_in, today


@at_the_event_desk
@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """For whoever runs an event of this person. Days nobody understands are those of the school year."""
    seen = Volunteer.objects.filter(sign_ups__shift_date__in=shift_dates_for(request.user)).distinct()
    volunteer = seen.filter(pk=pk).first()
    if volunteer is None:
        raise Http404
    start, end = period_in(request.GET)
    context = {
        "volunteer": volunteer,
        "hours": hours_of(volunteer, start, end, reader()),
        "start": start,
        "end": end,
        "first_day": day_and_year_in_words(start),
        "last_day": day_and_year_in_words(end),
    }
    return render(request, "events/attending/statement.html", context)


def period_in(query: Any) -> tuple[date, date]:
    begins, ends = school_year(today())
    start, end = date_in(query.get("from", "")) or begins, date_in(query.get("to", "")) or ends
    return (start, end) if start <= end else (begins, ends)
