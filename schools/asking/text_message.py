"""A list as one text message: whom to call about what, and where the whole list is."""

from django.utils.text import Truncator
from django.utils.translation import gettext, override

from schools.asking.listing import list_address
from schools.asking.models import ResourceList
from schools.asking.shown_list import ShownItem, shown_items

LONGEST_SMS = 319  # Two text messages' worth; longer ones arrive in pieces.
LONGEST_TITLE = 60


def text_message(resources: ResourceList) -> str:
    """In the family's language. What does not fit as a whole is left out: half a phone number helps nobody."""
    language = resources.request.page_language
    with override(language):
        whole = gettext("The whole list: %(link)s") % {"link": list_address(resources)}
        lines = [_line(item) for item in shown_items(resources, language) if item.how]
    return "\n".join([*_fitting(lines, LONGEST_SMS - len(whole)), whole])


def _line(item: ShownItem) -> str:
    return f"{Truncator(item.title.text).chars(LONGEST_TITLE)}: {' '.join(item.how.split())}"


def _fitting(lines: list[str], room: int) -> list[str]:
    """In their order; a shorter one further down may still fit when a longer one does not."""
    fitting = []
    for line in lines:
        if len(line) < room:
            fitting.append(line)
            room -= len(line) + 1
    return fitting
