"""What is listed and what is not, as the office has published it: the checklist beside every decision."""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.locales import locale_id, source_language
from directory.models import DirectoryIndexPage

POINT = re.compile(r"<li\b[^>]*>(.*?)</li>", re.DOTALL)
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
# As long as the office has published none of its own.
QUESTIONS = (
    _("It helps families of this district, and nobody has to believe, buy or sign anything to get it."),
    _("Somebody answers at the phone or address it names, and the organization knows that it is listed."),
    _("What it costs and which papers are asked is said, or that nobody asks any."),
    _("It names no private address and no person who has not agreed."),
    _("It is not on the list of those who do not want to be listed."),
)


def policy() -> list[str]:
    """The points of the text on the page about the listings, in the reader's language; else its paragraphs."""
    pages = DirectoryIndexPage.objects.live()
    for language in (get_language() or source_language(), source_language()):
        page = pages.filter(locale_id=locale_id(language)).first()
        text = page.policy if page else ""
        found = POINT.findall(text) or PARAGRAPH.findall(text)
        points = [unescape(strip_tags(point)).strip() for point in found]
        if any(points):
            return [point for point in points if point]
    return [str(question) for question in QUESTIONS]
