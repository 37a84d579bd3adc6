"""What the page of a programme shows."""

from dataclasses import dataclass
from typing import Any

from core.context import dialable
from core.languages import Word
from core.models import said
from schools.topics.models import ProgrammePage
from schools.topics.public.links import Link, links
from schools.topics.public.rows import rows
from schools.topics.public.tags import tag_links
from schools.topics.sections import sections_of


@dataclass(frozen=True)
class Contact:
    name: str
    role: Word
    phone: str
    phone_href: str
    email: str

    def __bool__(self) -> bool:
        return bool(self.name or self.phone or self.email)


def programme_context(page: ProgrammePage) -> dict[str, Any]:
    facts, language = page.facts, page.locale.language_code
    return {
        "contact": _contact(facts, language),
        "partners": list(facts.partners.all()),
        "at_every_school": facts.at_every_school,
        "schools": [] if facts.at_every_school else links(facts.schools.order_by("title"), language),
        **tag_links(facts, language),
        "quick_links": rows(page.quick_links),
        "sections": sections_of(page),
    }


def programmes_at(school: Any, language: str) -> list[Link]:
    """Those that name the school, and those that are at every school."""
    live = ProgrammePage.objects.facts().live()
    return links(
        (live.filter(schools=school) | live.filter(at_every_school=True)).distinct().order_by("title"), language
    )


def _contact(facts: ProgrammePage, language: str) -> Contact:
    return Contact(
        name=facts.contact_name,
        role=said(facts.contact_role, language),
        phone=facts.phone,
        phone_href=f"tel:{dialable(facts.phone)}" if facts.phone else "",
        email=facts.email,
    )
