"""What the pages of values and pillars show: their own words, and what carries them."""

from dataclasses import replace
from typing import Any

from core.models import FactsPage, said
from schools.topics.models import PillarAtSchool, PillarPage, ValueIndexPage, ValuePage
from schools.topics.public.links import Link, link_to, links
from schools.topics.sections import sections_of


def value_index_context(page: ValueIndexPage) -> dict[str, Any]:
    values = ValuePage.objects.child_of(page).live().select_related("locale", "alias_of__locale")
    return {"values": [link_to(value, page.locale.language_code) for value in values.order_by("path")]}


def tag_context(page: FactsPage) -> dict[str, Any]:
    return {"sections": sections_of(page)}


def pillar_context(page: PillarPage) -> dict[str, Any]:
    return {**tag_context(page), "at_schools": _at_schools(page.facts, page.locale.language_code)}


def _at_schools(pillar: PillarPage, language: str) -> list[Link]:
    rows = list(pillar.at_schools.select_related("school__locale").filter(school__live=True).order_by("school__title"))
    return _paired(rows, links([row.school for row in rows], language), language)


def pillars_at(school: Any, language: str) -> list[Link]:
    """The pillars a school works on, in the order of the tree."""
    at_school = PillarAtSchool.objects.filter(school=school, pillar__live=True)
    rows = list(at_school.select_related("pillar__locale").order_by("pillar__path"))
    return _paired(rows, links([row.pillar for row in rows], language), language)


def _paired(rows: list[PillarAtSchool], found: list[Link], language: str) -> list[Link]:
    """Each with what one can see of the pillar there as its line."""
    return [replace(link, line=said(row.what, language)) for row, link in zip(rows, found, strict=True)]
