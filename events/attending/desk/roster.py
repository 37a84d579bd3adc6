"""Who comes to one date: on the screen, on paper, in a spreadsheet."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.locales import source_language
from events.attending.desk.lines import Sheet, sheets_of, wanted_of
from events.attending.rights import at_the_event_desk, occurrence_for
from events.public.dates import shown_date
from events.volunteers.models import ClearanceTier
from schools.tables import table_file

COLUMNS = (
    *(_("shift"), _("from"), _("name"), _("phone or e-mail"), _("state"), _("age"), _("language")),
    *(_("children in child care"), _("interpreter for"), _("notes"), _("entered by"), _("came"), _("left")),
)


@at_the_event_desk
@require_safe
def roster(request: HttpRequest, pk: int) -> HttpResponse:
    occurrence, language = occurrence_for(request.user, pk), get_language() or source_language()
    sheets = sheets_of(occurrence, language)
    context = {
        "occurrence": occurrence,
        "event": occurrence.event.in_language(language),
        "date": shown_date(occurrence.event, occurrence, language, timezone.now()),
        "sheets": sheets,
        "wanted": wanted_of(sheets),
        "tiers": ClearanceTier.objects.all(),
    }
    return render(request, "events/desk/roster.html", context)


@at_the_event_desk
@require_safe
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    occurrence = occurrence_for(request.user, pk)
    sheets = sheets_of(occurrence, get_language() or source_language())
    return table_file("roster", form, COLUMNS, _rows(sheets))


def _rows(sheets: list[Sheet]) -> Iterator[list[str]]:
    for sheet in sheets:
        for line in sheet.lines:
            came = line.attendance
            yield [
                sheet.shift.role.text,
                f"{sheet.shift.starts_at:%Y-%m-%d %H:%M}",
                line.name,
                line.reach,
                line.state,
                line.age,
                line.language,
                str(line.children or ""),
                line.interpreter,
                line.sign_up.notes,
                line.entered_by,
                _clock(came.came_at if came else None),
                _clock(came.left_at if came else None) + (gettext(" (assumed)") if came and came.is_assumed else ""),
            ]


def _clock(at: object) -> str:
    return f"{timezone.localtime(at):%H:%M}" if at else ""  # type: ignore[arg-type]  # a moment
