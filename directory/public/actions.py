"""What one can do at once: call, text, find the way, write, open the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.context import dialable
from core.languages import NO_WORD, Word, Words, words_of
from directory.models import Organization, Phone, Service
from directory.public.located import Located
from directory.public.places import address_lines, directions_url

DIALS = {"", "voice", "cell", "textphone"}
TEXTS = {"text"}
LABELS = {
    "call": _("Call"),
    "text": pgettext_lazy("action", "Text"),
    "directions": _("Directions"),
    "website": _("Website"),
    "email": _("E-mail"),
}


@dataclass(frozen=True)
class Action:
    """`kind` is one of call, text, directions, website, email; `detail` is what the button shows besides."""

    kind: str
    label: str
    detail: str
    url: str
    note: Word = NO_WORD


def actions_of(service: Service, words: Words, located: Sequence[Located]) -> tuple[Action, ...]:
    """The nearest phone wins: the service's, its contacts', its places', the organization's."""
    found = [*_phones(service.phones.all(), words)]
    found += [action for contact in service.contacts.all() for action in _phones(contact.phones.all(), words)]
    if not found:
        found += [action for each in located for action in _place_phones(each, words)]
    if not any(action.kind == "call" for action in found) and service.organization:
        found += _organization_phones(service.organization, words)
    if len(located) == 1:
        found += _directions(located[0])
    if address := service.url or (service.organization and service.organization.website):
        found.append(Action("website", str(LABELS["website"]), bare(address), address))
    if service.email:
        found.append(Action("email", str(LABELS["email"]), service.email, f"mailto:{service.email}"))
    return _in_order(found)


def _in_order(found: Iterable[Action]) -> tuple[Action, ...]:
    """Calling comes first everywhere, and nothing stands twice."""
    return tuple(sorted(dict.fromkeys(found), key=lambda action: list(LABELS).index(action.kind)))


def organization_actions(organization: Organization, words: Words) -> tuple[Action, ...]:
    found = list(_phones(organization.phones.all(), words))
    if organization.website:
        found.append(Action("website", str(LABELS["website"]), bare(organization.website), organization.website))
    if organization.email:
        found.append(Action("email", str(LABELS["email"]), organization.email, f"mailto:{organization.email}"))
    return _in_order(found)


def place_actions(each: Located, words: Words) -> tuple[Action, ...]:
    """`words` are those of the service."""
    return _in_order([*_place_phones(each, words), *_directions(each)])


def _place_phones(each: Located, words: Words) -> list[Action]:
    return [*_phones(each.place.phones.all(), words), *_phones(each.location.phones.all(), each.words)]


def _organization_phones(organization: Organization, words: Words) -> list[Action]:
    return list(_phones(organization.phones.all(), words_of(organization, words.language)))


def _directions(each: Located) -> list[Action]:
    url = directions_url(each.location)
    detail = ", ".join(address_lines(each.location))
    return [Action("directions", str(LABELS["directions"]), detail, url)] if url else []


def _phones(rows: Iterable[Phone], words: Words) -> Iterable[Action]:
    for row in rows:
        note = words.child(row, "description")
        if row.type in DIALS:
            shown = gettext("%(number)s ext. %(extension)s") % {"number": row.number, "extension": row.extension}
            # A comma is a pause on every phone, then the extension is dialled.
            url = f"tel:{dialable(row.number)}" + (f",{row.extension}" if row.extension else "")
            yield Action("call", str(LABELS["call"]), shown if row.extension else row.number, url, note)
        elif row.type in TEXTS:
            yield Action("text", str(LABELS["text"]), row.number, f"sms:{dialable(row.number)}", note)


def bare(address: str) -> str:
    """A web address as people say it."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
