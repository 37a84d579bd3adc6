"""A pledge on paper, in the language of whoever takes it along: what, where, until when. It names nobody but staff."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from events.drives.emails import mail_words
from events.drives.models import DrivePage, Pledge
from events.drives.rights import pledge_for, running_it


@running_it
def slip(request: HttpRequest, drive: DrivePage, pledge: int) -> HttpResponse:
    found = pledge_for(drive, pledge)
    with override(found.language):
        return render(request, "events/drives/admin/slip.html", _words(found, drive))


def _words(pledge: Pledge, drive: DrivePage) -> dict[str, Any]:
    who = pledge.entered_by
    name = (who.get_full_name() or who.get_username()) if who else ""
    return {**mail_words(pledge, drive), "pledge": pledge, "entered_by": name}
