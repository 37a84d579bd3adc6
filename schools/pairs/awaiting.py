from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from schools.calendar import today
from schools.pairs.report import may_see, promises


def lines_of(account: Any) -> Iterator[Line]:
    if may_see(account):
        late = sum(promise["promised_for"] < today() for promise in promises())
        text = ngettext("promised document is late", "promised documents are late", late)
        yield Line(late, text, reverse("promised_documents"))
