"""A calendar file: read by a strict parser, opened out by another library, it has exactly our dates."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from events.ics.writing import CONTROL, CalendarEvent, NoSuchDateError, calendar_of, one_date
from events.recurrence.dates import happenings
from events.recurrence.series import Change, ChangeKind
from tests.events.series import SANTIAGO, a_series, any_series

STAMP = datetime(2026, 8, 1, 12, tzinfo=UTC)
CANCELLED = Change(day=date(2026, 9, 8), kind=ChangeKind.CANCELLED)
MOVED = Change(day=date(2026, 9, 15), kind=ChangeKind.MOVED, new_day=date(2026, 9, 17), begins=time(9), ends=time(10))
EXTRA = Change(day=date(2026, 9, 26), kind=ChangeKind.EXTRA, begins=time(10), ends=time(12))
SKIPPED = Change(day=date(2026, 9, 22), kind=ChangeKind.SKIPPED)


def an_event(series=None, **facts):
    usual = {
        "uid": "7f1c@ventanilla.example",
        "title": "Taller de lectura: ¿Dónde está Peña?",
        "language": "es",
        "stamp": STAMP,
    }
    return CalendarEvent(series=series or a_series("FREQ=WEEKLY"), **(usual | facts))


def written(*events):
    return calendar_of(events, name="Events of the district", language="en")


def unfolded(content):
    return content.decode().replace("\r\n ", "")


@settings(max_examples=150, deadline=None)
@given(any_series())
def test_any_series_is_read_strictly_and_opens_out_to_the_same_dates(series):
    content = written(an_event(series))

    assert IcsCalendarStream.calendar_from_ics(content.decode()).events
    assert _opened_out(content, series) == {
        (each.starts_at, max(each.ends_at or each.starts_at, each.starts_at), each.is_cancelled)
        for each in happenings(series, date(2026, 1, 1), date(2036, 12, 31))
    }


def _opened_out(content, series):
    found = recurring_ical_events.of(Calendar.from_ical(content)).between(date(2025, 12, 1), date(2037, 2, 1))
    dates = set()
    for event in found:
        starts, ends = (_moment(event[name].dt, series.zone) for name in ("DTSTART", "DTEND"))
        if date(2026, 1, 1) <= starts.astimezone(series.zone).date() <= date(2036, 12, 31):
            dates.add((starts, max(starts, ends), event["STATUS"] == "CANCELLED"))
    return dates


def _moment(wall, zone):
    if not isinstance(wall, datetime):
        wall = datetime.combine(wall, time.min)
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_no_words_whatever_break_a_calendar(title, description):
    content = written(an_event(title=title, description=description, place=title, categories=(title,)))

    [event] = IcsCalendarStream.calendar_from_ics(content.decode()).events
    assert (event.summary or "").split() == CONTROL.sub(" ", title).replace("\r\n", "\n").split()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@settings(max_examples=60, deadline=None)
@given(any_series())
def test_any_date_alone_is_at_its_time(series):
    for happening in happenings(series, date(2026, 1, 1), date(2029, 12, 31))[:5]:
        [event] = Calendar.from_ical(one_date(an_event(series), happening.day)).walk("VEVENT")
        assert _moment(event["DTSTART"].dt, series.zone) == happening.starts_at


def test_changed_dates_are_written_as_calendars_know_them():
    series = a_series("FREQ=WEEKLY;UNTIL=20270610", changes=(CANCELLED, MOVED, EXTRA, SKIPPED))

    text = unfolded(written(an_event(series, reasons={CANCELLED.day: "Incendio"}, sequence=3)))

    assert "RRULE:FREQ=WEEKLY;UNTIL=20270611T065959Z" in text
    assert "EXDATE;TZID=America/Los_Angeles:20260922T160000" in text
    assert "RDATE;TZID=America/Los_Angeles:20260926T160000" in text
    assert text.count("BEGIN:VEVENT") == 4
    assert text.count("SEQUENCE:3") == 4
    assert "RECURRENCE-ID;TZID=America/Los_Angeles:20260915T160000" in text
    assert "DTSTART;TZID=America/Los_Angeles:20260917T090000" in text
    assert "DESCRIPTION;LANGUAGE=es:Cancelado: Incendio" in text
    assert text.count("STATUS:CANCELLED") == 1


def test_whole_days_are_days_and_need_no_zone():
    fair = a_series("FREQ=YEARLY;UNTIL=20280901", begins=None, days=2, changes=())

    text = unfolded(written(an_event(fair)))

    assert "DTSTART;VALUE=DATE:20260901" in text
    assert "DTEND;VALUE=DATE:20260903" in text
    assert "UNTIL=20280901" in text
    assert "VTIMEZONE" not in text


@pytest.mark.parametrize("zone", [a_series().zone, SANTIAGO])
def test_the_zone_carries_its_clock_changes_along(zone):
    """Each one begins by the old clock, and ten years of them are there."""
    component = Calendar.from_ical(written(an_event(a_series("FREQ=WEEKLY", zone=zone)))).timezones[0]

    own = component.to_tz(lookup_tzid=False)
    for day in range(0, 3650, 5):
        moment = STAMP + timedelta(days=day)
        assert moment.astimezone(own).utcoffset() == moment.astimezone(zone).utcoffset()
    text = unfolded(written(an_event()))
    assert "DTSTART:20260308T020000" in text or "RDATE:20260308T020000" in text or ",20260308T020000" in text


def test_the_file_says_what_calendars_ask_for():
    event = an_event(
        description="Traiga \x0b algo;\npara, comer",
        place="Salón 5",
        url="https://ventanilla.example/es/taller/",
        latitude=34.05,
        longitude=-118.24,
        categories=("Taller", "Lectura"),
        last_modified=STAMP,
    )

    content = written(event)

    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    text = unfolded(content)
    for line in (
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Events of the district",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "UID:7f1c@ventanilla.example",
        "DTSTAMP:20260801T120000Z",
        "SUMMARY;LANGUAGE=es:Taller de lectura: ¿Dónde está Peña?",
        "DESCRIPTION;LANGUAGE=es:Traiga   algo\\;\\npara\\, comer",
        "LOCATION;LANGUAGE=es:Salón 5",
        "URL:https://ventanilla.example/es/taller/",
        "GEO:34.05;-118.24",
        "CATEGORIES:Taller,Lectura",
        "STATUS:CONFIRMED",
    ):
        assert f"\r\n{line}\r\n" in text, line


def test_a_cancelled_event_is_cancelled_on_every_date():
    text = unfolded(written(an_event(a_series("FREQ=WEEKLY", changes=(MOVED,)), is_cancelled=True)))

    assert text.count("STATUS:CANCELLED") == 2


def test_one_date_is_an_event_of_its_own():
    series = a_series("FREQ=WEEKLY", changes=(MOVED,))

    text = unfolded(one_date(an_event(series), MOVED.day))

    assert "UID:7f1c-20260915@ventanilla.example" in text
    assert "DTSTART;TZID=America/Los_Angeles:20260917T090000" in text
    assert "RRULE" not in text
    assert "RECURRENCE-ID" not in text
    assert IcsCalendarStream.calendar_from_ics(text).events[0].uid.startswith("7f1c-2026")
    with pytest.raises(NoSuchDateError):
        one_date(an_event(series), date(2026, 9, 2))
