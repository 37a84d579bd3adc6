from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.awaiting import AwaitingPanel, Line
from partners.asking import to_call
from partners.review.queue import held_back, waiting
from partners.rights import decides


class PartnersPanel(AwaitingPanel):
    name = "partners"
    heading = _("Partners and reports")
    order = 55

    def lines(self) -> Iterator[Line]:
        if not decides(self.request.user):
            return
        rows, url = waiting(), reverse("partners_queue")
        calls = to_call(timezone.localdate()).count()
        late = sum(row.is_late for row in rows)
        found = [
            Line(late, ngettext("late decision", "late decisions", late), url),
            Line(len(rows), ngettext("thing to decide", "things to decide", len(rows)), url),
            Line(held_back(), _("held back from a flood"), url),
            Line(calls, ngettext("call to make", "calls to make", calls), reverse("partners_calls")),
        ]
        yield from (line for line in found if line.count)
