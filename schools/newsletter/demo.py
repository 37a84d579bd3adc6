"""The demo's newsletter, from `schools/data/demo/newsletter.toml`. Nobody is subscribed to it."""

from collections.abc import Mapping
from datetime import date, timedelta

from wagtail.models import Page

from schools.demo import read
from schools.newsletter.models import NewsletterIndexPage, NewsletterIssuePage
from schools.topics.demo.pages import ensure, words_of_room, words_with_body


def load_newsletter(homes: Mapping[str, Page], today: date) -> None:
    """Load what is not there yet. `homes` by language."""
    data = read("newsletter.toml")
    rooms = ensure(NewsletterIndexPage, homes, data["room"], words_of_room)
    for issue in data["issues"]:
        ensure(NewsletterIssuePage, rooms, issue, words_with_body, issued_on=today - timedelta(days=issue["days"]))
