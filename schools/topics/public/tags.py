"""The values, the focus areas and the pillars of what is tagged, as links for `parts/tags.html`."""

from schools.topics.focus import focus_links
from schools.topics.models import ProgrammePage, StoryPage
from schools.topics.public.links import Link, links


def tag_links(facts: ProgrammePage | StoryPage, language: str) -> dict[str, list[Link]]:
    return {
        "values": links(facts.values.order_by("path"), language),
        "pillars": links(facts.pillars.order_by("path"), language),
        "focus": focus_links(facts.focus.all(), language),
    }
