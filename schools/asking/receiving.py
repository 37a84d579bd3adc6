"""A request comes in: from a family's own form, or entered for somebody at the counter."""

from typing import Any

from django.conf import settings
from django.db import transaction

from core.locales import source_language
from schools.asking.crisis import speaks_of_danger
from schools.asking.models import HelpRequest
from schools.asking.reference import new_reference
from schools.asking.routing import assign, who_answers
from schools.calendar import due_after


@transaction.atomic
def receive(values: dict[str, Any], *, written_in: str = "", entered_by: Any = None) -> HelpRequest:
    """Store it, with a day by which somebody answers, and give it to whoever that is. `values`: fields of the model."""
    request = HelpRequest(**values, written_in=written_in or source_language(), entered_by=entered_by)
    while HelpRequest.objects.filter(reference=request.reference).exists():
        request.reference = new_reference()  # Three million are few enough to meet twice.
    request.due_on = due_after(settings.REQUEST_ANSWERED_WITHIN_DAYS)
    request.is_urgent = speaks_of_danger(f"{request.words}\n{request.safe_when}", request.written_in)
    request.save()
    assign(request, who_answers(request))
    request.refresh_from_db()
    return request
