"""A service that lives by a value, or stands for a pillar, is found on the page of it in both languages."""

import pytest
from django.test import Client

from home.tree import Rooms
from schools.topics.models import PillarPage, ValueIndexPage, ValuePage
from tests.listings import make_service
from tests.schools.topic_pages import add

pytestmark = pytest.mark.django_db


def test_the_value_page_lists_public_services(client: Client, rooms: dict[str, Rooms]) -> None:
    values = {code: add(ValueIndexPage, rooms[code].home, "HEART", language=code) for code in ("en", "es")}
    access = add(ValuePage, values["en"], "Access")
    acceso = add(ValuePage, values["es"], "Acceso", of=access, language="es")
    shown, hidden = make_service("Doctor on wheels"), make_service("Kept apart", do_not_list=True)
    for service in (shown, hidden):
        service.values.add(access)
        service.save()

    for page in (access, acceso):
        html = client.get(page.url).content.decode()
        assert "Doctor on wheels" in html and "Kept apart" not in html


def test_the_pillar_page_lists_them_too(client: Client, rooms: dict[str, Rooms]) -> None:
    pillar = add(PillarPage, rooms["en"].home, "Integrated support")
    service = make_service("School clinic")
    service.pillars.add(pillar)
    service.save()

    assert "School clinic" in client.get(pillar.url).content.decode()
