"""The smallest councils with their meetings; a test states every value that matters to it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from core.locales import locale_id
from schools.councils.models import CouncilPage, MeetingPage


def make_council(parent: Any, title: str = "Advisory council", **facts: Any) -> CouncilPage:
    page = CouncilPage(title=title, **facts)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return CouncilPage.objects.get(pk=page.pk)


def make_meeting(
    council: CouncilPage, title: str = "Meeting", *, in_hours: float = 24 * 10, **facts: Any
) -> MeetingPage:
    page = MeetingPage(title=title, **{"starts_at": timezone.now() + timedelta(hours=in_hours), **facts})
    council.add_child(instance=page)
    page.save_revision().publish()
    return MeetingPage.objects.get(pk=page.pk)


def council_in_spanish(council: CouncilPage, parent: Any, title: str, **words: Any) -> CouncilPage:
    """The council's page for readers of Spanish: words alone."""
    page = CouncilPage(title=title, translation_key=council.translation_key, locale_id=locale_id("es"), **words)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return CouncilPage.objects.get(pk=page.pk)
