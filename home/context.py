"""What the front of house adds to every page: today's alert and the way to its rooms."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page

from core.languages import Word, with_words
from core.locales import locale_id, source_language
from core.models import District
from core.office_hours import office_hours
from directory.public.opening import today
from home.models import Alert, HomePage


@dataclass(frozen=True)
class ShownAlert:
    text: Word
    link: str


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class House:
    """What a visitor finds from every page; the office's words are empty where the settings say enough."""

    nav: tuple[NavItem, ...]
    office_name: str
    office_note: str
    url: str
    hours_text: str


def front_of_house(request: HttpRequest) -> dict[str, Any]:
    return {
        "alerts": SimpleLazyObject(lambda: shown_alerts(get_language() or source_language())),
        "house": SimpleLazyObject(lambda: house(request, get_language() or source_language())),
    }


def shown_alerts(language: str) -> list[ShownAlert]:
    return [ShownAlert(words.text, alert.link) for alert, words in with_words(Alert.objects.on(today()), language)]


def house(request: HttpRequest, language: str) -> House:
    """The rooms an editor put into the menu and the office's words, from the home page of the reader's language."""
    hours = office_hours(District.for_request(request))
    home = HomePage.objects.live().filter(locale_id=locale_id(language)).first()
    if home is None:
        return House((), "", "", f"/{language}/", hours)
    rooms = Page.objects.live().in_menu().child_of(home)
    nav = tuple(NavItem(page.title, page.url, request.path.startswith(page.url)) for page in rooms if page.url)
    return House(nav, home.office_name, home.office_note, home.url or f"/{language}/", hours)
