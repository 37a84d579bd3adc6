"""How a family reaches what search found: whom to call, where to go and when, as it is today.

Features above and beside tell it of their own things; schools import none. What is told is what everybody may see.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import override

from core.context import dialable
from core.languages import NO_WORD, Word

Key = tuple[str, UUID]


@dataclass(frozen=True)
class Place:
    address: Word = NO_WORD
    hours: Word = NO_WORD

    def __bool__(self) -> bool:
        return bool(self.address or self.hours)

    def __str__(self) -> str:
        return ". ".join(filter(None, (self.address.text, self.hours.text)))


@dataclass(frozen=True)
class Reach:
    """What is not known is empty; hours that are bound to no address stand in a place without one."""

    phone: str = ""
    places: tuple[Place, ...] = ()
    website: str = ""
    phone_url: str = ""  # Where the digits alone do not do: an extension, a number that takes text messages only.

    @property
    def phone_href(self) -> str:
        return self.phone_url or f"tel:{dialable(self.phone)}"

    @property
    def website_alone(self) -> str:
        """The address on the web, where nothing better is known."""
        return "" if self.phone or self.places else self.website

    @property
    def shortest(self) -> str:
        """One thing to go by, for where there is room for one: the phone, else a place, else an address on the web."""
        return self.phone or next(map(str, self.places), "") or self.website


# From ids to what is public of them, in a language that is active already.
Tell = Callable[[Collection[UUID], str], Mapping[UUID, Reach]]

_tellers: dict[str, Tell] = {}


def register_reach(kind: str, tell: Tell) -> None:
    """`kind` as search names it. Registering again replaces."""
    _tellers[kind] = tell


def reach_of(keys: Iterable[Key], language: str) -> dict[Key, Reach | None]:
    """None for what has left the site; a kind nobody tells about, like an article, has nowhere to go to."""
    wanted = list(keys)
    found: dict[Key, Reach | None] = dict.fromkeys(wanted, Reach())
    with override(language):
        for kind, tell in _tellers.items():
            if ids := [object_id for its_kind, object_id in wanted if its_kind == kind]:
                told = tell(ids, language)
                found |= {(kind, object_id): told.get(object_id) for object_id in ids}
    return found
