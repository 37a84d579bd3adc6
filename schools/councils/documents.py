"""Councils and meetings in the search index."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from core.models import said
from schools.councils.models import CouncilPage, MeetingPage
from schools.page_documents import PageKind, plain, register_pages
from search.document import Text


def register_documents() -> None:
    register_pages("council", PageKind((CouncilPage,), _("Council"), _("Councils"), "organization"), _council_text)
    register_pages("meeting", PageKind((MeetingPage,), _("Meeting"), _("Meetings"), "calendar"), _meeting_text)


def _council_text(page: CouncilPage) -> Text:
    council, language = page.facts, page.locale.language_code
    roles = {said(member.role, language).text for member in council.members.all()}
    school = council.school.in_language(language).title if council.school else ""
    searched = pgettext("words people search for", "council, school council, committee, meeting, agenda, minutes")
    keywords = [council.get_kind_display(), searched, school, *sorted(roles)]
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, map(str, keywords))),
        summary=page.intro,
        body="\n".join(filter(None, (plain(page.purpose), page.when_it_meets))),
    )


def _meeting_text(page: MeetingPage) -> Text:
    meeting, language = page.facts, page.locale.language_code
    searched = pgettext("words people search for", "meeting, agenda, minutes")
    council = meeting.get_parent().specific.in_language(language).title
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, (searched, council, said(meeting.place, language).text))),
        summary=page.intro,
        body="\n".join(filter(None, (plain(page.about), plain(page.came_of_it)))),
    )
