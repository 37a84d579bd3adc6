"""The newsletter for feed readers, in one language."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from schools.newsletter.models import NewsletterIndexPage, NewsletterIssuePage

MOST = 30


class IssuesFeed(Feed):
    """Issues written in the language of the archive; one that waits for its translation waits here too."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NewsletterIndexPage:
        index: NewsletterIndexPage = kwargs["index"]
        return index

    def title(self, index: NewsletterIndexPage) -> str:
        return index.title

    def link(self, index: NewsletterIndexPage) -> str:
        return index.url or "/"

    def description(self, index: NewsletterIndexPage) -> str:
        return index.intro

    def items(self, index: NewsletterIndexPage) -> Iterable[NewsletterIssuePage]:
        return index.issues().filter(alias_of=None)[:MOST]

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.intro)

    def item_link(self, item: NewsletterIssuePage) -> str:
        return item.url or "/"

    def item_pubdate(self, item: Any) -> datetime:
        return timezone.make_aware(datetime.combine(item.issued_on, time(12)))


def issues_feed(request: HttpRequest, *, index: NewsletterIndexPage) -> HttpResponse:
    return IssuesFeed()(request, index=index)
