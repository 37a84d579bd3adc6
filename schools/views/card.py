"""The card of somebody families can turn to, in every language on one sheet, to print and hand over."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from core.alternates import set_alternates
from core.models import FactsPage
from schools.models import SchoolPage
from schools.public.people import ShownPerson, appointments_now, shown


@dataclass(frozen=True)
class Side:
    """The card in one language: `address` is the absolute address of the school's page."""

    language: str
    school: str
    address: str
    person: ShownPerson


def card(page: SchoolPage, request: HttpRequest, appointment: int) -> HttpResponse:
    """Not found as soon as the term is over: nobody should print the card of somebody who left."""
    school = page.facts
    found = list(appointments_now(school).filter(pk=appointment))
    if not found:
        raise Http404
    sides = []
    for language, _name in settings.LANGUAGES:
        own = school.in_language(language)
        with override(language):
            person = shown(found, language)[0]
        sides.append(Side(language, own.title, request.build_absolute_uri(own.url), person))
    set_alternates(request, _paths(page, appointment))
    sides.sort(key=lambda side: side.language != page.locale.language_code)
    return render(request, "schools/card.html", {"page": page, "sides": sides, "phone": school.phone})


def _paths(page: FactsPage, appointment: int) -> dict[str, str]:
    return {code: f"{path}card/{appointment}/" for code, path in page.alternate_paths().items()}
