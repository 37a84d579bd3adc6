"""Where families see how they can help: what is still needed, what is checked before, and their own sign-ups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from core.locales import source_language
from core.models import said
from events.models import Kind
from events.signups.models import ShiftDate
from events.signups.shown import shown_shifts
from events.volunteers.models import ClearanceTier

MOST_SHOWN = 20


def volunteering(request: HttpRequest) -> HttpResponse:
    language = get_language() or source_language()
    rows = ShiftDate.objects.open_to_sign_up(timezone.now()).filter(occurrence__event__kind=Kind.VOLUNTEER)
    context = {
        "shifts": shown_shifts(rows.with_places().whole()[:MOST_SHOWN], language),
        "tiers": [
            {
                "name": said(tier.name, language),
                "steps": tier.steps_in(language),
                "cost": said(tier.cost, language),
                "takes": said(tier.takes, language),
                "is_required_first": tier.without_it == ClearanceTier.WithoutIt.REFUSED,
            }
            for tier in ClearanceTier.objects.all()
        ],
    }
    return render(request, "events/signups/volunteering.html", context)
