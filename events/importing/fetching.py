"""A calendar from an address that somebody typed: only so large, and what is wrong with it in words."""

from http.client import HTTPResponse
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.outside import HTTPException, InsideError, UnknownHostError, asked, detour
from events.ics.reading import MOST_BYTES

MOST_DETOURS = 3


def fetched(address: str) -> bytes:
    """A `ValidationError` that says what to do about it."""
    for _detour in range(MOST_DETOURS + 1):
        place = place_of(address)
        try:
            content, elsewhere = _answer(place)
        except UnknownHostError as error:
            raise ValidationError(_("Nobody knows the address %(host)s.") % {"host": error}) from error
        except InsideError as error:
            raise ValidationError(_("The address %(host)s is not on the open internet.") % {"host": error}) from error
        except (OSError, HTTPException, ValueError) as error:
            raise ValidationError(_("The calendar could not be reached. It will be tried again.")) from error
        if not elsewhere:
            return content
        address = elsewhere
    raise ValidationError(_("The address leads from one place to the next without end."))


def place_of(address: str) -> SplitResult:
    address = address.strip()
    if address.lower().startswith("webcal:"):
        address = "https:" + address[len("webcal:") :]
    try:
        place = urlsplit(address)
        readable = place.scheme in ("http", "https") and bool(place.hostname) and place.port != 0
    except ValueError:
        readable = False
    if not readable or place.username:
        raise ValidationError(_("This is not an address of a calendar: it begins with https:// or webcal://."))
    return place


def check_address(address: str) -> None:
    """For a form; whether anybody answers there is seen when it is asked."""
    place_of(address)


def _answer(place: SplitResult) -> tuple[bytes, str]:
    """What is there, or where else to ask."""
    with asked(place, accept="text/calendar, */*;q=0.1") as response:
        if elsewhere := detour(response, place.geturl()):
            return b"", elsewhere
        if response.status != 200:
            raise ValidationError(_("The calendar answers with error %(status)s.") % {"status": response.status})
        return _read(response), ""


def _read(response: HTTPResponse) -> bytes:
    pieces, size = [], 0
    while piece := response.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            break  # Whoever reads it says that it is too large.
    return b"".join(pieces)
