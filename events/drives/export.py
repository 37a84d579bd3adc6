"""The pledges of a drive as a table. A file travels: nobody can be found in it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.locales import source_language
from events.drives.models import DrivePage, Pledge
from events.drives.rights import running_it
from schools.tables import table_file

COLUMNS = (
    _("reference"),
    _("thing"),
    _("how many"),
    _("state"),
    _("language"),
    _("pledged"),
    _("entered by the office"),
)


@require_safe
@running_it
def export(request: HttpRequest, drive: DrivePage, form: str) -> HttpResponse:
    pledges = Pledge.objects.filter(stand__drive=drive).select_related("stand").order_by("pledged_at", "pk")
    language = get_language() or source_language()
    return table_file("pledges", form, COLUMNS, (_row(pledge, language) for pledge in pledges))


def _row(pledge: Pledge, language: str) -> list[str]:
    return [
        pledge.reference,
        pledge.stand.said_in(language).text,
        str(pledge.quantity),
        pledge.get_state_display(),
        pledge.language,
        timezone.localdate(pledge.pledged_at).isoformat(),
        gettext("yes") if pledge.entered_by_id else "",
    ]
