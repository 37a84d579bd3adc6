"""The whole form of an event, as the admin sends it."""

import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text
from wagtail.users.models import UserProfile

from core.models import User
from events.models import EventPage
from home.tree import ensure_tree


@pytest.fixture
def elena(signed_in):
    return signed_in("elena")


def send(client, *, changes=(), **typed):
    form = {
        "title": "Reading with Peña",
        "slug": "reading",
        "kind": "workshop",
        "price": "free",
        "first_day": "2030-09-03",
        "begins": "16:00",
        "ends": "18:00",
        "days": "1",
        "time_zone": "America/Los_Angeles",
        "about": rich_text("<p>We read.</p>"),
        "changed_dates": inline_formset(changes),
        **{name: inline_formset([]) for name in ("materials", "shifts", "comments")},
    }
    room = ensure_tree()["en"].events
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", room.pk])
    return client.post(url, nested_form_data(form | typed))


def test_what_elena_chose_is_stored_as_a_rule_with_its_changed_dates(elena):
    cancelled = {"day": "2030-09-17", "kind": "cancelled", "reason_en": "Fire", "reason_es": "Incendio"}
    answer = send(elena, changes=[cancelled], rule_0="WEEKLY", rule_1="2", rule_4="AFTER", rule_6="8")

    assert answer.status_code == 302, _errors(answer)
    page = EventPage.objects.get()
    assert page.rule == "FREQ=WEEKLY;INTERVAL=2;COUNT=8"
    assert [row.kind for row in page.changed_dates.all()] == ["cancelled"]
    html = elena.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert re.search(r'name="rule_1" value="2"', html)


@pytest.mark.parametrize(("language", "sentence"), [("en", "not both"), ("es", "no los dos")])
def test_a_refused_rule_keeps_what_was_typed(elena, language, sentence):
    UserProfile.objects.update_or_create(
        user=User.objects.get(username="elena"), defaults={"preferred_language": language}
    )
    rule = "FREQ=WEEKLY;COUNT=3;UNTIL=20310101"
    answer = send(elena, rule_0="OWN", rule_7=rule)

    assert sentence in _errors(answer)
    assert rule in answer.content.decode()
    assert not EventPage.objects.exists()


def test_a_rule_that_does_not_suit_the_first_day_is_refused_at_the_rule(elena):
    answer = send(elena, rule_0="WEEKLY", rule_4="ON", rule_5="2030-01-01")

    assert "The last day is before the first day." in _errors(answer)


def _errors(answer):
    html = answer.content.decode()
    return unescape(" ".join(re.findall(r'class="error-message"[^>]*>(.*?)</', html, re.DOTALL)))
