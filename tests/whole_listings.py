"""Listings with every kind of row, for tests that ask what a page costs when nothing is missing."""

from datetime import date, time

from core.locales import locale_id
from core.models import WordsMixin
from core.translation import written_by_person
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Organization,
    Phone,
    Program,
    RequiredDocument,
    Schedule,
    ScheduleException,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceCapacity,
    TaxonomyTerm,
    Unit,
    Url,
)

ALWAYS = {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": time(0), "closes_at": time(0)}


def in_spanish(facts: WordsMixin) -> None:
    row = type(facts)(locale_id=locale_id("es"), translation_key=facts.translation_key)
    for field in facts.word_fields():
        setattr(row, field, f"{getattr(facts, field)} (es)" if getattr(facts, field) else "")
    written_by_person(facts, row)
    row.save()


def a_need(name: str, parent: TaxonomyTerm | None = None) -> TaxonomyTerm:
    term = TaxonomyTerm.objects.create(name=name, description="What families find here.", parent=parent)
    in_spanish(term)
    return term


def an_organization(name: str) -> Organization:
    organization = Organization.objects.create(name=name, description="Neighbors.", website="https://peña.example.org")
    phone = Phone.objects.create(organization=organization, number="(831) 555-0100")
    Language.objects.create(phone=phone, code="es")
    Program.objects.create(organization=organization, name="Fresh Start")
    Contact.objects.create(organization=organization, name="Rosa Peña").phones.create(number="(831) 555-0109")
    in_spanish(organization)
    return organization


def a_location(organization: Organization, name: str) -> Location:
    location = Location.objects.create(
        organization=organization, name=name, transportation="Bus 1", latitude=36.67, longitude=-121.65
    )
    Address.objects.create(
        location=location, address_1="1 Oak", city="Salinas", state_province="CA", postal_code="93901"
    )
    Phone.objects.create(location=location, number="(831) 555-0102")
    Schedule.objects.create(location=location, **ALWAYS)
    ScheduleException.objects.create(location=location, starts_on=date(2020, 1, 1))
    Accessibility.objects.create(location=location, description="Ramp")
    Language.objects.create(location=location, code="mix")
    in_spanish(location)
    return location


def a_service(organization: Organization, name: str, needs: list[TaxonomyTerm], *, places: int = 1) -> Service:
    service = Service.objects.create(
        organization=organization, name=name, summary="Food to take home.", description="Boxes of food.", cost="fee"
    )
    _rows_of(service)
    for need in needs:
        Attribute.objects.create(service=service, taxonomy_term=need)
    for number in range(places):
        _place(service, a_location(organization, f"{name}, place {number}"))
    in_spanish(service)
    return service


def _rows_of(service: Service) -> None:
    phone = Phone.objects.create(service=service, number="(831) 555-0103")
    Language.objects.create(phone=phone, code="es")
    Contact.objects.create(service=service, name="Ana Muñoz").phones.create(number="(831) 555-0104")
    Schedule.objects.create(service=service, **ALWAYS)
    ScheduleException.objects.create(service=service, starts_on=date(2020, 1, 1))
    Language.objects.create(service=service, code="es")
    RequiredDocument.objects.create(service=service, document="Photo ID")
    CostOption.objects.create(service=service, option="Adults", amount=5)
    ServiceArea.objects.create(service=service, name="Salinas")
    ServiceCapacity.objects.create(service=service, unit=Unit.objects.create(name="beds"), available=3)
    Url.objects.create(service=service, url="https://example.org")


def _place(service: Service, location: Location) -> None:
    place = ServiceAtLocation.objects.create(service=service, location=location, description="Back door")
    Schedule.objects.create(service_at_location=place, **ALWAYS)
    ScheduleException.objects.create(service_at_location=place, starts_on=date(2020, 1, 1))
    Phone.objects.create(service_at_location=place, number="(831) 555-0105")
    Contact.objects.create(service_at_location=place, name="José").phones.create(number="(831) 555-0106")
    ServiceArea.objects.create(service_at_location=place, name="Salinas")
