"""The demo's events are counted from the day of loading: whichever day that is, each of them finds its dates."""

import tomllib
from datetime import date, timedelta

import pytest

from events.demo import FOLDER
from events.demo.dates import changes_of, first_day_of, rule_of
from events.models import EventPage
from events.recurrence.remarks import remarks

EVENTS = [each for file in sorted(FOLDER.glob("events*.toml")) for each in tomllib.loads(file.read_text())["events"]]
DAYS = [date(2027, 1, 1) + timedelta(days=13 * number) for number in range(28)]


@pytest.mark.django_db
@pytest.mark.parametrize("data", [each for each in EVENTS if "rule" in each], ids=lambda each: each["en"]["title"])
def test_nothing_about_its_dates_is_odd(data: dict) -> None:
    for today in DAYS:
        first = first_day_of(data, today)
        event = EventPage(first_day=first, rule=rule_of(data, first))
        event.changed_dates.set(list(changes_of(event, data.get("changed", []))))
        assert remarks(event.series) == [], today
        assert first <= today + timedelta(days=45)


def test_everything_is_said_in_both_languages() -> None:
    for data in EVENTS:
        for value in _in_languages(data):
            assert value.keys() >= {"en", "es"}, data["en"]["title"]


def _in_languages(value: object) -> list[dict]:
    if isinstance(value, list):
        return [found for each in value for found in _in_languages(each)]
    if not isinstance(value, dict):
        return []
    here = [value] if "en" in value or "es" in value else []
    return here + [found for each in value.values() for found in _in_languages(each)]
