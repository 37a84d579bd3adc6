"""How much time is left to answer, in days on which the office is open."""

from django.utils.translation import gettext, ngettext

from schools.asking.models import HelpRequest, Status
from schools.calendar import days_left, days_over, today


def due_in_words(request: HelpRequest) -> str:
    """Empty once somebody has answered."""
    if request.status != Status.NEW:
        return ""
    left = days_left(request.due_on)
    if request.due_on == today():
        return gettext("answer today")
    if request.due_on < today():
        late = max(1, days_over(request.due_on))
        return ngettext("%(days)s working day late", "%(days)s working days late", late) % {"days": late}
    return ngettext("%(days)s working day left", "%(days)s working days left", left) % {"days": left}
