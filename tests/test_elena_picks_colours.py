"""A district changes six colours; text stays readable on them, or they are refused."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from core.models import District
from home.tree import ensure_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def district() -> District:
    ensure_tree()
    return District.for_site(Site.objects.get(is_default_site=True))


def test_the_house_colours_need_no_sheet_of_their_own(ana: Client, district: District) -> None:
    assert "colours.css" not in ana.get("/en/").content.decode()


def test_a_chosen_colour_is_served_to_every_page(ana: Client, district: District) -> None:
    district.primary_light = "#5a1d4d"
    district.full_clean()
    district.save()

    page = ana.get("/es/").content.decode()
    sheet = ana.get("/colours.css").content.decode()

    assert f"/colours.css?{district.colours_version}" in page
    assert "--primary: light-dark(#5a1d4d, #8ed3d4);" in sheet
    assert "--paper" not in sheet


def test_a_colour_nobody_could_read_is_refused_with_its_contrast(district: District) -> None:
    district.primary_light = "#ffee88"

    with pytest.raises(ValidationError) as refused:
        district.full_clean()

    assert "primary_light" in refused.value.message_dict


def test_what_is_no_colour_is_refused(district: District) -> None:
    district.paper_light = "red; } body { display: none"

    with pytest.raises(ValidationError):
        district.full_clean()
