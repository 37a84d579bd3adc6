"""Calendars as Google, Outlook and a neighbour's old program write them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from events.ics.reading import MOST_BYTES, read_calendar
from events.ics.writing import CalendarEvent, calendar_of
from events.recurrence.dates import happenings
from events.recurrence.parts import parts_of
from events.recurrence.rule_dates import first_days
from events.recurrence.series import ChangeKind
from tests.events.series import LOS_ANGELES, any_series


def a_calendar(*events, before=""):
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{before}{body}END:VCALENDAR\n".encode()


def the_event(*lines, others=()):
    read = read_calendar(a_calendar("UID:a\nSUMMARY:Reading\n" + "\n".join(lines), *others))
    assert len(read.events) == 1, read.problems
    return read.events[0], read.problems


@settings(max_examples=150, deadline=None)
@given(any_series().filter(lambda series: not series.rule or first_days(parts_of(series.rule), series.first_day, 1)))
def test_what_we_write_we_read_back_with_the_same_dates(series):
    event = CalendarEvent(uid="a", series=series, title="Peña", language="es", stamp=datetime(2026, 1, 1, tzinfo=UTC))

    read = read_calendar(calendar_of([event], name="x", language="es"))

    assert read.problems == []
    ours, theirs = (_dates(each) for each in (series, read.events[0].series))
    assert theirs == ours


def _dates(series):
    """Those that do take place; whole days are the same days everywhere."""
    series = series if series.begins else replace(series, zone=LOS_ANGELES)
    found = happenings(series, date(2026, 1, 1), date(2032, 1, 1))
    return {(each.starts_at, each.ends_at) for each in found if not each.is_cancelled}


def test_times_without_a_zone_are_the_districts():
    event, _problems = the_event("DTSTART:20260901T160000", "DTEND:20260901T180000")

    assert (event.series.zone, event.series.begins, event.series.ends) == (LOS_ANGELES, time(16), time(18))


def test_a_single_moment_in_utc_is_told_by_our_clock_a_series_keeps_its_own():
    once, _problems = the_event("DTSTART:20260902T010000Z", "DURATION:PT2H")
    series, _problems = the_event("DTSTART:20260902T010000Z", "RRULE:FREQ=WEEKLY")

    assert (once.series.first_day, once.series.begins, once.series.ends) == (date(2026, 9, 1), time(18), time(20))
    assert (series.series.zone, series.series.begins) == (ZoneInfo("UTC"), time(1))


def test_the_names_outlook_gives_to_zones_are_known():
    event, problems = the_event("DTSTART;TZID=Pacific Standard Time:20260901T160000")

    assert (str(event.series.zone), problems) == ("America/Los_Angeles", [])


def test_a_zone_nobody_knows_is_read_as_ours_and_said():
    event, problems = the_event("DTSTART;TZID=Moon/Base:20260901T160000")

    assert (event.series.zone, event.series.begins) == (LOS_ANGELES, time(16))
    assert problems == ["“Reading”: Nobody knows the time zone “Moon/Base”; its times are read as ours."]


@pytest.mark.parametrize(
    ("until", "last"), [("20260922T225959Z", "20260915"), ("20260922T230000Z", "20260922"), ("20260922", "20260922")]
)
def test_the_last_moment_of_a_rule_becomes_its_last_day(until, last):
    event, _problems = the_event("DTSTART;TZID=America/Los_Angeles:20260901T160000", f"RRULE:FREQ=WEEKLY;UNTIL={until}")

    days = [each.day for each in happenings(event.series, date(2026, 9, 1), date(2027, 1, 1))]
    assert f"{days[-1]:%Y%m%d}" == last


def test_dates_that_differ_are_changes_of_ours():
    event, _problems = the_event(
        "DTSTART:20260901T160000",
        "DTEND:20260901T180000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE:20260908T160000",
        "RDATE:20260912T100000",
        others=[
            "UID:a\nRECURRENCE-ID:20260915T160000\nDTSTART:20260917T090000\nDTEND:20260917T110000",
            "UID:a\nRECURRENCE-ID:20260922T160000\nDTSTART:20260922T160000\nSTATUS:CANCELLED",
            "UID:a\nRECURRENCE-ID:20260929T160000\nDTSTART:20260929T160000\nDTEND:20260929T180000\nSUMMARY:Party",
        ],
    )

    assert [(change.day.day, change.kind) for change in event.series.changes] == [
        (8, ChangeKind.SKIPPED),
        (12, ChangeKind.EXTRA),
        (15, ChangeKind.MOVED),
        (22, ChangeKind.CANCELLED),
    ]
    assert event.series.changes[1].begins == time(10)


def test_a_web_page_in_the_description_becomes_text_and_a_strange_address_none():
    event, _problems = the_event(
        "DTSTART:20260901T160000",
        "DESCRIPTION:<p>Bring &amp\\; share</p><br><a href='x'>More</a>",
        "URL:javascript:alert(1)",
        "LOCATION:Room 5\\nMain Street",
        "SEQUENCE:x",
    )

    assert event.description == "Bring & share\n\nMore"
    assert (event.url, event.place, event.sequence) == ("", "Room 5 Main Street", 0)


def test_what_lasts_for_days_is_read_as_whole_days():
    event, problems = the_event("DTSTART:20260904T160000", "DTEND:20260906T120000")

    assert (event.series.begins, event.series.days) == (None, 3)
    assert problems == ["“Reading”: Read as 3 whole days."]


def test_one_event_that_cannot_be_read_is_named_and_the_others_come():
    good = "UID:g\nSUMMARY:Good\nDTSTART:20260901T160000"
    read = read_calendar(
        a_calendar(
            good,
            "UID:b1\nSUMMARY:Hourly\nDTSTART:20260901T160000\nRRULE:FREQ=HOURLY",
            "UID:b2\nSUMMARY:No day",
            "UID:b3\nSUMMARY:Odd day\nDTSTART:20269999",
            "UID:b4\nSUMMARY:Long ago\nDTSTART:00010101",
            before="BEGIN:VTODO\nUID:t\nSUMMARY:Task\nEND:VTODO\n",
        )
    )

    assert [event.title for event in read.events] == ["Good"]
    assert [problem.split(":")[0] for problem in read.problems] == ["“Hourly”", "“No day”", "“Odd day”", "“Long ago”"]
    assert "Every day is the most" in read.problems[0]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not a calendar file"),
        (b"<html>Sign in</html>", "not a calendar file"),
        (b"\xff\xfe\x00\x00", "not a calendar file"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "not a calendar file"),
        (b"BEGIN:VCARD\nFN:Peter\nEND:VCARD\n", "not a calendar file"),
        (b"x" * (MOST_BYTES + 1), "too large"),
        (b"BEGIN:VEVENT\n" * 2001, "more than 2000 events"),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(ValidationError) as refused:
        read_calendar(content)

    assert sentence in refused.value.messages[0]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_file_never_breaks_anything(data):
    whole = a_calendar(
        "UID:a\nSUMMARY:R\nDTSTART;TZID=America/Los_Angeles:20260901T160000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        "EXDATE;TZID=America/Los_Angeles:20260908T160000\nRDATE;VALUE=PERIOD:20260912T100000Z/PT1H\nSEQUENCE:1",
        "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260915T160000\nDTSTART;VALUE=DATE:20260917",
    )
    place = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(max_size=3) | st.sampled_from([b"\n", b":", b";", b"=", b"VALUE=DATE", b"99999999"]))

    try:
        read_calendar(whole[:place] + damage + whole[place + data.draw(st.integers(0, 20)) :])
    except ValidationError as refused:
        assert refused.messages


def test_a_time_zone_that_is_a_folder_of_time_zones_breaks_nothing():
    with pytest.raises(ValidationError) as refused:
        read_calendar(a_calendar("UID:a\nSUMMARY:R\nDTSTART;TZID=America:20260901T160000\nDURATION:PT1H"))

    assert "broken" in refused.value.messages[0]


def test_a_calendar_that_takes_too_long_is_left_after_a_while(monkeypatch):
    monkeypatch.setattr("events.ics.reading.MOST_SECONDS", 0)

    read = read_calendar(a_calendar("UID:a\nSUMMARY:R\nDTSTART:20260901T160000"))

    assert read.problems == ["Reading it took too long: the rest of its events were left out."]


def test_a_large_calendar_is_read_whole():
    event = "UID:{0}\nSUMMARY:R\nDTSTART;TZID=America/Los_Angeles:20260901T160000\nRRULE:FREQ=WEEKLY\nDESCRIPTION:{1}"

    read = read_calendar(a_calendar(*(event.format(number, "x" * 500) for number in range(400))))

    assert len(read.events) == 400
