from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from schools.at_school import reads_any, visible_to
from schools.ideas.desk import ALL_SCHOOLS
from schools.ideas.models import Idea

RECEIVED = Idea.Status.RECEIVED


def lines_of(account: Any) -> Iterator[Line]:
    if reads_any(account, right=ALL_SCHOOLS):
        count = visible_to(account, Idea.objects.filter(status=RECEIVED), right=ALL_SCHOOLS).count()
        text = ngettext("idea or concern nobody has read", "ideas and concerns nobody has read", count)
        yield Line(count, text, f"{reverse('ideas_ideas')}?status={RECEIVED}")
