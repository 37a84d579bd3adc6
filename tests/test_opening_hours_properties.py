"""What must hold for any hours whatever, broken ones included."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.hours.answers import answer
from directory.hours.jsonld import jsonld
from directory.hours.minutes import open_minutes
from directory.hours.recurrence import dates_of
from directory.hours.rules import DateException, Rule
from directory.hours.schedule_words import exceptions_in_words, rule_in_words
from directory.hours.spans import spans
from directory.hours.week import week_table
from directory.hours.wording import sentence
from tests.opening_hours import LOS_ANGELES

# Both clock changes of 2026 lie within.
DAYS = st.dates(date(2026, 2, 15), date(2026, 11, 15))
CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
NUMBERED = [f"{number}{code}" for number in (1, 2, 3, 4, 5, -1, -2) for code in CODES]
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))


def some_of(items):
    return st.lists(st.sampled_from(items), max_size=3, unique=True).map(",".join)


ANY_RULE = st.builds(
    Rule,
    freq=st.sampled_from(["", "WEEKLY", "MONTHLY", "DAILY"]),
    interval=st.integers(0, 4),
    byday=some_of([*CODES, *NUMBERED, "Monday", "XX", ""]),
    bymonthday=some_of(["1", "15", "31", "-1", "x", "99"]),
    byyearday=some_of(["60", "-1", "x"]),
    byweekno=some_of(["10", "45", "x"]),
    wkst=st.sampled_from(["", "SU", "nonsense"]),
    count=st.none() | st.integers(0, 30),
    until=st.none() | DAYS,
    dtstart=st.none() | DAYS,
    valid_from=st.none() | DAYS,
    valid_to=st.none() | DAYS,
    opens_at=st.none() | TIMES,
    closes_at=st.none() | TIMES,
    by_appointment=st.booleans(),
)
ANY_EXCEPTION = st.builds(
    DateException,
    starts_on=DAYS,
    ends_on=st.none() | DAYS,
    closed=st.booleans(),
    opens_at=st.none() | TIMES,
    closes_at=st.none() | TIMES,
)
RULES, EXCEPTIONS = st.lists(ANY_RULE, max_size=4), st.lists(ANY_EXCEPTION, max_size=3)
MOMENTS = st.datetimes(datetime(2026, 2, 15), datetime(2026, 11, 15), timezones=st.just(UTC))
few = settings(max_examples=30, deadline=None)


@few
@given(RULES, EXCEPTIONS, DAYS, st.integers(0, 20))
def test_spans_are_sorted_and_disjoint_and_begin_within_the_days_asked_for(rules, exceptions, start, length):
    end = start + timedelta(days=length)

    found = spans(rules, exceptions, start, end, LOS_ANGELES)

    assert all(span.opens.astimezone(UTC) < span.closes.astimezone(UTC) for span in found)
    assert all(start <= span.opens.date() <= end for span in found)
    assert all(span.closes.date() <= end + timedelta(days=1) for span in found)
    for first, second in pairwise(found):
        touching = first.closes.astimezone(UTC) == second.opens.astimezone(UTC)
        assert first.closes.astimezone(UTC) <= second.opens.astimezone(UTC)
        assert not touching or first.by_appointment != second.by_appointment


@few
@given(RULES, EXCEPTIONS, DAYS)
def test_no_span_begins_on_a_closed_day(rules, exceptions, day):
    closed = DateException(starts_on=day, closed=True)

    assert spans(rules, [closed], day, day, LOS_ANGELES) == []


@few
@given(RULES, EXCEPTIONS, MOMENTS)
def test_it_is_open_exactly_while_a_span_lasts(rules, exceptions, now):
    today = now.astimezone(LOS_ANGELES).date()
    around = spans(rules, exceptions, today - timedelta(days=1), today, LOS_ANGELES)
    lasting = any(
        span.opens.astimezone(UTC) <= now < span.closes.astimezone(UTC) and not span.by_appointment for span in around
    )

    opening = answer(rules, exceptions, now, LOS_ANGELES)

    if opening.state != "unknown":
        assert (opening.state == "open") == lasting


@few
@given(RULES, EXCEPTIONS, MOMENTS)
def test_the_answer_stays_true_until_the_moment_it_names(rules, exceptions, now):
    opening = answer(rules, exceptions, now, LOS_ANGELES)

    if opening.state == "open" and opening.until:
        moment_before = opening.until.astimezone(UTC) - timedelta(seconds=1)
        assert answer(rules, exceptions, moment_before, LOS_ANGELES).state == "open"
    if opening.opens:
        assert opening.opens.astimezone(UTC) > now
        assert answer(rules, exceptions, opening.opens, LOS_ANGELES).state == "open"


@few
@given(RULES, EXCEPTIONS, MOMENTS)
def test_the_search_index_and_the_page_say_the_same(rules, exceptions, now):
    today = now.astimezone(LOS_ANGELES).date()
    minute = int(now.timestamp()) // 60

    indexed = open_minutes(rules, exceptions, today, today + timedelta(days=2), LOS_ANGELES)

    opening = answer(rules, exceptions, now, LOS_ANGELES)
    if opening.state != "unknown":
        assert any(opens <= minute < closes for opens, closes in indexed) == (opening.state == "open")


@few
@given(RULES, EXCEPTIONS, MOMENTS)
def test_anything_can_be_said_in_words(rules, exceptions, now):
    today = now.astimezone(LOS_ANGELES).date()

    assert sentence(answer(rules, exceptions, now, LOS_ANGELES), now, "en")
    assert len(week_table(rules, exceptions, today, "en")) in (0, 7)
    assert all(str(notice) for notice in exceptions_in_words(exceptions, today, "en"))
    assert all(isinstance(rule_in_words(rule, "en"), str) for rule in rules)
    assert all(entry["opens"] for entry in jsonld(rules, exceptions, today))


@st.composite
def recurrences(draw):
    freq = draw(st.sampled_from(["WEEKLY", "MONTHLY"]))
    number = draw(st.sampled_from([1, 2, 4, -1])) if freq == "MONTHLY" else ""
    days = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    return Rule(
        freq=freq,
        interval=draw(st.integers(1, 3)),
        byday=",".join(f"{number}{day}" for day in days),
        dtstart=draw(st.dates(date(2020, 1, 1), date(2026, 12, 31))),
        wkst=draw(st.sampled_from(["MO", "SU"])),
        count=draw(st.none() | st.integers(1, 200)),
    )


@few
@given(recurrences())
def test_a_rule_falls_on_the_dates_that_the_calendar_standard_says(rule):
    start, end = date(2026, 3, 1), date(2026, 5, 31)
    text = f"FREQ={rule.freq};INTERVAL={rule.interval};BYDAY={rule.byday};WKST={rule.wkst}"
    standard = rrulestr(
        text + (f";COUNT={rule.count}" if rule.count else ""), dtstart=datetime.combine(rule.dtstart, time())
    )

    expected = standard.between(datetime.combine(start, time()), datetime.combine(end, time()), inc=True)

    assert list(dates_of(rule, start, end)) == [each.date() for each in expected]
