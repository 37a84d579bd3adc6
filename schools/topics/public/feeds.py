"""News for feed readers: of a school or of the district, in one language."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from core.models import District
from schools.topics.models import StoryIndexPage, StoryPage
from schools.topics.public.stories import stories_of

MOST = 30


class StoriesFeed(Feed):
    """Stories written in the language of the list; one that waits for its translation waits here too.

    The feed's own language is the active one, which the address of the list decides.
    """

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> StoryIndexPage:
        self.district = District.for_request(request).name
        return kwargs["index"]

    def title(self, index: StoryIndexPage) -> str:
        return f"{index.title} · {index.school.title if index.school else self.district}"

    def link(self, index: StoryIndexPage) -> str:
        return index.url or "/"

    def description(self, index: StoryIndexPage) -> str:
        return index.intro

    def items(self, index: StoryIndexPage) -> Iterable[StoryPage]:
        return stories_of(index).filter(alias_of=None)[:MOST]

    def item_title(self, item: Any) -> str:
        return item.title

    def item_description(self, item: Any) -> str:
        return item.intro

    def item_link(self, item: StoryPage) -> str:
        return item.url or "/"

    def item_pubdate(self, item: Any) -> datetime:
        return timezone.make_aware(datetime.combine(item.happened_on, time(12)))


def stories_feed(request: HttpRequest, *, index: StoryIndexPage) -> HttpResponse:
    return StoriesFeed()(request, index=index)
