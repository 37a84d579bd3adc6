"""Meetings as families see them, with an honest word about the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from core.clock import day_and_year_in_words, hours_in_words, time_in_words
from core.languages import Word
from core.locales import locale_id
from core.models import said
from schools.councils.models import AgendaPosting, CouncilPage, MeetingPage
from schools.councils.notice import Notice
from schools.pairs.shown import ShownPair, shown_pair


@dataclass(frozen=True)
class ShownMeeting:
    """`agenda_says` is a sentence about when the agenda was, will be or should have been public."""

    key: int  # Of the facts page.
    url: str
    title: Word
    starts_at: datetime
    day: str
    time: str
    place: Word
    online_url: str
    interpreting: Word
    is_cancelled: bool
    cancelled_because: Word
    agenda: ShownPair | None
    agenda_says: str
    agenda_is_late: bool
    minutes: ShownPair | None
    is_over: bool


@dataclass(frozen=True)
class Group:
    """People of one role at a meeting."""

    role: Word
    people: int


def shown_meetings(meetings: Iterable[MeetingPage], language: str, notice: int) -> list[ShownMeeting]:
    """From facts pages fetched `whole()` of one council; one query more for the titles in the reader's language."""
    owners = list(meetings)
    same = MeetingPage.objects.live().select_related("locale", "alias_of__locale")
    own = same.filter(locale_id=locale_id(language), translation_key__in=[page.translation_key for page in owners])
    by_key = {page.translation_key: page for page in own}
    now = timezone.now()
    return [_shown(page, by_key.get(page.translation_key, page), language, notice, now) for page in owners]


def meeting_context(page: MeetingPage) -> dict[str, Any]:
    """`page` in the reader's language; its facts are read off the page that owns them."""
    language = page.locale.language_code
    meeting = MeetingPage.objects.whole().get(pk=page.facts.pk)
    council = meeting.get_parent().specific
    return {
        "meeting": shown_meetings([meeting], language, council.notice)[0] if meeting.starts_at else None,
        "council": council.in_language(language),
        "calendar_url": f"{page.url}calendar/",
        **_who_took_part(meeting, language),
    }


def _who_took_part(meeting: MeetingPage, language: str) -> dict[str, Any]:
    groups = [Group(said(row.role, language), row.people) for row in meeting.took_part.all()]
    return {"took_part": groups, "people": sum(group.people for group in groups)}


def notice_of(meeting: MeetingPage, hours: int) -> Notice:
    return Notice(meeting.begins_at, hours, posted_at(meeting))


def posted_at(meeting: MeetingPage) -> datetime | None:
    try:
        return meeting.posting.posted_at
    except AgendaPosting.DoesNotExist:
        return None


def _shown(meeting: MeetingPage, own: MeetingPage, language: str, notice: int, now: datetime) -> ShownMeeting:
    starts, ends = timezone.localtime(meeting.begins_at), meeting.ends_at
    is_over = (ends or meeting.begins_at) < now
    asked = notice_of(meeting, notice)
    return ShownMeeting(
        key=meeting.pk,
        url=own.url or "",
        title=Word(own.title, "" if own.text_language == language else own.text_language),
        starts_at=meeting.begins_at,
        day=day_and_year_in_words(starts.date()),
        time=hours_in_words(starts.time(), timezone.localtime(ends).time()) if ends else time_in_words(starts.time()),
        place=said(meeting.place, language),
        online_url=meeting.online_url,
        interpreting=said(meeting.interpreting, language),
        is_cancelled=meeting.is_cancelled,
        cancelled_because=said(meeting.cancelled_because, language),
        agenda=shown_pair(meeting.agenda, language),
        agenda_says="" if meeting.is_cancelled else agenda_in_words(asked, now, is_over=is_over),
        agenda_is_late=not meeting.is_cancelled and asked.is_late(now),
        minutes=shown_pair(meeting.minutes, language),
        is_over=is_over,
    )


def agenda_in_words(notice: Notice, now: datetime, *, is_over: bool) -> str:
    if notice.posted_at is None:
        if is_over:
            return gettext("No agenda was posted here.")
        values = {"moment": moment_in_words(notice.due_at)}
        if notice.is_late(now):
            return gettext("The agenda is late. It was due on %(moment)s") % values
        return gettext("The agenda will be here by %(moment)s") % values
    values = {"moment": moment_in_words(notice.posted_at)}
    if not (short := notice.hours_short(now)):
        return gettext("Agenda posted on %(moment)s") % values
    sentence = ngettext(
        "Agenda posted late, on %(moment)s: %(hours)s hour less notice than promised.",
        "Agenda posted late, on %(moment)s: %(hours)s hours less notice than promised.",
        short,
    )
    return sentence % {**values, "hours": short}


def moment_in_words(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{day_and_year_in_words(local.date())}, {time_in_words(local.time())}"


def meetings_of(council: CouncilPage) -> Any:
    return MeetingPage.objects.facts().live().of(council).whole()
