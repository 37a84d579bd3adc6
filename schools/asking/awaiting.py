from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from core.awaiting import Line
from schools.asking.rights import is_at_the_desk, requests_for
from schools.calendar import today


def lines_of(account: Any) -> Iterator[Line]:
    if is_at_the_desk(account):
        late, new = requests_for(account).late(today()).count(), requests_for(account).open().count()
        desk = reverse("desk")
        yield Line(late, ngettext("late request for help", "late requests for help", late), f"{desk}?state=late")
        yield Line(new, ngettext("open request for help", "open requests for help", new), desk)
