"""By what families can choose among services, and what is not claimed of them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.http import QueryDict

from directory.documents import services
from directory.documents.areas import areas_of, areas_of_zips
from directory.documents.facets import hours
from directory.models import Accessibility, Language, Schedule, Service, ServiceArea
from directory.public.opening import today
from search.query import search_request
from tests.listings import make_location, make_service

MONDAY = int(datetime(2026, 11, 23, 8, tzinfo=UTC).timestamp()) // 60  # Midnight in the district.
HOUR, DAY = 60, 24 * 60


def facet(service: Service, name: str) -> tuple[str, ...]:
    return next(iter(services.load([str(service.pk)]))).facets[name]


@pytest.mark.django_db
def test_the_facets_are_the_facts_that_decide():
    service = make_service(
        cost="sliding", papers="some", delivery=["phone", "in_person"], groups=["veterans", "newcomers"]
    )
    for code in ("es", "spa", "EN_us", "mix"):
        Language.objects.create(service=service, code=code)

    assert next(iter(services.load([str(service.pk)]))).facets == {
        "need": (),
        "language": ("en", "es", "mix"),
        "cost": ("sliding",),
        "papers": ("some",),
        "delivery": ("in_person", "phone"),
        "who": ("0-5", "13-17", "6-12", "60+", "adults"),
        "group": ("newcomers", "veterans"),
        "hours": (),
        "access": (),
        "serves": (),
        "confirmed": (),
        "organization": (str(service.organization_id),),
        "school": (),
        "focus": (),
    }


@pytest.mark.parametrize(
    ("youngest", "oldest", "groups"),
    [
        (None, None, {"0-5", "6-12", "13-17", "adults", "60+"}),
        (18, None, {"adults", "60+"}),
        (None, 5, {"0-5"}),
        (3, 8, {"0-5", "6-12"}),
        (13, 17.5, {"13-17"}),
        (60, None, {"60+"}),
        (0, 0, {"0-5"}),
    ],
)
@pytest.mark.django_db
def test_whom_a_service_is_for_follows_from_its_ages(youngest, oldest, groups):
    assert set(facet(make_service(minimum_age=youngest, maximum_age=oldest), "who")) == groups


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ([], set()),
        ([(9 * HOUR, 17 * HOUR)], {"morning", "afternoon"}),
        ([(9 * HOUR, 17 * HOUR + 30)], {"morning", "afternoon", "evening"}),
        ([(18 * HOUR, 20 * HOUR)], {"evening"}),
        ([(5 * DAY + 9 * HOUR, 5 * DAY + 11 * HOUR)], {"morning", "weekend"}),
        ([(4 * DAY + 20 * HOUR, 5 * DAY + 2 * HOUR)], {"evening", "weekend"}),
        ([(0, 14 * DAY)], {"morning", "afternoon", "evening", "weekend", "24h"}),
        ([(0, DAY)], {"morning", "afternoon", "evening"}),
    ],
)
def test_hours_say_when_one_can_usually_come(opening, expected):
    assert set(hours(tuple((MONDAY + opens, MONDAY + closes) for opens, closes in opening))) == expected


@pytest.mark.django_db
def test_evening_hours_of_a_listing_are_in_its_document():
    service = make_service()
    Schedule.objects.create(
        service=service, freq="WEEKLY", byday="TU", dtstart=date(2026, 1, 6), opens_at=time(18), closes_at=time(20)
    )

    assert facet(service, "hours") == ("evening",)


@pytest.mark.django_db
def test_a_ramp_is_a_way_in_and_a_gravel_floor_is_not():
    ramp, gravel = make_service(), make_service()
    Accessibility.objects.create(location=make_location(ramp).location, description="Ramp at the green doors")
    Accessibility.objects.create(location=make_location(gravel).location, description="Gravel floor")

    assert facet(ramp, "access") == ("wheelchair",)
    assert facet(gravel, "access") == ()


@pytest.mark.django_db
def test_the_languages_of_the_counter_are_spoken_too():
    service = make_service()
    Language.objects.create(location=make_location(service).location, code="mix")

    assert facet(service, "language") == ("mix",)


@pytest.mark.django_db
def test_only_what_was_confirmed_lately_counts_as_confirmed():
    lately, long_ago, never = (today() - timedelta(days=180), today() - timedelta(days=181), None)

    assert facet(make_service(assured_date=lately), "confirmed") == ("recent",)
    assert facet(make_service(assured_date=long_ago), "confirmed") == ()
    assert facet(make_service(assured_date=never), "confirmed") == ()


@pytest.mark.parametrize(
    ("written", "areas"),
    [
        ("ZIP codes 93905 and 93906", ("93905", "93906")),
        ("All of Monterey County", ("monterey county",)),
        ("Salinas y Castroville", ("castroville", "salinas")),
        ("Valle Inventado", ()),
        ("Todo el condado de Monterey", ("monterey county",)),
        ("Monterey County except Salinas", ()),
        ("", ()),
    ],
)
def test_areas_are_read_as_far_as_they_name_something(written, areas):
    assert areas_of([written]) == areas


def test_a_zip_code_is_served_by_who_serves_its_town_or_county():
    assert areas_of_zips(frozenset({"93905", "nowhere"})) == {"93905", "salinas", "monterey county"}


@pytest.mark.django_db
def test_serves_my_zip_keeps_what_the_listings_say():
    county, elsewhere = make_service(), make_service()
    ServiceArea.objects.create(service=county, name="All of Monterey County")
    ServiceArea.objects.create(service=elsewhere, name="ZIP code 95020")
    asked = search_request(QueryDict("serves=93905"), "en").filters["serves"]

    assert asked & set(facet(county, "serves"))
    assert not asked & set(facet(elsewhere, "serves"))


@pytest.mark.django_db
def test_a_place_is_a_start_unless_its_address_is_private():
    service = make_service()
    public = make_location(service, name="Alder Hall", latitude=36.67, longitude=-121.65).location
    private = make_location(service, name="Refuge", latitude=36.6, longitude=-121.6, address_private=True).location

    near = search_request(QueryDict(f"place={public.pk}"), "en").near
    assert near is not None
    assert (near.latitude, near.longitude, near.label) == (36.67, -121.65, "Alder Hall")
    for other in (private.pk, "nowhere", ""):
        assert search_request(QueryDict(f"place={other}"), "en").near is None
