"""As many queries for a partner with eleven services as for one with one, for a long queue as for a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from directory.models import Service
from partners.models import Proposal, Report
from partners.proposing import Sender, send
from partners.values import values_of, values_of_many
from tests.whole_listings import a_location, a_need, a_service

pytestmark = pytest.mark.django_db


def asked(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_the_desk(marta, mesa, pantry) -> None:
    one = asked(marta, reverse("partner_desk"))
    for number in range(10):
        a_service(mesa, f"More {number}", [])
    assert asked(marta, reverse("partner_desk")) == one <= 45


def test_the_queue(moses, mesa, pantry) -> None:
    for row in (pantry, *(a_service(mesa, f"More {number}", []) for number in range(2))):
        _told_of(row)
    three = asked(moses, reverse("partners_queue"))
    for number in range(10):
        _told_of(a_service(mesa, f"Most {number}", []))
    assert Proposal.objects.count() == 13
    assert asked(moses, reverse("partners_queue")) == three <= 40


def _told_of(row: Service) -> None:
    send(row, {"email": "new@mesa.org"}, values_of(row), Sender(by=None, language="en"))
    Report.objects.create(
        kind="service",
        listing_id=row.pk,
        organization_id=row.organization_id,
        name=row.name,
        problem="phone",
        language="es",
    )


def test_a_sheet_of_many_listings(marta, mesa, pantry) -> None:
    one = asked(marta, reverse("partner_sheet_file", args=["csv"]))
    for number in range(10):
        a_service(mesa, f"More {number}", [a_need(f"Need {number}")])
    assert asked(marta, reverse("partner_sheet_file", args=["csv"])) == one <= 80


def test_many_are_read_as_each_is(mesa, pantry) -> None:
    rows = [pantry, a_service(mesa, "Closet", [a_need("Clothes")], places=2), mesa, a_location(mesa, "Hall")]
    fresh = {row.pk: values_of(type(row).objects.get(pk=row.pk)) for row in rows}
    again = [type(row).objects.get(pk=row.pk) for row in rows]
    assert {row.pk: values for row, values in values_of_many(again)} == fresh
