"""Whom to call about a council, and where and when it meets."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext

from core.clock import day_and_year_in_words, time_in_words
from core.languages import Word
from core.models import said
from schools.councils.models import CouncilPage, MeetingPage
from schools.reaching import Place, Reach


def reach_of_councils(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    """The school's phone where the council has none of its own."""
    councils = CouncilPage.objects.facts().live().filter(translation_key__in=keys)
    return {council.translation_key: _council(council, language) for council in councils}


def reach_of_meetings(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    meetings = MeetingPage.objects.facts().live().filter(translation_key__in=keys)
    return {meeting.translation_key: _meeting(meeting, language) for meeting in meetings}


def _council(council: CouncilPage, language: str) -> Reach:
    page, school = council.in_language(language), council.school
    written_in = "" if page.text_language == language else page.text_language
    place = Place(hours=Word(page.when_it_meets, written_in))
    return Reach(council.phone or (school.phone if school else ""), (place,) if place else ())


def _meeting(meeting: MeetingPage, language: str) -> Reach:
    place = Place(said(meeting.place, language), Word(_when(meeting)))
    return Reach(places=(place,), website="" if meeting.is_cancelled else meeting.online_url)


def _when(meeting: MeetingPage) -> str:
    if meeting.is_cancelled:
        return gettext("Cancelled")
    begins = timezone.localtime(meeting.begins_at)
    values = {"days": day_and_year_in_words(begins.date()), "hours": time_in_words(begins.time())}
    return gettext("%(days)s, %(hours)s") % values
