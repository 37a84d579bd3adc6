"""While Elena types, her form shows the dates that come of it."""

import re
from datetime import date
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.models import User

WEEKLY = {
    "first_day": "2026-09-01",
    "begins": "16:00",
    "ends": "18:00",
    "days": "1",
    "time_zone": "America/Los_Angeles",
    "rule_0": "WEEKLY",
    "rule_1": "2",
}


@pytest.fixture
def elena(signed_in):
    with time_machine.travel("2026-09-02 12:00Z", tick=False):
        yield signed_in("elena")


def shown(client, **typed):
    response = client.post(reverse("events_recurrence_preview"), WEEKLY | typed)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))).strip()


def test_the_rule_is_said_and_the_next_ten_dates_stand_below(elena):
    text = shown(elena)

    assert text.startswith("Every second Tuesday, 4 p.m. to 6 p.m.")
    assert "Tuesday, September 1, 2026" not in text
    assert "Tuesday, September 15, 2026, 4 p.m. to 6 p.m." in text
    assert text.count("4 p.m. to 6 p.m.") == 11


def test_changed_dates_say_what_is_different(elena):
    text = shown(
        elena,
        **{
            "changed_dates-TOTAL_FORMS": "5",
            "changed_dates-0-day": "2026-09-15",
            "changed_dates-0-kind": "cancelled",
            "changed_dates-1-day": "2026-09-29",
            "changed_dates-1-kind": "moved",
            "changed_dates-1-new_day": "2026-10-01",
            "changed_dates-2-day": "2026-10-05",
            "changed_dates-2-kind": "cancelled",
            "changed_dates-3-day": "2026-1",
            "changed_dates-3-kind": "skipped",
            "changed_dates-4-day": "2026-10-13",
            "changed_dates-4-kind": "skipped",
            "changed_dates-4-DELETE": "1",
        },
    )

    assert "September 15, 2026, 4 p.m. to 6 p.m. cancelled" in text
    assert "Thursday, October 1, 2026, 4 p.m. to 6 p.m. instead of Tuesday, September 29, 2026" in text
    assert "Nothing takes place on Monday, October 5, 2026" in text
    assert "Tuesday, October 13, 2026" in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"first_day": ""}, "Give the first day to see the dates."),
        ({"rule_4": "ON", "rule_5": "2026-08-01"}, "The last day is before the first day."),
        ({"rule_0": "OWN", "rule_7": "FREQ=HOURLY"}, "Every day is the most"),
        ({"begins": "late"}, "Enter a valid time."),
        ({"time_zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"rule_4": "ON", "rule_5": "2026-09-02"}, "No date is to come"),
        ({"changed_dates-TOTAL_FORMS": "many"}, "Every second Tuesday"),
    ],
)
def test_what_is_wrong_is_said_instead(elena, typed, sentence):
    assert sentence in shown(elena, **typed)


def test_it_speaks_spanish_to_who_works_in_spanish(elena):
    profile = UserProfile.get_for_user(User.objects.get(username="elena"))
    profile.preferred_language = "es"
    profile.save()

    assert shown(elena).startswith("Cada dos semanas, el martes")


def test_nobody_else_is_answered(db):
    assert Client().post(reverse("events_recurrence_preview"), WEEKLY).status_code == 302


def test_it_changes_nothing_and_a_link_cannot_ask(elena):
    assert elena.get(reverse("events_recurrence_preview")).status_code == 405


def test_what_is_not_ended_yet_today_counts_as_coming(elena):
    assert date(2026, 9, 2).strftime("%A, %B") + " 2, 2026" in shown(elena, first_day="2026-09-02")
