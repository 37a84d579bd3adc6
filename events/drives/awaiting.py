from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from events.drives.models import Pledge
from events.drives.rights import drives_in_care_of
from schools.calendar import today


def lines_of(account: Any) -> Iterator[Line]:
    """What should have been brought by now: came and was not marked, or needs a call."""
    over = drives_in_care_of(account).filter(last_drop_off_on__lt=today()).order_by().values("pk")
    late = Pledge.objects.filter(stand__drive__in=over, state=Pledge.State.PROMISED, purged_at=None).count()
    text = ngettext(
        "pledge of a drive that is over, not marked as brought",
        "pledges of drives that are over, not marked as brought",
        late,
    )
    yield Line(late, text, reverse("drives"))
