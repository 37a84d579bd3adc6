"""The people of a date as a sheet shows them, shift by shift."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from core.context import dialable
from core.spoken import spoken_name
from events.attending.models import Attendance
from events.models import Occurrence
from events.signups.models import ShiftDate, SignUp, State
from events.signups.shown import ShownShift, shown_shifts

ORDER = [State.CONFIRMED, State.PENDING, State.CONSENT, State.OFFERED, State.WAITING]


@dataclass(frozen=True)
class Line:
    sign_up: SignUp
    name: str
    reach: str
    reach_url: str
    state: str
    age: str
    language: str
    children: int
    interpreter: str
    entered_by: str
    attendance: Attendance | None

    @property
    def is_coming(self) -> bool:
        return self.sign_up.state in (State.CONFIRMED, State.PENDING)


@dataclass(frozen=True)
class Sheet:
    """One shift: what it is, and who is on its list, those who come first."""

    shift: ShownShift
    row: ShiftDate
    lines: list[Line]

    @property
    def coming(self) -> list[Line]:
        return [line for line in self.lines if line.is_coming]


def sheets_of(occurrence: Occurrence, language: str) -> list[Sheet]:
    """In an active language; a fixed number of queries for any number of people."""
    rows = list(ShiftDate.objects.whole().filter(occurrence=occurrence).order_by("starts_at", "pk"))
    sign_ups = SignUp.objects.active().filter(shift_date__in=rows)
    people = sign_ups.select_related("volunteer__school", "entered_by", "attendance", "shift_date")
    by_row: dict[int, list[Line]] = {}
    for sign_up in sorted(people, key=lambda each: (ORDER.index(State(each.state)), each.volunteer.name.casefold())):
        by_row.setdefault(sign_up.shift_date_id, []).append(line_of(sign_up))
    shown = shown_shifts(rows, language)
    return [Sheet(shift, row, by_row.get(row.pk, [])) for shift, row in zip(shown, rows, strict=True)]


def line_of(sign_up: SignUp) -> Line:
    volunteer = sign_up.volunteer
    scheme, target = ("mailto", volunteer.email) if volunteer.email else ("tel", dialable(volunteer.phone))
    return Line(
        sign_up=sign_up,
        name=volunteer.name,
        reach=volunteer.reach,
        reach_url=f"{scheme}:{target}",
        state=str(sign_up.get_state_display()),
        age=str(volunteer.get_age_band_display()) if volunteer.is_minor else "",
        language=spoken_name(volunteer.language),
        children=sign_up.children,
        interpreter=spoken_name(sign_up.interpreter) if sign_up.interpreter else "",
        entered_by=str(sign_up.entered_by) if sign_up.entered_by else "",
        attendance=getattr(sign_up, "attendance", None),
    )


def wanted_of(sheets: Iterable[Sheet]) -> dict[str, Any]:
    """What has to be there for those who come: places in child care, interpreters by language."""
    coming = [line for sheet in sheets for line in sheet.coming]
    languages = Counter(line.interpreter for line in coming if line.interpreter)
    told = gettext("%(language)s (%(people)s)")
    return {
        "people": len(coming),
        "children": sum(line.children for line in coming),
        "interpreters": ", ".join(
            told % {"language": name, "people": count} for name, count in languages.most_common()
        ),
    }
