"""What a search finds of the directory, and that it stays true."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.http import QueryDict

from directory.documents import organizations, services
from directory.models import (
    Attribute,
    Language,
    Phone,
    RequiredDocument,
    Schedule,
    ScheduleException,
    Service,
    Taxonomy,
    TaxonomyTerm,
)
from search import indexer
from search.document import Document
from search.query import search_request
from search.request import Point
from tests.listings import in_spanish, make_location, make_organization, make_service
from tests.search.library import ask, found

pytestmark = pytest.mark.django_db
WEDNESDAY = datetime(2026, 11, 25, 18, tzinfo=UTC)  # 10 in the morning in the district.


def document_of(service: Service) -> Document:
    return next(iter(services.load([str(service.pk)])))


@pytest.fixture
def food() -> TaxonomyTerm:
    taxonomy = Taxonomy.objects.create(name="Open Eligibility")
    wide = TaxonomyTerm.objects.create(taxonomy=taxonomy, code="102", name="Food")
    in_spanish(wide, name="Comida")
    narrow = TaxonomyTerm.objects.create(
        taxonomy=taxonomy, code="102-04", name="Food pantry", search_words="groceries; canned food", parent=wide
    )
    in_spanish(narrow, name="Despensa", search_words="mandado; víveres")
    return narrow


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def press(row, **changes) -> None:
        for name, value in changes.items():
            setattr(row, name, value)
        with django_capture_on_commit_callbacks(execute=True):
            row.save_revision().publish()

    return press


# -- What a document says.


def test_a_service_is_found_by_its_words_in_either_language():
    service = make_service("Pañales para todos", description="Diapers in every size", cost="free", papers="none")
    in_spanish(service, name="Pañales", description="De todas las tallas")
    Language.objects.create(service=service, code="es")
    RequiredDocument.objects.create(service=service, document="Library card")

    indexer.index("service", [service.pk])

    for text in ("diapers", "tallas", "library card", "mesa sereno", "free", "gratis", "spanish"):
        assert found(text, "es") == [str(service.pk)], text
    assert (ask("diapers", "es").hits[0].title, ask("diapers").hits[0].title) == ("Pañales", "Pañales para todos")


def test_a_need_and_the_wider_needs_lead_to_the_service_in_both_languages(food):
    service = make_service("Second Saturday")
    Attribute.objects.create(service=service, taxonomy_term=food)

    indexer.index("service", [service.pk])

    assert document_of(service).facets["need"] == ("102", "102-04")
    assert [found(text, "es") for text in ("despensa", "mandado", "viveres", "groceries", "comida")] == [
        [str(service.pk)]
    ] * 5
    assert ask("despensa", "es").hits[0].language == "en"


def test_words_nobody_has_reviewed_are_not_found():
    service = make_service("Food pantry")
    row = in_spanish(service, name="Despensa")
    row.word_states = {"name": {"of": row.word_states["name"]["of"], "by": "machine"}}
    row.save()

    assert document_of(service).texts["es"].title == ""


def test_words_that_are_outdated_are_found():
    service = make_service("Food pantry")
    in_spanish(service, name="Despensa")
    service.name = "Food pantry and diapers"
    service.save()

    assert document_of(service).texts["es"].title == "Despensa"


def test_an_address_leads_to_the_service_and_gives_its_distance():
    service = make_service()
    place = make_location(service, name="Alder Hall", latitude=36.67, longitude=-121.65)
    Phone.objects.create(service_at_location=place, number="(831) 555-0142")
    indexer.index("service", [service.pk])

    for text in ("alder street", "93905", "valle sereno", "alder hall", "8315550142"):
        assert found(text) == [str(service.pk)], text
    assert ask(near=Point(36.67, -121.65)).hits[0].distance_miles == pytest.approx(0, abs=0.01)


def test_a_private_address_gives_away_nothing_but_its_town():
    service = make_service("Shelter")
    place = make_location(
        service, name="Casa Azul", latitude=36.67, longitude=-121.65, address_private=True, transportation="Bus 9"
    )
    place.description = "Ring at the blue gate"
    place.save()
    document = document_of(service)

    said = str(document.texts)
    assert document.places == ()
    assert "Valle Sereno" in said
    assert not any(secret in said for secret in ("93905", "412", "Alder", "Casa Azul", "Bus 9", "blue gate"))


@pytest.mark.parametrize("left_out", [{"do_not_list": True}, {"live": False}])
def test_a_place_left_out_stays_out(left_out):
    service = make_service()
    place = make_location(service, name="Old Hall", latitude=36.67, longitude=-121.65, **left_out)
    Phone.objects.create(service_at_location=place, number="(831) 555-0142")
    document = document_of(service)

    assert document.places == ()
    assert not any(secret in str(document.texts) for secret in ("Old Hall", "Alder", "0142"))


class TestHours:
    @pytest.fixture(autouse=True)
    def on_wednesday(self, time_machine) -> Iterator[None]:
        time_machine.move_to(WEDNESDAY, tick=False)
        yield

    @pytest.fixture
    def service(self) -> Service:
        service = make_service()
        Schedule.objects.create(service=service, freq="WEEKLY", byday="WE,SA", opens_at=time(9), closes_at=time(12))
        return service

    def open_at(self, service: Service, moment: datetime) -> bool:
        indexer.index("service", [service.pk])
        return found(open_at=moment) == [str(service.pk)]

    def test_it_is_found_while_open(self, service):
        assert self.open_at(service, WEDNESDAY)
        assert self.open_at(service, WEDNESDAY + timedelta(days=3))
        assert not self.open_at(service, WEDNESDAY + timedelta(hours=2))
        assert not self.open_at(service, WEDNESDAY + timedelta(days=1))

    def test_not_on_a_holiday(self, service):
        ScheduleException.objects.create(service=service, starts_on=date(2026, 11, 25), closed=True)

        assert not self.open_at(service, WEDNESDAY)

    def test_not_while_temporarily_closed(self, service):
        Service.objects.update(status="temporarily closed")

        assert not self.open_at(service, WEDNESDAY)
        assert found() == [str(service.pk)]

    def test_the_document_changes_once_a_week(self, service, time_machine):
        before = document_of(service).checksum

        time_machine.move_to(WEDNESDAY + timedelta(days=4), tick=False)
        assert document_of(service).checksum == before
        time_machine.move_to(WEDNESDAY + timedelta(days=5), tick=False)
        assert document_of(service).checksum != before


def test_an_organization_is_found_by_its_name_in_either_language():
    organization = make_organization("Food Bank of the Valley", alternate_name="La Mesa")
    in_spanish(organization, name="Banco de Alimentos del Valle")

    indexer.index("organization", [organization.pk])

    assert [found("food bank"), found("alimentos"), found("mesa", "es")] == [[str(organization.pk)]] * 3


def test_the_cost_of_many_documents_does_not_grow_with_their_number(food, django_assert_max_num_queries):
    for number in range(12):
        service = make_service(f"Pantry {number}")
        in_spanish(service, name=f"Despensa {number}")
        make_location(service, name=f"Hall {number}")
        Attribute.objects.create(service=service, taxonomy_term=food)

    with django_assert_max_num_queries(32):
        assert len(list(services.load(list(services.all_ids())))) == 12
    with django_assert_max_num_queries(6):
        assert len(list(organizations.load(list(organizations.all_ids())))) == 12


# -- How it stays true.


def test_publishing_and_unpublishing_reach_the_index(publish, django_capture_on_commit_callbacks):
    service = make_service("Food pantry")

    publish(service, name="Diaper bank")
    published = found("diaper")
    with django_capture_on_commit_callbacks(execute=True):
        service.unpublish()

    assert (published, found("diaper")) == ([str(service.pk)], [])


@pytest.mark.parametrize("hidden", [{"do_not_list": True}, {"status": "defunct"}])
def test_what_the_public_may_not_see_leaves_the_index(publish, hidden):
    service = make_service()
    publish(service)
    publish(service, **hidden)

    assert found(kinds=frozenset({"service"})) == []


def test_publishing_spanish_words_reaches_the_same_document(publish):
    service = make_service("Food pantry")
    row = in_spanish(service, name="Despensa")

    publish(row)

    assert [(hit.object_id, hit.language) for hit in ask("despensa", "es").hits] == [(str(service.pk), "es")]


def test_a_deleted_service_leaves_the_index(publish, django_capture_on_commit_callbacks):
    service = make_service()
    publish(service)
    with django_capture_on_commit_callbacks(execute=True):
        service.delete()

    assert found("pantry") == []


def test_a_change_of_the_organization_a_place_or_a_need_reaches_its_services(
    publish, food, django_capture_on_commit_callbacks
):
    service = make_service("Second Saturday")
    Attribute.objects.create(service=service, taxonomy_term=food)
    with django_capture_on_commit_callbacks(execute=True):
        place = make_location(service, name="Alder Hall")

    assert found("alder hall") == [str(service.pk)]

    publish(service.organization, name="Cosecha")
    publish(place.location, name="Encino Park")
    publish(food.parent, name="Nourishment")

    for text in ("cosecha", "encino park", "nourishment"):
        assert str(service.pk) in found(text), text


def test_filters_from_an_address_know_the_values_of_the_directory(food):
    service = make_service()
    key = str(service.organization_id)
    asked = search_request(
        QueryDict(
            f"need=102-04&need=999&cost=free&cost=gold&papers=none&delivery=home&language=es&language=%00&organization={key}"
            "&organization=nobody&kind=service&kind=dragon"
        ),
        "en",
    )

    assert asked.groups == {
        "need": frozenset({"102-04"}),
        "cost": frozenset({"free"}),
        "papers": frozenset({"none"}),
        "delivery": frozenset({"home"}),
        "language": frozenset({"es"}),
        "organization": frozenset({key}),
        "kind": frozenset({"service"}),
    }
