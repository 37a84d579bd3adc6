from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from schools.councils.models import JoinInterest
from schools.councils.rights import interests_in_care_of

NEW = JoinInterest.State.NEW


def lines_of(account: Any) -> Iterator[Line]:
    count = interests_in_care_of(account).filter(state=NEW).count()
    text = ngettext("person wants to join a council", "people want to join a council", count)
    yield Line(count, text, f"{reverse('wagtailsnippets_councils_joininterest:list')}?state={NEW}")
