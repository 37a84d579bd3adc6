"""What a school's page shows of the directory: the help given at the school, and the help meant for its families."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import override

from directory.models import Service
from directory.public.cards import service_cards
from directory.public.directories import addresses_in
from schools.models import SchoolPage
from schools.sections import Section, register_section

SHOWN = 6


def register() -> None:
    register_section("directory", 20, help_section)


def help_section(school: SchoolPage, language: str) -> Section | None:
    """The first few of each kind; the rest is a search with the school as its filter."""
    addresses = addresses_in(language)
    if addresses is None:
        return None
    now = timezone.now()
    here, meant = services_at(school), services_for(school)
    given = service_cards(here[:SHOWN], addresses, now)
    served = service_cards(meant.exclude(pk__in=here.values("pk"))[:SHOWN], addresses, now)
    with override(language):
        everything = f"{reverse('search')}?{urlencode({'school': school.pk})}"
    return Section(
        "directory/at_school.html", {"given": given, "served": served, "all_url": everything if given or served else ""}
    )


def services_at(school: SchoolPage) -> QuerySet[Service]:
    """Services with a public place that is this school."""
    return Service.objects.public().at_school(school).for_cards().order_by("name", "pk")


def services_for(school: SchoolPage) -> QuerySet[Service]:
    """Services that name this school among those they are for."""
    return Service.objects.public().meant_for_school(school).for_cards().order_by("name", "pk")
