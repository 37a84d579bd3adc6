from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from schools.at_school import visible_to
from schools.interpreting.desk import ALL_SCHOOLS, may_answer
from schools.interpreting.models import InterpreterRequest

PENDING = InterpreterRequest.Status.PENDING


def lines_of(account: Any) -> Iterator[Line]:
    if may_answer(account):
        waiting = InterpreterRequest.objects.filter(status=PENDING)
        count = visible_to(account, waiting, right=ALL_SCHOOLS).count()
        text = ngettext("family waits for an interpreter", "families wait for an interpreter", count)
        yield Line(count, text, f"{reverse('interpreting_requests')}?status={PENDING}")
