"""The demo's councils, from `schools/data/demo/`: one on time, one late with its agenda, one meeting cancelled."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from wagtail.models import Page

from core.locales import locale_id, source_language
from schools.councils.joining import new_reference
from schools.councils.models import (
    AgendaPosting,
    CouncilMember,
    CouncilPage,
    JoinInterest,
    MeetingPage,
    SaidAndDone,
    TookPart,
)
from schools.demo import read
from schools.models import SchoolPage
from schools.pairs.demo import load_paper

EVENING, ENDS = time(17, 30), time(19)
BYLAWS = "bylaws"
NAMES = {"en": {"agenda": "Agenda", "minutes": "Minutes"}, "es": {"agenda": "Agenda", "minutes": "Acta"}}

Data = dict[str, Any]


def load_councils(homes: Mapping[str, Page], schools: Mapping[str, SchoolPage], today: date) -> int:
    """Load the councils that are not there yet; how many were added."""
    missing = [
        data
        for data in read("councils.toml")["councils"]
        if not CouncilPage.objects.facts().filter(slug=data["slug"]).exists()
    ]
    for data in missing:
        _load(data, homes, schools, today)
    return len(missing)


def _load(data: Data, homes: Mapping[str, Page], schools: Mapping[str, SchoolPage], today: date) -> None:
    school = schools[data["school"]] if "school" in data else None
    council = _council(data, today)
    pages = {source_language(): council}
    _below(school or homes[source_language()], council)
    for language in set(homes) - {source_language()}:
        words = _words(CouncilPage, data[language], language, data[language].get("slug", data["slug"]))
        words.translation_key = council.translation_key
        parent = school.in_language(language) if school else homes[language]
        if parent.locale_id == locale_id(language):
            _below(parent, words)
            pages[language] = words
    for meeting in data["meetings"]:
        _load_meeting(meeting, pages, today)
    if council.takes_members:
        JoinInterest.objects.create(
            council=council, reference=new_reference(), name="Nayeli", reach="(831) 555-0144", language="es"
        )


def _council(data: Data, today: date) -> CouncilPage:
    council = _words(CouncilPage, data[source_language()], source_language(), data["slug"])
    council.kind = data["kind"]
    council.email, council.phone = data.get("email", ""), data["phone"]
    council.takes_members = data.get("takes_members", True)
    if BYLAWS in data:
        papers = data[BYLAWS]
        council.bylaws = load_paper(papers, papers["title"], today + timedelta(days=papers["day"]), today)
    council.members = [CouncilMember(name=each["name"], role=each["role"]) for each in data["members"]]
    council.said_and_done = [
        SaidAndDone(on=today + timedelta(days=row["day"]), you_said=row["you_said"], we_did=row["we_did"])
        for row in data.get("said_and_done", [])
    ]
    return council


def _load_meeting(data: Data, councils: Mapping[str, CouncilPage], today: date) -> None:
    day = today + timedelta(days=data["day"])
    meeting = MeetingPage(**_heading(data, source_language()), place=data["place"])
    meeting.starts_at, meeting.ends_at = _local(day, EVENING), _local(day, ENDS)
    meeting.online_url, meeting.interpreting = data.get("online_url", ""), data.get("interpreting", {})
    meeting.cancelled_because = data.get("cancelled_because", {})
    meeting.is_cancelled = bool(meeting.cancelled_because)
    for kind in ("agenda", "minutes"):
        if kind in data:
            setattr(meeting, kind, load_paper({**data[kind], "kind": kind}, _titles_of(kind, data), day, today))
    meeting.took_part = [TookPart(role=row["role"], people=row["people"]) for row in data.get("took_part", [])]
    _below(councils[source_language()], meeting)
    if "posted" in data:
        moment = meeting.begins_at - timedelta(hours=data["posted"])
        AgendaPosting.objects.update_or_create(meeting=meeting, defaults={"posted_at": moment})
    for language in set(councils) - {source_language()}:
        words = MeetingPage(**_heading(data, language), translation_key=meeting.translation_key)
        _below(councils[language], words)


def _heading(data: Data, language: str) -> Data:
    words = data[language]
    return {
        "title": words["title"],
        "slug": words.get("slug", data["slug"]),
        "locale_id": locale_id(language),
        "came_of_it": format_html("<p>{}</p>", words["came_of_it"]) if "came_of_it" in words else "",
    }


def _words(model: type[CouncilPage], words: Data, language: str, slug: str) -> CouncilPage:
    return model(
        slug=slug,
        locale_id=locale_id(language),
        title=words["title"],
        intro=words["intro"],
        purpose=format_html("<p>{}</p>", words["purpose"]),
        when_it_meets=words["when_it_meets"],
    )


def _local(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def _below(parent: Page, page: Page) -> None:
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()


def _titles_of(kind: str, words: dict[str, dict[str, str]]) -> dict[str, str]:
    return {language: f"{names[kind]}: {words[language]['title']}" for language, names in NAMES.items()}
