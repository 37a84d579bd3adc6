"""Programmes, topics and stories in the search index."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from schools.page_documents import PageFacts, PageKind, plain, register_pages
from schools.topics.focus import FACET
from schools.topics.models import PillarPage, ProgrammePage, StoryPage, TopicHubPage, ValuePage
from search.document import Text


def register_documents() -> None:
    programmes = PageKind((ProgrammePage,), _("Program"), _("Programs"), "care")
    register_pages("programme", programmes, _programme_text, PageFacts(facets=_focus))
    topics = (TopicHubPage, ValuePage, PillarPage)
    register_pages("topic", PageKind(topics, _("Topic"), _("Topics"), "info"), _topic_text)
    register_pages(
        "story", PageKind((StoryPage,), _("News"), _("News"), "article"), _story_text, PageFacts(facets=_focus)
    )


def _focus(page: Any) -> dict[str, tuple[str, ...]]:
    return {FACET: tuple(area.code for area in page.facts.focus.all())}


def _story_text(page: StoryPage) -> Text:
    searched = pgettext("words people search for", "news, what is new")
    return Text(title=page.title, keywords=searched, summary=page.intro, body=_plain(page.body))


def _programme_text(page: ProgrammePage) -> Text:
    words = (_plain(page.body), plain(page.for_whom), plain(page.how_to_join))
    partners = ", ".join(partner.name for partner in page.facts.partners.all())
    return Text(title=page.title, keywords=partners, summary=page.intro, body="\n".join(filter(None, words)))


def _topic_text(page: Any) -> Text:
    """What families read about a topic; the searches it offers lead here too."""
    hub = isinstance(page, TopicHubPage)
    searched = (f"{block.value['text']} {block.value['question']}" for block in page.searches) if hub else ()
    bands = [_plain(page.grade_bands)] if hub else []
    return Text(
        title=page.title,
        keywords="\n".join(searched),
        summary=page.intro,
        body="\n".join(filter(None, [_plain(page.body), *bands])),
    )


def _plain(body: Any) -> str:
    return plain(" ".join(str(block) for block in body))
