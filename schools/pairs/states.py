"""Complete, promised or late: asked of a pair whose halves are fetched."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

STATES = {"complete": _("complete"), "promised": _("promised"), "late": _("late")}


def state_of(pair: Any, day: date) -> str:
    missing = [half.promised_for for half in pair.halves.all() if not half.is_there]
    if not missing:
        return "complete"
    return "late" if any(promised is not None and promised < day for promised in missing) else "promised"
