"""What a meeting already says of the interpreter somebody needs there."""

from typing import Any

from django.utils import timezone
from django.utils.translation import get_language

from core.locales import locale_id, source_language
from schools.choosing import OFFICE
from schools.councils.models import MeetingPage
from schools.interpreting.models import InterpreterRequest
from schools.models import SchoolPage
from schools.moments import Moment

LONGEST_KEY = 18  # Longer numbers are beyond what a database calls an integer.


def for_meeting(key: str) -> dict[str, Any]:
    """The answers that a public meeting to come gives by itself; nothing for any other."""
    if not key.isdecimal() or len(key) > LONGEST_KEY:
        return {}
    meeting = MeetingPage.objects.facts().live().public().filter(pk=key, is_cancelled=False).first()
    if meeting is None or meeting.starts_at is None or meeting.begins_at < timezone.now():
        return {}
    begins = timezone.localtime(meeting.begins_at)
    school = meeting.get_ancestors().type(SchoolPage).live().first()
    return {
        "what": InterpreterRequest.What.COUNCIL,
        "when": Moment(begins.date(), begins.time()),
        "about": _named(meeting),
        "school": str(school.pk) if school else OFFICE,
    }


def _named(meeting: MeetingPage) -> str:
    """The council and the meeting in the reader's language, where they have such a page."""
    reader = locale_id(get_language() or source_language())
    pages = (meeting.get_parent(), meeting)
    own = [page.get_translations(inclusive=True).live().filter(locale_id=reader).first() or page for page in pages]
    return ": ".join(page.title for page in own)
