"""What is on a list as a family reads it: on the page, on paper, in a mail, in a text message."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from core.languages import Word
from core.models import said
from schools.asking.listing import item_path
from schools.asking.models import ListItem, ResourceList
from schools.reaching import Key, Reach, reach_of


@dataclass(frozen=True)
class ShownItem:
    """The words are those of the day it was picked; whom to call, where and when are today's.

    `has_left` when the site shows the thing no more: nobody should go there on our word.
    """

    title: Word
    summary: Word
    note: str
    path: str
    reach: Reach
    has_left: bool

    @property
    def url(self) -> str:
        """Absolute, for paper."""
        return settings.PUBLIC_URL + self.path if self.path.startswith("/") else self.path

    @property
    def how(self) -> str:
        """The one thing to go by, for where there is room for one."""
        return self.note or self.reach.shortest


def shown_items(resources: ResourceList, language: str) -> list[ShownItem]:
    """As many queries for twenty items as for one of each kind. Paths are in the active language."""
    items = list(resources.items.all())
    reach = reach_of([(item.kind, item.object_id) for item in items if item.object_id], language)
    return [_shown(item, reach, language) for item in items]


def _shown(item: ListItem, reach: Mapping[Key, Reach | None], language: str) -> ShownItem:
    known = reach.get((item.kind, item.object_id)) if item.object_id else Reach()
    return ShownItem(
        title=said(item.title, language),
        summary=said(item.summary, language),
        note=item.note,
        path="" if known is None else item_path(item),
        reach=known or Reach(),
        has_left=known is None,
    )
