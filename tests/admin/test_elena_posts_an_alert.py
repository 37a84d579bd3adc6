"""News for every page: written once, translated, gone on its day."""

import pytest
from django.urls import reverse

from home.models import Alert
from home.tree import ensure_tree

pytestmark = pytest.mark.django_db


def test_an_alert_goes_live_from_the_admin(signed_in, ana) -> None:
    ensure_tree()
    elena = signed_in("elena")

    response = elena.post(
        reverse("wagtailsnippets_home_alert:add"),
        {"text": "Closed “today” for smoke", "link": "", "shown_from": "", "shown_until": "", "action-publish": "1"},
    )

    assert response.status_code == 302, response.context and response.context["form"].errors
    assert Alert.objects.get().live
    assert "Closed “today” for smoke" in ana.get("/en/").content.decode()


def test_alerts_are_listed_and_searched_without_tripping_over_a_quote(signed_in) -> None:
    Alert.objects.create(text='Bring "bags"')
    elena = signed_in("elena")

    page = elena.get(reverse("wagtailsnippets_home_alert:list"), {"q": '"bags'})

    assert page.status_code == 200
    assert "Bring" in page.content.decode()
