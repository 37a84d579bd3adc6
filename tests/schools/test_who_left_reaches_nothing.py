"""An ambassador whose term is over knows every address of the room, is in the group still, and reaches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction

from core.models import SiteDocument, SiteImage, User
from directory.office import ensure_groups_and_workflow
from schools.appointing import end
from schools.asking.listing import add_own
from schools.asking.models import HelpRequest
from schools.asking.receiving import receive
from schools.calendar import today
from schools.models import Appointment
from schools.pairs.serving import file_url
from schools.room.models import Idea, TeamMeeting, Training
from schools.topics.models import StoryIndexPage
from search.indexer import rebuild
from tests.pairs import a_document
from tests.papers import a_pdf, a_picture
from tests.the_councils import make_council, make_meeting
from tests.the_schools import appointed, in_spanish, make_school

pytestmark = pytest.mark.django_db
ASKED, SECRET = "Zarzamora", "Membrillo"
RARE = f"{ASKED} {SECRET}"  # In everything of the room, and nowhere else.


@dataclass
class Left:
    """What there was to reach while the term lasted."""

    term: Appointment
    client: Client
    request: HelpRequest
    meeting: TeamMeeting
    document: SiteDocument
    image: SiteImage
    papers: list[str]

    def leave(self) -> None:
        end(self.term, on=today() - timedelta(days=1))


@pytest.fixture
def lupe(rooms: dict[str, Any], django_capture_on_commit_callbacks: Any) -> Left:
    ensure_groups_and_workflow()
    account = User.objects.create_user("lupe", "lupe@example.org")
    account.groups.add(group := Group.objects.get(name="Ambassadors"))
    school = make_school(rooms)
    in_spanish(school, rooms, "Escuela Cielo Claro")
    term = appointed(school, of={"account": account, "languages": ["en"]})
    shut = Collection.get_first_root_node().add_child(name="For ambassadors")
    CollectionViewRestriction.objects.create(collection=shut, restriction_type="groups").groups.add(group)
    paper = a_document(is_private=True, title={"en": f"{RARE} paper", "es": f"Papel {RARE}"})
    make_meeting(make_council(school), title="Public meeting", minutes=paper)
    words = {"en": f"{RARE} notes", "es": f"Notas {RARE}"}
    Training.objects.create(name={"en": f"{RARE} training", "es": f"Curso {RARE}"}, hours=2)
    Idea.objects.create(text=f"{RARE} idea", language="en", raised_by="Lupe")
    asked = {"kind": "food", "name": RARE, "way": "call", "contact": "(831) 555-0199", "language": "en"}
    request = receive({**asked, "words": f"{RARE} help", "school": school}, written_in="en")
    add_own(request, title=f"{RARE} list", address="", note="")
    client = Client()
    client.force_login(account)
    return Left(
        term=term,
        client=client,
        request=request,
        meeting=TeamMeeting.objects.create(name=words, notes=words, starts_at=timezone.now()),
        document=SiteDocument.objects.create(
            title=f"{RARE} document", collection=shut, file=ContentFile(a_pdf(), name="zarzamora.pdf")
        ),
        image=SiteImage.objects.create(
            title=f"{RARE} image", collection=shut, file=ContentFile(a_picture(), name="zarzamora.png")
        ),
        papers=[file_url(half) for half in paper.halves.all()],
    )


def hers(left: Left, language: str) -> Iterator[str]:
    """What she could open until her last day."""
    with override(language):
        yield from (reverse(name) for name in ("room_times", "room_trainings", "room_meetings", "room_ideas"))
        yield reverse("room_change_times", args=[left.term.pk])
        yield reverse("room_meeting", args=[left.meeting.pk])
        yield from (reverse(name) for name in ("desk", "desk_counter"))
        yield from (reverse(name, args=[left.request.reference]) for name in ("desk_request", "desk_list"))
    yield left.document.url


def never_hers(left: Left, language: str) -> Iterator[str]:
    """What was not hers before either."""
    yield from left.papers
    with override(language):
        yield reverse("desk_report")
        yield reverse("desk_export", args=["csv"])
        yield reverse("desk_export", args=["xlsx"])
    for model, found in (("training", Training), ("teammeeting", TeamMeeting), ("idea", Idea)):
        yield reverse(f"wagtailsnippets_room_{model}:list")
        yield reverse(f"wagtailsnippets_room_{model}:edit", args=[found.objects.get().pk])
    yield reverse("wagtaildocs:edit", args=[left.document.pk])
    yield reverse("wagtaildocs:index")
    yield reverse("wagtaildocs_chooser:choose")
    yield reverse("wagtailimages:edit", args=[left.image.pk])
    yield reverse("wagtailimages:preview", args=[left.image.pk, "width-100"])
    yield reverse("wagtailimages:url_generator", args=[left.image.pk])
    yield reverse("wagtailimages_chooser:choose")
    yield "/admin/pages/"
    yield "/admin/reports/site-history/"
    yield left.document.file.url


def acts(left: Left) -> Iterator[tuple[str, dict[str, str]]]:
    at = [left.request.reference]
    yield reverse("desk_note", args=at), {"text": "nothing"}
    yield reverse("desk_give", args=at), {"to": ""}
    yield reverse("desk_act", args=[*at, "spoke"]), {}
    yield reverse("desk_list_own", args=at), {"title": "nothing"}
    yield reverse("desk_list_remove", args=at), {"item": str(left.request.resources.items.get().pk)}
    yield reverse("desk_list_mail", args=at), {}
    yield reverse("room_ideas"), {"text": "nothing"}
    yield reverse("room_trainings"), {"training": str(Training.objects.get().pk), "on": str(today()), "hours": "2"}
    yield reverse("room_move_idea", args=[Idea.objects.get().pk]), {"to": "discussed"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_hers_is_nowhere_from_the_day_after(lupe: Left, language: str) -> None:
    assert {address: lupe.client.get(address).status_code for address in hers(lupe, language)} == dict.fromkeys(
        hers(lupe, language), 200
    )
    lupe.leave()

    for address in hers(lupe, language):
        answer = lupe.client.get(address)
        assert answer.status_code == 404, address
        assert SECRET not in answer.content.decode(), address


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_never_hers_is_not_opened_by_leaving(lupe: Left, language: str) -> None:
    lupe.leave()

    for address in never_hers(lupe, language):
        answer = lupe.client.get(address)
        assert answer.status_code in (302, 403, 404), address
        assert SECRET not in answer.content.decode(), address
        if answer.status_code == 302:
            assert SECRET not in lupe.client.get(address, follow=True).content.decode(), address


def test_nothing_she_sends_has_an_effect(lupe: Left) -> None:
    lupe.leave()
    before = (lupe.request.status, lupe.request.resources.items.count(), Idea.objects.count())

    for address, sent in acts(lupe):
        assert lupe.client.post(address, sent).status_code == 404, address

    lupe.request.refresh_from_db()
    assert (lupe.request.status, lupe.request.resources.items.count(), Idea.objects.count()) == before
    assert Idea.objects.get().state == "raised" and not lupe.request.notes.exists()


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_search_no_feed_and_no_map_of_the_site_tells_her(lupe: Left, rooms: dict[str, Any], language: str) -> None:
    news = StoryIndexPage(title="News")
    rooms["en"].home.add_child(instance=news)
    news.save_revision().publish()
    lupe.leave()
    rebuild()

    with override(language):
        asked = [f"{reverse(name)}?q={ASKED}" for name in ("search", "search_suggest")]
    public = [f"/{language}/", lupe.term.school.in_language(language).url, f"{news.url}feed/", "/sitemap.xml"]
    for address in [*asked, *public, "/sitemap-pages.xml", "/sitemap-services.xml"]:
        answer = lupe.client.get(address, follow=True)
        assert answer.status_code == 200, address
        for secret in (SECRET, "/room/", lupe.request.reference, *lupe.papers):
            assert secret not in answer.content.decode(), (address, secret)
