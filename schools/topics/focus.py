"""Focus areas as a choice in the search, and as links to that choice on what carries them."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from core.models import said
from schools.topics.models import FocusArea
from schools.topics.public.links import Link

FACET = "focus"


def known(values: frozenset[str]) -> frozenset[str]:
    return frozenset(FocusArea.objects.filter(code__in=values).values_list("code", flat=True))


def labels(codes: Iterable[str], language: str) -> dict[str, str]:
    """In the order of the office's list."""
    return {area.code: said(area.name, language).text for area in FocusArea.objects.filter(code__in=list(codes))}


def focus_links(areas: Iterable[FocusArea], language: str) -> list[Link]:
    """To everything that has the same focus; to be asked in the language of the page."""
    return [Link(f"{reverse('search')}?{urlencode({FACET: area.code})}", said(area.name, language)) for area in areas]
