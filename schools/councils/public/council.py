"""What the page of a council shows: the next meeting first."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from core.clock import day_and_year_in_words
from core.context import dialable
from core.languages import Word
from core.models import said
from schools.calendar import today
from schools.councils.models import CouncilPage
from schools.councils.public.meetings import meetings_of, shown_meetings
from schools.pairs.shown import ShownPair, shown_pair

PAST_SHOWN = 40


@dataclass(frozen=True)
class Member:
    name: str
    role: Word


@dataclass(frozen=True)
class Answer:
    you_said: Word
    we_did: Word
    day: str
    minutes: ShownPair | None


def council_context(page: CouncilPage) -> dict[str, Any]:
    """`page` in the reader's language; its facts are read off the page that owns them."""
    council, language, now = page.facts, page.locale.language_code, timezone.now()
    meetings = meetings_of(council)
    coming = shown_meetings(meetings.coming(now), language, council.notice)
    school = council.school
    return {
        "council": council,
        "kind": council.get_kind_display(),
        "school": school.in_language(language) if school else None,
        "next": coming[0] if coming else None,
        "coming": coming[1:],
        "past": shown_meetings(meetings.past(now)[:PAST_SHOWN], language, council.notice),
        "members": _members(council, language),
        "answers": _answers(council, language),
        "bylaws": shown_pair(council.bylaws, language),
        "phone_href": f"tel:{dialable(council.phone)}" if council.phone else "",
        "join_url": f"{page.url}join/" if council.takes_members else "",
    }


def _members(council: CouncilPage, language: str) -> list[Member]:
    day = today()
    serving = council.members.filter(Q(since=None) | Q(since__lte=day)).filter(Q(until=None) | Q(until__gte=day))
    return [Member(member.name, said(member.role, language)) for member in serving]


def _answers(council: CouncilPage, language: str) -> list[Answer]:
    rows = council.said_and_done.order_by("-on").select_related("minutes").prefetch_related("minutes__halves")
    return [
        Answer(
            said(row.you_said, language),
            said(row.we_did, language),
            day_and_year_in_words(row.on),
            shown_pair(row.minutes, language),
        )
        for row in rows
    ]
