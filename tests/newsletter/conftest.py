from typing import Any

import pytest
from django.utils import timezone

from core.locales import locale_id
from home.tree import Rooms
from schools.models import SchoolPage
from schools.newsletter.models import NewsletterIndexPage, NewsletterIssuePage, Subscription
from schools.references import new_secret
from tests.interpreting.conftest import clock, fresh_counts, rooms, school

__all__ = ["clock", "fresh_counts", "rooms", "school"]

TITLES = {"en": "News in March", "es": "Noticias de marzo"}


@pytest.fixture
def issue(rooms: dict[str, Rooms], clock: Any) -> NewsletterIssuePage:
    """One issue in both languages; its facts page."""
    source: dict[str, Any] = {}
    for language, title in TITLES.items():
        home = rooms[language].schools.get_parent()
        index = NewsletterIndexPage(title="Newsletter", slug="newsletter", locale_id=locale_id(language))
        page = NewsletterIssuePage(title=title, slug="march", intro="Peña", locale_id=locale_id(language))
        page.body = [("paragraph", "<p>Zapatos</p>")]
        if source:
            index.translation_key, page.translation_key = (
                source["index"].translation_key,
                source["page"].translation_key,
            )
        home.add_child(instance=index)
        index.add_child(instance=page)
        page.save_revision().publish()
        source = source or {"index": index, "page": page}
    return NewsletterIssuePage.objects.get(pk=source["page"].pk)


def reader(address: str, language: str = "en", school: SchoolPage | None = None, **values: Any) -> Subscription:
    confirmed = {"confirmed_at": timezone.now(), "secret": new_secret(), **values}
    return Subscription.objects.create(address=address, language=language, school=school, **confirmed)
