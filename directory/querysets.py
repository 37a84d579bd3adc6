"""How the directory is asked. Everything public starts from the facts rows: the translation rows carry words only."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from core.locales import source_locale_id

if TYPE_CHECKING:
    from directory.models import TaxonomyTerm
    from schools.models import SchoolPage

SHOWN_STATUSES = ("active", "temporarily closed")
SHOWN_ON_CARDS = (
    "translation_key",
    "locale",
    "name",
    "summary",
    "description",
    "slug",
    "status",
    "closed_until",
    "cost",
    "papers",
    "assured_date",
    "assured_by",
)


class FactsQuerySet(models.QuerySet):
    def facts(self) -> Self:
        """The rows that own facts, drafts included."""
        return self.filter(locale_id=source_locale_id())


class TermQuerySet(FactsQuerySet):
    def public(self) -> Self:
        return self.facts().filter(live=True)

    def top(self) -> Self:
        return self.public().filter(parent=None)

    def and_below(self, term: "TaxonomyTerm") -> set[Any]:
        """Primary keys of a term and of everything narrower; one query per level, five at the most."""
        found = {term.pk}
        level = {term.pk}
        while level := set(self.facts().filter(parent_id__in=level).values_list("pk", flat=True)) - found:
            found |= level
        return found


class ListingQuerySet(FactsQuerySet):
    def public(self) -> Self:
        """What families may see."""
        return self.facts().filter(live=True, do_not_list=False)


class OrganizationQuerySet(ListingQuerySet):
    pass


class LocationQuerySet(ListingQuerySet):
    pass


class ServiceQuerySet(ListingQuerySet):
    def public(self) -> Self:
        return (
            super().public().filter(status__in=SHOWN_STATUSES, organization__live=True, organization__do_not_list=False)
        )

    def answering(self, terms: Iterable[Any]) -> Self:
        """Services that carry any of the terms, given by primary key."""
        # A join would bring a service once per term, and DISTINCT would compare all its texts.
        said = apps.get_model("directory", "Attribute").objects.filter(taxonomy_term_id__in=list(terms))
        return self.filter(pk__in=said.exclude(service=None).values("service_id"))

    def at_school(self, school: "SchoolPage") -> Self:
        """Services given at a public place that is this school."""
        places = apps.get_model("directory", "Location").objects.public().filter(school=school)
        given = apps.get_model("directory", "ServiceAtLocation").objects.filter(location__in=places)
        return self.filter(pk__in=given.values("service_id"))

    def meant_for_school(self, school: "SchoolPage") -> Self:
        """Services that say they are for this school's families."""
        served = apps.get_model("directory", "SchoolServed").objects.filter(school=school)
        return self.filter(pk__in=served.values("service_id"))

    def of(self, organization: models.Model) -> Self:
        return self.filter(organization=organization)

    def whole(self) -> Self:
        """Everything a fact card shows, in a fixed number of queries."""
        return self.select_related("organization", "program").prefetch_related(*WHOLE_SERVICE)

    def for_cards(self) -> Self:
        """What a result card shows of the service itself; its rows are read when the cards are made."""
        return self.only(*SHOWN_ON_CARDS)


PLACE = (
    "service_at_locations__schedules",
    "service_at_locations__schedule_exceptions",
    "service_at_locations__location__addresses",
    "service_at_locations__location__schedules",
    "service_at_locations__location__schedule_exceptions",
)
CARD = ("schedules", "schedule_exceptions", "languages", *PLACE)
WHOLE_SERVICE = (
    *CARD,
    "phones__languages",
    "contacts__phones",
    "required_documents",
    "cost_options",
    "service_areas",
    "capacities__unit",
    "additional_urls",
    "files__paper__halves",
    "attributes__taxonomy_term",
    "organization__phones",
    "organization__contacts__phones",
    "service_at_locations__phones",
    "service_at_locations__contacts__phones",
    "service_at_locations__service_areas",
    "service_at_locations__location__phones",
    "service_at_locations__location__accessibility",
    "service_at_locations__location__languages",
)


def without_confirmation_since(day: Any) -> Q:
    """Listings nobody has confirmed since a day, or ever."""
    return Q(assured_date__lt=day) | Q(assured_date__isnull=True)
