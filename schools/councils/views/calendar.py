"""A meeting for the calendar of a phone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from core.models import said
from schools.councils.models import MeetingPage


def calendar(request: HttpRequest, page: MeetingPage) -> HttpResponse:
    meeting = page.facts
    if meeting.starts_at is None:
        raise Http404
    sheet = Calendar()
    sheet.add("prodid", "-//Ventanilla//EN")
    sheet.add("version", "2.0")
    sheet.add_component(_event(request, page, meeting))
    response = HttpResponse(sheet.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    return response


def _event(request: HttpRequest, page: MeetingPage, meeting: MeetingPage) -> Event:
    event = Event()
    event.add("uid", f"{meeting.translation_key}@{request.get_host()}")
    event.add("dtstamp", meeting.last_published_at or timezone.now())
    event.add("dtstart", meeting.starts_at)
    if meeting.ends_at:
        event.add("dtend", meeting.ends_at)
    event.add("summary", page.title)
    event.add("location", said(meeting.place, page.locale.language_code).text or meeting.online_url)
    event.add("url", request.build_absolute_uri(page.url))
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    return event
